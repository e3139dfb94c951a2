import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { advanceKiosk, isResting, startKiosk } from '../../../src/core/kiosk/kiosk.js';
import type { KioskEvent, KioskRules, KioskState, KioskStep } from '../../../src/core/kiosk/types.js';

const rules: KioskRules = {
  idle: 90,
  warning: 30,
  thanks: 12,
  locale: 'zh-Hans',
  groups: ['resident', 'official', 'partner'],
};

type Timeless<E> = E extends KioskEvent ? Omit<E, 'at'> : never;
type Happening = Timeless<KioskEvent>;

/** Runs events, each so many milliseconds after the one before. */
function run(
  happenings: readonly (readonly [wait: number, event: Happening])[],
  given: KioskRules = rules,
): (KioskStep & { readonly before: KioskState; readonly at: number; readonly event: Happening })[] {
  let state = startKiosk(given, 0);
  let at = 0;
  return happenings.map(([wait, event]) => {
    at += wait;
    const before = state;
    const step = advanceKiosk(given, before, { ...event, at });
    state = step.state;
    return { ...step, before, at, event };
  });
}

const open: readonly [number, Happening] = [0, { type: 'availability', closed: undefined }];
const begun: (readonly [number, Happening])[] = [
  open,
  [1000, { type: 'start' }],
  [1000, { type: 'group', group: 'resident' }],
];
const outcome = { stored: true, receipt: '7Q3ZK-0M9TA', code: true };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Happening>({ type: 'tick' }) },
  { weight: 2, arbitrary: fc.constant<Happening>({ type: 'touch' }) },
  { weight: 3, arbitrary: fc.constant<Happening>({ type: 'start' }) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('resident' as const, 'official' as const)
      .map((group): Happening => ({ type: 'group', group })),
  },
  fc.constantFrom('en' as const, 'zh-Hans' as const).map((locale): Happening => ({ type: 'locale', locale })),
  fc.nat(6).map((round): Happening => ({ type: 'complete', round, outcome })),
  fc
    .constantFrom(undefined, 'hours' as const, 'wave' as const)
    .map((closed): Happening => ({ type: 'availability', closed })),
  fc.constantFrom<Happening>(
    { type: 'done' },
    { type: 'ask-stop' },
    { type: 'go-on' },
    { type: 'stop' },
    { type: 'leave' },
    { type: 'staff' },
    { type: 'staff-done' },
  ),
);
const story = fc.array(fc.tuple(fc.nat(100_000), happening), { maxLength: 60 });

