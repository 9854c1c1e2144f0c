/** E-mail addresses as customers type, dictate and paste them. */
import { describe, expect, it } from 'vitest';
import { domainOf, maskedEmail, readEmail } from '../../src/model/email.js';
import { seededRandom } from './typing.js';

const fault = (typed: string) => readEmail(typed).fault;
const suggested = (domain: string): string | null => {
  const { suggestion } = readEmail(`ime@${domain}`);
  return suggestion && domainOf(suggestion);
};

describe('an address', () => {
  it.each([
    ['ivan@abv.bg', 'ivan@abv.bg'],
    ['  ivan@abv.bg\u00a0', 'ivan@abv.bg'],
    ['Ivan.Petrov+tok@ABV.bg', 'Ivan.Petrov+tok@abv.bg'],
    ['ivan @ abv . bg', 'ivan@abv.bg'],
    ['mailto:ivan@abv.bg', 'ivan@abv.bg'],
    ['Иван Петров <ivan@abv.bg>', 'ivan@abv.bg'],
    ['ivan@abv.bg.', 'ivan@abv.bg'],
    ['ivan@abv.bg;', 'ivan@abv.bg'],
    ['\u200bivan@abv.bg\u2060', 'ivan@abv.bg'],
    ['ｉｖａｎ＠ａｂｖ．ｂｇ', 'ivan@abv.bg'],
    ["o'neil_-1@mail.bg", "o'neil_-1@mail.bg"],
    ['i@uni-sofia.bg', 'i@uni-sofia.bg'],
    ['ivan@mail.example.co.uk', 'ivan@mail.example.co.uk'],
  ])('is read from “%s”', (typed, address) => {
    expect(readEmail(typed)).toEqual({ address, fault: null, suggestion: null });
  });

  it.each([
    ['', 'missing'], [' \n', 'missing'],
    ['ivan', 'no-at'], ['ivan.abv.bg', 'no-at'],
    ['иван@abv.bg', 'latin'], ['ivаn@abv.bg', 'latin'],
    ['ivan@', 'incomplete'], ['ivan@abv', 'incomplete'], ['ivan@localhost', 'incomplete'],
    ['ivan petrov@abv.bg', 'wrong'], ['@abv.bg', 'wrong'], ['ivan@abv@bg.bg', 'wrong'], ['ivan@ab v.bg', 'wrong'], ['ivan@-abv.bg', 'wrong'], ['ivan@abv_bg.bg', 'wrong'],
    ['ivan(a)@abv.bg', 'wrong'], [`ivan@${'a.'.repeat(130)}bg`, 'wrong'],
    ['ivan@abv,bg', 'wrong'], ['ivan@abv..bg', 'wrong'],
    ['ivan@avb.bg', 'doubtful'], ['ivan@аbv.bg', 'foreign'],
    ['ivan@пример.бг', 'foreign'], ['ivan@xn--e1afmkfd.xn--90ae', 'foreign'],
  ] as const)('is not made of “%s”', (typed, expected) => {
    expect(fault(typed)).toBe(expected);
  });

  it('in a Cyrillic domain is sent as mail servers know it', () => {
    expect(readEmail('ivan@пример.бг').address).toBe('ivan@xn--e1afmkfd.xn--90ae');
  });

  it('is shown by its first sign and its domain', () => {
    expect(maskedEmail('maria@abv.bg')).toBe('m…@abv.bg');
  });
});

