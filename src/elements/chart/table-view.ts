import { html, type TemplateResult } from 'lit';
import type { ChartTable } from '../../charts/chart-table.js';
import type { ResultsMessages } from '../../i18n/results/types.js';

/** Bodies of tables that stay as they are. */
const bodies = new WeakMap<ChartTable, HTMLTableSectionElement>();

/** A real table, in a region that the keyboard can scroll. The same table again is not built again, and so must stand in one place only. */
export function tableView(messages: ResultsMessages, table: ChartTable): TemplateResult {
  const { caption, head } = table;
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
        ${bodyOf(table)}
      </table>
    </div>
  `;
}

/** Hundreds of cells, each one text: built without a template for each, which would cost more than the picture. */
function bodyOf(table: ChartTable): HTMLTableSectionElement {
  const known = bodies.get(table);
  if (known) return known;
  const body = document.createElement('tbody');
  for (const cells of table.rows) {
    const row = body.insertRow();
    for (const [index, text] of cells.entries()) {
      const cell = document.createElement(index < table.headings ? 'th' : 'td');
      if (index < table.headings) cell.scope = 'row';
      cell.textContent = text;
      row.append(cell);
    }
  }
  bodies.set(table, body);
  return body;
}
