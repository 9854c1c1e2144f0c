/** The API as a process of its own: commands, stopping, and being killed. */
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withCommands } from '../../../demo/api/local-commands.js';
import type { OperatorCommands } from '../../../demo/api/operator-commands.js';
import { ApiProcess, pause, runScript } from './support/api-process.js';

const CENTER = {
  brands: ['cez-bg'],
  name: { bg: 'Център Проба', en: null },
  address: { street: 'ул. „Проба“ 1', place: 'Враца', municipality: 'Враца', oblast: 'Враца', postalCode: null },
};

const EVENT = {
  ceo: 'SF_2742',
  typedist: 'непланирано',
  begin_event: '23.11.2025 09:15',
  end_event: '23.11.2025 12:15',
  city_name: 'БУСМАНЦИ',
};

const IMPORT_ROWS = 1500;

const CANARIES = ['310000000011', 'ivan.petrov@example.bg', 'CEZ011', 'Иван Петров'];

function put(api: ApiProcess, id: string, key: string, body: unknown = CENTER): Promise<Response> {
  return fetch(`${api.address}/v1/centers/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function idsOf(api: ApiProcess): Promise<string[]> {
  const { centers } = (await (await fetch(`${api.address}/v1/centers`)).json()) as { centers: Array<{ id: string }> };
  return centers.map(({ id }) => id).sort();
}

async function command(script: string, parameters: string[], dataDir: string): Promise<{ code: number | null; lines: string[] }> {
  const child = runScript(script, parameters, { DATA_DIR: dataDir });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, lines: output.trim().split('\n') };
}

function csvOf(prefix: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => `${prefix}-${index};Център;ул. „А“ 1;Враца;Враца`);
  return ['id;name;street;place;oblast', ...lines].join('\n');
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cez-api-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How often it is killed here; KILLS=10 is what a release is held to. */
const KILLS = Number(process.env['KILLS'] ?? 4);

describe('the API as a process', () => {
  it('takes commands while it runs, logs nothing personal, and stops in order', { timeout: 180_000 }, async () => {
    const dataDir = join(folder, 'run');
    const file = join(folder, 'centers.csv');

    // Into a free folder first.
    const made = await command('key-command.ts', ['office'], dataDir);
    const key = made.lines.at(-1) ?? '';
    expect([made.code, key]).toEqual([0, expect.stringMatching(/^cez_[\w-]{43}$/)]);

    const api = await ApiProcess.start(dataDir);
    expect((await put(api, 'known-key', key)).status).toBe(201);

    // A second server is refused, in one clear sentence.
    const second = await command('server.ts', [], dataDir);
    expect(second).toEqual({
      code: 1,
      lines: [`The data folder ${dataDir} is in use by process ${api.child.pid}. Stop that process, or set DATA_DIR to another folder.`],
    });

    // Commands go through the running API, and are seen at once.
    writeFileSync(file, csvOf('own', 3));
    const loaded = await command('import-command.ts', ['centers', file], dataDir);
    expect(loaded.code).toBe(0);
    expect(loaded.lines.at(-1)).toMatch(/^3 rows of centers: 3 added, 0 changed, 0 unchanged, 0 skipped; 0 removed, and \d+ rows of sample data\.$/);
    expect(await idsOf(api)).toEqual(['known-key', 'own-0', 'own-1', 'own-2']);

    writeFileSync(file, `${csvOf('more', 1)}\n;Без код;ул. „А“ 1;Враца;Враца`);
    const refused = await command('import-command.ts', ['centers', file], dataDir);
    expect(refused).toEqual({
      code: 1,
      lines: ['centers.csv, line 3: id is missing', 'Nothing was changed: 1 of 2 rows are bad.'],
    });
    expect(await idsOf(api)).toHaveLength(4);

    const feed = join(folder, 'feed.json');
    writeFileSync(feed, JSON.stringify({ SOF16: { 1: EVENT, 2: { ...EVENT, ceo: 'SF_2', begin_event: '' } } }));
    expect(await command('import-outages-command.ts', [feed], dataDir)).toEqual({
      code: 0,
      lines: [
        'feed.json, row SOF16/2: begin_event is missing',
        '2 rows of outages: 1 added, 0 changed, 0 unchanged, 1 left out; 0 over, and 17 rows of sample data removed.',
      ],
    });
    const { outages } = (await (await fetch(`${api.address}/v1/outages`)).json()) as { outages: unknown[] };
    expect(outages).toMatchObject([{ id: 'SF_2742', status: 'overdue', places: ['Бусманци'] }]);
    expect(await command('import-outages-command.ts', [`${api.address}/openapi.json?key=${CANARIES[2]}`], dataDir)).toMatchObject({
      code: 1,
      lines: expect.arrayContaining([`Nothing was changed: ${new URL(api.address).host} cannot be used, none of its rows can be used.`]) as string[],
    });

    const other = (await command('key-command.ts', ['other'], dataDir)).lines.at(-1) ?? '';
    expect((await put(api, 'other-key', other)).status).toBe(201);

    // What people type by mistake never reaches the log.
    for (const canary of CANARIES) {
      const encoded = encodeURIComponent(canary);
      await fetch(`${api.address}/v1/centers?brand=${encoded}`);
      await fetch(`${api.address}/v1/${encoded}?email=${encoded}`, { headers: { referer: `http://x/?q=${encoded}`, 'user-agent': 'CEZ011' } });
      await put(api, 'bad', key, { ...CENTER, phone: canary, name: canary });
      await fetch(`${api.address}/v1/centers/bad`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: `{"${canary}" broken`,
      });
      await sendRaw(api, `GET /${encoded} HTTP/1.1\r\nbad header ${canary}\r\n\r\n`);
    }

    // One request is on its way when the signal comes; it is answered.
    const [slow, code] = await Promise.all([slowRequest(api, key), pause(300).then(() => api.stop('SIGTERM'))]);
    expect(slow).toContain('HTTP/1.1 201 Created');
    expect([code, existsSync(join(dataDir, 'api.lock'))]).toEqual([0, false]);

    expect(api.output).toContain('"route":"/v1/centers/:id"');
    for (const canary of [...CANARIES, ...CANARIES.map(encodeURIComponent), key, other]) expect(api.output).not.toContain(canary);
  });

  it('loses nothing it acknowledged when it is killed, several times over', { timeout: 600_000 }, async () => {
    const dataDir = join(folder, 'killed');
    const commands = <T>(run: (commands: OperatorCommands) => Promise<T>) => withCommands({ databaseUrl: null, dataDir }, run);
    const key = await commands((on) => on.createKey('office'));
    const acknowledged: string[] = [];
    let killedInImport = 0;

    for (let round = 0; round < KILLS; round += 1) {
      const api = await ApiProcess.start(dataDir);
      const found = new Set(await idsOf(api));
      expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
      for (let earlier = 0; earlier < round; earlier += 1) {
        const rows = [...found].filter((id) => id.startsWith(`import-${earlier}-`)).length;
        expect([0, IMPORT_ROWS], 'an import is there whole or not at all').toContain(rows);
      }

      const writer = { over: false };
      let written = 0;
      const writing = (async () => {
        while (!writer.over) {
          const id = `write-${round}-${(written += 1)}`;
          const answer = await put(api, id, key).catch(() => null);
          if (answer?.status === 201) acknowledged.push(id);
        }
      })();
      while (written < 4) await pause(10);

      const bytes = Buffer.from(csvOf(`import-${round}`, IMPORT_ROWS));
      const file = { kind: 'centers', fileName: 'kill.csv', bytes, skipBad: false, removeMissing: false } as const;
      const loading = commands((on) => on.importRegister(file)).then(
        () => acknowledged.push(...Array.from({ length: IMPORT_ROWS }, (_, index) => `import-${round}-${index}`)),
        () => (killedInImport += 1),
      );
      // In every second round the import may end first.
      if (round % 2 === 1) await loading;
      else await pause(20 + round * 30);
      await api.stop('SIGKILL');
      writer.over = true;
      await Promise.all([loading, writing]);
    }

    const api = await ApiProcess.start(dataDir);
    const found = new Set(await idsOf(api));
    expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(2 * IMPORT_ROWS);
    expect(killedInImport).toBeGreaterThan(0);
    await api.stop('SIGTERM');
  });
});

/** A request whose body comes in two parts, half a second apart. */
function slowRequest(api: ApiProcess, key: string): Promise<string> {
  const body = JSON.stringify(CENTER);
  const socket = connect(Number(new URL(api.address).port), '127.0.0.1');
  socket.write(
    `PUT /v1/centers/slow HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body.slice(0, 20)}`,
  );
  setTimeout(() => socket.end(body.slice(20)), 800);
  return readAll(socket);
}

function sendRaw(api: ApiProcess, text: string): Promise<string> {
  const socket = connect(Number(new URL(api.address).port), '127.0.0.1');
  socket.end(text);
  return readAll(socket);
}

async function readAll(socket: ReturnType<typeof connect>): Promise<string> {
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return text;
}
