import { existsSync, readFileSync } from 'node:fs';
import { parseCatalog } from '../../../src/catalog/parse-catalog.js';
import { officeLimit, type OfficeLimit } from '../../../src/catalog/office-limit.js';
import { paperChecklist } from '../../../src/catalog/paper-checklist.js';
import type { FormDefinition } from '../../../src/forms/form-definition.js';

/** A procedure as an officer chooses it. */
export interface HandledProcedure {
  readonly code: string;
  readonly name: string;
  /** Empty where none is told. */
  readonly field: string;
}

/** What the place handles, and how long each may take. */
export interface Place {
  readonly knows: (procedure: string) => boolean;
  readonly limitOf: (procedure: string) => OfficeLimit | undefined;
  /** The time for what is brought to the counter. */
  readonly counterLimitOf: (procedure: string) => OfficeLimit | undefined;
  /** What it handles, by name. */
  readonly procedures: readonly HandledProcedure[];
  /** Names of the papers that it wants. */
  readonly papersOf: (procedure: string) => readonly string[];
}

/**
 * Reads the catalogue of the place: what it lists is handled, within the time that its source tells for filing online.
 * Where none is told in whole days the receipt gives no date; nothing is guessed. Without a catalogue, what has a form
 * is handled.
 */
export function readPlace(catalogFile: string | undefined, forms: readonly FormDefinition[]): Place {
  const hasForm = (code: string) => forms.some(({ procedures }) => procedures.includes(code));
  const formed = forms.flatMap(({ procedures, title }) =>
    procedures.map((code) => ({ code, name: title.vi, field: '' })),
  );
  if (catalogFile === undefined || !existsSync(catalogFile))
    return {
      knows: hasForm,
      limitOf: () => undefined,
      counterLimitOf: () => undefined,
      papersOf: () => [],
      procedures: formed,
    };
  const { catalog } = parseCatalog(JSON.parse(readFileSync(catalogFile, 'utf8')));
  return {
    knows: (code) => catalog.byCode(code) !== undefined || hasForm(code),
    papersOf: (code) => {
      const procedure = catalog.byCode(code);
      const groups = procedure ? paperChecklist(procedure).groups : [];
      return groups.flatMap(({ papers }) => papers.map(({ name }) => name));
    },
    limitOf: (code) => {
      const procedure = catalog.byCode(code);
      return procedure && officeLimit(procedure);
    },
    counterLimitOf: (code) => {
      const procedure = catalog.byCode(code);
      return procedure && officeLimit(procedure, 'counter');
    },
    procedures: [
      ...catalog.procedures.map(({ code, name, field = '' }) => ({ code, name, field })),
      ...formed.filter(({ code }) => catalog.byCode(code) === undefined),
    ],
  };
}
