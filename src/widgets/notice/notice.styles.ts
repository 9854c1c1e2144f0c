import { css } from 'lit';

export const noticeStyles = css`
  .root {
    container-type: inline-size;
  }
  .band {
    --_tone: var(--_info);
    display: grid;
    grid-template: 'status facts controls' auto 'title title title' auto 'text text text' auto 'link link link' auto / auto 1fr auto;
    gap: calc(0.5 * var(--_space)) calc(4 * var(--_space));
    align-items: baseline;
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
    grid-area: status;
    color: var(--_tone);
    font-size: 0.8824em;
  }
  .title {
    grid-area: title;
  }
  .title > * {
    font-size: 1em;
  }
  .text {
    grid-area: text;
  }
  .facts {
    grid-area: facts;
  }
  .link {
    grid-area: link;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    grid-area: controls;
    justify-content: space-between;
    gap: 0 calc(4 * var(--_space));
  }
  .controls button {
    min-block-size: 1.75em;
  }
  .fold {
    display: none;
  }
  @container (max-width: 38em) {
    .band {
      grid-template: 'status' auto 'title' auto 'controls' auto 'text' auto 'facts' auto 'link' auto / minmax(0, 1fr);
    }
    .fold {
      display: inline-flex;
    }
    .controls {
      margin-block-start: var(--_space);
    }
    .folded :is(.text, .facts, .link) {
      display: none;
    }
  }
`;
