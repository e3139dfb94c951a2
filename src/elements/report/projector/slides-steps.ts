import { html, nothing, type TemplateResult } from 'lit';
import { isBegun, missingParts, type StepPart } from '../../../core/meeting/commitments.js';
import type { Wall } from './wall.js';

const PARTS: readonly StepPart[] = ['what', 'who', 'due'];

/** The next steps, typed in while everybody looks on (method.md §5, meeting plan 5). */
export function stepsSlide({ words, said, talk, on }: Wall): TemplateResult {
  const own = words.commitments;
  const missing = talk.steps.flatMap((step, at) => {
    const parts = missingParts(step).map((part) => own[part]);
    return parts.length > 0 ? [own.missing(String(at + 1), parts.join(words.comma))] : [];
  });
  const status = talk.saved
    ? own.saved(talk.saved.file, String(talk.saved.count))
    : !talk.asked
      ? ''
      : talk.steps.some(isBegun)
        ? missing.join(' ')
        : own.nothing;
  return html`
    <p>${own.lead}${said.ledger.commitments ? html` <span class="soft">${said.ledger.commitments}</span>` : nothing}</p>
    <ol class="agreed">
      ${talk.steps.map(
        (step, at) =>
          html`<li>
            ${PARTS.map(
              (part) =>
                html`<label class=${part}>
                  <span aria-hidden="true">${own[part]}</span>
                  <input
                    type=${part === 'due' ? 'date' : 'text'}
                    name="${part}-${at}"
                    data-at=${at}
                    data-part=${part}
                    maxlength="4000"
                    autocomplete="off"
                    aria-label=${own.row(String(at + 1), own[part])}
                    .value=${step[part]}
                    @input=${on.onStep}
                  />
                </label>`,
            )}
          </li>`,
      )}
    </ol>
    <div class="save">
      <button class="strong" @click=${on.onSave}>${own.save}</button>
      <p role="status">${status}</p>
    </div>
  `;
}
