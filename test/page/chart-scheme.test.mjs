/**
 * Pictures on a canvas follow what CSS follows by itself: dark, more contrast, forced colours, paper, and whatever a page does to the
 * documented custom properties, with a class anywhere around them. The table beside a picture stays as the reader left it, and a chart that
 * is gone listens to nothing. On the wall everything in a picture is large enough for the back of the room, and nothing lies over anything.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browsers, launch, openPage, openSite, until } from './site.mjs';

const TYPES = ['plane', 'forest', 'slope', 'likert'];
/** Resident blue of theme.ts on light and on dark, and the text colour of the class `brand` below. */
const LIGHT = '20 63 143';
const DARK = '143 180 255';
const BRAND = '90 20 90';

const files = {
  '/scheme/page.css': {
    type: 'text/css',
    body: `:root { color-scheme: light dark }
      .only-light { color-scheme: light } .only-dark { color-scheme: dark }
      .brand { --canyu-color-text: rgb(90 20 90) } .large { --canyu-font-size: 30px }
      .away { display: none }`,
  },
  '/scheme/page.html': {
    type: 'text/html',
    body: `<!doctype html><html lang="zh-Hans"><meta charset="utf-8" /><link rel="icon" href="data:," />
      <link rel="stylesheet" href="page.css" /><script type="module" src="/dist/canyu.js"></script>
      <body><div id="around"><div>${TYPES.map((type) => `<canyu-chart type="${type}" src="/demo/data/results.json"></canyu-chart>`).join('')}</div></div>`,
  },
  '/scheme/wall.html': {
    type: 'text/html',
    body: `<!doctype html><html lang="zh-Hans"><meta charset="utf-8" /><link rel="icon" href="data:," />
      <link rel="stylesheet" href="page.css" /><script type="module" src="/dist/canyu.js"></script>
      <body><div id="around"><canyu-report layout="projector" src="/demo/data/results.json" material="/demo/report.material.json"></canyu-report></div>`,
  },
};

/** Names of an instrument of a site's own, as long as those of the core. */
const OWN = Object.fromEntries(
  [
    ['CY', '真参与', 'Real participation'],
    ['CJ', '走形式', 'Token attendance'],
    ['PR', '协商与落实', 'Deliberation and follow-through'],
    ['TR', '信任', 'Trust'],
    ['RC', '有来有往', 'Give and take'],
    ['GV', '共同治理', 'Shared governance'],
  ].map(([id, zh, en]) => [id, { 'zh-Hans': zh, en }]),
);

/** Runs before a page: counts drawings, and whoever listens to media queries and to printing. */
function eyes() {
  globalThis.drawings = 0;
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    globalThis.drawings++;
    return clearRect.apply(this, box);
  };
  globalThis.listeners = 0;
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, heard, options) {
    const target = this ?? globalThis;
    if (target instanceof MediaQueryList || /print$/.test(type)) {
      globalThis.listeners++;
      options?.signal?.addEventListener('abort', () => globalThis.listeners--);
    }
    return addEventListener.call(target, type, heard, options);
  };
  /** Everything of the charts that a change of colours can or must not touch. */
  globalThis.seen = () =>
    [...document.querySelectorAll('canyu-chart, canyu-report')].map(({ shadowRoot }) => {
      const canvas = shadowRoot.querySelector('canvas');
      if (!canvas?.style.width) return undefined;
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const colours = {};
      let print = 0;
      for (let at = 0; at < data.length; at += 4) {
        print = (print * 31 + data[at] + 256 * data[at + 1] + 65536 * data[at + 2] + data[at + 3]) | 0;
        if (data[at + 3] !== 255) continue;
        const colour = `${data[at]} ${data[at + 1]} ${data[at + 2]}`;
        colours[colour] = (colours[colour] ?? 0) + 1;
      }
      return { print, colours, width: canvas.width, height: canvas.height };
    });
}

