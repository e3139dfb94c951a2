import 'jsqr/dist/jsQR.js';
import { expect } from 'chai';
import { html } from 'lit';
import type { SurveyResponse } from '../../src/core/response/types.js';
import { readBackup } from '../../src/core/backup/backup.js';
import { joinQrChunks } from '../../src/core/backup/qr-chunks.js';
import { inAppBrowser } from '../../src/elements/survey/handover/in-app.js';
import { expectAccessible } from '../support/axe.js';
import { cleanUp, until } from '../support/fixture.js';
import { forgetEverything, SurveyDriver } from '../support/survey-driver.js';

/** Another maker's reader of QR codes. */
declare const jsQR: (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null;

const WECHAT =
  'Mozilla/5.0 (Linux; Android 12; M2102J2SC Build/SKQ1; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MMWEBID/7113 MicroMessenger/8.0.42.2460(0x28002A50) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64';

const restores: (() => void)[] = [];

/** Puts another value in the place of a property until the end of the test. */
function replace(target: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, get: () => value });
  restores.push(() => (before ? Object.defineProperty(target, name, before) : Reflect.deleteProperty(target, name)));
}

/** What a press put into the clipboard, the share sheet and the downloads. */
interface Taken {
  copied: string[];
  shared: ShareData[];
  downloads: number;
}

function mocks({ clipboard = true, files = true, share = (): Promise<void> => Promise.resolve() } = {}): Taken {
  const taken: Taken = { copied: [], shared: [], downloads: 0 };
  replace(navigator, 'clipboard', {
    writeText: (text: string) => {
      if (!clipboard) return Promise.reject(new DOMException('no', 'NotAllowedError'));
      taken.copied.push(text);
      return Promise.resolve();
    },
  });
  replace(navigator, 'canShare', (data: ShareData) => files && (data.files?.length ?? 0) > 0);
  replace(navigator, 'share', async (data: ShareData) => {
    await share();
    taken.shared.push(data);
  });
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function (): void {
    taken.downloads += 1;
  };
  restores.push(() => (HTMLAnchorElement.prototype.click = click));
  return taken;
}

const said = (survey: SurveyDriver): string =>
  survey
    .all('.outcome')
    .map((one) => one.textContent)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
const ways = (survey: SurveyDriver): string[] => survey.all('.ways > li > button').map((one) => one.textContent.trim());

/** A survey that could not be stored. */
async function failed({ lang = 'zh-Hans', device = 'own', group = 'resident' } = {}): Promise<SurveyDriver> {
  replace(globalThis, 'indexedDB', undefined);
  const survey = await SurveyDriver.open(
    html`<canyu-survey study="t" form="short" wave="pre" group=${group} lang=${lang} .device=${device}></canyu-survey>`,
  );
  await survey.consent(false);
  await survey.goTo('review', (item) => (item.startsWith('CY') ? 4 : 2));
  await survey.handIn();
  await until(() => survey.root.querySelector('.handover'), 'the ways out');
  return survey;
}

async function readSheet(text: string): Promise<SurveyResponse> {
  const reading = await readBackup(text, crypto.subtle);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  expect(reading.value.complete).to.equal(true);
  expect(reading.value.records).to.have.length(1);
  return reading.value.records[0]!.record as unknown as SurveyResponse;
}

function expectMeant(response: SurveyResponse): void {
  expect(response).to.include({ study: 't', wave: 'pre', group: 'resident', form: 'short' });
  for (const [id, answer] of Object.entries(response.answers)) expect(answer, id).to.equal(id.startsWith('CY') ? 4 : 2);
  expect(Object.keys(response.answers)).to.have.length(14);
}

