import { css } from 'lit';

export const readingFormStyles = css`
  .root {
    display: grid;
    gap: calc(4 * var(--_space));
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(2 * var(--_space));
    margin: 0;
    padding: 0;
    list-style: none;
    color: var(--_muted);
    font-size: 0.8824em;
  }
  .steps li:not(:last-child)::after {
    content: '·' / '';
    margin-inline-start: calc(2 * var(--_space));
  }
  .steps [aria-current] {
    color: var(--_ink);
    font-weight: 600;
  }
  .step > * {
    font-size: 1.1em;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  .band {
    display: grid;
    gap: var(--_space);
    max-inline-size: 36em;
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_info);
  }
  .warned {
    border-color: var(--_warning);
  }
  .answer {
    font-size: 1.4118em;
    line-height: 1.25;
  }
  .answer span {
    min-inline-size: 0;
  }
  .root > .primary {
    justify-self: start;
  }

  /* A register as the meter shows it: a box a digit, one field over all of them. */
  .register {
    grid-template-columns: minmax(0, 1fr);
    container-type: inline-size;
  }
  .window {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
  }
  .dial {
    --_cell: 1.7ch;
    position: relative;
    display: inline-flex;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_canvas);
    font-family: ui-monospace, Menlo, Consolas, monospace;
    font-size: 1.4em;
    /* All boxes fit a narrow column. */
    font-size: min(1.4em, 11cqi);
  }
  .long {
    font-size: min(1.4em, 7.5cqi);
  }
  .boxes {
    display: flex;
    overflow: hidden;
    border-radius: inherit;
  }
  .boxes span {
    inline-size: var(--_cell);
    block-size: 2em;
    line-height: 2;
    text-align: center;
    color: var(--_muted);
  }
  .boxes span + span {
    border-inline-start: 1px solid var(--_line);
  }
  .dial input {
    position: absolute;
    inset: 0;
    /* Each digit stands in the middle of its box. */
    inline-size: calc(100% + (var(--_cell) - 1ch) / 2);
    padding: 0;
    border: 0;
    background: none;
    color: var(--_ink);
    font: inherit;
    letter-spacing: calc(var(--_cell) - 1ch);
    text-align: end;
    outline: none;
  }
  .dial:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .wrong .dial {
    border: 2px solid var(--_danger);
  }
  .loose .boxes {
    visibility: hidden;
  }
  .loose input {
    inline-size: 100%;
    padding-inline: 0.25em;
    letter-spacing: normal;
  }
  .used {
    min-block-size: 1.5em;
    font-variant-numeric: tabular-nums;
  }
  .doubtful .used {
    color: var(--_warning);
    font-weight: 600;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .wrong:is(fieldset) {
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_danger);
  }
  legend {
    padding: 0;
    margin-block-end: var(--_space);
  }
  .choice {
    display: flex;
    align-items: start;
    gap: calc(2 * var(--_space));
    padding-block: calc(2 * var(--_space));
    font-weight: 500;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
    accent-color: var(--_action);
  }
  .choice .small {
    display: block;
    font-weight: 400;
  }

  .meters {
    display: flex;
    flex-wrap: wrap;
    gap: calc(4 * var(--_space));
    margin-block: calc(2 * var(--_space));
  }
  .meters > div {
    flex: 1 1 13em;
  }
  .meter {
    inline-size: 100%;
    max-inline-size: 15em;
    block-size: auto;
    stroke: none;
  }
  .meter text {
    fill: var(--_ink);
    font-size: 24px;
  }
  .meter .faint {
    fill: var(--_muted);
  }
  .case,
  .display {
    fill: var(--_surface);
    stroke: var(--_line);
  }
  .display,
  .counts {
    fill: var(--_canvas);
    stroke: var(--_border);
  }
  .cut {
    fill: var(--_danger-soft);
    stroke: var(--_danger);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(5 * var(--_space));
  }
  .answers {
    inline-size: 100%;
    max-inline-size: 36em;
    margin: 0;
    border-block-start: 1px solid var(--_line);
    container-type: inline-size;
  }
  .answers > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 calc(3 * var(--_space));
    align-items: baseline;
    padding-block: calc(2 * var(--_space));
    border-block-end: 1px solid var(--_line);
  }
  .answers :is(dt, dd) {
    grid-column: 1;
  }
  .answers dt {
    color: var(--_muted);
  }
  .answers dd + dd {
    grid-area: 1 / -2;
  }
  .answers .small {
    display: block;
  }
  @container (inline-size < 14em) {
    .answers dd + dd {
      grid-area: auto / 1;
    }
  }
  @container (inline-size >= 26em) {
    .answers > div {
      grid-template-columns: 10em 1fr auto;
    }
    .answers dd {
      grid-area: 1 / 2;
    }
  }
  .pending:empty {
    display: none;
  }
  .pending .submission > p:first-child {
    font-weight: 600;
  }
  .reference {
    margin-block-start: calc(2 * var(--_space));
    font-size: 1.2em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
  }
  .reference span {
    display: inline-block;
  }
  @media (forced-colors: active) {
    .boxes span {
      color: GrayText;
    }
  }
  @media print {
    .actions,
    .steps {
      display: none;
    }
  }
`;
