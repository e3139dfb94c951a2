import type { OwnInstrumentMessages } from './types.js';

export const messages: OwnInstrumentMessages = {
  locale: 'zh-Hans',
  noIndex:
    '这次调查用的是自己的问卷，里面没有“真参与、走形式、协商与落实、信任、有来有往、共同治理”这六个量表，所以不算变化指数。下面是这份问卷自己的各项，一律折成 0–100 分。',
  title: (group) => `${group}：各项变化`,
  head: ['内容', '项目前 → 项目后', '变化（95 % 区间）'],
  settings: ({ instrument, minimumCell, software }) =>
    `问卷 ${instrument}；每一项是它的题目的平均分；人数少于 ${minimumCell} 的不显示；由 ${software} 计算。`,
  limits:
    '这里只比较了前后两次。变化也可能有别的原因；没有答卷的人怎么想，这里看不出来。这份问卷测得准不准，由编问卷的机构说明。',
};
