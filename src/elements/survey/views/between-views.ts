import { html, nothing, type TemplateResult } from 'lit';
import { progressOf } from '../../../core/session/session.js';
import { textIn } from '../../../core/text.js';
import type { SurveyApp } from '../survey-app.js';
import { navView, optionView } from './parts.js';

/** Which community, where the page did not say. */
export function communityView(app: SurveyApp): TemplateResult {
  const { words, study, state } = app;
  if (!words || !study || !state) return html``;
  return html`<form class="step" @submit=${app.onNext}>
    <fieldset>
      <legend><h2 part="heading" tabindex="-1">${words.messages.communityTitle}</h2></legend>
      ${study.communities.map(({ id, label }) =>
        optionView({
          name: 'community',
          value: id,
          label: textIn(label, words.locale),
          chosen: state.community === id,
          onChange: app.onCommunity,
        }),
      )}
    </fieldset>
    ${navView(app, state.community ? words.messages.next : words.messages.skip, state.community !== undefined)}
  </form>`;
}

/** Which period to think of, one word explained, and how skipping works. */
export function frameView(app: SurveyApp): TemplateResult {
  const { words, group } = app;
  if (!words) return html``;
  const { instrument, messages, locale } = words;
  const glossary = instrument.glossary?.[group];
  return html`<form class="step" @submit=${app.onNext}>
    <h2 part="heading" tabindex="-1">${messages.frameTitle}</h2>
    <p>${textIn(instrument.frame?.[group], locale)}</p>
    ${glossary ? html`<p>${textIn(glossary, locale)}</p>` : nothing}
    <p>${messages.frameHint(group)}</p>
    ${navView(app, messages.begin, true)}
  </form>`;
}

/** A half-finished sheet was found on this device. */
export function resumeView(app: SurveyApp): TemplateResult {
  const { words, unfinished, plan } = app;
  if (!words || !unfinished || !plan) return html``;
  const { messages } = words;
  const { index, total } = progressOf(plan, unfinished);
  return html`<div class="step">
    <h2 part="heading" tabindex="-1">${messages.resumeTitle}</h2>
    <p>${messages.resumeText(Math.min(index + 1, total), total)}</p>
    <div class="nav">
      <button type="button" part="button" @click=${app.onRestart}>${messages.restart}</button>
      <button type="button" class="main" part="button" @click=${app.onResume}>${messages.resume}</button>
    </div>
  </div>`;
}
