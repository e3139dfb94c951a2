import { css, type CSSResult } from 'lit';

/** The download menu. */
export const exportStyles: CSSResult = css`
  :host {
    container-type: inline-size;
  }
  .export {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--c-space) * 2);
    padding: calc(var(--c-space) * 2);
  }
  h2 {
    margin: 0;
    font-size: 1.15em;
    line-height: 1.35;
  }
  .warning {
    border-inline-start: 4px solid var(--c-official);
    background: var(--c-notice);
    padding: calc(var(--c-space) * 1.5) calc(var(--c-space) * 2);
  }
  .warning strong {
    display: block;
  }
  ul.formats {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--c-space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  @container (min-width: 640px) {
    ul.formats {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  .formats li {
    display: grid;
  }
  .formats button {
    display: grid;
    align-content: start;
    gap: 2px;
    inline-size: 100%;
    padding: calc(var(--c-space) * 1.25) calc(var(--c-space) * 2);
    text-align: start;
    cursor: pointer;
    line-height: 1.4;
  }
  .formats button strong {
    color: var(--c-accent);
  }
  .formats button:hover:not([aria-disabled='true']) {
    border-color: var(--c-accent);
    background: var(--c-notice);
  }
  .formats button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--c-space) calc(var(--c-space) * 2);
    min-block-size: 44px;
  }
  .status p {
    overflow-wrap: anywhere;
  }
  progress {
    flex: 1 1 10em;
    block-size: 12px;
    accent-color: var(--c-accent);
  }
  @media (forced-colors: active) {
    .formats button[aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
  }
`;
