import { textIn } from '../core/text.js';
import type { Study } from '../core/study/types.js';
import type { Instrument } from '../core/instrument/types.js';
import type { Table } from './table.js';
import { constructNames, itemLabel, type Variable, type Variables } from './variables.js';
import type { ExportWords } from './words.js';

/** The codebook as a table: one row for each column of the responses, with its values and its missing codes. */
export function codebookTable(variables: Variables, study: Study, instrument: Instrument, words: ExportWords): Table {
  const names = constructNames(instrument, words);
  const constructs = new Map(
    instrument.constructs.flatMap(({ id, items }) => items.map((item): [string, string] => [item, id])),
  );
  const missing = `${variables.missing.dk} = ${textIn(instrument.missing?.dk, words.locale) || words.missing.dk}; ${variables.missing.pns} = ${textIn(instrument.missing?.pns, words.locale) || words.missing.pns}`;
  const asked = (variable: Variable): (string | null)[] =>
    (['resident', 'official', 'partner'] as const).map((group) => {
      const { item } = variable;
      return item?.prompt[group] ? itemLabel(item, study, words, group) : null;
    });
  return {
    name: 'codebook',
    title: words.sheets.codebook,
    columns: [
      { id: 'variable', type: 'text', width: 14 },
      { id: 'label', type: 'text', width: 60 },
      { id: 'kind', type: 'text', width: 11 },
      { id: 'values', type: 'text', width: 50 },
      { id: 'missing', type: 'text', width: 36 },
      { id: 'construct', type: 'text', width: 12 },
      { id: 'construct_name', type: 'text', width: 22 },
      { id: 'keyed', type: 'number', width: 7 },
      { id: 'short_form', type: 'number', width: 10 },
      { id: 'asked_resident', type: 'text', width: 50 },
      { id: 'asked_official', type: 'text', width: 50 },
      { id: 'asked_partner', type: 'text', width: 50 },
    ],
    rows: variables.all.map((variable) => {
      const { item } = variable;
      const construct = item ? constructs.get(item.id) : undefined;
      return [
        variable.name,
        variable.label,
        item ? (words.kinds[item.kind] ?? item.kind) : null,
        variable.values.map(({ value, label }) => `${value} = ${label}`).join('; ') || null,
        variable.hasMissing ? `${missing}; ${words.blank}` : words.blank,
        construct ?? null,
        construct === undefined ? null : names(construct),
        item ? item.key : null,
        item ? (item.short ? 1 : 0) : null,
        ...asked(variable),
      ];
    }),
    frozen: 1,
  };
}
