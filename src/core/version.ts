/** The version of Canyu that results are stamped with; the same as in package.json. */
export const VERSION = '0.1.0';
