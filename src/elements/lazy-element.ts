import {
  LitElement,
  adoptStyles,
  html,
  nothing,
  type CSSResultOrNative,
  type ReactiveController,
  type TemplateResult,
} from 'lit';
import { LocaleController } from '../i18n/locale.js';
import { theme } from './theme.js';

/** What an element shows, loaded when the element first appears on a page. */
export interface LazyView extends ReactiveController {
  /** Style sheets beside the theme. */
  readonly styles: CSSResultOrNative[];
  /** Resolves when nothing is being loaded or drawn any more. */
  readonly settled?: Promise<unknown> | undefined;
  render(): TemplateResult;
}

/**
 * An element whose class is only its attributes, properties and events: everything else arrives by `import()` when the element is
 * first connected, so that a page pays for what it shows and a tag works wherever it is put, also inside foreign shadow roots.
 * When the code does not arrive, the element says so in both languages and offers to try again.
 */
export abstract class LazyElement<V extends LazyView> extends LitElement {
  /** The language to show, kept in step with the `lang` attributes around the element. */
  protected readonly language: LocaleController = new LocaleController(this);
  /** The loaded part. */
  protected view: V | undefined;
  #loading: Promise<void> | undefined;
  #failed = false;
  #kind = '';
  #retried = false;

  /** Imports the view's code and makes the view of this kind. */
  protected abstract loadView(kind: string): Promise<V>;

  /** Which view the attributes ask for; another answer than before loads another view. */
  protected viewKind(): string {
    return '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#loading ??= this.#load();
  }

  protected override willUpdate(): void {
    if (this.view && this.viewKind() !== this.#kind) this.#loading = this.#load();
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = super.createRenderRoot() as ShadowRoot;
    adoptStyles(root, [theme]);
    return root;
  }

  async #load(): Promise<void> {
    const kind = (this.#kind = this.viewKind());
    this.#drop();
    try {
      const view = await this.loadView(kind);
      if (kind !== this.#kind) return;
      adoptStyles(this.renderRoot as ShadowRoot, [theme, ...view.styles]);
      this.view = view;
      this.addController(view);
      this.requestUpdate();
    } catch {
      this.lost();
    }
  }

  #drop(): void {
    const { view } = this;
    if (!view) return;
    this.view = undefined;
    view.hostDisconnected?.();
    this.removeController(view);
  }

  /**
   * Code or words did not arrive: says so in the place of the view, and offers to try again.
   * @internal
   */
  lost(): void {
    // Some browsers remember for the whole life of a page that a module did not arrive: then only a reload helps.
    if (this.#retried) location.reload();
    this.#drop();
    this.#failed = true;
    this.dispatchEvent(
      new CustomEvent('canyu-error', { detail: { code: 'load-failed' }, bubbles: true, composed: true }),
    );
    this.requestUpdate();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#loading;
    const done = await super.getUpdateComplete();
    await this.view?.settled;
    return done && super.getUpdateComplete();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.view) return this.view.render();
    // Both languages by hand: where the code did not arrive, the catalogues did not either.
    return this.#failed
      ? html`<p role="alert">
          <span lang="zh-Hans">没有完全打开，可能是网络断了一下。</span>
          <span lang="en">This did not load completely; the network may have dropped.</span>
          <button @click=${this.#onRetry}><span lang="zh-Hans">再试一次</span> <span lang="en">Try again</span></button>
        </p>`
      : nothing;
  }

  readonly #onRetry = (): void => {
    this.#retried = true;
    this.#failed = false;
    this.#loading = this.#load();
  };
}
