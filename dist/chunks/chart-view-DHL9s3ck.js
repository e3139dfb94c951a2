import{b as t,A as s,l as e}from"./elements-CgA2oMlv.js";import{r as i,c as o,R as r,w as a,n,t as h,d as c,a as l,b as d}from"./trouble-view-zuQlOQB9.js";import"./types-Ce44ots2.js";import"./parse-C89B2KbJ.js";import"./shape-Bf3ULHCc.js";import"./utf8-BX3LDfsO.js";const u=["text","soft","surface","rule","control","notice","resident","official"];function p(t){const s=getComputedStyle(t);return Object.fromEntries(u.map(e=>(t.style.setProperty("color",`var(--c-${e})`),[e,s.color])))}const f=["resident","official","partner"],w=new Set;class g{#t;#s;#e;#i;#o;#r;#a;#n;#h;#c;#l;#d;#u;#p;#f;#w;constructor(t,s){this.styles=[i,o],this.#d=!1,this.#u=!1,this.#p=!1,this.#g=()=>{this.#u=!1,this.#t.requestUpdate()},this.#t=t,this.#s=s,this.#e=new r(()=>t.requestUpdate())}get settled(){return Promise.all([this.#r,this.#c]).then(()=>{})}hostConnected(){this.#p=!1;const{signal:t}=this.#a=new AbortController;!function(t,s){for(const e of["(prefers-color-scheme: dark)","(forced-colors: active)"])matchMedia(e).addEventListener("change",t,{signal:s})}(()=>this.#t.requestUpdate(),t);for(const[s,e]of[["beforeprint",!0],["afterprint",!1]])addEventListener(s,()=>this.#y(e),{signal:t});this.#n=new ResizeObserver(()=>{!this.#h&&this.#t.clientWidth>0&&this.#t.requestUpdate()}),this.#n.observe(this.#t),this.#t.requestUpdate()}hostDisconnected(){this.#a?.abort(),this.#n?.disconnect(),this.#e.stop(),this.#m()}hostUpdate(){const{results:t,src:s}=this.#t;this.#e.set(t,s),this.#i?.locale===this.#s.locale||this.#u||(this.#r??=this.#v())}render(){const s=this.#i,e=this.#e.state;if(!s||!this.#o)return this.#u?n(this.#g):a;const i="loading"===e.status?t`<p role="status">${s.loading}</p>`:"trouble"===e.status?h(s,e):this.#b(s,this.#o,e.results);return t`<div dir="ltr" lang=${s.locale}>${i}</div>`}#b(e,i,o){const r=this.#$(),a={type:r,locale:e.locale,group:this.#R(),construct:this.#t.construct},n=c(o,e.locale).charts[r],d=i.isDrawable(o,a),u=l(e,i,o,a);return t`
      <figure>
        ${o.study.synthetic?t`<div part="synthetic"><span class="synthetic">${e.synthetic}</span></div>`:s}
        <div class="row">
          <div class="words">
            <figcaption part="sentence">${n}</figcaption>
            ${this.#p?h(e,{code:"chart-failed"}):s}
          </div>
          ${d&&!this.#p?t`<div class="frame ${r}">
                  <canvas part="canvas" role="img" aria-label=${n} aria-describedby="notes"></canvas>
                </div>`:s}
        </div>
        <ul class="notes small" part="notes" id="notes">
          ${u.map(s=>t`<li>${s}</li>`)}
        </ul>
        <details part="table" ?open=${this.#p||!d}>
          <summary>${e.asTable}</summary>
          ${function(s,{caption:e,head:i,headings:o,rows:r}){return t`
    <div class="scroll" tabindex="0" role="region" aria-label=${s.tableLabel(e)}>
      <table>
        <caption>
          ${e}
        </caption>
        <thead>
          <tr>
            ${i.map(s=>t`<th scope="col">${s}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${r.map(s=>t`<tr>
                ${s.map((s,e)=>e<o?t`<th scope="row">${s}</th>`:t`<td>${s}</td>`)}
              </tr>`)}
        </tbody>
      </table>
    </div>
  `}(e,i.chartTable(o,a))}
        </details>
        <span class="probe" hidden></span>
      </figure>
    `}hostUpdated(){const t=this.#e.state;if(!this.#i||"loading"===t.status)return;if("trouble"===t.status)return this.#m(),void this.#j(t,t.code);this.#f=void 0;const s=this.#t.renderRoot.querySelector("canvas");if(!s)return this.#m(),void this.#q(t.results);this.#t.clientWidth>0&&this.#z(s,t.results)}#z(t,s){const e=this.#U(),i=this.#l;if(i?.results!==s||!function(t,s){return t.type===s.type&&t.locale===s.locale&&t.group===s.group&&t.construct===s.construct&&t.pixelRatio===s.pixelRatio&&t.fonts.family===s.fonts.family&&t.fonts.size===s.fonts.size&&function(t,s){return u.every(e=>t?.[e]===s?.[e])}(t.colours,s.colours)}(i.options,e)){if(this.#l={results:s,options:e},this.#h)return this.#h.update({...e,results:s}),void this.#q(s);this.#c??=this.#x(t,s).finally(()=>this.#c=void 0)}}async#x(t,s){try{const{drawChart:e}=await(import("./draw-chart-D9_Qq-_2.js"));if(!this.#l||!t.isConnected)return;this.#h=e(t,this.#l.results,this.#l.options),this.#q(s)}catch{this.#p=!0,this.#m(),this.#t.requestUpdate(),this.#j(s,"chart-failed")}}#m(){this.#h?.destroy(),this.#h=void 0,this.#l=void 0}#U(){const t=this.#t.renderRoot.querySelector(".probe"),s=getComputedStyle(t);return{type:this.#$(),locale:this.#i.locale,group:this.#R(),construct:this.#t.construct,colours:this.#d?void 0:p(t),fonts:{family:s.fontFamily,size:.8*parseFloat(s.fontSize)},pixelRatio:this.#d?Math.max(3,devicePixelRatio):void 0}}#y(t){this.#d=t;const s=this.#e.state;if(!this.#h||!this.#i||"ready"!==s.status)return;const e=this.#U();this.#l={results:s.results,options:e},this.#h.update(e)}#$(){return"forest"===this.#t.type?"forest":"plane"}#R(){const{group:t}=this.#t;if(t)return f.includes(t)?t:(s=`<canyu-chart group="${t}"> is not known; residents and officials are shown. Known are ${f.join(", ")}.`,void(w.has(s)||(w.add(s),console.warn(s))));var s}#g;async#v(){try{const{locale:t}=this.#s;[this.#i,this.#o]=await Promise.all([e(d,t),import("./chart-table-DIHxVBXi.js").then(function(t){return t.c})])}catch{this.#u=!0,this.#C("canyu-error",{code:"load-failed"})}finally{this.#r=void 0,this.#t.requestUpdate()}}#q(t){this.#w!==t&&(this.#w=t,this.#C("canyu-chart-ready",{type:this.#$()}))}#j(t,s){this.#f!==t&&(this.#f=t,this.#C("canyu-error",{code:s}))}#C(t,s){this.#t.dispatchEvent(new CustomEvent(t,{detail:s,bubbles:!0,composed:!0}))}}export{g as ChartView};
