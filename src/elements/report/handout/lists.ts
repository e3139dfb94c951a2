import { html, nothing, type TemplateResult } from 'lit';
import { clipped } from '../../../core/describe/report.js';
import { inAll, paragraphs, type Languages } from '../said.js';

/** Longest texts of rows on the sheet, in Latin letters (Chinese counts two); the full report has them whole. */
const LONG = 110;
const SHORT = 48;

/** More rows than any sheet has room for are not even laid out; `fitSheet` counts them. */
const MOST = 12;

/** The places of the rows that are laid out: the first, but for those that must be there. */
function firstOf<T>(items: readonly T[], mustBe: (item: T) => boolean = () => false): number[] {
  const places = [...items.keys()];
  if (items.length <= MOST) return places;
  const isKept = (place: number): boolean => mustBe(items[place] as T);
  const kept = [...places.filter(isKept), ...places.filter((place) => !isKept(place))].slice(0, MOST);
  return kept.sort((a, b) => a - b);
}

const restOf = (items: readonly unknown[]): number => Math.max(0, items.length - MOST);

/** Lines to write on, for what is agreed at the meeting. */
export const ruled = (lines: number): TemplateResult =>
  html`${Array.from({ length: lines }, () => html`<div class="rule"></div>`)}`;

/** Where `fitSheet` says how many rows the sheet had no room for. */
const more = html`<p class="more" hidden></p>`;

const missing = (languages: Languages, say: (said: Languages[number]) => string | undefined): TemplateResult =>
  paragraphs(languages, say, 'missing');

/** Raised, adopted, declined with reasons, reported back, done. */
export function loop(languages: Languages): TemplateResult {
  const { counts, refused, closed } = languages[0].parts.loop;
  return html`
    ${
      counts.length > 0
        ? html`<dl class="counts">
            ${counts.map(
              ({ count }, index) =>
                html`<div>
                  <dt>${inAll(languages, ({ parts }) => parts.loop.counts[index]!.name)}</dt>
                  <dd>${inAll(languages, ({ parts }) => parts.loop.counts[index]?.count ?? count)}</dd>
                </div>`,
            )}
          </dl>`
        : nothing
    }
    ${closed ? paragraphs(languages, ({ parts }) => parts.loop.closed, 'note') : nothing}
    ${missing(languages, ({ parts }) => parts.loop.missing)}
    ${counts.length === 0 && refused.length === 0 ? ruled(2) : nothing}
    ${
      refused.length > 0
        ? html`<ul data-fit data-rest=${restOf(refused)}>
              ${firstOf(refused).map(
                (index) =>
                  html`<li>
                    <b>${clipped(refused[index]!.text, LONG)}</b>
                    <span class="aside"
                      >${inAll(languages, ({ parts }) => parts.loop.refused[index]!.status)} ·
                      ${inAll(languages, ({ parts }) => parts.words.reason)}:
                      ${inAll(languages, ({ parts }) => clipped(parts.loop.refused[index]!.reason, LONG))}</span
                    >
                  </li>`,
              )}
            </ul>
            ${more}`
        : nothing
    }
  `;
}

/** One quote of each side, or room to write it. */
export function quotes(languages: Languages): TemplateResult {
  return html`${languages[0].parts.quotes.map(({ group, text }, index) => {
    const from = html`<b class=${group}>${inAll(languages, ({ parts }) => parts.quotes[index]!.from)}</b>`;
    return text === undefined
      ? html`<p class="missing">${from}: ${inAll(languages, ({ parts }) => parts.words.noQuote)}</p>
          ${ruled(1)}`
      : html`<blockquote>
          ${from} ${inAll(languages, ({ parts }) => `“${clipped(parts.quotes[index]!.text ?? '', LONG)}”`)}
        </blockquote>`;
  })}`;
}

