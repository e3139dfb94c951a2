import { launch, openPage, openSite, deepText } from './site.mjs';
import { Driver, prepare, DESK } from './driver.mjs';
import { answering, onePerson } from './people.mjs';
import { readFile, mkdtemp, readdir } from 'node:fs/promises';
const site = await openSite({policies:{'/test/page/fixtures/frame.html':''}});
const src = await readFile(new URL('./faults.test.mjs', import.meta.url),'utf8');
const fill = src.slice(src.indexOf('async function fillDisk'), src.indexOf('async function emptyDisk'));
const fillDisk = new Function('return '+fill)();
if (process.argv[2]==='disk') {
const b = await launch('firefox', {preferences: { 'dom.quotaManager.temporaryStorage.fixedLimit': 2048 }});
const {page} = await openPage(b); await prepare(page); await page.setViewport({width:1280,height:900});
await page.goto(site.page('faults.html',{ study: 'full', wave: 'pre', group: 'resident', form: 'short' }));
const d=new Driver(page,'mouse'); await d.look();
console.log(await page.evaluate(()=>navigator.storage.estimate()));
await page.evaluate(fillDisk);
console.log(await page.evaluate(()=>navigator.storage.estimate()));
let n=0;
try { for await (const s of answering(d,{...onePerson().sheets.pre, first:{}})) { if (n++%4===0) console.log(s.name, (await deepText(page)).slice(0,160)); } } catch(e) {console.log(String(e).slice(0,400))}
console.log((await deepText(page)).slice(0,300), await d.heard('canyu-error'));
await b.close();
} else {
const dir = await mkdtemp('/tmp/dl-');
const b = await launch('firefox', {preferences: {'browser.download.dir': dir, 'browser.download.folderList': 2, 'browser.download.useDownloadDir': true, 'browser.download.always_ask_before_handling_new_types': false}});
const {page} = await openPage(b); await prepare(page); await page.setViewport({width:1280,height:900});
page.on('console', m=>console.log('console', m.text())); page.on('pageerror', m=>console.log('err', m));
const show = site.page('framed.html', { study: 'sandbox', wave: 'pre', group: 'resident', form: 'short' });
await page.goto(process.argv[2]==='top' ? show : `${site.url}/test/page/fixtures/frame.html?show=${encodeURIComponent(show)}`);
await new Promise(r=>setTimeout(r,2000));
const f=page.frames().at(-1);
const d=new Driver(page,'mouse','zh-Hans',f); await d.look();
if (process.argv[2]==='top') await f.evaluate(()=>{IDBFactory.prototype.open=()=>{throw new DOMException('x','SecurityError')}});
for await (const s of answering(d,{...onePerson().sheets.pre, first:{}})) if (s.kind==='review') break;
await d.button('handIn'); console.log(d.screen);
await d.press({text:d.words.download});
await new Promise(r=>setTimeout(r,3000));
console.log(await readdir(dir), (await f.evaluate(()=>document.querySelector('canyu-survey').shadowRoot.textContent)).replace(/\s+/g,' '));
await b.close();
}
await site.close();
