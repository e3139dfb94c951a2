import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Item } from '../../../core/instrument/types.js';
import { cardNames } from '../../../core/link/card-names.js';
import { cardPictures } from '../../../core/link/card-pictures.js';
import { cardLength, cardSymbols } from '../../../core/link/card.js';
import { linkElements, type LinkElement } from '../../../core/link/code.js';
import { signsFor } from '../../../core/paper/codes.js';
import { textIn } from '../../../core/text.js';
import { codedOptions, numbersOf, organisationOf, promptOn, type CodedOption, type PaperForm } from './paper-source.js';
import { meaningOf, rowName } from './rows.js';

/** Questions under one instruction, at most. */
const CHUNK = 6;
/** Points of a scale that fit beside each other, at most. */
const IN_A_ROW = 5;

/** The questionnaire as it lies on the table, in the order of the screen (method.md §2.1). */
export function printForm(form: PaperForm): TemplateResult {
  return html`<article class="form">
    ${head(form)} ${consent(form)} ${howTo(form)} ${community(form)} ${closed(form)} ${linking(form)} ${open(form)}
    ${background(form)}
    <p class="end keep">${form.messages.print.end(form.group, organisationOf(form))}</p>
  </article>`;
}

const boxes = (count: number): TemplateResult =>
  html`<span class="boxes" aria-hidden="true"
    >${Array.from({ length: count }, () => html`<span class="cell"></span>`)}</span
  >`;

/**
 * What the form is. Its number is a serial of the paper: written on it after collection, when nobody can tell any more whose sheet it is, it
 * finds the sheet again for the second entry and holds loose pages together; the response does not carry it.
 */
function head(form: PaperForm): TemplateResult {
  const { study, wave, locale, group, messages } = form;
  const { print } = messages;
  const place = study.communities.find(({ id }) => id === form.community);
  return html`<header class="keep">
    <div class="serial">
      <span class="label">${print.number}</span> ${boxes(4)}
      <span class="small">${print.numberHint}</span>
    </div>
    <h1 part="heading">${textIn(study.title, locale)}</h1>
    <p class="sub">
      ${[print.formName[group], textIn(wave.label, locale), place ? textIn(place.label, locale) : '']
        .filter(Boolean)
        .join(' · ')}
    </p>
    <p class="sub">${organisationOf(form)}</p>
    ${study.synthetic ? html`<p class="sub">${print.synthetic}</p>` : nothing}
    <p class="date">
      <span class="label">${print.date}</span>
      ${boxes(4)} ${print.year} ${boxes(2)} ${print.month} ${boxes(2)} ${print.day}
    </p>
  </header>`;
}

function consent({ consent: text, messages, plan }: PaperForm): TemplateResult {
  const box = (label: string): TemplateResult =>
    html`<p class="tick keep"><span class="square" aria-hidden="true"></span><span>${label}</span></p>`;
  return html`<section class="consent">
    <h2>${messages.print.consentTitle}</h2>
    <p>${text.lead}</p>
    <ul>
      ${text.points.map((point) => html`<li class="keep">${point}</li>`)}
    </ul>
    <div class="ticks keep">
      <p class="instruction">${messages.print.tick}</p>
      ${box(text.participate)} ${box(text.process)} ${plan.linking ? box(text.link) : nothing}
    </div>
  </section>`;
}

function howTo({ words, messages, group, locale }: PaperForm): TemplateResult {
  const { instrument } = words;
  const glossary = textIn(instrument.glossary?.[group], locale);
  return html`<section class="how">
    <h2>${messages.print.howTitle}</h2>
    <ul>
      ${messages.print.how(group).map((line) => html`<li class="keep">${line}</li>`)}
    </ul>
    <p class="frame keep">${textIn(instrument.frame?.[group], locale)} ${glossary}</p>
  </section>`;
}

function community({ plan, study, messages, locale }: PaperForm): TemplateResult | typeof nothing {
  if (plan.communities.length === 0) return nothing;
  const signs = signsFor(
    plan.communities.map((_, i) => i + 1),
    false,
  );
  return html`<section class="item keep" data-item="#community">
    <p class="prompt">${messages.print.communityTitle}</p>
    <p class="options">
      ${plan.communities.map((id, i) => {
        const label = textIn(study.communities.find((one) => one.id === id)?.label, locale);
        return option({ code: signs[i] ?? '', label, apart: false });
      })}
    </p>
  </section>`;
}

/** Consecutive items with one way of answering, in chunks of much the same size that each repeat the instruction. */
function chunksOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last && last[0]?.scale === item.scale) last.push(item);
    else runs.push([item]);
  }
  return runs.flatMap((run) => {
    const chunks = Math.ceil(run.length / CHUNK);
    const start = (i: number): number => Math.floor((i * run.length) / chunks);
    return Array.from({ length: chunks }, (_, i) => run.slice(start(i), start(i + 1)));
  });
}

function closed(form: PaperForm): readonly TemplateResult[] {
  const { words, plan, group, locale, messages } = form;
  const items = plan.form.closed.flatMap((id) => words.items.get(id) ?? []);
  return chunksOf(items).map((chunk) => {
    const stem = textIn(chunk[0]?.stem?.[group], locale);
    const before = html`${chunk[0]?.scale ? html`<p class="instruction">${messages.print.instruction(group)}</p>` : nothing}
    ${stem ? html`<p class="lead">${stem}</p>` : nothing}`;
    return html`<section class="chunk">
      ${together(
        before,
        chunk.map((item) => itemView(form, item)),
      )}
    </section>`;
  });
}

