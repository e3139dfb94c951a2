import { css, type CSSResult } from 'lit';

/** The desk: a sheet to be worked through, one room at a time. */
export const deskStyles: CSSResult = css`
  :host {
    container-type: inline-size;
  }
  .desk {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--c-space) * 2.5);
    padding: calc(var(--c-space) * 2);
    font-size: 0.9em;
  }
  .kicker,
  .soft,
  small {
    color: var(--c-soft);
    font-size: 0.85em;
    font-weight: 400;
  }
  h2,
  h3,
  h4 {
    margin: 0;
    line-height: 1.35;
  }
  h2 {
    font-size: 1.35em;
  }
  h3 {
    font-size: 1.25em;
  }
  h4 {
    font-size: 1.05em;
    padding-block-start: calc(var(--c-space) * 2);
  }
  h3:focus-visible {
    outline-offset: 4px;
  }
  nav ol {
    display: flex;
    flex-wrap: wrap;
    margin: 0;
    padding: 0;
    list-style: none;
    counter-reset: room;
    border-block-end: 1px solid var(--c-rule);
  }
  nav li {
    counter-increment: room;
  }
  nav button {
    border: 0;
    border-block-end: 4px solid transparent;
    border-radius: 0;
    background: none;
    cursor: pointer;
  }
  nav button::before {
    content: counter(room) ' ';
    color: var(--c-soft);
  }
  nav button:hover {
    border-color: var(--c-rule);
  }
  nav button[aria-current='step'] {
    border-color: var(--c-accent);
    color: var(--c-accent);
    font-weight: 650;
  }
  @container (max-width: 480px) {
    nav button {
      padding-inline: 0.45em;
    }
  }
  section[part='room'],
  .material,
  .material section,
  section.files,
  section.seal,
  section.here {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--c-space) * 1.5);
  }
  section[hidden] {
    display: none;
  }
  section.files,
  section.seal,
  section.here {
    border-block-start: 1px solid var(--c-rule);
  }
  p,
  ul,
  ol {
    margin: 0;
  }
  section > p,
  section > ul {
    max-inline-size: 46em;
  }
  .drop {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--c-space) * 2);
    align-items: center;
    justify-content: space-between;
    border: 2px dashed var(--c-control);
    border-radius: var(--c-radius);
    padding: calc(var(--c-space) * 2.5);
  }
  .drop p {
    flex: 1 1 16em;
  }
  .over .drop {
    border: 2px solid var(--c-accent);
    background: var(--c-notice);
  }
  .choose {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-self: start;
    min-block-size: 48px;
    padding-inline: 1.25em;
    border: 1px solid var(--c-accent);
    border-radius: var(--c-radius);
    background: var(--c-accent);
    color: var(--c-on-accent);
    font-weight: 650;
    cursor: pointer;
  }
  .choose input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .choose:focus-within {
    outline: 3px solid var(--c-accent);
    outline-offset: 2px;
  }
  .second {
    background: none;
    color: var(--c-accent);
  }
  button {
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
    opacity: 0.6;
  }
  button.main {
    border-color: var(--c-accent);
    background: var(--c-accent);
    color: var(--c-on-accent);
    font-weight: 650;
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--c-space);
  }
  .plain {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding: 0;
    list-style: none;
  }
  h5 {
    margin: 0;
    padding-block-start: var(--c-space);
    font-size: 1em;
  }
  .written {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--c-space) / 2);
    padding-block: var(--c-space);
    border-block-end: 1px solid var(--c-rule);
    overflow-wrap: anywhere;
  }
  .written .resident {
    color: var(--c-resident);
  }
  .written .official {
    color: var(--c-official);
  }
  .material button {
    min-block-size: 48px;
    min-inline-size: 48px;
  }
  .file {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--c-space) / 2);
    padding-block: calc(var(--c-space) * 1.25);
    border-block-end: 1px solid var(--c-rule);
    overflow-wrap: anywhere;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: baseline;
  }
  .file:is(.asking, .asking-study) {
    border-inline-start: 4px solid var(--c-official);
    padding-inline-start: calc(var(--c-space) * 1.5);
    background: var(--c-notice);
  }
  .file:is(.refused, .failed) {
    border-inline-start: 4px solid var(--c-danger);
    padding-inline-start: calc(var(--c-space) * 1.5);
  }
  .total {
    font-weight: 650;
  }
  .total:empty,
  p[role='status']:empty,
  div[role='status']:empty {
    display: none;
  }
  .bad {
    color: var(--c-danger);
  }
  .warn,
  .notice {
    border-inline-start: 4px solid var(--c-official);
    padding-inline-start: calc(var(--c-space) * 1.5);
  }
  ul.counts,
  ul.rows {
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  @media print {
    header,
    nav,
    .material,
    h3,
    h4,
    button,
    .field {
      display: none;
    }
  }
`;
