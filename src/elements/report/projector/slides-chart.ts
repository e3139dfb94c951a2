import { html, nothing, type TemplateResult } from 'lit';
import type { Wall, ChartSlide } from './wall.js';
import { picturesOf } from './wall.js';
import { dayIn } from './slides-say.js';
import type { KindOptions } from '../../../charts/kind.js';
import { tableView } from '../../chart/table-view.js';

const SIDES = ['resident', 'official'] as const;

/** One or two charts as large as the wall, or their tables. What they show is said in the pictures' names. */
export function chartSlide(slide: ChartSlide, wall: Wall): TemplateResult {
  const { words, messages, results, kinds, asTable, failed } = wall;
  const kind = kinds[slide.chart];
  const all = picturesOf(slide, words.locale);
  const isEmpty = all.every((options) => kind.empty(results, options) !== undefined);
  if (asTable || failed) {
    return html`<div class="tables">
      ${failed ? html`<p role="status">${words.chart.failed}</p>` : nothing}
      ${all.map((options) => tableView(messages, kind.table(results, options)))}
    </div>`;
  }
  const sentence = (at: number): string => kind.sentence(results, all[at]!);
  if (isEmpty)
    return html`<div class="sentences">${all.map((_, at) => html`<p class="say">${sentence(at)}</p>`)}</div>`;
  const key = keyOf(slide, wall, all[0]!);
  return html`
    <div class="wall ${slide.chart}">
      <div class="place">${all.map((_, at) => html`<canvas role="img" aria-label=${sentence(at)}></canvas>`)}</div>
      ${slide.chart === 'plane' ? besides(wall) : nothing}
    </div>
    ${isTrust(slide, wall) ? trustSaid(wall) : nothing} ${key ? html`<p class="soft key">${key}</p>` : nothing}
  `;
}

const isTrust = ({ chart, constructs }: ChartSlide, { results }: Wall): boolean =>
  chart === 'gap' && constructs?.[0] === 'TR' && !results.labels;

/** The arrows of trust are drawn without their intervals: they stand in the sentences. */
function trustSaid({ said }: Wall): TemplateResult {
  return html`<div class="beside">
    ${SIDES.map((side) => (said.constructs[side]?.['TR'] ? html`<p class=${side}>${said.constructs[side]['TR']}</p>` : nothing))}
  </div>`;
}

/** How to read the picture; the plane's stands beside it. */
function keyOf(slide: ChartSlide, wall: Wall, options: KindOptions): string {
  const { words, results, kinds } = wall;
  const { keys } = words.chart;
  const { locale } = words;
  switch (slide.chart) {
    case 'forest': {
      const band = keys.forest(new Intl.NumberFormat(locale).format(results.settings.relevance));
      // Its second note explains the mark of an adjusted p, and is there only with such a mark.
      return kinds.forest.notes(results, options).length > 1 ? `${band} ${keys.holm}` : band;
    }
    case 'gap':
      return isTrust(slide, wall) ? keys.trust : keys.gap;
    case 'loop':
      return results.ledger?.asOf ? keys.loop(dayIn(locale, results.ledger.asOf)) : '';
    case 'slope':
      return kinds.slope.notes(results, options).join(' ');
    case 'plane':
      return '';
  }
}

/** Beside the plane, which is square, there is room for the finding about participation. */
function besides({ said, messages }: Wall): TemplateResult {
  return html`<div class="beside">
    ${SIDES.map((side) =>
      said.domains[side] ? html`<p class=${side}>${said.domains[side].participation}</p>` : nothing,
    )}
    <p class="soft">${messages.chart.planeKey}</p>
  </div>`;
}
