import { html, svg, type TemplateResult } from 'lit';
import { indexInterval } from '../../../core/change/index-interval.js';
import { reweigh, type Reweighed } from '../../../core/change/reweight.js';
import { isHidden, type IndexResult, type Shown } from '../../../core/change/types.js';
import { decimalsFor, known, points } from '../../../core/describe/format.js';
import { smallest } from '../../../core/describe/say.js';
import type { Side } from '../../../core/meeting/guess.js';
import { LESS_IS_BETTER } from '../../../core/scoring/person-index.js';
import { constructName } from '../../../core/meeting/names.js';
import { EQUAL, sliderWeights } from './talk.js';
import type { Wall } from './wall.js';

const SIDES: readonly Side[] = ['resident', 'official'];
/** Ends of the bars, in points: the first that holds them all. */
const ENDS = [2, 5, 10, 20, 50, 100];

/** Contributions with a slider for the weight of each part (method.md §5, "contributions bar + weight sliders"). */
export function weightsSlide(wall: Wall): TemplateResult {
  const { words, results, talk, on } = wall;
  const own = words.weights;
  const weights = talk.weights ?? sliderWeights(results.settings.weights);
  const ids = Object.keys(results.settings.weights);
  const sum = ids.reduce((total, id) => total + (weights[id] ?? 0), 0);
  const sides = SIDES.filter((side) => results.groups[side]);
  const counted = sides.map((side) => ({ side, ...reweigh(results, side, weights) }));
  const asComputed = counted.every((one) => one.asComputed);
  const values = counted.flatMap(({ contributions }) =>
    Object.values(contributions).flatMap((value) => known(value) ?? []),
  );
  const end = ENDS.find((limit) => values.every((value) => Math.abs(value) <= limit)) ?? 100;
  const decimals = (side: Side): 0 | 1 => decimalsOf(wall, side);
  return html`
    <div class="weights" role="table" aria-label=${own.heading}>
      <div class="line head" role="row">
        <span role="columnheader">${own.part}</span>
        <span class="share" role="columnheader">${own.weight}</span>
        ${sides.map((side) => html`<span class="figure ${side}" role="columnheader">${words.sides[side]}</span>`)}
      </div>
      ${ids.map((id) => {
        const called = constructName(results, id, words.locale);
        const name = LESS_IS_BETTER.has(id) ? own.less(called) : called;
        const weight = weights[id] ?? 0;
        const share = sum > 0 ? (100 * weight) / sum : 0;
        return html`<div class="line" role="row">
          <span role="rowheader">${name}</span>
          <span class="share" role="cell">
            <input
              type="range"
              min="0"
              max=${2 * EQUAL}
              step="1"
              data-id=${id}
              aria-label=${own.slider(name)}
              aria-valuetext=${own.percent(share.toFixed(0))}
              .value=${String(Math.round(weight))}
              @input=${on.onWeight}
            />
            <span class="percent">${own.percent(share.toFixed(0))}</span>
          </span>
          ${counted.map(({ side, contributions }) => bar(contributions[id], side, words.sides[side], end, decimals(side), own.notShown))}
        </div>`;
      })}
      <div class="line total" role="row">
        <span role="rowheader">${own.total}</span>
        <span class="share" role="cell"
          ><button @click=${on.onReset} ?disabled=${asComputed}>${own.reset}</button></span
        >
        ${counted.map((one) => html`<span class="figure ${one.side}" role="cell"><span class="who" aria-hidden="true">${words.sides[one.side]}</span> <strong>${total(one, wall)}</strong></span>`)}
      </div>
      ${[
        { name: own.asPublished, cell: publishedOf },
        { name: own.bounds, cell: boundsOf },
        { name: own.direction, cell: directionOf },
      ].map(
        ({ name, cell }) =>
          html`<div class="line fact" role="row">
            <span class="name" role="rowheader">${name}</span>
            ${sides.map((side) => html`<span class="figure ${side}" role="cell"><span class="who" aria-hidden="true">${words.sides[side]}</span> ${cell(side, wall)}</span>`)}
          </div>`,
      )}
    </div>
    <p class="soft" role="status">${sum <= 0 ? own.allZero : asComputed ? own.own : own.noInterval}</p>
  `;
}

function total({ side, estimate, asComputed }: Reweighed & { readonly side: Side }, wall: Wall): string {
  const own = wall.words.weights;
  if (isHidden(estimate)) return own.notShown;
  const value = points(estimate, decimalsOf(wall, side), true);
  return asComputed ? value : own.about(value);
}

function bar(
  value: Shown | undefined,
  side: Side,
  who: string,
  end: number,
  decimals: 0 | 1,
  hidden: string,
): TemplateResult {
  const number = value === undefined ? undefined : known(value);
  if (number === undefined)
    return html`<span class="figure ${side}" role="cell"><span class="soft">${hidden}</span></span>`;
  const length = (48 * Math.min(end, Math.abs(number))) / end;
  return html`<span class="figure ${side}" role="cell">
    <span class="value"><span class="who" aria-hidden="true">${who}</span> ${points(number, decimals, true)}</span>
    <svg aria-hidden="true" focusable="false">
      ${svg`<line class="zero" x1="50%" x2="50%" y1="0" y2="100%"></line>
      <rect class="length" x="${number < 0 ? 50 - length : 50}%" y="22%" width="${length}%" height="56%"></rect>`}
    </svg>
  </span>`;
}

function decimalsOf(wall: Wall, side: Side): 0 | 1 {
  return decimalsFor(smallest(indexOf(side, wall)?.change));
}

/** The published index with its interval, which stays in sight whatever the sliders say. */
function publishedOf(side: Side, wall: Wall): string {
  const { weights: own } = wall.words;
  const index = indexOf(side, wall);
  const estimate = index === undefined || isHidden(index.change) ? undefined : known(index.change.estimate);
  if (index === undefined || estimate === undefined) return own.notShown;
  const { low, high } = indexInterval(index) ?? {};
  const value = points(estimate, decimalsOf(wall, side), true);
  const range = rangeOf(low, high, side, wall);
  return range === undefined ? value : own.withRange(value, range);
}

function boundsOf(side: Side, wall: Wall): string {
  const sensitivity = indexOf(side, wall)?.sensitivity;
  const bounds = sensitivity === undefined || isHidden(sensitivity) ? undefined : sensitivity.bounds;
  const range = bounds === undefined || isHidden(bounds) ? undefined : rangeOf(bounds.low, bounds.high, side, wall);
  return range ?? wall.words.weights.notShown;
}

/** Whether all parts point the same way, so that no weights can turn the finding round. */
function directionOf(side: Side, wall: Wall): string {
  const own = wall.words.weights;
  const sensitivity = indexOf(side, wall)?.sensitivity;
  const robust = sensitivity === undefined || isHidden(sensitivity) ? undefined : sensitivity.signRobust;
  return typeof robust === 'boolean' ? (robust ? own.robust : own.notRobust) : own.notShown;
}

function indexOf(side: Side, { results }: Wall): IndexResult | undefined {
  const index = results.groups[side]?.index;
  return index === undefined || isHidden(index) ? undefined : index;
}

function rangeOf(low: Shown | undefined, high: Shown | undefined, side: Side, wall: Wall): string | undefined {
  const [from, to] = [known(low), known(high)];
  if (from === undefined || to === undefined) return undefined;
  const decimals = decimalsOf(wall, side);
  return wall.words.weights.range(points(from, decimals), points(to, decimals));
}
