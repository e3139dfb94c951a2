import { html, nothing, svg, type TemplateResult } from 'lit';
import { isHidden } from '../../../core/change/types.js';
import { points } from '../../../core/describe/format.js';
import { measuredScore, otherSide, readGuess, type Measured, type Side } from '../../../core/meeting/guess.js';
import type { Wall } from './wall.js';

const SIDES: readonly Side[] = ['resident', 'official'];

/** Each side marks what it thinks that the other said, before anything is shown (method.md §5, meeting plan 1). */
export function guessSlide({ words: { guess }, talk, on }: Wall): TemplateResult {
  return html`
    <p>${guess.scale}</p>
    <div class="pair">
      ${SIDES.map((side) => {
        const text = talk.guesses[side];
        const value = readGuess(text);
        const wrong = text !== '' && value === undefined;
        return html`
          <div class="guess ${side}">
            <p class="ask" id="ask-${side}">${guess.ask[side]}</p>
            <div class="number">
              <input
                class="big"
                type="text"
                inputmode="numeric"
                maxlength="3"
                autocomplete="off"
                data-side=${side}
                aria-label=${guess.label[side]}
                aria-describedby=${wrong ? `wrong-${side}` : `ask-${side}`}
                aria-invalid=${wrong ? 'true' : 'false'}
                .value=${text}
                @input=${on.onGuess}
              />
              <span>${guess.unit}</span>
            </div>
            <input
              type="range"
              min="0"
              max="100"
              step="1"
              data-side=${side}
              data-empty=${value === undefined ? 'true' : 'false'}
              aria-label=${guess.slider(guess.label[side])}
              .value=${String(value ?? 50)}
              @input=${on.onGuess}
            />
            <div class="ends" aria-hidden="true"><span>0</span><span>50</span><span>100</span></div>
            ${wrong ? html`<p class="wrong" id="wrong-${side}" role="alert">${guess.invalid}</p>` : nothing}
          </div>
        `;
      })}
    </div>
    <p class="soft">${guess.how}</p>
  `;
}

/** The guess beside what was measured; a score that may not be shown stays hidden whatever was guessed. */
export function revealSlide(wall: Wall): TemplateResult {
  const { words } = wall;
  return html`
    <div class="reveals">${SIDES.map((side) => revealOf(side, wall))}</div>
    <p class="how">${words.reveal.ask}</p>
  `;
}

function revealOf(side: Side, { words, results, talk }: Wall): TemplateResult {
  const { reveal, interval } = words;
  const other = otherSide(side);
  const guess = readGuess(talk.guesses[side]);
  const found = measuredScore(results, other);
  const measured = isHidden(found) ? undefined : found;
  const said = measured && points(measured.mean, measured.decimals);
  const gap = measured && guess !== undefined ? Math.abs(guess - Number(said)) : undefined;
  const limits =
    measured?.low === undefined || measured.high === undefined
      ? undefined
      : interval(points(measured.low, measured.decimals), points(measured.high, measured.decimals));
  return html`
    <div class="reveal">
      <dl>
        <div class=${side}>
          <dt>${reveal.guessed[side]}</dt>
          <dd>
            ${guess === undefined ? html`<span class="soft">${reveal.noGuess}</span>` : reveal.points(String(guess))}
          </dd>
        </div>
        <div class=${other}>
          <dt>${reveal.measured[other]}</dt>
          <dd>${said === undefined ? '–' : reveal.points(said)}</dd>
          ${limits === undefined ? nothing : html`<dd class="limits-of">${limits}</dd>`}
        </div>
      </dl>
      ${measured ? track(side, other, guess, measured) : nothing}
      <p>
        ${
          measured === undefined
            ? reveal.notShown
            : gap === undefined
              ? nothing
              : gap < 0.5
                ? reveal.same
                : reveal.apart(points(gap, measured.decimals))
        }
      </p>
    </div>
  `;
}

/** The line from 0 to 100 with the guess, hollow, and the score with its interval, filled. What it shows stands in words beside it. */
function track(side: Side, other: Side, guess: number | undefined, { mean, low, high }: Measured): TemplateResult {
  const at = (value: number): string => `${2 + 0.96 * Math.min(100, Math.max(0, value))}%`;
  return html`
    <svg class="track" aria-hidden="true" focusable="false">
      ${svg`<line class="rule" x1="2%" x2="98%" y1="50%" y2="50%"></line>`}
      ${[0, 25, 50, 75, 100].map((value) => svg`<line class="rule" x1=${at(value)} x2=${at(value)} y1="32%" y2="68%"></line>`)}
      ${
        low === undefined || high === undefined
          ? nothing
          : svg`<line class="whisker ${other}" x1=${at(low)} x2=${at(high)} y1="50%" y2="50%"></line>`
      }
      ${svg`<circle class="full ${other}" cx=${at(mean)} cy="50%" r="0.42em"></circle>`}
      ${guess === undefined ? nothing : svg`<circle class="hollow ${side}" cx=${at(guess)} cy="50%" r="0.42em"></circle>`}
    </svg>
  `;
}
