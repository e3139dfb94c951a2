/** Tables of medians and the targets that they meet or miss. */
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { quantile } from './measure.mjs';

const of = (run, id, profile, name) =>
  (run.results.get(id)?.[profile] ?? []).map((visit) => visit[name]).filter((value) => typeof value === 'number');
const median = (run, id, profile, name) => {
  const values = of(run, id, profile, name);
  return values.length ? quantile(values, 0.5) : undefined;
};
const number = (value, digits = 0) => (value === undefined ? '–' : value.toFixed(digits));

function spread(run, id, profile, name, digits = 0) {
  const values = of(run, id, profile, name);
  if (!values.length) return '–';
  return `${number(quantile(values, 0.5), digits)} (${number(quantile(values, 0.25), digits)}–${number(quantile(values, 0.75), digits)})`;
}

const LOADING = [
  ['first screen', 'screen'],
  ['consent → question', 'answerable'],
  ['first question', 'question'],
  ['CPU', 'cpu'],
  ['blocking', 'tbt'],
];
const TAPPING = [
  ['tap', 'tap'],
  ['tap p95', 'tap95'],
  ['next', 'move'],
  ['CPU per answer', 'tapCpu', 1],
  ['heap MB', 'heap', 2],
  ['nodes', 'nodes'],
];

const columnsOf = (profile) => (profile === 'phone' ? LOADING : [...LOADING, ...TAPPING]);

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i ? '--:' : '---'))), ...rows.map(line)].join('\n');
}

const kb = (bytes) => (bytes === undefined ? '–' : (bytes / 1000).toFixed(1));

function tables(run) {
  const parts = [
    [
      'Bytes as sent (brotli), kB',
      table(
        ['page', 'up to the first screen', 'up to the first question', 'requests', 'up to handing in'],
        run.peers.map(({ id, title }) => [
          title,
          kb(median(run, id, run.profiles[0], 'screenBytes')),
          kb(median(run, id, run.profiles[0], 'bytes')),
          number(median(run, id, run.profiles[0], 'requests')),
          kb(run.whole.get(id)),
        ]),
      ),
    ],
  ];
  for (const profile of run.profiles) {
    const columns = columnsOf(profile);
    parts.push([
      profile === 'phone' ? 'CPU 4×, 1.6 Mbit/s, 150 ms' : `CPU ${profile.replace('x', '×')}`,
      table(
        ['page', ...columns.map(([head]) => head)],
        run.peers.map(({ id, title }) => [
          title,
          ...columns.map(([, name, digits]) => spread(run, id, profile, name, digits)),
        ]),
      ),
    ]);
  }
  return parts;
}

/** @returns {{what: string, value: string, limit: string, met: boolean}[]} */
function targets(run) {
  const list = [];
  const add = (what, value, limit, text) => {
    if (value === undefined || Number.isNaN(value) || limit === undefined || Number.isNaN(limit)) return;
    list.push({ what, value: text(value), limit: text(limit), met: value <= limit });
  };
  const times = (value) => `${value.toFixed(2)}×`;
  for (const { id, title, like } of run.peers.filter((peer) => peer.like && run.results.has(peer.like))) {
    const ratio = (profile, name) => median(run, id, profile, name) / median(run, like, profile, name);
    add(`${title}: bytes up to the first question, kB`, median(run, id, run.profiles[0], 'bytes'), 15_000, kb);
    for (const profile of run.profiles) {
      if (profile !== 'phone') {
        add(`${title}: first question, ${profile}, of hand-written`, ratio(profile, 'question'), 1.15, times);
        add(`${title}: CPU per answer, ${profile}, of hand-written`, ratio(profile, 'tapCpu'), 1.25, times);
        add(
          `${title}: heap above hand-written, ${profile}, MB`,
          median(run, id, profile, 'heap') - median(run, like, profile, 'heap'),
          0.6,
          (value) => value.toFixed(2),
        );
      } else add(`${title}: first question on a phone, ms`, median(run, id, profile, 'question'), 1150, number);
    }
  }
  for (const { id, title, floor } of run.peers.filter((peer) => peer.floor && run.results.has(peer.floor))) {
    for (const profile of run.profiles.filter((one) => one !== 'phone')) {
      const ratio = median(run, id, profile, 'question') / median(run, floor, profile, 'question');
      add(`${title}: first question, ${profile}, of Lit and nothing else`, ratio, 1.15, times);
    }
  }
  for (const { id, title, rival } of run.peers.filter((peer) => peer.rival && run.results.has(peer.rival))) {
    const name = run.peers.find((peer) => peer.id === rival).title;
    for (const profile of run.profiles) {
      for (const [head, key, digits = 0] of [['bytes', 'bytes'], ...columnsOf(profile)]) {
        if (key === 'nodes' || key === 'answerable') continue;
        // No further behind than the rival is behind itself from visit to visit.
        const visits = of(run, rival, profile, key);
        if (!visits.length) continue;
        add(
          `${title} and ${name}: ${head}, ${profile}`,
          median(run, id, profile, key),
          quantile(visits, 0.75),
          (value) => value.toFixed(digits),
        );
      }
    }
  }
  return list;
}

