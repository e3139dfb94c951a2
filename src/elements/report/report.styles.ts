import { css, type CSSResult } from 'lit';

/** What both layouts share: the bar over the sheet, the sheet itself, colours of paper. */
export const reportStyles: CSSResult = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--c-space) calc(var(--c-space) * 2);
    align-items: center;
    max-inline-size: 210mm;
    margin: 0 auto calc(var(--c-space) * 2);
  }
  .toolbar button {
    min-block-size: 48px;
    padding-inline: 1.5em;
    border-color: var(--c-accent);
    background: var(--c-accent);
    color: var(--c-on-accent);
    font-weight: 700;
    cursor: pointer;
  }
  .toolbar p {
    flex: 1 1 16em;
    margin: 0;
    font-size: 0.8em;
  }
  .toolbar [role='alert'] {
    flex-basis: 100%;
    border-inline-start: 4px solid var(--c-danger);
    padding-inline-start: var(--c-space);
  }
  /* Paper is white and its ink dark, also on a dark page. */
  .sheet {
    --ink: #1b1b1f;
    --soft: #4a4a52;
    --rule: #c9c9cf;
    --resident: #143f8f;
    --official: #b8500a;
    color-scheme: light;
    color: var(--ink);
    background: #fff;
    overflow-wrap: anywhere;
    -webkit-print-color-adjust: exact;
    print-color-adjust: exact;
  }
  .sheet h1,
  .sheet h2,
  .sheet h3,
  .sheet p,
  .sheet ul,
  .sheet ol,
  .sheet dl,
  .sheet dd,
  .sheet figure,
  .sheet blockquote {
    margin: 0;
    padding: 0;
  }
  .sheet .second {
    color: var(--soft);
  }
  .sheet .resident {
    color: var(--resident);
  }
  .sheet .official {
    color: var(--official);
  }
  .sheet .synthetic {
    border: 0.3mm dashed var(--ink);
    padding: 0.3mm 2mm;
    font-size: 1em;
    font-weight: 700;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    .toolbar {
      display: none;
    }
  }
`;

/** The full report: pages break between rows and figures, never in them; heads of tables come again. */
export const fullStyles: CSSResult = css`
  .full {
    max-inline-size: 210mm;
    margin-inline: auto;
    padding: 12mm 15mm;
    border: 1px solid var(--rule);
    font-size: 10.5pt;
    line-height: 1.55;
  }
  .full .over {
    display: flex;
    flex-wrap: wrap;
    gap: 1mm 4mm;
    align-items: baseline;
    justify-content: space-between;
    font-size: 9.5pt;
  }
  .full h1 {
    margin-block: 2mm 6mm;
    font-size: 21pt;
    font-weight: 700;
    line-height: 1.25;
  }
  .full h2 {
    margin-block: 9mm 3mm;
    padding-block-end: 1mm;
    border-block-end: 0.4mm solid var(--ink);
    font-size: 14pt;
    font-weight: 700;
    line-height: 1.3;
    break-after: avoid;
  }
  .full nav h2 {
    margin-block-start: 0;
    border: 0;
    font-size: 11pt;
  }
  .full nav ol {
    columns: 2;
    padding-inline-start: 6mm;
  }
  .full h3 {
    margin-block: 0 1.5mm;
    font-size: 11.5pt;
    break-after: avoid;
  }
  .full p {
    margin-block-end: 2mm;
    orphans: 3;
    widows: 3;
  }
  .full .finding {
    border-inline-start: 1.2mm solid var(--ink);
    padding-inline-start: 4mm;
    font-size: 13pt;
    font-weight: 700;
    line-height: 1.5;
  }
  .full blockquote {
    margin-block-end: 2mm;
    break-inside: avoid;
  }
  .full ul {
    padding-inline-start: 5mm;
  }
  .full li {
    break-inside: avoid;
  }
  .full figure {
    margin-block: 0 8mm;
    break-inside: avoid;
  }
  .full figcaption {
    margin-block-end: 2mm;
    font-size: 9.5pt;
  }
  .full img {
    display: block;
    max-inline-size: 100%;
    max-block-size: 115mm;
    margin-block-end: 1.5mm;
    object-fit: contain;
    object-position: left top;
  }
  .full .estimation img,
  .full .likert img {
    max-block-size: 190mm;
  }
  .full .ladder img {
    max-block-size: 150mm;
  }
  .full .key {
    margin: 0;
    color: var(--soft);
    font-size: 8.5pt;
  }
  .full table.data {
    inline-size: 100%;
    margin-block: 0 7mm;
    border-collapse: collapse;
    font-size: 8.5pt;
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
    overflow-wrap: break-word;
  }
  .full table.data td.day {
    white-space: nowrap;
  }
  .full caption {
    padding-block-end: 1.5mm;
    font-size: 10pt;
    font-weight: 700;
    text-align: start;
    break-after: avoid;
  }
  .full thead {
    display: table-header-group;
  }
  .full tr,
  .full table.short {
    break-inside: avoid;
  }
  /* Neither the first nor the last row stands alone. */
  .full tbody tr:nth-child(-n + 3),
  .full tbody tr:nth-last-child(-n + 2) {
    break-before: avoid;
  }
  .full table.data th,
  .full table.data td {
    padding: 0.8mm 1.2mm;
    border-block-end: 0.2mm solid var(--rule);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    white-space: normal;
  }
  .full table.data thead th {
    border-block: 0.4mm solid var(--ink);
    font-weight: 700;
    line-height: 1.25;
    vertical-align: bottom;
  }
  .full table.data td:not(.figure):empty::after {
    content: '–';
  }
  @media (max-width: 800px) {
    .full {
      padding: 5mm 4mm;
    }
    .full section {
      overflow-x: auto;
    }
    .full nav ol {
      columns: 1;
    }
  }
  @media print {
    .full {
      max-inline-size: none;
      padding: 0;
      border: 0;
    }
    .full section {
      overflow: visible;
    }
    .full header {
      break-after: avoid;
    }
  }
`;
