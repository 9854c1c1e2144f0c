/** What somebody who writes into the API, or into a page's markup, might write to make it run: five hundred strings by one seed. */
import { seededRandom } from '../model/typing.js';

/** Counts what runs (hostile-api.ts). */
const CALL = 'cezExecuted()';

const MARKUP = [
  `<script>${CALL}</script>`, `<img src=x onerror=${CALL}>`, `<svg onload=${CALL}>`, `<svg><animate onbegin=${CALL} attributeName=x dur=1s>`, `<iframe srcdoc="<script>parent.${CALL}</script>">`,
  `<iframe src="javascript:parent.${CALL}">`, `<details open ontoggle=${CALL}>`, `<video><source onerror=${CALL}>`, `<body onload=${CALL}>`, `<input autofocus onfocus=${CALL}>`,
  `<math><mtext><img src=x onerror=${CALL}>`, `<template shadowrootmode=open><img src=x onerror=${CALL}></template>`, `<object data="javascript:${CALL}">`, `<base href="javascript:${CALL}//">`,
  `<meta http-equiv=refresh content="0;javascript:${CALL}">`, `<style>@import "javascript:${CALL}"</style>`, `<a href="javascript:${CALL}">Тук</a>`, `<form action="javascript:${CALL}"><button>Тук</button></form>`,
  `<cez-notice onclick=${CALL}>`, `<style onload=${CALL}></style>`, `<marquee onstart=${CALL}>`, `<link rel=stylesheet href=x onerror=${CALL}>`,
];
const ADDRESSES = [
  `javascript:${CALL}`, `JaVaScRiPt:${CALL}`, ` javascript:${CALL}`, `java\nscript:${CALL}`, `java\tscript:${CALL}`, `\u0001javascript:${CALL}`, `javascript://example.bg/%0a${CALL}`, `data:text/html,<script>parent.${CALL}</script>`,
  `data:text/html;base64,PHNjcmlwdD5jZXpFeGVjdXRlZCgpPC9zY3JpcHQ+`, `vbscript:${CALL}`, 'file:///etc/passwd', 'blob:null/1', '//example.bg\\@localhost', 'https://user:pass@example.bg', 'tel:javascript:1', `feed:javascript:${CALL}`, `view-source:javascript:${CALL}`,
];
const CODE = [
  `\${${CALL}}`, `{{constructor.constructor('${CALL}')()}}`, `';${CALL};'`, `";${CALL};"`, '`', `--><script>${CALL}</script>`, `]]><script>${CALL}</script>`, `</script><script>${CALL}</script>`, `</style><script>${CALL}</script>`, `<!--<script>${CALL}`,
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', '\ud800', '\udc00\ud800', '\u202eгноп', '\u200b\u200d\ufeff', '\0', '%00', '\u2028\u2029', 'lit$1234567890$', '<?lit$1$?>', '{"bg":"x"}', 'NaN', '-0', '9'.repeat(400), 'я'.repeat(3000), '😀'.repeat(500),
];
const AROUND: readonly ((text: string) => string)[] = [
  (text) => text, (text) => `">${text}`, (text) => `'>${text}`, (text) => `Център ${text}`, (text) => `</textarea></title></option>${text}`, (text) => ` onmouseover=${CALL} ${text}`, (text) => `https://example.bg/${text}`, (text) => `${text}\n${text}`,
];

export function hostileStrings(count: number): string[] {
  const seeds = [...MARKUP, ...ADDRESSES, ...CODE];
  const random = seededRandom(2026);
  const all = AROUND.flatMap((around) => seeds.map(around)).concat('<img src=x onerror=cezExecuted()>'.repeat(30_000));
  return all.map((text) => ({ text, lot: random() })).sort((a, b) => a.lot - b.lot).slice(0, count).map(({ text }) => text);
}
