import { css, type CSSResult } from 'lit';

/** Less room than a wall has. Comes last. */
export const smallStyles: CSSResult = css`
  /* Less room: the steps are their numbers. */
  @media (max-width: 1180px), (max-aspect-ratio: 3 / 2) {
    .steps .name {
      display: none;
    }
    .weights {
      font-size: 0.9em;
    }
  }
  /* A phone, or a window of a phone's size: pages scroll, columns become rows. */
  @media (max-width: 700px) {
    .slide {
      display: block;
      padding-inline: 16px;
    }
    .slide .body,
    .wall.plane {
      display: block;
    }
    .body > *,
    .wall > * {
      margin-block-end: 0.6em;
    }
    header {
      flex-wrap: wrap;
      gap: 0.2em 1em;
      padding-block-end: 0.4em;
    }
    .stamp {
      font-size: 0.8em;
    }
    .opening h2,
    .opening h2:lang(en) {
      font-size: 1.5em;
    }
    .say {
      font-size: 1.1em;
      margin-block-end: 0.8em;
    }
    .pair,
    .reveals {
      display: block;
    }
    .pair > *,
    .reveals > * {
      margin-block-end: 1.2em;
    }
    .place {
      display: block;
      overflow: visible;
    }
    .line {
      grid-template-columns: 1fr 1fr;
      gap: 0.1em 0.6em;
      padding-block: 0.3em;
    }
    .line > :first-child {
      font-weight: 650;
    }
    .agreed li > label[class] {
      display: block;
      inline-size: 100%;
      padding: 0 0 0.3em;
    }
    .bar {
      padding-inline: 8px;
      flex-wrap: wrap;
      justify-content: center;
    }
    .tools .wide,
    .line.head {
      display: none;
    }
    .who {
      display: inline;
    }
    .figure {
      grid-template-columns: 1fr 3em;
    }
    .line.fact {
      grid-template-columns: 1fr;
    }
    .turn {
      order: -2;
    }
    .tools {
      order: -1;
    }
    .value {
      text-align: start;
    }
    dialog dl > div {
      grid-template-columns: 1fr;
      gap: 0;
    }
  }
`;
