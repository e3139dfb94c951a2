import { html, nothing, type TemplateResult } from 'lit';
import type * as chartTables from '../../charts/chart-table.js';
import type { wordsOf } from '../../charts/words.js';
import {
  isHidden,
  type Change,
  type Flow,
  type GroupResult,
  type Hidden,
  type Level,
  type Pair,
  type Results,
  type Shown,
} from '../../core/change/types.js';
import type { Group, Locale } from '../../core/text.js';
import type { ResultsMessages } from '../../i18n/results/types.js';
import { changedStamp } from '../chart/chart-notes.js';
import { findingOf } from '../chart/sentence.js';
import { headView } from './counts-view.js';

/** What the charts folder knows of words, figures and tables; none of it loads chart.js. */
export type ChartTexts = typeof chartTables & { readonly wordsOf: typeof wordsOf };

/** No index below this number of people in a wave (method.md §3.21). */
const INDEX_NEEDS = 10;
/** Below this number results are called indicative (method.md part 3, reporting tiers). */
const FULL_FROM = 30;

const GROUPS: readonly Group[] = ['resident', 'official', 'partner'];

/** The card of a results document. */
export function cardView(
  messages: ResultsMessages,
  charts: ChartTexts,
  results: Results,
  unread: number,
): TemplateResult {
  const { card, locale } = messages;
  const drawable = (type: 'plane' | 'forest'): boolean => charts.isDrawable(results, { type, locale });
  return html`
    ${headView(messages, results.study.title, results.study.synthetic ?? false)}
    <p class="finding" part="finding">${findingOf(results, locale)}</p>
    <div class="pair">
      ${GROUPS.filter((group) => group !== 'partner' && (results.groups[group] ?? results.flow[group])).map((group) =>
        groupView(messages, charts, results, group),
      )}
    </div>
    ${(['plane', 'forest'] as const).filter(drawable).map(
      (type) => html`
        <section>
          <h3>${type === 'plane' ? card.planeTitle : card.forestTitle}</h3>
          <canyu-chart
            type=${type}
            .results=${results}
            exportparts="sentence:chart-sentence, canvas:chart-canvas, table:chart-table"
          ></canyu-chart>
        </section>
      `,
    )}
    ${flowView(messages, results, unread)}
    <section class="small">
      <h3>${card.howTitle}</h3>
      <p>${settingsText(messages, charts, results)}</p>
      ${changedStamp(messages, results.settings.changedFromDefault).map((text) => html`<p class="stamp">${text}</p>`)}
    </section>
    <section class="small">
      <h3>${card.limitsTitle}</h3>
      <p>${card.limits}</p>
    </section>
  `;
}

/** One group: its index with interval, verdict and counts, or why there is none yet; then its part indices. */
function groupView(messages: ResultsMessages, charts: ChartTexts, results: Results, group: Group): TemplateResult {
  const { groups } = messages;
  const result = results.groups[group];
  const flow = results.flow[group];
  const figures = indexFigures(result);
  return html`
    <section class="group ${group}" part="group">
      <h3><span class="mark" aria-hidden="true"></span>${groups[group]}</h3>
      ${
        figures
          ? headlineView(messages, charts, figures)
          : html`<p class="pending">${pendingText(messages, results, group, flow)}</p>`
      }
      ${flow ? html`<p class="small">${answeredText(messages, flow)}</p>` : nothing}
      ${figures ? tierView(messages, figures.change) : nothing} ${domainsView(messages, charts, result)}
    </section>
  `;
}

interface IndexFigures {
  readonly change: Change;
  readonly estimate: number;
  readonly verdict: keyof ResultsMessages['card']['verdicts'] | undefined;
}

function indexFigures(result: GroupResult | undefined): IndexFigures | undefined {
  if (!result || isHidden(result.index)) return undefined;
  const { change, verdict } = result.index;
  if (isHidden(change) || typeof change.estimate !== 'number') return undefined;
  return { change, estimate: change.estimate, verdict: isHidden(verdict) ? undefined : verdict };
}

function headlineView(
  messages: ResultsMessages,
  charts: ChartTexts,
  { change, estimate, verdict }: IndexFigures,
): TemplateResult {
  const { card, locale } = messages;
  return html`
    <p class="number" part="number">${card.points(points(charts, estimate, change, locale))}</p>
    <p class="interval">${intervalText(messages, charts, change)}</p>
    ${verdict ? html`<p class="verdict">${card.verdicts[verdict]}</p>` : nothing}
  `;
}

/** Why there is no index: who is still missing, or that too few sheets are complete enough. */
function pendingText(messages: ResultsMessages, results: Results, group: Group, flow: Flow | undefined): string {
  const { card } = messages;
  const needed = Math.max(INDEX_NEEDS, results.settings.minimumCell);
  if (!flow) return card.indexHidden;
  for (const wave of ['baseline', 'endline'] as const) {
    if (flow[wave] === 0) return card.nobodyYet(wave, group);
    if (flow[wave] < needed) return card.notYet(wave, group, String(flow[wave]), String(needed));
  }
  return card.tooFewScored(String(needed));
}

function tierView({ card }: ResultsMessages, change: Change): TemplateResult | typeof nothing {
  const n = smallest(change);
  if (n >= FULL_FROM) return nothing;
  return html`<p class="small">${n < INDEX_NEEDS ? card.fewAnswers : card.indicative}</p>`;
}

