import { css } from 'lit';

export const hoursCardStyles = css`
  .root {
    display: grid;
    gap: calc(3 * var(--_space));
  }
  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_space) 0.75em;
  }
  .answer {
    font-size: 1.4118em;
    line-height: 1.2;
  }
  .next {
    margin-block-start: calc(-2 * var(--_space));
    font-weight: 500;
  }
  .people {
    display: flex;
    align-items: baseline;
    gap: 0.4em;
  }
  .people svg {
    align-self: center;
    color: var(--_muted);
  }
  .quiet-hours {
    display: grid;
    gap: calc(3 * var(--_space));
  }
  .week {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_space) 0.75em;
    max-inline-size: 24em;
  }
  .week svg {
    inline-size: 100%;
    block-size: 1.5em;
    border-block-end: 1px solid var(--_line);
    color: var(--_action);
    fill: currentcolor;
    stroke: none;
  }
  .axis {
    display: flex;
    justify-content: space-between;
  }
  .band {
    display: grid;
    gap: var(--_space);
    justify-items: start;
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_warning);
  }
  .strong,
  .short,
  dt {
    font-weight: 600;
  }
  .short,
  td {
    font-variant-numeric: tabular-nums;
  }
  details {
    border-block-end: 1px solid var(--_line);
  }
  details > :not(summary) {
    margin-block-end: calc(4 * var(--_space));
  }
  summary {
    padding-block: 0.6em;
    color: var(--_action);
    font-weight: 500;
    cursor: pointer;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding-block: calc(2 * var(--_space));
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  th {
    padding-inline-end: 1em;
  }
  /* Large text on a small screen: a day's hours go below its name. */
  @media (max-width: 16em) {
    th,
    td {
      display: block;
    }
    td {
      padding-block-start: 0;
    }
  }
  [aria-current] > * {
    font-weight: 600;
  }
  .bullets {
    padding-inline-start: 1.25em;
    list-style: disc;
  }
  dd {
    display: list-item;
    margin-inline-start: 1.25em;
    list-style: disc;
  }
  dd + dt {
    margin-block-start: calc(2 * var(--_space));
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(3 * var(--_space)) calc(6 * var(--_space));
  }
`;
