/**
 * Every page of the demo as a visitor sees it: on a phone, a tablet and a desk, in both languages, under the strict policy. No errors,
 * no scrolling sideways, nothing that axe finds against WCAG 2.2 A and AA, and made-up data say that they are made up.
 */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { STRICT_CSP } from '../../scripts/lib/serve.mjs';
import { prepare } from './driver.mjs';
import { deepText, launch, openPage, openSite, until } from './site.mjs';

const demo = new URL('../../demo/', import.meta.url);
const pages = (await readdir(demo)).filter((file) => file.endsWith('.html')).sort();
const axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

const WIDTHS = [360, 820, 1280];
const LANGUAGES = ['zh-Hans', 'en'];
/** How an element says that what it shows is made up. */
const MADE_UP = {
  'canyu-change-index': /示例数据|Example data/,
  'canyu-chart': /示例数据|Example data/,
  'canyu-survey[src]': /演示问卷|Demonstration: the organisation/,
};
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

describe('demo pages', () => {
  let site;
  let browser;
  before(async () => {
    // Only the page with the iframe allows one, and only the one that can be installed has a manifest.
    site = await openSite({
      policies: {
        '/demo/frame-host.html': `${STRICT_CSP}; frame-src 'self' blob:`,
        '/demo/kiosk.html': `${STRICT_CSP}; manifest-src 'self'`,
      },
    });
    browser = await launch('chromium');
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Waits until every element of Canyu on the page has shown what it shows. */
  async function settled(page) {
    await until(
      () =>
        page.evaluate(() => {
          const inside = (node) =>
            [...node.querySelectorAll('*')].flatMap((each) => [
              each,
              ...(each.shadowRoot ? inside(each.shadowRoot) : []),
            ]);
          const elements = inside(document).filter(({ localName }) => localName.startsWith('canyu-'));
          const signs = {
            'canyu-chart': 'canvas[style], details[open]',
            'canyu-change-index': '[part=card], [part=message]',
          };
          const isShown = ({ localName, shadowRoot }) =>
            Boolean(
              shadowRoot?.querySelector(signs[localName] ?? 'h1, h2, button') &&
              !(localName === 'canyu-change-index' && shadowRoot.querySelector('[role=status]')),
            );
          return document.readyState === 'complete' && elements.every(isShown);
        }),
      'all elements',
    );
  }

  for (const file of pages) {
    for (const lang of LANGUAGES) {
      test(`${file}, ${lang}`, async () => {
        const { page, troubles, warnings } = await openPage(browser);
        await prepare(page);
        await page.setViewport({ width: WIDTHS[0], height: 740 });
        await page.goto(`${site.url}/demo/${file}?lang=${lang}`);
        assert.equal(await page.evaluate(() => document.querySelectorAll(':not(:defined)').length), 0);
        await settled(page);
        const found = [];
        for (const width of WIDTHS) {
          await page.setViewport({ width, height: 740 });
          await settled(page);
          const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
          assert.ok(widths[0] <= widths[1], `${width} px: the page is ${widths[0]} px wide`);
        }
        for (const [element, label] of Object.entries(MADE_UP)) {
          const there = await page.evaluate((selector) => document.querySelectorAll(selector).length, element);
          if (there) assert.match(await deepText(page, element), label);
        }
        const shows = await page.evaluate(() =>
          Boolean(document.querySelector('canyu-survey, canyu-change-index, canyu-chart')),
        );
        if (shows)
          assert.match(await deepText(page), /演示|虚构|示例数据|Demonstration|Example data|synthetic|invented/);
        const messages = await page.evaluate(() =>
          [...document.querySelectorAll('canyu-change-index, canyu-chart')].map(
            ({ shadowRoot }) => shadowRoot.querySelector('[part=message]')?.textContent,
          ),
        );
        assert.deepEqual(messages.filter(Boolean), []);
        assert.deepEqual(await troubles(), []);
        assert.deepEqual(warnings, []);
        // axe comes past the page's policy, and its own traces are none of the page's: so at the end.
        await page.evaluate(axe);
        for (const width of WIDTHS) {
          await page.setViewport({ width, height: 740 });
          await settled(page);
          const { violations, passed } = await page.evaluate(async (tags) => {
            const { violations, passes } = await globalThis.axe.run(document, { runOnly: tags });
            return { violations, passed: passes.length };
          }, TAGS);
          assert.ok(passed > 5, `axe looked at ${passed} rules`);
          for (const { id, help, nodes } of violations) {
            found.push(`${width} px, ${id}: ${help}: ${nodes.map(({ target }) => JSON.stringify(target)).join(' ')}`);
          }
        }
        assert.deepEqual(found, []);
        await page.close();
      });
    }
  }
});
