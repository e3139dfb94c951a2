import type { OpeningMessages } from './types.js';

/** Keys and opening, in Simplified Chinese. */
export const messages: OpeningMessages = {
  role: { evaluator: '评估人的钥匙', recovery: '备用钥匙' },
  key: {
    'not-a-key': '这个文件不是钥匙文件。请选文件名以 canyu-key 开头的那个。',
    'newer-schema': '这个钥匙文件由更新的版本生成。请先更新程序。',
    'key-damaged': '钥匙文件已损坏，与生成时不一致。请改用另存的副本，或使用备用钥匙。',
    'key-weak': '这个钥匙文件的口令保护太弱，容易被猜中，不予使用。',
    'wrong-passphrase': '口令不对，文件本身完好。请检查大小写和输入法，再试一次。',
    'short-passphrase': '口令太短，至少要 12 个字符。可以用几个互不相干的词。',
  },
  failed: {
    'not-sealed': (count) => `${count} 条不是封存的答卷。`,
    'newer-schema': (count) => `${count} 份由更新的版本生成，更新程序后才能打开。`,
    'not-for-this-key': (count) => `${count} 份不是用这把钥匙封存的。请试另一把钥匙，或核对是不是这项调查的文件。`,
    damaged: (count) => `${count} 份封存之后被改动或损坏，没有采用。`,
    'header-mismatch': (count) => `${count} 份外面写的调查或轮次与里面不一致，没有采用。`,
    'not-a-response': (count) => `${count} 份打开后不是本问卷的答卷，没有采用。`,
  },
  progress: (done, total) => `已打开 ${done} 份，共 ${total} 份`,
  notShownHere: (count) => `另有 ${count} 份答卷已加密封存，要由评估人用钥匙打开，不在这里的结果之内。`,
};
