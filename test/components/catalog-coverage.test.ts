import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../components/catalog-coverage/catalog-coverage.js';
import '../../components/portal/portal.js';
import type { CatalogCoverage } from '../../components/catalog-coverage/catalog-coverage.js';
import type { Portal } from '../../components/portal/portal.js';
import { countCoverage, parseCounts, parseCoverage, sharesOf } from '../../src/catalog/coverage.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import { joinLevels } from '../../src/levels/announced-levels.js';
import { aCatalog, aCatalogFile, aLevelList, aRecord, aSchemesFile } from '../support/builders.js';
import { until } from '../support/fake-timers.js';
import {
  HARMLESS,
  HOSTILE,
  hostileHead,
  hostileLevels,
  hostileRecord,
  isHacked,
  schemesOfLinks,
  tagsIn,
  timesSaid,
} from '../support/hostile.js';
import { waitUntil } from '../support/wait-until.js';

const words = (node: Node | null | undefined) => node?.textContent?.replace(/\s+/gu, ' ').trim() ?? '';
const all = (node: Element, selector: string) => [...node.shadowRoot!.querySelectorAll(selector)].map(words);
const button = (node: Element) => node.shadowRoot!.querySelector('button')!;
const visible = (node: Element, selector: string) =>
  [...node.shadowRoot!.querySelectorAll<HTMLElement>(selector)].some((found) => found.offsetHeight > 0);

/** The figures of the former province of Quảng Nam. */
const published = html`<dvc-catalog-coverage
  total="1463"
  by-tier="province:1124 district:236 commune:103"
  by-level="4:1425"
  publisher="Tỉnh Quảng Nam (cũ)"
></dvc-catalog-coverage>`;

const inline = (json: string) => {
  const chart = document.createElement('dvc-catalog-coverage');
  const script = document.createElement('script');
  script.type = 'application/json';
  script.dataset.dvc = 'figures';
  script.textContent = json;
  chart.append(script);
  return chart;
};

