/** Makes the pictures of the README from the demo's page of results: `node scripts/pictures.mjs` (after `npm run build`). */
import puppeteer from 'puppeteer-core';
import { serve } from './lib/serve.mjs';
import { CHROMIUM_FLAGS, ensureBrowsers, findBrowser, root } from './lib/setup.mjs';

ensureBrowsers(['chromium']);
const { url, close } = await serve();
const browser = await puppeteer.launch({ executablePath: findBrowser('chromium'), args: CHROMIUM_FLAGS });
for (const [lang, name] of [
  ['en', 'change-index'],
  ['zh-Hans', 'change-index.zh-CN'],
]) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1024, height: 1250 });
  await page.goto(`${url}/demo/results.html?lang=${lang}`);
  await page.waitForFunction(() => {
    const card = document.querySelector('canyu-change-index')?.shadowRoot;
    return [...(card?.querySelectorAll('canyu-chart') ?? [])].some(
      (chart) => chart.shadowRoot?.querySelector('canvas')?.height > 300,
    );
  });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  const file = new URL(`docs/${name}.png`, root).pathname;
  await page.screenshot({ path: file, clip: { x: 0, y: 62, width: 1024, height: 1180 } });
  console.log(`docs/${name}.png`);
}
await browser.close();
await close();
