import type { KioskMessages } from './types.js';

/** Texts of a shared tablet in English. */
export const messages: KioskMessages = {
  locale: 'en',
  loading: 'Opening…',
  languages: 'Language',
  attract: {
    title: 'Community participation and mutual trust',
    by: (organisation) => `Run by ${organisation}`,
    time: (minutes) => `About ${minutes} minutes, one question at a time. You can stop whenever you like.`,
    noName: 'No name, no registration.',
    start: 'Touch here to start',
    clears: (seconds) =>
      `If you walk away before handing in, your answers are cleared once nobody has touched the screen for ${seconds} seconds.`,
    staff: {
      backup: 'For staff: it is time to back up the answers on this tablet.',
      lost: 'For staff: answers may be missing from this tablet. Please open the staff page.',
    },
    synthetic: 'Demo: the contents and the organisation are invented',
  },
  who: {
    title: 'Who are you here?',
    groups: {
      resident: { name: 'A resident', text: 'I live here, or spend much of my time here' },
      official: {
        name: 'Staff of the committee or sub-district',
        text: 'Residents’ committee, sub-district office, social work station',
      },
      partner: { name: 'From a partner organisation', text: 'Non-profit, company, school and the like' },
    },
    back: 'Back',
  },
  stop: {
    button: 'Stop',
    title: 'Would you like to stop?',
    text: 'Answers that were not handed in are cleared from this tablet at once; nobody will see them.',
    goOn: 'Go on',
    stop: 'Clear and stop',
  },
  idle: {
    title: 'Are you still there?',
    text: 'So that nobody else sees your answers, what was not handed in is cleared when nobody is using the tablet. Touch the screen anywhere to go on.',
    left: (seconds) => (seconds === 1 ? '1 second left' : `${seconds} seconds left`),
    more: 'I need more time',
  },
  thanks: {
    taken: 'Your answer sheet is not stored on this tablet; you took it with you in the way you chose.',
    receipt: 'Your receipt',
    receiptUse:
      'A list of all receipts will be published. To check that your answers were counted, look for this one on it; it shows nothing of what you answered. Write it down or not, as you like; where answers are sealed, it is needed to withdraw, so please write it down.',
    done: 'Done',
    back: (seconds) =>
      `Back to the first screen in ${seconds === 1 ? '1 second' : `${seconds} seconds`}. Touch the screen to stay a little longer.`,
  },
  closed: {
    hours: (next) => ({
      title: 'Closed just now',
      text: next
        ? `Open again ${next}. You are welcome to come back.`
        : 'Please ask the staff here about opening times.',
    }),
    when: (inDays, weekday, time) =>
      `${inDays === 0 ? 'today' : inDays === 1 ? 'tomorrow' : `on ${weekday}`} at ${time}`,
    wave: (next) =>
      next
        ? {
            title: 'The survey is not open at the moment',
            text: `The next round starts on ${next}. You are welcome then.`,
          }
        : { title: 'This survey has ended', text: 'Thank you all. Everybody will be told the results.' },
    trouble: {
      store: {
        title: 'This tablet cannot store answers at the moment',
        text: 'It may be full, or the browser allows no storage (private browsing, for example). Please tell the staff, and please do not answer here until it is mended.',
      },
      insecure: {
        title: 'This address cannot be used for a shared tablet',
        text: 'Please ask the staff to open this page by an address that begins with https; answers are not protected otherwise.',
      },
      study: {
        title: 'The survey cannot be opened at the moment',
        text: 'The settings of the study could not be read. Please tell the staff; it will try again by itself in a while.',
      },
      groups: {
        title: 'The survey is not set up correctly',
        text: 'None of the groups named on this page is in the study. Please ask the staff to correct it.',
      },
      load: {
        title: 'This did not load completely',
        text: 'The network may have dropped. It will try again by itself in a while.',
      },
    },
    retry: 'Try again',
  },
};