const conditions = (run) =>
  `${run.rounds} rounds, interleaved in random order; ${run.chromium}; load of the machine ${run.load.map((value) => value.toFixed(1)).join('–')}. ` +
  `Canyu and the hand-written pages beside it: ${run.questions} questions with ${run.answers} answers to choose from.`;

export function print(run) {
  console.log(conditions(run));
  for (const [title, text] of tables(run)) console.log(`\n${title}\n${text}`);
  console.log('\nTargets');
  for (const { what, value, limit, met } of targets(run))
    console.log(`${met ? 'PASS' : 'miss'}  ${what}: ${value} (at most ${limit})`);
}

export async function write(run, file) {
  const parts = [
    PREFACE,
    `## Results\n\n${conditions(run)}`,
    ...tables(run).map(([title, text]) => `### ${title}\n\n${text}`),
    `## Targets\n\n${table(
      ['', 'quantity', 'measured', 'at most'],
      targets(run).map(({ what, value, limit, met }) => [met ? 'PASS' : 'miss', what, value, limit]),
    )}`,
  ];
  writeFileSync(file, await format(parts.join('\n\n'), { parser: 'markdown' }));
}

const PREFACE = `# What a survey page costs

Written by \`npm run bench:survey -- --write\`. All pages of a table were measured in one run, in turns, so compare within a table: the
milliseconds are those of one machine. Speed is measured here and never tested by a clock in \`npm test\`.

## What is compared

Everybody gets the questionnaire of \`test/bench/survey/questionnaire.json\`: 26 statements with five answers, two open questions. Every page
saves after every answer in IndexedDB and hands in at the end.

- **Canyu**: one tag and one script tag, the questionnaire as \`instrument\`; all questions on one page or one at a time; besides with its own
  30 items. It shows consent and a page about what follows first, and beside every question "not clear" and "prefer not to say": 7 answers.
- **hand-written**: one HTML file with a short style sheet and a script, no library. The first three do the same work as Canyu: the same
  screens in the same words (the bench reads them from Canyu's page), the same answers. "No consent, 5 answers" is the questionnaire alone,
  which is what SurveyJS and the shorter Formbricks page show.
- **Lit and nothing else**: the same screens, words and looks as one element in one file with its words: the least that a page with one tag and one
  script of Lit can be. No drafts to go on with, no second language, no check of an instrument.
- **SurveyJS** 2.5.38 (\`survey-core\`, \`survey-js-ui\`, fontless CSS): everything on one page, a table for each group or a list for each question.
- **Formbricks** \`surveys\` 1.99.0: one card at a time; "the same screens" has consent on two cards (a card holds one box) and 7 answers.

## How

Chromium, each visit with a profile of its own (nothing cached, no database), files on the loopback address compressed with brotli at
its highest level. A script in the page ticks the boxes and presses the buttons in the moment in which they have been painted.

- *bytes*: bodies as sent, with the page itself.
- *first screen*: from navigation to the frame that shows the consent. *consent → question*: from there, over the page in between, to the frame
  that shows the first question. *first question*: the sum. Milliseconds.
- *CPU*: milliseconds of the main thread (thread time: other programs do not count) until the first question. *blocking*: sum of what long tasks
  take over 50 ms.
- *tap*: from the click on an answer to the next paint. *next*: from the click on the button to the paint of the next question. Answers are
  clicked with the mouse by the browser's own input; the very first answer is left out, because it may load what comes later.
- *CPU per answer*: main thread for the click, the autosave and, with one question at a time, the next question.
- *heap*, *nodes*: after garbage collection, at the first question.

Medians, in brackets the quartiles. A target against Formbricks is met when Canyu's median is not beyond the upper quartile of Formbricks.

A custom element cannot be quite as early as a page that is nothing but HTML: it comes with its script. How much of the distance is Lit's own
tell the pages with Lit and nothing else.`;
