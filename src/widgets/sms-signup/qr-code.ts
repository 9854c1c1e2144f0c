/** Draws a text as a QR code, for a screen. In a chunk of its own: phones that open the message do without it. */
import { correction, generate } from 'lean-qr';

/** What scanners want around a code, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4;

export interface QrCode {
  /** Modules in a row, the quiet zone included. */
  size: number;
  /** The dark modules, one run of a row after the other. */
  path: string;
}

export function qrCode(text: string): QrCode {
  const code = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0, from = 0; x <= code.size; x++) {
      if (code.get(x, y)) continue;
      if (x > from) path += `M${from + QUIET_ZONE} ${y + QUIET_ZONE}h${x - from}v1H${from + QUIET_ZONE}z`;
      from = x + 1;
    }
  }
  return { size: code.size + 2 * QUIET_ZONE, path };
}
