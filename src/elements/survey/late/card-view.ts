import { html, nothing, svg, type TemplateResult } from 'lit';
import { cardNames } from '../../../core/link/card-names.js';
import { cardPictures } from '../../../core/link/card-pictures.js';
import { cardLength, cardSymbols } from '../../../core/link/card.js';
import type { Locale } from '../../../core/text.js';
import type { LateSurveyMessages } from '../../../i18n/survey/types.js';
import type { CardFlow } from './card-flow.js';

/** The card's five places, and below them the pictures to press. */
export function cardView(flow: CardFlow, locale: Locale, messages: LateSurveyMessages): TemplateResult {
  const { card, code, withdraw } = messages;
  const { withdraws, symbols } = flow;
  const name = (symbol: string): string => cardNames[locale][cardSymbols.indexOf(symbol)] ?? symbol;
  const places = Array.from({ length: cardLength }, (_, i) => symbols[i]);
  return html`<form class="step" @submit=${flow.onForward} autocomplete="off">
    <h2 part="heading" tabindex="-1">${withdraws ? withdraw.title : card.title}</h2>
    <p>${withdraws ? withdraw.text.card : card.text}</p>
    <ol class="places" aria-label=${card.places}>
      ${places.map(
        (symbol) =>
          html`<li class=${symbol ? 'filled' : ''}>
            ${symbol ? picture(symbol) : nothing}<span class=${symbol ? '' : 'visually-hidden'}
              >${symbol ? name(symbol) : card.empty}</span
            >
          </li>`,
      )}
    </ol>
    <p class="said ${flow.state === 'wrong' ? 'wrong' : ''}" role="status">${said(flow, messages, name)}</p>
    <div class="tray">
      ${cardSymbols.map(
        (symbol) =>
          html`<button
            type="button"
            part="button"
            value=${symbol}
            class=${symbols.includes(symbol) ? 'pressed' : ''}
            aria-disabled=${symbols.includes(symbol) ? 'true' : nothing}
            @click=${flow.onPress}
          >
            ${picture(symbol)}<span>${name(symbol)}</span>
          </button>`,
      )}
    </div>
    <div class="nav">
      <button type="button" part="button" @click=${flow.onUndo}>${card.undo}</button>
      <button type="button" part="button" @click=${flow.onClear}>${card.clear}</button>
    </div>
    <p class="notice" role="status" ?hidden=${!flow.busy && !flow.outcome}>
      ${flow.busy ? code.scrambling : flow.outcome ? card.noCrypto : nothing}
    </p>
    <div class="nav">
      <button type="button" part="button" @click=${flow.onBack}>${flow.app.words?.messages.leave}</button>
      <button
        type="submit"
        class=${flow.state === 'right' || flow.outcome ? 'main' : ''}
        part="button"
        ?disabled=${flow.busy}
      >
        ${withdraws ? withdraw.remove : card.next}
      </button>
    </div>
    <div class="nav">
      <button type="button" class="plain" part="button plain" @click=${flow.onSkipAll}>
        ${withdraws ? withdraw.cancel : card.skip}
      </button>
    </div>
  </form>`;
}

/** The last picture by its name, and what the five amount to. */
function said(flow: CardFlow, { card }: LateSurveyMessages, name: (symbol: string) => string): string {
  const { symbols, state } = flow;
  if (state === 'right' || state === 'wrong') return flow.withdraws && state === 'right' ? '' : card[state];
  const last = symbols.at(-1);
  if (flow.hurried) return card.missing(cardLength - symbols.length);
  return last ? `${symbols.length} / ${cardLength} ${name(last)}` : '';
}

function picture(symbol: string): TemplateResult {
  return html`<svg viewBox="0 0 32 32" aria-hidden="true">${svg`<path d=${cardPictures[symbol] ?? nothing} />`}</svg>`;
}
