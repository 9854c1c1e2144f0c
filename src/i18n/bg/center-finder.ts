/** Texts of `cez-center-finder`, in Bulgarian. */
import type { KeyOf } from '../messages.js';

export const centerFinder = {
  title: 'Намерете център',
  search: 'Населено място или адрес',
  searchHint: 'Например Враца или Vratsa',
  clear: 'Изчисти',
  nearMe: 'Близо до мен',
  locating: 'Търсим къде сте…',
  locationDenied: 'Достъпът до местоположението е отказан. Потърсете по населено място.',
  locationTimeout: 'Не успяхме да определим къде сте. Потърсете по населено място.',
  me: 'Вас',
  openNow: 'Отворени сега',
  withCashDesk: 'С каса',
  service: 'Услуга',
  anyService: 'Всички услуги',
  radius: 'Разстояние',
  anyRadius: 'Без ограничение',
  withinRadius: 'до {n} км',
  // What was found
  'found.one': '{count} център',
  'found.other': '{count} центъра',
  foundNearest: '{found}, най-близък: {name}, {distance} от {origin}',
  noMatch: 'Не намерихме център за „{query}“.',
  noCenterInPlace: 'В {place} няма център.',
  otherOperator: '{place} се обслужва от {company}. Ако клиентският Ви номер е при нас, вижте най-близките центрове.',
  nonePassFilters: 'Няма център, който да отговаря на избраното.',
  noneInRadius: 'Няма център в радиус от {n} км от {origin}.',
  nearestInstead: 'Най-близкият е {name}, на {distance}.',
  showNearest: 'Покажи най-близките',
  removeFilters: 'Премахни филтрите',
  noCenters: 'В момента няма публикувани центрове.',
  // A chosen center
  back: 'Назад към списъка',
  nearestOpen: 'Докато е затворено, най-близкият отворен център е {name}, на {distance}.',
  show: 'Покажи {name}',
  // List and map
  listView: 'Списък',
  mapView: 'Карта',
  view: 'Изглед',
  mapLabel: 'Карта на центровете. Всичко от нея е и в списъка.',
  mapFailed: 'Картата не можа да се зареди. Списъкът показва всичко.',
} as const;

export type CenterFinderKey = KeyOf<typeof centerFinder>;
