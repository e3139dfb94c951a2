import { keptOf, parseMaterial } from '../describe/parse-material.js';
import type { StudyMaterial } from '../describe/report-material.js';
import { hasSchema } from '../json/shape.js';
import { parseEntry } from '../ledger/parse.js';
import type { Entry } from '../ledger/types.js';
import type { Problem } from '../parsed.js';
import { parseResponse } from '../response/parse.js';
import type { SurveyResponse } from '../response/types.js';
import { parseSealed } from '../sealed/parse.js';
import { parseStudy } from '../study/parse.js';
import type { Study } from '../study/types.js';
import type { Addressed, AsideAt, SealedAt, StudyRecords } from './types.js';

/** Records in the order of their studies, and the documents of studies among them. */
export interface Sorted {
  readonly studies: readonly StudyRecords[];
  readonly documents: readonly Study[];
  readonly materials: readonly StudyMaterial[];
}

interface Bins {
  readonly responses: SurveyResponse[];
  readonly sealed: SealedAt[];
  readonly entries: Entry[];
  readonly aside: AsideAt[];
}

/**
 * Sorts records by study and kind. What no parser takes is kept as it came (`aside`) under the study it names, else under `home`: a record is
 * never dropped for being wrong.
 *
 * @param home id of the study for records that name none, e.g. that of the file's header
 */
export function sortRecords(records: Iterable<Addressed>, home = ''): Sorted {
  const studies = new Map<string, Bins>();
  const documents: Study[] = [];
  const materials: StudyMaterial[] = [];
  const bins = (study: string): Bins => {
    const found = studies.get(study) ?? { responses: [], sealed: [], entries: [], aside: [] };
    studies.set(study, found);
    return found;
  };
  for (const { address, record } of records) {
    const named = record['study'];
    const aside = (problem: Problem | undefined): void =>
      void bins(typeof named === 'string' ? named : home).aside.push({
        address,
        record,
        problem: problem ?? { path: '', code: 'schema', message: 'is of no known kind' },
      });
    switch (record['schema']) {
      case 'canyu-response/1': {
        const read = parseResponse(record);
        if (read.ok) bins(read.value.study).responses.push(read.value);
        else aside(read.problems[0]);
        break;
      }
      case 'canyu-sealed/1': {
        const read = parseSealed(record);
        // The record itself is kept: its address is that of all its members.
        if (read.ok) bins(read.value.study).sealed.push({ address, record, wave: read.value.wave });
        else aside(read.problems[0]);
        break;
      }
      case 'canyu-entry/1': {
        const read = parseEntry(record);
        if (read.ok) bins(read.value.study).entries.push(read.value);
        else aside(read.problems[0]);
        break;
      }
      case 'canyu-study/1': {
        const read = parseStudy(record);
        if (read.ok) documents.push(read.value);
        else aside(read.problems[0]);
        break;
      }
      case 'canyu-material/1': {
        const { material, leftOut } = parseMaterial(record);
        // Its ledger rows are records of their own; a record that is not whole is kept as it came.
        if (typeof named === 'string' && leftOut === 0) materials.push({ study: named, material: keptOf(material) });
        else aside(undefined);
        break;
      }
      default:
        aside(undefined);
    }
  }
  return {
    studies: Array.from(studies, ([study, sorted]) => ({ study, ...sorted })).sort((a, b) =>
      a.study < b.study ? -1 : 1,
    ),
    documents,
    materials,
  };
}

/** The name of a document that a newer Canyu made, e.g. `canyu-response/2`; undefined for all others. */
export function newerSchema(document: Readonly<Record<string, unknown>>): string | undefined {
  const { schema } = document;
  const name = typeof schema === 'string' ? /^(canyu-[a-z]{1,40})\//.exec(schema)?.[1] : undefined;
  if (name === undefined) return undefined;
  const codes: string[] = [];
  hasSchema(document, name, (_path, code) => void codes.push(code));
  return codes.includes('newer-schema') ? String(schema).slice(0, 60) : undefined;
}
