import { css } from 'lit';

export const servicesStyles = css`
  .root {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
  }
  [part='list'] {
    border-block-start: 1px solid var(--_line);
  }
  [part='row'] {
    border-block-end: 1px solid var(--_line);
  }
  .entry {
    display: flex;
    align-items: start;
    justify-content: start;
    gap: 0.75em;
    inline-size: 100%;
    padding: calc(3 * var(--_space)) calc(2 * var(--_space));
    border: 0;
    border-radius: var(--_radius);
    color: var(--_action);
    font-weight: 400;
    line-height: 1.4;
    text-align: start;
    text-decoration: none;
  }
  .entry:hover,
  .entry[aria-expanded='true'] {
    background: var(--_surface);
  }
  .entry > svg {
    margin-block-start: 0.1em;
  }
  .entry > span {
    flex: 1;
    display: grid;
    gap: var(--_space);
    min-inline-size: 0;
  }
  .verb {
    font-weight: 600;
  }
  .entry:hover .verb {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .entry > .turn {
    flex: none;
    color: var(--_muted);
  }
  [aria-expanded='true'] > .turn {
    rotate: 180deg;
  }
  .opened {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
    padding-block: calc(4 * var(--_space)) calc(6 * var(--_space));
  }
  .opened > button {
    justify-self: start;
  }
`;
