// Every tag as a page author writes it into a host: what it is told, and what stands inside until it can show more.

/** Attributes by tag, without `cez-`; a tag added here stands in every host. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  'balance-checker': '',
  'center-finder': '',
  contacts: '',
  'einvoice-form': '',
  'hours-card': 'center-id="sample-temporary-regime"',
  notice: 'place="Мездра"',
  outages: '',
  'reading-form': '',
  services: '',
  'sms-signup': '',
};

export const hostedTags = Object.keys(ATTRIBUTES);

/** The tag's markup, at the moment `now` where one is given. */
export function tagMarkup(name: string, now = ''): string {
  const attributes = [ATTRIBUTES[name], now && `now="${now}"`].filter(Boolean).map((written) => ` ${written}`).join('');
  return `<cez-${name}${attributes}><p>Информация: <a href="tel:070010010">0700 10 010</a></p></cez-${name}>`;
}
