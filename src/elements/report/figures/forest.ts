import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { ForestMark, ForestRow } from '../../../charts/forest-model.js';
import { isHidden, type Results } from '../../../core/change/types.js';
import { decimalsFor, points } from '../../../core/describe/format.js';
import { hiddenText } from '../../../core/describe/report.js';
import { inAll, plainInAll, type Languages } from '../said.js';
import type { FigureModels } from './models.js';
import { changeAxis, LANE, lane, mark, tickRow, type Axis } from './plot.js';

const WIDTH = 340;

/** The forest as a table with a plot in it: every figure is also text, in all languages of the sheet. */
export function forestFigure(models: FigureModels, languages: Languages, results: Results): TemplateResult {
  const { forestModel, isHolmMarked } = models;
  const rows = forestModel(results);
  const delta = results.settings.relevance;
  const values = rows.flatMap(({ marks }) =>
    marks.flatMap(({ change }) => (isHidden(change) ? [] : [change.value, change.low, change.high])),
  );
  const axis = changeAxis(
    values.filter((value) => value !== undefined),
    delta,
    WIDTH,
  );
  const isMarked = rows.some(({ marks }) => marks.some(({ change }) => !isHidden(change) && isHolmMarked(change)));
  return html`
    <table class="figure forest">
      <caption class="visually-hidden">
        ${plainInAll(languages, ({ parts }) => parts.headings.forest)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${inAll(languages, ({ messages }) => messages.figures.what)}</th>
          <th scope="col">${inAll(languages, ({ messages }) => messages.figures.who)}</th>
          <td></td>
          <th scope="col" class="value">${inAll(languages, ({ messages }) => messages.figures.change)}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => row.marks.map((each, index) => rowView(models, languages, axis, delta, row, each, index)))}
      </tbody>
      <tfoot>
        <tr>
          <td colspan="2"></td>
          <td class="plot">${tickRow(axis, (value) => points(value, 0, true))}</td>
          <td></td>
        </tr>
      </tfoot>
    </table>
    <p class="key">
      ${inAll(languages, ({ messages: { figures, locale } }) =>
        [figures.band(String(delta)), figures.reversed, ...(isMarked ? [figures.holm] : [])].join(
          locale === 'en' ? ' ' : '',
        ),
      )}
    </p>
  `;
}

function rowView(
  models: FigureModels,
  languages: Languages,
  axis: Axis,
  delta: number,
  { id, marks }: ForestRow,
  { group, change }: ForestMark,
  index: number,
): TemplateResult {
  return html`<tr class="${index === 0 ? 'leads' : ''} ${id === 'CCI' ? 'whole' : ''}">
    ${
      index === 0
        ? html`<th scope="rowgroup" rowspan=${marks.length}>
            ${inAll(languages, ({ messages }) => models.wordsOf(messages.locale).scale(id))}
          </th>`
        : nothing
    }
    <th scope="row" class=${group}>${inAll(languages, ({ parts }) => parts.words.group[group])}</th>
    <td class="plot">${laneView(axis, delta, { group, change })}</td>
    <td class="value">
      ${isHidden(change) ? inAll(languages, ({ parts }) => hiddenText(parts.words, change)) : figureText(change, models.isHolmMarked(change))}
    </td>
  </tr>`;
}

function figureText(change: Exclude<ForestMark['change'], { readonly why: unknown }>, isClear: boolean): string {
  const decimals = decimalsFor(Math.min(change.n.baseline, change.n.endline));
  const value = `${points(change.value, decimals, true)}${isClear ? '＊' : ''}`;
  if (change.low === undefined || change.high === undefined) return value;
  return `${value} [${points(change.low, decimals)}, ${points(change.high, decimals)}]`;
}

function laneView(axis: Axis, delta: number, { group, change }: ForestMark): SVGTemplateResult {
  const y = LANE / 2;
  const [from, to, zero] = [axis.at(-delta), axis.at(delta), axis.at(0)];
  return lane(
    WIDTH,
    LANE,
    svg`<rect class="band" x=${from} y="0" width=${to - from} height=${LANE} />
      <line class="zero" x1=${zero} x2=${zero} y1="0" y2=${LANE} />
      ${
        isHidden(change)
          ? svg`<line class="none" x1="14" x2=${WIDTH - 14} y1=${y} y2=${y} />`
          : svg`${
              change.low === undefined || change.high === undefined
                ? nothing
                : svg`<path class="whisker ${group}" d="M${axis.at(change.low)} ${y}H${axis.at(change.high)}M${axis.at(change.low)} ${y - 6}v12M${axis.at(change.high)} ${y - 6}v12" />`
            }${mark(group, axis.at(change.value), y)}`
      }`,
  );
}
