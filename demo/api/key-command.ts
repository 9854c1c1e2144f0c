/** `npm run api:key -- NAME`: makes an operator's key and prints it, alone, on the last line. */
import { withCommands } from './local-commands.js';
import { readSettings } from './settings.js';

const name = process.argv[2]?.trim() ?? '';

if (name === '' || process.argv.length > 3) {
  console.error('Usage: npm run api:key -- NAME');
  process.exitCode = 2;
} else {
  try {
    console.log(await withCommands(readSettings(process.env), (commands) => commands.createKey(name)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
