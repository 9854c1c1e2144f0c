/** `npm run api`: the API as a process. Reads the environment, listens, and stops in order. */
import closeWithGrace from 'close-with-grace';
import type { FastifyInstance } from 'fastify';
import { buildAppOn } from './app.js';
import { listenForCommands } from './control-server.js';
import { openDatabase } from './database.js';
import { commandsOn } from './operator-commands.js';
import { readSettings } from './settings.js';

// Longer than any handler may take, so that what was begun is finished.
const STOP_MS = 15_000;

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const { databaseUrl, dataDir, port } = settings;
  const database = await openDatabase(databaseUrl === null ? { dataDir } : { databaseUrl });
  const { app, context } = await buildAppOn(database, { ...settings, logger: true });

  if (settings.smtpUrl === null) app.log.warn('SMTP_URL is not set: mails go to /mailbox, where whoever reaches this API can read them');

  const control = database.lock && (await listenForCommands(commandsOn(context.db, context.now, () => context.changes.forget())));
  const stop = async () => {
    await control?.close();
    await app.close();
  };
  closeWithGrace({ delay: STOP_MS, logger: false }, async ({ err }) => {
    if (err !== undefined) app.log.error({ err }, 'stopping after an error');
    await stop();
  });

  try {
    await listen(app, port);
  } catch (error) {
    await stop();
    throw isCode(error, 'EADDRINUSE') ? new Error(`Port ${port} is in use. Set PORT to another one.`) : error;
  }
  database.lock?.announce(control);
}

/** On every interface, IPv6 too where the machine has it. */
async function listen(app: FastifyInstance, port: number): Promise<void> {
  try {
    await app.listen({ port, host: '::' });
  } catch (error) {
    if (!isCode(error, 'EAFNOSUPPORT')) throw error;
    await app.listen({ port, host: '0.0.0.0' });
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
