import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Locale } from '../core/text.js';

/** The language of Canyu that is nearest to a BCP 47 tag: every `en…` is English, everything else Simplified Chinese. */
export function nearestLocale(tag: string | null | undefined): Locale {
  return /^en\b/i.test(tag ?? '') ? 'en' : 'zh-Hans';
}

/** The language that holds at `element`: its own `lang`, else that of the nearest ancestor, across shadow roots. */
export function localeOf(element: Element): Locale {
  for (let at: Element | null = element; at; at = parentAcrossShadow(at)) {
    const tag = at.getAttribute('lang');
    if (tag) return nearestLocale(tag);
  }
  return 'zh-Hans';
}

function parentAcrossShadow(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Keeps `locale` in step with the `lang` attributes above its host and asks the host to update when it changes. */
export class LocaleController implements ReactiveController {
  /** The language to show now. */
  locale: Locale = 'zh-Hans';
  readonly #host: ReactiveControllerHost & Element;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.locale = localeOf(this.#host);
    this.#observer = new MutationObserver(() => {
      const now = localeOf(this.#host);
      if (now === this.locale) return;
      this.locale = now;
      this.#host.requestUpdate();
    });
    // `lang` can change on any ancestor, also outside the shadow roots around the host: watch each of their trees.
    let root: Node | undefined = this.#host.getRootNode();
    while (root) {
      this.#observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
      root = root instanceof ShadowRoot ? root.host.getRootNode() : undefined;
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }
}

/** Catalogues of one part of the interface, one lazily loaded module per language. */
export type Catalogues<M> = Readonly<Record<Locale, () => Promise<{ readonly messages: M }>>>;

/** Loads the catalogue of `locale`. A language that fails to load (a cut network) rejects; the caller shows its own plain text. */
export async function loadMessages<M>(catalogues: Catalogues<M>, locale: Locale): Promise<M> {
  return (await catalogues[locale]()).messages;
}
