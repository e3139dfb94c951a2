import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Relevance } from '../../../src/core/instrument/types.js';
import { responseOf } from '../../../src/core/session/response-of.js';
import { advance, startSession, stepsOf } from '../../../src/core/session/session.js';
import type { SessionAction, SessionPlan, SessionState } from '../../../src/core/session/types.js';

const start = {
  id: '0b6f3c1e-0000-4000-8000-000000000001',
  study: 's',
  instrument: 'i@1',
  wave: 'pre',
  group: 'resident',
  form: 'full',
  mode: 'self',
  locale: 'en',
  device: 'own',
} as const;
const agree: SessionAction = { type: 'agree', version: '1', hash: null, link: false };
const next: SessionAction = { type: 'next' };
const answer = (item: string, value: number | string | undefined): SessionAction => ({ type: 'answer', item, value });

/** B and C are asked where A is 1; D where B is 2; `toString` is an id like any other. */
const plan: SessionPlan = {
  form: { closed: ['A', 'B', 'C'], open: ['T'], background: ['D', 'toString'] },
  linking: false,
  communities: [],
  relevant: new Map<string, Relevance>([
    ['B', { item: 'A', equals: 1 }],
    ['C', { item: 'A', equals: 1 }],
    ['D', { item: 'B', equals: 2 }],
    ['T', { item: 'A', equals: 'dk' }],
  ]),
};

const run = (...actions: SessionAction[]): SessionState =>
  actions.reduce<SessionState>((state, action) => advance(plan, state, action), startSession(start));
const questions = (state: SessionState): readonly string[] =>
  stepsOf(plan, state).filter((step) => !['consent', 'frame', 'review'].includes(step));

test('an item whose condition is not met is no step, one whose condition is met is', () => {
  assert.deepEqual(questions(run(agree, next)), ['A', 'toString']);
  assert.deepEqual(questions(run(agree, next, answer('A', 1))), ['A', 'B', 'C', 'toString']);
  assert.deepEqual(questions(run(agree, next, answer('A', 'dk'))), ['A', 'T', 'toString']);
  assert.deepEqual(questions(run(agree, next, answer('A', 1), answer('B', 2))), ['A', 'B', 'C', 'D', 'toString']);
  assert.equal(run(agree, next, answer('A', 0), next).at, 'toString');
});

test('what depends on a question that is no longer asked is not asked either, and its answers stay out of the response', () => {
  const state = run(
    agree,
    next,
    answer('A', 1),
    next,
    answer('B', 2),
    next,
    answer('C', 3),
    next,
    answer('D', 4),
    next,
    next,
  );
  assert.equal(state.at, 'review');
  assert.deepEqual(responseOf(state, '2026-01-01', plan)?.answers, { A: 1, B: 2, C: 3, D: 4 });
  const changed = [{ type: 'change', step: 'A' } as const, answer('A', 0), next].reduce<SessionState>(
    (one, action) => advance(plan, one, action),
    state,
  );
  assert.equal(changed.at, 'review');
  assert.deepEqual(questions(changed), ['A', 'toString']);
  assert.deepEqual(responseOf(changed, '2026-01-01', plan)?.answers, { A: 0 });
  // Changed back, nothing has to be answered twice.
  const back = [{ type: 'change', step: 'A' } as const, answer('A', 1), next].reduce<SessionState>(
    (one, action) => advance(plan, one, action),
    changed,
  );
  assert.equal(back.at, 'review');
  assert.deepEqual(responseOf(back, '2026-01-01', plan)?.answers, { A: 1, B: 2, C: 3, D: 4 });
});

test('a change from the review leads through everything that is asked only because of it, then back to the review', () => {
  const ways: string[] = [];
  let state = run(agree, next, answer('A', 0), next, next, { type: 'change', step: 'A' }, answer('A', 1));
  for (let i = 0; i < 4; i++) {
    state = advance(plan, state, next);
    ways.push(`${state.at}${state.changing ? ' changing' : ''}`);
    if (state.at === 'B') state = advance(plan, state, answer('B', 2));
  }
  assert.deepEqual(ways.slice(0, 3), ['B changing', 'C changing', 'review']);
  const back = advance(plan, { ...state, at: 'B', changing: true }, { type: 'back' });
  assert.deepEqual([back.at, back.changing], ['review', false]);
});

const items = ['A', 'B', 'C', 'T', 'D', 'toString', 'nope'];
const anyAction = fc.oneof(
  fc.constant(agree),
  fc.constant(next),
  fc.constant<SessionAction>({ type: 'back' }),
  fc.record({
    type: fc.constant('answer' as const),
    item: fc.constantFrom(...items),
    value: fc.constantFrom(0, 1, 2, 'dk', undefined),
  }),
  fc.record({ type: fc.constant('change' as const), step: fc.constantFrom(...items, 'review') }),
);

test('whatever is done: the state stays at a step, the response holds answers to questions that were asked, and the review is reached', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 40 }), (actions) => {
      const state = run(...actions);
      assert.ok(stepsOf(plan, state).includes(state.at));
      if (!state.consent) return;
      const answers = responseOf(state, '2026-01-01', plan)?.answers ?? {};
      for (const item of Object.keys(answers)) {
        const when = plan.relevant?.get(item);
        assert.ok(!when || answers[when.item] === when.equals, `${item} without its condition`);
        assert.equal(answers[item], state.answers[item]);
      }
      for (const item of Object.keys(state.answers)) {
        const when = plan.relevant?.get(item);
        if (!when) assert.ok(Object.hasOwn(answers, item), `${item} was lost`);
      }
      let last = advance(plan, state, next);
      for (let i = 0; i < 12 && last.at !== 'review'; i++) last = advance(plan, last, next);
      assert.equal(last.at, 'review');
      assert.equal(last.changing, false);
    }),
    { numRuns: 2000 },
  );
});

test('a plan without conditions keeps every answer', () => {
  const free: SessionPlan = { ...plan, relevant: undefined };
  const state = [agree, answer('B', 1)].reduce<SessionState>(
    (one, action) => advance(free, one, action),
    startSession(start),
  );
  assert.deepEqual(responseOf(state, '2026-01-01', free)?.answers, { B: 1 });
  assert.deepEqual(stepsOf(free, state), ['consent', 'frame', 'A', 'B', 'C', 'T', 'D', 'toString', 'review']);
});
