import { fillFocal } from '../../../core/instrument/focal.js';
import type { Item, Relevance } from '../../../core/instrument/types.js';
import { cardNames } from '../../../core/link/card-names.js';
import { cardLength, cardSymbols } from '../../../core/link/card.js';
import { linkElements, type LinkTexts } from '../../../core/link/code.js';
import { codeOf, fieldOf, missingCodes, type PaperField } from '../../../core/paper/codes.js';
import { paperFields, type PaperPlan } from '../../../core/paper/sheet.js';
import type { Study, Wave } from '../../../core/study/types.js';
import { waveState } from '../../../core/study/waves.js';
import { textIn, type Group, type Locale } from '../../../core/text.js';
import { loadMessages } from '../../../i18n/locale.js';
import { paperCatalogues } from '../../../i18n/paper/index.js';
import type { PaperMessages } from '../../../i18n/paper/types.js';
import { lateSurveyCatalogues } from '../../../i18n/survey/index.js';
import type { Consent, LateSurveyMessages } from '../../../i18n/survey/types.js';
import type { CanyuSurvey } from '../canyu-survey.js';
import { consentOf } from '../consent-text.js';
import { dayOf } from '../../day.js';
import type { SurveyApp } from '../survey-app.js';
import { isTrouble, loadStudy, type Trouble } from '../study-source.js';
import { instrumentName, loadWords, optionsOf, type SurveyWords } from '../survey-words.js';

/** Everything that is printed, and that the typist works from: the paper and the keys come from one place. */
export interface PaperForm {
  readonly locale: Locale;
  readonly study: Study;
  readonly wave: Wave;
  readonly group: Group;
  readonly plan: PaperPlan;
  /** The community that the page or the study names. */
  readonly community?: string | undefined;
  readonly fields: readonly PaperField[];
  readonly relevant: ReadonlyMap<string, Relevance>;
  readonly words: SurveyWords;
  readonly consent: Consent;
  readonly messages: PaperMessages;
  readonly late: LateSurveyMessages;
  readonly link: LinkTexts;
  /** What is written and typed for the linking, in order; empty where nobody is linked. */
  readonly linkRows: readonly LinkRow[];
  /** How two sheets find each other on paper; a device's own number does not exist there. */
  readonly linking: 'code' | 'card' | 'none';
}

const linkTexts = {
  'zh-Hans': async (): Promise<LinkTexts> => (await import('../../../core/link/texts.zh-Hans.js')).linkZhHans,
  en: async (): Promise<LinkTexts> => (await import('../../../core/link/texts.en.js')).linkEn,
};

/** One of the six small questions, or one picture of the card. */
export interface LinkRow {
  readonly id: string;
  readonly prompt: string;
  /** Absent for the family name, which is written. */
  readonly values?: readonly string[] | undefined;
  readonly labels?: readonly string[] | undefined;
}

function linkRowsOf(
  linking: PaperForm['linking'],
  texts: LinkTexts,
  messages: PaperMessages,
  locale: Locale,
): readonly LinkRow[] {
  if (linking === 'none') return [];
  if (linking === 'code') {
    return linkElements.map(({ id, values }) => ({ id, prompt: texts.prompts[id], values, labels: texts.labels[id] }));
  }
  const values = cardSymbols.map((_, i) => String(i + 1));
  return Array.from({ length: cardLength }, (_, i) => ({
    id: `card${i + 1}`,
    prompt: messages.entry.cardPlace(i + 1),
    values,
    labels: cardNames[locale],
  }));
}

/** Trouble on paper, with the words to tell it. */
export interface PaperTrouble extends Trouble {
  readonly late?: LateSurveyMessages | undefined;
}

/**
 * Opens the form that the tag names, in `locale`.
 *
 * Other than on screen no wave is ever too early or too late: forms are printed before a wave opens and typed in after it has
 * closed. Without a named wave `print` takes the open one, else the next, else the last; `entry` the open one, else the last
 * that has opened.
 */
export async function openPaper(
  host: CanyuSurvey,
  locale: Locale,
  purpose: 'print' | 'entry',
): Promise<PaperForm | PaperTrouble> {
  let late: LateSurveyMessages | undefined;
  try {
    const [study, loaded, messages, link] = await Promise.all([
      loadStudy(host.src, host.study ?? 'canyu'),
      loadMessages(lateSurveyCatalogues, locale),
      loadMessages(paperCatalogues, locale),
      linkTexts[locale](),
    ]);
    late = loaded;
    if (isTrouble(study)) return { ...study, late };
    const group = (host.group ?? study.groups[0] ?? 'resident') as Group;
    if (!study.groups.includes(group)) return { code: 'unknown-group', detail: group, late };
    const cannotSeal =
      study.seal && purpose === 'entry' && (await (await import('../sealing.js')).sealTrouble(study, locale));
    if (cannotSeal) return { ...cannotSeal, late };
    const linking = study.linking === 'device' ? 'none' : study.linking;
    const loadedWords = await loadWords(locale, group, host.instrument, { ...study, linking });
    if (isTrouble(loadedWords)) return { ...loadedWords, late };
    const plain = adopt(host, study, group, loadedWords, linking !== 'none', purpose);
    if ('code' in plain) return { ...plain, late };
    const { words, found } = await withVignettes(host, group, loadedWords, plain);
    const fields = paperFields(words.instrument, found.plan);
    const endless = fields.find(({ codes }) => codes.some(({ code }) => code === ''));
    if (endless) return { code: 'instrument-invalid', detail: `${endless.id}: more answers than keys (33)`, late };
    const { consent, unnamed } = messages.consent;
    const card = linking === 'card';
    const onPaper: SurveyWords = {
      ...words,
      seal: words.seal && { ...words.seal, before: words.seal.onPaper },
      consent: {
        ...words.consent,
        unnamed: { ...words.consent.unnamed, ...unnamed[group] },
        consent: (w) => ({ ...words.consent.consent(w), ...consent[group](w, card) }),
      },
    };
    const questions = found.plan.form.closed.filter((id) => words.items.get(id)?.kind !== 'note').length;
    return {
      ...found,
      locale,
      group,
      linking,
      fields,
      relevant: new Map(words.instrument.items.flatMap(({ id, relevant }) => (relevant ? [[id, relevant]] : []))),
      words,
      consent: consentOf(onPaper, found.study, {
        questions,
        minutes: questions > 15 ? 6 : 3,
        linking: linking !== 'none',
      }),
      messages,
      late,
      link,
      linkRows: linkRowsOf(linking, link, messages, locale),
    };
  } catch {
    return { code: 'load-failed', late };
  }
}