/** Items below a heading, which never stands alone at the foot of a page. Firefox heeds `break-inside` here, but not `break-after`. */
function together(before: TemplateResult, [first, ...others]: readonly TemplateResult[]): TemplateResult {
  return html`<div class="keep">${before} ${first ?? nothing}</div>
    ${others}`;
}

/** One item, whole on one page: its words, and room for the answer. */
function itemView(form: PaperForm, item: Item): TemplateResult {
  const number = numbersOf(form).get(item.id);
  const condition = conditionOf(form, item);
  return html`<div class="item keep" data-item=${item.id}>
    <p class="prompt">
      ${number === undefined ? nothing : html`<span class="no">${number}.</span>`}<span
        >${promptOn(form, item)}${condition ? html`<span class="hint">${condition}</span>` : nothing}</span
      >
    </p>
    ${answers(form, item)}
  </div>`;
}

function answers(form: PaperForm, item: Item): TemplateResult | readonly TemplateResult[] | typeof nothing {
  if (item.kind === 'note') return nothing;
  if (item.kind === 'text') return [1, 2, 3, 4].map(() => html`<p class="ruled" aria-hidden="true"></p>`);
  const options = codedOptions(form, item);
  const scale = options.filter(({ apart }) => !apart);
  const apart = options.filter((one) => one.apart);
  const long = longest(scale) > (form.locale === 'en' ? 18 : 8);
  const shape = item.kind === 'ladder' ? 'rungs' : long ? 'lines' : scale.length > IN_A_ROW ? 'options' : 'columns';
  if (shape === 'columns') return html`<div class="columns">${options.map(option)}</div>`;
  return html`<div class=${shape}>${scale.map(option)}</div>
    ${apart.length ? html`<div class="options beside">${apart.map(option)}</div>` : nothing}`;
}

/** Which answer to which question makes this one be asked; '' where it always is. */
function conditionOf(form: PaperForm, item: Item): string {
  const other = item.relevant && form.words.items.get(item.relevant.item);
  if (!item.relevant || !other) return '';
  const meaning = meaningOf(form, other.id, item.relevant.equals);
  return form.messages.print.hint(form.messages.print.onlyIf(rowName(form, other.id), meaning));
}

const longest = (options: readonly CodedOption[]): number => Math.max(0, ...options.map(({ label }) => label.length));

function option({ code, label, apart }: CodedOption): TemplateResult {
  return html`<span class="answer ${apart ? 'aside' : ''}">
    <span class="code"><span class="circle" aria-hidden="true"></span><b>${code}</b></span> <span>${label}</span>
  </span>`;
}

function linking(form: PaperForm): TemplateResult | typeof nothing {
  const { print } = form.messages;
  if (form.linking === 'card') return card(form);
  if (form.linking !== 'code') return nothing;
  return html`<section>
    ${together(
      html`<h2>${print.codeTitle}</h2>
        <p>${print.codeWhy(form.group)}</p>
        <p>${print.codeSkip(form.group)}</p>`,
      linkElements.map((element) => codeItem(form, element)),
    )}
  </section>`;
}

/** The pictures with their numbers, and a box for each picture of the card. */
function card({ messages: { print }, group, locale }: PaperForm): TemplateResult {
  return html`<section class="keep" data-item="#card">
    <h2>${print.cardTitle}</h2>
    <p>${print.cardText(group)}</p>
    <div class="pictures">
      ${cardSymbols.map(
        (symbol, i) =>
          html`<span class="picture">
            <svg viewBox="0 0 32 32" aria-hidden="true">${svg`<path d=${cardPictures[symbol] ?? nothing} />`}</svg>
            <span><b>${i + 1}</b> ${cardNames[locale][i]}</span>
          </span>`,
      )}
    </div>
    <p class="signs" aria-hidden="true">
      ${Array.from({ length: cardLength }, () => html`<span class="sign"></span>`)}
    </p>
  </section>`;
}

function codeItem({ link, messages }: PaperForm, { id, values = [] }: LinkElement): TemplateResult {
  const labels = link.labels[id] ?? [];
  const written = id === 'G1' || id === 'G3' || id === 'G5';
  return html`<div class="item keep" data-item=${id}>
    <p class="prompt">
      <span>${link.prompts[id]}<span class="hint">${messages.print.hint(messages.print.codeHints[id])}</span></span>
    </p>
    ${
      written
        ? html`<p class="write" aria-hidden="true"></p>`
        : html`<div class="options">
            ${values.map((code, i) => option({ code, label: labels[i] ?? code, apart: false }))}
          </div>`
    }
  </div>`;
}

function open(form: PaperForm): TemplateResult | typeof nothing {
  const { plan, words, messages, group } = form;
  const items = plan.form.open.flatMap((id) => words.items.get(id) ?? []);
  if (items.length === 0) return nothing;
  return html`<section>
    ${together(
      html`<h2>${messages.print.openTitle(group)}</h2>
        <p>${messages.print.openHint(group)}</p>`,
      items.map((item) => itemView(form, item)),
    )}
  </section>`;
}

function background(form: PaperForm): TemplateResult | typeof nothing {
  const { plan, words, messages } = form;
  const items = plan.form.background.flatMap((id) => words.items.get(id) ?? []);
  if (items.length === 0) return nothing;
  return html`<section>
    ${together(
      html`<h2>${messages.print.backgroundTitle}</h2>`,
      items.map((item) => itemView(form, item)),
    )}
  </section>`;
}
