import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { isHidden, type Hidden, type Results } from '../../../core/change/types.js';
import { decimalsFor, points } from '../../../core/describe/format.js';
import { hiddenText } from '../../../core/describe/report.js';
import { inAll, plainInAll, type Languages } from '../said.js';
import type { FigureModels } from './models.js';
import { axisOf, LANE, lane, mark, tickRow } from './plot.js';

const WIDTH = 400;
const axis = axisOf(0, 100, 20, WIDTH);

/** Both sides' means on one line, before above after, and trust as two ways of its own (method.md §5, §3.14). */
export function gapFigure({ gapModel, nameOf }: FigureModels, languages: Languages, results: Results): TemplateResult {
  const { blocks, trust } = gapModel(results, { type: 'gap', locale: languages[0].messages.locale });
  const name = (id: string): unknown => inAll(languages, ({ messages }) => nameOf(results, id, messages.locale));
  const reason = (hidden: Hidden): unknown => inAll(languages, ({ parts }) => hiddenText(parts.words, hidden));
  const [lead] = languages;
  if (blocks.length === 0 && trust.length === 0) return html`<p>${lead.messages.figures.nothing}</p>`;
  return html`
    <table class="figure gap">
      <caption class="visually-hidden">
        ${plainInAll(languages, ({ parts }) => parts.headings.gap)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${inAll(languages, ({ messages }) => messages.figures.what)}</th>
          <th scope="col">${inAll(languages, ({ messages }) => messages.figures.when)}</th>
          <td></td>
          <th scope="col" class="value">${inAll(languages, ({ messages }) => messages.figures.gap)}</th>
        </tr>
      </thead>
      <tbody>
        ${blocks.map(({ id, lanes }) =>
          lanes.map(
            ({ wave, resident, official, gap }, index) =>
              html`<tr class=${index ? '' : 'leads'}>
                ${index ? nothing : html`<th scope="rowgroup" rowspan=${lanes.length}>${name(id)}</th>`}
                <th scope="row" class="when">${inAll(languages, ({ parts }) => parts.words.waves[wave])}</th>
                <td class="plot">
                  ${dumbbell(
                    isHidden(resident) ? undefined : resident.value,
                    isHidden(official) ? undefined : official.value,
                    wave === 'baseline',
                  )}
                </td>
                <td class="value">${isHidden(gap) ? reason(gap) : points(Math.abs(gap.value), gap.decimals)}</td>
              </tr>`,
          ),
        )}
        ${trust.map(
          ({ group, baseline, endline, change }, index) =>
            html`<tr class=${index ? '' : 'leads'}>
              ${index ? nothing : html`<th scope="rowgroup" rowspan=${trust.length}>${name('TR')}</th>`}
              <th scope="row" class=${group}>
                ${inAll(languages, ({ messages }) => messages.figures.trust[group as 'resident' | 'official'])}
              </th>
              <td class="plot">
                ${way(group, isHidden(baseline) ? undefined : baseline.value, isHidden(endline) ? undefined : endline.value)}
              </td>
              <td class="value">
                ${
                  isHidden(change)
                    ? reason(change)
                    : points(change.value, decimalsFor(Math.min(change.n.baseline, change.n.endline)), true)
                }
              </td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <td colspan="2"></td>
          <td class="plot">${tickRow(axis, String)}</td>
          <td></td>
        </tr>
      </tfoot>
    </table>
    <p class="key">
      <span class="legend" aria-hidden="true">${lane(26, 26, mark('resident', 13, 13))}</span>${inAll(
        languages,
        ({ parts }) => parts.words.group.resident,
      )} <span class="legend" aria-hidden="true">${lane(26, 26, mark('official', 13, 13))}</span>${inAll(
        languages,
        ({ parts }) => parts.words.group.official,
      )}
      · ${inAll(languages, ({ messages }) => messages.figures.gapKey)}
    </p>
  `;
}

const grid = svg`${axis.ticks.map(
  (value) => svg`<line class="grid" x1=${axis.at(value)} x2=${axis.at(value)} y1="0" y2=${LANE} />`,
)}`;

function dumbbell(resident: number | undefined, official: number | undefined, isHollow: boolean): SVGTemplateResult {
  const y = LANE / 2;
  return lane(
    WIDTH,
    LANE,
    svg`${grid}${
      resident === undefined || official === undefined
        ? nothing
        : svg`<line class="bar ${isHollow ? 'hollow' : ''}" x1=${axis.at(resident)} x2=${axis.at(official)} y1=${y} y2=${y} />`
    }${resident === undefined ? nothing : mark('resident', axis.at(resident), y, isHollow)}${
      official === undefined ? nothing : mark('official', axis.at(official), y, isHollow)
    }`,
  );
}

function way(group: string, before: number | undefined, after: number | undefined): SVGTemplateResult {
  const y = LANE / 2;
  return lane(
    WIDTH,
    LANE,
    svg`${grid}${
      before === undefined || after === undefined
        ? nothing
        : svg`<line class="whisker ${group}" x1=${axis.at(before)} x2=${axis.at(after)} y1=${y} y2=${y} />`
    }${before === undefined ? nothing : mark(group, axis.at(before), y, true)}${
      after === undefined ? nothing : mark(group, axis.at(after), y)
    }`,
  );
}
