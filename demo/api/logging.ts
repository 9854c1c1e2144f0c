/**
 * What the log may hold: the route's pattern, never the address, query, headers or body; of an
 * error its kind and place, never its message, since parsers and databases quote values in theirs.
 */
import type { FastifyRequest, FastifyServerOptions } from 'fastify';

/** true: to standard output; an object: to its `write`; false: nowhere. */
export type LogTarget = boolean | { write(line: string): void };

export function loggerOptions(target: LogTarget): NonNullable<FastifyServerOptions['logger']> {
  if (target === false) return false;
  return {
    level: 'info',
    ...(target === true ? {} : { stream: target }),
    serializers: {
      req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions.url ?? null }),
      res: (reply) => ({ statusCode: reply.statusCode }),
      err: describeError,
    },
  };
}

function describeError(error: unknown): { type: string; code: string | null; message: string; stack: string } {
  if (!(error instanceof Error)) return { type: typeof error, code: null, message: '', stack: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, code, message: '', stack: frames.join('\n') };
}
