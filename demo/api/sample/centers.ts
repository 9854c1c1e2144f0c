/**
 * The sample register: about thirty invented centers in real towns of the ten oblasts, among them
 * one for each thing a widget must be able to show. Streets are invented. Dates are set from the day
 * the server starts, except in `sample-2020`, which repeats the regime of the notice of 26 May 2020.
 */
import { complete } from '../centers/center-body.js';
import type { Schemas } from '../contract.js';
import type { CenterBody } from '../tables.js';
import { documentsFor, MEASURES } from './center-texts.js';
import { dayAfter, sofiaDate } from './dates.js';

type Input = Schemas['CenterInput'];
type Service = Schemas['Service'];
type Hours = Schemas['OpeningHoursSpecification'];

const INFO_LINE = '0700 10 010';
const WORKDAYS: Hours['dayOfWeek'] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

const BASIC: Service[] = ['payment', 'reading', 'einvoice', 'sms', 'authorization-code'];
const SUPPLIER: Service[] = [...BASIC, 'contract', 'account-change', 'deferred-payment', 'complaint'];
const GRID: Service[] = ['reading', 'meter-check', 'complaint', 'contract'];
const ALL: Service[] = [...SUPPLIER, 'meter-check'];

interface Town {
  place: string;
  placeEn: string;
  municipality?: string;
  oblast: string;
  postalCode: string;
  lat: number;
  lng: number;
}

function weekdays(opens: string, closes: string): Hours {
  return { dayOfWeek: WORKDAYS, opens, closes };
}

/** A center open on workdays, with all services of both brands, unless `differs` says otherwise. */
function center(id: string, town: Town, street: string, differs: Partial<Input> = {}): { id: string; body: CenterBody } {
  const services = differs.services ?? ALL;
  const body = complete({
    brands: ['cez-bg', 'cez-rp'],
    name: { bg: `Център ${town.place}`, en: `Center ${town.placeEn}` },
    address: {
      street,
      place: town.place,
      municipality: town.municipality ?? town.place,
      oblast: town.oblast,
      postalCode: town.postalCode,
    },
    position: { lat: town.lat, lng: town.lng },
    phone: INFO_LINE,
    services,
    cashDesk: true,
    cashDeskHours: null,
    desks: 3,
    openingHoursSpecification: [weekdays('08:30', '16:30')],
    specialOpeningHoursSpecification: [],
    followsPublicHolidays: true,
    measures: [],
    documents: documentsFor(services),
    ...differs,
    sample: true,
  });
  return { id, body };
}

/** A center in a part of Sofia. */
function sofia(
  id: string,
  part: { bg: string; en: string; postalCode: string; lat: number; lng: number },
  street: string,
  differs: Partial<Input> = {},
): { id: string; body: CenterBody } {
  const town = { place: 'София', placeEn: 'Sofia', municipality: 'Столична', oblast: 'София-град', ...part };
  const name = { bg: `Център София – ${part.bg}`, en: `Center Sofia – ${part.en}` };
  return center(id, town, street, { name, desks: 6, openingHoursSpecification: [weekdays('08:00', '17:30')], ...differs });
}

