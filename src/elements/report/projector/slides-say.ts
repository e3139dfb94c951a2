import { html, nothing, type TemplateResult } from 'lit';
import { points } from '../../../core/describe/format.js';
import { daysOf, invitedOf } from '../../../core/describe/asked.js';
import { answeredOf, constructName } from '../../../core/meeting/names.js';
import type { MeetingSlide } from '../../../core/meeting/plan.js';
import { gapQuestions } from '../../../core/meeting/questions.js';
import { settingsLine } from '../../chart/settings-line.js';
import { titleOf, type Wall } from './wall.js';

const SIDES = ['resident', 'official'] as const;
/** From so many characters on a suggestion is written smaller. */
const LONG = 70;
const VERY_LONG = 160;

/** A day as it is said. */
export function dayIn(locale: string, day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

const isDay = (day: unknown): day is string => typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);

/** The first page: what was studied, when, and who answered. */
export function titleSlide({ words, messages, results, material, note, on }: Wall): TemplateResult {
  const { title, open, locale, sides } = words;
  const days = (['baseline', 'endline'] as const).flatMap((wave) => {
    const { opens, closes } = daysOf(results, material, wave);
    return isDay(opens) ? [title.days(wave, dayIn(locale, opens), isDay(closes) ? dayIn(locale, closes) : '')] : [];
  });
  const answered = SIDES.flatMap((side) => {
    const own = answeredOf(results, side);
    if (!own) return [];
    const sheets = (['baseline', 'endline'] as const).map((wave) => {
      const invited = invitedOf(results, material, side, wave);
      return title.ofAsked(String(own[wave]), invited === undefined ? '' : String(invited));
    });
    return [title.flow(sides[side], sheets[0]!, sheets[1]!, String(own.linked))];
  });
  return html`
    <div class="opening">
      <p class="kicker">${title.kicker}</p>
      <h2 id="heading" tabindex="-1">${titleOf(results, locale)}</h2>
      ${days.length > 0 ? html`<p>${days.map((line) => html`<span class="days">${line}</span> `)}</p>` : nothing}
      <ul class="plain">
        ${answered.map((line) => html`<li>${line}</li>`)}
      </ul>
      ${results.study.synthetic ? html`<p><span class="stamp">${messages.synthetic}</span></p>` : nothing}
      <div class="start">
        <p class="soft">${title.start}</p>
        <label class="file"
          ><input type="file" multiple accept=".json,.ndjson,.txt" @change=${on.onOpen} />${open.another}</label
        >
        <slot name="start"></slot>
      </div>
      <p role="status" class="soft">${note}</p>
    </div>
  `;
}

/** The finding in sentences, before any chart. */
export function findingSlide({ words, said }: Wall): TemplateResult {
  return html`
    <div class="sentences">
      ${SIDES.map((side) => (said.index[side] ? html`<p class="say ${side}">${said.index[side]}</p>` : nothing))}
      <p class="soft">${words.finding.key}</p>
    </div>
  `;
}

/** What mixed tables talk about. */
export function whySlide({ words, results }: Wall): TemplateResult {
  const { why, sides, locale } = words;
  const questions = gapQuestions(results);
  return html`
    <p class="how">${why.how}</p>
    ${
      questions.length === 0
        ? html`<p class="soft">${why.none}</p>
            <ol class="asks">
              ${why.open.map((ask) => html`<li><strong>${ask}</strong></li>`)}
            </ol>`
        : html`<ol class="asks">
            ${questions.map(({ construct, gap, low, high, decimals }) => {
              const [higher, lower] = gap > 0 ? [sides.official, sides.resident] : [sides.resident, sides.official];
              const [from, to] = gap > 0 ? [low, high] : [-high, -low];
              const size = [Math.abs(gap), from, to].map((value) => points(value, decimals)) as [
                string,
                string,
                string,
              ];
              return html`<li>
                <strong>${why.ask[construct] ?? why.ask.other}</strong>
                <span class="soft">${why.gap(constructName(results, construct, locale), higher, lower, ...size)}</span>
              </li>`;
            })}
          </ol>`
    }
  `;
}

/** Ledger rows do not say their language: what has Chinese characters is read aloud as Chinese. */
const langIn = (text: string): string => (/[\u3400-\u9fff]/.test(text) ? 'zh-Hans' : 'en');

/** One suggestion that was not taken up, with the reason. */
export function declinedSlide(
  { suggestion }: Extract<MeetingSlide, { kind: 'declined' }>,
  { words }: Wall,
): TemplateResult {
  const { declined, locale } = words;
  const { text, status, date, reason, reportedBackOn } = suggestion;
  const length = text.length + (reason?.length ?? 0);
  const size = length > VERY_LONG ? 'very-long' : length > LONG ? 'long' : '';
  return html`
    <div class="suggestion ${size}">
      <blockquote lang=${langIn(text)}>${text}</blockquote>
      <p class="soft">
        ${declined.raised(dayIn(locale, date))} · ${declined.status[status === 'deferred' ? status : 'declined']}
      </p>
      ${
        reason?.trim()
          ? html`<p><strong>${declined.reason}</strong>　<span lang=${langIn(reason)}>${reason}</span></p>`
          : html`<p><strong>${declined.noReason}</strong></p>`
      }
      <p class="soft">${reportedBackOn ? declined.answered(dayIn(locale, reportedBackOn)) : declined.notAnswered}</p>
    </div>
  `;
}

/** Without a list: the host reads from paper. */
export function noListSlide({ words }: Wall): TemplateResult {
  return html`<div class="sentences"><p class="say">${words.noList.text}</p></div>`;
}

/** The last page: the limits, and how the figures were made. */
export function closingSlide({ words, messages, results }: Wall): TemplateResult {
  const { limits, thanks } = words.closing;
  return html`
    <ul class="limits">
      ${limits.map((limit) => html`<li>${limit}</li>`)}
    </ul>
    <p class="thanks">${thanks}</p>
    <p class="soft fine">${settingsLine(messages, results)}</p>
  `;
}
