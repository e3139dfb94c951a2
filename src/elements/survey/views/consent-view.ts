import { html, nothing, type TemplateResult } from 'lit';
import type { SurveyApp } from '../survey-app.js';

/** Consent (method.md §6.1–6.2): what happens with the answers, two boxes that are never ticked beforehand, one optional. */
export function consentView(app: SurveyApp): TemplateResult | typeof nothing {
  const { words, consent } = app;
  if (!words || !consent) return nothing;
  const { messages } = words;
  const missing = app.consentMissing;
  return html`<form class="step" novalidate @submit=${app.onAgree}>
    <h2 part="heading" tabindex="-1">${words.consent.title}</h2>
    <p>${consent.lead}</p>
    <ul>
      ${consent.points.map((point) => html`<li>${point}</li>`)}
    </ul>
    ${box('participate', consent.participate, missing)} ${box('process', consent.process, missing)}
    ${app.plan?.linking ? box('link', consent.link, false) : nothing}
    <p class="error" id="missing" role="alert">${missing ? words.consent.missing : nothing}</p>
    <div class="nav">
      <button type="button" class="plain" part="button plain" @click=${app.onWithdraw}>${messages.withdraw}</button>
      <button type="submit" class="main" part="button main">${messages.agree}</button>
    </div>
  </form>`;
}

function box(name: string, label: string, missing: boolean): TemplateResult {
  return html`<label class="option box">
    <input type="checkbox" name=${name} aria-describedby=${missing ? 'missing' : nothing} autocomplete="off" />
    <span>${label}</span>
  </label>`;
}
