import { css, type CSSResult } from 'lit';

/** The survey as a well-set form: one column, hairlines, whole rows as targets (design.md §7). */
export const surveyStyles: CSSResult = css`
  :host {
    overflow-wrap: anywhere;
  }
  .page {
    max-inline-size: 36em;
    margin-inline: auto;
    padding: calc(var(--c-space) * 2) calc(var(--c-space) * 2) calc(var(--c-space) * 3);
  }
  h2 {
    margin: 0 0 calc(var(--c-space) * 2);
    font-size: 1.15em;
    font-weight: 650;
    line-height: 1.5;
    scroll-margin-block-start: calc(var(--c-space) * 3);
  }
  h2:focus {
    outline: none;
  }
  p {
    margin: 0 0 calc(var(--c-space) * 1.5);
  }
  ul {
    margin: 0 0 calc(var(--c-space) * 2);
    padding-inline-start: 1.2em;
  }
  li {
    margin-block-end: calc(var(--c-space));
  }
  .soft {
    color: var(--c-soft);
  }
  .notice {
    margin: 0 0 calc(var(--c-space) * 2);
    padding: calc(var(--c-space) * 1.5) calc(var(--c-space) * 2);
    border-inline-start: 4px solid var(--c-accent);
    background: var(--c-notice);
  }
  .notice > :last-child {
    margin-block-end: 0;
  }
  .notice.alarm {
    border-color: var(--c-danger);
  }
  .progress {
    margin-block-end: calc(var(--c-space) * 3);
  }
  .progress p {
    margin: 0 0 calc(var(--c-space) / 2);
  }
  progress {
    display: block;
    inline-size: 100%;
    accent-color: var(--c-accent);
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    inline-size: 100%;
  }
  .stem {
    display: block;
    font-weight: 400;
    color: var(--c-soft);
  }
  .option {
    display: flex;
    align-items: center;
    gap: calc(var(--c-space) * 1.5);
    min-block-size: 56px;
    margin-block-end: var(--c-space);
    padding: calc(var(--c-space) * 0.75) calc(var(--c-space) * 2);
    border: 1px solid var(--c-control);
    border-radius: var(--c-radius);
    cursor: pointer;
  }
  .option:has(:focus-visible) {
    outline: 3px solid var(--c-accent);
    outline-offset: 2px;
  }
  .option input:focus-visible {
    outline: none;
  }
  /* Safari takes the arrows in a group of answers for a pointer. */
  @media (hover: hover) {
    .option:has(:checked:focus) {
      outline: 3px solid var(--c-accent);
      outline-offset: 2px;
    }
  }
  .option.chosen {
    border-color: var(--c-accent);
    box-shadow: inset 0 0 0 2px var(--c-accent);
    background: var(--c-notice);
    font-weight: 650;
  }
  .option.chosen::after {
    content: '✓' / '';
    margin-inline-start: auto;
    color: var(--c-accent);
  }
  .option input {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--c-accent);
  }
  /* Two rails, and each answer stands on its rung. */
  .ladder {
    padding-block-end: var(--c-space);
    border: solid var(--c-control);
    border-width: 0 6px;
  }
  .ladder .option {
    border-width: 0 0 5px;
    border-radius: 0;
  }
  .apart {
    margin-block-start: calc(var(--c-space) * 2);
    padding-block-start: calc(var(--c-space) * 1.5);
    border-block-start: 1px solid var(--c-rule);
  }
  .apart > p {
    margin-block-end: var(--c-space);
  }
  .apart .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--c-space);
  }
  .apart .option {
    flex: 1 1 6.5em;
    margin: 0;
  }
  .box {
    align-items: flex-start;
    border-color: transparent;
    padding-inline: 0;
  }
  .box input {
    margin-block-start: 0.25em;
  }
  .error {
    margin-block: var(--c-space) 0;
    color: var(--c-danger);
    font-weight: 650;
  }
  .nav {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--c-space) * 1.5);
    justify-content: space-between;
    margin-block-start: calc(var(--c-space) * 3);
  }
  button {
    min-block-size: 56px;
    padding: calc(var(--c-space) * 0.75) calc(var(--c-space) * 3);
    border: 1px solid var(--c-control);
    border-radius: var(--c-radius);
    background: transparent;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .nav button {
    flex: 1 1 7em;
    max-inline-size: 20em;
  }
  button.main {
    border-color: var(--c-accent);
    background: var(--c-accent);
    color: var(--c-on-accent);
    font-weight: 650;
  }
  button.plain {
    border-color: transparent;
    color: var(--c-accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    padding-inline: 0;
  }
  .nav button.plain {
    flex: 0 1 auto;
    text-align: start;
  }
  button[disabled] {
    opacity: 1;
    border-style: dashed;
    cursor: progress;
  }
  @media (forced-colors: active) {
    .option.chosen {
      outline: 3px solid Highlight;
    }
    .notice {
      border: 1px solid CanvasText;
    }
    button.main {
      border: 3px solid ButtonText;
    }
  }
  @media print {
    .nav,
    .progress {
      display: none;
    }
  }
`;
