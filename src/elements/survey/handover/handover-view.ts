import { html, nothing, type TemplateResult } from 'lit';
import type { Group } from '../../../core/text.js';
import type { HandoverMessages, Way } from '../../../i18n/handover/types.js';
import { copyText } from './copy.js';
import type { Handover } from './handover.js';
import type { QrPicture } from './qr-picture.js';

/** Whom the sheet is for. */
export interface Receiver {
  readonly group: Group;
  readonly organisation: string;
  readonly contact: string;
}

/** The ways out; what came of the last one, and the question whether the sheet is kept, stand right below its button. */
export function handoverView(
  handover: Handover,
  { group, organisation, contact }: Receiver,
  messages: HandoverMessages,
  onKept: () => void,
): TemplateResult {
  const { inApp } = handover;
  const press: Readonly<Record<Way, () => void>> = {
    download: handover.onDownload,
    copy: handover.onCopy,
    share: handover.onShare,
    qr: handover.onQr,
  };
  const { ways, hints } = messages;
  return html`<section class="handover" part="handover" aria-labelledby="handover">
    <h3 id="handover">${messages.title}</h3>
    <p>${messages.to(group, organisation, contact)}</p>
    ${inApp ? html`<p class="notice">${messages.inApp(inApp)}</p>` : nothing}
    <ul class="ways">
      ${handover.ways.map(
        (way) =>
          html`<li>
            <button
              type="button"
              part="button"
              aria-describedby=${hints[way] ? `hint-${way}` : nothing}
              @click=${press[way]}
            >
              ${ways[way]}
            </button>
            ${hints[way] ? html`<span class="soft" id="hint-${way}">${hints[way]}</span>` : nothing}
            ${outcomeView(handover, way, messages, onKept)}
          </li>`,
      )}
    </ul>
  </section>`;
}

function outcomeView(handover: Handover, way: Way, messages: HandoverMessages, onKept: () => void): TemplateResult {
  const outcome = handover.way === way ? handover.outcome : undefined;
  const said = outcome && (outcome === 'done' ? messages.done : messages.failed)[way];
  return html`<div class="outcome ${outcome ?? ''}" role="status">${said ?? nothing}</div>
    ${
      outcome
        ? html`${way === 'qr' && outcome === 'done' ? codeView(handover, messages) : nothing}
          ${handover.showsText ? textView(handover, messages) : nothing}
          ${
            handover.canBeKept && handover.left
              ? html`<div class="nav">
                  <button type="button" part="button" @click=${onKept}>${messages.kept[handover.left]}</button>
                </div>`
              : nothing
          }`
        : nothing
    }`;
}

function codeView(handover: Handover, { qr }: HandoverMessages): TemplateResult | typeof nothing {
  const { code, codes, unseen } = handover;
  const picture = codes[code];
  if (!picture) return nothing;
  return html`<figure class="codes" part="codes">
    ${drawing(picture, qr.label(code + 1, codes.length))}
    <figcaption aria-live="polite">${qr.position(code + 1, codes.length)}</figcaption>
    ${
      codes.length > 1
        ? html`<div class="nav">
            <button type="button" part="button" @click=${handover.onPrevious}>${qr.previous}</button>
            <button type="button" part="button" @click=${handover.onNext}>${qr.next}</button>
          </div>`
        : nothing
    }
    ${unseen > 0 ? html`<p class="soft">${qr.rest(unseen)}</p>` : nothing}
  </figure>`;
}

const drawing = ({ size, path }: QrPicture, label: string): TemplateResult =>
  html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${label}><path d=${path}></path></svg>`;

function textView({ text, outcome }: Handover, { content, contentText }: HandoverMessages): TemplateResult {
  return html`<details ?open=${outcome === 'failed'}>
    <summary>${content}</summary>
    <p>${contentText}</p>
    <textarea readonly rows="6" aria-label=${content} .value=${text} @focus=${selectAll}></textarea>
  </details>`;
}

function selectAll(event: Event): void {
  (event.currentTarget as HTMLTextAreaElement).select();
}

/** Said with the thanks, while the answers may still be in the clipboard. */
export class Clipboard {
  state: 'full' | 'cleared' | 'failed' = 'full';
  readonly #root: ShadowRoot;
  readonly #changed: () => void;

  constructor(root: ShadowRoot, changed: () => void) {
    this.#root = root;
    this.#changed = changed;
  }

  /** An empty text would leave the clipboard as it is where it has to be copied from a field. */
  readonly onClear = async (): Promise<void> => {
    this.state = (await copyText(' ', this.#root)) ? 'cleared' : 'failed';
    this.#changed();
  };

  view({ clipboard }: HandoverMessages): TemplateResult {
    const { text, clear, cleared, failed } = clipboard;
    return html`<div class="notice">
      <div role="status">${{ full: text, cleared, failed }[this.state]}</div>
      ${
        this.state === 'full'
          ? html`<button type="button" class="plain" part="button plain" @click=${this.onClear}>${clear}</button>`
          : nothing
      }
    </div>`;
  }
}
