import type { LateSurveyMessages, TroubleCode } from '../../i18n/survey/types.js';
import type { SurveyWords } from './survey-words.js';

type TroubleWords = LateSurveyMessages['trouble'][TroubleCode];

/** What to say of a failed write, sealing among them; of a code that has no words of its own what holds for every failure. */
export const storeWords = (
  { words }: { readonly words?: Pick<SurveyWords, 'seal'> | undefined },
  code: TroubleCode,
  { trouble }: LateSurveyMessages,
): TroubleWords =>
  (words?.seal?.trouble as Partial<Record<string, TroubleWords>> | undefined)?.[code] ??
  (trouble as Partial<typeof trouble>)[code] ??
  trouble.unknown;
