/** The version of the built library, as its package says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const VERSION_OF_PACKAGE = (JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }).version;
