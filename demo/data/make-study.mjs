/**
 * Makes the synthetic study of the demo, always the same: `node demo/data/make-study.mjs` (after `npm run build`; CANYU_DIST names another folder of the bundle).
 *
 * Invented people answer through the real session, get real linking tokens and real response documents; the results are what
 * `computeResults` makes of them. Nothing here is about real people, and every document says `synthetic`.
 */
import { writeFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
const {
  advance,
  computeResults,
  linkMessages,
  linkTokens,
  participationTrust,
  publishResults,
  responseOf,
  startSession,
  writeBackup,
  createRandom,
} = await import(`../../${process.env.CANYU_DIST ?? 'dist'}/core.js`);

const SEED = 20260302;
const { uniform: random } = createRandom(SEED);
const pick = (list) => list[Math.floor(random() * list.length)];
const chance = (p) => random() < p;
/** Standard normal, by Box and Muller. */
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const text = (zh, en) => ({ 'zh-Hans': zh, en });

/** @type {import('../../src/core/study/types.js').Study} */
const study = {
  schema: 'canyu-study/1',
  id: 'yuqian-2026',
  title: text('活动中心怎么改，大家商量着办', 'Deciding together how to rebuild the activity centre'),
  focal: text('活动中心改造', 'the rebuilding of the activity centre'),
  instrument: 'participation-trust@1.0.0',
  waves: [
    { id: 'pre', label: text('项目前', 'Before the project'), opens: '2026-03-02', closes: '2026-03-15', invited: { resident: 210, official: 24 } },
    { id: 'post', label: text('项目后', 'After the project'), opens: '2026-10-12', closes: '2026-10-25', invited: { resident: 195, official: 23 } },
  ],
  groups: ['resident', 'official'],
  communities: [
    { id: 'wutongli', label: text('梧桐里社区', 'Wutongli') },
    { id: 'nanwan', label: text('南湾新村社区', 'Nanwan New Village') },
  ],
  linking: 'code',
  consent: {
    organisation: text('榆钱社区行动（虚构）', 'Yuqian Community Action (invented)'),
    contact: text('活动中心一楼的项目办公室', 'the project office on the ground floor of the activity centre'),
    storedIn: text('榆钱社区行动在本市的电脑里', 'the computers of Yuqian Community Action in this city'),
    tokensDestroyedBy: '2026-11-20',
    keptUntil: '2028-10-31',
    resultsOn: text('12 月 12 日的结果通报会上', 'at the residents’ meeting on 12 December'),
  },
  synthetic: true,
};

/** The same study without dates, for visitors who want to answer it themselves. */
const tryStudy = {
  ...study,
  id: 'try',
  title: text('试一试：社区参与和互信', 'Try it: community participation and mutual trust'),
  waves: study.waves.map(({ id, label }) => ({ id, label })),
  communities: [],
  consent: {
    organisation: study.consent.organisation,
    contact: text('演示首页上的说明（本演示没有真的联系人）', 'The front page of this demo (there is no real contact)'),
    storedIn: text('您这个浏览器里（不发送到任何地方）', 'this browser only (nothing is sent)'),
    tokensDestroyedBy: '2099-12-31',
    keptUntil: '2099-12-31',
    resultsOn: text('演示页“本机的结果”里', 'on the page “this browser’s results”'),
  },
};

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const PROVINCES = ['11', '12', '13', '31', '32', '33', '34', '37', '41', '42', '43', '51'];

/** Mean of each construct on the latent scale, before and after, by group: how the invented project went. */
const PROJECT = {
  resident: { CY: [-0.45, 0.25], CJ: [0.35, -0.1], PR: [-0.3, 0.3], TR: [0.05, 0.3], RC: [0.25, 0.35], GV: [-0.2, 0.1] },
  official: { CY: [0.45, 0.6], CJ: [-0.25, -0.4], PR: [0.4, 0.6], TR: [-0.05, 0.35], RC: [0.2, 0.35], GV: [0.1, 0.25] },
};

const items = new Map(participationTrust.items.map((item) => [item.id, item]));
const constructOf = new Map(
  participationTrust.constructs.flatMap(({ id, items: members }) => members.map((item) => [item, id])),
);

function person(group, community) {
  return {
    group,
    community,
    outlook: normal() * 0.55,
    leanings: Object.fromEntries(Object.keys(PROJECT.resident).map((id) => [id, normal() * 0.35])),
    ladder: normal() * 0.6,
    activity: normal() * 0.7,
    reticence: random() ** 4 * (group === 'resident' ? 0.35 : 0.25),
    age: pick([0, 1, 1, 2, 2, 2, 3]),
    years: pick([0, 1, 1, 2, 2, 2]),
    wantsCode: chance(0.88),
    code: {
      G1: pick(SURNAMES),
      G2: String(1 + Math.floor(random() * 12)),
      G3: String(1 + Math.floor(random() * 31)),
      G4: String(1 + Math.floor(random() ** 1.6 * 6)),
      G5: chance(0.55) ? '32' : pick(PROVINCES),
      G6: chance(0.58) ? '2' : '1',
    },
  };
}

const between = (low, high, value) => Math.min(high, Math.max(low, value));

function answerOf(who, item, late) {
  if (chance(who.reticence * (late ? 0.6 : 1) * 0.5)) return 'pns';
  if (chance(0.02)) return 'dk';
  const time = late ? 1 : 0;
  switch (item.kind) {
    case 'rating': {
      const construct = constructOf.get(item.id);
      const levels = PROJECT[who.group][construct];
      const level = levels ? levels[time] : 0.2 + 0.2 * time;
      const sign = construct === 'CJ' ? -1 : 1;
      const latent = level + sign * who.outlook + (who.leanings[construct] ?? 0) + normal() * 0.65;
      return between(1, 5, Math.round(3 + 1.05 * item.key * latent));
    }
    case 'frequency': {
      const taking = item.id === 'FQ3' || item.id === 'FQ4';
      const level = (who.group === 'official' ? 1.8 : 1) + (taking ? 0.7 * time - 0.2 : 0.3 - 0.3 * time);
      return between(0, 4, Math.round(level + who.activity + normal() * 0.6));
    }
    case 'ladder':
      return between(0, 6, Math.round((who.group === 'official' ? 3.1 : 2.2) + 1.3 * time + who.ladder + normal() * 0.7));
    default:
      return item.id === 'DM1' ? who.age : who.years;
  }
}

/** A slip of the second time: one element answered otherwise, as real people do. */
function mistyped(code) {
  const id = pick(['G1', 'G3', 'G4', 'G5']);
  const other = { G1: pick(SURNAMES), G3: String(1 + Math.floor(random() * 31)), G4: '7', G5: '99' };
  return { ...code, [id]: other[id] };
}

async function sheet(who, wave, code) {
  const late = wave === 'post';
  const form = participationTrust.forms.full[who.group];
  const plan = { form, linking: true, communities: [] };
  const id = uuid();
  let state = startSession({
    id,
    study: study.id,
    instrument: study.instrument,
    wave,
    group: who.group,
    community: who.community,
    form: 'full',
    mode: who.age === 3 && chance(0.5) ? 'helped' : 'self',
    locale: 'zh-Hans',
    device: chance(0.7) ? 'kiosk' : 'own',
  });
  const act = (action) => (state = advance(plan, state, action));
  act({ type: 'agree', version: '1', hash: null, link: code !== null });
  act({ type: 'next' });
  const stopsAt = chance(0.03) ? 8 + Math.floor(random() * 15) : Infinity;
  for (let i = 0; state.at !== 'review' && i < stopsAt; i++) {
    if (state.at === 'link') {
      const messages = linkMessages(code);
      act({ type: 'link', tokens: messages && (await linkTokens(messages, study.id, webcrypto.subtle)) });
    } else {
      const item = items.get(state.at);
      if (item.kind !== 'text' && !chance(0.01)) act({ type: 'answer', item: item.id, value: answerOf(who, item, late) });
    }
    act({ type: 'spent', seconds: 4 + random() * 10 });
    act({ type: 'next' });
  }
  const day = new Date(Date.UTC(2026, late ? 9 : 2, (late ? 12 : 2) + Math.floor(random() * 14)));
  return responseOf(state, day.toISOString().slice(0, 10));
}

function uuid() {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
  hex[12] = '4';
  hex[16] = '8';
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const responses = [];
async function wavesOf(group, communities, { both, onlyPre, onlyPost }) {
  const times = [...Array(both).fill('both'), ...Array(onlyPre).fill('pre'), ...Array(onlyPost).fill('post')];
  for (const [index, time] of times.entries()) {
    const who = person(group, communities[index % communities.length]);
    const code = who.wantsCode ? who.code : null;
    const slips = chance(0.16);
    if (time !== 'post') responses.push(await sheet(who, 'pre', code));
    if (time !== 'pre') responses.push(await sheet(who, 'post', code && time === 'both' && slips ? mistyped(code) : code));
  }
}

await wavesOf('resident', ['wutongli', 'nanwan', 'wutongli'], { both: 96, onlyPre: 38, onlyPost: 26 });
await wavesOf('official', ['wutongli', 'nanwan'], { both: 19, onlyPre: 3, onlyPost: 2 });
responses.sort((a, b) => (a.id < b.id ? -1 : 1));

const results = computeResults({ study, instrument: participationTrust, responses, entries: [], options: {} });
const published = publishResults(results);

const write = (name, content) => writeFileSync(new URL(name, import.meta.url), content);
const json = (value) => `${JSON.stringify(value, null, 1)}\n`;
write('study.json', json(study));
write('try-study.json', json(tryStudy));
write('results.json', json(results));
write('published.json', json(published));
const backup = await writeBackup(
  { study: study.id, device: 'synthetic', createdAt: '2026-10-26', records: responses },
  webcrypto.subtle,
);
write('responses.ndjson', `${backup.join('\n')}\n`);

const { flow } = results;
console.log(`${responses.length} responses, seed ${SEED}`, JSON.stringify(flow, null, 1));
