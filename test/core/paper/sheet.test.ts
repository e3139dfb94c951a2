import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { participationTrust } from '../../../src/core/instrument/participation-trust.js';
import { linkElements } from '../../../src/core/link/code.js';
import { linkEn } from '../../../src/core/link/texts.en.js';
import { linkZhHans } from '../../../src/core/link/texts.zh-Hans.js';
import { startEntry, typeKeys } from '../../../src/core/paper/entry.js';
import { linkValueOf } from '../../../src/core/paper/link-entry.js';
import { consentIn, paperFields, paperResponse, type PaperSheet } from '../../../src/core/paper/sheet.js';
import { parseResponse } from '../../../src/core/response/parse.js';

const plan = { form: participationTrust.forms.full.resident!, linking: true, communities: ['wutongli', 'nanwan'] };
const fields = paperFields(participationTrust, plan);
const token = '0123456789abcdef0123456789abcdef';
const link = Array.from({ length: 7 }, () => token);

const sheet = (keys: string): PaperSheet => ({
  start: {
    id: '8f14e45f-ceea-4e7a-9c3a-000000000001',
    study: 't',
    instrument: 'participation-trust@1.0.0',
    wave: 'pre',
    group: 'resident',
    form: 'full',
    locale: 'zh-Hans',
    device: 'own',
  },
  consent: { version: '1', hash: null },
  date: '2026-03-04',
  values: typeKeys(fields, startEntry, keys).values,
  texts: { OQ1: '路灯修好了', OQ2: '' },
  link,
});

describe('a sheet of paper as a response', () => {
  it('asks the rows in the order of the paper', () => {
    const ids = fields.map(({ id }) => id);
    assert.deepEqual(ids.slice(0, 5), ['#participate', '#process', '#link', '#community', 'FQ1']);
    assert.deepEqual(ids.slice(4), [...plan.form.closed, ...plan.form.background]);
  });

  it('is a valid response of mode paper whose blank rows are absent', () => {
    const response = paperResponse(sheet('111212 489'))!;
    const parsed = parseResponse(JSON.parse(JSON.stringify(response)), participationTrust);
    assert.ok(parsed.ok, JSON.stringify(parsed));
    assert.equal(response.mode, 'paper');
    assert.equal(response.community, 'nanwan');
    assert.equal(response.seconds, 0);
    assert.deepEqual(response.answers, { FQ1: 1, FQ2: 2, FQ4: 4, LD: 'dk', RC3: 'pns', OQ1: '路灯修好了' });
    assert.deepEqual(response.link, link);
    assert.ok(!JSON.stringify(response).includes('#'));
  });

  it('is always valid, whatever was typed after the two boxes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789 ')), maxLength: 60 }), (keys) => {
        const response = paperResponse(sheet(`11${keys}`));
        assert.ok(response);
        assert.ok(parseResponse(JSON.parse(JSON.stringify(response)), participationTrust).ok);
      }),
    );
  });

  it('has no code where the third box is not ticked', () => {
    assert.equal(paperResponse(sheet('110'))?.link, null);
    assert.equal(paperResponse(sheet('11 '))?.link, null);
  });

  it('is nothing without both required boxes', () => {
    for (const keys of ['0', '10', '01', ' 1', '1 ']) {
      assert.equal(paperResponse(sheet(keys)), null, keys);
    }
    assert.equal(consentIn(sheet('1').values), 'open');
    assert.equal(consentIn(sheet('11').values), 'given');
    assert.equal(consentIn(sheet('1 ').values), 'refused');
  });

  it('leaves out what another answer made irrelevant, through several conditions', () => {
    const relevant = new Map([
      ['FQ2', { item: 'FQ1', equals: 1 }],
      ['FQ3', { item: 'FQ2', equals: 2 }],
    ]);
    const answers = (keys: string): unknown => paperResponse({ ...sheet(keys), texts: {}, relevant })?.answers;
    assert.deepEqual(answers('1111123'), { FQ1: 1, FQ2: 2, FQ3: 3 });
    assert.deepEqual(answers('1111133'), { FQ1: 1, FQ2: 3 });
    assert.deepEqual(answers('1111223'), { FQ1: 2 });
  });

  it('takes the community that the page names', () => {
    const one = paperFields(participationTrust, { ...plan, communities: [] });
    assert.ok(!one.some(({ id }) => id === '#community'));
    assert.equal(paperResponse({ ...sheet('111'), community: 'wutongli' })?.community, 'wutongli');
  });
});

describe('the six small answers as typed', () => {
  const value = (id: string, typed: string, texts = linkZhHans): string | undefined => {
    const element = linkElements.find((one) => one.id === id)!;
    return linkValueOf(element.values, texts.labels[element.id], typed);
  };

  it('are numbers, words, full-width or with an ending', () => {
    assert.equal(value('G2', '３'), '3');
    assert.equal(value('G2', '虎'), '3');
    assert.equal(value('G3', '07'), '7');
    assert.equal(value('G3', '7号'), '7');
    assert.equal(value('G4', '老大'), '1');
    assert.equal(value('G5', '江苏省'), '32');
    assert.equal(value('G5', '黑龙江'), '23');
    assert.equal(value('G5', 'Shaanxi', linkEn), '61');
    assert.equal(value('G6', '女'), '2');
    assert.equal(value('G1', ' 欧阳 '), '欧');
  });

  it('are unknown when blank or so said, and refused when not clear', () => {
    for (const typed of ['', ' ', '？', '不知道']) assert.equal(value('G4', typed), '?');
    assert.equal(value('G3', '32'), undefined);
    assert.equal(value('G2', '猫'), undefined);
    assert.equal(value('G5', 'gua', linkEn), undefined);
    assert.equal(value('G1', '7'), undefined);
  });

  it('know every label in both languages', () => {
    for (const texts of [linkZhHans, linkEn]) {
      for (const { id, values } of linkElements) {
        values?.forEach((one, i) => assert.equal(value(id, texts.labels[id]![i]!, texts), one, `${id} ${one}`));
      }
    }
  });
});
