/** What stands on the paper around a report. */
export interface PageTexts {
  readonly layout: 'handout' | 'full';
  /** At the foot of every page of a full report. */
  readonly foot: string;
  /** Around the page number and the number of pages. */
  readonly pages: readonly [before: string, between: string, after: string];
}

/**
 * Rules for the paper of the whole page. Browsers heed `@page` only in the document's own sheets, not in those of a shadow tree,
 * so they are adopted by the document while a report is shown, and taken back afterwards.
 */
export class PageRules {
  #sheet: CSSStyleSheet | undefined;

  /** Puts the rules in force. */
  set(host: Element, { layout, foot, pages: [before, between, after] }: PageTexts): void {
    const root = host.ownerDocument;
    try {
      if (!this.#sheet) {
        this.#sheet = new CSSStyleSheet();
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
      }
      const count = `${quoted(before)} counter(page) ${quoted(between)} counter(pages) ${quoted(after)}`;
      const page =
        layout === 'handout'
          ? '@page { size: A4 portrait; margin: 8mm 9mm; }'
          : `@page { size: A4 portrait; margin: 16mm 15mm 17mm;
              @bottom-left { content: ${quoted(foot)}; font: 8pt sans-serif; white-space: nowrap; }
              @bottom-right { content: ${count}; font: 8pt sans-serif; white-space: nowrap; } }`;
      // Inside a foreign shadow root the page around cannot be told apart.
      const alone =
        host.getRootNode() === root
          ? `@media print {
              html:has(canyu-report) body *:not(canyu-report, :has(canyu-report)) { display: none !important; }
              html:has(canyu-report[printing]) canyu-report:not([printing]) { display: none !important; }
              html, body, :has(> canyu-report) { margin: 0 !important; padding: 0 !important; border: 0 !important; max-inline-size: none !important; }
            }`
          : '';
      this.#sheet.replaceSync(`${page} ${alone}`);
    } catch {
      // A browser without sheets of its own making still prints the report, on whatever paper it is set to.
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
