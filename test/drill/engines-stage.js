/**
 * The page that holds another one in a frame, acts in it and tells what came of it (engines.ts). Written for three
 * engines: events are made by hand, and time is waited for by looking.
 */
const { tags, files } = window;
const broken = [];
let seen = 0;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(check, what, limit = 15_000) {
  for (const end = Date.now() + limit; Date.now() < end; await pause(20)) {
    const value = check();
    if (value) return value;
  }
  throw new Error(`waited in vain until ${what}`);
}

/** Loads `address` into a new frame; its violations and errors are noted from its first moment on. */
async function open(address) {
  document.querySelector('iframe')?.remove();
  const frame = Object.assign(document.createElement('iframe'), { width: 900, height: 2000 });
  document.body.append(frame);
  const told = [];
  const blank = frame.contentWindow;
  frame.src = address;
  await until(() => frame.contentWindow === blank && frame.contentDocument?.URL !== 'about:blank' && frame.contentDocument?.body, 'the page is there');
  const page = frame.contentDocument;
  page.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => told.push(`violates ${violatedDirective} ${blockedURI} ${sample}`));
  frame.contentWindow.addEventListener('error', ({ message }) => message && told.push(message));
  frame.contentWindow.addEventListener('unhandledrejection', ({ reason }) => told.push(String(reason)));
  return { page, view: frame.contentWindow, told };
}

/** Elements in the shadow trees of `host`, outermost first. */
function all(host, selector) {
  const found = [];
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches(selector)) found.push(element);
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(host.shadowRoot);
  return found.filter((element) => element.checkVisibility?.() ?? true);
}
const one = (host, selector) => until(() => all(host, selector)[0], `${host.localName} has ${selector}`);
const words = (host) => all(host, '*').flatMap(({ childNodes }) => [...childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data)).join(' ').replace(/\s+/g, ' ');
const says = (host, text) => until(() => text.test(words(host)), `${host.localName} says ${text}`).catch((error) => Promise.reject(new Error(`${error.message}, it says “${words(host).slice(0, 300)}”`)));

async function type(view, host, selector, text) {
  const field = await one(host, selector);
  field.focus();
  field.value = text;
  field.dispatchEvent(new view.InputEvent('input', { bubbles: true, composed: true }));
}
async function press(host, selector, text = /./) {
  const button = await until(() => all(host, selector).find(({ textContent }) => text.test(textContent)), `${host.localName} has ${selector} ${text}`);
  button.click();
}

const use = {
  'balance-checker': async (tag, view) => {
    await type(view, tag, '[name=clientNumber]', '310000000011');
    await type(view, tag, '[name=authorizationCode]', 'CEZ011');
    await press(tag, 'button.primary');
    await says(tag, /Дължите/);
  },
  'center-finder': async (tag, view) => {
    await type(view, tag, '[role=combobox]', 'vraca');
    await says(tag, /3 центъра/);
    await press(tag, 'button', /^\s*Карта\s*$/);
    await one(tag, '.map-zoom');
    await press(tag, '.map-zoom button');
    await press(tag, 'button', /^\s*Списък\s*$/);
    await press(tag, '[part~=row] button');
    await says(tag, /Отворено до 16:30/);
  },
  contacts: async (tag) => {
    await press(tag, 'button', /Показания и електромер/);
    await says(tag, /www\.cez-rp\.bg/);
  },
  'einvoice-form': async (tag, view) => {
    await press(tag, 'button.primary');
    await one(tag, '.summary');
    await type(view, tag, '[name=email]', 'ime@avb.bg');
    await press(tag, 'button.primary');
    await one(tag, '.summary');
  },
  'hours-card': async (tag) => {
    await says(tag, /Отворено до 15:00/);
    await press(tag, 'summary');
    await one(tag, 'tbody tr');
  },
  notice: async (tag) => {
    await press(tag, 'button', /Прочетете/);
    await says(tag, /Важи до/);
  },
  outages: async (tag, view) => {
    await type(view, tag, '#query', 'Враца');
    (await one(tag, '#query')).form.requestSubmit();
    await says(tag, /Част от Враца е без ток/);
    tag.shadowRoot.querySelector('.map').scrollIntoView();
    await one(tag, '.map-zoom');
  },
  'reading-form': async (tag, view) => {
    await type(view, tag, '[name=clientNumber]', '310000000011');
    await type(view, tag, '[name=authorizationCode]', 'CEZ011');
    await press(tag, 'button.primary');
    await one(tag, '[name=register-0-0]');
    await press(tag, 'button.primary');
    await one(tag, '.summary');
  },
  services: async (tag) => {
    await press(tag, 'button', /Следете сметката по SMS/);
    await one(tag, '[name=clientNumber]');
  },
  'sms-signup': async (tag, view) => {
    await type(view, tag, '[name=clientNumber]', '3100 0047 1193');
    await press(tag, 'button.primary');
    await says(tag, /Съобщението Ви е готово/);
    await one(tag, '.qr path');
  },
};

for (const tag of tags) {
  try {
    const { page, view, told } = await open(`/hosts/h20/?tag=${tag}`);
    const widget = page.querySelector(`cez-${tag}`);
    await until(() => widget.matches(':state(ready)'), `${tag} is ready`);
    await use[tag](widget, view);
    await pause(300);
    broken.push(...told.map((line) => `cez-${tag}: ${line}`));
    seen += 1;
  } catch (error) {
    broken.push(`cez-${tag}: ${error.message}`);
  }
}

/** Asked for by the page itself, so that its import map holds. */
async function ask(page, view, address) {
  view.result = null;
  const code = `import(${JSON.stringify(address)}).then(() => 'runs', () => 'refused').then((result) => { window.result = result; })`;
  page.body.append(Object.assign(page.createElement('script'), { type: 'module', textContent: code }));
  return until(() => view.result, `${address} is asked for`);
}

for (const [index, file] of files.entries()) {
  try {
    const { page, view } = await open(`/snippet/${index}/`);
    await until(() => page.readyState === 'complete', 'the page is loaded');
    if (file.endsWith('.css')) {
      // Firefox leaves an empty one.
      await until(() => [...page.querySelectorAll('link[rel=stylesheet]')].every(({ sheet }) => !sheet?.cssRules.length), 'the style sheet is refused', 2_000);
    } else if (file === 'cez.js') {
      await pause(300);
      if (tags.some((tag) => view.customElements.get(`cez-${tag}`))) broken.push(`${file} runs although it was changed`);
    } else {
      if ((await ask(page, view, `/changed/${index}/${file}`)) !== 'refused') broken.push(`${file} runs although it was changed`);
    }
    const [own] = page.querySelector('cez-hours-card p')?.getClientRects() ?? [];
    if (!view.customElements.get('cez-hours-card') && !own) broken.push(`${file}: the page’s own words are gone`);
    seen += 1;
  } catch (error) {
    broken.push(`${file}: ${error.message}`);
  }
}

// Whole, the same files run.
const { page, view } = await open('/snippet/none/');
for (const file of files.filter((name) => name.endsWith('.js'))) if ((await ask(page, view, `/changed/none/${file}`)) !== 'runs') broken.push(`${file} does not run although it is whole`);
seen += 1;

await fetch('/drill/report', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ done: true, broken, seen }) });
