import { isHidden } from '../core/change/types.js';
import { describeChart } from '../core/describe/charts.js';
import { describeResults } from '../core/describe/describe.js';
import { textIn } from '../core/text.js';
import { contextTable } from '../charts/record/context.js';
import { flowTable } from '../charts/record/flow.js';
import { timelineTable } from '../charts/record/timeline.js';
import { FOREST_ROWS } from '../charts/forest-model.js';
import { constructsOf, nameOf } from '../charts/pairs-model.js';
import { wordsOf } from '../charts/words.js';
import { answersPart, ladderPart, loopPart } from './deck-answers.js';
import { forestParts, gapParts, planePart } from './deck-charts.js';
import { heading, LEAD, lead, LEFT, small, SMALL, TOP, WIDE } from './deck-layout.js';
import type { Part, Slide } from './deck-types.js';
import { refusedTable } from './refused.js';
import type { OfficeRequest } from './types.js';
import type { OfficeWords } from './words.js';

/** The deck of the meeting, in the order of the meeting plan (method.md §5). */
export function deckOf(request: OfficeRequest, own: OfficeWords): readonly Slide[] {
  const { results } = request;
  return [
    titlePage(request, own),
    guessPage(request, own),
    ...(results.labels ? [] : [planePage(request, own)]),
    forestPage(request, own),
    gapPage(request, own),
    ladderPage(request, own),
    answersPage(request, own),
    ...(request.quotes?.length ? [quotesPage(request, own)] : []),
    loopPage(request, own),
    nextPage(request, own),
    aroundPage(request, own),
  ];
}

function titlePage({ results, settingsLine }: OfficeRequest, own: OfficeWords): Slide {
  const { locale } = own;
  const said = describeResults(results, locale);
  const table = flowTable(results, { type: 'flow', locale });
  const pair = [said.index.resident, said.index.official].filter((sentence) => sentence !== undefined);
  return {
    title: textIn(results.study.title, locale) || results.study.id,
    parts: [
      small([LEFT, TOP, WIDE, 0.4], [own.subtitle(results.waves.baseline, results.waves.endline)]),
      { kind: 'words', box: [LEFT, 1.8, WIDE, 1.6], lines: pair, sizes: [22, 20, 18, 16, 14, 12] },
      heading([LEFT, 3.55, WIDE, 0.4], own.whoAnswered),
      {
        kind: 'table',
        box: [LEFT, 4, WIDE, 1.7],
        head: table.head,
        rows: table.rows,
        widths: table.head.map(() => 1),
        sizes: [16, 14, 12, 10],
      },
      small([LEFT, 5.85, WIDE, 0.95], [`${own.methodTitle}: ${settingsLine}`]),
    ],
    notes: [own.deck.title.say, said.headline, ...Object.values(said.flow), settingsLine],
  };
}

function guessPage({ results }: OfficeRequest, own: OfficeWords): Slide {
  const { locale, guess } = own;
  const words = wordsOf(locale);
  const names = results.labels
    ? constructsOf(results).map((id) => nameOf(results, id, locale))
    : FOREST_ROWS.filter((id) => id !== 'CCI').map((id) => words.scale(id));
  const rows = [...names, ...(results.labels ? [] : [guess.ladder])].slice(0, 9);
  return {
    title: own.deck.guess.title,
    parts: [
      { ...lead(guess.how, 1.3), bullets: true } as Part,
      {
        kind: 'table',
        box: [LEFT, 2.75, WIDE, 3.95],
        head: guess.head,
        rows: rows.map((name) => [name, '', '']),
        widths: [4, 3, 3],
        sizes: [18, 16, 14, 12],
        tall: true,
      },
    ],
    notes: [own.deck.guess.say],
  };
}

function planePage({ results }: OfficeRequest, own: OfficeWords): Slide {
  const { plane } = describeResults(results, own.locale).charts;
  const part = planePart(results, own, [LEFT, TOP, 7.2, 5.5], plane);
  const words = wordsOf(own.locale);
  return {
    title: own.deck.plane.title,
    parts: [
      ...(part ? [part] : []),
      {
        kind: 'words',
        box: part ? [8.1, TOP + 0.2, 4.63, 4.2] : [LEFT, TOP, WIDE, 3],
        lines: [plane],
        sizes: [18, 17, 16, 15, 14, 13, 12, 11, 10],
      },
      small([8.1, 5.8, 4.63, 0.9], part ? [`${words.waves.baseline} ○  →  ${words.waves.endline} ●`] : []),
    ],
    notes: [own.deck.plane.say, plane],
  };
}

