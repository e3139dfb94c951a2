import { html, type TemplateResult } from 'lit';
import type { ResultsTrouble } from '../../chart/results-source.js';
import { troubleView } from '../../chart/trouble-view.js';
import type { Parts } from './load-parts.js';

/** Without results: why, and a way to open a file. A page that names none is not in trouble, it only waits for one. */
export function openView(
  { words, messages }: Parts,
  trouble: ResultsTrouble,
  note: string,
  onOpen: (event: Event) => void,
): TemplateResult {
  const { open } = words;
  return html`
    <div class="deck" part="report" dir="ltr" lang=${words.locale}>
      <div class="slide title">
        <div class="opening">
          <h2 id="heading" tabindex="-1">${open.title}</h2>
          <p>${open.text}</p>
          <div class="start">
            <label class="file"
              ><input type="file" multiple accept=".json,.ndjson,.txt" @change=${onOpen} />${open.button}</label
            >
            <slot name="start"></slot>
          </div>
          ${trouble.code === 'no-results' ? '' : troubleView(messages, trouble)}
          <p role="status" class="soft">${note}</p>
        </div>
      </div>
    </div>
  `;
}
