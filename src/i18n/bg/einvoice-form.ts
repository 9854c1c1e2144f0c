/**
 * Texts of `cez-einvoice-form`, in Bulgarian. Whoever changes what is said about personal data sets its date,
 * `einvoiceConsentVersion`, in both languages: it is recorded with the consent.
 */
import type { KeyOf } from '../messages.js';

export const einvoiceForm = {
  einvoiceTitle: 'Електронна фактура',
  einvoiceIntro: 'Фактурите пристигат на имейла Ви вместо на хартия. Безплатно е.',
  // The e-mail
  email: 'Електронна поща (имейл)',
  emailHint: 'Ще Ви изпратим на него връзка за потвърждение.',
  emailMissing: 'Въведете имейла, на който искате фактурите.',
  emailNoAt: 'В имейла липсва знакът @. Имейлът изглежда така: ime@abv.bg.',
  emailLatin: 'В имейла има букви на кирилица. Напишете го с латински букви.',
  emailIncomplete: 'Имейлът е непълен. След @ се пише например abv.bg или gmail.com.',
  emailWrong: 'В имейла има грешка. Проверете го знак по знак.',
  emailDoubtful: 'Написахте {written}. Имахте предвид {meant}?',
  emailForeign: 'След @ има букви на кирилица. Вярно ли е?',
  emailTake: 'Поправете на {meant}',
  emailKeep: 'Имейлът е верен',
  // Consent
  einvoiceConsent: 'Запознат(а) съм с информацията за обработка на личните ми данни.',
  einvoiceConsentMissing: 'Отбележете, че сте запознати с информацията за личните Ви данни.',
  einvoiceConsentVersion: '2026-11-24',
  einvoicePrivacy: 'Какви данни обработваме и защо',
  einvoicePrivacyText:
    'Клиентският номер и имейлът са нужни, за да изпращаме фактурите Ви. Оторизационният код служи само за проверка, че заявката е от Вас. Записваме и кога сте се запознали с тази информация.',
  // The request
  einvoiceSend: 'Заявете електронна фактура',
  einvoiceUntilConfirmed: 'Докато не потвърдите от имейла си, фактурите остават на хартия.',
  einvoiceWantPaper: 'Искате отново хартиена фактура?',
  einvoiceToPaper: 'Върнете се към хартия',
  einvoiceKeptFor: 'Заявката е за имейл {email}.',
  einvoiceAnother: 'Подайте друга заявка',
  einvoiceSendKept: 'Изпратете заявката',
  // The receipt
  einvoiceCheckMail: 'Проверете пощата си: {email}',
  einvoiceOpenLink: 'Отворете имейла от нас и потвърдете до {date}, {time}.',
  einvoiceOpenNewLink: 'Изпратихме нов имейл. Отворете го и потвърдете. В него пише до кога важи връзката.',
  einvoiceReference: 'Номер на заявката:',
  einvoiceNoMail: 'Не получихте имейл?',
  einvoiceSpam: 'Погледнете и в папката за нежелана поща (спам).',
  einvoiceResend: 'Изпратете имейла отново',
  einvoiceResendSoon: 'Току-що изпратихме имейл. Нов може да поискате след минута.',
  einvoiceResendGone: 'Тази заявка вече е потвърдена, отказана или изтекла. Ако не получавате фактури по имейл, заявете отново.',
  einvoiceResendProof: 'Първо въведете отново номера и кода от фактурата.',
  einvoiceOtherMail: 'Поправете адреса',
  // What comes next
  einvoiceNext: 'Какво следва',
  einvoiceNextPaper: 'Докато не потвърдите, фактурите идват на хартия.',
  einvoiceNextMail: 'След потвърждението новите фактури пристигат по имейл до 24 часа след издаването, като файл PDF.',
  einvoiceActiveMail: 'Новите фактури пристигат на имейла Ви до 24 часа след издаването, като файл PDF.',
  einvoiceLastPaper: 'Коя е последната Ви хартиена фактура, попитайте на',
  einvoiceNeverAsk: 'По имейл никога не искаме ЕГН, лична карта или данни за банкова карта.',
  // With the link of the mail
  einvoiceConfirmQuestion: 'Искате ли фактурите да пристигат на имейла Ви вместо на хартия?',
  einvoiceConfirm: 'Да, потвърждавам',
  einvoiceNotMine: 'Не сте заявявали това, или отново искате хартия?',
  einvoiceRefuse: 'Откажете електронната фактура',
  einvoiceActive: 'Електронната фактура е активна',
  einvoiceRefused: 'Електронната фактура е отказана',
  einvoiceRefusedText: 'По тази заявка няма да изпращаме фактури на имейла Ви.',
  einvoiceExpired: 'Тази връзка вече не важи',
  einvoiceExpiredText: 'Срокът ѝ е изтекъл, или заявката е отказана или заменена с по-нова.',
  einvoiceAgain: 'Заявете отново',
  // Back to paper
  einvoicePaperTitle: 'Обратно към хартиена фактура',
  einvoicePaperIntro: 'Спираме електронната фактура и следващите фактури пак идват на хартия.',
  einvoicePaperSend: 'Върнете хартиената фактура',
  einvoiceStay: 'Назад към електронната фактура',
  einvoiceOnPaper: 'Фактурите Ви са на хартия',
  einvoiceOnPaperText: 'Електронната фактура е спряна. Може да я заявите отново по всяко време.',
} as const;

export type EinvoiceFormKey = KeyOf<typeof einvoiceForm>;
