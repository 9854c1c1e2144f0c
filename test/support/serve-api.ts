/**
 * The reference API for tests of elements, started by api-process.mjs: sample data in memory, dated to the
 * moment of `API_NOW`, on free ports, which it prints: the API without limits on failures, since all tests
 * come from one address; the same with them; and the test control. With `API_LOG=on` it goes on with its log.
 * Ends on SIGTERM.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buildAppOn } from '../../demo/api/app.js';
import { openDatabase } from '../../demo/api/database.js';
import { testControl } from './test-control.js';

const { API_NOW: moment, ALLOWED_ORIGINS: origins = '', API_LOG: log } = process.env;
const now = (): Date => (moment ? new Date(moment) : new Date());
const database = await openDatabase({ memory: true });
const options = { now, allowedOrigins: origins.split(','), logger: log === 'on' };
const { app } = await buildAppOn(database, { ...options, limitsOff: true });
const { app: limited } = await buildAppOn({ ...database, close: () => Promise.resolve() }, options);
const control = testControl(database.db, new Date(now().getTime() - 31 * 86_400_000).toISOString().slice(0, 10)).listen(0, 'localhost');
await once(control, 'listening');
for (const served of [app, limited]) await served.listen({ port: 0, host: 'localhost' });

const ports = [app.server, limited.server, control].map((server) => (server.address() as AddressInfo).port);
console.log(`listening ${ports.map((port) => `http://localhost:${port}`).join(' ')}`);
process.once('SIGTERM', () => {
  control.close();
  void limited.close().then(() => app.close()).then(() => process.exit(0));
});
