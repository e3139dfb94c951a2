/**
 * The three looks of demo/themes.html: their style sheets reach into the elements by the documented custom properties and parts only,
 * text keeps its contrast in both languages, and the accent really arrives on buttons, chosen rows and focus.
 */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { root } from '../../scripts/lib/setup.mjs';
import { Driver, prepare } from './driver.mjs';
import { distFile, launch, openPage, openSite, until } from './site.mjs';

const LOOKS = ['government', 'ngo', 'dark'];
const manifest = JSON.parse(await readFile(distFile('custom-elements.json'), 'utf8'));
const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('looks of partner sites', () => {
  let site;
  let browser;
  before(async () => {
    site = await openSite();
    browser = await launch('chromium');
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  for (const look of LOOKS) {
    test(`${look}: documented properties and parts only`, async () => {
      const text = (await readFile(new URL(`demo/themes/${look}.css`, root), 'utf8')).replace(/\/\*[^]*?\*\//g, '');
      const properties = new Set(elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)));
      assert.equal(properties.size, 7);
      const set = [...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name);
      assert.ok(set.length > 2);
      assert.deepEqual(
        set.filter((name) => !properties.has(name)),
        [],
      );
      assert.doesNotMatch(text, /--c-|>>>|\/deep\/|::slotted|:host/);
      const parts = [...text.matchAll(/([\w-]+)::part\(([\w-]+)\)/g)];
      assert.equal(parts.length, text.split('::part(').length - 1, 'every part is one of a named element');
      for (const [, tag, part] of parts) {
        const { cssParts = [] } = elements.find(({ tagName }) => tagName === tag) ?? {};
        assert.ok(
          cssParts.some(({ name }) => name === part),
          `${tag}::part(${part})`,
        );
      }
      // The elements as such may be put into boxes; nothing inside them can be named from outside.
      for (const [, inside] of text.matchAll(/canyu-[\w-]+(?!::part)[\w-]*\s+([.#\w][\w-]*)/g)) assert.fail(inside);
    });

    for (const lang of ['zh-Hans', 'en']) {
      test(`${look}, ${lang}: contrast, and no room lost at 360 px`, async () => {
        const { page, troubles } = await openPage(await browser.createBrowserContext());
        await prepare(page);
        await page.setViewport({ width: 360, height: 740 });
        await page.goto(`${site.url}/demo/themes.html?look=${look}&lang=${lang}`);
        const driver = new Driver(page, 'mouse', lang);
        await driver.look();
        await until(
          () =>
            page.evaluate(
              () => globalThis.canyuTools.heard.filter(([type]) => type === 'canyu-chart-ready').length >= 2,
            ),
          'the charts',
        );
        // As pages are checked by hand: axe is run by the browser's tools, not by the page, whose policy stays.
        await page.evaluate(axe);
        const check = async (what) => {
          const found = await page.evaluate(async () => {
            const { violations } = await globalThis.axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
            });
            return violations.flatMap(({ id, nodes }) =>
              nodes.map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary}`),
            );
          });
          assert.deepEqual(found, [], what);
        };
        await check('first screen');
        for (const box of ['participate', 'process']) await driver.press({ box });
        await driver.go({ submit: true });
        await driver.next();
        await driver.choose(2);
        await check('question');
        const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(inner <= outer, `${inner} px wide on a phone of ${outer} px`);
        assert.deepEqual(await troubles(), []);
        await page.close();
      });
    }
  }

  test('the red of the government portal is on buttons, chosen rows and focus', async () => {
    const { page } = await openPage(await browser.createBrowserContext());
    await prepare(page);
    await page.setViewport({ width: 820, height: 900 });
    await page.goto(`${site.url}/demo/themes.html?look=government&lang=zh-Hans`);
    const driver = new Driver(page, 'keyboard');
    await driver.look();
    for (const box of ['participate', 'process']) await driver.press({ box });
    await driver.go({ submit: true });
    await driver.next();
    await driver.choose(2);
    const seen = await page.evaluate(() => {
      const inside = document.querySelector('canyu-survey').shadowRoot;
      const style = (selector) => getComputedStyle(inside.querySelector(selector));
      return {
        button: style('button.main').backgroundColor,
        border: style('button.main').borderTopColor,
        chosen: style('.option.chosen').borderTopColor,
        option: style('.option:not(.chosen)').borderTopColor,
        radio: style('.option.chosen input').accentColor,
        focus: style('.option:has(:focus-visible)').outlineColor,
        focusStyle: style('.option:has(:focus-visible)').outlineStyle,
        corner: style('.option').borderTopLeftRadius,
      };
    });
    const red = 'rgb(204, 0, 0)';
    const { option, ...others } = seen;
    assert.deepEqual(others, {
      button: red,
      border: red,
      chosen: red,
      radio: red,
      focus: red,
      focusStyle: 'solid',
      corner: '0px',
    });
    assert.notEqual(option, red, 'rows that are not chosen are not marked');
    await page.close();
  });

  test('the three looks differ, and a switch keeps the language', async () => {
    const { page } = await openPage(await browser.createBrowserContext());
    await page.goto(`${site.url}/demo/themes.html?look=government&lang=en`);
    const looks = new Set();
    for (const look of LOOKS) {
      await Promise.all([page.waitForNavigation(), page.click(`a[data-look=${look}]`)]);
      await until(() => page.evaluate(() => !!document.querySelector('canyu-survey').shadowRoot?.querySelector('h2')));
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
      looks.add(
        await page.evaluate(() => {
          const { color, backgroundColor } = getComputedStyle(document.querySelector('canyu-survey'));
          const button = document.querySelector('canyu-survey').shadowRoot.querySelector('button.main');
          return [color, backgroundColor, getComputedStyle(button).backgroundColor].join(' ');
        }),
      );
    }
    assert.equal(looks.size, LOOKS.length);
    await page.close();
  });
});
