/** Texts of what shows centers, in Bulgarian. */
import type { KeyOf } from '../messages.js';

export const centers = {
  // What a center is doing now
  statusOpen: 'Отворено',
  statusOpenUntil: 'Отворено до {time}',
  'statusClosesSoon.one': 'Затваря след {count} минута',
  'statusClosesSoon.other': 'Затваря след {count} минути',
  'statusOpensSoon.one': 'Отваря след {count} минута',
  'statusOpensSoon.other': 'Отваря след {count} минути',
  statusClosed: 'Затворено',
  statusClosedBecause: 'Затворено: {reason}',
  statusOpens: 'Отваря {moment}',
  statusUnknown: 'Няма данни за работното време',
  // People in it now
  peopleNow: '{inside}, {waiting}, към {time}',
  'insideOf.one': 'Вътре е {count} от {of}',
  'insideOf.other': 'Вътре са {count} от {of}',
  'inside.one': 'Вътре е {count}',
  'inside.other': 'Вътре са {count}',
  insideNone: 'Вътре няма никого',
  'waiting.one': 'чака {count}',
  'waiting.other': 'чакат {count}',
  waitingNone: 'никой не чака',
  peopleUnknown: 'Няма данни колко души чакат сега.',
  // Hours, places, services
  daysShort: 'пн,вт,ср,чт,пт,сб,нд',
  dayUnknown: 'няма данни',
  dayClosed: 'затворено',
  addressUnknown: 'Няма данни за адреса.',
  metres: '{n} м',
  kilometres: '{n} км',
  serviceNames: 'payment=плащане,reading=деклариране на показания,einvoice=електронна фактура,sms=регистрация за SMS,contract=договор,account-change=смяна на титуляр,deferred-payment=разсрочено плащане,meter-check=проверка на електромер,complaint=жалба,authorization-code=оторизационен код',
} as const;

export type CentersKey = KeyOf<typeof centers>;
