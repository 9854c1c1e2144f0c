/** Where there are outages: oblasts with their municipalities, and how many in each. */
import type { Outage } from '../../model/outage.js';

export interface Region {
  oblast: string;
  count: number;
  /** Municipality and number of its outages; the list they come from is in order, so are they. */
  municipalities: Map<string, number>;
}

export function regionsOf(outages: readonly Outage[]): Region[] {
  const regions = new Map<string, Region>();
  for (const { oblast, municipality } of outages) {
    let region = regions.get(oblast);
    if (!region) regions.set(oblast, (region = { oblast, count: 0, municipalities: new Map() }));
    region.count++;
    region.municipalities.set(municipality, (region.municipalities.get(municipality) ?? 0) + 1);
  }
  return [...regions.values()];
}
