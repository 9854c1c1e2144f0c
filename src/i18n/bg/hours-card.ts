/** Texts of `cez-hours-card`, in Bulgarian. */
import type { KeyOf } from '../messages.js';

export const hoursCard = {
  wholeWeek: 'Цялата седмица',
  columnDay: 'Ден',
  columnHours: 'Работно време',
  today: 'днес',
  noHours: 'Попитайте на {number}, преди да тръгнете.',
  // Temporary hours
  temporaryFrom: 'Временно работно време от {from} до {date}',
  temporaryOn: 'Променено работно време на {date}',
  closedUntil: 'Временно затворен до {date}',
  closedFrom: 'Ще бъде затворен от {from} до {date}',
  closedOn: 'Затворен на {date}',
  usualReturns: 'Обичайното работно време се връща {day}.',
  reopens: 'Отваря отново {day}.',
  reason: 'Причина: {reason}.',
  addToCalendar: 'В календара',
  calendarName: '{name}: {title}',
  // Days off
  holidaysInside: 'Почивни дни в този период: {list}',
  thisWeek: 'Тази седмица: {hours}',
  holidaysAhead: 'Предстоящи празници: {list}',
  holidayItem: '{date} ({name})',
  // Admission
  'admitted.one': 'Едновременно влиза {count} клиент.',
  'admitted.other': 'Едновременно влизат до {count} клиенти.',
  'admittedPerDesk.one': 'Едновременно влиза {count} клиент, колкото са гишетата.',
  'admittedPerDesk.other': 'Едновременно влизат до {count} клиенти, колкото са гишетата.',
  admittedNone: 'В момента не се допускат клиенти.',
  admittedUnknown: 'Няма данни колко души се допускат едновременно.',
  waitPatiently: 'Ако трябва да изчакате отвън, молим за търпение.',
  // Quiet hours
  quietHours: 'Кога се чака най-малко',
  quietDay: '{day}: най-спокойно е {least}, най-натоварено {most}',
  quietDayAlike: '{day}: целия ден еднакво',
  quietSpan: '{hours} ({waiting})',
  quietPicture: 'Колко души чакат по дни и часове. Същото с думи е под картината.',
  quietSource: 'Обичайно, по преброяванията от последните седмици.',
  quietMissing: 'Не успяхме да заредим обичайните часове.',
  quietNone: 'Още няма достатъчно преброявания.',
  // What there is
  services: 'Услуги',
  servicesUnknown: 'Няма данни за услугите. Попитайте на {number}.',
  cashYes: 'Има каса.',
  cashNo: 'Няма каса.',
  cashUnknown: 'Няма данни дали има каса.',
  cashHours: 'Касата обичайно работи: {hours}',
  documents: 'Какво да носите',
  measures: 'Мерки в центъра',
  directions: 'Упътване',
  phone: 'Телефон',
  infoLineHours: 'денонощно, по тарифния Ви план',
  // Faults
  notKnown: 'Не намерихме такъв център. Вижте списъка с всички центрове.',
} as const;

export type HoursCardKey = KeyOf<typeof hoursCard>;
