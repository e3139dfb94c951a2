/*
 * The meeting page's own few lines. A classic script, because the page has to work from a memory stick too: at `file://` browsers load no
 * modules, so Canyu comes as its one classic file, and there is no sample to fetch: the results file is chosen by hand.
 */
(() => {
  const address = new URL(location.href);
  const isStick = location.protocol === 'file:';
  const asked = address.searchParams.get('lang');
  const english = asked ? asked === 'en' : /^en\b/.test(navigator.language);
  document.documentElement.lang = english ? 'en' : 'zh-Hans';

  for (const link of document.querySelectorAll('nav a')) {
    if (link.dataset.lang === document.documentElement.lang) link.setAttribute('aria-current', 'true');
    if (!link.dataset.lang && !isStick) link.href += `?lang=${document.documentElement.lang}`;
    // From a folder there is no index page to go to.
    if (!link.dataset.lang && isStick) link.remove();
  }

  const report = document.querySelector('canyu-report');
  if (isStick || address.searchParams.has('empty')) {
    report.removeAttribute('src');
    report.removeAttribute('material');
  }
  if (isStick) {
    const script = document.createElement('script');
    script.src = '../dist/canyu.iife.js';
    document.head.append(script);
  }

  const offline = document.getElementById('offline');
  const tell = () => (offline.hidden = document.documentElement.dataset.canyuOffline !== 'ready');
  document.addEventListener('canyu-kiosk-app', tell);
  tell();
})();
