/**
 * The tree of roles and names that a browser gives to screen readers, and somebody who goes by it alone: hears the heading, the group,
 * the names of the answers, and presses what is called so.
 */
import assert from 'node:assert/strict';

/** Roles that can be operated. */
const OPERABLE = [
  'button',
  'radio',
  'checkbox',
  'textbox',
  'link',
  'DisclosureTriangle',
  'combobox',
  'listbox',
  'slider',
];
const squeeze = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

/** Chromium: the whole tree, by its own protocol. */
export class ChromiumTree {
  static async of(page) {
    return new ChromiumTree(await page.createCDPSession());
  }

  constructor(session) {
    this.session = session;
  }

  /** Every node that a screen reader gets, in reading order. */
  async read() {
    const { nodes } = await this.session.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const told = [];
    const visit = (node, above) => {
      const value = (name) => node.properties?.find((property) => property.name === name)?.value.value;
      const role = node.role?.value;
      const entry = {
        role,
        name: squeeze(node.name?.value),
        description: squeeze(node.description?.value),
        level: value('level'),
        focused: value('focused') === true,
        checked: value('checked') === true || value('checked') === 'true',
        disabled: value('disabled') === true,
        expanded: value('expanded'),
        pressed: value('pressed'),
        live: value('live'),
        value: node.value?.value,
        backend: node.backendDOMNodeId,
        above,
      };
      if (!node.ignored) told.push(entry);
      for (const id of node.childIds ?? []) {
        const child = byId.get(id);
        if (child) visit(child, node.ignored ? above : [...above, entry]);
      }
    };
    visit(nodes[0], []);
    return told.filter(({ role }) => role !== 'InlineTextBox');
  }

  /** The press of a screen reader. */
  async press({ backend }) {
    const { object } = await this.session.send('DOM.resolveNode', { backendNodeId: backend });
    await this.session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: 'function () { this.focus(); this.click(); }',
    });
  }
}

/** What must hold on whatever screen: returns complaints. */
export function complaintsAbout(tree, look) {
  const complaints = [];
  const say = (text) => complaints.push(`${look.heading}: ${text}`);
  for (const { role, name, above } of tree) {
    if (OPERABLE.includes(role) && !name) say(`a ${role} without a name`);
    if (role === 'progressbar' && !name) say('a bar without a name');
    if (role === 'group' && !name && above.some(({ role: outer }) => outer === 'form')) say('a group without a name');
    if ((role === 'image' || role === 'img') && !name) say('a picture without a name');
  }
  const headings = tree.filter(({ role }) => role === 'heading');
  const levels = headings.map(({ level }) => level);
  if (levels[0] !== 1 || levels.some((level, n) => n && level > levels[n - 1] + 1)) say(`levels ${levels}`);
  if (!headings.some(({ name, level }) => name === look.heading && level === 2)) say('its heading is not told');
  return complaints;
}

