/**
 * A failure as a number to be read out on the phone: the first figure says whose matter it is (1 the line, 2 the service,
 * 3 what was asked for, 4 the page), and `stories/docs/failures-and-codes.md` says the rest. Stable as an event's code is.
 */
import type { FailureCode } from '../core/events.js';
import type { CommonKey } from '../i18n/bg/common.js';
import type { Words } from '../i18n/words.js';

const NUMBERS: Record<FailureCode, number> = { offline: 11, timeout: 12, unavailable: 21, 'bad-response': 22, 'not-found': 31, rejected: 32, config: 41 };

/** „(грешка 21)“, to stand behind the phone number. */
export const failureNumber = (words: Words<CommonKey>, code: FailureCode): string => words.t('failureNumber', { number: String(NUMBERS[code]) });
