import { en as said } from '../../core/describe/words.en.js';
import type { DeskMessages } from './types.js';

const s = (count: string, one: string, many = `${one}s`): string => `${count} ${count === '1' ? one : many}`;
const was = (count: string): string => (count === '1' ? 'was' : 'were');

/** The desk in English. */
export const messages: DeskMessages = {
  locale: 'en',
  title: 'Evaluation desk',
  synthetic: 'Sample data: made by a program, no real survey',
  rooms: { gather: 'Gather', check: 'Check', results: 'Results', meeting: 'Meeting papers', publish: 'Publish' },
  roomsLabel: 'Steps of the evaluation',
  groups: said.group,
  loading: 'Opening …',
  storeFailed:
    'The browser does not let this page store anything, so no answers can be gathered. Leave private browsing or use another browser; your files are untouched.',
  code: (code) => `Code: ${code}`,

  gather: {
    lead: 'Put the backup files of all tablets and web pages here. Many at once, in any order; a file that was here before changes nothing.',
    privacy: 'Files are read in this browser and go nowhere else. The files themselves stay as they are.',
    dropTitle: 'Drop files here',
    dropText:
      'Backups of answers, single answer sheets, the study file (study.json), tables for the ledgers, report material, key files.',
    choose: 'Choose files',
    pasteTitle: 'No file, only text scanned from QR codes',
    pasteText: 'Paste the scanned pieces one after another, in any order; other words between them do no harm.',
    pasteLabel: 'Scanned text',
    pasteButton: 'Read this text',
    pasted: 'Pasted text',
    filesTitle: 'Files so far',
    clearList: 'Clear this list (answers stay)',
    noStudy:
      'No study is open yet. The first file you add opens the study it belongs to; you can also begin with the study file, study.json.',
    knownStudies: 'Studies that are in this browser:',
    noCrypto:
      'The address of this page does not begin with https, so the browser offers no checksums and files cannot be verified. Open the page by https.',
  },

  kinds: {
    backup: (device, day) => ['Backup', device, day].filter(Boolean).join(' · '),
    sheets: 'Answer sheets',
    table: 'Ledger table',
    material: 'Report material',
    study: 'Study file',
    instrument: 'Questionnaire file',
    key: 'Key file',
  },

  report: {
    waiting: 'waiting',
    reading: 'reading …',
    storing: 'storing …',
    leftOut: 'Left out. Nothing of this file was stored.',
    key: 'Enter its passphrase below, under “Sealed sheets”.',
    nothingNew: 'All of it was here already; nothing was added.',
    empty: 'The file is sound and holds no answers.',
    added: (count) => `${count} new`,
    same: (count) => `${count} already here`,
    conflict: (count) =>
      `${count} with the number of another sheet but other content: both are kept, please look into it`,
    sealedAdded: (count) => `${count} new sealed`,
    sealedSame: (count) => `${count} sealed already here`,
    aside: (count) => `${count} could not be understood: set aside as they came, not counted`,
    rowsAdded: (count) => s(count, 'new ledger row'),
    rowsSame: (count) => `${s(count, 'ledger row')} already here`,
    rowsReplaced: (count) => `${s(count, 'ledger row')} replaced, the old set aside`,
    rowsKept: (count) =>
      `${s(count, 'ledger row')} with the number of another row but other content: left as they were`,
    rowsRefused: (count) => `${s(count, 'row')} to be corrected first`,
    quotesAdded: (count) => s(count, 'new quote'),
    quotesSame: (count) => `${s(count, 'quote')} already here`,
    partsKept: (count) => `${s(count, 'other part')} of the report material kept`,
    partsRefused: (count) => `${s(count, 'part')} of the report material left out: not readable, or of another study`,
    row: (sheet, row, column, problem) =>
      `${sheet ? `sheet “${sheet}”, ` : ''}row ${row}${column ? `, column “${column}”` : ''}: ${problem}`,
    problems: {
      unknown: 'not one of the words that can stand there',
      required: 'is missing',
      value: 'is not right',
      column: 'is not among the headings, so nothing of this sheet was taken',
      day: 'days look like 2026-05-12',
    },
    duplicates: (count) => `${s(count, 'line')} of the file ${was(count)} repeated`,
    incomplete:
      'The file is not whole; only its whole lines were taken. Add the whole backup when you find it, and the rest comes in.',
    kept: (study) => `of study ${study}: kept apart, not part of the results here`,
    studySaved: 'The study file is in use now.',
    studySame: 'The same as the study file in use.',
    instrumentSaved: 'The questionnaire is stored.',
    moreCodes: (missing) => `Codes still missing: ${missing}. What was whole has been taken.`,
    failed: 'Could not be stored, and so nothing of this file was. Check the space on the disk and try again.',
    noReader:
      'The reader of XLSX files did not load. Check the network and try again, or save the table as CSV and add that.',
    retry: 'Try again',
    replaceRows: 'Replace the old rows by those of the file',
    total: (files) => s(files, 'file'),
    refusedFiles: (count) => `${count} not taken`,
    openQuestions: (count) => `${count} waiting for your decision`,
  },
  refused: {
    empty: () => 'The file is empty.',
    'newer-schema': (name) =>
      `Made by a newer version of Canyu${name ? ` (${name})` : ''}, which this one cannot read, so nothing of it was taken. Update this page first.`,
    altered: () =>
      'A line was changed or added after the backup was made, so nothing of it was taken. Use the original file, not one saved again by a spreadsheet or editor.',
    damaged: () => 'The file is damaged; not one line of it is whole. Make the copy again on the device.',
    results: () => 'This is a results file, not answers. It belongs on a web page and need not be gathered.',
    'qr-missing': (missing) =>
      `Codes still missing: ${missing}. The text is still in the field above; scan the missing ones and paste them after it.`,
    'qr-faulty': () => 'There is no whole piece of a QR code in this text. Scan again and copy all of it.',
    'too-large': () => 'The file is too large to be read.',
    table: (column) => `The table has no column “${column}”. Please use the empty table below.`,
    'no-study': () =>
      'Report material does not say which study it belongs to. Open a study first with a backup or the study file, then add this file again.',
    unknown: () =>
      'Not a file that is known here, so it was not taken. Known are backups (.ndjson, .txt), answer sheets, study files, ledger tables (XLSX, CSV), report material and key files.',
  },

  ask: {
    otherStudy: (others, own) =>
      `This file belongs to another study (${others}); the one open here is ${own}. Nothing has been stored yet.`,
    cut: (whole, count) =>
      `The end of this file is missing: it should hold ${count} sheets, and ${whole} are whole. Nothing has been stored yet. Best make the copy again on the device; if that cannot be done, take the whole ones for now.`,
    cutUnknown: (whole) =>
      `The last line of this file is cut off; ${whole} before it are whole. Nothing has been stored yet.`,
    changed: (whole, count) =>
      `Parts of this file are damaged or were changed: ${whole}${count ? ` of ${count}` : ''} sheets are whole. Nothing has been stored yet. Best make the copy again on the device.`,
    study:
      'This study file differs from the one in use. With the new one dates, questions and weights change, and the results are computed anew.',
    take: 'Take what is whole',
    takeOther: 'Take it too, kept apart',
    replace: 'Use the new one',
    leave: 'Leave it out',
  },

  seal: {
    title: 'Sealed sheets',
    waiting: (count) =>
      `${s(count, 'sealed sheet')} ${count === '1' ? 'has' : 'have'} not been opened. They are stored safely and enter the results once opened with the key.`,
    noKey: 'Choose the key file (its name begins with canyu-key), then enter its passphrase.',
    chooseKey: 'Choose the key file',
    passphrase: 'Passphrase',
    showPassphrase: 'Show the passphrase',
    unlock: 'Open with this key',
    unlocking: 'Checking the passphrase …',
    isOpen: (role) => `${role} is at hand. It is forgotten when you close this page, and stored nowhere.`,
    openNow: 'Open the sealed sheets',
    opened: (count) => `${count} opened`,
    openedSame: (count) => `${count} of them the same as sheets already here`,
    openedConflict: (count) => `${count} of them with the number of another sheet but other content: both are kept`,
    stop: 'Stop',
    stopped: 'Stopped. What was opened is stored; the rest is still sealed.',
    forget: 'Put the key away',
    failed: 'Something went wrong while opening. The sealed sheets are untouched; please try again.',
  },

  here: {
    title: 'What is here now',
    wave: 'Wave',
    total: 'Total',
    none: 'No answers yet.',
    sealed: (count) => `${count} more ${count === '1' ? 'is' : 'are'} still sealed.`,
    aside: (count) => `${s(count, 'record')} could not be understood and ${count === '1' ? 'is' : 'are'} set aside.`,
    rows: (count) => `${s(count, 'ledger row')}.`,
    strange: (names) => `Waves that the study file does not have: ${names}. Please check the study file.`,
    noDocument:
      'The study file (study.json) is not here yet. Without it there are two waves, before and after, with no closing dates.',
    copy: 'Save everything here as one file',
    copyText:
      'Answers (opened and sealed), ledgers, quotes for the report and the study file; put it back later and go on. It holds the answers of single people: keep it as carefully as the answers.',
    copying: 'Preparing …',
    copied: (file, count) => `${file}: ${s(count, 'record')}, handed to the browser’s downloads.`,
    copyFailed: 'The file could not be made; please try again.',
    copyLeftOut: (count) =>
      `${s(count, 'record')} set aside ${was(count)} left out: no whole text, or a ledger row that has been replaced since.`,
    templateTitle: 'Ledgers: fill in a table and drop it above',
    templateText:
      'Events, suggestions, groups, practices, phases, resources, strategies, proofs, commitments: one to a row; leave the columns that do not apply empty. Save it as XLSX or CSV.',
    template: 'Download the empty table',
    templateFile: 'ledger.csv',
  },

  held: {
    title: 'Results can be seen when the survey has closed',
    why: 'While a wave is open nobody sees more than counts, the evaluator included. Who knows the results too early influences those who have not answered yet, and is tempted to stop when they look good. They appear here by themselves after the closing day.',
    none: 'There is nothing to compute yet. Add backup files in “Gather” first.',
    unread: (count) =>
      `${s(count, 'sheet')} ${count === '1' ? 'is' : 'are'} still sealed or cannot be read, and not included.`,
  },

  check: {
    lead: 'First see whether the answers can be relied on, then look at the results.',
    flowTitle: 'How many came, how many were linked',
    qualityTitle: 'How people answered',
    measure: 'Measure',
    before: 'Before',
    after: 'After',
    conflicts: (count) =>
      `${s(count, 'number')} ${count === '1' ? 'has' : 'have'} two sheets with different content. Both are counted; please find out how this came about.`,
    duplicates: (count) => `${s(count, 'exact copy', 'exact copies')} came in and ${was(count)} counted once.`,
    coded: 'gave a linking code',
    linked: 'linked across waves',
    straight: 'same answer throughout',
    fast: 'too fast (under 2 s an item)',
    agreeing: 'agreed with a statement and its opposite',
    silence: '“prefer not to say”',
    helped: 'filled in with help',
    alphaTitle: 'Do the items of a scale ask about the same thing? (α; usable from 0.60)',
    alphaHead: 'Scale',
    scale: said.scale,
    notShown: 'too few to show',
    notComputable: 'not computable',
    noDropping:
      'Nobody’s sheet was dropped for its quality; the results also say what they would be without such sheets.',
  },

  results: {
    chartTitle: 'One more chart',
    chartLabel: 'Which',
    charts: {
      gap: 'Residents and officials apart',
      estimation: 'Change of one scale and its certainty',
      slope: 'Each scale before and after',
      likert: 'Answers item by item',
      ladder: 'The ladder of participation',
      contributions: 'Where the change of the index comes from',
      loop: 'What became of suggestions',
      timeline: 'Time line',
      context: 'What was done',
    },
  },

  meeting: {
    lead: 'Papers and files for the meeting, made from the results here.',
    reportTitle: 'Paper for everyone',
    layouts: { handout: 'One page', full: 'Full report' },
    layoutLabel: 'Layout',
    filesTitle: 'Files',
  },

  material: {
    title: 'What the report says beside the figures',
    lead: 'It is kept in this browser and appears at once in the report below, the slides and the Word report; never in the published version. If there is a material file (material.json) already, choose it.',
    choose: 'Choose a material file',
    asked: 'Please decide about it in “Gather”.',
    add: 'Add',
    change: 'Change',
    remove: 'Remove',
    removed: (what) => `Removed: ${what}`,
    putBack: 'Put it back',
    save: 'Save',
    cancel: 'Leave it as it was',
    saved: 'Saved.',
    failed: 'Could not be stored. Check the space on the disk and try again.',
    bad: 'Something is still missing.',

    quotesTitle: 'In their own words',
    quotesLead: 'Only what the person agreed to have told, without names or addresses. One of each side is printed.',
    printed: 'printed in the report',
    first: 'Print this one',
    from: 'Who said it',
    text: 'Quote',
    textEnglish: 'In English, where the quote is Chinese (optional)',
    warnings: {
      masked: 'This looks like a phone or ID number, an e-mail address or a number plate; it is printed as ■.',
      address: 'This looks like a door number, which may tell who said it.',
      'official-name': 'This seems to name an official.',
    },

    stepsTitle: 'Agreed next steps',
    stepsLead: 'These are the commitments of the ledger.',
    step: { what: 'What', who: 'Who', due: 'By when', doneOn: 'Done on (empty while it is not)' },
    done: (day) => `done on ${day}`,
  },

  publish: {
    lead: 'The published version may stand on a page that everybody can see. It is not quite what the meeting gets:',
    points: [
      'summary figures only, no answers of single people;',
      'no figure of fewer than 10 people, and none from which one could be worked out;',
      'scores of small groups in whole points; counts of 1 to 4 people are left out;',
      'earlier published versions are remembered: a figure that differs from one by only a few people is hidden, because the difference would show who they are.',
    ],
    earlier: (count) =>
      `A version of this study was published from here ${count === '1' ? 'once' : `${count} times`} before.`,
    button: 'Make the published version and download it',
    done: (file) => `${file} was handed to the browser’s downloads. Put it beside the page.`,
    snippetTitle: 'The lines for the web page',
    snippetLead:
      'For the web editor: copy the whole folder dist/ to /canyu/ of the site, then paste these lines into the page.',
    module: 'Most sites (module script)',
    classic: 'Sites that take type="module" out (classic script)',
    integrity:
      'The integrity value is the fingerprint of the program file: if the file is exchanged, browsers do not run it. Renew it together with the program.',
    noIntegrity: 'integrity.json cannot be read here, so the fingerprint of the program file is left out.',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Could not copy: please select the text and copy it yourself',
    fallback: 'The results are opening. If nothing appears here, please use another browser.',
    preview: 'What others will see',
  },
};
