/** What can happen between a form and the API: F1 to F22 of the catalogue of faults, with their variants. */
import type { Scene } from './scene.js';

export interface LineFault {
  /** Number in the catalogue. */
  id: string;
  name: string;
  breaks: (scene: Scene) => Promise<unknown>;
  mends: (scene: Scene) => Promise<unknown>;
}

const proxied = (id: string, ...names: string[]): LineFault[] =>
  names.map((name) => ({ id, name, breaks: ({ stack }) => stack.breakWith(name), mends: ({ stack }) => stack.mend() }));

export const lineFaults: readonly LineFault[] = [
  { id: 'F1', name: 'refused', breaks: ({ stack }) => stack.refuse(), mends: ({ stack }) => stack.mend() },
  ...proxied('F2', 'black-hole'),
  ...proxied('F3', 'reset'),
  ...proxied('F4', 'cut'),
  ...proxied('F5', 'slow'),
  ...proxied('F6', 'drip'),
  ...proxied('F7', 'short'),
  ...proxied('F8', 'cut-chunk', 'cut-json'),
  ...proxied('F9', 'portal-redirect', 'html-200', 'html-as-json'),
  ...proxied('F10', 'empty-200'),
  ...proxied('F11', 'wrong-shape', 'null-200', 'huge', 'deep'),
  ...proxied('F12', 'no-content'),
  ...proxied('F13', 'http-422'),
  ...proxied('F14', 'http-422-malformed', 'http-422-cut'),
  ...proxied('F15', 'http-401', 'http-403-html'),
  ...proxied('F16', 'http-404-html', 'not-found', 'not-recognized', 'http-410'),
  ...proxied('F17', 'http-409', 'http-409-wait'),
  ...proxied('F18', 'http-429', 'http-429-date', 'http-429-none', 'http-429-99999', 'http-429-negative'),
  ...proxied('F19', 'http-500', 'http-502', 'http-503', 'http-503-no-cors'),
  ...proxied('F20', 'lost'),
  { id: 'F21', name: 'offline', breaks: ({ context }) => context.setOffline(true), mends: ({ context }) => context.setOffline(false) },
  ...proxied('F22', 'not-modified'),
];
