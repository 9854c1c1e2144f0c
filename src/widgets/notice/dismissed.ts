/**
 * Which notices a reader has put away, each in the version that was read: a changed one comes back. Kept on the
 * device for this site; where storage is refused, as long as the page.
 */
import type { ReadNotice } from '../../model/notice.js';

type Version = Pick<ReadNotice, 'id' | 'updatedAt'>;

export const STORAGE_KEY = 'cez-notices-dismissed';
/** Enough for years; the oldest go first. */
const KEPT = 50;

let inMemory = '';

function stored(): string {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? '';
  } catch {
    return '';
  }
}

export const isDismissed = ({ id, updatedAt }: Version): boolean => [inMemory, stored()].some((versions) => new URLSearchParams(versions).get(id) === updatedAt);

export function dismiss({ id, updatedAt }: Version): void {
  const versions = new URLSearchParams(stored() || inMemory);
  versions.delete(id);
  versions.append(id, updatedAt);
  for (const old of [...versions.keys()].slice(0, -KEPT)) versions.delete(old);
  inMemory = versions.toString();
  try {
    localStorage.setItem(STORAGE_KEY, inMemory);
  } catch {
    // Refused or full: it is remembered until the page is left.
  }
}
