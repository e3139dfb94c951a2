import { html, nothing, type TemplateResult } from 'lit';
import type { SurveyApp } from '../survey-app.js';
import { navView } from '../views/parts.js';
import { itemView } from '../views/question-view.js';

/** `layout="page"`: all choice questions of this part of the form under each other. */
export function pageView(app: SurveyApp): TemplateResult | typeof nothing {
  const { words, plan, state } = app;
  if (!words || !plan || !state) return nothing;
  const { closed, background } = plan.form;
  const part = closed.includes(state.at) ? closed : background;
  const onNextPart = (event: Event): void => {
    event.preventDefault();
    part.forEach((_, i) => app.dispatch({ type: 'next' }, i === part.length - 1));
  };
  return html`<form class="step" @submit=${onNextPart}>
    ${part.map((id) => {
      const item = words.items.get(id);
      return item ? itemView(app, item) : nothing;
    })}
    ${navView(app, words.messages.next, true)}
  </form>`;
}
