/**
 * PGlite behind the face of a PostgreSQL pool, so that one dialect serves both databases. PGlite has
 * one connection: whoever connects has it alone until release, or transactions would interleave.
 */
import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

export class PglitePool implements PostgresPool {
  readonly #database: PGlite;
  #lastTurn: Promise<void> = Promise.resolve();

  constructor(database: PGlite) {
    this.#database = database;
  }

  async connect(): Promise<PostgresPoolClient> {
    const turnBefore = this.#lastTurn;
    let release = () => {};
    this.#lastTurn = new Promise((resolve) => {
      release = resolve;
    });
    await turnBefore;
    return { query: this.#query as PostgresPoolClient['query'], release };
  }

  async end(): Promise<void> {
    await this.#lastTurn;
    await this.#database.close();
  }

  #query = async <R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> => {
    const result = await this.#database.query<R>(sql, [...parameters]);
    const command = sql.trimStart().slice(0, 6).toUpperCase() as PostgresQueryResult<R>['command'];
    return { command, rowCount: result.affectedRows ?? result.rows.length, rows: result.rows };
  };
}
