/** English of `../bg/notice.ts`. */
import type { notice as bulgarian } from '../bg/notice.js';

export const notice: Record<keyof typeof bulgarian, string> = {
  noticeInfo: 'Notice',
  noticeWarning: 'Important notice',
  noticeEmergency: 'Urgent notice',
  noticePlaces: 'For {places}',
  noticeMorePlaces: '{places} and {n} more',
  noticeUntilToday: 'Valid today until {time}',
  noticeUntilMoment: 'Valid until {date}, {time}',
  noticeUntilDay: 'Valid to the end of {date}',
  noticeRead: 'Read it',
  noticeDismiss: 'Hide this notice',
  noticeDismissed: 'The notice is hidden.',
};
