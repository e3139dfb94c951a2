import type { KioskStaffMessages } from './types.js';

/** The staff panel in Simplified Chinese. */
export const messages: KioskStaffMessages = {
  locale: 'zh-Hans',
  setup: {
    title: '第一次使用：设置这台平板',
    text: '请由项目的工作人员来设置。设好以后，居民就能在这里填问卷了。',
    honest: '密码只挡住管理菜单，不保护数据：拿到这台平板的人可以绕过它。请另外给平板设锁屏密码，用完收好，每天备份。',
    device: '这台平板叫什么',
    deviceHint: '写在备份文件里，好分清是哪一台，例如“2 号平板”。不要写人名。',
    pin: '管理密码',
    pinHint: (characters) =>
      `至少 ${characters} 个字符，数字、字母都行，可以粘贴。请记在项目的安全本子上，不要贴在平板背后。`,
    again: '再输一遍',
    show: '显示密码',
    save: '保存，开始使用',
    tooShort: (characters) => `密码太短了，至少要 ${characters} 个字符。`,
    different: '两遍输入的不一样，请再输一次。',
    gesture: '以后要打开管理页面：在开头那一屏，3 秒内连点右上角 5 下；接了键盘的话按 Alt+Shift+S。',
  },
  pin: {
    title: '工作人员',
    label: '管理密码',
    open: '打开',
    cancel: '返回',
    wrong: '密码不对，请再试。',
    wait: (seconds) => `请等 ${seconds} 秒再试。`,
    forgotten: '忘了密码？请找项目负责人。先把答卷备份出来，才能重新设置。密码只挡住菜单，不保护数据。',
  },
  failed: '没有成功，请再试一次。',
  busy: '请稍等…',
  title: '管理这台平板',
  close: '回到问卷',
  counts: {
    title: '这台平板上的答卷',
    head: ['调查', '人群', '份数'],
    none: '还没有答卷。',
    total: (count) => `一共 ${count} 份。这里只看得到份数，看不到任何人的回答。`,
  },
  groups: { resident: '居民', official: '工作人员', partner: '合作机构' },
  backup: {
    title: '备份',
    level: {
      empty: '还没有答卷，不用备份。',
      safe: (when) => `全部答卷都在 ${when} 的备份里，文件核对过。`,
      due: (when) => `上次备份是 ${when}，之后有新的答卷，或者文件还没有核对。今天收摊前请再备份一次。`,
      overdue: (when) =>
        when
          ? `上次备份是 ${when}，已经超过一天。请现在就备份，并核对文件。`
          : '这台平板上的答卷还从来没有备份过。请现在就备份。',
    },
    mayDelete:
      '浏览器没有答应一直保存：空间紧张时它可能把答卷删掉；苹果平板的 Safari 上，7 天没打开本页就会删。每天备份才靠得住。',
    file: '存成文件',
    share: '分享文件',
    folder: '存到文件夹（自动核对）',
    otherFolder: '换一个文件夹',
    fileDone: (name, count) =>
      `已经交给浏览器下载：${name}，${count} 份。网页看不到有没有真的存下，请把文件拷到 U 盘，再用下面的“核对”确认一遍。`,
    shareDone: '已经分享。请在收到的那一头确认文件打得开。',
    folderDone: (name, count) => `已经存好并读回来核对过：${name}，${count} 份，一份不少。`,
    folderFailed: '没能存进文件夹。请检查 U 盘有没有插好，或者换一个文件夹。',
    whom: '备份文件只交给主办机构的项目负责人，不要交给居委会或街道，也不要发到群里。',
  },
  verify: {
    title: '核对备份',
    text: '选刚才存的备份文件，看看是不是每一份答卷都在里面。',
    choose: '选备份文件',
    good: (count) => `核对好了：平板上的 ${count} 份都在这个文件里。`,
    missing: (missing, count) => `文件里少了 ${missing} 份（平板上一共 ${count} 份）。请重新备份再核对。`,
    damaged: '这个文件不完整，或者不是备份文件。请重新备份。',
    foreign: '这是另一项调查的备份。',
  },
  wipe: {
    title: '清空这台平板',
    locked: '要先核对过备份，确认每一份都在里面，才能清空。',
    text: (count) => `备份已经核对过。可以把这台平板上的 ${count} 份答卷删掉，删了就只剩备份文件。`,
    unsent: (count) => `其中 ${count} 份还没有送到收集服务器，删掉以后只能靠备份文件。`,
    first: (count) => `清空 ${count} 份答卷`,
    sure: (count) => `确定，删掉 ${count} 份`,
    cancel: '先不删',
    done: (count) => `已经删掉 ${count} 份。`,
    kept: (count) => `核对以后又有 ${count} 份新的答卷，没有删。`,
  },
  health: {
    title: '存储情况',
    persisted: (persisted) =>
      persisted === true
        ? '浏览器答应一直保存，空间紧张时也不会删。'
        : persisted === false
          ? '浏览器没有答应一直保存。把本页“添加到主屏幕”或装成应用以后再请求一次，可能会答应。'
          : '浏览器没有说会不会一直保存。',
    ask: '请求一直保存',
    used: (used, free) => `用了 ${used}，浏览器估计还能用 ${free}（只是估计）。`,
    unknownSpace: '浏览器没有说还剩多少空间。',
    unsent: (count) => (count ? `${count} 份还没有送到收集服务器。` : '没有等着发送的答卷。'),
    aside: (count) => `有 ${count} 条记录读不懂，放在一边，没有删。请告诉项目负责人。`,
    complete: '记录完整：数目和记号都对得上。',
    lost: (expected, found) =>
      `有答卷不见了${expected !== null && found !== null && expected > found ? `：应有 ${expected} 份，现有 ${found} 份` : ''}。请先备份剩下的，再告诉项目负责人。`,
    accept: '已经记下，解除警报',
    error: '存储打不开，答卷现在存不进来。请重启平板再看；还是不行，请停用并告诉项目负责人。',
  },
  receipts: {
    title: '回执号名单',
    text: '可以公布的名单：按号码排，不按先后，看不出谁先谁后，也看不出答了什么。请在答卷备份好并清空以后再公布：凭回执号可以撤回还在这台平板上的答卷。',
    show: '列出名单',
    save: '存成文件',
    print: '打印',
    heading: (study, count) => `${study}：回执号名单，${count} 个`,
  },
  settings: {
    title: '设置',
    wave: '现在是哪一次调查',
    waveOnly: (wave) => `现在开放的是“${wave}”，由调查的日期决定。`,
    waveNone: '今天没有开放的调查。',
    language: '开头用的语言',
    volume: '朗读音量',
    volumes: ['小', '中', '大'],
    newPin: '换管理密码',
    pinChanged: '管理密码已经换好。',
    update: '检查更新',
    updateAsked: '已经去检查。有新版本的话，会在没有人填的时候换上。',
    updateNone: '这个网页没有装成应用；重新打开网页就是最新的。',
    saved: '已经保存。',
  },
};
