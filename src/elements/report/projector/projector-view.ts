import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { MeetingSlide } from '../../../core/meeting/plan.js';
import type { LocaleController } from '../../../i18n/locale.js';
import { resultsStyles } from '../../chart/chart.styles.js';
import { notLoaded, waiting } from '../../chart/not-loaded.js';
import type { LazyView } from '../../lazy-element.js';
import type { CanyuReport } from '../canyu-report.js';
import { barView, helpView } from './bar.js';
import { Deck } from './deck.js';
import { keyAction, keyPlace, type KeyAction } from './keys.js';
import { loadParts, type Parts } from './load-parts.js';
import { Meeting, type Agenda } from './meeting.js';
import { openView } from './open-view.js';
import { projectorStyles } from './projector.styles.js';
import { slideView } from './slide-view.js';
import { Stage } from './stage.js';
import { clickTurn, onSwipe } from './swipe.js';
import { TalkEvents, toGuess } from './talk-events.js';
import { Talk } from './talk.js';
import { Teller } from './teller.js';
import { toggleFull } from './full.js';
import { headingOf, picturesOf, type Wall } from './wall.js';

/** The pages of an evaluation meeting for the wall (method.md §5, meeting plan): by keys, buttons, clicks and swipes. */
export class ProjectorView implements LazyView {
  readonly styles: CSSResult[] = [resultsStyles, ...projectorStyles];
  readonly #host: CanyuReport;
  readonly #locale: LocaleController;
  readonly #meeting: Meeting;
  readonly #deck = new Deck();
  readonly #talk = new Talk();
  readonly #events: TalkEvents;
  readonly #stage: Stage;
  readonly #teller: Teller;
  readonly #update: () => void;
  #parts: Parts | undefined;
  #agenda: Agenda | undefined;
  #loading: Promise<void> | undefined;
  #drawing: Promise<void> | undefined;
  #connection: AbortController | undefined;
  #wordless = false;
  #failed = false;
  #asTable = false;
  #isBlack = false;
  #announced = '';
  /** The focus was on something of the page. */
  #hadFocus = false;
  /** The page was turned since it was last drawn. */
  #isNew = false;

  constructor(host: CanyuReport, locale: LocaleController) {
    this.#host = host;
    this.#locale = locale;
    this.#teller = new Teller(host);
    this.#update = () => host.requestUpdate();
    this.#meeting = new Meeting(this.#update);
    this.#events = new TalkEvents(this.#talk, this.#update, () => this.#agenda!.results, this.#open);
    this.#stage = new Stage(this.#onFailed);
  }

