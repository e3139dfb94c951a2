/**
 * The examples of demo/examples as a visitor meets them: plain HTML, React, Vue and WordPress, each under the strict policy, a survey
 * answered to its end on each. And as a developer meets them: what the types promise compiles, and a wrong name does not.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { STRICT_CSP } from '../../scripts/lib/serve.mjs';
import { root } from '../../scripts/lib/setup.mjs';
import { DESK, Driver, prepare } from './driver.mjs';
import { answerSheet, meantAnswers, onePerson } from './people.mjs';
import { browsers, launch, openPage, openSite, readStore, until } from './site.mjs';

const run = promisify(execFile);
const path = (name) => fileURLToPath(new URL(name, root));

before(() => run(process.execPath, [path('scripts/examples.mjs')]));

for (const name of browsers) {
  describe(`examples in ${name}`, () => {
    let site;
    let browser;
    before(async () => {
      // Vue makes a Trusted Types policy of its own, which a site that has such a list adds to it.
      const policies = { '/demo/examples/vue.html': STRICT_CSP.replace('trusted-types ', 'trusted-types vue ') };
      site = await openSite({ policies });
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    /** Answers the survey of an example to its end. */
    async function complete(example, study, group = 'resident', act = undefined) {
      const { page, troubles, warnings } = await openPage(browser);
      await prepare(page);
      await page.setViewport({ width: DESK.width, height: DESK.height });
      await page.goto(`${site.url}/demo/examples/${example}`);
      const driver = new Driver(page, 'mouse');
      await driver.look();
      await act?.(page, driver);
      const person = onePerson(group, { seed: 81 });
      assert.ok(await answerSheet(driver, person.sheets.pre));
      const { responseId } = (await driver.heard('canyu-complete')).at(-1);
      const stored = (await readStore(page)).filter(([key]) => key === `${study}/pre/${group}/${responseId}`);
      assert.equal(stored.length, 1, `stored under ${study}/pre/${group}`);
      assert.deepEqual(JSON.parse(stored[0][1]).answers, meantAnswers(person.sheets.pre));
      assert.deepEqual(await troubles(), []);
      assert.deepEqual(warnings, []);
      return { page, responseId };
    }

    const expectTold = (page, id) =>
      until(
        () => page.evaluate((wanted) => document.querySelector('#told').textContent.includes(wanted), id),
        'the page is told',
      );

    test('plain HTML', async () => {
      const { page, responseId } = await complete('plain.html', 'example-plain');
      await expectTold(page, responseId);
      await page.close();
    });

    for (const [example, framework] of [
      ['react', 'React'],
      ['vue', 'Vue'],
    ]) {
      test(`${framework}: properties, events and methods`, async () => {
        // The group is a property that the framework sets; the other group gets another form of address.
        const { page, responseId } = await complete(
          `${example}.html`,
          `example-${example}`,
          'official',
          async (page, driver) => {
            await page.select('select', 'official');
            await until(
              () => page.evaluate(() => document.querySelector('canyu-survey').group === 'official'),
              'the property',
            );
            await driver.look(true);
          },
        );
        await expectTold(page, responseId);
        await page.evaluate(() => document.querySelector('#app button').click());
        const driver = new Driver(page, 'mouse');
        await until(async () => (await driver.look(true)).kind === 'consent', 'reset() shows the first screen again');
        await page.close();
      });
    }

    test('WordPress: a Custom HTML block after wpautop and an optimiser', async () => {
      const { page } = await complete('wordpress.html', 'example-wordpress');
      await page.close();
    });

    test('WordPress: a shortcode, with the script in the head', async () => {
      const { page } = await complete('wordpress-stripped.html', 'example-shortcode');
      await page.close();
    });

    test('WordPress: the theme’s !important rules stay outside', async () => {
      const looks = [];
      for (const address of ['/demo/examples/wordpress.html', '/demo/examples/plain.html']) {
        const { page } = await openPage(browser);
        await prepare(page);
        await page.setViewport({ width: DESK.width, height: DESK.height });
        await page.goto(site.url + address);
        await new Driver(page, 'mouse').look();
        looks.push(
          await page.evaluate(() => {
            const inside = document.querySelector('canyu-survey').shadowRoot;
            return ['h2', 'label', 'button[type=submit]', 'input', 'p'].map((selector) => {
              const style = getComputedStyle(inside.querySelector(selector));
              const { fontFamily, fontSize, lineHeight, letterSpacing, textTransform, textAlign, backgroundColor } =
                style;
              return [
                selector,
                fontFamily,
                fontSize,
                lineHeight,
                letterSpacing,
                textTransform,
                textAlign,
                backgroundColor,
              ];
            });
          }),
        );
        await page.close();
      }
      assert.deepEqual(looks[0], looks[1]);
    });
  });
}

