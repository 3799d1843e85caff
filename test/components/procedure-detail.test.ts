import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import '../../components/procedure-detail/procedure-detail.js';
import type { ProcedureDetail } from '../../components/procedure-detail/procedure-detail.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import type { Procedure } from '../../src/catalog/procedure.js';
import type { LevelEntry, LevelList } from '../../src/levels/level-list.js';
import { aCatalog, aLevelList, aRecord, type ProcedureRecord } from '../support/builders.js';
import type { PlaceCatalog } from '../../src/ui/catalog-state.js';
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
import { readDrawnCode } from '../support/drawn-code.js';
import type { ProcedureApplyEvent, ProcedureOpenEvent } from '../../src/ui/procedure-events.js';
import { waitUntil } from '../support/wait-until.js';

const aProcedure = (overrides: Partial<ProcedureRecord> = {}): ProcedureRecord =>
  aRecord({
    name: 'Đăng ký khai sinh',
    competentAgency: 'Ủy ban nhân dân cấp xã',
    tiers: [{ tier: 'commune' }],
    source: {
      name: 'Cổng Dịch vụ công quốc gia',
      url: 'https://dichvucong.gov.vn/x',
      collectedOn: '2026-07-18',
    },
    ...overrides,
  });

const levelOf2011 = (level: string, illustration = false): LevelList =>
  aLevelList([{ code: '1.001193', level }], { scheme: 'vn-2011', illustration });

const part = (element: Element, selector: string) =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;
const words = (element: Element, selector = '.root') =>
  part(element, selector)?.textContent.replace(/\s+/gu, ' ').trim() ?? '';

async function shown(detail: ProcedureDetail): Promise<ProcedureDetail> {
  await waitUntil(() => part(detail, '[part=provenance], .trouble'), 'the whole sheet arrives');
  return detail;
}

async function sheetOf(overrides: Partial<ProcedureRecord> = {}, settings: Partial<ProcedureDetail> = {}) {
  const detail = await fixture<ProcedureDetail>(
    html`<dvc-procedure-detail
      code="1.001193"
      .catalog=${aCatalog([aProcedure(overrides)])}
      .clock=${() => new Date('2026-11-23T05:00:00Z')}
    ></dvc-procedure-detail>`,
  );
  Object.assign(detail, settings);
  await detail.updateComplete;
  return shown(detail);
}

/** A link that is followed would leave the test page. */
const stayHere = (event: Event) => {
  if (event.composedPath().some((node) => node instanceof HTMLAnchorElement)) event.preventDefault();
};

