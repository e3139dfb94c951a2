import { html, nothing, type TemplateResult } from 'lit';
import type { TroubleCode } from '../../../i18n/survey/types.js';
import type { PaperTrouble } from './paper-source.js';

/** The form cannot be opened: what is wrong and what to do; in both languages where the words did not arrive either. */
export function paperTroubleView(
  { code, detail, problems, late, words }: PaperTrouble,
  onRetry: () => void,
): TemplateResult {
  if (!late) {
    return html`<p role="alert">
      <span lang="zh-Hans">没有完全打开，可能是网络断了一下。</span>
      <span lang="en">This did not load completely; the network may have dropped.</span>
      <button type="button" part="button" @click=${onRetry}>
        <span lang="zh-Hans">再试一次</span> <span lang="en">Try again</span>
      </button>
    </p>`;
  }
  const { title, text } = words ?? late.trouble[code as TroubleCode];
  return html`<div class="step">
    <h2 part="heading" tabindex="-1">${title}</h2>
    <p class="notice alarm" role="alert">${text}</p>
    ${
      detail || problems?.length
        ? html`<details>
            <summary>${late.troubleDetail}</summary>
            <p><code>${code}${detail ? `: ${detail}` : ''}</code></p>
            <ul>
              ${problems?.slice(0, 20).map(({ path, message }) => html`<li lang="en"><code>${path || '/'}</code> ${message}</li>`)}
            </ul>
          </details>`
        : nothing
    }
    <div class="nav">
      <button type="button" class="main" part="button main" @click=${onRetry}>${late.retry}</button>
    </div>
  </div>`;
}
