import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  linkElements,
  linkMessages,
  type LinkElementId,
  type LinkTexts,
  normaliseElement,
  unknownElement,
  zodiacPictures,
} from '../../../src/core/link/code.js';
import { linkEn } from '../../../src/core/link/texts.en.js';
import { linkZhHans } from '../../../src/core/link/texts.zh-Hans.js';

const sheet = { G1: '王', G2: '5', G3: '15', G4: '2', G5: '51', G6: '2' };

test('seven messages: the full code, then each with one element starred', () => {
  assert.deepEqual(linkMessages(sheet), [
    'v1|F|王|5|15|2|51|2',
    'v1|L1|*|5|15|2|51|2',
    'v1|L2|王|*|15|2|51|2',
    'v1|L3|王|5|*|2|51|2',
    'v1|L4|王|5|15|*|51|2',
    'v1|L5|王|5|15|2|*|2',
    'v1|L6|王|5|15|2|51|*',
  ]);
});

test('an array of six and an object give the same messages, numbers and padded digits too', () => {
  assert.deepEqual(linkMessages(['王', 5, 15, 2, 51, 2]), linkMessages(sheet));
  assert.deepEqual(linkMessages(['王', '05', '１５', ' 2 ', '51', '2']), linkMessages(sheet));
});

test('the family name: NFKC, trimmed, first character by code point, mixed registers merged', () => {
  const cases: [string, string][] = [
    ['　王小明 ', '王'],
    ['欧阳', '欧'],
    ['萧', '肖'],
    ['傅', '付'],
    ['戴', '代'],
    ['阎', '闫'],
    ['𠮷田', '𠮷'],
    ['ｗang', 'W'],
    ['Wang', 'W'],
    ['\u{F9E1}', '李'],
    ['|', unknownElement],
    ['*', unknownElement],
    ['\ud800', unknownElement],
    ['不知道', unknownElement],
    ['  ', unknownElement],
  ];
  for (const [written, element] of cases) assert.equal(normaliseElement('G1', written), element, written);
});

test('one unknown element is allowed, two give no code', () => {
  assert.equal(linkMessages({ ...sheet, G1: '不知道' })?.[0], 'v1|F|?|5|15|2|51|2');
  assert.equal(linkMessages({ ...sheet, G1: 'unknown' })?.[0], 'v1|F|?|5|15|2|51|2');
  assert.equal(linkMessages({ ...sheet, G1: '', G4: null }), null);
  assert.equal(linkMessages({ G2: '5', G3: '15', G5: '51', G6: '2' }), null);
  assert.equal(linkMessages([]), null);
});

test('every label stands for one value, and both languages lead to the same messages', () => {
  assert.deepEqual(
    linkElements.map(({ values }) => values?.length),
    [undefined, 12, 31, 8, 35, 2],
  );
  assert.equal(zodiacPictures.length, 12);
  for (const { id, values } of linkElements) {
    for (const { labels, prompts } of [linkZhHans, linkEn]) {
      assert.ok(prompts[id]);
      assert.equal(labels[id]?.length, values?.length, id);
      if (values) assert.equal(new Set(labels[id]).size, values.length, id);
    }
  }
  const answer = (texts: LinkTexts, chosen: Partial<Record<LinkElementId, string>>) =>
    linkMessages({
      G1: '王',
      ...Object.fromEntries(
        linkElements.flatMap(({ id, values }) =>
          values ? [[id, values[texts.labels[id]?.indexOf(chosen[id] ?? '') ?? -1]]] : [],
        ),
      ),
    });
  const chinese = answer(linkZhHans, { G2: '龙', G3: '15号', G4: '老二', G5: '四川', G6: '女' });
  const english = answer(linkEn, { G2: 'Dragon', G3: '15', G4: 'Second', G5: 'Sichuan', G6: 'Female' });
  assert.deepEqual(chinese, linkMessages(sheet));
  assert.deepEqual(english, chinese);
});

test('two sheets share the message of i exactly when they agree in all elements but i', () => {
  const element = fc.tuple(
    fc.constantFrom('王', '李', '萧', '肖', '|', ''),
    ...linkElements.slice(1).map(({ values }) => fc.constantFrom(...(values ?? []).slice(0, 2))),
  );
  fc.assert(
    fc.property(element, element, (a, b) => {
      const [first, second] = [linkMessages(a), linkMessages(b)];
      assert.ok(first && second);
      const differ = linkElements.filter(({ id }, i) => normaliseElement(id, a[i]) !== normaliseElement(id, b[i]));
      assert.equal(first[0] === second[0], differ.length === 0);
      linkElements.forEach((one, i) => {
        assert.equal(first[i + 1] === second[i + 1], differ.length === 0 || (differ.length === 1 && differ[0] === one));
      });
    }),
  );
});

test('anything may be answered: never throws, always seven different messages of eight parts or none', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.constant(null))), (answers) => {
      const messages = linkMessages(answers);
      if (messages === null) return;
      assert.equal(new Set(messages).size, 7);
      for (const message of messages) assert.equal(message.split('|').length, 8);
    }),
  );
});
