export { buildCatalog, type BuildOptions, type BuiltCatalog, type ReadColumn } from './build-catalog.js';
export { filesOf, indexedFilesOf } from './sheet-files.js';
export { COLUMN_IDS, headerOf, namedColumn as columnIdOf, type ColumnId } from './columns.js';
export { diffCatalogs, type CatalogChanges, type FieldChange } from './diff-catalogs.js';
export type { ColumnChoices } from './find-header.js';
export type { FileHead } from './read-head.js';
export {
  SHEET_PROBLEMS,
  WEIGHTS,
  type Place,
  type SheetProblem,
  type SheetProblemCode,
  type Weight,
} from './sheet-problems.js';
export { catalogRows, csvText } from './write-rows.js';
