import { html, nothing, type TemplateResult } from 'lit';
import type { LinkTexts } from '../../../core/link/code.js';
import type { LateSurveyMessages } from '../../../i18n/survey/types.js';
import type { Store } from '../../../store/store.js';
import type { SurveyApp } from '../survey-app.js';
import { CodeFlow } from './code-flow.js';
import { codeView } from './code-view.js';

const withdrawals = new WeakMap<object, Withdrawal>();

/**
 * Withdraws an earlier answer sheet (method.md §6.3): the six questions again, the same tokens, and every sheet of this study in
 * this browser that carries the full token is deleted. No record of who withdrew is kept.
 */
export class Withdrawal {
  static of(app: SurveyApp): Withdrawal {
    let withdrawal = withdrawals.get(app);
    if (!withdrawal) withdrawals.set(app, (withdrawal = new Withdrawal(app)));
    return withdrawal;
  }

  readonly app: SurveyApp;
  readonly code: CodeFlow;
  /** How many sheets were deleted, once known. */
  removed: number | 'ambiguous' | undefined;

  constructor(app: SurveyApp) {
    this.app = app;
    this.code = new CodeFlow(
      app,
      (tokens) => void this.#remove(tokens),
      () => this.onCancel(),
    );
  }

  readonly onCancel = (): void => {
    this.code.clear();
    this.removed = undefined;
    void this.app.reset();
  };

  async #remove(tokens: readonly string[] | null): Promise<void> {
    if (!tokens) {
      this.onCancel();
      return;
    }
    try {
      this.removed = await removeSheets(this.app.store, this.app.study?.id ?? '', tokens[0]);
    } catch (error) {
      this.app.onStoreError(error);
    }
    this.app.show();
  }
}

/** Deletes the sheets that carry the full token `token`; how many, or `ambiguous` when two of one wave carry it. */
async function removeSheets(store: Store, study: string, token: string | undefined): Promise<number | 'ambiguous'> {
  const [{ readAllResponses, removeResponses }, { parseResponse }] = await Promise.all([
    import('../../../store/responses.js'),
    import('../../../core/response/parse.js'),
  ]);
  const { responses } = await readAllResponses(store, study, parseResponse);
  const mine = responses.filter(({ link }) => link !== null && link[0] === token);
  // Two people of one wave with the same six answers: deleting both would take the answers of somebody who did not ask for it.
  // Copies of one sheet share its id and count once.
  const sheets = [...new Map(mine.map((response) => [response.id, response])).values()];
  if (new Set(sheets.map(({ wave }) => wave)).size < sheets.length) return 'ambiguous';
  await removeResponses(
    store,
    study,
    mine.map(({ id }) => id),
  );
  return sheets.length;
}

/** The six questions again, or how the withdrawal ended. */
export function withdrawView(withdrawal: Withdrawal, texts: LinkTexts, messages: LateSurveyMessages): TemplateResult {
  const { withdraw } = messages;
  const { removed, code } = withdrawal;
  if (removed !== undefined) {
    return html`<div class="step">
      <h2 part="heading" tabindex="-1">${withdraw.title}</h2>
      <p class="notice" role="status">
        ${removed === 'ambiguous' ? withdraw.ambiguous : removed > 0 ? withdraw.found(removed) : withdraw.none}
      </p>
      <div class="nav">
        <button type="button" class="main" part="button" @click=${withdrawal.onCancel}>
          ${withdrawal.app.words?.messages.leave ?? nothing}
        </button>
      </div>
    </div>`;
  }
  // The same six questions, but here they lead to a deletion, and leaving them out means not to withdraw.
  const words = { ...messages.code, done: withdraw.remove, skipAll: withdraw.cancel };
  return html`${code.index === 0 ? html`<p>${withdraw.text}</p>` : nothing}
  ${codeView(code, { ...texts, why: withdraw.title }, { ...messages, code: words })}`;
}
