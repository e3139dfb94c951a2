import { css, type CSSResult } from 'lit';

/**
 * The handout. On a narrow screen it runs down in one column, large enough to read; `.paper` gives it its place on A4 (page-rules.ts
 * leaves 192 × 281 mm). All sizes in it hang on `--pt`, so that the sheet as a whole can be set a little smaller.
 */
export const handoutStyles: CSSResult = css`
  .handout {
    --pt: 12pt;
    font-size: var(--pt);
    line-height: 1.5;
    font-variant-numeric: tabular-nums;
  }
  .handout [hidden] {
    display: none !important;
  }
  .sheet.handout:lang(en),
  .sheet.handout :lang(en) {
    font-family: var(
      --canyu-font,
      'Segoe UI',
      'Helvetica Neue',
      Arial,
      'Liberation Sans',
      system-ui,
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      sans-serif
    );
  }
  .handout .over {
    display: flex;
    gap: 4mm;
    align-items: baseline;
    justify-content: space-between;
  }
  .handout h1 {
    margin-block: 0.6em 0.2em;
    font-size: calc(1.9 * var(--pt));
    font-weight: 700;
    line-height: 1.2;
  }
  .handout.both h1 {
    font-size: calc(1.75 * var(--pt));
  }
  .handout h1 .second {
    font-size: 0.8em;
    font-weight: 400;
  }
  .handout h2 {
    margin-block-end: 0.25em;
    border-block-start: 0.35mm solid var(--ink);
    padding-block-start: 0.25em;
    font-size: calc(1.12 * var(--pt));
    font-weight: 700;
    line-height: 1.25;
  }
  .handout h2 .second {
    font-weight: 400;
  }
  .handout .part {
    margin-block-start: 0.7em;
  }
  .paper .finding h2,
  .paper .index h2 {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    border: 0;
  }
  .handout p.finding {
    border-inline-start: 1.2mm solid var(--ink);
    padding-inline-start: 2.5mm;
    font-size: calc(1.25 * var(--pt));
    font-weight: 700;
    line-height: 1.4;
  }
  .handout p.finding.second {
    font-size: calc(1.05 * var(--pt));
    font-weight: 400;
  }
  .handout .pair {
    display: grid;
    gap: 2mm 4mm;
  }
  .paper .pair {
    grid-template-columns: 1fr 1fr;
  }
  .handout .box {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 3mm;
    align-items: center;
    border: 0.3mm solid var(--rule);
    padding: 0.5em 0.8em;
  }
  .sheet.handout .box p {
    color: var(--ink);
  }
  .handout .box h3 {
    grid-column: 1 / -1;
    font-size: 1em;
    line-height: 1.2;
  }
  .handout .box > p:not(.number) {
    grid-column: 1 / -1;
  }
  .handout .box .mark {
    display: inline-block;
    inline-size: 0.7em;
    block-size: 0.7em;
    margin-inline-end: 0.4em;
    background: currentColor;
  }
  .handout .box.resident .mark {
    border-radius: 50%;
  }
  .sheet.handout .box.resident .number {
    color: var(--resident);
  }
  .sheet.handout .box.official .number {
    color: var(--official);
  }
  .handout .number {
    font-size: calc(1.9 * var(--pt));
    font-weight: 700;
    line-height: 1.15;
    white-space: nowrap;
  }
  .handout .number .second {
    display: none;
  }
  .handout .verdict {
    font-weight: 700;
  }
  .paper .columns {
    display: grid;
    flex: 1;
    grid-template-columns: 1fr 1fr;
    grid-template-rows: minmax(0, 1fr);
    gap: 5mm;
    min-block-size: 0;
  }
  .paper .column {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    min-inline-size: 0;
    min-block-size: 0;
  }
  .handout .key,
  .handout .note,
  .handout .aside {
    color: var(--soft);
    font-size: 0.92em;
  }
  .handout .key {
    line-height: 1.2;
  }
  .handout .legend {
    display: inline-block;
    inline-size: 0.9em;
    vertical-align: -0.1em;
    margin-inline: 0.3em 0.2em;
  }
  .handout .missing {
    font-style: normal;
  }
  .handout .rule {
    block-size: max(4.5mm, 1.9em);
    border-block-end: 0.2mm solid #75757d;
  }
  .handout .counts {
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    gap: 0 1mm;
    margin-block-end: 0.3em;
  }
  .handout .counts > div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
  }
  .handout .counts dt {
    font-size: 0.85em;
    line-height: 1.15;
  }
  .handout .counts dd {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.1;
  }
  .sheet.handout ul,
  .sheet.handout ol {
    list-style: none;
  }
  .handout li {
    margin-block-start: 0.15em;
    padding-inline-start: 0.9em;
    text-indent: -0.9em;
  }
  .handout li::before {
    content: '· ';
    display: inline-block;
    inline-size: 0.9em;
    text-indent: 0;
  }
  .handout li * {
    text-indent: 0;
  }
  .handout .events li {
    display: grid;
    grid-template-columns: 6.6em 1fr;
    gap: 0 0.6em;
    margin: 0;
    border-inline-start: 0.3mm solid #75757d;
    padding-inline-start: 0.9em;
    text-indent: 0;
  }
  .handout .events time {
    white-space: nowrap;
  }
  .handout .events li::before {
    display: none;
  }
  .handout .events .fic-change {
    border-inline-start: 1mm solid var(--ink);
    font-weight: 700;
  }
  .handout .events .survey {
    color: var(--soft);
  }
  .handout .more {
    color: var(--soft);
    font-size: 0.92em;
  }
  .handout blockquote + blockquote {
    margin-block-start: 0.2em;
  }
  .handout .steps th,
  .handout .steps td {
    border-block-end: 0.2mm solid var(--rule);
    padding-block: 0.12em;
    vertical-align: top;
  }
  .handout .steps td:last-child {
    white-space: nowrap;
  }
  .handout .steps .blank td {
    block-size: max(5mm, 1.9em);
    border-inline-end: 0.2mm solid var(--rule);
  }
  .paper .limits ul {
    columns: 2;
    column-gap: 5mm;
  }
  .paper .limits li {
    break-inside: avoid;
  }
  .handout .boxed {
    border: 0.4mm solid var(--ink);
    padding: 0.2em 0.7em 0.4em;
  }
  .handout .boxed h2 {
    border: 0;
  }
  .handout .fields dt {
    font-size: 0.92em;
  }
  .handout .answered td {
    vertical-align: top;
  }
  .handout .answered th[scope='row'] {
    color: var(--soft);
    vertical-align: top;
  }
  .handout .method-line {
    display: flex;
    gap: 3mm;
    align-items: flex-start;
  }
  .handout .method-line > div {
    flex: 1;
    min-inline-size: 0;
    font-size: 0.86em;
    line-height: 1.3;
  }
  .handout .qr {
    flex: none;
    inline-size: 19mm;
    block-size: 19mm;
    margin: -0.5mm -1mm -1mm 0;
  }
  @media print {
    .handout.paper {
      margin: 0;
      outline: 0;
    }
  }
`;
