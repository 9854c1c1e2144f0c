/** Fetches the operator's feed: all of it, in time, of a size that fits; else an error that says why. */

const TIMEOUT_MS = 30_000;
const LARGEST_BYTES = 64 * 1024 * 1024;

export async function download(address: string, stopping?: AbortSignal): Promise<Uint8Array> {
  const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(stopping ? [stopping] : [])]);
  // On a connection of its own: one kept since the last time may be closed just now.
  const response = await fetch(address, { signal, headers: { accept: 'application/json, */*;q=0.1', connection: 'close' } });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`The feed answered with status ${response.status}.`);
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  // The types of browsers do not know that Node's streams can be iterated.
  for await (const part of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > LARGEST_BYTES) throw new Error('The feed is too large.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
