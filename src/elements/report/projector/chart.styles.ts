import { css, type CSSResult } from 'lit';

/** Pages of charts, and the weights. */
export const chartStyles: CSSResult = css`
  /* Charts */
  .wall {
    flex: 1;
    min-block-size: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
  }
  .wall.plane {
    grid-template-columns: minmax(0, 18em) minmax(0, 1fr);
    gap: 1.5em;
  }
  .place {
    min-block-size: 0;
    min-inline-size: 0;
    overflow: hidden;
    display: flex;
    flex-direction: column;
    justify-content: space-evenly;
    align-items: flex-start;
  }
  canvas {
    display: block;
    flex: none;
  }
  .key {
    line-height: 1.3;
  }
  .beside {
    align-self: center;
    display: grid;
    gap: 0.8em;
  }
  .beside p:not(.soft) {
    border-inline-start: 0.2em solid var(--side);
    padding-inline-start: 0.6em;
  }
  .tables {
    overflow: auto;
    min-block-size: 0;
  }
  .tables table {
    font-size: 1em;
  }

  /* Weights */
  .weights {
    display: grid;
    gap: 0;
  }
  .line {
    display: grid;
    grid-template-columns: 2fr 1.3fr 1.45fr 1.45fr;
    align-items: center;
    gap: 0.8em;
    border-block-end: 1px solid var(--c-rule);
    min-block-size: max(44px, 1.5em);
    line-height: 1.25;
  }
  .line.head {
    min-block-size: 0;
    color: var(--c-soft);
  }
  .line.total {
    border-block-end: 0;
    font-weight: 650;
  }
  .share {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 3em;
    align-items: center;
    gap: 0.4em;
  }
  .percent {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .figure {
    display: grid;
    grid-template-columns: 3.2em minmax(0, 1fr);
    align-items: center;
    gap: 0.3em;
    color: var(--side);
    font-variant-numeric: tabular-nums;
  }
  .who {
    display: none;
  }
  .head .figure,
  .total .figure {
    display: block;
  }
  .value {
    text-align: end;
  }
  .figure svg {
    inline-size: 100%;
    block-size: 1.2em;
    overflow: visible;
  }
  .zero {
    stroke: var(--c-text);
    stroke-width: 2;
  }
  .length {
    fill: var(--side);
  }
  .fact {
    grid-template-columns: calc((100% - 2.4em) * (3.3 / 6.2) + 0.8em) 1fr 1fr;
    border: 0;
    min-block-size: 0;
  }
  .fact .name {
    color: var(--c-soft);
  }
  .fact .figure {
    display: block;
  }
`;
