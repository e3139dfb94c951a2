import { html, nothing, type TemplateResult } from 'lit';
import type { SurveyApp } from '../survey-app.js';
import { consentView } from './consent-view.js';
import { communityView, frameView, resumeView } from './between-views.js';
import { pageView } from './page-view.js';
import { questionView } from './question-view.js';

/** What the survey shows now. Later steps are drawn by `app.late`, which arrives while the first questions are answered. */
export function surveyView(app: SurveyApp, layout: 'step' | 'page'): TemplateResult {
  const { words } = app;
  return html`${words && app.study?.synthetic ? html`<p class="soft">${words.messages.synthetic}</p>` : nothing}
  ${storeNotice(app)} ${screen(app, layout)}`;
}

function screen(app: SurveyApp, layout: 'step' | 'page'): TemplateResult {
  const { words, state, late } = app;
  const loading = html`<p role="status">${words?.messages.loading ?? nothing}</p>`;
  switch (app.phase) {
    case 'loading':
      return loading;
    case 'resume':
      return resumeView(app);
    case 'session':
      if (!state || !words) return loading;
      if (state.at === 'consent') return consentView(app);
      if (state.at === 'community') return communityView(app);
      if (state.at === 'frame') return frameView(app);
      if (app.needsLate(state.at)) return late ? late.views.step(state.at) : loading;
      return layout === 'page' && !state.changing ? pageView(app) : questionView(app);
    default:
      return late ? late.views.phase(app.phase) : loading;
  }
}

/** A write failed: the answers are still here, and there is a way on. */
function storeNotice(app: SurveyApp): TemplateResult | typeof nothing {
  if (!app.storeTrouble || !app.words || app.phase === 'failed' || app.phase === 'trouble') return nothing;
  const { messages } = app.words;
  const trouble = app.late?.messages.trouble[app.storeTrouble];
  return html`<div class="notice alarm" role="alert">
    <p>${trouble ? html`<strong>${trouble.title}</strong><br />${trouble.text}` : messages.notSaved}</p>
    ${
      app.state?.consent
        ? html`<button type="button" class="plain" part="button" @click=${app.onRetrySave}>${messages.retry}</button>`
        : nothing
    }
  </div>`;
}
