/**
 * Tells React's JSX about the elements of Canyu: copy this file into a project once. Tags, properties and events come from the types
 * of the package (`HTMLElementTagNameMap`, `GlobalEventHandlersEventMap`), so a wrong name is an error of the
 * compiler (but for names with a hyphen, which TypeScript lets pass in JSX). React 19 sets
 * properties on custom elements, and listens to `canyu-complete` where a prop is called `oncanyu-complete`.
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { CanyuSurvey } from 'canyu';

type Tags = Extract<keyof HTMLElementTagNameMap, `canyu-${string}`>;
type Events = Extract<keyof GlobalEventHandlersEventMap, `canyu-${string}`>;

/** What an element has of its own and a page may set: no methods, nothing that every element or every Lit element has. */
type Base = Omit<HTMLElement, 'lang'> & Pick<CanyuSurvey, keyof HTMLElement> & LitMembers;
type LitMembers = Record<
  'renderOptions' | 'renderRoot' | 'isUpdatePending' | 'hasUpdated' | 'updateComplete' | 'renderBefore',
  unknown
>;
type OwnProperties<E> = {
  [K in keyof E as K extends keyof Base ? never : E[K] extends (...parameters: never[]) => unknown ? never : K]?: E[K];
};
type Listeners = { [K in Events as `on${K}`]?: (event: GlobalEventHandlersEventMap[K]) => void };
type Props<E extends HTMLElement> = DetailedHTMLProps<HTMLAttributes<E>, E> & OwnProperties<E> & Listeners;

declare module 'react' {
  // This is how React lets itself be extended: its types are a namespace.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace JSX {
    interface IntrinsicElements extends CanyuElements {}
  }
}
type CanyuElements = { [T in Tags]: Props<HTMLElementTagNameMap[T]> };
