/** Reads a file that an operator named on the command line. */
import { readFileSync } from 'node:fs';

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
};

/** Throws with words on what is wrong with the name. */
export function readGivenFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Error(`Nothing was changed: ${path} cannot be read, ${REASONS[code] ?? message}.`, { cause: error });
  }
}
