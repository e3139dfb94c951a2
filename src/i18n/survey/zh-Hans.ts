import type { SurveyMessages } from './types.js';

/** The survey in Simplified Chinese, up to the first question: residents' texts plain, officials' formal. */
export const messages: SurveyMessages = {
  loading: '正在打开问卷……',
  tools: '大字 · 朗读',
  synthetic: '演示问卷：其中的机构和项目都是虚构的',
  agree: '开始',
  withdraw: '撤回以前的答卷',
  frameTitle: '答题之前',
  frameHint: (group) =>
    group === 'resident'
      ? '一屏一道题。哪题不想答，直接点“跳过”就行；点“上一题”可以回去改。'
      : '每屏一题。不便回答的题目可直接跳过；可随时返回修改。',
  begin: '开始答题',
  progress: (index, total, minutes) => `第 ${index} 题，共 ${total} 题 · 大约还要 ${minutes} 分钟`,
  progressLabel: '答题进度',
  apart: '也可以选：',
  back: '上一题',
  leave: '返回',
  next: '下一题',
  skip: '跳过',
  toReview: '回到检查页',
  notSaved: '刚才的答案还没能存下来，不过都还在这一页上，可以接着答。请先不要关掉本页。',
};
