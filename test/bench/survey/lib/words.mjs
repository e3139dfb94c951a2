/**
 * What Canyu's pages say, read from its screens, so that the hand-written page does the same work: the same consent, the same
 * questions with the same answers.
 *
 * @typedef {{label: string, value: string}} Option
 * @typedef {{name: string, stem: string, prompt: string, options: Option[], apart: {label: string, options: Option[]}}} Question
 * @typedef {{title: string, consent: object | null, frame: object | null, questions: Question[], texts: {id: string, text: string}[],
 *   next: string, submit: string, thanks: string}} Words
 */

/** What Canyu's pages with the bench's questionnaire and with Canyu's own instrument say. @returns {Promise<Words[]>} */
export async function readAll(browser, url, questionnaire) {
  const all = [];
  for (const name of ['canyu-page', 'canyu-own-page']) {
    const page = await browser.newPage();
    await page.goto(`${url}/${name}.html`);
    all.push(await readWords(page, questionnaire));
    await page.close();
  }
  return all;
}

async function readWords(page, questionnaire) {
  const read = (wanted, press) =>
    page.evaluate(
      async (selector, first) => {
        await customElements.whenDefined('canyu-survey');
        const root = document.querySelector('canyu-survey').shadowRoot;
        const text = (element) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
        const all = (query, from = root) => [...from.querySelectorAll(query)];
        if (first) {
          for (const box of all('input[name=participate],input[name=process]')) box.click();
          root.querySelector('button[type=submit]').click();
        }
        for (let patience = 500; !root.querySelector(selector); patience--) {
          if (!patience) throw new Error(`Canyu does not show ${selector}`);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        const option = (label) => ({ label: text(label), value: label.querySelector('input').value });
        return {
          title: text(root.querySelector('h2')),
          paragraphs: all('form > p:not(.error)').map(text),
          points: all('li').map(text),
          boxes: all('label.box').map((label) => {
            const { name } = label.querySelector('input');
            return { name, label: text(label), required: name !== 'link' };
          }),
          submit: text(root.querySelector('button[type=submit]')),
          questions: all('fieldset').map((set) => {
            const heading = set.querySelector('h2');
            const stem = text(heading.querySelector('.stem'));
            return {
              name: set.querySelector('input').name,
              stem,
              prompt: text(heading).slice(stem.length).trim(),
              options: all('label:not(.apart *)', set).map(option),
              apart: { label: text(set.querySelector('.apart p')), options: all('.apart label', set).map(option) },
            };
          }),
        };
      },
      wanted,
      press,
    );
  const consent = await read('label.box', false);
  const frame = await read('form.step:not(:has(input)) button[type=submit]', true);
  const { questions, submit: next } = await read('input[type=radio]', true);
  return {
    title: questionnaire.title,
    consent: { ...consent, lead: consent.paragraphs[0] },
    frame,
    questions,
    texts: questionnaire.texts,
    next,
    submit: questionnaire.submitText,
    thanks: '谢谢您！',
  };
}

/** The questionnaire alone: five answers to each statement, no screens before. @returns {Words} */
export const bareWords = ({ title, submitText, scale, groups, texts }) => ({
  title,
  consent: null,
  frame: null,
  questions: groups
    .flatMap(({ items }) => items)
    .map(({ id, text }) => ({
      name: id,
      stem: '',
      prompt: text,
      options: scale,
      apart: { label: '', options: [] },
    })),
  texts,
  next: '',
  submit: submitText,
  thanks: '谢谢您！',
});
