/**
 * The main proof: a crowd of made-up people answers both waves through the real element, by keyboard and by touch, on a page with
 * the strict policy. Then every stored answer is what its person meant, every link that should be found is found and no other,
 * and the page's index is what `computeResults` makes of the stored responses in Node, byte for byte.
 */
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { DESK, Driver, PHONE, prepare } from './driver.mjs';
import { answerSheet, givesCode, makePeople, meantAnswers } from './people.mjs';
import { browsers, core, deepText, launch, openPage, openSite, readStore, until } from './site.mjs';

const { canonicalJson, computeResults, defaultStudy, describeResults } = core;
const STUDY = 'people';
const WAVES = ['pre', 'post'];

const CROWDS = {
  chromium: {
    seed: 20260302,
    residents: 28,
    officials: 12,
    english: 3,
    input: (n) => (n % 3 === 1 ? 'touch' : 'keyboard'),
    isShort: (n) => n % 5 > 2,
  },
  firefox: {
    seed: 20261012,
    residents: 12,
    english: 1,
    input: () => 'keyboard',
    isShort: () => true,
    habits: { resident: ['mistype', 'no-box', 'unsure', 'stops-post'] },
  },
};

/** The local day, as the page writes it. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

for (const name of browsers) {
  describe(`a crowd in ${name}`, () => {
    const people = makePeople(CROWDS[name]);
    const sheets = WAVES.flatMap((wave) => people.map((person) => ({ ...person.sheets[wave], person })));
    const days = new Set([today()]);
    /** Sheets that were handed in, by the id that the page told. */
    const handedIn = new Map();
    const made = new Map();
    let site;
    let browser;
    let opened;
    let responses;
    let results;

    before(async () => {
      site = await openSite();
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    test(`${people.length} people answer twice`, async (t) => {
      opened = {};
      const seconds = [];
      let resumed = 0;
      for (const wave of WAVES) {
        for (const input of ['keyboard', 'touch']) {
          const queue = sheets.filter((sheet) => sheet.wave === wave && sheet.person.input === input);
          if (queue.length === 0) continue;
          opened[input] ??= await newPage(input);
          const { page } = opened[input];
          await page.bringToFront();
          for (const [n, sheet] of queue.entries()) {
            const start = performance.now();
            const { group, locale, form } = sheet.person;
            const address = site.page('survey.html', { study: STUDY, wave, group, form, lang: locale });
            const driver = new Driver(page, input, locale);
            // The tablet is handed on, or the page is opened anew.
            if (n % 2 && page.url() === address && (await driver.look(true)).kind === 'thanks') {
              await driver.button('again');
            } else {
              await page.goto(address);
              await driver.look();
            }
            if (driver.screen.kind === 'message') resumed++;
            if (await answerSheet(driver, sheet)) {
              const complete = (await driver.heard('canyu-complete')).at(-1);
              assert.deepEqual({ ...complete, responseId: '' }, { responseId: '', wave, group });
              assert.ok(!handedIn.has(complete.responseId), 'every sheet has an id of its own');
              handedIn.set(complete.responseId, sheet);
            }
            seconds.push((performance.now() - start) / 1000);
          }
        }
      }
      days.add(today());
      seconds.sort((a, b) => a - b);
      const total = seconds.reduce((sum, each) => sum + each, 0);
      t.diagnostic(
        `${name}: ${seconds.length} sheets in ${total.toFixed(0)} s; ${(total / seconds.length).toFixed(2)} s each, ` +
          `median ${seconds[seconds.length >> 1].toFixed(2)}, slowest ${seconds.at(-1).toFixed(2)}`,
      );
      const stopped = sheets.filter(({ stopsAt }) => stopsAt);
      assert.equal(handedIn.size, sheets.length - stopped.length);
      assert.ok(resumed > 0, 'somebody found a half-finished sheet and cleared it');
    });

    test('nothing goes wrong on the pages meanwhile', async () => {
      for (const { troubles, warnings } of Object.values(opened)) {
        assert.deepEqual(await troubles(), []);
        assert.deepEqual(warnings, []);
      }
    });

    test('every stored answer is what its person meant', async () => {
      const { page } = opened.keyboard;
      const stored = await readStore(page);
      responses = stored.map(([, text]) => {
        const parsed = core.parseResponse(JSON.parse(text));
        assert.deepEqual(parsed.problems ?? [], []);
        return parsed.value;
      });
      assert.deepEqual(new Set(responses.map(({ id }) => id)), new Set(handedIn.keys()));
      for (const response of responses) {
        const { id, date, seconds, consent, link, ...rest } = response;
        const sheet = handedIn.get(id);
        const { name: who, group, locale, form } = sheet.person;
        const { wave } = sheet;
        assert.deepEqual(
          rest,
          {
            schema: 'canyu-response/1',
            study: STUDY,
            instrument: 'participation-trust@1.0.0',
            wave,
            group,
            form,
            mode: 'self',
            locale,
            answers: meantAnswers(sheet),
            device: 'own',
          },
          `${who}, ${wave}`,
        );
        assert.ok(days.has(date));
        assert.ok(Number.isInteger(seconds) && seconds >= 0 && seconds < 300);
        assert.match(consent.hash, /^[0-9a-f]{64}$/);
        assert.deepEqual(link, await tokensOf(sheet), `the code of ${who}, ${wave}`);
      }
    });

    test('no half-finished sheet, and no word of a code, is left behind', async () => {
      const { page } = opened.keyboard;
      assert.deepEqual(await readStore(page, 'drafts'), []);
      assert.deepEqual(await readStore(page, 'aside'), []);
      const kept = JSON.stringify([await readStore(page), await readStore(page, 'meta')]);
      assert.doesNotMatch(kept, /"G[1-6]"|13912345678|139 1234 5678/);
    });

    test('every link that should be found is found, and nobody else’s', () => {
      for (const group of new Set(people.map((person) => person.group))) {
        const members = people.filter((person) => person.group === group && WAVES.every((wave) => isIn(person, wave)));
        const differing = ({ sheets: { pre, post } }) =>
          Object.keys(pre.code).filter((element) => pre.code[element] !== post.code[element]).length;
        const linkable = members.filter(
          (person) =>
            givesCode(person.sheets.pre) &&
            givesCode(person.sheets.post) &&
            !['twin', 'younger'].includes(person.habit),
        );
        const waves = WAVES.map((wave) => responses.filter((one) => one.group === group && one.wave === wave));
        const found = core.linkResponses(...waves);
        const named = (pairs) =>
          pairs
            .map(({ baseline, endline }) =>
              [waves[0][baseline], waves[1][endline]].map(({ id }) => handedIn.get(id).person.name),
            )
            .map(([a, b]) => (a === b ? a : `${a} with ${b}`))
            .sort();
        const names = (list) => list.map((person) => person.name).sort();
        const oneOff = linkable.filter((person) => differing(person) === 1);
        assert.ok(oneOff.length > 0);
        assert.deepEqual(named(found.exact), names(linkable.filter((person) => differing(person) === 0)));
        assert.deepEqual(named(found.oneOff), names(oneOff));
        assert.deepEqual(named(found.used), names(linkable));
        const twins = members.filter(({ habit }) => habit === 'twin').length;
        assert.deepEqual(found.ambiguous, { baseline: twins, endline: twins });
        assert.equal(found.expectedFalse, 0);
      }
    });

    test('the index on a page is what Node computes from the same responses', async () => {
      const input = { study: defaultStudy(STUDY), instrument: core.participationTrust, entries: [], options: {} };
      results = computeResults({ ...input, responses });
      assert.equal(
        canonicalJson(computeResults({ ...input, responses: [...responses].reverse() })),
        canonicalJson(results),
        'whatever the order in which they are read',
      );
      const { page, troubles, warnings } = await openPage(browser);
      await prepare(page);
      await page.goto(site.page('index.html'));
      const shown = await until(
        () =>
          page.evaluate(
            () =>
              document.querySelector('canyu-change-index').shadowRoot?.querySelector('canyu-chart')?.results ?? null,
          ),
        'the index',
      );
      assert.equal(canonicalJson(shown), canonicalJson(results));
      const text = await deepText(page, 'canyu-change-index');
      const { index } = describeResults(results, 'zh-Hans');
      for (const group of new Set(people.map((person) => person.group))) {
        assert.ok(index[group], `an index of the ${group}s`);
        assert.ok(text.includes(index[group].replace(/\s+/g, ' ')), `“${index[group]}” in ${text.slice(0, 600)}`);
        const { baseline, endline, linked } = results.flow[group];
        const links = linked.exact + linked.oneOff;
        assert.ok(
          text.includes(`项目前 ${baseline} 人，项目后 ${endline} 人，其中 ${links} 人前后对得上`),
          text.slice(0, 600),
        );
      }
      assert.deepEqual(await troubles(), []);
      assert.deepEqual(warnings, []);
    });

    /** The tokens of a sheet, made in Node; the same six answers once. */
    function tokensOf(sheet) {
      if (!givesCode(sheet)) return null;
      const messages = core.linkMessages(sheet.code);
      const tokens = made.get(messages[0]) ?? core.linkTokens(messages, STUDY, webcrypto.subtle);
      made.set(messages[0], tokens);
      return tokens;
    }

    function isIn(person, wave) {
      return !person.sheets[wave].stopsAt;
    }

    async function newPage(input) {
      const watched = await openPage(browser);
      await prepare(watched.page);
      await watched.page.setViewport(input === 'touch' ? PHONE : DESK);
      return watched;
    }
  });
}
