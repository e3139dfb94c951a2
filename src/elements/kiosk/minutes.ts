import type { Study } from '../../core/study/types.js';
import type { Group } from '../../core/text.js';
import { isTrouble } from '../survey/study-source.js';
import type { CanyuKiosk } from './canyu-kiosk.js';

/**
 * How many minutes a sheet takes, by the rule of the consent screen: 6 for a form of more than 15 questions, else 3, and one more with
 * extras. Of an instrument of the site's own the longest form counts that is answered here.
 */
export async function minutesOf(host: CanyuKiosk, study: Study, groups: readonly Group[]): Promise<number> {
  const more = study.extras?.length ? 1 : 0;
  const form = host.form === 'short' ? 'short' : 'full';
  if (!host.instrument) return (form === 'short' ? 3 : 6) + more;
  const { readInstrumentFile } = await import('../survey/own-instrument.js');
  const instrument = await readInstrumentFile(host.instrument);
  if (isTrouble(instrument)) return 6 + more;
  const isAsked = (id: string): boolean => instrument.items.find((item) => item.id === id)?.kind !== 'note';
  const longest = groups.map((group) => instrument.forms[form][group]?.closed.filter(isAsked).length ?? 0);
  return (Math.max(...longest) > 15 ? 6 : 3) + more;
}
