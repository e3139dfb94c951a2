/** Classes that set the type larger or smaller, from the largest on; '' is the usual size. */
const STEPS = ['roomy', '', 'closer', 'closest', 'tightest'] as const;

/**
 * Makes the sheet's text fit its two columns: first with smaller type, then by leaving out the last rows of the tallest lists,
 * each of which says how many it has left out. Changes of first-in-command stay longest.
 *
 * @param more what a list says of the rows it has left out
 * @returns whether all of it fits
 */
export function fitSheet(sheet: HTMLElement, more: (count: number) => string): boolean {
  reset(sheet, more);
  for (const step of STEPS.slice(0, -1)) {
    setStep(sheet, step);
    if (fits(sheet)) return true;
  }
  // Rows are left out at every size, the largest first: a row less is better than a page that nobody can read.
  for (const step of STEPS.slice(2)) {
    reset(sheet, more);
    setStep(sheet, step);
    if (leaveOut(sheet, more, step === 'closer' ? 2 : 1)) return true;
  }
  return false;
}

/** Shows every row again, in the full size. */
export function reset(sheet: HTMLElement, more: (count: number) => string): void {
  setStep(sheet, '');
  for (const row of sheet.querySelectorAll<HTMLElement>('[data-fit] > [hidden]')) row.hidden = false;
  for (const list of sheet.querySelectorAll<HTMLElement>('[data-fit]')) say(list, more);
}

function setStep(sheet: HTMLElement, step: (typeof STEPS)[number]): void {
  for (const each of STEPS) if (each) sheet.classList.toggle(each, each === step);
}

const columnsOf = (sheet: HTMLElement): HTMLElement[] => [...sheet.querySelectorAll<HTMLElement>('.column')];

const isOver = (column: HTMLElement): boolean => {
  const last = column.lastElementChild;
  return last !== null && last.getBoundingClientRect().bottom > column.getBoundingClientRect().bottom + 0.5;
};

const fits = (sheet: HTMLElement): boolean => !columnsOf(sheet).some(isOver);

const heightOf = (list: HTMLElement): number => list.getBoundingClientRect().height;

function leaveOut(sheet: HTMLElement, more: (count: number) => string, least: number): boolean {
  for (const column of columnsOf(sheet)) {
    const lists = [...column.querySelectorAll<HTMLElement>('[data-fit]')];
    while (isOver(column)) {
      const tallest = lists
        .map((list) => ({ list, shown: [...list.children].filter((row) => !(row as HTMLElement).hidden) }))
        .filter(({ shown }) => shown.length > least)
        .sort((a, b) => heightOf(b.list) - heightOf(a.list))[0];
      if (!tallest) return false;
      const { list, shown } = tallest;
      const last = shown.filter((row) => !row.hasAttribute('data-keep')).at(-1) ?? shown.at(-1)!;
      (last as HTMLElement).hidden = true;
      say(list, more);
    }
  }
  return true;
}

/** Tells how many rows of a list are left out, with those that were not laid out at all. */
function say(list: HTMLElement, more: (count: number) => string): void {
  const note = list.closest('section')?.querySelector<HTMLElement>('.more');
  if (!note) return;
  const hidden = [...list.children].filter((row) => (row as HTMLElement).hidden).length;
  const count = hidden + Number(list.dataset['rest'] ?? 0);
  note.hidden = count === 0;
  note.textContent = count === 0 ? '' : more(count);
}
