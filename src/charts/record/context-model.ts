import { isHidden, type Hidden, type Results, type Shown } from '../../core/change/types.js';
import { known } from '../../core/describe/format.js';
import { strategies } from '../../core/ledger/types.js';
import type { KindOptions } from '../kind.js';
import { wordsOf } from '../words.js';
import { recordWords, type RecordWords } from './words.js';

/** One cell: so many of `of` steps, with its words; or words alone; or why there is nothing. */
export interface ContextCell {
  readonly steps?: { readonly value: number; readonly of: number } | undefined;
  readonly text: string;
  /** Hatched: it may not be shown. */
  readonly hidden?: boolean | undefined;
}

/** One line of a strip. */
export interface ContextRow {
  readonly name: string;
  readonly cells: readonly ContextCell[];
}

/** One strip with its columns. */
export interface ContextStrip {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly ContextRow[];
}

const RESOURCES = ['law', 'money', 'consensus', 'legitimation', 'information', 'time'] as const;
const ACTORS = ['government', 'organisation', 'residents'] as const;
const LEVELS = ['leading', 'coordinating', 'implementing'] as const;
const USES = { no: 0, tried: 1, regular: 2 } as const;

/** The strips that the document has rows for: phases, resources, groups, strategies, practices (method.md §5). */
export function contextModel(results: Results, options: KindOptions): ContextStrip[] {
  const { ledger } = results;
  if (!ledger) return [];
  const own = recordWords[options.locale];
  const words = wordsOf(options.locale);
  const waves = [words.waves.baseline, words.waves.endline];
  const hiddenCell = (hidden: Hidden): ContextCell => ({
    text: 'suppressed' in hidden ? words.notShown : own.notRecorded,
    hidden: 'suppressed' in hidden,
  });
  const step = (value: Shown | undefined, of: number, names?: readonly string[]): ContextCell => {
    if (value === undefined) return { text: own.notRecorded };
    if (typeof value !== 'number') return hiddenCell(value);
    return { steps: { value, of }, text: names?.[value] ?? String(value) };
  };
  const read = <T extends object>(part: T | Hidden | undefined): T | undefined =>
    part === undefined || isHidden(part) ? undefined : part;

  const phase = Object.entries(read(ledger.phase) ?? {}).map(([name, { baseline, endline }]) => ({
    name,
    cells: [step(baseline, 3, own.phases), step(endline, 3, own.phases)],
  }));
  const practices = (read(ledger.practices) ?? []).map(({ name, baselineLevel, endlineLevel }) => ({
    name,
    cells: [step(baselineLevel, 5, own.practiceLevels), step(endlineLevel, 5, own.practiceLevels)],
  }));
  const used = read(ledger.strategies) ?? {};
  const strategy = strategies.flatMap((id) => {
    const use = used[id];
    if (!use) return [];
    const cell = (at: keyof typeof USES | Hidden): ContextCell =>
      isHidden(at) ? hiddenCell(at) : { steps: { value: USES[at], of: 2 }, text: own.uses[at] };
    return [{ name: own.strategy[id], cells: [cell(use.baseline), cell(use.endline)] }];
  });
  const strips: ContextStrip[] = [
    { title: own.phase, columns: waves, rows: phase },
    ...resourceStrips(results, own, waves, step),
    { title: own.groups, columns: [own.now], rows: groupRows(results, own, options) },
    { title: own.strategies, columns: waves, rows: strategy },
    { title: own.practices, columns: waves, rows: practices },
  ];
  return strips.filter(({ rows }) => rows.length > 0);
}

/** Six resources by three actors, a grid for each wave that was entered. */
function resourceStrips(
  { ledger, waves }: Results,
  own: RecordWords,
  names: readonly string[],
  step: (value: Shown | undefined, of: number) => ContextCell,
): ContextStrip[] {
  const resources = ledger?.resources;
  if (resources === undefined || isHidden(resources)) return [];
  return [waves.baseline, waves.endline].flatMap((wave, index) => {
    const entered = resources[wave];
    if (!entered) return [];
    const rows = RESOURCES.flatMap((id) => {
      const resource = entered[id];
      if (!resource) return [];
      return [{ name: own.resource[id], cells: ACTORS.map((actor) => step(resource.byActor[actor], 3)) }];
    });
    const title = `${own.resources} · ${names[index] ?? wave}`;
    return [{ title, columns: ACTORS.map((actor) => own.actors[actor]), rows }];
  });
}

function groupRows({ ledger }: Results, own: RecordWords, { locale }: KindOptions): ContextRow[] {
  const groups = ledger?.groups;
  if (groups === undefined || isHidden(groups)) return [];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return LEVELS.flatMap((level) => {
    const group = groups[level];
    if (!group) return [];
    const share = known(group.residentsShare);
    const residents = share === undefined ? wordsOf(locale).notShown : own.percent(share);
    const text = own.groupFigure(String(group.count), number.format(group.meetingsPerMonth), residents);
    return [{ name: own.levels[level], cells: [{ text }] }];
  });
}
