import { paperChecklist } from '../../src/catalog/paper-checklist.js';
import type { Paper, Procedure } from '../../src/catalog/procedure.js';
import { DESTINATIONS, type Destination } from '../../src/forms/step-flow.js';
import type { Ability } from '../../src/levels/level-scheme.js';
import { findLevel } from '../../src/levels/schemes.js';
import type { CatalogState } from '../../src/ui/catalog-state.js';
import { DEVICES, type Device } from '../../src/ui/draft-store.js';

/* What an application is about: what the catalogue and the level lists say, where it goes, whose computer it is. */

/** What the catalogue and the level lists say of the procedure. */
export interface Facts {
  readonly procedure: Procedure | undefined;
  readonly abilities: readonly Ability[] | undefined;
  /** The papers that are asked for. */
  readonly papers: readonly Paper[];
  /** The catalogue has the procedure, and no list of its papers: which are asked for is not known. */
  readonly arePapersUnknown: boolean;
}

export const NO_FACTS: Facts = {
  procedure: undefined,
  abilities: undefined,
  papers: [],
  arePapersUnknown: false,
};

/** @param level where no list announces it; of the scheme that is in force here */
export function factsOf(
  catalog: CatalogState,
  code: string,
  level: string | undefined,
  schemes: Parameters<typeof findLevel>[2],
): Facts {
  const procedure = catalog.status === 'ready' ? catalog.place.catalog.byCode(code) : undefined;
  const given = level ? findLevel(level, undefined, schemes) : undefined;
  const announced = procedure && catalog.status === 'ready' ? catalog.place.levelOf(procedure) : undefined;
  const papers = procedure ? paperChecklist(procedure).groups.flatMap((group) => group.papers) : [];
  return {
    procedure,
    abilities: (given ?? announced)?.level.abilities,
    papers,
    arePapersUnknown: procedure !== undefined && papers.length === 0,
  };
}

/** Name of a procedure; its code where the catalogue does not hold it. */
export const nameOf = (catalog: CatalogState, code: string): string =>
  (catalog.status === 'ready' ? catalog.place.catalog.byCode(code)?.name : undefined) ?? code;

/** Where it goes; a system of the place's own is asked for only where it has an address. */
export function destinationOf(wanted: string | undefined, gateway: string | undefined): Destination {
  if (wanted === 'gateway' && !gateway) return 'hand-off';
  return DESTINATIONS.find((one) => one === wanted) ?? 'hand-off';
}

/** Who helps others works at a computer that others use. */
export const deviceOf = (wanted: string | undefined, assisted: boolean): Device =>
  assisted ? 'shared' : (DEVICES.find((one) => one === wanted) ?? 'own');
