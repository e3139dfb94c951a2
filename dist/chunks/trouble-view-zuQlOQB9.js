import{i as e}from"./types-Ce44ots2.js";import{i as n,b as t,A as i}from"./elements-CgA2oMlv.js";import{p as s}from"./parse-C89B2KbJ.js";import{r as o,o as a,f as r,n as c,s as l,b as d,l as u,c as h,i as p,e as f,a as m,m as g}from"./shape-Bf3ULHCc.js";function $(e){return"number"==typeof e?e:void 0}function v(e){return e<20?0:1}function b(e,n,t=!1){const i=Math.abs(e).toFixed(n);return 0===Number(i)?i:e<0?`−${i}`:t?`+${i}`:i}function w(e){const n=100*e;return n.toFixed(n<9.95&&n>0?1:0)}const y={resident:"Residents",official:"Officials",partner:"Partners"},j={resident:"resident",official:"official",partner:"partner"},x={baseline:"before the project",endline:"after the project"},C={CY:"real participation",CJ:"token attendance",PR:"deliberation and follow-through",TR:"trust",RC:"give and take",GV:"shared governance",BAL:"real participation minus token attendance"},k={resident:"trust in community staff",official:"trust in residents"},z=(e,n)=>"TR"!==e||"resident"!==n&&"official"!==n?void 0:k[n],O=e=>e.charAt(0).toLowerCase()+e.slice(1),T=e=>e.charAt(0).toUpperCase()+e.slice(1),A=e=>`${e} ${1===e?"sheet":"sheets"}`,R=e=>`${e} ${1===e?"person":"people"}`,G={synthetic:"This is example data made by a program, not a real survey.",group:y,verdict:{"clear-improvement":"clear improvement","clear-decline":"clear decline","no-relevant-change":"no relevant change","improvement-uncertain":"improvement, size uncertain","decline-uncertain":"decline, size uncertain",undecided:"undecided, more answers needed"},domain:(e,n)=>`${y[n]}’ ${e} index`,construct:(e,n)=>{const t=z(e,n);return t?`${y[n]}’ ${t}`:`${T(C[e]??e)} as ${y[n].toLowerCase()} see it`},scale:(e,n)=>z(e,n)??C[e]??e,change:({estimate:e,low:n,high:t})=>void 0===n||void 0===t?`${e} points (no interval can be computed)`:`${e} points (95% interval ${n} to ${t})`,indexChange:(e,n,t)=>`${y[e]}’ change: ${n}${t?`, ${t}`:""}.`,clusters:(e,n,t)=>`The answers come from ${e} communities; allowing for differences between them the interval is ${n} to ${t}, and the verdict goes by it.`,notYet:(e,n,t,i)=>0===t?`No ${j[e]}s have answered ${x[n]} yet; results appear from ${i}.`:`${t} ${j[e]}${1===t?" has":"s have"} answered ${x[n]}; results appear from ${i}.`,tooFewAnswered:(e,n)=>`Fewer than ${n} of the ${j[e]}s answered enough of this part, so it is not shown.`,notShown:"It cannot be shown now.",joint:(e,n,t)=>`Residents and officials together: ${e}. Whatever weight each side is given, the joint number lies between ${n} and ${t} points.`,jointHidden:"There is a joint number once both indices can be shown.",levels:(e,n,t,i)=>`${e}: from ${n} to ${t} points, a change of ${i}.`,oneLevel:(e,n,t,i)=>`${e}: ${t} points ${x[n]}. ${i}`,hidden:(e,n)=>`${e}: ${O(n)}`,lessIsBetter:"A lower score means less token attendance.",gapWave:(e,n,t)=>0===n?`${x[e]} both sides gave the same rating`:`${x[e]} officials rated it ${n>0?"higher":"lower"} than residents by ${t} points`,gap:(e,n,t)=>`${T(e)}: ${n.join(", ")}.${t?` The difference changed by ${t}.`:""}`,bothChanges:(e,n)=>`Residents’ ratings changed by ${e}, officials’ by ${n}.`,groupChange:(e,n)=>`${y[e]}’ ratings changed by ${n}.`,gapHidden:e=>`${T(e)}: not enough people have answered to put the two views side by side.`,flow:(e,n,t,i)=>`${y[e]}: ${A(n)} before the project, ${A(t)} after; ${R(i)} could be linked across both.`,ambiguous:e=>`${A(e)} gave the same small answers as another and could not be told apart.`,oneOff:(e,n)=>n?`For ${R(e)} of these one small answer differed, yet it is certain enough who it is.`:`${R(e)} more differed in just one small answer; they were not linked, for fear of a wrong match.`,duplicates:e=>(1===e?"1 copy was":`${e} copies were`)+" left out.",conflicts:e=>`${e} sheet ${1===e?"number stands":"numbers stand"} for different contents; all were counted, please check.`,silence:(e,n)=>`Share of “prefer not to say”: ${e}% before, ${n}% after.`,plane:"Across is token attendance, up is real participation, both 0–100 points; on the diagonal they are equal.",planeGroup:(e,n,t)=>`${y[e]}: token attendance from ${n[0]} to ${n[1]} points, real participation from ${t[0]} to ${t[1]} points.`,forest:"Changes, positive is better; token attendance is turned round, so positive means less of it; 95% intervals in brackets.",forestGroup:(e,n)=>`${y[e]}: ${n.join(", ")}.`,forestPart:(e,{estimate:n,low:t,high:i})=>`${e} ${n} points${void 0===t||void 0===i?"":` (${t} to ${i})`}`,index:"change index",holm:e=>`Still clear after adjustment for six comparisons: ${e.join(", ")}.`,absentGroup:(e,n)=>`${y[e]}: ${O(n)}`,join:e=>e.join(" ")},F={resident:"居民",official:"工作人员",partner:"合作机构"},H={baseline:"项目前",endline:"项目后"},M={CY:"真参与",CJ:"走形式",PR:"协商与落实",TR:"信任",RC:"有来有往",GV:"共同治理",BAL:"真参与减走形式"},L={participation:"参与指数",trust:"信任指数",governance:"治理指数"},S={resident:"对社区工作人员的信任",official:"对居民的信任"},P=(e,n)=>"TR"!==e||"resident"!==n&&"official"!==n?void 0:S[n],J={synthetic:"这是程序生成的示例数据，不是真实调查。",group:F,verdict:{"clear-improvement":"明确好转","clear-decline":"明确下降","no-relevant-change":"没有实际变化","improvement-uncertain":"有好转，幅度还说不准","decline-uncertain":"有下降，幅度还说不准",undecided:"还看不出方向，需要更多回答"},domain:(e,n)=>`${F[n]}的${L[e]}`,construct:(e,n)=>`${F[n]}${P(e,n)??`看到的“${M[e]??e}”`}`,scale:(e,n)=>P(e,n)??M[e]??e,change:({estimate:e,low:n,high:t})=>void 0===n||void 0===t?`${e} 分（算不出区间）`:`${e} 分（95 % 区间 ${n} 至 ${t}）`,indexChange:(e,n,t)=>`${F[e]}的变化：${n}${t?`，${t}`:""}。`,clusters:(e,n,t)=>`答卷来自 ${e} 个社区；把社区之间的差别算进去，区间是 ${n} 至 ${t}，结论以它为准。`,notYet:(e,n,t,i)=>0===t?`${H[n]}还没有${F[e]}作答；满 ${i} 位才显示结果。`:`${H[n]}已有 ${t} 位${F[e]}作答；满 ${i} 位才显示结果。`,tooFewAnswered:(e,n)=>`作答的${F[e]}里，这部分答得够完整的还不到 ${n} 位，所以不显示结果。`,notShown:"现在还不能显示。",joint:(e,n,t)=>`居民和工作人员合起来的变化：${e}。不管两边各占多少份量，合起来的数都在 ${n} 分和 ${t} 分之间。`,jointHidden:"两边的指数都能显示时，才有合起来的数。",levels:(e,n,t,i)=>`${e}：从 ${n} 分到 ${t} 分，变化 ${i}。`,oneLevel:(e,n,t,i)=>`${e}：${H[n]} ${t} 分。${i}`,hidden:(e,n)=>`${e}：${n}`,lessIsBetter:"分数下降，表示走形式少了。",gapWave:(e,n,t)=>0===n?`${H[e]}两边的评分一样`:`${H[e]}工作人员的评分比居民${n>0?"高":"低"} ${t} 分`,gap:(e,n,t)=>`${e}：${n.join("，")}。${t?`两边之差的变化：${t}。`:""}`,bothChanges:(e,n)=>`居民的评分变化 ${e}，工作人员的评分变化 ${n}。`,groupChange:(e,n)=>`${F[e]}的评分变化 ${n}。`,gapHidden:e=>`${e}：作答的人还不够，两边的看法现在不能放在一起看。`,flow:(e,n,t,i)=>`${F[e]}：项目前 ${n} 份答卷，项目后 ${t} 份，其中 ${i} 人的前后两份对上了号。`,ambiguous:e=>`${e} 份答卷的小答案和别人相同，分不清是谁，没有对号。`,oneOff:(e,n)=>n?`其中 ${e} 人有一个小答案前后不同，但能确定是同一个人。`:`另有 ${e} 人只差一个小答案，怕对错人，没有算作对上。`,duplicates:e=>`${e} 份重复的答卷没有再算。`,conflicts:e=>`有 ${e} 个答卷编号对应不同的内容，都算进来了，请核对。`,silence:(e,n)=>`选“不想说”的比例：项目前 ${e} %，项目后 ${n} %。`,plane:"横轴是走形式，纵轴是真参与，都是 0–100 分；斜线上两者一样多。",planeGroup:(e,n,t)=>`${F[e]}：走形式从 ${n[0]} 分到 ${n[1]} 分，真参与从 ${t[0]} 分到 ${t[1]} 分。`,forest:"各项变化，正数表示好转；“走形式”已反过来，正数表示走形式少了；括号里是 95 % 区间。",forestGroup:(e,n)=>`${F[e]}：${n.join("，")}。`,forestPart:(e,{estimate:n,low:t,high:i})=>`${e} ${n} 分${void 0===t||void 0===i?"":`（${t} 至 ${i}）`}`,index:"变化指数",holm:e=>`六项一起校正之后仍然站得住的：${e.join("、")}。`,absentGroup:(e,n)=>`${F[e]}：${n}`,join:e=>e.join("")},Y=["CY","CJ","PR","TR","RC","GV"];function B(n,t){const i="en"===t||t.startsWith("en-")?G:J,s=Object.keys(n.groups),o=e=>Object.fromEntries(s.map(t=>[t,e(t,n.groups[t])])),a=o((t,s)=>function(n,t,i,s){const o=Math.max(10,t.settings.minimumCell);if(e(s))return W(n,t,i,o,s);const a=E(s.change,I(s.change));if(!a)return n.absentGroup(i,n.notShown);const r=e(s.verdict)?void 0:n.verdict[s.verdict],c=n.indexChange(i,n.change(a),r),{communities:l,low:d,high:u}=s.clusters??{};if("number"!=typeof l||"number"!=typeof d||"number"!=typeof u)return c;const h=v(I(s.change));return n.join([c,n.clusters(l,b(d,h),b(u,h))])}(i,n,t,s.index)),r=["resident","official"].flatMap(e=>a[e]??[]);return{headline:i.join([...n.study.synthetic?[i.synthetic]:[],...r]),index:a,joint:N(i,n),domains:o((t,{domains:s})=>{const o=o=>q(i,n,t,i.domain(o,t),e(s)?s:s[o]);return{participation:o("participation"),trust:o("trust"),governance:o("governance")}}),constructs:o((t,{constructs:s})=>{const o=e(s)?[...Object.keys(n.settings.weights),"BAL"]:Object.keys(s);return Object.fromEntries(o.map(o=>{const a=e(s)?s:s[o],r=q(i,n,t,i.construct(o,t),a),c=void 0!==a&&!e(a)&&!e(a.change);return[o,"CJ"===o&&c?i.join([r,i.lessIsBetter]):r]}))}),gaps:Object.fromEntries(Object.entries(n.gaps).map(([e,t])=>[e,K(i,n,e,t)])),flow:Object.fromEntries(Object.keys(n.flow).map(e=>[e,U(i,e,n.flow[e])])),charts:{plane:V(i,n),forest:Q(i,n)}}}function E(n,t,i=!1){if(void 0===n||e(n))return;const s=$(n.estimate);if(void 0===s)return;const o=v(t),a=i?-1:1,r=[$(n.low),$(n.high)];i&&r.reverse();const[c,l]=r;return{estimate:b(a*s,o,!0),...void 0!==c&&{low:b(a*c,o)},...void 0!==l&&{high:b(a*l,o)}}}function I(n){return void 0===n||e(n)?0:"baseline"in n.n?Math.min(n.n.baseline,n.n.endline):Math.min(n.n.resident,n.n.official)}function W(e,n,t,i,s){const o=n.flow[t],a=["endline","baseline"].filter(e=>void 0!==o&&o[e]<i),r=a.sort((e,n)=>(o?.[e]??0)-(o?.[n]??0))[0];return o&&r?e.notYet(t,r,o[r],i):void 0===s||s.why.startsWith("n<")?e.tooFewAnswered(t,i):e.notShown}function N(n,t){const{change:i}=t.joint.index,s=E(i,I(i)),o=["resident","official"].map(n=>{const i=t.groups[n]?.index;return void 0===i||e(i)||e(i.change)?void 0:$(i.change.estimate)}),a=o.filter(e=>void 0!==e).sort((e,n)=>e-n);if(!s||a.length<2)return n.jointHidden;const r=v(I(i)),[c,l]=a.map(e=>b(e,r,!0));return n.joint(n.change(s),c,l)}function q(n,t,i,s,o){const a=t.settings.minimumCell;if(void 0===o||e(o))return n.hidden(s,W(n,t,i,a,o));const r=D(o.baseline),c=D(o.endline),l=E(o.change,I(o.change));if(void 0!==r&&void 0!==c&&l)return n.levels(s,r,c,n.change(l));const d=s=>{const r=o[s];return W(n,t,i,a,e(r)?r:void 0)};return void 0!==r?n.oneLevel(s,"baseline",r,d("endline")):void 0!==c?n.oneLevel(s,"endline",c,d("baseline")):n.hidden(s,d("endline"))}function D(n){if(e(n))return;const t=$(n.mean);return void 0===t?void 0:b(t,v(n.n))}function K(n,t,i,s){const o=n.scale(i),a=["baseline","endline"].flatMap(t=>{const i=s[t],o=e(i)?void 0:$(i.estimate);if(void 0===o)return[];const a=b(Math.abs(o),v(I(i)));return[n.gapWave(t,0===Number(a)?0:o,a)]});if(0===a.length)return n.gapHidden(o);const r=Math.min(I(s.baseline),I(s.endline)),c=E(s.didChange,r),l=["resident","official"].map(s=>{const o=t.groups[s]?.constructs,a=void 0===o||e(o)?void 0:o[i],r=void 0===a||e(a)?void 0:a.change,c=E(r,I(r));return c&&n.change(c)}),[d,u]=l,h=[n.gap(o,a,c&&n.change(c))];return void 0!==d&&void 0!==u?h.push(n.bothChanges(d,u)):void 0!==d?h.push(n.groupChange("resident",d)):void 0!==u&&h.push(n.groupChange("official",u)),n.join(h)}function U(n,t,i){const{exact:s,oneOff:o,oneOffUsed:a,ambiguous:r}=i.linked,c=[n.flow(t,i.baseline,i.endline,s+(a?o:0))];if(o>0&&c.push(n.oneOff(o,a)),r>0&&c.push(n.ambiguous(r)),i.duplicates>0&&c.push(n.duplicates(i.duplicates)),i.conflicts>0&&c.push(n.conflicts(i.conflicts)),!e(i.silence)){const[t,s]=[i.silence.baseline,i.silence.endline].map(n=>e(n)?void 0:$(n.mean));void 0!==t&&void 0!==s&&c.push(n.silence(w(t),w(s)))}return n.join(c)}function V(n,t){const i=Object.keys(t.groups).map(i=>{const s=t.groups[i]?.constructs,o=["CJ","CY"].map(n=>{const t=void 0===s||e(s)?void 0:s[n];if(void 0===t||e(t))return;const[i,o]=[D(t.baseline),D(t.endline)];return void 0===i||void 0===o?void 0:[i,o]}),[a,r]=o;return a&&r?n.planeGroup(i,a,r):n.absentGroup(i,W(n,t,i,t.settings.minimumCell))});return n.join([n.plane,...i])}function Q(n,t){const i=Object.keys(t.groups).flatMap(i=>{const{index:s,constructs:o}=t.groups[i],a=[];if(!e(s)){const e=E(s.change,I(s.change));e&&a.push(n.forestPart(n.index,e))}const r=[];for(const t of Y){const s=e(o)?void 0:o[t];if(void 0===s||e(s))continue;const c=E(s.change,I(s.change),"CJ"===t);c&&a.push(n.forestPart(n.scale(t,i),c));const l=$(s.holm);void 0!==l&&l<.05&&r.push(n.scale(t,i))}return 0===a.length?[n.absentGroup(i,W(n,t,i,t.settings.minimumCell))]:[n.forestGroup(i,a),...r.length>0?[n.holm(r)]:[]]});return n.join([n.forest,...i])}const X={"zh-Hans":()=>import("./zh-Hans-ChzEvP3_.js"),en:()=>import("./en-CtGj4Xum.js")};function Z(e,n,t,i){const{chart:s}=e,{relevance:o,changedFromDefault:a}=t.settings,r=_(e,a);return n.isDrawable(t,i)?"plane"===i.type?[s.planeKey,...r]:[s.band(new Intl.NumberFormat(e.locale).format(o)),...n.hasHolmMark(t,i)?[s.holm]:[],...r]:[s.nothing,...r]}function _({locale:e,settingNames:n,changedSettings:t},i){if(0===i.length)return[];const s=i.map(e=>n[e]??e);return[t(new Intl.ListFormat(e,{type:"conjunction"}).format(s))]}const ee=n`
  @media (forced-colors: active) {
    :host {
      --c-text: CanvasText;
      --c-soft: CanvasText;
      --c-surface: Canvas;
      --c-rule: CanvasText;
      --c-control: CanvasText;
      --c-notice: Canvas;
      --c-resident: CanvasText;
      --c-official: CanvasText;
    }
  }
  /* The theme's CJK fonts draw the apostrophes and quotation marks of English a whole character wide. */
  :lang(en) {
    font-family: var(--canyu-font, system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif);
  }
  p,
  table {
    margin: 0;
  }
  .small {
    font-size: 0.8em;
    color: var(--c-soft);
  }
  .synthetic {
    display: inline-block;
    border: 1px dashed var(--c-control);
    padding: 0 0.5em;
    font-size: 0.8em;
  }
  .message {
    border-inline-start: 4px solid var(--c-control);
    background: var(--c-notice);
    padding: calc(var(--c-space) * 2);
    overflow-wrap: anywhere;
  }
  .message.trouble {
    border-color: var(--c-danger);
  }
  .message strong {
    display: block;
  }
  .message ul {
    margin: 0;
    padding-inline-start: 1.2em;
    font-size: 0.8em;
  }
  button {
    min-block-size: 44px;
    padding-inline: 1em;
    border: 1px solid var(--c-control);
    border-radius: var(--c-radius);
    background: var(--c-surface);
    color: inherit;
    font: inherit;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 0.8em;
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
    padding-block-end: var(--c-space);
    color: var(--c-soft);
  }
  th,
  td {
    border-block-end: 1px solid var(--c-rule);
    padding: 0.35em 1em 0.35em 0;
    text-align: start;
    vertical-align: top;
    font-weight: normal;
  }
  thead th {
    font-weight: 600;
    vertical-align: bottom;
  }
`,ne=n`
  figure {
    margin: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--c-space) * 1.5);
  }
  /* Where there is room, the sentence stands beside the plane; else above it. */
  .row {
    display: flex;
    flex-flow: row-reverse wrap;
    justify-content: flex-end;
    gap: calc(var(--c-space) * 1.5) calc(var(--c-space) * 4);
  }
  .words {
    flex: 1 1 12em;
  }
  figcaption {
    font-size: 0.85em;
  }
  .frame {
    min-inline-size: 0;
    flex: 1 1 100%;
  }
  .frame.plane {
    flex-basis: 570px;
    max-inline-size: 570px;
  }
  canvas {
    display: block;
    max-inline-size: 100%;
  }
  .notes {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  summary {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 44px;
    padding-inline-end: 0.75em;
    cursor: pointer;
    color: var(--c-accent);
    font-size: 0.85em;
  }
  summary::before {
    content: '▸';
  }
  [open] > summary::before {
    content: '▾';
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .probe {
    forced-color-adjust: none;
  }
  @media print {
    canvas {
      inline-size: auto !important;
      block-size: auto !important;
      max-inline-size: 100% !important;
      break-inside: avoid;
    }
    summary {
      display: none;
    }
  }
`,te=t`<p role="status" aria-busy="true">…</p>`;function ie(e){return t`
    <div class="message trouble" role="alert" part="message" dir="ltr">
      <p lang="zh-Hans">结果没有完全打开，可能是网络断了一下。</p>
      <p lang="en">The results did not load completely; the network may have dropped.</p>
      <button @click=${e}><span lang="zh-Hans">再试一次</span> <span lang="en">Try again</span></button>
    </div>
  `}const se=h("n<2","n<5","n<10","n<20","zero-variance","alpha<.60","complement","not-computable"),oe=e=>"object"==typeof e&&null!==e&&!Array.isArray(e),ae=(e,n,t)=>{const i=e,s=se(i.why,g(n,"why"),t);return!0===i.suppressed?s&&{suppressed:!0,why:s}:(null!==i.estimate&&t(n,"value","has a reason but is neither suppressed nor without estimate"),s&&{estimate:null,why:s})},re=e=>(n,t,i)=>oe(n)&&"why"in n?ae(n,t,i):e(n,t,i),ce=re(c()),le=c(0,1/0,"whole"),de=a({estimate:ce,low:ce,high:ce}),ue=re(a({n:le,mean:ce,sd:ce,low:ce,high:ce})),he=re(a({estimate:ce,low:ce,high:ce,count:ce,n:le})),pe=a({baseline:le,endline:le,linked:le}),fe=a({resident:le,official:le}),me={estimate:ce,low:ce,high:ce,se:ce,df:ce,t:ce,p:ce},ge=re(a({...me,n:(e,n,t)=>(oe(e)&&"resident"in e?fe:pe)(e,n,t)},{r:ce,g:re(de)})),$e=re(a(me)),ve=re(a({baseline:ue,endline:ue,change:ge})),be=(e,n,t)=>Array.isArray(e)?u(be)(e,n,t):oe(e)?!("why"in e)||!0!==e.suppressed&&null!==e.estimate?d(be)(e,n,t):ae(e,n,t):"number"==typeof e?c()(e,n,t):null===e||"boolean"==typeof e?e:l(e,n,t),we=(e,...n)=>(t,i,s)=>{if(!oe(t)||!("why"in t))return e(t,i,s);const o=ae(t,i,s);return o&&Object.fromEntries(n.map(e=>[e,o]))},ye=a({baseline:ue,endline:ue,change:ge,paired:ge,unpaired:ge},{holm:ce,cliff:be,netImprovement:be,wilcoxon:be,reliableChange:be,reliability:be,floorCeiling:be}),je=a({baseline:ue,endline:ue,change:ge,verdict:re(h("clear-improvement","clear-decline","no-relevant-change","improvement-uncertain","decline-uncertain","undecided")),contributions:re(d(ce))},{sensitivity:be,clusters:be}),xe=re(a({score:ve,share:re(a({baseline:he,endline:he,change:ge}))})),Ce=a({index:re(je),domains:re(a({participation:ve,trust:ve,governance:ve})),constructs:re(d(re(ye)))},{items:be,ladder:xe,frequency:re(d(ve)),quality:be}),ke=a({baseline:le,endline:le,linked:a({exact:le,oneOff:le,ambiguous:le,unlinkedBaseline:le,unlinkedEndline:le,expectedFalse:c(0),oneOffUsed:r}),silence:ve,duplicates:le,conflicts:le}),ze=we(a({baseline:ge,endline:ge,didChange:$e},{convergence:re(de)}),"baseline","endline","didChange"),Oe=e=>(n,t,i)=>{const s=d(e)(n,t,i);for(const e of Object.keys(s??{}))m(e,g(t,e),i);return s},Te=a({schema:h("canyu-results/1"),study:a({id:p,title:f},{synthetic:r}),instrument:l,waves:a({baseline:p,endline:p}),settings:a({software:l,weights:d(c(0)),voice:c(0,1),relevance:c(0),minimumCell:c(5,1/0,"whole"),confidence:h(.95),seed:c(),resamples:le,changedFromDefault:u(l)}),flow:Oe(ke),groups:Oe(we(Ce,"index","domains","constructs")),joint:a({index:we(a({change:ge}),"change")}),gaps:d(ze)},{ledger:be});function Ae(e,n){void 0===e.ledger||oe(e.ledger)||n("/ledger","type","must be an object")}const Re=e=>o(e,"canyu-results",Te,Ae);class Ge{#e;#n;#t;constructor(e){this.state={status:"loading"},this.#e=e}set(e,n){this.#n&&this.#n.value===e&&this.#n.src===n||(this.#n={value:e,src:n},this.#t?.abort(),this.#t=void 0,null!=e?this.#i(Fe(Re(e))):n?this.#s(n):this.#i({status:"trouble",code:"no-results"}))}stop(){this.#t?.abort(),this.#t=void 0,"loading"===this.state.status&&(this.#n=void 0)}async#s(e){const n=this.#t=new AbortController;this.#i({status:"loading"});const t=await async function(e,n){try{const t=await fetch(e,{credentials:"same-origin",signal:n});return t.ok?Fe(function(e){const n=s(e);return n.ok?Re(n.value):n}(await t.text()),e):{status:"trouble",code:"results-not-found",detail:`${e}: ${t.status}`}}catch{return{status:"trouble",code:"results-not-found",detail:e}}}(e,n.signal);n.signal.aborted||this.#i(t)}#i(e){this.state=e,this.#e()}}function Fe(e,n){return e.ok?{status:"ready",results:e.value}:{status:"trouble",code:e.problems.some(e=>"newer-schema"===e.code)?"newer-schema":"results-invalid",problems:e.problems,detail:n}}function He(e,{code:n,detail:s,problems:o}){const{title:a,text:r}=e.trouble[n];return t`
    <div class="message trouble" part="message" role="alert">
      <strong>${a}</strong>
      ${r}
      ${o?.length?t`<ul aria-label=${e.problemsTitle}>
              ${o.slice(0,5).map(({path:e,message:n})=>t`<li lang="en"><code>${e||"/"}</code> ${n}</li>`)}
            </ul>`:i}
      <div class="small">${e.code(n)}${s?t` · <span lang="en">${s}</span>`:i}</div>
    </div>
  `}export{Ge as R,Z as a,X as b,ne as c,B as d,G as e,v as f,_ as g,w as h,$ as k,ie as n,b as p,ee as r,He as t,te as w,J as z};
