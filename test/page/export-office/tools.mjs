/** What the tests of exported files share. */
import { execFileSync } from 'node:child_process';
import { until } from '../site.mjs';

/**
 * Presses a format and gives the name and the bytes of the file that the page hands to the downloads. `onMade` is awaited before the bytes are
 * fetched, which is work for the page too.
 */
export async function download(page, format, { patience = 240_000, onMade } = {}) {
  await page.evaluate(() => {
    globalThis.made = undefined;
    globalThis.makeAddress ??= URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      globalThis.made = blob;
      return globalThis.makeAddress.call(URL, blob);
    };
    // A download would leave the page's control: the press on the link is heard and kept.
    HTMLAnchorElement.prototype.click = function () {
      globalThis.fileName = this.download;
    };
  });
  await until(
    () =>
      page.evaluate(
        () => !document.querySelector('canyu-export').shadowRoot.querySelector('[data-format][aria-disabled=true]'),
      ),
    'an idle menu',
  );
  await page.evaluate(
    (name) => document.querySelector('canyu-export').shadowRoot.querySelector(`[data-format=${name}]`).click(),
    format,
  );
  await until(
    () =>
      page.evaluate(() => {
        const trouble = document.querySelector('canyu-export').shadowRoot.querySelector('[role=alert]');
        if (trouble) throw new Error(trouble.textContent);
        return globalThis.made !== undefined;
      }),
    `the file ${format}`,
    patience,
  );
  await onMade?.();
  const base64 = await page.evaluate(async () => {
    const reader = new FileReader();
    reader.readAsDataURL(globalThis.made);
    await new Promise((resolve) => (reader.onload = resolve));
    return reader.result.slice(reader.result.indexOf(',') + 1);
  });
  return { name: await page.evaluate(() => globalThis.fileName), bytes: new Uint8Array(Buffer.from(base64, 'base64')) };
}

/** The formats that the menu offers. */
export const offered = (page) =>
  page.evaluate(() =>
    [...(document.querySelector('canyu-export')?.shadowRoot?.querySelectorAll('[data-format]') ?? [])].map(
      (button) => button.dataset.format,
    ),
  );

/**
 * Reads texts as XML, on an empty page without the policy, which keeps documents from being made of texts.
 * @returns names of those that are not well-formed, and of the others the words inside them
 */
export async function readXml(browser, texts) {
  const page = await browser.newPage();
  try {
    return await page.evaluate((all) => {
      const refused = [];
      const words = {};
      for (const [name, xml] of Object.entries(all)) {
        const document = new DOMParser().parseFromString(xml, 'application/xml');
        if (document.getElementsByTagName('parsererror').length > 0) refused.push(name);
        words[name] = [...document.getElementsByTagName('*')]
          .filter(({ localName }) => /^(?:t|br|p)$/.test(localName))
          .map((node) => (node.localName === 't' ? node.textContent : '\n'))
          .join('');
      }
      return { refused, words };
    }, texts);
  } finally {
    await page.close();
  }
}

const there = new Map();
/** Whether a program is on this machine; one that is missing is named once. */
export function has(program, question = '--version') {
  if (!there.has(program)) {
    try {
      execFileSync(program, [question], { stdio: 'ignore', timeout: 120_000 });
      there.set(program, true);
    } catch {
      there.set(program, false);
      console.log(`# ${program} is not installed: what it would open is not checked`);
    }
  }
  return there.get(program);
}
