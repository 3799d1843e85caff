import { expect } from 'chai';
import { builtInSchemes } from '../../src/levels/schemes.js';
import type { CatalogState } from '../../src/ui/catalog-state.js';
import { openPlaceCatalog } from '../../src/ui/place-catalogs.js';
import { aCatalogFile, aLevelList, aProcedure, aRecord } from '../support/builders.js';

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });
const offline = () => Promise.reject(new TypeError('Failed to fetch'));

/** A file of its own for every test: copies outlive a test. */
let files = 0;
const anAddress = () => `https://xa.example/${String((files += 1))}-${String(performance.now())}.json`;

/** Asking with schemes is asking anew: only plain addresses are shared. */
const open = (catalog: string, levels?: string) =>
  openPlaceCatalog({ catalog, levels, schemes: builtInSchemes });

function settled(store: ReturnType<typeof openPlaceCatalog>): Promise<CatalogState> {
  return new Promise((resolve) => {
    const look = () => {
      if (store.snapshot.status === 'loading') return;
      stop();
      resolve(store.snapshot);
    };
    const stop = store.subscribe(look);
    look();
  });
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

  it('comes from the network, joined with the levels of the place', async () => {
    const [catalog, levels] = [anAddress(), anAddress()];
    answer = (address) => json(address === catalog ? aCatalogFile() : aLevelList());
    const state = await settled(open(catalog, levels));
    expect(codes(state)).to.deep.equal(['1.001193']);
    expect(state.status === 'ready' && state.place.levelOf(aProcedure())?.code).to.equal('full');
    expect(state.status === 'ready' && state.place.storedOn).to.equal(undefined);
  });

  it('is there without its levels, and says that they could not be had', async () => {
    const [catalog, levels] = [anAddress(), anAddress()];
    answer = (address) => (address === catalog ? json(aCatalogFile()) : new Response('', { status: 404 }));
    const state = await settled(open(catalog, levels));
    expect(codes(state)).to.deep.equal(['1.001193']);
    expect(state.status === 'ready' && state.place.levelsProblem?.code).to.equal('not-found');
  });

  const troubles: readonly (readonly [code: string, answer: () => Response | Promise<Response>])[] = [
    ['offline', offline],
    ['not-found', () => new Response('', { status: 404 })],
    ['refused', () => new Response('', { status: 403 })],
    ['server-error', () => new Response('', { status: 502 })],
    ['wrong-content-type', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['broken-json', () => new Response('<html>', { headers: { 'content-type': 'text/plain' } })],
    ['no-records', () => json({})],
    ['unknown-format-version', () => json({ ...aCatalogFile(), formatVersion: 2 })],
  ];
  for (const [code, trouble] of troubles) {
    it(`is the last good copy, with its date, when the answer is ${code}`, async () => {
      const address = anAddress();
      answer = () => json(aCatalogFile());
      await settled(open(address));
      await copyOf(address);
      answer = trouble;
      const state = await settled(open(address));
      expect(codes(state)).to.deep.equal(['1.001193']);
      expect(state.status === 'ready' && state.place.storedOn).to.be.instanceOf(Date);
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
    const source = { catalog: address, levels: undefined, schemes: undefined };
    await Promise.all([settled(openPlaceCatalog(source)), settled(openPlaceCatalog(source))]);
    expect(asked).to.equal(1);
  });
});

/** Waits until the copy of a file was saved: that happens after the file is shown. */
async function copyOf(address: string): Promise<void> {
  const { readStoredCopy } = await import('../../src/ui/stored-copies.js');
  while (!(await readStoredCopy(address))) await Promise.resolve();
}
