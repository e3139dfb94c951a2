import { html, nothing, type TemplateResult } from 'lit';
import { textIn, type Locale } from '../../../core/text.js';
import type { KioskStaffMessages } from '../../../i18n/kiosk/types.js';
import { download } from '../../download.js';
import { canShare } from '../../survey/handover/share.js';
import type { Part, Staff } from './staff.js';

type Rendered = TemplateResult | typeof nothing;
type Messages = KioskStaffMessages;

/** Everything that staff can do, one part below the other. */
export function panelView(staff: Staff, messages: Messages): TemplateResult {
  return html`<div class="panel">
    <div class="head">
      <h2 part="heading" tabindex="-1">${messages.title}</h2>
      <button type="button" class="main" part="button" @click=${staff.onClose}>${messages.close}</button>
    </div>
    ${
      staff.ready
        ? html`${countsView(staff, messages)} ${backupView(staff, messages)} ${verifyView(staff, messages)}
          ${wipeView(staff, messages)} ${healthView(staff, messages)} ${receiptsView(staff, messages)}
          ${settingsView(staff, messages)}`
        : html`<p role="status">${messages.busy}</p>`
    }
  </div>`;
}

/** How the last press in this part went. */
function saidView({ said }: Staff, part: Part): TemplateResult {
  const here = said?.part === part ? said : undefined;
  return html`<div class="outcome ${here?.alarm ? 'alarm' : ''}" role="status">${here?.text ?? nothing}</div>`;
}

