import { html, type TemplateResult } from 'lit';
import type { ChartTable } from '../../charts/chart-table.js';
import type { ResultsMessages } from '../../i18n/results/types.js';

/** A real table, in a region that the keyboard can scroll. */
export function tableView(messages: ResultsMessages, { caption, head, headings, rows }: ChartTable): TemplateResult {
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label=${messages.tableLabel(caption)}>
      <table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            ${head.map((text) => html`<th scope="col">${text}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (cells) =>
              html`<tr>
                ${cells.map((text, index) =>
                  index < headings ? html`<th scope="row">${text}</th>` : html`<td>${text}</td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}
