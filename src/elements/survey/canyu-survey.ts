import type { PropertyDeclarations } from 'lit';
import type { FormId } from '../../core/instrument/types.js';
import type { Mode } from '../../core/response/types.js';
import { VERSION } from '../../core/version.js';
import type { Store } from '../../store/store.js';
import { oneOf } from '../attributes.js';
import { LazyElement, type LazyView } from '../lazy-element.js';
import { SurveyView } from './survey-view.js';

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
 * @csspart option - A row with one answer; the chosen one is also `chosen`.
 * @csspart chosen - The row that is chosen.
 * @csspart button - Every button; the one that leads on is also `main`, one without a frame also `plain`.
 * @csspart main - The button that leads on.
 * @csspart plain - A button that looks like a link.
 * @csspart progress - Where the respondent is, in words and as a bar.
 * @csspart field - The field of an open question.
 * @csspart handover - The ways out for a sheet that cannot be stored.
 * @csspart codes - The sheet as QR codes.
 *
 * @cssprop [--canyu-color-accent=#0b6e69] - Buttons, chosen rows, focus.
 * @cssprop [--canyu-color-text=#1b1b1f] - Text.
 * @cssprop [--canyu-color-surface=#fff] - Background.
 * @cssprop [--canyu-font] - Font family; default is the system's CJK fonts.
 * @cssprop [--canyu-font-size=20px] - Base size of text.
 * @cssprop [--canyu-space=8px] - Unit of all distances.
 * @cssprop [--canyu-radius=4px] - Corners of rows and buttons.
 */
export class CanyuSurvey extends LazyElement<LazyView & Partial<Pick<SurveyView, 'app'>>> {
  /** Version of the package this class comes from. */
  static readonly version: string = VERSION;
  static override properties: PropertyDeclarations = {
    study: {},
    src: {},
    instrument: {},
    wave: {},
    group: {},
    community: {},
    form: { converter: oneOf('form', ['full', 'short']) },
    layout: { converter: oneOf('layout', ['step', 'page', 'print']) },
    mode: { converter: oneOf('mode', ['self', 'helped', 'paper']) },
    device: { attribute: false },
  };

  /** Id of the study; enough when there is no study file. */
  declare study: string | undefined;
  /** Address of the study file (`canyu-study/1`). */
  declare src: string | undefined;
  /** Address of an instrument of the site's own (`canyu-instrument/1`); default: the built-in one. */
  declare instrument: string | undefined;
  /** Id of the wave; default: the one that is open now, else the first. */
  declare wave: string | undefined;
  /** `resident`, `official` or `partner`; default: the study's first group. */
  declare group: string | undefined;
  /** Id of the community, where the page knows it. */
  declare community: string | undefined;
  /** `full` or `short` (two items of each scale). */
  declare form: FormId;
  /** `step`: one question per screen; `page`: all closed questions on one page; `print`: the questionnaire for paper. */
  declare layout: 'step' | 'page' | 'print';
  /** `self`, `helped`, or `paper`: sheets filled in on paper are typed in. */
  declare mode: Mode;
  /** Kind of device: `own`, or `kiosk` inside `<canyu-kiosk>`. */
  declare device: string;
  /**
   * The store of the kiosk around it, so that not every respondent opens one.
   * @internal
   */
  declare sharedStore: Store | undefined;

  constructor() {
    super();
    this.form = 'full';
    this.layout = 'step';
    this.mode = 'self';
    this.device = 'own';
  }

  /** Throws the answers that are not handed in away and shows the first screen to the next person. */
  async reset(): Promise<void> {
    await this.view?.app?.reset();
  }

  protected override viewKind(): string {
    return this.layout === 'print' ? 'print' : this.mode === 'paper' ? 'paper' : '';
  }

  protected override async loadView(kind: string): Promise<LazyView> {
    const { language } = this;
    if (kind === 'print') return new (await import('./paper/print-view.js')).PrintView(this, language);
    if (kind === 'paper') return new (await import('./paper/paper-entry-view.js')).PaperEntryView(this, language);
    return new SurveyView(this, language);
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
