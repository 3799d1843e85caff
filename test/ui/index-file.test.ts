import { expect } from 'chai';
import type { Network } from '../../src/gateway/fetch-text.js';
import { writeSearchIndex } from '../../src/catalog/search/prebuilt-index.js';
import type { PlaceCatalog } from '../../src/ui/catalog-state.js';
import { loadSearchIndex } from '../../src/ui/index-file.js';
import { aCatalog, aRecord } from '../support/builders.js';

/** A place whose catalogue names an index, as no test before has met it. */
function aPlace(rest: Partial<PlaceCatalog> = {}): PlaceCatalog {
  const catalog = { ...aCatalog([aRecord()]), searchIndex: 'chi-muc.json' };
  return {
    catalog,
    levelOf: () => undefined,
    levelCodeOf: () => undefined,
    levelLists: [],
    unreadLists: [],
    standIns: [],
    source: '/du-lieu/catalog.json',
    ...rest,
  };
}

describe('the search index that a catalogue names', () => {
  let asked: string[];
  let waits: number[];
  let network: Network;
  let answer: () => Promise<Response>;

  beforeEach(() => {
    asked = [];
    waits = [];
    network = {
      fetch: (input) => {
        asked.push(new URL(input as string).pathname);
        return answer();
      },
      timeout: (ms) => {
        waits.push(ms);
        return new AbortController().signal;
      },
    };
  });

  it('is asked for once, for as long as a person waits, however often the catalogue is indexed', async () => {
    const place = aPlace();
    answer = () => Promise.resolve(new Response(JSON.stringify(writeSearchIndex(place.catalog))));
    const index = await loadSearchIndex(place, network);
    expect(index?.('Thủ tục', 7), 'a text that it does not have').to.deep.equal(['thủ', 'tục']);
    expect(await loadSearchIndex(place, network)).to.equal(index);
    expect(asked).to.deep.equal(['/du-lieu/chi-muc.json']);
    expect(waits).to.deep.equal([3000]);
  });

  it('lies beside the page where the catalogue stands in it', async () => {
    const place = aPlace({ source: aCatalog([aRecord()]) });
    answer = () => Promise.resolve(new Response(JSON.stringify(writeSearchIndex(place.catalog))));
    expect(await loadSearchIndex(place, network)).to.be.a('function');
    expect(asked).to.deep.equal([new URL('chi-muc.json', document.baseURI).pathname]);
  });

  it('is not asked for where a copy of the catalogue stands in, and is where one of the levels does', async () => {
    const savedOn = new Date('2026-11-20T05:00:00Z');
    answer = () => Promise.resolve(new Response('{}'));
    const copied = aPlace({ standIns: [{ of: 'catalog', why: 'offline', savedOn }] });
    expect(await loadSearchIndex(copied, network)).to.equal(undefined);
    expect(asked).to.deep.equal([]);
    await loadSearchIndex(aPlace({ standIns: [{ of: 'levels', why: 'slow', savedOn }] }), network);
    expect(asked).to.have.length(1);
  });
});
