/** What is wrong with a file that somebody chose. */
export const FILE_FAULTS = [
  'empty',
  'kind',
  'large',
  'locked',
  'unreadable',
  'heic',
  'second',
  'many',
  'joined',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

export type FileKind = 'pdf' | 'photo';

/** Largest file that this library takes, in bytes; a receiving system may take less, the national portal's limit is not public. */
export const LONGEST_FILE = 20 * 1024 * 1024;

const PHOTO_BEGINS: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
];

/** Kinds of pictures in the box (ISO 14496-12) that phones put films in as well. */
const PICTURE = /^(?:hei[cmsx]|hev[cmsx]|mif1|msf1|avi[fs])$/u;

/** Whether a photo is one that phones of one maker write, and that most browsers cannot read. */
export const isHeic = (begin: Uint8Array): boolean =>
  /^ftyp(?:hei|hev|mif|msf)/u.test(String.fromCharCode(...begin.subarray(4, 12)));

/**
 * The name of a file without signs that turn the words around it: whoever wrote `gpj.exe` backwards into it, or whose
 * keyboard did, means what is seen.
 */
export const plainName = (name: string): string => name.replace(/\p{Bidi_C}/gu, '');

/** Bytes by which it is known what a file is. */
export const BEGIN = 16;

/**
 * What a file is, by its first bytes and not by its name; a photo is only sure once the browser could read it.
 * @param bytes all of it, or the first `BEGIN` of it: only the whole tells whether a PDF is locked
 * @param size how many bytes it has
 * @param longest how many a PDF may have
 */
export function kindOfFile(
  bytes: Uint8Array,
  size = bytes.byteLength,
  longest = LONGEST_FILE,
): FileKind | FileFault {
  if (size === 0) return 'empty';
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (text(0, 5) === '%PDF-') {
    if (size > longest) return 'large';
    return isLocked(bytes, text) ? 'locked' : 'pdf';
  }
  const isPhoto =
    PHOTO_BEGINS.some((begin) => begin.every((byte, at) => bytes[at] === byte)) ||
    // HEIC and AVIF of phones, WebP.
    (text(4, 8) === 'ftyp' && PICTURE.test(text(8, 12))) ||
    (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP');
  return isPhoto ? 'photo' : 'kind';
}

/**
 * Whether a PDF has a password: its trailer names how it is encrypted. The trailer may stand anywhere, in a newer file
 * before a table of any length, so all of it is looked through.
 */
function isLocked(bytes: Uint8Array, text: (from: number, to: number) => string): boolean {
  const slash = 0x2f;
  for (let at = bytes.indexOf(slash); at >= 0; at = bytes.indexOf(slash, at + 1))
    if (/^\/Encrypt\s*(?:\d|<<)/u.test(text(at, at + 16))) return true;
  return false;
}

/** What makes a photographed page hard to read. */
export const PAGE_DOUBTS = ['dark', 'blurred'] as const;
export type PageDoubt = (typeof PAGE_DOUBTS)[number];

/** Below this mean brightness (0 to 255) a page is too dark. */
const DARK = 70;
/** Below this variance of the Laplacian the edges of letters are gone. */
const BLURRED = 60;

/**
 * Looks at a page in grey values, row by row.
 * @param grey 0 to 255, `width` × `height` of them, of a page that was scaled to about 600 pixels
 */
export function doubtsOfPage(grey: Uint8Array, width: number, height: number): PageDoubt[] {
  let sum = 0;
  for (const value of grey) sum += value;
  const doubts: PageDoubt[] = sum / grey.length < DARK ? ['dark'] : [];
  let total = 0;
  let squares = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const edge =
        4 * (grey[at] ?? 0) -
        (grey[at - 1] ?? 0) -
        (grey[at + 1] ?? 0) -
        (grey[at - width] ?? 0) -
        (grey[at + width] ?? 0);
      total += edge;
      squares += edge * edge;
      count += 1;
    }
  }
  if (count > 0 && squares / count - (total / count) ** 2 < BLURRED) doubts.push('blurred');
  return doubts;
}
