/** One outage on the list: what, where and until when at once; why, how many and the calendar on a press. */
import { html, nothing, type TemplateResult } from 'lit';
import plannedIcon from 'lucide/dist/esm/icons/calendar-clock.mjs';
import calendarIcon from 'lucide/dist/esm/icons/calendar-plus.mjs';
import switchingIcon from 'lucide/dist/esm/icons/repeat.mjs';
import faultIcon from 'lucide/dist/esm/icons/zap-off.mjs';
import restoredIcon from 'lucide/dist/esm/icons/zap.mjs';
import { causeOf, customersOf, statusAt, type Outage } from '../../model/outage.js';
import { renderIcon } from '../../ui/icon.js';
import { regionText, rowText, timeText, whereText, type OutageWords } from './outage-words.js';

const KIND_ICONS = { planned: plannedIcon, unplanned: faultIcon, switching: switchingIcon };

interface Row {
  words: OutageWords;
  now: Date;
  /** True while its details are shown. */
  open: boolean;
  onPress: () => void;
  onCalendar: () => void;
}

export function renderOutage(outage: Outage, { words, now, open, onPress, onCalendar }: Row): TemplateResult {
  const { id, kind } = outage;
  const status = statusAt(outage, now.getTime());
  const over = status === 'restored';
  const tone = over ? 'ok' : status === 'upcoming' ? 'to-come' : 'off';
  return html`<li part="row" class=${tone} data-id=${id}>
    <p class="status kind" part="status">${renderIcon(over ? restoredIcon : KIND_ICONS[kind])}<span .textContent=${over ? words.t('kindRestored') : kindName(words, kind)}></span></p>
    <p><button type="button" class="name" aria-expanded=${open} @click=${onPress} .textContent=${whereText(words, outage)}></button></p>
    <p .textContent=${rowText(words, outage, now)}></p>
    ${outage.earlierEnds.length && !over ? renderMoves(words, outage, now) : nothing}
    <p class="small muted"><span .textContent=${regionText(words, outage)}></span> ${outage.sample ? html`<span class="tag">${words.t('sample')}</span>` : nothing}</p>
    ${open ? renderDetails(outage, words, now, onCalendar) : nothing}
  </li>`;
}

const kindName = (words: OutageWords, kind: Outage['kind']): string => new Map(words.pairs('kindNames')).get(kind) ?? kind;

/** '14:00 → 16:30': the ends that were announced, the last one in force. */
function renderMoves(words: OutageWords, { earlierEnds, end }: Outage, now: Date): TemplateResult {
  return html`<p class="moves small">
    ${words.t('endMoved')}
    ${earlierEnds.map((earlier) => html`<span class="said">${words.t('endWas')} </span><s .textContent=${timeText(words, earlier, now)}></s><span aria-hidden="true"> → </span>`)}
    <span class="said">${words.t('endIs')} </span><b .textContent=${end === null ? words.t('noEnd') : timeText(words, end, now)}></b>
  </p>`;
}

function renderDetails(outage: Outage, words: OutageWords, now: Date, onCalendar: () => void): TemplateResult {
  const cause = causeOf(outage);
  const customers = customersOf(outage);
  const { kind, end, places } = outage;
  return html`<div class="details">
    ${kind === 'switching' ? html`<p>${words.t('switchingExplained')}</p>` : nothing}
    <p .textContent=${cause ? words.t('outageCause', { cause: words.pick(cause) }) : words.t('causeUnknown')}></p>
    ${customers ? html`<p .textContent=${words.t('customersAffected', { band: new Map(words.pairs('customerBands')).get(customers) ?? customers })}></p>` : nothing}
    ${places.length > 3 ? html`<p .textContent=${words.t('allPlaces', { places: places.map((name) => words.place(name)).join(', ') })}></p>` : nothing}
    ${kind === 'planned' && end !== null && end > now.getTime() && !outage.restored
      ? html`<p><button type="button" class="plain" part="action" @click=${onCalendar}>${renderIcon(calendarIcon)}${words.t('outageToCalendar')}</button></p>`
      : nothing}
  </div>`;
}
