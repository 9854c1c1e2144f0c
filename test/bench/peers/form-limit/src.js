/** The least a form can cost: the browser's own fields and checks, one request, a few lines. */
import '../form.css';
import { lookUp } from '../balance.mjs';

const form = document.querySelector('form');
const answer = document.querySelector('#answer');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  for (const input of form.querySelectorAll('input')) {
    document.getElementById(input.getAttribute('aria-describedby')).textContent = input.validationMessage;
    input.setAttribute('aria-invalid', String(!input.validity.valid));
  }
  if (!form.checkValidity()) return;
  const { total, lines } = await lookUp(Object.fromEntries(new FormData(form)));
  answer.replaceChildren(...[total, ...lines].map((text) => Object.assign(document.createElement('p'), { textContent: text })));
});
globalThis.wired = true;
