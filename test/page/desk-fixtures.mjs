/** What tests of the evaluator's page share: profiles that answer, their backup files, and a desk that is used through its controls. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DESK, Driver, prepare } from './driver.mjs';
import { answerSheet } from './people.mjs';
import { launch, openPage, readStore, until } from './site.mjs';

const PIN = 'long enough';

/** A folder for profiles and files, gone at the end. */
export async function newFolder() {
  const path = await mkdtemp(join(tmpdir(), 'canyu-desk-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A kiosk on a page of its own, for its staff. */
export const kioskPage = (src) =>
  `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Kiosk</title><link rel="icon" href="data:,">
<script type="module" src="/dist/canyu.js"></script><body><canyu-kiosk src="${src}"></canyu-kiosk></body></html>`;

/** A desk on a page of its own. */
export const deskPage = (attributes = '') =>
  `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Desk</title><link rel="icon" href="data:,"><script type="module" src="/dist/canyu.js"></script>
<body><canyu-desk ${attributes}></canyu-desk></body></html>`;

/** A browser of its own with a user-data directory of its own. */
export async function newProfile(folder, name) {
  const browser = await launch('chromium', { userDataDir: join(folder.path, name) });
  const { page, troubles } = await openPage(browser);
  await page.setViewport(DESK);
  return { browser, page, troubles };
}

/** Lets people answer both waves of the study at `src` on the real survey page; gives the stored records. */
export async function answerAll(site, { page }, people, src) {
  await prepare(page);
  for (const person of people) {
    for (const wave of ['pre', 'post']) {
      const { group, form, locale } = person;
      await page.goto(site.page('survey.html', { src, wave, group, form, lang: locale }));
      const driver = new Driver(page, 'keyboard', locale);
      await driver.look(true);
      await answerSheet(driver, person.sheets[wave]);
    }
  }
  return (await readStore(page)).map(([, text]) => JSON.parse(text));
}

/** The text of the backup file that the staff of a kiosk make in this profile. */
export async function staffBackup(site, { page }, address) {
  await page.goto(`${site.url}${address}`);
  const find = (selector, words = '') =>
    until(
      async () => {
        const found = await page.evaluateHandle(
          (wanted, text) => {
            const root = document.querySelector('canyu-kiosk')?.shadowRoot;
            return [...(root?.querySelectorAll(wanted) ?? [])].find((one) => one.textContent.includes(text)) ?? null;
          },
          selector,
          words,
        );
        return found.asElement();
      },
      `${selector} ${words}`,
      60_000,
    );
  await find('#again');
  await page.evaluate((pin) => {
    const root = document.querySelector('canyu-kiosk').shadowRoot;
    for (const [id, value] of Object.entries({ device: '2', pin, again: pin }))
      root.querySelector(`#${id}`).value = value;
  }, PIN);
  await (await find('button[type=submit]')).click();
  await page.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      globalThis.backup = blob;
      return createObjectURL(blob);
    };
  });
  await (await find('.panel button', '存成文件')).click();
  await find('.outcome', '已经交给浏览器下载');
  return page.evaluate(() => globalThis.backup.text());
}

/** A desk, used through what is on its page. */
export class Desk {
  constructor(page, folder) {
    this.page = page;
    this.folder = folder;
  }

  static async open(page, folder, address) {
    await page.goto(address);
    const desk = new Desk(page, folder);
    await desk.shown('#files');
    return desk;
  }

  /** Waits for something in the desk that matches, and holds the words where some are given. */
  shown(selector, words = '', patience = 60_000) {
    return until(
      async () => {
        const found = await this.page.evaluateHandle(
          (wanted, text) => {
            const root = document.querySelector('canyu-desk')?.shadowRoot;
            return [...(root?.querySelectorAll(wanted) ?? [])].find((one) => one.textContent.includes(text)) ?? null;
          },
          selector,
          words,
        );
        return found.asElement();
      },
      `${selector} ${words}`,
      patience,
    );
  }

  async press(selector, words = '') {
    await (await this.shown(selector, words)).click();
  }

  /** Chooses files, given by name and text, in one go. */
  async choose(files) {
    const paths = [];
    for (const [name, text] of Object.entries(files)) {
      const path = join(this.folder.path, name);
      await writeFile(path, text);
      paths.push(path);
    }
    const before = (await this.list()).length;
    await (await this.shown('#files')).uploadFile(...paths);
    await until(async () => (await this.list()).length === before + paths.length, 'the files in the list');
    await until(
      async () => (await this.list()).every(({ status }) => !['waiting', 'reading', 'storing'].includes(status)),
      'the end of reading',
      60_000,
    );
  }

  /** The files of the list, the newest first. */
  list() {
    return this.page.evaluate(() =>
      [...(document.querySelector('canyu-desk').shadowRoot?.querySelectorAll('.file') ?? [])].map((file) => ({
        status: file.dataset.status,
        name: file.querySelector('strong').textContent,
        text: file.textContent.replace(/\s+/g, ' ').trim(),
      })),
    );
  }

  async room(name) {
    await this.press(`nav [data-room=${name}]`);
    await this.shown(`section[data-room=${name}]`);
  }

  /** The text of what is shown. */
  text(selector = '.desk') {
    return this.page.evaluate(
      (wanted) =>
        document.querySelector('canyu-desk').shadowRoot.querySelector(wanted)?.textContent.replace(/\s+/g, ' ').trim(),
      selector,
    );
  }

  /** The results document that is shown, once it is there and `isWanted` says so. */
  async results(isWanted = () => true) {
    await this.room('results');
    return until(
      async () => {
        const results = await this.page.evaluate(
          () => document.querySelector('canyu-desk').shadowRoot.querySelector('canyu-change-index')?.results,
        );
        return results && isWanted(results) && results;
      },
      'results',
      60_000,
    );
  }

  /** The text of the file that a press hands to the downloads. */
  async download(selector) {
    await this.page.evaluate(() => {
      globalThis.made = undefined;
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob) => {
        globalThis.made = blob;
        return createObjectURL.call(URL, blob);
      };
      // A download would leave the page's control: the press on the link is heard and kept.
      HTMLAnchorElement.prototype.click = function () {
        globalThis.fileName = this.download;
      };
    });
    await this.press(selector);
    await until(() => this.page.evaluate(() => globalThis.made !== undefined), 'a file');
    return this.page.evaluate(async () => ({ name: globalThis.fileName, text: await globalThis.made.text() }));
  }
}
