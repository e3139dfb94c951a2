/**
 * `npm run bench:export`: how long the page is kept from its turn while files are made from 10,000 sheets in its store, in Chromium under
 * the strict policy. Prints a line for each format and fails where a task of the page took more than 100 ms. What counts is the time of the
 * processor that the page's main thread used for the task, as the browser's own trace has it: other work of the machine does not decide.
 * `npm run bench:export -- --sheets 2000 --formats xlsx,pptx`
 */
import { browsers, launch, openPage, openSite } from '../page/site.mjs';
import { openWithSheets, study, turns, watchTurns } from '../page/export-office/many.mjs';
import { download } from '../page/export-office/tools.mjs';

const option = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : process.argv[at + 1];
};
const LIMIT = 100;
const sheets = Number(option('sheets', 10_000));
const formats = option('formats', 'xlsx,pptx,docx,png').split(',');

if (!browsers.includes('chromium')) {
  console.error('bench:export needs Chromium, which tells of long tasks.');
  process.exit(1);
}
const page = `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Export</title><link rel="icon" href="data:,">
<script type="module" src="/dist/canyu.js"></script><body><canyu-export study="${study.id}" person-level></canyu-export></body></html>`;
const site = await openSite({ files: { '/own.html': { type: 'text/html', body: page } } });
const browser = await launch('chromium', { protocolTimeout: 600_000 });
let failed = false;
try {
  const { page: tab } = await openPage(browser);
  await openWithSheets(tab, `${site.url}/own.html`, sheets);
  console.log(`${sheets.toLocaleString('en')} sheets; longest task allowed: ${LIMIT} ms\n`);
  for (const format of formats) {
    await watchTurns(tab);
    await tab.tracing.start({ categories: ['toplevel', '__metadata'] });
    const start = performance.now();
    let trace;
    let seconds = 0;
    const onMade = async () => {
      seconds = (performance.now() - start) / 1000;
      trace = JSON.parse(Buffer.from(await tab.tracing.stop()).toString('utf8')).traceEvents;
    };
    const { bytes } = await download(tab, format, { patience: 600_000, onMade });
    const { steps } = await turns(tab);
    const { used, waited, tasks } = longestTask(trace);
    const tooLong = used > LIMIT;
    failed ||= tooLong;
    console.log(
      `${format.padEnd(5)} ${seconds.toFixed(1).padStart(6)} s  ${(bytes.length / 1e6).toFixed(2).padStart(6)} MB  longest task ${used.toFixed(0).padStart(4)} ms (by the clock ${waited.toFixed(0)} ms) of ${tasks}; ${steps} steps of progress${tooLong ? '  ✗' : ''}`,
    );
  }
} finally {
  await browser.close();
  await site.close();
}
process.exit(failed ? 1 : 0);

/** The longest task of the page's main thread, in milliseconds of the processor and of the clock. */
function longestTask(events) {
  // Several processes render, the page's is the one that had most to do.
  const threads = new Map();
  for (const { name, pid, tid, args } of events)
    if (name === 'thread_name' && args.name === 'CrRendererMain') threads.set(`${pid}/${tid}`, []);
  for (const { name, pid, tid, dur = 0, tdur = 0 } of events)
    if (/RunTask$/.test(name)) threads.get(`${pid}/${tid}`)?.push({ dur, tdur });
  const total = (tasks) => tasks.reduce((sum, { tdur }) => sum + tdur, 0);
  const [own = []] = [...threads.values()].sort((a, b) => total(b) - total(a));
  if (own.length === 0) throw new Error('the trace has no tasks of a page');
  return {
    used: Math.max(...own.map(({ tdur }) => tdur)) / 1000,
    waited: Math.max(...own.map(({ dur }) => dur)) / 1000,
    tasks: own.length,
  };
}
