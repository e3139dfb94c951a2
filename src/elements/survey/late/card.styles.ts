import { css, type CSSResult } from 'lit';

/** The card's places, and the tray of pictures: four to a row on a phone, each as large as a thumb; nothing is told by colour alone. */
export const cardStyles: CSSResult = css`
  .places {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: var(--c-space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .places li {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    min-block-size: 84px;
    margin: 0;
    border: 2px dashed var(--c-control);
    border-radius: var(--c-radius);
    line-height: 1.3;
    text-align: center;
  }
  .places li.filled {
    border-style: solid;
    border-color: var(--c-accent);
  }
  .places svg,
  .tray svg {
    inline-size: 40px;
    block-size: 40px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .said {
    min-block-size: 1.6em;
    margin-block: var(--c-space);
    font-weight: 650;
  }
  .said.wrong {
    color: var(--c-danger);
  }
  .tray {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(3.6em, 1fr));
    gap: var(--c-space);
  }
  .tray:lang(en) {
    grid-template-columns: repeat(auto-fill, minmax(5em, 1fr));
  }
  .tray button {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    min-block-size: 84px;
    padding: 4px 0;
    line-height: 1.3;
  }
  .tray button.pressed {
    border-color: var(--c-accent);
    box-shadow: inset 0 0 0 2px var(--c-accent);
    background: var(--c-notice);
    cursor: default;
  }
  /* Five English names do not fit side by side on a phone; the last one is told below, and each stands with its picture. */
  @media (max-width: 640px) {
    .places:lang(en) span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
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
