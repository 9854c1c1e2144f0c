/** Mails that the API under test has sent: it has no mail server, so they arrive in its mailbox. */
import { pause } from './device-clock.js';
import { onward } from './page-fetch.js';

interface Mail {
  to: string;
  text: string;
}

/** Mails to an address, the newest first, once there are as many. */
export async function mailsTo(address: string, count = 1): Promise<Mail[]> {
  for (;;) {
    const { mails } = (await (await onward(`${globalThis.cezTestEnvironment.api}/mailbox`, {})).json()) as { mails: Mail[] };
    const found = mails.filter(({ to }) => to === address);
    if (found.length >= count) return found;
    await pause(20);
  }
}

/** The token in the link of the newest mail to an address. */
export const tokenFor = async (address: string): Promise<string> => /[?&]cez-einvoice-token=([\w-]+)/.exec((await mailsTo(address))[0]!.text)![1]!;
