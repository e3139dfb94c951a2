import type { Study, Wave } from '../../core/study/types.js';
import { waveState } from '../../core/study/waves.js';
import type { SessionPlan } from '../../core/session/types.js';
import type { Group } from '../../core/text.js';
import type { CanyuSurvey } from './canyu-survey.js';
import { dayOf } from '../day.js';
import type { Trouble } from './study-source.js';
import { instrumentName, type SurveyWords } from './survey-words.js';

/** What a page asks for, found in its study. */
export interface Adopted {
  readonly study: Study;
  readonly wave: Wave;
  readonly group: Group;
  readonly plan: SessionPlan;
}

/** Checks what the page's tag asks for against the study and the instrument, and makes the plan; trouble where they do not fit. */
export function adoptStudy(host: CanyuSurvey, given: Study, { instrument, items }: SurveyWords): Adopted | Trouble {
  const name = instrumentName(instrument);
  // A page without a study file answers whatever instrument it names.
  const study = host.src ? given : { ...given, instrument: name, ...(host.instrument && { title: instrument.title }) };
  const group = (host.group ?? study.groups[0] ?? 'resident') as Group;
  const form = instrument.forms[host.form][group];
  if (!form || !study.groups.includes(group)) return { code: 'unknown-group', detail: group };
  if (study.instrument !== name) return { code: 'unknown-instrument', detail: study.instrument };
  const { communities, waves, linking } = study;
  const { community } = host;
  if (community && communities.length > 0 && !communities.some(({ id }) => id === community)) {
    return { code: 'unknown-community', detail: community };
  }
  const states = waves.map((wave) => waveState(wave, dayOf()));
  const wave = host.wave ? waves.find(({ id }) => id === host.wave) : (waves[states.indexOf('open')] ?? waves[0]);
  if (!wave) return { code: 'unknown-wave', detail: host.wave };
  const when = states[waves.indexOf(wave)];
  if (when === 'before') return { code: 'wave-before', detail: wave.opens };
  const kiosk = host.device === 'kiosk';
  const adopted: Adopted = {
    study,
    wave,
    group,
    plan: {
      // Input methods of a shared tablet learn what is written: no open questions there unless the study wants them.
      form:
        kiosk && !study.openOnKiosk
          ? { ...form, closed: form.closed.filter((id) => items.get(id)?.kind !== 'text'), open: [] }
          : form,
      relevant: new Map(instrument.items.flatMap(({ id, relevant }) => (relevant ? [[id, relevant]] : []))),
      notes: instrument.items.flatMap(({ id, kind }) => (kind === 'note' ? id : [])),
      linking: linking !== 'none' && !(kiosk && linking === 'device'),
      communities: community || communities.length < 2 ? [] : communities.map(({ id }) => id),
    },
  };
  return when === 'closed' ? { code: 'wave-closed', detail: wave.closes, closed: adopted } : adopted;
}
