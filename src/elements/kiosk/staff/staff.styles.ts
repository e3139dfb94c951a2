import { css, type CSSResult } from 'lit';

/** The staff's part: a form to be worked through, from the top. */
export const staffStyles: CSSResult = css`
  .screen.staff {
    font-size: 0.85em;
  }
  .panel,
  form.middle {
    inline-size: 100%;
    max-inline-size: 38em;
    margin-inline: auto;
  }
  .panel .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--c-space) calc(var(--c-space) * 2);
    align-items: center;
    justify-content: space-between;
    padding-block-end: calc(var(--c-space) * 2);
  }
  .panel h2 {
    margin: 0;
  }
  .panel section {
    padding-block: calc(var(--c-space) * 3);
    border-block-start: 1px solid var(--c-rule);
  }
  h3 {
    margin: 0 0 calc(var(--c-space) * 1.5);
    font-size: 1.1em;
    font-weight: 650;
  }
  .staff .soft {
    color: var(--c-soft);
  }
  .staff .nav {
    margin-block-start: calc(var(--c-space) * 2);
  }
  .staff .nav + .soft {
    margin-block-start: calc(var(--c-space) * 3);
  }
  .staff button {
    min-block-size: 56px;
  }
  button.danger {
    border-color: var(--c-danger);
    color: var(--c-danger);
    font-weight: 650;
  }
  .field :is(label, .soft) {
    display: block;
  }
  .field label {
    font-weight: 650;
  }
  .field :is(input, select) {
    inline-size: 100%;
    max-inline-size: 22em;
    min-block-size: 56px;
    margin-block-start: calc(var(--c-space) / 2);
    padding: calc(var(--c-space) * 0.75) calc(var(--c-space) * 1.5);
    border: 1px solid var(--c-control);
    border-radius: var(--c-radius);
    background: var(--c-surface);
    color: inherit;
    font: inherit;
  }
  .field input[type='file'] {
    max-inline-size: 100%;
    border-style: dashed;
  }
  .check {
    display: inline-flex;
    gap: var(--c-space);
    align-items: center;
    min-block-size: 48px;
  }
  .check input {
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--c-accent);
  }
  .error:not(:empty) {
    color: var(--c-danger);
    font-weight: 650;
  }
  .error:empty {
    margin: 0;
  }
  table {
    inline-size: 100%;
    margin-block-end: calc(var(--c-space) * 1.5);
    border-collapse: collapse;
    overflow-wrap: normal;
  }
  :is(th, td) {
    padding: calc(var(--c-space) * 0.75) calc(var(--c-space)) calc(var(--c-space) * 0.75) 0;
    border-block-end: 1px solid var(--c-rule);
    text-align: start;
    font-weight: 400;
  }
  th {
    color: var(--c-soft);
  }
  :is(th, td):last-child {
    padding-inline-end: 0;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .outcome:not(:empty) {
    margin-block-start: calc(var(--c-space) * 2);
    padding: calc(var(--c-space) * 1.5) calc(var(--c-space) * 2);
    border-inline-start: 4px solid var(--c-accent);
    background: var(--c-notice);
  }
  .outcome.alarm:not(:empty) {
    border-color: var(--c-danger);
  }
  .notice.alarm strong {
    color: var(--c-danger);
  }
  .receipts ol {
    columns: 11em;
    padding: 0;
    list-style: none;
  }
  .receipts li {
    margin: 0;
    font-family: ui-monospace, 'DejaVu Sans Mono', Consolas, monospace;
  }
  /* On paper the list alone. */
  @media print {
    .panel > :not(.receipts),
    .receipts > :not(.heading, ol) {
      display: none;
    }
    .panel section {
      border: 0;
    }
  }
`;
