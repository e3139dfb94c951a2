import { html, type TemplateResult } from 'lit';

/** Before the words have arrived. */
export const waiting: TemplateResult = html`<p role="status" aria-busy="true">…</p>`;

/** The words did not arrive: so here they stand in both languages, with a button to try again. */
export function notLoaded(retry: () => void): TemplateResult {
  return html`
    <div class="message trouble" role="alert" part="message" dir="ltr">
      <p lang="zh-Hans">结果没有完全打开，可能是网络断了一下。</p>
      <p lang="en">The results did not load completely; the network may have dropped.</p>
      <button @click=${retry}><span lang="zh-Hans">再试一次</span> <span lang="en">Try again</span></button>
    </div>
  `;
}
