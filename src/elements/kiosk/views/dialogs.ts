import { html, nothing, type TemplateResult } from 'lit';
import type { KioskMessages } from '../../../i18n/kiosk/types.js';
import { kioskClock } from '../clock.js';
import type { KioskApp } from '../kiosk-app.js';

type Rendered = TemplateResult | typeof nothing;

/** The warning before a reset: covers everything, and any touch ends it. */
export function idleView(app: KioskApp, { idle }: KioskMessages): Rendered {
  const { warnedUntil } = app.state;
  if (warnedUntil === undefined) return nothing;
  const left = Math.max(0, Math.ceil((warnedUntil - kioskClock().now()) / 1000));
  const onMore = (): void => app.dispatch({ type: 'touch' });
  return html`<dialog
    class="idle"
    role="alertdialog"
    aria-labelledby="idle"
    aria-describedby="idle-text"
    @click=${onMore}
    @cancel=${onCancel}
  >
    <h2 id="idle" part="heading">${idle.title}</h2>
    <p id="idle-text">${idle.text}</p>
    <p class="left" role="timer">${idle.left(left)}</p>
    <div class="nav">
      <button type="button" class="main" part="button">${idle.more}</button>
    </div>
  </dialog>`;
}

/** Asks before answers are thrown away. */
export function stopView(app: KioskApp, { stop }: KioskMessages): Rendered {
  if (!app.state.stopping || app.state.warnedUntil !== undefined) return nothing;
  const onGoOn = (): void => app.dispatch({ type: 'go-on' });
  const onStop = (): void => app.dispatch({ type: 'stop' });
  const onClose = (event: Event): void => {
    event.preventDefault();
    onGoOn();
  };
  return html`<dialog class="stop" aria-labelledby="stop" aria-describedby="stop-text" @cancel=${onClose}>
    <h2 id="stop" part="heading">${stop.title}</h2>
    <p id="stop-text">${stop.text}</p>
    <div class="nav">
      <button type="button" class="main" part="button" @click=${onGoOn}>${stop.goOn}</button>
      <button type="button" part="button" @click=${onStop}>${stop.stop}</button>
    </div>
  </dialog>`;
}

/** The state alone says whether a dialog is open. */
const onCancel = (event: Event): void => event.preventDefault();
