import { RecordScanner } from './record-scanner.js';

/** How long work may go on before others get a turn. All three are passed in: the domain has no clock. */
export interface Slicing {
  /** Lets others work; resolves when it is this work's turn again. */
  readonly pause: () => Promise<void>;
  /** Longest stretch of work, in milliseconds. */
  readonly sliceMs: number;
  /** Milliseconds on a clock that only runs forward. */
  readonly now: () => number;
}

/** Takes a file of records in piece by piece. */
export interface ListReader<Outcome> {
  /** The members of the file other than its list; called once, after the records. */
  head(json: object): void;
  record(json: unknown): void;
  /** A record that is no JSON. */
  broken(): void;
  /** Trouble with the file as a whole. */
  trouble(code: 'broken-json' | 'file-truncated' | 'no-records'): void;
  finish(): Outcome;
}

/**
 * Reads a file of records from its text, never longer than a slice at a time.
 * @param chunks the text, whole or as it arrives
 * @param list name of the member that holds the records
 */
export async function readListInSlices<Outcome>(
  chunks: AsyncIterable<string> | Iterable<string>,
  list: string,
  reader: ListReader<Outcome>,
  { pause, sliceMs, now }: Slicing,
): Promise<Outcome> {
  const scanner = new RecordScanner(list);
  let sliceEnd = now() + sliceMs;
  for await (const chunk of chunks) {
    for (const text of scanner.feed(chunk)) {
      const parsed = parse(text);
      if (parsed) reader.record(parsed.json);
      else reader.broken();
      if (now() < sliceEnd) continue;
      await pause();
      sliceEnd = now() + sliceMs;
    }
  }
  const head = parse(scanner.head)?.json;
  if (scanner.isInList) reader.trouble('file-truncated');
  if (typeof head !== 'object' || head === null) {
    reader.trouble('broken-json');
  } else {
    const rest = (head as Record<string, unknown>)[list];
    if (!Array.isArray(rest)) reader.trouble('no-records');
    // Two lists under one name: nobody can say which is the right one, and they are never mixed.
    else if (rest.length > 0) reader.trouble('broken-json');
    else reader.head(head);
  }
  return reader.finish();
}

function parse(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
