/**
 * The least that an element of Lit can be: the screens, words and looks of the hand-written page and nothing else, in one file with its
 * words. No drafts to go on with, no languages, no later parts.
 */
/* global WORDS, STYLE */
import { LitElement, html, nothing, unsafeCSS } from 'lit';
import { handIn, keep } from './keep.js';

const { consent, frame, questions, texts, next, submit, thanks } = WORDS;

class OneSurvey extends LitElement {
  static properties = { at: { state: true } };
  static styles = unsafeCSS(STYLE.replace('body{', ':host{display:block;'));

  constructor() {
    super();
    this.at = 0;
    this.answers = {};
  }

  updated() {
    if (this.at) this.renderRoot.querySelector('h2').focus();
  }

  onChange({ target }) {
    if (target.type === 'checkbox') return;
    this.answers[target.name] = target.value;
    keep(this.answers);
    this.requestUpdate();
  }

  async onSubmit(event) {
    event.preventDefault();
    if (this.at === questions.length + 2) await handIn(this.answers);
    this.at += 1;
  }

  screen() {
    const heading = (text, stem) => html`<h2 tabindex="-1">${stem ? html`<span>${stem}</span>` : nothing}${text}</h2>`;
    const button = (text) => html`<button>${text}</button>`;
    const { at, answers } = this;
    if (at === 0)
      return html`${heading(consent.title)}
        <p>${consent.lead}</p>
        <ul>
          ${consent.points.map((point) => html`<li>${point}</li>`)}
        </ul>
        ${consent.boxes.map(
          ({ name, label, required }) =>
            html`<label class="box"
              ><input type="checkbox" name=${name} ?required=${required} /><span>${label}</span></label
            >`,
        )}
        ${button(consent.submit)}`;
    if (at === 1)
      return html`${heading(frame.title)}${frame.paragraphs.map((text) => html`<p>${text}</p>`)}${button(frame.submit)}`;
    const question = questions[at - 2];
    if (question) {
      const { name, stem, prompt, options, apart } = question;
      const row = ({ value, label }) =>
        html`<label
          ><input type="radio" name=${name} value=${value} .checked=${answers[name] === value} /><span
            >${label}</span
          ></label
        >`;
      return html`<fieldset>
          <legend>${heading(prompt, stem)}</legend>
          ${options.map(row)}
          ${
            apart.options.length
              ? html`<div class="apart">
                  <p class="soft">${apart.label}</p>
                  <div class="row">${apart.options.map(row)}</div>
                </div>`
              : nothing
          }
        </fieldset>
        ${button(next)}`;
    }
    if (at === questions.length + 2)
      return html`${texts.map(
        ({ id, text }) => html`${heading(text)}<textarea name=${id} autocomplete="off"></textarea>`,
      )}${button(submit)}`;
    return heading(thanks);
  }

  render() {
    return html`<main>
      <form autocomplete="off" @change=${this.onChange} @submit=${this.onSubmit}>
        <section>${this.screen()}</section>
      </form>
    </main>`;
  }
}
customElements.define('one-survey', OneSurvey);
