import { paperConsent } from './consent.zh-Hans.js';
import type { PaperMessages } from './types.js';

/** Paper in Simplified Chinese: the form as respondents read it, the entry page as a volunteer reads it. */
export const messages: PaperMessages = {
  consent: paperConsent,
  print: {
    print: '打印',
    screenHint: '下面就是打印出来的样子：A4 纸，大字，黑白即可。打印窗口里请把“缩放”设为 100%。',
    formName: { resident: '居民问卷', official: '工作人员问卷', partner: '合作机构问卷' },
    number: '编号',
    numberHint: '收齐以后由录入的人填写',
    date: '填写日期',
    year: '年',
    month: '月',
    day: '日',
    synthetic: '演示问卷：其中的机构和项目都是虚构的',
    communityTitle: '您住在（或服务于）哪个社区？',
    consentTitle: '参加之前，请您先看一看',
    tick: '同意的，请在方框里打勾：',
    howTitle: '怎么填',
    how: (group) =>
      group === 'resident'
        ? [
            '每题只选一个：把最像的那个圈出来，或者在圆圈里打勾。',
            '说不上来，圈 8；不想说，圈 9；空着也可以。',
            '圈错了，划掉，再圈一个。',
            '请不要写姓名、电话和门牌号。',
          ]
        : [
            '每题限选一项：请圈出最符合的一项，或在圆圈内打勾。',
            '不清楚请圈 8，不想说请圈 9，也可以空着。',
            '如需修改，请划去原答案后重新圈选。',
            '请不要填写姓名、电话和单位名称。',
          ],
    instruction: (group) =>
      group === 'resident' ? '把最像的圈出来，每题只圈一个' : '请圈出最符合的一项，每题限选一项',
    codeTitle: '六个小问题',
    codeWhy: (group) =>
      group === 'resident'
        ? '只用来把您前后两次的回答对上号。录进电脑时马上变成乱码，电脑里不存原样。前面没有勾“六个小问题”的，这里请空着。'
        : '仅用于匹配您前后两次的答卷。录入时当场转换为匹配码，电脑中不保存答案原样。前面未勾选此项的，请留空。',
    hint: (text) => `（${text}）`,
    onlyIf: (question, answer) => `只有${question}选“${answer}”的才答`,
    codeHints: {
      G1: '只写姓，一个字',
      G2: '圈一个',
      G3: '如 7',
      G4: '圈一个',
      G5: '写省名；在国外出生的写“国外”',
      G6: '圈一个',
    },
    codeSkip: (group) =>
      group === 'resident'
        ? '不知道的写“？”。有两个以上不知道，就都不用填了。'
        : '不清楚的请写“？”。有两项以上不清楚的，无需填写。',
    cardTitle: '您卡片上的五个图案',
    cardText: (group) =>
      group === 'resident'
        ? '请照着手里的卡片，从左到右，把每个图案的数字写在格子里，只用来把前后两次的回答对上号；录进电脑时马上变成乱码。没有卡片的，空着就行。'
        : '请按所持卡片，从左到右将各图案的数字填入方格，仅用于匹配前后两次答卷；录入时当场转换为匹配码。没有卡片的，请留空。',
    openTitle: (group) => (group === 'resident' ? '想写几句吗？' : '开放题（选答）'),
    openHint: (group) =>
      group === 'resident'
        ? '可写可不写。请不要写姓名、电话和门牌号；说到别人，请只写事、不写人。'
        : '请勿填写姓名、电话和单位名称；涉及他人的，请只写事、不写人。',
    backgroundTitle: '最后几个小问题（可以不答）',
    end: (group, organisation) =>
      group === 'resident'
        ? `填好了，谢谢您！请对折，投进收集箱，或者交给${organisation}的人，不要交给社区或街道的工作人员。`
        : `填写完毕，感谢您的支持！请对折后投入收集箱，或直接交给${organisation}，请勿经由所在单位转交。`,
    pages: ['第 ', ' 页，共 ', ' 页'],
  },
  entry: {
    title: (form) => `录入纸质问卷：${form}`,
    synthetic: '演示：其中的机构和项目都是虚构的',
    intro: [
      '一份一份来：在纸上写好编号，照着纸录，录完存好，再拿下一份。',
      '纸上怎么写就怎么录，不要替人改，也不要猜。',
      '涂改的以没划掉的为准；一题圈了两个的，当作没答。',
    ],
    keysTitle: '怎么录',
    keys: [
      '数字：填上，自动跳到下一格',
      '8 不清楚 · 9 不想说',
      '空格或回车：纸上没答',
      '退格（或 Ctrl+Z）：撤销，可以一直撤',
      '上下箭头：换一格',
    ],
    resumed: '上次录到一半的这一份还在，请接着录。六个小问题没有保存，要重新录。',
    done: (count) => `已录 ${count} 份`,
    number: '编号',
    numberHint: '把这个号写在纸上“编号”格里',
    date: '纸上写的日期',
    consentTitle: '同意书上的方框',
    boxes: {
      participate: '第 1 框：愿意参加（必须打勾）',
      process: '第 2 框：单独同意（必须打勾）',
      link: '第 3 框：对号（可以不勾）',
    },
    ticked: '打了勾',
    unticked: '没打勾',
    community: '社区',
    closedTitle: '选择题',
    linkTitle: '六个小问题',
    linkHint: '纸上空着的，这里也空着。存的时候马上变成乱码，原样不保存。',
    cardTitle: '卡片上的图案',
    cardHint: '录纸上写的数字或名字；空着的就空着。存的时候马上变成乱码，原样不保存。',
    cardPlace: (place) => `第 ${place} 个图案`,
    cardWrong: '这五个图案不是一张卡片。请再看一眼纸上写的；纸上就是这样的，五格都空着。',
    openTitle: '写的话',
    openHint: '照原话录。电话、证件号会自动遮住；姓名请不要录，写成“某某”。',
    backgroundTitle: '最后几题',
    question: (number) => `第 ${number} 题`,
    blank: '没答',
    save: '存这一份',
    toSecond: '第一遍录完了',
    check: '核对两遍',
    working: '正在处理，请稍等……',
    discard: '这份不录了',
    discardSure: '清掉这一份已经录的内容？',
    discardYes: '清掉，换下一份',
    discardNo: '不，接着录',
    saved: (number) => `${number} 号已经存好`,
    handedOver: (number) => `${number} 号的文件已经留好，没有存进这台设备`,
    discarded: '已经清掉，没有存。请拿下一份。',
    already: (number) => `${number} 号这次已经录过一份了。请看看是不是拿重了，或者换一个编号。`,
    codes: (row, codes) => `${row}　${codes}`,
    typed: (row, meaning) => `${row}：${meaning}`,
    refused: (row, key, codes) => `“${key}”不是 ${row} 的答案，没有录。这里可以按：${codes}`,
    undone: (row) => `已撤销，回到 ${row}`,
    untyped: (count, first) => `还有 ${count} 格没录，从 ${first} 开始。纸上没答的，请按空格。`,
    noNumber: '请先填编号，并写在纸上。',
    badDate: '请填纸上写的日期，不能晚于今天。没写日期的，填收上来的那天。',
    outsideWave: (from, to) =>
      `这个日期不在本次调查的日子里（${from} 至 ${to}）。请再看一眼纸上的日期；没错的话可以照存。`,
    noConsent: '前两个方框没有都打勾，这一份不能存。请点“这份不录了”，把纸单独放好交给负责人。',
    linkUnclear: (question) => `看不懂录的是什么：“${question}”。请照选项录，不清楚的空着。`,
    linkTooFew: '六个小问题有两个以上没答，这一份不留码，其余照存。',
    noCrypto: '这个网页现在没有办法把小答案变成乱码，所以没有留码，也没有保存原样。请用 https 网址打开本页。',
    second: {
      title: '第二遍（抽查）',
      text: (number) => `请把 ${number} 号再录一遍，最好换一个人录。请看着纸录，不要凭记忆。先填纸上的编号。`,
      other: (wanted, typed) => `现在要核对的是 ${wanted} 号，您填的是 ${typed} 号。请拿 ${wanted} 号那份。`,
    },
    compare: {
      title: (differences) => `有 ${differences} 处两遍不一样`,
      text: '请看着纸，把下面每一格再录一次。以纸上写的为准，不是让两遍凑成一样。',
      first: '第一遍',
      second: '第二遍',
      link: '六个小问题两遍不一样，请看着纸再录一次。',
      card: '卡片的图案两遍不一样，请看着纸再录一次。',
      confirm: '以这次为准，存好',
    },
    tally: {
      title: '抽查结果',
      none: '还没有抽查。',
      text: (sheets, items, differences, percent) =>
        `已核对 ${sheets} 份、${items} 格，两遍不一样的有 ${differences} 格（${percent}）。`,
      rule: (first, every) => `前 ${first} 份和以后每第 ${every} 份要录两遍。`,
      tooMany: '超过 1% 了。建议勾上“每份都录两遍”，并把这次已经录的重新核对一遍。',
      all: '每份都录两遍',
    },
    failed: {
      title: '这一份还没有存好',
      text: '别着急，录的内容都还在这一页上。请先不要关掉本页。',
      retry: '再存一次',
      download: '把这一份下载成文件',
      handedOver: '文件我已经留好，录下一份',
    },
  },
};
