import { nearestLocale } from '../../i18n/locale.js';
import { SurveyRunner } from './survey-runner.js';

/** The runner with its ears: DOM events of the views become actions of the session. */
export class SurveyApp extends SurveyRunner {
  readonly onAgree = (event: Event): void => {
    event.preventDefault();
    const boxes = new FormData(event.currentTarget as HTMLFormElement);
    void this.agree(boxes.has('participate'), boxes.has('process'), boxes.has('link'));
  };

  readonly onNext = (event: Event): void => {
    event.preventDefault();
    this.dispatch({ type: 'next' });
  };

  /** To the first step behind the questions of a whole page. */
  readonly onNextPart = (event: Event): void => {
    event.preventDefault();
    for (const { length } = this.part, step = { n: 0 }; step.n < length; step.n++) {
      this.dispatch({ type: 'next' }, step.n === length - 1);
    }
  };

  readonly onBack = (): void => this.dispatch({ type: 'back' });

  readonly onAnswer = (event: Event): void => {
    const { name, value } = event.currentTarget as HTMLInputElement;
    const answer = value === 'dk' || value === 'pns' ? value : Number(value);
    this.dispatch({ type: 'answer', item: name, value: answer });
  };

  readonly onCommunity = (event: Event): void => {
    this.dispatch({ type: 'community', community: (event.currentTarget as HTMLInputElement).value });
  };

  readonly onChange = (event: Event): void => {
    this.dispatch({ type: 'change', step: (event.currentTarget as HTMLButtonElement).value });
  };

  readonly onRetrySave = (): void => this.retrySave();
  readonly onReopen = (): void => void this.open(this.words?.locale ?? nearestLocale(this.host.lang));
  readonly onAgain = (): void => void this.reset();

  readonly onWithdraw = (): void => {
    this.phase = 'withdraw';
    void this.needLate().then(() => this.show());
  };
}
