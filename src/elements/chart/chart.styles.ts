import { css } from 'lit';

/** What `<canyu-chart>` and `<canyu-change-index>` share: messages, tables, small print. */
export const resultsStyles = css`
  @media (forced-colors: active) {
    :host {
      --c-text: CanvasText;
      --c-soft: CanvasText;
      --c-surface: Canvas;
      --c-rule: CanvasText;
      --c-control: CanvasText;
      --c-notice: Canvas;
      --c-resident: CanvasText;
      --c-official: CanvasText;
    }
  }
  p,
  table {
    margin: 0;
  }
  .small {
    font-size: 0.8em;
    color: var(--c-soft);
  }
  .synthetic {
    display: inline-block;
    border: 1px dashed var(--c-control);
    padding: 0 0.5em;
    font-size: 0.8em;
  }
  .message {
    border-inline-start: 4px solid var(--c-control);
    background: var(--c-notice);
    padding: calc(var(--c-space) * 2);
    overflow-wrap: anywhere;
  }
  .message.trouble {
    border-color: var(--c-danger);
  }
  .message strong {
    display: block;
  }
  .message ul {
    margin: 0;
    padding-inline-start: 1.2em;
    font-size: 0.8em;
  }
  button {
    min-block-size: 44px;
    padding-inline: 1em;
    border: 1px solid var(--c-control);
    border-radius: var(--c-radius);
    background: var(--c-surface);
    color: inherit;
    font: inherit;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 0.8em;
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
    padding-block-end: var(--c-space);
    color: var(--c-soft);
  }
  th,
  td {
    border-block-end: 1px solid var(--c-rule);
    padding: 0.35em 1em 0.35em 0;
    text-align: start;
    vertical-align: top;
    font-weight: normal;
  }
  thead th {
    font-weight: 600;
    vertical-align: bottom;
  }
`;

export const chartStyles = css`
  figure {
    margin: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--c-space) * 1.5);
  }
  /* Where there is room, the sentence stands beside the plane; else above it. */
  .row {
    display: flex;
    flex-flow: row-reverse wrap;
    justify-content: flex-end;
    gap: calc(var(--c-space) * 1.5) calc(var(--c-space) * 4);
  }
  .words {
    flex: 1 1 12em;
  }
  figcaption {
    font-size: 0.85em;
  }
  .frame {
    position: relative;
    min-inline-size: 0;
    flex: 1 1 100%;
    max-inline-size: 1000px;
  }
  .frame.forest {
    max-inline-size: none;
  }
  .tip {
    position: absolute;
    z-index: 1;
    inline-size: max-content;
    max-inline-size: min(20em, 100%);
    border: 1px solid var(--c-control);
    border-radius: var(--c-radius);
    padding: 0.2em 0.6em;
    background: var(--c-surface);
    color: var(--c-text);
    font-size: 0.8em;
    pointer-events: none;
  }
  .tip[hidden] {
    display: none;
  }
  canvas:focus-visible {
    outline: 3px solid var(--c-accent);
    outline-offset: 3px;
  }
  button[aria-pressed='true'] {
    border-width: 2px;
    font-weight: 600;
  }
  .frame.plane {
    flex-basis: 570px;
    max-inline-size: 570px;
  }
  canvas {
    display: block;
    max-inline-size: 100%;
  }
  .notes {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  summary {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 44px;
    padding-inline-end: 0.75em;
    cursor: pointer;
    color: var(--c-accent);
    font-size: 0.85em;
  }
  summary::before {
    content: '▸';
  }
  [open] > summary::before {
    content: '▾';
  }
  summary::-webkit-details-marker {
    display: none;
  }
  @media print {
    canvas {
      inline-size: auto !important;
      block-size: auto !important;
      max-inline-size: 100% !important;
      break-inside: avoid;
    }
    summary,
    .tip,
    button {
      display: none;
    }
  }
`;
