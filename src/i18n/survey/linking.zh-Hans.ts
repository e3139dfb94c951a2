import type { Linking } from '../../core/study/types.js';
import { partnerPoints } from './consent.partner-points.zh-Hans.js';
import type { ConsentWords, LinkingConsents } from './types.js';

const approval = ({ foreignApproval }: ConsentWords): readonly string[] =>
  foreignApproval ? [`涉外调查批准文号：${foreignApproval}。`] : [];

/** For residents: what is used, how the scrambled form is called, how to withdraw, the third box. */
const plain = {
  card: {
    what: '不写姓名、电话、身份证号。快答完时照着手里的卡片点五个图案，只用来把前后两次的回答对上号，当场变成乱码，原样不保存；谁拿了哪张卡片，没有人记。',
    withdraw: (until: string) =>
      `想撤回：最迟${until}，在同一台设备上打开本页点“撤回”，照着卡片再点一遍，就能删掉还存在这台设备上的答卷；已经被主办机构取走的，请找下面的联系人；没用卡片、卡片丢了的、或者过了这天的，已经认不出哪份是您的，就没法删了。`,
    link: '我愿意用手里的卡片，好把两次答卷对上（不勾也能参加）。',
  },
  device: {
    what: '不写姓名、电话、身份证号。要是您愿意，就在您的手机或电脑里留一个随机编号，只用来把前后两次的回答对上号；答卷里只有编号变成的乱码，没有编号本身。',
    withdraw: (until: string) =>
      `想撤回：最迟${until}，用同一台设备、同一个浏览器打开本页点“撤回”，就能删掉还存在这台设备上的答卷；已经被主办机构取走的，请找下面的联系人；没留编号的、浏览器数据清过的、或者过了这天的，已经认不出哪份是您的，就没法删了。`,
    link: '我愿意在这台设备上留一个随机编号，好把两次答卷对上（不勾也能参加）。',
  },
};

/** The same for officials and partners. */
const formal = {
  card: {
    what: (by: string) =>
      `匹配码由卡片上的五个图案当场转换而成，图案原样不保存，卡片发放不作登记；匹配码最迟${by}销毁。`,
    withdraw: (until: string) =>
      `撤回方式：最迟${until}，在同一台设备上打开本页选择“撤回”，按卡片再次选择图案，即可删除仍存于本设备的答卷；已取走的，请与联系人联系；未使用卡片、卡片遗失或逾期的，因无法辨认，不能删除。`,
    link: '本人同意使用卡片生成匹配码（可不选）。',
  },
  device: {
    what: (by: string) =>
      `经您同意，本浏览器内保存一个随机编号；答卷中仅含由该编号转换而成的匹配码，不含编号本身；匹配码最迟${by}销毁。`,
    withdraw: (until: string) =>
      `撤回方式：最迟${until}，使用同一设备和浏览器打开本页选择“撤回”，即可删除仍存于本设备的答卷；已取走的，请与联系人联系；未留编号、浏览器数据已清除或逾期的，因无法辨认，不能删除。`,
    link: '本人同意在本设备上保存随机编号，用于生成匹配码（可不选）。',
  },
};

const kindOf = (linking: Linking): 'card' | 'device' => (linking === 'device' ? 'device' : 'card');

/** Simplified Chinese: plain for residents, formal for officials and partners (method.md §2.6, §6.1–6.2). */
export const linkingConsent: LinkingConsents['zh-Hans'] = {
  resident: (w, linking) => {
    const { what, withdraw, link } = plain[kindOf(linking)];
    return {
      points: [
        '参加不参加全凭自愿，哪题不想答就跳过，随时可以退出，对您享受的服务没有任何影响。',
        what,
        '最后还问年龄段、在这里住了几年；有的问卷有两道题可以写几句话。都可以不答。',
        '社区和街道的工作人员看不到任何一个人的答案，只看得到 5 个人以上合在一起的结果。',
        `数据存放在${w.storedIn}，只用于“${w.project}”的评估；对号以后，乱码最迟${w.tokensDestroyedBy}销毁；去掉身份痕迹的数据保存到${w.keptUntil}。`,
        withdraw(w.withdrawUntil),
        `结果会在${w.resultsOn}跟大家说。有问题找${w.contact}。`,
        ...approval(w),
      ],
      link,
    };
  },
  official: (w, linking) => {
    const { what, withdraw, link } = formal[kindOf(linking)];
    return {
      points: [
        '参加自愿，可跳过任何题目，可随时退出。',
        '问卷不用于个人考核，也不向您的单位或上级提供个人答卷。结果仅以不少于 5 人的汇总形式呈现。',
        `数据存储于${w.storedIn}，去标识化后保存至${w.keptUntil}。`,
        what(w.tokensDestroyedBy),
        withdraw(w.withdrawUntil),
        `结果将于${w.resultsOn}公布。联系人：${w.contact}。`,
        ...approval(w),
      ],
      link,
    };
  },
  partner: (w, linking) => {
    const { what, withdraw, link } = formal[kindOf(linking)];
    return { points: partnerPoints(w, [what(w.tokensDestroyedBy), withdraw(w.withdrawUntil)]), link };
  },
};
