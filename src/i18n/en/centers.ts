/** English of `../bg/centers.ts`. */
import type { centers as bulgarian } from '../bg/centers.js';

export const centers: Record<keyof typeof bulgarian, string> = {
  statusOpen: 'Open',
  statusOpenUntil: 'Open until {time}',
  'statusClosesSoon.one': 'Closes in {count} minute',
  'statusClosesSoon.other': 'Closes in {count} minutes',
  'statusOpensSoon.one': 'Opens in {count} minute',
  'statusOpensSoon.other': 'Opens in {count} minutes',
  statusClosed: 'Closed',
  statusClosedBecause: 'Closed: {reason}',
  statusOpens: 'Opens {moment}',
  statusUnknown: 'Opening hours not known',
  daysShort: 'Mon,Tue,Wed,Thu,Fri,Sat,Sun',
  dayUnknown: 'not known',
  dayClosed: 'closed',
  addressUnknown: 'The address is not known.',
  metres: '{n} m',
  kilometres: '{n} km',
  serviceNames: 'payment=payment,reading=meter readings,einvoice=e-invoice,sms=SMS registration,contract=contract,account-change=change of account holder,deferred-payment=deferred payment,meter-check=meter check,complaint=complaint,authorization-code=authorization code',
};
