import { html, nothing, type TemplateResult } from 'lit';
import type { KeptMaterial, Quote } from '../../../core/describe/report-material.js';
import { maskOpenText } from '../../../core/response/mask.js';
import { textIn, type Group } from '../../../core/text.js';
import { canonical } from '../../../store/canonical.js';
import type { DeskMessages } from '../../../i18n/desk/types.js';
import type { DeskModel } from '../desk-model.js';
import { focusFirst, placeOf, WrittenList } from './written-list.js';

/** The sides that a report gives a voice (method.md §5, part 7 of the handout). */
const SIDES: readonly Group[] = ['resident', 'official'];
/** Longest quote that a report reads, in characters (design.md §3). */
const LONGEST = 4000;

const same = (a: Quote, b: Quote): boolean => canonical(a) === canonical(b);
const textsOf = ({ text }: Quote): readonly string[] => (typeof text === 'string' ? [text] : Object.values(text));

/** What people said: a list, of which the first of each side is printed, and a form for one. */
export class QuotesView {
  readonly #model: DeskModel;
  readonly #list: WrittenList<Quote>;
  readonly #changed: () => void;
  /** What is in the form, to be looked through for what may tell who somebody is. */
  #typed: readonly string[] = [];

  constructor(model: DeskModel, changed: () => void) {
    this.#model = model;
    this.#changed = changed;
    this.#list = new WrittenList<Quote>({
      changed,
      items: () => this.#quotes(),
      textOf: (quote) => textsOf(quote)[0] ?? '',
      fill: (form, quote) => {
        fill(form, quote);
        this.#look(form);
      },
      read,
      save: (quote, old) =>
        this.#change((quotes) => {
          const rest = quotes.filter((one) => !same(one, quote));
          const at = old ? rest.findIndex((one) => same(one, old)) : -1;
          return at < 0 ? [...rest, quote] : [...rest.slice(0, at), quote, ...rest.slice(at + 1)];
        }),
      remove: (quote) => this.#change((quotes) => quotes.filter((one) => !same(one, quote))),
      putBack: (quote, at) => this.#change((quotes) => [...quotes.slice(0, at), quote, ...quotes.slice(at)]),
    });
  }

  render(own: DeskMessages): TemplateResult {
    const { material } = own;
    return html`
      <section class="quotes" aria-labelledby="quotes-title">
        <h5 id="quotes-title">${material.quotesTitle}</h5>
        <p class="soft">${material.quotesLead}</p>
        <ul class="plain">
          ${this.#quotes().map((quote, at) => this.#item(own, quote, at))}
        </ul>
        ${this.#list.form(own, material.quotesTitle, this.#fields(own))}
      </section>
    `;
  }

  #quotes(): readonly Quote[] {
    return this.#model.holdings?.material.quotes ?? [];
  }

  #change(work: (quotes: readonly Quote[]) => readonly Quote[]): Promise<void> {
    return this.#model.changeMaterial((before): KeptMaterial => ({ ...before, quotes: work(before.quotes ?? []) }));
  }

  #item(own: DeskMessages, quote: Quote, at: number): TemplateResult {
    const { material, groups, locale } = own;
    const { group } = quote;
    const text = typeof quote.text === 'string' ? quote.text : textIn(quote.text, locale);
    const isSide = SIDES.includes(group);
    const isFirst = isSide && this.#quotes().findIndex((one) => one.group === group) === at;
    const first = html`<button type="button" value=${at} aria-label="${material.first} ${text}" @click=${this.#onFirst}>
      ${material.first}
    </button>`;
    return html`<li class="written">
      <p>
        <strong class=${group}>${groups[group]}</strong> “${text}”
        ${isFirst ? html`<span class="soft">${material.printed}</span>` : nothing}
      </p>
      ${warnings(own, textsOf(quote))} ${this.#list.buttons(own, at, isSide && !isFirst ? first : nothing)}
    </li>`;
  }

  #fields(own: DeskMessages): TemplateResult {
    const { material, groups } = own;
    const field = (id: string, label: string, required: boolean): TemplateResult =>
      html`<p class="field">
        <label for=${id}>${label}</label>
        <textarea
          id=${id}
          rows="2"
          ?required=${required}
          maxlength=${LONGEST}
          autocomplete="off"
          aria-describedby="quote-warnings"
          @input=${this.#onTyped}
        ></textarea>
      </p>`;
    return html`<p class="field">
        <label for="quote-group">${material.from}</label>
        <select id="quote-group">
          ${[...SIDES, 'partner' as const].map((side) => html`<option value=${side}>${groups[side]}</option>`)}
        </select>
      </p>
      ${field('quote-text', material.text, true)} ${field('quote-english', material.textEnglish, false)}
      <div id="quote-warnings" role="status">${warnings(own, this.#typed)}</div>`;
  }

  #look(form: HTMLFormElement): void {
    this.#typed = typedIn(form);
    this.#changed();
  }

  readonly #onTyped = (event: Event): void => {
    const { form } = event.currentTarget as HTMLTextAreaElement;
    // A form that is emptied tells it once it is empty.
    if (!this.#typed.length) form?.addEventListener('reset', () => (this.#typed = []), { once: true });
    if (form) this.#look(form);
  };

  readonly #onFirst = (event: Event): void => {
    const quote = this.#quotes()[placeOf(event)];
    const section = (event.currentTarget as HTMLElement).closest('section');
    if (!quote) return;
    void this.#list.change(() => this.#change((quotes) => [quote, ...quotes.filter((one) => !same(one, quote))]));
    // The button is gone: the quote is the first now.
    if (section) focusFirst(section);
  };
}

/** What a person should look at again (method.md §6.3); it stops nobody. */
function warnings({ material }: DeskMessages, texts: readonly string[]): TemplateResult[] {
  const found = texts.map(maskOpenText);
  const codes = new Set(
    found.flatMap(({ masked, warnings }) => [...(masked > 0 ? (['masked'] as const) : []), ...warnings]),
  );
  return Array.from(codes, (code) => html`<p class="warn">${material.warnings[code]}</p>`);
}

const typedIn = (form: HTMLFormElement): string[] =>
  [...form.querySelectorAll('textarea')].map(({ value }) => value.trim());

function fill(form: HTMLFormElement, { group, text }: Quote): void {
  const [own, english] = typeof text === 'string' ? [text, ''] : [text['zh-Hans'] ?? text.en ?? '', text.en ?? ''];
  form.querySelector('select')!.value = group;
  const [first, second] = form.querySelectorAll('textarea');
  first!.value = own;
  second!.value = own === english ? '' : english;
}

function read(form: HTMLFormElement): Quote | undefined {
  const [text = '', english = ''] = typedIn(form);
  const group = form.querySelector('select')!.value as Group;
  return text ? { group, text: english ? { 'zh-Hans': text, en: english } : text } : undefined;
}
