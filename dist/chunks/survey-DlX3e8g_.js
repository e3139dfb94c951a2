import{l as t,n as e,i as n,b as s,A as a}from"./elements-CgA2oMlv.js";function o(t){return new Promise((e,n)=>{t.oncomplete=t.onsuccess=()=>e(t.result),t.onabort=t.onerror=()=>n(t.error)})}let r;function i(){return r||(r=function(t,e){let n;return(s,a)=>(()=>{if(n)return n;const s=indexedDB.open(t);return s.onupgradeneeded=()=>s.result.createObjectStore(e),n=o(s),n.then(t=>{t.onclose=()=>n=void 0},()=>{n=void 0}),n})().then(t=>a(t.transaction(e,s).objectStore(e)))}("keyval-store","keyval")),r}function c(t,e=i()){return e("readonly",e=>o(e.get(t)))}function l(t,e,n=i()){return n("readwrite",n=>(n.put(e,t),o(n.transaction)))}function u(t=i()){return t("readonly",t=>{if(t.getAll)return o(t.getAll());const e=[];return function(t){return t.openCursor().onsuccess=function(){var t;this.result&&(t=this.result,e.push(t.value),this.result.continue())},o(t.transaction)}(t).then(()=>e)})}function d(t,e){const n=Object.entries(e),s=t=>{const e=n.flatMap(([e,n])=>{const s=n.map(t).find(t=>void 0!==t);return void 0===s?[]:[[e,s]]});return e.length?Object.fromEntries(e):void 0},a=t=>{const e=["resident","official","partner"].flatMap(e=>{const n=s(n=>t(n,e));return n?[[e,n]]:[]});return e.length?Object.fromEntries(e):void 0},o=(t,e)=>void 0===e?{}:{[t]:e},{id:r,version:i,forms:c}=t;return{schema:"canyu-instrument/1",id:r,version:i,title:s(t=>t.title)??{},...o("frame",a((t,e)=>t.frame?.[e])),...o("glossary",a((t,e)=>t.glossary?.[e])),missing:{dk:s(t=>t.missing?.dk)??{},pns:s(t=>t.missing?.pns)??{}},scales:Object.fromEntries(Object.entries(t.scales).map(([t,e])=>[t,{points:e.map((e,n)=>({value:e,label:s(e=>e.scales?.[t]?.[n])??{},...o("labelByGroup",a((e,s)=>e.scalesByGroup?.[s]?.[t]?.[n]))}))}])),constructs:(t.constructs??[]).map(t=>({...t,label:s(e=>e.constructs?.[t.id])??{}})),items:t.items.map(t=>({...t,...o("stem",a((e,n)=>t.scale?e.stems?.[n]?.[t.scale]:void 0)),prompt:a((e,n)=>e.prompts?.[n]?.[t.id])??{}})),forms:c}}const p=t=>t.split(" "),h=(t,e)=>Array.from({length:e-t+1},(e,n)=>t+n);function m(t,e,n){return p(n).map(n=>({id:n.slice(0,3).replace("-",""),kind:t,...e&&{scale:e},key:n.includes("-")?-1:1,mirror:n.includes("~")?"recip":"same",...n.includes("*")&&{short:!0}}))}const f=p("FQ1 FQ2 FQ3 FQ4"),g=p("OC1 OC2 OC3 OC4 OC5 OC6"),v=p("OQ1 OQ2"),w=[...m("frequency","frequency",f.join(" ")),...m("ladder","ladder","LD"),...m("rating","agreement","CY1 CY2* CY3 CY4 CY5-* CJ1* CJ2 CJ3 CJ4-* PR1 PR2 PR3-* PR4* TR1~* TR2~ TR3~ TR4-~* RC1~* RC2 RC3 RC4-~* GV1* GV2 GV3-* GV4 OC1 OC2 OC3- OC4 OC5 OC6 AU"),...m("rating","voice",["AV1","AV2"].join(" ")),...m("text",void 0,v.join(" ")),...m("choice","age","DM1"),...m("choice","years","DM2")],y=[...f,...p("LD RC3 CY1 PR1 CJ1 GV1 TR2 CY4 PR3 RC1 CJ4 GV3 CY2 TR1 PR2 CJ2 RC2 CY5 GV4 TR3 CJ3 PR4 RC4 CY3 GV2 TR4")],b=y.filter(t=>w.some(e=>e.id===t&&e.short)),k=p("DM1 DM2"),$={closed:[...g,"AU"],open:[],background:[]},x={id:"participation-trust",version:"1.0.0",scales:{agreement:h(1,5),frequency:h(0,4),ladder:h(0,6),voice:h(1,5),age:h(0,3),years:h(0,2)},items:w,forms:{full:{resident:{closed:y,open:v,background:k},official:{closed:[...y,...g],open:v,background:[]},partner:$},short:{resident:{closed:b,open:[],background:k},official:{closed:b,open:[],background:[]},partner:$}}},j=t=>({schema:"canyu-study/1",id:t,title:{"zh-Hans":"社区参与和互信",en:"Community participation and mutual trust"},instrument:"participation-trust@1.0.0",waves:[{id:"pre",label:{"zh-Hans":"项目前",en:"Before the project"}},{id:"post",label:{"zh-Hans":"项目后",en:"After the project"}}],groups:["resident","official","partner"],communities:[],linking:"code"});function C(t,e){return void 0===t.opens&&void 0===t.closes?"undated":void 0!==t.opens&&e<t.opens?"before":void 0!==t.closes&&e>t.closes?"closed":"open"}const S=(t=!1)=>({born:Math.random(),seq:0,count:0,root:0,lost:t});async function z(t,e,n,s){const a=t.objectStore("meta"),r=await o(a.get("tally"))??S(!0),i={...r,seq:r.seq+1,count:r.count+n*e.length,root:e.reduce((t,e)=>t^function(t){let e=2166136261;for(let n=0;n<t.length;n++)e=Math.imul(e^t.charCodeAt(n),16777619);return e}(e),r.root),lost:s??r.lost};return a.put(i,"tally"),i}const O=t=>t.replace(/[%/]/g,t=>encodeURIComponent(t)),A=({study:t,wave:e,group:n})=>[t,e,n].map(O).join("/"),D=t=>`canyu-store:${t}`;function R(t,e){try{const n=new BroadcastChannel(D(t));n.postMessage(e),n.close()}catch{dispatchEvent(new CustomEvent(D(t),{detail:e}))}}function T(t,e){try{return JSON.parse(t().getItem(D(e)))}catch{return}}function H(t,e,n){try{t().setItem(D(e),JSON.stringify(n))}catch{}}const q=(t,e)=>!e||e.lost||!!t?.count&&(t.born!==e.born||t.seq>e.seq||t.seq===e.seq&&t.root!==e.root);function L(t,e,n){q(T(t,e),n)||H(t,e,n)}const M=t=>JSON.stringify(t,(t,e)=>e&&"object"==typeof e&&!Array.isArray(e)?Object.fromEntries(Object.entries(e).sort(([t],[e])=>t<e?-1:1)):e);class E extends Error{constructor(t,e){super(t,{cause:e}),this.name="StoreError",this.code=t}}function U(t){const e=String(t);return new E(/quota|full|no space/i.test(e)?"quota":/^Version/.test(e)?"version":/^(Data|NotReadable)Error/.test(e)?"corrupt":"unavailable",t)}const P=["drafts","responses","outbox","ledger","meta","aside"],N=/^(InvalidState|TransactionInactive|Unknown|NotFound|Abort)|connection/i;function B(t,e,n,s){return new Promise((a,o)=>{const r=t.transaction(e,n,{durability:"strict"});let i;r.addEventListener("abort",()=>o(r.error??i??"AbortError"));const c=(async()=>s(r))();r.addEventListener("complete",()=>{c.then(a,t=>o(U(t)))}),c.catch(t=>{i=t,t&&r.abort()}).catch(()=>{})})}function V({name:t="canyu",patience:e=5e3,...n}={}){const s=function({name:t,patience:e,factory:n}){let s;const a=t=>{s===t&&(s=void 0),t.then(t=>t.close()).catch(()=>{})},o=()=>{const e=new Promise((s,o)=>{const r=n().open(t,1);r.onupgradeneeded=t=>{for(const t of P)r.result.createObjectStore(t);const{dataLoss:e}=t;r.transaction.objectStore("meta").put(S("total"===e),"tally")},r.onsuccess=()=>{const t=r.result;t.onclose=t.onversionchange=()=>a(e),s(t)},r.onerror=()=>o(r.error)});return e};return{transact:async(t,n,r)=>{for(let i=!1;;i=!0){const c=s??=o();let l;try{const s=new Promise((t,n)=>{l=setTimeout(()=>n(new E("blocked")),e)});return await B(await Promise.race([c,s]),t,n,r)}catch(t){if(t instanceof E)throw t;if(a(c),i||!N.test(String(t)))throw U(t)}finally{clearTimeout(l)}}},close:()=>s&&a(s)}}({name:t,patience:e,factory:()=>n.indexedDB??indexedDB}),a=()=>n.localStorage??localStorage,{transact:r}=s,i=(t,e)=>r([t],"readonly",n=>o(n.objectStore(t).get(e))),c={...s,name:t,marks:a,async ready(){const e=T(a,t),n=await i("meta","tally");if(!n||q(e,n))throw await r(["meta"],"readwrite",t=>z(t,[],1,!0)).catch(()=>{}),new E("corrupt",{expected:e?.count,found:n?.count});H(a,t,n)},saveDraft:(t,e)=>r(["drafts","responses"],"readwrite",async n=>{const s=n.objectStore("responses");return!await o(s.count(`${t}/${O(e.id)}`))&&(n.objectStore("drafts").put([e.id,M(e)],t),!0)}),async readDraft(t){const e=await i("drafts",t);try{return e&&JSON.parse(e[1])}catch{return(await(import("./aside-WLBp5cww.js"))).setAside(c,"drafts",[t])}},dropDraft:t=>r(["drafts"],"readwrite",e=>{e.objectStore("drafts").delete(t)}),async submit(e,n=A(e),{record:s=e,deliver:i}={}){const{study:c,id:l}=e;let u;const d=await r(["drafts","responses","outbox","meta"],"readwrite",async t=>{const a=t.objectStore("drafts"),r=await o(a.get(n));r?.[0]===l&&a.delete(n);const[c,d]=await async function(t,e,n){for(let s=0,a=e;;a=`${e}/${++s}`){const e=await o(t.get(a));if(e===n)return["same",a];if(void 0===e)return t.put(n,a),[s?"conflict":"added",a]}}(t.objectStore("responses"),(t=>`${A(t)}/${O(t.id)}`)(e),M(s));return"same"!==c&&(i&&t.objectStore("outbox").put(0,d),u=await z(t,[d],1)),c});return u&&(L(a,t,u),R(t,{kind:"added",study:c,ids:[l]})),d}};return c}function J(t,e){return t?t[e]??t["zh-Hans"]??Object.values(t)[0]??"":""}function G(t,e){const{closed:n,open:s,background:a}=t.form;return["consent",...t.communities.length>0?["community"]:[],"frame",...n,...t.linking&&!0===e.consent?.link?["link"]:[],...s,...a,"review"]}function Y(t,e,n){switch(n.type){case"agree":{const{version:s,hash:a,link:o}=n,r={...e,consent:{version:s,hash:a,link:o}};return{...r,at:F(t,r,"consent")}}case"community":return t.communities.includes(n.community)?{...e,community:n.community}:e;case"answer":return e.consent&&function(t,e){const{closed:n,open:s,background:a}=t.form;return n.includes(e)||s.includes(e)||a.includes(e)}(t,n.item)?function(t,e,n){const{[e]:s,...a}=t.answers;return{...t,answers:void 0===n||""===n?a:{...a,[e]:n}}}(e,n.item,n.value):e;case"link":return e.consent?{...e,link:n.tokens}:e;case"next":return e.consent?{...e,changing:!1,at:e.changing?"review":F(t,e,e.at)}:e;case"back":return{...e,changing:!1,at:e.changing?"review":I(t,e,e.at)};case"change":return e.consent&&G(t,e).includes(n.step)?{...e,changing:!0,at:n.step}:e;case"locale":return{...e,locale:n.locale};case"spent":return{...e,seconds:e.seconds+Math.max(0,n.seconds)}}}function F(t,e,n){const s=G(t,e);return s[s.indexOf(n)+1]??"review"}function I(t,e,n){const s=G(t,e);return s[Math.max(0,s.indexOf(n)-1)]??"consent"}function Q(t,e){const{closed:n,open:s,background:a}=t.form,o=G(t,e).filter(t=>!["consent","community","frame","review"].includes(t)),r=o.indexOf(e.at),i=r>=0?r:"review"===e.at?o.length:0,c=o.slice(i).reduce((t,e)=>"link"===e?t+45:s.includes(e)?t+25:t+(a.includes(e)?6:n.includes(e)?8:0),20);return{index:i,total:o.length,minutesLeft:Math.max(1,Math.round(c/60))}}const _={"zh-Hans":()=>import("./words-zh-Hans-D7-xfO6J.js").then(function(t){return t.z}),en:()=>import("./words-en-bsH6pVZE.js").then(function(t){return t.e})},K={"zh-Hans":()=>import("./resident-zh-Hans-z5g2Hxb2.js").then(function(t){return t.c}),en:()=>import("./resident-en-CP7GrYuy.js").then(function(t){return t.c})},W={"zh-Hans":()=>import("./official-zh-Hans-CGiQwORL.js").then(function(t){return t.c}),en:()=>import("./official-en-B7Lg3C39.js").then(function(t){return t.c})},Z={"zh-Hans":()=>import("./late.zh-Hans-D0iyGn9h.js"),en:()=>import("./late.en-D5sUur-Z.js")};function X(t,e){const n=new Date(`${t}T00:00:00Z`);return Number.isNaN(n.getTime())?t:new Intl.DateTimeFormat("en"===e?"en-GB":"zh-CN",{dateStyle:"long",timeZone:"UTC"}).format(n)}async function tt(t){const e=globalThis.crypto?.subtle;if(!e)return null;const{lead:n,points:s,participate:a,process:o,link:r}=t,i=(new TextEncoder).encode([n,...s,a,o,r].join("\n")),c=new Uint8Array(await e.digest("SHA-256",i));return Array.from(c,t=>t.toString(16).padStart(2,"0")).join("")}class et{#t;#e;#n;#s;#a;#o;constructor(t,e,n,s){this.#t=t,this.#e=e,this.#n=n,this.#s=s}save(t){this.#a=t,this.#o??=this.#r().finally(()=>this.#o=void 0)}async settled(t=!1){t&&(this.#a=void 0),await this.#o}async#r(){for(let t=this.#a;t;t=this.#a){this.#a=void 0;try{await this.#t.saveDraft(this.#e,t),this.#n(t)}catch(t){this.#s(t)}}}}async function nt(t,e){return t?(await(import("./study-file-C2PsvOjp.js"))).readStudyFile(t):j(e)}const st={"zh-Hans":()=>import("./words-zh-Hans-D7-xfO6J.js").then(function(t){return t.c}),en:()=>import("./words-en-bsH6pVZE.js").then(function(t){return t.c})},at={"zh-Hans":{resident:()=>import("./resident-zh-Hans-z5g2Hxb2.js").then(function(t){return t.r}),official:()=>import("./official-zh-Hans-CGiQwORL.js").then(function(t){return t.o}),partner:()=>import("./partner-D8YXmoAR.js")},en:{resident:()=>import("./resident-en-CP7GrYuy.js").then(function(t){return t.r}),official:()=>import("./official-en-B7Lg3C39.js").then(function(t){return t.o}),partner:()=>import("./partner-Cr8DL500.js")}},ot=`${x.id}@${x.version}`;async function rt(e,n){const[s,a,...o]=await Promise.all([t(_,e),t("resident"===n?K:W,e),st[e]().then(t=>t.texts),at[e][n]().then(t=>t.texts)]),r=d(x,{[e]:o}),i=new Map(r.items.map(t=>[t.id,t]));return{locale:e,group:n,messages:s,consent:a,instrument:r,items:i}}function it(t,e,n){return(e.scale?t.instrument.scales[e.scale]?.points??[]:[]).map(({value:e,label:s,labelByGroup:a})=>({value:e,label:J(a?.[n]??s,t.locale)}))}function ct(){const t=crypto.getRandomValues(new Uint8Array(16));return t[6]=15&(t[6]??0)|64,t[8]=63&(t[8]??0)|128,Array.from(t,t=>t.toString(16).padStart(2,"0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/,"$1-$2-$3-$4-$5")}function lt(){const t=new Date,e=t=>String(t).padStart(2,"0");return`${t.getFullYear()}-${e(t.getMonth()+1)}-${e(t.getDate())}`}const ut=["resident","official","partner"];class dt{#t;#i;#c;#l;#u;constructor(t){this.phase="loading",this.group="resident",this.consentMissing=!1,this.#t=V(),this.#c=performance.now(),this.#l=0,this.#u=!1,this.#d=t=>{this.storeTrouble=void 0,this.announce("canyu-saved",{responseId:t.id}),this.host.requestUpdate()},this.onStoreError=t=>{const e=t.code;this.storeTrouble="string"==typeof e?e:"unknown",this.announce("canyu-error",{code:this.storeTrouble}),this.needLate(),this.host.requestUpdate()},this.host=t}async open(t){const e=++this.#l;this.phase="loading";const{host:n}=this;try{const s=ut.find(t=>t===n.group)??"resident",[a,o]=await Promise.all([nt(n.src,n.study??"canyu"),rt(t,s)]);if(e!==this.#l)return;this.words=o;const r="code"in a?a:this.#p(a);if(r||this.group===s||(this.words=await rt(t,this.group)),e!==this.#l)return;if(r)return void await this.fail(r);if(await this.#h(),e!==this.#l)return}catch{return void(e===this.#l&&await this.fail({code:"load-failed"}))}n.requestUpdate(),this.announce("canyu-ready",{})}#p(t){const{host:e}=this,n=e.group??t.groups[0]??"resident";if(!t.groups.includes(n))return{code:"unknown-group",detail:n};if(t.seal)return{code:"seal-unsupported"};if(t.instrument!==ot)return{code:"unknown-instrument",detail:t.instrument};if(e.community&&t.communities.length>0&&!t.communities.some(({id:t})=>t===e.community))return{code:"unknown-community",detail:e.community};const s=e.wave?t.waves.find(({id:t})=>t===e.wave):t.waves.find(t=>"open"===C(t,lt()))??t.waves[0];if(!s)return{code:"unknown-wave",detail:e.wave};const a=C(s,lt());if("before"===a)return{code:"wave-before",detail:s.opens};if("closed"===a)return{code:"wave-closed",detail:s.closes};const o=this.words?.instrument.forms[e.form][n];if(!o)return{code:"unknown-group",detail:n};this.study=t,this.wave=s,this.group=n,this.#i={form:o,linking:"none"!==t.linking,communities:e.community||t.communities.length<2?[]:t.communities.map(({id:t})=>t)}}async#h(){const t=this.draftKey;this.keeper=new et(this.#t,t,this.#d,this.onStoreError),this.#m();try{await this.#t.ready()}catch(t){this.onStoreError(t)}try{const e=await this.#t.readDraft(t);e&&await this.needLate()&&this.late?.views.offer(e)}catch(t){this.onStoreError(t)}}#m(){const{study:t,wave:e,words:n,group:s}=this,{host:a}=this;t&&e&&n&&(this.state=function(t){const{community:e,...n}=t;return{schema:"canyu-draft/1",...n,...e?{community:e}:{},at:"consent",changing:!1,consent:null,answers:{},seconds:0}}({id:ct(),study:t.id,instrument:t.instrument,wave:e.id,group:s,community:a.community??(1===t.communities.length?t.communities[0]?.id:void 0),form:a.form,mode:a.mode,locale:n.locale,device:a.device}),this.#c=performance.now(),this.consentMissing=!1,this.phase="session")}async reset(){const t=this.state;await(this.keeper?.settled(!0)),t&&"thanks"!==this.phase&&await this.#t.dropDraft(this.draftKey).catch(this.onStoreError),this.unfinished=void 0,this.#m(),this.show()}async changeLocale(t){if(this.words&&this.words.locale!==t)try{this.words=await rt(t,this.group),this.late&&await this.needLate(),this.dispatch({type:"locale",locale:t},!1)}catch{this.host.requestUpdate()}}get draftKey(){return A({study:this.study?.id??"",wave:this.wave?.id??"",group:this.group})}get store(){return this.#t}get item(){return this.state&&this.words?.items.get(this.state.at)}get progress(){return this.#i&&this.state?Q(this.#i,this.state):{index:0,total:0,minutesLeft:1}}get consent(){const{words:t,study:e}=this;if(!t||!e||!this.#i)return;const n=this.#i.form.closed.length;return function(t,e,n,s){const a="none"!==e.linking,o=J(e.title,n),r=e.consent;if(!r)return t.consent({...t.unnamed,project:o,linking:a,...s});const i=X(r.tokensDestroyedBy,n);return t.consent({project:o,linking:a,...s,organisation:J(r.organisation,n),contact:J(r.contact,n),storedIn:J(r.storedIn,n),tokensDestroyedBy:i,withdrawUntil:i,keptUntil:X(r.keptUntil,n),resultsOn:J(r.resultsOn,n),foreignApproval:r.foreignApproval})}(t.consent,e,t.locale,{questions:n,minutes:n>15?6:3})}get part(){const{form:t}=this.#i??{},e=this.state?.at??"";return[t?.closed,t?.background].find(t=>t?.includes(e))??[]}get plan(){return this.#i}dispatch(t,e=!0){if(!this.#i||!this.state)return;const n=this.state,s=performance.now(),a=Math.min(120,(s-this.#c)/1e3);this.#c=s;const o=Y(this.#i,Y(this.#i,n,t),{type:"spent",seconds:a});if(this.state=o,o.consent&&"session"===this.phase&&this.keeper?.save(o),!n.consent&&o.consent&&this.announce("canyu-start",{}),"answer"===t.type&&this.needLate(),n.at!==o.at){const{index:t,total:e}=this.progress;this.announce("canyu-progress",{index:t,total:e}),this.needsLate(o.at)&&this.needLate()}this.show(e&&n.at!==o.at)}async agree(t,e,n){this.consentMissing=!t||!e;const{consent:s}=this;!this.consentMissing&&s?this.dispatch({type:"agree",version:"1",hash:await tt(s),link:n}):this.show(!1)}needsLate(t){return"community"===t||"link"===t||"review"===t||"text"===this.words?.items.get(t)?.kind}async needLate(){const e=this.words?.locale??"zh-Hans";if(this.late&&this.late.views.locale===e)return!0;try{const[n,{createLateViews:s}]=await Promise.all([t(Z,e),import("./late-views-zWgmAxk6.js")]);return this.late={messages:n,views:await s(this,n,e)},this.host.requestUpdate(),!0}catch{return this.announce("canyu-error",{code:"load-failed"}),this.host.requestUpdate(),!1}}retrySave(){this.state&&this.keeper?.save(this.state)}async fail(t){this.trouble=t,this.phase="trouble",await this.needLate(),this.announce("canyu-error",{code:t.code}),this.host.requestUpdate()}announce(t,e,n=!1){return this.host.dispatchEvent(new CustomEvent(t,{detail:e,bubbles:!0,composed:!0,cancelable:n}))}show(t=!0){this.#u||=t,this.host.requestUpdate()}updated(t){if(!this.#u)return;const e=t.querySelector("h2");e&&(this.#u=!1,e.focus())}#d}class pt extends dt{constructor(){super(...arguments),this.onAgree=t=>{t.preventDefault();const e=new FormData(t.currentTarget);this.agree(e.has("participate"),e.has("process"),e.has("link"))},this.onNext=t=>{t.preventDefault(),this.dispatch({type:"next"})},this.onNextPart=t=>{t.preventDefault();for(const{length:t}=this.part,e={n:0};e.n<t;e.n++)this.dispatch({type:"next"},e.n===t-1)},this.onBack=()=>this.dispatch({type:"back"}),this.onAnswer=t=>{const{name:e,value:n}=t.currentTarget,s="dk"===n||"pns"===n?n:Number(n);this.dispatch({type:"answer",item:e,value:s})},this.onCommunity=t=>{this.dispatch({type:"community",community:t.currentTarget.value})},this.onChange=t=>{this.dispatch({type:"change",step:t.currentTarget.value})},this.onRetrySave=()=>this.retrySave(),this.onReopen=()=>{this.open(this.words?.locale??e(this.host.lang))},this.onAgain=()=>{this.reset()},this.onWithdraw=()=>{this.phase="withdraw",this.needLate().then(()=>this.show())}}}const ht=n`
  :host {
    container-type: inline-size;
    overflow-wrap: anywhere;
  }
  .page {
    max-inline-size: 36em;
    margin-inline: auto;
    padding: calc(var(--c-space) * 2) calc(var(--c-space) * 2) calc(var(--c-space) * 3);
  }
  h2 {
    margin: 0 0 calc(var(--c-space) * 2);
    font-size: 1.15em;
    font-weight: 650;
    line-height: 1.45;
    scroll-margin-block-start: calc(var(--c-space) * 3);
  }
  h2:focus {
    outline: none;
  }
  p {
    margin: 0 0 calc(var(--c-space) * 1.5);
  }
  ul {
    margin: 0 0 calc(var(--c-space) * 2);
    padding-inline-start: 1.2em;
  }
  li {
    margin-block-end: calc(var(--c-space));
  }
  .soft {
    color: var(--c-soft);
    font-size: 0.9em;
  }
  .notice {
    margin: 0 0 calc(var(--c-space) * 2);
    padding: calc(var(--c-space) * 1.5) calc(var(--c-space) * 2);
    border-inline-start: 4px solid var(--c-accent);
    background: var(--c-notice);
  }
  .notice > :last-child {
    margin-block-end: 0;
  }
  .notice.alarm {
    border-color: var(--c-danger);
  }
  .progress {
    margin-block-end: calc(var(--c-space) * 3);
  }
  .progress p {
    margin: 0 0 calc(var(--c-space) / 2);
  }
  progress {
    display: block;
    inline-size: 100%;
    accent-color: var(--c-accent);
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    inline-size: 100%;
  }
  .stem {
    display: block;
    font-weight: 400;
    color: var(--c-soft);
  }
  .option {
    display: flex;
    align-items: center;
    gap: calc(var(--c-space) * 1.5);
    min-block-size: 56px;
    margin-block-end: var(--c-space);
    padding: calc(var(--c-space) * 0.75) calc(var(--c-space) * 2);
    border: 1px solid var(--c-control);
    border-radius: var(--c-radius);
    cursor: pointer;
  }
  .option:has(:focus-visible) {
    outline: 3px solid var(--c-accent);
    outline-offset: 2px;
  }
  .option input:focus-visible {
    outline: none;
  }
  .option.chosen {
    border-color: var(--c-accent);
    box-shadow: inset 0 0 0 2px var(--c-accent);
    background: var(--c-notice);
    font-weight: 650;
  }
  .option.chosen::after {
    content: '✓' / '';
    margin-inline-start: auto;
    color: var(--c-accent);
  }
  .option input {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--c-accent);
  }
  .apart {
    margin-block-start: calc(var(--c-space) * 2);
    padding-block-start: calc(var(--c-space) * 1.5);
    border-block-start: 1px solid var(--c-rule);
  }
  .apart > p {
    margin-block-end: var(--c-space);
  }
  .apart .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--c-space);
  }
  .apart .option {
    flex: 1 1 6.5em;
    margin: 0;
  }
  .box {
    align-items: flex-start;
    border-color: transparent;
    padding-inline: 0;
  }
  .box.chosen {
    border-color: transparent;
    box-shadow: none;
    background: none;
    font-weight: inherit;
  }
  .box.chosen::after {
    content: none;
  }
  .box input {
    margin-block-start: 0.25em;
  }
  .error {
    margin-block: var(--c-space) 0;
    color: var(--c-danger);
    font-weight: 650;
  }
  .nav {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--c-space) * 1.5);
    justify-content: space-between;
    margin-block-start: calc(var(--c-space) * 3);
  }
  button {
    min-block-size: 56px;
    padding: calc(var(--c-space) * 0.75) calc(var(--c-space) * 3);
    border: 1px solid var(--c-control);
    border-radius: var(--c-radius);
    background: transparent;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .nav button {
    flex: 1 1 7em;
    max-inline-size: 20em;
  }
  button.main {
    border-color: var(--c-accent);
    background: var(--c-accent);
    color: var(--c-on-accent);
    font-weight: 650;
  }
  button.plain {
    border-color: transparent;
    color: var(--c-accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    padding-inline: 0;
  }
  button[disabled] {
    opacity: 1;
    border-style: dashed;
    cursor: progress;
  }
  @media (forced-colors: active) {
    .option.chosen {
      outline: 3px solid Highlight;
    }
    .notice {
      border: 1px solid CanvasText;
    }
    button.main {
      border: 3px solid ButtonText;
    }
  }
  @media print {
    .nav,
    .progress {
      display: none;
    }
  }
`;function mt(t,e,n){return s`<label class="option box">
    <input type="checkbox" name=${t} aria-describedby=${n?"missing":a} autocomplete="off" />
    <span>${e}</span>
  </label>`}function ft({name:t,value:e,label:n,chosen:o,picture:r,onChange:i}){return s`<label class="option ${o?"chosen":""}" part="option">
    <input type="radio" name=${t} value=${e} autocomplete="off" .checked=${o} @change=${i} />
    ${r?s`<span class="picture" aria-hidden="true">${r}</span>`:a}<span>${n}</span>
  </label>`}function gt(t,e,n){const{words:o,state:r}=t;return s`<div class="nav">
    ${r?.changing?a:s`<button type="button" part="button" @click=${t.onBack}>
            ${t.progress.index>0?o?.messages.back:o?.messages.leave}
          </button>`}
    <button type="submit" class=${n?"main":""} part="button">
      ${r?.changing?o?.messages.toReview:e}
    </button>
  </div>`}function vt(t){const{words:e,state:n}=t;if(!e||!n||n.changing)return a;const{index:o,total:r,minutesLeft:i}=t.progress,{messages:c}=e;return s`<div class="progress">
    <p class="soft">${c.progress(o+1,r,i)}</p>
    <progress aria-label=${c.progressLabel} max=${r} value=${o}></progress>
  </div>`}function wt(t,e){const{words:n,study:s,group:a}=t,o=n?.locale??"zh-Hans",r=s?.focal?J(s.focal,o):void 0;return function(t,e,n){const s=e?.trim();if(s)return t.replaceAll("{focal}",()=>s);const a=(n.startsWith("zh")?"社区里最近的一件公共事务":"the most recent public matter in the community")??"";return t.replace(/["“”「『]?\{focal\}["“”」』]?(?:这件事|一事)?/gu,a)}(J(e.prompt[a],o),r,o)}function yt(t,e){const{words:n,state:o,group:r}=t;if(!n||!o)return s``;const{messages:i,locale:c,instrument:l}=n,u=o.answers[e.id],d=J(e.stem?.[r],c),p=(n,s)=>ft({name:e.id,value:n,label:s,chosen:u===n,onChange:t.onAnswer});return s`<fieldset>
    <legend>
      <h2 part="heading" tabindex="-1">
        ${d?s`<span class="stem">${d}</span>`:a}${wt(t,e)}
      </h2>
    </legend>
    ${it(n,e,r).map(({value:t,label:e})=>p(t,e))}
    ${"choice"===e.kind?a:s`<div class="apart">
            <p class="soft">${i.apart}</p>
            <div class="row">
              ${p("dk",J(l.missing?.dk,c))}
              ${p("pns",J(l.missing?.pns,c))}
            </div>
          </div>`}
  </fieldset>`}const bt=["study","src","wave","group","community","form","mode","device"];var kt=Object.freeze({__proto__:null,SurveyView:class{#f;#g;#v;constructor(t,e){this.styles=[ht],this.#v="",this.#f=t,this.#g=e,this.app=new pt(t)}hostUpdate(){const{locale:t}=this.#g,e=JSON.stringify(bt.map(t=>this.#f[t]??null));e===this.#v?this.app.changeLocale(t):(this.#v=e,this.app.open(t))}hostUpdated(){this.app.updated(this.#f.renderRoot)}render(){const{words:t}=this.app;return s`<div class="page" part="page" lang=${t?.locale??a}>
      ${function(t,e){const{words:n}=t;return s`${n&&t.study?.synthetic?s`<p class="soft">${n.messages.synthetic}</p>`:a}
  ${function({storeTrouble:t,words:e,phase:n,late:o}){return t&&e&&"failed"!==n&&"trouble"!==n?s`<div class="notice alarm" role="alert">
    ${o?o.views.notice(t):s`<p>${e.messages.notSaved}</p>`}
  </div>`:a}(t)} ${function(t,e){const{words:n,state:o,late:r}=t,i=s`<p role="status">${n?.messages.loading??a}</p>`;switch(t.phase){case"loading":return i;case"session":return o&&n?"consent"===o.at?function(t){const{words:e,consent:n}=t;if(!e||!n)return s``;const{messages:o}=e,r=t.consentMissing;return s`<form class="step" novalidate @submit=${t.onAgree}>
    <h2 part="heading" tabindex="-1">${e.consent.title}</h2>
    <p>${n.lead}</p>
    <ul>
      ${n.points.map(t=>s`<li>${t}</li>`)}
    </ul>
    ${mt("participate",n.participate,r)} ${mt("process",n.process,r)}
    ${t.plan?.linking?mt("link",n.link,!1):a}
    <p class="error" id="missing" role="alert">${r?e.consent.missing:a}</p>
    <div class="nav">
      ${t.plan?.linking?s`<button type="button" class="plain" part="button" @click=${t.onWithdraw}>
              ${o.withdraw}
            </button>`:a}
      <button type="submit" class="main" part="button">${o.agree}</button>
    </div>
  </form>`}(t):"frame"===o.at?function(t){const{words:e,group:n}=t;if(!e)return s``;const{instrument:o,messages:r,locale:i}=e,c=o.glossary?.[n];return s`<form class="step" @submit=${t.onNext}>
    <h2 part="heading" tabindex="-1">${r.frameTitle}</h2>
    <p>${J(o.frame?.[n],i)}</p>
    ${c?s`<p>${J(c,i)}</p>`:a}
    <p>${r.frameHint(n)}</p>
    ${gt(t,r.begin,!0)}
  </form>`}(t):t.needsLate(o.at)?r?r.views.step(o.at):i:"page"!==e||o.changing?function(t){const{item:e,words:n,state:a}=t;if(!e||!n||!a)return s``;const o=void 0!==a.answers[e.id];return s`${vt(t)}
    <form class="step" @submit=${t.onNext}>
      ${yt(t,e)} ${gt(t,o?n.messages.next:n.messages.skip,o)}
    </form>`}(t):function(t){const{words:e}=t;return e?s`<form class="step" @submit=${t.onNextPart}>
    ${t.part.map(n=>{const a=e.items.get(n);return a?yt(t,a):s``})}
    ${gt(t,e.messages.next,!0)}
  </form>`:s``}(t):i;default:return r?r.views.phase(t.phase):i}}(t,e)}`}(this.app,this.#f.layout)}
    </div>`}}});export{C as A,u as B,kt as C,E as S,O as a,R as b,M as c,A as d,G as e,Y as f,c as g,lt as h,Q as i,X as j,z as k,D as l,vt as m,gt as n,ft as o,o as p,wt as q,L as r,l as s,J as t,it as u,ht as v,x as w,d as x,V as y,j as z};
