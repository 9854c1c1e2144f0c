/**
 * One process at a time in a data folder: two that open it are not refused by the embedded database
 * and silently diverge. The lock is a file that names its holder, and where a running API takes
 * commands from the same machine. A lock whose process is gone is taken over.
 */
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface LockHolder {
  pid: number;
  /** When the process began, by the kernel's count; tells a process from a later one with its pid. */
  started: string | null;
  /** Where a running API listens for commands on 127.0.0.1, and the word that opens it. */
  control: { port: number; token: string } | null;
}

/** The folder is in use; `message` says by whom and what to do. */
export class FolderInUseError extends Error {
  readonly holder: LockHolder;

  constructor(folder: string, holder: LockHolder) {
    super(
      `The data folder ${folder} is in use by process ${holder.pid}. ` +
        'Stop that process, or set DATA_DIR to another folder.',
    );
    this.holder = holder;
  }
}

const TAKEOVER_PATIENCE_MS = 10_000;

export class DataFolderLock {
  readonly #path: string;
  readonly #mine: LockHolder;

  private constructor(path: string, mine: LockHolder) {
    this.#path = path;
    this.#mine = mine;
  }

  /** Takes the folder's lock, creating the folder if need be. Throws `FolderInUseError`. */
  static take(folder: string): DataFolderLock {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = lockPath(folder);
    const mine: LockHolder = { pid: process.pid, started: processStart(process.pid), control: null };
    const draft = `${path}.${randomUUID()}`;
    writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
    try {
      // A link appears with its whole content or not at all, and never over another.
      if (!tryLink(draft, path)) takeOver(folder, path, draft);
    } finally {
      rmSync(draft, { force: true });
    }
    return new DataFolderLock(path, mine);
  }

  /** Tells other processes of this machine where to send commands. */
  announce(control: LockHolder['control']): void {
    const draft = `${this.#path}.${randomUUID()}`;
    writeFileSync(draft, JSON.stringify({ ...this.#mine, control }), { mode: 0o600 });
    renameSync(draft, this.#path);
  }

  release(): void {
    rmSync(this.#path, { force: true });
  }
}

/** The live holder of a folder's lock, or null if the folder is free. */
export function holderOf(folder: string): LockHolder | null {
  const holder = readHolder(lockPath(folder));
  return holder !== null && isAlive(holder) ? holder : null;
}

function lockPath(folder: string): string {
  return join(resolve(folder), 'api.lock');
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Replaces the lock of a dead process; a directory keeps two newcomers from doing so at once. */
function takeOver(folder: string, path: string, draft: string): void {
  const holder = readHolder(path);
  if (holder !== null && isAlive(holder)) throw new FolderInUseError(resolve(folder), holder);
  const guard = `${path}.takeover`;
  dropAbandoned(guard);
  try {
    mkdirSync(guard);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    throw new Error(`Another process is just taking the data folder ${resolve(folder)}. Try again.`);
  }
  try {
    const now = readHolder(path);
    if (now !== null && isAlive(now)) throw new FolderInUseError(resolve(folder), now);
    rmSync(path, { force: true });
    if (!tryLink(draft, path)) throw new FolderInUseError(resolve(folder), readHolder(path) ?? { pid: 0, started: null, control: null });
  } finally {
    rmdirSync(guard);
  }
}

function dropAbandoned(guard: string): void {
  const status = statSync(guard, { throwIfNoEntry: false });
  if (status !== undefined && Date.now() - status.mtimeMs > TAKEOVER_PATIENCE_MS) rmdirSync(guard);
}

function readHolder(path: string): LockHolder | null {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Partial<LockHolder>;
    if (typeof holder.pid !== 'number') return null;
    return { pid: holder.pid, started: holder.started ?? null, control: holder.control ?? null };
  } catch {
    // No file, or one torn by a failing disk: nobody holds it.
    return null;
  }
}

function isAlive(holder: LockHolder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if (!isCode(error, 'EPERM')) return false;
  }
  return holder.started === null || holder.started === processStart(holder.pid);
}

/** Boot and start time of a process on Linux; null elsewhere, where the pid alone must do. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name in parentheses may hold spaces; the start time is the 20th field after it.
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return start === undefined ? null : `${boot}/${start}`;
  } catch {
    return null;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
