/** Texts about a submission on its way, in Bulgarian. */
import type { KeyOf } from '../messages.js';

export const submissions = {
  submissionSending: 'Изпращаме заявката…',
  submissionSlow: 'Връзката е бавна. Още изпращаме заявката.',
  submissionKept: 'Заявката е запазена на това устройство. Ще я изпратим, щом има връзка.',
  submissionBusy: 'Заявката е запазена на това устройство. В момента системата е натоварена и ще опитаме пак {moment}.',
  submissionUnknown: 'Не знаем дали заявката стигна. Ще опитаме пак със същия номер, няма да се подаде два пъти.',
  submissionEarlier: 'На това устройство чака заявка, попълнена {moment}. Още няма отговор за нея.',
  submissionEarlierCode: 'За да я изпратим, въведете отново оторизационния код. Няма да се подаде два пъти.',
  submissionNotStored: 'Устройството не позволи да запазим заявката. Не затваряйте страницата, докато не получите номер.',
  submissionExpired: 'Заявката, попълнена {moment}, не беше изпратена до три дни и я изтрихме. Моля, подайте я отново.',
  submissionRetry: 'Изпратете сега',
  submissionDelete: 'Изтрийте заявката',
} as const;

export type SubmissionsKey = KeyOf<typeof submissions>;
