/** A page that is one photo, JPEG-encoded. */
export interface PhotoPage {
  readonly jpeg: Uint8Array<ArrayBuffer>;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A4 in points. */
const A4 = { width: 595.28, height: 841.89 };
const MARGIN = 18;

/**
 * Joins photos into one PDF, a page each, as large as A4 allows. PDF holds JPEG data as they are, so this needs no
 * library of 200 kB: a header, six objects and a table. Source: ISO 32000-1, 7.5 and 8.9.5.
 */
export function pdfOfPhotos(pages: readonly PhotoPage[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const encoder = new TextEncoder();
  const add = (part: Uint8Array | string): void => {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    parts.push(bytes);
    length += bytes.byteLength;
  };
  const object = (number: number, ...body: (Uint8Array | string)[]): void => {
    offsets[number] = length;
    add(`${String(number)} 0 obj\n`);
    body.forEach(add);
    add('\nendobj\n');
  };
  // Page n is the objects 3n+3 (page), 3n+4 (what is drawn) and 3n+5 (photo).
  const idOf = (at: number, part: number) => 3 * at + 3 + part;
  add('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, at) => `${String(idOf(at, 0))} 0 R`).join(' ');
  object(2, `<< /Type /Pages /Count ${String(pages.length)} /Kids [${kids}] >>`);
  for (const [at, { jpeg, width, height }] of pages.entries()) {
    const paper = width > height ? { width: A4.height, height: A4.width } : A4;
    const scale = Math.min((paper.width - 2 * MARGIN) / width, (paper.height - 2 * MARGIN) / height);
    const [w, h] = [width * scale, height * scale];
    const numbers = [w, 0, 0, h, (paper.width - w) / 2, (paper.height - h) / 2].map((one) => one.toFixed(2));
    const draw = `q ${numbers.join(' ')} cm /P Do Q`;
    object(
      idOf(at, 0),
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${paper.width.toFixed(2)} ${paper.height.toFixed(2)}] ` +
        `/Contents ${String(idOf(at, 1))} 0 R /Resources << /XObject << /P ${String(idOf(at, 2))} 0 R >> >> >>`,
    );
    object(idOf(at, 1), `<< /Length ${String(draw.length)} >>\nstream\n${draw}\nendstream`);
    object(
      idOf(at, 2),
      `<< /Type /XObject /Subtype /Image /Width ${String(width)} /Height ${String(height)} ` +
        `/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${String(jpeg.byteLength)} >>\nstream\n`,
      jpeg,
      '\nendstream',
    );
  }
  const count = 3 + 3 * pages.length;
  const table = length;
  const lines = [...Array(count - 1).keys()].map(
    (at) => `${String(offsets[at + 1]).padStart(10, '0')} 00000 n \n`,
  );
  add(`xref\n0 ${String(count)}\n0000000000 65535 f \n${lines.join('')}`);
  add(`trailer\n<< /Size ${String(count)} /Root 1 0 R >>\nstartxref\n${String(table)}\n%%EOF\n`);
  const file = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.byteLength;
  }
  return file;
}

/** Bytes of what stands before a photo of ours, but for the list of pages at the beginning. */
const BEFORE_PHOTO = 1024;
const PHOTO_HEAD = /\/Subtype \/Image \/Width (\d+) \/Height (\d+) [^>]*\/Length (\d+) >>\nstream\n/u;

/**
 * The photos of a PDF, so that pages can still be added to it when nothing else of it is left.
 * @returns undefined where `pdfOfPhotos` would make another file of them: it came from elsewhere and stays as it is
 */
export function photosOfPdf(file: Uint8Array<ArrayBuffer>): PhotoPage[] | undefined {
  const textAt = (from: number, length: number) =>
    new TextDecoder('latin1').decode(file.subarray(from, from + length));
  const count = Number(/\/Count (\d+)/u.exec(textAt(0, BEFORE_PHOTO))?.[1]);
  const pages: PhotoPage[] = [];
  // Each page is named once in the list, by at most seven letters and a blank.
  let at = 0;
  for (let ahead = BEFORE_PHOTO + 8 * count; pages.length < count; ahead = BEFORE_PHOTO) {
    const head = PHOTO_HEAD.exec(textAt(at, ahead));
    if (!head) return undefined;
    const [width = 0, height = 0, length = 0] = head.slice(1).map(Number);
    const begin = at + head.index + head[0].length;
    pages.push({ jpeg: file.slice(begin, begin + length), width, height });
    at = begin + length;
  }
  const made = pdfOfPhotos(pages);
  const isOurs = made.byteLength === file.byteLength && made.every((byte, index) => byte === file[index]);
  return isOurs && pages.length > 0 ? pages : undefined;
}
