import type { ReceiptMessages } from './late.receipt.js';

/** Withdrawing a sealed sheet, in English. */
export const messages: ReceiptMessages = {
  text: 'Answer sheets are sealed, and this device cannot look inside. Yours is found by the receipt that you got when you handed it in. You are asked once more before it is deleted.',
  label: 'Receipt',
  hint: 'Ten digits and letters, such as 7Q3ZK-0M9TA. Capitals, spaces and hyphens do not matter.',
  lost: 'Without the receipt this device cannot tell which sheet is yours. Please ask the contact below.',
  find: 'Find it',
  searching: 'Looking for it …',
  incomplete: (count) =>
    count === 0
      ? 'Please fill in the receipt first.'
      : count === 10
        ? 'A receipt has no letter U. Please compare it once more.'
        : `A receipt has ten characters, and ${count === 1 ? 'this is 1' : `these are ${count}`}. Please compare it once more.`,
  none: 'No sheet with this receipt was found on this device, and nothing was deleted. A character may be wrong; you may have answered on another device or in another browser; or the organisation has collected the sheet and cleared this device. If the receipt is right, please tell it to the organisation: they can find the sheet by it.',
  ambiguous:
    'Two sheets on this device have the same receipt, so nobody can tell which one is yours. None was deleted.',
  foundTitle: 'A sheet was found',
  found: 'Please see whether this is the one. The answers are not shown here.',
  receipt: (receipt) => `Receipt: ${receipt}`,
  study: (title) => `Survey: ${title}`,
  wave: (label) => `Which time: ${label}`,
  sure: 'Once deleted it cannot be brought back on this device. Delete it?',
  keep: 'Keep it',
  remove: 'Delete this sheet',
  removing: 'Deleting …',
  removed: 'The sheet is deleted from this device.',
  copies:
    'If it was backed up or collected before, there is still a copy that cannot be deleted from here. Please tell the organisation your receipt and ask them to delete that copy when they open the sheets.',
};
