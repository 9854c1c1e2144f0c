/** English of `../bg/common.ts`. */
import type { common as bulgarian } from '../bg/common.js';

export const common: Record<keyof typeof bulgarian, string> = {
  days: 'Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday',
  onDays: 'on Monday,on Tuesday,on Wednesday,on Thursday,on Friday,on Saturday,on Sunday',
  months: 'January,February,March,April,May,June,July,August,September,October,November,December',
  dayMonth: '{day} {month}',
  dayMonthYear: '{day} {month} {year}',
  clock: '{time}',
  at: 'at {time}',
  tomorrowAt: 'tomorrow at {time}',
  onDayAt: '{day} at {time}',
  onDateAt: 'on {date} at {time}',
  loading: 'Loading…',
  stillTrying: 'The connection is slow. Still trying.',
  offline: 'You are offline.',
  timeout: 'The connection is very slow and no answer has arrived.',
  unavailable: 'The service is temporarily unavailable.',
  configFault: 'This part of the page is not set up yet.',
  callInstead: 'You can also ask by phone:',
  failureNumber: '(error {number})',
  stale: 'These data are from {time}. We could not refresh them.',
  infoLine: '0700 10 010',
  retry: 'Try again',
  copied: 'Copied',
  sample: 'sample data',
};
