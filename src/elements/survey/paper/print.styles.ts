import { css, type CSSResult } from 'lit';

/**
 * The printed form: A4, 16 pt and larger, black on white, no grey surface and no colour. On screen the same form is shown on a
 * white sheet, whatever the page around looks like. Page size, margins and numbers: page-rules.ts.
 */
export const printStyles: CSSResult = css`
  .print {
    padding: calc(var(--c-space) * 2);
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--c-space) * 1.5) calc(var(--c-space) * 2);
    align-items: center;
    max-inline-size: 210mm;
    margin: 0 auto calc(var(--c-space) * 2);
  }
  summary {
    min-block-size: 48px;
    padding-block: var(--c-space);
    cursor: pointer;
  }
  .toolbar p {
    flex: 1 1 14em;
    margin: 0;
  }
  .form {
    max-inline-size: 210mm;
    margin-inline: auto;
    padding: 12mm 15mm;
    border: 1px solid var(--c-rule);
    color: #000;
    background: #fff;
    font-size: 16pt;
    line-height: 1.4;
    overflow-wrap: break-word;
  }
  .form p {
    margin: 0 0 2mm;
    break-inside: avoid;
  }
  .form ul {
    margin: 0 0 3mm;
    padding-inline-start: 1.1em;
  }
  .form li {
    margin: 0 0 1mm;
  }
  .form h1 {
    margin: 0 0 2mm;
    font-size: 24pt;
    font-weight: 700;
    line-height: 1.25;
  }
  .form h2 {
    margin: 6mm 0 2mm;
    font-size: 18pt;
    font-weight: 700;
    line-height: 1.3;
    break-after: avoid;
  }
  .form header {
    padding-block-end: 3mm;
    border-block-end: 0.5mm solid #000;
  }
  .serial {
    display: flex;
    flex-wrap: wrap;
    gap: 1mm 3mm;
    align-items: center;
    justify-content: flex-end;
    margin-block-end: 4mm;
  }
  .label {
    font-weight: 700;
  }
  .boxes {
    display: inline-flex;
    gap: 1mm;
    vertical-align: middle;
  }
  .cell,
  .square {
    flex: none;
    inline-size: 8mm;
    block-size: 9mm;
    border: 0.35mm solid #000;
  }
  .square {
    inline-size: 6mm;
    block-size: 6mm;
    margin-block-start: 0.8mm;
  }
  .date {
    margin-block-start: 3mm;
  }
  .tick {
    display: flex;
    gap: 3mm;
    align-items: flex-start;
  }
  .ticks {
    padding: 3mm 4mm 1mm;
    border: 0.35mm solid #000;
  }
  .instruction {
    font-weight: 700;
  }
  .frame {
    padding: 2mm 4mm;
    border: 0.35mm solid #000;
  }
  .chunk {
    margin-block-start: 5mm;
  }
  .chunk .instruction {
    padding-block: 1mm;
    border-block: 0.5mm solid #000;
  }
  .lead {
    font-weight: 700;
  }
  .item {
    padding-block: 2.5mm 2mm;
    border-block-end: 0.2mm solid #000;
  }
  .form .prompt {
    display: flex;
    gap: 2mm;
    margin-block-end: 1.5mm;
    font-size: 17pt;
  }
  .prompt .no {
    flex: none;
    min-inline-size: 9mm;
    font-weight: 700;
  }
  .hint {
    font-size: 16pt;
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 1.5mm 5mm;
    justify-content: flex-start;
  }
  .beside {
    margin-block-start: 1.5mm;
    justify-content: flex-end;
  }
  /* The whole scale in one row: under each other the codes of all questions form columns. */
  .columns {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(min-content, auto);
    justify-content: space-between;
    gap: 2.5mm;
  }
  .columns .answer {
    flex-direction: column;
    gap: 0.5mm;
    align-items: flex-start;
    line-height: 1.25;
    white-space: normal;
  }
  .columns .answer:not(.aside) + .aside {
    padding-inline-start: 2.5mm;
    border-inline-start: 0.25mm solid #000;
  }
  .code {
    display: inline-flex;
    flex: none;
    gap: 1.4mm;
    align-items: center;
  }
  .answer {
    display: inline-flex;
    gap: 1.4mm;
    align-items: center;
    white-space: nowrap;
  }
  .circle {
    flex: none;
    inline-size: 5mm;
    block-size: 5mm;
    border: 0.35mm solid #000;
    border-radius: 50%;
  }
  .lines,
  .rungs {
    display: grid;
    gap: 1mm;
  }
  .lines .answer,
  .rungs .answer {
    white-space: normal;
  }
  .rungs {
    gap: 0;
    border-inline: 0.6mm solid #000;
  }
  .rungs .answer {
    padding: 1.2mm 3mm;
    border-block-end: 0.35mm solid #000;
  }
  .rungs .answer:first-child {
    border-block-start: 0.35mm solid #000;
  }
  .form .write {
    block-size: 11mm;
    inline-size: 60mm;
    margin: 0 0 1mm;
    border-block-end: 0.35mm solid #000;
  }
  .form .ruled {
    block-size: 11mm;
    margin: 0;
    border-block-end: 0.25mm solid #000;
  }
  .form .end {
    margin-block-start: 6mm;
    padding: 3mm 4mm;
    border: 0.5mm solid #000;
    font-weight: 700;
  }
  .pictures {
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    gap: 2mm;
  }
  .picture {
    display: flex;
    gap: 1.5mm;
    align-items: center;
    font-size: 16pt;
    line-height: 1.3;
  }
  .picture svg {
    flex: none;
    inline-size: 11mm;
    block-size: 11mm;
    fill: none;
    stroke: #000;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .signs {
    display: flex;
    gap: 4mm;
  }
  .form .signs {
    margin-block: 4mm;
  }
  .sign {
    inline-size: 20mm;
    block-size: 16mm;
    border: 0.5mm solid #000;
  }
  .keep {
    break-inside: avoid;
  }
  @media (max-width: 760px) {
    .form {
      padding: 6mm 5mm;
    }
    .answer {
      white-space: normal;
    }
    .columns {
      display: flex;
      flex-wrap: wrap;
    }
  }
  @media print {
    .print {
      padding: 0;
    }
    .toolbar {
      display: none;
    }
    .form {
      max-inline-size: none;
      margin: 0;
      padding: 0;
      border: 0;
    }
  }
`;