describe('kiosk', () => {
  test('a respondent from the first screen back to it', () => {
    const steps = run([
      ...begun,
      [60_000, { type: 'touch' }],
      [1000, { type: 'complete', round: 0, outcome }],
      [12_000, { type: 'tick' }],
    ]);
    assert.deepEqual(
      steps.map(({ state }) => state.screen),
      ['attract', 'who', 'survey', 'survey', 'thanks', 'attract'],
    );
    assert.equal(steps[4]?.state.outcome?.receipt, '7Q3ZK-0M9TA');
    assert.deepEqual(steps.at(-1), {
      ...steps.at(-1),
      reset: 'finished',
      state: { ...startKiosk(rules, 75_000), screen: 'attract', closed: undefined, round: 1 },
    });
  });

  test('with one group nobody is asked who they are', () => {
    const [, step] = run([open, [0, { type: 'start' }]], { ...rules, groups: ['partner'] });
    assert.equal(step?.state.screen, 'survey');
    assert.equal(step.state.group, 'partner');
  });

  test('nobody begins while it is closed, and closing time interrupts nobody', () => {
    const closed: readonly [number, Happening] = [0, { type: 'availability', closed: 'hours' }];
    assert.equal(run([closed, [0, { type: 'start' }]]).at(-1)?.state.screen, 'closed');
    const steps = run([...begun, closed, [1000, { type: 'complete', round: 0, outcome }], [0, { type: 'done' }]]);
    assert.deepEqual(
      steps.slice(3).map(({ state }) => state.screen),
      ['survey', 'thanks', 'closed'],
    );
  });

  test('a touch ends the warning, as often as wanted', () => {
    const extending = Array.from({ length: 20 }, (): (readonly [number, Happening])[] => [
      [90_000, { type: 'tick' }],
      [29_000, { type: 'tick' }],
      [999, { type: 'touch' }],
    ]).flat();
    const steps = run([...begun, ...extending]);
    assert.equal(steps.filter(({ state }) => state.warnedUntil !== undefined).length, 40);
    assert.equal(steps.at(-1)?.state.screen, 'survey');
    assert.equal(steps.at(-1)?.state.warnedUntil, undefined);
    assert.ok(steps.every(({ reset }) => reset === undefined));
  });

  test('a tablet that slept warns before it begins anew', () => {
    const steps = run([...begun, [3_600_000, { type: 'tick' }], [29_999, { type: 'tick' }], [1, { type: 'tick' }]]);
    assert.deepEqual(
      steps.slice(3).map(({ state, reset }) => [state.screen, state.warnedUntil !== undefined, reset]),
      [
        ['survey', true, undefined],
        ['survey', true, undefined],
        ['attract', false, 'idle'],
      ],
    );
  });

  test('another language on the first screen is given up without a warning', () => {
    const steps = run([
      open,
      [0, { type: 'locale', locale: 'en' }],
      [89_000, { type: 'tick' }],
      [1000, { type: 'tick' }],
    ]);
    assert.deepEqual(
      steps.slice(1).map(({ state, reset }) => [state.locale, state.warnedUntil, reset]),
      [
        ['en', undefined, undefined],
        ['en', undefined, undefined],
        ['zh-Hans', undefined, undefined],
      ],
    );
  });

  test('after a reset nothing of the respondent is left, whatever happened', () => {
    fc.assert(
      fc.property(story, (happenings) => {
        for (const { state, reset, before, at } of run([open, ...happenings])) {
          if (!reset) continue;
          assert.deepEqual(
            { ...state },
            {
              screen: before.closed ? 'closed' : 'attract',
              closed: before.closed,
              locale: rules.locale,
              round: before.round + 1,
              touched: at,
            },
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('what was answered in one round never shows in another', () => {
    fc.assert(
      fc.property(story, (happenings) => {
        for (const { state, before, event } of run([open, ...happenings])) {
          if (state.outcome && !before.outcome) {
            assert.equal(event.type === 'complete' && event.round, state.round, 'only its own survey gives thanks');
          }
          if (state.outcome) assert.equal(state.screen, 'thanks');
          if (isResting(state) || state.screen === 'who' || state.screen === 'staff') {
            assert.equal(state.group, undefined);
            assert.equal(state.outcome, undefined);
          }
          // Away from where a respondent is, without a reset, leads no way.
          const wasAnswering = ['survey', 'thanks'].includes(before.screen);
          if (wasAnswering && !['survey', 'thanks'].includes(state.screen)) assert.equal(state.round, before.round + 1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('idleness resets only after a whole warning that nobody touched; thanks never warn', () => {
    fc.assert(
      fc.property(story, (happenings) => {
        let warnedAt: number | undefined;
        for (const { state, reset, at } of run([open, ...happenings])) {
          if (reset === 'idle') {
            assert.ok(warnedAt !== undefined && at - warnedAt >= rules.warning * 1000);
          }
          assert.ok(state.warnedUntil === undefined || ['who', 'survey', 'staff'].includes(state.screen));
          if (state.warnedUntil === undefined) warnedAt = undefined;
          else warnedAt ??= at;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('wherever a respondent leaves it, it is free again after the times that it is set to', () => {
    fc.assert(
      fc.property(story, (happenings) => {
        const steps = run([
          open,
          ...happenings,
          ...Array.from({ length: 260 }, (): readonly [number, Happening] => [1000, { type: 'tick' }]),
        ]);
        const last = steps.at(-1)?.state;
        assert.ok(last && isResting(last) && last.locale === rules.locale);
      }),
      { numRuns: 500 },
    );
  });
});
