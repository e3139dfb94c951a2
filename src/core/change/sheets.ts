import { canonicalJson } from '../json/canonical.js';
import { cheapHash, createNumbering } from '../link/numbering.js';
import type { SurveyResponse } from '../response/types.js';
import type { Study } from '../study/types.js';
import type { Group } from '../text.js';

/** The sheets of one group that count, each once. */
export interface GroupSheets {
  readonly baseline: readonly SurveyResponse[];
  readonly endline: readonly SurveyResponse[];
  /** Copies dropped. */
  readonly duplicates: number;
  /** Ids met with more than one content. */
  readonly conflicts: number;
}

const SLICE = 2000;

/**
 * Sorts sheets into groups and waves and drops copies (results-paths rules 1 and 2): a sheet counts when its study, wave and group are those
 * asked for; the same id with the same content (canonical JSON) counts once, the same id with other content counts as another sheet.
 * Sheets stay in the order in which they came; no figure depends on it. Content is compared only where an id occurs again.
 */
export function* selectSheets(
  study: Study,
  waves: { readonly baseline: string; readonly endline: string },
  responses: readonly SurveyResponse[],
): Generator<void, Partial<Record<Group, GroupSheets>>> {
  const groups = new Map<Group, MutableSheets>(
    study.groups.map((group) => [group, { baseline: [], endline: [], duplicates: 0, conflicts: 0 }]),
  );
  const { numberOf, size } = createNumbering(responses.length, (at) => (responses[at] as SurveyResponse).id);
  // By the number of an id: where its first sheet is. Sheets of an id that came again are kept in `byId`.
  const firstAt = new Uint32Array(responses.length);
  const byId = new Map<number, SurveyResponse[]>();
  for (let i = 0; i < responses.length; i++) {
    const response = responses[i] as SurveyResponse;
    const own = groups.get(response.group);
    const { wave } = response;
    if (own && response.study === study.id && (wave === waves.baseline || wave === waves.endline)) {
      const known = size();
      const id = numberOf(cheapHash(response.id), i);
      if (id === known) firstAt[id] = i;
      if (id === known || isOther(byId, id, responses[firstAt[id] as number] as SurveyResponse, response)) {
        own[wave === waves.baseline ? 'baseline' : 'endline'].push(response);
      } else own.duplicates++;
    }
    if (i % SLICE === SLICE - 1) yield;
  }
  for (const versions of byId.values()) {
    for (const group of new Set(versions.map((response) => response.group))) {
      (groups.get(group) as MutableSheets).conflicts++;
    }
  }
  return Object.fromEntries(groups);
}

interface MutableSheets {
  readonly baseline: SurveyResponse[];
  readonly endline: SurveyResponse[];
  duplicates: number;
  conflicts: number;
}

/** True unless a sheet of the same id and content was met before; notes the sheet under its id. */
function isOther(
  byId: Map<number, SurveyResponse[]>,
  id: number,
  first: SurveyResponse,
  response: SurveyResponse,
): boolean {
  const before = byId.get(id) ?? [first];
  const content = canonicalJson(response);
  if (before.some((other) => canonicalJson(other) === content)) return false;
  byId.set(id, [...before, response]);
  return true;
}
