/**
 * Both forms by what a browser tells screen readers, and nothing else: in Chromium by the whole tree of roles and names, in Firefox and
 * WebKitGTK by the role and the name of each element. WCAG 1.3.1, 2.4.6, 3.3.1, 3.3.2, 4.1.2, 4.1.3. No screen reader was heard: what
 * NVDA, VoiceOver or TalkBack make of the tree is theirs.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ChromiumTree, complaintsAbout, findThrough, readForm } from './access/reader.mjs';
import { eyesOf, pageSight } from './access/sight.mjs';
import { hasWebKit, openWebKit } from './access/webkit.mjs';
import { CODE, labelsOf, WORDS } from './access/words.mjs';
import { browsers, launch, openPage, openSite, until } from './site.mjs';

const FORMS = [
  { group: 'resident', lang: 'zh-Hans' },
  { group: 'official', lang: 'en' },
];
const KINDS = ['consent', 'note', 'choice', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'text', 'review'];

let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

const address = ({ group, lang }, more = {}) =>
  `${site.url}/test/page/access/page.html?${new URLSearchParams({ study: 'tree', wave: 'pre', group, lang, ...more })}`;
const optionsOf = ({ group, lang }, type) => ({ words: WORDS[lang], code: CODE, labels: labelsOf(group, lang), type });

async function openIn(browser, form, more) {
  const opened = await openPage(browser);
  await opened.page.evaluateOnNewDocument(pageSight);
  await opened.page.goto(address(form, more));
  return { ...opened, eyes: eyesOf(opened.page) };
}

describe('the tree of chromium', { skip: !browsers.includes('chromium') }, () => {
  let browser;
  before(async () => {
    browser = await launch('chromium');
  });
  after(() => browser?.close());

  for (const form of FORMS) {
    test(`${form.group}s’ form, ${form.lang}, by roles and names`, async () => {
      const { page, eyes, troubles } = await openIn(browser, form);
      const { kinds } = await readForm({
        tree: await ChromiumTree.of(page),
        change: (key) => eyes.ask('change', key),
        options: { ...optionsOf(form, eyes.type), leaveField: () => eyes.press('Tab') },
      });
      for (const kind of KINDS) assert.ok(kinds.has(kind), `${kind}: ${[...kinds]}`);
      assert.deepEqual(await troubles(), []);
      await page.close();
    });
  }

  test('the tools say what they are, whether open, and which size is on', async () => {
    const [form] = FORMS;
    const { page, eyes } = await openIn(browser, form, { study: 'tree-tools' });
    const tree = await ChromiumTree.of(page);
    const screen = await eyes.ask('change', '');
    const find = async (role, name) => (await tree.read()).find((node) => node.role === role && node.name === name);
    await tree.press(await find('button', WORDS[form.lang].tools));
    const group = await until(() => find('group', '大字、朗读和其他帮助'), 'the group of the tools');
    const nodes = await tree.read();
    assert.deepEqual(complaintsAbout(nodes, screen), []);
    const toggle = nodes.find(({ name }) => name === WORDS[form.lang].tools);
    assert.equal(toggle.expanded, true);
    const inside = nodes.filter(({ above }) => above.some(({ backend }) => backend === group.backend));
    const sizes = inside.filter(({ role, pressed }) => role === 'button' && pressed !== undefined);
    assert.deepEqual(
      sizes.map(({ name, pressed }) => [name, String(pressed)]),
      [
        ['标准', 'true'],
        ['大', 'false'],
        ['特大', 'false'],
      ],
    );
    const digits = inside.find(({ name }) => name === '用数字键选答案');
    assert.match(digits.description, /按 1 到 9/);
    // That somebody helps is said, once, in words.
    await tree.press(inside.find(({ name }) => name === '有人在旁边帮我答题'));
    await until(async () => {
      const now = await tree.read();
      const status = now.find(({ role, above }) => role === 'status' && above.some(({ name }) => name === group.name));
      return now.some(({ above, name }) => above.includes(status) && name.includes('居委会'));
    }, 'the announcement');
    await page.evaluate(() => sessionStorage.clear());
    await page.close();
  });
});

describe('roles and names in firefox', { skip: !browsers.includes('firefox') }, () => {
  let browser;
  before(async () => {
    browser = await launch('firefox');
  });
  after(() => browser?.close());

  for (const form of FORMS) {
    test(`${form.group}s’ form, ${form.lang}`, async () => {
      const { page, eyes } = await openIn(browser, form);
      const root = await page.evaluateHandle(() => document.querySelector('canyu-survey').shadowRoot);
      const find = async (role, name) => {
        const found = [];
        for await (const element of root.queryAXTree(name, role)) found.push(element);
        return found;
      };
      const kinds = await findThrough({
        ask: async (role, name) => (await find(role, name)).length,
        act: async (role, name, n = 0) => (await find(role, name))[n].evaluate((element) => element.click()),
        change: (key) => eyes.ask('change', key),
        options: optionsOf(form, async (text) => {
          await (await find('textbox'))[0].evaluate((element) => element.focus());
          await eyes.type(text);
        }),
      });
      for (const kind of KINDS) assert.ok(kinds.has(kind), `${kind}: ${[...kinds]}`);
      await page.close();
    });
  }
});

/** Elements that may have each role; the browser says whether they do. */
const WHERE = {
  heading: 'h2',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  button: 'button',
  group: 'fieldset',
  progressbar: 'progress',
  textbox: 'textarea, input[type=text]',
  status: '[role=status]',
};

describe('roles and names in webkit', { skip: !hasWebKit && 'there is no WebKitGTK here' }, () => {
  let webkit;
  before(async () => {
    webkit = await openWebKit();
  });
  after(() => webkit?.close());

  for (const form of FORMS) {
    test(`${form.group}s’ form, ${form.lang}`, async () => {
      await webkit.goto(address(form));
      // What was told of a screen is kept until the next one: each element is asked once.
      let told = new Map();
      const find = async (role, name) => {
        const asked = async () => Promise.all((await webkit.find(WHERE[role])).map((element) => webkit.told(element)));
        if (!told.has(role)) told.set(role, await asked());
        return told
          .get(role)
          .flatMap((each, n) => (each.role === role && (name === undefined || each.name === name) ? [n] : []));
      };
      const kinds = await findThrough({
        ask: async (role, name) => (await find(role, name)).length,
        async act(role, name, n = 0) {
          await webkit.ask('press', WHERE[role], (await find(role, name))[n]);
          told.delete('button');
        },
        change(key) {
          told = new Map();
          return webkit.ask('change', key);
        },
        options: optionsOf(form, (text) => webkit.ask('write', 'input.name', text)),
      });
      for (const kind of KINDS) assert.ok(kinds.has(kind), `${kind}: ${[...kinds]}`);
    });
  }
});
