/** Made-up people: who they are, what they mean to answer at each wave, and how they behave; always the same for a seed. */
import { core } from './site.mjs';

const { participationTrust, linkElements, maskOpenText } = core;
const itemOf = new Map(participationTrust.items.map((item) => [item.id, item]));

/** Numbers from 0 to 1 (mulberry32). */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const NAMES = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗');
const REMARKS = {
  'zh-Hans': ['议事会的建议有回音了', '多开几次会，少贴几张表', '修楼道前先问问大家', '有事打 13912345678 找我'],
  en: ['Answers came back this time', 'Ask us before things are decided', 'Call me on 139 1234 5678'],
};

/**
 * What people do that not everybody does, dealt out in this order. `mistype`: one element of the code is given otherwise the
 * second time · `unsure`: one element is "do not know" the second time only · `unsure-twice`: both times · `no-box`: the box for
 * the code is not ticked the second time · `skip`: the code is skipped the first time · `two-unsure`: two elements unknown the
 * first time, so no code is made · `twin`: the same six answers as the other twin · `younger`: the same code, but an age that
 * cannot be · `stops-pre`, `stops-post`: leaves half-way and does not come back for this wave.
 */
const HABITS = {
  resident: [
    'mistype',
    'mistype',
    'mistype',
    'unsure',
    'unsure-twice',
    'no-box',
    'no-box',
    'skip',
    'skip',
    'two-unsure',
  ].concat(['twin', 'twin', 'younger', 'stops-post', 'stops-post', 'stops-pre']),
  official: ['mistype', 'mistype', 'unsure', 'no-box', 'stops-pre'],
};

/**
 * @param {{seed: number, residents: number, officials?: number, english?: number, input: (n: number) => 'keyboard' | 'touch', isShort: (n: number) => boolean, habits?: typeof HABITS}} options
 * @returns people, each `{name, group, locale, input, form, habit, sheets: {pre, post}}`
 */
export function makePeople({ seed, residents, officials = 0, english = 0, input, isShort, habits = HABITS }) {
  const random = randomOf(seed);
  const below = (n) => Math.floor(random() * n);
  const codes = [];

  function newCode() {
    for (;;) {
      const code = Object.fromEntries(
        linkElements.map(({ id, values }) => [id, values ? values[below(values.length)] : NAMES[below(NAMES.length)]]),
      );
      // Far from everybody else's, so that which pairs should be found is known beforehand.
      if (codes.every((other) => linkElements.filter(({ id }) => other[id] !== code[id]).length > 2)) {
        codes.push(code);
        return code;
      }
    }
  }

  function answersOf(person, wave, sheet) {
    const leaning = person.leaning + (wave === 'post' ? 0.9 : 0);
    const plan = participationTrust.forms[person.form][person.group];
    for (const id of plan.closed) {
      const { key, kind, scale } = itemOf.get(id);
      const values = participationTrust.scales[scale].points.map(({ value }) => value);
      const [low, high] = [values[0], values.at(-1)];
      const chance = random();
      if (chance < 0.03) sheet.answers[id] = 'dk';
      else if (chance < 0.06) sheet.answers[id] = 'pns';
      else if (chance > 0.02 + 0.06) {
        const towards = kind === 'rating' && id.startsWith('CJ') ? -key : key;
        const middle = (low + high) / 2 + towards * (leaning + (random() + random() + random() - 1.5) * 1.4);
        sheet.answers[id] = Math.min(high, Math.max(low, Math.round(middle)));
      }
    }
    for (const id of plan.open) {
      if (random() < 0.25) sheet.texts[id] = REMARKS[person.locale][below(REMARKS[person.locale].length)];
    }
    if (plan.background.length) Object.assign(sheet.answers, person.background);
    return plan;
  }

  /** Some look back, some change their mind at the end. */
  function whims(sheet, plan) {
    const answered = plan.closed.filter((id) => id in sheet.answers);
    if (random() < 0.2) sheet.looksBackAt = plan.closed[1 + below(plan.closed.length - 1)];
    if (random() < 0.2) {
      const id = answered[below(answered.length)];
      const { scale } = itemOf.get(id);
      const values = participationTrust.scales[scale].points.map(({ value }) => value);
      sheet.first[id] = values.find((value) => value !== sheet.answers[id]);
    }
  }

  function newPerson(group, n) {
    const person = {
      name: `${group} ${n + 1}`,
      group,
      locale: n < english && group === 'resident' ? 'en' : n === 0 && english ? 'en' : 'zh-Hans',
      input: input(n),
      form: isShort(n) ? 'short' : 'full',
      habit: habits[group]?.[n - (group === 'resident' ? english : 1)],
      leaning: (random() - 0.5) * 1.2 - 0.3,
      background: { DM1: below(4), DM2: below(3) },
      sheets: {},
    };
    const code = newCode();
    for (const wave of ['pre', 'post']) {
      const sheet = { wave, answers: {}, texts: {}, first: {}, ticksLink: true, code: { ...code } };
      whims(sheet, answersOf(person, wave, sheet));
      person.sheets[wave] = sheet;
    }
    return person;
  }

  function misbehave(person, twins) {
    const { habit, sheets, form, group } = person;
    const { pre, post } = sheets;
    const { id, values = NAMES } = linkElements[below(linkElements.length)];
    const plan = participationTrust.forms[form][group];
    const stop = plan.closed[2 + below(plan.closed.length - 3)];
    if (habit === 'mistype') post.code[id] = values[(values.indexOf(pre.code[id]) + 1) % values.length];
    else if (habit === 'unsure') post.code.G4 = '?';
    else if (habit === 'unsure-twice') pre.code.G3 = post.code.G3 = '?';
    else if (habit === 'no-box') post.ticksLink = false;
    else if (habit === 'skip') pre.code = 'skip';
    else if (habit === 'two-unsure') pre.code.G1 = pre.code.G5 = '?';
    else if (habit === 'stops-pre') pre.stopsAt = stop;
    else if (habit === 'stops-post') post.stopsAt = stop;
    else if (habit === 'younger') [pre.answers.DM1, post.answers.DM1] = [3, 0];
    else if (habit === 'twin') {
      twins.push(person);
      for (const wave of ['pre', 'post']) sheets[wave].code = { ...twins[0].sheets.pre.code };
    }
  }

  const people = [
    ...Array.from({ length: residents }, (_, n) => newPerson('resident', n)),
    ...Array.from({ length: officials }, (_, n) => newPerson('official', n)),
  ];
  const twins = [];
  for (const person of people) misbehave(person, twins);
  return people;
}

