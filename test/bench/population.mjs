/*
 * Made-up answer sheets for measurements: the same ones for the same seed, with the shape and size of real ones (an id, seven tokens of 32
 * hex digits, a consent hash, answers in the order in which they are asked).
 */

/** A study of two waves for residents and officials of twelve communities. */
export const study = {
  schema: 'canyu-study/1',
  id: 'bench',
  title: { 'zh-Hans': '测量用的合成数据', en: 'Synthetic data for measurements' },
  instrument: 'participation-trust@1.0.0',
  waves: [
    { id: 'pre', label: { 'zh-Hans': '项目前', en: 'before' } },
    { id: 'post', label: { 'zh-Hans': '项目后', en: 'after' } },
  ],
  groups: ['resident', 'official'],
  communities: Array.from({ length: 12 }, (_, i) => ({ id: `c${i}`, label: { 'zh-Hans': `c${i}`, en: `c${i}` } })),
  linking: 'code',
  synthetic: true,
};

const clamp = (value, min, max) => Math.min(max, Math.max(min, Math.round(value)));
/** Roughly normal with mean 0 and SD 1. */
const noise = (random) => 2 * (random.uniform() + random.uniform() + random.uniform() - 1.5);
const hex = (random, digits) => {
  let text = '';
  while (text.length < digits) text += random.next().toString(16).padStart(8, '0');
  return text.slice(0, digits);
};
const uuid = (random) => {
  const digits = hex(random, 32);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
};

/** One person's traits and tokens. */
function person(random, level = 0) {
  return { trait: level + noise(random), link: Array.from({ length: 7 }, () => hex(random, 32)), age: random.below(4) };
}

/** Answers of one sheet, in the order asked: 4 % don't know or prefer not to say, one person in fifty stops early. */
function answersOf(random, items, { trait, age }, shift) {
  const answers = {};
  const stopsAt = random.uniform() < 0.02 ? 5 + random.below(items.length - 5) : items.length;
  for (let i = 0; i < stopsAt; i++) {
    const { id, min, max, reversed } = items[i];
    if (id === 'DM1') answers[id] = age;
    else if (id === 'DM2') answers[id] = 1;
    else {
      const u = random.uniform();
      const oriented = 0.5 + 0.14 * (trait + shift + noise(random)) * (id.startsWith('CJ') ? -1 : 1);
      const level = reversed ? 1 - oriented : oriented;
      answers[id] = u < 0.01 ? 'pns' : u < 0.04 ? 'dk' : clamp(min + level * (max - min), min, max);
    }
  }
  return answers;
}

/** The items that a group is asked, with the bounds of their scales. */
function itemsAsked(instrument, group) {
  const plan = instrument.forms.full[group];
  return [...plan.closed, ...plan.background].map((id) => {
    const item = instrument.items.find((each) => each.id === id);
    const values = instrument.scales[item.scale].points.map((point) => point.value);
    return { id, min: Math.min(...values), max: Math.max(...values), reversed: item.key === -1 };
  });
}

/**
 * Sheets of one group, one JSON text each, in random order: `linked` people answer both waves, one in ten with one element of the code given
 * otherwise the second time; `onlyBaseline` and `onlyEndline` people answer once.
 */
export function* sheets(
  instrument,
  random,
  { group, linked, onlyBaseline = 0, onlyEndline = 0, shift = 0.4, level = 0 },
) {
  const items = itemsAsked(instrument, group);
  const text = (wave, who, link) =>
    JSON.stringify({
      schema: 'canyu-response/1',
      id: uuid(random),
      study: study.id,
      instrument: study.instrument,
      wave,
      group,
      form: 'full',
      mode: 'self',
      locale: 'zh-Hans',
      answers: answersOf(random, items, who, wave === 'post' ? shift : 0),
      link,
      consent: { version: '2025-01', hash: hex(random, 64) },
      date: `2025-0${1 + random.below(9)}-1${random.below(10)}`,
      seconds: 200 + random.below(600),
      device: 'own',
    });
  for (let i = 0; i < linked; i++) {
    const who = person(random, level);
    yield text('pre', who, who.link);
    const kept = random.uniform() < 0.1 ? 1 + random.below(6) : 0;
    yield text(
      'post',
      who,
      kept === 0 ? who.link : who.link.map((token, at) => (at === kept ? token : hex(random, 32))),
    );
  }
  for (let i = 0; i < onlyBaseline; i++)
    yield text(
      'pre',
      person(random, level),
      Array.from({ length: 7 }, () => hex(random, 32)),
    );
  for (let i = 0; i < onlyEndline; i++)
    yield text(
      'post',
      person(random, level),
      Array.from({ length: 7 }, () => hex(random, 32)),
    );
}

/** Residents of twelve communities who all answer both waves, as lines of a file. */
export function* makeLines(instrument, random, people) {
  let i = 0;
  for (const line of sheets(instrument, random, { group: 'resident', linked: people })) {
    yield line.replace('"form":', `"community":"c${i++ % 12}","form":`);
  }
}
