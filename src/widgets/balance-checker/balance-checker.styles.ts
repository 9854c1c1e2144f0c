import { css } from 'lit';

export const balanceCheckerStyles = css`
  .root {
    display: grid;
    gap: calc(3 * var(--_space));
  }
  .answer {
    font-size: 1.4118em;
    line-height: 1.25;
  }
  .answer:focus {
    outline: none;
  }
  .overdue {
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border-inline-start: 4px solid var(--_danger);
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .band {
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_info);
  }
  .warned {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
    border-color: var(--_warning);
  }
  h3,
  h4,
  h5,
  h6 {
    margin-block-start: calc(3 * var(--_space));
    font-size: 1.1em;
  }
  .invoices {
    max-inline-size: 36em;
    border-block-start: 1px solid var(--_line);
  }
  .invoices li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 calc(4 * var(--_space));
    padding-block: calc(3 * var(--_space));
    border-block-end: 1px solid var(--_line);
  }
  .amount {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .due,
  .invoices .small {
    grid-column: 1 / -1;
  }
  .late {
    color: var(--_danger);
    font-weight: 600;
  }
  .ways {
    display: grid;
    gap: calc(4 * var(--_space));
    max-inline-size: 36em;
  }
  .desk {
    display: grid;
    gap: var(--_space);
    margin-block-start: calc(2 * var(--_space));
  }
  .actions,
  .copies {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(5 * var(--_space));
  }
  @media print {
    .actions,
    .ways,
    .warned {
      display: none;
    }
  }
`;
