import { parseInstrument } from '../../core/instrument/parse.js';
import type { InstrumentTexts } from '../../core/instrument/participation-trust/compose.js';
import type { Instrument } from '../../core/instrument/types.js';
import type { Group, Locale } from '../../core/text.js';
import { ownConsent } from '../../i18n/own-instrument/consent.js';
import type { ConsentMessages } from '../../i18n/survey/types.js';
import { askForFile } from './ask-file.js';
import { readAs, type JsonFile } from './json-file.js';
import { isTrouble, type Trouble } from './study-source.js';

/** Read files by address: every change of language asks again, and the questions must not change under the person who answers. */
const files = new Map<string, Promise<Instrument | Trouble>>();

/**
 * Reads and checks the instrument file (`canyu-instrument/1`, design.md §3) at `src`. Loaded only by pages that bring their own. Rejects
 * only when Canyu's own code does not arrive; a file that is missing, damaged or newer comes back as trouble with its problems: `instrument-not-found`,
 * `instrument-invalid`, `newer-schema`.
 *
 * An instrument that does not word "not clear" and "prefer not to say" gets the words of the built-in one, because both are offered beside
 * every scale (method.md §2.1).
 *
 * @param asked the file, where it was asked for while this code was on its way
 */
export async function readInstrumentFile(src: string, asked?: Promise<JsonFile>): Promise<Instrument | Trouble> {
  const reading = files.get(src) ?? read(asked ?? askForFile(src));
  files.set(src, reading);
  let isGood = false;
  try {
    const found = await reading;
    isGood = !isTrouble(found);
    return found;
  } finally {
    if (!isGood) files.delete(src);
  }
}

/** The residents' sentence on the background questions of the built-in instrument, by its place. */
const BACKGROUND = 2;

/** The consent screen with the purpose of an own instrument in the place of ours. */
export function consentForOwn(messages: ConsentMessages, locale: Locale, group: Group): ConsentMessages {
  return {
    ...messages,
    consent(words) {
      const said = messages.consent(words);
      const { lead, process, questions } = ownConsent[locale][group](words);
      const points = said.points.map((point, i) => (questions && i === BACKGROUND ? questions : point));
      return { ...said, lead, process, points };
    },
  };
}

async function read(file: Promise<JsonFile>): Promise<Instrument | Trouble> {
  const found = readAs('instrument', await file, parseInstrument);
  return isTrouble(found) ? found : withMissing(withShort(found));
}

/** Where no short form is written, the short one is the whole one: every item of it counts. */
function withShort(instrument: Instrument): Instrument {
  const { forms, items } = instrument;
  if (Object.keys(forms.short).length > 0) return instrument;
  return {
    ...instrument,
    forms: { ...forms, short: forms.full },
    items: items.map((item) => ({ ...item, short: true })),
  };
}

async function withMissing(instrument: Instrument): Promise<Instrument> {
  const isRated = ({ kind }: Instrument['items'][number]): boolean => !['choice', 'text', 'note'].includes(kind);
  if (instrument.missing || !instrument.items.some(isRated)) return instrument;
  const [zh, en] = await Promise.all([
    import('../../core/instrument/participation-trust/zh-Hans/common.js'),
    import('../../core/instrument/participation-trust/en/common.js'),
  ]);
  const words = (of: 'dk' | 'pns'): Record<string, string> => ({
    'zh-Hans': labelOf(zh.texts, of),
    en: labelOf(en.texts, of),
  });
  return { ...instrument, missing: { dk: words('dk'), pns: words('pns') } };
}

const labelOf = ({ missing }: InstrumentTexts, of: 'dk' | 'pns'): string => missing?.[of] ?? of;
