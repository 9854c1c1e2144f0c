/** Texts that many sample centers share: measures of the notice of May 2020, what to bring for a service. */
import type { Schemas } from '../contract.js';

type Text = Schemas['Text'];

export const MEASURES: ReadonlyArray<Schemas['Measure']> = [
  {
    code: 'disinfection',
    text: { bg: 'Помещенията се дезинфекцират периодично.', en: 'The rooms are disinfected periodically.' },
  },
  {
    code: 'protective-equipment',
    text: {
      bg: 'Служителите и клиентите носят лични предпазни средства.',
      en: 'Staff and customers wear protective equipment.',
    },
  },
  {
    code: 'keep-distance',
    text: { bg: 'Спазвайте дистанция от служителите и от другите клиенти.', en: 'Keep your distance from staff and others.' },
  },
  {
    code: 'wait-outside',
    text: {
      bg: 'Едновременно се допускат толкова клиенти, колкото са гишетата. Моля, изчакайте отвън.',
      en: 'As many customers are admitted at once as there are desks. Please wait outside.',
    },
  },
];

const CLIENT_NUMBER: Text = {
  bg: 'Клиентски номер (12 цифри, в горната част на фактурата)',
  en: 'Client number (12 digits, at the top of the invoice)',
};
const IDENTITY: Text = {
  bg: 'Документ за самоличност на титуляря или заверено пълномощно',
  en: 'Identity document of the account holder, or a certified power of attorney',
};
const AUTHORIZATION_CODE: Text = {
  bg: 'Оторизационен код (6 символа, долу вляво на фактурата)',
  en: 'Authorisation code (6 characters, bottom left of the invoice)',
};

const DOCUMENTS: Record<Schemas['Service'], readonly Text[]> = {
  payment: [CLIENT_NUMBER],
  reading: [
    CLIENT_NUMBER,
    { bg: 'Показанията на електромера за всяка тарифа', en: 'The reading of the meter for each tariff' },
  ],
  einvoice: [CLIENT_NUMBER, AUTHORIZATION_CODE, { bg: 'Адрес на електронна поща', en: 'An e-mail address' }],
  sms: [CLIENT_NUMBER, { bg: 'Мобилен телефон', en: 'A mobile phone' }],
  contract: [IDENTITY, CLIENT_NUMBER],
  'account-change': [IDENTITY, CLIENT_NUMBER],
  'deferred-payment': [IDENTITY, CLIENT_NUMBER],
  'meter-check': [IDENTITY, CLIENT_NUMBER],
  complaint: [CLIENT_NUMBER, { bg: 'Фактурата, за която се отнася', en: 'The invoice it is about' }],
  'authorization-code': [IDENTITY, CLIENT_NUMBER],
};

export function documentsFor(services: ReadonlyArray<Schemas['Service']>): Array<Schemas['ServiceDocuments']> {
  return services.map((service) => ({ service, items: [...DOCUMENTS[service]] }));
}
