/** The elements that `canyu.js` registers, for a page on which they could not be. */
export const tags: readonly string[] = [
  'canyu-survey',
  'canyu-change-index',
  'canyu-chart',
  'canyu-kiosk',
  'canyu-report',
  'canyu-export',
  'canyu-desk',
];

/** Why the elements could not be registered; the `code` of `canyu-error`. */
export type PlainReason = 'trusted-types' | 'old-browser';

const texts: Readonly<Record<PlainReason, Readonly<Record<'zh-Hans' | 'en', string>>>> = {
  'trusted-types': {
    'zh-Hans':
      '这一块内容在这个网页上显示不出来：网页的安全设置把它挡住了，和您的操作没有关系。请告诉网站的管理员（代号 trusted-types），或者向工作人员要一份纸质的。',
    en: 'This part cannot be shown on this page: the security settings of the page block it. It is nothing you did. Please tell the editor of the website (code trusted-types), or ask the staff for a paper copy.',
  },
  'old-browser': {
    'zh-Hans': '这个浏览器太旧，显示不了这一块内容。请换一个新一点的浏览器，或者请工作人员帮忙（代号 old-browser）。',
    en: 'This browser is too old to show this part. Please use a newer one, or ask the staff for help (code old-browser).',
  },
};

/**
 * Puts a plain message, in both languages, where the elements would be: after what the page itself wrote into the tag, by nothing
 * but DOM methods, so that it works under every policy. Tags that are added to the page later say the same.
 * Each dispatches `canyu-error {code}` once.
 */
export function show(): void {
  // Imported in Node: the import itself fails with the engine's own words, and there is nowhere to put others.
  if (typeof document === 'undefined') return;
  const registry = (globalThis as { customElements?: CustomElementRegistry }).customElements;
  const reason: PlainReason = registry && 'trustedTypes' in globalThis ? 'trusted-types' : 'old-browser';
  if (!registry) {
    for (const element of document.querySelectorAll(tags.join())) explain(element, reason);
    return;
  }
  for (const tag of tags) {
    if (registry.get(tag)) continue;
    registry.define(
      tag,
      class extends HTMLElement {
        #explained = false;
        connectedCallback(): void {
          if (!this.#explained) explain(this, reason);
          this.#explained = true;
        }
      },
    );
  }
}

function explain(element: Element, reason: PlainReason): void {
  for (const lang of ['zh-Hans', 'en'] as const) {
    const line = document.createElement('p');
    line.lang = lang;
    line.setAttribute('role', 'alert');
    line.textContent = texts[reason][lang];
    element.append(line);
  }
  element.dispatchEvent(new CustomEvent('canyu-error', { detail: { code: reason }, bubbles: true, composed: true }));
}
