/**
 * Runs inside every measured page before anything else of it, so it must not use anything from outside. It goes through the
 * screens of `plan` as soon as each is ready, notes when each was painted, and later takes the time from a tap to its paint.
 *
 * @param {{root: string | null, plan: {mark: string, find: string, tick?: string, press?: string}[]}} page
 *   `root`: element whose shadow root holds the survey · `find`: what must be there and not hidden · `tick`, `press`: what is
 *   clicked then
 */
export function probe({ root, plan }) {
  if (window !== top) return;
  const marks = {};
  let longTasks = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks += duration - 50;
  }).observe({ type: 'longtask', buffered: true });

  const place = () => (root ? document.querySelector(root)?.shadowRoot : document);
  const shown = (element) => !element.closest('[hidden]');
  const all = (selector) => [...(place()?.querySelectorAll(selector) ?? [])].filter(shown);
  const text = (element) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

  /** Called with the time once the frame that shows the present state of the page has left the main thread. */
  const afterFrame = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now());
      channel.port2.postMessage(0);
    });

  const done = new Promise((resolve) => {
    let step = 0;
    const look = () => {
      const { mark, find, tick, press } = plan[step];
      if (!all(find)[0]) return requestAnimationFrame(look);
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        marks[mark] = performance.now();
        if (tick) for (const box of all(tick)) box.click();
        if (press) all(press)[0].click();
        step += 1;
        if (step < plan.length) requestAnimationFrame(look);
        else resolve({ ...marks });
      };
      channel.port2.postMessage(0);
    };
    requestAnimationFrame(look);
  });

  const radios = (name) => all('input[type=radio]').filter((input) => !name || input.name === name);

  window.bench = {
    done,
    all,
    text,
    longTasks: () => longTasks,
    quiet: () => new Promise((resolve) => requestAnimationFrame(() => afterFrame(resolve))),
    /** Names of the questions on screen, in their order. */
    names: () => [...new Set(radios().map(({ name }) => name))],
    /** Brings an answer into the middle of the window; says where it is. */
    async aim(name, index) {
      const input = radios(name)[index];
      const target = input.closest('label') ?? input;
      target.scrollIntoView({ block: 'center', behavior: 'instant' });
      await window.bench.quiet();
      const { x, y, width, height } = target.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    /** Where a button is. */
    async aimAt(selector) {
      const target = all(selector)[0];
      target.scrollIntoView({ block: 'center', behavior: 'instant' });
      await window.bench.quiet();
      const { x, y, width, height } = target.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    /** Resolves with milliseconds from the next tap to the paint after it; with `moves`, to the paint of another question. */
    tap(moves = false) {
      const before = moves && window.bench.names()[0];
      return new Promise((resolve) => {
        const onClick = (event) => {
          removeEventListener('click', onClick, true);
          const end = () => afterFrame((now) => resolve(now - event.timeStamp));
          if (!moves) return end();
          const look = () => {
            const [name] = window.bench.names();
            if (name && name !== before) {
              const channel = new MessageChannel();
              channel.port1.onmessage = () => resolve(performance.now() - event.timeStamp);
              channel.port2.postMessage(0);
            } else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        };
        addEventListener('click', onClick, true);
      });
    },
    chosen: (name, index) => radios(name)[index].checked,
  };
}
