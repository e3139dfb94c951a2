import type { Group, Locale } from '../../core/text.js';
import type { Store } from '../../store/store.js';
import type { CanyuSurvey, CanyuSurveyEvents } from '../survey/canyu-survey.js';
import type { CanyuKiosk } from './canyu-kiosk.js';

type Ended = (round: number, detail: CanyuSurveyEvents['canyu-complete']) => void;

/** Events of the survey that say which response it is, or how fast somebody goes: they end at the kiosk. */
const PRIVATE = ['canyu-ready', 'canyu-start', 'canyu-progress', 'canyu-saved', 'canyu-submit', 'canyu-complete'];

/** The one survey of a kiosk: a new element for every respondent, so that nothing can be carried over. */
export class Stage {
  /** The survey that runs now; drawn by the kiosk. */
  survey: CanyuSurvey | undefined;
  #round = -1;
  readonly #host: CanyuKiosk;
  readonly #ended: Ended;

  readonly #store: Store;

  constructor(host: CanyuKiosk, store: Store, ended: Ended) {
    this.#host = host;
    this.#store = store;
    this.#ended = ended;
  }

  /** Makes the survey of a round, or changes the language of the one that runs. */
  open(round: number, group: Group, wave: string, locale: Locale): void {
    if (this.#round !== round) {
      this.clear();
      this.#round = round;
      this.survey = this.#make(round, group, wave);
    }
    if (this.survey && this.survey.lang !== locale) this.survey.lang = locale;
  }

  /** Takes the survey out of the page at once, with all that was filled in. */
  clear(): void {
    const { survey } = this;
    if (!survey) return;
    this.survey = undefined;
    this.#round = -1;
    void survey.reset().catch(() => undefined);
    survey.remove();
  }

  #make(round: number, group: Group, wave: string): CanyuSurvey {
    const survey = document.createElement('canyu-survey');
    const { src, study, instrument, community, form } = this.#host;
    Object.assign(survey, {
      src,
      study,
      instrument,
      community,
      wave,
      group,
      device: 'kiosk',
      sharedStore: this.#store,
    });
    if (form) survey.form = form === 'short' ? 'short' : 'full';
    for (const type of PRIVATE) survey.addEventListener(type, stop);
    survey.addEventListener('canyu-complete', ({ detail }) => this.#ended(round, detail));
    return survey;
  }
}

const stop = (event: Event): void => event.stopPropagation();
