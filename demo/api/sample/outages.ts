/**
 * The sample outages: one of every kind, scope and status, in real places of the ten oblasts. What
 * happens there is invented and says so where a cause is told; times are set from the quarter of an
 * hour in which the server starts.
 */
import { instantAt, wallClock } from '../../../src/model/zoned-time.js';
import type { Schemas } from '../contract.js';
import { areaOf, coarse } from '../outages/outage-area.js';
import type { StoredOutage } from '../outages/outage-clock.js';
import { dayAfter } from './dates.js';
import { samplePlaces } from './places.js';

type Text = Schemas['Text'];

export interface SampleOutage {
  outage: StoredOutage;
  /** Client numbers of whom it is known to affect. */
  clients: string[];
}

interface Event {
  kind: Schemas['OutageKind'];
  scope: Schemas['OutageScope'];
  /** The first gives municipality and oblast. */
  places: string[];
  start: Date;
  end: Date | null;
  /** Ends told before, each with when it was. */
  moved?: Array<[end: Date, announcedAt: Date]>;
  restored?: Date;
  cause?: Text;
  affected?: Schemas['CustomersAffected'];
  /** Nobody told where in the place. */
  nowhere?: boolean;
  clients?: string[];
}

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

const cause = (bg: string, en: string): Text => ({ bg: `${bg} (примерни данни)`, en: `${en} (sample data)` });
const CABLE = cause('повреда на кабел', 'cable fault');
const TREE = cause('паднало дърво върху проводник', 'tree fallen on a line');
const STORM = cause('силен вятър', 'strong wind');
const TRANSFORMER = cause('подмяна на трансформатор', 'transformer being replaced');
const UPKEEP = cause('поддръжка на мрежата', 'upkeep of the grid');

export function sampleOutages(now: Date): SampleOutage[] {
  const base = Math.floor(now.getTime() / QUARTER_MS) * QUARTER_MS;
  const at = (hours: number, minutes = 0) => new Date(base + (hours * 60 + minutes) * MINUTE_MS);
  const { date: today } = wallClock(now);
  const on = (days: number, hour: number, minutes = 0) => instantAt(dayAfter(today, days), hour * 60 + minutes);
  const register = samplePlaces();

  const sample = (id: string, event: Event): SampleOutage => {
    const { kind, scope, places, start, end, moved = [], restored = null, affected = null, nowhere = false, clients = [] } = event;
    const place = register.find(({ name, operator }) => name === places[0] && operator === 'cez-rp');
    if (place === undefined) throw new Error(`${places[0]} is not among the sample places.`);
    const { oblast, municipality } = place;
    const position = nowhere || place.position === null ? null : coarse(place.position);
    // Told last when it last moved: a while after the end before was told. Works are told days ahead.
    const lastMoved = moved.map(([, announcedAt]) => announcedAt.getTime() + 45 * MINUTE_MS).at(-1);
    const told = Math.min(base, lastMoved ?? start.getTime() - (kind === 'unplanned' ? 0 : 5 * DAY_MS));
    const history = moved.map(([was, announcedAt]) => ({ end: was.toISOString(), announcedAt: announcedAt.toISOString() }));
    const changes = history.length + (restored === null ? 0 : 1);
    return {
      outage: {
        id: `sample-${id}`,
        body: {
          kind,
          scope,
          oblast,
          municipality,
          places,
          start: start.toISOString(),
          end: end?.toISOString() ?? null,
          endHistory: history,
          cause: event.cause ?? null,
          customersAffected: affected,
          position,
          sequence: changes,
        },
        area: nowhere ? null : areaOf({ scope, oblast, places, position }, register),
        source: 'sample',
        endAnnouncedAt: new Date(told),
        restoredAt: restored,
        updatedAt: restored ?? new Date(told),
      },
      clients,
    };
  };

  return [
    sample('vratsa', {
      kind: 'unplanned', scope: 'part', places: ['Враца'], start: at(-2), end: at(1, 15), moved: [[at(0, -15), at(-1, -50)]],
      cause: CABLE, affected: '201-1000', clients: ['310000000055'],
    }),
    sample('montana', {
      kind: 'planned', scope: 'part', places: ['Монтана'], start: on(1, 9), end: on(1, 16, 30),
      cause: TRANSFORMER, affected: '51-200', clients: ['530000000066'],
    }),
    sample('busmantsi', { kind: 'unplanned', scope: 'whole', places: ['Бусманци'], start: at(-1), end: at(2), cause: CABLE, affected: '1000+' }),
    sample('radomir', { kind: 'unplanned', scope: 'part', places: ['Радомир'], start: at(0, -45), end: at(1), affected: '11-50' }),
    sample('ruzhintsi', { kind: 'unplanned', scope: 'whole', places: ['Ружинци', 'Дреновец'], start: at(-4), end: null, cause: STORM, affected: '201-1000' }),
    sample('cherven-bryag', { kind: 'unplanned', scope: 'part', places: ['Червен бряг'], start: at(0, -30), end: null, nowhere: true }),
    sample('samokov', {
      kind: 'unplanned', scope: 'whole', places: ['Самоков'], start: at(-7), end: at(-1),
      moved: [[at(-5), at(-6, -45)], [at(-3), at(-5, -10)]], cause: TREE, affected: '1000+',
    }),
    sample('dupnitsa', { kind: 'planned', scope: 'part', places: ['Дупница'], start: at(-6), end: at(0, -30), cause: UPKEEP, affected: '51-200' }),
    sample('bansko', { kind: 'planned', scope: 'whole', places: ['Банско', 'Добринище'], start: at(-2), end: at(3), cause: UPKEEP, affected: '1000+' }),
    sample('garmen', { kind: 'planned', scope: 'whole', places: ['Гърмен'], start: on(2, 9), end: on(2, 15), affected: '1-10' }),
    sample('petrich', { kind: 'planned', scope: 'part', places: ['Петрич'], start: on(3, 8, 30), end: on(3, 12), cause: UPKEEP }),
    sample('kyustendil', { kind: 'planned', scope: 'part', places: ['Кюстендил'], start: on(12, 10), end: on(12, 14), cause: TRANSFORMER, affected: '201-1000' }),
    sample('troyan', { kind: 'switching', scope: 'part', places: ['Троян'], start: on(1, 5), end: on(1, 5, 5), cause: UPKEEP }),
    sample('etropole', { kind: 'switching', scope: 'whole', places: ['Етрополе'], start: at(-5), end: at(-5, 5), restored: at(-5, 4) }),
    sample('kozloduy', {
      kind: 'unplanned', scope: 'whole', places: ['Козлодуй'], start: at(-6), end: at(-1), moved: [[at(-3), at(-5, -50)]],
      restored: at(-2), cause: STORM, affected: '1000+',
    }),
    sample('lukovit', { kind: 'planned', scope: 'part', places: ['Луковит'], start: at(-22), end: at(-17), restored: at(-18), cause: UPKEEP }),
    sample('berkovitsa', { kind: 'unplanned', scope: 'part', places: ['Берковица'], start: at(-3), end: at(0, -45), affected: '1-10' }),
  ];
}