/** Answers as they must be stored: what was meant in the end, open answers masked. */
export function meantAnswers(sheet) {
  const texts = Object.entries(sheet.texts).map(([id, text]) => [id, maskOpenText(text).text]);
  return { ...sheet.answers, ...Object.fromEntries(texts) };
}

/** Whether a person hands in a sheet that carries a code. */
export const givesCode = ({ ticksLink, code }) =>
  ticksLink && code !== 'skip' && Object.values(code).filter((element) => element === '?').length < 2;

/** The responses of a crowd as their sheets would be stored, without a browser; the tokens are made up but agree as real ones do. */
export function responsesOf(people, study) {
  return people.flatMap((person, n) =>
    ['pre', 'post'].map((wave, w) => ({
      schema: 'canyu-response/1',
      id: `00000000-0000-4000-8000-${String(n * 2 + w).padStart(12, '0')}`,
      study,
      instrument: 'participation-trust@1.0.0',
      wave,
      group: person.group,
      form: person.form,
      mode: 'self',
      locale: person.locale,
      answers: meantAnswers(person.sheets[wave]),
      link: Array.from({ length: 7 }, (_, i) => String(n * 7 + i).padStart(32, '0')),
      consent: { version: '1', hash: null },
      date: '2026-11-01',
      seconds: 300,
      device: 'own',
    })),
  );
}

/** Results of a synthetic crowd that is large enough for every figure. */
export function makeResults(study = 'made') {
  const people = makePeople({ seed: 7, residents: 40, officials: 24, input: () => 'keyboard', isShort: () => false });
  return core.computeResults({
    study: { ...core.defaultStudy(study), synthetic: true },
    instrument: participationTrust,
    responses: responsesOf(people, study),
    entries: [],
    options: {},
  });
}

/** One person of either group who does nothing out of the ordinary. */
export function onePerson(group = 'resident', { seed = 11, form = 'short', locale = 'zh-Hans' } = {}) {
  const counts = group === 'resident' ? { residents: 1 } : { residents: 0, officials: 1 };
  const english = locale === 'en' ? 1 : 0;
  const isShort = () => form === 'short';
  const [person] = makePeople({ seed, ...counts, english, input: () => 'keyboard', isShort, habits: {} });
  return person;
}

/** Answers a survey from the consent screen to the thanks, or up to where this person stops. True when handed in. */
export async function answerSheet(driver, sheet) {
  for (const steps = answering(driver, sheet); ;) {
    const { done, value } = await steps.next();
    if (done) return value;
  }
}

/** `answerSheet` screen by screen; yields after each, and stops by itself only where the sheet says so. */
export async function* answering(driver, sheet) {
  const screen = () => driver.screen;
  let lookedBack = false;
  const given = new Map();
  if (screen().kind === 'message') await driver.button('restart');
  for (; screen().kind !== 'thanks'; yield screen()) {
    const { kind, name } = screen();
    if (kind === 'consent') {
      for (const box of ['participate', 'process', ...(sheet.ticksLink ? ['link'] : [])]) await driver.press({ box });
      await driver.go({ submit: true });
    } else if (kind === 'choice') {
      if (sheet.stopsAt === name) return false;
      if (sheet.looksBackAt === name && !lookedBack) {
        lookedBack = true;
        await driver.button('back');
        const [before, expected] = [screen().chosen, given.get(screen().name) ?? null];
        if (before !== expected) throw new Error(`${screen().name} shows ${before} on the way back, not ${expected}`);
        await driver.answer();
        continue;
      }
      const value = sheet.first[name] ?? sheet.answers[name];
      if (value !== undefined) given.set(name, String(value));
      await driver.answer(value);
    } else if (kind === 'text') {
      if (sheet.texts[name]) await driver.write(sheet.texts[name]);
      await driver.next();
      // What was written may be answered by a message below the buttons, seen for a moment before the next question is there.
      while (screen().kind === 'text' && screen().name === name) await driver.look();
    } else if (kind === 'code') {
      if (sheet.code === 'skip') await driver.button('skipCode');
      else await answerElement(driver, sheet.code[name]);
    } else if (kind === 'review') {
      for (const id of Object.keys(sheet.first)) {
        await driver.go({ changeOf: id });
        await driver.answer(sheet.answers[id]);
      }
      await driver.button('handIn');
    } else if (kind === 'frame') {
      await driver.next();
    } else {
      throw new Error(`no person knows what to do here: ${JSON.stringify(screen())}`);
    }
  }
  return true;
}

async function answerElement(driver, answer) {
  const { name } = driver.screen;
  // No code is made: the screen says so, and there is one way on.
  if (name === 'G6' && driver.screen.chosen) {
    await driver.go({ submit: true });
    return;
  }
  if (name === 'G1' && answer !== '?') {
    await driver.write(answer);
    await driver.next();
  } else {
    await driver.answer(answer);
  }
}
