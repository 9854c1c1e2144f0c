/** Outages as tests write and read them. */
import type { components } from '../../../../src/api/schema.js';
import { lockForWriting, recordChange } from '../../../../demo/api/changes.js';
import { checkOutage } from '../../../../demo/api/outages/outage-body.js';
import { importOutages, type OutageImportReport } from '../../../../demo/api/outages/outage-import.js';
import { putOutage, removeSampleOutages } from '../../../../demo/api/outages/outage-store.js';
import { NOW, type Api } from './api.js';

type Schemas = components['schemas'];
export type Outage = Schemas['Outage'];
export type OutageList = Schemas['OutageList'];

/** The instant that many minutes after the tests' now, as the API writes it. */
export function minute(offset: number): string {
  return new Date(NOW.getTime() + offset * 60_000).toISOString();
}

export const INPUT: Schemas['OutageInput'] = {
  kind: 'unplanned',
  scope: 'whole',
  oblast: 'Враца',
  municipality: 'Враца',
  places: ['Враца'],
  start: minute(-60),
  end: minute(60),
  endHistory: [],
  status: 'active',
  cause: { bg: 'повреда на кабел', en: 'cable fault' },
  customersAffected: '51-200',
  position: { lat: 43.21, lng: 23.56 },
  sequence: 0,
};

/** Writes an outage as an operator does; what is not told is as in `INPUT`. */
export async function write(api: Api, id: string, differs: Partial<Schemas['OutageInput']> = {}): Promise<void> {
  const checked = checkOutage({ ...INPUT, ...differs });
  if ('errors' in checked) throw new Error(JSON.stringify(checked.errors));
  await api.context.db.transaction().execute(async (transaction) => {
    await lockForWriting(transaction, 'outages');
    await putOutage(transaction, id, checked.body, api.clock.now);
    await recordChange(transaction, 'outages', api.clock.now);
  });
  api.context.changes.forget();
}

/** Leaves no outage behind. */
export async function clear(api: Api): Promise<void> {
  await removeSampleOutages(api.context.db);
  await api.context.db.deleteFrom('outages').execute();
  await recordChange(api.context.db, 'outages', api.clock.now);
  api.context.changes.forget();
}

export async function list(api: Api, query = ''): Promise<Outage[]> {
  return (await api.get(`/v1/outages${query}`)).json<OutageList>().outages;
}

export async function one(api: Api, id: string): Promise<Outage> {
  return (await api.get(`/v1/outages/${id}`)).json<Outage>();
}

/** Has a feed loaded: a text, or a value to be written as JSON. */
export async function load(api: Api, feed: unknown): Promise<OutageImportReport> {
  const bytes = Buffer.from(typeof feed === 'string' ? feed : JSON.stringify(feed));
  const report = await importOutages(api.context.db, { source: 'feed.json', bytes }, api.clock.now);
  api.context.changes.forget();
  return report;
}
