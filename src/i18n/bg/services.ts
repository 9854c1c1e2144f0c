/** Texts of `cez-services`, in Bulgarian. */
import type { KeyOf } from '../messages.js';

export const services = {
  servicesTitle: 'Е-услуги',
  servicesQuestion: 'Какво искате да направите?',
  // What can be opened: what one does, and what it is for
  openBalance: 'Проверете сметката си',
  openBalanceFor: 'Колко дължите и до кога. Нужни са номерът и кодът от фактурата.',
  openReading: 'Декларирайте показания',
  openReadingFor: 'Препишете цифрите от електромера. Нужни са номерът и кодът от фактурата.',
  openEinvoice: 'Заявете електронна фактура',
  openEinvoiceFor: 'Фактурата идва безплатно по имейл вместо на хартия.',
  openSms: 'Следете сметката по SMS',
  openSmsFor: 'Регистрирате номера си с един SMS. Ако пропуснете срок за плащане, получавате напомняне.',
  openOutages: 'Проверете защо няма ток',
  openOutagesFor: 'Аварии и планирани прекъсвания, по населено място или по клиентски номер.',
  openCenters: 'Намерете център',
  openCentersFor: 'Къде може да дойдете, работи ли сега и какво да носите.',
  atSupplier: 'При доставчика Ви, на сайта cez.bg',
  // An opened one
  closeService: 'Затворете',
  serviceMissing: 'Тази услуга не можа да се зареди. Ако и следващият опит не успее, презаредете страницата.',
  carriedNote: 'Номер или място, въведени в една услуга, се предлагат и в другите, докато сте на тази страница.',
} as const;

export type ServicesKey = KeyOf<typeof services>;
