/**
 * The bundle on pages as they are out there: two lines in a CMS under the strict policy, foreign shadow roots, a second copy of the
 * bundle, two languages, style sheets that shout, the classic script, a file on a disk. Nothing may go wrong on the page around it.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { copyModules } from '../../scripts/lib/copy-modules.mjs';
import { STRICT_CSP } from '../../scripts/lib/serve.mjs';
import { root } from '../../scripts/lib/setup.mjs';
import { DESK, Driver, prepare } from './driver.mjs';
import { answerSheet, makePeople, makeResults, meantAnswers, onePerson, responsesOf } from './people.mjs';
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

const RESULTS = core.canonicalJson(makeResults());

/** What each heavy part of the bundle is known by; a survey loads none of them. */
const HEAVY = { 'chart.js': 'Canvas is already in use', statistics: 'signRobust' };

/** What the same element looks like, whatever the page around does. Widths are the page's business. */
const LOOKS = [
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'line-height', 'letter-spacing', 'word-spacing'],
  ...['text-transform', 'text-align', 'text-indent', 'white-space-collapse', 'text-wrap-mode', 'overflow-wrap'],
  ...['display', 'float', 'color', 'background-color', 'visibility', 'min-block-size'],
  ...['border-top-style', 'border-top-width', 'border-top-color', 'border-top-left-radius'],
  ...['padding-top', 'padding-left', 'margin-top', 'margin-bottom'],
  ...['max-inline-size', 'font-variant-caps', 'font-stretch', 'text-shadow', 'list-style-type', 'list-style-position'],
  ...['word-break', 'text-align-last', 'hyphens', 'cursor'],
];

/** Runs in the page: notes what its workers answer. */
function countAnswers() {
  globalThis.workerAnswers = [];
  const { Worker } = globalThis;
  globalThis.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => globalThis.workerAnswers.push(data.status));
    }
  };
}