export function sampleCenters(now: Date): Array<{ id: string; body: CenterBody }> {
  const today = sofiaDate(now);
  const day = (offset: number) => dayAfter(today, offset);

  return [
    sofia(
      'sample-open-on-holidays',
      { bg: 'Център', en: 'Center', postalCode: '1000', lat: 42.6985, lng: 23.3215 },
      'ул. „Светлина“ 12',
      {
        desks: 8,
        followsPublicHolidays: false,
        openingHoursSpecification: [
          weekdays('08:00', '19:00'),
          { dayOfWeek: ['Saturday', 'Sunday'], opens: '10:00', closes: '16:00' },
        ],
        cashDeskHours: [weekdays('08:30', '18:30')],
      },
    ),
    sofia(
      'sample-sofia-lyulin',
      { bg: 'Люлин', en: 'Lyulin', postalCode: '1336', lat: 42.717, lng: 23.251 },
      'бул. „Добро утро“ 45',
    ),
    sofia(
      'sample-sofia-mladost',
      { bg: 'Младост', en: 'Mladost', postalCode: '1784', lat: 42.65, lng: 23.379 },
      'ул. „Ясна вечер“ 3',
      { phone: null, cashDeskHours: [weekdays('08:30', '17:00')] },
    ),
    sofia(
      'sample-2020',
      { bg: 'Надежда', en: 'Nadezhda', postalCode: '1220', lat: 42.734, lng: 23.299 },
      'ул. „Фенер“ 8',
      {
        desks: 4,
        openingHoursSpecification: [weekdays('08:30', '17:00')],
        specialOpeningHoursSpecification: [
          {
            validFrom: '2020-03-16',
            validThrough: '2020-05-25',
            dayOfWeek: WORKDAYS,
            opens: '09:00',
            closes: '15:00',
            reason: { bg: 'извънредно положение', en: 'state of emergency' },
          },
        ],
        measures: [...MEASURES],
      },
    ),

    center('sample-samokov', samokov, 'ул. „Планинска искра“ 5'),
    center('sample-lunch-break', botevgrad, 'ул. „Ковано желязо“ 21', {
      openingHoursSpecification: [weekdays('08:30', '12:30'), weekdays('13:15', '17:00')],
      cashDeskHours: [weekdays('08:30', '12:30'), weekdays('13:15', '16:30')],
    }),
    center('sample-ihtiman', ihtiman, 'ул. „Римски път“ 9', { desks: 2, cashDesk: null, services: BASIC }),
    center('sample-kostinbrod', kostinbrod, 'ул. „Кестен“ 14', { desks: 2, phone: null }),

    center('sample-pernik', pernik, 'ул. „Миньорска лампа“ 30', {
      desks: 5,
      cashDeskHours: [weekdays('08:30', '16:00')],
    }),
    center('sample-radomir', radomir, 'ул. „Струна“ 6', {
      brands: ['cez-rp'],
      services: GRID,
      desks: 2,
      cashDesk: false,
    }),

    center('sample-kyustendil', kyustendil, 'ул. „Черешов цвят“ 17', { desks: 4 }),
    center('sample-temporary-regime', dupnitsa, 'ул. „Речен бряг“ 2', {
      desks: 4,
      admittedAtOnce: 3,
      specialOpeningHoursSpecification: [
        {
          validFrom: day(-14),
          validThrough: day(21),
          dayOfWeek: WORKDAYS,
          opens: '09:00',
          closes: '15:00',
          reason: { bg: 'обучение на служителите', en: 'staff training' },
        },
      ],
      measures: MEASURES.filter(({ code }) => code === 'wait-outside'),
    }),

    center('sample-blagoevgrad', blagoevgrad, 'бул. „Южно слънце“ 11', { desks: 6 }),
    center('sample-sandanski', sandanski, 'ул. „Топъл извор“ 4', { phone: null }),
    center('sample-petrich', petrich, 'ул. „Мандарина“ 8', { desks: 2, cashDesk: null }),
    center('sample-split-hours', gotseDelchev, 'ул. „Старата чешма“ 13', {
      openingHoursSpecification: [
        { dayOfWeek: ['Monday', 'Wednesday', 'Friday'], opens: '08:00', closes: '14:00' },
        { dayOfWeek: ['Tuesday', 'Thursday'], opens: '08:00', closes: '12:00' },
        { dayOfWeek: ['Tuesday', 'Thursday'], opens: '14:00', closes: '18:30' },
      ],
    }),
    center('sample-razlog', razlog, 'ул. „Елово клонче“ 7', {
      brands: ['cez-rp'],
      services: GRID,
      desks: 2,
      cashDesk: false,
    }),

    center('sample-vratsa', vratsa, 'ул. „Вестител“ 18', {
      desks: 5,
      cashDeskHours: [weekdays('08:30', '16:00')],
    }),
    center('sample-closed-for-renovation', mezdra, 'ул. „Гаров фенер“ 1', {
      specialOpeningHoursSpecification: [
        { validFrom: day(-10), validThrough: day(11), reason: { bg: 'ремонт', en: 'renovation' } },
      ],
    }),
    center('sample-kozloduy', kozloduy, 'ул. „Дунавска вълна“ 25', { desks: 2, services: BASIC, brands: ['cez-bg'] }),

    center('sample-montana', montana, 'бул. „Трети мост“ 33', { desks: 4 }),
    center('sample-lom', lom, 'ул. „Корабен звън“ 10', { desks: 3, cashDesk: false }),
    center('sample-berkovitsa', berkovitsa, 'ул. „Малинов храст“ 16', {
      brands: ['cez-bg'],
      services: SUPPLIER,
      desks: 2,
      phone: null,
    }),

    center('sample-vidin', vidin, 'ул. „Крепостна врата“ 20', {
      desks: 4,
      openingHoursSpecification: [weekdays('08:00', '17:00')],
    }),
    center('sample-unknown-hours', belogradchik, 'ул. „Скален лабиринт“ 3', {
      openingHoursSpecification: null,
      cashDesk: null,
      desks: null,
      services: BASIC,
    }),

    center('sample-lovech', lovech, 'ул. „Покритият мост“ 19', { desks: 4 }),
    center('sample-troyan', troyan, 'ул. „Глинена стомна“ 6'),
    center('sample-unknown-position', teteven, 'ул. „Горски поток“ 12', { position: null, desks: 2, phone: null }),

    center('sample-saturday-hours', pleven, 'бул. „Панорамен изглед“ 40', {
      desks: 6,
      openingHoursSpecification: [
        weekdays('08:00', '18:00'),
        { dayOfWeek: ['Saturday'], opens: '09:00', closes: '13:00' },
      ],
      cashDeskHours: [weekdays('08:30', '17:30')],
    }),
    center('sample-cherven-bryag', chervenBryag, 'ул. „Вишнева градина“ 22', { desks: 3 }),
    center('sample-levski', levski, 'ул. „Житен клас“ 15', { brands: ['cez-bg'], services: SUPPLIER, desks: 2 }),
    center('sample-knezha', knezha, 'ул. „Слънчогледова“ 28', { desks: 2, cashDesk: null }),
  ];
}

