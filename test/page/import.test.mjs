/**
 * Questionnaires from elsewhere, on real pages under the strict policy: an instrument of the site's own is answered, stored and computed;
 * SurveyJS files and XLSForm workbooks, small and large, are read and come out as instruments; what is no questionnaire says so.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { DESK, Driver, prepare } from './driver.mjs';
import {
  browsers,
  core,
  deepText,
  distFile,
  launch,
  openPage,
  openSite,
  readStore,
  until,
  writeStore,
} from './site.mjs';

const { importXlsForm, readXlsForm } = await import(distFile('import.js').href);
const data = (name) => readFile(new URL(`../../demo/data/${name}`, import.meta.url));

/** The sample workbook with `count` more questions of text that hardly packs. */
async function largeWorkbook(count) {
  const files = unzipSync(await data('sample-xlsform.xlsx'));
  const name = 'xl/worksheets/sheet1.xml';
  const words = (i) => Array.from({ length: 60 }, (_, k) => ((i * 7919 + k * 104729) % 99991).toString(36)).join(' ');
  const cell = (column, row, text) => `<c r="${column}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = Array.from({ length: count }, (_, i) => {
    const row = 100 + i;
    return `<row r="${row}">${cell('A', row, 'text')}${cell('B', row, `more${i}`)}${cell('D', row, words(i))}</row>`;
  });
  const sheet = new TextDecoder().decode(files[name]).replace('</sheetData>', `${rows.join('')}</sheetData>`);
  return zipSync({ ...files, [name]: strToU8(sheet) });
}

test('the reader in Node: the sample, a large workbook, and what is none', async () => {
  const read = await readXlsForm(new Blob([await data('sample-xlsform.xlsx')]));
  assert.ok(read.ok);
  assert.deepEqual(Object.keys(read.value), ['survey', 'choices', 'settings']);
  const { instrument, leftOut } = importXlsForm(read.value);
  assert.equal(`${instrument.id}@${instrument.version}`, 'public-space-sample@2026-11');
  assert.deepEqual(
    instrument.items.map(({ id, kind }) => `${id} ${kind}`),
    [
      ...['welcome note', 'clean rating', 'safe rating', 'mine rating', 'used choice', 'why_not choice', 'times text'],
      ...['liking rating', 'wish text'],
    ],
  );
  assert.deepEqual(
    leftOut.filter(({ question }) => question).map(({ path, why }) => `${path} ${why}`),
    ['/survey/0 metadata', '/survey/11 multiple-choice', '/survey/12 calculation', '/survey/14 personal'],
  );
  const large = await readXlsForm(new Blob([await largeWorkbook(3000)]));
  assert.ok(large.ok);
  assert.equal(importXlsForm(large.value).instrument.items.length, 500);
  for (const bytes of ['', 'PK', 'PK\u0003\u0004 but nothing more', '{"pages":[]}']) {
    const refused = await readXlsForm(new Blob([bytes]));
    assert.ok(!refused.ok);
    assert.equal(refused.problems[0].code, 'syntax');
  }
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(70 * 1024 * 1024) });
  assert.equal((await readXlsForm(new Blob([bomb]))).problems[0].code, 'too-large');
  assert.equal((await readXlsForm(new Blob([new Uint8Array(6 * 1024 * 1024)]))).problems[0].code, 'too-large');
  const other = zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(await data('sample-xlsform.xlsx'))).map(([name, bytes]) => [
        name,
        name === 'xl/workbook.xml' ? strToU8(new TextDecoder().decode(bytes).replace('"survey"', '"other"')) : bytes,
      ]),
    ),
  );
  assert.equal((await readXlsForm(new Blob([other]))).problems[0].code, 'schema');
});

for (const name of browsers) {
  describe(`questionnaires from elsewhere in ${name}`, () => {
    let site;
    let browser;
    before(async () => {
      site = await openSite({
        files: {
          '/made/broken.json': '{"schema":"canyu-instrument/1","id":"x"}',
          '/made/newer.json': '{"schema":"canyu-instrument/2"}',
        },
      });
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    async function open(lang = 'zh-Hans') {
      const opened = await openPage(browser);
      await prepare(opened.page);
      await opened.page.setViewport({ width: DESK.width, height: DESK.height });
      await opened.page.goto(`${site.url}/demo/import.html?lang=${lang}`);
      return opened;
    }

    test('an own instrument from consent to the stored response', async () => {
      const { page, troubles, warnings } = await open();
      const driver = new Driver(page, 'mouse');
      await driver.look();
      assert.equal(driver.screen.kind, 'consent');
      assert.match(await deepText(page, 'canyu-survey'), /一份我们自己编的问卷：“邻里问卷（样例）”。7 道选择题/);
      assert.doesNotMatch(await deepText(page, 'canyu-survey'), /信不信得过|社区参与和互信/);
      for (const box of ['participate', 'process']) await driver.press({ box });
      await driver.go({ submit: true });
      assert.equal(driver.screen.kind, 'frame');
      await driver.next();
      assert.equal(driver.screen.heading, '下面先问几句邻里之间的事。');
      await driver.next();
      assert.equal(driver.screen.name, 'HELP1');
      assert.deepEqual(driver.screen.options, ['1', '2', '3', '4', '5', '6', '7', 'dk', 'pns']);
      assert.match(await deepText(page, 'canyu-survey'), /7（完全同意）.*不清楚.*不想说/);
      assert.match(await deepText(page, 'canyu-survey'), /第 ?1 ?题，共 ?7 ?题/);
      await driver.answer(7);
      await driver.answer('dk');
      await driver.answer(2);
      assert.equal(driver.screen.name, 'ASKED');
      assert.deepEqual(driver.screen.options, ['0', '1']);
      await driver.answer(0);
      assert.equal(driver.screen.name, 'SOLVED');
      await driver.answer(6);
      assert.equal(driver.screen.name, 'HOME1');
      await driver.answer(5);
      await driver.answer(undefined);
      assert.equal(driver.screen.kind, 'text');
      await driver.next();
      assert.equal(driver.screen.kind, 'review');
      const review = await deepText(page, 'canyu-survey');
      assert.doesNotMatch(review, /没有对错，按您自己的感觉选/);
      assert.match(review, /那一次，事情办成了。 6/);
      // The condition no longer holds: the question that hangs on it goes, and its answer stays out.
      await driver.go({ changeOf: 'ASKED' });
      await driver.answer(1);
      assert.equal(driver.screen.kind, 'review');
      assert.doesNotMatch(await deepText(page, 'canyu-survey'), /那一次，事情办成了/);
      await driver.button('handIn');
      assert.equal(driver.screen.kind, 'thanks');
      const stored = await readStore(page);
      assert.equal(stored.length, 1);
      const response = JSON.parse(stored[0][1]);
      assert.equal(response.instrument, 'neighbours-sample@1');
      assert.equal(response.study, 'neighbours');
      assert.deepEqual(response.answers, { HELP1: 7, HELP2: 'dk', HELP3: 2, ASKED: 1, HOME1: 5 });
      assert.ok(core.parseResponse(response).ok);
      assert.deepEqual(await troubles(), []);
      assert.deepEqual(warnings, []);
      await page.close();
    });

    test('a change from the review leads to the question that is asked because of it', async () => {
      const { page } = await open('en');
      const driver = new Driver(page, 'mouse', 'en');
      await driver.look();
      for (const box of ['participate', 'process']) await driver.press({ box });
      await driver.go({ submit: true });
      for (let i = 0; i < 12 && driver.screen.kind !== 'review'; i++) await driver.next();
      assert.equal(driver.screen.kind, 'review');
      await driver.go({ changeOf: 'ASKED' });
      await driver.answer(0);
      assert.equal(driver.screen.name, 'SOLVED');
      await driver.answer(3);
      assert.equal(driver.screen.kind, 'review');
      assert.match(await deepText(page, 'canyu-survey'), /That time, it worked out\. 3/);
      await page.close();
    });

    test('an instrument that is not there, broken or newer says so', async () => {
      const { page } = await open();
      for (const [file, code] of [
        ['nothing.json', 'instrument-not-found'],
        ['broken.json', 'instrument-invalid'],
        ['newer.json', 'newer-schema'],
      ]) {
        const heard = await page.evaluate(
          (src) =>
            new Promise((resolve) => {
              const survey = document.createElement('canyu-survey');
              survey.setAttribute('study', 'x');
              survey.setAttribute('instrument', src);
              survey.addEventListener('canyu-error', ({ detail }) => resolve(detail.code));
              document.body.append(survey);
            }),
          `/made/${file}`,
        );
        assert.equal(heard, code);
      }
      await page.close();
    });

    test('the samples: what is taken in, what is left out, and the file that comes out', async () => {
      for (const [lang, sample, seen] of [
        [
          'zh-Hans',
          'sample-surveyjs.json',
          [/带进来 9 题，2 题没有带进来/, /您对这次活动有多满意/, /只在“您参加过活动吗？”选“参加过”时才问/],
        ],
        [
          'en',
          'sample-xlsform.xlsx',
          [/9 items taken in, questions left out: 4/, /Residents decide how it is used/, /Canyu does not collect that/],
        ],
      ]) {
        const { page, troubles } = await open(lang);
        await page.evaluate(() => {
          globalThis.saved = [];
          const make = URL.createObjectURL.bind(URL);
          URL.createObjectURL = (blob) => {
            globalThis.saved.push(blob);
            return make(blob);
          };
        });
        await page.click(`[data-sample="${sample}"]`);
        await until(() => page.evaluate(() => document.querySelectorAll('.taken li').length > 0), 'the list');
        const text = `${await deepText(page, '#status')} ${await deepText(page, '#result')}`;
        for (const each of seen) assert.match(text, each);
        assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H2');
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('.left')) details.open = true;
          document.querySelector('.turned input').click();
          document.querySelector('#id').value = 'my-own';
          document.querySelector('button.main').click();
        });
        const saved = await until(() => page.evaluate(() => globalThis.saved[0]?.text()), 'the file');
        const made = core.parseInstrument(JSON.parse(saved));
        assert.ok(made.ok);
        assert.equal(made.value.id, 'my-own');
        assert.equal(made.value.items.filter(({ key }) => key === -1).length, 1);
        assert.deepEqual(await troubles(), []);
        await page.close();
      }
    });

    test('a large workbook under the strict policy; a file that is no questionnaire; markup that stays text', async () => {
      const { page, troubles } = await open('en');
      const give = (bytes, file) =>
        page.evaluate(
          async (base64, fileName) => {
            const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
            const transfer = new DataTransfer();
            transfer.items.add(new File([raw], fileName));
            const input = document.querySelector('#file');
            input.files = transfer.files;
            input.dispatchEvent(new Event('change'));
          },
          Buffer.from(bytes).toString('base64'),
          file,
        );
      const status = () => page.evaluate(() => document.querySelector('#status').textContent);
      await give(await largeWorkbook(3000), 'large.xlsx');
      await until(async () => /500 items taken in/.test(await status()), 'the large workbook');
      await give('hello', 'notes.txt');
      await until(async () => /cannot be read/.test(await status()), 'the refusal');
      const hostile = {
        elements: [
          { type: 'comment', name: '<img src=x onerror=alert(1)>', title: '"><script>alert(1)</script>x' },
          { type: 'file', name: '<b>' },
        ],
      };
      await give(JSON.stringify(hostile), 'hostile.json');
      await until(async () => /1 items taken in/.test(await status()), 'the hostile file');
      assert.equal(
        await page.evaluate(() => document.querySelectorAll('#result img, #result script, #result b').length),
        0,
      );
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('the card computes the own instrument from the answers in this browser', async () => {
      const { page, troubles } = await open();
      const driver = new Driver(page, 'mouse');
      await driver.look();
      // The tests before have left answers here, and with them the store.
      const instrument = core.parseInstrument(JSON.parse(await data('own-instrument.json'))).value;
      const responses = ['pre', 'post'].flatMap((wave, late) =>
        Array.from({ length: 24 }, (_, i) => ({
          schema: 'canyu-response/1',
          id: `0b6f3c1e-0000-4000-8000-${String(late * 1000 + i).padStart(12, '0')}`,
          study: 'neighbours-2',
          instrument: `${instrument.id}@${instrument.version}`,
          wave,
          group: 'resident',
          form: 'full',
          mode: 'self',
          locale: 'zh-Hans',
          answers: {
            HELP1: 1 + ((i + late) % 6),
            HELP2: 1 + late + (i % 5),
            HELP3: 7 - (i % 4),
            HOME1: 2 + (i % 4),
            HOME2: 1 + ((i * 3) % 6),
          },
          link: null,
          consent: { version: '1', hash: null },
          date: '2026-01-01',
          seconds: 90,
          device: 'own',
        })),
      );
      const expected = core.computeResults({
        study: { ...core.defaultStudy('neighbours-2'), instrument: `${instrument.id}@${instrument.version}` },
        instrument,
        responses,
      });
      await writeStore(
        page,
        responses.map((one) => [[one.study, one.wave, one.group, one.id].join('/'), core.canonicalJson(one)]),
      );
      await page.evaluate(() => {
        const card = document.createElement('canyu-change-index');
        card.setAttribute('study', 'neighbours-2');
        card.setAttribute('instrument', 'data/own-instrument.json');
        document.querySelector('main').append(card);
      });
      const text = await until(async () => {
        const now = await deepText(page, 'canyu-change-index');
        return now.includes('邻里互助') ? now : undefined;
      }, 'the card');
      const { estimate } = expected.groups.resident.constructs.HELP.change;
      assert.match(text, /不算变化指数/);
      assert.ok(text.includes(`+${estimate.toFixed(1)}`), `${estimate}: ${text}`);
      assert.match(text, /neighbours-sample@1/);
      assert.deepEqual(await troubles(), []);
      await page.close();
    });
  });
}
