import { html, nothing, type TemplateResult } from 'lit';
import type { ReportParts } from '../../core/describe/report.js';
import type { ReportMessages } from '../../i18n/report/types.js';

/** One language of a report: its parts and the words of its figures. */
export interface Said {
  readonly parts: ReportParts;
  readonly messages: ReportMessages;
}

/** The languages of a report, the first one leading. */
export type Languages = readonly [Said, ...Said[]];

/** The same thing in every language, each marked as what it is; where all say the same, once. */
export function inAll(languages: Languages, say: (said: Said) => string): TemplateResult | string {
  const texts = languages.map(say);
  if (texts.every((text) => text === texts[0])) return texts[0] as string;
  return html`${languages.map(
    ({ messages }, index) =>
      html`${index ? ' ' : nothing}<span lang=${messages.locale} class=${index ? 'second' : 'first'}
          >${texts[index]}</span
        >`,
  )}`;
}

/** The same in plain text, for `aria-label` and where nothing can be marked. */
export function plainInAll(languages: Languages, say: (said: Said) => string): string {
  return [...new Set(languages.map(say))].join(' / ');
}

/** A paragraph in each language. */
export function paragraphs(languages: Languages, say: (said: Said) => string | undefined, name = ''): TemplateResult {
  return html`${languages.map((said, index) => {
    const text = say(said);
    return text
      ? html`<p lang=${said.messages.locale} class="${name} ${index ? 'second' : 'first'}">${text}</p>`
      : nothing;
  })}`;
}
