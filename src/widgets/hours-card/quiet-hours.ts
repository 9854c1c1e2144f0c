/**
 * When in the week the fewest people wait: a small picture, a row of bars a day, and the same in words. A chunk of its
 * own, for those who unfold it.
 */
import { html, svg, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { CentersKey } from '../../i18n/bg/centers.js';
import type { CommonKey } from '../../i18n/bg/common.js';
import type { HoursCardKey } from '../../i18n/bg/hours-card.js';
import type { Words } from '../../i18n/words.js';
import { extremes, type QuietWeek, type Span } from '../../model/occupancy.js';

type CardWords = Words<CommonKey | CentersKey | HoursCardKey>;

/** Units of the picture: a bar with its gap is 4 wide and up to 10 high; an hour in which nobody waits has a line. */
const STEP = 4;
const HEIGHT = 10;
const LEAST = 0.6;

/** `today`: 0 = Monday. */
export function renderQuietHours(words: CardWords, week: QuietWeek, today: number): TemplateResult {
  const hours = week.flatMap((day) => [...day.keys()].filter((hour) => day[hour] !== undefined));
  if (!hours.length) return html`<p>${words.t('quietNone')}</p>`;
  const [from, to] = [Math.min(...hours), Math.max(...hours) + 1];
  const most = Math.max(1, ...week.flat().filter((waiting) => waiting !== undefined));
  const days = week.flatMap((day, index) => (day.length ? [{ day, index }] : []));
  return html`<div class="quiet-hours">
    <div class="week" role="img" aria-label=${words.t('quietPicture')}>
      ${days.map(({ day, index }) => html`<span class=${index === today ? 'strong' : ''}>${words.list('daysShort')[index]}</span>
        <svg viewBox="0 0 ${(to - from) * STEP} ${HEIGHT}" preserveAspectRatio="none">${svg`<path d=${barsOf(day, from, to, most)} />`}</svg>`)}
      <span></span><span class="axis small muted"><span>${clock(from)}</span><span>${clock(to)}</span></span>
    </div>
    <ul class="bullets">
      ${days.map(({ day, index }) => html`<li aria-current=${ifDefined(index === today ? 'date' : undefined)}><span .textContent=${dayText(words, day, words.list('days')[index] ?? '')}></span></li>`)}
    </ul>
    <p class="small muted">${words.t('quietSource')}</p>
  </div>`;
}

/** Hours without a count have no bar. */
const barsOf = (day: QuietWeek[0], from: number, to: number, most: number): string =>
  [...Array(to - from).keys()]
    .map((index) => {
      const waiting = day[from + index];
      if (waiting === undefined) return '';
      const height = Math.max(LEAST, (waiting / most) * HEIGHT);
      return `M${index * STEP} ${HEIGHT}v-${height.toFixed(2)}h${STEP - 1}v${height.toFixed(2)}z`;
    })
    .join('');

function dayText(words: CardWords, hours: QuietWeek[0], day: string): string {
  const ends = extremes(hours);
  if (!ends) return words.t('quietDayAlike', { day });
  const told = (spans: Span[]): string =>
    words.t('quietSpan', {
      hours: spans.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', '),
      waiting: spans[0]!.waiting ? words.t('waiting', { count: spans[0]!.waiting }) : words.t('waitingNone'),
    });
  return words.t('quietDay', { day, least: told(ends.least), most: told(ends.most) });
}

const clock = (hour: number): string => `${hour}:00`;
