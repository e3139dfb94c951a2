import { css, type CSSResult } from 'lit';

/** Pure black and white in place of the theme's colours, and thicker lines: worn while the respondent has it switched on. */
export const contrastStyles: CSSResult = css`
  :host {
    --c-text: #000;
    --c-soft: #000;
    --c-surface: #fff;
    --c-accent: #000;
    --c-on-accent: #fff;
    --c-rule: #000;
    --c-control: #000;
    --c-notice: #fff;
    --c-danger: #8a0000;
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --c-text: light-dark(#000, #fff);
      --c-soft: light-dark(#000, #fff);
      --c-surface: light-dark(#fff, #000);
      --c-accent: light-dark(#000, #fff);
      --c-on-accent: light-dark(#fff, #000);
      --c-rule: light-dark(#000, #fff);
      --c-control: light-dark(#000, #fff);
      --c-notice: light-dark(#fff, #000);
      --c-danger: light-dark(#8a0000, #ffb4ab);
    }
  }
  .option:not(.box),
  button:not(.plain),
  textarea,
  input[type='text'] {
    border-width: 2px;
  }
  .option.chosen {
    box-shadow: inset 0 0 0 4px var(--c-accent);
  }
  .notice {
    border: 2px solid var(--c-text);
    border-inline-start-width: 8px;
  }
  .apart,
  .aids .panel {
    border-width: 2px;
  }
`;

/** The same for everybody whose system asks for more contrast. */
export const systemContrastStyles: CSSResult = css`
  @media (prefers-contrast: more) {
    ${contrastStyles}
  }
`;