function countsView({ counts, app }: Staff, { counts: texts, groups, locale }: Messages): TemplateResult {
  const { study } = app;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const nameOf = (wave: string): string => textIn(study?.waves.find(({ id }) => id === wave)?.label, locale) || wave;
  const groupOf = (group: string): string => (groups as Partial<Record<string, string>>)[group] ?? group;
  const order = study?.waves.map(({ id }) => id) ?? [];
  const rows = [...counts].sort((a, b) => order.indexOf(a.wave) - order.indexOf(b.wave));
  return html`<section aria-labelledby="counts">
    <h3 id="counts">${texts.title}</h3>
    ${
      rows.length
        ? html`<table>
              <thead>
                <tr>
                  ${texts.head.map((one) => html`<th scope="col">${one}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${rows.map(
                  ({ wave, group, count }) =>
                    html`<tr>
                      <td>${nameOf(wave)}</td>
                      <td>${groupOf(group)}</td>
                      <td>${count}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
            <p class="soft">${texts.total(total)}</p>`
        : html`<p>${texts.none}</p>`
    }
  </section>`;
}

function backupView(staff: Staff, { backup, locale }: Messages): TemplateResult {
  const { level, health, app, busy, folder, hasFolders, file } = staff;
  const last = app.settings.backup;
  const when = last && timeOf(last.at, locale);
  const text =
    level === 'empty'
      ? backup.level.empty
      : level === 'overdue'
        ? backup.level.overdue(when)
        : backup.level[level](when ?? '');
  const button = (words: string, onPress: () => void, main = false): TemplateResult =>
    html`<button type="button" class=${main ? 'main' : ''} part="button" ?disabled=${busy} @click=${onPress}>
      ${words}
    </button>`;
  // Drawn before its file is ready, so that nothing moves under a finger when it is.
  const share = html`<button type="button" part="button" ?disabled=${busy || !file} @click=${staff.onShare}>
    ${backup.share}
  </button>`;
  return html`<section aria-labelledby="backup">
    <h3 id="backup">${backup.title}</h3>
    <p class="notice level ${level === 'overdue' ? 'alarm' : ''}" data-level=${level}>
      ${level === 'overdue' ? html`<strong>${text}</strong>` : text}
      ${health && health.persisted !== true && level !== 'empty' ? html`<br />${backup.mayDelete}` : nothing}
    </p>
    ${
      level === 'empty'
        ? nothing
        : html`<p>${backup.whom}</p>
            <div class="nav">
              ${hasFolders ? button(backup.folder, staff.onFolder, true) : nothing}
              ${button(backup.file, staff.onFile, !hasFolders)} ${canShare() ? share : nothing}
              ${folder ? button(backup.otherFolder, staff.onOtherFolder) : nothing}
            </div>`
    }
    ${saidView(staff, 'backup')}
  </section>`;
}

function verifyView(staff: Staff, { verify }: Messages): Rendered {
  if (staff.level === 'empty') return nothing;
  return html`<section aria-labelledby="verify">
    <h3 id="verify">${verify.title}</h3>
    <p class="field">
      <span id="verify-text">${verify.text}</span>
      <label for="verify-file">${verify.choose}</label>
      <input
        type="file"
        id="verify-file"
        accept=".ndjson,.txt"
        aria-describedby="verify-text"
        ?disabled=${staff.busy}
        @change=${staff.onVerify}
      />
    </p>
    ${saidView(staff, 'verify')}
  </section>`;
}

function wipeView(staff: Staff, { wipe }: Messages): Rendered {
  const { verification, wipeAsked, busy, health, level } = staff;
  if (level === 'empty' && staff.said?.part !== 'wipe') return nothing;
  const count = verification?.outcome === 'good' ? verification.count : 0;
  const unsent = health?.outbox ?? 0;
  return html`<section aria-labelledby="wipe">
    <h3 id="wipe">${wipe.title}</h3>
    ${
      count
        ? html`<p>${wipe.text(count)} ${unsent ? html`<strong>${wipe.unsent(unsent)}</strong>` : nothing}</p>
            <div class="nav">
              ${
                wipeAsked
                  ? html`<button type="button" part="button" @click=${staff.onWipeCancel}>${wipe.cancel}</button>
                      <button type="button" class="danger" part="button" ?disabled=${busy} @click=${staff.onWipe}>
                        ${wipe.sure(count)}
                      </button>`
                  : html`<button type="button" part="button" ?disabled=${busy} @click=${staff.onWipeAsk}>
                      ${wipe.first(count)}
                    </button>`
              }
            </div>`
        : level === 'empty'
          ? nothing
          : html`<p class="soft">${wipe.locked}</p>`
    }
    ${saidView(staff, 'wipe')}
  </section>`;
}

function healthView(staff: Staff, { health: texts, locale }: Messages): Rendered {
  const { health, busy } = staff;
  if (!health) return nothing;
  const { persisted, usage, quota, outbox, aside, complete, error } = health;
  return html`<section aria-labelledby="health">
    <h3 id="health">${texts.title}</h3>
    ${error ? html`<p class="notice alarm" role="alert">${texts.error}</p>` : nothing}
    ${
      complete === false
        ? html`<div class="notice alarm" role="alert">
            <p><strong>${texts.lost(health.watermark, health.responses)}</strong></p>
            <button type="button" part="button" ?disabled=${busy} @click=${staff.onAccept}>${texts.accept}</button>
          </div>`
        : nothing
    }
    <ul>
      ${complete ? html`<li>${texts.complete}</li>` : nothing}
      <li>${texts.persisted(persisted)}</li>
      <li>
        ${usage === null || quota === null ? texts.unknownSpace : texts.used(sizeOf(usage, locale), sizeOf(quota - usage, locale))}
      </li>
      ${outbox === null ? nothing : html`<li>${texts.unsent(outbox)}</li>`}
      ${aside ? html`<li>${texts.aside(aside)}</li>` : nothing}
    </ul>
    ${
      persisted === true
        ? nothing
        : html`<button type="button" part="button" ?disabled=${busy} @click=${staff.onPersist}>${texts.ask}</button>`
    }
    ${saidView(staff, 'health')}
  </section>`;
}

function receiptsView(staff: Staff, { receipts: texts, locale }: Messages): Rendered {
  const { receipts, app, busy, level } = staff;
  if (level === 'empty') return nothing;
  const heading = texts.heading(textIn(app.study?.title, locale) || app.study?.id || '', receipts?.length ?? 0);
  const onSave = (): void => {
    const list = `${heading}\n\n${receipts?.join('\n') ?? ''}\n`;
    download(new Blob([list], { type: 'text/plain;charset=utf-8' }), 'canyu-receipts.txt');
  };
  const onPrint = (): void => print();
  return html`<section aria-labelledby="receipts" class="receipts">
    <h3 id="receipts">${texts.title}</h3>
    <p>${texts.text}</p>
    ${
      receipts
        ? html`<p class="heading"><strong>${heading}</strong></p>
            <ol translate="no">
              ${receipts.map((receipt) => html`<li>${receipt}</li>`)}
            </ol>
            <div class="nav">
              <button type="button" part="button" @click=${onPrint}>${texts.print}</button>
              <button type="button" part="button" @click=${onSave}>${texts.save}</button>
            </div>`
        : html`<button type="button" part="button" ?disabled=${busy} @click=${staff.onReceipts}>${texts.show}</button>`
    }
    ${saidView(staff, 'receipts')}
  </section>`;
}

function settingsView(staff: Staff, { settings, locale }: Messages): TemplateResult {
  const { app, busy } = staff;
  const onWave = (event: Event): void => void staff.change({ wave: valueOf(event) });
  const onLocale = (event: Event): void => void staff.change({ locale: valueOf(event) as Locale });
  const onVolume = (event: Event): void => void staff.change({ volume: Number(valueOf(event)) });
  const { volume } = app.settings;
  return html`<section aria-labelledby="settings">
    <h3 id="settings">${settings.title}</h3>
    ${
      app.waves.length > 1
        ? selectView(
            'wave',
            settings.wave,
            app.waves.map(({ id, label }) => [id, textIn(label, locale)]),
            app.wave?.id,
            onWave,
          )
        : html`<p>${app.wave ? settings.waveOnly(textIn(app.wave.label, locale)) : settings.waveNone}</p>`
    }
    ${selectView(
      'language',
      settings.language,
      [
        ['zh-Hans', '中文'],
        ['en', 'English'],
      ],
      app.rules.locale,
      onLocale,
    )}
    ${selectView(
      'volume',
      settings.volume,
      VOLUMES.map((loudness, i) => [String(loudness), settings.volumes[i] ?? '']),
      String(VOLUMES.find((loudness) => volume <= loudness) ?? 1),
      onVolume,
    )}
    <div class="nav">
      <button type="button" part="button" ?disabled=${busy} @click=${staff.onNewPin}>${settings.newPin}</button>
      <button type="button" part="button" ?disabled=${busy} @click=${staff.onUpdate}>${settings.update}</button>
    </div>
    ${saidView(staff, 'settings')}
  </section>`;
}

/** Loudness of reading aloud, 0–1. */
const VOLUMES = [0.4, 0.7, 1];

const valueOf = (event: Event): string => (event.currentTarget as HTMLSelectElement).value;

const selectView = (
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string | undefined,
  onChange: (event: Event) => void,
): TemplateResult =>
  html`<p class="field">
    <label for=${name}>${label}</label>
    <select id=${name} @change=${onChange}>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select>
  </p>`;

/** Day and time of a copy; about the device, not about anybody who answered. */
const timeOf = (at: number, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'medium', timeStyle: 'short' }).format(at);

const sizeOf = (bytes: number, locale: Locale): string => {
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { maximumFractionDigits: 1 }).format(size)} ${unit}`;
};
