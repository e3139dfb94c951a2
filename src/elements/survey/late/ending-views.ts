import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '../../../core/text.js';
import type { LateSurveyMessages, TroubleCode } from '../../../i18n/survey/types.js';
import type { SurveyApp } from '../survey-app.js';
import { longDate } from '../consent-text.js';
import type { Ending } from './ending.js';

/** Saved, thanks, and what happens next. */
export function thanksView(app: SurveyApp, ending: Ending, messages: LateSurveyMessages): TemplateResult {
  const { thanks } = messages;
  const locale = app.words?.locale ?? 'zh-Hans';
  const resultsOn = textIn(app.study?.consent?.resultsOn, locale) || app.words?.consent.unnamed.resultsOn || '';
  return html`<div class="step">
    <h2 part="heading" tabindex="-1">${thanks.title}</h2>
    <p class=${ending.handedOver ? 'notice' : 'saved'} role="status">
      ${ending.handedOver ? thanks.downloaded : thanks.saved}
    </p>
    <p>${thanks.text(app.group)}</p>
    <ul>
      ${thanks.next(app.group, longDate(resultsOn, locale), ending.hasLaterWave, ending.codeGiven).map((line) => html`<li>${line}</li>`)}
    </ul>
    <div class="nav">
      <button type="button" part="button" @click=${app.onAgain}>${thanks.again}</button>
    </div>
  </div>`;
}

/** The response is not stored: nothing is lost, and there are two ways on. */
export function failedView(app: SurveyApp, ending: Ending, messages: LateSurveyMessages): TemplateResult {
  const { failed, trouble } = messages;
  const why = trouble[app.storeTrouble ?? 'unknown'];
  const offered = ending.downloaded !== undefined && ending.downloaded === ending.response?.id;
  return html`<div class="step">
    <h2 part="heading" tabindex="-1">${failed.title}</h2>
    <p>${failed.text}</p>
    <p class="notice alarm" role="alert"><strong>${why.title}</strong><br />${why.text}</p>
    <div class="nav">
      <button type="button" part="button" @click=${ending.onDownload}>${failed.download}</button>
      <button type="button" class="main" part="button" @click=${ending.onSubmit}>${failed.retry}</button>
    </div>
    ${
      offered
        ? html`<details>
              <summary>${failed.noFile}</summary>
              <p>${failed.copy}</p>
              <textarea
                readonly
                rows="6"
                aria-label=${failed.copy}
                .value=${ending.fileText}
                @focus=${selectAll}
              ></textarea>
            </details>
            <div class="nav">
              <button type="button" part="button" @click=${ending.onHandedOver}>${failed.handedOver}</button>
            </div>`
        : nothing
    }
  </div>`;
}

function selectAll(event: Event): void {
  (event.currentTarget as HTMLTextAreaElement).select();
}

/** A write failed: the answers are still on screen, and can be saved again. */
export function storeNotice(app: SurveyApp, code: TroubleCode, messages: LateSurveyMessages): TemplateResult {
  const { title, text } = messages.trouble[code];
  return html`<p><strong>${title}</strong><br />${text}</p>
    ${
      app.state?.consent
        ? html`<button type="button" class="plain" part="button" @click=${app.onRetrySave}>${messages.retry}</button>`
        : nothing
    }`;
}

/** The survey cannot start: what is wrong and what to do, for the visitor; where it is wrong, for the page's editor. */
export function troubleView(app: SurveyApp, messages: LateSurveyMessages): TemplateResult {
  const { trouble } = app;
  const code = trouble?.code ?? 'unknown';
  const onReopen = (): void => void app.open(app.words?.locale ?? 'zh-Hans');
  const { title, text } = messages.trouble[code];
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
                    ${problems.slice(0, 20).map(({ path, message }) => html`<li><code>${path || '/'}</code> ${message}</li>`)}
                  </ul>`
                : nothing
            }
          </details>`
        : nothing
    }
    ${
      temporary
        ? html`<div class="nav">
            <button type="button" class="main" part="button" @click=${onReopen}>${messages.retry}</button>
          </div>`
        : nothing
    }
  </div>`;
}
