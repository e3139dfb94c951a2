/* The demo's own few lines: language of the page, and what the address asks the elements to show. */
const address = new URL(location.href);
const ask = (name) => address.searchParams.get(name) ?? undefined;

const lang = ask('lang') ?? (navigator.language.startsWith('en') ? 'en' : 'zh-Hans');
document.documentElement.lang = lang === 'en' ? 'en' : 'zh-Hans';

for (const link of document.querySelectorAll('a[href]')) {
  const target = new URL(link.href);
  if (target.origin !== location.origin) continue;
  if (link.dataset.lang) for (const [name, value] of address.searchParams) target.searchParams.set(name, value);
  target.searchParams.set('lang', link.dataset.lang ?? document.documentElement.lang);
  link.href = target.href;
  if (link.dataset.lang === document.documentElement.lang) link.setAttribute('aria-current', 'true');
}

const survey = document.querySelector('main > canyu-survey');
for (const name of ['group', 'wave', 'form', 'layout']) if (survey && ask(name)) survey.setAttribute(name, ask(name));

const index = document.querySelector('main > canyu-change-index');
if (index) {
  if (ask('study')) index.setAttribute('study', ask('study'));
  else index.setAttribute('src', 'data/results.json');
}
