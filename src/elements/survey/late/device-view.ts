import { html, nothing, type TemplateResult } from 'lit';
import type { LateSurveyMessages } from '../../../i18n/survey/types.js';
import { optionView } from '../views/parts.js';
import type { DeviceChoice, DeviceFlow } from './device-flow.js';

/** Whose device is this? One sentence, two rows. On the way to a withdrawal: one button. */
export function deviceView(flow: DeviceFlow, messages: LateSurveyMessages): TemplateResult {
  const { device, code, withdraw } = messages;
  const { withdraws, choice, outcome, busy } = flow;
  const row = (value: DeviceChoice): TemplateResult =>
    optionView({ name: 'device', value, label: device[value], chosen: choice === value });
  const told = { 'no-crypto': device.noCrypto, 'no-device': device.noStorage, used: device.used };
  return html`<form class="step" @submit=${flow.onForward} autocomplete="off">
    ${
      withdraws
        ? html`<h2 part="heading" tabindex="-1">${withdraw.title}</h2>
            <p>${withdraw.text.device}</p>`
        : html`<fieldset @change=${flow.onChoose}>
            <legend><h2 part="heading" tabindex="-1">${device.title}</h2></legend>
            <p>${device.text}</p>
            ${row('own')} ${row('shared')}
          </fieldset>`
    }
    <p class="notice" role="status" ?hidden=${!outcome && !busy}>
      ${busy ? code.scrambling : outcome && outcome !== 'too-many-unknown' ? told[outcome] : nothing}
    </p>
    <div class="nav">
      <button type="button" part="button" @click=${flow.onBack}>
        ${withdraws ? withdraw.cancel : flow.app.words?.messages.leave}
      </button>
      <button type="submit" class=${withdraws || choice ? 'main' : ''} part="button" ?disabled=${busy}>
        ${withdraws ? withdraw.remove : choice ? device.next : device.skip}
      </button>
    </div>
  </form>`;
}
