import type { Language } from '../../src/i18n/language.js';
import type { ColumnChoices } from '../../src/sheet/find-header.js';
import type { FileHead } from '../../src/sheet/read-head.js';
import type { ToldProblem } from '../../src/ui/sheet-words.js';

/** What the page asks its worker to read. */
export interface ReadRequest {
  /** Answers to older questions are thrown away. */
  readonly id: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly language: Language;
  readonly head: Partial<FileHead>;
  /** Text of the last catalogue, where there is one. */
  readonly previous: string | undefined;
  readonly columns: ColumnChoices;
  /** Whether a search index is made as well. */
  readonly index: boolean;
}

export interface ShownChange {
  readonly kind: string;
  readonly procedure: string;
  readonly fields: readonly string[];
}

/** What the page shows; every sentence is made in the worker. */
export interface ReadAnswer {
  readonly id: number;
  readonly summary: string;
  readonly problems: readonly ToldProblem[];
  /** The problems as a spreadsheet. */
  readonly problemsCsv: string;
  /** The files that were made, by name; none where there is no catalogue. */
  readonly files: Readonly<Record<string, string>>;
  /** Columns that nobody knows, for the person to say what they are. */
  readonly unknown: readonly { readonly header: string; readonly choice: string }[];
  /** What a column can be: value and name. */
  readonly choices: readonly (readonly [value: string, name: string])[];
  readonly head: Partial<FileHead>;
  readonly changes: { readonly summary: string; readonly list: readonly ShownChange[] } | undefined;
}
