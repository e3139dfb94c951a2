import { LitElement, render, type TemplateResult } from 'lit';

const places: HTMLElement[] = [];

/** Renders a template into a fresh place in the page and waits for its first element to have updated. */
export async function fixture<T extends Element>(
  template: TemplateResult,
  root: ParentNode & Node = document.body,
): Promise<T> {
  const place = document.createElement('div');
  root.appendChild(place);
  places.push(place);
  render(template, place);
  const element = place.firstElementChild as T;
  if (element instanceof LitElement) await element.updateComplete;
  return element;
}

/** Takes everything that `fixture` made out of the page; call it after each test. */
export function cleanUp(): void {
  for (const place of places.splice(0)) place.remove();
}

type Nothing = undefined | null | false | '';

/** Waits until `probe` returns something other than undefined, null, false or ""; fails after `ms`. */
export async function until<T>(
  probe: () => T | Nothing | Promise<T | Nothing>,
  what = 'condition',
  ms = 10_000,
): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const value = await probe();
    if (value !== undefined && value !== null && value !== false && value !== '') return value;
    if (performance.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
