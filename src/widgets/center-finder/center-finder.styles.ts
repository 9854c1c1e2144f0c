import { css } from 'lit';

export const centerFinderStyles = css`
  .panes {
    display: flex;
    gap: calc(6 * var(--_space));
    margin-block-start: calc(3 * var(--_space));
  }
  .main {
    flex: 1 1 24em;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: calc(3 * var(--_space));
    min-inline-size: 0;
  }
  .map {
    position: relative;
    flex: 1 1 30em;
    min-inline-size: 0;
    block-size: min(36em, 80vh);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-panel);
    background: var(--_surface);
    overflow: hidden;
  }
  .panes:not(.narrow) .map {
    position: sticky;
    align-self: start;
    inset-block-start: 1em;
  }
  .canvas {
    position: absolute;
    inset: 0;
  }
  .offer {
    position: relative;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: calc(2 * var(--_space));
    block-size: 100%;
    padding: 1em;
    text-align: center;
  }
  .narrow {
    display: block;
  }
  [hidden] {
    display: none !important;
  }
  .search {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(2 * var(--_space));
  }
  form {
    flex: 1 1 16em;
  }
  label {
    font-weight: 600;
  }
  input,
  select {
    inline-size: 100%;
    min-block-size: 2.75em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_canvas);
    color: var(--_ink);
    font: inherit;
  }
  .combobox {
    position: relative;
    margin-block-start: var(--_space);
  }
  [role='listbox'] {
    position: absolute;
    z-index: 1;
    inset-inline: 0;
    margin-block-start: 2px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_canvas);
  }
  [role='option'] {
    padding: 0.6em 0.75em;
    cursor: pointer;
  }
  [role='option']:hover,
  [aria-selected='true'] {
    background: var(--_action-soft);
    outline: 1px solid transparent;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
  }
  .filters select {
    inline-size: auto;
    max-inline-size: 100%;
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
  .answer {
    font-weight: 600;
  }
  [part='list'] {
    border-block-start: 1px solid var(--_line);
  }
  [part='row'] {
    position: relative;
    padding-block: calc(3 * var(--_space));
    border-block-end: 1px solid var(--_line);
  }
  [part='row']:hover {
    background: var(--_surface);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1em;
  }
  .name {
    min-block-size: 1.5em;
    padding: 0;
    border: 0;
    font-weight: 600;
    text-align: start;
  }
  /* The whole row is the button's. */
  .name::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .distance {
    font-variant-numeric: tabular-nums;
  }
  .main > button {
    justify-self: start;
  }
  .detail {
    display: grid;
    gap: calc(4 * var(--_space));
    justify-items: start;
  }
  .detail > cez-hours-card {
    inline-size: 100%;
  }
  .switch {
    display: flex;
    margin-block: calc(3 * var(--_space));
  }
  .switch button {
    flex: 1;
    min-inline-size: 0;
    padding-inline: 0.5em;
    border-radius: 0;
  }
  .band {
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_info);
  }
`;
