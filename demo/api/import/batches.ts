/** Many rows in statements of a size that every database takes. */

const BATCH_SIZE = 500;

export async function inBatches<T>(items: readonly T[], write: (batch: readonly T[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += BATCH_SIZE) {
    await write(items.slice(start, start + BATCH_SIZE));
  }
}
