import type { Refusal } from '../../core/gather/types.js';
import type { Group, Locale } from '../../core/text.js';

/** The rooms of the desk, in their order. */
export type Room = 'gather' | 'check' | 'results' | 'meeting' | 'publish';

/** Texts of `<canyu-desk>`. */
export interface DeskMessages {
  readonly locale: Locale;
  readonly title: string;
  readonly synthetic: string;
  readonly rooms: Readonly<Record<Room, string>>;
  readonly roomsLabel: string;
  readonly groups: Readonly<Record<Group, string>>;
  readonly loading: string;
  /** A part of the desk did not arrive. */
  readonly storeFailed: string;
  readonly code: (code: string) => string;

  readonly gather: {
    readonly lead: string;
    readonly privacy: string;
    readonly dropTitle: string;
    readonly dropText: string;
    readonly choose: string;
    readonly pasteTitle: string;
    readonly pasteText: string;
    readonly pasteLabel: string;
    readonly pasteButton: string;
    /** The name of what was pasted, in the list of files. */
    readonly pasted: string;
    readonly filesTitle: string;
    readonly clearList: string;
    readonly noStudy: string;
    readonly knownStudies: string;
    /** A page without `crypto.subtle`. */
    readonly noCrypto: string;
  };

  /** What a file is. */
  readonly kinds: {
    readonly backup: (device: string, day: string) => string;
    readonly sheets: string;
    readonly table: string;
    readonly material: string;
    readonly study: string;
    readonly instrument: string;
    readonly key: string;
  };

  /** What became of a file, part by part. */
  readonly report: {
    readonly waiting: string;
    readonly reading: string;
    readonly storing: string;
    readonly leftOut: string;
    /** A key file came: where its passphrase is entered. */
    readonly key: string;
    readonly nothingNew: string;
    readonly empty: string;
    readonly added: (count: string) => string;
    readonly same: (count: string) => string;
    readonly conflict: (count: string) => string;
    readonly sealedAdded: (count: string) => string;
    readonly sealedSame: (count: string) => string;
    readonly aside: (count: string) => string;
    readonly rowsAdded: (count: string) => string;
    readonly rowsSame: (count: string) => string;
    readonly rowsReplaced: (count: string) => string;
    readonly rowsKept: (count: string) => string;
    readonly rowsRefused: (count: string) => string;
    readonly quotesAdded: (count: string) => string;
    readonly quotesSame: (count: string) => string;
    readonly partsKept: (count: string) => string;
    readonly partsRefused: (count: string) => string;
    /** `sheet` is the name of a sheet of a workbook; '' for a file that is one table. */
    readonly row: (sheet: string, row: string, column: string, problem: string) => string;
    readonly problems: Readonly<Record<'unknown' | 'required' | 'value' | 'day' | 'column', string>>;
    readonly duplicates: (count: string) => string;
    readonly incomplete: string;
    readonly kept: (study: string) => string;
    readonly studySaved: string;
    readonly studySame: string;
    readonly instrumentSaved: string;
    readonly moreCodes: (missing: string) => string;
    readonly failed: string;
    /** The reader of workbooks did not arrive. */
    readonly noReader: string;
    readonly retry: string;
    readonly replaceRows: string;
    readonly total: (files: string) => string;
    readonly refusedFiles: (count: string) => string;
    readonly openQuestions: (count: string) => string;
  };
  readonly refused: Readonly<Record<Refusal, (detail: string) => string>>;

  /** What a person is asked before a file is taken in. */
  readonly ask: {
    readonly otherStudy: (others: string, own: string) => string;
    readonly cut: (whole: string, count: string) => string;
    readonly cutUnknown: (whole: string) => string;
    readonly changed: (whole: string, count: string) => string;
    readonly study: string;
    readonly take: string;
    readonly takeOther: string;
    readonly replace: string;
    readonly leave: string;
  };

