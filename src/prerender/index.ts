/**
 * What tags can hold before they run, for hosts that render on a server: made of the API's answers as the tags would
 * read them, in plain HTML that the tag then replaces. Asks for nothing itself (scripts/prerender.mjs does).
 */
import { centerFinder } from '../i18n/bg/center-finder.js';
import { centers } from '../i18n/bg/centers.js';
import { hoursCard } from '../i18n/bg/hours-card.js';
import { notice } from '../i18n/bg/notice.js';
import { outages } from '../i18n/bg/outages.js';
import type { LanguageName } from '../i18n/messages.js';
import { loadEnglish, Words } from '../i18n/words.js';
import { readCenter, readCenters } from '../model/center.js';
import { isValid, noticesFor, readNotices, type Reader } from '../model/notice.js';
import { centerContent, centerListContent } from './center.js';
import { noticeContent } from './notice.js';

export { SERVICES } from '../model/codes.js';

/** Each function gives HTML, or null for an answer that cannot be read. */
export async function contents(language: LanguageName, now: Date) {
  if (language === 'en') await loadEnglish();
  const words = new Words(language, { ...outages, ...centers, ...hoursCard, ...centerFinder, ...notice });
  return {
    center(answer: unknown): string | null {
      const center = readCenter(answer);
      return center && centerContent(words, center, now).html;
    },
    /** A list of which nothing can be read is no empty list. */
    centers(answer: unknown): string | null {
      const { centers: list } = Object(answer) as { centers?: unknown };
      const read = readCenters(list);
      return !Array.isArray(list) || (list.length && !read.length) ? null : centerListContent(words, read, now).html;
    },
    /** Empty while there is no notice for the reader. */
    notice(answer: unknown, reader: Reader): string | null {
      const notices = readNotices(answer);
      const shown = notices && noticesFor(notices, reader, (name) => words.place(name)).find((one) => isValid(one, now));
      return notices && (shown ? noticeContent(words, shown).html : '');
    },
  };
}
