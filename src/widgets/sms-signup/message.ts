/**
 * The message that registers a client number: an SMS to 170077 whose whole text is the number. Knows how this
 * device is asked to open it, and what a code says to another one.
 */
export const SMS_NUMBER = '170077';

/** RFC 5724 has `?body=`; iPhones have looked for `&body=` since iOS 8, and Android reads both. */
export const smsLink = (clientNumber: string): string => `sms:${SMS_NUMBER}?&body=${clientNumber}`;

/** What cameras of iPhones and Android phones open with its text; from `sms:` some take the recipient only. */
export const qrText = (clientNumber: string): string => `SMSTO:${SMS_NUMBER}:${clientNumber}`;

/** A finger and nothing that hovers: most likely a phone. A guess, so what helps the others is never far. */
export const isHandheld = (): boolean => matchMedia('(pointer: coarse) and (hover: none)').matches;

/** Opens the message. A link outside the document is seen neither in the markup nor by listeners of the page. */
export function openMessage(clientNumber: string): void {
  const link = document.createElement('a');
  link.href = smsLink(clientNumber);
  link.click();
}
