import { html, nothing, type TemplateResult } from 'lit';
import type { Results } from '../../../core/change/types.js';
import type { DeskMessages } from '../../../i18n/desk/types.js';
import type { DeskModel } from '../desk-model.js';
import type { DeskRoom, DeskWords } from '../desk-view.js';
import {
  published,
  publishedName,
  publishedBefore,
  readFingerprints,
  remember,
  snippet,
  type Fingerprints,
  type SnippetKind,
} from '../publication.js';
import { download } from '../../download.js';
import { heldView, unreadView } from './held-view.js';

/** What everyone may see, as a file and as lines for a page. */
export class PublishRoom implements DeskRoom {
  readonly #model: DeskModel;
  readonly #changed: () => void;
  /** Results that `version` was made of. */
  #of: Results | undefined;
  #version: Results | undefined;
  #before: readonly Results[] = [];
  #fingerprints: Fingerprints | undefined;
  #file = '';
  #copied: { readonly kind: SnippetKind; readonly done: boolean } | undefined;

  constructor(model: DeskModel, changed: () => void) {
    this.#model = model;
    this.#changed = changed;
  }

  render(words: DeskWords): TemplateResult | typeof nothing {
    const held = heldView(words, this.#model);
    const { results } = this.#model;
    if (held || !results) return held ?? nothing;
    if (this.#of !== results) void this.#prepare(results);
    const { publish, locale } = words.own;
    return html`
      <p>${publish.lead}</p>
      <ul>
        ${publish.points.map((point) => html`<li>${point}</li>`)}
      </ul>
      ${this.#before.length ? html`<p class="soft">${publish.earlier(String(this.#before.length))}</p>` : nothing}
      ${unreadView(words, this.#model)}
      <p>
        <button type="button" class="main" id="publish" ?disabled=${!this.#version} @click=${this.#onPublish}>
          ${publish.button}
        </button>
      </p>
      <p role="status">${this.#file ? publish.done(this.#file) : ''}</p>
      <h4>${publish.snippetTitle}</h4>
      <p>${publish.snippetLead}</p>
      ${(['module', 'classic'] as const).map((kind) => this.#snippetView(publish, locale, kind, publishedName(results)))}
      <p class="soft">${Object.keys(this.#fingerprints ?? {}).length ? publish.integrity : publish.noIntegrity}</p>
      <details>
        <summary>${publish.preview}</summary>
        <canyu-change-index .results=${this.#version}></canyu-change-index>
      </details>
    `;
  }

  #snippetView(publish: DeskMessages['publish'], locale: string, kind: SnippetKind, file: string): TemplateResult {
    const copied = this.#copied?.kind === kind ? (this.#copied.done ? publish.copied : publish.copyFailed) : '';
    return html`
      <figure class="snippet">
        <figcaption id="snippet-${kind}">${publish[kind]}</figcaption>
        <pre part="snippet" tabindex="0" role="group" aria-labelledby="snippet-${kind}"><code>${snippet(
          kind,
          file,
          this.#fingerprints ?? {},
          locale,
          publish.fallback,
        )}</code></pre>
        <p>
          <button type="button" value=${kind} aria-describedby="snippet-${kind}" @click=${this.#onCopy}>
            ${publish.copy}
          </button>
          <span role="status">${copied}</span>
        </p>
      </figure>
    `;
  }

  async #prepare(results: Results): Promise<void> {
    this.#of = results;
    this.#version = undefined;
    this.#file = '';
    this.#before = await publishedBefore(this.#model.store, results.study.id).catch(() => []);
    this.#fingerprints ??= await readFingerprints();
    if (this.#of !== results) return;
    this.#version = published(results, this.#before);
    this.#changed();
  }

  readonly #onPublish = (): void => {
    const version = this.#version;
    if (!version) return;
    this.#file = publishedName(version);
    download(new Blob([`${JSON.stringify(version)}\n`], { type: 'application/json' }), this.#file);
    // A version that could not be remembered was handed out all the same.
    void remember(this.#model.store, version, this.#before).catch(() => undefined);
    this.#changed();
  };

  readonly #onCopy = (event: Event): void => {
    const button = event.currentTarget as HTMLButtonElement;
    const kind = button.value as SnippetKind;
    const text = button.closest('figure')?.querySelector('code')?.textContent ?? '';
    const root = button.getRootNode() as ShadowRoot;
    void import('../../survey/handover/copy.js')
      .then(({ copyText }) => copyText(text, root))
      .catch(() => false)
      .then((done) => {
        this.#copied = { kind, done };
        this.#changed();
      });
  };
}
