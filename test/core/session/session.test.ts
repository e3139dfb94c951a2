import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canResume } from '../../../src/core/session/can-resume.js';
import { responseOf } from '../../../src/core/session/response-of.js';
import { advance, progressOf, startSession, stepsOf } from '../../../src/core/session/session.js';
import type { SessionAction, SessionPlan, SessionStart, SessionState } from '../../../src/core/session/types.js';

const plan: SessionPlan = {
  form: { closed: ['CY1', 'CY2'], open: ['OQ1'], background: ['DM1'] },
  linking: true,
  communities: [],
};
const start: SessionStart = {
  id: '00000000-0000-4000-8000-000000000001',
  study: 's',
  instrument: 'i@1',
  wave: 'pre',
  group: 'resident',
  form: 'full',
  mode: 'self',
  locale: 'zh-Hans',
  device: 'own',
};
const agree: Extract<SessionAction, { type: 'agree' }> = { type: 'agree', version: '1', hash: null, link: true };
const run = (...actions: SessionAction[]): SessionState =>
  actions.reduce((state, action) => advance(plan, state, action), startSession(start));
const next: SessionAction = { type: 'next' };

test('nothing happens before consent', () => {
  const before = startSession(start);
  assert.equal(run(next).at, 'consent');
  assert.deepEqual(run({ type: 'answer', item: 'CY1', value: 4 }), before);
  assert.deepEqual(run({ type: 'link', tokens: ['a'] }), before);
  assert.equal(responseOf(before, '2026-01-01'), null);
});

test('the way leads from consent through every question to the review and no further', () => {
  const seen: string[] = [];
  let state = run(agree);
  for (let i = 0; i < 10; i++) {
    seen.push(state.at);
    state = advance(plan, state, next);
  }
  assert.deepEqual([...new Set(seen)], ['frame', 'CY1', 'CY2', 'link', 'OQ1', 'DM1', 'review']);
});

test('who does not want a code is not asked for one', () => {
  const state = run({ ...agree, link: false });
  assert.ok(!stepsOf(plan, state).includes('link'));
  assert.equal(responseOf(state, '2026-01-01')?.link, null);
});

test('back keeps answers; a change from the review leads back to it', () => {
  const state = run(agree, next, { type: 'answer', item: 'CY1', value: 5 }, next, { type: 'back' });
  assert.equal(state.at, 'CY1');
  assert.equal(state.answers['CY1'], 5);
  const changed = [{ type: 'change', step: 'CY1' }, { type: 'answer', item: 'CY1', value: 'pns' }, next] as const;
  const after = changed.reduce<SessionState>((one, action) => advance(plan, one, action), state);
  assert.equal(after.at, 'review');
  assert.equal(after.answers['CY1'], 'pns');
  assert.equal(after.changing, false);
});

test('an answer taken back is absent, not empty', () => {
  const state = run(agree, { type: 'answer', item: 'OQ1', value: 'x' }, { type: 'answer', item: 'OQ1', value: '' });
  assert.deepEqual(Object.keys(state.answers), []);
});

test('the response holds what was answered and nothing else', () => {
  const state = run(agree, { type: 'answer', item: 'CY2', value: 'dk' }, { type: 'spent', seconds: 61.4 });
  assert.deepEqual(responseOf(state, '2026-03-01'), {
    schema: 'canyu-response/1',
    id: start.id,
    study: 's',
    instrument: 'i@1',
    wave: 'pre',
    group: 'resident',
    form: 'full',
    mode: 'self',
    locale: 'zh-Hans',
    answers: { CY2: 'dk' },
    link: null,
    consent: { version: '1', hash: null },
    date: '2026-03-01',
    seconds: 61,
    device: 'own',
  });
});

test('a draft resumes only under the same study, instrument, wave, group and form', () => {
  const draft = run(agree, next);
  const resumes = (found: unknown, now: SessionStart = start): boolean => canResume(plan, found, now);
  assert.ok(resumes(JSON.parse(JSON.stringify(draft))));
  assert.ok(!resumes(draft, { ...start, instrument: 'i@2' }));
  assert.ok(!resumes(draft, { ...start, wave: 'post' }));
  assert.ok(!resumes({ ...draft, at: 'CY99' }));
  assert.ok(!resumes(startSession(start)));
  for (const junk of [null, 1, 'x', [], {}]) assert.ok(!resumes(junk));
});

test('progress counts questions and gives minutes', () => {
  assert.deepEqual(progressOf(plan, run(agree)), { index: 0, total: 5, minutesLeft: 2 });
  assert.equal(progressOf(plan, run(agree, next, next)).index, 1);
  assert.equal(progressOf(plan, run(agree, next, next, next, next, next, next)).index, 5);
});

const anyAction = fc.oneof(
  fc.constant<SessionAction>(agree),
  fc.constant<SessionAction>({ ...agree, link: false }),
  fc.constant<SessionAction>(next),
  fc.constant<SessionAction>({ type: 'back' }),
  fc.record({
    type: fc.constant('answer' as const),
    item: fc.constantFrom('CY1', 'OQ1', 'DM1', 'nope'),
    value: fc.oneof(fc.nat(6), fc.constant(undefined)),
  }),
  fc.record({ type: fc.constant('change' as const), step: fc.constantFrom('CY1', 'link', 'review', 'nope') }),
  fc.record({ type: fc.constant('link' as const), tokens: fc.constant(null) }),
);

test('whatever is done, the state stays a JSON document at an existing step, with no foreign answer', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 40 }), (actions) => {
      const state = run(...actions);
      assert.deepEqual(JSON.parse(JSON.stringify(state)), state);
      assert.ok(stepsOf(plan, state).includes(state.at) || state.at === 'link');
      assert.ok(!('nope' in state.answers));
      if (!state.consent) assert.deepEqual(state.answers, {});
    }),
  );
});
