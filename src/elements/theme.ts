import { css, type CSSResult } from 'lit';

/**
 * Colours, type and spacing shared by all elements (design.md §7). Sites change them by the documented custom properties
 * `--canyu-color-accent`, `--canyu-color-text`, `--canyu-color-surface`, `--canyu-font`, `--canyu-font-size`,
 * `--canyu-space`, `--canyu-radius`; the `--c-…` names are internal.
 */
export const theme: CSSResult = css`
  /* Nothing of the page's own style sheet reaches in: inherited text properties start anew, only what must follow the page does. */
  :host {
    all: initial;
    visibility: inherit;
    color-scheme: inherit;
    --c-text: var(--canyu-color-text, #1b1b1f);
    --c-soft: #5a5a63;
    --c-surface: var(--canyu-color-surface, #fff);
    --c-accent: var(--canyu-color-accent, #0b6e69);
    --c-on-accent: #fff;
    --c-resident: #143f8f;
    --c-official: #b8500a;
    --c-rule: #d8d8dc;
    --c-control: #75757d;
    --c-notice: #f3f6f5;
    --c-danger: #9b1c1c;
    --c-space: var(--canyu-space, 8px);
    --c-radius: var(--canyu-radius, 4px);
    display: block;
    box-sizing: border-box;
    color: var(--c-text);
    background: var(--c-surface);
    font: 400 var(--canyu-font-size, 20px) / 1.6
      var(--canyu-font, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif);
    text-align: start;
  }
  /* The CJK fonts draw the apostrophes and quotation marks of English a whole character wide. */
  :lang(en) {
    font-family: var(--canyu-font, system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif);
  }
  :host([hidden]) {
    display: none;
  }
  /* Dark only where the page around says that it can be dark (its color-scheme): a light page with a dark form in it is worse
     than either. Browsers without light-dark() stay light. */
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --c-text: var(--canyu-color-text, light-dark(#1b1b1f, #ececf0));
      --c-soft: light-dark(#5a5a63, #b4b4be);
      --c-surface: var(--canyu-color-surface, light-dark(#fff, #17181b));
      --c-accent: var(--canyu-color-accent, light-dark(#0b6e69, #5cc5bd));
      --c-on-accent: light-dark(#fff, #10211f);
      --c-resident: light-dark(#143f8f, #8fb4ff);
      --c-official: light-dark(#b8500a, #ffa25c);
      --c-rule: light-dark(#d8d8dc, #43444b);
      --c-control: light-dark(#75757d, #9a9aa4);
      --c-notice: light-dark(#f3f6f5, #22262a);
      --c-danger: light-dark(#9b1c1c, #ff9c94);
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --c-soft: var(--c-text);
      --c-rule: var(--c-text);
      --c-control: var(--c-text);
    }
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 3px solid var(--c-accent);
    outline-offset: 2px;
  }
`;
