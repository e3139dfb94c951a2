import { deviceMessage } from '../../../core/link/device.js';
import { exactTokens, type LinkSubtle } from '../../../core/link/tokens.js';
import { makeDeviceNumber, readDeviceNumber } from './device-number.js';
import { LinkFlow, type NoTokens } from './link-flow.js';
import { findSheets } from './sheets.js';

/** Whose device this is. */
export type DeviceChoice = 'own' | 'shared';

/** Linking by the device: a random number in this browser, made only when somebody says that it is theirs. */
export class DeviceFlow extends LinkFlow {
  choice: DeviceChoice | undefined;

  override clear(): void {
    super.clear();
    this.choice = undefined;
  }

  readonly onChoose = (event: Event): void => {
    this.choice = (event.target as HTMLInputElement).value as DeviceChoice;
    this.outcome = undefined;
    this.app.show(false);
  };

  readonly onBack = (): void => {
    this.clear();
    this.goal.leave();
  };

  readonly onForward = (event: Event): void => {
    event.preventDefault();
    if (this.busy) return;
    if (!this.withdraws && (this.outcome || this.choice !== 'own')) this.onSkipAll();
    else void this.scramble((subtle) => this.#tokens(subtle));
  };

  async #tokens(subtle: LinkSubtle): Promise<readonly string[] | NoTokens> {
    const { app, withdraws } = this;
    const study = app.study?.id ?? '';
    const number = withdraws ? readDeviceNumber(study) : makeDeviceNumber(study);
    const message = number === undefined ? null : deviceMessage(number, app.group);
    if (!message) return 'no-device';
    const tokens = await exactTokens(message, study, subtle);
    return !withdraws && (await this.#isUsed(study, tokens[0])) ? 'used' : tokens;
  }

  /** Whether a sheet of this wave carries the token already: two sheets with it would take both out of the linking. */
  async #isUsed(study: string, token: string | undefined): Promise<boolean> {
    const { state, store } = this.app;
    try {
      const mine = await findSheets(store, study, token);
      return mine.some(({ id, wave }) => wave === state?.wave && id !== state.id);
    } catch {
      return false;
    }
  }
}
