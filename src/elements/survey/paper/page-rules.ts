/**
 * Rules for the paper of the whole page. Browsers heed `@page` only in the document's own sheets, not in those of a shadow tree,
 * so they are adopted by the document while a form is shown, and taken back afterwards.
 */
export class PageRules {
  #sheet: CSSStyleSheet | undefined;

  /** Puts the rules in force. `corner` stands at the top of every page, the page number at its foot. */
  set(
    host: Element,
    texts: { readonly corner: string; readonly foot: string; readonly pages: readonly string[] },
  ): void {
    const root = host.ownerDocument;
    try {
      if (!this.#sheet) {
        this.#sheet = new CSSStyleSheet();
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
      }
      const [before = '', between = '', after = ''] = texts.pages;
      const count = `${quoted(before)} counter(page) ${quoted(between)} counter(pages) ${quoted(after)}`;
      // In a page of other things only the form is printed; inside a foreign shadow root the page around cannot be told apart.
      const alone =
        host.getRootNode() === root
          ? '@media print { html:has(canyu-survey[layout="print"]) body *:not(canyu-survey[layout="print"], :has(canyu-survey[layout="print"])) { display: none !important; } body { margin: 0 !important; } }'
          : '';
      this.#sheet.replaceSync(`@page { size: A4 portrait; margin: 16mm 15mm 17mm;
        @top-right { content: ${quoted(texts.corner)}; font: 12pt sans-serif; }
        @bottom-left { content: ${quoted(texts.foot)}; font: 12pt sans-serif; white-space: nowrap; }
        @bottom-right { content: ${count}; font: 12pt sans-serif; white-space: nowrap; } }
        @page :first { @top-right { content: none; } }
        ${alone}`);
    } catch {
      // A browser without sheets of its own making still prints the form, on whatever paper it is set to.
    }
  }

  /** Takes the rules back. */
  clear(host: Element): void {
    const sheet = this.#sheet;
    if (!sheet) return;
    this.#sheet = undefined;
    const root = host.ownerDocument;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
  }
}

/** A text as a CSS string. */
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`;
