import { html, nothing, type TemplateResult } from 'lit';
import type { ProjectorMessages } from '../../../i18n/projector/types.js';

/** How the deck stands, for its bar of buttons. */
export interface BarState {
  readonly at: number;
  readonly of: number;
  /** The step of the meeting plan that the page belongs to. */
  readonly step: number;
  readonly hasTable: boolean;
  readonly asTable: boolean;
  readonly isFull: boolean;
  readonly canBeFull: boolean;
  /** Told which button was pressed by its `value`. */
  readonly onPress: (event: Event) => void;
}

/** Everything that keys do, as buttons; the five steps of the meeting plan between them. */
export function barView({ bar, steps }: ProjectorMessages, state: BarState): TemplateResult {
  const { at, of, step, hasTable, asTable, isFull, canBeFull, onPress } = state;
  return html`
    <nav class="bar" aria-label=${bar.label}>
      <div class="turn">
        <button value="back" aria-label=${bar.back} aria-disabled=${at === 0 ? 'true' : 'false'} @click=${onPress}>
          ‹
        </button>
        <span class="count">${bar.place(String(at + 1), String(of))}</span>
        <button value="next" aria-label=${bar.next} aria-disabled=${at === of - 1 ? 'true' : 'false'} @click=${onPress}>
          ›
        </button>
      </div>
      <ol class="steps" aria-label=${bar.steps}>
        ${steps.map(
          (name, index) =>
            html`<li>
              <button
                value="step-${index + 1}"
                aria-current=${step === index + 1 ? 'step' : 'false'}
                aria-label="${index + 1} ${name}"
                @click=${onPress}
              >
                <span class="digit">${index + 1}</span> <span class="name">${name}</span>
              </button>
            </li>`,
        )}
      </ol>
      <div class="tools">
        ${hasTable ? html`<button value="table" @click=${onPress}>${asTable ? bar.picture : bar.table}</button>` : nothing}
        ${canBeFull ? html`<button class="wide" value="full" @click=${onPress}>${isFull ? bar.small : bar.full}</button>` : nothing}
        <button class="wide" value="black" @click=${onPress}>${bar.black}</button>
        <button value="help" @click=${onPress}>${bar.help}</button>
      </div>
    </nav>
  `;
}

/** The list of keys, over the page. */
export function helpView({ help }: ProjectorMessages): TemplateResult {
  return html`
    <dialog aria-labelledby="help-title">
      <h2 id="help-title">${help.title}</h2>
      <dl>
        ${help.keys.map(
          ([keys, does]) =>
            html`<div>
              <dt>${keys}</dt>
              <dd>${does}</dd>
            </div>`,
        )}
      </dl>
      <form method="dialog"><button class="strong" autofocus>${help.close}</button></form>
    </dialog>
  `;
}
