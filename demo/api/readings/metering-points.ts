/**
 * A customer's meters and registers, with the last reading the operator recorded and what is
 * plausible from there. What customers declare moves neither until the operator's system takes it.
 */
import type { Kysely, Selectable } from 'kysely';
import type { Schemas } from '../contract.js';
import { masked } from '../customers/customer-store.js';
import type { Tables } from '../tables.js';

/** The customer's meter under that id, locked until the transaction ends; undefined if it is not theirs. */
export async function lockMeter(db: Kysely<Tables>, clientNumber: string, meterId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('metering_points')
    .select('meter_id')
    .where('meter_id', '=', meterId)
    .where('client_number', '=', clientNumber)
    .forUpdate()
    .executeTakeFirst();
  return row?.meter_id;
}

export async function readRegisters(db: Kysely<Tables>, meterId: string): Promise<Schemas['Register'][]> {
  const rows = await db.selectFrom('registers').selectAll().where('meter_id', '=', meterId).orderBy('rank').execute();
  return rows.map(toRegister);
}

export async function readMeteringPoints(db: Kysely<Tables>, clientNumber: string): Promise<Schemas['MeteringPoint'][]> {
  const meters = await db
    .selectFrom('metering_points')
    .selectAll()
    .where('client_number', '=', clientNumber)
    .orderBy('meter_id')
    .execute();
  const registers = await db
    .selectFrom('registers')
    .selectAll()
    .where('meter_id', 'in', db.selectFrom('metering_points').select('meter_id').where('client_number', '=', clientNumber))
    .orderBy('rank')
    .execute();
  return meters.map(({ meter_id, meter_number }) => ({
    meterId: meter_id,
    meterNumber: masked(meter_number),
    registers: registers.filter((row) => row.meter_id === meter_id).map(toRegister),
  }));
}

function toRegister(row: Selectable<Tables['registers']>): Schemas['Register'] {
  return {
    code: row.code,
    name: { bg: row.name.bg, en: row.name.en },
    digits: row.digits,
    lastReading: { value: row.last_value, readAt: row.last_read_at },
    // Equal is right: a vacant home has it every month.
    plausible: { min: row.last_value, max: row.plausible_max },
  };
}
