import { vignetteItems } from '../../../core/instrument/participation-trust/structure.js';
import { thenItems } from '../../../core/instrument/participation-trust/then-test.js';

/** The background as `layout="page"` shows it: vignettes, questions about the person, and the then-test on a page each. */
export function backgroundPages(background: readonly string[]): readonly (readonly string[])[] {
  const isOwn = (id: string): boolean => !vignetteItems.includes(id) && !thenItems.includes(id);
  return [
    background.filter((id) => vignetteItems.includes(id)),
    background.filter(isOwn),
    background.filter((id) => thenItems.includes(id)),
  ];
}
