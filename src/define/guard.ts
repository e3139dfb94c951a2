/*
 * The first import of `canyu.ts`. Under a policy that allows no Trusted Types policy Lit throws while it is evaluated, and nothing
 * after it runs; by then this microtask waits. Where the element is not registered it shows the plain message instead.
 */
queueMicrotask(() => {
  if (!(globalThis as { customElements?: CustomElementRegistry }).customElements?.get('canyu-survey'))
    void import('./plain.js').then((plain) => plain.show());
});
