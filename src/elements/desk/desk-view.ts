import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { textIn } from '../../core/text.js';
import { addCounts, noCounts } from '../../core/gather/report.js';
import { deskCatalogues } from '../../i18n/desk/index.js';
import type { DeskMessages, Room } from '../../i18n/desk/types.js';
import { loadMessages, type LocaleController } from '../../i18n/locale.js';
import type { OpeningMessages } from '../../i18n/seal/types.js';
import { resultsStyles } from '../chart/chart.styles.js';
import { notLoaded, waiting } from '../chart/not-loaded.js';
import type { LazyView } from '../lazy-element.js';
import type { CanyuDesk, GatherDetail } from './canyu-desk.js';
import { DeskModel } from './desk-model.js';
import { deskStyles } from './desk.styles.js';
import { givenFile, type Given } from './gatherer.js';
import { roomStyles } from './rooms.styles.js';
import { CheckRoom } from './rooms/check-room.js';
import { GatherRoom } from './rooms/gather-room.js';
import { MeetingRoom } from './rooms/meeting-room.js';
import { PublishRoom } from './rooms/publish-room.js';
import { ResultsRoom } from './rooms/results-room.js';

/** The words of the desk and of its keys. */
export interface DeskWords {
  readonly own: DeskMessages;
  readonly opening: OpeningMessages;
}

/** One room of the desk. Rooms for setting up a study and for keeping its ledgers can be put beside these. */
export interface DeskRoom {
  render(words: DeskWords): TemplateResult | typeof nothing;
}

const ROOMS: readonly Room[] = ['gather', 'check', 'results', 'meeting', 'publish'];

/** Everything of `<canyu-desk>` but its attributes: the words, the rooms, and files that are dropped anywhere on it. */
export class DeskView implements LazyView {
  readonly styles: CSSResult[] = [resultsStyles, deskStyles, roomStyles];
  readonly model: DeskModel;
  readonly #host: CanyuDesk;
  readonly #locale: LocaleController;
  readonly #rooms: Readonly<Record<Room, DeskRoom>>;
  #room: Room = 'gather';
  #words: DeskWords | undefined;
  #loading: Promise<void> | undefined;
  #wordless = false;
  #isOver = false;
  #toldTrouble = '';

  constructor(host: CanyuDesk, locale: LocaleController) {
    this.#host = host;
    this.#locale = locale;
    const changed = (): void => host.requestUpdate();
    const model = (this.model = new DeskModel(changed));
    this.#rooms = {
      gather: new GatherRoom(model, changed, (given) => this.#take(given)),
      check: new CheckRoom(model),
      results: new ResultsRoom(model, changed),
      meeting: new MeetingRoom(model, changed),
      publish: new PublishRoom(model, changed),
    };
  }

  /** Resolves when the words are there and the store was looked at. */
  get settled(): Promise<unknown> {
    return Promise.all([this.#loading, this.model.settled]);
  }

  hostConnected(): void {
    this.#host.addEventListener('dragover', this.#onDragOver);
    this.#host.addEventListener('dragleave', this.#onDragLeave);
    this.#host.addEventListener('drop', this.#onDrop);
    this.model.look();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('dragover', this.#onDragOver);
    this.#host.removeEventListener('dragleave', this.#onDragLeave);
    this.#host.removeEventListener('drop', this.#onDrop);
    this.model.close();
  }

  hostUpdate(): void {
    const { study } = this.#host;
    if (study) this.model.open(study);
    if (this.#words?.own.locale !== this.#locale.locale && !this.#wordless) this.#loading ??= this.#loadWords();
  }

  hostUpdated(): void {
    const { trouble } = this.model;
    if (trouble && trouble !== this.#toldTrouble) this.#send('canyu-error', { code: 'store-unavailable' });
    this.#toldTrouble = trouble;
  }

  /** Takes in files as if they had been dropped. */
  async gather(files: Iterable<File>): Promise<void> {
    await this.#take(Array.from(files, givenFile));
  }

  render(): TemplateResult {
    const words = this.#words;
    if (!words) return this.#wordless ? notLoaded(this.#onRetry) : waiting;
    const { own } = words;
    const { study, trouble } = this.model;
    return html`
      <div class="desk ${this.#isOver ? 'over' : ''}" dir="ltr" lang=${own.locale}>
        <header>
          <p class="kicker">${own.title}</p>
          ${study ? html`<h2>${textIn(study.title, own.locale)} <small>${study.id}</small></h2>` : nothing}
          ${study?.synthetic ? html`<p><span class="synthetic">${own.synthetic}</span></p>` : nothing}
        </header>
        ${
          trouble
            ? html`<div class="message trouble" role="alert">
                ${own.storeFailed} <small>${own.code(trouble)}</small>
              </div>`
            : nothing
        }
        <nav part="nav" aria-label=${own.roomsLabel}>
          <ol>
            ${ROOMS.map(
              (room) =>
                html`<li>
                  <button
                    type="button"
                    data-room=${room}
                    aria-current=${room === this.#room ? 'step' : 'false'}
                    @click=${this.#onRoom}
                  >
                    ${own.rooms[room]}
                  </button>
                </li>`,
            )}
          </ol>
        </nav>
        <section part="room" data-room=${this.#room} aria-labelledby="room">
          <h3 id="room" tabindex="-1">${own.rooms[this.#room]}</h3>
          ${this.#rooms[this.#room].render(words)}
        </section>
      </div>
    `;
  }

  async #take(given: readonly Given[]): Promise<void> {
    const { gatherer } = this.model;
    const before = this.#added();
    this.#goTo('gather');
    await gatherer.add(given);
    const detail: GatherDetail = { study: this.model.study?.id ?? '', added: this.#added() - before };
    this.#send('canyu-gather', detail);
  }

  #added(): number {
    return this.model.gatherer.items.reduce(
      (sum, { state }) => (state.status === 'done' ? addCounts(sum, state.counts) : sum),
      noCounts,
    ).added;
  }

  #goTo(room: Room): void {
    this.#room = room;
    this.#host.requestUpdate();
  }

  readonly #onRoom = (event: Event): void => {
    this.#goTo((event.currentTarget as HTMLElement).dataset['room'] as Room);
    // The heading is the beginning of what was asked for, also for who hears the page.
    void this.#host.updateComplete.then(() => this.#host.shadowRoot?.querySelector<HTMLElement>('#room')?.focus());
  };

  readonly #onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    if (this.#isOver) return;
    this.#isOver = true;
    this.#host.requestUpdate();
  };

  readonly #onDragLeave = (event: DragEvent): void => {
    if (event.relatedTarget instanceof Node && this.#host.contains(event.relatedTarget)) return;
    this.#isOver = false;
    this.#host.requestUpdate();
  };

  readonly #onDrop = (event: DragEvent): void => {
    this.#isOver = false;
    const files = event.dataTransfer?.files;
    if (!files?.length) return;
    event.preventDefault();
    void this.gather(files);
  };

  readonly #onRetry = (): void => {
    this.#wordless = false;
    this.#host.requestUpdate();
  };

  async #loadWords(): Promise<void> {
    try {
      const { locale } = this.#locale;
      const [own, opening] = await Promise.all([
        loadMessages(deskCatalogues, locale),
        import('../../i18n/seal/index.js').then(({ openingCatalogues }) => loadMessages(openingCatalogues, locale)),
      ]);
      this.#words = { own, opening };
    } catch {
      this.#wordless = true;
      this.#send('canyu-error', { code: 'load-failed' });
    } finally {
      this.#loading = undefined;
      this.#host.requestUpdate();
    }
  }

  #send(name: string, detail: object): void {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
