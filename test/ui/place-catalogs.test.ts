import { expect } from 'chai';
import type { CatalogState, PlaceCatalog } from '../../src/ui/catalog-state.js';
import type { Patience } from '../../src/ui/data-files.js';
import { createPlaces } from '../../src/ui/place-catalogs.js';
import type { Store } from '../../src/shared/store.js';
import { aCatalogFile, aLevelList, aProcedure, aRecord } from '../support/builders.js';

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });
const offline = () => Promise.reject(new TypeError('Failed to fetch'));

/** A file of its own for every test: copies outlive a test. */
let files = 0;
const anAddress = () => `https://xa.example/${String((files += 1))}-${String(performance.now())}.json`;

const forever: Patience = () => new Promise(() => undefined);
const atOnce: Patience = () => Promise.resolve();
const never = () => new Promise<Response>(() => undefined);

/** Each opens as a page does that was just loaded. */
const open = (catalog: string, levels?: string, wait = forever) =>
  createPlaces(wait)({ catalog, levels, schemes: undefined });

/** The first state that is wanted; without a wish the first that is not loading. */
function settled(
  store: Store<CatalogState>,
  isWanted = ({ status }: CatalogState) => status !== 'loading',
): Promise<CatalogState> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isWanted(store.snapshot)) return;
      stop();
      resolve(store.snapshot);
    };
    const stop = store.subscribe(look);
    look();
  });
}

function placeOf(state: CatalogState): PlaceCatalog {
  if (state.status !== 'ready') throw new Error(state.status);
  return state.place;
}

const codes = (state: CatalogState) =>
  state.status === 'ready' ? state.place.catalog.procedures.map(({ code }) => code) : state.status;
const why = (state: CatalogState) => (state.status === 'refused' ? state.problem.code : state.status);

