/**
 * The classes, types and settings of the library, without registering a tag: importing this does nothing,
 * in a browser or in Node.
 */
export { configure, type BrandName, type Language, type MessageOverrides, type PageDefaults } from './core/settings.js';
export type { CezEventDetails, CezEventMap, Outcome } from './core/events.js';
export type { FailureCode } from './api/client.js';
export type {
  Brand, Center, DayOfWeek, OpeningHoursSpecification, Outage, OutageKind, Position, Service, SpecialOpeningHoursSpecification, Text,
} from './model/wire.js';
export { VERSION } from './core/version.js';
export { BalanceChecker } from './widgets/balance-checker/balance-checker.js';
export { CenterFinder } from './widgets/center-finder/center-finder.js';
export { Config } from './widgets/config/config.js';
export { Contacts } from './widgets/contacts/contacts.js';
export { EinvoiceForm } from './widgets/einvoice-form/einvoice-form.js';
export { HoursCard } from './widgets/hours-card/hours-card.js';
export { Notice } from './widgets/notice/notice.js';
export { Outages } from './widgets/outages/outages.js';
export { ReadingForm } from './widgets/reading-form/reading-form.js';
export { Services } from './widgets/services/services.js';
export { SmsSignup } from './widgets/sms-signup/sms-signup.js';
