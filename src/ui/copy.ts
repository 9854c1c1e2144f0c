/** A button that copies a text and says that it has. */
import { html, type TemplateResult } from 'lit';
import { announce } from '../core/announcer.js';

const SAID_MS = 3000;

/** Pages without https have no clipboard; there an older way of copying still works. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way where there is no clipboard
    const copied = document.execCommand('copy');
    field.remove();
    return copied;
  }
}

/** `text` is asked for at the press, so that a number to copy stands in no attribute. */
export function renderCopy(words: { language: string; t: (key: 'copied') => string }, label: string, text: () => string): TemplateResult {
  const onPress = async ({ currentTarget }: Event): Promise<void> => {
    const button = currentTarget as HTMLElement;
    const name = button.querySelector('span')!;
    if (!(await copy(text()))) return;
    button.focus();
    name.textContent = words.t('copied');
    announce(words.t('copied'), words.language);
    setTimeout(() => (name.textContent = label), SAID_MS);
  };
  return html`<button type="button" class="plain" part="action" @click=${(event: Event) => void onPress(event)}><span .textContent=${label}></span></button>`;
}
