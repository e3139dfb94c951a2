/* The demo's own lines: language and look of the page, as the address asks for them. */
const address = new URL(location.href);
const looks = ['government', 'ngo', 'dark'];
const ask = (name) => address.searchParams.get(name) ?? undefined;

const lang = ask('lang') ?? (navigator.language.startsWith('en') ? 'en' : 'zh-Hans');
document.documentElement.lang = lang === 'en' ? 'en' : 'zh-Hans';
const look = looks.includes(ask('look')) ? ask('look') : looks[0];
document.querySelector('link[data-look]').setAttribute('href', `themes/${look}.css`);

for (const link of document.querySelectorAll('a[href]')) {
  const target = new URL(link.href);
  target.searchParams.set('lang', link.dataset.lang ?? document.documentElement.lang);
  if (link.closest('nav')) target.searchParams.set('look', link.dataset.look ?? look);
  link.href = target.href;
  if (link.dataset.lang === document.documentElement.lang || link.dataset.look === look)
    link.setAttribute('aria-current', 'true');
}
