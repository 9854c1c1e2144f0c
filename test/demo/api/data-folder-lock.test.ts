import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFolderLock, FolderInUseError, holderOf } from '../../../demo/api/data-folder-lock.js';

describe('the lock of a data folder', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'cez-lock-')), 'data');
    file = join(folder, 'api.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const leaveLock = (content: object | string) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  };

  it('is held by one, who is named to the next', () => {
    const lock = DataFolderLock.take(folder);
    expect(() => DataFolderLock.take(folder)).toThrow(FolderInUseError);
    expect(() => DataFolderLock.take(folder)).toThrow(
      `The data folder ${folder} is in use by process ${process.pid}. Stop that process, or set DATA_DIR to another folder.`,
    );
    lock.release();
    DataFolderLock.take(folder).release();
    expect(existsSync(file)).toBe(false);
  });

  it('tells others where to send commands, and only its owner may read that', () => {
    const lock = DataFolderLock.take(folder);
    expect(holderOf(folder)).toMatchObject({ pid: process.pid, control: null });
    lock.announce({ port: 4321, token: 'secret' });
    expect(holderOf(folder)?.control).toEqual({ port: 4321, token: 'secret' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    lock.release();
    expect(holderOf(folder)).toBeNull();
  });

  it('is taken over from a process that is gone', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    leaveLock({ pid, started: null, control: null });
    expect(holderOf(folder)).toBeNull();
    DataFolderLock.take(folder);
    expect(holderOf(folder)?.pid).toBe(process.pid);
  });

  it.runIf(process.platform === 'linux')('is taken over from an earlier process that had this number', () => {
    leaveLock({ pid: process.pid, started: 'another-boot/1', control: null });
    DataFolderLock.take(folder);
    expect(holderOf(folder)?.started).toMatch(/^[0-9a-f-]{36}\/\d+$/);
  });

  it.each(['', '{"pid":', '[]'])('is taken over when its file is torn (%j)', (content) => {
    leaveLock(content);
    DataFolderLock.take(folder);
    expect(holderOf(folder)?.pid).toBe(process.pid);
  });

  it('leaves nothing behind but itself', () => {
    leaveLock('torn');
    DataFolderLock.take(folder).release();
    expect(spawnSync('ls', ['-A', folder], { encoding: 'utf8' }).stdout).toBe('');
  });
});
