import type { CatalogFile } from '../catalog/procedure.js';
import { parseCatalog } from '../catalog/parse-catalog.js';
import { COLUMN_IDS, type ColumnId } from './columns.js';
import { cellText, procedureCells } from './procedure-cells.js';
import { procedureKey } from './procedure-key.js';
import type { ProcedureRecord } from './read-procedure.js';

/** One thing that is said otherwise than before. */
export interface FieldChange {
  readonly column: ColumnId;
  /** In the words of a cell; empty for nothing. */
  readonly before: string;
  readonly after: string;
}

export interface NamedProcedure {
  readonly code: string;
  readonly name: string;
}

export interface CatalogChanges {
  readonly added: readonly NamedProcedure[];
  readonly removed: readonly NamedProcedure[];
  readonly changed: readonly (NamedProcedure & { readonly fields: readonly FieldChange[] })[];
  readonly unchanged: number;
}

/** What is different since another catalogue; undefined where that is none. */
export function diffCatalogs(previous: unknown, { procedures }: CatalogFile): CatalogChanges | undefined {
  if (previous === undefined) return undefined;
  const old = parseCatalog(previous).catalog.procedures;
  if (old.length === 0) return undefined;
  const keyOf = ({ code }: NamedProcedure) => procedureKey(code);
  const before = new Map(old.map((procedure) => [keyOf(procedure), procedure as unknown as ProcedureRecord]));
  const now = new Set(procedures.map(keyOf));
  const named = ({ code, name }: NamedProcedure): NamedProcedure => ({ code, name });
  const kept = procedures.flatMap((procedure) => {
    const former = before.get(keyOf(procedure));
    return former ? [{ ...named(procedure), fields: fieldChanges(former, procedure) }] : [];
  });
  const changed = kept.filter(({ fields }) => fields.length > 0);
  return {
    added: procedures.filter((procedure) => !before.has(keyOf(procedure))).map(named),
    removed: old.filter((procedure) => !now.has(keyOf(procedure))).map(named),
    changed,
    unchanged: kept.length - changed.length,
  };
}

function fieldChanges(former: ProcedureRecord, now: ProcedureRecord): readonly FieldChange[] {
  const [old, own] = [procedureCells(former), procedureCells(now)];
  return COLUMN_IDS.flatMap((column) => {
    const [before, after] = [cellText(old, column), cellText(own, column)];
    return before === after ? [] : [{ column, before, after }];
  });
}