describe('<dvc-catalog-coverage>', () => {
  it('shows published figures from attributes alone', async () => {
    const chart = await fixture<CatalogCoverage>(published);
    expect(words(chart.shadowRoot!.querySelector('.total'))).to.equal('1.463 thủ tục');
    expect(all(chart, '.chart li')).to.deep.equal([
      'Cấp xã 103 (7%)',
      'Cấp huyện (đã bỏ) 236 (16,1%)',
      'Cấp tỉnh 1.124 (76,8%)',
      'Mức độ 4 1.425 (97,4%)',
      'Mức khác, hoặc chưa rõ 38 (2,6%)',
    ]);
    await expect(chart).to.be.accessible();
  });

  it('says who published them, that the day is not known, and that districts are gone', async () => {
    const chart = await fixture<CatalogCoverage>(published);
    expect(words(chart.shadowRoot)).to.contain('Tỉnh Quảng Nam (cũ) công bố. Chưa rõ ngày.');
    expect(words(chart.shadowRoot)).to.contain('Cấp huyện đã bỏ từ ngày 01/07/2025');
  });

  it('has the same figures as a table, on demand and on paper', async () => {
    const chart = await fixture<CatalogCoverage>(published);
    expect(visible(chart, 'table')).to.equal(false);
    // Where the engine cannot be told to print, the screen is asked again.
    await emulateMedia({ media: 'print' }).catch(() => undefined);
    expect(visible(chart, 'table')).to.equal(matchMedia('print').matches);
    await emulateMedia({ media: 'screen' }).catch(() => undefined);
    button(chart).click();
    await chart.updateComplete;
    expect(visible(chart, 'table')).to.equal(true);
    expect(button(chart).getAttribute('aria-expanded')).to.equal('true');
    expect(all(chart, 'tbody tr')).to.deep.equal([
      'Cấp xã 103 7%',
      'Cấp huyện (đã bỏ) 236 16,1%',
      'Cấp tỉnh 1.124 76,8%',
      'Mức độ 4 1.425 97,4%',
      'Mức khác, hoặc chưa rõ 38 2,6%',
    ]);
    await expect(chart).to.be.accessible();
  });

  it('reads figures written inside it', async () => {
    const chart = await fixture<CatalogCoverage>(
      inline(
        '{"total":10,"byLevel":{"full":4,"unknown":6},"publisher":"Xã A","publishedOn":"2026-11-20","illustration":true,"source":{"name":"Quyết định 1","url":"https://a.gov.vn/1"}}',
      ),
    );
    expect(all(chart, '.chart li')).to.deep.equal(['Toàn trình 4 (40%)', 'Chưa công bố mức độ 6 (60%)']);
    expect(words(chart.shadowRoot)).to.contain('Xã A công bố ngày 20/11/2026.');
    expect(words(chart.shadowRoot)).to.contain('số liệu minh họa');
    expect(chart.shadowRoot!.querySelector('a')?.href).to.equal('https://a.gov.vn/1');
  });

  it('takes figures as a property, before all else, and follows a change', async () => {
    const chart = await fixture<CatalogCoverage>(published);
    chart.figures = { total: 2, byTier: { commune: 2, province: 1 }, byLevel: { '9': 2 } };
    await chart.updateComplete;
    expect(words(chart.shadowRoot)).to.contain('Chưa rõ mức: “9” 2 (100%)');
    expect(words(chart.shadowRoot)).to.contain('có thể làm ở nhiều cấp');
    chart.figures = undefined;
    await chart.updateComplete;
    expect(words(chart.shadowRoot)).to.contain('1.463');
  });

  it('follows no source address but a web one', async () => {
    const chart = await fixture<CatalogCoverage>(published);
    chart.source = 'Báo cáo';
    chart.sourceUrl = 'javascript:alert(1)';
    await chart.updateComplete;
    expect(chart.shadowRoot!.querySelector('a')).to.equal(null);
    expect(words(chart.shadowRoot)).to.contain('Nguồn: Báo cáo');
  });

  it('keeps the page’s own content in use where there are no figures', async () => {
    const chart = await fixture<CatalogCoverage>(
      html`<dvc-catalog-coverage><a href="/ds">Danh mục</a></dvc-catalog-coverage>`,
    );
    expect(words(chart.shadowRoot)).to.contain('chưa có số liệu');
    expect(chart.querySelector('a')!.offsetHeight).to.be.greaterThan(0);
    await expect(chart).to.be.accessible();
  });

  it('refuses figures that cannot be right', async () => {
    for (const json of [
      '{',
      '[]',
      '{"total":-1}',
      '{"total":5,"byLevel":{"4":6}}',
      '{"total":5,"byTier":[]}',
    ]) {
      const chart = await fixture<CatalogCoverage>(inline(json));
      expect(words(chart.shadowRoot), json).to.contain('Chưa đọc được số liệu');
    }
  });

  it('speaks English where the page does', async () => {
    const page = await fixture(html`<div lang="en">${published}</div>`);
    const chart = page.querySelector('dvc-catalog-coverage')!;
    await chart.updateComplete;
    expect(words(chart.shadowRoot)).to.contain('1,463 procedures').and.to.contain('Province 1,124 (76.8%)');
  });

  it('makes bars as long as their share, without a style attribute', async () => {
    const chart = await fixture<CatalogCoverage>(published);
    const fills = [...chart.shadowRoot!.querySelectorAll<SVGRectElement>('.fill')];
    const [commune, , province] = fills.map((fill) => fill.getBBox().width);
    expect(province! / commune!).to.be.closeTo(76.8 / 7, 0.1);
    expect(chart.shadowRoot!.querySelector('.chart [style]')).to.equal(null);
  });
});

