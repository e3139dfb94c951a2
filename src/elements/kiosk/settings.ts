import type { LastBackup } from '../../core/kiosk/backup-state.js';
import type { Locale } from '../../core/text.js';
import type { Store } from '../../store/store.js';
import { readMeta, writeMeta } from '../../store/studies.js';

/** What staff set on one device. */
export interface KioskSettings {
  /** Name of the device in backups. */
  readonly device: string;
  /** Which wave is answered where the dates of the study leave a choice. */
  readonly wave?: string | undefined;
  /** The language that respondents are met in; default that of the page. */
  readonly locale?: Locale | undefined;
  /** Volume of reading aloud, 0–1. */
  readonly volume: number;
  readonly backup?: LastBackup | undefined;
}

const KEY = 'kiosk';

/** The settings; a member of another kind than it should be counts as not set. */
export async function readSettings(store: Store): Promise<KioskSettings> {
  const { device, wave, locale, volume, backup } = ((await readMeta(store, KEY)) ?? {}) as Partial<
    Record<keyof KioskSettings, unknown>
  >;
  return {
    device: typeof device === 'string' ? device : '',
    wave: typeof wave === 'string' ? wave : undefined,
    locale: locale === 'en' || locale === 'zh-Hans' ? locale : undefined,
    volume: typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : 1,
    backup: isBackup(backup) ? backup : undefined,
  };
}

export const writeSettings = (store: Store, settings: KioskSettings): Promise<void> => writeMeta(store, KEY, settings);

const isBackup = (value: unknown): value is LastBackup => {
  const { at, born, seq, count, verified } = (value ?? {}) as Partial<Record<keyof LastBackup, unknown>>;
  return [at, born, seq, count].every((one) => typeof one === 'number') && typeof verified === 'boolean';
};
