/** Texts of `cez-balance-checker`, in Bulgarian. */
import type { KeyOf } from '../messages.js';

export const balanceChecker = {
  balanceTitle: 'Проверка на сметка',
  intro: 'Ще видите какво дължите и до кога. Нищо не се запазва на това устройство.',
  check: 'Проверете сметката',
  // The answer
  answerOwed: 'Дължите {amount}',
  answerNothing: 'Не дължите нищо',
  answerCredit: 'Не дължите нищо. Надплатили сте {amount}',
  payBy: 'Платете до {date}.',
  payRestBy: 'Останалите {amount} платете до {date}.',
  overdueAll: 'Срокът за плащане е изтекъл.',
  overduePart: 'Просрочени са {amount}.',
  creditNext: 'Сумата намалява следващата Ви фактура. Може да я получите и обратно с писмено заявление.',
  nothingLeft: 'Нямате непогасени задължения.',
  lastPayment: 'Последното плащане е {amount} на {date}.',
  asOf: 'Към {date}, {time}. Плащане от последните дни може още да не се вижда.',
  numberShown: 'Клиентски номер {number}',
  // The invoices
  unpaid: 'Неплатени фактури',
  period: 'От {from} до {to}',
  due: 'Срок: {date}',
  overdue: 'просрочена',
  partPaid: 'платени {paid} от {amount}',
  estimated: 'по прогнозно показание',
  selfReported: 'по Ваш самоотчет',
  // Ways to pay
  waysToPay: 'Как да платите',
  payOnline: 'Платете онлайн',
  payAtDesk: 'На каса в център за обслужване на клиенти, с клиентския номер.',
  payByBank: 'По банков път: препишете сумата и клиентския номер.',
  copyAmount: 'Копирайте сумата',
  copyNumber: 'Копирайте номера',
  nearestDesk: 'Покажете най-близката каса',
  deskLocating: 'Търсим къде сте…',
  deskLocationDenied: 'Достъпът до местоположението е отказан. Потърсете каса в „Намерете център“.',
  deskLocationTimeout: 'Не успяхме да определим къде сте. Потърсете каса в „Намерете център“.',
  desksUnavailable: 'Не успяхме да заредим центровете. Опитайте отново.',
  noDesk: 'Няма данни за каса.',
  deskDistance: 'на {distance} от Вас',
  directions: 'Упътване',
  // Leaving
  hideNow: 'Скрийте сега',
  hidesSoon: 'Ще скрием данните след минута, защото не действате.',
  stay: 'Останете',
  hidden: 'Скрихме данните за сметката, защото не действахте пет минути.',
  hidesNote: 'След пет минути без действие скриваме данните.',
} as const;

export type BalanceCheckerKey = KeyOf<typeof balanceChecker>;
