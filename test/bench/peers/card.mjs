/** What both hours pages show: a status and a table of seven rows. */
export const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const sheet = new CSSStyleSheet();
sheet.replaceSync(':host{display:block;max-width:320px;padding:12px;border:1px solid #ccc;font:15px/1.4 system-ui}.state{font-weight:700}table{width:100%}th{font-weight:400;text-align:start}');

/** @param {{status: string, today: number, week: string[]}} hours */
export function show(host, { status, today, week }) {
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  const rows = week.map((hours, day) => `<tr${day === today ? ' aria-current="date"' : ''}><th scope="row">${DAYS[day]}</th><td>${hours || 'closed'}</td></tr>`);
  root.innerHTML = `<p class="state">${status}</p><table>${rows.join('')}</table>`;
}