// Town points: GeoNames (geonames.org), CC BY 4.0.
const samokov = town('Самоков', 'Samokov', 'Софийска', '2000', 42.337, 23.5528);
const botevgrad = town('Ботевград', 'Botevgrad', 'Софийска', '2140', 42.9, 23.7833);
const ihtiman = town('Ихтиман', 'Ihtiman', 'Софийска', '2050', 42.4333, 23.8167);
const kostinbrod = town('Костинброд', 'Kostinbrod', 'Софийска', '2230', 42.8167, 23.2167);
const pernik = town('Перник', 'Pernik', 'Перник', '2300', 42.6, 23.0333);
const radomir = town('Радомир', 'Radomir', 'Перник', '2400', 42.5457, 22.9655);
const kyustendil = town('Кюстендил', 'Kyustendil', 'Кюстендил', '2500', 42.2839, 22.6911);
const dupnitsa = town('Дупница', 'Dupnitsa', 'Кюстендил', '2600', 42.2667, 23.1167);
const blagoevgrad = town('Благоевград', 'Blagoevgrad', 'Благоевград', '2700', 42.0167, 23.1);
const sandanski = town('Сандански', 'Sandanski', 'Благоевград', '2800', 41.5667, 23.2833);
const petrich = town('Петрич', 'Petrich', 'Благоевград', '2850', 41.3985, 23.207);
const gotseDelchev = town('Гоце Делчев', 'Gotse Delchev', 'Благоевград', '2900', 41.5667, 23.7333);
const razlog = town('Разлог', 'Razlog', 'Благоевград', '2760', 41.8863, 23.4671);
const vratsa = town('Враца', 'Vratsa', 'Враца', '3000', 43.21, 23.5625);
const mezdra = town('Мездра', 'Mezdra', 'Враца', '3100', 43.15, 23.7);
const kozloduy = town('Козлодуй', 'Kozloduy', 'Враца', '3320', 43.7786, 23.7206);
const montana = town('Монтана', 'Montana', 'Монтана', '3400', 43.4125, 23.225);
const lom = town('Лом', 'Lom', 'Монтана', '3600', 43.8211, 23.2368);
const berkovitsa = town('Берковица', 'Berkovitsa', 'Монтана', '3500', 43.2358, 23.1274);
const vidin = town('Видин', 'Vidin', 'Видин', '3700', 43.9916, 22.8824);
const belogradchik = town('Белоградчик', 'Belogradchik', 'Видин', '3900', 43.6272, 22.6836);
const lovech = town('Ловеч', 'Lovech', 'Ловеч', '5500', 43.1333, 24.7167);
const troyan = town('Троян', 'Troyan', 'Ловеч', '5600', 42.8943, 24.7159);
const teteven = town('Тетевен', 'Teteven', 'Ловеч', '5700', 42.9167, 24.2667);
const pleven = town('Плевен', 'Pleven', 'Плевен', '5800', 43.4167, 24.6167);
const chervenBryag = town('Червен бряг', 'Cherven Bryag', 'Плевен', '5980', 43.2788, 24.0825);
const levski = town('Левски', 'Levski', 'Плевен', '5900', 43.3667, 25.1333);
const knezha = town('Кнежа', 'Knezha', 'Плевен', '5835', 43.5, 24.0833);

function town(place: string, placeEn: string, oblast: string, postalCode: string, lat: number, lng: number): Town {
  return { place, placeEn, oblast, postalCode, lat, lng };
}
