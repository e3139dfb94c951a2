import { html, nothing, type TemplateResult } from 'lit';
import { textIn, type Locale } from '../../../core/text.js';
import { loadMessages } from '../../../i18n/locale.js';
import { receiptCatalogues, type ReceiptMessages } from '../../../i18n/survey/late.receipt.js';
import type { LateSurveyMessages } from '../../../i18n/survey/types.js';
import type { SurveyApp } from '../survey-app.js';
import { onComposingEnter } from './code-view.js';
import { ReceiptFlow } from './receipt-flow.js';
import { contactView } from './withdraw.js';

/** The way to a withdrawal in a sealed study. */
export interface ReceiptWay {
  view(): TemplateResult;
  /** Forgets what a person filled in. */
  forget(): void;
}

interface Words {
  readonly own: ReceiptMessages;
  readonly late: LateSurveyMessages;
  readonly locale: Locale;
}

/** Loads the words of the way by the receipt. */
export async function createReceiptWay(app: SurveyApp, late: LateSurveyMessages, locale: Locale): Promise<ReceiptWay> {
  const words = { own: await loadMessages(receiptCatalogues, locale), late, locale };
  const flow = ReceiptFlow.of(app);
  return {
    view() {
      flow.serve();
      return flow.removed ? removedView(flow, words) : flow.found ? foundView(flow, words) : askView(flow, words);
    },
    forget: () => flow.clear(),
  };
}

/** The receipt, as it is copied from a slip of paper or read out. */
function askView(flow: ReceiptFlow, { own, late }: Words): TemplateResult {
  const { app, busy } = flow;
  const said = saidOf(flow, { own, late });
  return html`<form class="step" novalidate autocomplete="off" @submit=${flow.onFind}>
    <h2 part="heading" tabindex="-1">${late.withdraw.title}</h2>
    <p>${own.text}</p>
    <p>
      <label for="receipt"><strong>${own.label}</strong></label>
      <input
        id="receipt"
        type="text"
        maxlength="100"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        enterkeyhint="search"
        translate="no"
        aria-describedby="receipt-hint receipt-said"
        aria-invalid=${typeof flow.said === 'object' ? 'true' : nothing}
        .value=${flow.written}
        @input=${flow.onWrite}
        @keydown=${onComposingEnter}
      />
      <span id="receipt-hint" class="soft">${own.hint}</span>
    </p>
    <p id="receipt-said" class="notice" role="status" ?hidden=${!said && !busy}>
      ${busy ? own.searching : (said ?? nothing)}
    </p>
    <p>${own.lost}</p>
    ${contactView(app, late)}
    <div class="nav">
      <button type="button" part="button" @click=${flow.onLeave}>${late.withdraw.cancel}</button>
      <button type="submit" class="main" part="button main" ?disabled=${busy}>${own.find}</button>
    </div>
  </form>`;
}

/** What was found, never what it says, and the question whether to delete it. */
function foundView(flow: ReceiptFlow, { own, late, locale }: Words): TemplateResult {
  const { app, found, busy } = flow;
  const { study } = app;
  const wave = study?.waves.find(({ id }) => id === found?.wave);
  const said = saidOf(flow, { own, late });
  return html`<div class="step">
    <h2 part="heading" tabindex="-1">${own.foundTitle}</h2>
    <p>${own.found}</p>
    <ul>
      <li>${own.receipt(found?.receipt ?? '')}</li>
      <li>${own.study(textIn(study?.title, locale) || (study?.id ?? ''))}</li>
      ${wave ? html`<li>${own.wave(textIn(wave.label, locale) || wave.id)}</li>` : nothing}
    </ul>
    <p><strong>${own.sure}</strong></p>
    <p class="notice" role="status" ?hidden=${!said && !busy}>${busy ? own.removing : (said ?? nothing)}</p>
    <div class="nav">
      <button type="button" part="button" @click=${flow.onLeave}>${own.keep}</button>
      <button type="button" class="main" part="button main" ?disabled=${busy} @click=${flow.onRemove}>
        ${own.remove}
      </button>
    </div>
  </div>`;
}

/** It is gone from here, and what that does not cover. */
function removedView(flow: ReceiptFlow, { own, late }: Words): TemplateResult {
  const { app } = flow;
  return html`<div class="step">
    <h2 part="heading" tabindex="-1">${late.withdraw.title}</h2>
    <p class="notice" role="status">${own.removed}</p>
    <p>${own.copies}</p>
    ${contactView(app, late)}
    <div class="nav">
      <button type="button" class="main" part="button main" @click=${flow.onLeave}>
        ${app.words?.messages.leave ?? nothing}
      </button>
    </div>
  </div>`;
}

function saidOf({ said }: ReceiptFlow, { own, late }: Pick<Words, 'own' | 'late'>): string | undefined {
  if (said === undefined) return undefined;
  if (typeof said === 'object') return own.incomplete(said.incomplete);
  return said === 'failed' ? late.withdraw.failed : own[said];
}
