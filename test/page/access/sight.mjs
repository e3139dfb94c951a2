/**
 * Eyes inside the page, for people who use a survey by keyboard or by its roles and names: what is on screen, what has the focus,
 * whether it can be seen there, and with which mark.
 */

/** Runs inside the page, before or after its own scripts. */
export function pageSight() {
  const survey = () => document.querySelector('canyu-survey');
  const root = () => survey()?.shadowRoot ?? undefined;
  const all = (selector) => [...(root()?.querySelectorAll(selector) ?? [])];
  const textOf = (element) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const STOPS = 'input, textarea, button, summary, a[href]';
  const isShown = (element) => element.getClientRects().length > 0 && element.checkVisibility?.() !== false;

  /** The words of an option, without its picture. */
  const wordsOf = (element) =>
    [...element.querySelectorAll('span:not([aria-hidden])')].map(textOf).join(' ') || textOf(element);

  /** What a person sees as one thing: the row of an option, or the control itself. */
  const thingOf = (element) => (/^(radio|checkbox)$/.test(element.type) && element.closest('label')) || element;

  /** Everything that Tab can stop at, as the page has it. */
  function stops() {
    return all(STOPS).filter((element) => !element.disabled && isShown(element));
  }

  /** Stops, a group of radios as one. */
  const groups = () => [...new Set(stops().map((stop, n) => (stop.type === 'radio' ? stop.name : n)))];

  function channels(color) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    const ink = canvas.getContext('2d', { willReadFrequently: true });
    ink.fillStyle = color;
    ink.fillRect(0, 0, 1, 1);
    return [...ink.getImageData(0, 0, 1, 1).data];
  }
  const luminance = ([r, g, b]) => {
    const [R, G, B] = [r, g, b].map((each) => {
      const part = each / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * R + 0.7152 * G + 0.0722 * B;
  };
  /** The contrast of WCAG 1.4.3 between two colours. */
  function contrast(one, other) {
    const [low, high] = [luminance(channels(one)), luminance(channels(other))].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  /** The mark of the focus: an outline all around the control or its row, and how it stands out from the surface. */
  function markOf(element) {
    const marked = [element, thingOf(element)].map((each) => getComputedStyle(each));
    const found = marked.find(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) > 0,
    );
    if (!found) return { width: 0, contrast: 1 };
    const surface = getComputedStyle(survey()).backgroundColor;
    const color = found.outlineStyle === 'auto' ? surface : found.outlineColor;
    return { width: parseFloat(found.outlineWidth), contrast: contrast(color, surface) };
  }

  /** On the page, wherever it is scrolled to. */
  const placeOf = ({ left, top, width, height }) => ({ x: left + scrollX, y: top + scrollY, width, height });

  /**
   * What has the focus, and whether it can be seen: inside the window, or `enough` of it, and nothing before it. Browsers scroll with the
   * next frames.
   */
  async function focused(enough = 0.5, patience = 400) {
    for (const end = performance.now() + patience; ;) {
      const now = focus(enough);
      if (!now || (now.seen && now.mark.width) || now.tag === 'H2' || performance.now() > end) return now;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  function focus(enough) {
    const active = document.activeElement === survey() ? root().activeElement : undefined;
    if (!active) return undefined;
    const thing = thingOf(active);
    const rect = thing.getBoundingClientRect();
    const own = active.getBoundingClientRect();
    const [width, height] = [document.documentElement.clientWidth, innerHeight];
    const visible = Math.min(own.bottom, height) - Math.max(own.top, 0);
    const inside = own.left >= -1 && own.right <= width + 1 && visible >= Math.min(own.height, height) * enough;
    const covered = [0.1, 0.5, 0.9]
      .map((part) => [rect.left + rect.width * part, (Math.max(own.top, 0) + Math.min(own.bottom, height)) / 2])
      .map(([x, y]) => root().elementFromPoint(x, y))
      .find((hit) => hit && !thing.contains(hit) && !hit.contains(thing));
    const { name = '', type = '', value = '', checked = false, tagName } = active;
    return {
      tag: tagName,
      type,
      name,
      value,
      checked,
      text:
        active.getAttribute('aria-label') ??
        (tagName === 'H2' ? headingText(active) : thing === active ? textOf(active) : wordsOf(thing)),
      main: active.classList.contains('main') || type === 'submit',
      rect: placeOf(rect),
      seen: inside && !covered,
      covered: covered ? covered.outerHTML.slice(0, 80) : '',
      mark: markOf(active),
      index: stops().indexOf(active),
    };
  }

  function kind() {
    if (all('button[disabled]').length || !all('.step').length)
      return all('p[role=alert]').length ? 'broken' : 'loading';
    const radios = all('.step input[type=radio]');
    if (all('.step input[type=checkbox]').length) return 'consent';
    if (all('ul.review').length) return 'review';
    if (all('.step textarea:not([readonly])').length) return 'text';
    if (/^G\d/.test(radios[0]?.name)) return 'code';
    if (all('.tray').length) return 'card';
    if (radios.length) return 'choice';
    if (all('.step p.saved, .step p.notice[role=status]').length && !all('form.step').length) return 'end';
    return all('form.step').length ? 'note' : 'message';
  }

  const name = () => all('.step input[type=radio], .step textarea')[0]?.name ?? '';
  /** As it is read out: the words that lead in, then the question. */
  const headingText = (h2) =>
    [...(h2?.childNodes ?? [])]
      .filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE)
      .map(textOf)
      .filter(Boolean)
      .join(' ');
  const heading = () => headingText(all('.step h2')[0]);
  /** Changes whenever another step, or an answer to "next", is there. */
  const key = () =>
    [kind(), name(), heading(), all('.step .notice:not([hidden]), .error:not(:empty)').length].join('|');

  function look() {
    const radios = all('.step input[type=radio]').filter(({ name: group }) => group === name());
    return {
      kind: kind(),
      key: key(),
      name: name(),
      heading: heading(),
      changing: radios.length > 0 && all('.progress').length === 0 && kind() === 'choice',
      options: radios.map((radio) => wordsOf(radio.closest('label'))),
      chosen: radios.findIndex(({ checked }) => checked),
      stops: stops().length,
    };
  }

  /** The first screen with another key than `before` that stays for more than a moment. */
  async function change(before, patience = 15_000) {
    const end = performance.now() + patience;
    for (let last = ''; ;) {
      const now = key();
      if (now !== before && kind() !== 'loading' && now === last) return look();
      last = now;
      if (performance.now() > end) throw new Error(`nothing came after ${before}: ${JSON.stringify(look())}`);
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  }

  /** Presses as a finger would; for screens that are only passed by. */
  function press(selector, n = 0) {
    const found = all(selector).filter(isShown);
    const target = found[n < 0 ? found.length + n : n];
    if (!target) throw new Error(`not on screen: ${selector}; ${JSON.stringify(look())}`);
    target.click();
  }

  const has = (selector) => all(selector).some(isShown);

  function write(selector, text) {
    const field = all(selector)[0];
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  const sight = {
    root,
    all,
    textOf,
    isShown,
    thingOf,
    stops,
    groups,
    contrast,
    focused,
    look,
    change,
    has,
    press,
    write,
  };
  globalThis.sight = sight;
}

/** A page of puppeteer, as hands and eyes. */
export const eyesOf = (page) => ({
  press: (key) => page.keyboard.press(key),
  async pressShift(key) {
    await page.keyboard.down('Shift');
    await page.keyboard.press(key);
    await page.keyboard.up('Shift');
  },
  type: (text) => page.keyboard.type(text),
  ask: (what, ...values) => page.evaluate((name, all) => globalThis.sight[name](...all), what, values),
});
