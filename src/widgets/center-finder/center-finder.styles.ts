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
    flex: 1 1 30em;
    min-inline-size: 0;
  }
  .panes:not(.narrow) .map {
    position: sticky;
    align-self: start;
    inset-block-start: 1em;
  }
  .narrow {
    display: block;
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
  .answer {
    font-weight: 600;
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
