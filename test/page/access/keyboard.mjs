/**
 * Somebody who has nothing but a keyboard, and looks: presses Tab from thing to thing, and at each one wants to see where the focus is,
 * with a mark that stands out, not behind anything, and after what was above it or to its left.
 */
import assert from 'node:assert/strict';

/** More stops than any screen has. */
const MOST = 60;

export class KeyboardPerson {
  /** Screens this person has seen, in order. */
  seen = [];
  /** How often a thing that had the focus was looked at. */
  stops = 0;

  /**
   * @param eyes of the page, from `eyesOf` or `openWebKit`
   * @param {{enough?: number}} options how much of a thing with the focus has to be in the window
   */
  constructor(eyes, { enough = 0.5 } = {}) {
    this.eyes = eyes;
    this.enough = enough;
  }

  /** Waits for another screen; a new heading has the focus, so that the step is announced. */
  async arrive({ first = false, heading = true } = {}) {
    const before = this.screen;
    this.screen = await this.eyes.ask('change', before?.key ?? '');
    this.seen.push(this.screen);
    this.last = undefined;
    if (first || !heading || before?.heading === this.screen.heading) return;
    const focus = await this.eyes.ask('focused', this.enough);
    assert.equal(focus?.tag, 'H2', `the heading “${this.screen.heading}” has the focus, not ${JSON.stringify(focus)}`);
    assert.equal(focus.text, this.screen.heading);
    assert.ok(focus.seen, `the heading “${focus.text}” is in sight: ${JSON.stringify(focus)}`);
    this.last = focus;
  }

  /** Tab, and a look at where it leads; undefined outside the survey. */
  async tab() {
    await this.eyes.press('Tab');
    const focus = await this.eyes.ask('focused', this.enough);
    if (focus) this.expectVisible(focus);
    return focus;
  }

  expectVisible(focus) {
    const where = `${focus.tag} ${focus.type} “${focus.text.slice(0, 40)}” on “${this.screen.heading}”`;
    this.stops++;
    assert.ok(focus.seen, `${where} is in sight: ${JSON.stringify(focus)}`);
    assert.ok(focus.text || focus.tag === 'TEXTAREA', `${where} says what it is`);
    assert.ok(focus.mark.width >= 2, `${where} has a mark of the focus: ${JSON.stringify(focus.mark)}`);
    assert.ok(focus.mark.contrast >= 3, `${where}: the mark stands out: ${focus.mark.contrast}`);
    if (this.last) expectOrder(this.last, focus, where);
    this.last = focus;
  }

  /** Tabs on until `wanted(focus)`; never further than the last thing on the page. */
  async tabTo(wanted, what) {
    for (let i = 0; i < MOST; i++) {
      const focus = await this.tab();
      if (focus && wanted(focus)) return focus;
    }
    throw new Error(`Tab never led to ${what} on “${this.screen.heading}”`);
  }

  /** Enter on the button that leads on. */
  async goOn(options) {
    await this.tabTo((focus) => focus.type === 'submit' || (focus.tag === 'BUTTON' && focus.main), 'the way on');
    await this.eyes.press('Enter');
    await this.arrive(options);
  }

  /** Chooses the n-th answer with the arrows, Space for the first. */
  async choose(n) {
    const radio = await this.tabTo((focus) => focus.type === 'radio' && focus.name === this.screen.name, 'the answers');
    const from = Math.max(this.screen.chosen, 0);
    assert.equal(radio.text, this.screen.options[from].trim(), 'the first answer, or the one that is chosen');
    if (n === from) await this.eyes.press(' ');
    for (let i = from; i < n; i++) await this.eyes.press('ArrowDown');
    for (let i = from; i > n; i--) await this.eyes.press('ArrowUp');
    const focus = await this.eyes.ask('focused', this.enough);
    this.last = undefined;
    this.expectVisible(focus);
    assert.equal(focus.text, this.screen.options[n], 'the answer meant has the focus');
    assert.ok(focus.checked, `“${focus.text}” is chosen`);
  }

