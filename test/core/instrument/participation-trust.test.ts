import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import { participationTrustConstructs } from '../../../src/core/instrument/participation-trust/constructs.js';
import { composeInstrument } from '../../../src/core/instrument/participation-trust/compose.js';
import {
  participationTrustStructure,
  vignetteItems,
} from '../../../src/core/instrument/participation-trust/structure.js';
import { thenItems, withThenItems } from '../../../src/core/instrument/participation-trust/then-test.js';
import { zhHans } from '../../../src/core/instrument/participation-trust/zh-Hans/all.js';
import type { Group } from '../../../src/core/text.js';

const { items, forms, constructs, scales } = participationTrust;
const likert = items.filter(({ id }) => /^(CY|CJ|PR|TR|RC|GV)\d$/.test(id));
const item = (id: string) => {
  const found = items.find((candidate) => candidate.id === id);
  assert.ok(found, id);
  return found;
};
const words = (id: string, group: Group, locale: string) => item(id).prompt[group]?.[locale];

test('25 statements: 17 favourable to the authorities, 8 unfavourable', () => {
  assert.equal(
    likert.map(({ id }) => id).join(' '),
    'CY1 CY2 CY3 CY4 CY5 CJ1 CJ2 CJ3 CJ4 PR1 PR2 PR3 PR4 TR1 TR2 TR3 TR4 RC1 RC2 RC3 RC4 GV1 GV2 GV3 GV4',
  );
  const favourable = likert.filter(({ id, key }) => (id.startsWith('CJ') ? key === -1 : key === 1));
  assert.equal(favourable.length, 17);
});

test('reverse keys, mirrors and stars are those of method.md §2.2', () => {
  const ids = (pick: (i: (typeof items)[number]) => boolean) =>
    items
      .filter(pick)
      .map(({ id }) => id)
      .join(' ');
  assert.equal(
    ids((i) => i.key === -1),
    'CY5 CJ4 PR3 TR4 RC4 GV3 OC3 CY5T',
  );
  assert.equal(
    ids((i) => i.mirror === 'recip'),
    'TR1 TR2 TR3 TR4 RC1 RC4',
  );
  assert.equal(
    ids((i) => i.short === true),
    'CY2 CY5 CJ1 CJ4 PR3 PR4 TR1 TR4 RC1 RC4 GV1 GV3',
  );
});

// Made from the tables of method.md §2.2 by a script, not from these files.
const wording: Record<string, string> = {
  'resident zh-Hans': '4f9fe66c36d6d738595f4b100477e339fe9757d5796db254e6fd23cc9cf1dd8e',
  'resident en': 'baff8944e300b8b87b44d1ef6c734a4266999694afb954b0077dc57245ca4d4a',
  'official zh-Hans': '00a46e53b0b8fb9e2957719344db42c71f79fee36889277102ab592f25481647',
  'official en': '5725c80b3273cdf5e76376f588fa7677fcadb2f797c2a2b06a26220d49f549af',
};
for (const [which, sha256] of Object.entries(wording)) {
  test(`the statements are worded as in method.md: ${which}`, () => {
    const [group, locale] = which.split(' ') as [Group, string];
    const text = likert.map(({ id }) => `${id}\t${words(id, group, locale)}\n`).join('');
    assert.equal(createHash('sha256').update(text).digest('hex'), sha256);
  });
}

test('forms: order, short form, open questions, background', () => {
  const plan = forms.full.resident;
  assert.equal(
    plan?.closed.join(' '),
    'FQ1 FQ2 FQ3 FQ4 LD RC3 CY1 PR1 CJ1 GV1 TR2 CY4 PR3 RC1 CJ4 GV3 CY2 TR1 PR2 CJ2 RC2 CY5 GV4 TR3 CJ3 PR4 RC4 CY3 GV2 TR4',
  );
  assert.deepEqual(plan?.open, ['OQ1', 'OQ2']);
  assert.deepEqual(plan?.background, ['DM1', 'DM2']);
  assert.deepEqual(forms.full.official?.closed, [...(plan?.closed ?? []), 'OC1', 'OC2', 'OC3', 'OC4', 'OC5', 'OC6']);
  assert.deepEqual(forms.full.official?.background, []);
  assert.deepEqual(forms.full.partner?.closed, ['OC1', 'OC2', 'OC3', 'OC4', 'OC5', 'OC6', 'AU']);
  const short = 'CJ1 PR3 RC1 CJ4 GV3 CY2 TR1 CY5 PR4 RC4 TR4 GV1';
  for (const group of ['resident', 'official'] as const) {
    assert.deepEqual([...(forms.short[group]?.closed ?? [])].sort(), short.split(' ').sort());
    assert.deepEqual(forms.short[group]?.open, []);
  }
  assert.deepEqual(forms.short.resident?.background, ['DM1', 'DM2']);
});

