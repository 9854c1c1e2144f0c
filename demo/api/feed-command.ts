/** `npm run api:feed-occupancy`: plays an invented day of counts in the sample centers of the API on this machine. */
import { withCommands } from './local-commands.js';
import { feedOccupancy } from './sample/occupancy-feed.js';
import { readSettings } from './settings.js';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

try {
  const settings = readSettings(process.env);
  await feedOccupancy(
    {
      api: `http://localhost:${settings.port}/v1`,
      newKey: () => withCommands(settings, (commands) => commands.createKey('sample counts')),
      now: () => new Date(),
      say: console.log,
    },
    stop.signal,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
