/** The nearest cash desk, open ones first. A chunk of its own: only those who ask for it load it. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { getJson } from '../../api/client.js';
import { locate } from '../../core/device-position.js';
import type { BalanceCheckerKey } from '../../i18n/bg/balance-checker.js';
import { centers } from '../../i18n/bg/centers.js';
import type { CommonKey } from '../../i18n/bg/common.js';
import { distanceText } from '../../i18n/distance.js';
import type { Words } from '../../i18n/words.js';
import { readCenters } from '../../model/center.js';
import { distanceKm } from '../../model/distance.js';
import { openingState } from '../../model/opening-hours.js';
import type { Center } from '../../model/wire.js';
import { addressText } from '../../ui/address.js';
import { directionsUrl } from '../../ui/directions.js';
import { safeUrl } from '../../ui/safe-url.js';
import { renderStatus, statusLine } from '../../ui/status.js';

export interface Desk {
  center: Center;
  km: number;
}

/**
 * Null if no center with a cash desk has a known position.
 * @throws NoPosition, ApiFailure
 */
export async function nearestDesk(centersUrl: string, now: Date, signal: AbortSignal): Promise<Desk | null> {
  const [position, answer] = await Promise.all([locate(), getJson(centersUrl, signal)]);
  const desks = readCenters((answer as { centers?: unknown }).centers).filter(({ cashDesk, position }) => cashDesk && position);
  const open = desks.filter((center) => openingState(deskHours(center), now) === 'open');
  const [nearest] = (open.length ? open : desks).map((center) => ({ center, km: distanceKm(position, center.position!) })).sort((a, b) => a.km - b.km);
  return nearest ?? null;
}

/** A desk keeps its own hours where they are known. */
const deskHours = (center: Center): Center => (center.cashDeskHours ? { ...center, openingHoursSpecification: center.cashDeskHours } : center);

export function renderDesk(balanceWords: Words<CommonKey | BalanceCheckerKey>, { center, km }: Desk, now: Date): TemplateResult {
  const words = balanceWords.with(centers);
  const status = statusLine(words, deskHours(center), now);
  const name = words.pick(center.name);
  return html`<div class="desk" role="group" aria-label=${name} tabindex="-1">
    <p class="strong"><span .textContent=${name}></span> ${center.sample ? html`<span class="tag">${words.t('sample')}</span>` : nothing}</p>
    ${renderStatus(status)}
    ${status.next ? html`<p .textContent=${status.next}></p>` : nothing}
    <p .textContent=${`${addressText(words, center.address)}, ${words.t('deskDistance', { distance: distanceText(words, km) })}`}></p>
    <a href=${ifDefined(safeUrl(directionsUrl(center.position!)))} target="_blank" rel="noopener">${words.t('directions')}</a>
  </div>`;
}
