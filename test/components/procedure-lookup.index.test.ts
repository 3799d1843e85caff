import { expect, fixture, html } from '@open-wc/testing';
import '../../components/procedure-lookup/procedure-lookup.js';
import type { ProcedureLookup } from '../../components/procedure-lookup/procedure-lookup.js';
import { parseCatalog } from '../../src/catalog/parse-catalog.js';
import { writeSearchIndex } from '../../src/catalog/search/prebuilt-index.js';
import { aCatalogFile, aRecord } from '../support/builders.js';
import { until } from '../support/fake-timers.js';

/* A catalogue that names a search index. */

const UNASKED = 'Xác nhận tình trạng hôn nhân';
const FILE = aCatalogFile([
  aRecord({ code: '1.001193', name: 'Thủ tục đăng ký khai sinh' }),
  aRecord({
    code: '1.000894',
    name: 'Cấp giấy phép',
    keywords: [UNASKED],
    plainNames: [],
    field: 'Xây dựng',
  }),
]);
const OTHER = aCatalogFile([aRecord({ name: 'Xóa đăng ký tạm trú' })]);
const indexOf = (file: unknown) => writeSearchIndex(parseCatalog(file).catalog);
const [INDEX, ANOTHER] = [indexOf(FILE), indexOf(OTHER)];

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });

/** Files of its own for every test: the page remembers what it asked and what it told. */
let files = 0;

describe('<dvc-procedure-lookup> over a catalogue that names a search index', () => {
  const { fetch: network } = window;
  const { warn } = console;
  let asked: Request[];
  let told: string[];
  /** Texts that were parted into words. */
  let parted: Set<string>;
  const { matchAll } = String.prototype;

  beforeEach(() => {
    asked = [];
    told = [];
    parted = new Set();
    String.prototype.matchAll = function (pattern) {
      parted.add(String(this));
      return matchAll.call(this, pattern);
    };
    Object.assign(console, { warn: (...words: unknown[]) => void told.push(words.join(' ')) });
  });
  afterEach(() => {
    window.fetch = network;
    Object.assign(console, { warn });
    String.prototype.matchAll = matchAll;
  });

  /** Shows the catalogue; gives what was found, and which files were asked for besides. */
  async function show(answer: () => Response | Promise<Response>, searchIndex?: string) {
    const folder = `/danh-muc-${String((files += 1))}-${String(performance.now())}/`;
    const name = searchIndex ?? `chi-muc-${String(files)}.json`;
    window.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (new URL(request.url).pathname === `${folder}catalog.json`)
        return json({ ...FILE, searchIndex: name });
      asked.push(request);
      return answer();
    };
    const element = await fixture<ProcedureLookup>(
      html`<dvc-procedure-lookup catalog="${folder}catalog.json" query="khai sinh"></dvc-procedure-lookup>`,
    );
    const names = () =>
      [...element.shadowRoot!.querySelectorAll('li h2')].map(({ textContent }) => textContent.trim());
    await until(() => names().length > 0, 'what was found');
    expect(names()[0]).to.equal('Thủ tục đăng ký khai sinh');
    return { folder, name };
  }

  it('takes it from beside the catalogue, once, without saying who asks, and has nothing to report', async () => {
    const { folder, name } = await show(() => json(INDEX));
    expect(asked.map(({ url }) => url)).to.deep.equal([new URL(folder + name, location.href).href]);
    const [{ credentials, referrerPolicy }] = asked as [Request];
    expect([credentials, referrerPolicy]).to.deep.equal(['omit', 'no-referrer']);
    expect(told).to.deep.equal([]);
    expect([...parted]).not.to.include(UNASKED);
  });

  const troubles: readonly (readonly [what: string, () => Response | Promise<Response>, told: RegExp])[] = [
    [
      'is of another catalogue',
      () => json(ANOTHER),
      /không phải của danh mục này.* \/ .*is not of this catalogue/u,
    ],
    ['is none', () => json([]), /không phải tệp chỉ mục tìm kiếm/u],
    ['broke off', () => new Response(JSON.stringify(INDEX).slice(0, -9)), /không phải tệp chỉ mục/u],
    ['is newer than the library', () => json({ ...INDEX, formatVersion: 2 }), /đang ghi 2/u],
    ['is not there', () => new Response('', { status: 404 }), /Không có tệp ở địa chỉ này/u],
    ['is slow', () => Promise.reject(new DOMException('', 'TimeoutError')), /Quá 3 giây chưa tải xong/u],
  ];
  for (const [what, answer, words] of troubles)
    it(`finds without it where it ${what}, and the webmaster reads why`, async () => {
      const { name } = await show(answer);
      expect(asked).to.have.length(1);
      expect([...parted]).to.include(UNASKED);
      await until(() => told.length > 0, 'what is told');
      expect(told).to.have.length(1);
      expect(told[0]).to.contain(name).and.to.match(words);
    });

  it('asks no other server for it than the one that the catalogue is on', async () => {
    await show(() => json(INDEX), 'https://noi-khac.example/chi-muc.json');
    await until(() => told.length > 0, 'what is told');
    expect(told[0]).to.match(/ở máy chủ khác với danh mục/u);
    expect(asked).to.deep.equal([]);
  });
});
