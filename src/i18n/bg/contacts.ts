/** Texts of `cez-contacts`, in Bulgarian. */
import type { KeyOf } from '../messages.js';

export const contacts = {
  contactsTitle: 'Свържете се с нас',
  // What is there before any answer, and without one
  emergencyTitle: 'Няма ток или виждате опасност?',
  emergencyHint: 'Денонощно, в менюто изберете 3. Обаждането се таксува според тарифния Ви план.',
  danger: 'При опасност за живота:',
  copy: 'Копирайте номера',
  copyAddress: 'Копирайте адреса',
  // The look-up of outages
  toOutages: 'Вижте известните прекъсвания',
  'wave.one': 'Сега е известна {count} авария.',
  'wave.other': 'Сега са известни {count} аварии.',
  waveAdvice: 'Вижте дали Вашата е сред тях и кога се очаква токът. Ако я няма, обадете се.',
  // Which company
  topicQuestion: 'За какво е въпросът Ви?',
  topicNames: 'outage=Няма ток,bill=Сметка и договор,meter=Показания и електромер',
  topicOutage: 'С авариите се занимава мрежовият оператор, ЧЕЗ Разпределение.',
  topicBill: 'Сметките, плащанията и договорите са при доставчика Ви, ЧЕЗ Електро.',
  topicMeter: 'Показанията и електромерът са при мрежовия оператор, ЧЕЗ Разпределение. По телефона изберете 2.',
  // A channel
  lineOpen: 'Работи сега',
  lineOpenUntil: 'Работи до {time}',
  lineClosed: 'Сега не работи',
  aroundTheClock: 'денонощно',
  nextWeek: 'Следващата седмица: {hours}',
  // Nothing but the line above
  contactsMissing: 'Не успяхме да заредим другите начини за връзка.',
  noContacts: 'Други начини за връзка не са публикувани.',
} as const;

export type ContactsKey = KeyOf<typeof contacts>;
