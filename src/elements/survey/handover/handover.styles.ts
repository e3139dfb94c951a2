import { css, type CSSResult } from 'lit';

/** Ways to hand a sheet over, one below the other, and the code. */
export const handoverStyles: CSSResult = css`
  .handover {
    margin-block-start: calc(var(--c-space) * 4);
    padding-block-start: calc(var(--c-space) * 2);
    border-block-start: 1px solid var(--c-rule);
  }
  .handover h3 {
    margin: 0 0 calc(var(--c-space) * 1.5);
    font-size: 1.05em;
    font-weight: 650;
  }
  .ways {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .ways li {
    margin-block-end: calc(var(--c-space) * 1.5);
  }
  .ways > li > button {
    inline-size: 100%;
    padding-inline: calc(var(--c-space) * 2);
    text-align: start;
  }
  .ways .soft {
    display: block;
    margin-block-start: calc(var(--c-space) / 2);
  }
  .outcome:not(:empty) {
    margin-block: calc(var(--c-space) * 2);
    padding: calc(var(--c-space) * 1.5) calc(var(--c-space) * 2);
    border-inline-start: 4px solid var(--c-accent);
    background: var(--c-notice);
  }
  .outcome.failed:not(:empty) {
    border-color: var(--c-danger);
  }
  .codes {
    max-inline-size: 24em;
    margin: calc(var(--c-space) * 2) auto;
  }
  .codes svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
    background: #fff;
    fill: #000;
    shape-rendering: crispEdges;
    forced-color-adjust: none;
  }
  .codes figcaption {
    padding-block: var(--c-space);
    text-align: center;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .ways .nav {
    margin-block-start: calc(var(--c-space) * 2);
  }
  .codes .nav {
    flex-wrap: nowrap;
    margin-block-start: 0;
  }
  .codes .nav button {
    flex: 1 1 0;
    padding-inline: var(--c-space);
  }
  .copied {
    position: fixed;
    inset-block-start: 0;
    inset-inline-start: 0;
    inline-size: 1px;
    block-size: 1px;
    min-block-size: 0;
    padding: 0;
    border: 0;
    opacity: 0;
  }
  @media (forced-colors: active) {
    .outcome:not(:empty) {
      border: 1px solid CanvasText;
    }
  }
`;
