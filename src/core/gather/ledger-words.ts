/**
 * The words of a ledger table: names of columns and values as people write them in a spreadsheet, Chinese or English, and what they mean in a
 * `canyu-entry/1`. The first Chinese word of each is the one that templates use.
 */

/** A column of the table: its name in the entry (`members.government` for a member of a member), the Chinese names, and what its cells hold. */
export interface LedgerColumn {
  readonly name: string;
  readonly zh: readonly string[];
  readonly holds: 'text' | 'day' | 'number' | 'yes-no' | 'code' | 'list';
}

const column = (name: string, holds: LedgerColumn['holds'], ...zh: string[]): LedgerColumn => ({ name, zh, holds });

/** All columns, in the order of the template. */
export const ledgerColumns: readonly LedgerColumn[] = [
  column('kind', 'code', '种类', '类别'),
  column('date', 'day', '日期'),
  column('id', 'text', '编号'),
  column('label', 'text', '名称', '说明'),
  column('event', 'code', '事件类型', '事件'),
  column('post', 'text', '职务'),
  column('handover', 'yes-no', '是否交接'),
  column('source', 'text', '来源'),
  column('text', 'text', '建议内容', '建议'),
  column('status', 'code', '处理结果', '状态'),
  column('reason', 'text', '理由'),
  column('owner', 'text', '负责人'),
  column('due', 'day', '期限'),
  column('reportedBackOn', 'day', '反馈日期'),
  column('doneOn', 'day', '办完日期'),
  column('evidence', 'text', '凭据'),
  column('level', 'code', '层级', '级别'),
  column('name', 'text', '小组或做法', '名字'),
  column('members.government', 'number', '政府人数'),
  column('members.organisation', 'number', '机构人数'),
  column('members.residents', 'number', '居民人数'),
  column('members.others', 'number', '其他人数'),
  column('vulnerable', 'number', '困难居民人数'),
  column('meetingsPerMonth', 'number', '每月开会次数'),
  column('residentLed', 'yes-no', '居民牵头'),
  column('until', 'day', '到哪天为止'),
  column('document', 'text', '文件'),
  column('project', 'text', '项目'),
  column('wave', 'code', '轮次'),
  column('cooperation', 'yes-no', '有没有合作'),
  column('initiator', 'code', '谁发起'),
  column('payer', 'code', '谁出钱'),
  column('contract', 'text', '合同'),
  column('actor', 'code', '谁'),
  column('resource', 'code', '资源'),
  column('contribution', 'number', '投入（0–3）', '投入'),
  column('strategy', 'code', '策略'),
  column('use', 'code', '用得怎样'),
  column('confirmedByOfficials', 'yes-no', '工作人员确认'),
  column('type', 'code', '佐证类型'),
  column('recognised', 'yes-no', '上级认可'),
  column('by', 'text', '谁认可'),
  column('contributors', 'list', '出力的人'),
  column('what', 'text', '要做的事'),
  column('who', 'text', '谁来做'),
];

type Words = Readonly<Record<string, string>>;

/** Chinese values by column; the same Chinese word may mean another code in another column. */
export const ledgerValues: Readonly<Record<string, Words>> = {
  kind: {
    事件: 'event',
    建议: 'suggestion',
    小组: 'group',
    做法: 'practice',
    合作: 'phase',
    资源: 'resource',
    策略: 'strategy',
    佐证: 'proof',
    约定: 'commitment',
  },
  event: {
    一把手换人: 'fic-change',
    政策: 'policy',
    开放空间: 'open-space',
    参观: 'visit',
    媒体报道: 'press',
    登记: 'registration',
    突发: 'shock',
    其他: 'other',
  },
  status: { 提出: 'raised', 采纳: 'adopted', 部分采纳: 'partly', 没有采纳: 'declined', 缓办: 'deferred' },
  level: {
    领导: 'leading',
    协调: 'coordinating',
    执行: 'implementing',
    社区: 'community',
    街道: 'street',
    区: 'district',
    市: 'city',
    省: 'province',
    国家: 'national',
  },
  initiator: { 机构: 'organisation', 政府: 'government', 双方: 'both' },
  payer: { 机构: 'organisation', 基金会: 'foundation', 政府资助: 'government-grant', 政府购买: 'government-contract' },
  actor: { 政府: 'government', 机构: 'organisation', 居民: 'residents' },
  resource: { 法规: 'law', 资金: 'money', 共识: 'consensus', 名分: 'legitimation', 信息: 'information', 时间: 'time' },
  strategy: {
    主要负责同志支持: 'fic',
    项目小组: 'project-groups',
    一次次开会商量: 'repeated-meetings',
    看重过程: 'process-thinking',
    帮政府出成绩: 'helping-government-achieve',
    在部门和层级之间搭桥: 'bridge-between-sectors-levels',
    展示成果: 'showcasing-results',
    借助学界和媒体: 'academia-and-media',
    用政府的说法带出新观念: 'government-rhetoric-to-change-concepts',
    '和政府一起做，转变想法': 'working-with-government-to-change-thinking',
  },
  use: { 没用: 'no', 试过: 'tried', 常用: 'regular' },
  type: { 奖项: 'award', 参观: 'visit', 媒体报道: 'press', 文件: 'document', 合同: 'contract', 评估: 'evaluation' },
};

/** Words for yes and no. */
export const ledgerYes: ReadonlySet<string> = new Set(['是', '有', '对', '1', 'yes', 'y', 'true', '√', '✓']);
export const ledgerNo: ReadonlySet<string> = new Set(['否', '没有', '无', '不是', '0', 'no', 'n', 'false', '×']);
