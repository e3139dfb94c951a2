/** What `defineElement` needs to know of a class: it may carry a version to compare with a copy that came first. */
export interface ElementClass extends CustomElementConstructor {
  readonly version?: string;
}

/**
 * Registers `element` under `tag`, unless another copy did so before. Never throws: a throw would stop the rest of a page's
 * bundle. The first copy wins, and a console warning names both versions when they differ.
 */
export function defineElement(
  tag: string,
  element: ElementClass,
  registry: CustomElementRegistry = customElements,
): void {
  const there = registry.get(tag) as ElementClass | undefined;
  if (!there) {
    registry.define(tag, element);
    return;
  }
  if (there !== element && there.version !== element.version) {
    console.warn(
      `<${tag}> ${there.version ?? 'unknown version'} was loaded first; ${element.version ?? '?'} is not used.`,
    );
  }
}
