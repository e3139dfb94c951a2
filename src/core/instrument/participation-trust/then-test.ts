import type { InstrumentTexts } from './compose.js';
import { participationTrustStructure, type InstrumentStructure } from './structure.js';

/** Marks the retrospective twin of an item: `CY1T` asks what `CY1` says about six months ago. */
const THEN = 'T';
const asked = participationTrustStructure.items.filter(({ id }) => /^CY\d$/.test(id));

/** The id of an item's retrospective twin. */
export const thenItemOf = (id: string): string => `${id}${THEN}`;

/**
 * Ids of the then-test (method.md §3.15b): CY1–5 asked once more about six months ago, at the endline, on the last page, of a random half. An
 * optional module that no form and no construct contains: it explains a change and is never part of the index.
 */
export const thenItems: readonly string[] = asked.map(({ id }) => thenItemOf(id));

/** A structure with the then-items, which are scaled and keyed as the items they repeat. They carry no ★: the short form does not ask them. */
export function withThenItems(structure: InstrumentStructure): InstrumentStructure {
  const twins = asked.map(({ id, kind, scale, key, mirror }) => ({
    id: thenItemOf(id),
    kind,
    ...(scale !== undefined && { scale }),
    key,
    mirror,
  }));
  return { ...structure, items: [...structure.items, ...twins] };
}

/** The wording of the then-items: the question that looks back, then the item's own words from `parts`. */
export function thenTexts(
  lead: Readonly<Record<'resident' | 'official', string>>,
  parts: readonly InstrumentTexts[],
): InstrumentTexts {
  const words = (group: 'resident' | 'official'): Record<string, string> =>
    Object.fromEntries(
      asked.flatMap(({ id }) => {
        const own = parts.map(({ prompts }) => prompts?.[group]?.[id]).find((prompt) => prompt !== undefined);
        return own === undefined ? [] : [[thenItemOf(id), lead[group] + own]];
      }),
    );
  return { prompts: { resident: words('resident'), official: words('official') } };
}
