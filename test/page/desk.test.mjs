/**
 * The meeting's first proof: people answer in three browser profiles, the staff of each make a backup file, and the evaluator gathers the files in a
 * fourth: one cut off in the middle, one twice, one sealed. The desk's results are those that `computeResults` makes in Node of the same
 * answers, byte for byte. Built bundle, strict policy.
 */
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { makeSealKeys } from '../../build/src/seal/keys.js';
import { openSealed, readKeyFile } from '../../build/src/seal/open.js';
import { answerAll, Desk, deskPage, kioskPage, newFolder, newProfile, staffBackup } from './desk-fixtures.mjs';
import { makePeople } from './people.mjs';
import { core, openSite, readStore, until } from './site.mjs';

const { canonicalJson, computeResults, defaultStudy, publishResults, participationTrust } = core;
const { subtle } = webcrypto;
const STUDY = 'three-profiles';
const EACH = 5;
const PASSPHRASE = 'four words for a test';

describe('the desk gathers what three profiles collected', () => {
  const study = { ...defaultStudy(STUDY), groups: ['resident'], synthetic: true };
  const people = makePeople({
    seed: 61,
    residents: 3 * EACH,
    input: () => 'keyboard',
    isShort: () => true,
    habits: { resident: ['mistype', 'unsure', 'no-box'] },
  });
  let keys;
  let site;
  let folder;
  let fourth;
  let desk;
  let plain;
  let cut;
  let sealed;
  let known;
  const profiles = [];

  before(async () => {
    keys = await makeSealKeys({ passphrase: PASSPHRASE });
    site = await openSite({
      files: {
        '/made/study.json': JSON.stringify(study),
        '/made/sealed.json': JSON.stringify({ ...study, seal: { recipients: keys.recipients } }),
        '/made/kiosk.html': { type: 'text/html', body: kioskPage('/made/study.json') },
        '/made/sealed.html': { type: 'text/html', body: kioskPage('/made/sealed.json') },
        '/made/desk.html': { type: 'text/html', body: deskPage(`study="${STUDY}"`) },
        '/made/any.html': { type: 'text/html', body: deskPage() },
      },
    });
    folder = await newFolder();
    fourth = await newProfile(folder, 'fourth');
  });
  after(async () => {
    await Promise.all([...profiles, fourth].map((profile) => profile?.browser.close()));
    await site?.close();
    await folder?.remove();
  });

  /** The results of the study that Node makes of these answers. */
  const headless = (responses, entries = []) =>
    canonicalJson(
      computeResults({
        study,
        instrument: participationTrust,
        responses,
        entries,
        options: { baseline: 'pre', endline: 'post' },
      }),
    );

  /** Waits until a desk shows the results with these bytes; they come a moment after what they are made of. */
  const sees = (bytes, at = desk) => at.results((shown) => canonicalJson(shown) === bytes);

  test(`${people.length} people answer both waves in three profiles, and staff make their backups`, async (t) => {
    const start = performance.now();
    const one = async (name, n, src, kiosk) => {
      const profile = await newProfile(folder, name);
      profiles.push(profile);
      const records = await answerAll(site, profile, people.slice(n * EACH, (n + 1) * EACH), src);
      const backup = await staffBackup(site, profile, kiosk);
      assert.deepEqual(await profile.troubles(), []);
      await profile.browser.close();
      return { records, backup };
    };
    [plain, cut, sealed] = await Promise.all([
      one('first', 0, '/made/study.json', '/made/kiosk.html'),
      one('second', 1, '/made/study.json', '/made/kiosk.html'),
      one('third', 2, '/made/sealed.json', '/made/sealed.html'),
    ]);
    profiles.length = 0;
    t.diagnostic(`${Math.round((performance.now() - start) / 1000)} s`);
    for (const { records } of [plain, cut, sealed]) assert.equal(records.length, 2 * EACH);
    assert.ok(sealed.records.every(({ schema }) => schema === 'canyu-sealed/1'));
    // What the cut file still holds, read without Canyu: whole lines but the header.
    const half = cut.backup.slice(0, Math.floor(cut.backup.length / 2));
    const whole = half
      .split('\n')
      .slice(1, -1)
      .map((line) => JSON.parse(line));
    assert.ok(whole.length > 0 && whole.length < 2 * EACH);
    cut = { ...cut, all: cut.records, whole: cut.backup, backup: half, records: whole };
  });

  test('files in any order, one twice, one cut off, one sealed: told apart, and nothing is counted twice', async () => {
    desk = await Desk.open(fourth.page, folder, `${site.url}/made/desk.html`);
    await desk.choose({
      'study.json': JSON.stringify(study),
      'sealed.ndjson': sealed.backup,
      'cut.txt': cut.backup,
      'plain.ndjson': plain.backup,
      'again.ndjson': plain.backup,
    });
    const states = Object.fromEntries((await desk.list()).map(({ name, status }) => [name, status]));
    assert.deepEqual(states, {
      'study.json': 'study',
      'sealed.ndjson': 'done',
      'cut.txt': 'asking',
      'plain.ndjson': 'done',
      'again.ndjson': 'done',
    });
    const file = async (name) => (await desk.list()).find((one) => one.name === name).text;
    assert.match(await file('plain.ndjson'), new RegExp(`新收 ${2 * EACH} 份`));
    assert.match(await file('again.ndjson'), new RegExp(`什么也没有增加.*${2 * EACH} 份已经有了`));
    assert.match(await file('sealed.ndjson'), new RegExp(`新收封存答卷 ${2 * EACH} 份`));
    assert.match(await file('cut.txt'), new RegExp(`应有 ${2 * EACH} 份，完整的只有 ${cut.records.length} 份`));
    // Before anybody agreed nothing of the cut file is there.
    assert.equal((await readStore(fourth.page)).length, 4 * EACH);
    await desk.press('.file.asking button', '收完整的部分');
    await desk.shown('.file.done', `新收 ${cut.records.length} 份`);
    assert.equal((await readStore(fourth.page)).length, 4 * EACH + cut.records.length);
    // Without the key the sealed ones are not in the results, and the desk says so.
    known = [...plain.records, ...cut.records];
    await sees(headless(known));
    assert.match(await desk.text('section[data-room=results]'), new RegExp(`有 ${2 * EACH} 份还封着`));
    await desk.room('gather');
  });

  test('the key opens the sealed ones, and the results are those of Node, byte for byte', async () => {
    const opened = await openSealed(
      sealed.records.map((record) => ({ record })),
      await readKeyFile(keys.evaluator.text, PASSPHRASE),
    );
    assert.deepEqual(opened.failed, []);
    known = [...known, ...opened.responses];
    await desk.choose({ 'canyu-key.json': keys.evaluator.text });
    const enter = async (words) => {
      await (await desk.shown('#passphrase')).type(words);
      await desk.press('.seal button[type=submit]:enabled');
    };
    await enter('not the passphrase');
    await desk.shown('.seal .bad', '口令不对');
    await fourth.page.evaluate(() => {
      document.querySelector('canyu-desk').shadowRoot.querySelector('#passphrase').value = '';
    });
    await enter(PASSPHRASE);
    await desk.shown('.seal li', `打开了 ${2 * EACH} 份`);
    const results = await sees(headless(known));
    assert.equal(results.flow.resident.baseline + results.flow.resident.endline, known.length);
    assert.ok(results.groups.resident.index.change.estimate !== undefined, 'enough people for the index');
  });

  test('all files once more add nothing, also the sealed one that was opened', async () => {
    await desk.room('gather');
    await desk.press('.files > p button');
    await desk.choose({ 'sealed.ndjson': sealed.backup, 'plain.ndjson': plain.backup });
    for (const { text } of await desk.list()) assert.match(text, /什么也没有增加/);
    assert.equal((await readStore(fourth.page)).length, known.length);
    assert.equal((await readStore(fourth.page, 'meta')).filter(([key]) => key.startsWith('opened/')).length, 2 * EACH);
  });

  test('the whole file of the one that was cut brings what was missing', async () => {
    const missing = cut.all.length - cut.records.length;
    await desk.choose({ 'found again.ndjson': cut.whole.replaceAll('\n', '\r\n') });
    const [{ text }] = await desk.list();
    assert.match(text, new RegExp(`新收 ${missing} 份.*${cut.records.length} 份已经有了`));
    known = [...known.filter(({ id }) => !cut.all.some((one) => one.id === id)), ...cut.all];
    await sees(headless(known));
    await desk.room('gather');
  });

  test('a newer file, a changed one and one of another study leave the store as it is', async () => {
    const store = async () => JSON.stringify([await readStore(fourth.page), await readStore(fourth.page, 'aside')]);
    const before = await store();
    const other = await core.writeBackup(
      { study: 'another', device: '', createdAt: '2026-11-24', records: [{ ...plain.records[0], study: 'another' }] },
      subtle,
    );
    await desk.choose({
      'newer.ndjson': plain.backup.replace('canyu-backup/1', 'canyu-backup/2'),
      'changed.ndjson': plain.backup.replace(/"seconds":\d+/, '"seconds":999999'),
      'other.ndjson': other.join('\n'),
      'note.txt': '今天收了十份，放在抽屉里。',
      'empty.ndjson': '',
    });
    const of = Object.fromEntries((await desk.list()).map(({ name, status, text }) => [name, `${status} ${text}`]));
    assert.match(of['newer.ndjson'], /^refused.*canyu-backup\/2/);
    assert.match(of['changed.ndjson'], /^refused.*被改过或者添过/);
    assert.match(of['other.ndjson'], /^asking.*另一项调查（another）/);
    assert.match(of['note.txt'], /^refused.*不认识/);
    assert.match(of['empty.ndjson'], /^refused.*空的/);
    assert.equal(await store(), before);
    await desk.press('.file.asking button', '不收');
    await desk.shown('.file.left-out', '没有收');
    assert.equal(await store(), before);
  });

  test('ledger rows come from a table, and results are computed with them', async () => {
    const table =
      '种类,日期,建议内容,处理结果,反馈日期\r\n建议,2026/5/12,单元门口装扶手,采纳,2026年6月1日\r\n建议,2026-05-13,修路灯,提出,\r\n建议,昨天,画停车线,提出,\r\n';
    await desk.choose({ '台账.csv': `\ufeff${table}` });
    const [{ text }] = await desk.list();
    assert.match(text, /台账新增 2 行.*1 行要改一改.*第 4 行，“日期”这一格：日期要写成/);
    const entries = (await readStore(fourth.page, 'ledger')).map(([, row]) => row);
    assert.equal(entries.length, 2);
    const results = await sees(headless(known, entries));
    assert.equal(results.ledger.suggestions.raised, 2);
    await desk.room('gather');
    await desk.choose({ 'again.csv': table });
    assert.match((await desk.list())[0].text, /台账 2 行已经有了/);
  });

  test('one file holds all of the desk, and another desk comes to the same results', async () => {
    const { name, text } = await desk.download('#copy');
    assert.match(name, /^canyu-three-profiles-desk-\d{4}-\d\d-\d\d\.ndjson$/);
    const mine = canonicalJson(await desk.results());
    const profile = await newProfile(folder, 'fifth');
    profiles.push(profile);
    const second = await Desk.open(profile.page, folder, `${site.url}/made/any.html`);
    await second.choose({ 'all.ndjson': text });
    await sees(mine, second);
    assert.deepEqual(await profile.troubles(), []);
  });

  test('the published version is that of publishResults; the snippet shows it on a partner page with its fingerprint', async () => {
    const results = await desk.results();
    await desk.room('publish');
    await desk.shown('#publish:enabled');
    const { name, text } = await desk.download('#publish');
    assert.equal(canonicalJson(JSON.parse(text)), canonicalJson(publishResults(results)));
    assert.ok(core.parseResults(JSON.parse(text)).ok);
    assert.doesNotMatch(text, /"id":"[0-9a-f-]{36}"|"answers"/);
    const lines = await desk.text('[part=snippet]');
    assert.match(lines, /integrity="sha384-[^"]{64}"/);
    assert.match(lines, new RegExp(`src="${name}"`));
    const { files } = site;
    files[`/canyu/${name}`] = text;
    files['/canyu/page.html'] = {
      type: 'text/html',
      body: `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Partner</title><link rel="icon" href="data:,"><body>${lines.replaceAll('/canyu/canyu.js', '/dist/canyu.js')}</body></html>`,
    };
    const profile = profiles.at(-1);
    await profile.page.goto(`${site.url}/canyu/page.html`);
    await until(
      () =>
        profile.page.evaluate(() =>
          document.querySelector('canyu-change-index')?.shadowRoot?.querySelector('[part=finding], [part=group]'),
        ),
      'the index on the partner page',
    );
    assert.deepEqual(await profile.troubles(), []);
    assert.deepEqual(await fourth.troubles(), []);
  });

  test('while a wave is open the desk shows counts and no result, in every room', async () => {
    const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const [pre, post] = study.waves;
    const open = { ...study, waves: [pre, { ...post, opens: day(-3), closes: day(3) }] };
    await desk.room('gather');
    await desk.choose({ 'open.json': JSON.stringify(open) });
    await desk.press('.file.asking-study button', '换上新的');
    await desk.shown('.file.study');
    for (const room of ['check', 'results', 'meeting', 'publish']) {
      await desk.room(room);
      await desk.shown('.message', '结果要等调查结束才看得到');
      assert.equal(
        await fourth.page.evaluate(() => {
          const root = document.querySelector('canyu-desk').shadowRoot;
          return root.querySelectorAll('canyu-chart, canyu-report, canyu-export, #publish, [part=snippet]').length;
        }),
        0,
        room,
      );
    }
  });
});
