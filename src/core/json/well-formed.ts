/**
 * The text with every lone surrogate replaced by U+FFFD, as `String.prototype.toWellFormed` does (newer than the engines Canyu
 * runs in). A lone surrogate survives JSON and IndexedDB but not UTF-8, so a text that has one would get another address.
 */
export const toWellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
