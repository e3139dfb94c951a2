import { html, nothing, type TemplateResult } from 'lit';
import { countCharacters, limitText, openTextLimit } from '../../../core/response/characters.js';
import { maskOpenText } from '../../../core/response/mask.js';
import type { LateSurveyMessages } from '../../../i18n/survey/types.js';
import type { SurveyApp } from '../survey-app.js';
import { navView, progressView } from '../views/parts.js';
import { promptOf } from '../views/question-view.js';

/** An open question. What could identify somebody is masked before it is stored (method.md §6.3). */
export function openTextView(app: SurveyApp, messages: LateSurveyMessages): TemplateResult | typeof nothing {
  const { item, state, words } = app;
  if (!item || !state || !words) return nothing;
  const answer = state.answers[item.id];
  const text = typeof answer === 'string' ? answer : '';
  const { masked, warnings } = maskOpenText(text);
  const onChange = (event: Event): void => {
    const typed = limitText((event.currentTarget as HTMLTextAreaElement).value.trim());
    app.dispatch({ type: 'answer', item: item.id, value: typed ? maskOpenText(typed).text : undefined });
  };
  const onInput = (event: Event): void => {
    const area = event.currentTarget as HTMLTextAreaElement;
    if (countCharacters(area.value) > openTextLimit) area.value = limitText(area.value);
    const counter = area.form?.querySelector('#left');
    if (counter) counter.textContent = messages.open.left(openTextLimit - countCharacters(area.value));
  };
  return html`${progressView(app)}
    <form class="step" @submit=${app.onNext}>
      <h2 part="heading" tabindex="-1" id="question">${promptOf(app, item)}</h2>
      <p class="soft" id="optional">${messages.open.optional}</p>
      <textarea
        part="field"
        name=${item.id}
        aria-labelledby="question"
        aria-describedby="optional left"
        autocomplete="off"
        spellcheck="false"
        .value=${text}
        @input=${onInput}
        @change=${onChange}
      ></textarea>
      <p class="soft" id="left" .textContent=${messages.open.left(openTextLimit - countCharacters(text))}></p>
      ${navView(app, text ? words.messages.next : words.messages.skip, text !== '')}
      <div role="status">
        ${masked > 0 || text.includes('■') ? html`<p class="notice">${messages.open.masked}</p>` : nothing}
        ${warnings.map((warning) => html`<p class="notice">${messages.open.warnings[warning]}</p>`)}
      </div>
    </form>`;
}
