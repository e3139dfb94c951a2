import type { HandoverMessages } from './types.js';

const apps = { wechat: 'WeChat', qq: 'QQ', alipay: 'Alipay', weibo: 'Weibo', dingtalk: 'DingTalk' } as const;
const notThem = 'not to the community or street office';
const sent = 'You sent the sheet to the organisation yourself. It is not stored on this device.';

/** Handing the sheet over, in English. */
export const messages: HandoverMessages = {
  title: 'Hand the sheet over',
  inApp: (app) =>
    `This page is open inside ${apps[app]}, where downloads often do nothing. Please copy the sheet or show it as a QR code first. “Open in browser” in the menu at the top right works too, but there you start again from the first question.`,
  inAppBefore: (app) =>
    `This page is open inside ${apps[app]}. If you have only just begun, choose “Open in browser” in the menu at the top right: answers can usually be saved there.`,
  to: (_group, organisation, contact) =>
    `Please give it to the organisation running the survey${organisation && ` (${[organisation, contact].filter(Boolean).join(', ')})`}, ${notThem}.`,
  ways: {
    download: 'Download the answer sheet as a file',
    copy: 'Copy the answer sheet',
    share: 'Share the answer sheet',
    qr: 'Show it as QR codes',
  },
  hints: {
    download: '',
    copy: 'Your answers stay in the clipboard, where other programs may read them. You can clear it at the end.',
    share: 'Opens the share menu of your device. Please send it only to the organisation.',
    qr: 'The codes hold your answers: let nobody else photograph them.',
  },
  done: {
    download: 'The file was downloaded. Please find it and send it to the organisation.',
    copy: 'Copied. Now paste it into a message to the organisation and send it.',
    share: 'Given to the share menu. Please check that it was really sent.',
    qr: 'Let somebody from the organisation scan the codes one by one with a phone and keep the text of each. If nobody is with you, take a screenshot of each code and send those.',
  },
  failed: {
    download: 'The download did not work. Please choose another way.',
    copy: 'It could not be copied by itself. Touch the box below to select everything, then copy it.',
    share: 'It could not be shared. Please choose another way.',
    qr: 'The codes could not be shown; the network may have dropped. Please choose another way.',
  },
  kept: {
    download: 'I have kept the file: finish',
    copy: 'I have pasted and sent it: finish',
    share: 'I have sent it: finish',
    qr: 'Every code was scanned: finish',
  },
  thanks: {
    download: `The answer sheet was downloaded. It is not stored on this device: please hand the file to the organisation running the survey, ${notThem}.`,
    copy: sent,
    share: sent,
    qr: 'The organisation has scanned your sheet. It is not stored on this device.',
  },
  qr: {
    position: (index, count) => `Code ${index} of ${count}`,
    label: (index, count) => `QR code of the answer sheet, ${index} of ${count}`,
    previous: 'Previous',
    next: 'Next code',
    rest: (count) =>
      `${count} ${count === 1 ? 'code has' : 'codes have'} not been shown yet. The sheet is whole only when every code was scanned.`,
  },
  content: 'See what is handed over',
  contentText: 'This is all there is in the sheet. Touch the box to select everything and copy it.',
  clipboard: {
    text: 'Your answers are still in the clipboard of this device. Once you have pasted and sent them, please clear it here.',
    clear: 'Clear the clipboard',
    cleared: 'The clipboard is cleared.',
    failed: 'It could not be cleared. Copy any other word, and it is overwritten.',
  },
};
