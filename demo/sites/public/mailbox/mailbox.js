// Shows the mails the API delivered into its demo mailbox. Everything in a mail is text: it is put into the page
// as text, and only web addresses in it become links.

const REFRESH_MS = 3000;
const main = document.querySelector('main');
const status = document.getElementById('status');
const list = document.getElementById('mails');
const address = new URL('/mailbox', main.dataset.api);
let shown = '';

function element(name, content, attributes = {}) {
  const made = document.createElement(name);
  made.append(...[content].flat());
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** The text with its web addresses as links. */
function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) => (index % 2 === 1 ? element('a', part, { href: part }) : part));
}

function article({ id, from, to, subject, text, arrivedAt }) {
  const time = new Date(arrivedAt).toLocaleString('bg-BG', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Europe/Sofia' });
  const facts = [['От', from], ['До', to], ['Получено', element('time', time, { datetime: arrivedAt })]];
  return element(
    'article',
    [
      element('h2', subject, { id: `mail-${id}` }),
      element('dl', facts.flatMap(([name, value]) => [element('dt', name), element('dd', value)])),
      ...text.trim().split('\n\n').map((paragraph) => element('p', linked(paragraph))),
    ],
    { 'aria-labelledby': `mail-${id}` },
  );
}

function say(words) {
  if (status.textContent !== words) status.textContent = words;
}

function count(number) {
  if (number === 0) return 'Няма писма. Подайте заявка за електронна фактура и се върнете тук.';
  return number === 1 ? '1 писмо' : `${number} писма, най-новото е първо`;
}

async function refresh() {
  const response = await fetch(address, { credentials: 'omit', cache: 'no-store' }).catch(() => null);
  if (response?.status === 404) return say('Зададен е пощенски сървър (SMTP_URL): писмата се изпращат наистина и тук не пристигат.');
  if (!response?.ok) return say('Пощенската кутия не отговаря. Опитваме отново.');
  const { mails } = await response.json();
  say(count(mails.length));
  const ids = mails.map(({ id }) => id).join();
  // What somebody reads or has selected stays untouched while nothing new is there.
  if (ids === shown) return;
  shown = ids;
  list.replaceChildren(...mails.map(article));
}

async function watch() {
  if (!document.hidden) await refresh().catch(() => say('Отговорът на пощенската кутия не се чете.'));
  setTimeout(watch, REFRESH_MS);
}

watch();
