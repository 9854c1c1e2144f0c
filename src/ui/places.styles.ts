/** How a search among places looks: field, suggestions, filters, rows and the map's place. */
import { css } from 'lit';

export const placesStyles = css`
  [hidden] {
    display: none !important;
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
    max-inline-size: 100%;
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
  .map {
    position: relative;
    block-size: min(36em, 80vh);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-panel);
    background: var(--_surface);
    overflow: hidden;
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
`;
