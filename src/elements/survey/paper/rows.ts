import { codeOf } from '../../../core/paper/codes.js';
import { communityRow, consentIn, consentRows } from '../../../core/paper/sheet.js';
import type { Answer } from '../../../core/response/types.js';
import { textIn } from '../../../core/text.js';
import type { Notice, Work } from './entry-state.js';
import { codedOptions, numbersOf, promptOn, type PaperForm } from './paper-source.js';

/** What a row is called in messages: the number of the question as printed, or what stands beside the row. */
export function rowName(form: PaperForm, id: string): string {
  const number = numbersOf(form).get(id);
  return number === undefined ? rowText(form, id) : form.messages.entry.question(number);
}

/** The wording beside a row. */
export function rowText(form: PaperForm, id: string): string {
  const { entry } = form.messages;
  if (id === communityRow) return entry.community;
  for (const box of ['participate', 'process', 'link'] as const) if (id === consentRows[box]) return entry.boxes[box];
  const item = form.words.items.get(id);
  return item ? promptOn(form, item) : id;
}

/** What a value of a row means, in words; '' for blank. */
export function meaningOf(form: PaperForm, id: string, value: Answer | null | undefined): string {
  const field = form.fields.find((one) => one.id === id);
  const code = codeOf(field, value);
  return meanings(form, id).find((one) => one.code === code)?.label ?? '';
}

/** What was typed, for the eye and for a screen reader; without consent, that typing ends here. */
export function toldOf(form: PaperForm, id: string, { entry, first }: Work): Notice {
  const text = form.messages.entry;
  const refused = !first && id.startsWith('#') && consentIn(entry.values) === 'refused';
  if (refused) return { text: text.noConsent, alarm: true };
  const value = entry.values[id];
  return { text: text.typed(rowName(form, id), meaningOf(form, id, value) || text.blank), alarm: false };
}

/** All codes of a row with their words. */
export function meanings(form: PaperForm, id: string): readonly { readonly code: string; readonly label: string }[] {
  const { entry } = form.messages;
  const item = form.words.items.get(id);
  if (item) return codedOptions(form, item);
  if (id === communityRow) {
    const field = form.fields.find((one) => one.id === id);
    return (field?.codes ?? []).map(({ code, value }) => ({
      code,
      label: textIn(form.study.communities.find((one) => one.id === value)?.label, form.locale),
    }));
  }
  return [
    { code: '1', label: entry.ticked },
    { code: '0', label: entry.unticked },
  ];
}
