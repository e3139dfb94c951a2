import { html, nothing, type TemplateResult } from 'lit';
import { unknownElement, zodiacPictures, type LinkTexts } from '../../../core/link/code.js';
import type { LateSurveyMessages } from '../../../i18n/survey/types.js';
import { optionView, type OptionRow } from '../views/parts.js';
import type { CodeFlow } from './code-flow.js';

/** One of the six small questions; the first one also says in one sentence what they are for. */
export function codeView(flow: CodeFlow, texts: LinkTexts, messages: LateSurveyMessages): TemplateResult {
  const { code } = messages;
  const { element, index, total } = flow;
  const back = flow.app.words?.messages.leave;
  return html`<form class="step" @submit=${flow.onForward} autocomplete="off">
    <p class="soft">${code.position(index + 1, total)}</p>
    ${index === 0 ? html`<p class="notice">${texts.why}</p>` : nothing}
    <fieldset>
      <legend><h2 part="heading" tabindex="-1">${texts.prompts[element.id]}</h2></legend>
      ${element.values ? choices(flow, texts) : familyName(flow, messages)}
      <div class="apart" @change=${flow.onPick}>
        ${optionView({
          name: element.id,
          value: unknownElement,
          label: texts.unknown,
          chosen: flow.answer(element.id) === unknownElement,
        })}
      </div>
    </fieldset>
    <p class="notice" role="status" ?hidden=${!flow.outcome && !flow.busy}>
      ${
        flow.busy
          ? code.scrambling
          : flow.outcome === 'no-crypto'
            ? code.noCrypto
            : flow.outcome === 'too-many-unknown'
              ? code.noCode
              : nothing
      }
    </p>
    <div class="nav">
      <button type="button" part="button" @click=${flow.onBack}>${back}</button>
      <button type="submit" class="main" part="button main" ?disabled=${flow.busy}>
        ${flow.isLast && !flow.outcome ? code.done : code.next}
      </button>
    </div>
    <div class="nav">
      <button type="button" class="plain" part="button plain" @click=${flow.onSkipAll}>${code.skipAll}</button>
    </div>
  </form>`;
}

function choices(flow: CodeFlow, texts: LinkTexts): TemplateResult {
  const { element } = flow;
  const labels = texts.labels[element.id] ?? [];
  const shape = element.id === 'G3' ? 'days' : element.id === 'G6' ? '' : 'wide';
  return html`<div class="grid ${shape}" @change=${flow.onPick}>
    ${(element.values ?? []).map((value, i) =>
      (element.id === 'G2' ? zodiacView(zodiacPictures[i]) : optionView)({
        name: element.id,
        value,
        label: labels[i] ?? value,
        chosen: flow.answer(element.id) === value,
      }),
    )}
  </div>`;
}

/** A row with its picture before the name. */
const zodiacView =
  (picture: string | undefined) =>
  ({ name, value, label, chosen }: OptionRow): TemplateResult => {
    const look = chosen ? 'option chosen' : 'option';
    return html`<label class=${look} part=${look}>
      <input type="radio" name=${name} value=${value} autocomplete="off" .checked=${chosen} />
      <span class="picture" aria-hidden="true">${picture}</span><span>${label}</span>
    </label>`;
  };

function familyName(flow: CodeFlow, messages: LateSurveyMessages): TemplateResult {
  const answer = flow.answer('G1');
  return html`<p>
    <input
      class="name"
      type="text"
      maxlength="20"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-label=${messages.code.familyNameHint}
      .value=${answer && answer !== unknownElement ? answer : ''}
      @change=${flow.onPick}
      @keydown=${onComposingEnter}
    />
    <span class="soft">${messages.code.familyNameHint}</span>
  </p>`;
}

/** Enter that chooses a character in an input method must not send the form. */
export function onComposingEnter(event: KeyboardEvent): void {
  // Safari ends the composition before the key event: only the old key code still tells there.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
}
