/**
 * `npm test`: installs what is missing (packages, and on Debian as root the browsers) and runs everything: types, lint, format,
 * core in Node, build and sizes, elements in every browser there is, the built bundles on real pages.
 * `npm test -- --only core,browser` runs some of the steps.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { ensureBrowsers, ensurePackages, ensurePrograms, root } from './lib/setup.mjs';

ensurePackages();
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : undefined;
const browsers = ensureBrowsers();
ensurePrograms();
const counts = { passed: 0, failed: 0 };
const times = [];

/** Runs one step; its closing counts are read from its output. */
async function step(name, title, command, args, { env, count = countNode } = {}) {
  if (only && !only.includes(name)) return;
  console.log(`\n── ${title}`);
  const start = performance.now();
  const { code, output } = await stream(command, args, env);
  times.push(`${title}: ${Math.round((performance.now() - start) / 1000)} s`);
  const found = count(output);
  counts.passed += found.passed;
  counts.failed += found.failed;
  if (code !== 0) {
    if (found.failed === 0) counts.failed++;
    console.error(`✗ ${title} failed (code ${code})`);
  } else if (found.passed === 0) {
    counts.failed++;
    console.error(`✗ ${title} ran nothing`);
  }
}

function stream(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env } });
    let output = '';
    for (const pipe of [child.stdout, child.stderr]) {
      pipe.on('data', (chunk) => {
        output += chunk;
        process.stdout.write(chunk);
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

const last = (output, pattern) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);
function countNode(output) {
  return { passed: last(output, /^[#ℹ] pass (\d+)/gm), failed: last(output, /^[#ℹ] fail (\d+)/gm) };
}
const countOne = () => ({ passed: 1, failed: 0 });
/** web-test-runner prints its summary again while it runs: the last one is the result. */
function countBrowser(output) {
  return { passed: last(output, /(\d+) passed/g), failed: last(output, /(\d+) failed/g) };
}

const node = process.execPath;
const bin = (path) => new URL(`node_modules/${path}`, root).pathname;
/** Files below a folder with an ending, in a stable order. */
function find(folder, ending) {
  return readdirSync(new URL(`${folder}/`, root), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .sort();
}

await step('types', 'Types', node, [bin('typescript/bin/tsc'), '-b', '.', 'test'], { count: countOne });
await step('lint', 'Lint', node, [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'], { count: countOne });
await step('format', 'Format', node, [bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn'], {
  count: countOne,
});
await step(
  'core',
  'Core in Node',
  node,
  [
    '--test',
    '--test-reporter=dot',
    '--test-reporter-destination=stderr',
    '--test-reporter=tap',
    '--test-reporter-destination=build/core.tap',
    ...find('build/test/core', '.test.js'),
  ],
  { count: countTap('build/core.tap') },
);
await step('bytes', 'Same bytes on this engine', node, ['test/engines/bytes.mjs'], { count: countOne });
await step('build', 'Build', node, ['scripts/build.mjs', '--out', 'build/dist'], { count: countOne });

await step('readme', 'Tables of the README', node, ['scripts/readme-api.mjs', '--check'], { count: countOne });

const webkit = browsers.includes('webkit') && (!only || only.includes('browser')) ? startWebKit() : undefined;
const names = browsers.filter((name) => name !== 'webkit' || webkit);
await step('browser', `Elements in ${names.join(', ')}`, node, [bin('@web/test-runner/dist/bin.js')], {
  env: { CANYU_BROWSERS: names.join(',') },
  count: countBrowser,
});
webkit?.stop();
await step(
  'page',
  'Built bundles on real pages',
  node,
  ['--test', '--test-concurrency=1', ...find('test/page', '.test.mjs'), ...find('test/campaign', '.test.mjs')],
  {
    env: { CANYU_DIST: 'build/dist' },
  },
);

console.log(`\n${times.join('\n')}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed ? 1 : 0);

function countTap(file) {
  return () => countNode(existsSync(new URL(file, root)) ? readFileSync(new URL(file, root), 'utf8') : '');
}

/** WebKitGTK needs its driver inside a virtual screen. */
function startWebKit() {
  const display = `:${97 + (process.pid % 100)}`;
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const screen = spawn('Xvfb', [display, '-screen', '0', '1280x1024x24'], { stdio: 'ignore', detached: true });
  const driver = spawn('WebKitWebDriver', ['--port=4797', '--host=127.0.0.1'], {
    stdio: 'ignore',
    env,
    detached: true,
  });
  let failed = false;
  for (const child of [screen, driver]) child.on('error', () => (failed = true));
  return {
    stop() {
      for (const child of [driver, screen]) {
        try {
          if (!failed) process.kill(-child.pid);
        } catch {
          // It has ended by itself.
        }
      }
    },
  };
}
