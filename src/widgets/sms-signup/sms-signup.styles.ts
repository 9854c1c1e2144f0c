import { css } from 'lit';

export const smsSignupStyles = css`
  .root,
  .ready {
    display: grid;
    gap: calc(3 * var(--_space));
    justify-items: start;
  }
  .ready {
    inline-size: 100%;
  }
  h3,
  h4,
  h5,
  h6 {
    margin-block-start: calc(3 * var(--_space));
    font-size: 1.1em;
  }
  .ready [tabindex='-1']:focus {
    outline: none;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: calc(4 * var(--_space)) calc(8 * var(--_space));
    inline-size: 100%;
  }
  .sms {
    display: grid;
    flex: 0 1 18em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-panel);
  }
  .to {
    padding: calc(2 * var(--_space)) calc(4 * var(--_space));
    border-block-end: 1px solid var(--_line);
  }
  .bubble {
    inline-size: fit-content;
    max-inline-size: 85%;
    margin-inline-start: auto;
    padding: 0.4em 0.9em;
    /* Seen where forced colours take the ground away. */
    border: 1px solid transparent;
    border-radius: 1.1em 1.1em 0.25em;
    background: var(--_action-soft);
  }
  .told {
    margin-inline: 0 auto;
    border: 1px dashed var(--_border);
    border-end-start-radius: 0.25em;
    border-end-end-radius: 1.1em;
    background: none;
    color: var(--_muted);
  }
  .sms .bubble {
    max-inline-size: none;
    margin: calc(6 * var(--_space)) calc(3 * var(--_space));
    margin-inline-start: auto;
    font-size: 1.3em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    user-select: all;
  }
  .sms span {
    display: inline-block;
  }
  .sms span:not(:last-child) {
    margin-inline-end: 0.4em;
  }
  .another,
  .talk {
    display: grid;
    gap: calc(3 * var(--_space));
  }
  .another {
    flex: 1 1 18em;
    max-inline-size: 30em;
  }
  .scan {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(3 * var(--_space)) calc(5 * var(--_space));
  }
  .scan p {
    flex: 1 1 9em;
  }
  /* Dark on light in every colour scheme, or cameras do not read it. */
  .qr {
    inline-size: 10em;
    block-size: 10em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-panel);
    background: #fff;
    fill: #000;
    stroke: none;
    shape-rendering: crispedges;
    forced-color-adjust: none;
  }
  .talk {
    max-inline-size: 22em;
    margin: calc(2 * var(--_space)) 0;
    padding: 0;
    list-style: none;
  }
  dt {
    font-weight: 600;
  }
  dd {
    max-inline-size: 36em;
  }
  dd + dt {
    margin-block-start: calc(2 * var(--_space));
  }
`;
