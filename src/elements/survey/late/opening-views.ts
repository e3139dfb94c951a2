import { html, nothing, type TemplateResult } from 'lit';
import { progressOf } from '../../../core/session/session.js';
import { textIn } from '../../../core/text.js';
import type { LateSurveyMessages } from '../../../i18n/survey/types.js';
import type { SurveyApp } from '../survey-app.js';
import type { Ending } from './ending.js';
import { navView, optionView } from '../views/parts.js';

/** Which community, where the page did not say. */
export function communityView(app: SurveyApp, messages: LateSurveyMessages): TemplateResult | typeof nothing {
  const { words, study, state } = app;
  if (!words || !study || !state) return nothing;
  const onChange = (event: Event): void =>
    app.dispatch({ type: 'community', community: (event.target as HTMLInputElement).value });
  return html`<form class="step" @submit=${app.onNext}>
    <fieldset @change=${onChange}>
      <legend><h2 part="heading" tabindex="-1">${messages.communityTitle}</h2></legend>
      ${study.communities.map(({ id, label }) =>
        optionView({
          name: 'community',
          value: id,
          label: textIn(label, words.locale),
          chosen: state.community === id,
        }),
      )}
    </fieldset>
    ${navView(app, state.community ? words.messages.next : words.messages.skip, state.community !== undefined)}
  </form>`;
}

/** A half-finished sheet was found on this device. */
export function resumeView(
  app: SurveyApp,
  ending: Ending,
  messages: LateSurveyMessages,
): TemplateResult | typeof nothing {
  const { words, unfinished, plan } = app;
  if (!words || !unfinished || !plan) return nothing;
  const { index, total } = progressOf(plan, unfinished);
  return html`<div class="step">
    <h2 part="heading" tabindex="-1">${messages.resumeTitle}</h2>
    <p>${messages.resumeText(Math.min(index + 1, total), total)}</p>
    <div class="nav">
      <button type="button" part="button" @click=${app.onAgain}>${messages.restart}</button>
      <button type="button" class="main" part="button main" @click=${ending.onResume}>${messages.resume}</button>
    </div>
  </div>`;
}
