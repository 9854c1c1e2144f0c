import { css } from 'lit';

export const noticeStyles = css`
  .band {
    --_tone: var(--_info);
    display: grid;
    gap: var(--_space);
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    border-inline-start: 4px solid var(--_tone);
    background: var(--_info-soft);
  }
  .warning {
    --_tone: var(--_warning);
    background: var(--_warning-soft);
  }
  .emergency {
    --_tone: var(--_danger);
    background: var(--_danger-soft);
  }
  .status {
    color: var(--_tone);
    font-size: 0.8824em;
  }
  [tabindex='-1'] {
    font-size: 1.1em;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1.25em;
  }
  .foot button {
    margin-inline-start: auto;
  }
`;
