import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../../../core/text.js';
import type { ToolsMessages } from '../../../i18n/tools/types.js';
import type { SurveyApp } from '../survey-app.js';
import type { ReadingTrouble } from './reader.js';
import { sizes, type Settings } from './settings.js';

/** What the view draws and whom it calls. */
export interface ToolsModel {
  readonly app: SurveyApp;
  readonly locale: Locale;
  readonly messages: ToolsMessages;
  readonly settings: Settings;
  readonly isOpen: boolean;
  readonly reading: boolean;
  readonly trouble: ReadingTrouble | undefined;
  /** Whether the sheet is being filled in with a helper. */
  readonly helped: boolean;
  /** Said once to screen readers. */
  readonly said: string;
  readonly onToggle: () => void;
  readonly onClose: () => void;
  readonly onEscape: (event: KeyboardEvent) => void;
  readonly onRead: () => void;
  readonly onSize: (event: Event) => void;
  readonly onSwitch: (event: Event) => void;
}

/** Screens on which there is room for the whole notice to helpers; on the others two sentences stand. */
const ROOMY = ['consent', 'community', 'frame'];

/** One line with the two buttons, the panel below it, and the notice to helpers. */
export function toolsView(model: ToolsModel): TemplateResult | typeof nothing {
  const { app, messages, locale, isOpen, trouble, said } = model;
  if (!app.words) return nothing;
  return html`<div class="aids" role="group" aria-label=${messages.name} lang=${locale} @keydown=${model.onEscape}>
    <div class="bar">
      <button
        type="button"
        class="plain toggle"
        part="button"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-controls="aids"
        @click=${model.onToggle}
      >
        ${app.words.messages.tools}
      </button>
      ${app.phase === 'loading' || app.phase === 'submitting' ? nothing : readButton(model)}
    </div>
    <div class="panel" id="aids" ?hidden=${!isOpen}>${isOpen ? panelView(model) : nothing}</div>
    ${helperView(model)}
    <div role="status">
      ${trouble ? html`<p class="notice">${messages.trouble[trouble]}</p>` : nothing}
      <span class="unseen">${said}</span>
    </div>
  </div>`;
}

function readButton({ app, messages, reading, onRead }: ToolsModel): TemplateResult {
  const question = app.item && app.phase === 'session' && app.host.layout === 'step';
  return html`<button type="button" class="read" part="button" ?data-stop=${reading} @click=${onRead}>
    ${reading ? messages.stopReading : question ? messages.readQuestion : messages.readPage}
  </button>`;
}

function panelView(model: ToolsModel): TemplateResult {
  const { app, messages, settings, helped } = model;
  const filling = app.phase === 'session' && app.state?.mode !== 'paper';
  return html`<p class="label" id="size">${messages.size}</p>
    <div class="steps" role="group" aria-labelledby="size">
      ${sizes.map(
        (size) =>
          html`<button
            type="button"
            part="button"
            value=${size}
            aria-pressed=${settings.size === size ? 'true' : 'false'}
            @click=${model.onSize}
          >
            ${messages.sizes[size]}
          </button>`,
      )}
    </div>
    ${switchView(model, 'reading', messages.readAlways, settings.reading)}
    ${switchView(model, 'contrast', messages.contrast, settings.contrast)}
    ${switchView(model, 'digits', messages.digits, settings.digits, 'digits-hint')}
    <p class="hint" id="digits-hint">${messages.digitsHint}</p>
    ${filling ? switchView(model, 'helped', messages.helped, helped) : nothing}
    <button type="button" class="plain" part="button plain" @click=${model.onClose}>${messages.close}</button>`;
}

function switchView(model: ToolsModel, name: string, label: string, on: boolean, hint?: string): TemplateResult {
  return html`<label class="switch">
    <input
      type="checkbox"
      name=${name}
      autocomplete="off"
      aria-describedby=${hint ?? nothing}
      .checked=${on}
      @change=${model.onSwitch}
    />
    <span>${label}</span>
  </label>`;
}

/** Who may help and who may not (method.md §2.1), as long as the sheet is filled in with a helper. */
function helperView({ app, messages, helped, isOpen }: ToolsModel): TemplateResult | typeof nothing {
  if (!helped || app.phase !== 'session') return nothing;
  const { title, may, mayNot, how, short } = messages.helper(app.group);
  return isOpen || ROOMY.includes(app.state?.at ?? '')
    ? html`<div class="notice helper">
        <p><strong>${title}</strong></p>
        <p>${may}</p>
        <p>${mayNot}</p>
        <p>${how}</p>
      </div>`
    : html`<p class="notice helper">${short}</p>`;
}
