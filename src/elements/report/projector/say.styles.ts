import { css, type CSSResult } from 'lit';

/** Pages of words: the first, sentences, questions, suggestions, next steps, the last. */
export const sayStyles: CSSResult = css`
  /* First page, and the page without results */
  .opening {
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 0.6em;
    max-inline-size: 40em;
  }
  .opening h2,
  .opening h2:lang(en) {
    font-size: 1.8em;
    line-height: 1.25;
  }
  .kicker {
    color: var(--c-accent);
    font-weight: 650;
  }
  .plain {
    list-style: none;
  }
  .opening [role='status']:empty {
    display: none;
  }
  .start {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
  }
  .file {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: max(48px, 1.9em);
    padding-inline: 0.8em;
    border: 2px solid var(--c-accent);
    border-radius: var(--c-radius);
    color: var(--c-accent);
    cursor: pointer;
  }
  .file:focus-within {
    outline: 3px solid var(--c-accent);
    outline-offset: 3px;
  }
  .file input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    cursor: pointer;
    font: inherit;
  }

  /* Sentences */
  .sentences {
    flex: 1;
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 1em;
  }
  .say {
    font-size: 1.35em;
    line-height: 1.45;
    max-inline-size: 32em;
  }
  .say:lang(en) {
    font-size: 1.2em;
  }
  .say.resident,
  .say.official {
    border-inline-start: 0.25em solid var(--side);
    padding-inline-start: 0.7em;
  }

  /* Why */
  .how {
    font-weight: 650;
  }
  .asks {
    flex: 1;
    display: grid;
    align-content: space-evenly;
    gap: 0.6em;
    padding-inline-start: 1.4em;
  }
  .asks strong {
    display: block;
    font-size: 1.15em;
    font-weight: 650;
    line-height: 1.3;
  }
  .asks strong:lang(en) {
    font-size: 1.05em;
  }
  .asks .soft {
    display: block;
  }

  /* Suggestions that were not taken up */
  .suggestion {
    flex: 1;
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 0.8em;
    max-inline-size: 36em;
    overflow-wrap: anywhere;
    font-size: 1.25em;
  }
  .suggestion blockquote {
    font-size: 1.5em;
    line-height: 1.4;
    font-weight: 650;
  }
  .suggestion .soft {
    font-size: 0.85em;
  }
  .suggestion.long {
    font-size: 1.1em;
  }
  .suggestion.long blockquote {
    font-size: 1.25em;
  }
  .suggestion.very-long {
    font-size: 1em;
    justify-content: flex-start;
    gap: 0.4em;
  }
  .suggestion.very-long blockquote {
    font-size: 1em;
  }
  .suggestion.very-long .soft {
    font-size: 1em;
  }

  /* Next steps */
  .agreed {
    flex: 1;
    display: grid;
    align-content: space-evenly;
    gap: 0.5em;
    padding-inline-start: 1.4em;
  }
  .agreed li::marker {
    font-weight: 650;
  }
  .agreed li {
    padding-inline-start: 0.3em;
  }
  .agreed li > label {
    display: inline-block;
    vertical-align: bottom;
    padding-inline-end: 0.6em;
    box-sizing: border-box;
  }
  .agreed label span {
    display: block;
    color: var(--c-soft);
  }
  .agreed .what {
    inline-size: 52%;
  }
  .agreed .who {
    inline-size: 22%;
  }
  .agreed .due {
    inline-size: 26%;
  }
  .save {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3em 1em;
  }

  /* End */
  .limits {
    flex: 1;
    display: grid;
    align-content: space-evenly;
    padding-inline-start: 1.1em;
    font-size: 1.2em;
  }
  .thanks {
    font-weight: 650;
    font-size: 1.2em;
  }
  .fine {
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
`;