for (const name of browsers) {
  describe(`embedded in ${name}`, () => {
    let site;
    let browser;
    const policies = {};
    /** Version of the copy below /copy/. */
    let copy = core.VERSION;

    before(async () => {
      site = await openSite({
        policies,
        files: { '/made/results.json': RESULTS },
        alter: (text) => text.replaceAll(`"${core.VERSION}"`, `"${copy}"`),
      });
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    /** Opens a fixture on a page of its own. */
    async function open(fixture, search) {
      const watched = await openPage(browser);
      await prepare(watched.page);
      await watched.page.evaluateOnNewDocument(countAnswers);
      await watched.page.setViewport({ width: DESK.width, height: DESK.height });
      site.requests.length = 0;
      await watched.page.goto(site.page(fixture, search));
      const heard = (type) =>
        watched.page.evaluate((wanted) => globalThis.canyuTools.heard.filter(([each]) => each === wanted).length, type);
      return { ...watched, heard };
    }

    /** The page's own button works, and nothing was thrown at it. */
    async function expectUnharmed(page, thrown = []) {
      await page.evaluate(() =>
        document.querySelector('#host').scrollIntoView({ block: 'center', behavior: 'instant' }),
      );
      await page.click('#host');
      assert.deepEqual(await page.evaluate(() => globalThis.host), { clicks: 1, errors: thrown });
    }

    /** Answers the survey on the page, or the one that `canyuTools.survey` was set to, to the end; the id of the response. */
    async function answer(page, person, input = 'mouse') {
      const driver = new Driver(page, input, person.locale);
      await driver.look();
      assert.ok(await answerSheet(driver, person.sheets.pre));
      const { responseId } = (await driver.heard('canyu-complete')).at(-1);
      return responseId;
    }

    async function expectStored(page, id, person) {
      const [, text] = (await readStore(page)).find(([key]) => key.endsWith(id));
      assert.deepEqual(JSON.parse(text).answers, meantAnswers(person.sheets.pre));
    }

    test('two lines are enough, and load nothing that a survey does not need', async () => {
      const { page, troubles, warnings } = await open('embed.html');
      const person = onePerson('resident', { form: 'full' });
      const id = await answer(page, person, 'keyboard');
      await expectStored(page, id, person);
      const loaded = [...new Set(site.requests.filter((path) => path.startsWith('/dist/')))];
      for (const [what, mark] of Object.entries(HEAVY)) {
        const files = await filesWith(mark);
        assert.ok(files.length > 0, `${what} is in some file`);
        assert.deepEqual(
          loaded.filter((path) => files.includes(path.slice('/dist/'.length))),
          [],
          `${what} in ${loaded.join(' ')}`,
        );
      }
      assert.ok(!loaded.some((path) => /worker|export|xlsx|pptx/.test(path)), loaded.join(' '));
      await expectUnharmed(page);
      assert.deepEqual(await troubles(), []);
      assert.deepEqual(warnings, []);
      await page.close();
    });

    test('an index and two charts of a results file are drawn', async () => {
      const { page, troubles, warnings, heard } = await open('results.html');
      await until(async () => (await heard('canyu-chart-ready')) >= 4, 'four charts');
      const colours = await page.evaluate(() => {
        const inside = (node) => [...(node.shadowRoot?.querySelectorAll('canyu-chart') ?? [])];
        const charts = [
          ...inside(document.querySelector('canyu-change-index')),
          ...document.querySelectorAll('canyu-chart'),
        ];
        return charts.map(({ shadowRoot }) => {
          const canvas = shadowRoot.querySelector('canvas');
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          return new Set(new Uint32Array(data.buffer)).size;
        });
      });
      assert.equal(colours.length, 4);
      for (const count of colours) assert.ok(count > 10, `colours on the canvases: ${colours.join(', ')}`);
      const text = await deepText(page);
      const { index } = core.describeResults(JSON.parse(RESULTS), 'zh-Hans');
      assert.ok(text.includes(index.resident) && text.includes(index.official));
      await expectUnharmed(page);
      assert.deepEqual(await troubles(), []);
      assert.deepEqual(warnings, []);
      await page.close();
    });

    describe('an index of the answers in this browser', () => {
      const computed = core.canonicalJson(
        core.computeResults({
          study: core.defaultStudy('people'),
          instrument: core.participationTrust,
          responses: localResponses(),
          entries: [],
          options: {},
        }),
      );

      before(async () => {
        const { page } = await open('survey.html', { study: 'people', wave: 'pre', group: 'resident' });
        // The database is made with the first answer.
        const driver = new Driver(page, 'mouse');
        await driver.look();
        for (const box of ['participate', 'process']) await driver.press({ box });
        await driver.go({ submit: true });
        await driver.next();
        await driver.answer(2);
        await until(async () => (await readStore(page, 'drafts')).length > 0, 'the draft');
        await writeStore(
          page,
          localResponses().map((each) => [
            [each.study, each.wave, each.group, each.id].join('/'),
            core.canonicalJson(each),
          ]),
        );
        await page.close();
      });

      async function shown(page) {
        const results = await until(
          () =>
            page.evaluate(
              () =>
                document.querySelector('canyu-change-index').shadowRoot?.querySelector('canyu-chart')?.results ?? null,
            ),
          'the index',
        );
        return core.canonicalJson(results);
      }
      const workers = () => site.requests.filter((path) => path.includes('/chunks/worker-'));

      test('is computed in a worker under the documented policy', async () => {
        const { page, troubles, warnings } = await open('index.html');
        assert.equal(await shown(page), computed);
        assert.equal(workers().length, 1);
        assert.deepEqual(
          await page.evaluate(() => globalThis.workerAnswers),
          ['results'],
          'it was the worker that answered',
        );
        assert.deepEqual(await troubles(), []);
        assert.deepEqual(warnings, []);
        await page.close();
      });

      test('is computed on the page, the same to the last digit, where the policy allows no worker', async () => {
        for (const policy of [STRICT_CSP.replace(" 'allow-duplicates'", ''), `${STRICT_CSP}; worker-src 'none'`]) {
          policies['/test/page/fixtures/index.html'] = policy;
          const { page } = await open('index.html');
          assert.equal(await shown(page), computed, policy);
          assert.deepEqual(workers(), [], policy);
          await page.close();
        }
        delete policies['/test/page/fixtures/index.html'];
      });
    });

    test('works inside an open and inside a closed foreign shadow root', async () => {
      const { page, troubles, warnings } = await open('shadow.html');
      const people = { open: onePerson(), closed: onePerson('resident', { seed: 12, locale: 'en' }) };
      for (const [mode, person] of Object.entries(people)) {
        await page.evaluate((root) => void (globalThis.canyuTools.survey = globalThis.surveys[root]), mode);
        await expectStored(page, await answer(page, person), person);
      }
      assert.deepEqual(await troubles(), []);
      assert.deepEqual(warnings, []);
      await page.close();
    });

    test('two surveys on a page speak two languages', async () => {
      const { page, troubles, warnings } = await open('two-languages.html');
      const people = { 'zh-Hans': onePerson(), en: onePerson('official', { locale: 'en' }) };
      for (const [id, person] of Object.entries(people)) {
        await page.evaluate((one) => void (globalThis.canyuTools.survey = document.getElementById(one)), id);
        await expectStored(page, await answer(page, person), person);
      }
      assert.match(await deepText(page, '[id="zh-Hans"]'), /答卷已经存好/);
      const english = await deepText(page, '#en');
      assert.match(english, /Your answer sheet is saved/);
      assert.doesNotMatch(english, /\p{Script=Han}/u);
      assert.deepEqual(await troubles(), []);
      assert.deepEqual(warnings, []);
      await page.close();
    });

    for (const [kind, version] of [
      ['the same', core.VERSION],
      ['another', '0.0.9'],
    ]) {
      test(`a second copy of ${kind} version is not used, and throws nothing`, async () => {
        copy = version;
        const { page, troubles, warnings, heard } = await open('two-copies.html');
        const person = onePerson();
        await expectStored(page, await answer(page, person), person);
        await until(() => heard('canyu-chart-ready'), 'the chart');
        const copied = site.requests.filter((path) => path.startsWith('/copy/'));
        assert.ok(copied.length > 0);
        // Only the entry with the classes of the elements, which have to be there to be compared.
        assert.deepEqual(
          copied.filter((path) => path !== '/copy/canyu.js'),
          [],
        );
        // Where the versions differ, one warning for each element names both.
        const tags =
          version === core.VERSION
            ? []
            : ['change-index', 'chart', 'desk', 'export', 'kiosk', 'report', 'survey'].map((name) => `canyu-${name}`);
        assert.deepEqual(
          [...warnings].sort(),
          tags.map((tag) => `<${tag}> ${core.VERSION} was loaded first; ${version} is not used.`),
        );
        await expectUnharmed(page);
        assert.deepEqual(await troubles(), []);
        await page.close();
      });
    }

    test('a version behind the address does not load anything twice', async () => {
      const { page, troubles, warnings, heard } = await open('versioned.html');
      await answer(page, onePerson());
      await until(async () => (await heard('canyu-chart-ready')) >= 2, 'both charts');
      const files = site.requests.filter((path) => path.startsWith('/dist/')).map((path) => path.split('?')[0]);
      assert.deepEqual(files.length, new Set(files).size, files.join(' '));
      assert.equal(await page.evaluate(() => globalThis.litElementVersions.length), 1);
      assert.deepEqual(await troubles(), []);
      assert.deepEqual(warnings, []);
      await page.close();
    });

    /** Half a sheet: stops at the third question, with the two before it answered. */
    async function half(page, person) {
      const driver = new Driver(page, 'mouse', person.locale);
      await driver.look();
      const [, , stopsAt] = core.participationTrust.forms[person.form][person.group].closed;
      assert.equal(
        await answerSheet(driver, { ...person.sheets.pre, first: {}, looksBackAt: undefined, stopsAt }),
        false,
      );
      return driver;
    }

    test('a survey that is moved in mid-survey stays where it was, with its answers', async () => {
      const { page, troubles, warnings } = await open('embed.html');
      const person = onePerson('resident', { form: 'full' });
      const driver = await half(page, person);
      await driver.choose(2);
      const { heading } = driver.screen;
      for (const how of ['elsewhere', 'away and back', 'into a shadow root']) {
        await page.evaluate(async (move) => {
          const survey = (globalThis.canyuTools.survey ??= document.querySelector('canyu-survey'));
          const place = document.body.appendChild(document.createElement('section'));
          if (move === 'away and back') {
            survey.remove();
            await new Promise((resolve) => setTimeout(resolve, 300));
          }
          (move === 'into a shadow root' ? place.attachShadow({ mode: 'closed' }) : place).append(survey);
        }, how);
        await driver.look(true);
        assert.deepEqual([driver.screen.heading, driver.screen.chosen], [heading, '2'], how);
      }
      assert.equal(
        new Set(site.requests).size,
        site.requests.length,
        `nothing is loaded again: ${site.requests.join(' ')}`,
      );
      // The keyboard finds its way in again, and the sheet is answered to the end.
      await page.evaluate(() => document.querySelector('#host').focus());
      await page.keyboard.press('Tab');
      assert.notEqual((await driver.look(true)).focus, '');
      assert.ok(await answerSheet(driver, { ...person.sheets.pre, looksBackAt: undefined }));
      const { responseId } = (await driver.heard('canyu-complete')).at(-1);
      await expectStored(page, responseId, person);
      assert.deepEqual(await troubles(), []);
      assert.deepEqual(warnings, []);
      await page.close();
    });

    test('in a modal dialog Esc closes it, and what was answered is there when it opens again', async () => {
      site.files['/made/dialog.js'] = {
        type: 'text/javascript',
        body: `const dialog = document.querySelector('dialog');
          document.querySelector('#open').addEventListener('click', () => dialog.showModal());`,
      };
      site.files['/made/dialog.html'] = page(`<p><button id="open" type="button">Open</button></p>
        <dialog aria-label="问卷"><canyu-survey study="dialog" wave="pre" group="resident"></canyu-survey></dialog>
        <script src="/made/dialog.js" defer></script>`);
      const watched = await openMade('/made/dialog.html');
      await watched.page.click('#open');
      const person = onePerson('resident', { form: 'full' });
      const driver = await half(watched.page, person);
      const { heading } = driver.screen;
      await driver.choose(2);
      await watched.page.keyboard.press('Escape');
      const isOpen = () => watched.page.evaluate(() => document.querySelector('dialog').open);
      await until(async () => !(await isOpen()), 'the closed dialog');
      assert.equal(await watched.page.evaluate(() => document.activeElement.id), 'open');
      await watched.page.click('#open');
      assert.ok(await isOpen());
      await driver.look(true);
      assert.deepEqual([driver.screen.heading, driver.screen.chosen], [heading, '2']);
      assert.ok(await answerSheet(driver, { ...person.sheets.pre, looksBackAt: undefined }));
      const { responseId } = (await driver.heard('canyu-complete')).at(-1);
      await expectStored(watched.page, responseId, person);
      assert.deepEqual(await watched.troubles(), []);
      await watched.page.close();
    });

    test('in HTML from a server it takes the place of what was written there, also in a declarative shadow root', async () => {
      const tag = (study) => `<canyu-survey study="${study}" wave="pre" group="resident" form="short"
        ><p class="waiting">问卷正在打开……</p></canyu-survey>`;
      // The script is there before the elements are, as on a page that arrives in pieces.
      site.files['/made/server.html'] = page(`<main>${tag('plain')}</main>
        <article><template shadowrootmode="open"><slot></slot>${tag('shadow')}</template><h1>页面</h1></article>`);
      const watched = await openMade('/made/server.html');
      await watched.page.evaluate(() => {
        globalThis.surveys = [
          document.querySelector('canyu-survey'),
          document.querySelector('article').shadowRoot.querySelector('canyu-survey'),
        ];
      });
      for (const [index, person] of [onePerson(), onePerson('resident', { seed: 12 })].entries()) {
        await watched.page.evaluate((n) => void (globalThis.canyuTools.survey = globalThis.surveys[n]), index);
        await expectStored(watched.page, await answer(watched.page, person), person);
      }
      const [text, left] = await watched.page.evaluate(() => [
        globalThis.surveys.map((each) => each.querySelector('.waiting').checkVisibility()),
        globalThis.surveys.map((each) => each.children.length),
      ]);
      assert.deepEqual(
        [text, left],
        [
          [false, false],
          [1, 1],
        ],
      );
      assert.deepEqual(await watched.troubles(), []);
      await watched.page.close();
    });

    test('the npm package works through a bundler', async () => {
      const folder = await mkdtemp(fileURLToPath(new URL('build/npm-', root)));
      try {
        // As it is published: the manifest and the modules that scripts/prepack.mjs copies.
        const published = join(folder, 'node_modules/canyu');
        copyModules(pathToFileURL(`${join(published, 'esm')}/`), distFile(''));
        await copyFile(new URL('package.json', root), join(published, 'package.json'));
        const app = `import { CanyuSurvey, VERSION } from 'canyu';
          import 'canyu/define/canyu-survey.js';
          const survey = new CanyuSurvey();
          Object.assign(survey, { study: 'npm', wave: 'pre', group: 'resident', form: 'short' });
          document.querySelector('main').append(survey);
          document.body.dataset.version = VERSION;`;
        await writeFile(join(folder, 'package.json'), '{"type":"module"}');
        await writeFile(join(folder, 'app.js'), app);
        const bundle = await rollup({
          input: join(folder, 'app.js'),
          plugins: [nodeResolve({ exportConditions: ['production', 'browser'] })],
          onwarn: () => undefined,
        });
        await bundle.write({ dir: join(folder, 'out'), format: 'es' });
        await bundle.close();
        const address = `/build/${basename(folder)}/out/app.js`;
        site.files['/made/npm.html'] = {
          type: 'text/html; charset=utf-8',
          body: `<!doctype html><html lang="zh-Hans"><title>npm</title><link rel="icon" href="data:," />
            <script type="module" src="${address}"></script><main></main>`,
        };
        const watched = await openMade('/made/npm.html');
        const person = onePerson();
        await expectStored(watched.page, await answer(watched.page, person), person);
        assert.equal(await watched.page.evaluate(() => document.body.dataset.version), core.VERSION);
        assert.deepEqual(await watched.troubles(), []);
        await watched.page.close();
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });

    /** A page whose script is loaded before its elements are read. */
    function page(body) {
      return {
        type: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="zh-Hans"><title>Made</title><link rel="icon" href="data:," />
          <script type="module" src="/dist/canyu.js" async></script>${body}`,
      };
    }

    async function openMade(path) {
      const watched = await openPage(browser);
      await prepare(watched.page);
      await watched.page.setViewport({ width: DESK.width, height: DESK.height });
      await watched.page.goto(`${site.url}${path}`);
      return watched;
    }

    test('the classic script does the same from a server', async () => {
      const { page, troubles, warnings } = await open('classic.html');
      const person = onePerson('resident', { form: 'full' });
      await expectStored(page, await answer(page, person, 'keyboard'), person);
      await expectUnharmed(page);
      assert.deepEqual(
        site.requests.filter((path) => path.startsWith('/dist/')),
        ['/dist/canyu.iife.js'],
      );
      assert.deepEqual(await troubles(), []);
      assert.deepEqual(warnings, []);
      await page.close();
    });

    test('the classic script saves from a page that is a file on the disk', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'canyu-file-'));
      try {
        const page = await readFile(new URL('fixtures/classic.html', import.meta.url), 'utf8');
        await writeFile(join(folder, 'page.html'), page.replace('../../../dist/', ''));
        await copyFile(distFile('canyu.iife.js'), join(folder, 'canyu.iife.js'));
        await copyFile(new URL('fixtures/host.js', import.meta.url), join(folder, 'host.js'));
        const watched = await openPage(browser);
        await prepare(watched.page);
        await watched.page.goto(pathToFileURL(join(folder, 'page.html')).href);
        const person = onePerson('resident', { form: 'full' });
        await expectStored(watched.page, await answer(watched.page, person, 'keyboard'), person);
        await expectUnharmed(watched.page);
        assert.deepEqual(await watched.troubles(), []);
        await watched.page.close();
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });

    test('style sheets that shout change nothing inside', async () => {
      const looks = {};
      for (const fixture of ['plain.html', 'hostile.html']) {
        const { page, troubles, heard } = await open(fixture);
        const driver = new Driver(page, 'mouse');
        await driver.look();
        await until(async () => (await heard('canyu-chart-ready')) >= 2, 'the charts');
        const consent = await look(page);
        for (const box of ['participate', 'process']) await driver.press({ box });
        await driver.go({ submit: true });
        await driver.next();
        await driver.choose(2);
        looks[fixture] = { consent, question: await look(page) };
        assert.deepEqual(await troubles(), []);
        await page.close();
      }
      for (const screen of ['consent', 'question']) {
        const [plain, hostile] = [looks['plain.html'][screen], looks['hostile.html'][screen]];
        assert.ok(plain.length > 100);
        assert.deepEqual(
          hostile.map(({ element }) => element),
          plain.map(({ element }) => element),
        );
        const changed = {};
        for (const property of LOOKS) {
          const other = plain.filter(({ style }, index) => style[property] !== hostile[index].style[property]);
          const [first] = other;
          if (!first) continue;
          const now = hostile[plain.indexOf(first)].style[property];
          changed[property] =
            `${first.style[property]} became ${now} on ${first.element} and ${other.length - 1} others`;
        }
        assert.deepEqual(changed, {}, `${screen}: ${JSON.stringify(changed, null, 1)}`);
      }
    });

    /** How every element inside looks. */
    function look(page) {
      return page.evaluate((properties) => {
        const inside = (node) =>
          node.shadowRoot ? [...node.shadowRoot.querySelectorAll('*')].flatMap((each) => [each, ...inside(each)]) : [];
        return ['canyu-survey', 'canyu-change-index'].flatMap((tag) =>
          inside(document.querySelector(tag)).map((element) => {
            const style = getComputedStyle(element);
            return {
              element: `${tag} ${element.tagName} ${element.className}`,
              style: Object.fromEntries(properties.map((property) => [property, style.getPropertyValue(property)])),
            };
          }),
        );
      }, LOOKS);
    }

    test('a page whose policy allows no Trusted Types policy goes on as before', async () => {
      policies['/test/page/fixtures/embed.html'] = STRICT_CSP.replace(/trusted-types .*$/, "trusted-types 'none'");
      const { page } = await open('embed.html');
      await until(() => page.evaluate(() => document.readyState === 'complete'), 'the page');
      const thrown = await page.evaluate(() => globalThis.host.errors);
      await expectUnharmed(page, thrown);
      delete policies['/test/page/fixtures/embed.html'];
      await page.close();
    });
  });
}

describe('the files', () => {
  const run = promisify(execFile);
  const inNode = async (code) =>
    JSON.parse((await run(process.execPath, ['--input-type=module', '-e', code], { cwd: fileURLToPath(root) })).stdout);

  test('core.js computes in plain Node', async () => {
    const responses = JSON.stringify(localResponses());
    const results = await inNode(`
      const core = await import(${JSON.stringify(distFile('core.js').href)});
      const input = { study: core.defaultStudy('people'), instrument: core.participationTrust, entries: [], options: {} };
      console.log(core.canonicalJson(core.computeResults({ ...input, responses: ${responses} })));`);
    assert.equal(results.schema, 'canyu-results/1');
    assert.equal(results.flow.resident.linked.exact, 12);
    assert.equal(typeof results.groups.resident.index.change.estimate, 'number');
  });

  test('the classes of the package can be imported without a DOM, and register nothing', async () => {
    const names = await inNode(`
      const all = await import('./build/src/index.js');
      const { customElements: registry } = globalThis;
      console.log(JSON.stringify({
        names: Object.keys(all),
        defined: ['canyu-survey', 'canyu-chart', 'canyu-change-index'].filter((tag) => registry?.get(tag)),
        document: typeof document,
      }));`);
    assert.deepEqual([names.defined, names.document], [[], 'undefined']);
    for (const wanted of ['CanyuSurvey', 'CanyuChart', 'CanyuChangeIndex', 'computeResults', 'participationTrust']) {
      assert.ok(names.names.includes(wanted), wanted);
    }
  });

  test('the browser entry refuses plain Node with an error that can be caught, and nothing else goes wrong', async () => {
    const said = await inNode(`
      const wrong = [];
      process.on('unhandledRejection', (error) => wrong.push(String(error)));
      const error = await import(${JSON.stringify(distFile('canyu.js').href)}).catch((one) => one);
      await new Promise((resolve) => setTimeout(resolve, 500));
      console.log(JSON.stringify({ error: String(error), wrong }));`);
    assert.deepEqual(said, { error: 'ReferenceError: HTMLElement is not defined', wrong: [] });
  });

  test('integrity.json names every file with its hash', async () => {
    const integrity = JSON.parse(await readFile(distFile('integrity.json'), 'utf8'));
    const files = await distFiles();
    assert.deepEqual(Object.keys(integrity).sort(), files.filter((file) => file !== 'integrity.json').sort());
    for (const [file, hash] of Object.entries(integrity)) {
      const digest = createHash('sha384').update(await readFile(distFile(file)));
      assert.equal(hash, `sha384-${digest.digest('base64')}`, file);
    }
  });
});

/** Every file of the bundle, by its path in the folder. */
async function distFiles() {
  const entries = await readdir(distFile(''), { recursive: true, withFileTypes: true });
  const folder = fileURLToPath(distFile(''));
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(folder.length)
        .replaceAll('\\', '/'),
    );
}

/** Files of the module bundle that hold a text. */
async function filesWith(text) {
  const chunks = (await distFiles()).filter((file) => file.startsWith('chunks/'));
  const texts = await Promise.all(chunks.map((file) => readFile(distFile(file), 'utf8')));
  return chunks.filter((_, index) => texts[index].includes(text));
}

/** Twelve residents and ten officials who answered twice. */
function localResponses() {
  const people = makePeople({
    seed: 3,
    residents: 12,
    officials: 10,
    input: () => 'keyboard',
    isShort: () => false,
    habits: {},
  });
  return responsesOf(people, 'people');
}
