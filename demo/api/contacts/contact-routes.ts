/** `/contacts`: info line, e-mails, sites, profiles. */
import type { FastifyInstance } from 'fastify';
import { askedBrand } from '../brand-query.js';
import type { RouteContext } from '../route-context.js';
import { readContacts } from './contact-store.js';

export function addContactRoutes(app: FastifyInstance, { db, answers }: RouteContext): void {
  app.get('/contacts', async (request, reply) => {
    const brand = askedBrand(request);
    await answers.send(request, reply, 'contacts', `brand=${brand ?? ''}`, async ({ changedAt }) => {
      const contacts = await readContacts(db);
      return {
        contacts: brand === null ? contacts : contacts.filter((contact) => contact.brands.includes(brand)),
        updatedAt: changedAt.toISOString(),
      };
    });
    return reply;
  });
}
