/**
 * Submissions on their way: kept on the device from the press until the answer, without the authorization
 * code, so that a closed tab loses nothing and a second one sends nothing twice. Where the device refuses
 * storage they are kept in memory. Nothing here throws: a form must go on whatever the device does.
 */
import { jsonText } from './json-text.js';

export interface Kept {
  /** The idempotency key: the same until there is an answer. */
  key: string;
  widget: string;
  url: string;
  body: Record<string, unknown>;
  createdAt: number;
}

/** Told to all forms of all tabs when a submission is answered. */
export interface Receipt {
  submission: Kept;
  answer: unknown;
}

const NAME = 'cez-outbox';
const STORE = 'submissions';
const LONGEST_KEPT_MS = 72 * 3_600_000;
/** A device that has not stored by then does not store. */
const STORING_MS = 2_000;
/** Another tab that has not finished by then is asleep; the key still keeps the API from counting twice. */
const TURN_MS = 20_000;
/** How long a submission answered in another tab is taken for the one that is about to be sent here. */
const TWIN_MS = 600_000;
/** The word of another tab that it has the answer may arrive later than the turn it gave up. */
const WORD_MS = 1_000;

/** What storage refused. */
const inMemory = new Map<string, Kept>();
/** What was deleted for its age and not yet told. */
const expired: Kept[] = [];
/** What other tabs had answered of late. */
const answered: (Kept & { at: number })[] = [];

export const isExpired = ({ createdAt }: Kept): boolean => Date.now() - createdAt > LONGEST_KEPT_MS;
const isSame = (one: Kept, other: Kept): boolean => one.widget === other.widget && one.url === other.url && jsonText(one.body) === jsonText(other.body);

/** Keeps a submission; an equal one that still waits, from whichever tab, lends its key. `stored` tells if it survives the page. */
export async function keep(widget: string, url: string, body: Record<string, unknown>): Promise<{ kept: Kept; stored: boolean }> {
  const draft: Kept = { key: newKey(), widget, url, body, createdAt: Date.now() };
  draft.key = takeAnswered(draft)?.key ?? draft.key;
  const isTwin = (other: Kept): boolean => !isExpired(other) && isSame(other, draft);
  try {
    const kept = await inStore(async (store) => {
      const twin = (await allOf(store)).find(isTwin);
      if (!twin) await done(store.put(draft));
      return twin ?? draft;
    });
    return { kept, stored: true };
  } catch {
    const kept = [...inMemory.values()].find(isTwin) ?? draft;
    inMemory.set(kept.key, kept);
    return { kept, stored: false };
  }
}

/** What of a widget waits for an answer, oldest first, and what waited too long and was deleted; that is told once. */
export async function waiting(widget: string): Promise<{ fresh: Kept[]; expired: Kept[] }> {
  const stored = await inStore(async (store) => {
    const all = await allOf(store);
    const old = all.filter(isExpired);
    for (const { key } of old) store.delete(key);
    expired.push(...old);
    return all;
  }).catch((): Kept[] => []);
  const fresh = [...stored, ...inMemory.values()].filter((kept) => kept.widget === widget && !isExpired(kept));
  const old = expired.filter((kept) => kept.widget === widget);
  for (const kept of old) expired.splice(expired.indexOf(kept), 1);
  return { fresh: fresh.sort((a, b) => a.createdAt - b.createdAt), expired: old };
}

export async function discard(key: string): Promise<void> {
  inMemory.delete(key);
  await inStore((store) => done(store.delete(key))).catch(() => undefined);
}

/** Runs `send` while no other tab sends the same, and once its answer, if it had one, is heard here; at once when `signal` aborts. */
export async function inTurn(key: string, signal: AbortSignal, send: () => Promise<void>): Promise<void> {
  const patience = new AbortController();
  const lose = (): void => patience.abort();
  const timer = setTimeout(lose, TURN_MS);
  signal.addEventListener('abort', lose);
  let turn: Promise<void> | undefined;
  try {
    await navigator.locks.request(`${NAME} ${key}`, { signal: patience.signal }, () => {
      clearTimeout(timer);
      return (turn = wordOfAnswer(key).then(send));
    });
  } catch {
    // No locks on http pages, or the turn never came. What `send` itself threw is thrown below.
  }
  clearTimeout(timer);
  return turn ?? send();
}

/** A submission is deleted with its answer: if it is gone, another tab had one, and says so to all. */
async function wordOfAnswer(key: string): Promise<void> {
  if (inMemory.has(key)) return;
  let stop = (): void => undefined;
  const word = new Promise<void>((resolve) => {
    stop = onReceipt(({ submission }) => submission.key === key && resolve());
  });
  const kept = await inStore((store) => done(store.count(key))).catch(() => 1);
  if (!kept) await Promise.race([word, new Promise((resolve) => setTimeout(resolve, WORD_MS))]);
  stop();
}

const listeners = new Set<(receipt: Receipt) => void>();
let channel: BroadcastChannel | null = null;

/** Hears of answers, also in other tabs, until the function returned is called. */
export function onReceipt(listener: (receipt: Receipt) => void): () => void {
  listeners.add(listener);
  try {
    channel ??= new BroadcastChannel(NAME);
    channel.onmessage = ({ data }: MessageEvent<Receipt>) => {
      answered.push({ ...data.submission, at: Date.now() });
      hear(data);
    };
  } catch {
    // The other tab learns it from the API.
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size) return;
    channel?.close();
    channel = null;
  };
}

const hear = (receipt: Receipt): void => listeners.forEach((listener) => listener(receipt));

export function tellReceipt(receipt: Receipt): void {
  hear(receipt);
  channel?.postMessage(receipt);
}

/** The same submission, if another tab has just had its answer: under its key the API gives that answer again. Good for once. */
function takeAnswered(draft: Kept): Kept | undefined {
  const index = answered.findIndex((twin) => Date.now() - twin.at < TWIN_MS && isSame(twin, draft));
  return index < 0 ? undefined : answered.splice(index, 1)[0];
}

/** As good as `crypto.randomUUID`, which http pages do not have. */
const newKey = (): string => crypto.getRandomValues(new Uint8Array(16)).reduce((key, byte) => key + byte.toString(16).padStart(2, '0'), '');

/** One transaction. The database is closed after it, so that it holds up neither the page cache nor a deletion. */
async function inStore<T>(act: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The device does not answer.')), STORING_MS);
  });
  try {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'key' });
    return await Promise.race([done(opening).then((database) => transact(database, act)), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function transact<T>(database: IDBDatabase, act: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  try {
    const transaction = database.transaction(STORE, 'readwrite');
    const written = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
    const [result] = await Promise.all([act(transaction.objectStore(STORE)), written]);
    return result;
  } finally {
    database.close();
  }
}

const allOf = (store: IDBObjectStore): Promise<Kept[]> => done(store.getAll() as IDBRequest<Kept[]>);

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('failed'));
  });
