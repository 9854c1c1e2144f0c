/** Customers of the API under test that nobody else uses: what they declare stands alone. */
import { testNow } from './environment.js';
import { onward } from './page-fetch.js';

export interface Customer {
  clientNumber: string;
  authorizationCode: string;
  meterId: string;
}

const ask = async <T>(path: string): Promise<T> => (await (await onward(`${globalThis.cezTestEnvironment.control}/${path}`, {})).json()) as T;

/** A customer whose meters have two registers, last read a month ago: day 012345 (to 013245), night 006789 (to 007289). */
export const newCustomer = (meters = 1): Promise<Customer> => ask(`customers/${meters}`);

/** References of the readings stored for a meter. */
export const storedReadings = (meterId: string): Promise<string[]> => ask(`readings/${meterId}`);

/** References of the requests for the e-invoice stored for a customer. */
export const storedEinvoices = (clientNumber: string): Promise<string[]> => ask(`einvoices/${clientNumber}`);

/** Makes a request for the e-invoice older than it is. */
export const makeOlder = (reference: string, seconds: number): Promise<unknown> => ask(`older/${reference}/${seconds}`);

/** A reading the customer could declare today. */
export const readingOf = (customer: Customer, day = '012400'): Record<string, unknown> & { authorizationCode: string } => ({
  ...customer,
  registers: [{ code: 'day', value: day }, { code: 'night', value: '006800' }],
  readAt: testNow.slice(0, 10),
});
