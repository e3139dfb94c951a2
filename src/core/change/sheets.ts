import { canonicalJson } from '../json/canonical.js';
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
 * Sheets come out in the order of their ids, so that the order in which they were collected cannot matter.
 */
export function* selectSheets(
  study: Study,
  waves: { readonly baseline: string; readonly endline: string },
  responses: readonly SurveyResponse[],
): Generator<void, Partial<Record<Group, GroupSheets>>> {
  const byId = new Map<string, SurveyResponse[]>();
  const copies = new Map<Group, number>();
  for (const [i, response] of responses.entries()) {
    const counts =
      response.study === study.id &&
      (response.wave === waves.baseline || response.wave === waves.endline) &&
      study.groups.includes(response.group);
    if (!counts) continue;
    const before = byId.get(response.id);
    if (!before) byId.set(response.id, [response]);
    else if (before.some((other) => canonicalJson(other) === canonicalJson(response))) {
      copies.set(response.group, (copies.get(response.group) ?? 0) + 1);
    } else before.push(response);
    if (i % SLICE === SLICE - 1) yield;
  }
  const result: Partial<Record<Group, GroupSheets>> = {};
  for (const group of study.groups) {
    const baseline: SurveyResponse[] = [];
    const endline: SurveyResponse[] = [];
    let conflicts = 0;
    for (const versions of byId.values()) {
      const own = versions.filter((response) => response.group === group);
      if (versions.length > 1 && own.length > 0) conflicts++;
      for (const response of own) (response.wave === waves.baseline ? baseline : endline).push(response);
    }
    result[group] = { baseline, endline, duplicates: copies.get(group) ?? 0, conflicts };
    yield;
  }
  return result;
}
