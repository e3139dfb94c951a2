import { describeResults } from '../core/describe/describe.js';
import { textIn } from '../core/text.js';
import { refusedTable } from './refused.js';
import type { Figure, OfficeRequest, PngPicture, WordTable } from './types.js';
import type { OfficeWords } from './words.js';

/** One block of the report, from top to bottom. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | {
      readonly kind: 'words';
      readonly lines: readonly string[];
      readonly small?: boolean;
      readonly strong?: boolean;
      readonly bullets?: boolean;
      /** Stays on one page with what follows. */
      readonly keep?: boolean;
    }
  | { readonly kind: 'picture'; readonly picture: PngPicture; readonly alt: string }
  | { readonly kind: 'table'; readonly table: WordTable };

/** Rows of a Word table that still read as a table. */
const MOST_ROWS = 400;

/** The report: the finding first, then every chart with its words and its figures, who answered, how sure it is, what it cannot show. */
export function reportOf(request: OfficeRequest, own: OfficeWords): readonly Block[] {
  const { results, figures, synthetic, settingsLine, quotes = [], steps = [] } = request;
  const { report, locale } = own;
  const said = describeResults(results, locale);
  const of = <T>(by: Readonly<Partial<Record<string, T>>>): T[] =>
    Object.values(by).filter((value): value is T => value !== undefined);
  const main = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text });
  const words = (
    lines: readonly string[],
    more: Omit<Extract<Block, { kind: 'words' }>, 'kind' | 'lines'> = {},
  ): Block[] => (lines.length > 0 ? [{ kind: 'words', lines, ...more }] : []);
  const refused = refusedTable(request, own, MOST_ROWS);
  const find = (type: string): Figure[] => figures.filter(({ id }) => id === type || id.startsWith(`${type}-`));
  const titles = new Set<string>();
  const drawn = (type: string): Block[] =>
    find(type).flatMap((figure) => {
      const text = report.figureTitles[type] ?? type;
      const first = !titles.has(text);
      titles.add(text);
      return [
        ...(first ? [main(2, text)] : []),
        ...words([figure.sentence], { keep: figure.picture !== undefined }),
        ...(figure.picture ? [{ kind: 'picture', picture: figure.picture, alt: figure.sentence } as const] : []),
        ...words(figure.notes, { small: true }),
        // The answers to every statement are long tables: they stand at the end.
        ...(type === 'likert' ? [] : tableOf(figure)),
      ];
    });
  const answers = find('likert').flatMap(tableOf);
  const domains = of(said.domains).flatMap((domain) => of(domain));
  return [
    { kind: 'title', text: textIn(results.study.title, locale) || results.study.id },
    ...words([report.title, own.subtitle(results.waves.baseline, results.waves.endline)], { small: true }),
    ...(synthetic === undefined ? [] : words([synthetic], { strong: true })),
    main(1, report.finding),
    ...words(of(said.index), { strong: true }),
    ...words([said.joint, ...domains]),
    ...(quotes.length > 0 ? [main(2, own.deck.quotes.title)] : []),
    ...words(quotes.map(own.quote)),
    main(1, report.figures),
    ...['plane', 'forest', 'estimation', 'slope', 'gap', 'ladder', 'likert', 'contributions'].flatMap(drawn),
    main(1, report.record),
    ...drawn('loop'),
    main(2, own.declinedTitle),
    ...(refused.rows.length > 0
      ? [
          {
            kind: 'table',
            table: { caption: '', head: own.declinedHead, headings: 1, rows: refused.rows },
          } as const,
        ]
      : []),
    ...words(refused.note === undefined ? [] : [refused.note], { small: true }),
    ...(steps.length > 0
      ? [
          main(2, own.stepsTitle),
          {
            kind: 'table',
            table: {
              caption: '',
              head: own.nextHead,
              headings: 1,
              rows: steps.map(({ what, who, due }) => [what, who, due]),
            },
          } as const,
        ]
      : []),
    ...drawn('context'),
    ...drawn('timeline'),
    main(1, report.who),
    ...drawn('flow'),
    main(2, report.quality),
    ...words(of(said.quality)),
    main(1, report.constructs),
    ...words(of(said.constructs).flatMap((construct) => of(construct))),
    ...(of(said.sensitivity).length > 0 ? [main(1, report.sensitivity), ...words(of(said.sensitivity))] : []),
    main(1, own.limitsTitle),
    ...words(own.limits, { bullets: true }),
    main(1, own.methodTitle),
    ...words([settingsLine]),
    ...(answers.length > 0 ? [main(1, report.answers), ...answers] : []),
  ];
}

const tableOf = ({ table }: Figure): Block[] => (table.rows.length > 0 ? [{ kind: 'table', table }] : []);
