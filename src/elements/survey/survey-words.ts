import { composeInstrument } from '../../core/instrument/participation-trust/compose.js';
import { participationTrustStructure } from '../../core/instrument/participation-trust/structure.js';
import type { Instrument, Item } from '../../core/instrument/types.js';
import type { Linking } from '../../core/study/types.js';
import { textIn, type Group, type Locale } from '../../core/text.js';
import { loadMessages } from '../../i18n/locale.js';
import { consentCatalogues, surveyCatalogues } from '../../i18n/survey/index.js';
import type { ConsentMessages, LinkingConsent, SurveyMessages } from '../../i18n/survey/types.js';
import { isTrouble, type Trouble } from './study-source.js';

/** The instrument and the interface in one language, for one group. */
export interface SurveyWords {
  readonly locale: Locale;
  readonly group: Group;
  readonly messages: SurveyMessages;
  readonly consent: ConsentMessages;
  /** How people are linked where it is not by the six questions, and what the consent screen then says. */
  readonly linking?: readonly [Linking, LinkingConsent] | undefined;
  readonly instrument: Instrument;
  readonly items: ReadonlyMap<string, Item>;
}

const common = {
  'zh-Hans': () => import('../../core/instrument/participation-trust/zh-Hans/common.js'),
  en: () => import('../../core/instrument/participation-trust/en/common.js'),
};

/** The wording of each form; a page loads one. */
const forms = {
  'zh-Hans': {
    resident: () => import('../../core/instrument/participation-trust/zh-Hans/resident.js'),
    official: () => import('../../core/instrument/participation-trust/zh-Hans/official.js'),
    partner: () => import('../../core/instrument/participation-trust/zh-Hans/partner.js'),
  },
  en: {
    resident: () => import('../../core/instrument/participation-trust/en/resident.js'),
    official: () => import('../../core/instrument/participation-trust/en/official.js'),
    partner: () => import('../../core/instrument/participation-trust/en/partner.js'),
  },
};

/** `id@version`, as studies and responses name an instrument. */
export const instrumentName = ({ id, version }: Pick<Instrument, 'id' | 'version'>): string => `${id}@${version}`;

/**
 * Loads interface and instrument for `group` in `locale`; rejects when a file does not arrive.
 *
 * @param file address of an instrument of the site's own, which then stands in the place of the built-in one
 * @param linking how the study links its waves, once that is known
 */
export async function loadWords(
  locale: Locale,
  group: Group,
  file?: string,
  linking?: Linking,
): Promise<SurveyWords | Trouble> {
  const [messages, consent, instrument, other] = await Promise.all([
    loadMessages(surveyCatalogues, locale),
    loadMessages(ofGroup(consentCatalogues, group), locale),
    file ? import('./own-instrument.js').then((own) => own.readInstrumentFile(file)) : builtIn(locale, group),
    linking === 'card' || linking === 'device' ? import('../../i18n/survey/linking.js') : undefined,
  ]);
  if (isTrouble(instrument)) return instrument;
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  return {
    locale,
    group,
    messages,
    consent,
    instrument,
    items,
    linking: linking && other && [linking, other.linkingConsent[locale][group]],
  };
}

const ofGroup = <T>(all: Readonly<Record<Group, T>>, group: string): T =>
  (all as Partial<Record<string, T>>)[group] ?? all.resident;

/** For a group that is not one (a slip in the page) the residents' words, until the study has been read and can say so. */
async function builtIn(locale: Locale, group: string): Promise<Instrument> {
  const texts = await Promise.all(
    [common[locale], ofGroup(forms[locale], group)].map(async (load) => (await load()).texts),
  );
  return composeInstrument(participationTrustStructure, { [locale]: texts });
}

/** One answer option as it is shown. */
export interface Option {
  readonly value: number;
  readonly label: string;
}

/** The options of an item as this group reads them, a ladder's highest rung first; empty for free text. */
export function optionsOf(words: SurveyWords, item: Item, group: Group): readonly Option[] {
  const points = item.scale ? (words.instrument.scales[item.scale]?.points ?? []) : [];
  const options = points.map(({ value, label, labelByGroup }) => ({
    value,
    label: textIn(labelByGroup?.[group] ?? label, words.locale),
  }));
  return item.kind === 'ladder' ? options.reverse() : options;
}
