import type { Linking } from '../../core/study/types.js';
import type { LateSurveyMessages } from './types.js';

const keep = '您的答案都还在这一页上。';

/** The rest of the survey in Simplified Chinese: linking code, review, thanks, and what to say when something goes wrong. */
export const messages: LateSurveyMessages = {
  trouble: {
    'study-not-found': {
      title: '问卷暂时打不开',
      text: '没有找到这项调查的设置文件。请检查网络，稍后再试；还是不行，请告诉主办机构。',
    },
    'study-invalid': {
      title: '问卷的设置有误',
      text: '这项调查的设置文件有错，所以还不能开始答题。请主办机构按下面的提示改好。',
    },
    'newer-schema': {
      title: '本页的程序版本太旧',
      text: '这项调查是用更新版本的 Canyu 设置的。请主办机构把本页的 Canyu 更新后再开放。',
    },
    'unknown-group': {
      title: '不知道这份问卷是给谁的',
      text: '本页写的人群不在这项调查里。请主办机构把 group 改为 resident（居民）、official（工作人员）或 partner（合作机构）之一。',
    },
    'unknown-wave': {
      title: '不知道这是第几次调查',
      text: '本页写的调查次序（wave）不在这项调查里。请主办机构更正。',
    },
    'unknown-community': {
      title: '不知道是哪个社区',
      text: '本页写的社区（community）不在这项调查里。请主办机构更正。',
    },
    'unknown-instrument': {
      title: '找不到这份问卷',
      text: '这项调查用的问卷（instrument）本页没有。请主办机构更正。',
    },
    'instrument-not-found': {
      title: '问卷暂时打不开',
      text: '没有找到这份问卷的文件。请检查网络，稍后再试；还是不行，请告诉主办机构。',
    },
    'instrument-invalid': {
      title: '问卷的文件有误',
      text: '这份问卷的文件有错，所以还不能开始答题。请主办机构按下面的提示改好。',
    },
    'no-random': { title: '这个浏览器太旧', text: '它没有办法给答卷编号，所以问卷没有开始。请换一个新一点的浏览器。' },
    'wave-before': { title: '调查还没有开始', text: '谢谢您的关心！请到开放的日子再来。' },
    'wave-closed': { title: '这次调查已经结束', text: '谢谢您的关心！结果会按约定的时间向大家公布。' },
    'load-failed': {
      title: '问卷没有完全打开',
      text: '网络可能断了一下。请检查网络后再试一次。',
    },
    unavailable: {
      title: '这个浏览器现在不能保存答案',
      text: `${keep}可能是浏览器禁止了网站存储，或者用了无痕模式。可以接着答完，最后把答卷下载成文件，交给主办机构的人。`,
    },
    quota: {
      title: '这台设备的存储空间满了',
      text: `${keep}请清出一些空间后再存一次，或者把答卷下载成文件，交给主办机构的人。`,
    },
    blocked: {
      title: '另一个窗口占着存储',
      text: `${keep}请关掉本网站的其他窗口，再存一次。`,
    },
    version: {
      title: '这台设备上的数据来自更新的版本',
      text: `${keep}为了不弄坏已有的数据，本页没有写入。请更新本页程序，或者把这份答卷下载成文件，交给主办机构的人。`,
    },
    corrupt: {
      title: '这台设备上以前的答卷可能少了',
      text: `${keep}浏览器里的数据好像被清掉或损坏过，请马上告诉主办机构的人。`,
    },
    unknown: { title: '出了一点问题', text: `${keep}请再试一次。` },
  },
  communityTitle: '您住在（或服务于）哪个社区？',
  resumeTitle: '上次的问卷还没答完',
  resumeText: (index, total) => `这台设备上留着一份没答完的问卷，已经答到第 ${index} 题（共 ${total} 题）。是您的吗？`,
  resume: '是我的，接着答',
  restart: '不是，清掉重新开始',
  retry: '再存一次',
  reopen: '再试一次',
  troubleDetail: '给网页编辑看的说明',
  code: {
    position: (index, total) => `小问题 ${index} / ${total}`,
    next: '下一个',
    done: '答好了',
    skipAll: '不留了，跳过这一步',
    scrambling: '正在处理……',
    familyNameHint: '只写姓，一个字就够。',
    noCode: '不知道的有两个以上，这次就不留码了，没有关系，请接着往下答。',
    noCrypto: '这个网页现在没有办法把小答案变成乱码，所以不留码，也没有保存。请接着往下答。',
  },
  card: {
    title: '请拿出您的卡片',
    text: '卡片上有五个图案，请照着卡片，从左到右一个一个点。这只用来把您前后两次的回答对上号；图案当场变成乱码，原样不保存。',
    places: '已经点的图案',
    empty: '还空着',
    undo: '退回一个',
    clear: '从头再点',
    next: '下一步',
    skip: '没有卡片，跳过这一步',
    right: '对上了。卡片请收好，下次还要用。',
    wrong: '和卡片对不上。请照着卡片从左到右再看一遍：也许点错了一个，也许先后换了位置。',
    missing: (left) => `还差 ${left} 个图案。`,
    noCrypto: '这个网页现在没有办法把图案变成乱码，所以这次不对号，也没有保存。请接着往下答。',
    review: { label: '卡片', given: '已点，图案原样没有保存', none: '没有用' },
  },
  device: {
    title: '这是您自己的手机或电脑吗？',
    text: '要是只有您用它答这份问卷，就在这个浏览器里留一个随机编号，里面没有姓名，也没有电话。下次还用它来答，两份答卷就能对上号。',
    own: '是我自己的，把两次答卷对上',
    shared: '别人也用它答，或者我不想对号',
    next: '下一步',
    skip: '跳过',
    used: '这台设备上已经有一份这次的答卷对了号。怕把两个人弄混，这一份就不对号了，没有关系，请接着往下答。',
    noStorage: '这个浏览器不让网页留编号，所以这次不对号，没有关系，请接着往下答。',
    noCrypto: '这个网页现在没有办法把编号变成乱码，所以这次不对号，没有关系，请接着往下答。',
    review: { label: '用这台设备对号', given: '可以对号', none: '不对号' },
  },
  open: {
    optional: '可写可不写。请不要写姓名、电话和门牌号。',
    left: (characters) => `还可以写 ${characters} 个字`,
    masked: '电话、证件号、邮箱或车牌已经自动遮住。',
    warnings: {
      address: '好像写了楼号、单元或房号，别人也许能认出您，建议删去。',
      'official-name': '好像写了某位干部的姓和职务，建议只写事、不写人。',
    },
  },
  review: {
    title: (group) => (group === 'resident' ? '交之前，再看一眼' : '提交前请核对'),
    text: (group) =>
      group === 'resident' ? '想改哪题，点右边的“改”。没答的空着也可以交。' : '如需修改，请点“改”。未答题目可以留空。',
    unanswered: '没有回答',
    change: '改',
    changeItem: (question) => `修改：${question}`,
    code: '六个小问题',
    codeGiven: '已答，原样没有保存',
    codeNone: '没有留',
    submit: '交答卷',
    submitting: '正在保存，请稍等……',
  },
  thanks: {
    saved: '答卷已经存好',
    title: '谢谢您！',
    text: (group) => (group === 'resident' ? '您的回答会和大家的合在一起看。' : '感谢您抽出时间。'),
    next: (group, resultsOn, secondWave, code, linking = 'code') =>
      group === 'resident'
        ? [
            `结果会在${resultsOn}跟大家说。`,
            ...(secondWave ? [code ? nextTime[linking] : '项目结束后会再请您答一次。'] : []),
            '这台设备上看不到您刚才的答案了，可以放心离开。',
          ]
        : [
            `结果将于${resultsOn}公布。`,
            ...(secondWave ? [`项目结束后将再次邀请您填写${code ? nextTimeFormal[linking] : ''}。`] : []),
            '本设备不再显示您的答案。',
          ],
    again: '换下一位来答',
    downloaded: '答卷文件已经下载，还没有存进这台设备。请把它交给主办机构的人，不要交给社区或街道。',
  },
  failed: {
    title: '答卷还没有存好',
    text: '别着急，您的答案都还在这一页上，没有丢。请先不要关掉本页。',
    retry: '再存一次',
    download: '把答卷下载成文件',
    handedOver: '文件我已经留好，结束',
    noFile: '没看到下载的文件？',
    copy: '点一下方框，就会选中全部内容。请复制下来，发给主办机构的人。',
  },
  withdraw: {
    title: '撤回以前的答卷',
    text: {
      code: '请再答一遍那六个小问题。答法和上次一样，就能在这台设备上找到您的答卷并删掉。',
      card: '请拿出上次用的那张卡片，照着再点一遍五个图案，就能在这台设备上找到您的答卷并删掉。',
      device: '在这个浏览器里答过、选了“把两次答卷对上”的，按下面的按钮，就能找到您的答卷并删掉。',
    },
    cancel: '不撤回了',
    remove: '找出来并删掉',
    found: (count) => `找到并删掉了 ${count} 份答卷。`,
    none: {
      code: '这台设备上没有找到您的答卷。可能是在别的设备上答的、当时没留小答案，或者已经被主办机构取走、对完号了。',
      card: '这台设备上没有找到用这张卡片的答卷。可能是在别的设备上答的、当时没用卡片，或者已经被主办机构取走、对完号了。',
      device: '这个浏览器里没有找到您的答卷。可能是当时选了不对号，或者已经被主办机构取走、对完号了。',
    },
    ambiguous: {
      code: '这台设备上有两份以上的答卷用了同样的小答案，分不清哪份是您的，所以一份也没有删。',
      card: '这台设备上有两份以上的答卷用了同样的图案，分不清哪份是您的，所以一份也没有删。',
      device: '这个浏览器里有两份以上的答卷用了同一个编号，分不清哪份是您的，所以一份也没有删。',
    },
    unknownAnswers:
      '不知道的有两个以上，找不准是哪一份，所以一份也没有删。要是上次答的时候也有两个以上不知道，那份答卷就没有留码，谁也认不出它是您的。',
    noDevice:
      '这个浏览器里没有留编号，所以找不到您的答卷，一份也没有删。可能是在别的设备、别的浏览器里答的，当时选了不对号，或者浏览器的数据清过了。',
    noCrypto: '这个网页现在没有办法把您的回答变成乱码去比对，所以没有找，一份也没有删。',
    failed: '这台设备存的答卷现在读不出来，所以一份也没有删。请稍后再试一次。',
    tooLate: (date) => `过了${date}，对号用的乱码已经销毁，谁也认不出哪份答卷是您的，所以不能撤回了。`,
    impossible: '这份问卷不给答卷对号，交上去以后谁也认不出哪份是您的，所以没法撤回。',
    contact: (contact) => `有问题请找${contact}。`,
  },
};

const again = '项目结束后会再请您答一次问卷。';

/** What to keep in mind for the second time, for residents. */
const nextTime: Readonly<Record<Linking, string>> = {
  code: `${again}到时那六个小问题照实答，和这次一样，两份答卷就能对上号。`,
  card: `${again}请把卡片收好，到时照着再点一遍，两份答卷就能对上号。`,
  device: `${again}到时还用这台设备、这个浏览器来答，两份答卷就能对上号；这以前请别清除浏览器的数据。`,
  none: again,
};

/** The same for officials and partners. */
const nextTimeFormal: Readonly<Record<Linking, string>> = {
  code: '；六个小问题请照实填写，以便匹配',
  card: '；请妥善保管卡片，以便匹配',
  device: '；请使用同一设备和浏览器，以便匹配',
  none: '',
};