for (const name of browsers) {
  describe(`pictures follow the colours of the page, ${name}`, () => {
    let site;
    let browser;
    before(async () => {
      site = await openSite();
      Object.assign(site.files, files);
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    async function open(address) {
      const { page, troubles } = await openPage(browser);
      await page.evaluateOnNewDocument(eyes);
      await page.setViewport({ width: 1000, height: 800 });
      const client = name === 'chromium' ? await page.createCDPSession() : undefined;
      const emulate = (list, media = '') =>
        client.send('Emulation.setEmulatedMedia', {
          media,
          features: Object.entries(list).map(([feature, value]) => ({ name: feature, value })),
        });
      if (client) await emulate({ 'prefers-color-scheme': 'light' });
      await page.goto(site.url + address);
      let last = [];
      const drawn = async (what, isRight = () => true) => {
        last = await until(async () => {
          const now = await page.evaluate(() => globalThis.seen());
          const isDone = now.every(
            (one, at) => one && (last.length === 0 || one.print !== last[at]?.print) && isRight(one),
          );
          return isDone && now;
        }, what);
        return last;
      };
      const around = (action, ...classes) =>
        page.evaluate((how, list) => document.querySelector('#around').classList[how](...list), action, classes);
      return { page, emulate, around, drawn, troubles };
    }

    test('a class far above the charts changes them: scheme, text, type', async () => {
      const { page, around, drawn, troubles } = await open('/scheme/page.html');
      await drawn('the charts');
      await around('add', 'only-dark');
      await drawn('the dark charts', ({ colours }) => colours[DARK] > 20 && !colours[LIGHT]);
      await around('remove', 'only-dark');
      await around('add', 'only-light');
      await drawn('the light charts', ({ colours }) => colours[LIGHT] > 20 && !colours[DARK]);
      await around('add', 'brand');
      await drawn('charts with another text colour', ({ colours }) => colours[BRAND] > 5);
      await around('add', 'large');
      await drawn('charts with larger type');
      const before = await page.evaluate(() => globalThis.drawings);
      await around('add', 'means-nothing');
      await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
      assert.equal(
        await page.evaluate(() => globalThis.drawings),
        before,
        'a class that changes nothing draws nothing',
      );
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('colours that changed while a chart was hidden are there when it is shown', async () => {
      const { page, around, drawn } = await open('/scheme/page.html');
      await drawn('the charts');
      await around('add', 'away');
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
      await around('add', 'only-dark');
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
      await around('remove', 'away');
      await drawn('the dark charts', ({ colours }) => colours[DARK] > 20);
      await page.close();
    });

    test('a page of the meeting follows too', async () => {
      const { page, around, drawn } = await open('/scheme/wall.html');
      await until(
        () => page.evaluate(() => Boolean(document.querySelector('canyu-report').shadowRoot?.querySelector('.count'))),
        'the meeting',
      );
      await until(async () => {
        await page.keyboard.press('PageDown');
        return page.evaluate(() => Boolean(document.querySelector('canyu-report').shadowRoot.querySelector('canvas')));
      }, 'a page with a chart');
      await drawn('the plane', ({ colours }) => colours[LIGHT] > 20);
      await around('add', 'only-dark');
      await drawn('the dark plane', ({ colours }) => colours[DARK] > 20 && !colours[LIGHT]);
      await page.close();
    });

    if (name !== 'chromium') return;

    test('dark, more contrast, forced colours and paper change every picture and no table', async () => {
      const { page, emulate, drawn, troubles } = await open('/scheme/page.html');
      const light = await drawn('the charts');
      await page.evaluate(() => {
        for (const { shadowRoot } of document.querySelectorAll('canyu-chart')) {
          const details = shadowRoot.querySelector('details');
          details.open = true;
          shadowRoot.querySelector('.scroll').focus();
          details.kept = shadowRoot.querySelector('tbody');
        }
      });
      const tables = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('canyu-chart')].map(({ shadowRoot }) => {
            const details = shadowRoot.querySelector('details');
            const body = shadowRoot.querySelector('tbody');
            return [details.open, details.kept === body, body.rows.length > 1, body.textContent].join(' ');
          }),
        );
      const kept = await tables();
      assert.ok(kept.every((table) => table.startsWith('true true true')));
      const scheme = { 'prefers-color-scheme': 'light' };

      await emulate({ 'prefers-color-scheme': 'dark' });
      await drawn('dark charts', ({ colours }) => colours[DARK] > 20 && !colours[LIGHT]);
      await emulate({ 'prefers-color-scheme': 'dark' }, 'print');
      const paper = await drawn('charts on paper', ({ colours }) => colours[LIGHT] > 20 && !colours[DARK]);
      assert.ok(
        paper.every(({ width }, at) => width > 2 * light[at].width),
        'paper is finer than the screen',
      );
      await emulate(scheme);
      await drawn('light charts again', ({ colours }) => colours[LIGHT] > 20);
      await emulate({ ...scheme, 'prefers-contrast': 'more' });
      await drawn('charts with more contrast', ({ colours }) => !colours['90 90 99'] && colours[LIGHT] > 20);
      await emulate(scheme);
      await drawn('charts without it', ({ colours }) => colours[LIGHT] > 20);
      await emulate({ ...scheme, 'forced-colors': 'active' });
      await drawn('charts in forced colours', ({ colours }) => !colours[LIGHT]);
      await emulate(scheme);
      const end = await drawn('charts as they were', ({ colours }) => colours[LIGHT] > 20);
      assert.deepEqual(
        end.map(({ print, width, height }) => [print, width, height]),
        light.map(({ print, width, height }) => [print, width, height]),
      );
      assert.deepEqual(await tables(), kept);
      assert.deepEqual(await troubles(), []);
      await page.close();
    });

    test('charts that are gone listen to nothing and draw nothing', async () => {
      const { page, emulate, drawn } = await open('/scheme/page.html');
      await drawn('the charts');
      assert.ok((await page.evaluate(() => globalThis.listeners)) >= 5 * TYPES.length);
      await page.evaluate(() => {
        globalThis.gone = [...document.querySelectorAll('canyu-chart')];
        for (const chart of globalThis.gone) chart.remove();
      });
      assert.equal(await page.evaluate(() => globalThis.listeners), 0);
      const before = await page.evaluate(() => globalThis.drawings);
      await emulate({ 'prefers-color-scheme': 'dark' });
      await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
      assert.equal(await page.evaluate(() => globalThis.drawings), before);
      await page.evaluate(() => document.body.append(...globalThis.gone));
      await drawn('the charts, back on the page and dark', ({ colours }) => colours[DARK] > 20);
      await page.close();
    });
  });
}

/** Runs before a page: notes what is written on each canvas, where and how large, in pixels of the canvas. */
function reader() {
  const notes = new WeakMap();
  const { clearRect, fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    notes.delete(this.canvas);
    return clearRect.apply(this, box);
  };
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const { width } = this.measureText(text);
    const size = parseFloat(/([\d.]+)px/.exec(this.font)[1]);
    const { a, d, e, f } = this.getTransform();
    const left = this.textAlign === 'center' ? x - width / 2 : /right|end/.test(this.textAlign) ? x - width : x;
    const top = this.textBaseline === 'middle' ? y - 0.42 * size : this.textBaseline === 'top' ? y : y - 0.8 * size;
    const own = notes.get(this.canvas) ?? [];
    notes.set(this.canvas, own);
    own.push({
      text,
      size: size * a,
      left: left * a + e,
      right: (left + width) * a + e,
      top: top * d + f,
      bottom: (top + 0.84 * size) * d + f,
    });
    return fillText.call(this, text, x, y);
  };
  /** Of the pictures of a page: the smallest type in CSS pixels, and texts that are cut, shortened or over each other. */
  globalThis.readWall = () => {
    const shadow = document.querySelector('canyu-report')?.shadowRoot;
    const count = shadow?.querySelector('.count')?.textContent;
    const canvases = [...(shadow?.querySelectorAll('.slide canvas') ?? [])];
    if (!count || !canvases.every((canvas) => canvas.style.width && notes.has(canvas))) return undefined;
    const [at, of] = count.split('/').map(Number);
    const troubles = [];
    let smallest = Infinity;
    for (const canvas of canvases) {
      const ratio = canvas.getBoundingClientRect().width / canvas.width;
      const texts = notes.get(canvas);
      smallest = Math.min(smallest, ...texts.map(({ size }) => size * ratio));
      for (const [index, one] of texts.entries()) {
        const isCut = one.left < -2 || one.right > canvas.width + 2 || one.top < -2 || one.bottom > canvas.height + 2;
        if (isCut || one.text.includes('…')) troubles.push(`“${one.text}” is cut`);
        for (const other of texts.slice(index + 1)) {
          const across = one.left < other.right - 1 && other.left < one.right - 1;
          if (across && one.top < other.bottom - 1 && other.top < one.bottom - 1)
            troubles.push(`“${one.text}” and “${other.text}” lie over each other`);
        }
      }
      const { bottom } = canvas.closest('.place').getBoundingClientRect();
      if (canvas.getBoundingClientRect().bottom > bottom + 2) troubles.push('the picture is larger than its place');
    }
    return { at, of, pictures: canvases.length, smallest, troubles };
  };
}

describe('charts on the wall', () => {
  let site;
  let browser;
  before(async () => {
    site = await openSite();
    Object.assign(site.files, files);
    const results = JSON.parse(await (await fetch(`${site.url}/demo/data/results.json`)).text());
    site.files['/scheme/own.json'] = JSON.stringify({ ...results, labels: OWN });
    for (const lang of ['zh-Hans', 'en'])
      for (const [name, src] of [
        ['plain', '/demo/data/results.json'],
        ['own', '/scheme/own.json'],
      ])
        site.files[`/scheme/${name}.${lang}.html`] = {
          type: 'text/html',
          body: files['/scheme/wall.html'].body
            .replace('lang="zh-Hans"', `lang="${lang}"`)
            .replace('/demo/data/results.json', src),
        };
    browser = await launch('chromium');
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
    [1024, 768],
  ]) {
    for (const lang of ['zh-Hans', 'en']) {
      test(`are written in 28 px for 1280 × 720, ${lang}, ${width} × ${height}`, async (t) => {
        const wanted = 28 * Math.min(width / 1280, height / 720) - 0.01;
        let pictures = 0;
        for (const name of ['plain', 'own']) {
          const { page } = await openPage(browser);
          await page.evaluateOnNewDocument(reader);
          await page.setViewport({ width, height });
          await page.goto(`${site.url}/scheme/${name}.${lang}.html`);
          const read = () => page.evaluate(() => globalThis.readWall());
          let seen = await until(read, 'the first page');
          while (seen.at < seen.of) {
            const next = seen.at + 1;
            await page.keyboard.press('PageDown');
            seen = await until(async () => {
              const now = await read();
              return now?.at === next && now;
            }, `page ${next}`);
            if (seen.pictures === 0) continue;
            // A page settles in the frame after it was measured.
            await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
            seen = await until(read, `the pictures of page ${next}`);
            pictures += seen.pictures;
            t.diagnostic(`${name} ${seen.at}: ${seen.smallest.toFixed(1)} px`);
            assert.deepEqual(seen.troubles, [], `${name}, page ${seen.at}`);
            assert.ok(seen.smallest >= wanted, `${name}, page ${seen.at}: ${seen.smallest} px`);
          }
          await page.close();
        }
        assert.ok(pictures >= 14, `${pictures} pictures`);
      });
    }
  }
});
