import type { KindOptions } from '../../../charts/kind.js';
import type { Results } from '../../../core/change/types.js';
import type { ReportMaterial } from '../../../core/describe/report-material.js';
import type { Description } from '../../../core/describe/describe.js';
import { constructName } from '../../../core/meeting/names.js';
import type { MeetingChart, MeetingSlide } from '../../../core/meeting/plan.js';
import type { Locale } from '../../../core/text.js';
import type { ProjectorMessages } from '../../../i18n/projector/types.js';
import type { ResultsMessages } from '../../../i18n/results/types.js';
import type { AnyKind } from '../../chart/kinds.js';
import type { Talk } from './talk.js';

/** What the pages call back. */
export interface WallEvents {
  readonly onGuess: (event: Event) => void;
  readonly onWeight: (event: Event) => void;
  readonly onReset: () => void;
  readonly onStep: (event: Event) => void;
  readonly onSave: () => void;
  readonly onOpen: (event: Event) => void;
}

/** Everything that a page is made from. */
export interface Wall {
  readonly words: ProjectorMessages;
  /** What the results elements say, e.g. of a hidden figure. */
  readonly messages: ResultsMessages;
  readonly results: Results;
  readonly said: Description;
  readonly material: ReportMaterial;
  readonly talk: Talk;
  readonly kinds: Readonly<Record<MeetingChart, AnyKind>>;
  readonly asTable: boolean;
  /** The pictures cannot be drawn: the tables stand in. */
  readonly failed: boolean;
  readonly note: string;
  readonly on: WallEvents;
}

/** A page with a chart. */
export type ChartSlide = Extract<MeetingSlide, { kind: 'chart' }>;

/** The pictures of a page with charts. */
export function picturesOf({ chart, group, constructs }: ChartSlide, locale: Locale): readonly KindOptions[] {
  const options = { type: chart, locale, ...(group && { group }) };
  return constructs ? constructs.map((construct) => ({ ...options, construct })) : [options];
}

/** The heading of a page, which is also what is announced. */
export function headingOf(slide: MeetingSlide, wall: Wall): string {
  const { words, results } = wall;
  switch (slide.kind) {
    case 'title':
      return titleOf(results, words.locale);
    case 'chart':
      return chartHeading(slide, wall);
    case 'no-list':
      return words.noList.heading;
    case 'declined':
      return words.declined.heading(String(slide.at + 1), String(slide.of));
    default:
      return words[slide.kind].heading;
  }
}

/** The title of the study. */
export function titleOf({ study }: Results, locale: Locale): string {
  return study.title[locale] ?? study.title['zh-Hans'] ?? Object.values(study.title)[0] ?? study.id;
}

function chartHeading({ chart, group, constructs = [] }: ChartSlide, { words, results }: Wall): string {
  const { chart: own, sides, comma, locale } = words;
  const side = group ? sides[group] : '';
  if (chart === 'forest' || chart === 'slope') return own[chart](side);
  if (chart !== 'gap') return own[chart];
  if (constructs[0] === 'TR' && !results.labels) return own.trust;
  const ids = Object.keys(results.gaps);
  const place = Math.floor(ids.indexOf(constructs[0] ?? '') / Math.max(1, constructs.length)) + 1;
  return own.gap(constructs.map((id) => constructName(results, id, locale)).join(comma), String(place));
}
