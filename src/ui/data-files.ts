import { fetchText, FetchTrouble } from '../gateway/fetch-text.js';
import type { Problem } from '../shared/result.js';
import { createStore, type Store } from '../shared/store.js';
import type { FileState, Read, StandInReason } from './file-state.js';
import { pageNetwork } from './page-network.js';
import { faultOf } from './report.js';
import { reportProblems } from './report-problems.js';
import type { CopyInUse } from './stored-copies.js';

/** Resolves when a person has waited long enough for an answer. */
export type Patience = () => Promise<void>;

/** Longest that a person looks at nothing while there is a copy, in milliseconds. */
export const PATIENCE_MS = 3000;

export const patience: Patience = () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

/**
 * A file from the network. Where the answer is slow, the last good copy is shown in the meantime; where none comes,
 * for good, and with the reason.
 */
export function openFile<Value>(url: string, read: Read<Value>, wait: Patience): Store<FileState<Value>> {
  const store = createStore<FileState<Value>>({ status: 'loading' });
  const load = (): void => {
    store.set({ status: 'loading' });
    void loadFile(url, read, wait, (state) => store.set(state)).catch((error: unknown) => {
      store.set({ status: 'refused', problem: problemOf(error), retry: load });
    });
  };
  load();
  return store;
}

/** Text that is here already. */
export function readText<Value>(text: string, read: Read<Value>): Store<FileState<Value>> {
  const store = createStore<FileState<Value>>({ status: 'loading' });
  const load = (): void => {
    read([text]).then(
      (file) => store.set({ status: 'ready', ...file }),
      (error: unknown) => store.set({ status: 'refused', problem: problemOf(error), retry: load }),
    );
  };
  load();
  return store;
}

/** A value that needs no reading. */
export const given = <Value>(value: Value): Store<FileState<Value>> =>
  createStore<FileState<Value>>({ status: 'ready', value, isWhole: true });

async function loadFile<Value>(
  url: string,
  read: Read<Value>,
  wait: Patience,
  show: (state: FileState<Value>) => void,
): Promise<void> {
  const address = new URL(url, document.baseURI).href;
  let isOver = false;
  const isWaiting = () => !isOver;
  let reading: Promise<CopyInUse<Value> | undefined> | undefined;
  /** Read once, whoever asks first: the end of patience or the end of hope. */
  const copyFor = async (why: StandInReason): Promise<FileState<Value> | undefined> => {
    const copy = await (reading ??= storedCopies().then((copies) => copies?.readCopy(address, read)));
    return copy && { ...copy.file, status: 'ready', copy: { savedOn: copy.savedOn, why } };
  };
  void wait().then(async () => {
    if (!isWaiting()) return;
    const stored = await copyFor('slow').catch(() => undefined);
    // By now the answer may have come after all.
    if (stored && isWaiting()) show(stored);
  });
  try {
    const { chunks, received } = await fetchText(address, pageNetwork);
    const file = await read(chunks);
    isOver = true;
    const shown = await reading?.catch(() => undefined);
    // The same file again: what a person is reading stays the very same.
    show({ status: 'ready', ...(shown && (await shown.isSame(received)) ? shown.file : file) });
    // Half a file is shown for now, and must not take the place of a whole copy.
    if (file.isWhole) void storedCopies().then((copies) => copies?.writeStoredCopy(address, received));
  } catch (error) {
    isOver = true;
    const problem = problemOf(error);
    void reportProblems(url, [problem]);
    const stored = await copyFor(reasonOf(problem));
    if (!stored) throw error;
    show(stored);
  }
}

const reasonOf = ({ code }: Problem): StandInReason =>
  code === 'offline' ? code : code === 'timeout' ? 'slow' : 'site';

/** Fetched when there is something to keep, so that whoever has a copy has this code from the same visit. */
const storedCopies = () => import('./stored-copies.js').catch(() => undefined);

const problemOf = (error: unknown): Problem =>
  error instanceof FetchTrouble ? error.problem : faultOf(error);
