/* Every chart once, with the same results; `?lang=` names the language. `window.fingerprint()` tells how this engine draws text. */
import { ledger } from '/demo/charts-ledger.js';

const TYPES = ['plane', 'forest', 'estimation', 'slope', 'gap', 'likert', 'likert-plain', 'ladder', 'contributions'];
const RECORD = ['loop', 'timeline', 'flow', 'context', 'hidden'];

document.documentElement.lang = new URL(location.href).searchParams.get('lang') ?? 'zh-Hans';
const results = { ...(await (await fetch('/demo/data/results.json')).json()), ledger };
/** The officials are too few: what is suppressed must look suppressed. */
const few = { suppressed: true, why: 'n<5' };
const hidden = {
  ...results,
  groups: { ...results.groups, official: { index: few, domains: few, constructs: few, items: few, ladder: few } },
};

for (const name of [...TYPES, ...RECORD]) {
  const chart = document.createElement('canyu-chart');
  chart.id = name;
  chart.type = name === 'likert-plain' ? 'likert' : name === 'hidden' ? 'slope' : name;
  if (name === 'likert-plain') chart.bars = 'plain';
  if (chart.type === 'likert') chart.construct = 'CY';
  chart.results = name === 'hidden' ? hidden : results;
  document.body.append(chart);
}

/** Pixels of a sheet of text in the fonts of the charts: equal exactly where fonts and engine draw alike. */
globalThis.fingerprint = async () => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [600, 120];
  const ctx = canvas.getContext('2d');
  const family = getComputedStyle(document.querySelector('canyu-chart')).fontFamily;
  for (const [row, font] of [`16px ${family}`, `bold 16px ${family}`, '16px system-ui'].entries()) {
    ctx.font = font;
    ctx.fillText('参与 居民 工作人员 +9.5（5.6 至 13.5） Residents −1.7 (95% interval) 64 %', 4.5, 30 + 30 * row);
  }
  ctx.beginPath();
  ctx.arc(570.5, 60.25, 13.3, 0, 5);
  ctx.stroke();
  const bytes = await crypto.subtle.digest('SHA-256', ctx.getImageData(0, 0, 600, 120).data);
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
};
