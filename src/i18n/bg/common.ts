/** Texts that several widgets need, in Bulgarian. */
import type { KeyOf } from '../messages.js';

export const common = {
  days: 'понеделник,вторник,сряда,четвъртък,петък,събота,неделя',
  onDays: 'в понеделник,във вторник,в сряда,в четвъртък,в петък,в събота,в неделя',
  months: 'януари,февруари,март,април,май,юни,юли,август,септември,октомври,ноември,декември',
  dayMonth: '{day} {month}',
  dayMonthYear: '{day} {month} {year} г.',
  clock: '{time} ч.',
  at: 'в {time}',
  tomorrowAt: 'утре в {time}',
  onDayAt: '{day} в {time}',
  onDateAt: 'на {date} в {time}',
  // States of a look-up
  loading: 'Зареждане…',
  stillTrying: 'Връзката е бавна. Още опитваме.',
  offline: 'Няма връзка с интернет.',
  timeout: 'Връзката е много бавна и отговорът не пристигна.',
  unavailable: 'Услугата временно не е достъпна.',
  configFault: 'Тази част от страницата още не е настроена.',
  callInstead: 'Може да попитате и по телефона:',
  failureNumber: '(грешка {number})',
  stale: 'Данните са от {time}. Не успяхме да ги обновим.',
  infoLine: '0700 10 010',
  retry: 'Опитайте отново',
  copied: 'Копирано',
  sample: 'примерни данни',
} as const;

export type CommonKey = KeyOf<typeof common>;
