import { css, type CSSResult } from 'lit';

/** Fields, tables and snippets in the rooms of the desk. */
export const roomStyles: CSSResult = css`
  .field {
    display: grid;
    justify-items: start;
    gap: calc(var(--c-space) / 2);
  }
  .field > label:first-child,
  form > label {
    font-weight: 650;
  }
  textarea,
  select,
  input:not([type='file'], [type='checkbox']) {
    box-sizing: border-box;
    inline-size: 100%;
    max-inline-size: 30em;
    min-block-size: 48px;
    padding: calc(var(--c-space) * 0.75) calc(var(--c-space) * 1.25);
    border: 1px solid var(--c-control);
    border-radius: var(--c-radius);
    background: var(--c-surface);
    color: inherit;
    font: inherit;
  }
  textarea {
    max-inline-size: none;
  }
  form {
    display: grid;
    gap: var(--c-space);
  }
  .check {
    display: inline-flex;
    gap: var(--c-space);
    align-items: center;
    min-block-size: 44px;
  }
  .check input {
    inline-size: 22px;
    block-size: 22px;
    accent-color: var(--c-accent);
  }
  progress {
    inline-size: min(20em, 100%);
    block-size: 12px;
    accent-color: var(--c-accent);
  }
  summary {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 44px;
    color: var(--c-accent);
    cursor: pointer;
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
  table {
    max-inline-size: 40em;
    font-size: 0.9em;
  }
  table.quality {
    table-layout: fixed;
    margin-block-end: calc(var(--c-space) * 2);
  }
  .quality :is(th, td):not(:first-child) {
    inline-size: 27%;
  }
  td {
    font-variant-numeric: tabular-nums;
  }
  caption {
    font-weight: 650;
    color: var(--c-text);
  }
  .resident caption {
    color: var(--c-resident);
  }
  .official caption {
    color: var(--c-official);
  }
  .snippet {
    margin: 0;
    min-inline-size: 0;
  }
  .snippet pre {
    overflow-x: auto;
    margin: calc(var(--c-space) / 2) 0;
    border: 1px solid var(--c-rule);
    border-radius: var(--c-radius);
    background: var(--c-notice);
    padding: calc(var(--c-space) * 1.5);
    font:
      0.8em/1.5 ui-monospace,
      Consolas,
      'Noto Sans Mono CJK SC',
      monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .snippet code {
    font-family: ui-monospace, Consolas, 'Noto Sans Mono CJK SC', monospace;
  }
  canyu-change-index,
  canyu-chart,
  canyu-export,
  canyu-report {
    min-inline-size: 0;
  }
  .copied {
    position: absolute;
    inset-inline-start: -100vw;
  }
`;
