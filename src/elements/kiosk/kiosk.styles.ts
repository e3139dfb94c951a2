import { css, type CSSResult } from 'lit';

/** A shared tablet: large type, whole-screen pages, few things on each. */
export const kioskStyles: CSSResult = css`
  :host {
    --c-size: var(--canyu-font-size, 24px);
    min-block-size: 100vh;
    min-block-size: 100dvh;
    font-size: var(--c-size);
    overflow-wrap: anywhere;
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
  }
  canyu-survey {
    --canyu-font-size: var(--c-size);
    touch-action: manipulation;
  }
  .kiosk,
  .screen {
    display: flex;
    flex-direction: column;
    min-block-size: inherit;
  }
  .kiosk {
    min-block-size: 100vh;
    min-block-size: 100dvh;
  }
  .screen {
    flex: 1;
    padding: calc(var(--c-space) * 2) calc(var(--c-space) * 3);
  }
  .screen.survey {
    padding: 0;
  }
  .middle {
    inline-size: 100%;
    max-inline-size: 30em;
    margin: auto;
    padding-block: calc(var(--c-space) * 3);
  }
  h2 {
    margin: 0 0 calc(var(--c-space) * 2);
    font-size: 1.35em;
    font-weight: 650;
    line-height: 1.4;
    text-wrap: balance;
  }
  .attract h2 {
    font-size: 1.7em;
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
    margin-block-end: var(--c-space);
  }
  .by,
  .small,
  .back {
    color: var(--c-soft);
  }
  .small,
  .back {
    font-size: 0.8em;
  }
  .small p {
    margin: 0 auto var(--c-space);
    max-inline-size: 37.5em;
  }
  .small .for-staff {
    color: var(--c-danger);
    font-weight: 650;
  }
  button {
    min-block-size: 64px;
    padding: calc(var(--c-space) * 1) calc(var(--c-space) * 3);
    border: 1px solid var(--c-control);
    border-radius: var(--c-radius);
    background: transparent;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button.main {
    border-color: var(--c-accent);
    background: var(--c-accent);
    color: var(--c-on-accent);
    font-weight: 650;
  }
  button[disabled] {
    border-style: dashed;
    cursor: progress;
  }
  .start {
    inline-size: 100%;
    min-block-size: 112px;
    margin-block-start: calc(var(--c-space) * 2);
    font-size: 1.25em;
  }
  .languages {
    display: flex;
    flex-wrap: wrap;
    gap: var(--c-space);
  }
  .languages button,
  .quit {
    min-block-size: 56px;
    padding: calc(var(--c-space) * 0.5) calc(var(--c-space) * 2);
  }
  .languages [aria-pressed='true'] {
    border-color: var(--c-accent);
    box-shadow: inset 0 0 0 1px var(--c-accent);
    font-weight: 650;
  }
  .languages [aria-pressed='true']::before {
    content: '✓ ' / '';
    color: var(--c-accent);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--c-space);
    justify-content: space-between;
    inline-size: 100%;
    max-inline-size: 36em;
    margin-inline: auto;
    padding: var(--c-space) calc(var(--c-space) * 2);
    border-block-end: 1px solid var(--c-rule);
  }
  .who ul {
    padding: 0;
    list-style: none;
  }
  .who li button {
    inline-size: 100%;
    min-block-size: 104px;
    text-align: start;
  }
  .who li :is(strong, span) {
    display: block;
  }
  .who li strong {
    font-size: 1.15em;
    font-weight: 650;
  }
  .who li span {
    color: var(--c-soft);
  }
  .nav {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--c-space) * 1.5);
    margin-block-start: calc(var(--c-space) * 3);
  }
  .nav button {
    flex: 1 1 7em;
    max-inline-size: 22em;
  }
  .nav button:only-child {
    flex: 0 1 auto;
    min-inline-size: 8em;
  }
  .nav button.main:only-child {
    flex: 1;
    max-inline-size: none;
  }
  .lead {
    font-size: 1.1em;
  }
  .saved {
    font-weight: 650;
  }
  .saved::before {
    content: '✓ ' / '';
    color: var(--c-accent);
  }
  .notice {
    margin-block: calc(var(--c-space) * 2);
    padding: calc(var(--c-space) * 1.5) calc(var(--c-space) * 2);
    border-inline-start: 4px solid var(--c-accent);
    background: var(--c-notice);
  }
  .notice.alarm {
    border-color: var(--c-danger);
  }
  .receipt {
    margin-block: calc(var(--c-space) * 3);
    padding-block: calc(var(--c-space) * 2);
    border-block: 1px solid var(--c-rule);
  }
  .receipt p {
    margin: 0;
  }
  .receipt .number {
    font:
      650 min(2.4em, 11vw) / 1.5 ui-monospace,
      'DejaVu Sans Mono',
      Consolas,
      monospace;
    white-space: nowrap;
  }
  /* A tablet on its side is not high enough for all of it in one column. */
  @media (min-width: 1000px) {
    .thanks .middle {
      display: grid;
      grid-template-columns: 1fr 1fr;
      grid-template-rows: repeat(5, auto) 1fr;
      column-gap: calc(var(--c-space) * 6);
      max-inline-size: 46em;
    }
    .thanks .middle > * {
      grid-column: 2;
    }
    .thanks .middle > :is(h2, .saved, .notice) {
      grid-column: 1 / -1;
    }
    .thanks .middle > .receipt {
      grid-area: 3 / 1 / -1;
      align-self: start;
      margin-block: 0;
      border: 0;
      padding: 0;
    }
  }
  .thanks .back {
    margin: calc(var(--c-space) * 2) 0 0;
    font-variant-numeric: tabular-nums;
  }
  dialog {
    inline-size: min(30em, 100% - 32px);
    max-block-size: calc(100dvh - 32px);
    padding: calc(var(--c-space) * 4) calc(var(--c-space) * 3);
    overflow: auto;
    border: 2px solid var(--c-accent);
    border-radius: var(--c-radius);
    background: var(--c-surface);
    color: var(--c-text);
  }
  /* Whoever comes by while nobody answers reads nothing of what lies below. */
  dialog.idle::backdrop {
    background: #1b1b1f;
  }
  dialog.stop::backdrop {
    background: rgb(27 27 31 / 75%);
  }
  .left {
    font-size: 1.2em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 480px) {
    .screen {
      padding-inline: calc(var(--c-space) * 2);
    }
    .screen.survey {
      padding-inline: 0;
    }
    .attract h2 {
      font-size: 1.4em;
    }
  }
  @media (forced-colors: active) {
    button.main {
      border: 3px solid ButtonText;
    }
    .notice {
      border: 1px solid CanvasText;
    }
  }
`;
