import type { KioskStaffMessages } from './types.js';

const sheets = (count: number): string => (count === 1 ? '1 answer sheet' : `${count} answer sheets`);

/** The staff panel in English. */
export const messages: KioskStaffMessages = {
  locale: 'en',
  setup: {
    title: 'First use: set this tablet up',
    text: 'This is for the staff of the project. Once it is done, residents can answer here.',
    honest:
      'The PIN guards the staff menus, not the data: whoever has the tablet in hand can get round it. Please set a screen lock on the tablet as well, lock it away after use, and back up every day.',
    device: 'Name of this tablet',
    deviceHint: 'Goes into the backup files, to tell which tablet they come from: “tablet 2”, say. No names of people.',
    pin: 'Staff PIN',
    pinHint: (characters) =>
      `At least ${characters} characters, digits or letters; you may paste it. Keep it with the papers of the project, not on the back of the tablet.`,
    again: 'The same again',
    show: 'Show the PIN',
    save: 'Save and start',
    tooShort: (characters) => `That is too short: at least ${characters} characters, please.`,
    different: 'The two are not the same. Please type them again.',
    gesture:
      'To open the staff page later: on the first screen, tap the top right corner five times within 3 seconds; with a keyboard, press Alt+Shift+S.',
  },
  pin: {
    title: 'Staff',
    label: 'Staff PIN',
    open: 'Open',
    cancel: 'Back',
    wrong: 'That is not the PIN. Please try again.',
    wait: (seconds) => `Please wait ${seconds} s before the next try.`,
    forgotten:
      'Forgotten? Ask the person in charge of the project; the tablet can be set up anew once its answers are backed up. The PIN guards menus, not data.',
  },
  failed: 'That did not work. Please try again.',
  busy: 'One moment…',
  title: 'Manage this tablet',
  close: 'Back to the survey',
  counts: {
    title: 'Answer sheets on this tablet',
    head: ['Wave', 'Group', 'Sheets'],
    none: 'No answer sheets yet.',
    total: (count) => `${sheets(count)} in all. Only the number is shown here, nobody’s answers.`,
  },
  groups: { resident: 'Residents', official: 'Officials', partner: 'Partners' },
  backup: {
    title: 'Backup',
    level: {
      empty: 'There are no answer sheets yet, so there is nothing to back up.',
      safe: (when) => `Every answer sheet is in the backup of ${when}, and the file was checked.`,
      due: (when) =>
        `Last backup: ${when}. There are new answer sheets since, or the file was not checked. Please back up again before you pack up today.`,
      overdue: (when) =>
        when
          ? `Last backup: ${when}, more than a day ago. Please back up now and check the file.`
          : 'The answer sheets on this tablet were never backed up. Please back up now.',
    },
    mayDelete:
      'The browser has not promised to keep the answers: it may delete them when space runs short, and Safari on an iPad deletes them after 7 days without a visit to this page. Only a daily backup is safe.',
    file: 'Save as a file',
    share: 'Share the file',
    folder: 'Save to a folder (checked at once)',
    otherFolder: 'Another folder',
    fileDone: (name, count) =>
      `Handed to the browser as a download: ${name}, ${sheets(count)}. The page cannot see whether it was kept: copy it to a USB stick and check it below.`,
    shareDone: 'Shared. Please make sure at the receiving end that the file opens.',
    folderDone: (name, count) => `Saved, read again and checked: ${name}, ${sheets(count)}, none missing.`,
    folderFailed: 'It could not be saved to the folder. Is the USB stick plugged in? Or choose another folder.',
    whom: 'Give backup files only to the person in charge at the organisation that runs the survey: not to the committee or the sub-district, and never into a chat group.',
  },
  verify: {
    title: 'Check a backup',
    text: 'Choose the backup file that was just saved, to see whether every answer sheet is in it.',
    choose: 'Choose the backup file',
    good: (count) =>
      `Checked: ${count === 1 ? 'the one answer sheet' : `all ${count} answer sheets`} of this tablet ${count === 1 ? 'is' : 'are'} in the file.`,
    missing: (missing, count) =>
      `${sheets(missing)} of ${count} ${missing === 1 ? 'is' : 'are'} not in the file. Please back up again and check.`,
    damaged: 'This file is damaged, or it is not a backup. Please back up again.',
    foreign: 'This is the backup of another study.',
  },
  wipe: {
    title: 'Clear this tablet',
    locked: 'Possible only after a backup was checked and holds every answer sheet.',
    text: (count) =>
      `The backup was checked. ${sheets(count)} can be deleted from this tablet; after that only the backup file is left.`,
    unsent: (count) =>
      `${count} of them ${count === 1 ? 'was' : 'were'} not sent to the collector yet; the backup file will be all there is.`,
    first: (count) => `Clear ${sheets(count)}`,
    sure: (count) => `Yes, delete ${sheets(count)}`,
    cancel: 'Not now',
    done: (count) => `${sheets(count)} deleted.`,
    kept: (count) => `${sheets(count)} came in since the check and ${count === 1 ? 'was' : 'were'} kept.`,
  },
  health: {
    title: 'Storage',
    persisted: (persisted) =>
      persisted === true
        ? 'The browser has promised to keep the answers, even when space runs short.'
        : persisted === false
          ? 'The browser has not promised to keep the answers. It may do so once this page is installed or added to the home screen: ask again then.'
          : 'The browser does not say whether it will keep the answers.',
    ask: 'Ask it to keep them',
    used: (used, free) => `${used} used; the browser reckons that ${free} are left (an estimate).`,
    unknownSpace: 'The browser does not say how much space is left.',
    unsent: (count) => (count ? `${sheets(count)} not sent to the collector yet.` : 'Nothing is waiting to be sent.'),
    aside: (count) =>
      `${count === 1 ? '1 record' : `${count} records`} could not be read and ${count === 1 ? 'was' : 'were'} set aside, not deleted. Please tell the person in charge.`,
    complete: 'The records are complete: count and check mark agree.',
    lost: (expected, found) =>
      `Answer sheets are missing${expected !== null && found !== null && expected > found ? `: ${expected} expected, ${found} here` : ''}. Back up what is left, then tell the person in charge.`,
    accept: 'Noted: end the alarm',
    error:
      'The store cannot be opened, so no answers can be kept. Restart the tablet and look again; if it stays so, take it out of use and tell the person in charge.',
  },
  receipts: {
    title: 'List of receipts',
    text: 'May be published: sorted by receipt, not by time, so that it tells neither who came first nor what anybody answered. Publish it after the sheets are backed up and cleared: by a receipt, a sheet that is still on this tablet can be withdrawn.',
    show: 'Show the list',
    save: 'Save as a file',
    print: 'Print',
    heading: (study, count) => `${study}: ${count === 1 ? '1 receipt' : `${count} receipts`}`,
  },
  settings: {
    title: 'Settings',
    wave: 'Which wave it is now',
    waveOnly: (wave) => `Open now: “${wave}”, by the dates of the study.`,
    waveNone: 'No wave is open today.',
    language: 'Language to begin with',
    volume: 'Volume of reading aloud',
    volumes: ['Low', 'Medium', 'Full'],
    newPin: 'Change the PIN',
    pinChanged: 'The PIN has been changed.',
    update: 'Look for an update',
    updateAsked: 'Asked. A new version, if there is one, takes over when nobody is answering.',
    updateNone: 'This page is not installed as an app; opening it anew gives the latest version.',
    saved: 'Saved.',
  },
};
