/** Amounts of electricity in words. The spaces do not break. */
import type { ReadingFormKey } from './bg/reading-form.js';
import type { LanguageName } from './messages.js';
import type { Words } from './words.js';

/** '2 140', in English '2,140'. */
export const wholeText = (language: LanguageName, whole: number): string =>
  String(whole).replace(/\B(?=(\d{3})+$)/g, language === 'bg' ? '\u00a0' : ',');

/** '2 140 кВтч'. */
export const energyText = (words: Words<ReadingFormKey>, kwh: number): string => words.t('kwh', { n: wholeText(words.language, kwh) });
