import { html, nothing, type TemplateResult } from 'lit';
import type { SurveyApp } from '../survey-app.js';
import { consentView } from './consent-view.js';
import { frameView } from './frame-view.js';
import { questionView } from './question-view.js';

/** What the survey shows now. Later steps are drawn by `app.late`, which arrives while the first questions are answered. */
export function screenView(app: SurveyApp): TemplateResult {
  const { words } = app;
  return html`${words && app.study?.synthetic ? html`<p class="soft">${words.messages.synthetic}</p>` : nothing}
  ${screen(app)} ${storeNotice(app)}`;
}

/** Larger text, reading aloud and the like: one button, until somebody wants them. */
export function toolsView({ tools, words, onTools }: SurveyApp): TemplateResult | typeof nothing {
  if (tools) return tools.view();
  return words
    ? html`<button type="button" class="plain tools" part="button plain" @click=${onTools}>
        ${words.messages.tools}
      </button>`
    : nothing;
}

function screen(app: SurveyApp): TemplateResult | typeof nothing {
  const { words, state, late } = app;
  const loading = html`<p role="status">${words?.messages.loading ?? nothing}</p>`;
  switch (app.phase) {
    case 'loading':
      return loading;
    case 'session':
      if (!state || !words) return loading;
      if (state.at === 'consent') return consentView(app);
      if (state.at === 'frame') return frameView(app);
      if (app.needsLate(state.at)) return late ? late.views.step(state.at) : loading;
      return app.pageView && !state.changing ? app.pageView(app) : questionView(app);
    default:
      return late ? late.views.phase(app.phase) : loading;
  }
}

/** Below the screen, so that nothing moves under a finger. A write failed: what to do about it, or, until those words have arrived, that nothing is lost. */
function storeNotice({ storeTrouble, words, phase, late }: SurveyApp): TemplateResult | typeof nothing {
  if (!storeTrouble || !words || phase === 'failed' || phase === 'trouble') return nothing;
  return html`<div class="notice alarm" role="alert">
    ${late ? late.views.notice(storeTrouble) : html`<p>${words.messages.notSaved}</p>`}
  </div>`;
}