describe('<dvc-procedure-detail>', () => {
  beforeEach(() => window.addEventListener('click', stayHere));
  afterEach(() => window.removeEventListener('click', stayHere));

  it('shows papers, fee, time, place and level first', async () => {
    const detail = await sheetOf(
      {
        timeLimit: { value: 3, unit: 'working-day' },
        fees: [{ kind: 'known', amount: 8000 }],
        filing: [{ channel: 'counter' }, { channel: 'online' }],
        paperGroups: [{ papers: [{ name: 'Tờ khai', originals: 1, copies: 2 }] }],
      },
      { levels: [levelOf2011('4')] },
    );
    expect(words(detail, 'h2')).to.equal('Đăng ký khai sinh');
    const summary = words(detail, '.summary');
    expect(summary).to.contain('1 giấy tờ');
    expect(summary).to.match(/8\.000\s₫/u);
    expect(summary).to.contain('3 ngày làm việc');
    expect(summary).to.contain('Ủy ban nhân dân cấp xã');
    expect(summary).to.contain('Nộp hồ sơ và trả phí trên mạng.');
    expect(detail.shadowRoot!.querySelector('dvc-level-badge')?.level).to.equal('4');
    await expect(detail).to.be.accessible();
  });

  it('tells every kind of fee for what it is', async () => {
    for (const [fee, expected] of [
      [{ kind: 'free' }, 'Miễn phí'],
      [{ kind: 'by-province', published: 'Do HĐND tỉnh' }, 'Do Hội đồng nhân dân cấp tỉnh quyết định'],
      [{ kind: 'unknown', published: '0' }, 'Chưa rõ mức phí'],
      [{ kind: 'known', amount: 10, currency: 'USD' }, 'US$'],
      [{ kind: 'known', amount: 500, quotesExpiredRate: true }, 'mức phí đã hết hạn áp dụng'],
    ] as const) {
      const detail = await sheetOf({ fees: [fee] });
      expect(words(detail, '.fact.fee')).to.contain(expected);
      if ('published' in fee) expect(words(detail, '.fact.fee')).to.contain(`Nguồn ghi: ${fee.published}`);
    }
    expect(words(await sheetOf(), '.fact.fee')).to.contain('Chưa rõ: dữ liệu không ghi');
  });

  it('says of an office of the district, before its name, that there is none any more', async () => {
    const detail = await sheetOf({
      competentAgency: 'Công an huyện',
      tiers: [{ tier: 'commune' }, { tier: 'district', validTo: '2025-06-30' }],
    });
    expect(words(detail, '.fact.where')).to.match(
      /^Đến đâu Cấp huyện đã bỏ từ ngày 01\/07\/2025\. Hãy hỏi .* Công an huyện Cấp giải quyết: xã, phường, đặc khu$/u,
    );
    expect(detail.renderRoot.querySelector('.fact.where .value')).to.equal(null);
    expect(words(await sheetOf(), '.fact.where')).not.to.contain('Cấp huyện');
  });

  it('tells every kind of time for what it is', async () => {
    for (const [timeLimit, expected] of [
      [
        { unit: 'same-day', published: 'sau 15 giờ thì hôm sau' },
        'Trong ngày Nguồn ghi: sau 15 giờ thì hôm sau',
      ],
      [{ value: 7.5, unit: 'working-day' }, '7,5 ngày làm việc Không tính ngày nghỉ'],
      [{ value: 15, unit: 'day' }, '15 ngày'],
      [{ value: 1 }, '1 (nguồn không ghi đơn vị)'],
      [{ published: 'Theo mô tả' }, 'Theo mô tả'],
    ] as const) {
      const detail = await sheetOf({ timeLimit });
      expect(words(detail, '.fact.time')).to.equal(
        `Mất bao lâu ${expected}`.concat(expected.endsWith('nghỉ') ? ' và ngày lễ.' : ''),
      );
    }
    expect(words(await sheetOf(), '.fact.time')).to.contain('Chưa rõ: dữ liệu không ghi');
  });

  it('takes a time of none for one that nobody told', async () => {
    const unit = 'working-day';
    const asWritten = await sheetOf({ timeLimit: { value: 0, unit, published: '0 ngày làm việc' } });
    expect(words(asWritten, '.fact.time')).to.equal('Mất bao lâu Nguồn ghi: 0 ngày làm việc');
    const bare = await sheetOf({ timeLimit: { value: 0, unit } });
    expect(words(bare, '.fact.time')).to.equal('Mất bao lâu Chưa rõ: dữ liệu không ghi');
    const ways = await sheetOf({
      filing: [
        { channel: 'online', timeLimit: { value: 0, unit } },
        { channel: 'counter', timeLimit: { value: 3, unit } },
      ],
    });
    expect(words(ways, '.fact.time')).to.contain('Nộp trên mạng: Chưa rõ: dữ liệu không ghi');
  });

  it('says how the ways to file differ, in a table', async () => {
    const detail = await sheetOf({
      filing: [
        {
          channel: 'online',
          timeLimit: { value: 17, unit: 'working-day' },
          fees: [{ kind: 'known', amount: 7000 }],
        },
        { channel: 'counter', timeLimit: { value: 27, unit: 'working-day' }, fees: [{ kind: 'unknown' }] },
      ],
    });
    expect(words(detail, '.fact.time')).to.contain('Nộp trên mạng: 17 ngày làm việc');
    const rows = [...(part(detail, 'table')?.querySelectorAll('tbody tr') ?? [])];
    expect(rows.map((row) => row.querySelector('th')?.textContent)).to.eql([
      'Nộp trên mạng',
      'Nộp trực tiếp',
    ]);
    expect(rows[1]?.textContent).to.contain('27 ngày làm việc');
    await expect(detail).to.be.accessible();
  });

  it('marks each unverified part beside that part and in the list of sources', async () => {
    const detail = await sheetOf({
      unverified: ['fees', 'timeLimit', 'tiers', 'papers'],
      paperGroups: [{ papers: [{ name: 'Tờ khai' }] }],
      note: 'Chép từ trang cũ.',
    });
    for (const fact of ['fee', 'time', 'where', 'bring']) {
      expect(words(detail, `.fact.${fact} dt`)).to.contain('chưa kiểm chứng');
    }
    expect(words(detail, '#papers .heading')).to.contain('chưa kiểm chứng');
    expect(words(detail, '.origin')).to.contain('phí, thời gian, nơi giải quyết, giấy tờ');
    expect(words(detail, '.origin')).to.contain('Chép từ trang cũ.');
    expect(words(detail, '.origin')).to.contain('18/07/2026');
  });

  it('lets papers be ticked off by case, tells remarks apart, and announces how many are there', async () => {
    const detail = await sheetOf({
      paperGroups: [
        {
          case: 'Nộp',
          papers: [
            { name: 'Tờ khai', originals: 1, copies: 1, hasForm: true },
            { name: 'Giấy chứng sinh', originals: 1 },
            { kind: 'remark', name: 'Nhớ mang bút' },
          ],
        },
        { case: 'Xuất trình', papers: [{ name: 'Căn cước' }] },
      ],
      papersPublished: 33,
      papersShortened: true,
    });
    expect(detail.shadowRoot?.querySelectorAll('input[type=checkbox]').length).to.equal(3);
    expect(words(detail, '.checklist li')).to.equal('Tờ khai 1 bản chính, 1 bản sao, có mẫu');
    expect(words(detail, '.remarks')).to.contain('Nhớ mang bút');
    expect(words(detail, '#papers')).to.contain('Nguồn liệt kê 33 dòng; ở đây rút gọn còn 4.');
    part(detail, 'input')?.focus();
    await sendKeys({ press: ' ' });
    await detail.updateComplete;
    expect(words(detail, '[role=status]')).to.equal('Đã có 1/2 giấy tờ ghi ở đây');
    expect(words(detail, '.progress')).to.equal('Đã có 1/2 giấy tờ ghi ở đây');
    await expect(detail).to.be.accessible();
    await sendKeys({ press: ' ' });
    await detail.updateComplete;
    expect(words(detail, '[role=status]')).to.equal('Đã có 0/2 giấy tờ ghi ở đây');
  });

  it('never takes the papers that are written here for all that the source lists', async () => {
    const papers = [
      { name: 'Tờ khai' },
      { name: 'Giấy chứng sinh' },
      { name: 'Ghi chú', kind: 'remark' },
    ] as const;
    const whole = { paperGroups: [{ papers: [...papers] }] };
    const detail = await sheetOf({ ...whole, papersPublished: 33 });
    expect(words(detail, '.fact.bring')).to.equal(
      'Mang theo gì 2 giấy tờ (nguồn ghi 33 dòng), xem danh sách',
    );
    expect(words(detail, '.progress')).to.equal('Đã có 0/2 giấy tờ ghi ở đây');
    part(detail, '.checklist input')!.click();
    await detail.updateComplete;
    expect(words(detail, '[role=status]')).to.equal('Đã có 1/2 giấy tờ ghi ở đây');
    const cases = {
      paperGroups: [
        { case: 'A', papers: [...papers] },
        { case: 'B', papers: [...papers] },
      ],
    };
    const grouped = await sheetOf({ ...cases, papersPublished: 33 });
    expect(words(grouped, '.fact.bring')).to.equal(
      'Mang theo gì 4 giấy tờ (nguồn ghi 33 dòng), xem danh sách',
    );
    const all = await sheetOf({ ...whole, papersPublished: 3 });
    expect(words(all, '.fact.bring')).to.equal('Mang theo gì 2 giấy tờ, xem danh sách');
    expect(words(all, '.progress')).to.equal('Đã có 0/2 giấy tờ');
  });

  it('calls a group for which the source names no case so, and says that it may concern everybody', async () => {
    const group = (name: string | undefined, paper: string) => ({ case: name, papers: [{ name: paper }] });
    const some = await sheetOf({
      paperGroups: [group(undefined, 'Tờ khai'), group('Cấp lại', 'Bản chính')],
    });
    const named = [...some.shadowRoot!.querySelectorAll('.case b')].map(({ textContent }) => textContent);
    expect(named).to.deep.equal(['Nhóm 1 (không ghi trường hợp)', 'Cấp lại']);
    expect(words(some)).to.contain('Nhóm không ghi trường hợp thì ai cũng nên xem.');
    const none = await sheetOf({ paperGroups: [group('Cấp đổi', 'Tờ khai'), group('Cấp lại', 'Bản chính')] });
    expect(words(none)).to.contain('chỉ chuẩn bị nhóm đúng với trường hợp của bạn');
    expect(words(none)).not.to.contain('không ghi trường hợp');
  });

  it('keeps ticks to the procedure they were made for', async () => {
    const catalog = aCatalog([
      aProcedure({ paperGroups: [{ papers: [{ name: 'Tờ khai' }] }] }),
      aProcedure({
        code: '2.000815',
        name: 'Chứng thực',
        paperGroups: [{ papers: [{ name: 'Bản chính' }] }],
      }),
    ]);
    const detail = await shown(
      await fixture(html`<dvc-procedure-detail code="1.001193" .catalog=${catalog}></dvc-procedure-detail>`),
    );
    part(detail, 'input')?.click();
    await detail.updateComplete;
    expect(words(detail, '[role=status]')).to.equal('Đã có 1/1 giấy tờ');
    detail.code = '2.000815';
    await detail.updateComplete;
    expect((part(detail, 'input') as HTMLInputElement).checked).to.equal(false);
    expect(words(detail, '[role=status]')).to.equal('');
  });

  it('keeps ticks when newer data take the place of a copy, and says which copy it shows and why', async () => {
    const catalogOf = (note: string) =>
      aCatalog([aProcedure({ note, paperGroups: [{ papers: [{ name: 'Tờ khai' }, { name: 'Ảnh' }] }] })]);
    const placeOf = (catalog: Catalog, standIns: PlaceCatalog['standIns']): PlaceCatalog => ({
      catalog,
      levelOf: () => undefined,
      levelCodeOf: () => undefined,
      levelLists: [],
      unreadLists: [],
      standIns,
    });
    const savedOn = new Date('2026-11-20T05:00:00Z');
    const standIns = [
      { of: 'catalog', why: 'slow', savedOn },
      { of: 'levels', why: 'slow', savedOn },
      { of: 'levels', why: 'site', savedOn },
    ] as const;
    const detail = await shown(
      await fixture(
        html`<dvc-procedure-detail
          code="1.001193"
          .place=${placeOf(catalogOf('cũ'), standIns)}
        ></dvc-procedure-detail>`,
      ),
    );
    expect(
      [...detail.shadowRoot!.querySelectorAll('.notice')].map(({ textContent }) => textContent.trim()),
    ).to.eql([
      'Mạng quá chậm. Đang dùng bản lưu ngày 20/11/2026. Danh sách mức độ là bản lưu ngày 20/11/2026.',
      'Trang đang gặp trục trặc. Danh sách mức độ là bản lưu ngày 20/11/2026.',
    ]);
    (part(detail, 'li + li input') as HTMLInputElement).click();
    detail.place = placeOf(catalogOf('mới'), []);
    await detail.updateComplete;
    expect(part(detail, '.notice')).to.equal(undefined);
    const boxes = [...detail.shadowRoot!.querySelectorAll<HTMLInputElement>('.checklist input')];
    expect(boxes.map(({ checked }) => checked)).to.eql([false, true]);
  });

  it('offers to apply only where there is an address and the level allows it', async () => {
    const applyUrl = 'https://example.gov.vn/nop?ma={code}';
    const sure = await sheetOf({}, { applyUrl, levels: [levelOf2011('4')] });
    expect(part(sure, '[part=apply]')?.getAttribute('href')).to.equal(
      'https://example.gov.vn/nop?ma=1.001193',
    );
    const offline = await sheetOf({}, { applyUrl, levels: [levelOf2011('1')] });
    expect(part(offline, '[part=apply]')).to.equal(undefined);
    expect(words(offline, '.actions')).to.contain('chưa nộp được trên mạng');
    const unknown = await sheetOf({}, { applyUrl });
    expect(words(unknown, '.actions')).to.contain('Chưa rõ thủ tục này có nộp được trên mạng hay không.');
    const none = await sheetOf();
    expect(words(none, '.actions')).to.contain('Xem trên Cổng Dịch vụ công quốc gia');
    const evil = await sheetOf({}, { applyUrl: 'javascript:alert(1)//{code}' });
    expect(part(evil, '[part=apply]')).to.equal(undefined);
  });

  it('never tells from a made-up level what a real procedure is like', async () => {
    const filing = [{ channel: 'counter' }, { channel: 'online' }] as const;
    const detail = await sheetOf({ filing: [...filing] }, { levels: [levelOf2011('1', true)] });
    expect(words(detail, '.actions')).not.to.contain('chưa nộp được');
    expect(words(detail, '.fact.level .caution')).to.equal(
      'Mức này chỉ để minh họa, không phải mức công bố thật. Xem đầy đủ hướng dẫn trên mạng. Giấy tờ nộp tại nơi tiếp nhận.',
    );
  });

  it('says that the sources disagree, and asks to ask, instead of believing one', async () => {
    const applyUrl = 'https://example.gov.vn/nop?ma={code}';
    const levels = [aLevelList([{ code: '1.001193', level: 'partial' }])];
    const counterOnly = await sheetOf({ filing: [{ channel: 'counter' }] }, { levels, applyUrl });
    expect(words(counterOnly, '.why'))
      .to.contain('Các nguồn không khớp nhau: UBND tỉnh Mẫu công bố là nộp được trên mạng')
      .and.to.contain('Hãy hỏi nơi tiếp nhận');
    const online = await sheetOf({ filing: [{ channel: 'online' }] }, { levels: [levelOf2011('2')] });
    expect(words(online, '.why')).to.contain(
      'công bố là chưa nộp được trên mạng, còn danh mục thủ tục lại ghi',
    );
    const agreed = await sheetOf({ filing: [{ channel: 'counter' }] });
    expect(words(agreed, '.why')).to.equal(
      'Nguồn không ghi cách nộp trên mạng. Hãy nộp theo cách ghi ở trên.',
    );
  });

  it('says of a level that cannot be read that one was announced', async () => {
    const detail = await sheetOf({}, { levels: [aLevelList([{ code: '1.001193', level: 'siêu việt' }])] });
    expect(words(detail, '.fact.level'))
      .to.contain('Nơi này có công bố mức')
      .and.not.to.contain('chưa công bố');
  });

  it('never reads a level by another scheme than that of its list', async () => {
    for (const [scheme, level] of [
      ['vn-2026', '4'],
      ['vn-2011', 'full'],
    ] as const) {
      const detail = await sheetOf({}, { levels: [aLevelList([{ code: '1.001193', level }], { scheme })] });
      const badge = part(detail, 'dvc-level-badge')!;
      await waitUntil(() => part(badge, '.badge'), 'the badge is shown');
      expect(words(badge, '.badge')).to.equal(`Chưa rõ mức: “${level}”`);
    }
  });

  it('tells the page that the person goes to apply, and lets it refuse', async () => {
    const detail = await sheetOf({ applyUrl: 'https://example.gov.vn/nop' });
    const heard: string[] = [];
    let followed: boolean | undefined;
    window.removeEventListener('click', stayHere);
    const note = (event: Event) => {
      followed = !event.defaultPrevented;
      event.preventDefault();
    };
    window.addEventListener('click', note);
    detail.addEventListener('dvc-procedure-apply', (event: ProcedureApplyEvent) => heard.push(event.code));
    part(detail, '[part=apply]')?.click();
    expect(followed).to.equal(true);
    detail.addEventListener('dvc-procedure-apply', (event) => event.preventDefault());
    part(detail, '[part=apply]')?.click();
    window.removeEventListener('click', note);
    expect(followed).to.equal(false);
    expect(heard).to.eql(['1.001193', '1.001193']);
  });

  it('says that a procedure is over, and leads to the one that replaced it', async () => {
    const catalog = aCatalog([
      aProcedure({ validTo: '2025-06-30', replacedBy: '2.000001', applyUrl: 'https://example.gov.vn/nop' }),
      aProcedure({ code: '2.000001', name: 'Thủ tục mới' }),
    ]);
    const detail = await shown(
      await fixture(html`<dvc-procedure-detail code="1.001193" .catalog=${catalog}></dvc-procedure-detail>`),
    );
    expect(words(detail, '.notice.over')).to.contain('đã được thay thế');
    expect(part(detail, '[part=apply]'), 'nobody applies for what is over').to.equal(undefined);
    part(detail, '.notice .target')?.click();
    await waitUntil(() => words(detail, 'h2') === 'Thủ tục mới');
    expect(words(await sheetOf({ validTo: '2025-06-30' }), '.notice.over')).to.contain('30/06/2025');
    expect(words(await sheetOf({ validFrom: '2027-01-01' }), '.notice.over')).to.contain('01/01/2027');
  });

  it('leads nowhere from a procedure that is said to be replaced by itself, or in a circle', async () => {
    const itself = await sheetOf({ replacedBy: '1.001193' });
    expect(words(itself, '.notice.over')).to.contain('chưa rõ bằng thủ tục nào').and.to.contain('Hãy hỏi');
    expect(part(itself, '.notice.over a, .notice.over button')).to.equal(undefined);
    const catalog = aCatalog([
      aProcedure({ replacedBy: '1.000002' }),
      aProcedure({ code: '1.000002', name: 'Hai', replacedBy: '1.000003' }),
      aProcedure({ code: '1.000003', name: 'Ba', replacedBy: '1.001193' }),
      aProcedure({ code: '1.000004', name: 'Bốn', replacedBy: '1.000002' }),
    ]);
    const circle = await sheetOf({}, { catalog });
    expect(words(circle, '.notice.over')).to.contain('chưa rõ bằng thủ tục nào');
    // Who is led into a circle still gets to a sheet that says so.
    circle.code = '1.000004';
    await circle.updateComplete;
    expect(words(circle, '.notice.over')).to.contain('Hãy dùng thủ tục mới: Hai');
    await expect(circle).to.be.accessible();
  });

  it('opens a related procedure, moves the focus to its name, and keeps the address in step', async () => {
    const before = location.href;
    const catalog = aCatalog([
      aProcedure({ related: ['2.000815', '9.000000'] }),
      aProcedure({ code: '2.000815', name: 'Chứng thực' }),
    ]);
    const detail = await shown(
      await fixture(
        html`<dvc-procedure-detail
          code="1.001193"
          code-param="ma"
          .catalog=${catalog}
        ></dvc-procedure-detail>`,
      ),
    );
    expect(words(detail)).to.contain('9.000000 (không có trong danh mục này)');
    const opened: ProcedureOpenEvent[] = [];
    detail.addEventListener('dvc-procedure-open', (event) => opened.push(event));
    part(detail, 'a.target[href*="ma=2.000815"]')?.click();
    await waitUntil(() => words(detail, 'h2') === 'Chứng thực');
    await waitUntil(() => detail.shadowRoot?.activeElement === part(detail, 'h2'));
    expect(opened.map(({ code, from }) => [code, from])).to.eql([['2.000815', 'related']]);
    expect(new URLSearchParams(location.search).get('ma')).to.equal('2.000815');
    history.back();
    await waitUntil(() => words(detail, 'h2') === 'Đăng ký khai sinh');
    history.replaceState(null, '', before);
  });

  it('leaves a related procedure to the page that wants to show it in its own way', async () => {
    const catalog = aCatalog([
      aProcedure({ related: ['2.000815'] }),
      aProcedure({ code: '2.000815', name: 'Khác' }),
    ]);
    const detail = await shown(
      await fixture(html`<dvc-procedure-detail code="1.001193" .catalog=${catalog}></dvc-procedure-detail>`),
    );
    detail.addEventListener('dvc-procedure-open', (event) => event.preventDefault());
    part(detail, '.list button.target')?.click();
    await detail.updateComplete;
    expect(words(detail, 'h2')).to.equal('Đăng ký khai sinh');
  });

  it('says that a code is not in the catalogue, and where to ask', async () => {
    const detail = await shown(
      await fixture(
        html`<dvc-procedure-detail code="9.999999" .catalog=${aCatalog([aProcedure()])}
          ><a href="/tim">Tìm thủ tục khác</a></dvc-procedure-detail
        >`,
      ),
    );
    expect(words(detail, 'h2')).to.equal('Không tìm thấy thủ tục có mã “9.999999”');
    expect(part(detail, 'slot')).to.not.equal(undefined);
    await expect(detail).to.be.accessible();
  });

  it('shows the content of the page where there is nothing to show', async () => {
    const detail = await fixture<ProcedureDetail>(
      html`<dvc-procedure-detail><a href="/danh-muc">Danh mục</a></dvc-procedure-detail>`,
    );
    expect(part(detail, '.sheet')).to.equal(undefined);
    expect(part(detail, 'slot')).to.not.equal(undefined);
    await expect(detail).to.be.accessible();
  });

  it('says in plain words that a catalogue cannot be had, and tries again', async () => {
    const detail = await shown(
      await fixture(
        html`<dvc-procedure-detail code="1.001193" catalog="/no/such.json"></dvc-procedure-detail>`,
      ),
    );
    expect(words(detail, 'h2')).to.equal('Chưa tải được thông tin thủ tục.');
    expect(words(detail, '.trouble')).to.contain('Hãy thử lại sau');
    await expect(detail).to.be.accessible();
    part(detail, '.trouble button')?.click();
    await detail.updateComplete;
    expect(part(detail, '[aria-busy=true]')).to.not.equal(undefined);
    expect(words(detail, '[role=status]')).to.equal('Đang tải…');
    await shown(detail);
  });

  it('says that it is sample data, on paper too', async () => {
    const detail = await shown(
      await fixture(
        html`<dvc-procedure-detail
          code="1.001193"
          .catalog=${aCatalog([aProcedure()], { sample: true })}
          .levels=${[levelOf2011('3', true)]}
        ></dvc-procedure-detail>`,
      ),
    );
    expect(words(detail, '.notice')).to.contain('Dữ liệu mẫu');
    expect(words(detail, '.fact.level')).to.contain('chỉ để minh họa');
    // Not every engine can be told to show what it would print.
    await emulateMedia({ media: 'print' }).catch(() => undefined);
    for (const label of ['.notice', '.fact.level .caution'])
      expect(part(detail, label)!.getBoundingClientRect().height, label).to.be.greaterThan(0);
    await emulateMedia({ media: 'screen' }).catch(() => undefined);
  });

  it('says who announced the level, for where, when and by what', async () => {
    const list = aLevelList([{ code: '1.001193', level: 'full' }], {
      publishedOn: '2025',
      source: { name: 'Quyết định 1/QĐ-UBND', url: 'https://example.gov.vn/1' },
    });
    const detail = await sheetOf({}, { levels: [list] });
    const badge = part(detail, 'dvc-level-badge')!;
    await waitUntil(() => badge.shadowRoot?.querySelector('.badge'), 'the badge is shown');
    expect(words(badge, '.badge')).to.equal('Toàn trình (theo UBND tỉnh Mẫu)');
    expect(words(detail, '.fact.level')).to.contain('UBND tỉnh Mẫu công bố năm 2025, áp dụng tại: Tỉnh Mẫu.');
    expect(part(detail, '.fact.level a')?.getAttribute('href')).to.equal('https://example.gov.vn/1');
  });

  it('names the document after the procedure only where the page asks for it', async () => {
    const before = document.title;
    await sheetOf();
    expect(document.title).to.equal(before);
    await sheetOf({ name: 'Đăng ký {name} $& khai sinh' }, { pageTitle: '{name} – Xã Mẫu' });
    expect(document.title).to.equal('Đăng ký {name} $& khai sinh – Xã Mẫu');
    document.title = before;
  });

  it('gives the document its own title back when no procedure is shown any more, unless the page gave it another', async () => {
    const before = document.title;
    const catalog = aCatalog([aProcedure(), aProcedure({ code: '1.000002', name: 'Hai' })]);
    const detail = await sheetOf({}, { catalog, pageTitle: '{name} – Xã Mẫu' });
    const show = async (code: string | undefined) => {
      detail.code = code;
      await detail.updateComplete;
      return document.title;
    };
    expect(await show('1.000002')).to.equal('Hai – Xã Mẫu');
    expect(await show('9.999999')).to.equal(before);
    expect(await show('1.000002')).to.equal('Hai – Xã Mẫu');
    expect(await show(undefined)).to.equal(before);
    await show('1.000002');
    document.title = 'Trang khác';
    expect(await show(undefined)).to.equal('Trang khác');
    // What the page calls itself meanwhile is its own title from then on.
    await show('1.000002');
    expect(await show(undefined)).to.equal('Trang khác');
    document.title = 'Trang thứ ba';
    await show('1.000002');
    expect(await show(undefined)).to.equal('Trang thứ ba');
    document.title = before;
  });

  it('describes the procedure to search engines when asked, and takes it back', async () => {
    const block = () => document.head.querySelector('script[type="application/ld+json"]');
    const detail = await sheetOf({ fees: [{ kind: 'known', amount: 8000 }], name: 'A </script><b>B' });
    expect(block()).to.equal(null);
    detail.structuredData = true;
    await waitUntil(block);
    const data = JSON.parse(block()?.textContent ?? '') as Record<string, unknown>;
    expect(data['@type']).to.equal('GovernmentService');
    expect(data.name).to.equal('A </script><b>B');
    expect(block()?.textContent).to.not.contain('<');
    expect(data.offers).to.eql([{ '@type': 'Offer', price: 8000, priceCurrency: 'VND' }]);
    detail.remove();
    expect(block()).to.equal(null);
  });

  it('opens what is folded while the page prints, and closes it again', async () => {
    const detail = await sheetOf({ legalBasis: ['1', '2', '3', '4', '5'].map((number) => ({ number })) });
    const folded = part(detail, 'details') as HTMLDetailsElement;
    expect(folded.open).to.equal(false);
    window.dispatchEvent(new Event('beforeprint'));
    expect(folded.open).to.equal(true);
    window.dispatchEvent(new Event('afterprint'));
    expect(folded.open).to.equal(false);
  });

  it('has a QR code of its address ready for paper', async () => {
    const detail = await sheetOf({}, { codeParam: 'ma' });
    await waitUntil(() => part(detail, '.qr path')?.getAttribute('d'));
    const address = readDrawnCode(detail.shadowRoot!.querySelector<SVGSVGElement>('.qr svg')!);
    const here = new URL(location.href);
    here.searchParams.set('ma', '1.001193');
    expect(address).to.equal(here.href);
    expect(words(detail, '.qr span')).to.equal(address);
  });

  it('follows the language around it', async () => {
    const around = await fixture<HTMLElement>(
      html`<div>
        <dvc-procedure-detail code="1.001193" .catalog=${aCatalog([aProcedure()])}></dvc-procedure-detail>
      </div>`,
    );
    const detail = await shown(around.firstElementChild as ProcedureDetail);
    around.lang = 'en';
    await waitUntil(() => words(detail, '.fact.fee').startsWith('What it costs'));
    expect(part(detail, 'h2 [lang=vi]')?.textContent).to.equal('Đăng ký khai sinh');
    await expect(detail).to.be.accessible();
  });

  describe('with hostile words in every member', () => {
    const open = async (
      words: string,
      overrides: Partial<ProcedureRecord> = {},
      source?: LevelEntry['source'],
    ) =>
      shown(
        await fixture<ProcedureDetail>(
          html`<dvc-procedure-detail
            .code=${words}
            .catalog=${aCatalog([{ ...hostileRecord(words), ...overrides }], hostileHead(words))}
            .levels=${[hostileLevels(words, [{ code: words, level: 'full', source }])]}
            .clock=${() => new Date('2026-11-23T05:00:00Z')}
          ></dvc-procedure-detail>`,
        ),
      );
    const isHarmless = (detail: ProcedureDetail, tags: readonly string[], words: string) => {
      expect(tagsIn(detail), words).to.deep.equal(tags);
      for (const scheme of schemesOfLinks(detail)) expect(scheme, words).to.match(/^https?:$/u);
    };

    it('keeps them words', async () => {
      const tags = tagsIn(await open(HARMLESS, {}, { name: HARMLESS, url: 'https://example.gov.vn/level' }));
      for (const words of HOSTILE) {
        const detail = await open(words, {}, { name: `${words} 11`, url: 'https://example.gov.vn/level' });
        isHarmless(detail, tags, words);
        expect(timesSaid(detail, words), words).to.be.greaterThan(25);
        // Those of the catalogue's head, the level list's head and its entry.
        for (const mark of [5, 6, 7, 8, 10, 11])
          expect(timesSaid(detail, `${words} ${String(mark)}`), `${words} ${String(mark)}`).to.be.greaterThan(
            0,
          );
      }
      expect(isHacked()).to.equal(false);
    });

    it('keeps them words where another procedure took its place', async () => {
      const tags = tagsIn(await open(HARMLESS, { replacedBy: `${HARMLESS} 12` }));
      for (const words of HOSTILE) {
        const detail = await open(words, { replacedBy: `${words} 12` });
        isHarmless(detail, tags, words);
        expect(timesSaid(detail, `${words} 12`), words).to.equal(1);
        // The level's own source is not named, so that of its list is.
        expect(timesSaid(detail, `${words} 9`), words).to.equal(1);
      }
      expect(isHacked()).to.equal(false);
    });
  });

  it('never links to anything but a web address, even past the check at the door', async () => {
    const [checked] = aCatalog([aProcedure()]).procedures;
    if (!checked) throw new Error('the record was left out');
    const evil = 'javascript:window.hacked=true';
    const procedure: Procedure = {
      ...checked,
      source: { name: 'Nguồn', url: evil },
      otherSources: ['https://example.gov.vn', evil],
      forms: [{ name: 'Mẫu', url: evil }],
      legalBasis: [{ number: '1/2026', url: evil }],
      applyUrl: evil,
    };
    const catalog: Catalog = { ...aCatalog([]), procedures: [procedure], byCode: () => procedure };
    const detail = await shown(
      await fixture(html`<dvc-procedure-detail code="1.001193" .catalog=${catalog}></dvc-procedure-detail>`),
    );
    const links = [...(detail.shadowRoot?.querySelectorAll('a') ?? [])].map(({ protocol }) => protocol);
    expect(links).to.eql(['https:']);
  });
});
