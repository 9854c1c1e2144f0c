/** Contacts in the database, in the order to show them. */
import type { Kysely } from 'kysely';
import { recordChange } from '../changes.js';
import type { Schemas } from '../contract.js';
import type { Tables } from '../tables.js';

type Contact = Schemas['Contact'];

export async function readContacts(db: Kysely<Tables>): Promise<Contact[]> {
  const rows = await db.selectFrom('contacts').selectAll().orderBy('rank').execute();
  return rows.map(({ id, body }) => inOrder({ ...body, id }));
}

/** Makes the contacts exactly these, if they are not. */
export async function replaceContacts(db: Kysely<Tables>, contacts: readonly Contact[], at: Date): Promise<void> {
  const before = await readContacts(db);
  if (JSON.stringify(before) === JSON.stringify(contacts.map(inOrder))) return;
  await db.deleteFrom('contacts').execute();
  await db
    .insertInto('contacts')
    .values(contacts.map(({ id, ...body }, rank) => ({ id, rank, body: JSON.stringify(body) })))
    .execute();
  await recordChange(db, 'contacts', at);
}

/** The database keeps fields in an order of its own. */
function inOrder(contact: Contact): Contact {
  const { id, brands, kind, purpose, label, value, url, openingHoursSpecification, cost, emergency } = contact;
  return {
    id,
    brands,
    kind,
    purpose: { bg: purpose.bg, en: purpose.en },
    label: { bg: label.bg, en: label.en },
    value,
    url,
    openingHoursSpecification:
      openingHoursSpecification?.map(({ dayOfWeek, opens, closes }) => ({ dayOfWeek, opens, closes })) ?? null,
    cost: cost === null ? null : { bg: cost.bg, en: cost.en },
    emergency,
  };
}
