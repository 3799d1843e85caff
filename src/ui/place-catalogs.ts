import type { Catalog } from '../catalog/catalog.js';
import { readCatalogInSlices, type ParsedCatalog } from '../catalog/parse-catalog.js';
import { normaliseCode } from '../catalog/procedure-code.js';
import { fetchText, FetchTrouble } from '../gateway/fetch-text.js';
import { joinLevels } from '../levels/announced-levels.js';
import type { LevelList } from '../levels/level-list.js';
import type { LevelScheme } from '../levels/level-scheme.js';
import { readLevelListInSlices } from '../levels/parse-level-list.js';
import { dayInVietnam } from '../shared/clock.js';
import type { Problem } from '../shared/result.js';
import { createStore, type Store } from '../shared/store.js';
import type { CatalogState } from './catalog-state.js';
import { slicing } from './pause.js';
import { faultOf } from './report.js';
import { reportProblems } from './report-problems.js';

/** Where a catalogue and its levels come from: addresses, data, or JSON text written in the page. */
export interface PlaceSource {
  readonly catalog: string | Catalog | Text | undefined;
  readonly levels: string | readonly LevelList[] | Text | undefined;
  readonly schemes: readonly LevelScheme[] | undefined;
}

interface Loaded<Value> {
  readonly value: Value;
  readonly storedOn?: Date | undefined;
}

/** A file's text read into a value; throws where the file as a whole is of no use. */
type Read<Value> = (
  chunks: AsyncIterable<string> | Iterable<string>,
) => Promise<{ readonly value: Value; readonly isWhole: boolean }>;

const shared = new Map<string, Store<CatalogState>>();

/** The state of a catalogue and its levels, loading from now on. Elements that name the same addresses share it. */
export function openPlaceCatalog(source: PlaceSource): Store<CatalogState> {
  const { catalog, levels = '', schemes } = source;
  const key =
    typeof catalog === 'string' && typeof levels === 'string' && !schemes
      ? `${catalog}\n${levels}`
      : undefined;
  const known = key === undefined ? undefined : shared.get(key);
  if (known) return known;
  const store = createStore<CatalogState>({ status: 'loading' });
  if (key !== undefined) shared.set(key, store);
  const load = () => {
    store.set({ status: 'loading' });
    loadPlace(source).then(
      (state) => store.set(state),
      (error: unknown) => {
        store.set({ status: 'refused', problem: problemOf(error), retry: load });
      },
    );
  };
  load();
  return store;
}

async function loadPlace(source: PlaceSource): Promise<CatalogState> {
  let levelsProblem: Problem | undefined;
  const [catalog, lists] = await Promise.all([
    loadCatalog(source.catalog),
    // Levels that cannot be had are no reason to hide what a procedure needs; but it is said.
    loadLevels(source.levels).catch((error: unknown) => {
      levelsProblem = problemOf(error);
      return [];
    }),
  ]);
  const levels = joinLevels(lists, dayInVietnam(new Date()), normaliseCode, source.schemes);
  void reportProblems('levels', levels.problems);
  return {
    status: 'ready',
    place: {
      catalog: catalog.value,
      levelOf: levels.of,
      levelCodeOf: levels.codeOf,
      levelLists: lists,
      storedOn: catalog.storedOn,
      levelsProblem,
    },
  };
}

async function loadCatalog(source: PlaceSource['catalog']): Promise<Loaded<Catalog>> {
  if (source instanceof Text) return readCatalog('<script type="application/json">')([source.data]);
  if (typeof source === 'string') return loadFile(source, readCatalog(source));
  // A page may hand over the file as it is, unchecked.
  if (source)
    return 'byCode' in source ? { value: source } : readCatalog('catalog')([JSON.stringify(source)]);
  throw new FetchTrouble({ code: 'not-found' });
}

async function loadLevels(source: PlaceSource['levels']): Promise<readonly LevelList[]> {
  if (source instanceof Text) return [(await readLevels('<script data-dvc="levels">')([source.data])).value];
  if (typeof source !== 'string') return source ?? [];
  const urls = source.split(/\s+/u).filter(Boolean);
  const files = await Promise.all(urls.map((url) => loadFile(url, readLevels(url))));
  return files.map(({ value }) => value);
}

/** The file from the network; where that fails, the last good copy of it. */
async function loadFile<Value>(url: string, read: Read<Value>): Promise<Loaded<Value>> {
  const address = new URL(url, document.baseURI).href;
  try {
    const { chunks, received } = await fetchText(address, {
      fetch: (...args) => fetch(...args),
      timeout: AbortSignal.timeout,
    });
    const { value, isWhole } = await read(chunks);
    // Half a file is shown for now, and must not take the place of a whole copy.
    if (isWhole) void storedCopies().then((copies) => copies?.writeStoredCopy(address, received));
    return { value };
  } catch (error) {
    void reportProblems(url, [problemOf(error)]);
    const copy = await (await storedCopies())?.readStoredCopy(address);
    if (!copy) throw error;
    return { value: (await read([await new Blob([...copy.file]).text()])).value, storedOn: copy.savedOn };
  }
}

/** Fetched when there is something to keep, so that whoever has a copy has this code from the same visit. */
const storedCopies = () => import('./stored-copies.js').catch(() => undefined);

const readCatalog =
  (where: string): Read<Catalog> =>
  async (chunks) => {
    const { catalog, problems }: ParsedCatalog = await readCatalogInSlices(chunks, slicing);
    void reportProblems(where, problems);
    // A file without a readable head is of no use; the problem that says why is the last one.
    const [why] = problems.slice(-1);
    if (catalog.publisher === '' && why) throw new FetchTrouble(why);
    return { value: catalog, isWhole: cameWhole(problems) };
  };

const readLevels =
  (where: string): Read<LevelList> =>
  async (chunks) => {
    const { list, problems } = await readLevelListInSlices(chunks, slicing);
    void reportProblems(where, problems);
    if (!list) throw new FetchTrouble(problems.at(-1) ?? { code: 'no-records' });
    return { value: list, isWhole: cameWhole(problems) };
  };

const cameWhole = (problems: readonly Problem[]): boolean =>
  problems.every(({ code }) => code !== 'file-truncated');

function problemOf(error: unknown): Problem {
  return error instanceof FetchTrouble ? error.problem : faultOf(error);
}
