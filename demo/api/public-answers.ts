/**
 * Public answers, serialised and compressed once per change and then sent from memory. Knows
 * encodings, ETags and caching; the content comes from a function.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answered, Change, Changes } from './changes.js';

interface Answer {
  plain: Buffer;
  brotli: Buffer;
  /** Strong ETag of the plain bytes; that of the brotli bytes is derived from it. */
  etag: string;
}

const compress = promisify(brotliCompress);
const LARGE_BYTES = 256 * 1024;
/** Seconds that a cache may keep an answer, where a minute would be too long. */
const MAX_AGE: Partial<Record<Answered, number>> = { outages: 15, notices: 15, occupancy: 15 };

/** Strong ETag of a JSON text as it is sent without compression. */
export function etagOf(json: string | Buffer): string {
  return `"${createHash('sha256').update(json).digest('base64url').slice(0, 27)}"`;
}

/** Whether a list of ETags (`If-Match`, `If-None-Match`) names this one, in either encoding. */
export function namesEtag(header: string, etag: string, comparison: 'strong' | 'weak'): boolean {
  if (header.trim() === '*') return true;
  return header.split(',').some((item) => {
    const tag = item.trim();
    const strong = comparison === 'weak' ? tag.replace(/^W\//, '') : tag;
    return strong === etag || strong === brotliEtag(etag);
  });
}

export class PublicAnswers {
  readonly #changes: Changes;
  readonly #answers = new Map<string, { version: string; answer: Promise<Answer | null> }>();

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  /**
   * Answers a GET. `key` tells apart the answers made from one resource, and must come from a small
   * set, or from what exists; `load` gives the body (a value for JSON, or a text), or null if there is
   * nothing under that key. Resolves to false, with nothing sent, in the latter case.
   */
  async send(
    request: FastifyRequest,
    reply: FastifyReply,
    resource: Answered,
    key: string,
    load: (change: Change) => Promise<unknown>,
    type = 'application/json',
  ): Promise<boolean> {
    const make = async (change: Change) => makeAnswer(await load(change), MAX_AGE[resource] === undefined);
    const answer = await this.#answer(`${resource} ${key}`, await this.#changes.of(resource), make);
    if (answer === null) return false;
    const useBrotli = acceptsBrotli(request.headers['accept-encoding']);
    reply
      .header('cache-control', `public, max-age=${MAX_AGE[resource] ?? 60}, stale-while-revalidate=60, stale-if-error=86400`)
      .header('vary', 'Accept-Encoding')
      .header('etag', useBrotli ? brotliEtag(answer.etag) : answer.etag);
    const held = request.headers['if-none-match'];
    if (held !== undefined && namesEtag(held, answer.etag, 'weak')) {
      reply.code(304).send();
      return true;
    }
    if (useBrotli) reply.header('content-encoding', 'br');
    reply.header('content-type', `${type}; charset=utf-8`).send(useBrotli ? answer.brotli : answer.plain);
    return true;
  }

  async #answer(key: string, change: Change, make: (change: Change) => Promise<Answer | null>): Promise<Answer | null> {
    const held = this.#answers.get(key);
    if (held?.version === change.version) return held.answer;
    const making = { version: change.version, answer: make(change) };
    this.#answers.set(key, making);
    try {
      const answer = await making.answer;
      // What does not exist takes no room: anybody can ask for any id.
      if (answer === null && this.#answers.get(key) === making) this.#answers.delete(key);
      return answer;
    } catch (error) {
      // A failure is never kept; what was right before the change is better than nothing.
      if (this.#answers.get(key) === making) {
        if (held === undefined) this.#answers.delete(key);
        else this.#answers.set(key, held);
      }
      if (held === undefined) throw error;
      return held.answer;
    }
  }
}

/** What changes seldom is worth the time to make it as small as can be; for the rest everybody would wait. */
async function makeAnswer(body: unknown, changesSeldom: boolean): Promise<Answer | null> {
  if (body === null) return null;
  const plain = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const quality = changesSeldom && plain.length <= LARGE_BYTES ? 11 : 6;
  const brotli = await compress(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  });
  return { plain, brotli, etag: etagOf(plain) };
}

/** The ETag is that of bytes, so two encodings need two (RFC 9110, 8.8.3). */
function brotliEtag(etag: string): string {
  return `${etag.slice(0, -1)}-br"`;
}

function acceptsBrotli(header: string | string[] | undefined): boolean {
  return String(header ?? '')
    .split(',')
    .some((item) => {
      const [coding, ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
      return coding === 'br' && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    });
}
