import type { Catalog } from '../catalog/catalog.js';
import type { PrebuiltIndex } from '../catalog/catalog-search.js';
import { readSearchIndex } from '../catalog/search/prebuilt-index.js';
import { fetchText, FetchTrouble, type Network } from '../gateway/fetch-text.js';
import type { Problem } from '../shared/result.js';
import type { PlaceCatalog } from './catalog-state.js';
import { PATIENCE_MS } from './data-files.js';
import { pageNetwork } from './page-network.js';
import { pause } from './pause.js';
import { reportProblems } from './report-problems.js';

/** By catalogue, because it is indexed again when more everyday words have come. */
const loads = new WeakMap<Catalog, Promise<PrebuiltIndex | undefined>>();

/**
 * The search index that a catalogue names; undefined where it does not come in time, or is not of this very catalogue: then
 * the webmaster hears of it, and the texts are read as without it. No copy of it is kept, and none is looked for beside a copy
 * of the catalogue: without a good line it is no gain.
 */
export function loadSearchIndex(
  { catalog, source, standIns }: PlaceCatalog,
  network: Network = pageNetwork,
): Promise<PrebuiltIndex | undefined> {
  if (standIns.some((standIn) => standIn.of === 'catalog')) return Promise.resolve(undefined);
  const address = typeof source === 'string' ? source : '';
  const known = loads.get(catalog) ?? load(catalog, address, network);
  loads.set(catalog, known);
  return known;
}

async function load(catalog: Catalog, address: string, network: Network): Promise<PrebuiltIndex | undefined> {
  const named = catalog.searchIndex ?? '';
  const tell = (problem: Problem) => void reportProblems(named, [problem]);
  try {
    const from = new URL(address, document.baseURI);
    const { href, origin } = new URL(named, from);
    // A file of data does not decide which other servers hear of whoever reads it.
    if (origin !== from.origin) throw new FetchTrouble({ code: 'search-index-elsewhere' });
    const timeout = () => network.timeout(PATIENCE_MS);
    const { chunks } = await fetchText(href, { ...network, timeout });
    let text = '';
    for await (const chunk of chunks) text += chunk;
    const json: unknown = JSON.parse(text);
    await pause();
    const read = readSearchIndex(json, catalog);
    if (read.ok) return read.value;
    tell(read.problem);
  } catch (error) {
    const { code, params } =
      error instanceof FetchTrouble ? error.problem : ({ code: 'search-index-invalid' } as Problem);
    tell({ code: code === 'timeout' ? 'search-index-slow' : code, ...(params && { params }) });
  }
  return undefined;
}
