import type { Study } from './types.js';

/**
 * The study of a page that names one without giving a file: `<canyu-survey study="x" wave="pre" group="resident">`.
 * Two waves without dates, `pre` and `post`; all groups; linking by code; no consent facts, so that the consent screen has to say
 * that the page's owner is responsible.
 */
export const defaultStudy = (id: string): Study => ({
  schema: 'canyu-study/1',
  id,
  title: { 'zh-Hans': '社区参与和互信', en: 'Community participation and mutual trust' },
  instrument: 'participation-trust@1.0.0',
  waves: [
    { id: 'pre', label: { 'zh-Hans': '项目前', en: 'Before the project' } },
    { id: 'post', label: { 'zh-Hans': '项目后', en: 'After the project' } },
  ],
  groups: ['resident', 'official', 'partner'],
  communities: [],
  linking: 'code',
});
