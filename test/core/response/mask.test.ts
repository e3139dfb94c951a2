import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countCharacters, limitText } from '../../../src/core/response/characters.js';
import { maskOpenText, toWellFormed } from '../../../src/core/response/mask.js';

test('numbers and addresses that identify are masked', () => {
  const cases: [string, string, number][] = [
    ['打我电话13812345678谢谢', '打我电话■谢谢', 1],
    ['138 1234 5678', '■', 1],
    ['138-1234-5678，+86 13912345678', '■，■', 2],
    ['１３８１２３４５６７８', '■', 1],
    ['身份证11010519491231002X。', '身份证■。', 1],
    ['11010519491231002x', '■', 1],
    ['卡号6222021234567890123', '卡号■', 1],
    ['邮箱wang.li+a@mail.example.cn，', '邮箱■，', 1],
    ['京A12345和沪AD12345', '■和■', 2],
    ['粤B·1234学 停在门口', '■ 停在门口', 1],
    ['010-12345678', '■', 1],
    ['修了路灯，2024年花了150000元', '修了路灯，2024年花了150000元', 0],
    ['2019年10月01日', '2019年10月01日', 0],
    ['川菜馆很好', '川菜馆很好', 0],
    ['', '', 0],
  ];
  for (const [written, text, masked] of cases) {
    const result = maskOpenText(written);
    assert.deepEqual([result.text, result.masked], [text, masked], written);
  }
});

test('warnings: an address, an official by name', () => {
  const warned = (text: string) => maskOpenText(text).warnings.join();
  for (const text of ['我住3号楼', '3楼2单元', '５０１室', '十二号楼', '2 单元', '室 501', '我家5栋']) {
    assert.equal(warned(text), 'address', text);
  }
  for (const text of ['王书记很好', '李主任', '张建国副主任', '书记陈某'])
    assert.equal(warned(text), 'official-name', text);
  assert.equal(warned('王书记住3号楼'), 'address,official-name');
  for (const text of ['居委会主任来过', '找书记反映', '活动室改造', '一楼的灯', '党委书记'])
    assert.equal(warned(text), '', text);
});

test('what is masked once stays as it is, and no mobile number is left', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('13812345678', '１３９', '11010519491231002X', '京A12345', 'a@b.cn', '@', '-', ' ', '号楼'),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const once = maskOpenText(pieces.join(''));
      assert.equal(maskOpenText(once.text).masked, 0);
      assert.doesNotMatch(once.text.normalize('NFKC'), /1[3-9]\d{9}|\d{17}[\dXx]/);
      assert.equal(once.text.split('■').length - pieces.join('').split('■').length, once.masked);
    }),
  );
});

test('a long text without a match takes no time', () => {
  const started = performance.now();
  for (const text of ['1', 'a', '1 ', 'a.', '138', '王', '京A'].map((unit) => unit.repeat(4000 / unit.length))) {
    maskOpenText(text);
  }
  assert.ok(performance.now() - started < 500);
});

test('characters are counted as a person sees them', () => {
  const cases: [string, number][] = [
    ['居民说话', 4],
    ['𠮷𠮷', 2],
    ['👨‍👩‍👧‍👦', 1],
    ['👍🏽', 1],
    ['🇨🇳🇨🇳', 2],
    ['é', 1],
    ['❤️', 1],
    ['a\r\nb', 3],
    ['\ud800', 1],
    ['', 0],
  ];
  for (const [text, count] of cases) assert.equal(countCharacters(text), count, text);
});

test('the limit cuts between characters and bounds piled-up marks', () => {
  assert.equal(limitText('字'.repeat(201)), '字'.repeat(200));
  assert.equal(limitText('𠮷'.repeat(200)), '𠮷'.repeat(200));
  assert.equal(limitText('👨‍👩‍👧‍👦'.repeat(3), 2), '👨‍👩‍👧‍👦'.repeat(2));
  assert.ok(limitText('a' + '\u0301'.repeat(10_000)).length <= 4000);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, max) => {
      const cut = limitText(text, max);
      assert.ok(text.startsWith(cut));
      assert.ok(countCharacters(cut) <= max);
      if (countCharacters(text) <= max) assert.equal(cut, text);
    }),
  );
});

test('lone surrogates become U+FFFD, pairs stay', () => {
  assert.equal(toWellFormed('a\ud800b\udc00'), 'a\ufffdb\ufffd');
  assert.equal(toWellFormed('𠮷\udbff'), '𠮷\ufffd');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      const text = a + String.fromCharCode(0xd83d) + b;
      const native = (text as unknown as { toWellFormed(): string }).toWellFormed();
      assert.equal(toWellFormed(text), native);
    }),
  );
});
