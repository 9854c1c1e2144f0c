/**
 * Host, reset and the controls every widget uses. The host element is the page author's: only its display is
 * ours. Sizes are `em` from the reader's own text size; `rem` would be the page's.
 */
import { css } from 'lit';
import { tokens } from './tokens.js';

export const baseStyles = [
  tokens,
  css`
    :host {
      display: block !important;
    }
    :host([hidden]) {
      display: none !important;
    }
    /* An em is the parent's: the size of the reader's browser, not the one a page gives its text. */
    .reader {
      display: contents;
      font-size: medium;
    }
    .root {
      all: initial;
      /* Which "all" leaves out; a page may be written from right to left. */
      direction: ltr;
      display: block;
      font-family: var(--cez-font, inherit);
      font-size: 1.0625em;
      line-height: 1.5;
      color: var(--_ink);
      color-scheme: inherit;
      overflow-wrap: break-word;
      -webkit-text-size-adjust: 100%;
      text-size-adjust: 100%;
    }
    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }
    h2,
    h3,
    h4,
    h5,
    h6,
    p,
    ul,
    dl,
    dd {
      margin: 0;
      padding: 0;
    }
    h2,
    h3,
    h4,
    h5,
    h6 {
      font-size: 1.25em;
      font-weight: 600;
      line-height: 1.3;
    }
    ul {
      list-style: none;
    }
    small,
    .small {
      font-size: 0.8824em;
    }
    .muted {
      color: var(--_muted);
    }
    svg {
      inline-size: 1.25em;
      block-size: 1.25em;
      flex: none;
      fill: none;
      stroke: currentcolor;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
      border-radius: 2px;
    }
    a {
      color: var(--_action);
      text-underline-offset: 0.15em;
    }
    a:hover {
      color: var(--_action-hover);
    }
    button,
    .button {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      gap: calc(2 * var(--_space));
      min-block-size: 2.75em;
      padding: 0.5em 1em;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: none;
      color: var(--_ink);
      font: inherit;
      font-weight: 500;
      line-height: 1.25;
      text-decoration: none;
      cursor: pointer;
    }
    button:hover,
    .button:hover {
      border-color: var(--_action);
      color: var(--_action-hover);
    }
    .primary,
    .primary:hover {
      border-color: transparent;
      background: var(--_action);
      color: var(--_on-action);
    }
    .primary:hover {
      background: var(--_action-hover);
    }
    .plain {
      min-block-size: 1.5em;
      padding: 0;
      border: 0;
      color: var(--_action);
      text-decoration: underline;
      text-underline-offset: 0.15em;
    }
    .tag {
      display: inline-block;
      padding: 0 0.5em;
      border: 1px dashed var(--_border);
      border-radius: 1em;
      color: var(--_muted);
      font-size: 0.8235em;
      font-weight: 400;
      line-height: 1.6;
      white-space: nowrap;
    }
    .status {
      display: flex;
      align-items: baseline;
      gap: 0.4em;
      font-weight: 600;
    }
    .status svg {
      align-self: center;
    }
    .ok {
      color: var(--_ok);
    }
    .soon {
      color: var(--_warning);
    }
    .shut,
    .quiet {
      color: var(--_muted);
    }
    .failure,
    .loading {
      display: grid;
      gap: calc(2 * var(--_space));
      justify-items: start;
      padding-block: calc(2 * var(--_space));
    }
    .loading {
      min-block-size: 24em;
    }
    /* Most answers come before anybody misses them. */
    @keyframes soon-told {
      from {
        visibility: hidden;
      }
    }
    .soon-told {
      animation: soon-told 300ms step-end;
    }
    :host([compact]) .loading {
      min-block-size: 0;
    }
    /* As tall as its line: a target for a finger. */
    .phone {
      display: inline-block;
      font-weight: 600;
      white-space: nowrap;
    }
    .said {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    @media (forced-colors: active) {
      .primary {
        border-color: ButtonText;
      }
    }
    @media (prefers-reduced-motion: no-preference) {
      button,
      .button {
        transition: background-color 120ms, border-color 120ms;
      }
    }
  `,
];
