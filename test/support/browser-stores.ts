import { clear, createStore, entries } from 'idb-keyval';

/** Where drafts, papers and keys lie in this browser. */
export const STORES = [
  ['dvc-widgets-drafts', 'drafts'],
  ['dvc-widgets-draft-files', 'files'],
  ['dvc-widgets-draft-keys', 'keys'],
] as const;

/** Forgets everything that drafts keep in this browser. */
export async function emptyBrowser(): Promise<void> {
  sessionStorage.clear();
  for (const [database, store] of STORES) await clear(createStore(database, store));
}

/** Everything that is on the disk of this computer, as text that a curious person could search. */
export async function diskText(): Promise<string> {
  const all = await Promise.all(STORES.map(([database, store]) => entries(createStore(database, store))));
  const asText = (_: string, value: unknown): unknown =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value)
      ? new TextDecoder('latin1').decode(value)
      : value;
  const session = Object.entries(sessionStorage);
  return JSON.stringify([all, session], asText);
}
