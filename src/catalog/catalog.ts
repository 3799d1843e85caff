import type { CatalogHead, Procedure } from './procedure.js';

/** A checked catalogue: what could be read of a file, in the order of the file. */
export interface Catalog extends CatalogHead {
  readonly procedures: readonly Procedure[];
  /**
   * Finds a procedure by the code a person has: as published, normalised, with an agency suffix
   * (`1.014027.H47`), with a case suffix (`1.000894.01`), or a former one.
   */
  byCode(code: string): Procedure | undefined;
}
