/** Text of a file as people save it: UTF-8 with or without BOM, UTF-16 with one, or windows-1251. */

export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: what Bulgarian Windows programs save otherwise.
    return new TextDecoder('windows-1251').decode(bytes);
  }
}
