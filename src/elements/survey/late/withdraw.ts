import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '../../../core/text.js';
import type { LateSurveyMessages, WithdrawBy } from '../../../i18n/survey/types.js';
import { longDate } from '../consent-text.js';
import { dayOf } from '../../day.js';
import type { SurveyApp } from '../survey-app.js';
import { forgetDeviceNumber } from './device-number.js';
import type { LinkGoal, NoTokens } from './link-flow.js';
import { removeSheets } from './sheets.js';

type Rendered = TemplateResult | typeof nothing;

const withdrawals = new WeakMap<object, Withdrawal>();

/** How a withdrawal ended: the number of sheets deleted, or why there are none. */
export type WithdrawalEnd = number | 'ambiguous' | 'failed' | NoTokens;

/**
 * Withdraws an earlier answer sheet (method.md §6.3): the six questions, the card or the device again, the same tokens, and every sheet
 * of this study in this browser that carries the full token is deleted. No record of who withdrew is kept. A sealed sheet shows no
 * token; there the way is the receipt (receipt-flow.ts).
 */
export class Withdrawal {
  static of(app: SurveyApp): Withdrawal {
    let withdrawal = withdrawals.get(app);
    if (!withdrawal) withdrawals.set(app, (withdrawal = new Withdrawal(app)));
    return withdrawal;
  }

  readonly app: SurveyApp;
  /** Where the six questions, the card or the device lead. */
  readonly goal: LinkGoal;
  #end: WithdrawalEnd | undefined;
  /** The sheet that was begun when the withdrawal ended; the next person begins another. */
  #sheet: string | undefined;

  constructor(app: SurveyApp) {
    this.app = app;
    this.goal = {
      done: (tokens) => void this.#remove(tokens),
      leave: () => this.onLeave(),
      failed: (why) => this.#finish(why),
    };
  }

  /** How it ended for the person who is here. */
  get end(): WithdrawalEnd | undefined {
    return this.#sheet === this.app.state?.id ? this.#end : undefined;
  }

  /** Why nothing can be withdrawn, whatever the answers. */
  get hopeless(): 'impossible' | 'too-late' | undefined {
    const { plan, study } = this.app;
    if (!plan?.linking || !study) return 'impossible';
    const last = study.consent?.tokensDestroyedBy;
    return last !== undefined && dayOf() > last ? 'too-late' : undefined;
  }

  readonly onLeave = (): void => {
    this.#end = undefined;
    void this.app.reset();
  };

  async #remove(tokens: readonly string[] | null): Promise<void> {
    if (!tokens) {
      this.onLeave();
      return;
    }
    const { app } = this;
    const study = app.study?.id ?? '';
    let end: WithdrawalEnd;
    try {
      end = await removeSheets(app.store, study, tokens[0]);
      if (end !== 'ambiguous' && end > 0 && app.study?.linking === 'device') forgetDeviceNumber(study);
    } catch (error) {
      app.onStoreError(error);
      end = 'failed';
    }
    this.#finish(end);
  }

  #finish(end: WithdrawalEnd): void {
    this.#end = end;
    this.#sheet = this.app.state?.id;
    this.app.show();
  }
}

/** The way to the sheet, or how the withdrawal ended, with whom to ask. */
export function withdrawView(withdrawal: Withdrawal, way: () => Rendered, messages: LateSurveyMessages): Rendered {
  const told = endText(withdrawal, messages);
  if (told === undefined) return way();
  const { app } = withdrawal;
  return html`<div class="step">
    <h2 part="heading" tabindex="-1">${messages.withdraw.title}</h2>
    <p class="notice" role="status">${told}</p>
    ${contactView(app, messages)}
    <div class="nav">
      <button type="button" class="main" part="button main" @click=${withdrawal.onLeave}>
        ${app.words?.messages.leave ?? nothing}
      </button>
    </div>
  </div>`;
}

/** Whom to ask. */
export function contactView({ study, words }: SurveyApp, { withdraw }: LateSurveyMessages): Rendered {
  const contact = textIn(study?.consent?.contact, words?.locale ?? 'zh-Hans') || words?.consent.unnamed.contact;
  return contact ? html`<p>${withdraw.contact(contact)}</p>` : nothing;
}

/** What to say at the end; undefined while the person is still on the way. */
function endText({ app, end, hopeless }: Withdrawal, { withdraw }: LateSurveyMessages): string | undefined {
  const { study, words } = app;
  const by = (study?.linking ?? 'code') as keyof WithdrawBy;
  switch (hopeless ?? end) {
    case undefined:
      return undefined;
    case 'impossible':
      return withdraw.impossible;
    case 'too-late':
      return withdraw.tooLate(longDate(study?.consent?.tokensDestroyedBy ?? '', words?.locale ?? 'zh-Hans'));
    case 'ambiguous':
      return withdraw.ambiguous[by];
    case 'failed':
      return withdraw.failed;
    case 'too-many-unknown':
      return withdraw.unknownAnswers;
    case 'no-crypto':
      return withdraw.noCrypto;
    case 'no-device':
      return withdraw.noDevice;
    default:
      return end ? withdraw.found(end as number) : withdraw.none[by];
  }
}