/** What another maker's reader sees in the code on screen. */
function decode(picture: SVGSVGElement): string {
  const scale = 4;
  const side = picture.viewBox.baseVal.width * scale;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const ink = canvas.getContext('2d')!;
  ink.fillStyle = getComputedStyle(picture).backgroundColor;
  ink.fillRect(0, 0, side, side);
  ink.scale(scale, scale);
  const path = picture.querySelector('path')!;
  ink.fillStyle = getComputedStyle(path).fill;
  ink.fill(new Path2D(path.getAttribute('d')!));
  const read = jsQR(ink.getImageData(0, 0, side, side).data, side, side);
  if (!read) throw new Error('the code cannot be read');
  return read.data;
}

describe('handing over a sheet that cannot be stored', () => {
  beforeEach(forgetEverything);
  afterEach(() => {
    for (const restore of restores.splice(0).reverse()) restore();
    cleanUp();
  });

  it('knows the browsers inside apps, and no others', () => {
    const known = {
      wechat: [
        WECHAT,
        'Mozilla/5.0 (Windows NT 10.0) Chrome/107 Safari/537.36 NetType/WIFI MicroMessenger/7.0.20 WindowsWechat',
      ],
      qq: [
        'Mozilla/5.0 (Linux; Android 10) Chrome/89 MQQBrowser/6.2 TBS/046007 Mobile Safari/537.36 V1_AND_SQ_8.9.0 QQ/8.9.0.8425 NetType/4G',
      ],
      alipay: [
        'Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) Mobile/20A362 AlipayDefined(nt:WIFI) AliApp(AP/10.3.20) AlipayClient/10.3.20',
      ],
      weibo: [
        'Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) Mobile/15E148 Weibo (iPhone13,2__weibo__12.9.0__iphone__os15.0)',
      ],
      dingtalk: [
        'Mozilla/5.0 (Linux; U; Android 11) UWS/3.22 Mobile Safari/537.36 AliApp(DingTalk/6.5.50) com.alibaba.android.rimet/1',
      ],
    };
    for (const [app, agents] of Object.entries(known))
      for (const agent of agents) expect(inAppBrowser(agent)).to.equal(app);
    for (const agent of [
      'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/116.0.0.0 Mobile Safari/537.36',
      'Mozilla/5.0 (Linux; U; Android 12; zh-cn) AppleWebKit/537.36 Version/4.0 Chrome/98 MQQBrowser/13.6 Mobile Safari/537.36',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1',
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    ]) {
      expect(inAppBrowser(agent), agent).to.equal(undefined);
    }
  });

  for (const [lang, texts] of [
    [
      'zh-Hans',
      {
        app: '微信',
        before: '在浏览器中打开',
        ways: ['复制答卷', '转发答卷', '显示二维码，让人扫走', '把答卷下载成文件'],
      },
    ],
    [
      'en',
      {
        app: 'WeChat',
        before: 'Open in browser',
        ways: [
          'Copy the answer sheet',
          'Share the answer sheet',
          'Show it as QR codes',
          'Download the answer sheet as a file',
        ],
      },
    ],
  ] as const) {
    it(`offers the download last inside WeChat and says why (${lang})`, async () => {
      mocks();
      replace(navigator, 'userAgent', WECHAT);
      replace(globalThis, 'indexedDB', undefined);
      const fresh = await SurveyDriver.open(
        html`<canyu-survey study="t" group="resident" lang=${lang}></canyu-survey>`,
      );
      await fresh.consent(false);
      await fresh.choose(2);
      await until(() => fresh.text.includes(texts.before), 'the advice at the first sign of trouble');
      const survey = await failed({ lang });
      expect(ways(survey)).to.deep.equal(texts.ways);
      expect(survey.text).to.contain(texts.app);
      await expectAccessible(survey.element);
      for (const way of survey.all<HTMLElement>('.ways > li > button')) {
        way.click();
        await until(() => said(survey), 'what came of it');
        await survey.settle();
        await expectAccessible(survey.element);
      }
    });
  }

  it('offers the download first elsewhere, and no share sheet where there is none', async () => {
    mocks();
    replace(navigator, 'share', undefined);
    const survey = await failed();
    expect(ways(survey)).to.deep.equal(['把答卷下载成文件', '复制答卷', '显示二维码，让人扫走']);
    expect(survey.text).not.to.contain('在浏览器中打开');
  });

  it('copies the sheet, says that it stays in the clipboard, and clears it afterwards', async () => {
    const { copied, downloads } = mocks();
    const survey = await failed();
    expect(survey.text).to.contain('剪贴板里，别的程序可能读得到');
    await survey.pressText('复制答卷');
    await until(() => said(survey).startsWith('复制好了'), 'copied');
    expectMeant(await readSheet(copied[0]!));
    await survey.pressText('我已经贴好、发出去了，结束');
    await until(() => survey.heading === '谢谢您！', 'thanks');
    expect(survey.text).to.contain('没有存进这台设备').and.to.contain('还在这台设备的剪贴板里');
    expect(survey.text).not.to.contain('答卷已经存好').and.not.to.contain('可以放心离开');
    await expectAccessible(survey.element);
    await survey.pressText('清掉剪贴板');
    await until(() => survey.text.includes('剪贴板已经清掉'), 'cleared');
    expect(survey.text).to.contain('可以放心离开');
    expect(copied).to.have.length(2);
    expect(copied[1]!.trim()).to.equal('');
    expect(downloads).to.equal(0);
    await survey.pressText('换下一位来答');
    expect(survey.text).not.to.contain('剪贴板');
  });

  it('copies from a field where the clipboard is refused, and hands the text out where that fails too', async () => {
    mocks({ clipboard: false });
    let selected = '';
    let works = true;
    // The deprecated way is the one under test.
    /* eslint-disable @typescript-eslint/no-deprecated */
    const { execCommand } = document;
    document.execCommand = (command: string): boolean => {
      const field = survey.root.activeElement as HTMLTextAreaElement;
      if (command === 'copy' && works) selected = field.value.slice(field.selectionStart, field.selectionEnd);
      return works;
    };
    restores.push(() => (document.execCommand = execCommand));
    /* eslint-enable @typescript-eslint/no-deprecated */
    const survey = await failed();
    const button = survey.all<HTMLButtonElement>('.ways button').find((one) => one.textContent.includes('复制'))!;
    button.focus();
    await survey.pressText('复制答卷');
    await until(() => said(survey).startsWith('复制好了'), 'copied');
    expectMeant(await readSheet(selected));
    expect(survey.root.activeElement).to.equal(button);
    expect(survey.all('.copied')).to.have.length(0);
    works = false;
    await survey.pressText('复制答卷');
    await until(() => said(survey).startsWith('没能自动复制'), 'the failure');
    const field = survey.root.querySelector<HTMLTextAreaElement>('details[open] textarea')!;
    field.focus();
    expect(field.selectionEnd - field.selectionStart).to.equal(field.value.length);
    expectMeant(await readSheet(field.value));
  });

  it('shares the sheet as a file where it can, else as text; closing the share sheet is no error', async () => {
    let closed = true;
    const share = (): Promise<void> =>
      closed ? Promise.reject(new DOMException('closed', 'AbortError')) : Promise.resolve();
    const first = mocks({ share });
    const survey = await failed();
    await survey.pressText('转发答卷');
    await survey.settle();
    expect(said(survey)).to.equal('');
    expect(survey.all('.handover .nav button')).to.have.length(0);
    closed = false;
    await survey.pressText('转发答卷');
    await until(() => said(survey).startsWith('交给转发菜单了'), 'shared');
    const file = first.shared[0]!.files![0]!;
    expect(file.name).to.match(/^canyu-t-pre-[0-9a-f]{8}\.txt$/);
    expectMeant(await readSheet(await file.text()));
    mocks({ files: false, share: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
    await survey.pressText('转发答卷');
    await until(() => said(survey) === '没能转发。请换一种办法。', 'the failure');
    const last = mocks({ files: false });
    await survey.pressText('转发答卷');
    await until(() => last.shared.length, 'shared as text');
    expectMeant(await readSheet(last.shared[0]!.text!));
  });

  for (const lang of ['zh-Hans', 'en'] as const) {
    it(`shows codes that another maker’s reader reads, and ends only when each was on screen (${lang})`, async () => {
      mocks();
      const survey = await failed({ lang });
      const words =
        lang === 'en'
          ? { show: 'Show it as QR codes', next: 'Next code', kept: 'Every code was scanned: finish' }
          : { show: '显示二维码，让人扫走', next: '下一张', kept: '每一张都扫好了，结束' };
      await survey.pressText(words.show);
      const picture = await until(() => survey.root.querySelector<SVGSVGElement>('.codes svg'), 'a code');
      const count = Number(/(\d+)\D*$/.exec(survey.root.querySelector('figcaption')!.textContent)![1]);
      expect(count).to.be.greaterThan(1);
      const chunks: string[] = [];
      for (let n = 1; n <= count; n++) {
        expect(survey.root.querySelector('figcaption')!.textContent).to.match(new RegExp(`${n}\\D+${count}`));
        expect(survey.text.includes(words.kept)).to.equal(n === count);
        chunks.push(decode(picture));
        expect(chunks.at(-1)).to.contain(` ${n}/${count} `);
        await expectAccessible(survey.element);
        if (n < count) await survey.pressText(words.next);
      }
      const { texts, gaps, faults } = joinQrChunks(chunks.reverse());
      expect([gaps, faults]).to.deep.equal([[], []]);
      expectMeant(await readSheet(texts[0]!.text));
      await survey.pressText(words.next);
      expect(survey.text).to.contain(words.kept);
      await survey.pressText(words.kept);
      await until(() => survey.root.querySelector('p.notice[role=status]'), 'thanks');
    });
  }

  it('puts nothing into the clipboard of a shared device', async () => {
    mocks();
    const survey = await failed({ device: 'kiosk' });
    expect(ways(survey)).not.to.include('复制答卷');
    await survey.pressText('把答卷下载成文件');
    await until(() => said(survey), 'downloaded');
    expect(survey.all('textarea')).to.have.length(0);
  });

  it('asks before the page is closed, until the sheet is kept', async () => {
    mocks();
    const survey = await failed();
    const leave = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).to.equal(true);
    await survey.pressText('把答卷下载成文件');
    await until(() => said(survey), 'downloaded');
    expect(leave()).to.equal(true);
    await survey.pressText('文件我已经留好，结束');
    await until(() => survey.heading === '谢谢您！', 'thanks');
    expect(leave()).to.equal(false);
    const gone = await failed();
    expect(leave()).to.equal(true);
    gone.element.remove();
    expect(leave()).to.equal(false);
  });

  it('speaks the language that the page changes to, and keeps the code on screen', async () => {
    mocks();
    const survey = await failed();
    await survey.pressText('显示二维码，让人扫走');
    await until(() => survey.root.querySelector('.codes svg'), 'a code');
    await survey.pressText('下一张');
    survey.element.lang = 'en';
    await until(() => ways(survey).includes('Copy the answer sheet'), 'English');
    expect(survey.root.querySelector('figcaption')!.textContent).to.match(/^Code 2 of \d$/);
  });

  it('does not widen a phone', async () => {
    mocks();
    const survey = await failed({ lang: 'en' });
    survey.element.parentElement!.style.inlineSize = '360px';
    await survey.pressText('Show it as QR codes');
    const picture = await until(() => survey.root.querySelector('.codes svg'), 'a code');
    const right = survey.element.getBoundingClientRect().right;
    for (const one of survey.all('.handover *')) {
      expect(one.getBoundingClientRect().right, one.outerHTML.slice(0, 80)).to.be.at.most(right);
    }
    // A module is a few pixels wide even there.
    const modules = (picture as SVGSVGElement).viewBox.baseVal.width;
    expect(picture.getBoundingClientRect().width / modules).to.be.greaterThan(3);
  });
});
