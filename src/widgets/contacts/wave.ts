/** Whether many people are without power right now: then the phone is busy, and the look-up of outages is the quicker way. */
import { fields, list } from '../../model/decode.js';

/** So many unplanned outages at once are no ordinary day. */
export const WAVE = 10;

/** Unplanned outages that are going on; null if the answer is no list of outages. */
export function countFaults(answer: unknown): number | null {
  const { outages } = fields(answer);
  if (!Array.isArray(outages)) return null;
  return list(outages).filter((raw) => {
    const { kind, status } = fields(raw);
    return kind === 'unplanned' && (status === 'active' || status === 'overdue');
  }).length;
}
