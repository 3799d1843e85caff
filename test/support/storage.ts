/* What lies in the browser, past the library: read and changed as somebody with the disk in hand would. */

import { openPlace } from '../../src/ui/open-place.js';
import { until } from './fake-timers.js';

export const PLACES = ['drafts', 'draft-files', 'draft-keys', 'followed', 'acts', 'supplements'] as const;
export type Place = (typeof PLACES)[number];

function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no error'));
  });
}

/** One connection for each place, as in the library: WebKit loses its way where many are opened and closed. */
const stores = new Map(PLACES.map((place) => [place, openPlace(place, 8000)]));

async function inPlace<Value>(
  place: Place,
  work: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const inStore = stores.get(place)?.();
  if (!inStore) throw new Error(`no place is called ${place}`);
  for (let tries = 1; ; tries += 1) {
    try {
      return await inStore('readwrite', async (store) => {
        const finished = new Promise((resolve, reject) => {
          store.transaction.oncomplete = resolve;
          store.transaction.onabort = () => reject(store.transaction.error ?? new Error('no error'));
        });
        const value = await done(work(store));
        await finished;
        return value;
      });
    } catch (error) {
      // On a machine that is busy with other things it sometimes never answers.
      if (tries === 5 || (error as Error).name !== 'TimeoutError') throw error;
    }
  }
}

export const raw = {
  get: (place: Place, id: string): Promise<unknown> => inPlace(place, (store) => store.get(id)),
  put: (place: Place, id: string, value: unknown) => inPlace(place, (store) => store.put(value, id)),
  remove: (place: Place, id: string) => inPlace(place, (store) => store.delete(id)),
  names: (place: Place) => inPlace(place, (store) => store.getAllKeys()),
};

/** Forgets everything that drafts keep in this browser, once the elements that are gone have written down the last. */
export async function emptyBrowser(): Promise<void> {
  const isHeld = async () =>
    (await navigator.locks.query()).held?.some(({ name }) => name?.startsWith('dvc-draft:')) === true;
  await until(async () => !(await isHeld()), 'that drafts are let go');
  sessionStorage.clear();
  for (const place of PLACES) await inPlace(place, (store) => store.clear());
}

/** A record of the library, as far as tests change it. */
export interface RawRecord {
  readonly schema: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
  readonly savedAt: number;
  readonly device: string;
}

/** Everything that any place holds, as bytes: texts in UTF-8 and in UTF-16 either way round. */
async function* everything(): AsyncGenerator<Uint8Array> {
  for (const place of PLACES) {
    yield* bytesOf(await raw.names(place));
    yield* bytesOf(await inPlace(place, (store) => store.getAll()));
  }
  for (const name of ['sessionStorage', 'localStorage'])
    yield* bytesOf(Object.entries(Reflect.get(window, name) as Storage));
}

function* bytesOf(value: unknown): Generator<Uint8Array> {
  if (typeof value === 'string') yield* encodings(value);
  else if (value instanceof ArrayBuffer) yield new Uint8Array(value);
  else if (ArrayBuffer.isView(value)) yield new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) {
      yield* encodings(name);
      yield* bytesOf(member);
    }
}

function encodings(text: string): Uint8Array[] {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return [
    new TextEncoder().encode(text),
    Uint8Array.from(units.flatMap((unit) => [unit & 255, unit >> 8])),
    Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 255])),
  ];
}

function includes(bytes: Uint8Array, part: Uint8Array): boolean {
  const [first = 0] = part;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (part.every((byte, one) => bytes[at + one] === byte)) return true;
  return false;
}

/** Which of these texts can be found anywhere in what the browser keeps. */
export async function found(texts: readonly string[]): Promise<string[]> {
  const seen = new Set<string>();
  const wanted = texts.map((text) => ({ text, parts: encodings(text) }));
  for await (const bytes of everything())
    for (const { text, parts } of wanted) if (parts.some((part) => includes(bytes, part))) seen.add(text);
  return [...seen];
}

/** Makes this page one without https, as far as a page can tell. @returns what undoes it */
export function withoutHttps(): () => void {
  const { crypto } = window;
  const changes: readonly (readonly [object, string, unknown])[] = [
    [crypto, 'subtle', undefined],
    [crypto, 'randomUUID', undefined],
    [navigator, 'clipboard', undefined],
  ];
  const undo = changes.map(([target, name, value]) => {
    const before = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { configurable: true, value });
    return () => {
      if (before) Object.defineProperty(target, name, before);
      else Reflect.deleteProperty(target, name);
    };
  });
  return () => {
    for (const one of undo) one();
  };
}
