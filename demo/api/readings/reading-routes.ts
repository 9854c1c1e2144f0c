/** `/metering-points`, `/readings` and `/reading-window`: what to read, declaring it, and when. */
import type { Kysely } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { wallClock } from '../../../src/model/zoned-time.js';
import type { Schemas } from '../contract.js';
import type { Customer } from '../customers/customer-store.js';
import { foldedBody, recognize } from '../customers/recognize.js';
import { ProblemError } from '../problems.js';
import type { RouteContext } from '../route-context.js';
import { newReference } from '../submissions/reference.js';
import { receiveOnce, sendReceipt, submissionKey, submissionOf } from '../submissions/submission.js';
import type { Tables } from '../tables.js';
import { lockMeter, readMeteringPoints, readRegisters } from './metering-points.js';
import { checkDate, checkOrder, checkRegisters, checkWindow, correctedBy, judge } from './reading-rules.js';
import { readBoundReading, readStanding, storeReading } from './reading-store.js';
import { readReadingWindow } from './reading-window.js';

export function addReadingWindowRoute(app: FastifyInstance, { db, answers, now }: RouteContext): void {
  app.get('/reading-window', async (request, reply) => {
    // A window opens and closes with the day, so each day has an answer of its own.
    const today = wallClock(now()).date;
    await answers.send(request, reply, 'reading-window', today, () => readReadingWindow(db, today));
    return reply;
  });
}

export function addReadingRoutes(app: FastifyInstance, context: RouteContext): void {
  const { db, now } = context;

  app.post('/metering-points', async (request) => {
    const { clientNumber } = await recognize(context, request, foldedBody('ClientProof', request.body));
    return { meteringPoints: await readMeteringPoints(db, clientNumber) };
  });

  app.post('/readings', async (request, reply) => {
    const key = submissionKey(request);
    const declaration = foldedBody('ReadingDeclaration', request.body);
    const customer = await recognize(context, request, declaration);
    const submission = submissionOf(key, declaration);
    const receipt = await receiveOnce(db, submission, readBoundReading, async (transaction) => {
      const receipt = await accept(transaction, customer, declaration, now());
      return storeReading(transaction, submission, declaration, receipt);
    });
    return sendReceipt(reply, receipt);
  });
}

/** Judges a declaration with its meter locked, so that two of one meter see each other. Throws refusals. */
async function accept(
  db: Kysely<Tables>,
  { clientNumber }: Customer,
  declaration: Schemas['ReadingDeclaration'],
  at: Date,
): Promise<Schemas['ReadingReceipt']> {
  const meterId = await lockMeter(db, clientNumber, declaration.meterId);
  if (meterId === undefined) throw new ProblemError('invalid', undefined, [{ pointer: '/meterId', code: 'range' }]);
  const today = wallClock(at).date;
  const registers = await readRegisters(db, meterId);
  const standing = await readStanding(db, meterId);

  checkWindow(await readReadingWindow(db, today));
  checkDate(declaration.readAt, today);
  checkRegisters(declaration.registers, registers);
  const corrected = correctedBy(declaration, standing, today);
  checkOrder(declaration.readAt, standing.filter((other) => other !== corrected), registers);
  return { reference: newReference(), receivedAt: at.toISOString(), status: judge(declaration, registers) };
}
