import { html, nothing, type TemplateResult } from 'lit';
import type * as chartTables from '../../charts/chart-table.js';
import type { wordsOf } from '../../charts/words.js';
import { indexInterval, type IndexInterval } from '../../core/change/index-interval.js';
import {
  isHidden,
  type Change,
  type Flow,
  type GroupResult,
  type Hidden,
  type Level,
  type Pair,
  type Results,
} from '../../core/change/types.js';
import { describeResults } from '../../core/describe/describe.js';
import { decimalsFor, percent, points } from '../../core/describe/format.js';
import type { Group } from '../../core/text.js';
import type { ResultsMessages } from '../../i18n/results/types.js';
import { changedStamp } from '../chart/chart-notes.js';
import { headView } from './counts-view.js';

/** What the charts folder knows of words, figures and tables; none of it loads chart.js. */
export type ChartTexts = typeof chartTables & { readonly wordsOf: typeof wordsOf };

/** From here on results are called indicative, and from `FULL_FROM` on nothing is added (method.md part 3, reporting tiers). */
const INDICATIVE_FROM = 10;
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
  const { index } = describeResults(results, locale);
  const shown = GROUPS.filter((group) => group !== 'partner' && (results.groups[group] ?? results.flow[group]));
  const findings = shown.flatMap((group) => (indexFigures(results.groups[group]) && index[group]) ?? []);
  const drawable = (type: 'plane' | 'forest'): boolean => charts.isDrawable(results, { type, locale });
  return html`
    ${headView(messages, results.study.title, results.study.synthetic ?? false)}
    ${findings.length ? html`<p class="finding" part="finding">${findings.join(locale === 'en' ? ' ' : '')}</p>` : nothing}
    <div class="pair">${shown.map((group) => groupView(messages, charts, results, group, index[group]))}</div>
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
function groupView(
  messages: ResultsMessages,
  charts: ChartTexts,
  results: Results,
  group: Group,
  sentence: string | undefined,
): TemplateResult {
  const { groups } = messages;
  const result = results.groups[group];
  const flow = results.flow[group];
  const figures = indexFigures(result);
  const domains = domainsView(messages, charts, result);
  return html`
    <section class="group ${group}" part="group">
      <h3><span class="mark" aria-hidden="true"></span>${groups[group]}</h3>
      ${figures ? headlineView(messages, figures) : html`<p class="pending">${sentence ?? messages.notShown}</p>`}
      ${flow ? html`<p class="small">${answeredText(messages, flow)}</p>` : nothing}
      ${tierView(messages, flow, Boolean(figures) || domains !== nothing)} ${domains}
    </section>
  `;
}

interface IndexFigures {
  readonly change: Change;
  readonly interval: IndexInterval;
  readonly estimate: number;
  readonly verdict: keyof ResultsMessages['card']['verdicts'] | undefined;
}

function indexFigures(result: GroupResult | undefined): IndexFigures | undefined {
  if (!result || isHidden(result.index)) return undefined;
  const { change, verdict } = result.index;
  if (isHidden(change) || typeof change.estimate !== 'number') return undefined;
  const interval = indexInterval(result.index) ?? change;
  return { change, interval, estimate: change.estimate, verdict: isHidden(verdict) ? undefined : verdict };
}

function headlineView(
  messages: ResultsMessages,
  { change, interval, estimate, verdict }: IndexFigures,
): TemplateResult {
  const { card } = messages;
  return html`
    <p class="number" part="number">${card.points(points(estimate, decimalsFor(smallest(change)), true))}</p>
    <p class="interval">${intervalText(messages, { ...change, ...interval })}</p>
    ${verdict ? html`<p class="verdict">${card.verdicts[verdict]}</p>` : nothing}
  `;
}

/** How far the figures carry, where few have answered (method.md part 3, reporting tiers). */
function tierView({ card }: ResultsMessages, flow: Flow | undefined, shown: boolean): TemplateResult | typeof nothing {
  const n = flow ? Math.min(flow.baseline, flow.endline) : 0;
  if (!shown || n >= FULL_FROM) return nothing;
  return html`<p class="small">${n < INDICATIVE_FROM ? card.fewAnswers : card.indicative}</p>`;
}

function domainsView(
  messages: ResultsMessages,
  charts: ChartTexts,
  result: GroupResult | undefined,
): TemplateResult | typeof nothing {
  const { card } = messages;
  if (!result || isHidden(result.domains)) return nothing;
  const { domains } = result;
  const shown = (['participation', 'trust'] as const).filter((id) => !isWhollyHidden(domains[id]));
  if (shown.length === 0) return nothing;
  const row = (id: 'participation' | 'trust'): TemplateResult => {
    const { baseline, endline, change } = domains[id] as Pair<Level | Hidden>;
    return html`<tr>
      <th scope="row">${card.domains[id]}</th>
      <td>${card.beforeAfter(levelText(messages, baseline), levelText(messages, endline))}</td>
      <td>${changeText(messages, charts, change)}</td>
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
export function flowView(messages: ResultsMessages, results: Results, unread: number): TemplateResult {
  const { card, groups } = messages;
  const rows = GROUPS.flatMap((group) => {
    const flow = results.flow[group];
    // The built-in study asks partners too; where none has answered, a row of zeros tells nothing.
    return flow && (group !== 'partner' || flow.baseline + flow.endline > 0) ? [{ group, flow }] : [];
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

function silenceText({ card, notShown }: ResultsMessages, { silence }: Flow): string {
  if (isHidden(silence)) return notShown;
  const share = (level: Level | Hidden): string =>
    isHidden(level) || typeof level.mean !== 'number' ? notShown : `${percent(level.mean)}%`;
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
  const listed = weights.map(([id, weight]) =>
    card.weight(charts.wordsOf(locale).scale(id), `${percent(weight / total)}%`),
  );
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

/** "+9.6（3.9 至 15.2）", breaking only before the bracket; or why there is none. */
export function changeText(
  { locale }: ResultsMessages,
  charts: ChartTexts,
  change: Change | Hidden,
): TemplateResult | string {
  const words = charts.wordsOf(locale);
  const value = isHidden(change) ? change : change.estimate;
  if (isHidden(value)) return charts.hiddenText(value, words);
  const { low, high } = change as Change;
  const decimals = decimalsFor(smallest(change as Change));
  const estimate = points(value, decimals, true);
  if (typeof low !== 'number' || typeof high !== 'number') return estimate;
  const interval = words.brackets('', words.interval(points(low, decimals), points(high, decimals)));
  return html`${estimate}${interval.startsWith(' ') ? ' ' : nothing}<wbr /><span class="whole"
      >${interval.trim()}</span
    >`;
}

function intervalText({ card }: ResultsMessages, change: Change): string {
  const { low, high } = change;
  if (typeof low !== 'number' || typeof high !== 'number') return card.noInterval;
  const decimals = decimalsFor(smallest(change));
  return card.interval(points(low, decimals), points(high, decimals));
}

/** A mean in points, or that it is not shown. */
export function levelText({ notShown }: ResultsMessages, level: Level | Hidden): string {
  if (isHidden(level) || typeof level.mean !== 'number') return notShown;
  return points(level.mean, decimalsFor(level.n));
}
