import 'axe-core/axe.min.js';
import type { AxeResults, Result } from 'axe-core';
import { expect } from 'chai';

declare const axe: { run(context: Element, options: object): Promise<AxeResults> };

/** Fails when axe finds anything against WCAG 2.2 A or AA, or its best practices for content, in `element`. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    resultTypes: ['violations'],
  });
  expect(violations.map(told).join('\n')).to.equal('');
}

const told = ({ id, help, nodes }: Result): string =>
  `${id}: ${help} — ${nodes.map((node) => `${String(node.target)} ${node.failureSummary ?? ''}`).join(' | ')}`;
