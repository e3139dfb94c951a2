/** The headless entry: everything that computes, for plain Node, a worker or a page. No DOM, no storage, no clock. */
export { textIn, type ByGroup, type Group, type Locale, type Text } from './core/text.js';
export type { Parsed, Problem, ProblemCode } from './core/parsed.js';
export { VERSION } from './core/version.js';

export { participationTrust } from './core/instrument/participation-trust.js';
export { vignetteItems } from './core/instrument/participation-trust/structure.js';
export { thenItems } from './core/instrument/participation-trust/then-test.js';
export { fillFocal } from './core/instrument/focal.js';
export { parseInstrument } from './core/instrument/parse.js';
export type * from './core/instrument/types.js';

export { defaultStudy } from './core/study/default.js';
export { parseStudy } from './core/study/parse.js';
export { openWaves, waveState, type WaveState } from './core/study/waves.js';
export type * from './core/study/types.js';

export { advance, progressOf, startSession, stepsOf, type Progress } from './core/session/session.js';
export { canResume } from './core/session/can-resume.js';
export { responseOf } from './core/session/response-of.js';
export type * from './core/session/types.js';

export { parseResponse } from './core/response/parse.js';
export { maskOpenText, type MaskedText, type OpenTextWarning } from './core/response/mask.js';
export { countCharacters, limitText, openTextLimit } from './core/response/characters.js';
export type * from './core/response/types.js';

export { linkElements, linkMessages, normaliseElement, unknownElement } from './core/link/code.js';
export { exactTokens, linkTokens } from './core/link/tokens.js';
export { cardCount, cardLength, cardMessage, cardSymbols, isCard, makeCards, type Card } from './core/link/card.js';
export { cardNames } from './core/link/card-names.js';
export { cardPictures } from './core/link/card-pictures.js';
export { deviceMessage } from './core/link/device.js';
export { linkResponses } from './core/link/match.js';

export { parseJson } from './core/json/parse.js';
export { addressOf, canonicalJson } from './core/json/canonical.js';
export * from './core/backup/backup.js';
export * from './core/backup/qr-chunks.js';
export { parseEntry } from './core/ledger/parse.js';
export type * from './core/ledger/types.js';
export type * from './core/ledger/result.js';

export { scoreResponse } from './core/scoring/score-response.js';
export { computeResults, computeSteps } from './core/change/compute.js';
export { suppressLine, suppressTable } from './core/change/disclosure-table.js';
export { publishResults, PUBLISHED_CELL } from './core/change/publish.js';
export { parseResults } from './core/change/parse.js';
export { isHidden } from './core/change/types.js';
export type * from './core/change/types.js';

export { personIndex } from './core/scoring/person-index.js';
export { describeResults } from './core/describe/describe.js';
export * from './core/stats/index.js';
