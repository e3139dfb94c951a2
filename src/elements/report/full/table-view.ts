import { html, type TemplateResult } from 'lit';

/** What a table of a report has, whoever made it. */
export interface AnyTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly headings: number;
  readonly rows: readonly (readonly string[])[];
}

/** A figure stands at the right, so that its digits line up. */
const FIGURE = /^[+−<]?\s?\d/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const kindOf = (text: string): string => (DAY.test(text) ? 'day' : FIGURE.test(text) ? 'figure' : '');

/** A table of at most so many rows is not broken between pages. */
const SHORT = 14;

/** A table whose head is repeated on every page and whose rows are never cut. */
export function tableView({ caption, head, headings, rows }: AnyTable): TemplateResult {
  return html`
    <table class="data ${rows.length <= SHORT ? 'short' : ''}">
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
          (row) =>
            html`<tr>
              ${row.map((text, index) =>
                index < headings ? html`<th scope="row">${text}</th>` : html`<td class=${kindOf(text)}>${text}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  `;
}