describe('a slip', () => {
  it.each([
    ...['avb.bg', 'bav.bg', 'abbv.bg', 'abv.gb', 'abv.b', 'abv.bgg', 'abv.bh', 'abv.com', 'abv', 'abvbg', 'abv,bg', 'abv..bg', '.abv.bg', 'аbv.bg', 'аbv.бг', 'abv.бг', 'xn--bv-6kc.bg', 'abv.xn--90ae'].map((domain) => [domain, 'abv.bg']),
    ...['gmial.com', 'gmai.com', 'gmal.com', 'gmaill.com', 'gnail.com', 'gamil.com', 'gmail.con', 'gmail.co', 'gmail.cm', 'gmail.om', 'gmail.comm', 'gmail.bg', 'gmail', 'gmailcom', 'gmail,com', 'gmаil.com', 'gmil.con'].map((domain) => [domain, 'gmail.com']),
    ...['mial.bg', 'maill.bg', 'mail.gb', 'mail,bg'].map((domain) => [domain, 'mail.bg']),
    ...['yaho.com', 'yahooo.com', 'yhaoo.com', 'yahoo.cm', 'yahoo.bg', 'yahoo'].map((domain) => [domain, 'yahoo.com']),
    ...['outlok.com', 'outllook.com', 'otulook.com', 'outlook.con'].map((domain) => [domain, 'outlook.com']),
    ...['hotmial.com', 'hotmal.com', 'hormail.com', 'hotnail.con', 'htomial.com'].map((domain) => [domain, 'hotmail.com']),
    ...['dir.gb', 'dri.bg', 'dirr.bg', 'dir,bg'].map((domain) => [domain, 'dir.bg']),
  ])('in @%s is asked about: was it %s?', (domain, right) => {
    expect(suggested(domain)).toBe(right);
  });

  it('of the well-known domains is none', () => {
    for (const domain of ['abv.bg', 'gmail.com', 'mail.bg', 'yahoo.com', 'outlook.com', 'hotmail.com', 'dir.bg', 'icloud.com']) expect(readEmail(`ime@${domain}`).fault, domain).toBeNull();
  });

  it('is not seen in domains that others own', () => {
    const others = `
      gbg.bg data.bg bol.bg net.bg contact.bg mbox.contact.bg techno-link.com netbg.com spnet.net einet.bg lex.bg mail.com email.com ymail.com email.bg gmx.com gmx.de gmx.net aol.com me.com mac.com live.com
      msn.com proton.me pm.me protonmail.com tutanota.com tutamail.com zoho.com zohomail.com fastmail.com hushmail.com rocketmail.com hey.com yandex.com yandex.ru mail.ru bk.ru inbox.ru list.ru rambler.ru
      ukr.net web.de t-online.de freenet.de libero.it orange.fr laposte.net free.fr wp.pl o2.pl seznam.cz email.cz centrum.cz mail.ee inbox.lv yahoo.co.uk yahoo.fr yahoo.de yahoo.gr yahoo.ro hotmail.fr
      hotmail.de hotmail.co.uk hotmail.it outlook.fr outlook.de outlook.es live.co.uk googlemail.com cez.bg cez-rp.bg electrohold.bg ermzapad.bg sofia.bg vratza.bg vidin.bg pleven.bg government.bg bas.bg
      uni-sofia.bg tu-sofia.bg unwe.bg nbu.bg swu.bg mon.bg minfin.bg nap.bg nra.bg bnb.bg ubb.bg dskbank.bg fibank.bg postbank.bg epay.bg easypay.bg speedy.bg econt.com vivacom.bg a1.bg yettel.bg bnr.bg
      bnt.bg btv.bg nova.bg dnes.bg mobile.bg jobs.bg imot.bg olx.bg abc.bg abb.bg air.bg mir.bg dar.bg dom.bg dig.bg mila.bg lima.bg main.bg cloud.bg cloud.com lookout.com formail.bg apple.com google.com`;
    const seen = others.trim().split(/\s+/).filter((domain) => suggested(domain) !== null || fault(`ime@${domain}`) !== null);
    expect(seen).toEqual([]);
  });

  it('keeps what stands before the @ as it was typed', () => {
    expect(readEmail('Ivan.P@gmial.com').suggestion).toBe('Ivan.P@gmail.com');
  });
});

describe('whatever is typed', () => {
  it('is read without an error, and no suggestion is itself doubted', () => {
    const signs = ['@', '.', ',', ' ', 'a', 'b', 'v', 'g', 'м', '<', '>', 'xn--', '-', '\ud83d', '"', 'gmail', 'com'];
    const random = seededRandom(170077);
    const below = (limit: number): number => Math.floor(random() * limit);
    for (let round = 0; round < 5000; round++) {
      const typed = Array.from({ length: below(12) }, () => signs[below(signs.length)]).join('');
      const { suggestion } = readEmail(typed);
      if (suggestion !== null) expect(readEmail(suggestion), typed).toMatchObject({ address: suggestion, suggestion: null });
    }
  });
});
