import { css, type CSSResult } from 'lit';

/** The figures of the handout: tables with a lane of a plot in each row. Colours come from the row's text. */
export const figureStyles: CSSResult = css`
  .handout table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.95em;
    line-height: 1.2;
  }
  .handout th,
  .handout td {
    padding: 0 0.5em 0 0;
    border: 0;
    font-weight: 400;
    text-align: start;
    vertical-align: middle;
    white-space: normal;
  }
  .handout th {
    overflow-wrap: break-word;
  }
  .handout .forest tbody th:not([rowspan]) {
    white-space: nowrap;
  }
  .handout.both .forest tbody th:not([rowspan]) {
    white-space: normal;
  }
  .handout thead th {
    border-block-end: 0.2mm solid var(--rule);
    color: var(--soft);
    font-size: 0.92em;
  }
  .handout .leads > * {
    border-block-start: 0.2mm solid var(--rule);
  }
  .handout .whole > * {
    font-weight: 700;
  }
  .handout .figure .plot {
    padding: 0;
  }
  .handout .figure .value {
    padding-inline: 0.6em 0;
    white-space: nowrap;
  }
  .handout .gap .value {
    text-align: end;
  }
  .handout .lane {
    display: block;
    overflow: visible;
    inline-size: 100%;
    block-size: auto;
  }
  .paper .figure {
    table-layout: fixed;
  }
  .paper .figure thead > tr > :first-child {
    inline-size: 17mm;
  }
  .paper .figure thead > tr > :nth-child(2) {
    inline-size: 15mm;
  }
  .paper .forest thead > tr > :nth-child(3) {
    inline-size: 34mm;
  }
  .paper .gap thead > tr > :nth-child(2) {
    inline-size: 20mm;
  }
  .paper .gap thead > tr > :nth-child(4) {
    inline-size: 13mm;
  }
  .paper .ladder thead > tr > :first-child {
    inline-size: 40mm;
  }
  .paper.both .figure:not(.ladder) thead > tr > :first-child {
    inline-size: 21mm;
  }
  .paper.both .forest thead > tr > :nth-child(2) {
    inline-size: 21mm;
  }
  .paper.both .forest thead > tr > :nth-child(3) {
    inline-size: 24mm;
  }
  .paper.both .gap thead > tr > :nth-child(2) {
    inline-size: 31mm;
  }
  .paper.both .ladder thead > tr > :first-child {
    inline-size: 46mm;
  }
  .handout .figure thead .value,
  .handout .figure thead > tr > * {
    white-space: normal;
    overflow-wrap: break-word;
    vertical-align: bottom;
  }
  .handout .ladder tfoot td.value {
    white-space: normal;
  }
  .handout .ladder td.value {
    padding-inline: 0.4em 0.8em;
    font-size: 0.95em;
  }
  .handout .ladder thead > tr > :not(:first-child) {
    inline-size: auto;
  }
  .handout .lane .band {
    fill: #ececef;
  }
  .handout .lane .zero {
    stroke: var(--ink);
    stroke-width: 2;
  }
  .handout .lane .grid {
    stroke: #dcdce0;
    stroke-width: 1.5;
  }
  .handout .lane .none {
    stroke: #75757d;
    stroke-width: 2;
    stroke-dasharray: 4 6;
  }
  .handout .lane .whisker {
    fill: none;
    stroke: currentColor;
    stroke-width: 3.5;
  }
  .handout .lane .bar {
    stroke: #75757d;
    stroke-width: 5;
  }
  .handout .lane .bar.hollow {
    stroke-width: 2.5;
    stroke-dasharray: 6 5;
  }
  .handout .lane .mark {
    fill: currentColor;
    stroke: currentColor;
    stroke-width: 3.5;
  }
  .handout .lane .hollow.mark,
  .handout .lane .hollow.column {
    fill: #fff;
  }
  .handout .lane .column {
    fill: currentColor;
    stroke: currentColor;
    stroke-width: 2;
  }
  .handout .lane .tick {
    fill: var(--soft);
    font-size: 22px;
  }
  .handout .ladder .below > * {
    border-block-start: 0.5mm dashed var(--ink);
  }
  .handout .ladder tbody th {
    padding-block: 0.12em;
    line-height: 1.12;
  }
  @media (max-width: 600px) {
    .handout:not(.paper) table {
      font-size: 0.8em;
    }
    .handout:not(.paper) .forest .value {
      white-space: normal;
    }
    .handout:not(.paper) .forest td.plot {
      min-inline-size: 6em;
    }
    .handout:not(.paper) .counts {
      grid-template-columns: repeat(3, 1fr);
    }
  }
`;
