/** A notice as plain HTML, by the words of the widget; its end always with the day, since nobody knows when it is read. */
import type { CommonKey } from '../i18n/bg/common.js';
import type { NoticeKey } from '../i18n/bg/notice.js';
import type { Words } from '../i18n/words.js';
import type { ReadNotice } from '../model/notice.js';
import { placesText, SEVERITY_NAMES, untilText } from '../widgets/notice/notice-words.js';
import { linkAddress, markup, paragraph, type Markup } from './markup.js';

/** The content of `cez-notice`. */
export function noticeContent(words: Words<CommonKey | NoticeKey>, { severity, title, text, places, through, link }: ReadNotice): Markup {
  const address = link && linkAddress(link.url);
  const facts = [places.length ? words.t('noticePlaces', { places: placesText(words, places) }) : '', untilText(words, through, '')];
  return markup`<p>${words.t(SEVERITY_NAMES[severity])}</p>
<h2>${words.pick(title)}</h2>
${paragraph(words.pick(text))}${paragraph(facts.filter(Boolean).join(' · '))}${address ? markup`<p><a href="${address}">${words.pick(link.text)}</a></p>\n` : null}`;
}
