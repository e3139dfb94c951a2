import type { Results } from '../core/change/types.js';
import type { Instrument } from '../core/instrument/types.js';
import type { Study } from '../core/study/types.js';
import { xmlText } from './cell-text.js';
import { itemLabel, type Variables } from './variables.js';
import type { ExportWords } from './words.js';

/** What a DDI codebook is written from. */
export interface DdiInput {
  readonly settingsLine: string;
  readonly study: Study;
  readonly instrument: Instrument;
  readonly results: Results;
  readonly variables: Variables;
  /** Rows of `responses.csv`, where it goes with the codebook. */
  readonly rows: number | undefined;
  readonly words: ExportWords;
}

/**
 * The codebook as DDI Codebook 2.5, which the catalogues of the social science data archives exchange (the CESSDA catalogue, the
 * UK Data Archive, Dataverse): study, file, groups of variables, and for each variable its question as each group read it, its
 * values and its missing codes.
 */
export function ddiCodebook({ settingsLine, study, instrument, results, variables, rows, words }: DdiInput): string {
  const lang = words.locale === 'en' ? 'en' : 'zh';
  const { missing } = variables;
  const title = Object.entries(study.title);
  const [own] = title.filter(([locale]) => locale === words.locale);
  const others = title.filter((entry) => entry !== own);
  const tag = (locale: string): string => (locale.startsWith('zh') ? 'zh' : locale);
  const byId = new Map(variables.items.map((variable) => [variable.item?.id, variable]));
  const groups = instrument.constructs.flatMap(({ id, items, label }) => {
    const members = items.flatMap((item) => byId.get(item)?.name ?? []);
    const name = label[words.locale] ?? Object.values(label)[0] ?? id;
    return members.length > 0
      ? [
          `<varGrp ID="G_${xmlText(id)}" type="subject" var="${members.map((one) => `V_${one}`).join(' ')}"><labl>${xmlText(name)}</labl></varGrp>`,
        ]
      : [];
  });
  const kind = study.synthetic ? words.synthetic : 'survey data';
  return `<?xml version="1.0" encoding="UTF-8"?>
<codeBook xmlns="ddi:codebook:2_5" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="ddi:codebook:2_5 http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd" version="2.5" xml:lang="${lang}">
<docDscr><citation><titlStmt><titl>${xmlText(own?.[1] ?? study.id)}</titl></titlStmt><prodStmt><software>${xmlText(results.settings.software)}</software></prodStmt></citation></docDscr>
<stdyDscr><citation><titlStmt><titl${own ? ` xml:lang="${lang}"` : ''}>${xmlText(own?.[1] ?? study.id)}</titl>${others
    .map(([locale, text]) => `<parTitl xml:lang="${xmlText(tag(locale))}">${xmlText(text)}</parTitl>`)
    .join('')}<IDNo agency="canyu">${xmlText(study.id)}</IDNo></titlStmt></citation>
<stdyInfo><abstract>${xmlText(settingsLine)}</abstract><sumDscr>${study.waves
    .flatMap(({ opens, closes }) => [
      opens ? `<collDate date="${xmlText(opens)}" event="start"/>` : '',
      closes ? `<collDate date="${xmlText(closes)}" event="end"/>` : '',
    ])
    .join(
      '',
    )}<anlyUnit>individual</anlyUnit><universe>${study.groups.map((group) => xmlText(words.groups[group])).join(', ')}</universe><dataKind>${xmlText(kind)}</dataKind></sumDscr></stdyInfo>
<method><dataColl><timeMeth>${study.waves.length} waves: ${study.waves.map(({ id }) => xmlText(id)).join(', ')}</timeMeth><collMode>questionnaire ${xmlText(results.instrument)}</collMode></dataColl></method></stdyDscr>
<fileDscr ID="F1"><fileTxt><fileName>responses.csv</fileName>${rows === undefined ? '' : `<dimensns><caseQnty>${rows}</caseQnty><varQnty>${variables.all.length}</varQnty></dimensns>`}<fileType charset="UTF-8">text/csv</fileType></fileTxt></fileDscr>
<dataDscr>
${groups.join('\n')}
${variables.all
  .map(({ name, label, type, values, hasMissing, item }) => {
    const numbers = values.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
    const range =
      numbers.length > 0 ? `<valrng><range min="${Math.min(...numbers)}" max="${Math.max(...numbers)}"/></valrng>` : '';
    const codes = hasMissing
      ? (['dk', 'pns'] as const).map(
          (code) =>
            `<catgry missing="Y"><catValu>${missing[code]}</catValu><labl>${xmlText(words.missing[code])}</labl></catgry>`,
        )
      : [];
    const question = item
      ? `<qstn>${study.groups
          .filter((group) => item.prompt[group])
          .map(
            (group) =>
              `<qstnLit>${xmlText(`${words.groups[group]}: ${itemLabel(item, study, words, group)}`)}</qstnLit>`,
          )
          .join('')}</qstn>`
      : '';
    return `<var ID="V_${name}" name="${name}" files="F1" intrvl="${values.length > 0 || type === 'text' ? 'discrete' : 'contin'}"><labl>${xmlText(label)}</labl>${question}${range}${hasMissing ? `<invalrng><item VALUE="${missing.dk}"/><item VALUE="${missing.pns}"/></invalrng>` : ''}${[
      ...values.map(
        ({ value, label: text }) =>
          `<catgry><catValu>${xmlText(String(value))}</catValu><labl>${xmlText(text)}</labl></catgry>`,
      ),
      ...codes,
    ].join(
      '',
    )}<varFormat type="${type === 'text' ? 'character' : 'numeric'}"/>${item?.key === -1 ? `<notes>${xmlText(words.reversed)}</notes>` : ''}</var>`;
  })
  .join('\n')}
</dataDscr>
</codeBook>
`;
}
