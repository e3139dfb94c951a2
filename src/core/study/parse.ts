import {
  boolean,
  day,
  dictionary,
  group,
  id,
  label,
  list,
  member,
  number,
  object,
  oneOf,
  pattern,
  readDocument,
  type Report,
  type Shape,
  string,
  unique,
  words,
} from '../json/shape.js';
import type { Parsed } from '../parsed.js';
import type { Study } from './types.js';

const url = pattern(
  /^(?:https:\/\/[^\s/?#@\\]+|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?)(?:[/?#]\S*)?$/i,
  'must be an https address (http only on this computer)',
);

const jwk = dictionary((value) => (typeof value === 'string' ? value : undefined));
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** A public key as JWK: its text members; a private one would be published with the study. */
const publicKey: Shape<Readonly<Record<string, string>>> = (value, path, report) => {
  const read = jwk(value, path, report);
  for (const key of privateMembers) {
    if (read && key in (value as object)) {
      report(member(path, key), 'value', 'is private and must not be in a study file');
    }
  }
  return read;
};

const study = object(
  {
    schema: oneOf('canyu-study/1'),
    id,
    title: label,
    instrument: pattern(/^[^\s@]{1,100}@[^\s@]{1,50}$/, 'must be id@version'),
    waves: list(
      object({ id, label }, { opens: day, closes: day, invited: dictionary(number(0, Infinity, 'whole')) }),
      2,
    ),
    groups: list(group, 1),
    communities: list(object({ id, label })),
    linking: oneOf('code', 'card', 'device', 'none'),
  },
  {
    focal: label,
    consent: object(
      {
        organisation: label,
        contact: label,
        storedIn: label,
        tokensDestroyedBy: day,
        keptUntil: day,
        resultsOn: label,
      },
      { foreignApproval: words },
    ),
    weights: dictionary(number(0)),
    voice: number(0, 1),
    relevance: number(0),
    minimumCell: number(5, Infinity, 'whole'),
    seal: object({ recipients: list(publicKey, 1) }),
    collector: object({ url }),
    extras: list(oneOf('vignettes', 'then-test')),
    audio: dictionary(pattern(/^[^\s:?#\\]+\/$/, 'must be a folder of this site, ending in /')),
    openOnKiosk: boolean,
    locked: object({ hash: string, date: day }),
    synthetic: boolean,
  },
);

function check({ waves, groups, communities, weights, relevance, extras }: Study, report: Report): void {
  unique(
    waves.map((wave) => wave.id),
    (i) => `/waves/${i}/id`,
    report,
  );
  unique(
    communities.map((community) => community.id),
    (i) => `/communities/${i}/id`,
    report,
  );
  unique(extras ?? [], (i) => `/extras/${i}`, report);
  unique(groups, (i) => `/groups/${i}`, report);
  waves.forEach(({ opens, closes }, i) => {
    if (opens && closes && opens > closes) report(`/waves/${i}/closes`, 'value', 'is before the wave opens');
  });
  if (relevance === 0) report('/relevance', 'value', 'must be above 0');
  if (weights && !Object.values(weights).some((weight) => weight > 0)) {
    report('/weights', 'value', 'must have one weight above 0');
  }
}

/**
 * Reads a study file, `canyu-study/1` (design.md §3). Never throws; members it does not know are left out.
 *
 * Beyond types: two or more waves, each opening no later than it closes; unique ids; at least one group; a consent with nothing
 * empty where there is one (method.md §6.3); weights ≥ 0 and not all 0, voice 0–1, relevance above 0, minimumCell a whole number
 * from 5 (upwards only); the collector by https; no private key among the recipients of the seal.
 */
export const parseStudy = (value: unknown): Parsed<Study> => readDocument<Study>(value, 'canyu-study', study, check);
