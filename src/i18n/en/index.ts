/** What English pages need beside the rest: all texts, and Bulgarian names in Latin letters. One lazy chunk. */
import { balanceChecker } from './balance-checker.js';
import { centerFinder } from './center-finder.js';
import { centers } from './centers.js';
import { common } from './common.js';
import { contacts } from './contacts.js';
import { einvoiceForm } from './einvoice-form.js';
import { forms } from './forms.js';
import { hoursCard } from './hours-card.js';
import { notice } from './notice.js';
import { outages } from './outages.js';
import { places } from './places.js';
import { readingForm } from './reading-form.js';
import { services } from './services.js';
import { smsSignup } from './sms-signup.js';
import { submissions } from './submissions.js';

export { toLatin } from '../../model/transliteration.js';
export const texts = { ...common, ...centers, ...places, ...outages, ...hoursCard, ...centerFinder, ...forms, ...balanceChecker, ...submissions, ...einvoiceForm, ...smsSignup, ...readingForm, ...notice, ...contacts, ...services };