describe('coverage figures', () => {
  const catalog = {
    publisher: 'Xã A',
    publishedOn: '2026-11-20',
    procedures: [
      { code: '1', tiers: [{ tier: 'commune' }, { tier: 'province' }] },
      { code: '2', tiers: [{ tier: 'commune', validFrom: '2025-07-01' }] },
      { code: '3', tiers: [] },
    ],
  } as unknown as Catalog;

  it('are counted without guessing', () => {
    const list = { scheme: 'vn-2022', illustration: true, place: 'Xã A', publisher: 'Xã A' };
    const known = {
      day: '2026-11-23',
      levelOf: ({ code }: { code: string }) => (code === '1' ? { code: 'full', list } : undefined),
      levelCodeOf: ({ code }: { code: string }) => (code === '1' ? 'full' : undefined),
      levelLists: [],
      isUnread: false,
    };
    expect(countCoverage(catalog, known)).to.deep.equal({
      total: 3,
      byTier: { commune: 2, province: 1, unknown: 1 },
      byLevel: { 'full?': 1, unknown: 2 },
      scheme: 'vn-2022',
      publisher: 'Xã A',
      publishedOn: '2026-11-20',
      illustration: true,
      counted: true,
      levelsBy: [],
    });
    // Nothing is told of procedures whose list did not come, and of tiers that are gone.
    const early = countCoverage(catalog, { ...known, day: '2020-01-01', isUnread: true });
    expect(early.byLevel).to.deep.equal({ 'full?': 1 });
    expect(early.byTier).to.deep.equal({ commune: 1, province: 1, unknown: 2 });
    // What was announced in words that no scheme knows was announced all the same, and is nobody else's level.
    const codes: Record<string, string> = { 1: 'full', 2: '4' };
    const levelCodeOf = ({ code }: { code: string }) => codes[code];
    for (const isUnread of [false, true])
      expect(countCoverage(catalog, { ...known, levelCodeOf, isUnread }).byLevel).to.deep.equal(
        isUnread ? { 'full?': 1, '4?!': 1 } : { 'full?': 1, '4?!': 1, unknown: 1 },
      );
  });

  it('say of unclear levels, too, whose they are, and that they are made up', () => {
    const records = ['1.000001', '1.000002'].map((code) => aRecord({ code }));
    const lists = [
      aLevelList([{ code: '1000001', level: '4' }], { illustration: true, scheme: 'vn-2026' }),
      aLevelList([{ code: '1.000002', level: '4' }], { scheme: 'vn-2026', place: 'Nơi khác' }),
    ];
    const counted = (levelLists: typeof lists) => {
      const { of, codeOf } = joinLevels(levelLists, '2026-11-23');
      const known = { day: '2026-11-23', levelOf: of, levelCodeOf: codeOf, levelLists, isUnread: false };
      const { byLevel, illustration, levelsBy } = countCoverage(aCatalog(records), known);
      return { byLevel, illustration, levelsBy };
    };
    const levelsBy = [lists[1]!.publisher];
    expect(counted(lists)).to.deep.equal({ byLevel: { '4?!': 2 }, illustration: true, levelsBy });
    expect(counted(lists.slice(1))).to.deep.equal({
      byLevel: { unknown: 1, '4?!': 1 },
      illustration: false,
      levelsBy,
    });
  });

  it('never tell some as none, or nearly all as all', () => {
    const percents = sharesOf({ a: 1, b: 9_998, c: 0 }, 10_000, ['c']).map(({ key, percent }) => [
      key,
      percent,
    ]);
    expect(percents).to.deep.equal([
      ['c', 0],
      ['a', 0.1],
      ['b', 99.9],
      ['rest', 0.1],
    ]);
    expect(sharesOf({}, 0, [])).to.deep.equal([]);
  });

  it('are read from an attribute, or refused', () => {
    expect(parseCounts('province:1124, commune:103')).to.deep.equal({ province: 1124, commune: 103 });
    expect(parseCounts(undefined)).to.deep.equal({});
    expect(parseCounts('province')).to.equal(undefined);
    expect(parseCoverage({ total: 1, byTier: { commune: 2 } })).to.deep.equal({
      ok: false,
      problem: { code: 'more-than-total', params: { path: 'byTier' } },
    });
  });

  it('are said to be on their way, or not to be had, and come when asked for again', async () => {
    const { fetch: network } = window;
    let come: (response: Response) => void = () => undefined;
    window.fetch = () => new Promise<Response>((resolve) => (come = resolve));
    const chart = await fixture<CatalogCoverage>(
      html`<dvc-catalog-coverage catalog="/never/counted.json"
        ><a href="/ds">Danh mục</a></dvc-catalog-coverage
      >`,
    );
    const shown = () => words(chart.shadowRoot);
    expect(shown()).to.equal('Đang tải…');
    await expect(chart).to.be.accessible();
    come(new Response('', { status: 404 }));
    await waitUntil(() => chart.shadowRoot!.querySelector('[role=alert]'), 'the refusal');
    expect(shown()).to.contain('Chưa tải được danh mục thủ tục').and.not.to.contain('chưa có số liệu');
    expect(chart.querySelector('a')!.offsetHeight).to.be.greaterThan(0);
    await expect(chart).to.be.accessible();
    button(chart).click();
    await chart.updateComplete;
    come(new Response(JSON.stringify(aCatalogFile())));
    await waitUntil(() => shown().includes('1 thủ tục'), 'the counted chart');
    window.fetch = network;
  });

  it('that were counted from copies say so, whose the levels are, and which are made up', async () => {
    const catalog = aCatalog([aRecord({ code: '1.000001' }), aRecord({ code: '1.000002' })]);
    const lists = [
      aLevelList([{ code: '1.000001', level: 'full' }]),
      aLevelList([{ code: '1.000002', level: 'full' }], { illustration: true }),
    ];
    const { of, codeOf } = joinLevels(lists, '2026-11-23');
    const chart = await fixture<CatalogCoverage>(html`<dvc-catalog-coverage></dvc-catalog-coverage>`);
    chart.place = {
      catalog,
      levelOf: of,
      levelCodeOf: codeOf,
      levelLists: lists,
      unreadLists: [{ name: '/l/huyen.json', problem: { code: 'not-found' } }],
      standIns: [{ of: 'catalog', why: 'offline', savedOn: new Date('2026-11-20T05:00:00Z') }],
    };
    await chart.updateComplete;
    expect(all(chart, '.note')).to.include('Không có mạng. Đang dùng bản lưu ngày 20/11/2026.');
    expect(words(chart.shadowRoot))
      .to.contain('Chưa tải được danh sách mức độ (huyen.json)')
      .and.to.contain('Đếm từ danh mục do UBND xã Mẫu đưa lên ngày 23/11/2026.')
      .and.to.contain('Mức độ theo công bố của: UBND tỉnh Mẫu.')
      .and.not.to.contain('công bố ngày');
    expect(all(chart, '.group:last-of-type .chart li')).to.deep.equal([
      'Toàn trình 1 (50%)',
      'Toàn trình (minh họa) 1 (50%)',
    ]);
    await expect(chart).to.be.accessible();
  });

  it('that were counted tell levels that no scheme knows as unclear, and never as those of another scheme', async () => {
    const chart = await fixture<CatalogCoverage>(
      html`<dvc-catalog-coverage
        .catalog=${aCatalog(['1.000001', '1.000002', '1.000003', '1.000004'].map((code) => aRecord({ code })))}
        .levels=${[
          aLevelList(
            [
              { code: '1.000001', level: '4' },
              { code: '1.000002', level: 'full' },
            ],
            { scheme: 'vn-2011' },
          ),
          aLevelList([{ code: '1.000003', level: '4' }], { scheme: 'vn-2026' }),
        ]}
      ></dvc-catalog-coverage>`,
    );
    await until(() => chart.shadowRoot!.querySelector('.chart') !== null, 'the counted chart');
    expect(all(chart, '.group:last-of-type .chart li')).to.deep.equal([
      'Mức độ 4 1 (25%)',
      'Chưa rõ mức: “full” 1 (25%)',
      'Chưa rõ mức: “4” 1 (25%)',
      'Chưa công bố mức độ 1 (25%)',
    ]);
    await expect(chart).to.be.accessible();
  });

  it('name levels in the scheme of the portal, and say that they were converted', async () => {
    const portal = await fixture<Portal>(
      html`<dvc-portal scheme="vn-2022"
        ><dvc-catalog-coverage
          .catalog=${aCatalog(['1.000001', '1.000002'].map((code) => aRecord({ code })))}
          .levels=${[
            aLevelList(
              [
                { code: '1.000001', level: '4' },
                { code: '1.000002', level: '3' },
              ],
              { scheme: 'vn-2011', illustration: true },
            ),
          ]}
        ></dvc-catalog-coverage
      ></dvc-portal>`,
    );
    const chart = portal.querySelector('dvc-catalog-coverage')!;
    await until(() => Boolean(chart.shadowRoot?.querySelector('.chart')), 'the counted chart');
    expect(all(chart, '.group:last-of-type .chart li')).to.deep.equal([
      'Toàn trình (quy đổi từ Mức độ 4, minh họa) 1 (50%)',
      'Một phần (quy đổi từ Mức độ 3, minh họa) 1 (50%)',
    ]);
    portal.scheme = undefined;
    await until(
      () => all(chart, '.group:last-of-type .chart li')[0] === 'Mức độ 4 (minh họa) 1 (50%)',
      'the levels as they were announced',
    );
  });

  it('says that what it counted is a sample, on paper too', async () => {
    const element = await fixture<CatalogCoverage>(
      html`<dvc-catalog-coverage
        .catalog=${aCatalog([aRecord({ code: '1.000001' })], { sample: true })}
      ></dvc-catalog-coverage>`,
    );
    const notes = () => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.note')];
    await waitUntil(() => notes().length > 0, 'the notes come');
    await emulateMedia({ media: 'print' }).catch(() => undefined);
    const label = notes().find(({ textContent }) => textContent.includes('Dữ liệu mẫu'));
    expect(label?.getBoundingClientRect().height ?? 0).to.be.greaterThan(0);
    await emulateMedia({ media: 'screen' }).catch(() => undefined);
  });

  it('that were counted follow the portal to other data at once, though they are there already', async () => {
    const listOf = (level: string, scheme: string) => [aLevelList([{ code: '1.000001', level }], { scheme })];
    const portal = await fixture<Portal>(
      html`<dvc-portal
        .catalog=${aCatalog([aRecord({ code: '1.000001' })])}
        .levels=${listOf('full', 'vn-2022')}
        ><dvc-catalog-coverage></dvc-catalog-coverage
      ></dvc-portal>`,
    );
    const chart = portal.querySelector('dvc-catalog-coverage')!;
    const comes = (level: string) =>
      until(
        () => words(chart.shadowRoot?.querySelector('.group:last-of-type .chart')) === level,
        `the chart with ${level}`,
      );
    await comes('Toàn trình 1 (100%)');
    portal.levels = listOf('4', 'vn-2011');
    await comes('Mức độ 4 1 (100%)');
    portal.levels = listOf('4', 'xa-mau');
    portal.schemes = URL.createObjectURL(new Blob([JSON.stringify(aSchemesFile())]));
    await comes('Nộp mạng 1 (100%)');
    portal.catalog = aCatalog([aRecord({ code: '1.000001' }), aRecord({ code: '1.000002' })]);
    await until(() => words(chart.shadowRoot).includes('2 thủ tục'), 'the other catalogue');
  });

  it('counts a catalogue where no figures are given, and fetches none where they are', async () => {
    const catalog = aCatalog([
      aRecord({ code: '1.000001', name: 'Một', tiers: [{ tier: 'commune' }] }),
      aRecord({ code: '1.000002', name: 'Hai', tiers: [{ tier: 'province' }] }),
    ]);
    const counted = await fixture<HTMLElement>(
      html`<dvc-catalog-coverage
        .catalog=${catalog}
        .levels=${[aLevelList([{ code: '1.000001', level: 'full' }])]}
      ></dvc-catalog-coverage>`,
    );
    await waitUntil(() => counted.shadowRoot?.textContent.includes('Toàn trình'), 'the counted chart');
    expect(counted.shadowRoot?.textContent).to.contain('2 thủ tục');
    const before = performance.getEntriesByType('resource').length;
    await fixture(
      html`<dvc-catalog-coverage
        total="3"
        by-tier="commune:3"
        catalog="/never-asked.json"
      ></dvc-catalog-coverage>`,
    );
    expect(
      performance
        .getEntriesByType('resource')
        .slice(before)
        .filter(({ name }) => name.includes('never-asked')),
    ).to.deep.equal([]);
  });

  describe('with hostile words in every member', () => {
    const figures = (said: string) => ({
      total: 9,
      byTier: { [said]: 4, commune: 5 },
      byLevel: { [said]: 4, unknown: 5 },
      scheme: said,
      publisher: said,
      source: { name: said, url: 'https://example.gov.vn' },
    });
    const ways: Record<string, (said: string) => Promise<Element>> = {
      'in figures that a page hands over': (said) =>
        fixture(html`<dvc-catalog-coverage .figures=${figures(said)}></dvc-catalog-coverage>`),
      'in figures written inside': (said) => fixture(inline(JSON.stringify(figures(said)))),
      'in a catalogue and levels that are counted': async (said) => {
        const chart = await fixture(
          html`<dvc-catalog-coverage
            .catalog=${aCatalog([hostileRecord(said)], hostileHead(said))}
            .levels=${[hostileLevels(said, [{ code: said, level: 'full' }])]}
          ></dvc-catalog-coverage>`,
        );
        await waitUntil(() => chart.shadowRoot?.querySelector('figure'), 'the counted chart');
        return chart;
      },
    };
    for (const [where, open] of Object.entries(ways)) {
      it(`keeps them words, ${where}`, async () => {
        const calm = await open(HARMLESS);
        for (const said of HOSTILE) {
          const chart = await open(said);
          expect(tagsIn(chart), said).to.deep.equal(tagsIn(calm));
          expect(timesSaid(chart, said), said).to.equal(timesSaid(calm, HARMLESS));
          for (const scheme of schemesOfLinks(chart)) expect(scheme, said).to.equal('https:');
        }
        expect(timesSaid(calm, HARMLESS)).to.be.greaterThan(1);
        expect(isHacked()).to.equal(false);
      });
    }

    it('keeps them words, in attributes', async () => {
      const open = (said: string) =>
        fixture(
          html`<dvc-catalog-coverage
            total="9"
            by-tier=${`${said.replace(/[\s:,]+/gu, '')}:4`}
            publisher=${said}
            source=${said}
          ></dvc-catalog-coverage>`,
        );
      const calm = await open(HARMLESS);
      for (const said of HOSTILE) {
        const chart = await open(said);
        expect(tagsIn(chart), said).to.deep.equal(tagsIn(calm));
        expect(words(chart.shadowRoot!.querySelector('figcaption')), said).to.contain(words(new Text(said)));
      }
      expect(isHacked()).to.equal(false);
    });
  });
});
