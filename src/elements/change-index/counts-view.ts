import { html, nothing, type TemplateResult } from 'lit';
import type { HeldBack, LocalOutcome, WaveCounts } from '../../compute-local.js';
import { textIn, type Group, type Locale, type Text } from '../../core/text.js';
import type { ResultsMessages } from '../../i18n/results/types.js';

/** Title, kicker and the label of made-up data: the head of every card. */
export function headView(messages: ResultsMessages, title: Text, synthetic: boolean): TemplateResult {
  return html`
    <header>
      <p class="kicker">${messages.card.kicker}</p>
      <h2 part="title">${textIn(title, messages.locale)}</h2>
      ${synthetic ? html`<p><span class="synthetic">${messages.synthetic}</span></p>` : nothing}
    </header>
  `;
}

/** A wave is still open, or has not begun: counts and the reason, no figure (design.md §6.2). */
export function heldBackView(
  messages: ResultsMessages,
  { reason, wave, title, synthetic, counts }: HeldBack,
): TemplateResult {
  const { card, locale } = messages;
  const label = textIn(wave.label, locale);
  const text =
    reason === 'open' ? card.open(label, day(wave.closes, locale)) : card.before(label, day(wave.opens, locale));
  return html`
    ${headView(messages, title, synthetic)}
    <div class="message" part="message" role="status">
      ${reason === 'open' ? html`<strong>${card.openTitle}</strong>` : nothing} ${text}
    </div>
    ${countsView(messages, counts)}
  `;
}

/** Nobody has answered on this device. */
export function noneView(
  messages: ResultsMessages,
  { title, synthetic, unread }: Extract<LocalOutcome, { status: 'none' }>,
): TemplateResult {
  const { card } = messages;
  return html`
    ${headView(messages, title, synthetic)}
    <div class="message" part="message" role="status"><strong>${card.noneTitle}</strong> ${card.none}</div>
    ${unread ? html`<p class="small">${card.setAside(String(unread))}</p>` : nothing}
  `;
}

function countsView(messages: ResultsMessages, counts: WaveCounts): TemplateResult | typeof nothing {
  const rows = Object.entries(counts);
  if (rows.length === 0) return nothing;
  const [who, before, after] = messages.card.flowHead;
  return html`
    <section>
      <h3>${messages.card.whoTitle}</h3>
      <table class="counts">
        <thead>
          <tr>
            <th scope="col">${who}</th>
            <th scope="col">${before}</th>
            <th scope="col">${after}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([group, { baseline, endline }]) =>
              html`<tr>
                <th scope="row">${messages.groups[group as Group]}</th>
                <td>${baseline}</td>
                <td>${endline}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>
  `;
}

/** `2027-03-01` → 2027年3月1日 / 1 March 2027; "" where there is no day. */
function day(iso: string | undefined, locale: Locale): string {
  if (!iso) return '';
  const at = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return iso;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'long', timeZone: 'UTC' }).format(
    at,
  );
}
