import '../../src/define.js';
import '../support/console-guard.js';
import { keepsTheContract, type Tag } from '../support/contract.js';
import { testNow } from '../support/environment.js';

const wrongEverywhere: Tag['wrong'] = [
  ['brand', 'cez', 'cez-bg or cez-rp'],
  ['lang', 'de', 'bg or en'],
  ['now', 'tomorrow', '2020-05-26T10:00+03:00'],
  ['heading-level', '9', 'from 2 to 6'],
];

const tags: Tag[] = [
  {
    name: 'cez-hours-card',
    attributes: 'center-id="sample-vratsa"',
    requests: 2,
    words: { bg: 'Цялата седмица', en: 'The whole week' },
    properties: { compact: true, jsonLd: false, centerId: 'sample-vidin' },
    wrong: wrongEverywhere,
  },
  {
    name: 'cez-center-finder',
    attributes: 'map="none"',
    requests: 2,
    words: { bg: 'примерни данни', en: 'sample data' },
    properties: { query: 'Враца', service: 'payment', openNow: true, jsonLd: false, map: 'none', noUrl: true },
    wrong: [...wrongEverywhere, ['service', 'pay', 'payment'], ['map', 'later', 'auto, press or none']],
  },
  {
    name: 'cez-outages',
    attributes: `map="none" now="${testNow}"`,
    words: { bg: 'примерни данни', en: 'sample data' },
    properties: { place: 'Враца', kind: 'planned', map: 'none', refreshSeconds: 30, noUrl: true },
    wrong: [...wrongEverywhere, ['kind', 'fault', 'planned, unplanned, switching'], ['map', 'later', 'auto, press or none'], ['refresh', '5', 'of 15 or more'], ['refresh', 'often', 'Using 60']],
  },
  {
    name: 'cez-balance-checker',
    attributes: '',
    asks: 'when-sent',
    words: { bg: 'Проверете сметката', en: 'Check the bill' },
    properties: {},
    wrong: wrongEverywhere,
  },
  {
    name: 'cez-einvoice-form',
    attributes: '',
    asks: 'when-sent',
    words: { bg: 'Заявете електронна фактура', en: 'Ask for the e-invoice' },
    properties: {},
    wrong: wrongEverywhere,
  },
  {
    name: 'cez-reading-form',
    attributes: `now="${testNow}"`,
    asks: 'at-once-if-it-can',
    words: { bg: 'Деклариране на показания', en: 'Declare meter readings' },
    properties: {},
    wrong: wrongEverywhere,
  },
  {
    name: 'cez-notice',
    attributes: `place="Мездра" now="${testNow}"`,
    text: null,
    words: { bg: 'Важи до', en: 'Valid' },
    properties: { place: 'Враца', service: 'reading', noUrl: true },
    // Without its `now` there is no notice to show.
    wrong: [...wrongEverywhere.filter(([name]) => name !== 'now'), ['service', 'pay', 'payment']],
  },
  {
    name: 'cez-contacts',
    attributes: '',
    requests: 2,
    lead: '0700 10 010',
    failure: 'Не успяхме да заредим другите начини за връзка.',
    words: { bg: 'За какво е въпросът Ви?', en: 'What is your question about?' },
    properties: {},
    wrong: wrongEverywhere,
  },
  {
    name: 'cez-services',
    attributes: '',
    asks: 'when-sent',
    words: { bg: 'Какво искате да направите?', en: 'What would you like to do?' },
    properties: { open: 'reading', carry: true, noUrl: true },
    wrong: [...wrongEverywhere.filter(([name]) => name !== 'now'), ['open', 'bill', 'balance, reading, einvoice, sms, outages, centers']],
  },
  {
    name: 'cez-sms-signup',
    attributes: '',
    asks: 'never',
    text: 'smsTitle',
    words: { bg: 'Към съобщението', en: 'Go to the message' },
    properties: {},
    wrong: wrongEverywhere,
  },
];

tags.forEach(keepsTheContract);
