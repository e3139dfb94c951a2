import { html, nothing, type TemplateResult } from 'lit';
import type { ChartTable } from '../../charts/chart-table.js';
import type { KindOptions } from '../../charts/kind.js';
import type { Results } from '../../core/change/types.js';
import type { ResultsMessages } from '../../i18n/results/types.js';
import { changedStamp } from './chart-notes.js';
import type { AnyKind } from './kinds.js';
import { tableView } from './table-view.js';
import { troubleView } from './trouble-view.js';

/** What the figure needs of its element. */
export interface FigureState {
  /** The picture cannot be drawn: the table stands in. */
  readonly failed: boolean;
  /** The reader wants the answers drawn the other way. */
  readonly onSwitch: () => void;
  readonly table: ChartTable;
}

/** Sentence, place of the picture, notes and table of one chart. */
export function figureView(
  messages: ResultsMessages,
  kind: AnyKind,
  results: Results,
  options: KindOptions,
  { failed, onSwitch, table }: FigureState,
): TemplateResult {
  const { type } = options;
  const sentence = kind.sentence(results, options);
  const empty = kind.empty(results, options);
  const drawable = empty === undefined;
  const stamp = changedStamp(messages, results.settings.changedFromDefault);
  const notes = [...(drawable ? kind.notes(results, options) : [empty]), ...stamp];
  return html`
    <figure>
      ${results.study.synthetic ? html`<div part="synthetic"><span class="synthetic">${messages.synthetic}</span></div>` : nothing}
      <div class="row">
        <div class="words">
          <figcaption part="sentence">${sentence}</figcaption>
          ${failed ? troubleView(messages, { code: 'chart-failed' }) : nothing}
        </div>
        ${
          drawable && !failed
            ? html`<div class="frame ${type}">
                <canvas part="canvas" role="img" tabindex="0" aria-label=${sentence} aria-describedby="notes"></canvas>
                <div class="tip" part="tip" role="status" hidden></div>
              </div>`
            : nothing
        }
      </div>
      ${
        type === 'likert' && drawable && !failed
          ? html`<div>
              <button part="switch" aria-pressed=${options.bars === 'plain' ? 'true' : 'false'} @click=${onSwitch}>
                ${messages.chart.plainBars}
              </button>
            </div>`
          : nothing
      }
      <ul class="notes small" part="notes" id="notes">
        ${notes.map((note) => html`<li>${note}</li>`)}
      </ul>
      <details part="table" ?open=${failed || !drawable}>
        <summary>${messages.asTable}</summary>
        ${tableView(messages, table)}
      </details>
      <span class="probe"></span>
    </figure>
  `;
}
