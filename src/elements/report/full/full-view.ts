import { html, nothing, type TemplateResult } from 'lit';
import type { Results } from '../../../core/change/types.js';
import { ledgerTables } from '../../../core/describe/report-ledger.js';
import { reportTables, type ReportTables } from '../../../core/describe/report-tables.js';
import { describeResults } from '../../../core/describe/describe.js';
import { ledgerOf, ownEntries } from '../../../core/describe/report.js';
import type { ReportMaterial } from '../../../core/describe/report-material.js';
import type { Said } from '../said.js';
import type { ReportChart } from './charts.js';
import { tableView, type AnyTable } from './table-view.js';

/** A chart with its picture; without one it could not be drawn. */
export interface DrawnReportChart extends ReportChart {
  readonly picture: string | undefined;
}

/** The results as the report tells them: with the ledger of the rows that came along where they have none of their own. */
export function withLedger(results: Results, material: ReportMaterial): Results {
  const ledger = ledgerOf(results, material);
  return ledger === undefined || ledger === results.ledger ? results : { ...results, ledger };
}

/** The full report: summary, methods, charts, every table, ledgers, limits, settings, glossary. */
export function fullView(
  said: Said,
  results: Results,
  material: ReportMaterial,
  charts: readonly DrawnReportChart[],
): TemplateResult {
  const { parts, messages } = said;
  const { locale, headings } = parts;
  const tables = reportTables(results, locale);
  const { sections } = tables.words;
  const ledger = ledgerTables(ownEntries(results, material.entries ?? []), locale);
  const kept = describeResults(results, locale);
  const chapters: readonly (readonly [title: string, content: unknown])[] = [
    [sections.summary, summary(said)],
    [sections.methods, methods(tables, said)],
    [sections.levels, tables.levels.map(tableView)],
    [sections.charts, charts.map((chart) => figureView(said, chart))],
    [
      sections.items,
      [...tables.items, ...charts.flatMap(({ type, table }) => (type === 'likert' && table ? [table] : []))].map(
        tableView,
      ),
    ],
    [sections.robust, tables.robust.map(tableView)],
    [sections.sensitivity, html`${sentences(Object.values(kept.sensitivity))} ${tables.sensitivity.map(tableView)}`],
    [
      sections.flow,
      html`${sentences(Object.values(kept.flow))} ${[answeredTable(said), ...tables.flow].map(tableView)}`,
    ],
    [sections.quality, tables.quality.map(tableView)],
    [
      sections.ledger,
      html`${sentences(Object.values(kept.ledger))} ${ledger.map(tableView)}
      ${parts.loop.missing && ledger.length === 0 ? html`<p>${parts.loop.missing}</p>` : nothing}`,
    ],
    [
      headings.limits,
      html`<ul>
        ${parts.limits.map((text) => html`<li>${text}</li>`)}
      </ul>`,
    ],
    [sections.settings, tableView(tables.settings)],
    [sections.glossary, tableView(tables.glossary)],
  ];
  const shown = chapters.filter(([, content]) => !(Array.isArray(content) && content.length === 0));
  return html`
    <article class="sheet full" part="report" lang=${locale} dir="ltr">
      <header>
        <p class="over">
          <span>${parts.words.kicker}</span>
          ${parts.synthetic ? html`<strong class="synthetic" part="synthetic">${parts.synthetic}</strong>` : nothing}
        </p>
        <h1>${parts.title}</h1>
        <nav aria-label=${messages.contents}>
          <h2>${messages.contents}</h2>
          <ol>
            ${shown.map(([title]) => html`<li>${title}</li>`)}
          </ol>
        </nav>
      </header>
      ${shown.map(
        ([title, content], index) =>
          html`<section aria-labelledby="chapter-${index}">
            <h2 id="chapter-${index}">${index + 1}. ${title}</h2>
            ${content}
          </section>`,
      )}
    </article>
  `;
}

const sentences = (texts: readonly (string | undefined)[]): unknown =>
  texts.map((text) => (text ? html`<p>${text}</p>` : nothing));

function summary({ parts }: Said): TemplateResult {
  return html`
    <p class="finding">${parts.finding}</p>
    ${parts.quotes.map(({ from, text, group }) =>
      text === undefined ? nothing : html`<blockquote><b class=${group}>${from}</b> “${text}”</blockquote>`,
    )}
  `;
}

function methods({ words }: ReportTables, { parts }: Said): TemplateResult {
  return html`${sentences(words.methods)}
    <p>${parts.method}</p>`;
}

/** Invited, answered, linked and silent people; the words of the table are those of the handout. */
function answeredTable({ parts }: Said): AnyTable {
  const { head, rows } = parts.answered;
  return { caption: parts.headings.answered, head, headings: 1, rows };
}

function figureView({ messages }: Said, chart: DrawnReportChart): TemplateResult {
  const { type, construct, sentence, notes, table, picture } = chart;
  const title = messages.asChart[type];
  const name = construct === undefined ? title : `${title}: ${chart.name}`;
  return html`
    <figure class=${type}>
      <h3>${name}</h3>
      <figcaption>${sentence}</figcaption>
      ${picture === undefined ? html`<p>${messages.missingChart}</p>` : html`<img src=${picture} alt=${name} />`}
      ${notes.map((note) => html`<p class="key">${note}</p>`)}
    </figure>
    ${table && type !== 'likert' ? tableView(table) : nothing}
  `;
}
