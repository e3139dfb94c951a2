import { values } from 'idb-keyval';
import { participationTrust } from '../../core/instrument/participation-trust.js';
import type { Instrument } from '../../core/instrument/types.js';
import { parseEntry } from '../../core/ledger/parse.js';
import type { Entry } from '../../core/ledger/types.js';
import { parseResponse } from '../../core/response/parse.js';
import type { SurveyResponse } from '../../core/response/types.js';
import { defaultStudy } from '../../core/study/default.js';
import { parseStudy } from '../../core/study/parse.js';
import type { Study } from '../../core/study/types.js';
import { readInstrument } from '../../store/instruments.js';
import { readResponses } from '../../store/responses.js';
import { openStore } from '../../store/store.js';
import { readStudy } from '../../store/studies.js';
import { use } from '../../store/use.js';
import type { CanyuExport } from './canyu-export.js';

/** What an export takes from this browser, besides the results. */
export interface LocalData {
  readonly study: Study;
  readonly instrument: Instrument;
  readonly entries: readonly Entry[];
  /** Only where the page asks for the sheets of people. */
  readonly responses?: readonly SurveyResponse[];
}

/** Fewer sheets to a page than elsewhere: each is parsed in one go. */
const PAGE = 200;

/** Reads the study, its ledger and, where `personLevel` is set, its sheets from the store of this browser. */
export async function readLocalData(host: CanyuExport, breathe: () => Promise<void> | undefined): Promise<LocalData> {
  const own = host.instrument ? await ownInstrument(host.instrument) : undefined;
  const store = openStore();
  try {
    const study = host.definition ?? (await storedStudy(host.study ?? '', own));
    const instrument = own ?? (await readInstrument(store, study.instrument)) ?? participationTrust;
    const rows = await values<unknown>(use(store, 'ledger'));
    const entries = rows.flatMap((row) => {
      const parsed = parseEntry(row);
      return parsed.ok && parsed.value.study === study.id ? [parsed.value] : [];
    });
    if (!host.personLevel) return { study, instrument, entries };
    const responses: SurveyResponse[] = [];
    for await (const page of readResponses(store, study.id, parseResponse, PAGE)) {
      for (const response of page.responses) responses.push(response);
      await breathe();
    }
    return { study, instrument, entries, responses };
  } finally {
    store.close();
  }

  async function storedStudy(id: string, own: Instrument | undefined): Promise<Study> {
    const parsed = parseStudy(await readStudy(store, id));
    if (parsed.ok) return parsed.value;
    const study = defaultStudy(id);
    return own ? { ...study, instrument: `${own.id}@${own.version}`, title: own.title } : study;
  }
}

async function ownInstrument(src: string): Promise<Instrument> {
  const { readInstrumentFile } = await import('../survey/own-instrument.js');
  const instrument = await readInstrumentFile(src);
  if ('code' in instrument) throw new Error(instrument.code);
  return instrument;
}
