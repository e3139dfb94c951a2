import { downloadText } from '../../download.js';
import { cardSymbols, cardMessage } from '../../../core/link/card.js';
import { linkMessages, unknownElement } from '../../../core/link/code.js';
import { exactTokens, linkTokens } from '../../../core/link/tokens.js';
import type { SurveyResponse } from '../../../core/response/types.js';
import { addCheck, compareEntries, isSampled } from '../../../core/paper/check.js';
import { startEntry, untypedOf, type EntryValues } from '../../../core/paper/entry.js';
import { linkValueOf } from '../../../core/paper/link-entry.js';
import { consentIn, linkAgreed, paperResponse } from '../../../core/paper/sheet.js';
import { saveStudy } from '../../../store/studies.js';
import { consentHash, consentVersion } from '../consent-text.js';
import { dayOf } from '../../day.js';
import type { EntryApp } from './entry-app.js';
import { linkDiffers, numberOf, withLink, type FirstEntry } from './entry-state.js';
import type { LinkRow, PaperForm } from './paper-source.js';
import { rowName } from './rows.js';

/** One sheet is typed: checks what is missing, scrambles the six small answers, compares two entries, stores. */
export async function goOn(app: EntryApp): Promise<void> {
  const { form, work, phase } = app;
  if (!form || (phase !== 'typing' && phase !== 'compare')) return;
  const problem = problemOf(app, form);
  if (problem) {
    app.stop(...problem);
    return;
  }
  const asks = app.asksLink;
  app.phase = 'working';
  app.notice = undefined;
  app.host.requestUpdate();
  const { link, warning } = asks ? await scramble(app, form) : { link: null, warning: undefined };
  app.raw.clear();
  if (warning) app.notice = { text: warning, alarm: true };
  const { first, second } = work;
  const now: FirstEntry = { number: numberOf(work), values: work.entry.values, link };
  if (first && second) {
    // The third entry decides; where the code was typed alike it is that of either.
    const values = { ...first.values, ...now.values };
    if (consentIn(values) === 'given') {
      await store(app, form, values, asks ? link : (first.link ?? second.link));
    } else {
      app.phase = 'compare';
      app.stop(form.messages.entry.noConsent, 'discard');
    }
  } else if (first) {
    await compare(app, form, first, now);
  } else if (app.pile.all || isSampled(app.pile.done + 1)) {
    app.work = { ...work, number: '', entry: startEntry, first: now };
    app.phase = 'typing';
    app.focusOn('number');
    app.save();
  } else {
    await store(app, form, now.values, link);
  }
}

/** What keeps this sheet from going on, and where to put it right. */
function problemOf(app: EntryApp, form: PaperForm): [text: string, focus: string] | undefined {
  const { work, phase, fields } = app;
  const text = form.messages.entry;
  if (phase === 'typing') {
    const number = work.number.normalize('NFKC').trim();
    const wanted = work.first?.number ?? number;
    if (!number) return [text.noNumber, 'number'];
    if (number !== wanted) return [text.second.other(wanted, number), 'number'];
    if (!/^\d{4}-\d\d-\d\d$/.test(work.date) || work.date > dayOf()) return [text.badDate, 'date'];
    if (!work.first && consentIn(work.entry.values) === 'refused') return [text.noConsent, 'discard'];
  }
  const untyped = untypedOf(fields, work.entry.values);
  const [row] = untyped;
  if (row !== undefined) return [text.untyped(untyped.length, rowName(form, row)), `row ${row}`];
  if (!app.asksLink) return undefined;
  const unclear = form.linkRows.find((link) => valueOf(app, link) === undefined);
  if (unclear) return [text.linkUnclear(unclear.prompt), `link ${unclear.id}`];
  const [picture] = form.linkRows;
  const wrong = form.linking === 'card' && !isBlank(app, form) && cardOf(app, form) === null;
  return wrong && picture ? [text.cardWrong, `link ${picture.id}`] : undefined;
}

const valueOf = (app: EntryApp, { id, values, labels }: LinkRow): string | undefined =>
  linkValueOf(values, labels, app.raw.get(id) ?? '');

const isBlank = (app: EntryApp, form: PaperForm): boolean =>
  form.linkRows.every((row) => valueOf(app, row) === unknownElement);

/** The message of the card that was typed; null where these are not the pictures of a card. */
const cardOf = (app: EntryApp, form: PaperForm): string | null =>
  cardMessage(form.linkRows.map((row) => cardSymbols[Number(valueOf(app, row)) - 1] ?? ''));

