import { css, type CSSResult } from 'lit';

/** The entry page: a tool for a desk. Rows are close together, the row that takes the next key stands out by a bar and a border. */
export const entryStyles: CSSResult = css`
  .entry {
    max-inline-size: 56em;
    font-size: 0.9em;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--c-space) * 3);
    align-items: baseline;
    justify-content: space-between;
  }
  .count {
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  summary {
    min-block-size: 48px;
    padding-block: calc(var(--c-space));
    cursor: pointer;
  }
  .intro {
    margin-block-end: calc(var(--c-space) * 2);
    border-block: 1px solid var(--c-rule);
  }
  .intro .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(18em, 100%), 1fr));
    gap: 0 calc(var(--c-space) * 4);
  }
  .intro ul {
    margin-block-end: var(--c-space);
  }
  .intro li {
    margin-block-end: calc(var(--c-space) / 2);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--c-space) * 4);
    align-items: baseline;
  }
  .head label {
    margin-inline-end: var(--c-space);
    font-weight: 650;
  }
  fieldset {
    margin-block-start: calc(var(--c-space) * 3);
  }
  legend {
    padding-block-end: var(--c-space);
    font-weight: 650;
  }
  .sheet input,
  .sheet textarea,
  .step textarea {
    min-block-size: 48px;
    padding: calc(var(--c-space) * 0.5) var(--c-space);
    border: 1px solid var(--c-control);
    border-radius: var(--c-radius);
    background: transparent;
    color: inherit;
    font: inherit;
  }
  .step textarea,
  .written textarea {
    display: block;
    inline-size: 100%;
    resize: vertical;
  }
  input.short {
    inline-size: 5em;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 10.5em;
    gap: 0 calc(var(--c-space) * 1.5);
    align-items: center;
    padding: 4px 0 4px calc(var(--c-space) * 1.5);
    border-block-end: 1px solid var(--c-rule);
    border-inline-start: 4px solid transparent;
  }
  .row.current {
    border-inline-start-color: var(--c-accent);
    background: var(--c-notice);
  }
  .row label {
    display: flex;
    gap: var(--c-space);
    align-items: baseline;
    line-height: 1.35;
  }
  .row .no {
    flex: none;
    min-inline-size: 1.7em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .words {
    flex: 1 1 auto;
  }
  .id {
    flex: none;
    color: var(--c-soft);
    font-size: 0.8em;
  }
  .row input {
    inline-size: 2.6em;
    scroll-margin-block: 6em 11em;
    text-align: center;
    font-size: 1.1em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .row input.wide {
    inline-size: 6em;
  }
  .row input[aria-invalid] {
    border: 3px solid var(--c-danger);
  }
  .meaning {
    min-block-size: 1.35em;
    line-height: 1.35;
  }
  .both {
    margin: 0 0 calc(var(--c-space) * 2) calc(var(--c-space) * 5);
  }
  .bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    margin-block: calc(var(--c-space) * 3) calc(var(--c-space) * 2);
    padding: var(--c-space) calc(var(--c-space) * 1.5);
    border: 1px solid var(--c-control);
    border-block-start: 4px solid var(--c-accent);
    background: var(--c-surface);
  }
  .bar.alarm {
    border-color: var(--c-danger);
  }
  .bar p {
    margin: 0;
    line-height: 1.45;
  }
  .bar .done {
    min-block-size: 1.45em;
    font-weight: 650;
  }
  .bar.alarm .done {
    display: none;
  }
  .bar .wrong {
    color: var(--c-danger);
    font-weight: 650;
  }
  .bar .codes {
    color: var(--c-soft);
  }
  .nav {
    justify-content: flex-start;
  }
  .nav p {
    flex: 1 1 100%;
  }
  .tally {
    padding-block-start: calc(var(--c-space) * 2);
    border-block-start: 1px solid var(--c-rule);
  }
  .tally h2 {
    margin-block-end: var(--c-space);
    font-size: 1em;
  }
  .all {
    display: inline-flex;
    gap: var(--c-space);
    align-items: center;
    min-block-size: 48px;
    cursor: pointer;
  }
  .all input {
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--c-accent);
  }
  @media (max-width: 640px) {
    .row {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .row label {
      grid-column: 1 / -1;
    }
    .bar .codes {
      font-size: 0.85em;
    }
    .bar.alarm .codes {
      display: none;
    }
  }
`;
