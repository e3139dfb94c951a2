import { html, nothing, type TemplateResult } from 'lit';
import { shortestPin, speltPin } from '../../../core/kiosk/pin.js';
import type { KioskStaffMessages } from '../../../i18n/kiosk/types.js';
import { kioskClock } from '../clock.js';
import { pinWait, setPin, tryPin } from './pin.js';
import type { Staff } from './staff.js';

/** Typing a PIN: what went wrong, and how long to wait. */
export class PinPad {
  problem: 'short' | 'different' | 'wrong' | 'failed' | undefined;
  shown = false;
  busy = false;
  #freeAt = 0;
  readonly #staff: Staff;

  constructor(staff: Staff) {
    this.#staff = staff;
    // A wait of before a reload still holds.
    void pinWait(staff.app.store, now()).then(
      (wait) => this.#wait(wait),
      () => undefined,
    );
  }

  /** Seconds until the next try. */
  get wait(): number {
    return Math.max(0, Math.ceil((this.#freeAt - kioskClock().now()) / 1000));
  }

  clear(): void {
    this.problem = undefined;
    this.shown = false;
  }

  readonly onShow = (event: Event): void => {
    this.shown = (event.currentTarget as HTMLInputElement).checked;
    this.#update();
  };

  readonly onTry = (event: Event): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    if (this.busy || this.wait > 0) return;
    void this.#work(async () => {
      const tried = await tryPin(this.#staff.app.store, textOf(form, 'pin'), now);
      form.reset();
      if (tried.ok) {
        this.clear();
        await this.#staff.enter();
        return;
      }
      this.problem = 'wrong';
      this.#wait(tried.wait);
    });
  };

  readonly onSet = (event: Event): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const pin = textOf(form, 'pin');
    this.problem =
      speltPin(pin).length < shortestPin
        ? 'short'
        : speltPin(pin) !== speltPin(textOf(form, 'again'))
          ? 'different'
          : undefined;
    if (this.problem || this.busy) {
      this.#update();
      return;
    }
    const device = textOf(form, 'device').trim();
    void this.#work(async () => {
      await setPin(this.#staff.app.store, pin);
      form.reset();
      this.clear();
      await this.#staff.pinSet(device);
    });
  };

  async #work(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.#update();
    try {
      await work();
    } catch {
      this.problem = 'failed';
    }
    this.busy = false;
    this.#update();
  }

  /** Counts down on screen; the clock of the kiosk stands still for nobody. */
  #wait(seconds: number): void {
    this.#freeAt = kioskClock().now() + seconds * 1000;
    if (seconds <= 0) return;
    const stop = kioskClock().every(() => {
      if (this.wait === 0) stop();
      this.#update();
    });
    this.#update();
  }

  #update(): void {
    this.#staff.app.update();
  }
}

const now = (): number => kioskClock().date().getTime();

const textOf = (form: HTMLFormElement, name: string): string => {
  const text = new FormData(form).get(name);
  return typeof text === 'string' ? text : '';
};

/** The first start, and later a new PIN. */
export function setupView(
  staff: Staff,
  { setup, failed, pin: pinTexts, settings, busy }: KioskStaffMessages,
): TemplateResult {
  const { pin, app, page } = staff;
  const first = page === 'setup';
  const problem =
    pin.problem === 'short'
      ? setup.tooShort(shortestPin)
      : pin.problem === 'different'
        ? setup.different
        : pin.problem
          ? failed
          : undefined;
  return html`<form class="middle" autocomplete="off" @submit=${pin.onSet}>
    <h2 part="heading" tabindex="-1">${first ? setup.title : settings.newPin}</h2>
    ${first ? html`<p>${setup.text}</p>` : nothing}
    <p class="notice">${setup.honest}</p>
    <p class="field">
      <label for="device">${setup.device}</label>
      <span class="soft" id="device-hint">${setup.deviceHint}</span>
      <input
        id="device"
        name="device"
        maxlength="30"
        autocomplete="off"
        aria-describedby="device-hint"
        .value=${app.settings.device}
      />
    </p>
    <p class="field">
      <label for="pin">${setup.pin}</label>
      <span class="soft" id="pin-hint">${setup.pinHint(shortestPin)}</span>
      ${pinField('pin', pin.shown, 'pin-hint', Boolean(problem))}
    </p>
    <p class="field"><label for="again">${setup.again}</label> ${pinField('again', pin.shown, '', false)}</p>
    ${showView(pin, setup.show)}
    <p class="error" role="alert">${problem ?? nothing}</p>
    <p class="soft">${setup.gesture}</p>
    <div class="nav">
      ${first ? nothing : html`<button type="button" part="button" @click=${staff.onClose}>${pinTexts.cancel}</button>`}
      <button type="submit" class="main" part="button" ?disabled=${pin.busy}>${pin.busy ? busy : setup.save}</button>
    </div>
  </form>`;
}

/** Staff say who they are. */
export function pinView(staff: Staff, { pin: texts, setup, failed, busy }: KioskStaffMessages): TemplateResult {
  const { pin } = staff;
  const { wait, problem: code } = pin;
  const problem = code === 'failed' ? failed : code && texts.wrong;
  return html`<form class="middle" autocomplete="off" @submit=${pin.onTry}>
    <h2 part="heading" tabindex="-1">${texts.title}</h2>
    <p class="field"><label for="pin">${texts.label}</label> ${pinField('pin', pin.shown, '', Boolean(problem))}</p>
    ${showView(pin, setup.show)}
    <p class="error" role="alert">${problem ?? nothing}</p>
    <p class="error wait" role="timer">${wait > 0 ? texts.wait(wait) : nothing}</p>
    <div class="nav">
      <button type="button" part="button" @click=${staff.onClose}>${texts.cancel}</button>
      <button type="submit" class="main" part="button" ?disabled=${pin.busy || wait > 0}>
        ${pin.busy ? busy : texts.open}
      </button>
    </div>
    <p class="soft">${texts.forgotten}</p>
  </form>`;
}

const showView = (pin: PinPad, label: string): TemplateResult =>
  html`<p>
    <label class="check"
      ><input type="checkbox" .checked=${pin.shown} @change=${pin.onShow} /> <span>${label}</span></label
    >
  </p>`;

/** Nothing keeps it from being pasted; browsers are asked not to remember it. */
const pinField = (name: string, shown: boolean, hint: string, invalid: boolean): TemplateResult =>
  html`<input
    id=${name}
    name=${name}
    type=${shown ? 'text' : 'password'}
    required
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    aria-describedby=${hint || nothing}
    aria-invalid=${invalid ? 'true' : nothing}
  />`;
