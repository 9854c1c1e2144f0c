import { assert } from '@open-wc/testing';
import { safeUrl } from '../../src/ui/safe-url.js';
import '../support/console-guard.js';

describe('safe addresses', () => {
  const addresses: [address: string, link: string | undefined][] = [
    ['https://cez.bg/a b', 'https://cez.bg/a%20b'],
    ['tel:+35970010010', 'tel:+35970010010'],
    ['mailto:info@example.bg', 'mailto:info@example.bg'],
    ['sms:170077', 'sms:170077'],
    ['/centers', `${location.origin}/centers`],
    ['http://cez.example/', undefined],
    ['javascript:alert(1)', undefined],
    [' JavaScript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['\u0001javascript:alert(1)', undefined],
    ['data:text/html,<script>alert(1)</script>', undefined],
    ['blob:https://cez.bg/1', undefined],
    ['vbscript:msgbox(1)', undefined],
    ['file:///etc/passwd', undefined],
    ['https://[', undefined],
    ['', undefined],
    [' ', undefined],
  ];
  for (const [address, link] of addresses) it(`makes ${link ? 'a link' : 'no link'} of ${JSON.stringify(address)}`, () => assert.equal(safeUrl(address), link));
});
