import { html, nothing, type TemplateResult } from 'lit';
import type { DeskWords } from '../desk-view.js';
import type { DeskModel } from '../desk-model.js';

/**
 * What stands in a room in place of results: why they are held back, with counts, or that there is nothing yet. Undefined where there are results.
 */
export function heldView({ own }: DeskWords, model: DeskModel): TemplateResult | undefined {
  const { outcome, study } = model;
  if (!study) return html`<p class="message">${own.held.none}</p>`;
  if (outcome?.status === 'results') return undefined;
  // The card knows the words for each case: still open, not begun, none, trouble.
  return html`
    ${
      outcome?.status === 'held-back'
        ? html`<div class="message"><strong>${own.held.title}</strong>${own.held.why}</div>`
        : nothing
    }
    ${outcome?.status === 'none' ? html`<p class="message">${own.held.none}</p>` : nothing}
    <canyu-change-index .study=${study.id} .definition=${study}></canyu-change-index>
  `;
}

/** How many sheets are not in the results because they are sealed or cannot be read. */
export function unreadView({ own }: DeskWords, { outcome }: DeskModel): TemplateResult | typeof nothing {
  const unread = outcome?.status === 'results' ? outcome.unread : 0;
  if (unread === 0) return nothing;
  return html`<p class="notice">${own.held.unread(new Intl.NumberFormat(own.locale).format(unread))}</p>`;
}
