import { zhHans as said } from '../../core/describe/words.zh-Hans.js';
import type { ResultsMessages } from './types.js';

/** Results in Simplified Chinese. */
export const messages: ResultsMessages = {
  locale: 'zh-Hans',
  loading: '正在读取结果……',
  computing: '正在计算结果……',
  synthetic: '示例数据：由程序生成，不是真实调查',
  asTable: '数据表',
  tableLabel: (caption) => `数据表：${caption}`,
  trouble: {
    'no-results': {
      title: '这里还没有结果',
      text: '页面没有说明结果在哪里。请网页编辑给这个元素加上 src（结果文件的地址）或 study（调查的编号）。',
    },
    'results-not-found': {
      title: '结果文件读不到',
      text: '请检查网络，稍后刷新页面。如果还是不行，请网页编辑核对 src 里的地址；文件放在别的网站上时，对方要允许本站读取。',
    },
    'results-invalid': {
      title: '结果文件有误',
      text: '这个文件不是完好的 Canyu 结果，所以没有显示。请重新生成 results.json，再换上去。',
    },
    'newer-schema': {
      title: '本页的程序版本太旧',
      text: '这份结果是用更新版本的 Canyu 生成的。请网页编辑把本页的 Canyu 更新到同样的版本。',
    },
    'store-unavailable': {
      title: '读不到这台设备上的答卷',
      text: '浏览器没有允许本页使用本机存储。请关闭无痕模式或换一个浏览器再打开；答卷本身没有改动。',
    },
    'unknown-wave': {
      title: '不知道要比较哪两次调查',
      text: '页面写的 baseline 或 endline 不在这项调查里。请网页编辑更正。',
    },
    'unknown-instrument': {
      title: '本页没有这项调查用的问卷',
      text: '所以不能在这里计算。请用 Canyu 核心程序（dist/core.js）算出 results.json 再显示。',
    },
    'compute-failed': {
      title: '结果没有算出来',
      text: '计算时出了问题，答卷没有改动。请刷新页面再试；还是不行，请联系维护人员，先不要清除浏览器数据。',
    },
    'load-failed': { title: '页面的一部分没有加载成功', text: '请检查网络，然后刷新页面。' },
    'chart-failed': { title: '图没有画出来', text: '数字都在下面的数据表里。' },
  },
  code: (code) => `代码：${code}`,
  problemsTitle: '文件中的问题',
  groups: said.group,
  notShown: '不显示',
  chart: {
    plainBars: '换成整条的百分比图',
    nothing: '回答的人还太少，这张图暂时不能显示。',
    planeKey: '空心是项目前，实心是项目后，十字线是 95 % 区间。',
    band: (points) => `灰色带是 ±${points} 分：落在里面，就算没有实际差别。`,
    holm: '＊ 六项一起校正（Holm 法）之后，p 仍小于 0.05。',
  },
  settingNames: {
    weights: '权重',
    voice: '居民所占的份量',
    relevance: '有实际差别的界线',
    minimumCell: '最小人数',
    seed: '随机种子',
    resamples: '重复抽样次数',
  },
  changedSettings: (names) => `与默认设置不同：${names}已改动。`,
  card: {
    kicker: '变化指数',
    points: (value) => `${value} 分`,
    interval: (low, high) => `95 % 区间 ${low} 至 ${high}`,
    noInterval: '区间算不出',
    verdicts: said.verdict,
    answered: (baseline, endline, linked) => `项目前 ${baseline} 人，项目后 ${endline} 人，其中 ${linked} 人前后对得上`,
    fewAnswers: '回答的人很少，只能粗略参考。',
    indicative: '不到 30 人，结果仅供参考。',
    domains: { participation: '参与指数', trust: '信任指数' },
    beforeAfter: (baseline, endline) => `${baseline} → ${endline}`,
    domainHead: ['分指数', '前 → 后', '变化（95 % 区间）'],
    planeTitle: '从走形式到真参与',
    forestTitle: '哪些变了，哪些没变',
    whoTitle: '谁回答了',
    flowHead: ['谁', '项目前', '项目后', '前后对上', '“不想说”'],
    silence: (baseline, endline) => `${baseline} → ${endline}`,
    howTitle: '怎么算的',
    settings: ({ instrument, weights, relevance, minimumCell, software }) =>
      `问卷 ${instrument}；${weights}；变化超过 ${relevance} 分才算有实际差别；少于 ${minimumCell} 人的数字不显示；区间为 95 %；计算程序 ${software}。`,
    equalWeights: '六项权重相等',
    weight: (scale, percent) => `${scale} ${percent}`,
    limitsTitle: '这些数字不能说明什么',
    limits:
      '这是大家自己感受到的变化。没有对照社区，所以不能说变化就是项目带来的；回答的人不等于所有人，人少时误差更大。不用来给社区或个人排名。',
    openTitle: '调查还在进行',
    open: (wave, until) =>
      `“${wave}”调查${until ? `开放到 ${until}` : '还没有结束'}。为了不影响大家作答，结束以前只显示人数，不显示结果。`,
    before: (wave, from) => `“${wave}”调查${from ? `从 ${from} 开始` : '还没有开始'}。到那时才能比较前后变化。`,
    noneTitle: '还没有回答',
    none: '这台设备上还没有这项调查的答卷。有人作答以后，这里会显示人数；满 10 人后显示结果，有截止日期的，结束后才显示。',
    setAside: (count) => `另有 ${count} 份答卷读不出来，已单独保存，没有计入。`,
  },
};
