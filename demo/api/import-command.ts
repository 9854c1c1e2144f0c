/**
 * `npm run api:import -- centers|places FILE [--skip-bad] [--remove-missing]`
 * Reads the file, has it loaded, and tells every bad row with its line and reason. Exit code 1 if
 * nothing was loaded.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readGivenFile } from './given-file.js';
import type { ImportReport } from './import/register-import.js';
import { withCommands } from './local-commands.js';
import { readSettings } from './settings.js';

const USAGE = 'Usage: npm run api:import -- centers|places FILE [--skip-bad] [--remove-missing]';

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'skip-bad': { type: 'boolean' }, 'remove-missing': { type: 'boolean' } },
  });
  const [kind, file, ...rest] = positionals;
  if ((kind !== 'centers' && kind !== 'places') || file === undefined || rest.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const bytes = readGivenFile(file);
  const report = await withCommands(readSettings(process.env), (commands) =>
    commands.importRegister({
      kind,
      fileName: basename(file),
      bytes,
      skipBad: values['skip-bad'] === true,
      removeMissing: values['remove-missing'] === true,
    }),
  );
  print(report, basename(file));
  return report.counts === null ? 1 : 0;
}

function print({ kind, rows, faults, notes, counts }: ImportReport, file: string): void {
  for (const note of notes) console.log(note);
  for (const { line, reason } of faults) console.error(`${file}, line ${line}: ${reason}`);
  if (counts === null) {
    console.error(`Nothing was changed: ${faults.length} of ${rows} rows are bad.`);
    return;
  }
  const own = counts.removed - counts.removedSamples;
  console.log(
    `${rows} rows of ${kind}: ${counts.added} added, ${counts.changed} changed, ${counts.unchanged} unchanged, ` +
      `${faults.length} skipped; ${own} removed` +
      (counts.removedSamples > 0 ? `, and ${counts.removedSamples} rows of sample data.` : '.'),
  );
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
