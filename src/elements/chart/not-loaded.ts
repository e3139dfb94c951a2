import { html, type TemplateResult } from 'lit';

/** Before the words have arrived. */
export const waiting: TemplateResult = html`<p role="status" aria-busy="true">…</p>`;

/** The words, or the code, did not arrive; so this sentence stands in the element itself, in both languages. */
export const notLoaded: TemplateResult = html`
  <div class="message trouble" role="alert" part="message" dir="ltr">
    <p lang="zh-Hans">结果没有加载成功。请检查网络，然后刷新页面。</p>
    <p lang="en">The results did not load. Please check the network and reload the page.</p>
  </div>
`;
