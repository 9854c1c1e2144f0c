import { DAYS, show } from '../card.mjs';

const sofia = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Sofia', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const weeks = new Map();

/** `Mo-Fr 08:30-16:30; Sa 09:00-13:00` as seven texts of hours. */
function read(text) {
  const week = DAYS.map(() => '');
  for (const rule of text.split(';')) {
    const [days, hours] = rule.trim().split(' ');
    const [first, last = first] = days.split('-').map((day) => DAYS.indexOf(day));
    for (let day = first; day <= last; day++) week[day] = hours;
  }
  return week;
}

customElements.define('bench-hours', class extends HTMLElement {
  connectedCallback() {
    const text = this.getAttribute('hours');
    if (!weeks.has(text)) weeks.set(text, read(text));
    const week = weeks.get(text);
    const parts = sofia.format().split(/[ ,]+/);
    const today = DAYS.indexOf(parts[0].slice(0, 2));
    const [opens, closes] = week[today].split('-');
    const open = opens <= parts[1] && parts[1] < closes;
    show(this, { today, week, status: open ? `open until ${closes}` : 'closed' });
  }
});
