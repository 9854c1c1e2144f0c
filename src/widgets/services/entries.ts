/**
 * What `cez-services` offers: which tag does it, which company it is with, and how its code is fetched. Of a form
 * nothing is known here but its tag.
 */
import receiptIcon from 'lucide/dist/esm/icons/receipt.mjs';
import readingIcon from 'lucide/dist/esm/icons/gauge.mjs';
import emailIcon from 'lucide/dist/esm/icons/mail-check.mjs';
import smsIcon from 'lucide/dist/esm/icons/message-circle-more.mjs';
import outageIcon from 'lucide/dist/esm/icons/zap-off.mjs';
import centerIcon from 'lucide/dist/esm/icons/store.mjs';
import type { BrandName } from '../../core/settings.js';
import type { ServicesKey } from '../../i18n/bg/services.js';
import type { IconNode } from '../../ui/icon.js';

export type EntryName = 'balance' | 'reading' | 'einvoice' | 'sms' | 'outages' | 'centers';

export interface Entry {
  name: EntryName;
  tag: string;
  icon: IconNode;
  title: ServicesKey;
  sentence: ServicesKey;
  /** Registers the tag. */
  load: () => Promise<unknown>;
  /** The property that a place known beforehand is given to. */
  takesPlace?: 'place' | 'query';
  /** A matter of the supplier's, to which the grid operator's site can only point. */
  suppliers?: true;
}

const ENTRIES: readonly Entry[] = [
  { name: 'balance', tag: 'cez-balance-checker', icon: receiptIcon, title: 'openBalance', sentence: 'openBalanceFor', load: () => import('../balance-checker/define.js'), suppliers: true },
  { name: 'reading', tag: 'cez-reading-form', icon: readingIcon, title: 'openReading', sentence: 'openReadingFor', load: () => import('../reading-form/define.js') },
  { name: 'einvoice', tag: 'cez-einvoice-form', icon: emailIcon, title: 'openEinvoice', sentence: 'openEinvoiceFor', load: () => import('../einvoice-form/define.js'), suppliers: true },
  { name: 'sms', tag: 'cez-sms-signup', icon: smsIcon, title: 'openSms', sentence: 'openSmsFor', load: () => import('../sms-signup/define.js'), suppliers: true },
  { name: 'outages', tag: 'cez-outages', icon: outageIcon, title: 'openOutages', sentence: 'openOutagesFor', load: () => import('../outages/define.js'), takesPlace: 'place' },
  { name: 'centers', tag: 'cez-center-finder', icon: centerIcon, title: 'openCenters', sentence: 'openCentersFor', load: () => import('../center-finder/define.js'), takesPlace: 'query' },
];

/** What each company is asked for most comes first. */
const ORDER: Record<BrandName, readonly EntryName[]> = {
  'cez-bg': ['balance', 'reading', 'einvoice', 'sms', 'outages', 'centers'],
  'cez-rp': ['outages', 'reading', 'centers', 'balance', 'einvoice', 'sms'],
};

export const SUPPLIER_SITE = 'https://www.cez.bg/';

export const entriesOf = (brand: BrandName): Entry[] => ORDER[brand].map((wanted) => ENTRIES.find(({ name }) => name === wanted)!);

/** False where there is only a link to the other company. */
export const opensAt = (brand: BrandName, { suppliers }: Entry): boolean => !suppliers || brand === 'cez-bg';
