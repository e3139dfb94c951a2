import { html, nothing, type TemplateResult } from 'lit';
import { langOf, textIn, type Group, type Locale } from '../../../core/text.js';
import type { KioskMessages, Said } from '../../../i18n/kiosk/types.js';
import { longDate } from '../../survey/consent-text.js';
import { dayOf } from '../../day.js';
import { kioskClock } from '../clock.js';
import { hoursOf, nextOpeningText } from '../hours.js';
import type { KioskApp } from '../kiosk-app.js';
import { fillScreen } from '../screen.js';
import { thanksView } from './thanks-view.js';

/** Languages in their own names. */
const LANGUAGES: readonly (readonly [Locale, string])[] = [
  ['zh-Hans', '中文'],
  ['en', 'English'],
];

/** What is on screen now, but for dialogs. */
export function screenView(app: KioskApp, messages: KioskMessages): TemplateResult {
  const { state, staff } = app;
  if (staff && (state.screen === 'staff' || state.screen === 'closed')) return staff.view();
  switch (state.screen) {
    case 'attract':
      return attractView(app, messages);
    case 'who':
      return whoView(app, messages);
    case 'survey':
      return surveyView(app, messages);
    case 'thanks':
      return thanksView(app, messages);
    default:
      return closedView(app, messages);
  }
}

function attractView(app: KioskApp, messages: KioskMessages): TemplateResult {
  const { study, notice, rules, state } = app;
  const { attract } = messages;
  const { locale } = messages;
  const organisation = study?.consent?.organisation;
  const onStart = (): void => {
    void fillScreen();
    app.dispatch({ type: 'start' });
  };
  return html`<section class="screen attract">
    ${languagesView(app, messages)}
    <div class="middle">
      <h2 part="heading" tabindex="-1" lang=${langOf(study?.title, locale)}>
        ${textIn(study?.title, locale) || attract.title}
      </h2>
      ${organisation ? html`<p class="by">${attract.by(textIn(organisation, locale))}</p>` : nothing}
      <p class="lead">${attract.time(app.minutes)}<br />${attract.noName}</p>
      <button type="button" class="main start" part="button" @click=${onStart}>${attract.start}</button>
    </div>
    <div class="small">
      <p>${attract.clears(rules.idle + rules.warning)}</p>
      ${study?.synthetic ? html`<p>${attract.synthetic}</p>` : nothing}
      ${notice && state.screen === 'attract' ? html`<p class="for-staff">${attract.staff[notice]}</p>` : nothing}
    </div>
  </section>`;
}

function languagesView(app: KioskApp, { locale, languages }: KioskMessages): TemplateResult {
  const onLanguage = (event: Event): void => {
    app.dispatch({ type: 'locale', locale: (event.currentTarget as HTMLButtonElement).value as Locale });
  };
  return html`<nav class="languages" aria-label=${languages}>
    ${LANGUAGES.map(
      ([tag, name]) =>
        html`<button
          type="button"
          part="button"
          lang=${tag}
          value=${tag}
          aria-pressed=${tag === locale ? 'true' : 'false'}
          @click=${onLanguage}
        >
          ${name}
        </button>`,
    )}
  </nav>`;
}

function whoView(app: KioskApp, messages: KioskMessages): TemplateResult {
  const { who } = messages;
  const onGroup = (event: Event): void => {
    app.dispatch({ type: 'group', group: (event.currentTarget as HTMLButtonElement).value as Group });
  };
  const onBack = (): void => app.dispatch({ type: 'stop' });
  return html`<section class="screen who">
    ${languagesView(app, messages)}
    <div class="middle">
      <h2 part="heading" tabindex="-1">${who.title}</h2>
      <ul>
        ${app.groups.map(
          (group) =>
            html`<li>
              <button type="button" part="button" value=${group} @click=${onGroup}>
                <strong>${who.groups[group].name}</strong>
                <span>${who.groups[group].text}</span>
              </button>
            </li>`,
        )}
      </ul>
      <div class="nav"><button type="button" part="button" @click=${onBack}>${who.back}</button></div>
    </div>
  </section>`;
}

function surveyView(app: KioskApp, messages: KioskMessages): TemplateResult {
  const onStop = (): void => app.dispatch({ type: 'ask-stop' });
  return html`<section class="screen survey">
    <div class="bar">
      ${languagesView(app, messages)}
      <button type="button" class="quit" part="button" @click=${onStop}>${messages.stop.button}</button>
    </div>
    ${app.stage.survey ?? nothing}
  </section>`;
}

function closedView(app: KioskApp, messages: KioskMessages): TemplateResult {
  const { state, trouble } = app;
  const said = state.closed === 'loading' || state.closed === 'setup' ? undefined : saidOf(app, messages);
  if (!said) return html`<section class="screen closed"><p role="status">${messages.loading}</p></section>`;
  const onRetry = (): void => void app.open();
  return html`<section class="screen closed">
    ${languagesView(app, messages)}
    <div class="middle">
      <h2 part="heading" tabindex="-1">${said.title}</h2>
      <p class="lead">${said.text}</p>
      ${
        state.closed === 'trouble' && trouble !== 'insecure' && trouble !== 'groups'
          ? html`<div class="nav">
              <button type="button" part="button" @click=${onRetry}>${messages.closed.retry}</button>
            </div>`
          : nothing
      }
    </div>
  </section>`;
}

function saidOf({ state, study, trouble, host }: KioskApp, messages: KioskMessages): Said {
  const { closed, locale } = messages;
  const date = kioskClock().date();
  if (state.closed === 'trouble') return closed.trouble[trouble ?? 'load'];
  if (state.closed === 'hours') return closed.hours(nextOpeningText(hoursOf(host.hours), date, messages, locale));
  const days = study?.waves.flatMap(({ opens }) => (opens && opens > dayOf(date) ? [opens] : [])) ?? [];
  const next = days.sort()[0];
  return closed.wave(next && longDate(next, locale));
}
