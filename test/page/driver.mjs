/**
 * Uses one `<canyu-survey>` on a real page as a person does: reads what is on screen and answers with real input, by keyboard
 * (Tab, arrows, Space, Enter, typing), by touch, or by mouse. One question to the page reads the screen, then come the keys or
 * the tap, so that a person takes seconds.
 */
import assert from 'node:assert/strict';

/** A phone held upright; a touch survey is answered on it. */
export const PHONE = { width: 360, height: 740, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
export const DESK = { width: 1280, height: 900, hasTouch: false, isMobile: false, deviceScaleFactor: 1 };

/** Buttons by what they say. */
const WORDS = {
  'zh-Hans': {
    back: '上一题',
    again: '换下一位来答',
    restart: '不是，清掉重新开始',
    resume: '是我的，接着答',
    skipCode: '不留了，跳过这一步',
    handIn: '交答卷',
    retry: '再存一次',
    reopen: '再试一次',
    download: '把答卷下载成文件',
    handedOver: '文件我已经留好，结束',
  },
  en: {
    back: 'Back',
    again: 'Next person',
    restart: 'Not mine: clear it and start again',
    resume: 'It is mine: go on',
    skipCode: 'No code: skip this step',
    handIn: 'Hand in',
    retry: 'Save again',
    reopen: 'Try again',
    download: 'Download the answer sheet as a file',
    handedOver: 'I have kept the file: finish',
  },
};

/** Runs inside the page, before its own scripts: the eyes of the driver. */
function pageTools() {
  const heard = [];
  for (const type of ['canyu-complete', 'canyu-error', 'canyu-results', 'canyu-chart-ready']) {
    addEventListener(type, (event) => heard.push([type, event.detail]));
  }

  const root = () => (tools.survey ?? document.querySelector('canyu-survey'))?.shadowRoot ?? undefined;
  const all = (selector) => [...(root()?.querySelectorAll(selector) ?? [])];
  const textOf = (element) => element.textContent.replace(/\s+/g, ' ').trim();

  function kindOf(radios) {
    if (all('button[disabled]').length || !all('.step').length)
      return all('p[role=alert]').length ? 'broken' : 'loading';
    if (all('input[type=checkbox]').length) return 'consent';
    if (all('ul.review').length) return 'review';
    if (all('textarea').length) return 'text';
    if (/^G\d/.test(radios[0]?.name)) return 'code';
    if (radios.length) return 'choice';
    if (all('.step p[role=status]').length) return 'thanks';
    return all('form.step').length ? 'frame' : 'message';
  }

  function look() {
    const radios = all('input[type=radio]');
    const kind = kindOf(radios);
    const heading = textOf(all('h2')[0] ?? document.createElement('i'));
    const name = (radios[0] ?? all('textarea')[0])?.name ?? '';
    const notes = all('.notice:not([hidden]), .error, .saved').map(textOf).filter(Boolean);
    return {
      kind,
      heading,
      name,
      notes,
      options: radios.map(({ value }) => value),
      chosen: radios.find(({ checked }) => checked)?.value ?? null,
      focus: root()?.activeElement?.tagName ?? '',
      // On these two a message can appear in answer to "next", and the person has to read it and go on.
      key: [kind, name, heading, /code|text/.test(kind) ? all('.step .notice:not([hidden])').length : ''].join('|'),
    };
  }

  /** The first screen whose key is not `key`, that is not still loading and that stays for longer than one task. */
  function change(key, patience = 20_000) {
    return new Promise((resolve, reject) => {
      const end = performance.now() + patience;
      const isNew = ({ kind, key: seen }) => kind !== 'loading' && seen !== key;
      let settling = false;
      const see = () => {
        if (settling || !isNew(look())) return;
        settling = true;
        setTimeout(() => {
          settling = false;
          const now = look();
          if (isNew(now)) stop(() => resolve(now));
        });
      };
      const stop = (then) => {
        watching.disconnect();
        clearInterval(timer);
        then();
      };
      const watching = new MutationObserver(see);
      watching.observe(root() ?? document, { subtree: true, childList: true, characterData: true, attributes: true });
      const timer = setInterval(() => {
        see();
        if (performance.now() < end) return;
        const there = `${JSON.stringify(look())} ${textOf(root() ?? document.body)}`;
        stop(() => reject(new Error(`nothing came after ${key}; on screen: ${there}`)));
      }, 100);
      see();
    });
  }

  /** What a person would press: an option, a box, a field, the button of a row of the review, or a button by its text. */
  function find({ value, box, field, submit, changeOf, text }) {
    if (value !== undefined) return all('input[type=radio]').find((radio) => radio.value === value);
    if (box) return all(`input[name=${box}]`)[0];
    if (field) return all('textarea, input.name')[0];
    if (submit) return all('button[type=submit]')[0];
    if (changeOf) return all('ul.review button').find((button) => button.value === changeOf);
    return all('button').find((button) => textOf(button) === text);
  }

  /** Scrolls a target into view and gives the point to press; the whole row of an option is a target. */
  function aim(target) {
    const found = find(target);
    if (!found) throw new Error(`not on screen: ${JSON.stringify(target)}; ${JSON.stringify(look())}`);
    const row = found.closest('label') ?? found;
    row.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = row.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = root().elementFromPoint(x, y);
    if (!hit || !row.contains(hit))
      throw new Error(`covered: ${JSON.stringify(target)} by ${hit?.outerHTML.slice(0, 120)}`);
    return { x, y };
  }

  /** How often to press Tab (or, negative, Shift+Tab) from where the focus is to a target. */
  function tabs(target) {
    const wanted = find(target);
    if (!wanted) throw new Error(`not on screen: ${JSON.stringify(target)}; ${JSON.stringify(look())}`);
    const radios = all('input[type=radio]');
    const stops = all('input, textarea, button, summary, a[href]').filter((element) => {
      if (element.type !== 'radio') return !element.disabled;
      const group = radios.filter(({ name }) => name === element.name);
      return element === (group.find(({ checked }) => checked) ?? group[0]);
    });
    const active = root().activeElement;
    const to = stops.indexOf(wanted);
    if (stops.includes(active)) return to - stops.indexOf(active);
    const before = active
      ? stops.filter((stop) => stop.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING).length
      : 0;
    return to < before ? to - before : to - before + 1;
  }

  const isFocused = (target) => root().activeElement === find(target);
  const tools = { heard, look, change, aim, tabs, isFocused, survey: undefined };
  globalThis.canyuTools = tools;
}

/** Prepares a page: everything it loads from now on can be driven. */
export const prepare = (page) => page.evaluateOnNewDocument(pageTools);

/** One person in front of one survey. */
export class Driver {
  /** What was on screen when it was last looked at. */
  screen = undefined;

  /**
   * @param {import('puppeteer-core').Page} page prepared by `prepare`
   * @param {'keyboard' | 'touch' | 'mouse'} input
   * @param {'zh-Hans' | 'en'} locale
   * @param {import('puppeteer-core').Frame} frame where the survey is, when it is not in the page itself
   */
  constructor(page, input, locale = 'zh-Hans', frame = page.mainFrame()) {
    this.page = page;
    this.input = input;
    this.words = WORDS[locale];
    this.frame = frame;
    this.pipelined = !/firefox/i.test(page.browser().process()?.spawnfile ?? '');
  }

  /** Looks until something other than the screen before is there. */
  async look(fresh = false) {
    this.screen = await this.frame.evaluate(
      (key) => globalThis.canyuTools.change(key),
      fresh ? '' : (this.screen?.key ?? ''),
    );
    return this.screen;
  }

  /** Events of the page so far. */
  heard(type) {
    return this.frame.evaluate(
      (wanted) => globalThis.canyuTools.heard.filter(([name]) => name === wanted).map(([, detail]) => detail),
      type,
    );
  }

  /** Presses keys one after the other. Where the browser keeps their order they are sent in one go. */
  async #keys(...keys) {
    const { keyboard } = this.page;
    if (!this.pipelined) {
      for (const key of keys) await keyboard.press(key);
      return;
    }
    await Promise.all(keys.flatMap((key) => [keyboard.down(key), keyboard.up(key)]));
  }

  /** Brings the keyboard's focus to a target. */
  async #focus(target) {
    if (!this.screen.focus) {
      for (let i = 0; i < 20 && !this.screen.focus; i++) {
        await this.#keys('Tab');
        this.screen.focus = await this.frame.evaluate(() => globalThis.canyuTools.look().focus);
      }
    }
    const tabs = await this.frame.evaluate((wanted) => globalThis.canyuTools.tabs(wanted), target);
    if (tabs < 0) await this.page.keyboard.down('Shift');
    await this.#keys(...Array(Math.abs(tabs)).fill('Tab'));
    if (tabs < 0) await this.page.keyboard.up('Shift');
    const there = await this.frame.evaluate((wanted) => globalThis.canyuTools.isFocused(wanted), target);
    assert.ok(there, `Tab does not lead to ${JSON.stringify(target)} on “${this.screen.heading}”`);
    this.screen.focus = 'BUTTON';
  }

  /** A finger down and up again; both are sent in one go where the browser keeps their order. */
  async #tap(x, y) {
    if (!this.pipelined) {
      await this.page.touchscreen.tap(x, y);
      return;
    }
    this.session ??= await this.page.createCDPSession();
    await Promise.all([
      this.session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] }),
      this.session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
    ]);
  }

  async #point(target) {
    const { x, y } = await this.frame.evaluate((wanted) => globalThis.canyuTools.aim(wanted), target);
    if (this.input === 'touch') await this.#tap(x, y);
    else await this.page.mouse.click(x, y);
  }

  /** Presses a button or ticks a box. */
  async press(target) {
    if (this.input === 'keyboard') {
      await this.#focus(target);
      await this.#keys(target.box ? ' ' : 'Enter');
    } else {
      await this.#point(target);
    }
  }

  /** Presses a button that leads on, and looks. */
  async go(target) {
    await this.#untilSeen(this.press(target));
    return this.screen;
  }

  /** Looks while the last press is still on its way: browsers tell of a press only with the next frame. */
  async #untilSeen(pressing) {
    if (!this.pipelined) await pressing;
    await Promise.race([this.look(), pressing.then(() => new Promise(() => undefined))]);
  }

  button(name) {
    return this.go({ text: this.words[name] });
  }

  /** Chooses an option of the question on screen. */
  async choose(value) {
    if (this.screen.chosen === String(value)) return;
    if (this.input === 'keyboard') {
      await this.#keys(...this.#keysTo(value));
      this.screen.focus = 'INPUT';
    } else {
      await this.#point({ value: String(value) });
    }
    this.screen.chosen = String(value);
  }

  /** Chooses an option, or none, and goes on to the next screen. */
  async answer(value) {
    const isNew = value !== undefined && this.screen.chosen !== String(value);
    if (this.input !== 'keyboard') {
      if (isNew) await this.choose(value);
      return this.go({ submit: true });
    }
    // Enter in a group of options, answered or not, sends the form.
    const here = this.screen.focus === 'INPUT' ? [] : ['Tab'];
    await this.#untilSeen(this.#keys(...(isNew ? this.#keysTo(value) : here), 'Enter'));
    return this.screen;
  }

  /** The keys that lead from the heading of the question on screen to an option. */
  #keysTo(value) {
    const { options, chosen, heading, focus, name } = this.screen;
    const to = options.indexOf(String(value));
    assert.ok(to >= 0, `“${heading}” has no option ${value}: ${options.join(' ')}`);
    assert.equal(focus, 'H2', `the focus is on the new question “${heading}”`);
    const from = Math.max(0, options.indexOf(chosen));
    const forward = (to - from + options.length) % options.length;
    const steps = forward <= options.length / 2 ? forward : forward - options.length;
    const keys = steps === 0 ? [' '] : Array(Math.abs(steps)).fill(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    // With a field before the options (the family name) the group is one stop further on.
    return [...(name === 'G1' ? ['Tab'] : []), 'Tab', ...keys];
  }

  /** On to the next screen, from any but a question with options. */
  async next() {
    if (this.input !== 'keyboard' || this.screen.kind !== 'code') return this.go({ submit: true });
    await this.#untilSeen(this.#keys('Enter'));
    return this.screen;
  }

  /** Writes into the empty field on screen. */
  async write(text) {
    if (this.input === 'keyboard') await this.#focus({ field: true });
    else await this.#point({ field: true });
    await this.page.keyboard.type(text);
    this.screen.focus = 'INPUT';
  }
}
