/** English of `../bg/contacts.ts`. */
import type { contacts as bulgarian } from '../bg/contacts.js';

export const contacts: Record<keyof typeof bulgarian, string> = {
  contactsTitle: 'Contact us',
  emergencyTitle: 'No electricity, or do you see a danger?',
  emergencyHint: 'Day and night; choose 3 in the menu. Calls are charged by your own plan.',
  danger: 'If a life is in danger:',
  copy: 'Copy the number',
  copyAddress: 'Copy the address',
  toOutages: 'See the known outages',
  'wave.one': '{count} fault is known now.',
  'wave.other': '{count} faults are known now.',
  waveAdvice: 'See whether yours is among them and when the power is expected. If it is not, call us.',
  topicQuestion: 'What is your question about?',
  topicNames: 'outage=No electricity,bill=Bill and contract,meter=Readings and meter',
  topicOutage: 'Faults are handled by the grid operator, CEZ Distribution.',
  topicBill: 'Bills, payments and contracts are with your supplier, CEZ Electro.',
  topicMeter: 'Readings and the meter are with the grid operator, CEZ Distribution. On the phone choose 2.',
  lineOpen: 'Available now',
  lineOpenUntil: 'Available until {time}',
  lineClosed: 'Not available now',
  aroundTheClock: 'day and night',
  nextWeek: 'Next week: {hours}',
  contactsMissing: 'We could not load the other ways to reach us.',
  noContacts: 'No other ways to reach us have been published.',
};
