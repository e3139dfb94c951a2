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

  readonly onBack = (): void => this.dispatch({ type: 'back' });

  readonly onAnswer = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    const answer = value === 'dk' || value === 'pns' ? value : Number(value);
    this.dispatch({ type: 'answer', item: name, value: answer });
  };

  readonly onRetrySave = (): void => void this.retrySave();
  readonly onTools = (): void => void this.needTools(true);
  readonly onAgain = (): void => void this.reset();

  readonly onWithdraw = (): void => {
    this.phase = 'withdraw';
    void this.needLate().then(() => this.show());
  };
}
