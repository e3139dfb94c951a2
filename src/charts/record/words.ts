import type { EventEntry, GroupEntry, ResourceEntry, Strategy } from '../../core/ledger/types.js';
import type { Both } from '../kind.js';

/** Words inside the charts of the ledger and of who answered, and their tables. */
export interface RecordWords {
  readonly step: string;
  readonly count: string;
  readonly of: string;
  readonly share: string;
  readonly interval: string;
  readonly loopCaption: string;
  readonly raised: string;
  readonly answered: string;
  readonly adopted: string;
  readonly explained: string;
  readonly reportedBack: string;
  readonly done: string;
  readonly closedLoop: string;
  readonly ofSteps: Readonly<Record<'raised' | 'answered' | 'refused' | 'adopted', string>>;
  readonly figure: (count: string, n: string, percent: string | undefined) => string;
  readonly percent: (share: number) => string;
  /** A share that is written already, e.g. `4.0`. */
  readonly perCent: (share: string) => string;
  readonly loopKey: string;
  readonly asOf: (day: string) => string;
  readonly noSuggestions: string;
  readonly timelineCaption: string;
  readonly date: string;
  readonly kind: string;
  readonly what: string;
  readonly events: Readonly<Record<EventEntry['event'], string>>;
  readonly handedOver: string;
  readonly notHandedOver: string;
  readonly noEvents: string;
  readonly survey: string;
  readonly wave: (label: string) => string;
  readonly days: (opens: string, closes: string) => string;
  readonly timelineKey: string;
  readonly wavesKey: string;
  readonly noWaves: string;
  readonly read: string;
  readonly flowCaption: string;
  readonly baseline: string;
  readonly endline: string;
  readonly linked: string;
  readonly askedBefore: string;
  readonly askedAfter: string;
  readonly ofInvitedShort: (count: string, percent: string) => string;
  readonly ofInvited: (count: string, percent: string) => string;
  readonly sheets: (n: string) => string;
  readonly silence: string;
  readonly silenceText: (before: string, after: string) => string;
  readonly nobody: string;
  readonly invited: string;
  readonly invitedKey: string;
  readonly flowKey: string;
  readonly contextCaption: string;
  readonly part: string;
  readonly phase: string;
  readonly phases: readonly [string, string, string, string];
  readonly resources: string;
  readonly resource: Readonly<Record<ResourceEntry['resource'], string>>;
  readonly actors: Readonly<Record<ResourceEntry['actor'], string>>;
  readonly groups: string;
  readonly levels: Readonly<Record<GroupEntry['level'], string>>;
  readonly groupFigure: (count: string, meetings: string, residents: string) => string;
  readonly strategies: string;
  readonly strategy: Readonly<Record<Strategy, string>>;
  readonly uses: Readonly<Record<'no' | 'tried' | 'regular', string>>;
  readonly practices: string;
  readonly practiceLevels: readonly [string, string, string, string, string, string];
  readonly notRecorded: string;
  readonly now: string;
  readonly noContext: string;
  readonly contextKey: string;
}

