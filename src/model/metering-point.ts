/**
 * The border for meters, reading windows and receipts from the API. A meter that cannot be read whole is no
 * meter: a reading declared against half of its registers would be refused.
 */
import type { MeteringPoint, ReadingReceipt, Register } from './wire.js';
import { dayNumber } from './zoned-time.js';

type Fields = Record<string, unknown>;

const fields = (raw: unknown): Fields => (raw && typeof raw === 'object' ? (raw as Fields) : {});
const isDigits = (raw: unknown): boolean => typeof raw === 'string' && /^\d{1,12}$/.test(raw);
const isName = (raw: unknown): boolean => typeof raw === 'string' && raw !== '';

function isRegister(raw: unknown): raw is Register {
  const { code, name, digits, lastReading, plausible } = fields(raw);
  const [last, range] = [fields(lastReading), fields(plausible)];
  const isDial = Number.isInteger(digits) && (digits as number) >= 1 && (digits as number) <= 12;
  return isName(code) && isName(fields(name)['bg']) && isDial && [last['value'], range['min'], range['max']].every(isDigits) && dayNumber(last['readAt']) > 0;
}

function isMeteringPoint(raw: unknown): raw is MeteringPoint {
  const { meterId, meterNumber, registers } = fields(raw);
  return isName(meterId) && isName(meterNumber) && Array.isArray(registers) && registers.length > 0 && registers.every(isRegister);
}

/** The meters of an answer, possibly none; null if it cannot be read. */
export function readMeteringPoints(raw: unknown): MeteringPoint[] | null {
  const { meteringPoints } = fields(raw);
  return Array.isArray(meteringPoints) && meteringPoints.every(isMeteringPoint) ? meteringPoints : null;
}

/** The receipt of a declared reading, or null. */
export function readReadingReceipt(raw: unknown): ReadingReceipt | null {
  const { reference, receivedAt, status } = fields(raw);
  const isReceipt = isName(reference) && !Number.isNaN(Date.parse(String(receivedAt))) && (status === 'accepted' || status === 'in-review');
  return isReceipt ? (raw as ReadingReceipt) : null;
}
