import '@shoelace-style/shoelace/dist/themes/light.css';
import '@shoelace-style/shoelace/dist/components/alert/alert.js';
import '@shoelace-style/shoelace/dist/components/button/button.js';
import '@shoelace-style/shoelace/dist/components/input/input.js';
import { lookUp } from '../balance.mjs';

const form = document.querySelector('form');
const answer = document.querySelector('sl-alert');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { total, lines } = await lookUp(Object.fromEntries(new FormData(form)));
  answer.replaceChildren(...[total, ...lines].map((text) => Object.assign(document.createElement('p'), { textContent: text })));
  answer.open = true;
});
await Promise.all(['sl-alert', 'sl-button', 'sl-input'].map((tag) => customElements.whenDefined(tag)));
globalThis.wired = true;
