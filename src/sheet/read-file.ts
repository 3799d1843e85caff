import { readCsv, type ReadSheets } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { problemAt, type SheetProblemCode } from './sheet-problems.js';

/** More than any place's list of procedures, in bytes. */
const LARGEST = 50 * 1024 * 1024;

const begins = (bytes: Uint8Array, ...signs: number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign);

/** Reads a spreadsheet. What it is tells its first bytes, not its name: a web page saved as `.xls` is none. */
export async function readSheetFile(bytes: Uint8Array<ArrayBuffer>): Promise<ReadSheets> {
  const refuse = (code: SheetProblemCode): ReadSheets => ({ sheets: [], problems: [problemAt({}, code)] });
  if (bytes.length === 0) return refuse('file-empty');
  if (bytes.length > LARGEST) return refuse('file-too-large');
  if (begins(bytes, 0x50, 0x4b)) return readXlsx(bytes);
  // The container of Excel before 2007, and of every workbook with a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return refuse(hasPassword(bytes) ? 'file-locked' : 'file-old-excel');
  if (isForeign(bytes)) return refuse('file-not-sheet');
  return readCsv(bytes);
}

const hasPassword = (bytes: Uint8Array): boolean =>
  new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');

/** A PDF, a picture, a web page, JSON. */
function isForeign(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^\u00ef\u00bb\u00bf/u, '');
  return /^(?:%PDF|\x89PNG|\xff\xd8\xff|\{\\rtf|\s*[<{[])/iu.test(start);
}