  readonly seal: {
    readonly title: string;
    readonly waiting: (count: string) => string;
    readonly noKey: string;
    readonly chooseKey: string;
    readonly passphrase: string;
    readonly showPassphrase: string;
    readonly unlock: string;
    readonly unlocking: string;
    readonly isOpen: (role: string) => string;
    readonly openNow: string;
    readonly opened: (count: string) => string;
    readonly openedSame: (count: string) => string;
    readonly openedConflict: (count: string) => string;
    readonly stop: string;
    readonly stopped: string;
    readonly forget: string;
    readonly failed: string;
  };

  readonly here: {
    readonly title: string;
    readonly wave: string;
    readonly total: string;
    readonly none: string;
    readonly sealed: (count: string) => string;
    readonly aside: (count: string) => string;
    readonly rows: (count: string) => string;
    readonly strange: (names: string) => string;
    readonly noDocument: string;
    readonly copy: string;
    readonly copyText: string;
    readonly copying: string;
    readonly copied: (file: string, count: string) => string;
    readonly copyFailed: string;
    readonly copyLeftOut: (count: string) => string;
    readonly templateTitle: string;
    readonly templateText: string;
    readonly template: string;
    readonly templateFile: string;
  };

  readonly held: {
    readonly title: string;
    readonly why: string;
    readonly none: string;
    readonly unread: (count: string) => string;
  };

  readonly check: {
    readonly lead: string;
    readonly flowTitle: string;
    readonly qualityTitle: string;
    readonly measure: string;
    readonly before: string;
    readonly after: string;
    readonly conflicts: (count: string) => string;
    readonly duplicates: (count: string) => string;
    readonly coded: string;
    readonly linked: string;
    readonly straight: string;
    readonly fast: string;
    readonly agreeing: string;
    readonly silence: string;
    readonly helped: string;
    readonly alphaTitle: string;
    readonly alphaHead: string;
    readonly scale: (id: string, who: Group) => string;
    readonly notShown: string;
    readonly notComputable: string;
    readonly noDropping: string;
  };

  readonly results: {
    readonly chartTitle: string;
    readonly chartLabel: string;
    readonly charts: Readonly<Record<string, string>>;
  };

  readonly meeting: {
    readonly lead: string;
    readonly reportTitle: string;
    readonly layouts: Readonly<Record<'handout' | 'full', string>>;
    readonly layoutLabel: string;
    readonly filesTitle: string;
  };

  /** What the report says beside the figures: quotes, next steps. */
  readonly material: {
    readonly title: string;
    readonly lead: string;
    readonly choose: string;
    /** A question about the file waits in the first room. */
    readonly asked: string;
    readonly add: string;
    readonly change: string;
    readonly remove: string;
    readonly removed: (what: string) => string;
    readonly putBack: string;
    readonly save: string;
    readonly cancel: string;
    readonly saved: string;
    readonly failed: string;
    /** Something in a form is missing or wrong. */
    readonly bad: string;

    readonly quotesTitle: string;
    readonly quotesLead: string;
    /** Of the quotes of a side, the one that the report prints. */
    readonly printed: string;
    readonly first: string;
    readonly from: string;
    readonly text: string;
    readonly textEnglish: string;
    /** What may tell who somebody is, in a quote. */
    readonly warnings: Readonly<Record<'masked' | 'address' | 'official-name', string>>;

    readonly stepsTitle: string;
    readonly stepsLead: string;
    /** The fields of a next step. */
    readonly step: Readonly<Record<'what' | 'who' | 'due' | 'doneOn', string>>;
    readonly done: (day: string) => string;
  };

  readonly publish: {
    readonly lead: string;
    readonly points: readonly string[];
    readonly earlier: (count: string) => string;
    readonly button: string;
    readonly done: (file: string) => string;
    readonly snippetTitle: string;
    readonly snippetLead: string;
    readonly module: string;
    readonly classic: string;
    readonly integrity: string;
    readonly noIntegrity: string;
    readonly copy: string;
    readonly copied: string;
    readonly copyFailed: string;
    readonly fallback: string;
    readonly preview: string;
  };
}
