/** The API under test, in this process, on a fixed clock; every answer under `/v1` is held against the contract. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe } from 'vitest';
import { buildAppOn, type AppOptions } from '../../../../demo/api/app.js';
import { createApiKey } from '../../../../demo/api/api-keys.js';
import { openDatabase, type Database, type DatabasePlace } from '../../../../demo/api/database.js';
import type { RouteContext } from '../../../../demo/api/route-context.js';
import { checkAgainstContract } from './contract-check.js';
import { startPostgres, type Postgres } from './postgres.js';

export const NOW = new Date('2026-11-23T08:00:00Z');
export const SITE = 'http://localhost:8080';

export interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  bytes: Buffer;
  text: string;
  // The caller says what it expects to read; the contract check has made sure of it.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  json<T = Record<string, unknown>>(): T;
}

export interface Request {
  headers?: Record<string, string>;
  /** Sent as JSON, unless it is a string or bytes. */
  body?: unknown;
  /** Where it comes from; from this machine unless told otherwise. */
  address?: string;
}

export class Api {
  readonly app: FastifyInstance;
  readonly context: RouteContext;
  readonly database: Database;
  /** What the server's clock says; tests move it. */
  clock: { now: Date };

  private constructor(app: FastifyInstance, context: RouteContext, database: Database, clock: { now: Date }) {
    this.app = app;
    this.context = context;
    this.database = database;
    this.clock = clock;
  }

  static async open(place: DatabasePlace, options: Omit<AppOptions, keyof DatabasePlace> = {}): Promise<Api> {
    const database = await openDatabase(place);
    const clock = { now: NOW };
    const { app, context } = await buildAppOn(database, { allowedOrigins: [SITE], now: () => clock.now, ...options });
    return new Api(app, context, database, clock);
  }

  async send(method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS', path: string, request: Request = {}): Promise<Answer> {
    const { body, headers = {}, address } = request;
    const raw = typeof body === 'string' || Buffer.isBuffer(body);
    const response = await this.app.inject({
      method,
      url: path,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { payload: raw ? body : JSON.stringify(body) }),
      ...(address === undefined ? {} : { remoteAddress: address }),
    });
    const answer: Answer = {
      status: response.statusCode,
      headers: response.headers as Record<string, string | undefined>,
      bytes: response.rawPayload,
      text: response.payload,
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
      json: <T>() => JSON.parse(response.payload) as T,
    };
    if (path.startsWith('/v1') && method !== 'HEAD' && method !== 'OPTIONS') {
      checkAgainstContract(method, path, { status: answer.status, headers: answer.headers, body: answer.bytes });
    }
    return answer;
  }

  post(path: string, body: unknown, request: Omit<Request, 'body'> = {}): Promise<Answer> {
    return this.send('POST', path, { ...request, body });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, { headers });
  }

  async operatorHeaders(name = 'test'): Promise<Record<string, string>> {
    return { authorization: `Bearer ${await createApiKey(this.context.db, name, NOW)}` };
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

/** The same suite on the embedded database and on a real PostgreSQL; `place` gives an empty database. */
export function onBothDatabases(suite: (place: () => Promise<DatabasePlace>) => void): void {
  describe('on the embedded database', () => {
    suite(() => Promise.resolve({ memory: true }));
  });
  describe('on PostgreSQL', () => {
    let postgres: Postgres;
    beforeAll(async () => {
      postgres = await startPostgres();
    });
    afterAll(() => postgres.stop());
    suite(async () => ({ databaseUrl: await postgres.createDatabase() }));
  });
}