  /** Out of the survey at its end, and backward over all of it until it is left at its beginning. */
  async goRound() {
    let out = false;
    for (let i = 0; i < MOST && !out; i++) out = !(await this.tab());
    assert.ok(out, `Tab leads out of “${this.screen.heading}”`);
    const back = [];
    for (let i = 0; i < MOST; i++) {
      this.last = undefined;
      await this.eyes.pressShift('Tab');
      const focus = await this.eyes.ask('focused', this.enough);
      if (focus) {
        this.expectVisible(focus);
        back.push(focus);
      } else if (back.length) {
        break;
      }
    }
    assert.ok(back.length < MOST, `Shift+Tab leads out of “${this.screen.heading}”`);
    const forth = back.reverse();
    forth.forEach((focus, n) => n && expectOrder(forth[n - 1], focus, `“${focus.text}” on “${this.screen.heading}”`));
    // A group of answers is one stop; where none is chosen yet, WebKit stops at each.
    const groups = new Set(forth.map(({ type, name, index }) => (type === 'radio' ? name : index)));
    assert.equal(groups.size, (await this.eyes.ask('groups')).length, `every control of “${this.screen.heading}”`);
    this.last = undefined;
  }
}

/** Down the page, and from left to right: nothing comes after what stands below it or, on one line, to its right. */
function expectOrder({ rect: before }, { rect: now }, where) {
  const above = now.y + now.height <= before.y + 1;
  const sameLine = now.y < before.y + before.height - 1 && before.y < now.y + now.height - 1;
  assert.ok(!above, `${where} comes after what is above it`);
  assert.ok(!sameLine || now.x + now.width > before.x + 1, `${where} comes after what is to its left`);
}

/**
 * One whole form, from consent to thanks.
 * @param person at the first screen
 * @param {{words: Record<string, string>, code: Record<string, number | string>, careful?: boolean}} options
 */
export async function answerForm(person, { words, code, careful = false }) {
  const { eyes } = person;
  const kinds = new Set();
  let changed = false;
  await person.arrive({ first: true });
  for (let screens = 0; person.screen.kind !== 'end'; screens++) {
    assert.ok(screens < 90, 'the form has an end');
    const { kind, name, heading } = person.screen;
    const sort = kind === 'choice' ? `choice of ${person.screen.options.length}` : kind === 'code' ? name : kind;
    if (careful && !kinds.has(sort) && kind !== 'consent') await person.goRound();
    kinds.add(sort);
    if (kind === 'consent') {
      if (careful) {
        await person.tabTo(({ type }) => type === 'submit', 'the start');
        await eyes.press('Enter');
        await person.arrive({ heading: false });
        await person.goRound();
      }
      for (const box of ['participate', 'process', 'link']) {
        await person.tabTo((focus) => focus.name === box, box);
        await eyes.press(' ');
        assert.ok((await eyes.ask('focused')).checked, `${box} is ticked`);
      }
      await person.goOn();
    } else if (kind === 'choice') {
      const n = (screens * 7) % person.screen.options.length;
      if (n === 0 && screens % 3 === 1) {
        // Not answered: the way on says that it leaves the question out.
        await person.goOn();
      } else {
        await person.choose(n);
        await person.goOn();
      }
    } else if (kind === 'code') {
      const answer = code[name];
      if (typeof answer === 'string') {
        await person.tabTo(({ tag, type }) => tag === 'INPUT' && type === 'text', 'the field');
        await eyes.type(answer);
      } else {
        await person.choose(answer);
      }
      await person.goOn();
    } else if (kind === 'text') {
      await person.tabTo(({ tag }) => tag === 'TEXTAREA', 'the field');
      await eyes.type('a bench');
      await person.goOn();
    } else if (kind === 'review' && !changed) {
      changed = true;
      const question = person.seen.find((one) => one.kind === 'choice').heading;
      // The row says the question without the words that lead in to it.
      await person.tabTo(({ text, value }) => value && question.endsWith(text.slice(-8)), `change “${question}”`);
      await eyes.press('Enter');
      await person.arrive();
      assert.equal(person.screen.heading, question);
      await person.choose(person.screen.chosen === 1 ? 2 : 1);
      await person.goOn();
    } else if (kind === 'review') {
      await person.tabTo(({ text }) => text === words.handIn, words.handIn);
      await eyes.press('Enter');
      await person.arrive();
    } else {
      assert.equal(kind, 'note', `“${heading}” is something to read`);
      await person.goOn();
    }
  }
  assert.ok(changed);
  return kinds;
}
