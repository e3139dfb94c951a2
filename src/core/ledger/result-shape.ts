import { day, dictionary, list, number, object, oneOf, string, boolean, type Shape } from '../json/shape.js';
import { count, orHidden, rate, shown } from '../change/figure-shapes.js';
import type { Results } from '../change/types.js';
import type { EventResult, GroupsResult, PracticeResult } from './result.js';
import { strategies } from './types.js';

/* The shape of `results.ledger` (design.md §3). Every part may be absent or hidden. */

const suggestions = object({
  raised: count,
  answered: rate,
  adopted: rate,
  explained: rate,
  reportedBack: rate,
  done: rate,
  closedLoop: rate,
  byStatus: object({ raised: count, adopted: count, partly: count, declined: count, deferred: count }),
});

const event = object(
  {
    date: day,
    event: oneOf('fic-change', 'policy', 'open-space', 'visit', 'press', 'registration', 'shock', 'other'),
    label: string,
  },
  { handover: boolean },
) as Shape<EventResult>;

const level = object({ count, meetingsPerMonth: number(0), residentsShare: shown, vulnerableShare: shown });
const groups = object(
  { residentLed: count },
  { leading: level, coordinating: level, implementing: level },
) as Shape<GroupsResult>;

const practice: Shape<PracticeResult> = object({ name: string, baselineLevel: count, endlineLevel: count });

const levels = {
  community: count,
  street: count,
  district: count,
  city: count,
  province: count,
  national: count,
};
const proofs = object({ count, recognised: count, byLevel: object({}, levels) });

const resource = object({
  plurality: shown,
  byActor: object({ government: shown, organisation: shown, residents: shown }),
});
const resources = object(
  {},
  {
    law: resource,
    money: resource,
    consensus: resource,
    legitimation: resource,
    information: resource,
    time: resource,
  },
);

const use = orHidden(oneOf('no', 'tried', 'regular'));
const inventory = object(
  {},
  Object.fromEntries(strategies.map((one) => [one, object({ baseline: use, endline: use })])),
);

/** What was done. */
export const ledger = object(
  {},
  {
    asOf: day,
    suggestions: orHidden(suggestions),
    events: orHidden(list(event)),
    groups: orHidden(groups),
    practices: orHidden(list(practice)),
    proofs: orHidden(proofs),
    phase: orHidden(dictionary(object({ baseline: shown, endline: shown }))),
    resources: orHidden(dictionary(resources)),
    strategies: orHidden(inventory),
    commitments: orHidden(object({ open: count, done: count, overdue: count })),
    conflicts: count,
  },
) as Shape<NonNullable<Results['ledger']>>;
