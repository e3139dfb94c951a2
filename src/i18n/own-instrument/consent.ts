import type { Group, Locale } from '../../core/text.js';
import type { Consent, ConsentWords } from '../survey/types.js';

/** What the consent screen says otherwise where the questions are the organisation's own. */
type OwnConsent = (words: ConsentWords) => Pick<Consent, 'lead' | 'process'> & {
  /** In place of the residents' sentence on the background questions of the built-in instrument. */
  readonly questions: string;
};

const zhFormal: OwnConsent = (w) => ({
  lead: `本问卷由${w.organisation}自行编制并开展，用于“${w.project}”，共 ${w.questions} 道选择题，约需 ${w.minutes} 分钟。`,
  process: '（单独同意）本人同意为上述目的处理问卷中的个人看法与评价。',
  questions: '',
});
const enFormal: OwnConsent = (w) => ({
  lead: `This questionnaire was written and is conducted by ${w.organisation} for “${w.project}”: ${w.questions} multiple-choice questions, about ${w.minutes} minutes.`,
  process: '(Separate consent) I agree that my views and assessments are processed for the purpose above.',
  questions: '',
});

/** The sentences by language and group (method.md §6.1–6.2: the purpose has to be the real one). */
export const ownConsent: Readonly<Record<Locale, Readonly<Record<Group, OwnConsent>>>> = {
  'zh-Hans': {
    resident: (w) => ({
      lead: `您好！我们是${w.organisation}，想请您答一份我们自己编的问卷：“${w.project}”。${w.questions} 道选择题，大约 ${w.minutes} 分钟。`,
      process: '（单独同意）题目会问到我的看法和经历，我同意为上面的目的处理这些信息。',
      questions: '有的题可以自己写几句话。哪一题都可以不答。',
    }),
    official: zhFormal,
    partner: zhFormal,
  },
  en: {
    resident: (w) => ({
      lead: `Hello! We are ${w.organisation}. Please answer a questionnaire of our own: “${w.project}”. ${w.questions} multiple-choice questions, about ${w.minutes} minutes.`,
      process:
        '(Separate consent) The questions ask what I think and what happened to me. I agree that this is processed for the purpose above.',
      questions: 'Some questions let you write a few words. All of them are optional.',
    }),
    official: enFormal,
    partner: enFormal,
  },
};
