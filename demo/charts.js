/* Results for all charts of the page, and a made-up ledger beside them, because the results of the demo hold none. */
import { ledger } from './charts-ledger.js';

const published = new URL(location.href).searchParams.has('published');
const answer = await fetch(published ? 'data/published.json' : 'data/results.json');
const results = await answer.json();

for (const chart of document.querySelectorAll('canyu-chart')) chart.results = { ...results, ledger };
