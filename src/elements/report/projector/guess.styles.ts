import { css, type CSSResult } from 'lit';

/** The fields and numbers of the guess, and of the next steps. */
export const guessStyles: CSSResult = css`
  /* Guess */
  .pair {
    flex: 1;
    display: grid;
    grid-template-columns: 1fr 1fr;
    align-items: center;
    gap: 0 2.5em;
  }
  .guess {
    display: grid;
    gap: 0.35em;
    border-block-start: 0.2em solid var(--side);
    padding-block-start: 0.4em;
  }
  .ask {
    font-weight: 650;
    color: var(--side);
  }
  .number {
    display: flex;
    align-items: baseline;
    gap: 0.3em;
  }
  input {
    font: inherit;
    color: inherit;
  }
  input[type='text'],
  input[type='date'] {
    border: 2px solid var(--c-control);
    border-radius: var(--c-radius);
    background: var(--c-surface);
    padding: 0.15em 0.35em;
    min-block-size: max(48px, 1.9em);
    inline-size: 100%;
    min-inline-size: 0;
  }
  input.big {
    inline-size: 2.4em;
    padding: 0 0.1em;
    font-size: 2.6em;
    line-height: 1.15;
    text-align: center;
    font-variant-numeric: tabular-nums;
    font-weight: 650;
    color: var(--side);
  }
  input[aria-invalid='true'] {
    border-style: dashed;
    border-width: 3px;
  }
  input[type='range'] {
    inline-size: 100%;
    min-block-size: 44px;
    margin: 0;
    accent-color: var(--side, var(--c-accent));
    cursor: pointer;
  }
  input[data-empty='true'] {
    opacity: 0.6;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    color: var(--c-soft);
    margin-block-start: -0.6em;
  }
  .wrong {
    color: var(--c-danger);
  }

  /* Reveal */
  .reveals {
    flex: 1;
    display: grid;
    grid-template-columns: 1fr 1fr;
    align-items: center;
    gap: 2.5em;
  }
  .reveal {
    display: grid;
    gap: 0.5em;
    align-content: start;
  }
  .reveal dl {
    display: grid;
    grid-template-columns: 2fr 3fr;
    grid-template-rows: auto auto auto;
    gap: 0 0.5em;
  }
  /* The two numbers stand on one line, however long the words above them are. */
  .reveal dl > div {
    display: grid;
    grid-row: span 3;
    grid-template-rows: subgrid;
  }
  .reveal dt {
    color: var(--side);
    font-weight: 650;
  }
  .reveal dd {
    font-size: 2.2em;
    line-height: 1.3;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .reveal dd .soft {
    font-size: 0.5em;
    font-weight: 400;
  }
  .reveal dd.limits-of {
    font-size: 1em;
    font-weight: 400;
    color: var(--c-soft);
  }
  .track {
    inline-size: 100%;
    block-size: 1.6em;
    overflow: visible;
  }
  .track .rule {
    stroke: var(--c-control);
    stroke-width: 2;
  }
  .track .whisker {
    stroke: var(--side);
    stroke-width: 6;
  }
  .track .full {
    fill: var(--side);
  }
  .track .hollow {
    fill: var(--c-surface);
    stroke: var(--side);
    stroke-width: 4;
  }
`;
