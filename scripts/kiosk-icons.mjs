/** Draws the kiosk's icons of demo/icons/ as PNG, from the two SVG files there. Run it after a change of these. */
import { readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findBrowser, root } from './lib/setup.mjs';

const ICONS = [
  ['kiosk-192.png', 'kiosk.svg', 192],
  ['kiosk-512.png', 'kiosk.svg', 512],
  ['kiosk-maskable-192.png', 'kiosk-maskable.svg', 192],
  ['kiosk-maskable-512.png', 'kiosk-maskable.svg', 512],
  // For iPads, which round the corners themselves.
  ['kiosk-180.png', 'kiosk-maskable.svg', 180],
];

const folder = new URL('demo/icons/', root);
const browser = await puppeteer.launch({ executablePath: findBrowser('chromium'), args: CHROMIUM_FLAGS });
const page = await browser.newPage();
for (const [name, drawing, size] of ICONS) {
  const image = readFileSync(new URL(drawing, folder)).toString('base64');
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0"><img src="data:image/svg+xml;base64,${image}" width="${size}" height="${size}" style="display:block">`,
  );
  await page.screenshot({ path: new URL(name, folder).pathname, omitBackground: true });
}
await browser.close();
