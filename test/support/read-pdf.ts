/*
 * Reads a PDF as strictly as the standard is written (ISO 32000-1, 7.5): by its table, never by looking for words, and
 * with every number where it must be. Only what `pdfOfPhotos` may write is understood; anything else throws.
 */

export interface ReadPage {
  /** Points. */
  readonly paper: readonly number[];
  /** How the picture is placed: `a b c d e f` of its matrix. */
  readonly matrix: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly jpeg: Uint8Array;
}

/** A dictionary, or anything in one, in its own words. */
type Dictionary = Readonly<Record<string, string>>;

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

export function readPdf(bytes: Uint8Array): ReadPage[] {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  must(/^%PDF-1\.\d\n%[\x80-\xff]{4,}\n/u.test(text), 'no header, or none that says that bytes follow');
  const [, table] = /\nstartxref\n(\d+)\n%%EOF\n$/u.exec(text) ?? [];
  must(table !== undefined, 'no end');
  const [head, count] = /^xref\n0 (\d+)\n/u.exec(text.slice(Number(table))) ?? [];
  must(head !== undefined && count !== undefined, 'no table where the end says');
  const first = Number(table) + head.length;
  const offsets = Array.from({ length: Number(count) }, (_, at) => {
    // Each line has twenty bytes, so that a reader finds the n-th without reading the others.
    const line = text.slice(first + 20 * at, first + 20 * (at + 1));
    must(
      at === 0 ? line === '0000000000 65535 f \n' : /^\d{10} 00000 n \n$/u.test(line),
      `line ${String(at)}`,
    );
    return Number(line.slice(0, 10));
  });
  const afterTable = text.slice(first + 20 * offsets.length);
  const trailer = dictionaryOf(/^trailer\n(<<.*>>)\n/su.exec(afterTable)?.[1]);
  must(trailer.Size === count, 'another size');

  const object = (number: number): { readonly dictionary: Dictionary; readonly stream: Uint8Array } => {
    const begin = offsets[number];
    must(begin !== undefined && number > 0, `no object ${String(number)}`);
    const rest = text.slice(begin);
    const [start, words] = /^(?:\d+) 0 obj\n(<<.*?>>)\n(?=endobj\n|stream\n)/su.exec(rest) ?? [];
    must(
      start !== undefined && rest.startsWith(`${String(number)} 0 obj\n`),
      `object ${String(number)} is elsewhere`,
    );
    const dictionary = dictionaryOf(words);
    if (!rest.slice(start.length).startsWith('stream\n')) {
      must(rest.slice(start.length).startsWith('endobj\n'), 'no end of an object');
      return { dictionary, stream: new Uint8Array() };
    }
    const from = begin + start.length + 'stream\n'.length;
    const to = from + numberOf(dictionary.Length);
    must(text.slice(to).startsWith('\nendstream\nendobj\n'), `object ${String(number)} has another length`);
    return { dictionary, stream: bytes.slice(from, to) };
  };
  const referred = (value: string | undefined) => {
    const [, number] = /^(\d+) 0 R$/u.exec(value ?? '') ?? [];
    must(number !== undefined, `no reference: ${value ?? ''}`);
    return object(Number(number));
  };

  const catalog = referred(trailer.Root).dictionary;
  must(catalog.Type === '/Catalog', 'no catalogue');
  const tree = referred(catalog.Pages).dictionary;
  const kids = tree.Kids?.match(/\d+ 0 R/gu) ?? [];
  must(tree.Type === '/Pages' && numberOf(tree.Count) === kids.length, 'another count of pages');
  return kids.map((kid) => {
    const page = referred(kid).dictionary;
    must(page.Type === '/Page' && page.Parent === catalog.Pages, 'a page of another tree');
    const pictures = dictionaryOf(dictionaryOf(page.Resources).XObject);
    const drawn = new TextDecoder().decode(referred(page.Contents).stream);
    const [, matrix = '', name = ''] = /^q ((?:-?[\d.]+ ){6})cm \/(\w+) Do Q$/u.exec(drawn) ?? [];
    const { dictionary: picture, stream: jpeg } = referred(pictures[name]);
    must(picture.Type === '/XObject' && picture.Subtype === '/Image', 'no picture');
    must(picture.Filter === '/DCTDecode' && picture.ColorSpace === '/DeviceRGB', 'no JPEG');
    must(picture.BitsPerComponent === '8', 'no JPEG of eight bits');
    return {
      paper: (page.MediaBox ?? '').replace(/[[\]]/gu, '').split(' ').map(numberOf),
      matrix: matrix.trim().split(' ').map(numberOf),
      width: numberOf(picture.Width),
      height: numberOf(picture.Height),
      jpeg,
    };
  });
}

function numberOf(text: string | undefined): number {
  must(text !== undefined && /^-?\d+(?:\.\d+)?$/u.test(text), `no number: ${text ?? ''}`);
  return Number(text);
}

/** Names and values of a dictionary; a value that is a dictionary or an array stays as it is written. */
function dictionaryOf(text: string | undefined): Dictionary {
  must(text?.startsWith('<<') === true && text.endsWith('>>'), `no dictionary: ${text ?? ''}`);
  const found: Record<string, string> = {};
  let rest = text.slice(2, -2).trim();
  while (rest !== '') {
    const [, name] = /^\/([A-Za-z]+)\s*/u.exec(rest) ?? [];
    must(name !== undefined && !(name in found), `no name, or twice: ${rest}`);
    rest = rest.slice(name.length + 1).trimStart();
    const length = rest.startsWith('<<')
      ? nestedLength(rest)
      : (/^(?:\[[^\]]*\]|\/[A-Za-z]+|\d+ 0 R|-?[\d.]+)(?=\s|\/|$)/u.exec(rest)?.[0].length ?? 0);
    must(length > 0, `no value: ${rest}`);
    found[name] = rest.slice(0, length);
    rest = rest.slice(length).trimStart();
  }
  return found;
}

function nestedLength(text: string): number {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/<<|>>/gu)) {
    depth += sign === '<<' ? 1 : -1;
    if (depth === 0) return index + 2;
  }
  return 0;
}
