/** A page with very many sheets in its store, and a watch on how long its turns take. */
import { readFile } from 'node:fs/promises';
import { until, writeStore } from '../site.mjs';
import { offered } from './tools.mjs';

const data = (name) => readFile(new URL(`../../../demo/data/${name}`, import.meta.url), 'utf8');

/** The study of the sheets; without communities, which would be too small. */
export const study = { ...JSON.parse(await data('study.json')), communities: [] };

const few = (await data('responses.ndjson'))
  .split('\n')
  .filter((line) => line.includes('canyu-response/1'))
  .map((line) => JSON.parse(line));

/** Many sheets from the few of the demo: other ids, and other tokens for each copy of the community. */
export const manySheets = (count) =>
  Array.from({ length: count }, (_, i) => {
    const sheet = few[i % few.length];
    const copy = String(Math.floor(i / few.length)).padStart(4, '0');
    return {
      ...sheet,
      id: `${copy}${sheet.id.slice(4)}`,
      link: sheet.link?.map((token) => copy + token.slice(4)) ?? null,
    };
  });

/** Fills the store past its code and opens the page again; its menu is there when this resolves. */
export async function openWithSheets(page, address, count) {
  await page.goto(address);
  // The store is made by the element itself.
  await until(() => page.evaluate(async () => (await indexedDB.databases()).some((each) => each.name === 'canyu')));
  const many = manySheets(count);
  for (let at = 0; at < many.length; at += 2000) {
    const some = many.slice(at, at + 2000);
    await writeStore(
      page,
      some.map((one) => [`${one.study}/${one.wave}/${one.group}/${one.id}`, JSON.stringify(one)]),
    );
  }
  const closed = { ...study, waves: study.waves.map(({ id, label }) => ({ id, label })) };
  await writeStore(page, [[`study/${study.id}`, JSON.stringify(closed)]], 'meta');
  await page.reload();
  await until(async () => (await offered(page)).length > 0, 'the menu', 180_000);
}

/** Starts to note the steps of the progress and how often the page has its turn, until a file is made. */
export const watchTurns = (page) =>
  page.evaluate(() => {
    globalThis.turns = 0;
    globalThis.steps = new Set();
    globalThis.made = undefined;
    const watch = () => {
      globalThis.turns += 1;
      const bar = document.querySelector('canyu-export').shadowRoot.querySelector('progress');
      if (bar?.max > 1) globalThis.steps.add(bar.value);
      if (!globalThis.made) setTimeout(watch, 0);
    };
    watch();
  });

/** What was noted. */
export const turns = (page) => page.evaluate(() => ({ turns: globalThis.turns, steps: globalThis.steps.size }));
