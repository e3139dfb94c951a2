import { html, nothing, type TemplateResult } from 'lit';
import type { ResultsMessages } from '../../i18n/results/types.js';
import type { ResultsTrouble } from './results-source.js';

/** How many problems of a file are listed; the first ones tell the story. */
const LISTED = 5;

/** What is wrong, where, and what to do: in words, with the code for whoever is asked for help. */
export function troubleView(
  messages: ResultsMessages,
  { code, detail, problems }: Omit<ResultsTrouble, 'status'>,
): TemplateResult {
  const { title, text } = messages.trouble[code];
  return html`
    <div class="message trouble" part="message" role="alert">
      <strong>${title}</strong>
      ${text}
      ${
        problems?.length
          ? html`<ul aria-label=${messages.problemsTitle}>
              ${problems
                .slice(0, LISTED)
                .map(({ path, message }) => html`<li lang="en"><code>${path || '/'}</code> ${message}</li>`)}
            </ul>`
          : nothing
      }
      <div class="small">${messages.code(code)}${detail ? html` · <span lang="en">${detail}</span>` : nothing}</div>
    </div>
  `;
}
