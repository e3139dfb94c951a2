import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeResults } from '../../../src/core/change/compute.js';
import { parseResults } from '../../../src/core/change/parse.js';
import { publishResults } from '../../../src/core/change/publish.js';
import { isHidden, type Change, type Results } from '../../../src/core/change/types.js';
import { describeResults } from '../../../src/core/describe/describe.js';
import { importSurveyJs } from '../../../src/core/instrument/import/surveyjs.js';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import type { Instrument } from '../../../src/core/instrument/types.js';
import type { SurveyResponse } from '../../../src/core/response/types.js';
import { scoreResponse } from '../../../src/core/scoring/score-response.js';
import { defaultStudy } from '../../../src/core/study/default.js';
import { isValid } from '../json/json-schema.js';

/** An instrument of two constructs, brought in from SurveyJS: 1–7, and worded answers without numbers. */
function ownInstrument(): Instrument {
  const read = importSurveyJs(
    {
      title: { default: 'Neighbours', 'zh-cn': '邻里' },
      elements: [
        { type: 'html', name: 'intro', html: 'Please think of your street.' },
        {
          type: 'matrix',
          name: 'help',
          title: { default: 'Helping', 'zh-cn': '互相帮忙' },
          columns: [1, 2, 3, 4, 5, 6, 7],
          rows: ['h1', 'h2', 'h3'],
        },
        { type: 'matrix', name: 'home', title: 'At home', columns: ['never', 'at times', 'often'], rows: ['a1', 'a2'] },
        { type: 'radiogroup', name: 'pet', choices: ['cat', 'dog'] },
        { type: 'comment', name: 'more' },
      ],
    },
    { id: 'neighbours', groups: ['resident', 'official'] },
  );
  assert.ok(read.ok);
  return read.instrument;
}

const instrument = ownInstrument();
const study = { ...defaultStudy('own'), instrument: 'neighbours@1', groups: ['resident', 'official'] as const };

const response = (group: 'resident' | 'official', wave: string, i: number, shift: number): SurveyResponse => ({
  schema: 'canyu-response/1',
  id: `0b6f3c1e-0000-4000-8000-${`${group === 'resident' ? 1 : 2}${wave === 'pre' ? 1 : 2}${String(i).padStart(4, '0')}`.padStart(12, '0')}`,
  study: 'own',
  instrument: 'neighbours@1',
  wave,
  group,
  form: 'full',
  mode: 'self',
  locale: 'en',
  answers: {
    'help.h1': Math.min(7, 1 + (i % 5) + shift),
    'help.h2': Math.min(7, 2 + (i % 4) + shift),
    'help.h3': i % 7 === 0 ? 'dk' : Math.min(7, 1 + (i % 3) + shift),
    'home.a1': 1 + (i % 3),
    'home.a2': 1 + ((i + 1) % 3),
    pet: i % 2,
    more: 'x',
  },
  link: null,
  consent: { version: '1', hash: null },
  date: '2026-01-01',
  seconds: 100,
  device: 'own',
});
const responses = (['resident', 'official'] as const).flatMap((group) =>
  (['pre', 'post'] as const).flatMap((wave) =>
    Array.from({ length: group === 'resident' ? 40 : 24 }, (_, i) =>
      response(group, wave, i, wave === 'post' ? (group === 'resident' ? 2 : 1) : 0),
    ),
  ),
);
const results = computeResults({ study, instrument, responses, options: { resamples: 200 } });

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const scores = (group: string, wave: string, id: string): number[] =>
  responses
    .filter((one) => one.group === group && one.wave === wave)
    .map((one) => scoreResponse(instrument, one)[id] ?? NaN);

test('an own instrument has no index, no domains and no joint index, and says why', () => {
  assert.equal(results.instrument, 'neighbours@1');
  assert.deepEqual(results.settings.weights, {});
  assert.deepEqual(results.settings.changedFromDefault, ['resamples']);
  for (const group of ['resident', 'official'] as const) {
    assert.deepEqual(results.groups[group]?.index, { estimate: null, why: 'not-computable' });
    assert.ok(isHidden(results.groups[group]?.domains));
    assert.ok(isHidden(results.groups[group]?.ladder));
  }
  assert.deepEqual(results.joint.index.change, { estimate: null, why: 'not-computable' });
});

test('its constructs are scored on their own scales, compared over time and between the groups, under their own names', () => {
  const one = scoreResponse(instrument, response('resident', 'pre', 1, 0));
  assert.equal(one['help'], mean([(2 - 1) / 6, (3 - 1) / 6, (2 - 1) / 6]) * 100);
  assert.equal(one['home'], mean([(2 - 1) / 2, (3 - 1) / 2]) * 100);
  const constructs = results.groups.resident?.constructs;
  assert.ok(constructs && !isHidden(constructs));
  assert.deepEqual(Object.keys(constructs), ['help', 'home']);
  const help = constructs['help'];
  assert.ok(help && !isHidden(help) && !isHidden(help.change));
  const expected = mean(scores('resident', 'post', 'help')) - mean(scores('resident', 'pre', 'help'));
  assert.ok(Math.abs((help.change.estimate as number) - expected) < 1e-9);
  assert.ok(typeof help.holm === 'number');
  const gap = results.gaps['help']?.endline as Change;
  const between = mean(scores('official', 'post', 'help')) - mean(scores('resident', 'post', 'help'));
  assert.ok(Math.abs((gap.estimate as number) - between) < 1e-9);
  assert.deepEqual(results.labels, {
    help: { en: 'Helping', 'zh-Hans': '互相帮忙' },
    home: { en: 'At home' },
  });
});

test('its results can be read, published and told', () => {
  const document: unknown = JSON.parse(JSON.stringify(results));
  const read = parseResults(document);
  assert.ok(read.ok, JSON.stringify(read));
  assert.deepEqual(read.value.labels, results.labels);
  assert.ok(isValid('results', document));
  const published: Results = publishResults(results);
  assert.deepEqual(published.labels, results.labels);
  assert.ok(parseResults(JSON.parse(JSON.stringify(published))).ok);
  const zh = describeResults(results, 'zh-Hans');
  assert.match(zh.constructs.resident?.['help'] ?? '', /居民看到的“互相帮忙”/);
  assert.match(zh.gaps['help'] ?? '', /互相帮忙/);
  assert.match(describeResults(results, 'en').constructs.official?.['home'] ?? '', /At home/);
});

test('some of the six scales are not the index', () => {
  const some = { ...participationTrust, constructs: participationTrust.constructs.filter(({ id }) => id !== 'GV') };
  const own = responses.map((one) => ({ ...one, answers: { CY1: 5, CY2: 4, CY3: 4, CY4: 5, CJ1: 2, CJ2: 2, CJ3: 1 } }));
  const part = computeResults({ study, instrument: some, responses: own, options: { resamples: 0 } });
  assert.deepEqual(part.groups.resident?.index, { estimate: null, why: 'not-computable' });
  const whole = computeResults({ study, instrument: participationTrust, responses: [], options: { resamples: 0 } });
  assert.equal(whole.labels, undefined);
  assert.equal(Object.keys(whole.settings.weights).length, 6);
});
