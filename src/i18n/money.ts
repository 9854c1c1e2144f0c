/** Amounts in words, byte for byte the same in every browser: `Intl` groups differently from engine to engine. */
import { centsOf } from '../model/money.js';
import type { Money } from '../model/wire.js';
import type { LanguageName } from './messages.js';

const SIGNS = new Map([['EUR', '€'], ['BGN', 'лв.']]);

/** '37,91 €', '12 345,60 €' (grouped from five digits); in English '€37.91', '€12,345.60'. The spaces do not break. */
export function moneyText(language: LanguageName, money: Money): string {
  const cents = centsOf(money) ?? 0;
  const sign = cents < 0 ? '−' : '';
  const whole = String(Math.floor(Math.abs(cents) / 100));
  const part = String(Math.abs(cents) % 100).padStart(2, '0');
  const unit = SIGNS.get(money.currency) ?? money.currency;
  const grouped = (separator: string, from: number): string => (whole.length < from ? whole : whole.replace(/\B(?=(\d{3})+$)/g, separator));
  if (language === 'bg') return `${sign}${grouped('\u00a0', 5)},${part}\u00a0${unit}`;
  return unit === '€' ? `${sign}€${grouped(',', 4)}.${part}` : `${sign}${grouped(',', 4)}.${part}\u00a0${unit}`;
}
