/** The list of outages and its filter as a web team writes them beside a map; `most` rows at a time. */
import { showRows } from './list.mjs';

const COLORS = { unplanned: '#c20', planned: '#06c', switching: '#555' };
const KINDS = { unplanned: 'авария', planned: 'планирано', switching: 'превключване' };

export const colorOf = ({ kind }) => COLORS[kind];
export const titleOf = ({ kind, places }) => `${places[0]}: ${KINDS[kind]}`;
const untilOf = ({ end }) => `до ${end.slice(11, 16)} ч.`;

/** All in one file: GeoJSON with the facts as properties. */
export async function loadOutages() {
  const response = await fetch(`/api/${new URLSearchParams(location.search).get('n') ?? 200}/v1/outages/all`);
  return (await response.json()).features.map(({ properties, geometry }) => ({ ...properties, ring: geometry.coordinates[0] }));
}

/** @param {(shown: object[]) => void} onFilter  @param {number} most */
export function showOutages(outages, onFilter, most = Infinity) {
  const row = (outage) => `<li><b>${titleOf(outage)}</b><span>${outage.municipality}, ${outage.oblast}</span><span>${untilOf(outage)}</span></li>`;
  showRows(outages, { row, keyOf: titleOf, countText: (count) => `${count} прекъсвания`, onFilter, most });
}
