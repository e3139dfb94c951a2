import type { InstrumentTexts } from '../compose.js';

/** The partners' form in Simplified Chinese (method.md §2.5). */
export const texts: InstrumentTexts = {
  frame: {
    partner: '请想过去六个月本社区的情况。没有对错，怎么想就怎么选。',
  },
  prompts: {
    partner: {
      OC1: '政府伙伴主要负责同志支持居民参与，并亲自过问。',
      OC2: '领导、协调、实施各层小组分工明确，定期碰头。',
      OC3: '合作项目应当一次活动就见成效。',
      OC4: '我们有足够的时间和信息与居民、社会组织合作。',
      OC5: '与居民、社会组织合作的成绩，能得到上级认可。',
      OC6: '合作中形成的好做法，已写入制度或列入预算。',
      AU: '我们可以对政府伙伴说"不"。',
    },
  },
};
