import type { HelperTexts, ToolsMessages } from './types.js';

const resident: HelperTexts = {
  title: '有人帮您答题时',
  may: '可以帮忙的：家人、邻里志愿者、社会组织的工作人员。',
  mayNot: '请不要帮忙的：社区居委会、街道的工作人员。他们在旁边，有些话就不好说了。',
  how: '帮忙的人只念题，您怎么说就怎么点；不替您拿主意，也不劝您选哪一个。',
  short: '帮忙的人只念题，本人怎么说就怎么点。居委会、街道的工作人员请不要帮忙。',
};

const official: HelperTexts = {
  title: '由他人协助填写时',
  may: '可以协助：社会组织工作人员、志愿者。',
  mayNot: '不可协助：社区居委会、街道的工作人员。',
  how: '协助人仅负责读题，并按答题人的意思点选，不代为作答，不提示选项。',
  short: '协助人仅读题并按答题人的意思点选；社区居委会、街道的工作人员不可协助。',
};

/** The respondent's tools in Simplified Chinese. */
export const messages: ToolsMessages = {
  name: '大字、朗读和其他帮助',
  size: '字的大小',
  sizes: { standard: '标准', large: '大', largest: '特大' },
  readQuestion: '朗读这一题',
  readPage: '朗读这一页',
  stopReading: '停止朗读',
  readAlways: '每到一题，自动朗读',
  contrast: '黑白分明，看得更清楚',
  digits: '用数字键选答案',
  digitsHint: '按 1 到 9 选答案，按回车键到下一题。',
  helped: '有人在旁边帮我答题',
  helper: (group) => (group === 'resident' ? resident : official),
  trouble: {
    'no-voice': '这台设备上没有能用的普通话语音，读不出来。可以请家人或志愿者念给您听。',
    failed: '朗读没能继续。可以再点一次，也可以请家人或志愿者念给您听。',
    blocked: '浏览器还没让出声。请再点一次“朗读”。',
  },
  close: '收起',
};
