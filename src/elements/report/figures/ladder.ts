import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { isHidden, type Rate, type Hidden, type Results } from '../../../core/change/types.js';
import { known, percent } from '../../../core/describe/format.js';
import { hiddenText } from '../../../core/describe/report.js';
import { inAll, plainInAll, type Languages } from '../said.js';
import type { FigureModels } from './models.js';
import { lane } from './plot.js';

const WIDTH = 200;
const HEIGHT = 40;
type Block = ReturnType<FigureModels['ladderModel']>[number];

/** The ladder, highest rung on top, before hollow and after filled, residents beside officials, with the canyu line under rung 4. */
export function ladderFigure(
  { ladderModel, isShares, bySides }: FigureModels,
  languages: Languages,
  results: Results,
): TemplateResult {
  const [blocks, ...others] = languages.map(({ messages }) =>
    ladderModel(results, { type: 'ladder', locale: messages.locale }),
  );
  const isShown = ({ lanes }: Block): boolean => lanes.some(({ shares }) => isShares(shares));
  const lead = blocks?.find(isShown);
  if (!blocks || !lead) {
    const isAsked = Object.values(results.groups).some(({ ladder }) => ladder !== undefined);
    return html`<p>
      ${inAll(languages, ({ messages: { figures } }) => (isAsked ? figures.nothing : figures.notAsked))}
    </p>`;
  }
  // Both groups in the same parts: where one may be shown only by the two sides and the middle, so is the other.
  const coarse = blocks.find((each) => isShown(each) && each.lanes.some(({ grouped }) => grouped));
  const named = coarse ?? lead;
  const shown = blocks.map((each) => (coarse ? { ...each, lanes: each.lanes.map(bySides) } : each));
  const most = Math.max(
    0.1,
    ...shown.flatMap(({ lanes }) => lanes.flatMap(({ shares }) => (isShares(shares) ? [...shares] : []))),
  );
  const rungs = [...named.rungs.keys()].reverse();
  const label = (rung: number): unknown =>
    inAll(languages, (said) => {
      const at = languages.indexOf(said);
      return (at === 0 ? blocks : others[at - 1]!)[blocks.indexOf(named)]!.rungs[rung] as string;
    });
  return html`
    <table class="figure ladder">
      <caption class="visually-hidden">
        ${plainInAll(languages, ({ parts }) => parts.headings.ladder)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${inAll(languages, ({ messages }) => messages.figures.rung)}</th>
          ${blocks.map(
            ({ group }) =>
              html`<th scope="col" colspan="2" class=${group}>
                ${inAll(languages, ({ parts }) => parts.words.group[group])}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rungs.map(
          (rung) =>
            html`<tr class=${rung === named.line - 1 ? 'below' : ''}>
              <th scope="row">${label(rung)}</th>
              ${shown.map((each) => cells(each, rung, most, isShares))}
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr class="leads">
          <th scope="row">${inAll(languages, ({ messages }) => messages.figures.lineShare)}</th>
          ${blocks.map(
            ({ share, group }) =>
              html`<td colspan="2" class="value ${group}">
                ${inAll(languages, ({ parts }) =>
                  [share.baseline, share.endline]
                    .map((rate) => shareText(rate, (hidden) => hiddenText(parts.words, hidden)))
                    .join(' → '),
                )}
              </td>`,
          )}
        </tr>
      </tfoot>
    </table>
    <p class="key">${inAll(languages, ({ messages }) => messages.figures.ladderKey)}</p>
  `;
}

function shareText(rate: Rate | Hidden | undefined, reason: (hidden: Hidden) => string): string {
  if (rate === undefined) return '–';
  if (isHidden(rate)) return reason(rate);
  const share = known(rate.estimate);
  return share === undefined ? (isHidden(rate.estimate) ? reason(rate.estimate) : '–') : `${percent(share)} %`;
}

/** One rung of one group; a wave that may not be shown has a dash, and its reason below. */
function cells(
  { group, lanes }: Block,
  rung: number,
  most: number,
  isShares: FigureModels['isShares'],
): TemplateResult {
  const [before, after] = lanes.map(({ shares }) => (isShares(shares) ? shares[rung] : undefined));
  const text = (share: number | undefined): string => (share === undefined ? '–' : String(Math.round(100 * share)));
  return html`<td class="plot">${bars(group, before, after, most)}</td>
    <td class="value">${text(before)} → ${text(after)}</td>`;
}

function bars(group: string, before: number | undefined, after: number | undefined, most: number): SVGTemplateResult {
  const bar = (share: number | undefined, y: number, name: string): unknown =>
    share === undefined || share === 0
      ? nothing
      : svg`<rect class="column ${group} ${name}" x="2" y=${y} width=${Math.max(2, (share / most) * (WIDTH - 6))} height="14" />`;
  return lane(WIDTH, HEIGHT, svg`${bar(before, 4, 'hollow')}${bar(after, 22, 'filled')}`);
}
