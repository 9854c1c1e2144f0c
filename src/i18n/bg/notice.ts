/** Texts of `cez-notice`, in Bulgarian. */
import type { KeyOf } from '../messages.js';

export const notice = {
  noticeInfo: 'Съобщение',
  noticeWarning: 'Важно съобщение',
  noticeEmergency: 'Спешно съобщение',
  noticePlaces: 'За {places}',
  noticeMorePlaces: '{places} и още {n}',
  noticeUntilToday: 'Важи днес до {time}',
  noticeUntilMoment: 'Важи до {date}, {time}',
  noticeUntilDay: 'Важи до {date} включително',
  noticeRead: 'Прочетете',
  noticeDismiss: 'Скрий съобщението',
  noticeDismissed: 'Съобщението е скрито.',
} as const;

export type NoticeKey = KeyOf<typeof notice>;
