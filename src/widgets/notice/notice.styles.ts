import { css } from 'lit';

export const noticeStyles = css`
  .root {
    container-type: inline-size;
  }
  .band {
    --_tone: var(--_info);
    display: grid;
    grid-template: 'status facts hide' auto 'title title title' auto 'text text text' auto 'link link link' auto / auto 1fr auto;
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
  .fold {
    display: none;
    grid-area: fold;
    justify-self: start;
  }
  .hide {
    grid-area: hide;
    justify-self: end;
    font-size: 0.8824em;
  }
  @container (max-width: 38em) {
    .band {
      grid-template: 'status status' auto 'title title' auto 'fold hide' auto 'text text' auto 'facts facts' auto 'link link' auto / auto 1fr;
    }
    .fold {
      display: inline-flex;
    }
    .folded :is(.text, .facts, .link) {
      display: none;
    }
  }
`;
