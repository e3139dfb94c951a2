/**
 * The script of `frame.html`, the page with one survey for sites that put it into an iframe: the survey that the address names, and to
 * the page around, if the address names its origin, height, state and counts. Needs nothing of Lit, so that it can speak when that does not.
 */
import { readAddress } from './address.js';
import { messageOf, readHostMessage, told, type FrameMessage } from './messages.js';
import { plainTexts, type PlainCode } from './texts.js';

const { attributes, lang, parent, trouble } = readAddress(location.href);
/** Beside this script; not a part of it. */
const BUNDLE = './canyu.js';
/** Milliseconds for the plain message of `canyu.js` to arrive. */
const PATIENCE = 3000;
/** The last message of each type, to be said again when the page around asks. */
const latest = new Map<string, FrameMessage>();

function tell(message: FrameMessage): void {
  latest.set(message.type, message);
  send(message);
}

function send(message: FrameMessage): void {
  // Exactly to this origin: where another page has taken the place of the one named, the browser drops the message.
  if (parent && window.parent !== window) window.parent.postMessage(message, parent);
}

function speak(tag: string): void {
  document.documentElement.lang = /^en/i.test(tag) ? 'en' : 'zh-Hans';
  document.title = /^en/i.test(tag) ? 'Survey' : '问卷';
}

/** A plain message in both languages in place of the survey. */
function say(code: PlainCode): void {
  const lines = (['zh-Hans', 'en'] as const).map((each) => {
    const line = document.createElement('p');
    line.lang = each;
    line.setAttribute('role', 'alert');
    line.textContent = plainTexts[code][each];
    return line;
  });
  document.querySelector('main')?.replaceChildren(...lines);
  tell({ canyu: 'frame/1', type: 'state', state: 'error', code });
}

/** Puts the survey below what the page says while nothing is there yet, which goes with the survey's first sign of life. */
function open(): void {
  const survey = document.createElement('canyu-survey');
  for (const [name, value] of Object.entries(attributes)) survey.setAttribute(name, value);
  for (const type of told) {
    survey.addEventListener(type, (event) => {
      document.querySelector('#opening')?.remove();
      const message = messageOf(type, (event as CustomEvent<unknown>).detail);
      if (message) tell(message);
    });
  }
  document.querySelector('main')?.append(survey);
}

/** Where the origin is opaque (a sandbox, a file on the disk) no module can be loaded: the page with the classic bundle can. */
function needsClassic(): boolean {
  return (
    self.origin === 'null' && !customElements.get('canyu-survey') && !/\/frame-classic\.html$/.test(location.pathname)
  );
}

function watchHeight(): void {
  const root = document.documentElement;
  let before = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height !== before) tell({ canyu: 'frame/1', type: 'height', height });
    before = height;
  }).observe(root);
}

addEventListener('message', (event) => {
  if (!parent || event.source !== window.parent || event.origin !== parent) return;
  const message = readHostMessage(event.data);
  if (message?.type === 'lang') speak(message.lang);
  if (message?.type === 'hello') for (const each of latest.values()) send(each);
});

speak(lang ?? 'zh-Hans');
if (needsClassic()) {
  location.replace(new URL(`frame-classic.html${location.search}`, location.href));
} else {
  watchHeight();
  if (trouble) say(trouble);
  else {
    open();
    if (!customElements.get('canyu-survey'))
      import(BUNDLE).catch(() =>
        // Where the page's policy was the reason, the element itself says so in a moment.
        setTimeout(() => {
          if (!customElements.get('canyu-survey')) say('load-failed');
        }, PATIENCE),
      );
  }
}