describe('types of the examples', () => {
  let folder;
  before(async () => {
    folder = await mkdtemp(path('build/types-'));
    await symlink(path('demo/examples/react/canyu-jsx.ts'), join(folder, 'canyu-jsx.ts'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** What the compiler says of a file beside the examples; '' when it is content. */
  async function compile(text) {
    await writeFile(
      join(folder, 'page.tsx'),
      `import type {} from 'canyu';\nimport './canyu-jsx.js';\n${text}\nexport {};\n`,
    );
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: path('demo/examples/tsconfig.json'),
        compilerOptions: {
          typeRoots: [path('node_modules/@types')],
          preserveSymlinks: true,
          noUnusedLocals: false,
          paths: {
            canyu: [path('build/src/index.d.ts')],
            'canyu/define/*.js': [path('build/src/define/*.d.ts')],
          },
        },
        include: ['page.tsx'],
      }),
    );
    return run(process.execPath, [path('node_modules/typescript/bin/tsc'), '-p', folder]).then(
      () => '',
      ({ stdout }) => stdout,
    );
  }

  test('the examples compile', async () => {
    const { stdout } = await run(process.execPath, [
      path('node_modules/typescript/bin/tsc'),
      '-p',
      path('demo/examples/tsconfig.json'),
    ]);
    assert.equal(stdout, '');
  });

  const RIGHT = `
    void document.querySelector('canyu-survey')?.reset();
    const survey = document.createElement('canyu-survey');
    survey.study = 'x';
    survey.form = 'short';
    survey.addEventListener('canyu-complete', (event) => event.detail.responseId.slice(0, 8));
    addEventListener('canyu-progress', (event) => event.detail.index + event.detail.total);
    document.querySelector('canyu-change-index')!.results = undefined;
    const jsx = <canyu-survey study="x" wave="pre" lang="en" className="a" form="short" oncanyu-error={(event) => event.detail.code.length} />;
    const chart = <canyu-chart type="plane" src="results.json" />;`;
  test('what is documented compiles', async () => assert.equal(await compile(RIGHT), ''));

  for (const [what, wrong, error] of [
    ['a method that is not there', `document.querySelector('canyu-survey')?.restart();`, /TS2339|TS2551/],
    ['a detail that is not there', `addEventListener('canyu-complete', (event) => event.detail.answers);`, /TS2339/],
    ['a value that a property does not take', `document.createElement('canyu-survey').form = 'tiny';`, /TS2322/],
    ['a JSX attribute that is not there', `const jsx = <canyu-survey studie="x" />;`, /TS2322/],
    ['a JSX value of the wrong kind', `const jsx = <canyu-survey form="tiny" />;`, /TS2322/],
    ['a JSX tag that is not there', `const jsx = <canyu-surveys />;`, /TS2339/],
    [
      'a detail that is not there in a JSX listener',
      `const jsx = <canyu-survey oncanyu-complete={(event) => event.detail.answers} />;`,
      /TS2339/,
    ],
  ]) {
    test(`${what} does not`, async () => assert.match(await compile(wrong), error));
  }
});
