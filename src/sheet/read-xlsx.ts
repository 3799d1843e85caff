import { strFromU8, unzipSync, Zip, ZipPassThrough, type Unzipped } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import type { ReadSheets } from './read-csv.js';
import { problemAt, type SheetProblem, type SheetProblemCode } from './sheet-problems.js';
import { tidy, type Cell, type Sheet } from './sheet.js';
import { readWorkbookParts, type SheetPart } from './xlsx-parts.js';

/** Most that a workbook may unpack to, in bytes: a bomb of zeros stops here. */
const LARGEST = 200 * 1024 * 1024;

/** Tells which trouble a file is in. */
class FileTrouble extends Error {
  constructor(readonly code: SheetProblemCode) {
    super(code);
  }
}

/**
 * Reads a workbook: sheets that people see, with merged cells and what is hidden. Hidden sheets, errors of formulas and what the reader
 * of the format passes over in silence are told.
 */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<ReadSheets> {
  try {
    const files = unpack(bytes);
    const parts = readWorkbookParts(textsOf(files));
    // Packed anew without compression: large parts would be unpacked by workers made from text, which no strict CSP lets.
    const sheets = await readXlsxFile(await packed(files));
    return join(sheets as readonly ReadSheet[], parts);
  } catch (error) {
    return {
      sheets: [],
      problems: [problemAt({}, error instanceof FileTrouble ? error.code : 'file-broken')],
    };
  }
}

/** Without compression, so that nothing that compresses comes with the page. */
function packed(files: Unzipped): Promise<ArrayBuffer> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [path, bytes] of Object.entries(files)) {
    const file = new ZipPassThrough(path);
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return new Blob(chunks).arrayBuffer();
}

interface ReadSheet {
  readonly sheet: string;
  readonly data: readonly (readonly (string | number | boolean | Date | null)[])[];
}

function unpack(bytes: Uint8Array): Unzipped {
  let size = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/u.test(name)) return false;
      size += originalSize;
      if (size > LARGEST) throw new FileTrouble('file-too-large');
      return true;
    },
  });
  if (!('xl/workbook.xml' in files)) throw new FileTrouble('file-not-sheet');
  return files;
}

/** Shared texts are left to the reader of the format. */
function textsOf(files: Unzipped): ReadonlyMap<string, string> {
  const wanted = Object.entries(files).filter(([path]) => /^xl\/(?!sharedStrings)/u.test(path));
  return new Map(wanted.map(([path, bytes]) => [path, strFromU8(bytes)]));
}

function join(read: readonly ReadSheet[], parts: readonly SheetPart[]): ReadSheets {
  const problems: SheetProblem[] = [];
  const sheets: Sheet[] = [];
  for (const { sheet: name, data } of read) {
    const part = parts.find((one) => one.name === name);
    if (part?.isHidden) {
      if (data.length > 0) problems.push(problemAt({ sheet: name }, 'sheet-hidden', name));
      continue;
    }
    for (const { row, column, error } of part?.broken ?? [])
      problems.push(
        problemAt({ sheet: name, row, column }, error === undefined ? 'formula-empty' : 'cell-error', error),
      );
    sheets.push({
      name,
      rows: data.map((cells) => cells.map(cellOf)),
      merges: part?.merges ?? [],
      hiddenColumns: part?.hiddenColumns ?? [],
      hiddenRows: part?.hiddenRows ?? new Set(),
    });
  }
  return { sheets, problems };
}

function cellOf(value: string | number | boolean | Date | null): Cell {
  if (typeof value === 'string') return tidy(value) || undefined;
  return value ?? undefined;
}
