import { css } from 'lit';

export const contactsStyles = css`
  .root {
    display: grid;
    gap: calc(4 * var(--_space));
  }
  .urgent {
    display: grid;
    gap: calc(2 * var(--_space));
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_danger);
  }
  .strong {
    display: flex;
    align-items: center;
    gap: 0.4em;
    font-weight: 600;
  }
  .answer {
    font-size: 1.4118em;
    font-weight: 600;
    line-height: 1.2;
  }
  .call,
  .value {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
  }
  .call .button {
    font-size: 1.25em;
  }
  .button span,
  .value > :first-child {
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .hours {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
  }
  .question {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
  }
  .question p {
    flex-basis: 100%;
  }
  .chip {
    border-radius: 2em;
  }
  [aria-pressed='true'] {
    border-color: var(--_action);
    background: var(--_action-soft);
    color: var(--_action-hover);
  }
  .chip[aria-pressed='true']::before {
    content: '✓';
  }
  [part='list'] {
    border-block-start: 1px solid var(--_line);
  }
  [part='row'] {
    display: flex;
    gap: 0.75em;
    padding-block: calc(3 * var(--_space));
    border-block-end: 1px solid var(--_line);
  }
  [part='row'] > svg {
    margin-block-start: 0.125em;
    color: var(--_muted);
  }
  .value > :first-child {
    padding-block: 0.1em;
    font-size: 1.1em;
    font-weight: 600;
  }
`;