type Found = Pick<PaperForm, 'study' | 'wave' | 'plan' | 'community'>;

function adopt(
  host: CanyuSurvey,
  given: Study,
  group: Group,
  { instrument }: SurveyWords,
  linking: boolean,
  purpose: 'print' | 'entry',
): Found | Trouble {
  const name = instrumentName(instrument);
  const study = host.src ? given : { ...given, instrument: name };
  const form = instrument.forms[host.form][group];
  if (!form) return { code: 'unknown-group', detail: group };
  if (study.instrument !== name) return { code: 'unknown-instrument', detail: study.instrument };
  const { communities } = study;
  if (host.community && communities.length > 0 && !communities.some(({ id }) => id === host.community)) {
    return { code: 'unknown-community', detail: host.community };
  }
  const wave = host.wave ? study.waves.find(({ id }) => id === host.wave) : currentWave(study.waves, purpose);
  if (!wave) return { code: 'unknown-wave', detail: host.wave };
  return {
    study,
    wave,
    community: host.community || (communities.length === 1 ? communities[0]?.id : undefined),
    plan: {
      form,
      linking,
      communities: host.community || communities.length < 2 ? [] : communities.map(({ id }) => id),
    },
  };
}

/**
 * The vignettes, where the study asks for them. The then-test is not printed: it goes to a half drawn by the id of the response, which a
 * sheet of paper does not have.
 */
async function withVignettes(
  host: CanyuSurvey,
  group: Group,
  words: SurveyWords,
  found: Found,
): Promise<{ readonly words: SurveyWords; readonly found: Found }> {
  const { study, wave, plan } = found;
  if (!study.extras?.includes('vignettes')) return { words, found };
  const { extendWords, extrasOf, planWithExtras } = await import('../late/extras.js');
  const app = { host, study, wave, group, words } as unknown as SurveyApp & { words: SurveyWords };
  if (!extrasOf(app).has('vignettes')) return { words, found };
  await extendWords(app);
  return {
    words: app.words,
    found: { ...found, plan: { ...plan, ...planWithExtras(plan, new Set(['vignettes']), '') } },
  };
}

function currentWave(waves: readonly Wave[], purpose: 'print' | 'entry'): Wave | undefined {
  const day = dayOf();
  const state = (wave: Wave): string => waveState(wave, day);
  const open = waves.find((wave) => state(wave) === 'open');
  if (open) return open;
  if (purpose === 'print') return waves.find((wave) => state(wave) !== 'closed') ?? waves.at(-1);
  return waves.filter((wave) => state(wave) === 'closed').at(-1) ?? waves[0];
}

/** The wording of an item as this group reads it, the focal matter filled in. */
export function promptOn(form: PaperForm, item: Item): string {
  const focal = form.study.focal ? textIn(form.study.focal, form.locale) : undefined;
  return fillFocal(textIn(item.prompt[form.group], form.locale), focal, form.locale);
}

/** The numbers of the closed questions as printed; notes have none. */
export const numbersOf = ({ plan, words }: PaperForm): ReadonlyMap<string, number> =>
  new Map(plan.form.closed.filter((id) => words.items.get(id)?.kind !== 'note').map((id, i) => [id, i + 1]));

/** Open questions, wherever in the form they are asked. */
export const openItems = ({ plan: { form }, words }: PaperForm): readonly Item[] =>
  [...form.closed, ...form.open, ...form.background]
    .flatMap((id) => words.items.get(id) ?? [])
    .filter(({ kind }) => kind === 'text');

/** One answer as it is printed: its code and its label. */
export interface CodedOption {
  readonly code: string;
  readonly label: string;
  /** "Not clear" and "prefer not to say": printed apart from the scale. */
  readonly apart: boolean;
}

/** The answers of an item with the codes that the entry page expects. */
export function codedOptions(form: PaperForm, item: Item): readonly CodedOption[] {
  const { instrument } = form.words;
  const field = fieldOf(instrument, item);
  if (!field) return [];
  const own = optionsOf(form.words, item, form.group).map(({ value, label }) => ({
    code: codeOf(field, value),
    label,
    apart: false,
  }));
  if (item.kind === 'choice') return own;
  const apart = (['dk', 'pns'] as const).map((value) => ({
    code: missingCodes[value],
    label: textIn(instrument.missing?.[value], form.locale),
    apart: true,
  }));
  return [...own, ...apart];
}

/** What the study is called by, where it does not say who runs it. */
export function organisationOf(form: PaperForm): string {
  return (
    textIn(form.study.consent?.organisation, form.locale) ||
    form.messages.consent.unnamed[form.group].organisation ||
    form.words.consent.unnamed.organisation
  );
}
