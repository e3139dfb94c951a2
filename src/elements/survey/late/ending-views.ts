import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '../../../core/text.js';
import type { LateSurveyMessages, TroubleCode } from '../../../i18n/survey/types.js';
import { storeWords } from '../store-words.js';
import type { SurveyApp } from '../survey-app.js';
import { longDate } from '../consent-text.js';
import type { Receiver } from '../handover/handover-view.js';
import { Ending } from './ending.js';

/** Saved, thanks, and what happens next. */
export function thanksView(app: SurveyApp, ending: Ending, messages: LateSurveyMessages): TemplateResult {
  const { thanks } = messages;
  const locale = app.words?.locale ?? 'zh-Hans';
  const { waysOut, handedOver, clipboard } = ending;
  const taken = handedOver && (waysOut?.messages.thanks[handedOver] ?? thanks.downloaded);
  const resultsOn = textIn(app.study?.consent?.resultsOn, locale) || app.words?.consent.unnamed.resultsOn || '';
  const next = thanks.next(app.group, longDate(resultsOn, locale), ending.hasLaterWave, ending.codeGiven);
  // The last line says that nothing is left here; that is not so while the answers are in the clipboard.
  const lines = clipboard?.state === 'full' ? next.slice(0, -1) : next;
  return html`<div class="step">
    <h2 part="heading" tabindex="-1">${thanks.title}</h2>
    <p class=${taken ? 'notice' : 'saved'} role="status">${taken ?? thanks.saved}</p>
    ${clipboard && waysOut ? clipboard.view(waysOut.messages) : nothing} ${sealedView(app, ending)}
    <p>${thanks.text(app.group)}</p>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
    <div class="nav">
      <button type="button" part="button" @click=${app.onAgain}>${thanks.again}</button>
    </div>
  </div>`;
}

/** Who can read the sheet, and the receipt by which its owner finds it in a list; a kiosk shows receipts in its own way. */
function sealedView({ words, host }: SurveyApp, { receipt }: Ending): TemplateResult | typeof nothing {
  const seal = words?.seal;
  if (!seal) return nothing;
  return html`<p>${seal.sealed}</p>
    ${
      receipt && host.device !== 'kiosk'
        ? html`<p class="notice"><strong>${seal.receipt(receipt)}</strong><br />${seal.receiptUse}</p>`
        : nothing
    }`;
}

/** The response is not stored: nothing is lost, and there are ways on. */
export function failedView(app: SurveyApp, ending: Ending, messages: LateSurveyMessages): TemplateResult {
  const { failed } = messages;
  const why = storeWords(app, app.storeTrouble ?? 'unknown', messages);
  void ending.prepare();
  const { handover, waysOut } = ending;
  return html`<div class="step">
    <h2 part="heading" tabindex="-1">${failed.title}</h2>
    <p>${failed.text}</p>
    <p class="notice alarm" role="alert"><strong>${why.title}</strong><br />${why.text}</p>
    <div class="nav">
      ${handover ? nothing : html`<button type="button" part="button" @click=${ending.onDownload}>${failed.download}</button>`}
      <button type="button" class="main" part="button main" @click=${ending.onSubmit}>${failed.retry}</button>
    </div>
    ${
      handover && waysOut
        ? waysOut.part.handoverView(handover, receiverOf(app), waysOut.messages, ending.onHandedOver)
        : plainView(ending, failed)
    }
  </div>`;
}

/** What there is when the ways out did not load. */
function plainView(ending: Ending, failed: LateSurveyMessages['failed']): TemplateResult | typeof nothing {
  if (ending.downloaded === undefined || ending.downloaded !== ending.response?.id) return nothing;
  return html`<details>
      <summary>${failed.noFile}</summary>
      <p>${failed.copy}</p>
      <textarea readonly rows="6" aria-label=${failed.copy} .value=${ending.fileText} @focus=${selectAll}></textarea>
    </details>
    <div class="nav">
      <button type="button" part="button" @click=${ending.onHandedOver}>${failed.handedOver}</button>
    </div>`;
}

/** Whom a sheet is handed to. */
function receiverOf({ study, words, group }: SurveyApp): Receiver {
  const locale = words?.locale ?? 'zh-Hans';
  const { organisation, contact } = study?.consent ?? {};
  return { group, organisation: textIn(organisation, locale), contact: textIn(contact, locale) };
}

function selectAll(event: Event): void {
  (event.currentTarget as HTMLTextAreaElement).select();
}

/** A write failed: the answers are still on screen, and can be saved again. */
export function storeNotice(app: SurveyApp, code: TroubleCode, messages: LateSurveyMessages): TemplateResult {
  const { title, text } = messages.trouble[code];
  const ending = Ending.of(app);
  // The ways out come now, while there is a network.
  void ending.prepare();
  const { waysOut } = ending;
  const elsewhere = code === 'unavailable' && waysOut?.inApp ? waysOut.messages.inAppBefore(waysOut.inApp) : undefined;
  return html`<p><strong>${title}</strong><br />${text}</p>
    ${elsewhere ? html`<p>${elsewhere}</p>` : nothing}
    ${
      app.state?.consent
        ? html`<button type="button" class="plain" part="button plain" @click=${app.onRetrySave}>
            ${messages.retry}
          </button>`
        : nothing
    }`;
}

/** The survey cannot start: what is wrong and what to do, for the visitor; where it is wrong, for the page's editor. */
export function troubleView(app: SurveyApp, messages: LateSurveyMessages): TemplateResult {
  const { trouble } = app;
  const code = trouble?.code ?? 'unknown';
  const onReopen = (): void => void app.open(app.words?.locale ?? 'zh-Hans');
  const { title, text } = trouble?.words ?? messages.trouble[code as TroubleCode];
  const problems = trouble?.problems ?? [];
  const temporary = code === 'load-failed' || code === 'study-not-found';
  return html`<div class="step">
    <h2 part="heading" tabindex="-1">${title}</h2>
    <p class="notice alarm" role="alert">${text}</p>
    ${
      trouble?.detail || problems.length
        ? html`<details>
            <summary>${messages.troubleDetail}</summary>
            <p><code>${code}${trouble?.detail ? `: ${trouble.detail}` : ''}</code></p>
            ${
              problems.length
                ? html`<ul>
                    ${problems.slice(0, 20).map(({ path, message }) => html`<li lang="en"><code>${path || '/'}</code> ${message}</li>`)}
                  </ul>`
                : nothing
            }
          </details>`
        : nothing
    }
    ${
      temporary
        ? html`<div class="nav">
            <button type="button" class="main" part="button main" @click=${onReopen}>${messages.reopen}</button>
          </div>`
        : nothing
    }
    ${
      trouble?.closed
        ? html`<button type="button" class="plain" part="button plain" @click=${app.onWithdraw}>
            ${app.words?.messages.withdraw}
          </button>`
        : nothing
    }
  </div>`;
}
