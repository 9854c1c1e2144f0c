/** The e-invoice from the request through the mail to its confirmation, and every way back. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Schemas } from '../../../../demo/api/contract.js';
import { Api, NOW, onBothDatabases, SITE, type Answer } from '../support/api.js';

const PROOF = { clientNumber: '310000000011', authorizationCode: 'CEZ011' };
const OTHER_PROOF = { clientNumber: '310000000022', authorizationCode: 'CEZ022' };
const REQUEST = { ...PROOF, email: 'maria.ivanova@abv.bg', consentVersion: '2026-09-01' };
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

interface ShownMail {
  from: string;
  to: string;
  subject: string;
  text: string;
  arrivedAt: string;
}

onBothDatabases((place) => {
  let api: Api;
  let keys = 0;
  beforeAll(async () => {
    api = await Api.open(await place());
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    api.clock.now = NOW;
    for (const table of ['mails', 'mailbox', 'einvoice_tokens', 'einvoice_requests', 'consents', 'failed_attempts'] as const) {
      await api.context.db.deleteFrom(table).execute();
    }
  });

  const later = (ms: number) => (api.clock.now = new Date(api.clock.now.getTime() + ms));
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) => api.send('POST', `/v1/${path}`, { body, headers });
  const ask = (change: object = {}, key = `key-${(keys += 1)}`) => post('einvoice-requests', { ...REQUEST, ...change }, { 'idempotency-key': key });
  const confirm = (token: string) => post('einvoice-confirmations', { token });
  const cancel = (body: object) => post('einvoice-cancellations', body);
  const resend = (reference: string, proof = PROOF) => post(`einvoice-requests/${reference}/resend`, proof);

  const outcome = ({ status, json }: Answer) => [status, json<{ state?: string; code?: string }>().state ?? json<{ code: string }>().code];
  const referenceOf = (answer: Answer) => answer.json<Schemas['EinvoiceReceipt']>().reference;

  /** What the demo's mailbox shows, newest first, after all mails were delivered. */
  async function mailbox(): Promise<ShownMail[]> {
    while ((await api.context.mails.deliver()) > 0);
    return (await api.get('/mailbox')).json<{ mails: ShownMail[] }>().mails;
  }

  async function newestToken(): Promise<string> {
    return /\?cez-einvoice-token=([\w-]+)/.exec((await mailbox())[0]?.text ?? '')?.[1] ?? '';
  }

  describe('a request', () => {
    it('is active once the link of its mail is followed, and stays so', async () => {
      const answer = await ask();
      expect([answer.status, answer.headers['cache-control']]).toEqual([201, 'no-store']);
      expect(answer.json()).toEqual({
        reference: expect.stringMatching(/^[A-Z\d]{4}(-[A-Z\d]{4}){2}$/) as string,
        state: 'awaiting-confirmation',
        email: 'm…@abv.bg',
        expiresAt: '2026-11-30T08:00:00.000Z',
      });

      const [mail, ...others] = await mailbox();
      expect(others).toEqual([]);
      expect(mail).toMatchObject({ from: 'efaktura@cez-bg.example', to: REQUEST.email, subject: 'Потвърдете електронната фактура · Confirm your e-invoice' });
      expect(mail?.text).toContain('http://localhost:8080/cez-bg/einvoice/?cez-einvoice-token=');

      const token = await newestToken();
      expect(outcome(await confirm(token))).toEqual([200, 'active']);
      later(30 * DAY_MS);
      expect(outcome(await confirm(token))).toEqual([200, 'active']);
    });

    it('keeps the consent with its version and time apart, and of the token its hash alone', async () => {
      const reference = referenceOf(await ask());
      const token = await newestToken();
      const { db } = api.context;
      expect(await db.selectFrom('consents').selectAll().execute()).toMatchObject([
        { client_number: PROOF.clientNumber, purpose: 'einvoice', version: '2026-09-01', given_at: NOW, reference },
      ]);
      const rows = JSON.stringify([
        await db.selectFrom('einvoice_requests').selectAll().execute(),
        await db.selectFrom('einvoice_tokens').selectAll().execute(),
        await db.selectFrom('mails').selectAll().execute(),
      ]);
      expect(token).toHaveLength(43);
      expect(rows).not.toContain(token);
    });

    it('counts once and mails once, however often it is sent', async () => {
      const answers = await Promise.all(Array.from({ length: 40 }, () => ask({}, 'same')));
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
      expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(39);
      expect(await mailbox()).toHaveLength(1);

      // Typed in Cyrillic it is the same code, and codes are no part of what a key is bound to.
      const typed = await ask({ clientNumber: ' 3100 0000 0011', authorizationCode: 'сЕZ011' }, 'same');
      expect([typed.status, typed.text, typed.headers['idempotency-replayed']]).toEqual([201, answers[0]?.text, 'true']);
      expect(outcome(await ask({ email: 'other@abv.bg' }, 'same'))).toEqual([422, 'idempotency-key-reused']);
      expect(await mailbox()).toHaveLength(1);
    });

    it('is refused without a key, with a wrong pair or a wrong field, and leaves the key free', async () => {
      expect(outcome(await post('einvoice-requests', REQUEST))).toEqual([400, 'idempotency-key-missing']);
      expect(outcome(await ask({ authorizationCode: 'CEZ012' }, 'free'))).toEqual([404, 'not-recognized']);
      expect(outcome(await ask({ clientNumber: '310000000012' }, 'free'))).toEqual([404, 'not-recognized']);
      for (const [email, pointer] of [['maria', '/email'], ['a@b.bg\r\nBcc: c@d.bg', '/email'], [undefined, '/email']]) {
        const refused = await ask({ email }, 'free');
        expect([...outcome(refused), refused.json<Schemas['InvalidProblem']>().errors[0]?.pointer]).toEqual([422, 'invalid', pointer]);
      }
      expect(outcome(await ask({ consentVersion: 'yes' }, 'free'))).toEqual([422, 'invalid']);
      expect((await ask({}, 'free')).status).toBe(201);
      expect(await mailbox()).toHaveLength(1);
    });

    it('takes the place of one that awaits, but of an active one only when it is confirmed', async () => {
      await ask();
      const first = await newestToken();
      await confirm(first);
      await ask({ email: 'second@abv.bg' });
      const second = await newestToken();
      await ask({ email: 'third@abv.bg' });
      const third = await newestToken();

      expect(outcome(await confirm(second))).toEqual([404, 'not-found']);
      expect(outcome(await cancel({ token: second }))).toEqual([404, 'not-found']);
      expect(outcome(await confirm(first))).toEqual([200, 'active']);
      expect(outcome(await confirm(third))).toEqual([200, 'active']);
      expect(outcome(await confirm(first))).toEqual([404, 'not-found']);
    });

    it('sends no mail that is out of date', async () => {
      await ask({ email: 'first@abv.bg' });
      await ask({ email: 'second@abv.bg' });
      await ask({ ...OTHER_PROOF, email: 'other@abv.bg' });
      await cancel(OTHER_PROOF);
      expect((await mailbox()).map(({ to }) => to)).toEqual(['second@abv.bg']);
    });

    it('ends after seven days if nobody confirms', async () => {
      const reference = referenceOf(await ask());
      const token = await newestToken();
      later(7 * DAY_MS);
      expect(outcome(await confirm(token))).toEqual([404, 'not-found']);
      expect(outcome(await cancel({ token }))).toEqual([404, 'not-found']);
      expect(outcome(await resend(reference))).toEqual([404, 'not-found']);
    });

    it('is confirmed by no other token', async () => {
      await ask();
      expect(outcome(await confirm('A'.repeat(43)))).toEqual([404, 'not-found']);
      expect(outcome(await confirm('short'))).toEqual([422, 'invalid']);
      expect(outcome(await post('einvoice-confirmations', {}))).toEqual([422, 'invalid']);
      expect(outcome(await post('einvoice-confirmations', undefined))).toEqual([415, 'unsupported-media-type']);
    });
  });

  describe('sending the mail again', () => {
    it('is done once a minute; both links are good, for seven days more', async () => {
      const reference = referenceOf(await ask());
      const first = await newestToken();
      later(20_000);
      const early = await resend(reference);
      expect([...outcome(early), early.headers['retry-after']]).toEqual([429, 'too-many-requests', '40']);

      later(40_000);
      const many = await Promise.all([resend(reference), resend(reference), resend(reference)]);
      expect(many.map(({ status }) => status).sort()).toEqual([202, 429, 429]);
      expect(many.find(({ status }) => status === 202)?.text).toBe('');
      expect(await mailbox()).toHaveLength(2);
      const second = await newestToken();
      expect(second).not.toBe(first);

      later(7 * DAY_MS - MINUTE_MS);
      expect(outcome(await confirm(first))).toEqual([200, 'active']);
      expect(outcome(await confirm(second))).toEqual([200, 'active']);
    });

    it('is for the customer who asked, and while a confirmation is awaited', async () => {
      const reference = referenceOf(await ask());
      const token = await newestToken();
      later(MINUTE_MS);
      expect(outcome(await resend(reference, OTHER_PROOF))).toEqual([404, 'not-found']);
      expect(outcome(await resend(reference, { ...PROOF, authorizationCode: 'CEZ012' }))).toEqual([404, 'not-recognized']);
      expect(outcome(await resend('AAAA-BBBB-CCCC'))).toEqual([404, 'not-found']);
      expect(outcome(await resend('%00'))).toEqual([404, 'not-found']);
      await confirm(token);
      expect(outcome(await resend(reference))).toEqual([404, 'not-found']);
      expect(await mailbox()).toHaveLength(1);
    });
  });

  describe('back to paper', () => {
    it('goes by the link of the mail, before and after it was confirmed', async () => {
      for (const confirmed of [false, true]) {
        await ask();
        const token = await newestToken();
        if (confirmed) await confirm(token);
        expect(outcome(await cancel({ token }))).toEqual([200, 'paper']);
        // An answer that was lost is asked for again.
        expect(outcome(await cancel({ token }))).toEqual([200, 'paper']);
        expect(outcome(await confirm(token))).toEqual([404, 'not-found']);
      }
    });

    it('goes by number and code, whatever there was', async () => {
      expect(outcome(await cancel(PROOF))).toEqual([200, 'paper']);
      await ask();
      const active = await newestToken();
      await confirm(active);
      await ask({ email: 'second@abv.bg' });
      const awaiting = await newestToken();
      expect(outcome(await cancel({ ...PROOF, authorizationCode: 'CEZ012' }))).toEqual([404, 'not-recognized']);
      expect(outcome(await confirm(active))).toEqual([200, 'active']);
      expect(outcome(await cancel(PROOF))).toEqual([200, 'paper']);
      expect(outcome(await confirm(active))).toEqual([404, 'not-found']);
      expect(outcome(await confirm(awaiting))).toEqual([404, 'not-found']);
    });

    it('is not where a stranger brings the customer who refuses a mail sent to a wrong address', async () => {
      await ask();
      const own = await newestToken();
      await confirm(own);
      await ask({ email: 'stranger@abv.bg' });
      expect(outcome(await cancel({ token: await newestToken() }))).toEqual([200, 'paper']);
      expect(outcome(await confirm(own))).toEqual([200, 'active']);
    });

    it('needs a token, or number and code', async () => {
      for (const body of [{}, [], { token: 'short' }, { token: 'A'.repeat(43), ...PROOF }, { clientNumber: PROOF.clientNumber }]) {
        expect(outcome(await cancel(body))).toEqual([422, 'invalid']);
      }
    });
  });

  describe('the demo mailbox', () => {
    it('shows the newest mail first, to pages of the demo sites alone', async () => {
      await ask({ email: 'first@abv.bg' });
      await mailbox();
      later(MINUTE_MS);
      await ask({ email: 'second@abv.bg' });
      const mails = await mailbox();
      expect(mails.map(({ to, arrivedAt }) => [to, arrivedAt])).toEqual([
        ['second@abv.bg', '2026-11-23T08:01:00.000Z'],
        ['first@abv.bg', '2026-11-23T08:00:00.000Z'],
      ]);
      const origins = [SITE, 'https://elsewhere.example'];
      const allowed = origins.map(async (origin) => (await api.get('/mailbox', { origin })).headers['access-control-allow-origin']);
      expect(await Promise.all(allowed)).toEqual([SITE, undefined]);
    });

    it('forgets after a week', async () => {
      await ask();
      await mailbox();
      later(7 * DAY_MS + 1);
      await ask({ email: 'second@abv.bg' });
      expect((await mailbox()).map(({ to }) => to)).toEqual(['second@abv.bg']);
    });
  });
});