  /** Resolves when no words are under way and the picture is drawn. */
  get settled(): Promise<void> {
    return Promise.all([this.#loading, this.#drawing]).then(() => undefined);
  }

  hostConnected(): void {
    const { signal } = (this.#connection = new AbortController());
    document.addEventListener('keydown', this.#onKey, { signal });
    document.addEventListener('fullscreenchange', this.#update, { signal });
    addEventListener('hashchange', () => this.#deck.readAddress() && this.#turned(), { signal });
    addEventListener('beforeunload', this.#onLeave, { signal });
    onSwipe(this.#host, (to) => this.#turn(to), signal);
    this.#host.addEventListener('dragover', (event) => event.preventDefault(), { signal });
    this.#host.addEventListener('drop', this.#onDrop, { signal });
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#meeting.stop();
    this.#stage.clear();
  }

  hostUpdate(): void {
    this.#meeting.set(this.#host);
    const { locale } = this.#locale;
    if (this.#parts?.words.locale !== locale && !this.#wordless) this.#loading ??= this.#load();
    const agenda = this.#parts && this.#meeting.agenda(this.#host, this.#parts.words.locale);
    if (agenda && agenda !== this.#agenda) {
      this.#deck.setCount(agenda.plan.length);
      this.#deck.readAddress();
    }
    this.#agenda = agenda;
    this.#hadFocus = Boolean(this.#host.shadowRoot?.activeElement?.closest('.slide'));
  }

  render(): TemplateResult {
    const [parts, agenda] = [this.#parts, this.#agenda];
    if (!parts) return this.#wordless ? notLoaded(this.#onRetry) : waiting;
    const { state, note } = this.#meeting;
    if (state.status === 'trouble') return openView(parts, state, note, this.#events.onOpen);
    if (!agenda) return html`<p role="status" dir="ltr">${parts.messages.loading}</p>`;
    const { at } = this.#deck;
    const slide = agenda.plan[at]!;
    const { words } = parts;
    return html`
      <div class="deck" part="report" dir="ltr" lang=${words.locale} ?inert=${this.#isBlack} @click=${this.#onClick}>
        ${slideView(slide, this.#wall(parts, agenda))}
        ${barView(words, {
          at,
          of: agenda.plan.length,
          step: slide.step,
          hasTable: slide.kind === 'chart' && !this.#failed,
          asTable: this.#asTable,
          isFull: document.fullscreenElement !== null,
          canBeFull: document.fullscreenEnabled,
          onPress: this.#onPress,
        })}
        <p class="visually-hidden" role="status">${this.#announced}</p>
        ${helpView(words)}
        <span class="probe"></span>
      </div>
      ${
        this.#isBlack
          ? html`<button
              class="black"
              lang=${words.locale}
              aria-label=${words.blackNote}
              @click=${this.#onLight}
            ></button>`
          : nothing
      }
    `;
  }

  hostUpdated(): void {
    const { state } = this.#meeting;
    const [parts, agenda] = [this.#parts, this.#agenda];
    if (parts && state.status === 'trouble') this.#teller.once(state, 'canyu-error', { code: state.code });
    if (!parts || !agenda) return;
    this.#teller.once(agenda.results, 'canyu-report-ready', { layout: 'projector' });
    const root = this.#host.renderRoot;
    this.#draw(parts, agenda);
    if (this.#isNew) root.querySelector('.slide')?.scrollTo({ top: 0 });
    this.#isNew = false;
    // A page that is gone takes the focus with it.
    if (this.#hadFocus && !this.#host.shadowRoot?.activeElement)
      root.querySelector<HTMLElement>('#heading')?.focus({ preventScroll: true });
    if (this.#isBlack) root.querySelector<HTMLElement>('.black')?.focus();
  }

  #draw({ kinds, words }: Parts, { plan, results }: Agenda): void {
    const slide = plan[this.#deck.at]!;
    const place = this.#host.renderRoot.querySelector<HTMLElement>('.place');
    if (!place || slide.kind !== 'chart') {
      this.#stage.clear();
      return;
    }
    const { paint } = kinds[slide.chart];
    const pictures = picturesOf(slide, words.locale).map((options) => ({ options, paint }));
    const probe = this.#host.renderRoot.querySelector<HTMLElement>('.probe')!;
    this.#drawing = this.#stage.show({ place, probe, results, pictures });
  }

  #wall(parts: Parts, agenda: Agenda): Wall {
    return {
      ...parts,
      ...agenda,
      talk: this.#talk,
      asTable: this.#asTable,
      failed: this.#failed,
      note: this.#meeting.note,
      on: this.#events,
    };
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (!this.#agenda) return;
    if (this.#isBlack) {
      this.#onLight();
      event.preventDefault();
      return;
    }
    if (this.#dialog()?.open) return;
    const target = event.composedPath()[0];
    const action = keyAction(event.key, keyPlace(target));
    if (
      !action ||
      (action.act === 'step' && this.#slide()?.kind === 'guess' && toGuess(this.#host.renderRoot, this.#talk))
    )
      return;
    // Escape leaves a field, so that the keys turn pages again.
    if (action.act === 'leave') {
      if (target instanceof HTMLInputElement) target.blur();
      return;
    }
    event.preventDefault();
    this.#do(action);
  };

  #do(action: KeyAction): void {
    const { plan } = this.#agenda!;
    if (this.#deck.act(action, (step) => plan.findIndex((slide) => slide.step === step))) this.#turned();
    else if (action.act === 'table') this.#asTable = !this.#asTable;
    else if (action.act === 'full') void toggleFull(this.#host);
    else if (action.act === 'black') this.#isBlack = true;
    else if (action.act === 'help') this.#dialog()?.showModal();
    this.#host.requestUpdate();
  }

  #turn(to: 'next' | 'back'): void {
    if (!this.#isBlack && this.#agenda) this.#do({ act: to });
  }

  #turned(): void {
    this.#asTable = false;
    this.#isNew = true;
    const [parts, agenda, slide] = [this.#parts, this.#agenda, this.#slide()];
    if (parts && agenda && slide) {
      const heading = headingOf(slide, this.#wall(parts, agenda));
      this.#announced = parts.words.announce(String(this.#deck.at + 1), String(agenda.plan.length), heading);
    }
    this.#host.requestUpdate();
  }

  #slide(): MeetingSlide | undefined {
    return this.#agenda?.plan[this.#deck.at];
  }

  readonly #onPress = (event: Event): void => {
    const { value } = event.currentTarget as HTMLButtonElement;
    const step = /^step-(\d)$/.exec(value)?.[1];
    this.#do(step ? { act: 'step', step: Number(step) } : { act: value as 'next' });
  };

  readonly #onClick = (event: MouseEvent): void => {
    const slide = this.#slide();
    const turn = slide && !this.#asTable && clickTurn(event, slide.kind, this.#host.getBoundingClientRect());
    if (turn) this.#turn(turn);
  };

  readonly #onLight = (): void => {
    this.#isBlack = false;
    this.#host.requestUpdate();
  };

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.#talk.isUnsaved) event.preventDefault();
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.#open([...(event.dataTransfer?.files ?? [])]);
  };

  readonly #open = (files: readonly File[]): void => {
    if (this.#parts && files.length > 0) this.#loading = this.#take(files, this.#parts);
  };

  async #take(files: readonly File[], { words }: Parts): Promise<void> {
    if (await this.#meeting.open(files, words)) {
      // What was guessed and weighed belongs to the results before.
      this.#talk.forgetResults();
      this.#deck.go(0);
    }
    this.#loading = undefined;
    this.#host.requestUpdate();
  }

  #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  readonly #onFailed = (): void => {
    this.#failed = true;
    this.#teller.tell('canyu-error', { code: 'chart-failed' });
    this.#host.requestUpdate();
  };

  readonly #onRetry = (): void => {
    this.#wordless = false;
    this.#host.requestUpdate();
  };

  async #load(): Promise<void> {
    try {
      this.#parts = await loadParts(this.#locale.locale);
    } catch {
      this.#wordless = true;
      this.#teller.tell('canyu-error', { code: 'load-failed' });
    } finally {
      this.#loading = undefined;
      this.#host.requestUpdate();
    }
  }
}
