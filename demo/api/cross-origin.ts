/**
 * Which pages may read what. Public answers are for every origin; answers to a POST are personal
 * and only for the origins configured. Headers are set on errors too, or a page could not tell
 * "not found" from "offline".
 */
import type { FastifyInstance, FastifyReply } from 'fastify';

const EXPOSED = 'Date, Age, ETag, Retry-After, Idempotency-Replayed';
const PREFLIGHT_SECONDS = '7200';

/** Lets every origin read the answer. */
export function openToAll(reply: FastifyReply): void {
  reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', EXPOSED);
}

/** Lets pages of the origins named read the answer. */
export function openToSome(reply: FastifyReply, origin: string | undefined, allowed: readonly string[]): void {
  reply.header('access-control-expose-headers', EXPOSED).header('vary', 'Origin');
  if (origin !== undefined && allowed.includes(origin)) reply.header('access-control-allow-origin', origin);
}

export function allowOrigins(app: FastifyInstance, allowed: readonly string[]): void {
  app.addHook('onRequest', async (request, reply) => {
    const asked = request.headers['access-control-request-method'];
    const preflight = request.method === 'OPTIONS' && asked !== undefined;
    const method = preflight ? asked : request.method;
    if (method === 'POST') openToSome(reply, request.headers.origin, allowed);
    else openToAll(reply);
    if (!preflight) return;
    return reply
      .header('access-control-allow-methods', method === 'POST' ? 'POST' : 'GET, HEAD')
      .header('access-control-allow-headers', 'Content-Type, Idempotency-Key, Challenge, If-None-Match')
      .header('access-control-max-age', PREFLIGHT_SECONDS)
      .header('cache-control', 'no-store')
      .code(204)
      .send();
  });
}
