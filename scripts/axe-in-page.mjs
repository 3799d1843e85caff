import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Looks at a page with every rule that axe has, experimental and best-practice ones included; no exclusions.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>} each fault with the rule, the places and what to mend
 */
export async function axeFaults(page) {
  // Evaluated rather than added as a script, which a page's policy may forbid.
  await page.evaluate(source);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: { type: 'tag', values: window.axe.getRules().flatMap(({ tags }) => tags) },
    }),
  );
  return violations.map(
    ({ id, nodes }) =>
      `axe ${id}: ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary})`).join('; ')}`,
  );
}
