/**
 * What can be measured on a screen: sizes and distances of what is pressed, size of text, what is cut off or lies over something, the
 * language of each text, contrast of borders, movement. Needs `pageSight` in the same page.
 */

/** Runs inside the page. Everything returns complaints. */
export function pageMeasure() {
  const { root, all, textOf, isShown, thingOf, contrast } = globalThis.sight;
  const near = 0.6;
  const round = (number) => Math.round(number * 10) / 10;
  const told = (element) =>
    `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? textOf(element)).slice(0, 24)}”`;
  const CONTROLS = 'button, a[href], input, textarea, select, summary';

  /** For screen readers only. */
  const isUnseen = (element) => getComputedStyle(element).clipPath === 'inset(50%)';

  /** Texts on screen, each with its element and the boxes of its lines. */
  function texts() {
    const walker = document.createTreeWalker(root(), NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node; (node = walker.nextNode());) {
      const element = node.parentElement;
      if (!element || !node.data.trim() || /^(style|script)$/i.test(element.tagName) || element.closest('svg'))
        continue;
      if (!isShown(element) || isUnseen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      if (lines.length) found.push({ node, element, lines, text: node.data.trim() });
    }
    return found;
  }

  /** Things to press: 48 px both ways, or the whole row, with 8 px between (WCAG 2.5.8 asks for 24). */
  function targets(least = 48, gap = 8) {
    const things = [
      ...new Set(
        all(CONTROLS)
          .filter(isShown)
          .map((control) => control.closest('.row') ?? thingOf(control)),
      ),
    ];
    const boxes = things.map((thing) => [thing, thing.getBoundingClientRect()]);
    const complaints = boxes
      .filter(([, { width, height }]) => width < least - near || height < least - near)
      .map(([thing, { width, height }]) => `${told(thing)} is ${round(width)} × ${round(height)}`);
    boxes.forEach(([one, a], n) => {
      for (const [other, b] of boxes.slice(n + 1)) {
        if (one.contains(other) || other.contains(one) || one.matches('.row')) continue;
        const x = Math.max(b.left - a.right, a.left - b.right);
        const y = Math.max(b.top - a.bottom, a.top - b.bottom);
        if (Math.max(x, y) < gap - near)
          complaints.push(`${told(one)} is ${round(Math.max(x, y))} from ${told(other)}`);
      }
    });
    return complaints;
  }

  /** Text of at least 20 px; of more than one line, 1.5 from line to line. */
  function type(least = 20, apart = 1.5) {
    return texts().flatMap(({ element, lines, text }) => {
      const { fontSize, lineHeight } = getComputedStyle(element);
      const size = parseFloat(fontSize);
      const tops = new Set(lines.map(({ top }) => Math.round(top / 4)));
      const spacing = parseFloat(lineHeight) / size;
      return [
        ...(size < least - 0.1 ? [`“${text.slice(0, 20)}” is ${round(size)} px`] : []),
        ...(tops.size > 1 && spacing < apart - 0.01
          ? [`“${text.slice(0, 20)}” has lines ${round(spacing)} apart`]
          : []),
      ];
    });
  }

  /** What stays in sight while the page scrolls under it. */
  const stickyOf = (element) => {
    for (let at = element; at; at = at.parentElement) if (getComputedStyle(at).position === 'sticky') return at;
    return undefined;
  };

  /** Nothing is wider than the window, cut off, outside its box, or over another text. */
  function layout() {
    const complaints = [];
    const width = document.documentElement.clientWidth;
    const { scrollWidth } = document.scrollingElement;
    if (scrollWidth > width + 1) complaints.push(`the page scrolls sideways: ${scrollWidth} in ${width}`);
    for (const element of all('*')) {
      if (!isShown(element) || isUnseen(element) || element.closest('svg')) continue;
      const { left, right } = element.getBoundingClientRect();
      if (right > width + 1 || left < -1)
        complaints.push(`${told(element)} reaches from ${round(left)} to ${round(right)}`);
      const { overflowX, overflowY } = getComputedStyle(element);
      if (element.matches('textarea, input')) continue;
      const height = element.getBoundingClientRect().height;
      if (getComputedStyle(element).position === 'sticky' && height > innerHeight / 2)
        complaints.push(`${told(element)} stays over more than half of the window`);
      if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
        complaints.push(`${told(element)} is cut off at the side`);
      if (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1)
        complaints.push(`${told(element)} is cut off below`);
    }
    const found = texts();
    for (const { element, lines, text } of found) {
      const box = element.closest('button, label, .notice, .option, li, td, th');
      if (!box || box.matches('.row label')) continue;
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const out = lines.some(
        (line) => line.left < left - 2 || line.right > right + 2 || line.top < top - 4 || line.bottom > bottom + 4,
      );
      if (out) complaints.push(`“${text.slice(0, 24)}” reaches out of ${told(box)}`);
    }
    const rects = found.flatMap(({ lines, text, element }) => {
      const sticky = stickyOf(element);
      return lines.map((line) => ({ line, text, element, sticky }));
    });
    rects.forEach(({ line: a, text, element, sticky }, n) => {
      for (const { line: b, text: other, element: owner, sticky: held } of rects.slice(n + 1)) {
        if (text === other || element === owner || sticky !== held) continue;
        const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (x > 2 && y > 0.4 * Math.min(a.height, b.height))
          complaints.push(`“${text.slice(0, 16)}” lies over “${other.slice(0, 16)}”`);
      }
    });
    return [...new Set(complaints)].slice(0, 12);
  }

  function langOf(node) {
    for (let at = node; at; at = at.parentNode ?? at.host) if (at.lang) return at.lang;
    return '';
  }

  /** Words of the other language that stand in both: names, codes, units. */
  const SHARED =
    /\b(Canyu|QR|WeChat|A4|Tab|Enter|Shift|Backspace|Esc|px|[A-Z]{1,2}\d\w?|[a-z]+-[a-z-]+|group|wave|community|instrument|resident|official|partner)\b/g;

  /** The language that each text is marked with is its own (WCAG 3.1.1, 3.1.2). */
  function languages() {
    return texts().flatMap(({ element, text }) => {
      // What somebody wrote is in whatever language it was written in.
      if (element.closest('code, textarea, .review strong')) return [];
      const lang = langOf(element);
      const isChinese = /\p{Script=Han}/u.test(text);
      const words = text.replace(SHARED, '').match(/[A-Za-z]{3,}/g) ?? [];
      if (isChinese && !lang.startsWith('zh')) return [`“${text.slice(0, 24)}” is marked ${lang}`];
      if (!isChinese && words.length && !lang.startsWith('en')) return [`“${text.slice(0, 24)}” is marked ${lang}`];
      return [];
    });
  }

  /** Borders and surfaces by which a control is known, against the page: 3:1 (WCAG 1.4.11). */
  function edges() {
    const surface = getComputedStyle(document.querySelector('canyu-survey')).backgroundColor;
    return all('.option:not(.box), button:not(.plain), textarea, input[type=text], input[type=date]')
      .filter(isShown)
      .flatMap((control) => {
        const style = getComputedStyle(control);
        const marks = ['Top', 'Right', 'Bottom', 'Left']
          .filter((side) => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none')
          .map((side) => style[`border${side}Color`]);
        const best = Math.max(1, ...marks.map((color) => contrast(color, surface)));
        return best < 3 ? [`${told(control)} stands out by ${round(best)}`] : [];
      });
  }

  /** Nothing moves by itself, and nothing would. */
  function movement() {
    const running = document.getAnimations().length;
    const moving = all('*').filter((element) => {
      const { animationName, transitionDuration } = getComputedStyle(element);
      return animationName !== 'none' || transitionDuration.split(',').some((each) => parseFloat(each) > 0);
    });
    return [...(running ? [`${running} animations`] : []), ...moving.map((element) => `${told(element)} moves`)];
  }

  /** The text spacing of WCAG 1.4.12, worn or taken off. */
  const spaced = new CSSStyleSheet();
  spaced.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
  );
  function space(on) {
    const sheets = root().adoptedStyleSheets.filter((sheet) => sheet !== spaced);
    root().adoptedStyleSheets = on ? [...sheets, spaced] : sheets;
  }

  /** Text of twice the size, nothing else. */
  function enlarge(on) {
    document.querySelector('canyu-survey').style.setProperty('--canyu-font-size', on ? '40px' : '');
  }

  Object.assign(globalThis.sight, { targets, type, layout, languages, edges, movement, space, enlarge });
}
