/**
 * The sample notices: one of each severity, and one for each way to aim it. What is invented says so in
 * its text; the one of 26 May 2020 is the company's own. Dates are set from the day the server starts.
 */
import { instantAt } from '../../../src/model/zoned-time.js';
import type { Schemas } from '../contract.js';
import type { NoticeBody } from '../tables.js';
import { dayAfter } from './dates.js';

type Text = Schemas['Text'];

export function sampleNotices(today: string): Array<{ id: string; body: NoticeBody }> {
  const notice = (id: string, severity: NoticeBody['severity'], title: Text, text: Text, differs: Partial<NoticeBody> = {}) => ({
    id: `sample-${id}`,
    body: {
      brands: ['cez-bg', 'cez-rp'],
      severity,
      title,
      text,
      link: null,
      validFrom: midnight(0),
      validThrough: midnight(3),
      places: [],
      services: [],
      dismissible: true,
      ...differs,
    } satisfies NoticeBody,
  });
  const midnight = (days: number, hour = 0) => instantAt(dayAfter(today, days), hour * 60).toISOString();
  const date = (days: number, locale: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(dayAfter(today, days)));

  return [
    notice(
      'storm',
      'emergency',
      { bg: 'Бурен вятър: части от Перник и Радомир са без ток', en: 'Storm: parts of Pernik and Radomir have no power' },
      invented(
        'Екипите ни работят на място. Ако видите паднал проводник, не го доближавайте и се обадете на 112.',
        'Our crews are at work. If you see a fallen wire, keep away from it and call 112.',
      ),
      { places: ['Перник', 'Радомир'], dismissible: false },
    ),
    notice(
      'card-payment',
      'warning',
      { bg: 'Плащането с карта в центровете временно е спряно', en: 'Card payment in the centers is suspended for now' },
      invented('Можете да платите в брой или по банков път.', 'You can pay in cash or by bank transfer.'),
      { brands: ['cez-bg'], services: ['payment'] },
    ),
    notice(
      'planned-works',
      'warning',
      { bg: `На ${date(1, 'bg-BG')} ремонтираме мрежата във Враца`, en: `Works on the grid in Vratsa on ${date(1, 'en-GB')}` },
      invented(
        'От 9:00 до 13:00 ч. са възможни прекъсвания. Проверете за Вашия адрес по клиентски номер.',
        'Interruptions are possible from 9:00 to 13:00. Check your address by client number.',
      ),
      { brands: ['cez-rp'], places: ['Враца'], validThrough: midnight(1, 13) },
    ),
    notice(
      'reading-window',
      'info',
      { bg: 'Приемаме показания на електромера', en: 'Meter readings are taken now' },
      invented(
        `До ${date(30, 'bg-BG')} включително можете да ги декларирате тук, без да идвате в център.`,
        `You can declare them here through ${date(30, 'en-GB')}, without coming to a center.`,
      ),
      { services: ['reading'], validThrough: midnight(31) },
    ),
    notice(
      'renovation',
      'info',
      { bg: 'Център Мездра е затворен за ремонт', en: 'Center Mezdra is closed for renovation' },
      invented(
        `До ${date(11, 'bg-BG')} включително най-близкият център е във Враца.`,
        `Through ${date(11, 'en-GB')} the nearest center is in Vratsa.`,
      ),
      { places: ['Мездра'], validFrom: midnight(-10), validThrough: midnight(12) },
    ),
    notice(
      'night-works',
      'info',
      { bg: 'Тази нощ Е-услугите няма да работят от 2:00 до 4:00 ч.', en: 'Tonight the e-services pause from 2:00 to 4:00' },
      invented('Информационната линия остава на Ваше разположение.', 'The info line stays open.'),
      { validFrom: midnight(2, 18), validThrough: midnight(3, 4) },
    ),
    notice(
      'info-line',
      'warning',
      { bg: 'Трудно е да се свържете с информационната линия', en: 'The info line is hard to reach' },
      invented('Обажданията са много. Моля, опитайте по-късно.', 'There are many calls. Please try later.'),
      { validFrom: midnight(-1), validThrough: midnight(0) },
    ),
    notice(
      'usual-hours-2020',
      'info',
      { bg: 'Центровете ни се връщат към обичайното си работно време', en: 'Our centers return to their usual hours' },
      {
        bg:
          'Съобщение от 26 май 2020 г., показано като пример. От 26 май центровете за обслужване на клиенти отново работят както преди. ' +
          'Едновременно допускаме толкова клиенти, колкото са гишетата в съответния център. Ако се наложи да изчакате отвън, молим Ви за търпение.',
        en:
          'A notice of 26 May 2020, shown as an example. From 26 May the customer centers work as before. ' +
          'We admit as many customers at once as the center has desks. If you have to wait outside, we ask for your patience.',
      },
      { brands: ['cez-bg'], validThrough: midnight(14) },
    ),
  ];
}

/** Says in the text itself that nothing of it is so. */
function invented(bg: string, en: string): Text {
  return { bg: `${bg} Примерно съобщение.`, en: `${en} A sample notice.` };
}
