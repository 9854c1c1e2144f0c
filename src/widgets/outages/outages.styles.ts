import { css } from 'lit';

export const outagesStyles = css`
  .root {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
  }
  .question,
  .result,
  .list,
  .no-power,
  .report {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
    justify-items: start;
    max-inline-size: 44em;
  }
  .switch {
    display: flex;
    inline-size: 100%;
    max-inline-size: 30em;
  }
  .switch button {
    flex: 1;
    min-inline-size: 0;
    padding-inline: 0.5em;
    border-radius: 0;
  }
  .switch button:first-child {
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }
  .switch button:last-child {
    border-inline-start: 0;
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .place-form {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0 calc(2 * var(--_space));
    inline-size: 100%;
    max-inline-size: 30em;
  }
  .place-form > label,
  .place-form > p {
    flex: 1 0 100%;
  }
  .combobox {
    flex: 1 1 8em;
  }
  .place-form > button {
    margin-block-start: var(--_space);
  }
  .result {
    padding-block: calc(2 * var(--_space));
  }
  .answer {
    font-size: 1.25em;
    line-height: 1.35;
    font-weight: 600;
  }
  .answer:focus {
    outline: none;
  }
  .answer .status svg {
    align-self: start;
    margin-block-start: 0.05em;
  }
  .found {
    color: var(--_danger);
  }
  .list > .answer,
  .count {
    font-size: 1em;
    font-weight: 600;
  }
  .age {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.4em;
  }
  .age button {
    min-block-size: 1.75em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space)) calc(5 * var(--_space));
  }
  [part='list'] {
    inline-size: 100%;
  }
  [part='row'] {
    display: grid;
    gap: 0.15em;
    padding-inline-start: calc(3 * var(--_space));
    border-inline-start: 3px solid transparent;
  }
  .off {
    border-inline-start-color: var(--_danger);
  }
  .kind {
    color: var(--_muted);
    font-size: 0.8824em;
  }
  .off .kind {
    color: var(--_danger);
  }
  .ok .kind {
    color: var(--_ok);
  }
  .ok {
    color: inherit;
  }
  .status.ok {
    color: var(--_ok);
  }
  .moves s {
    color: var(--_muted);
  }
  .details {
    position: relative;
    display: grid;
    gap: var(--_space);
    padding-block-start: calc(2 * var(--_space));
  }
  .data a {
    display: inline-block;
    padding-block: 0.25em;
  }
  .map {
    block-size: min(28em, 70vh);
  }
  .band {
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--_info);
  }
  .strong {
    font-weight: 600;
  }
  summary {
    padding-block: 0.25em;
    color: var(--_action);
    font-weight: 500;
    cursor: pointer;
  }
  fieldset {
    margin: calc(2 * var(--_space)) 0 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    padding-block: var(--_space);
    font-weight: 400;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    min-block-size: 0;
    margin: 0;
    accent-color: var(--_action);
  }
`;
