/** `/einvoice-…`: asking for the e-invoice, confirming it with the link of a mail, and going back to paper. */
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { schemaErrors, type Schemas } from '../contract.js';
import { foldedBody, recognize } from '../customers/recognize.js';
import { storeMail } from '../mail/outbox.js';
import { ProblemError } from '../problems.js';
import type { RouteContext } from '../route-context.js';
import { newReference } from '../submissions/reference.js';
import { receiveOnce, sendReceipt, submissionKey, submissionOf } from '../submissions/submission.js';
import type { Tables } from '../tables.js';
import { einvoiceMail } from './einvoice-mail.js';
import {
  cancelRequest,
  cancelRequests,
  confirmRequest,
  expiryFrom,
  matterOf,
  readBoundRequest,
  renewRequest,
  storeRequest,
  type TokenedRequest,
} from './einvoice-store.js';

interface ByReference {
  Params: { reference: string };
}

export function addEinvoiceRoutes(app: FastifyInstance, context: RouteContext): void {
  const { db, mails, einvoice, now } = context;

  app.post('/einvoice-requests', async (request, reply) => {
    const key = submissionKey(request);
    const body = foldedBody('EinvoiceRequest', request.body);
    await recognize(context, request, body);
    const submission = submissionOf(key, body);
    const receipt = await receiveOnce(db, submission, readBoundRequest, async (transaction) => {
      const at = now();
      const answer = receiptOf(body, at);
      const tokened = await storeRequest(transaction, submission, body, answer, at);
      await storeLinkMail(transaction, tokened, at);
      return tokened.request.answer;
    });
    mails.wake();
    return sendReceipt(reply, receipt);
  });

  app.post<ByReference>('/einvoice-requests/:reference/resend', async (request, reply) => {
    const { reference } = request.params;
    const { clientNumber } = await recognize(context, request, foldedBody('ClientProof', request.body));
    if (schemaErrors('Reference', reference).length > 0) throw new ProblemError('not-found');
    await db.transaction().execute(async (transaction) => {
      const at = now();
      const renewed = await renewRequest(transaction, { reference, clientNumber, at });
      if (renewed === null) throw new ProblemError('not-found');
      if ('waitMs' in renewed) {
        const retryAfterSeconds = Math.ceil(renewed.waitMs / 1000);
        throw new ProblemError('too-many-requests', undefined, undefined, { retryAfterSeconds });
      }
      await storeLinkMail(transaction, renewed, at);
    });
    mails.wake();
    return reply.code(202).send();
  });

  app.post('/einvoice-confirmations', async (request) => {
    const token = tokenOf(request.body);
    const good = await db.transaction().execute((transaction) => confirmRequest(transaction, token, now()));
    if (!good) throw new ProblemError('not-found');
    return { state: 'active' };
  });

  app.post('/einvoice-cancellations', async (request) => {
    const { body } = request;
    if (typeof body === 'object' && body !== null && 'token' in body) {
      const token = tokenOf(body);
      const good = await db.transaction().execute((transaction) => cancelRequest(transaction, token, now()));
      if (!good) throw new ProblemError('not-found');
    } else {
      const { clientNumber } = await recognize(context, request, foldedBody('ClientProof', body));
      await db.transaction().execute((transaction) => cancelRequests(transaction, clientNumber));
    }
    return { state: 'paper' };
  });

  async function storeLinkMail(transaction: Kysely<Tables>, { request, token }: TokenedRequest, at: Date): Promise<void> {
    const link = new URL(einvoice.page);
    link.searchParams.set('cez-einvoice-token', token);
    const mail = einvoiceMail({
      to: request.email,
      reference: request.reference,
      clientNumber: request.client_number,
      link: link.href,
      page: einvoice.page,
      expiresAt: request.expires_at,
      sender: einvoice.sender,
    });
    await storeMail(transaction, matterOf(request.client_number), mail, at);
  }
}

function receiptOf({ email }: Schemas['EinvoiceRequest'], at: Date): Schemas['EinvoiceReceipt'] {
  return {
    reference: newReference(),
    state: 'awaiting-confirmation',
    email: `${email.charAt(0)}…${email.slice(email.lastIndexOf('@'))}`,
    expiresAt: expiryFrom(at).toISOString(),
  };
}

function tokenOf(body: unknown): string {
  if (body === undefined) throw new ProblemError('unsupported-media-type');
  const errors = schemaErrors('EinvoiceConfirmation', body);
  if (errors.length > 0) throw new ProblemError('invalid', undefined, errors);
  return (body as Schemas['EinvoiceConfirmation']).token;
}
