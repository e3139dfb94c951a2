import type { ByGroup, Group, Text } from '../../text.js';
import type { Instrument } from '../types.js';
import type { InstrumentStructure } from './structure.js';

type Words = Readonly<Record<string, string>>;
type ForGroups<T> = Readonly<Partial<Record<Group, T>>>;

const groups: readonly Group[] = ['resident', 'official', 'partner'];

/** Some words of an instrument in one language; its parts are in files of their own, so that a page loads those it needs. */
export interface InstrumentTexts {
  readonly title?: string;
  /** Which period to think of. */
  readonly frame?: ForGroups<string>;
  /** One word explained once. */
  readonly glossary?: ForGroups<string>;
  readonly missing?: Readonly<Record<'dk' | 'pns', string>>;
  /** Label of each construct, by id. */
  readonly constructs?: Words;
  /** Labels of each scale, in the order of its values. */
  readonly scales?: Readonly<Record<string, readonly string[]>>;
  /** Other labels for one group. */
  readonly scalesByGroup?: ForGroups<Readonly<Record<string, readonly string[]>>>;
  /** Lead-in of the items of a scale, by scale. */
  readonly stems?: ForGroups<Words>;
  /** The wording of each item, by id; an item is asked of the groups that have one. */
  readonly prompts?: ForGroups<Words>;
}

/**
 * Joins a structure with its words in one or more languages.
 *
 * Each language is a list of parts; the first part that words something counts. A survey page passes what it loaded of one language; `participationTrust` passes both. What a language does not word is absent
 * from the texts, never empty.
 */
export function composeInstrument(
  structure: InstrumentStructure,
  textsByLocale: Readonly<Record<string, readonly InstrumentTexts[]>>,
): Instrument {
  const locales = Object.entries(textsByLocale);

  /** What is worded, by key; undefined when nothing is. */
  const worded = <T>(
    entries: readonly (readonly [string, T | undefined])[],
  ): Readonly<Record<string, T>> | undefined => {
    const found = entries.filter((entry): entry is [string, T] => entry[1] !== undefined);
    return found.length ? Object.fromEntries(found) : undefined;
  };
  const text = (pick: (texts: InstrumentTexts) => string | undefined): Text | undefined =>
    worded(locales.map(([locale, parts]) => [locale, parts.map(pick).find((words) => words !== undefined)]));
  const byGroup = (pick: (texts: InstrumentTexts, group: Group) => string | undefined): ByGroup | undefined =>
    worded(groups.map((group) => [group, text((texts) => pick(texts, group))]));
  const given = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
    value === undefined ? {} : ({ [key]: value } as Record<K, V>);

  const { id, version, forms } = structure;
  return {
    schema: 'canyu-instrument/1',
    id,
    version,
    title: text((texts) => texts.title) ?? {},
    ...given(
      'frame',
      byGroup((texts, group) => texts.frame?.[group]),
    ),
    ...given(
      'glossary',
      byGroup((texts, group) => texts.glossary?.[group]),
    ),
    missing: { dk: text((texts) => texts.missing?.dk) ?? {}, pns: text((texts) => texts.missing?.pns) ?? {} },
    scales: Object.fromEntries(
      Object.entries(structure.scales).map(([scale, values]) => [
        scale,
        {
          points: values.map((value, i) => ({
            value,
            label: text((texts) => texts.scales?.[scale]?.[i]) ?? {},
            ...given(
              'labelByGroup',
              byGroup((texts, group) => texts.scalesByGroup?.[group]?.[scale]?.[i]),
            ),
          })),
        },
      ]),
    ),
    constructs: (structure.constructs ?? []).map((construct) => ({
      ...construct,
      label: text((texts) => texts.constructs?.[construct.id]) ?? {},
    })),
    items: structure.items.map((item) => ({
      ...item,
      ...given(
        'stem',
        byGroup((texts, group) => (item.scale ? texts.stems?.[group]?.[item.scale] : undefined)),
      ),
      prompt: byGroup((texts, group) => texts.prompts?.[group]?.[item.id]) ?? {},
    })),
    forms,
  };
}
