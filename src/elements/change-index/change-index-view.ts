import { html, type CSSResult, type TemplateResult } from 'lit';
import type { Results } from '../../core/change/types.js';
import { loadMessages, type LocaleController } from '../../i18n/locale.js';
import { ownInstrumentCatalogues } from '../../i18n/own-instrument/index.js';
import { resultsCatalogues } from '../../i18n/results/index.js';
import type { ResultsMessages } from '../../i18n/results/types.js';
import { resultsStyles } from '../chart/chart.styles.js';
import { notLoaded, waiting } from '../chart/not-loaded.js';
import { ResultsSource, type ResultsState } from '../chart/results-source.js';
import { troubleView } from '../chart/trouble-view.js';
import type { LazyView } from '../lazy-element.js';
import type { CanyuChangeIndex } from './canyu-change-index.js';
import { cardStyles } from './card.styles.js';
import { cardView, type ChartTexts } from './card-view.js';
import { heldBackView, noneView } from './counts-view.js';
import { LocalSource } from './local-source.js';

/** Everything of `<canyu-change-index>` but its attributes: gets or computes the results, loads the words, shows the card. */
export class ChangeIndexView implements LazyView {
  readonly styles: CSSResult[] = [resultsStyles, cardStyles];
  readonly #host: CanyuChangeIndex;
  readonly #locale: LocaleController;
  readonly #given: ResultsSource;
  readonly #local: LocalSource;
  #messages: ResultsMessages | undefined;
  #charts: ChartTexts | undefined;
  #own: { readonly locale: string; card(results: Results, unread: number): TemplateResult } | undefined;
  #loading: Promise<void> | undefined;
  #wordless = false;
  #told: unknown;

  constructor(host: CanyuChangeIndex, locale: LocaleController) {
    this.#host = host;
    this.#locale = locale;
    this.#given = new ResultsSource(() => host.requestUpdate());
    this.#local = new LocalSource(() => host.requestUpdate());
  }

  /** Resolves when no words are under way. */
  get settled(): Promise<void> {
    return Promise.resolve(this.#loading);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#given.stop();
    this.#local.stop();
  }

  hostUpdate(): void {
    const { results, src, study, definition, instrument, baseline, endline } = this.#host;
    if (this.#isLocal()) {
      this.#local.ask({ study: study ?? definition!.id, definition, instrument, baseline, endline });
    } else {
      this.#local.stop();
      this.#given.set(results, src);
    }
    if (this.#messages?.locale !== this.#locale.locale && !this.#wordless) this.#loading ??= this.#loadWords();
  }

  hostUpdated(): void {
    if (!this.#messages) return;
    const state = this.#state();
    const about = state.status === 'ready' ? state.results : state.status === 'trouble' ? state : undefined;
    if (!about || this.#told === about) return;
    this.#told = about;
    if (state.status === 'ready') this.#send('canyu-results', { study: state.results.study.id });
    else if (state.status === 'trouble') this.#send('canyu-error', { code: state.code });
  }

  render(): TemplateResult {
    const [messages, charts] = [this.#messages, this.#charts];
    if (!messages || !charts) return this.#wordless ? notLoaded(this.#onRetry) : waiting;
    // Chinese and English run from left to right, also on a page that does not.
    return html`<article part="card" dir="ltr" lang=${messages.locale}>${this.#body(messages, charts)}</article>`;
  }

  #body(messages: ResultsMessages, charts: ChartTexts): TemplateResult {
    const outcome = this.#isLocal() ? this.#local.outcome : undefined;
    if (outcome?.status === 'held-back') return heldBackView(messages, outcome);
    if (outcome?.status === 'none') return noneView(messages, outcome);
    const state = this.#state();
    if (state.status === 'ready') {
      const unread = outcome?.status === 'results' ? outcome.unread : 0;
      if (!state.results.labels) return cardView(messages, charts, state.results, unread);
      if (this.#own?.locale === messages.locale) return this.#own.card(state.results, unread);
      this.#loading ??= this.#loadOwn(messages, charts);
      return waiting;
    }
    if (state.status === 'trouble') return troubleView(messages, state);
    return html`<p role="status">${this.#isLocal() ? messages.computing : messages.loading}</p>`;
  }

  #isLocal(): boolean {
    const { results, src, study, definition } = this.#host;
    return !results && !src && Boolean(study ?? definition);
  }

  /** What the results elements have in common; a local outcome without figures counts as loading here. */
  #state(): ResultsState {
    if (!this.#isLocal()) return this.#given.state;
    const { outcome } = this.#local;
    if (outcome?.status === 'results') return this.#ready(outcome.results);
    return outcome?.status === 'trouble' ? outcome : { status: 'loading' };
  }

  #ready(results: Results): ResultsState {
    return { status: 'ready', results };
  }

  readonly #onRetry = (): void => {
    this.#wordless = false;
    this.#host.requestUpdate();
  };

  async #loadWords(): Promise<void> {
    try {
      const { locale } = this.#locale;
      const [messages, tables, words] = await Promise.all([
        loadMessages(resultsCatalogues, locale),
        import('../../charts/chart-table.js'),
        import('../../charts/words.js'),
      ]);
      this.#messages = messages;
      this.#charts = { ...tables, ...words };
    } catch {
      this.#wordless = true;
      this.#send('canyu-error', { code: 'load-failed' });
    } finally {
      this.#loading = undefined;
      this.#host.requestUpdate();
    }
  }

  /** The card of results that have names of their own for what they measure: an instrument of the site's own. */
  async #loadOwn(messages: ResultsMessages, charts: ChartTexts): Promise<void> {
    try {
      const [{ ownCardView }, own] = await Promise.all([
        import('./own-card-view.js'),
        loadMessages(ownInstrumentCatalogues, messages.locale),
      ]);
      this.#own = {
        locale: messages.locale,
        card: (results, unread) => ownCardView(messages, own, charts, results, unread),
      };
    } catch {
      this.#messages = undefined;
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
