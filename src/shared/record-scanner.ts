const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/**
 * Finds the records of one list in the text of a JSON object while the text is still arriving.
 *
 * `JSON.parse` of a catalogue of some megabytes holds up a cheap phone for several hundred milliseconds, and a worker
 * needs a permission (`worker-src`) that hosts do not give. Cut into records, the same text is read in slices, and a
 * file that breaks off on a poor line still gives what had come. It judges only where a record ends: `JSON.parse`
 * decides what it says.
 */
export class RecordScanner {
  #buffer = '';
  #at = 0;
  #depth = 0;
  #inString = false;
  #stringStart = 0;
  #key = '';
  #inList = false;
  #hasList = false;
  #recordStart = 0;
  #head = '';
  #headStart = 0;

  /** @param list name of the member of the outermost object that holds the records */
  constructor(private readonly list: string) {}

  /** Whether the text ended inside the list. */
  get isInList(): boolean {
    return this.#inList;
  }

  /** Everything but the records, once all text was fed: the object with an empty list. */
  get head(): string {
    return this.#inList ? `${this.#head}]}` : this.#head + this.#buffer.slice(this.#headStart);
  }

  /** Takes the next stretch of text; gives the text of each record that it completes. */
  *feed(text: string): Generator<string, void> {
    this.#buffer += text;
    while (this.#at < this.#buffer.length) {
      const code = this.#buffer.charCodeAt(this.#at);
      if (this.#inString) {
        if (code === BACKSLASH) this.#at += 1;
        else if (code === QUOTE) this.#endString();
      } else if (code === QUOTE) {
        this.#inString = true;
        this.#stringStart = this.#at + 1;
      } else if (code === OPEN_LIST && this.#depth === 1 && this.#key === this.list && !this.#hasList) {
        this.#enterList();
      } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
        this.#depth += 1;
      } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
        this.#depth -= 1;
        if (this.#inList && this.#depth === 1) yield* this.#leaveList();
      } else if (code === COMMA && this.#inList && this.#depth === 2) {
        yield this.#takeRecord();
      }
      this.#at += 1;
    }
    this.#forget();
  }

  #endString(): void {
    this.#inString = false;
    if (this.#depth === 1) this.#key = this.#buffer.slice(this.#stringStart, this.#at);
  }

  #enterList(): void {
    this.#inList = true;
    this.#depth = 2;
    this.#head = this.#buffer.slice(0, this.#at + 1);
    this.#recordStart = this.#at + 1;
    // A second member of the same name stays in the head, where the reader sees it.
    this.#hasList = true;
  }

  *#leaveList(): Generator<string, void> {
    const last = this.#takeRecord();
    if (last.trim() !== '') yield last;
    this.#inList = false;
    this.#headStart = this.#at;
  }

  #takeRecord(): string {
    const record = this.#buffer.slice(this.#recordStart, this.#at);
    this.#recordStart = this.#at + 1;
    return record;
  }

  /** Drops text that was given out, so that memory holds one record and not the whole file twice. */
  #forget(): void {
    if (!this.#inList) return;
    this.#buffer = this.#buffer.slice(this.#recordStart);
    this.#at -= this.#recordStart;
    this.#stringStart -= this.#recordStart;
    this.#recordStart = 0;
  }
}
