/** Texts that every form needs, in Bulgarian. */
import type { KeyOf } from '../messages.js';

export const forms = {
  thereIsAProblem: 'Проверете попълненото',
  notSent: 'Не се получи',
  pleaseCheck: 'Моля, проверете още веднъж',
  errorSaid: 'Грешка:',
  warningSaid: 'Внимание:',
  sending: 'Изпращаме…',
  clientNumber: 'Клиентски номер',
  clientNumberHint: '12 цифри, в горната част на фактурата.',
  clientNumberLetters: 'Клиентският номер е само от цифри, без букви.',
  clientNumberMissing: 'Въведете клиентския номер от фактурата.',
  'clientNumberWrong.one': 'Клиентският номер се състои от точно {length} цифри. Въведохте един знак.',
  'clientNumberWrong.other': 'Клиентският номер се състои от точно {length} цифри. Въведохте {count} знака.',
  clientNumberRefused: 'Клиентският номер не беше приет. Проверете го във фактурата или се обадете на 0700 10 010.',
  authorizationCode: 'Оторизационен код',
  authorizationCodeHint: '6 символа, долу вляво на фактурата.',
  authorizationCodeLetters: 'Кодът е само от латински букви и цифри. Въведете го, както е на фактурата.',
  authorizationCodeMissing: 'Въведете оторизационния код от фактурата.',
  'authorizationCodeWrong.one': 'Кодът се състои от {length} букви и цифри. Въведохте един знак.',
  'authorizationCodeWrong.other': 'Кодът се състои от {length} букви и цифри. Въведохте {count} знака.',
  authorizationCodeRefused: 'Оторизационният код не беше приет. Проверете го във фактурата или се обадете на 0700 10 010.',
  whereBoth: 'Къде да ги намеря?',
  whereNumber: 'Къде да го намеря?',
  whereNumberText: 'Клиентският номер е в горната част на всяка фактура.',
  whereCodeText: 'Оторизационният код е долу вляво. Ако нямате фактура, попитайте на 0700 10 010.',
  notRecognized: 'Не открихме клиент с този номер и код. Проверете и двете във фактурата и опитайте отново.',
  tooMany: 'Твърде много опити. Опитайте отново {moment}.',
  tooManyNow: 'Твърде много опити. Моля, изчакайте малко и опитайте отново.',
  refused: 'Не успяхме да приемем заявката. Обадете се и ще Ви помогнем.',
  typedIsKept: 'Въведеното остава тук.',
  copy: 'Копирайте номера',
  print: 'Отпечатайте',
} as const;

export type FormsKey = KeyOf<typeof forms>;
