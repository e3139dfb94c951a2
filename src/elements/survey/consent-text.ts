import type { Study } from '../../core/study/types.js';
import { textIn, type Locale } from '../../core/text.js';
import type { Consent, ConsentWords } from '../../i18n/survey/types.js';
import type { SurveyWords } from './survey-words.js';

/** Version of the consent template; stored with every response beside the hash of the words shown. */
export const consentVersion = '1';

/** The consent words of `study` (method.md §6.1–6.2). */
export function consentOf(
  { locale, consent: { consent, unnamed }, seal }: SurveyWords,
  study: Study,
  size: Pick<ConsentWords, 'questions' | 'minutes' | 'linking'>,
): Consent {
  const project = textIn(study.title, locale);
  const facts = study.consent;
  const tokensDestroyedBy = facts && longDate(facts.tokensDestroyedBy, locale);
  const words: ConsentWords = {
    ...(facts && tokensDestroyedBy
      ? {
          organisation: textIn(facts.organisation, locale),
          contact: textIn(facts.contact, locale),
          storedIn: textIn(facts.storedIn, locale),
          tokensDestroyedBy,
          withdrawUntil: tokensDestroyedBy,
          keptUntil: longDate(facts.keptUntil, locale),
          resultsOn: textIn(facts.resultsOn, locale),
          foreignApproval: facts.foreignApproval,
        }
      : unnamed),
    project,
    ...size,
  };
  const said = consent(words);
  return seal ? { ...said, points: [...said.points, seal.before(words.organisation)] } : said;
}

/** `2027-03-01` → 2027年3月1日 / 1 March 2027. Other text stays as it is. */
export function longDate(iso: string, locale: Locale): string {
  const day = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return iso;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'long', timeZone: 'UTC' }).format(
    day,
  );
}

/** Hex SHA-256 of the words shown, or null where the page has no crypto (plain http). */
export async function consentHash(consent: Consent): Promise<string | null> {
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  if (!subtle) return null;
  const { lead, points, participate, process, link } = consent;
  const words = new TextEncoder().encode([lead, ...points, participate, process, link].join('\n'));
  const digest = new Uint8Array(await subtle.digest('SHA-256', words));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
