import{i as t,A as e,b as s,l as n}from"./elements-CgA2oMlv.js";import{d as i,g as r,h as a,p as o,f as l,r as c,R as d,w as u,n as h,t as p,b as m}from"./trouble-view-zuQlOQB9.js";import{i as f}from"./types-Ce44ots2.js";import{t as g,l as b}from"./survey-DlX3e8g_.js";import"./parse-C89B2KbJ.js";import"./shape-Bf3ULHCc.js";import"./utf8-BX3LDfsO.js";const $=t`
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--c-space) * 4);
    max-inline-size: 60rem;
  }
  h2,
  h3 {
    margin: 0;
    line-height: 1.35;
    font-weight: 600;
  }
  h2 {
    font-size: 1.4em;
  }
  h3 {
    font-size: 1em;
  }
  .kicker {
    color: var(--c-accent);
    font-size: 0.8em;
    font-weight: 600;
  }
  .finding {
    font-size: 1.15em;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--c-space);
    border-block-start: 1px solid var(--c-rule);
    padding-block-start: calc(var(--c-space) * 2);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19em), 1fr));
    gap: calc(var(--c-space) * 4);
  }
  .group {
    gap: 0;
    border-block-start: 3px solid var(--group);
  }
  .group.resident {
    --group: var(--c-resident);
  }
  .group.official {
    --group: var(--c-official);
  }
  .mark {
    display: inline-block;
    inline-size: 0.6em;
    block-size: 0.6em;
    margin-inline-end: 0.4em;
    background: var(--group);
    forced-color-adjust: none;
  }
  .resident .mark {
    border-radius: 50%;
  }
  .number {
    font-size: 2.2em;
    font-weight: 600;
    line-height: 1.3;
    color: var(--group);
    font-variant-numeric: tabular-nums;
  }
  .verdict {
    font-weight: 600;
  }
  .group table {
    margin-block-start: calc(var(--c-space) * 2);
  }
  .whole {
    display: inline-block;
    white-space: nowrap;
  }
  .group :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .counts {
    inline-size: auto;
    min-inline-size: min(100%, 24em);
  }
  .counts :is(th, td) {
    white-space: nowrap;
  }
  .counts th:nth-child(5) {
    white-space: normal;
    min-inline-size: 7.5em;
  }
  .small h3 {
    font-size: 1em;
    color: var(--c-text);
  }
  canyu-chart::part(synthetic) {
    display: none;
  }
  @media print {
    section {
      break-inside: avoid;
    }
  }
`;function w(t,n,i){return s`
    <header>
      <p class="kicker">${t.card.kicker}</p>
      <h2 part="title">${g(n,t.locale)}</h2>
      ${i?s`<p><span class="synthetic">${t.synthetic}</span></p>`:e}
    </header>
  `}function y(t,e){if(!t)return"";const s=new Date(`${t}T00:00:00Z`);return Number.isNaN(s.getTime())?t:new Intl.DateTimeFormat("en"===e?"en-GB":"zh-CN",{dateStyle:"long",timeZone:"UTC"}).format(s)}const v=["resident","official","partner"];function k(t){if(!t||f(t.index))return;const{change:e,verdict:s}=t.index;return f(e)||"number"!=typeof e.estimate?void 0:{change:e,estimate:e.estimate,verdict:f(s)?void 0:s}}function T({linked:t}){return t.exact+(t.oneOffUsed?t.oneOff:0)}function j({n:t}){return"baseline"in t?Math.min(t.baseline,t.endline):Math.min(t.resident,t.official)}function x({notShown:t},e){return f(e)||"number"!=typeof e.mean?t:o(e.mean,l(e.n))}const S={status:"trouble",code:"compute-failed",detail:"aborted"};let L;const z={name:"canyu"};class U{#t;#e;#s;#n;#i;constructor(t){this.#t=t}ask(t){const e=this.#e;e&&["study","definition","baseline","endline"].every(s=>e[s]===t[s])||(this.stop(),this.outcome=void 0,this.#e=t,this.#n=function({name:t},e){try{const s=new BroadcastChannel(b(t));return s.onmessage=({data:t})=>e(t),()=>s.close()}catch{const s=t=>e(t.detail);return addEventListener(b(t),s),()=>removeEventListener(b(t),s)}}(z,({study:e})=>{e===t.study&&(clearTimeout(this.#i),this.#i=setTimeout(()=>{this.#r(t)},400))}),this.#r(t))}stop(){this.#e=void 0,this.#s?.abort(),this.#n?.(),this.#n=void 0,clearTimeout(this.#i)}async#r({study:t,definition:e,baseline:s,endline:n}){this.#s?.abort();const{signal:i}=this.#s=new AbortController,r={study:t,definition:e,baseline:s,endline:n,today:q()},a=await async function(t,e){const s=function(t){if(t)try{return new Worker(function(t){try{return L??=globalThis.trustedTypes?.createPolicy("lit-html",{createScriptURL:t=>t}),L?L.createScriptURL(t):t}catch{return t}}(t),{type:"module"})}catch{return}}(void 0===new URL("worker-DfENWh1z.js",import.meta.url).href?void 0:new URL("worker-DfENWh1z.js",import.meta.url).href),n=s&&await function(t,e,s){return new Promise(n=>{t.onmessage=({data:t})=>n(t),t.onerror=t=>{t.preventDefault(),n(void 0)},s.addEventListener("abort",()=>n(void 0),{once:!0}),t.postMessage(e)}).finally(()=>t.terminate())}(s,t,e);return n??e.aborted?n??S:async function(t,e){const{computeLocal:s}=await(import("./compute-local-JLLjATrw.js"));let n=performance.now()+25;return s(t,()=>{if(e.aborted)throw new Error("aborted");if(!(performance.now()<n))return new Promise(t=>{const{port1:e,port2:s}=new MessageChannel;e.onmessage=()=>{e.close(),t()},s.postMessage(null)}).then(()=>{n=performance.now()+25})})}(t,e)}(r,i).catch(t=>({status:"trouble",code:"load-failed",detail:String(t)}));i.aborted||(this.outcome=a,this.#t())}}function q(){const t=new Date,e=t=>String(t).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}class M{#a;#o;#l;#c;#d;#u;#h;#p;#m;constructor(t,e){this.styles=[c,$],this.#p=!1,this.#f=()=>{this.#p=!1,this.#a.requestUpdate()},this.#a=t,this.#o=e,this.#l=new d(()=>t.requestUpdate()),this.#c=new U(()=>t.requestUpdate())}get settled(){return Promise.resolve(this.#h)}hostConnected(){this.#a.requestUpdate()}hostDisconnected(){this.#l.stop(),this.#c.stop()}hostUpdate(){const{results:t,src:e,study:s,definition:n,baseline:i,endline:r}=this.#a;this.#g()?this.#c.ask({study:s??n.id,definition:n,baseline:i,endline:r}):(this.#c.stop(),this.#l.set(t,e)),this.#d?.locale===this.#o.locale||this.#p||(this.#h??=this.#b())}hostUpdated(){if(!this.#d)return;const t=this.#$(),e="ready"===t.status?t.results:"trouble"===t.status?t:void 0;e&&this.#m!==e&&(this.#m=e,"ready"===t.status?this.#w("canyu-results",{study:t.results.study.id}):"trouble"===t.status&&this.#w("canyu-error",{code:t.code}))}render(){const[t,e]=[this.#d,this.#u];return t&&e?s`<article part="card" dir="ltr" lang=${t.locale}>${this.#y(t,e)}</article>`:this.#p?h(this.#f):u}#y(t,n){const c=this.#g()?this.#c.outcome:void 0;if("held-back"===c?.status)return function(t,{reason:n,wave:i,title:r,synthetic:a,counts:o}){const{card:l,locale:c}=t,d=g(i.label,c),u="open"===n?l.open(d,y(i.closes,c)):l.before(d,y(i.opens,c));return s`
    ${w(t,r,a)}
    <div class="message" part="message" role="status">
      ${"open"===n?s`<strong>${l.openTitle}</strong>`:e} ${u}
    </div>
    ${function(t,n){const i=Object.entries(n);if(0===i.length)return e;const[r,a,o]=t.card.flowHead;return s`
    <section>
      <h3>${t.card.whoTitle}</h3>
      <table class="counts">
        <thead>
          <tr>
            <th scope="col">${r}</th>
            <th scope="col">${a}</th>
            <th scope="col">${o}</th>
          </tr>
        </thead>
        <tbody>
          ${i.map(([e,{baseline:n,endline:i}])=>s`<tr>
                <th scope="row">${t.groups[e]}</th>
                <td>${n}</td>
                <td>${i}</td>
              </tr>`)}
        </tbody>
      </table>
    </section>
  `}(t,o)}
  `}(t,c);if("none"===c?.status)return function(t,{title:n,synthetic:i,unread:r}){const{card:a}=t;return s`
    ${w(t,n,i)}
    <div class="message" part="message" role="status"><strong>${a.noneTitle}</strong> ${a.none}</div>
    ${r?s`<p class="small">${a.setAside(String(r))}</p>`:e}
  `}(t,c);const d=this.#$();return"ready"===d.status?function(t,n,c,d){const{card:u,locale:h}=t,{index:p}=i(c,h),m=v.filter(t=>"partner"!==t&&(c.groups[t]??c.flow[t])),g=m.flatMap(t=>(k(c.groups[t])&&p[t])??[]);return s`
    ${w(t,c.study.title,c.study.synthetic??!1)}
    ${g.length?s`<p class="finding" part="finding">${g.join("en"===h?" ":"")}</p>`:e}
    <div class="pair">${m.map(i=>function(t,n,i,r,a){const{groups:c}=t,d=i.groups[r],u=i.flow[r],h=k(d),p=function(t,n,i){const{card:r}=t;if(!i||f(i.domains))return e;const{domains:a}=i,c=["participation","trust"].filter(t=>{return e=a[t],!(f(e)||f(e.change)&&f(e.baseline)&&f(e.endline));var e});return 0===c.length?e:s`
    <table>
      <thead>
        <tr>
          ${r.domainHead.map(t=>s`<th scope="col">${t}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${c.map(i=>{const{baseline:c,endline:d,change:u}=a[i];return s`<tr>
      <th scope="row">${r.domains[i]}</th>
      <td>${r.beforeAfter(x(t,c),x(t,d))}</td>
      <td>${function({locale:t},n,i){const r=n.wordsOf(t),a=f(i)?i:i.estimate;if(f(a))return n.hiddenText(a,r);const{low:c,high:d}=i,u=l(j(i)),h=o(a,u,!0);if("number"!=typeof c||"number"!=typeof d)return h;const p=r.brackets("",r.interval(o(c,u),o(d,u)));return s`${h}${p.startsWith(" ")?" ":e}<wbr /><span class="whole"
      >${p.trim()}</span
    >`}(t,n,u)}</td>
    </tr>`})}
      </tbody>
    </table>
  `}(t,n,d);return s`
    <section class="group ${r}" part="group">
      <h3><span class="mark" aria-hidden="true"></span>${c[r]}</h3>
      ${h?function(t,{change:n,estimate:i,verdict:r}){const{card:a}=t;return s`
    <p class="number" part="number">${a.points(o(i,l(j(n)),!0))}</p>
    <p class="interval">${function({card:t},e){const{low:s,high:n}=e;if("number"!=typeof s||"number"!=typeof n)return t.noInterval;const i=l(j(e));return t.interval(o(s,i),o(n,i))}(t,n)}</p>
    ${r?s`<p class="verdict">${a.verdicts[r]}</p>`:e}
  `}(t,h):s`<p class="pending">${a??t.notShown}</p>`}
      ${u?s`<p class="small">${function({card:t},e){return t.answered(String(e.baseline),String(e.endline),String(T(e)))}(t,u)}</p>`:e}
      ${function({card:t},n,i){const r=n?Math.min(n.baseline,n.endline):0;return!i||r>=30?e:s`<p class="small">${r<10?t.fewAnswers:t.indicative}</p>`}(t,u,Boolean(h)||p!==e)} ${p}
    </section>
  `}(t,n,c,i,p[i]))}</div>
    ${["plane","forest"].filter(t=>n.isDrawable(c,{type:t,locale:h})).map(t=>s`
        <section>
          <h3>${"plane"===t?u.planeTitle:u.forestTitle}</h3>
          <canyu-chart
            type=${t}
            .results=${c}
            exportparts="sentence:chart-sentence, canvas:chart-canvas, table:chart-table"
          ></canyu-chart>
        </section>
      `)}
    ${function(t,n,i){const{card:r,groups:o}=t,l=v.flatMap(t=>{const e=n.flow[t];return e?[{group:t,flow:e}]:[]});return s`
    <section>
      <h3>${r.whoTitle}</h3>
      <div class="scroll" tabindex="0" role="region" aria-label=${r.whoTitle}>
        <table class="counts">
          <thead>
            <tr>
              ${r.flowHead.map(t=>s`<th scope="col">${t}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${l.map(({group:e,flow:n})=>s`<tr>
                  <th scope="row">${o[e]}</th>
                  <td>${n.baseline}</td>
                  <td>${n.endline}</td>
                  <td>${T(n)}</td>
                  <td>${function({card:t,notShown:e},{silence:s}){if(f(s))return e;const n=t=>f(t)||"number"!=typeof t.mean?e:`${a(t.mean)}%`;return t.silence(n(s.baseline),n(s.endline))}(t,n)}</td>
                </tr>`)}
          </tbody>
        </table>
      </div>
      ${i?s`<p class="small">${r.setAside(String(i))}</p>`:e}
    </section>
  `}(t,c,d)}
    <section class="small">
      <h3>${u.howTitle}</h3>
      <p>${function({card:t,locale:e},s,{settings:n,instrument:i}){const r=Object.entries(n.weights),o=r.reduce((t,[,e])=>t+e,0),l=r.every(([,t])=>Math.abs(t/o-1/r.length)<1e-9),c=r.map(([n,i])=>t.weight(s.wordsOf(e).scale(n),`${a(i/o)}%`));return t.settings({instrument:i,weights:l?t.equalWeights:new Intl.ListFormat(e,{type:"unit"}).format(c),relevance:new Intl.NumberFormat(e).format(n.relevance),minimumCell:String(n.minimumCell),software:n.software})}(t,n,c)}</p>
      ${r(t,c.settings.changedFromDefault).map(t=>s`<p class="stamp">${t}</p>`)}
    </section>
    <section class="small">
      <h3>${u.limitsTitle}</h3>
      <p>${u.limits}</p>
    </section>
  `}(t,n,d.results,"results"===c?.status?c.unread:0):"trouble"===d.status?p(t,d):s`<p role="status">${this.#g()?t.computing:t.loading}</p>`}#g(){const{results:t,src:e,study:s,definition:n}=this.#a;return!t&&!e&&Boolean(s??n)}#$(){if(!this.#g())return this.#l.state;const{outcome:t}=this.#c;return"results"===t?.status?this.#v(t.results):"trouble"===t?.status?t:{status:"loading"}}#v(t){return{status:"ready",results:t}}#f;async#b(){try{const{locale:t}=this.#o,[e,s,i]=await Promise.all([n(m,t),import("./chart-table-DIHxVBXi.js").then(function(t){return t.c}),import("./words-BUh4nVNx.js")]);this.#d=e,this.#u={...s,...i}}catch{this.#p=!0,this.#w("canyu-error",{code:"load-failed"})}finally{this.#h=void 0,this.#a.requestUpdate()}}#w(t,e){this.#a.dispatchEvent(new CustomEvent(t,{detail:e,bubbles:!0,composed:!0}))}}export{M as ChangeIndexView};
