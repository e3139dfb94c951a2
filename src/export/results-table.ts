import { isHidden, type Hidden, type Results, type Why } from '../core/change/types.js';
import type { Instrument } from '../core/instrument/types.js';
import type { Group } from '../core/text.js';
import type { Cell, Table, TableColumn } from './table.js';
import { constructNames } from './variables.js';
import type { ExportWords } from './words.js';

type Maybe = object | Hidden | undefined;

const number = (id: string, width = 10): TableColumn => ({ id, type: 'number', width });
const text = (id: string, width: number): TableColumn => ({ id, type: 'text', width });

const LEVEL = ['n', 'mean', 'sd', 'low', 'high'] as const;
const CHANGE = ['estimate', 'low', 'high', 'se', 'df', 't', 'p'] as const;

const COLUMNS: readonly TableColumn[] = [
  text('group', 11),
  text('measure', 14),
  text('name', 28),
  ...LEVEL.map((name) => number(`baseline_${name}`, 14)),
  ...LEVEL.map((name) => number(`endline_${name}`, 13)),
  number('change', 10),
  ...CHANGE.slice(1).map((name) => number(`change_${name}`, 12)),
  number('linked', 8),
  number('holm_p', 9),
  ...['g', 'g_low', 'g_high'].map((id) => number(id, 8)),
  text('verdict', 22),
  text('why', 34),
];

/** The results that people read first, one row for each group and measure: levels of both waves, change, effect size. */
export function resultsTable(results: Results, instrument: Instrument | undefined, words: ExportWords): Table {
  const own = constructNames(instrument, words);
  const name = (id: string): string => results.labels?.[id]?.[words.locale] ?? own(id);
  const rows: Cell[][] = [];
  const row = (group: string, measure: string, label: string, of: Maybe): void => {
    rows.push(measureRow(group, measure, label, of, words));
  };
  for (const [group, result] of Object.entries(results.groups)) {
    row(group, 'index', name('index'), result.index);
    each(result.domains, (id, domain) => row(group, id, name(id), domain));
    each(result.constructs, (id, construct) => row(group, id, name(id), construct));
    if (result.ladder) row(group, 'LD', name('LD'), part(result.ladder, 'score'));
    if (result.frequency) each(result.frequency, (id, score) => row(group, id, name(id), score));
  }
  row('', 'joint', name('joint'), { change: results.joint.index.change });
  for (const [id, gap] of Object.entries(results.gaps)) {
    const label = `${name(id)} · ${words.names['gap'] ?? ''}`;
    for (const role of ['baseline', 'endline'] as const) {
      row('', `gap_${id}_${role}`, `${label} · ${results.waves[role]}`, { change: gap[role] });
    }
    row('', `gap_${id}_change`, label, { change: gap.didChange });
  }
  return { name: 'results', title: words.sheets.results, columns: COLUMNS, rows, frozen: 3 };
}

/** Goes through the members of an object that may be hidden; where it is, there is nothing to go through. */
function each(of: object | Hidden, visit: (id: string, member: Maybe) => void): void {
  if (isHidden(of)) return;
  for (const [id, member] of Object.entries(of)) visit(id, member as Maybe);
}

const part = (of: object, name: string): Maybe =>
  isHidden(of) ? of : ((of as Readonly<Record<string, unknown>>)[name] as Maybe);

function measureRow(group: string, measure: string, label: string, of: Maybe, words: ExportWords): Cell[] {
  const reasons = new Set<Why>();
  const shown = (value: unknown): Cell => {
    if (isHidden(value)) reasons.add(value.why);
    return typeof value === 'number' ? value : null;
  };
  const member = (from: Maybe, name: string): Maybe => {
    if (isHidden(from)) reasons.add(from.why);
    return from === undefined || isHidden(from) ? undefined : part(from, name);
  };
  const level = (from: Maybe): Cell[] => LEVEL.map((name) => shown(member(from, name)));
  const change = member(of, 'change');
  const g = member(change, 'g');
  const n = member(change, 'n') as { readonly linked?: number } | undefined;
  const verdict = member(of, 'verdict') as string | Hidden | undefined;
  if (isHidden(verdict)) reasons.add(verdict.why);
  const cells: Cell[] = [
    group in words.groups ? words.groups[group as Group] : group,
    measure,
    label,
    ...level(member(of, 'baseline')),
    ...level(member(of, 'endline')),
    ...CHANGE.map((name) => shown(member(change, name))),
    n?.linked ?? null,
    shown(member(of, 'holm')),
    ...(['estimate', 'low', 'high'] as const).map((name) => shown(member(g, name))),
    typeof verdict === 'string' ? verdict : null,
  ];
  return [...cells, [...reasons].map((why) => words.why[why]).join('; ') || null];
}

/** Every figure of a results document, one row each: where it stands in the document, its number or word, or why there is none. */
export function figuresTable(results: Results, words: ExportWords): Table {
  const rows: Cell[][] = [];
  const visit = (path: string, value: unknown): void => {
    if (isHidden(value)) rows.push([path, null, null, words.why[value.why]]);
    else if (typeof value === 'number') rows.push([path, value, null, null]);
    else if (typeof value === 'string' || typeof value === 'boolean') rows.push([path, null, String(value), null]);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) visit(`${path}/${key}`, member);
    }
  };
  for (const section of ['settings', 'flow', 'groups', 'joint', 'gaps', 'ledger'] as const)
    visit(section, results[section]);
  return {
    name: 'figures',
    title: words.sheets.figures,
    columns: [text('path', 62), number('value', 16), text('word', 40), text('why', 34)],
    rows,
    frozen: 1,
  };
}
