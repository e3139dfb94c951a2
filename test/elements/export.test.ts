import { expect } from 'chai';
import { html } from 'lit';
import type { Results } from '../../src/core/change/types.js';
import '../../src/define/canyu-export.js';
import type { CanyuExport, ExportDetail } from '../../src/elements/export/canyu-export.js';
import { expectAccessible } from '../support/axe.js';
import { cleanUp, fixture, until } from '../support/fixture.js';
import { resultsFixture } from '../support/results-fixture.js';

const inside = (menu: CanyuExport) => menu.shadowRoot!;
const buttons = (menu: CanyuExport) => [...inside(menu).querySelectorAll<HTMLButtonElement>('[data-format]')];
const button = (menu: CanyuExport, format: string) => buttons(menu).find((each) => each.dataset['format'] === format)!;
const offered = (menu: CanyuExport) => buttons(menu).map((each) => each.dataset['format']);

async function make(lang = 'zh-Hans', formats?: string, results: Results = resultsFixture()): Promise<CanyuExport> {
  const menu = await fixture<CanyuExport>(
    html`<canyu-export lang=${lang} formats=${formats ?? ''} .results=${results}></canyu-export>`,
  );
  await until(() => buttons(menu).length > 0, 'the menu');
  return menu;
}

/** Keeps files from leaving the page, and counts them. */
function heldBack(): { readonly names: string[]; restore(): void } {
  const names: string[] = [];
  const original = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
    names.push(this.download);
  };
  return { names, restore: () => (HTMLAnchorElement.prototype.click = original) };
}

describe('<canyu-export>', () => {
  let downloads: ReturnType<typeof heldBack>;
  beforeEach(() => {
    downloads = heldBack();
  });
  afterEach(() => {
    downloads.restore();
    cleanUp();
    document.documentElement.style.removeProperty('color-scheme');
  });

  it('offers slides, report and pictures first, and nothing of single people for a results document', async () => {
    const menu = await make();
    expect(offered(menu)).to.deep.equal(['pptx', 'docx', 'png', 'xlsx', 'csv', 'json', 'zip']);
    expect(inside(menu).textContent).to.contain('没有个人的回答');
  });

  it('offers only what the page names, in its own order', async () => {
    expect(offered(await make('en', 'csv pptx nonsense'))).to.deep.equal(['pptx', 'csv']);
  });

  for (const scheme of ['light', 'dark']) {
    for (const lang of ['zh-Hans', 'en']) {
      it(`has nothing that axe objects to (${lang}, ${scheme})`, async () => {
        document.documentElement.style.setProperty('color-scheme', scheme);
        const menu = await make(lang);
        await expectAccessible(menu);
      });
    }
  }

  it('is made of native buttons of at least 44 px, each with a name and what it is for', async () => {
    const menu = await make();
    for (const each of buttons(menu)) {
      expect(each.tabIndex).to.equal(0);
      expect(each.getBoundingClientRect().height).to.be.at.least(44);
      expect(each.querySelector('strong')!.textContent).to.have.length.above(1);
      expect(each.querySelector('.small')!.textContent).to.have.length.above(1);
    }
  });

  it('keeps the focus where it is while a file is made, says what it does, and says when it is done', async () => {
    const menu = await make('en');
    const json = button(menu, 'json');
    json.focus();
    json.click();
    await until(() => downloads.names.length > 0, 'the download');
    await menu.updateComplete;
    expect(downloads.names[0]).to.match(/^canyu-.*-results\.json$/);
    await until(() => /was handed to/.test(inside(menu).querySelector('[role=status]')?.textContent ?? ''), 'the line');
    expect(inside(menu).activeElement).to.equal(button(menu, 'json'));
    expect(button(menu, 'json').getAttribute('aria-disabled')).to.equal('false');
    await expectAccessible(menu);
  });

  it('is worked by keyboard alone: Tab from format to format, Enter makes the file', async () => {
    const { sendKeys } = await import('@web/test-runner-commands');
    const menu = await make('en', 'csv json');
    button(menu, 'csv').focus();
    await sendKeys({ press: 'Tab' });
    expect(inside(menu).activeElement).to.equal(button(menu, 'json'));
    await sendKeys({ press: 'Enter' });
    await until(() => downloads.names.length > 0, 'the download');
    expect(downloads.names[0]).to.match(/\.json$/);
  });

  it('announces a file before it is made, and makes none where a listener prevents it', async () => {
    const menu = await make('en');
    const heard = new Promise<ExportDetail>((resolve) =>
      menu.addEventListener('canyu-export', (event) => {
        event.preventDefault();
        resolve(event.detail);
      }),
    );
    button(menu, 'csv').click();
    const detail = await heard;
    expect(detail.format).to.equal('csv');
    expect(detail.rows).to.be.above(0);
    await until(() => button(menu, 'csv').getAttribute('aria-disabled') === 'false', 'an idle menu');
    expect(downloads.names).to.deep.equal([]);
  });

  it('counts charts, not rows, while pictures are drawn, and can be stopped', async () => {
    const menu = await make('en');
    button(menu, 'png').click();
    const line = await until(
      () => /\d+ of \d+ charts drawn/.exec(inside(menu).querySelector('.status')?.textContent ?? '')?.[0],
      'the progress',
      30_000,
    );
    expect(line).to.match(/charts drawn/);
    await expectAccessible(menu);
    inside(menu).querySelector<HTMLButtonElement>('.status button')!.click();
    await until(() => /Stopped/.test(inside(menu).querySelector('.status')?.textContent ?? ''), 'the stop', 30_000);
    expect(downloads.names).to.deep.equal([]);
  });

  it('says what is wrong in words and with a code when a file cannot be made', async () => {
    const menu = await make('en');
    let code: string | undefined;
    menu.addEventListener('canyu-error', (event) => (code = (event as CustomEvent<{ code: string }>).detail.code));
    const original = URL.createObjectURL;
    const error = console.error;
    console.error = () => undefined;
    URL.createObjectURL = () => {
      throw new Error('no room');
    };
    try {
      button(menu, 'json').click();
      const alert = await until(() => inside(menu).querySelector('[role=alert]'), 'the message');
      expect(alert.textContent).to.contain('export-failed');
      expect(code).to.equal('export-failed');
      await expectAccessible(menu);
    } finally {
      URL.createObjectURL = original;
      console.error = error;
    }
  });
});
