/* Makes linking cards in this browser and lays them out for A4. Nothing is stored and nothing is sent. */
import { cardNames, cardPictures, cardSymbols, makeCards } from '../dist/core.js';

const PER_PAGE = 10;
const SVG = 'http://www.w3.org/2000/svg';

const TEXTS = {
  'zh-Hans': {
    title: '对号卡片',
    use: '两次答问卷，都照着从左到右点这五个图案。',
    keep: '收好，下次还要用。上面没有名字，谁拿哪张没有人记。',
    made: (count, pages) => `做好了 ${count} 张，共 ${pages} 页。打印时请选 A4、实际大小（100%）。`,
  },
  en: {
    title: 'Linking card',
    use: 'Press these five pictures, from left to right, in both surveys.',
    keep: 'Keep it for the next time. No name is on it, and nobody notes who took which.',
    made: (count, pages) => `${count} cards on ${pages} pages. Print on A4 at actual size (100 %).`,
  },
};

/** A whole number below `limit`, each as likely as the other: what would tip the scales is drawn again. */
function below(limit) {
  const fair = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const [drawn] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < fair) return drawn % limit;
  }
}

function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  Object.assign(element, properties);
  element.append(...children);
  return element;
}

function picture(symbol) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 32 32');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', cardPictures[symbol]);
  svg.append(path);
  return svg;
}

function card(symbols, locales, project) {
  const each = (pick) => locales.map((lang) => make('p', { lang }, pick(TEXTS[lang])));
  return make(
    'section',
    { className: 'card' },
    make(
      'p',
      { className: 'title' },
      make('strong', {}, locales.map((lang) => TEXTS[lang].title).join(' · ')),
      make('span', {}, project),
    ),
    make(
      'ol',
      {},
      ...symbols.map((symbol) =>
        make(
          'li',
          {},
          picture(symbol),
          ...locales.map((lang) => make('span', { lang }, cardNames[lang][cardSymbols.indexOf(symbol)])),
        ),
      ),
    ),
    make('div', {}, ...each(({ use }) => use), ...each(({ keep }) => make('strong', {}, keep))),
  );
}

const form = document.querySelector('.make');
const sheets = document.querySelector('#sheets');
const print = document.querySelector('#print');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const given = new FormData(form);
  const words = given.get('words');
  const locales = words === 'both' ? ['zh-Hans', 'en'] : [words];
  const cards = makeCards(Number(given.get('count')), below);
  const pages = [];
  for (let at = 0; at < cards.length; at += PER_PAGE) {
    const page = cards.slice(at, at + PER_PAGE).map((symbols) => card(symbols, locales, given.get('project').trim()));
    pages.push(make('div', { className: 'sheet' }, ...page));
  }
  sheets.className = words === 'both' ? 'both' : '';
  sheets.replaceChildren(...pages);
  print.disabled = false;
  const { made } = TEXTS[document.documentElement.lang] ?? TEXTS['zh-Hans'];
  document.querySelector('#made').textContent = made(cards.length, pages.length);
});

print.addEventListener('click', () => globalThis.print());
