import { html, nothing, type TemplateResult } from 'lit';
import { isHidden, type ConstructResult, type Hidden, type Results } from '../../core/change/types.js';
import { textIn, type Group } from '../../core/text.js';
import type { OwnInstrumentMessages } from '../../i18n/own-instrument/types.js';
import type { ResultsMessages } from '../../i18n/results/types.js';
import { changedStamp } from '../chart/chart-notes.js';
import { changeText, flowView, levelText, type ChartTexts } from './card-view.js';
import { headView } from './counts-view.js';

/** The card of a study with an instrument of its own: no index, but every construct with its change (method.md §3.21 names the six scales). */
export function ownCardView(
  messages: ResultsMessages,
  own: OwnInstrumentMessages,
  charts: ChartTexts,
  results: Results,
  unread: number,
): TemplateResult {
  const { card, locale } = messages;
  const { settings, instrument, labels = {} } = results;
  const groups = (Object.keys(results.groups) as Group[]).filter((group) => hasAnswers(results, group));
  return html`
    ${headView(messages, results.study.title, results.study.synthetic ?? false)}
    <p part="message">${own.noIndex}</p>
    ${groups.map((group) => groupView(messages, own, charts, results, group))} ${flowView(messages, results, unread)}
    <section class="small">
      <h3>${card.howTitle}</h3>
      <p>
        ${own.settings({ instrument, minimumCell: String(settings.minimumCell), software: settings.software })}
        ${Object.values(labels)
          .map((label) => textIn(label, locale))
          .join(locale === 'en' ? ', ' : '、')}
      </p>
      ${changedStamp(messages, settings.changedFromDefault).map((text) => html`<p class="stamp">${text}</p>`)}
    </section>
    <section class="small">
      <h3>${card.limitsTitle}</h3>
      <p>${own.limits}</p>
    </section>
  `;
}

const hasAnswers = ({ flow }: Results, group: Group): boolean =>
  (flow[group]?.baseline ?? 0) + (flow[group]?.endline ?? 0) > 0;

function groupView(
  messages: ResultsMessages,
  own: OwnInstrumentMessages,
  charts: ChartTexts,
  results: Results,
  group: Group,
): TemplateResult | typeof nothing {
  const constructs = results.groups[group]?.constructs;
  const rows = Object.entries(results.labels ?? {}).flatMap(([id, label]) => {
    const found = constructs === undefined || isHidden(constructs) ? constructs : constructs[id];
    return found === undefined ? [] : [{ name: textIn(label, messages.locale), found }];
  });
  if (rows.length === 0) return nothing;
  const title = own.title(messages.groups[group]);
  return html`
    <section class="group ${group}" part="group">
      <h3><span class="mark" aria-hidden="true"></span>${title}</h3>
      <div class="scroll" tabindex="0" role="region" aria-label=${title}>
        <table>
          <thead>
            <tr>
              ${own.head.map((text) => html`<th scope="col">${text}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ name, found }) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  ${cells(messages, charts, found)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>
  `;
}

function cells(messages: ResultsMessages, charts: ChartTexts, found: ConstructResult | Hidden): TemplateResult {
  if (isHidden(found)) return html`<td colspan="2">${changeText(messages, charts, found)}</td>`;
  const { baseline, endline, change } = found;
  return html`<td>${messages.card.beforeAfter(levelText(messages, baseline), levelText(messages, endline))}</td>
    <td>${changeText(messages, charts, change)}</td>`;
}
