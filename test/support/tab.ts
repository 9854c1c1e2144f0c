/**
 * Tabs of this browser: each is a frame with a page, modules and memory of its own, and shares with the others
 * what tabs share. And what the device keeps for all of them.
 */
import type { BareForm } from './bare-form.js';
import { until } from './device-clock.js';

export interface Tab {
  form: BareForm;
  /** Closes it at once, whatever is under way. */
  close: () => void;
}

const open = new Set<HTMLElement>();

export async function openTab(): Promise<Tab> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<body><script type="module">import { showForm } from '/test/support/bare-form.ts'; window.form = showForm();</script>`;
  document.body.append(frame);
  open.add(frame);
  const form = await until(() => (frame.contentWindow as { form?: BareForm } | null)?.form, 'the tab has loaded');
  return {
    form,
    close: () => {
      open.delete(frame);
      frame.remove();
    },
  };
}

/** Makes what a tab tells the others arrive late, as it does on a busy device. */
export function delayWords({ BroadcastChannel: { prototype } }: Window & typeof globalThis, ms: number): void {
  const post = prototype.postMessage;
  prototype.postMessage = function (message): void {
    setTimeout(() => post.call(this, message), ms);
  };
}

/** What the device keeps, as anybody who looks into it would see it. */
export async function deviceContent(): Promise<Record<string, unknown>[]> {
  const database = await done(opened());
  try {
    return await done(database.transaction('submissions').objectStore('submissions').getAll() as IDBRequest<Record<string, unknown>[]>);
  } finally {
    database.close();
  }
}

/** Sets back when everything that is kept was made. */
export async function age(ms: number): Promise<void> {
  const all = await deviceContent();
  const database = await done(opened());
  const store = database.transaction('submissions', 'readwrite').objectStore('submissions');
  for (const kept of all) await done(store.put({ ...kept, createdAt: (kept['createdAt'] as number) - ms }));
  database.close();
}

function opened(): IDBOpenDBRequest {
  const opening = indexedDB.open('cez-outbox', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('submissions', { keyPath: 'key' });
  return opening;
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('failed'));
  });

export const wipeDevice = (): Promise<unknown> => done(indexedDB.deleteDatabase('cez-outbox'));

/** Unlike a deletion, it does not wait for what a closed tab may still hold open. */
async function emptyDevice(): Promise<void> {
  const database = await done(opened());
  await done(database.transaction('submissions', 'readwrite').objectStore('submissions').clear());
  database.close();
}

/** After each test: tabs closed, the form gone, the device empty. For `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const frame of open) frame.remove();
  open.clear();
  for (const form of document.querySelectorAll('bare-form')) form.remove();
  await emptyDevice();
}
