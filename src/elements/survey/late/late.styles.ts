import { css, type CSSResult } from 'lit';

/** What only the later steps need: the linking code, open questions, the review, thanks. */
export const lateStyles: CSSResult = css`
  textarea,
  input[type='text'] {
    inline-size: 100%;
    padding: calc(var(--c-space) * 1.5);
    border: 1px solid var(--c-control);
    border-radius: var(--c-radius);
    background: transparent;
    color: inherit;
    font: inherit;
  }
  textarea {
    min-block-size: 6.5em;
    resize: vertical;
  }
  input.name {
    inline-size: 6em;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(var(--cell, 5.2em), 1fr));
    gap: var(--c-space);
  }
  .grid.days {
    --cell: 4.4em;
  }
  .grid.wide {
    --cell: 6.5em;
  }
  .grid .option {
    margin: 0;
    padding-inline: 6px;
    gap: 6px;
  }
  .grid .option input {
    inline-size: 20px;
    block-size: 20px;
  }
  .grid .option.chosen::after {
    content: none;
  }
  .picture {
    font-size: 1.4em;
    line-height: 1;
  }
  .review {
    margin: 0 0 calc(var(--c-space) * 2);
    padding: 0;
    list-style: none;
    border-block-start: 1px solid var(--c-rule);
  }
  .review li {
    display: flex;
    gap: calc(var(--c-space) * 2);
    align-items: center;
    justify-content: space-between;
    margin: 0;
    padding-block: var(--c-space);
    border-block-end: 1px solid var(--c-rule);
  }
  .review button {
    flex: none;
    min-inline-size: 56px;
  }
  .review .question {
    display: block;
    color: var(--c-soft);
  }
  .review .none {
    color: var(--c-soft);
    font-style: normal;
  }
  .saved {
    font-weight: 650;
    color: var(--c-accent);
  }
  .saved::before {
    content: '✓ ' / '';
  }
  code {
    font-size: 1em;
  }
  summary {
    min-block-size: 48px;
    padding-block: var(--c-space);
    cursor: pointer;
  }
`;
