import{A as t,b as e,i as n,S as s,t as a}from"./elements-CgA2oMlv.js";import{a as i,h as o}from"./utf8-BX3LDfsO.js";import{o as r,e as c,f as l,h as d,i as u,t as p,n as h,j as m,m as v,q as f,u as b,v as g}from"./survey-DlX3e8g_.js";import{s as w}from"./studies-CO-DUqdT.js";const y="?",$=t=>Array.from({length:t},(t,e)=>String(e+1)),k=[{id:"G1"},{id:"G2",values:$(12)},{id:"G3",values:$(31)},{id:"G4",values:$(8)},{id:"G5",values:"11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 99".split(" ")},{id:"G6",values:$(2)}],x=Array.from("🐭🐮🐯🐰🐲🐍🐴🐑🐵🐔🐶🐷"),j={萧:"肖",傅:"付",戴:"代",阎:"闫"},A=/^(?:\?|不知道|不清楚|unknown|don't know)?$/i;const C=new WeakMap;class S{static of(t){let e=C.get(t);return e||(e=new S(t,e=>{t.dispatch({type:"link",tokens:e},!1),t.dispatch({type:"next"})},()=>t.dispatch({type:"back"})),C.set(t,e)),e}#t;#e;#n;constructor(t,e,n){this.index=0,this.busy=!1,this.#n={},this.onPick=t=>{this.#n={...this.#n,[this.element.id]:t.currentTarget.value},this.app.show(!1)},this.onBack=()=>{this.outcome=void 0,this.index>0?(this.index--,this.app.show()):(this.clear(),this.#e())},this.onSkipAll=()=>{this.clear(),this.#t(null)},this.onForward=t=>{t.preventDefault(),this.busy||(this.outcome?this.onSkipAll():this.isLast?this.#s():(this.index++,this.app.show()))},this.app=t,this.#t=e,this.#e=n}get element(){return k[this.index]??k[0]}get total(){return k.length}get isLast(){return this.index===k.length-1}answer(t){return this.#n[t]}clear(){this.#n={},this.index=0,this.busy=!1,this.outcome=void 0}async#s(){const t=function(t){const e=t,n=k.map(({id:n},s)=>function(t,e){const n=String(e??"").normalize("NFKC").trim();if(A.test(n))return y;if("G1"===t){const t=String.fromCodePoint(n.codePointAt(0)??0).toUpperCase();return/^\p{L}/u.test(t)?j[t]??t:y}return/[|*]/.test(n)?y:n.replace(/^0+(?=\d)/,"")}(n,e[Array.isArray(t)?s:n]));return n.filter(t=>t===y).length>1?null:[["v1","F",...n].join("|"),...n.map((t,e)=>["v1",`L${e+1}`,...n.map((t,n)=>e===n?"*":t)].join("|"))]}(this.#n),e=globalThis.crypto?.subtle;if(!t||!e)return this.outcome=t?"no-crypto":"too-many-unknown",void this.app.show(!1);this.busy=!0,this.app.show(!1);const n=await async function(t,e,n){const s=i(e);return Promise.all(t.map(async t=>{const e=await n.importKey("raw",i(t),"PBKDF2",!1,["deriveBits"]),a=await n.deriveBits({name:"PBKDF2",hash:"SHA-256",salt:s,iterations:1e5},e,256);return o(new Uint8Array(a,0,16))}))}(t,this.app.study?.id??"",e);this.clear(),this.#t(n)}}function z(n,s,a){const{code:i}=a,{element:o,index:c,total:l}=n,d=n.app.words?.messages.leave;return e`<form class="step" @submit=${n.onForward} autocomplete="off">
    <p class="soft">${i.position(c+1,l)}</p>
    ${0===c?e`<p class="notice">${s.why}</p>`:t}
    <fieldset>
      <legend><h2 part="heading" tabindex="-1">${s.prompts[o.id]}</h2></legend>
      ${o.values?function(t,n){const{element:s}=t,a=n.labels[s.id]??[],i="G3"===s.id?"days":"G5"===s.id||"G4"===s.id?"wide":"";return e`<div class="grid ${i}">
    ${(s.values??[]).map((e,n)=>r({name:s.id,value:e,label:a[n]??e,picture:"G2"===s.id?x[n]:void 0,chosen:t.answer(s.id)===e,onChange:t.onPick}))}
  </div>`}(n,s):function(t,n){const s=t.answer("G1");return e`<p>
    <input
      class="name"
      type="text"
      maxlength="20"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-label=${n.code.familyNameHint}
      .value=${s&&s!==y?s:""}
      @change=${t.onPick}
      @keydown=${G}
    />
    <span class="soft">${n.code.familyNameHint}</span>
  </p>`}(n,a)}
      <div class="apart">
        ${r({name:o.id,value:y,label:s.unknown,chosen:n.answer(o.id)===y,onChange:n.onPick})}
      </div>
    </fieldset>
    <p class="notice" role="status" ?hidden=${!n.outcome&&!n.busy}>
      ${n.busy?i.scrambling:"no-crypto"===n.outcome?i.noCrypto:"too-many-unknown"===n.outcome?i.noCode:t}
    </p>
    <div class="nav">
      <button type="button" part="button" @click=${n.onBack}>${d}</button>
      <button type="submit" class="main" part="button" ?disabled=${n.busy}>
        ${n.isLast&&!n.outcome?i.done:i.next}
      </button>
    </div>
    <div class="nav">
      <button type="button" class="plain" part="button" @click=${n.onSkipAll}>${i.skipAll}</button>
    </div>
  </form>`}function G(t){"Enter"!==t.key||!t.isComposing&&229!==t.keyCode||t.preventDefault()}const R=new WeakMap;class O{static of(t){let e=R.get(t);return e||R.set(t,e=new O(t)),e}#a;constructor(t){this.handedOver=!1,this.codeGiven=!1,this.onResume=()=>{const t=this.#a;t.unfinished&&t.plan&&t.words&&(t.state=l(t.plan,t.unfinished,{type:"locale",locale:t.words.locale}),t.unfinished=void 0,t.phase="session",t.show())},this.onSubmit=async()=>{const t=this.#a,{response:e}=this;if(e&&"submitting"!==t.phase&&t.announce("canyu-submit",{responseId:e.id},!0)){t.phase="submitting",t.show(!1),await(t.keeper?.settled(!0));try{await t.store.submit(e,t.draftKey),t.storeTrouble=void 0,t.announce("canyu-saved",{responseId:e.id}),this.#i(e,!1)}catch(e){t.onStoreError(e),t.phase="failed",t.show()}t.host.src&&t.study&&await w(t.store,t.study).catch(()=>{})}},this.onDownload=async()=>{const{response:t}=this;if(!t)return;const e=URL.createObjectURL(new Blob([await T(t)],{type:"application/x-ndjson"})),n=document.createElement("a");n.href=e,n.download=`canyu-${t.study}-${t.wave}-${t.id.slice(0,8)}.ndjson`,n.click(),setTimeout(()=>URL.revokeObjectURL(e),6e4),this.downloaded=t.id,this.#a.show(!1)},this.onHandedOver=async()=>{const{response:t}=this;t&&this.downloaded===t.id&&(await this.#a.store.dropDraft(this.#a.draftKey).catch(()=>{}),this.#a.storeTrouble=void 0,this.#i(t,!0))},this.#a=t}get response(){return this.#a.state?function(t,e){if(!t.consent)return null;const{id:n,study:s,instrument:a,wave:i,group:o,community:r,form:c,mode:l,locale:d,answers:u,device:p}=t;return{schema:"canyu-response/1",id:n,study:s,instrument:a,wave:i,group:o,...r?{community:r}:{},form:c,mode:l,locale:d,answers:u,link:t.link??null,consent:{version:t.consent.version,hash:t.consent.hash},date:e,seconds:Math.round(t.seconds),device:p}}(this.#a.state,d()):null}get hasLaterWave(){const{study:t,wave:e}=this.#a;return void 0!==t&&t.waves.at(-1)?.id!==e?.id}offer(t){const e=this.#a;e.plan&&e.state&&function(t,e,n){if("object"!=typeof e||null===e)return!1;const s=e;return"canyu-draft/1"===s.schema&&"string"==typeof s.id&&"object"==typeof s.answers&&null!==s.consent&&s.study===n.study&&s.instrument===n.instrument&&s.wave===n.wave&&s.group===n.group&&s.form===n.form&&c(t,s).includes(s.at)}(e.plan,t,e.state)&&(e.unfinished=t,e.phase="resume")}#i(t,e){const n=this.#a;this.handedOver=e,this.codeGiven=null!==t.link,this.downloaded=void 0,n.phase="thanks",n.state=void 0;const{id:s,wave:a,group:i}=t;n.announce("canyu-complete",{responseId:s,wave:a,group:i}),n.show()}}async function T(t){const e=globalThis.crypto?.subtle;if(!e)return`${JSON.stringify(t)}\n`;const{writeBackup:n}=await(import("./backup-YtzNdGVV.js"));return`${(await n({study:t.study,device:t.device,createdAt:t.date,records:[t]},e)).join("\n")}\n`}const L=n`
  textarea,
  input[type='text'] {
    inline-size: 100%;
    padding: calc(var(--c-space) * 1.5);
    border: 1px solid var(--c-control);
    border-radius: var(--c-radius);
    background: transparent;
    color: inherit;
    font: inherit;
  }
  textarea {
    min-block-size: 6.5em;
    resize: vertical;
  }
  input.name {
    inline-size: 6em;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(var(--cell, 5.2em), 1fr));
    gap: var(--c-space);
  }
  .grid.days {
    --cell: 4.4em;
  }
  .grid.wide {
    --cell: 6.5em;
  }
  .grid .option {
    margin: 0;
    padding-inline: var(--c-space);
    gap: var(--c-space);
  }
  .grid .option input {
    inline-size: 20px;
    block-size: 20px;
  }
  .grid .option.chosen::after {
    content: none;
  }
  .picture {
    font-size: 1.4em;
    line-height: 1;
  }
  .review {
    margin: 0 0 calc(var(--c-space) * 2);
    padding: 0;
    list-style: none;
    border-block-start: 1px solid var(--c-rule);
  }
  .review li {
    display: flex;
    gap: calc(var(--c-space) * 2);
    align-items: center;
    justify-content: space-between;
    margin: 0;
    padding-block: var(--c-space);
    border-block-end: 1px solid var(--c-rule);
  }
  .review button {
    flex: none;
    min-inline-size: 56px;
  }
  .review .question {
    display: block;
    font-size: 0.9em;
    color: var(--c-soft);
  }
  .review .none {
    color: var(--c-soft);
    font-style: normal;
  }
  .saved {
    font-weight: 650;
    color: var(--c-accent);
  }
  .saved::before {
    content: '✓ ' / '';
  }
  code {
    font-size: 0.9em;
  }
