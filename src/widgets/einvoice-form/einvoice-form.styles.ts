import { css } from 'lit';

export const einvoiceFormStyles = css`
  .root,
  .step {
    display: grid;
    gap: calc(3 * var(--_space));
  }
  .step {
    gap: calc(4 * var(--_space));
  }
  .step [tabindex='-1']:focus {
    outline: none;
  }
  .answer {
    font-size: 1.4118em;
    line-height: 1.25;
  }
  .lead {
    font-size: 1.1765em;
    font-weight: 600;
  }
  h3,
  h4,
  h5,
  h6 {
    font-size: 1.1em;
  }
  .consent {
    display: grid;
    gap: var(--_space);
    inline-size: 100%;
  }
  .aid,
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(5 * var(--_space));
  }
  .aid {
    margin-block-end: var(--_space);
  }
  .reference {
    font-size: 1.1765em;
    font-variant-numeric: tabular-nums;
  }
  .next {
    display: grid;
    gap: calc(2 * var(--_space));
    max-inline-size: 36em;
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  .aside {
    max-inline-size: 36em;
    padding-block-start: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_line);
  }
`;
