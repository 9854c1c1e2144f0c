import OpeningHours from 'opening_hours';
import { DAYS, show } from '../card.mjs';

const clock = (time) => time.toTimeString().slice(0, 5);

customElements.define('bench-hours', class extends HTMLElement {
  connectedCallback() {
    const hours = new OpeningHours(this.getAttribute('hours'), { lat: 42.7, lon: 23.3, address: { country_code: 'bg', state: '' } });
    const now = new Date();
    const today = (now.getDay() + 6) % 7;
    const monday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - today);
    const sunday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - today + 7);
    const week = DAYS.map(() => '');
    for (const [from, to] of hours.getOpenIntervals(monday, sunday)) week[(from.getDay() + 6) % 7] = `${clock(from)}-${clock(to)}`;
    const next = hours.getNextChange(now);
    show(this, { today, week, status: hours.getState(now) ? `open until ${clock(next)}` : 'closed' });
  }
});
