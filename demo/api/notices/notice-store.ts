/** Notices in the database. */
import type { Kysely } from 'kysely';
import { lockForWriting, recordChange } from '../changes.js';
import { schemaErrors, type FieldError, type Schemas } from '../contract.js';
import type { NoticeBody, Tables } from '../tables.js';

type Notice = Schemas['Notice'];
type Text = Schemas['Text'];

/** Checks an input of the contract's `NoticeInput`. */
export function checkNotice(input: unknown): { body: NoticeBody } | { errors: FieldError[] } {
  const errors: FieldError[] = schemaErrors('NoticeInput', input);
  if (errors.length > 0) return { errors };
  const body = inOrder(input as NoticeBody);
  if (Date.parse(body.validThrough) > Date.parse(body.validFrom)) return { body };
  return { errors: [{ pointer: '/validThrough', code: 'range' }] };
}

const SEVERITIES: ReadonlyArray<Notice['severity']> = ['emergency', 'warning', 'info'];

/** All notices, whenever they are valid: the most severe first, then those that begin first. */
export async function readNotices(db: Kysely<Tables>): Promise<Notice[]> {
  const rows = await db.selectFrom('notices').selectAll().execute();
  const order = ({ severity, validFrom, id }: Notice) => `${SEVERITIES.indexOf(severity)} ${new Date(validFrom).toISOString()} ${id}`;
  return rows.map(toNotice).sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

export async function readNotice(db: Kysely<Tables>, id: string): Promise<Notice | null> {
  const row = await db.selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toNotice(row);
}

export async function writeNotice(db: Kysely<Tables>, id: string, body: NoticeBody, at: Date, sample = false): Promise<void> {
  const row = { body: JSON.stringify(body), sample, updated_at: at };
  await db
    .insertInto('notices')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function removeNotice(db: Kysely<Tables>, id: string): Promise<void> {
  await db.deleteFrom('notices').where('id', '=', id).execute();
}

/** To call while no other transaction writes the centers, whose samples go with these. */
export async function removeSampleNotices(db: Kysely<Tables>, at: Date): Promise<void> {
  await lockForWriting(db, 'notices');
  const { numDeletedRows } = await db.deleteFrom('notices').where('sample', '=', true).executeTakeFirst();
  if (numDeletedRows > 0) await recordChange(db, 'notices', at);
}

/** Whether a notice says just what the body says, whenever it was written. */
export function hasContent({ id: _id, updatedAt: _updatedAt, ...notice }: Notice, body: NoticeBody): boolean {
  return JSON.stringify(notice) === JSON.stringify(body);
}

function toNotice({ id, body, updated_at }: { id: string; body: NoticeBody; updated_at: Date }): Notice {
  return { id, ...inOrder(body), updatedAt: updated_at.toISOString() };
}

/** In the contract's order, as neither databases nor operators keep one. */
function inOrder(notice: NoticeBody): NoticeBody {
  const { brands, severity, title, text, link, validFrom, validThrough, places, services, dismissible } = notice;
  return {
    brands,
    severity,
    title: textInOrder(title),
    text: textInOrder(text),
    link: link === null ? null : { url: link.url, text: textInOrder(link.text) },
    validFrom,
    validThrough,
    places,
    services,
    dismissible,
  };
}

function textInOrder({ bg, en }: Text): Text {
  return { bg, en };
}
