import { css } from 'lit';

/** The card: one column of paper with hairlines; residents and officials side by side where there is room. */
export const cardStyles = css`
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--c-space) * 4);
    max-inline-size: 960px;
  }
  h2,
  h3 {
    margin: 0;
    line-height: 1.35;
    font-weight: 600;
  }
  h2 {
    font-size: 1.4em;
  }
  h3 {
    font-size: 1em;
  }
  .kicker {
    color: var(--c-accent);
    font-size: 0.8em;
    font-weight: 600;
  }
  .finding {
    font-size: 1.15em;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--c-space);
    border-block-start: 1px solid var(--c-rule);
    padding-block-start: calc(var(--c-space) * 2);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17em), 1fr));
    gap: calc(var(--c-space) * 4);
  }
  .group {
    gap: 0;
    border-block-start: 3px solid var(--group);
  }
  .group.resident {
    --group: var(--c-resident);
  }
  .group.official {
    --group: var(--c-official);
  }
  .mark {
    display: inline-block;
    inline-size: 0.6em;
    block-size: 0.6em;
    margin-inline-end: 0.4em;
    background: var(--group);
    forced-color-adjust: none;
  }
  .resident .mark {
    border-radius: 50%;
  }
  .number {
    font-size: 2.2em;
    font-weight: 600;
    line-height: 1.3;
    color: var(--group);
    font-variant-numeric: tabular-nums;
  }
  .verdict {
    font-weight: 600;
  }
  .group table {
    margin-block-start: calc(var(--c-space) * 2);
  }
  .whole {
    display: inline-block;
    white-space: nowrap;
  }
  .group th {
    word-break: keep-all;
  }
  .group :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .counts {
    inline-size: auto;
    min-inline-size: min(100%, 24em);
  }
  .counts th {
    word-break: keep-all;
  }
  .counts :is(th, td) {
    padding-inline-end: 0.6em;
  }
  .counts td {
    white-space: nowrap;
  }
  .small h3 {
    font-size: 1em;
    color: var(--c-text);
  }
  canyu-chart::part(synthetic) {
    display: none;
  }
  @media print {
    section {
      break-inside: avoid;
    }
  }
`;
