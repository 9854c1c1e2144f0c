/** English of `../bg/services.ts`. */
import type { services as bulgarian } from '../bg/services.js';

export const services: Record<keyof typeof bulgarian, string> = {
  servicesTitle: 'E-services',
  servicesQuestion: 'What would you like to do?',
  openBalance: 'Check your bill',
  openBalanceFor: 'What you owe and by when. You need the number and the code on your invoice.',
  openReading: 'Declare readings',
  openReadingFor: 'Copy the digits of your meter. You need the number and the code on your invoice.',
  openEinvoice: 'Ask for the e-invoice',
  openEinvoiceFor: 'The invoice comes by e-mail instead of on paper, free of charge.',
  openSms: 'Follow your bill by SMS',
  openSmsFor: 'One SMS registers your number. If you miss a due date, you get a reminder.',
  openOutages: 'Find out why there is no power',
  openOutagesFor: 'Faults and planned outages, by place or by client number.',
  openCenters: 'Find a center',
  openCentersFor: 'Where you can come, whether it is open now and what to bring.',
  atSupplier: 'With your supplier, on the site cez.bg',
  closeService: 'Close',
  serviceMissing: 'This service could not be loaded. If the next attempt fails, too, reload the page.',
  carriedNote: 'A number or place typed in one service is offered in the others while you are on this page.',
};
