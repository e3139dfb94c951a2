import { css, type CSSResult } from 'lit';

/** The tools and what they do to the screens. Sizes are in em of .page, as everything in the survey. */
export const toolsStyles: CSSResult = css`
  .page[data-size='large'] {
    --tools-scale: 1.25;
  }
  .page[data-size='largest'] {
    --tools-scale: 1.6;
  }
  .page[data-size] {
    font-size: calc(1em * var(--tools-scale));
  }
  .page[data-size] :is(.option, .switch) input {
    inline-size: 32px;
    block-size: 32px;
  }
  .page[data-size] .nav button {
    flex-basis: 4em;
    padding-inline: var(--c-space);
  }
  .page[data-size] .nav button.plain {
    flex-basis: auto;
  }
  .page[data-size='largest'] .review li {
    flex-wrap: wrap;
  }

  .aids {
    margin-block-end: calc(var(--c-space) * 2);
  }
  .aids .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--c-space) calc(var(--c-space) * 2);
    align-items: center;
    justify-content: space-between;
  }
  .aids .bar button {
    text-align: start;
  }
  .aids .toggle::after {
    content: '▾' / '';
    display: inline-block;
    margin-inline-start: 0.4em;
  }
  .aids .toggle[aria-expanded='true']::after {
    content: '▴' / '';
  }
  .aids .read::before {
    content: '▶\\fe0e' / '';
    margin-inline-end: 0.5em;
    color: var(--c-accent);
    font-size: 0.8em;
  }
  .aids .read[data-stop]::before {
    content: '■' / '';
  }
  .aids .read {
    padding-inline: calc(var(--c-space) * 2);
  }
  .aids .panel {
    margin-block: var(--c-space) calc(var(--c-space) * 2);
    padding-block: calc(var(--c-space) * 2) var(--c-space);
    border-block: 1px solid var(--c-rule);
  }
  .aids .panel > .plain {
    min-inline-size: 48px;
  }
  .aids .label {
    margin-block-end: var(--c-space);
  }
  .aids .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--c-space);
    margin-block-end: calc(var(--c-space) * 1.5);
  }
  /* Each step is shown at its own size, whichever is chosen now. */
  .aids .steps button {
    flex: 1 1 auto;
    min-inline-size: 3.5em;
    padding-inline: var(--c-space);
    font-size: calc(1em / var(--tools-scale, 1));
    line-height: 1.3;
  }
  .aids .steps button[value='large'] {
    font-size: calc(1.25em / var(--tools-scale, 1));
  }
  .aids .steps button[value='largest'] {
    font-size: calc(1.6em / var(--tools-scale, 1));
  }
  .aids .steps button[aria-pressed='true'] {
    border-color: var(--c-accent);
    box-shadow: inset 0 0 0 2px var(--c-accent);
    background: var(--c-notice);
    font-weight: 650;
  }
  .aids .steps button[aria-pressed='true']::after {
    content: ' ✓' / '';
    color: var(--c-accent);
  }
  .aids .switch {
    display: flex;
    align-items: center;
    gap: calc(var(--c-space) * 1.5);
    min-block-size: 48px;
    margin-block-end: var(--c-space);
    padding-block: calc(var(--c-space) / 2);
    cursor: pointer;
  }
  .aids .switch:has(:focus-visible) {
    outline: 3px solid var(--c-accent);
    outline-offset: 2px;
  }
  .aids .switch input {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--c-accent);
  }
  .aids .switch input:focus-visible {
    outline: none;
  }
  .aids .hint {
    margin: calc(var(--c-space) * -1) 0 var(--c-space);
    padding-inline-start: calc(24px + var(--c-space) * 1.5);
    color: var(--c-soft);
  }
  .page[data-size] .aids .hint {
    padding-inline-start: calc(32px + var(--c-space) * 1.5);
  }
  .aids .notice {
    margin-block: calc(var(--c-space) * 2) 0;
  }
  /* It is for the helper, and the question needs the room. */
  .page[data-size='largest'] .aids p.helper {
    font-size: 0.8em;
  }
  .aids .notice p {
    margin-block-end: calc(var(--c-space) / 2);
  }
  .aids .notice strong {
    font-weight: 650;
  }
  .aids .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* What is being read: a dashed frame, which needs no colour to be seen and moves nothing. */
  .page [data-reading] {
    outline: 3px dashed var(--c-text);
    outline-offset: 2px;
  }
  .option[data-reading] > input {
    outline: 3px dashed var(--c-text);
    outline-offset: 3px;
  }

  fieldset[data-digits] {
    counter-reset: answer;
  }
  fieldset[data-digits] .option {
    counter-increment: answer;
  }
  fieldset[data-digits] .option::before {
    content: counter(answer);
    flex: none;
    min-inline-size: 1.7em;
    padding-inline: 0.4em;
    border: 1px solid var(--c-control);
    border-radius: var(--c-radius);
    font-variant-numeric: tabular-nums;
    line-height: 1.5;
    text-align: center;
  }

  @media (forced-colors: active) {
    .aids .steps button[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
    .page [data-reading],
    .option[data-reading] > input {
      outline-color: Highlight;
    }
  }
  @media print {
    .aids {
      display: none;
    }
  }
`;
