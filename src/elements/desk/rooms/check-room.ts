import { html, nothing, type TemplateResult } from 'lit';
import { isHidden, type Results, type Shown } from '../../../core/change/types.js';
import { percent } from '../../../core/describe/format.js';
import { alphaRows, qualityRows } from '../../../core/gather/quality-rows.js';
import { textIn, type Group } from '../../../core/text.js';
import type { DeskMessages } from '../../../i18n/desk/types.js';
import type { DeskModel } from '../desk-model.js';
import type { DeskRoom, DeskWords } from '../desk-view.js';
import { heldView, unreadView } from './held-view.js';

const GROUPS: readonly Group[] = ['resident', 'official', 'partner'];

/** Whether the answers can be relied on: how many came and were linked, how people answered, how well scales hold together. */
export class CheckRoom implements DeskRoom {
  readonly #model: DeskModel;

  constructor(model: DeskModel) {
    this.#model = model;
  }

  render(words: DeskWords): TemplateResult | typeof nothing {
    const held = heldView(words, this.#model);
    const { results } = this.#model;
    if (held || !results) return held ?? nothing;
    const { own } = words;
    const groups = GROUPS.filter((group) => results.flow[group] && results.groups[group]);
    return html`
      <p>${own.check.lead}</p>
      ${unreadView(words, this.#model)} ${groups.map((group) => copies(own, results, group))}
      <h4>${own.check.flowTitle}</h4>
      <canyu-chart type="flow" .results=${results}></canyu-chart>
      <h4>${own.check.qualityTitle}</h4>
      ${groups.map((group) => qualityTable(own, results, group))}
      <p class="soft">${own.check.noDropping}</p>
      <h4>${own.check.alphaTitle}</h4>
      ${groups.map((group) => alphaTable(own, results, group))}
    `;
  }
}

/** Sheets that came more than once. */
function copies({ check, groups, locale }: DeskMessages, results: Results, group: Group): TemplateResult {
  const { conflicts = 0, duplicates = 0 } = results.flow[group] ?? {};
  const number = new Intl.NumberFormat(locale);
  const named = (text: string): string => `${groups[group]}${locale === 'en' ? ': ' : '：'}${text}`;
  return html`
    ${conflicts ? html`<p class="warn">${named(check.conflicts(number.format(conflicts)))}</p>` : nothing}
    ${duplicates ? html`<p class="soft">${named(check.duplicates(number.format(duplicates)))}</p>` : nothing}
  `;
}

interface Row {
  readonly name: string;
  readonly baseline: string;
  readonly endline: string;
}

function table({ check, groups }: DeskMessages, group: Group, head: string, rows: readonly Row[]): TemplateResult {
  return html`
    <table class="quality ${group}">
      <caption>
        ${groups[group]}
      </caption>
      <thead>
        <tr>
          <th scope="col">${head}</th>
          <th scope="col">${check.before}</th>
          <th scope="col">${check.after}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, baseline, endline }) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${baseline}</td>
              <td>${endline}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  `;
}

/** A figure, or why there is none; a dash where it was not asked. */
function shown({ check }: DeskMessages, value: Shown | undefined, write: (number: number) => string): string {
  if (value === undefined) return '–';
  if (!isHidden(value)) return write(value);
  return 'suppressed' in value ? check.notShown : check.notComputable;
}

const share = (value: number): string => `${percent(value)}%`;

function qualityTable(own: DeskMessages, results: Results, group: Group): TemplateResult {
  const rows = qualityRows(results, group)
    .filter(({ baseline, endline }) => baseline !== undefined || endline !== undefined)
    .map(({ measure, baseline, endline }) => ({
      name: own.check[measure],
      baseline: shown(own, baseline, share),
      endline: shown(own, endline, share),
    }));
  return table(own, group, own.check.measure, rows);
}

function alphaTable(own: DeskMessages, results: Results, group: Group): TemplateResult | typeof nothing {
  const rows = alphaRows(results.groups[group]).map(({ scale, baseline, endline }) => ({
    name: results.labels?.[scale] ? textIn(results.labels[scale], own.locale) : own.check.scale(scale, group),
    baseline: shown(own, baseline, alpha),
    endline: shown(own, endline, alpha),
  }));
  return rows.length ? table(own, group, own.check.alphaHead, rows) : nothing;
}

const alpha = (value: number): string => value.toFixed(2);
