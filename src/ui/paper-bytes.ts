import type { DraftStore } from './draft-store.js';

/** Bytes of the papers of one application: in the browser's store, else for as long as the page is there. */
export class PaperBytes {
  /** Of files that the browser does not keep. */
  readonly #inMemory = new Map<string, ArrayBuffer>();

  /** @param store where they may be kept; undefined where nothing may be, or can */
  constructor(private readonly store: () => DraftStore | undefined) {}

  /** Whether the bytes outlive the page. */
  async keep(id: string, bytes: ArrayBuffer): Promise<boolean> {
    const isKept = (await this.store()?.writeFile(id, bytes)) ?? false;
    if (!isKept) this.#inMemory.set(id, bytes);
    return isKept;
  }

  drop(id: string): void {
    this.#inMemory.delete(id);
    void this.store()?.removeFile(id);
  }

  async of(id: string): Promise<ArrayBuffer | undefined> {
    return this.#inMemory.get(id) ?? (await this.store()?.readFile(id));
  }

  /** What is in memory; what is kept goes with its draft. */
  forget(): void {
    this.#inMemory.clear();
  }
}
