import { css, type CSSResult } from 'lit';

/**
 * The wall: type from 4 % of the screen's height (28.8 px at 1280 × 720), so that it can be read from the back of the room; nothing scrolls
 * on a projector. On a phone the same pages scroll.
 */
export const frameStyles: CSSResult = css`
  :host {
    block-size: 100vh;
    block-size: 100dvh;
    overflow: hidden;
    --wall: clamp(20px, min(4vh, 2.8vw), 64px);
    font-size: var(--wall);
    line-height: 1.4;
  }
  .deck {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    block-size: 100%;
  }
  /* A finger across turns pages here, not the browser's history. */
  .deck,
  .slide {
    touch-action: pan-y pinch-zoom;
  }
  .slide {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    gap: 0.4em;
    padding: 0.7em 1.1em 0.3em;
    overflow: auto;
    min-block-size: 0;
  }
  .slide.title {
    grid-template-rows: minmax(0, 1fr);
  }
  .body {
    min-block-size: 0;
    display: flex;
    flex-direction: column;
    gap: 0.5em;
  }
  header {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 1em;
  }
  h2 {
    margin: 0;
    font-size: 1.35em;
    font-weight: 650;
    line-height: 1.3;
  }
  h2:lang(en) {
    font-size: 1.2em;
  }
  /* Takes the focus only so that reading goes on from there. */
  #heading:focus-visible {
    outline: none;
  }
  .days {
    display: inline-block;
    padding-inline-end: 1em;
  }
  p,
  ul,
  ol,
  dl,
  dd,
  blockquote {
    margin: 0;
    padding: 0;
  }
  .soft {
    color: var(--c-soft);
  }
  .stamp {
    flex: none;
    border: 2px dashed var(--c-control);
    padding: 0 0.5em;
    color: var(--c-soft);
    white-space: nowrap;
  }
  .resident {
    --side: var(--c-resident);
  }
  .official {
    --side: var(--c-official);
  }

  /* Buttons */
  button {
    min-block-size: max(48px, 1.7em);
    min-inline-size: 48px;
    padding-inline: 0.5em;
    cursor: pointer;
  }
  button.strong {
    border: 2px solid var(--c-accent);
    background: var(--c-accent);
    color: var(--c-on-accent);
    padding-inline: 1em;
  }
  button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.2em 0.4em;
    padding: 0.15em 1.1em;
    white-space: nowrap;
    border-block-start: 1px solid var(--c-rule);
    color: var(--c-soft);
  }
  .bar button {
    border-color: transparent;
    background: none;
    padding-inline: 0.25em;
  }
  .bar button:hover {
    border-color: var(--c-control);
  }
  .bar button[aria-disabled='true'] {
    opacity: 0.4;
  }
  .turn,
  .tools,
  .steps {
    display: flex;
    align-items: center;
    list-style: none;
  }
  .turn button {
    font-size: 1.4em;
    line-height: 1;
    min-block-size: 48px;
  }
  .count {
    min-inline-size: 3.6em;
    text-align: center;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .steps .digit {
    font-weight: 650;
  }
  .steps button[aria-current='step'] {
    color: var(--c-text);
    border-block-end: 4px solid var(--c-accent);
    border-radius: 0;
    font-weight: 650;
  }
  .black {
    position: fixed;
    inset: 0;
    z-index: 2;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
    border-radius: 0;
    background: #000;
    outline: none;
    cursor: none;
    forced-color-adjust: none;
  }
  dialog {
    max-inline-size: 92%;
    border: 2px solid var(--c-control);
    border-radius: var(--c-radius);
    padding: 0.8em 1.2em;
    background: var(--c-surface);
    color: var(--c-text);
  }
  dialog dl > div {
    display: grid;
    grid-template-columns: 10em 1fr;
    gap: 1em;
    border-block-end: 1px solid var(--c-rule);
    padding-block: 0.1em;
  }
  dialog dt {
    font-weight: 650;
  }
  dialog form {
    padding-block-start: 0.6em;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
