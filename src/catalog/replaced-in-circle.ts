import type { Catalog } from './catalog.js';
import type { Procedure } from './procedure.js';

/** Whether the way from a procedure to what replaced it, and on, leads back to it: then nobody can tell which one holds. */
export function isReplacedInCircle(procedure: Procedure, catalog: Pick<Catalog, 'byCode'>): boolean {
  const passed = new Set<Procedure>();
  let next: Procedure | undefined = procedure;
  while (next && !passed.has(next)) {
    passed.add(next);
    next = next.replacedBy === undefined ? undefined : catalog.byCode(next.replacedBy);
  }
  return next === procedure;
}
