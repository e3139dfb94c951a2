const rate = (count, n, estimate, low, high) => ({ estimate, low, high, count, n });
/** A made-up ledger, because the results of the demo hold none. */
export const ledger = {
  asOf: '2026-10-12',
  suggestions: {
    raised: 34,
    answered: rate(29, 34, 0.853, 0.698, 0.936),
    adopted: rate(20, 29, 0.69, 0.508, 0.827),
    explained: rate(8, 9, 0.889, 0.565, 0.98),
    reportedBack: rate(24, 29, 0.828, 0.655, 0.924),
    done: rate(14, 20, 0.7, 0.481, 0.855),
    closedLoop: rate(22, 34, 0.647, 0.479, 0.785),
    byStatus: { raised: 5, adopted: 14, partly: 6, declined: 6, deferred: 3 },
  },
  events: [
    { date: '2026-02-20', event: 'registration', label: '居民互助小组备案' },
    { date: '2026-03-14', event: 'open-space', label: '第一次开放空间：活动中心怎么改' },
    { date: '2026-05-06', event: 'fic-change', label: '街道书记调任', handover: true },
    { date: '2026-05-20', event: 'policy', label: '市里出台社区协商办法' },
    { date: '2026-07-09', event: 'visit', label: '区民政局来访' },
    { date: '2026-07-11', event: 'press', label: '本地报纸报道' },
    { date: '2026-09-18', event: 'open-space', label: '第二次开放空间：怎么管起来' },
  ],
  groups: {
    leading: { count: 1, meetingsPerMonth: 1, residentsShare: 0.2, vulnerableShare: 0 },
    coordinating: { count: 1, meetingsPerMonth: 2, residentsShare: 0.45, vulnerableShare: 0.12 },
    implementing: { count: 4, meetingsPerMonth: 3.5, residentsShare: 0.82, vulnerableShare: 0.24 },
    residentLed: 3,
  },
  practices: [
    { name: '月度议事会', baselineLevel: 1, endlineLevel: 3 },
    { name: '建议逐条回话', baselineLevel: 0, endlineLevel: 2 },
  ],
  proofs: { count: 2, recognised: 1, byLevel: { district: 2 } },
  phase: { 活动中心: { baseline: 1, endline: 3 }, 楼门花园: { baseline: 0, endline: 1 } },
  resources: Object.fromEntries(
    [
      ['pre', [3, 3, 1, 2, 2, 1], [0, 1, 1, 1, 1, 2], [0, 0, 0, 1, 0, 1]],
      ['post', [3, 2, 2, 2, 2, 2], [0, 2, 2, 2, 2, 2], [1, 1, 3, 2, 2, 3]],
    ].map(([wave, ...actors]) => [
      wave,
      Object.fromEntries(
        ['law', 'money', 'consensus', 'legitimation', 'information', 'time'].map((resource, at) => [
          resource,
          {
            plurality: wave === 'pre' ? [0, 38, 50, 62, 45, 78][at] : [38, 84, 96, 100, 100, 96][at],
            byActor: { government: actors[0][at], organisation: actors[1][at], residents: actors[2][at] },
          },
        ]),
      ),
    ]),
  ),
  strategies: {
    fic: { baseline: 'tried', endline: 'regular' },
    'project-groups': { baseline: 'no', endline: 'regular' },
    'repeated-meetings': { baseline: 'no', endline: 'regular' },
    'process-thinking': { baseline: 'no', endline: 'tried' },
    'showcasing-results': { baseline: 'tried', endline: 'regular' },
    'academia-and-media': { baseline: 'no', endline: 'tried' },
  },
  commitments: { open: 3, done: 5, overdue: 1 },
  conflicts: 0,
};
