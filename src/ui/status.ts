/** What a center is doing now, in words: the first thing a customer reads. Icon, word and colour say the same. */
import { html, type TemplateResult } from 'lit';
import checkIcon from 'lucide/dist/esm/icons/circle-check.mjs';
import questionIcon from 'lucide/dist/esm/icons/circle-question-mark.mjs';
import crossIcon from 'lucide/dist/esm/icons/circle-x.mjs';
import clockIcon from 'lucide/dist/esm/icons/clock-alert.mjs';
import type { CentersKey } from '../i18n/bg/centers.js';
import type { CommonKey } from '../i18n/bg/common.js';
import { clockText, momentText } from '../i18n/format.js';
import type { Words } from '../i18n/words.js';
import { hoursOn, openingState, openingStatus } from '../model/opening-hours.js';
import type { Center, Text } from '../model/wire.js';
import { wallClock } from '../model/zoned-time.js';
import { iconPath } from './icon.js';

const MINUTE = 60_000;
/** From here on a change is "soon" and told in minutes. */
const SOON = 30 * MINUTE;

export type StatusTone = 'ok' | 'soon' | 'shut' | 'quiet';

export interface StatusLine {
  tone: StatusTone;
  /** The answer: 'Отворено до 16:30 ч.'. */
  answer: string;
  /** When a closed center opens, if that is known: 'Отваря утре в 8:30 ч.'. */
  next: string | null;
  /** The instant at which these words stop being true; null if none is in sight. */
  until: Date | null;
}

/** Puts `openingStatus` into words at the instant `now`. */
export function statusLine(words: Words<CommonKey | CentersKey>, center: Center, now: Date): StatusLine {
  const { state, nextChange, reason, holiday } = openingStatus(center, now);
  if (state === 'unknown') return { tone: 'quiet', answer: words.t('statusUnknown'), next: null, until: nextChange };

  const left = nextChange ? nextChange.getTime() - now.getTime() : Infinity;
  const count = Math.ceil(left / MINUTE);
  // In the last half hour the words change with every minute; before it, when it begins.
  const until = nextChange && new Date(left <= SOON ? nextChange.getTime() - (count - 1) * MINUTE : nextChange.getTime() - SOON);

  if (state === 'open') {
    if (left <= SOON) return { tone: 'soon', answer: words.t('statusClosesSoon', { count }), next: null, until };
    // "Until 16:30" is understood within the day; a center open for days on end is just open.
    const answer = nextChange && left < 24 * 60 * MINUTE ? words.t('statusOpenUntil', { time: clockText(words, wallClock(nextChange).minutes) }) : words.t('statusOpen');
    return { tone: 'ok', answer, next: null, until };
  }

  const because = holiday ?? (reason === 'special' ? closureReason(center, wallClock(now).date) : undefined);
  const answer = because ? words.t('statusClosedBecause', { reason: words.pick(because) }) : words.t('statusClosed');
  // The next change may be to "unknown" when the published hours run out; that is no opening.
  const opens = nextChange && openingState(center, nextChange) === 'open' ? nextChange : null;
  if (!opens) return { tone: 'shut', answer, next: null, until: nextChange };
  if (left <= SOON) return { tone: 'soon', answer: words.t('statusOpensSoon', { count }), next: null, until };
  return { tone: 'shut', answer, next: words.t('statusOpens', { moment: momentText(words, opens, now) }), until };
}

/** Why a special entry closes the whole day. The reason of changed hours is no reason for an evening or a weekend. */
function closureReason(center: Center, date: string): Text | undefined {
  const closes = center.specialOpeningHoursSpecification.some(({ opens, validFrom, validThrough }) => !opens && validFrom <= date && date <= validThrough);
  const { intervals, reason } = hoursOn(center, date);
  return closes && !intervals?.length ? reason : undefined;
}

const ICONS = { ok: checkIcon, soon: clockIcon, shut: crossIcon, quiet: questionIcon };

export function renderStatus({ tone, answer }: StatusLine): TemplateResult {
  // Bound as text content: a translated page replaces text nodes, and a stale "open" must not survive that.
  return html`<span class="status ${tone}" part="status"><svg viewBox="0 0 24 24" aria-hidden="true"><path d=${iconPath(ICONS[tone])} /></svg><span .textContent=${answer}></span></span>`;
}
