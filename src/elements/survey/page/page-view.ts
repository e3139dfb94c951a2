import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { stepsOf } from '../../../core/session/session.js';
import type { SurveyApp } from '../survey-app.js';
import { navView } from '../views/parts.js';
import { itemView } from '../views/question-view.js';
import { backgroundPages } from './background-pages.js';
import { noteText } from './note-view.js';

/** `layout="page"`: all choice questions of this part of the form under each other. */
export function pageView(app: SurveyApp): TemplateResult | typeof nothing {
  const { words, plan, state } = app;
  if (!words || !plan || !state) return nothing;
  const { closed, background } = plan.form;
  const asked = new Set(stepsOf(plan, state));
  const page = [closed, ...backgroundPages(background)].find((each) => each.includes(state.at)) ?? [];
  const part = aroundWithoutText(
    page.filter((id) => asked.has(id)),
    state.at,
    (id) => words.items.get(id)?.kind === 'text',
  );
  const onNextPart = (event: Event): void => {
    event.preventDefault();
    // Coming back from a later part one is at the last question of this one.
    part.slice(part.indexOf(state.at)).forEach((_, i, left) => app.dispatch({ type: 'next' }, i === left.length - 1));
  };
  return html`<form class="step" @submit=${onNextPart}>
    ${part.map((id) => {
      const item = words.items.get(id);
      if (!item) return nothing;
      if (item.kind === 'note') return noteText(app, item);
      // One answer changes one of a hundred rows.
      return guard([item, words, app.study, state.answers[id]], () => itemView(app, item));
    })}
    ${navView(app, words.messages.next, true)}
  </form>`;
}

/** The questions around `at` up to the open ones before and after it: those have a screen of their own. */
function aroundWithoutText(ids: readonly string[], at: string, isText: (id: string) => boolean): readonly string[] {
  const here = ids.indexOf(at);
  const first = ids.slice(0, here).map(isText).lastIndexOf(true) + 1;
  const next = ids.slice(here).findIndex(isText);
  return ids.slice(first, next < 0 ? ids.length : here + next);
}
