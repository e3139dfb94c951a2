import { composeInstrument } from '../../../core/instrument/participation-trust/compose.js';
import { participationTrustStructure, vignetteItems } from '../../../core/instrument/participation-trust/structure.js';
import { thenItems, withThenItems } from '../../../core/instrument/participation-trust/then-test.js';
import type { SessionPlan } from '../../../core/session/types.js';
import type { Extra } from '../../../core/study/types.js';
import type { SurveyApp } from '../survey-app.js';
import { instrumentName, type SurveyWords } from '../survey-words.js';

const allTexts = {
  'zh-Hans': async () => (await import('../../../core/instrument/participation-trust/zh-Hans/all.js')).zhHans,
  en: async () => (await import('../../../core/instrument/participation-trust/en/all.js')).en,
};

const extended = new WeakSet<SurveyWords>();

/**
 * The optional parts that are asked here (method.md §2.5), of those that the study names: of residents and officials, in the full form of the
 * built-in instrument; the then-test at the study's last wave only.
 */
export function extrasOf({ study, wave, group, host }: SurveyApp): ReadonlySet<Extra> {
  if (!study || group === 'partner' || host.form !== 'full') return new Set();
  if (study.instrument !== instrumentName(participationTrustStructure)) return new Set();
  return new Set((study.extras ?? []).filter((extra) => extra === 'vignettes' || study.waves.at(-1)?.id === wave?.id));
}

/**
 * Whether the then-test is asked on this sheet: of a random half, those whose id ends in an even hex digit. The id is a random UUID
 * made before the first answer, so the half is drawn by lot, knows nothing of the answers, stays when a sheet is resumed, and can be told
 * again from the stored response.
 */
export const asksThenTest = (id: string): boolean => /[02468ace]$/.test(id);

/**
 * The plan with the optional parts: the vignettes after the open questions, before the background; the then-test at the very end, apart from
 * the items that it repeats (method.md §3.15b).
 *
 * @param id of the sheet
 */
export function planWithExtras(plan: SessionPlan, extras: ReadonlySet<Extra>, id: string): SessionPlan {
  const vignettes = extras.has('vignettes') ? vignetteItems : [];
  const then = extras.has('then-test') && asksThenTest(id) ? thenItems : [];
  const background = [...vignettes, ...plan.form.background, ...then];
  return { ...plan, form: { ...plan.form, background } };
}

/** Whether the words of `app` name everything that is asked; other words may have taken their place since they were extended. */
export const isWorded = (app: SurveyApp): boolean => !app.words || extrasOf(app).size === 0 || extended.has(app.words);

/** Gives the words of `app` those of the optional parts. */
export async function extendWords(app: SurveyApp): Promise<void> {
  if (isWorded(app) || !app.words) return;
  const { locale } = app.words;
  const texts = await allTexts[locale]();
  // Other words may have come meanwhile; those are extended by who loaded them.
  if (app.words.locale !== locale) return;
  const instrument = composeInstrument(withThenItems(participationTrustStructure), { [locale]: texts });
  app.words = { ...app.words, instrument, items: new Map(instrument.items.map((item) => [item.id, item])) };
  extended.add(app.words);
}

/** Plans for the sheet with this id. */
export function extendPlan(app: SurveyApp, id: string | undefined): void {
  if (app.basePlan && id !== undefined) app.plan = planWithExtras(app.basePlan, extrasOf(app), id);
}