test('every item of a form is worded for its group in both languages; partners get their own OC1', () => {
  for (const form of ['full', 'short'] as const) {
    for (const group of ['resident', 'official', 'partner'] as const) {
      const plan = forms[form][group];
      assert.ok(plan);
      for (const id of [...plan.closed, ...plan.open, ...plan.background]) {
        for (const locale of ['zh-Hans', 'en']) assert.ok(words(id, group, locale), `${group} ${id} ${locale}`);
      }
    }
  }
  assert.equal(words('OC1', 'official', 'zh-Hans'), '本单位主要负责同志支持居民参与，并亲自过问。');
  assert.equal(words('OC1', 'partner', 'zh-Hans'), '政府伙伴主要负责同志支持居民参与，并亲自过问。');
  assert.equal(words('OC1', 'resident', 'zh-Hans'), undefined);
});

test('vignettes belong to no form and are worded alike for both groups', () => {
  const asked = new Set(Object.values(forms).flatMap((form) => Object.values(form).flatMap((plan) => plan.closed)));
  for (const id of vignetteItems) {
    assert.ok(!asked.has(id));
    assert.deepEqual(item(id).prompt.resident, item(id).prompt.official);
  }
});

test('then-items: CY1–5 about six months ago, on the same scale, keyed alike, in no form and no construct', () => {
  assert.equal(thenItems.join(' '), 'CY1T CY2T CY3T CY4T CY5T');
  assert.equal(
    participationTrust.items
      .slice(-5)
      .map(({ id }) => id)
      .join(' '),
    thenItems.join(' '),
  );
  const asked = new Set(
    Object.values(forms).flatMap((form) =>
      Object.values(form).flatMap((plan) => [...plan.closed, ...plan.open, ...plan.background]),
    ),
  );
  for (const id of thenItems) {
    assert.ok(!asked.has(id));
    assert.ok(!constructs.some((construct) => construct.items.includes(id)));
    const [now, then] = [item(id.slice(0, 3)), item(id)];
    assert.deepEqual(
      [then.kind, then.scale, then.key, then.mirror, then.short],
      [now.kind, now.scale, now.key, now.mirror, undefined],
    );
    for (const group of ['resident', 'official'] as const) {
      for (const [locale, looks] of [
        ['zh-Hans', /^现在回头看，六个月以前是什么情况？/],
        ['en', /^Looking back [a-z ,]+ six months ago\? /],
      ] as const) {
        const asks = words(id, group, locale) ?? '';
        assert.match(asks, looks);
        assert.equal(asks.replace(looks, ''), words(id.slice(0, 3), group, locale));
      }
    }
    assert.deepEqual(Object.keys(then.prompt), ['resident', 'official']);
  }
  assert.ok(!participationTrustStructure.items.some(({ id }) => thenItems.includes(id)));
});

test('scales: values, one label for each in both languages, the officials’ own ladder', () => {
  const values = Object.fromEntries(
    Object.entries(scales).map(([id, { points }]) => [id, points.map(({ value }) => value).join('')]),
  );
  assert.deepEqual(values, {
    agreement: '12345',
    frequency: '01234',
    ladder: '0123456',
    voice: '12345',
    age: '0123',
    years: '012',
  });
  for (const { points } of Object.values(scales)) {
    for (const { label } of points) assert.deepEqual(Object.keys(label), ['zh-Hans', 'en']);
  }
  const ladder = scales['ladder']?.points ?? [];
  assert.equal(ladder[1]?.label['zh-Hans'], '叫我们去，只是走个过场');
  assert.equal(ladder[1]?.labelByGroup?.official?.['zh-Hans'], '居民到场，主要是履行程序');
  assert.equal(ladder[1]?.labelByGroup?.resident, undefined);
});

test('constructs, their comparison and which are formative', () => {
  const summary = constructs.map((c) => `${c.id}${c.formative ? '*' : ''} ${c.comparison} ${c.items.join(' ')}`);
  assert.deepEqual(summary, [
    'CY same CY1 CY2 CY3 CY4 CY5',
    'CJ same CJ1 CJ2 CJ3 CJ4',
    'PR same PR1 PR2 PR3 PR4',
    'TR recip TR1 TR2 TR3 TR4',
    'RC recip RC1 RC2 RC3 RC4',
    'GV* same GV1 GV2 GV3 GV4',
    'CJF* same FQ1 FQ2',
    'CYF* same FQ3 FQ4',
    'OC* same OC1 OC2 OC3 OC4 OC5 OC6',
  ]);
});

test('one language alone gives the same instrument with only that language', () => {
  const chinese = composeInstrument(
    withThenItems({ ...participationTrustStructure, constructs: participationTrustConstructs }),
    { 'zh-Hans': zhHans },
  );
  const onlyChinese = JSON.parse(JSON.stringify(participationTrust), (_, value) => {
    if (value && typeof value === 'object' && 'en' in value) delete value.en;
    return value;
  });
  assert.deepEqual(JSON.parse(JSON.stringify(chinese)), onlyChinese);
});