describe('the catalogue of a page', () => {
  const { fetch: network } = window;
  let answer: (address: string) => Response | Promise<Response>;

  beforeEach(() => {
    window.fetch = (address) => Promise.resolve(answer(address as string));
  });
  afterEach(() => {
    window.fetch = network;
  });

  it('has the levels of today, also on a page that stays open over midnight', async () => {
    let now = '2026-06-30T16:59:00Z';
    const catalog = anAddress();
    const levels = aLevelList([
      { code: '1.001193', level: 'partial', validTo: '2026-06-30' },
      { code: '1.001193', level: 'full', validFrom: '2026-07-01' },
    ]);
    answer = (address) => json(address === catalog ? aCatalogFile([aRecord()]) : levels);
    const places = createPlaces(forever, () => new Date(now));
    const place = placeOf(await settled(places({ catalog, levels: anAddress(), schemes: undefined })));
    const level = () => place.levelOf(aProcedure({ code: '1.001193' }))?.code;
    expect(level()).to.equal('partial');
    now = '2026-06-30T17:00:00Z';
    expect(level()).to.equal('full');
  });

  it('comes from the network, joined with the levels of the place', async () => {
    const [catalog, levels] = [anAddress(), anAddress()];
    answer = (address) => json(address === catalog ? aCatalogFile() : aLevelList());
    const state = await settled(open(catalog, levels));
    expect(codes(state)).to.deep.equal(['1.001193']);
    expect(placeOf(state).levelOf(aProcedure())?.code).to.equal('full');
    expect(placeOf(state).standIns).to.deep.equal([]);
    expect(placeOf(state).unreadLists).to.deep.equal([]);
  });

  it('is there without its levels, and says that they could not be had', async () => {
    const [catalog, levels] = [anAddress(), anAddress()];
    answer = (address) => (address === catalog ? json(aCatalogFile()) : new Response('', { status: 404 }));
    const state = await settled(open(catalog, levels));
    expect(codes(state)).to.deep.equal(['1.001193']);
    expect(placeOf(state).unreadLists.map(({ name, problem }) => [name, problem?.code])).to.deep.equal([
      [levels, 'not-found'],
    ]);
  });

  it('keeps the levels of the other lists where one does not come, or breaks off', async () => {
    const [catalog, here, gone, torn] = [anAddress(), anAddress(), anAddress(), anAddress()];
    answer = (address) => {
      if (address === catalog) return json(aCatalogFile());
      if (address === gone) return new Response('', { status: 404 });
      const text = JSON.stringify(aLevelList([{ code: '1.001193', level: address === here ? 'full' : '4' }]));
      return new Response(address === torn ? text.slice(0, -4) : text);
    };
    const place = placeOf(await settled(open(catalog, `${gone} ${here} ${torn}`)));
    expect(place.levelOf(aProcedure())?.code).to.equal('full');
    expect(place.unreadLists.map(({ name, problem }) => [name, problem?.code])).to.deep.equal([
      [gone, 'not-found'],
      [torn, 'file-truncated'],
    ]);
  });

  it('does not wait for a list longer than a person would, and takes it in when it comes', async () => {
    const [catalog, levels] = [anAddress(), anAddress()];
    let come: (response: Response) => void = () => undefined;
    answer = (address) =>
      address === catalog ? json(aCatalogFile()) : new Promise<Response>((resolve) => (come = resolve));
    const store = open(catalog, levels, atOnce);
    const place = placeOf(await settled(store));
    expect(place.unreadLists).to.deep.equal([{ name: levels, problem: undefined }]);
    come(json(aLevelList()));
    const later = await settled(store, (state) => placeOf(state).unreadLists.length === 0);
    expect(placeOf(later).levelOf(aProcedure())?.code).to.equal('full');
    expect(placeOf(later).catalog).to.equal(place.catalog);
  });

  const troubles: readonly (readonly [code: string, answer: () => Response | Promise<Response>])[] = [
    ['offline', offline],
    ['timeout', () => Promise.reject(new DOMException('', 'TimeoutError'))],
    ['not-found', () => new Response('', { status: 404 })],
    ['refused', () => new Response('', { status: 403 })],
    ['server-error', () => new Response('', { status: 502 })],
    ['wrong-content-type', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['broken-json', () => new Response('<html>', { headers: { 'content-type': 'text/plain' } })],
    ['no-records', () => json({})],
    ['record-invalid', () => json(aCatalogFile([{ code: '1.001193' } as never]))],
    ['unknown-format-version', () => json({ ...aCatalogFile(), formatVersion: 2 })],
  ];
  for (const [code, trouble] of troubles) {
    it(`is the last good copy, with its date and the reason, when the answer is ${code}`, async () => {
      const address = anAddress();
      answer = () => json(aCatalogFile());
      await settled(open(address));
      await copyOf(address);
      answer = trouble;
      const state = await settled(open(address));
      expect(codes(state)).to.deep.equal(['1.001193']);
      const [copy] = placeOf(state).standIns;
      const reason = { offline: 'offline', timeout: 'slow' }[code] ?? 'site';
      expect([copy?.of, copy?.why]).to.deep.equal(['catalog', reason]);
      expect(copy?.savedOn).to.be.instanceOf(Date);
    });

    it(`is refused as ${code} when there is no copy, and comes when asked again`, async () => {
      answer = trouble;
      const store = open(anAddress());
      const state = await settled(store);
      expect(why(state)).to.equal(code);
      answer = () => json(aCatalogFile());
      if (state.status === 'refused') state.retry();
      expect(codes(await settled(store))).to.deep.equal(['1.001193']);
    });
  }

  describe('while the network hangs', () => {
    let address: string;
    let come: (response: Response) => void;

    beforeEach(async () => {
      address = anAddress();
      answer = () => json(aCatalogFile());
      await settled(open(address));
      await copyOf(address);
      answer = () => new Promise<Response>((resolve) => (come = resolve));
    });

    it('is the last good copy after a moment, until the answer comes', async () => {
      const store = open(address, undefined, atOnce);
      const place = placeOf(await settled(store));
      expect(place.standIns.map(({ of, why }) => [of, why])).to.deep.equal([['catalog', 'slow']]);
      come(json(aCatalogFile([aRecord({ code: '1.000656' })])));
      const later = await settled(store, (state) => placeOf(state).standIns.length === 0);
      expect(codes(later)).to.deep.equal(['1.000656']);
    });

    it('stays the very same to whoever reads it when the answer says the same', async () => {
      const store = open(address, undefined, atOnce);
      const { catalog } = placeOf(await settled(store));
      come(json(aCatalogFile()));
      const later = await settled(store, (state) => placeOf(state).standIns.length === 0);
      expect(placeOf(later).catalog).to.equal(catalog);
    });

    it('says why when no answer comes after all', async () => {
      const store = open(address, undefined, atOnce);
      await settled(store);
      come(new Response('', { status: 502 }));
      const later = await settled(store, (state) => placeOf(state).standIns[0]?.why !== 'slow');
      expect(placeOf(later).standIns[0]?.why).to.equal('site');
    });

    it('says of level lists, too, that they are copies', async () => {
      const levels = anAddress();
      answer = (asked) => json(asked === levels ? aLevelList() : aCatalogFile());
      await settled(open(address, levels));
      await copyOf(levels);
      answer = (asked) => (asked === levels ? never() : json(aCatalogFile()));
      const store = open(address, levels, atOnce);
      const place = placeOf(
        await settled(store, (state) => state.status === 'ready' && state.place.standIns.length > 0),
      );
      expect(place.standIns.map(({ of, why }) => [of, why])).to.deep.equal([['levels', 'slow']]);
      expect(place.levelOf(aProcedure())?.code).to.equal('full');
    });
  });

  it('shows half a file for now, and keeps the whole copy', async () => {
    const address = anAddress();
    const whole = JSON.stringify(aCatalogFile([aRecord(), aRecord({ code: '1.000656' })]));
    answer = () => new Response(whole);
    await settled(open(address));
    await copyOf(address);
    answer = () => new Response(whole.slice(0, -30));
    expect(codes(await settled(open(address)))).to.deep.equal(['1.001193']);
    answer = offline;
    expect(codes(await settled(open(address)))).to.deep.equal(['1.001193', '1.000656']);
  });

  it('comes where the browser allows no storage', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'indexedDB');
    Object.defineProperty(window, 'indexedDB', {
      configurable: true,
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    try {
      answer = () => json(aCatalogFile());
      expect(codes(await settled(open(anAddress())))).to.deep.equal(['1.001193']);
      answer = offline;
      expect(why(await settled(open(anAddress())))).to.equal('offline');
    } finally {
      if (own) Object.defineProperty(window, 'indexedDB', own);
      else Reflect.deleteProperty(window, 'indexedDB');
    }
  });

  it('is loaded once for all elements that name the same address', async () => {
    const address = anAddress();
    let asked = 0;
    answer = () => {
      asked += 1;
      return json(aCatalogFile());
    };
    const page = createPlaces(forever);
    const source = { catalog: address, levels: undefined, schemes: undefined };
    const [one, other] = await Promise.all([settled(page(source)), settled(page(source))]);
    expect(placeOf(one)).to.equal(placeOf(other));
    expect(asked).to.equal(1);
  });
});

/** Waits until the copy of a file was saved: that happens after the file is shown. */
async function copyOf(address: string): Promise<void> {
  const { readStoredCopy } = await import('../../src/ui/stored-copies.js');
  while (!(await readStoredCopy(address))) await Promise.resolve();
}