/** Goes through one form in Chromium by roles and names. Returns the kinds of screens and what was announced. */
export async function readForm({ tree, change, options }) {
  const kinds = new Set();
  const announced = [];
  let screen = await change('');
  let nodes;
  const find = (role, name, within) =>
    nodes.find(
      (node) =>
        node.role === role && (name === undefined || node.name === name) && (!within || node.above.includes(within)),
    );
  const press = async (role, name, within) => {
    const found = find(role, name, within);
    const told = nodes.filter((node) => node.role === role).map((node) => node.name);
    assert.ok(found, `no ${role} “${name}” on “${screen.heading}”: ${told.join(' | ')}`);
    await tree.press(found);
  };
  const forward = async (...names) => {
    const name = names.find((each) => find('button', each));
    assert.ok(name, `a way on from “${screen.heading}”: ${names}`);
    await press('button', name);
    const before = screen;
    screen = await change(screen.key);
    nodes = await tree.read();
    if (before.heading === screen.heading) return;
    const focused = nodes.filter((node) => node.focused).at(-1);
    assert.deepEqual([focused?.role, focused?.name], ['heading', screen.heading], 'the new heading is read out');
  };
  const { words, code, labels } = options;
  for (let n = 0; n < 90 && screen.kind !== 'end'; n++) {
    nodes = await tree.read();
    assert.deepEqual(complaintsAbout(nodes, screen), []);
    kinds.add(screen.kind === 'code' ? screen.name : screen.kind);
    if (screen.kind === 'consent') {
      const boxes = nodes.filter(({ role }) => role === 'checkbox');
      assert.equal(boxes.length, 3);
      assert.ok(
        boxes.every(({ checked }) => !checked),
        'no box is ticked beforehand',
      );
      await press('button', words.start);
      await change(screen.key);
      nodes = await tree.read();
      const alert = find('alert');
      const said = nodes.filter(({ above }) => above.includes(alert)).map(({ name }) => name);
      assert.equal(alert.live, 'assertive');
      assert.ok(said.join('').includes(words.missing), `it is announced: ${said}`);
      announced.push(said.join(''));
      assert.ok(find('checkbox').description.includes(words.missing), 'the box says what is wrong');
      for (const { name } of boxes) await press('checkbox', name);
      nodes = await tree.read();
      assert.ok(nodes.filter(({ role }) => role === 'checkbox').every(({ checked }) => checked));
      await forward(words.start);
    } else if (screen.kind === 'choice' || screen.kind === 'code') {
      const group = find('group', screen.heading);
      assert.ok(group, `the answers are a group named “${screen.heading}”`);
      const radios = nodes.filter(({ role, above }) => role === 'radio' && above.includes(group));
      const names = radios.map(({ name }) => name);
      assert.equal(new Set(names).size, names.length, `answers can be told apart: ${names}`);
      const expected = labels.get(screen.name);
      if (expected) assert.deepEqual(names.slice(0, expected.length), expected, screen.name);
      if (screen.kind === 'choice') {
        const bar = find('progressbar');
        assert.ok(screen.changing || (bar.name === words.progress && bar.value !== undefined), 'how far it is');
      }
      const text = code[screen.name];
      if (typeof text === 'string') {
        const field = find('textbox');
        await tree.press(field);
        await options.type(text);
      } else {
        const wanted = names[text ?? n % names.length];
        await press('radio', wanted, group);
        nodes = await tree.read();
        assert.ok(find('radio', wanted).checked, `“${wanted}” is told as chosen`);
      }
      await forward(words.next, words.nextCode, words.done);
    } else if (screen.kind === 'text') {
      const field = find('textbox', screen.heading);
      assert.ok(field, `the field is named by its question “${screen.heading}”`);
      assert.ok(field.description.includes(words.optional), 'and says that it may stay empty');
      if (!kinds.has('warning')) {
        kinds.add('warning');
        const status = find('status');
        assert.ok(status, 'a place from which notes are read out is there before the note');
        await tree.press(field);
        await options.type(words.identifying);
        await options.leaveField();
        screen = await change(screen.key);
        nodes = await tree.read();
        const said = nodes.filter(({ above }) => above.some(({ backend }) => backend === status.backend));
        assert.ok(
          said
            .map(({ name }) => name)
            .join('')
            .includes(words.masked),
          'what was masked is told',
        );
      }
      await forward(words.next, words.skip);
    } else if (screen.kind === 'review') {
      const items = nodes.filter(({ role }) => role === 'listitem');
      const buttons = nodes.filter(({ role, name }) => role === 'button' && name.startsWith(words.change));
      assert.ok(items.length >= buttons.length && buttons.length > 20, 'a list with a button for each question');
      assert.equal(new Set(buttons.map(({ name }) => name)).size, buttons.length, 'each says what it changes');
      await forward(words.handIn);
    } else {
      assert.equal(screen.kind, 'note', screen.heading);
      await forward(words.begin, words.next);
    }
  }
  nodes = await tree.read();
  assert.deepEqual(complaintsAbout(nodes, screen), []);
  const status = nodes.filter(({ above }) => above.some(({ role }) => role === 'status')).map(({ name }) => name);
  assert.ok(status.join('').includes(words.saved), `it is told that the sheet is saved: ${status}`);
  return { kinds, announced };
}

/**
 * Firefox and WebKitGTK do not give their tree away as a whole; they tell of each element. `ask(role, name)` returns how many elements of
 * this role and name are found inside the survey; `act(role, name)` presses the first.
 */
export async function findThrough({ ask, act, change, options }) {
  const kinds = new Set();
  const scales = new Set();
  let screen = await change('');
  const { words, code, labels, type } = options;
  const expect = async (role, name, count = 1) =>
    assert.equal(await ask(role, name), count, `${role} “${name}” on “${screen.heading}”`);
  const forward = async (...names) => {
    for (const name of names) {
      if ((await ask('button', name)) === 0) continue;
      await act('button', name);
      screen = await change(screen.key);
      return;
    }
    throw new Error(`no way on from “${screen.heading}”: ${names}`);
  };
  for (let n = 0; n < 90 && screen.kind !== 'end'; n++) {
    kinds.add(screen.kind === 'code' ? screen.name : screen.kind);
    await expect('heading', screen.heading);
    if (screen.kind === 'consent') {
      await expect('checkbox', undefined, 3);
      for (let box = 0; box < 3; box++) await act('checkbox', undefined, box);
      await forward(words.start);
    } else if (screen.kind === 'choice' || screen.kind === 'code') {
      await expect('group', screen.heading);
      // The answers of one scale are called the same on every screen: all of them are looked for once.
      const names = labels.get(screen.name) ?? [];
      if (!scales.has(names.join())) for (const label of names) await expect('radio', label);
      scales.add(names.join());
      if (screen.kind === 'choice') await expect('progressbar', words.progress);
      const answer = code[screen.name];
      if (typeof answer === 'string') await type(answer);
      else {
        const label = screen.options[answer ?? n % screen.options.length];
        await expect('radio', label);
        await act('radio', label);
      }
      await forward(words.next, words.nextCode, words.done);
    } else if (screen.kind === 'text') {
      await expect('textbox', screen.heading);
      await forward(words.skip);
    } else if (screen.kind === 'review') {
      await forward(words.handIn);
    } else {
      await forward(words.begin, words.next);
    }
  }
  await expect('status', undefined);
  return kinds;
}
