import { pdfOfPhotos, photosOfPdf } from '../forms/jpeg-pdf.js';
import { filesOf, type PaperHost, type Told, type Wanted } from './paper-host.js';
import { lookedAt, smallerPage, SMALLER, type PreparedPage } from './photo.js';

/** What a paper that was photographed was made of. */
export interface Made {
  readonly pages: readonly PreparedPage[];
  /** Bytes of the photos as they came from the camera; undefined where that was before a reload. */
  readonly before: number | undefined;
  /** One of the photos told where it was taken. */
  readonly hadPlace: boolean;
}

const NOTHING_MADE: Made = { pages: [], before: 0, hadPlace: false };

/** What to doubt of the pages of a paper. */
export const doubtsIn = (pages: readonly PreparedPage[]): Told['doubts'] =>
  pages.flatMap((page, at) => page.doubts.map((doubt) => ({ doubt, page: at + 1 })));

/**
 * One PDF of these pages, as good as its limit allows: a place where half the size is taken gets smaller pages, not none.
 * @param most how many bytes it may have
 * @returns with the pages that are in it; undefined where even the smallest that can be read are too large
 */
export async function joined(
  pages: readonly PreparedPage[],
  most: number,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: readonly PreparedPage[] } | undefined> {
  let made = pages;
  for (const size of [undefined, ...SMALLER]) {
    if (size) {
      const smaller: PreparedPage[] = [];
      // One after the other: a cheap phone has no room for all of them at once.
      for (const page of pages) smaller.push(await smallerPage(page, size));
      made = smaller;
    }
    const bytes = pdfOfPhotos(made);
    if (bytes.byteLength <= most) return { bytes, pages: made };
  }
  return undefined;
}

/**
 * Photos by the file that was made of them, so that a page can be added, turned or taken away. Not by place: an entry
 * that is removed moves those after it.
 */
export class PaperPages {
  readonly #made = new Map<string, Made>();
  /** By file: looking up whether it was made of photos. */
  readonly #looking = new Map<string, Promise<unknown>>();

  constructor(private readonly host: PaperHost) {}

  of(wanted: Wanted): Made {
    const [file] = filesOf(this.host, wanted);
    return (file && this.#made.get(file.id)) ?? NOTHING_MADE;
  }

  /** @param made undefined where the file came as it is */
  note(id: string, made: Made | undefined): void {
    this.#looking.set(id, Promise.resolve());
    if (made) this.#made.set(id, made);
  }

  drop(id: string): void {
    this.#made.delete(id);
  }

  /**
   * A reload leaves a paper as the PDF that it became: the photos that were put into it here are taken out of it again.
   * Whoever asks while they are being looked for waits for them, too.
   * @returns them, where there are any, to who asked first
   */
  async recall(wanted: Wanted): Promise<Made | undefined> {
    const [file] = filesOf(this.host, wanted);
    if (!file) return undefined;
    const before = this.#looking.get(file.id);
    const looking = before ?? this.#lookInto(file.id);
    this.#looking.set(file.id, looking);
    await looking;
    return before ? undefined : this.#made.get(file.id);
  }

  async #lookInto(id: string): Promise<void> {
    const bytes = await this.host.application.bytes.of(id);
    const photos = bytes && photosOfPdf(new Uint8Array(bytes));
    if (!photos) return;
    const pages: PreparedPage[] = [];
    // One after the other: each is as large as a screen, or more, while it is looked at.
    for (const photo of photos) pages.push(await lookedAt(photo));
    this.#made.set(id, { pages, before: undefined, hadPlace: false });
  }
}
