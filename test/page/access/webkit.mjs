/** WebKitGTK through the calls of WebDriver: no other way leads to its keyboard and to its tree of roles and names. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { findBrowser } from '../../../scripts/lib/setup.mjs';
import { pageSight } from './sight.mjs';
import { until } from '../site.mjs';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Names of keys as WebDriver has them. */
const KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  ' ': ' ',
  Space: ' ',
  ArrowDown: '\uE015',
  ArrowUp: '\uE013',
  Shift: '\uE008',
};

export const hasWebKit = Boolean(findBrowser('webkit'));

async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Starts a screen that nobody sees, the driver on it, and a browser. */
export async function openWebKit({ width = 1000, height = 800 } = {}) {
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [display] = await once(screen.stdout, 'data');
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${String(display).trim()}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const base = `http://127.0.0.1:${port}`;

  async function call(method, path, body) {
    const answer = await fetch(`${base}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${value?.error} ${value?.message}`);
    return value;
  }

  await until(
    () =>
      fetch(`${base}/status`).then(
        ({ ok }) => ok,
        () => false,
      ),
    'the driver of WebKitGTK',
  );
  const { sessionId } = await call('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: findBrowser('webkit'), args: ['--automation'] },
      },
    },
  });
  const at = `/session/${sessionId}`;
  await call('POST', `${at}/window/rect`, { width, height }).catch(() => undefined);
  await call('POST', `${at}/timeouts`, { script: 30_000 });

  const run = (script, ...args) => call('POST', `${at}/execute/async`, { script, args });
  const evaluate = (body, ...args) =>
    run(
      `const [values, done] = [[...arguments].slice(0, -1), arguments[arguments.length - 1]];
       Promise.resolve((${body})(...values)).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
      ...args,
    ).then(({ value, error }) => {
      if (error) throw new Error(error);
      return value;
    });
  const keys = (...actions) => call('POST', `${at}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
  const stroke = (key) => [
    { type: 'keyDown', value: KEYS[key] ?? key },
    { type: 'keyUp', value: KEYS[key] ?? key },
  ];

  return {
    evaluate,
    async goto(address) {
      await call('POST', `${at}/url`, { url: address });
      await evaluate(String(pageSight));
    },
    press: (key) => keys(...stroke(key)),
    pressShift: (key) =>
      keys({ type: 'keyDown', value: KEYS.Shift }, ...stroke(key), { type: 'keyUp', value: KEYS.Shift }),
    type: (text) => keys(...[...text].flatMap(stroke)),
    ask: (what, ...values) => evaluate(`(name, values) => globalThis.sight[name](...values)`, what, values),
    /** Elements inside the survey, for `told`. */
    find: async (selector) => {
      const script = `return globalThis.sight.all(arguments[0]).filter(globalThis.sight.isShown)`;
      return call('POST', `${at}/execute/sync`, { script, args: [selector] });
    },
    /** What a screen reader is told of an element. */
    async told(element) {
      const path = `${at}/element/${element[ELEMENT]}`;
      const [role, name] = await Promise.all([
        call('GET', `${path}/computedrole`),
        call('GET', `${path}/computedlabel`),
      ]);
      return { role, name: name.replace(/\s+/g, ' ').trim() };
    },
    async close() {
      await call('DELETE', at).catch(() => undefined);
      driver.kill();
      screen.kill();
    },
  };
}