function domainsView(
  messages: ResultsMessages,
  charts: ChartTexts,
  result: GroupResult | undefined,
): TemplateResult | typeof nothing {
  const { card, locale } = messages;
  if (!result || isHidden(result.domains)) return nothing;
  const { domains } = result;
  const shown = (['participation', 'trust'] as const).filter((id) => !isWhollyHidden(domains[id]));
  if (shown.length === 0) return nothing;
  const row = (id: 'participation' | 'trust'): TemplateResult => {
    const { baseline, endline, change } = domains[id] as Pair<Level | Hidden>;
    return html`<tr>
      <th scope="row">${card.domains[id]}</th>
      <td>${card.beforeAfter(levelText(messages, charts, baseline), levelText(messages, charts, endline))}</td>
      <td>
        ${
          isHidden(change)
            ? charts.hiddenText(change, charts.wordsOf(locale))
            : html`${shownPoints(messages, charts, change.estimate, change)}
                <span class="small">${intervalText(messages, charts, change)}</span>`
        }
      </td>
    </tr>`;
  };
  return html`
    <table>
      <thead>
        <tr>
          ${card.domainHead.map((text) => html`<th scope="col">${text}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${shown.map(row)}
      </tbody>
    </table>
  `;
}

function isWhollyHidden(domain: Pair<Level | Hidden> | Hidden): boolean {
  return isHidden(domain) || (isHidden(domain.change) && isHidden(domain.baseline) && isHidden(domain.endline));
}

/** Who answered, who could be linked, who kept silent. */
function flowView(messages: ResultsMessages, results: Results, unread: number): TemplateResult {
  const { card, groups } = messages;
  const rows = GROUPS.flatMap((group) => {
    const flow = results.flow[group];
    return flow ? [{ group, flow }] : [];
  });
  return html`
    <section>
      <h3>${card.whoTitle}</h3>
      <div class="scroll" tabindex="0" role="region" aria-label=${card.whoTitle}>
        <table class="counts">
          <thead>
            <tr>
              ${card.flowHead.map((text) => html`<th scope="col">${text}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ group, flow }) =>
                html`<tr>
                  <th scope="row">${groups[group]}</th>
                  <td>${flow.baseline}</td>
                  <td>${flow.endline}</td>
                  <td>${linkedOf(flow)}</td>
                  <td>${silenceText(messages, flow)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${unread ? html`<p class="small">${card.setAside(String(unread))}</p>` : nothing}
    </section>
  `;
}

/** Pairs that entered the figures (results-paths rule 6). */
function linkedOf({ linked }: Flow): number {
  return linked.exact + (linked.oneOffUsed ? linked.oneOff : 0);
}

function answeredText({ card }: ResultsMessages, flow: Flow): string {
  return card.answered(String(flow.baseline), String(flow.endline), String(linkedOf(flow)));
}

function silenceText({ card, locale, notShown }: ResultsMessages, { silence }: Flow): string {
  if (isHidden(silence)) return notShown;
  const share = (level: Level | Hidden): string =>
    isHidden(level) || typeof level.mean !== 'number'
      ? notShown
      : new Intl.NumberFormat(locale, { style: 'percent' }).format(level.mean);
  return card.silence(share(silence.baseline), share(silence.endline));
}

function settingsText(
  { card, locale }: ResultsMessages,
  charts: ChartTexts,
  { settings, instrument }: Results,
): string {
  const weights = Object.entries(settings.weights);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const equal = weights.every(([, weight]) => Math.abs(weight / total - 1 / weights.length) < 1e-9);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const names: Readonly<Record<string, string>> = charts.wordsOf(locale).scales;
  const listed = weights.map(([id, weight]) => card.weight(names[id] ?? id, percent.format(weight / total)));
  return card.settings({
    instrument,
    weights: equal ? card.equalWeights : new Intl.ListFormat(locale, { type: 'unit' }).format(listed),
    relevance: new Intl.NumberFormat(locale).format(settings.relevance),
    minimumCell: String(settings.minimumCell),
    software: settings.software,
  });
}

function smallest({ n }: Change): number {
  return 'baseline' in n ? Math.min(n.baseline, n.endline) : Math.min(n.resident, n.official);
}

function points(charts: ChartTexts, value: number, change: Change, locale: Locale): string {
  return charts.formatPoints(value, locale, charts.decimalsFor(smallest(change)), true);
}

function shownPoints({ locale }: ResultsMessages, charts: ChartTexts, value: Shown, change: Change): string {
  return isHidden(value) ? charts.hiddenText(value, charts.wordsOf(locale)) : points(charts, value, change, locale);
}

function intervalText({ card, locale }: ResultsMessages, charts: ChartTexts, change: Change): string {
  const { low, high } = change;
  if (typeof low !== 'number' || typeof high !== 'number') return card.noInterval;
  return card.interval(points(charts, low, change, locale), points(charts, high, change, locale));
}

function levelText({ locale, notShown }: ResultsMessages, charts: ChartTexts, level: Level | Hidden): string {
  if (isHidden(level) || typeof level.mean !== 'number') return notShown;
  return charts.formatPoints(level.mean, locale, charts.decimalsFor(level.n));
}
