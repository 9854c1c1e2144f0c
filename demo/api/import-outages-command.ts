/**
 * `npm run api:import-outages -- FILE|URL`
 * Reads the operator's feed of outages, has it loaded, and tells every row that could not be used, with
 * its reason. Exit code 1 if nothing was loaded.
 */
import { basename } from 'node:path';
import { readGivenFile } from './given-file.js';
import { withCommands } from './local-commands.js';
import { download } from './outages/download.js';
import type { OutageImportReport } from './outages/outage-import.js';
import { readSettings } from './settings.js';

async function main(): Promise<number> {
  const [place, ...rest] = process.argv.slice(2);
  if (place === undefined || place.startsWith('-') || rest.length > 0) {
    console.error('Usage: npm run api:import-outages -- FILE|URL');
    return 2;
  }
  const isAddress = /^https?:/i.test(place);
  const bytes = isAddress ? await download(place) : readGivenFile(place);
  // Of an address its host alone is kept: the rest may hold a password.
  const source = isAddress ? new URL(place).host : basename(place);
  const report = await withCommands(readSettings(process.env), (commands) => commands.importOutages({ source, bytes }));
  print(report, source);
  return report.counts === null ? 1 : 0;
}

function print({ rows, faults, notes, refused, counts }: OutageImportReport, source: string): void {
  for (const note of notes) console.log(note);
  for (const { row, reason } of faults) console.error(`${source}, row ${row}: ${reason}`);
  if (counts === null) {
    console.error(`Nothing was changed: ${source} cannot be used, ${refused}.`);
    return;
  }
  const { added, changed, unchanged, restored, removedSamples } = counts;
  console.log(
    `${rows} rows of outages: ${added} added, ${changed} changed, ${unchanged} unchanged, ${faults.length} left out; ` +
      `${restored} over` +
      (removedSamples > 0 ? `, and ${removedSamples} rows of sample data removed.` : '.'),
  );
}

try {
  process.exitCode = await main();
} catch (error) {
  const reason = error instanceof Error ? error : new Error(String(error));
  // `fetch failed` alone says nothing.
  console.error(reason.message === 'fetch failed' && reason.cause instanceof Error ? `${reason.message}: ${reason.cause.message}` : reason.message);
  process.exitCode = 1;
}