/** What happened, by date; changes of first-in-command stand out. */
export function timeline(languages: Languages): TemplateResult {
  const { items } = languages[0].parts.timeline;
  if (items.length === 0) {
    return html`${missing(languages, ({ parts }) => parts.timeline.missing)} ${ruled(2)}`;
  }
  return html`<ol class="events" data-fit data-rest=${restOf(items)}>
      ${firstOf(items, ({ mark }) => mark === 'fic-change').map(
        (index) =>
          html`<li class=${items[index]!.mark ?? 'event'} ?data-keep=${items[index]!.mark === 'fic-change'}>
            <time datetime=${items[index]!.date}>${items[index]!.date}</time>
            <span
              ><b>${inAll(languages, ({ parts }) => parts.timeline.items[index]!.kind)}</b>
              ${inAll(languages, ({ parts }) => clipped(parts.timeline.items[index]!.label, SHORT))}${
                items[index]!.note === undefined
                  ? nothing
                  : html` (${inAll(languages, ({ parts }) => parts.timeline.items[index]!.note ?? '')})`
              }</span
            >
          </li>`,
      )}
    </ol>
    ${more}`;
}

/** What, who, by when. */
export function steps(languages: Languages): TemplateResult {
  const { items } = languages[0].parts.steps;
  const { length } = languages[0].parts.words.stepsHead;
  return html`
    ${missing(languages, ({ parts }) => parts.steps.missing)}
    <table class="steps">
      <thead>
        <tr>
          ${Array.from(
            { length },
            (_, index) =>
              html`<th scope="col">${inAll(languages, ({ parts }) => parts.words.stepsHead[index] as string)}</th>`,
          )}
        </tr>
      </thead>
      <tbody ?data-fit=${items.length > 0} data-rest=${restOf(items)}>
        ${
          items.length > 0
            ? firstOf(items).map(
                (index) =>
                  html`<tr>
                    <td>${clipped(items[index]!.what, LONG)}</td>
                    <td>${clipped(items[index]!.who, SHORT)}</td>
                    <td>${inAll(languages, ({ parts }) => parts.steps.items[index]!.due)}</td>
                  </tr>`,
              )
            : Array.from(
                { length: 3 },
                () =>
                  html`<tr class="blank">
                    <td></td>
                    <td></td>
                    <td></td>
                  </tr>`,
              )
        }
      </tbody>
    </table>
    ${items.length > 0 ? more : nothing}
  `;
}

/** Practices with the level reached, proofs with who recognised them and who contributed. */
export function proofs(languages: Languages): TemplateResult {
  const { items } = languages[0].parts.proofs;
  if (items.length === 0) {
    return html`${missing(languages, ({ parts }) => parts.proofs.missing)}
      <dl class="fields">
        ${languages[0].parts.words.proofFields.map(
          (_, index) =>
            html`<dt>${inAll(languages, ({ parts }) => parts.words.proofFields[index] as string)}</dt>
              <dd class="rule"></dd>`,
        )}
      </dl>`;
  }
  return html`<ul data-fit data-rest=${restOf(items)}>
      ${firstOf(items).map(
        (index) =>
          html`<li>
            ${
              items[index]!.details.length > 0
                ? html`<b>${inAll(languages, ({ parts }) => clipped(parts.proofs.items[index]!.label, LONG))}</b>
                    <span class="aside"
                      >${inAll(languages, ({ parts }) =>
                        clipped(parts.proofs.items[index]!.details.join(parts.locale === 'en' ? '; ' : '；'), 2 * LONG),
                      )}</span
                    >`
                : inAll(languages, ({ parts }) => clipped(parts.proofs.items[index]!.label, 2 * LONG))
            }
          </li>`,
      )}
    </ul>
    ${more}`;
}

/** Invited, answered, linked, silent, how, and when. */
export function answered(languages: Languages): TemplateResult {
  const { head, rows } = languages[0].parts.answered;
  const cell = (row: number, column: number): unknown =>
    inAll(languages, ({ parts }) => parts.answered.rows[row]![column] as string);
  // Groups side by side: six short lines read better than one long one on half a page.
  return html`
    <table class="answered">
      <thead>
        <tr>
          <th scope="col">${inAll(languages, ({ parts }) => parts.answered.head[0] as string)}</th>
          ${rows.map((_, row) => html`<th scope="col">${cell(row, 0)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${head.slice(1).map(
          (_, index) =>
            html`<tr>
              <th scope="row">${inAll(languages, ({ parts }) => parts.answered.head[index + 1] as string)}</th>
              ${rows.map((__, row) => html`<td>${cell(row, index + 1)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    ${paragraphs(languages, ({ parts }) => parts.answered.dates, 'note')}
    ${missing(languages, ({ parts }) => parts.answered.missing)}
    ${languages[0].parts.answered.missing === undefined ? nothing : ruled(1)}
  `;
}
