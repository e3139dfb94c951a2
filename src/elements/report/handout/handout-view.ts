import { html, nothing, type TemplateResult } from 'lit';
import type { Results } from '../../../core/change/types.js';
import { clipped } from '../../../core/describe/report.js';
import type { ReportPartId } from '../../../core/describe/report-words.js';
import { forestFigure } from '../figures/forest.js';
import { gapFigure } from '../figures/gap.js';
import type { FigureModels } from '../figures/models.js';
import { ladderFigure } from '../figures/ladder.js';
import { qrCode } from '../qr.js';
import { inAll, paragraphs, plainInAll, type Languages } from '../said.js';
import { answered, loop, proofs, quotes, steps, timeline } from './lists.js';

/** Longest title on the sheet, in Latin letters. */
const TITLE = 72;
const HEADING = 50;

/** The handout: the thirteen parts of method.md §5 on one sheet. What does not fit is cut by `fitSheet`. */
export function handoutView(models: FigureModels, languages: Languages, results: Results): TemplateResult {
  const [lead] = languages;
  const { parts } = lead;
  // English rungs and names fill the left column; Chinese ones leave room in it.
  const quotesAtLeft = languages.length === 1 && parts.locale !== 'en';
  return html`
    <article class="sheet handout ${languages.length > 1 ? 'both' : ''}" part="report" lang=${parts.locale} dir="ltr">
      <header>
        <div class="over">
          <span>${inAll(languages, (said) => said.parts.words.kicker)}</span>
          ${
            parts.synthetic
              ? html`<strong class="synthetic" part="synthetic"
                  >${inAll(languages, (said) => said.parts.synthetic ?? '')}</strong
                >`
              : nothing
          }
        </div>
        <h1>${inAll(languages, (said) => clipped(said.parts.title, TITLE))}</h1>
      </header>
      ${section(
        languages,
        'finding',
        paragraphs(languages, (said) => said.parts.finding, 'finding'),
      )}
      ${section(languages, 'index', html`<div class="pair">${parts.index.map((_, index) => indexBox(languages, index))}</div>`)}
      <div class="columns">
        <div class="column">
          ${section(languages, 'forest', forestFigure(models, languages, results))}
          ${section(languages, 'ladder', ladderFigure(models, languages, results))}
          ${section(languages, 'answered', answered(languages))}
          ${quotesAtLeft ? section(languages, 'quotes', quotes(languages)) : nothing}
        </div>
        <div class="column">
          ${section(languages, 'gap', gapFigure(models, languages, results))}
          ${section(languages, 'loop', loop(languages))}
          ${quotesAtLeft ? nothing : section(languages, 'quotes', quotes(languages))}
          ${section(languages, 'timeline', timeline(languages))} ${section(languages, 'steps', steps(languages))}
          ${section(languages, 'proofs', proofs(languages), 'boxed')}
        </div>
      </div>
      ${section(
        languages,
        'limits',
        html`<ul>
          ${parts.limits.map((_, index) => html`<li>${inAll(languages, (said) => said.parts.limits[index] ?? '')}</li>`)}
        </ul>`,
      )}
      ${section(languages, 'method', method(languages))}
    </article>
  `;
}

/** One part under its heading. */
function section(languages: Languages, id: ReportPartId, content: unknown, name = ''): TemplateResult {
  return html`<section class="part ${id} ${name}" aria-labelledby="part-${id}">
    <h2 id="part-${id}">${inAll(languages, ({ parts }) => clipped(parts.headings[id], HEADING))}</h2>
    ${content}
  </section>`;
}

function indexBox(languages: Languages, index: number): TemplateResult {
  const part = languages[0].parts.index[index]!;
  return html`<div class="box ${part.group}">
    <h3><span class="mark" aria-hidden="true"></span>${inAll(languages, ({ parts }) => parts.index[index]!.name)}</h3>
    ${
      part.value === undefined
        ? paragraphs(languages, ({ parts }) => parts.index[index]!.sentence)
        : html`
            <p class="number">${inAll(languages, ({ parts }) => parts.index[index]!.value ?? '')}</p>
            <div>
              ${paragraphs(languages, ({ parts }) => parts.index[index]!.verdict, 'verdict')}
              ${paragraphs(languages, ({ parts }) =>
                [parts.index[index]!.interval, parts.index[index]!.levels]
                  .filter(Boolean)
                  .join(parts.locale === 'en' ? '; ' : '；'),
              )}
            </div>
          `
    }
  </div>`;
}

function method(languages: Languages): TemplateResult {
  const { fullReport } = languages[0].parts;
  const name = plainInAll(languages, ({ parts }) => `${parts.words.fullReport}: ${fullReport ?? ''}`);
  const code = fullReport === undefined ? undefined : qrCode(fullReport, name);
  return html`
    <div class="method-line">
      <div>
        ${paragraphs(languages, ({ parts }) => parts.method)}
        <p class="address">
          ${
            fullReport === undefined
              ? inAll(languages, ({ parts }) => parts.words.noFullReport)
              : html`${inAll(languages, ({ parts }) => parts.words.fullReport)}: ${clipped(fullReport, 90)}`
          }
        </p>
      </div>
      ${code ?? nothing}
    </div>
  `;
}