function forestPage({ results }: OfficeRequest, own: OfficeWords): Slide {
  const said = describeResults(results, own.locale);
  const sentence = results.labels ? describeChart(results, own.locale, 'estimation') : said.charts.forest;
  const { chart, table, missing } = forestParts(results, own, [LEFT, TOP, 6.6, 5.05], sentence);
  const notes = [...(results.labels ? [] : [own.less]), ...absent(own, missing)];
  return {
    title: own.deck.forest.title,
    parts: [
      ...(chart ? [chart] : []),
      { ...table, box: chart ? [7.35, TOP + 0.1, 5.38, 4.95] : [LEFT, TOP, WIDE, 4.95], sizes: [13, 12, 11, 10, 9, 8] },
      small([LEFT, 6.38, WIDE, 0.45], notes),
    ],
    notes: [own.deck.forest.say, sentence, ...Object.values(said.index)],
  };
}

/** What is not drawn, said so that nobody takes it for zero. */
const absent = (own: OfficeWords, missing: readonly string[]): string[] =>
  missing.length > 0 ? [`${own.noBar}${missing.join(own.comma)}`] : [];

function gapPage({ results }: OfficeRequest, own: OfficeWords): Slide {
  const sentence = describeChart(results, own.locale, 'gap');
  const { chart, table, missing } = gapParts(results, own, [LEFT, TOP, 7, 4.9], sentence);
  return {
    title: own.deck.gap.title,
    parts: [
      ...(chart ? [chart] : []),
      ...(table.rows.length > 0
        ? [{ ...table, box: [7.85, TOP + 0.1, 4.88, 2.6], sizes: [13, 12, 11, 10, 9] } as const]
        : [lead([sentence])]),
      heading([7.85, 4.2, 4.88, 0.4], own.whyTitle),
      { kind: 'words', box: [7.85, 4.6, 4.88, 1.7], lines: own.why, sizes: LEAD, bullets: true },
      small([LEFT, 6.3, WIDE, 0.5], absent(own, missing)),
    ],
    notes: [own.deck.gap.say, sentence, ...Object.values(describeResults(results, own.locale).gaps)],
  };
}

function ladderPage({ results }: OfficeRequest, own: OfficeWords): Slide {
  const { ladder } = describeResults(results, own.locale);
  const words = wordsOf(own.locale);
  const sides = (['resident', 'official'] as const).flatMap((group, at): Part[] => {
    const x = LEFT + at * 6.15;
    const said = ladder[group] ?? words.absent(words.groups[group], words.notShown);
    const chart = ladderPart(results, own, group, [x, 3.1, 5.95, 3.7], said);
    return [
      heading([x, TOP, 5.95, 0.4], words.groups[group]),
      { kind: 'words', box: [x, TOP + 0.4, 5.95, 1.35], lines: [said], sizes: [15, 14, 13, 12, 11, 10] },
      ...(chart ? [chart] : []),
    ];
  });
  return { title: own.deck.ladder.title, parts: sides, notes: [own.deck.ladder.say, ...Object.values(ladder)] };
}

function answersPage({ results }: OfficeRequest, own: OfficeWords): Slide {
  const words = wordsOf(own.locale);
  const missing: string[] = [];
  let wordings: readonly string[] = [];
  const sides = (['resident', 'official'] as const).flatMap((group, at): Part[] => {
    const x = LEFT + at * 6.15;
    const alt = words.groups[group];
    const answers = answersPart(results, own, group, [x, TOP + 0.4, 5.95, 3.75], alt);
    if (answers.chart) missing.push(...answers.missing);
    if (group === 'resident' || wordings.length === 0) wordings = answers.wordings;
    return [
      heading([x, TOP, 5.95, 0.4], words.groups[group]),
      answers.chart ?? { kind: 'words', box: [x, TOP + 0.5, 5.95, 1], lines: answers.missing, sizes: LEAD },
    ];
  });
  const sentence = describeChart(results, own.locale, 'likert', { items: [] });
  return {
    title: own.deck.answers.title,
    parts: [...sides, small([LEFT, 5.55, WIDE, 1.25], [...wordings, ...absent(own, missing)])],
    notes: [own.deck.answers.say, sentence, ...wordings],
  };
}

