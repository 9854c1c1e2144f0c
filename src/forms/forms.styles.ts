/** How fields, faults and receipts look, in every form alike. */
import { css } from 'lit';

export const formStyles = css`
  form,
  .form {
    display: grid;
    gap: calc(5 * var(--_space));
    justify-items: start;
    max-inline-size: 36em;
  }
  .field {
    display: grid;
    gap: var(--_space);
    inline-size: 100%;
  }
  .wrong,
  .doubtful,
  .summary {
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_danger);
  }
  .doubtful {
    border-color: var(--_warning);
  }
  label,
  legend,
  .strong {
    font-weight: 600;
  }
  .input {
    inline-size: 100%;
    min-block-size: 2.75em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_canvas);
    color: var(--_ink);
    font: inherit;
    font-variant-numeric: tabular-nums;
  }
  .number {
    max-inline-size: 12em;
    letter-spacing: 0.04em;
  }
  .code {
    max-inline-size: 8em;
    letter-spacing: 0.04em;
  }
  .wrong .input {
    border: 2px solid var(--_danger);
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
  .submission {
    display: grid;
    gap: calc(2 * var(--_space));
    justify-items: start;
  }
  .fault {
    display: flex;
    gap: 0.4em;
    color: var(--_danger);
    font-weight: 500;
  }
  .doubtful .fault {
    color: var(--_warning);
  }
  .fault svg {
    margin-block-start: 0.125em;
  }
  .summary {
    display: grid;
    gap: calc(2 * var(--_space));
    justify-items: start;
    inline-size: 100%;
    padding-block: calc(2 * var(--_space));
  }
  .summary a {
    display: inline-block;
    padding-block: 0.125em;
    color: var(--_danger);
    font-weight: 500;
  }
  .doubtful.summary a {
    color: var(--_warning);
  }
  .where {
    inline-size: 100%;
  }
  summary {
    inline-size: fit-content;
    padding-block: 0.25em;
    color: var(--_action);
    font-weight: 500;
    cursor: pointer;
  }
  .invoice {
    display: block;
    inline-size: 100%;
    max-inline-size: 22em;
    block-size: auto;
    margin-block: calc(2 * var(--_space));
    stroke: none;
  }
  .sheet {
    fill: var(--_surface);
    stroke: var(--_line);
  }
  .lines {
    stroke: var(--_line);
    stroke-width: 6;
  }
  .mark {
    fill: var(--_canvas);
    stroke: var(--_action);
    stroke-width: 2;
  }
  .invoice text {
    fill: var(--_ink);
    font-size: 14px;
  }
  .invoice .name {
    fill: var(--_action);
    font-size: 13px;
    font-weight: 600;
  }
  [aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
  @media (forced-colors: active) {
    .mark {
      stroke: Highlight;
    }
  }
`;
