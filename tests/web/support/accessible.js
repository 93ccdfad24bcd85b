// The rules of WCAG 2.1 A/AA as far as axe-core can check them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve(
  'axe-core/axe.min.js'), 'utf8');

/**
 * Fails with the rules that the page breaks and where.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} where
 */
export async function assertAccessible(page, where) {
  await page.evaluate(AXE);
  const broken = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes
      .map(({ html, failureSummary }) => `${html} ${failureSummary}`)
      .join(' | ')}`);
  });
  assert.deepEqual(broken, [], where);
}
