/** The answer for a place or a client number: one sentence, its age, what to do next. Five outcomes, five icons. */
import { html, nothing, type TemplateResult } from 'lit';
import nothingIcon from 'lucide/dist/esm/icons/circle-check.mjs';
import notKnownIcon from 'lucide/dist/esm/icons/circle-question-mark.mjs';
import staleIcon from 'lucide/dist/esm/icons/clock-alert.mjs';
import unavailableIcon from 'lucide/dist/esm/icons/triangle-alert.mjs';
import foundIcon from 'lucide/dist/esm/icons/zap-off.mjs';
import { isOld, type Outage } from '../../model/outage.js';
import type { PlaceAnswer, PlaceOutcome } from '../../model/outage-place.js';
import { renderIcon } from '../../ui/icon.js';
import { answerText, timeText, type OutageWords } from './outage-words.js';

const ICONS = { found: foundIcon, 'nothing-now': nothingIcon, 'not-known': notKnownIcon, unavailable: unavailableIcon, stale: staleIcon };
const TONES: Record<PlaceOutcome, string> = { found: 'found', 'nothing-now': 'ok', 'not-known': 'quiet', unavailable: 'soon', stale: 'soon' };

/** The first line. Bound as text content: a translated page must not keep an old one. */
export function renderLine(outcome: PlaceOutcome, text: string): TemplateResult {
  return html`<p class="answer" part="answer" tabindex="-1"><span class="status ${TONES[outcome]}" part="status">${renderIcon(ICONS[outcome])}<span .textContent=${text}></span></span></p>`;
}

interface Answered {
  answer: PlaceAnswer;
  asOf: number | null;
  /** As customers read it; null for a client number. */
  place: string | null;
}

/** What is the case, in one sentence. */
export function sentence(words: OutageWords, { answer, asOf, place }: Answered, now: Date): string {
  const { outcome, outages, restored } = answer;
  const [first] = outages;
  const [last] = restored;
  const told = first ? answerText(words, first, placeOf(words, first, place), now) : last ? answerText(words, last, place ?? '', now) : null;
  const time = asOf === null ? '' : timeText(words, asOf, now);
  switch (outcome) {
    case 'unavailable': return words.t('cannotTell');
    case 'stale': return told ? words.t('staleFound', { time, answer: told }) : place === null ? words.t('staleNothingForNumber', { time }) : words.t('staleNothing', { time, place });
    default: return told ?? (place === null ? words.t('nothingForNumber') : words.t('nothingNow', { place }));
  }
}

const placeOf = (words: OutageWords, { places, municipality }: Outage, place: string | null): string => place || words.place(places[0] ?? municipality);

/** How old the data are, and a warning if they are old or could not be refreshed. */
export function renderAge(words: OutageWords, asOf: number | null, now: Date, { failed, kept }: { failed: boolean; kept: 'meanwhile' | 'instead' | null }, refresh: (() => void) | null): TemplateResult {
  const old = isOld(asOf, now.getTime());
  return html`<p class="age small ${old || kept ? 'soon' : 'muted'}">
    ${asOf === null ? nothing : html`<span .textContent=${words.t('outagesAsOf', { time: timeText(words, asOf, now) })}></span>`}
    ${kept ? html`<span>${words.t('outagesFromDevice')}</span>` : nothing}
    ${old ? html`<span>${words.t('outagesOld')}</span>` : nothing}
    ${kept === 'meanwhile' ? html`<span>${words.t('loading')}</span>` : nothing}
    ${failed ? html`<span>${words.t('outagesNotRefreshed')}</span>` : nothing}
    ${refresh && (failed || old) ? html`<button type="button" class="plain" part="action" @click=${refresh}>${words.t('refreshOutages')}</button>` : nothing}
  </p>`;
}
