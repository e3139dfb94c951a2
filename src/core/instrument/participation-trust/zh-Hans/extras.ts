import type { InstrumentTexts } from '../compose.js';

/** What no survey needs up front, in Simplified Chinese: title, labels of constructs, the optional vignettes. */
export const texts: InstrumentTexts = {
  title: '社区参与和互信问卷',
  constructs: {
    CY: '真参与',
    CJ: '走形式',
    PR: '协商与落实',
    TR: '相互信任',
    RC: '有来有往',
    GV: '共同治理',
    CJF: '到场次数',
    CYF: '参与次数',
    OC: '合作条件',
  },
  scales: {
    voice: ['一点不管用', '不太管用', '一半一半', '比较管用', '很管用'],
  },
  prompts: {
    resident: {
      AV1: '王阿姨的社区要改活动室，贴通知请大家提意见。最后方案没变，也没说原因。您觉得王阿姨说话管用吗？',
      AV2: '李叔的社区改停车，居民代表和社区一起定方案，没采纳的都说明了理由。李叔说话管用吗？',
    },
    official: {
      AV1: '王阿姨的社区要改活动室，贴通知请大家提意见。最后方案没变，也没说原因。您觉得王阿姨说话管用吗？',
      AV2: '李叔的社区改停车，居民代表和社区一起定方案，没采纳的都说明了理由。李叔说话管用吗？',
    },
  },
};
