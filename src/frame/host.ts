/**
 * `frame-host.js`, for a page that shows the survey in an iframe and may load this one script: the iframe becomes as tall as its content,
 * and speaks by `canyu-frame` events, whose `detail` is a FrameMessage. A message counts only when it comes from the window of
 * such an iframe on this page and from the origin of that iframe's `src`. Needs no inline style: the height is set by script.
 */
import type { FrameMessage, HostMessage } from './messages.js';

/** CSS pixels; what claims to be taller is no survey. */
const TALLEST = 100_000;

/** Which iframes are the survey: another one on the page is none of this script's business, and may not grow by it. */
const OURS = 'iframe[src*="/frame.html?"]';

const originOf = (frame: HTMLIFrameElement): string => (frame.src ? new URL(frame.src).origin : '');

/** A message of `frame.html`, made anew from what it may hold, or undefined for what is none. */
function read(data: unknown): FrameMessage | undefined {
  const { canyu, type, height, state, code, index, total } = (data ?? {}) as Record<string, unknown>;
  const isCount = (value: unknown): value is number =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) <= TALLEST;
  if (canyu !== 'frame/1') return undefined;
  if (type === 'height' && isCount(height)) return { canyu, type, height };
  if (type === 'progress' && isCount(index) && isCount(total)) return { canyu, type, index, total };
  if (type !== 'state') return undefined;
  if (state === 'error' && /^[a-z-]{1,40}$/.test(String(code))) return { canyu, type, state, code: String(code) };
  return state === 'ready' || state === 'started' || state === 'saved' || state === 'complete'
    ? { canyu, type, state }
    : undefined;
}

function send(frame: HTMLIFrameElement, message: HostMessage): void {
  // A frame that has not arrived yet still shows an empty page of ours; it speaks first when it is there.
  if (frame.contentDocument?.URL !== 'about:blank') frame.contentWindow?.postMessage(message, originOf(frame));
}

/** An iframe with a `lang` of its own takes the survey along. */
function sendLang(frame: HTMLIFrameElement): void {
  if (frame.lang) send(frame, { canyu: 'frame/1', type: 'lang', lang: frame.lang });
}

addEventListener('message', ({ source, origin, data }) => {
  const frame = [...document.querySelectorAll<HTMLIFrameElement>(OURS)].find((each) => each.contentWindow === source);
  const detail = frame && originOf(frame) === origin && read(data);
  if (!detail) return;
  if (detail.type === 'height') {
    const border = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${detail.height + border}px`;
  }
  // The next question begins at the top of the iframe, which after a long one may be out of sight.
  if (detail.type === 'progress' && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
  if (detail.type === 'state' && detail.state === 'ready') sendLang(frame);
  frame.dispatchEvent(new CustomEvent('canyu-frame', { detail, bubbles: true }));
});

function start(): void {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-canyu-frame]')) {
    if (frame.src) continue;
    const address = new URL(frame.dataset['canyuFrame'] ?? '', document.baseURI);
    address.searchParams.set('parent', location.origin);
    frame.src = address.href;
  }
  for (const frame of document.querySelectorAll<HTMLIFrameElement>(OURS))
    send(frame, { canyu: 'frame/1', type: 'hello' });
  new MutationObserver((changes) => {
    for (const { target } of changes) if ((target as Element).matches(OURS)) sendLang(target as HTMLIFrameElement);
  }).observe(document, { subtree: true, attributeFilter: ['lang'] });
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();