/** Tokens of what was typed. A sheet whose owner left all of it blank chose so: nothing to warn of. */
async function scramble(
  app: EntryApp,
  form: PaperForm,
): Promise<{ readonly link: readonly string[] | null; readonly warning?: string | undefined }> {
  if (isBlank(app, form)) return { link: null };
  const text = form.messages.entry;
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  if (!subtle) return { link: null, warning: text.noCrypto };
  const { id } = form.study;
  if (form.linking === 'card') {
    const card = cardOf(app, form);
    return { link: card === null ? null : await exactTokens(card, id, subtle) };
  }
  const messages = linkMessages(form.linkRows.map((row) => valueOf(app, row)));
  return messages ? { link: await linkTokens(messages, id, subtle) } : { link: null, warning: text.linkTooFew };
}

async function compare(app: EntryApp, form: PaperForm, first: FirstEntry, second: FirstEntry): Promise<void> {
  const both = form.linkRows.length > 0 && linkAgreed(first.values) && linkAgreed(second.values);
  const differs = both && linkDiffers(first, second);
  const rows = compareEntries(form.fields, first.values, second.values);
  const check = both ? withLink(rows, differs) : rows;
  app.pile = { ...app.pile, tally: addCheck(app.pile.tally, check) };
  if (check.differences.length === 0) {
    await store(app, form, first.values, first.link);
    return;
  }
  app.differences = check.differences;
  app.linkDiffers = differs;
  app.work = { ...app.work, entry: startEntry, second };
  app.phase = 'compare';
  app.notice = { text: form.messages.entry.compare.title(check.differences.length), alarm: true };
  app.focusOn('first');
  app.save();
}

async function store(
  app: EntryApp,
  form: PaperForm,
  values: EntryValues,
  link: readonly string[] | null,
): Promise<void> {
  const { work, host } = app;
  const response = paperResponse({
    start: {
      id: work.id,
      study: form.study.id,
      instrument: form.study.instrument,
      wave: form.wave.id,
      group: form.group,
      form: host.form,
      locale: form.locale,
      device: host.device,
    },
    community: form.community,
    consent: { version: consentVersion, hash: await consentHash(form.consent) },
    date: work.date,
    values,
    texts: work.texts,
    link,
    relevant: form.relevant,
  });
  if (!response) return;
  app.response = response;
  await submit(app);
}

/** Stores the response; "saved" is shown only after the store says so. Called again to try once more. */
export async function submit(app: EntryApp): Promise<void> {
  const { response, form, host } = app;
  if (!response || !form) return;
  app.phase = 'working';
  host.requestUpdate();
  const stored = app.announce('canyu-submit', { responseId: response.id }, true) && (await put(app, response, form));
  if (!stored) {
    app.phase = 'failed';
    app.focusOn('failed');
    return;
  }
  const { id: responseId, wave, group } = response;
  app.storeTrouble = undefined;
  app.announce('canyu-saved', { responseId });
  const { receipt } = stored;
  const told = [form.messages.entry.saved(numberOf(app.work)), receipt && form.words.seal?.typed(receipt)];
  app.finish(told.filter(Boolean).join(form.locale === 'en' ? '. ' : '。'));
  app.announce('canyu-complete', { responseId, wave, group });
  // Elements that show results from this browser need the study's settings too.
  if (host.src) await saveStudy(app.store, form.study).catch(() => undefined);
}

/** Stores the response, sealed where the study asks for that; undefined when it was not stored. */
async function put(
  app: EntryApp,
  response: SurveyResponse,
  { study }: PaperForm,
): Promise<{ readonly receipt?: string } | undefined> {
  await app.stopDrafts();
  try {
    if (!study.seal) {
      await app.store.submit(response, app.draftKey);
      return {};
    }
    const { sealReceipt, sealResponse } = await import('../../../seal/seal.js');
    const record = await sealResponse(response, study);
    await app.store.submit(response, app.draftKey, { record });
    return { receipt: await sealReceipt(record) };
  } catch (error) {
    app.onStoreError(error);
    return undefined;
  }
}

/** Hands the sheet to the browser's download, as a file that the evaluator can gather like any other. */
export async function offerFile(app: EntryApp): Promise<void> {
  const { response, form } = app;
  if (!response || !form) return;
  app.fileText = form.study.seal
    ? await (await import('../../../seal/seal.js')).sealedSheet(response, form.study)
    : await (await import('../late/write-sheet.js')).writeSheet(response);
  downloadText(app.fileText, `canyu-${response.study}-${response.wave}-${response.id.slice(0, 8)}`);
  app.host.requestUpdate();
}