`,P=/\r\n|\p{Regional_Indicator}{2}|.(?:[\p{Mark}\p{Emoji_Modifier}]|\u200d\p{Extended_Pictographic})*/gsu,H=t=>t.match(P)?.length??0;function B(t,e=200){if(t.length<=e)return t;let n=0,s=0;for(const{0:a}of t.matchAll(P)){if(++s>e||n+a.length>20*e)break;n+=a.length}return t.slice(0,n)}const E=new RegExp([/[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/,/\d{17}[\dX]\d*/,/(?:\+?86[-\s]?)?1[3-9]\d(?:\d{8,}|[-\s]\d{4}[-\s]?\d{4}|\d{4}[-\s]\d{4})/,/0\d{2,3}[-\s]?\d{7,8}/,/[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-Z][·.\s-]?(?:[A-Z\d]{4}[挂学警港澳]|[A-Z\d]{5,6})/].map(({source:t})=>t).join("|"),"gi"),D=/\d\s*(?:号?楼|单元|室|栋|幢)|[一二三四五六七八九十百〇零](?:号楼|单元|室)|(?:楼|单元|室)\s*\d/,q="王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴代莫孔汤庞樊",M=new RegExp(`[${q}]\\p{Script=Han}{0,2}?副?(?:书记|主任)|(?:书记|主任)[${q}]`,"u");function N(t){const e=(t=>t.replace(/[\uff01-\uff5e\u3000]/g,t=>"　"===t?" ":String.fromCharCode(t.charCodeAt(0)-65248)))(t);let n=0,s="",a=0;for(const i of e.matchAll(E))s+=t.slice(a,i.index)+"■",a=i.index+i[0].length,n++;const i=[];return D.test(e)&&i.push("address"),M.test(t)&&i.push("official-name"),{text:s+t.slice(a),masked:n,warnings:i}}const F=new WeakMap;class K{static of(t){let e=F.get(t);return e||F.set(t,e=new K(t)),e}constructor(t){this.onCancel=()=>{this.code.clear(),this.removed=void 0,this.app.reset()},this.app=t,this.code=new S(t,t=>{this.#o(t)},()=>this.onCancel())}async#o(t){if(t){try{this.removed=await async function(t,e,n){const[{readAllResponses:s,removeResponses:a},{parseResponse:i}]=await Promise.all([import("./responses-vUihGKRC.js"),import("./parse-Dn0amtBn.js")]),{responses:o}=await s(t,e,i),r=o.filter(({link:t})=>null!==t&&t[0]===n);return new Set(r.map(({wave:t})=>t)).size<r.length?"ambiguous":(await a(t,e,r.map(({id:t})=>t)),r.length)}(this.app.store,this.app.study?.id??"",t[0])}catch(t){this.app.onStoreError(t)}this.app.show()}else this.onCancel()}}const U={"zh-Hans":async()=>(await(import("./texts.zh-Hans-vi0TNIf-.js"))).linkZhHans,en:async()=>(await(import("./texts.en-6tMhTMlZ.js"))).linkEn};async function I(n,i,o){const l=await U[o]();s(n.host.renderRoot,[a,g,L]);const d=S.of(n),w=O.of(n),y=K.of(n);return{locale:o,offer:t=>w.offer(t),step:s=>"link"===s?z(d,l,i):"review"===s?function(n,s,a){const{state:i,plan:o,words:r}=n;if(!i||!o||!r)return e``;const{review:l}=a,d=(t,s,a)=>e`<li>
      <span>
        <span class="question">${s}</span>
        ${void 0===a?e`<em class="none">${l.unanswered}</em>`:e`<strong>${a}</strong>`}
      </span>
      <button
        type="button"
        part="button"
        value=${t}
        aria-label=${l.changeItem(s)}
        @click=${n.onChange}
      >
        ${l.change}
      </button>
    </li>`;return e`<div class="step">
    <h2 part="heading" tabindex="-1">${l.title}</h2>
    <p>${l.text(n.group)}</p>
    <ul class="review">
      ${c(o,i).map(e=>{if("link"===e)return d(e,l.code,i.link?l.codeGiven:l.codeNone);const s=r.items.get(e);return s?d(e,f(n,s),function(t,e){const{state:n,words:s,group:a}=t,i=n?.answers[e],o=s?.items.get(e);return void 0!==i&&o&&s?"dk"===i||"pns"===i?p(s.instrument.missing?.[i],s.locale):b(s,o,a).find(({value:t})=>t===i)?.label??String(i):void 0}(n,e)):t})}
    </ul>
    <div class="nav">
      <button type="button" part="button" @click=${n.onBack}>${r.messages.back}</button>
      <button type="button" class="main" part="button" @click=${s.onSubmit}>${l.submit}</button>
    </div>
  </div>`}(n,w,i):"community"===s?function(t,n){const{words:s,study:a,state:i}=t;return s&&a&&i?e`<form class="step" @submit=${t.onNext}>
    <fieldset>
      <legend><h2 part="heading" tabindex="-1">${n.communityTitle}</h2></legend>
      ${a.communities.map(({id:e,label:n})=>r({name:"community",value:e,label:p(n,s.locale),chosen:i.community===e,onChange:t.onCommunity}))}
    </fieldset>
    ${h(t,i.community?s.messages.next:s.messages.skip,void 0!==i.community)}
  </form>`:e``}(n,i):function(n,s){const{item:a,state:i,words:o}=n;if(!a||!i||!o)return e``;const r=i.answers[a.id],c="string"==typeof r?r:"",{masked:l,warnings:d}=N(c);return e`${v(n)}
    <form class="step" @submit=${n.onNext}>
      <h2 part="heading" tabindex="-1" id="question">${f(n,a)}</h2>
      <p class="soft" id="optional">${s.open.optional}</p>
      <textarea
        name=${a.id}
        aria-labelledby="question"
        aria-describedby="optional left"
        autocomplete="off"
        spellcheck="false"
        .value=${c}
        @input=${t=>{const e=t.currentTarget;H(e.value)>200&&(e.value=B(e.value));const n=e.form?.querySelector("#left");n&&(n.textContent=s.open.left(200-H(e.value)))}}
        @change=${t=>{const e=B(t.currentTarget.value.trim());n.dispatch({type:"answer",item:a.id,value:e?N(e).text:void 0})}}
      ></textarea>
      <p class="soft" id="left" .textContent=${s.open.left(200-H(c))}></p>
      <div role="status">
        ${l>0||c.includes("■")?e`<p class="notice">${s.open.masked}</p>`:t}
        ${d.map(t=>e`<p class="notice">${s.open.warnings[t]}</p>`)}
      </div>
      ${h(n,c?o.messages.next:o.messages.skip,""!==c)}
    </form>`}(n,i),notice:s=>function(n,s,a){const{title:i,text:o}=a.trouble[s];return e`<p><strong>${i}</strong><br />${o}</p>
    ${n.state?.consent?e`<button type="button" class="plain" part="button" @click=${n.onRetrySave}>${a.retry}</button>`:t}`}(n,s,i),phase:s=>{switch(s){case"resume":return function(t,n,s){const{words:a,unfinished:i,plan:o}=t;if(!a||!i||!o)return e``;const{index:r,total:c}=u(o,i);return e`<div class="step">
    <h2 part="heading" tabindex="-1">${s.resumeTitle}</h2>
    <p>${s.resumeText(Math.min(r+1,c),c)}</p>
    <div class="nav">
      <button type="button" part="button" @click=${t.onAgain}>${s.restart}</button>
      <button type="button" class="main" part="button" @click=${n.onResume}>${s.resume}</button>
    </div>
  </div>`}(n,w,i);case"submitting":return e`<p role="status">${i.review.submitting}</p>`;case"failed":return function(n,s,a){const{failed:i,trouble:o}=a,r=o[n.storeTrouble??"unknown"],c=void 0!==s.downloaded&&s.downloaded===s.response?.id;return e`<div class="step">
    <h2 part="heading" tabindex="-1">${i.title}</h2>
    <p>${i.text}</p>
    <p class="notice alarm" role="alert"><strong>${r.title}</strong><br />${r.text}</p>
    <div class="nav">
      <button type="button" part="button" @click=${s.onDownload}>${i.download}</button>
      <button type="button" class="main" part="button" @click=${s.onSubmit}>${i.retry}</button>
    </div>
    ${c?e`<div class="nav">
            <button type="button" part="button" @click=${s.onHandedOver}>${i.handedOver}</button>
          </div>`:t}
  </div>`}(n,w,i);case"thanks":return function(t,n,s){const{thanks:a}=s,i=t.words?.locale??"zh-Hans",o=p(t.study?.consent?.resultsOn,i)||t.words?.consent.unnamed.resultsOn||"";return e`<div class="step">
    <h2 part="heading" tabindex="-1">${a.title}</h2>
    <p class=${n.handedOver?"notice":"saved"} role="status">
      ${n.handedOver?a.downloaded:a.saved}
    </p>
    <p>${a.text(t.group)}</p>
    <ul>
      ${a.next(m(o,i),n.hasLaterWave,n.codeGiven).map(t=>e`<li>${t}</li>`)}
    </ul>
    <div class="nav">
      <button type="button" part="button" @click=${t.onAgain}>${a.again}</button>
    </div>
  </div>`}(n,w,i);case"withdraw":return function(n,s,a){const{withdraw:i}=a,{removed:o,code:r}=n;return void 0!==o?e`<div class="step">
      <h2 part="heading" tabindex="-1">${i.title}</h2>
      <p class="notice" role="status">
        ${"ambiguous"===o?i.ambiguous:o>0?i.found(o):i.none}
      </p>
      <div class="nav">
        <button type="button" class="main" part="button" @click=${n.onCancel}>
          ${n.app.words?.messages.leave??t}
        </button>
      </div>
    </div>`:e`${0===r.index?e`<p>${i.text}</p>`:t}
  ${z(r,{...s,why:i.title},a)}`}(y,l,i);default:return function(n,s){const{trouble:a}=n,i=a?.code??"unknown",{title:o,text:r}=s.trouble[i],c=a?.problems??[],l="load-failed"===i||"study-not-found"===i;return e`<div class="step">
    <h2 part="heading" tabindex="-1">${o}</h2>
    <p class="notice alarm" role="alert">${r}</p>
    ${a?.detail||c.length?e`<details>
            <summary>${s.troubleDetail}</summary>
            <p><code>${i}${a?.detail?`: ${a.detail}`:""}</code></p>
            ${c.length?e`<ul>
                    ${c.slice(0,20).map(({path:t,message:n})=>e`<li><code>${t||"/"}</code> ${n}</li>`)}
                  </ul>`:t}
          </details>`:t}
    ${l?e`<div class="nav">
            <button type="button" class="main" part="button" @click=${n.onReopen}>${s.retry}</button>
          </div>`:t}
  </div>`}(n,i)}}}}export{I as createLateViews};