function loopPage(request: OfficeRequest, own: OfficeWords): Slide {
  const { results } = request;
  const { suggestions } = describeResults(results, own.locale).ledger;
  const sentence = suggestions ?? describeChart(results, own.locale, 'loop');
  const chart = loopPart(results, own, [LEFT, 2.3, 5.9, 4.45], sentence);
  const refused = refusedTable(request, own);
  const [x, width] = chart ? [6.75, 5.98] : [LEFT, WIDE];
  return {
    title: own.deck.loop.title,
    parts: [
      lead([sentence]),
      ...(chart ? [chart] : []),
      heading([x, 2.3, width, 0.4], own.declinedTitle),
      ...(refused.rows.length > 0
        ? [
            {
              kind: 'table',
              box: [x, 2.75, width, 3.6],
              head: own.declinedHead,
              rows: refused.rows,
              widths: [5, 2, 5],
              sizes: [13, 12, 11, 10, 9],
              tall: refused.isBlank,
            } as const,
          ]
        : []),
      small([x, 6.4, width, 0.42], refused.note === undefined ? [] : [refused.note]),
    ],
    notes: [own.deck.loop.say, sentence],
  };
}

function quotesPage({ quotes = [] }: OfficeRequest, own: OfficeWords): Slide {
  const lines = quotes.map(own.quote);
  const each = 5.2 / lines.length;
  return {
    title: own.deck.quotes.title,
    parts: lines.map((line, at) => ({
      kind: 'words',
      box: [LEFT, TOP + at * each, WIDE, each - 0.2],
      lines: [line],
      sizes: [28, 24, 22, 20, 18, 16, 14, 12, 11, 10, 9, 8, 7],
    })),
    notes: [own.deck.quotes.say, ...lines],
  };
}

/** Rows of the page of next steps; lines to be filled in where fewer are agreed than the meeting's three (method.md §5, meeting plan 5). */
const STEPS = { most: 6, least: 3 };

function nextPage({ steps = [] }: OfficeRequest, own: OfficeWords): Slide {
  const known = steps.slice(0, STEPS.most);
  const blank = Math.max(0, STEPS.least - known.length);
  const left = steps.length - known.length;
  const rows = [...known, ...Array.from({ length: blank }, () => ({ what: '', who: '', due: '' }))];
  return {
    title: own.deck.next.title,
    parts: [
      lead([own.nextHow], 0.6),
      {
        kind: 'table',
        box: [LEFT, 2.1, WIDE, 4.2],
        head: own.nextHead,
        rows: rows.map(({ what, who, due }, at) => [`${at + 1} ${what}`.trim(), who, due]),
        widths: [6, 3, 3],
        sizes: known.length > 0 ? [18, 16, 14, 13, 12, 11, 10, 9] : [18],
        tall: true,
      },
      small([LEFT, 6.4, WIDE, 0.42], left > 0 ? [own.more(left)] : []),
    ],
    notes: [own.deck.next.say],
  };
}

function aroundPage({ results, settingsLine }: OfficeRequest, own: OfficeWords): Slide {
  const { locale } = own;
  const said = describeResults(results, locale);
  const time = timelineTable(results, { type: 'timeline', locale });
  const context = contextTable(results, { type: 'context', locale });
  const hasEvents = results.ledger?.events !== undefined && !isHidden(results.ledger.events) && time.rows.length > 0;
  const left = 6.4;
  return {
    title: own.deck.around.title,
    parts: [
      heading([LEFT, TOP, left, 0.4], own.eventsTitle),
      hasEvents
        ? {
            kind: 'table',
            box: [LEFT, 1.75, left, 2.4],
            head: time.head,
            rows: time.rows,
            widths: [2.6, 3, 5.4],
            sizes: SMALL,
          }
        : { kind: 'words', box: [LEFT, 1.75, left, 1.2], lines: [own.noEvents], sizes: LEAD },
      ...(context.rows.length > 0
        ? ([
            heading([LEFT, 4.25, left, 0.4], own.contextTitle),
            {
              kind: 'table',
              box: [LEFT, 4.65, left, 1.35],
              head: context.head,
              rows: context.rows,
              widths: context.head.map(() => 1),
              sizes: [10, 9, 8],
            },
          ] as const)
        : []),
      heading([7.4, TOP, 5.33, 0.4], own.limitsTitle),
      { kind: 'words', box: [7.4, 1.75, 5.33, 2.6], lines: own.limits, sizes: LEAD, bullets: true },
      heading([7.4, 4.4, 5.33, 0.4], own.methodTitle),
      small([7.4, 4.8, 5.33, 1.95], [settingsLine]),
    ],
    notes: [
      own.deck.around.say,
      ...Object.values(said.ledger),
      ...Object.values(said.quality),
      ...Object.values(said.sensitivity),
      settingsLine,
    ],
  };
}
