import type { Catalog } from '../catalog/catalog.js';
import { readCatalogInSlices, type ParsedCatalog } from '../catalog/parse-catalog.js';
import { FetchTrouble } from '../gateway/fetch-text.js';
import { joinLevels, type AnnouncedLevels } from '../levels/announced-levels.js';
import type { LevelList } from '../levels/level-list.js';
import type { LevelScheme } from '../levels/level-scheme.js';
import { readLevelListInSlices } from '../levels/parse-level-list.js';
import { builtInSchemes } from '../levels/schemes.js';
import { dayInVietnam, type Clock, type IsoDate } from '../shared/clock.js';
import type { Problem } from '../shared/result.js';
import { createStore, derive, type Store } from '../shared/store.js';
import type { CatalogState, StandIn, UnreadList } from './catalog-state.js';
import { given, openFile, patience, readText, type Patience } from './data-files.js';
import type { FileState, Read } from './file-state.js';
import { slicing } from './pause.js';
import { reportProblems } from './report-problems.js';

/** Where a catalogue and its levels come from: addresses, data, or JSON text written in the page. */
export interface PlaceSource {
  readonly catalog: string | Catalog | Text;
  readonly levels: string | readonly LevelList[] | Text | undefined;
  readonly schemes: readonly LevelScheme[] | undefined;
}

/** A level list under the name by which a webmaster knows it. */
interface ListFile {
  readonly name: string;
  readonly store: Store<FileState<LevelList>>;
}

/**
 * Opens catalogues with their levels. Whoever names the same addresses shares one load, and one joined catalogue.
 * @param wait how long a person looks at nothing while there is something to show
 * @param clock tells the day whose levels hold
 */
export function createPlaces(
  wait: Patience = patience,
  clock: Clock = () => new Date(),
): (source: PlaceSource) => Store<CatalogState> {
  const files = new Map<string, Store<FileState<unknown>>>();
  const places = new WeakMap<readonly LevelScheme[], Map<string, Store<CatalogState>>>();

  const fileAt = <Value>(url: string, kind: string, read: (where: string) => Read<Value>) => {
    const key = `${kind} ${url}`;
    const known = files.get(key) ?? openFile(url, read(url), wait);
    files.set(key, known);
    return known as Store<FileState<Value>>;
  };

  const catalogFrom = (source: PlaceSource['catalog']): Store<FileState<Catalog>> => {
    if (typeof source === 'string') return fileAt(source, 'catalog', readCatalog);
    if (source instanceof Text) return readText(source.data, readCatalog('<script type="application/json">'));
    // A page may hand over the file as it is, unchecked.
    if (!('byCode' in source)) return readText(JSON.stringify(source), readCatalog('catalog'));
    return given(source);
  };

  const listsFrom = (source: PlaceSource['levels']): readonly ListFile[] => {
    if (source instanceof Text)
      return [
        { name: 'data-dvc="levels"', store: readText(source.data, readLevels('<script data-dvc="levels">')) },
      ];
    if (typeof source !== 'string')
      return (source ?? []).map((list) => ({ name: list.place, store: given(list) }));
    const urls = source.split(/\s+/u).filter(Boolean);
    return urls.map((url) => ({ name: url, store: fileAt(url, 'levels', readLevels) }));
  };

  const open = ({ catalog, levels, schemes }: PlaceSource): Store<CatalogState> => {
    const file = catalogFrom(catalog);
    const lists = listsFrom(levels);
    const isLate = createStore(false);
    // A list that does not come is no reason to hide what a procedure needs.
    void wait().then(() => {
      if (lists.some(isLoading)) isLate.set(true);
    });
    return derive([file, isLate, ...lists.map(({ store }) => store)], () =>
      joinPlace(catalog, file.snapshot, lists, isLate.snapshot, schemes, clock),
    );
  };

  return (source) => {
    const { catalog, levels = '', schemes = builtInSchemes } = source;
    if (typeof catalog !== 'string' || typeof levels !== 'string') return open(source);
    const shared = places.get(schemes) ?? new Map<string, Store<CatalogState>>();
    places.set(schemes, shared);
    const key = `${catalog}\n${levels}`;
    const known = shared.get(key) ?? open(source);
    shared.set(key, known);
    return known;
  };
}

/** The catalogues of this page. */
export const openPlaceCatalog = createPlaces();

function joinPlace(
  source: PlaceSource['catalog'],
  file: FileState<Catalog>,
  lists: readonly ListFile[],
  isLate: boolean,
  schemes: readonly LevelScheme[] | undefined,
  clock: Clock,
): CatalogState {
  if (file.status !== 'ready') return file;
  if (!isLate && lists.some(isLoading)) return { status: 'loading' };
  const states = lists.map(({ name, store }) => ({ name, state: store.snapshot }));
  const levelLists = states.flatMap(({ state }) => (state.status === 'ready' ? [state.value] : []));
  let joined: (AnnouncedLevels & { readonly day: IsoDate }) | undefined;
  /** Of today, also on a page that stays open over midnight. */
  const levels = (): AnnouncedLevels => {
    const day = dayInVietnam(clock());
    if (joined?.day !== day) {
      joined = { day, ...joinLevels(levelLists, day, schemes) };
      void reportProblems('levels', joined.problems);
    }
    return joined;
  };
  levels();
  return {
    status: 'ready',
    place: {
      catalog: file.value,
      source,
      levelOf: (procedure) => levels().of(procedure),
      levelCodeOf: (procedure) => levels().codeOf(procedure),
      levelLists,
      unreadLists: states.flatMap(unreadPart),
      standIns: [...standIn('catalog', file), ...states.flatMap(({ state }) => standIn('levels', state))],
    },
  };
}

/** What of a list is not there: all of it, or its end. */
function unreadPart({ name, state }: { name: string; state: FileState<LevelList> }): readonly UnreadList[] {
  if (state.status === 'ready')
    return state.isWhole ? [] : [{ name, problem: { code: 'file-truncated' } satisfies Problem }];
  return [{ name, problem: state.status === 'refused' ? state.problem : undefined }];
}

const standIn = (of: StandIn['of'], state: FileState<unknown>): readonly StandIn[] =>
  state.status === 'ready' && state.copy ? [{ of, ...state.copy }] : [];

const isLoading = ({ store }: ListFile): boolean => store.snapshot.status === 'loading';

const readCatalog =
  (where: string): Read<Catalog> =>
  async (chunks) => {
    const { catalog, problems }: ParsedCatalog = await readCatalogInSlices(chunks, slicing);
    void reportProblems(where, problems);
    // A file without a readable head, or without one good record, is of no use; the last problem says why.
    const why = problems.at(-1);
    if (why && catalog.procedures.length === 0) throw new FetchTrouble(why);
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
