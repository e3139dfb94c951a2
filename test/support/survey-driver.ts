import { html, type TemplateResult } from 'lit';
import '../../src/define/canyu-survey.js';
import type { CanyuSurvey } from '../../src/elements/survey/canyu-survey.js';
import type { SurveyResponse } from '../../src/core/response/types.js';
import { fixture, until } from './fixture.js';

/** One survey on the page, used as a person uses it: by what is on screen. */
export class SurveyDriver {
  readonly element: CanyuSurvey;

  constructor(element: CanyuSurvey) {
    this.element = element;
  }

  static async open(
    template: TemplateResult = html`<canyu-survey study="t" wave="pre" group="resident"></canyu-survey>`,
    root?: ParentNode & Node,
  ): Promise<SurveyDriver> {
    const driver = new SurveyDriver(await fixture<CanyuSurvey>(template, root));
    await until(() => driver.heading, 'a first screen');
    return driver;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get heading(): string {
    return this.root.querySelector('h2')?.textContent.trim() ?? '';
  }

  get text(): string {
    return this.root.textContent.replace(/\s+/g, ' ').trim();
  }

  /** Everything a person can choose or press now. */
  all<T extends Element>(selector: string): T[] {
    return [...this.root.querySelectorAll<T>(selector)];
  }

  get radios(): HTMLInputElement[] {
    return this.all<HTMLInputElement>('input[type=radio]');
  }

  /** Id of the question on screen. */
  get item(): string {
    return this.radios[0]?.name ?? this.all<HTMLTextAreaElement>('textarea')[0]?.name ?? '';
  }

  async press(selector: string): Promise<void> {
    const button = await until(() => this.root.querySelector<HTMLElement>(selector), selector);
    button.click();
    await this.settle();
  }

  /** Presses the button with this text. */
  async pressText(text: string): Promise<void> {
    const button = await until(
      () => this.all<HTMLElement>('button').find((one) => one.textContent.trim() === text),
      text,
    );
    button.click();
    await this.settle();
  }

  async settle(): Promise<void> {
    await this.element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    await this.element.updateComplete;
  }

  async choose(value: string | number): Promise<void> {
    const radio = await until(() => this.radios.find((one) => one.value === String(value)), `option ${value}`);
    radio.click();
    await this.settle();
  }

  async next(): Promise<void> {
    await this.press('button[type=submit]');
  }

  async consent(link = true): Promise<void> {
    for (const name of link ? ['participate', 'process', 'link'] : ['participate', 'process']) {
      await this.press(`input[name=${name}]`);
    }
    const before = this.heading;
    await this.press('button[type=submit]');
    await until(() => this.heading !== before, 'the step after consent');
    await this.next();
  }

  /** Answers every question on the way to `goal` (an item id, `link`, or `review`) by `value`. */
  async goTo(goal: string, value: (item: string) => string | number = () => 2): Promise<void> {
    for (let i = 0; i < 60; i++) {
      await until(() => this.item || this.atReview, 'a question');
      if (goal === 'review' ? this.atReview : goal === 'link' ? this.item === 'G1' : this.item === goal) return;
      if (this.radios.length > 0 && !/^G\d/.test(this.item)) await this.choose(value(this.item));
      const here = this.heading;
      await this.next();
      await until(() => this.heading !== here || this.atReview, `the step after ${here}`);
    }
    throw new Error(`never came to ${goal}`);
  }

  get atReview(): boolean {
    return this.root.querySelector('ul.review') !== null;
  }

  /** Fills in the six small questions and waits for what comes after them. */
  async code(answers: Readonly<Record<string, string>>): Promise<void> {
    for (const id of ['G1', 'G2', 'G3', 'G4', 'G5', 'G6']) {
      await until(() => this.item === id, id);
      const answer = answers[id] ?? '?';
      const field = this.root.querySelector<HTMLInputElement>('input.name');
      if (field && answer !== '?') {
        field.value = answer;
        field.dispatchEvent(new Event('change'));
        await this.settle();
      } else {
        await this.choose(answer);
      }
      await this.next();
    }
  }

  /** Hands the sheet in and waits for the end. */
  async handIn(): Promise<void> {
    await until(() => this.atReview, 'the review');
    await this.press('.step > .nav button.main');
  }
}

/** All responses in this browser's store, read past all our code. */
export async function storedResponses(name = 'canyu'): Promise<SurveyResponse[]> {
  return (await storedTexts('responses', name)).map((text) => JSON.parse(String(text)) as SurveyResponse);
}

/** All values of one object store as they are. */
export async function storedTexts(store: string, name = 'canyu'): Promise<unknown[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = (): void => resolve(request.result);
    request.onerror = (): void => reject(request.error ?? new Error('open'));
  });
  try {
    return await new Promise((resolve, reject) => {
      const request = database.transaction(store).objectStore(store).getAll() as IDBRequest<unknown[]>;
      request.onsuccess = (): void => resolve(request.result);
      request.onerror = (): void => reject(request.error ?? new Error('read'));
    });
  } finally {
    database.close();
  }
}

/** Deletes this browser's store and its watermark. */
export async function forgetEverything(name = 'canyu'): Promise<void> {
  localStorage.clear();
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = (): void => resolve();
  });
}
