/**
 * A center as plain HTML: what the hours card and the finder say without a press, by the same words. What changes
 * from hour to hour is told with its moment, since nobody knows how long a page is kept.
 */
import type { CenterFinderKey } from '../i18n/bg/center-finder.js';
import type { CentersKey } from '../i18n/bg/centers.js';
import type { CommonKey } from '../i18n/bg/common.js';
import type { HoursCardKey } from '../i18n/bg/hours-card.js';
import type { OutagesKey } from '../i18n/bg/outages.js';
import { clockText, dateText, weekdayDateText } from '../i18n/format.js';
import type { Words } from '../i18n/words.js';
import { announcedChanges, type AnnouncedChange } from '../model/announced-changes.js';
import { openingWeek } from '../model/opening-hours.js';
import type { Center } from '../model/wire.js';
import { mondayOf, wallClock } from '../model/zoned-time.js';
import { addressText } from '../ui/address.js';
import { weekText } from '../ui/hours-text.js';
import { dialled } from '../ui/phone.js';
import { statusLine } from '../ui/status.js';
import { admissionText, ANNOUNCED_WEEKS, cashText, holidaysText } from '../widgets/hours-card/center-words.js';
import { changeTitle } from '../widgets/hours-card/change-title.js';
import { markup, paragraph, type Markup } from './markup.js';

type CenterWords = Words<CommonKey | CentersKey | HoursCardKey | CenterFinderKey | OutagesKey>;

/** 'Към 18 март 2026 г., 10:00 ч.' */
function asOf(words: CenterWords, now: Date): Markup {
  const { date, minutes } = wallClock(now);
  return markup`<time datetime="${now.toISOString()}">${words.t('outagesAsOf', { time: `${dateText(words, date, '')}, ${clockText(words, minutes)}` })}</time>`;
}

function change(words: CenterWords, one: AnnouncedChange, today: string): Markup {
  const ends = one.closed ? one.reopens : one.usualFrom;
  const sentences = [
    one.closed ? '' : weekText(words, one.week),
    one.holidays.length ? words.t('holidaysInside', { list: holidaysText(words, one.holidays, today) }) : '',
    one.reason ? words.t('reason', { reason: words.pick(one.reason) }) : '',
    ends ? words.t(one.closed ? 'reopens' : 'usualReturns', { day: weekdayDateText(words, ends, today, 'onDays') }) : '',
  ];
  return markup`<p><strong>${changeTitle(words, one, today)}</strong></p>\n${sentences.map(paragraph)}`;
}

function phone(words: CenterWords, { phone }: Center): Markup {
  const number = phone ?? words.t('infoLine');
  return markup`${words.t('phone')}: <a href="tel:${dialled(number)}">${number}</a>`;
}

/** The content of `cez-hours-card`. */
export function centerContent(words: CenterWords, center: Center, now: Date): Markup {
  const today = wallClock(now).date;
  const { answer, next, tone } = statusLine(words, center, now);
  const changes = announcedChanges(center, today, ANNOUNCED_WEEKS);
  const week = openingWeek(center, mondayOf(today));
  const changed = changes.some(({ validFrom }) => validFrom <= today);
  const holidays = openingWeek(center, today, 14).filter((day) => day.holiday);
  return markup`<h2>${words.pick(center.name)}${center.sample ? ` (${words.t('sample')})` : ''}</h2>
<p>${asOf(words, now)}: ${[answer, next].filter(Boolean).join('. ')}</p>
${tone === 'quiet' ? paragraph(words.t('noHours', { number: words.t('infoLine') })) : null}${paragraph(addressText(words, center.address))}${changes.map((one) => change(words, one, today))}${
    !changed && week.some((day) => day.intervals) ? paragraph(words.t('thisWeek', { hours: weekText(words, week) })) : null
  }${
    holidays.length && !changes.some(({ holidays: inside }) => inside.length) ? paragraph(words.t('holidaysAhead', { list: holidaysText(words, holidays, today) })) : null
  }${paragraph(admissionText(words, center))}${paragraph(cashText(words, center, changed, today))}<p>${phone(words, center)}</p>
`;
}

/** The content of `cez-center-finder`: all centers with their hours this week. */
export function centerListContent(words: CenterWords, centers: readonly Center[], now: Date): Markup {
  if (!centers.length) return markup`<p>${words.t('noCenters')}</p>\n`;
  const monday = mondayOf(wallClock(now).date);
  const items = centers.map((center) => {
    const name = words.pick(center.name) + (center.sample ? ` (${words.t('sample')})` : '');
    return markup`<li><strong>${name}</strong><br>${addressText(words, center.address)}<br>${words.t('thisWeek', { hours: weekText(words, openingWeek(center, monday)) })}<br>${phone(words, center)}</li>\n`;
  });
  return markup`<p>${asOf(words, now)}: ${words.t('found', { count: centers.length })}</p>\n<ul>\n${items}</ul>\n`;
}
