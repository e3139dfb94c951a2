import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '../../../core/text.js';
import type { KioskMessages } from '../../../i18n/kiosk/types.js';
import { longDate } from '../../survey/consent-text.js';
import { kioskClock } from '../clock.js';
import type { KioskApp } from '../kiosk-app.js';

/** Saved, thanks, what happens next, and the receipt. */
export function thanksView(app: KioskApp, messages: KioskMessages): TemplateResult {
  const { state, rules } = app;
  const { thanks } = messages;
  const words = app.thanks?.thanks;
  const { outcome, group } = state;
  const left = Math.max(0, Math.ceil(rules.thanks - (kioskClock().now() - state.touched) / 1000));
  const onDone = (): void => app.dispatch({ type: 'done' });
  return html`<section class="screen thanks">
    <div class="middle">
      <h2 part="heading" tabindex="-1">${words?.title}</h2>
      <p class=${outcome?.stored ? 'saved' : 'notice'} role="status">
        ${outcome?.stored ? words?.saved : thanks.taken}
      </p>
      ${receiptView(outcome?.receipt, messages)} ${words && group ? html`<p>${words.text(group)}</p>` : nothing}
      <ul>
        ${nextLines(app, messages).map((line) => html`<li>${line}</li>`)}
      </ul>
      <div class="nav"><button type="button" class="main" part="button" @click=${onDone}>${thanks.done}</button></div>
      <p class="back">${thanks.back(left)}</p>
    </div>
  </section>`;
}

function receiptView(receipt: string | undefined, { thanks }: KioskMessages): TemplateResult | typeof nothing {
  if (!receipt) return nothing;
  return html`<div class="receipt">
    <p>${thanks.receipt}</p>
    <p class="number" translate="no">${receipt}</p>
    <p>${thanks.receiptUse}</p>
  </div>`;
}

/** What the survey itself tells at its end, by how this study links. */
function nextLines(app: KioskApp, { locale }: KioskMessages): readonly string[] {
  const { study, wave, state } = app;
  const { group, outcome } = state;
  const words = app.thanks?.thanks;
  const resultsOn = textIn(study?.consent?.resultsOn, locale);
  if (!study || !group || !words || !resultsOn) return [];
  const isLast = study.waves.at(-1)?.id === wave?.id;
  return words.next(group, longDate(resultsOn, locale), !isLast, outcome?.code ?? false, study.linking);
}
