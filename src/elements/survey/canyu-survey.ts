import { LitElement, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { FormId } from '../../core/instrument/types.js';
import type { Mode } from '../../core/response/types.js';
import { VERSION } from '../../core/version.js';
import { LocaleController } from '../../i18n/locale.js';
import { oneOf } from '../attributes.js';
import { theme } from '../theme.js';
import type { SurveyApp } from './survey-app.js';
import { surveyStyles } from './survey.styles.js';

/** The events of `<canyu-survey>` and what their `detail` holds: ids and counts, never answers. */
export interface CanyuSurveyEvents {
  'canyu-ready': Record<string, never>;
  'canyu-start': Record<string, never>;
  'canyu-progress': { readonly index: number; readonly total: number };
  'canyu-saved': { readonly responseId: string };
  'canyu-submit': { readonly responseId: string };
  'canyu-complete': { readonly responseId: string; readonly wave: string; readonly group: string };
  'canyu-error': { readonly code: string };
}

/**
 * One respondent's survey at one wave: consent, one question per screen, linking code, review, thanks. Answers are kept in this
 * browser; a half-finished sheet is offered again after a reload.
 *
 * @tag canyu-survey
 * @summary Runs the participation-trust survey for one respondent.
 *
 * @fires {CustomEvent<Record<string, never>>} canyu-ready - The first screen is shown.
 * @fires {CustomEvent<Record<string, never>>} canyu-start - Consent was given.
 * @fires {CustomEvent<{index: number, total: number}>} canyu-progress - Another step is shown.
 * @fires {CustomEvent<{responseId: string}>} canyu-saved - The draft, or at the end the response, is safely stored.
 * @fires {CustomEvent<{responseId: string}>} canyu-submit - Before the response is stored; cancelable.
 * @fires {CustomEvent<{responseId: string, wave: string, group: string}>} canyu-complete - The response is stored and thanks are shown.
 * @fires {CustomEvent<{code: string}>} canyu-error - Something went wrong; the element shows what and what to do.
 *
 * @csspart page - The column that holds everything.
 * @csspart heading - The question or title of the current screen.
 * @csspart option - A row with one answer.
 * @csspart button - Every button.
 *
 * @cssprop [--canyu-color-accent=#0b6e69] - Buttons, chosen rows, focus.
 * @cssprop [--canyu-color-text=#1b1b1f] - Text.
 * @cssprop [--canyu-color-surface=#fff] - Background.
 * @cssprop [--canyu-font] - Font family; default is the system's CJK fonts.
 * @cssprop [--canyu-font-size=20px] - Base size of text.
 * @cssprop [--canyu-space=8px] - Unit of all distances.
 * @cssprop [--canyu-radius=4px] - Corners of rows and buttons.
 */
export class CanyuSurvey extends LitElement {
  /** Version of the package this class comes from. */
  static readonly version: string = VERSION;
  static override styles: CSSResultGroup = [theme, surveyStyles];

  /** Id of the study; enough when there is no study file. */
  @property() study?: string;
  /** Address of the study file (`canyu-study/1`). */
  @property() src?: string;
  /** Id of the wave; default: the one that is open now, else the first. */
  @property() wave?: string;
  /** `resident`, `official` or `partner`; default: the study's first group. */
  @property() group?: string;
  /** Id of the community, where the page knows it. */
  @property() community?: string;
  /** `full` or `short` (two items of each scale). */
  @property({ converter: oneOf('form', ['full', 'short']) }) form: FormId = 'full';
  /** `step`: one question per screen; `page`: all closed questions on one page. */
  @property({ converter: oneOf('layout', ['step', 'page']) }) layout: 'step' | 'page' = 'step';
  /** `self`, `helped` or `paper`: how the sheet is filled in. */
  @property({ converter: oneOf('mode', ['self', 'helped', 'paper']) }) mode: Mode = 'self';
  /** Kind of device: `own`, or `kiosk` inside `<canyu-kiosk>`. */
  @property({ attribute: false }) device = 'own';

  @state() private app?: SurveyApp;
  @state() private failed = false;

  readonly #locale = new LocaleController(this);
  #views?: typeof import('./views/survey-view.js');

  /** Throws the answers that are not handed in away and shows the first screen to the next person. */
  async reset(): Promise<void> {
    await this.app?.reset();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.app && !this.failed) void this.#load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.app) return;
    const reopen = (['study', 'src', 'wave', 'group', 'community', 'form', 'mode', 'device'] as const).some((name) =>
      changed.has(name),
    );
    if (reopen) void this.app.open(this.#locale.locale);
    else void this.app.changeLocale(this.#locale.locale);
  }

  protected override updated(): void {
    if (this.app) this.app.updated(this.renderRoot as ShadowRoot);
  }

  protected override render(): TemplateResult {
    const locale = this.#locale.locale;
    if (this.failed) return this.#renderFailed();
    return html`<div class="page" part="page" lang=${this.app?.words?.locale ?? locale}>
      ${this.app && this.#views ? this.#views.surveyView(this.app, this.layout) : nothing}
    </div>`;
  }

  /** Both languages by hand: when the code itself did not arrive, neither did the catalogues. */
  #renderFailed(): TemplateResult {
    return html`<div class="page" part="page">
      <p class="notice alarm" role="alert">
        <span lang="zh-Hans">问卷没有完全打开，可能是网络断了一下。</span>
        <span lang="en">The questions did not load completely; the network may have dropped.</span>
      </p>
      <div class="nav">
        <button class="main" part="button" @click=${this.#onRetry}>
          <span lang="zh-Hans">再试一次</span> <span lang="en">Try again</span>
        </button>
      </div>
    </div>`;
  }

  readonly #onRetry = (): void => {
    this.failed = false;
    void this.#load();
  };

  async #load(): Promise<void> {
    try {
      const [{ SurveyApp }, views] = await Promise.all([import('./survey-app.js'), import('./views/survey-view.js')]);
      this.#views = views;
      const app = new SurveyApp(this);
      this.app = app;
      await app.open(this.#locale.locale);
    } catch {
      this.failed = true;
      this.dispatchEvent(
        new CustomEvent('canyu-error', { detail: { code: 'load-failed' }, bubbles: true, composed: true }),
      );
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'canyu-survey': CanyuSurvey;
  }
  interface GlobalEventHandlersEventMap {
    'canyu-ready': CustomEvent<CanyuSurveyEvents['canyu-ready']>;
    'canyu-start': CustomEvent<CanyuSurveyEvents['canyu-start']>;
    'canyu-progress': CustomEvent<CanyuSurveyEvents['canyu-progress']>;
    'canyu-saved': CustomEvent<CanyuSurveyEvents['canyu-saved']>;
    'canyu-submit': CustomEvent<CanyuSurveyEvents['canyu-submit']>;
    'canyu-complete': CustomEvent<CanyuSurveyEvents['canyu-complete']>;
    'canyu-error': CustomEvent<CanyuSurveyEvents['canyu-error']>;
  }
}