/** Both languages. */
export const recordWords: Both<RecordWords> = {
  'zh-Hans': {
    step: '哪一步',
    count: '条数',
    of: '总数',
    share: '占多少',
    interval: '95 % 区间',
    loopCaption: '建议从提出到办成',
    raised: '提出',
    answered: '有答复',
    adopted: '采纳或部分采纳',
    explained: '没采纳，说明了理由',
    reportedBack: '31 天内回了话',
    done: '办成',
    closedLoop: '有结果、有回音（闭环）',
    ofSteps: { raised: '提出的', answered: '有答复的', refused: '没采纳或暂缓的', adopted: '采纳的' },
    figure: (count, n, percent) => `${count} / ${n}${percent === undefined ? '' : `（${percent}）`}`,
    percent: (share) => `${Math.round(100 * share)} %`,
    perCent: (share) => `${share} %`,
    loopKey: '空框是总数，实心是到了这一步的；每一步的总数不同，写在名称下面。',
    asOf: (day) => `台账读到 ${day}。`,
    noSuggestions: '这份结果里没有建议的记录。在台账里记下建议和答复，这里就会画出来。',
    timelineCaption: '时间线：同一段时间还发生了什么',
    date: '日期',
    kind: '类别',
    what: '事情',
    events: {
      'fic-change': '主要负责同志变动',
      policy: '政策',
      'open-space': '开放空间',
      visit: '来访',
      press: '媒体报道',
      registration: '登记注册',
      shock: '突发事件',
      other: '其他',
    },
    handedOver: '工作有交接',
    notHandedOver: '工作没有交接',
    noEvents: '这份结果里没有记下时间线上的事。在台账里记下，这里就会画出来。',
    survey: '问卷调查',
    wave: (label) => `问卷调查：${label}`,
    days: (opens, closes) => (opens === closes ? opens : `${opens} 至 ${closes}`),
    wavesKey: '横条是两次问卷调查的日子。',
    timelineKey: '实心三角是主要负责同志变动：看变化时要留意。',
    noWaves: '这份结果没有写两次调查的日期，所以线上没有标出。',
    read: '台账读到这一天',
    flowCaption: '谁回答了：答卷份数、对上号的人数和“不想说”的比例',
    baseline: '项目前的答卷',
    endline: '项目后的答卷',
    linked: '前后对上号',
    askedBefore: '项目前请了',
    askedAfter: '项目后请了',
    ofInvitedShort: (count, percent) => `${count}（${percent}）`,
    ofInvited: (count, percent) => `${count}（请到的 ${percent}）`,
    sheets: (n) => n,
    silence: '“不想说”',
    silenceText: (before, after) => `“不想说”：项目前 ${before}，项目后 ${after}`,
    nobody: '还没有答卷。',
    invited: '请了多少人，这份结果里没有写，所以这里看不出多少人没有回答。',
    invitedKey: '虚线框是请了多少人：没有回答的人怎么想，这里看不到。',
    flowKey: '空框是项目前，实心是项目后，浅色是前后对上号的。',
    contextCaption: '变化靠什么撑起来：合作阶段、资源、小组、做法和成果（来自台账）',
    part: '部分',
    phase: '合作走到哪一步（0–3）',
    phases: ['没有合作', '社会组织发起', '政府发起', '政府购买服务'],
    resources: '资源由谁出（每家 0–3）',
    resource: {
      law: '法规',
      money: '资金',
      consensus: '共识',
      legitimation: '认可',
      information: '信息',
      time: '时间',
    },
    actors: { government: '政府', organisation: '组织', residents: '居民' },
    groups: '三层小组',
    levels: { leading: '领导层', coordinating: '协调层', implementing: '实施层' },
    groupFigure: (count, meetings, residents) => `${count} 个，每月碰头 ${meetings} 次，居民占 ${residents}`,
    strategies: '用了哪些做法',
    strategy: {
      fic: '主要负责同志支持',
      'project-groups': '项目小组',
      'repeated-meetings': '一次次开会商量',
      'process-thinking': '看重过程',
      'helping-government-achieve': '帮政府出成绩',
      'bridge-between-sectors-levels': '在部门和层级之间搭桥',
      'showcasing-results': '展示成果',
      'academia-and-media': '借助学界和媒体',
      'government-rhetoric-to-change-concepts': '用政府的说法带出新观念',
      'working-with-government-to-change-thinking': '和政府一起做，转变想法',
    },
    uses: { no: '没用', tried: '试过', regular: '经常用' },
    practices: '新做法扎根到哪一步（0–5）',
    practiceLevels: [
      '还没有',
      '试过一次',
      '在本地反复做',
      '写进了制度或计划',
      '列入了预算',
      '被别处照着做，或写进了政策',
    ],
    notRecorded: '没有记录',
    now: '现在',
    noContext: '这份结果里没有合作情况的记录。在台账里记下，这里就会画出来。',
    contextKey: '实心圆越多，程度越高；这些是台账里记的事，不是谁的看法。',
  },
  en: {
    step: 'Step',
    count: 'Count',
    of: 'Of',
    share: 'Share',
    interval: '95% interval',
    loopCaption: 'Suggestions from being raised to being done',
    raised: 'Raised',
    answered: 'Answered',
    adopted: 'Adopted or partly adopted',
    explained: 'Not adopted, reason given',
    reportedBack: 'Reported back within 31 days',
    done: 'Done',
    closedLoop: 'Loop closed',
    ofSteps: {
      raised: 'of those raised',
      answered: 'of those answered',
      refused: 'of those declined or deferred',
      adopted: 'of those adopted',
    },
    figure: (count, n, percent) => `${count} / ${n}${percent === undefined ? '' : ` (${percent})`}`,
    percent: (share) => `${Math.round(100 * share)}%`,
    perCent: (share) => `${share}%`,
    loopKey:
      'The frame is the total, the filled part what reached this step; each step has its own total, written under its name.',
    asOf: (day) => `Ledger as of ${day}.`,
    noSuggestions:
      'These results hold no suggestions. Enter suggestions and answers in the ledger, and they are drawn here.',
    timelineCaption: 'Time line: what else happened',
    date: 'Date',
    kind: 'Kind',
    what: 'What',
    events: {
      'fic-change': 'Change of first-in-command',
      policy: 'Policy',
      'open-space': 'Open space',
      visit: 'Visit',
      press: 'Press',
      registration: 'Registration',
      shock: 'Sudden event',
      other: 'Other',
    },
    handedOver: 'work handed over',
    notHandedOver: 'work not handed over',
    noEvents: 'These results hold no events. Enter them in the ledger, and they are drawn here.',
    survey: 'Survey',
    wave: (label) => `Survey: ${label}`,
    days: (opens, closes) => (opens === closes ? opens : `${opens} to ${closes}`),
    wavesKey: 'Bands are the days of the two surveys.',
    timelineKey: 'A filled triangle is a change of first-in-command: keep it in mind when reading the change.',
    noWaves: 'These results do not say when the two surveys were held, so they are not on the line.',
    read: 'Ledger read on this day',
    flowCaption: 'Who answered: sheets, linked people and the share of “prefer not to say”',
    baseline: 'Sheets before',
    endline: 'Sheets after',
    linked: 'Linked across both',
    askedBefore: 'Invited before',
    askedAfter: 'Invited after',
    ofInvitedShort: (count, percent) => `${count} (${percent})`,
    ofInvited: (count, percent) => `${count} (${percent} of those invited)`,
    sheets: (n) => n,
    silence: '“Prefer not to say”',
    silenceText: (before, after) => `“Prefer not to say”: ${before} before, ${after} after`,
    nobody: 'No sheets yet.',
    invited: 'How many were invited is not in these results, so it cannot be seen how many did not answer.',
    invitedKey: 'Dashed frames are those invited: what the others think cannot be seen here.',
    flowKey: 'The frame is before, the filled bar after, the pale bar those linked across both.',
    contextCaption: 'What carried the change: phases, resources, groups, strategies and practices (from the ledger)',
    part: 'Part',
    phase: 'Phase of cooperation (0–3)',
    phases: ['no cooperation', 'started by the organisation', 'started by government', 'bought by government'],
    resources: 'Who contributes resources (0–3 each)',
    resource: {
      law: 'Law',
      money: 'Money',
      consensus: 'Consensus',
      legitimation: 'Legitimation',
      information: 'Information',
      time: 'Time',
    },
    actors: { government: 'Gov.', organisation: 'Org.', residents: 'Res.' },
    groups: 'Groups at three levels',
    levels: { leading: 'Leading', coordinating: 'Coordinating', implementing: 'Implementing' },
    groupFigure: (count, meetings, residents) => `${count}; ${meetings} meetings a month; ${residents} residents`,
    strategies: 'Strategies used',
    strategy: {
      fic: 'Support of the first-in-command',
      'project-groups': 'Project groups',
      'repeated-meetings': 'Repeated meetings',
      'process-thinking': 'Thinking in processes',
      'helping-government-achieve': 'Helping government achieve',
      'bridge-between-sectors-levels': 'Bridging sectors and levels',
      'showcasing-results': 'Showcasing results',
      'academia-and-media': 'Academia and media',
      'government-rhetoric-to-change-concepts': 'Government rhetoric to change concepts',
      'working-with-government-to-change-thinking': 'Working with government to change thinking',
    },
    uses: { no: 'no', tried: 'tried', regular: 'regular' },
    practices: 'How firmly practices are established (0–5)',
    practiceLevels: [
      'not there yet',
      'tried once',
      'repeated on site',
      'in rules or a plan',
      'in the budget',
      'copied elsewhere or in a policy',
    ],
    notRecorded: 'not recorded',
    now: 'Now',
    noContext: 'These results hold no record of the cooperation. Enter it in the ledger, and it is drawn here.',
    contextKey: 'The more filled circles, the further along; these are facts of the ledger, nobody’s opinion.',
  },
};
