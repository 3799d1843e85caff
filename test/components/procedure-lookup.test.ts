import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import '../../components/portal/portal.js';
import '../../components/procedure-lookup/procedure-lookup.js';
import type { ProcedureLookup } from '../../components/procedure-lookup/procedure-lookup.js';
import type { ProcedureOpenEvent } from '../../src/ui/procedure-events.js';
import { aCatalog, aCatalogFile, aLevelList, aRecord } from '../support/builders.js';
import { fakeTimers, until } from '../support/fake-timers.js';
import {
  HARMLESS,
  HOSTILE,
  hostileHead,
  hostileLevels,
  hostileRecord,
  isHacked,
  schemesOfLinks,
  tagsIn,
} from '../support/hostile.js';

const birth = aRecord({
  code: '1.001193',
  name: 'Thủ tục đăng ký khai sinh',
  field: 'Hộ tịch',
  tiers: [{ tier: 'commune' }],
  audience: ['citizen'],
  keywords: ['giấy khai sinh', 'con mới sinh'],
});
const again = aRecord({
  code: '1.004884',
  name: 'Thủ tục đăng ký lại khai sinh',
  field: 'Hộ tịch',
  tiers: [{ tier: 'commune' }],
  audience: ['citizen'],
});
const land = aRecord({
  code: '1.012756',
  name: 'Đăng ký đất đai lần đầu đối với trường hợp được Nhà nước giao đất để quản lý',
  field: 'Đất đai',
  tiers: [{ tier: 'province' }],
  audience: ['organisation'],
});
const catalog = aCatalog([birth, again, land], { sample: true });
const levels = [aLevelList([{ code: '1.001193', level: 'full' }])];

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function lookup(
  content = html`<dvc-procedure-lookup .catalog=${catalog} .levels=${levels}></dvc-procedure-lookup>`,
) {
  const element = await fixture<ProcedureLookup>(content);
  while (!element.shadowRoot?.querySelector('.card, .none, .refusal')) await frame();
  await element.updateComplete;
  return element;
}

const all = (element: Element, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const text = (element: HTMLElement | undefined) => element?.textContent.replace(/\s+/gu, ' ').trim();
async function openFilters(element: ProcedureLookup): Promise<void> {
  all(element, '.filter-button')[0]!.click();
  while (!element.shadowRoot!.querySelector('select')) await frame();
}
const names = (element: Element) => all(element, 'li h2').map(text);

async function type(element: ProcedureLookup, words: string): Promise<void> {
  element.focus();
  await sendKeys({ type: words });
  await element.updateComplete;
}

/** The button for more rows, which comes once those before it are there. */
async function moreOf(element: ProcedureLookup): Promise<HTMLElement> {
  await until(() => all(element, '.more').length > 0, 'the button for more');
  return all(element, '.more')[0]!;
}

describe('<dvc-procedure-lookup>', () => {
  describe('with the everyday words of a place', () => {
    const words = { means: ['tờ cùng rằm=khai sinh'] };
    const asked = async (thesaurus: unknown) => {
      const element = await lookup(
        html`<dvc-procedure-lookup
          .catalog=${catalog}
          .thesaurus=${thesaurus}
          query="tờ cùng rằm"
        ></dvc-procedure-lookup>`,
      );
      return names(element)[0];
    };

    it('finds by them, given or in a file', async () => {
      expect(await asked(undefined)).to.equal(undefined);
      expect(await asked(words)).to.contain('khai sinh');
      expect(await asked(`data:application/json,${encodeURIComponent(JSON.stringify(words))}`)).to.contain(
        'khai sinh',
      );
    });

    it('follows the portal, and words that come later', async () => {
      const portal = await fixture(
        html`<dvc-portal .thesaurus=${words}>
          <dvc-procedure-lookup .catalog=${catalog} query="tờ cùng rằm"></dvc-procedure-lookup>
        </dvc-portal>`,
      );
      const element = portal.querySelector('dvc-procedure-lookup')!;
      while (!element.shadowRoot?.querySelector('.card')) await frame();
      expect(names(element)[0]).to.contain('khai sinh');
    });

    it('searches without them where they are of no use', async () => {
      for (const thesaurus of [
        'data:application/json,[',
        'data:application/json,[]',
        '/no-such-words.json',
        7,
      ]) {
        const element = await lookup(
          html`<dvc-procedure-lookup
            .catalog=${catalog}
            .thesaurus=${thesaurus}
            query="khai sinh"
          ></dvc-procedure-lookup>`,
        );
        expect(names(element)[0], String(thesaurus)).to.contain('khai sinh');
      }
    });
  });

  it('shows everything before anything is asked, and is accessible', async () => {
    const element = await lookup();
    expect(names(element)).to.have.length(3);
    expect(text(all(element, '.status')[0])).to.equal('Có 3 thủ tục');
    expect(all(element, '.sample').map(text)).to.deep.equal([
      'Dữ liệu mẫu – không phải thông tin chính thức',
    ]);
    await expect(element).to.be.accessible();
  });

  it('finds while the person types, without accents, and marks what matched', async () => {
    const element = await lookup();
    await type(element, 'lai khai sinh');
    expect(names(element)[0]).to.equal('Thủ tục đăng ký lại khai sinh');
    expect(text(all(element, 'mark')[0])).to.contain('lại khai sinh');
    expect(element.shadowRoot!.querySelector('input')!.value).to.equal('lai khai sinh');
  });

  it('keeps what is being typed, and the focus, when the catalogue arrives', async () => {
    // One that no index was made of yet.
    const unknown = { ...catalog };
    const element = await fixture<ProcedureLookup>(
      html`<dvc-procedure-lookup .catalog=${unknown} .levels=${levels}></dvc-procedure-lookup>`,
    );
    const box = element.shadowRoot!.querySelector('input')!;
    expect(all(element, '.card')).to.have.length(0);
    box.focus();
    box.value = 'đất';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    while (names(element).length === 0) await frame();
    expect(element.shadowRoot!.activeElement).to.equal(box);
    expect(box.value).to.equal('đất');
    expect(names(element)).to.deep.equal([land.name]);
  });

  it('takes the hint out of sight once somebody types, but not from who hears it', async () => {
    const element = await lookup();
    const hint = all(element, '#hint')[0]!;
    const height = () => hint.getBoundingClientRect().height;
    expect(height()).to.be.greaterThan(10);
    await type(element, 'đ');
    expect(height()).to.be.at.most(1);
    expect(element.shadowRoot!.querySelector('input')!.getAttribute('aria-describedby')).to.equal('hint');
    expect(text(hint)).to.contain('Gõ có dấu');
    await expect(element).to.be.accessible();
  });

  it('keeps the filters behind a button that says whether they are open', async () => {
    const element = await lookup();
    const button = all(element, '.filter-button')[0]!;
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(all(element, 'select')).to.have.length(0);
    await openFilters(element);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    await expect(element).to.be.accessible();
    button.click();
    await element.updateComplete;
    expect(all(element, 'select')).to.have.length(0);
  });

  it('names where to ask below answers that look right, too', async () => {
    const element = await lookup();
    expect(all(element, '.none')).to.have.length(0);
    await type(element, 'đất đai');
    expect(text(all(element, '.none')[0])).to.contain('Không thấy việc bạn cần?');
    expect(element.shadowRoot!.querySelector('.none a[href="https://dichvucong.gov.vn"]')).not.to.equal(null);
  });

  it('shows how many were found at once, and tells who listens once they pause: how many, and the first', async () => {
    const element = await lookup();
    const spoken = element.shadowRoot!.querySelector<HTMLElement>('[role=status]')!;
    const timers = fakeTimers();
    const before = text(spoken);
    for (const words of ['đ', 'đấ', 'đất', 'đất đ', 'đất đai']) {
      const box = element.shadowRoot!.querySelector('input')!;
      box.value = words;
      box.dispatchEvent(new InputEvent('input'));
      await element.updateComplete;
    }
    expect(text(all(element, '.status')[0])).to.equal('Tìm thấy 1 thủ tục');
    expect(text(spoken)).to.equal(before);
    expect(timers.asked.filter((ms) => ms === 1000)).to.have.length(1);
    while (timers.ring());
    timers.restore();
    await element.updateComplete;
    expect(text(spoken)).to.match(/^Tìm thấy 1 thủ tục .*đất đai/u);
  });

  it('tells the name of the first, not the words of its button, whatever the level of the headings', async () => {
    for (const level of [2, 3, 6]) {
      const element = await lookup(
        html`<dvc-procedure-lookup
          .catalog=${catalog}
          query="đất đai"
          heading-level=${level}
        ></dvc-procedure-lookup>`,
      );
      const spoken = element.shadowRoot!.querySelector<HTMLElement>('[role=status]')!;
      while (text(spoken) === '') await frame();
      expect(text(spoken), `level ${String(level)}`).to.equal(`Tìm thấy 1 thủ tục ${land.name}`);
    }
  });

  it('tells what it looked for where it found nothing, only where that is not what was typed', async () => {
    const shown = async (query: string) => {
      const element = await lookup(
        html`<dvc-procedure-lookup .catalog=${catalog} query=${query}></dvc-procedure-lookup>`,
      );
      expect(text(all(element, '.status')[0]), query).to.match(/^Chưa tìm thấy/u);
      return all(element, '.read-as').map(text);
    };
    expect(await shown('khieeus naij')).to.deep.equal(['Đã thử tìm: “khiếu nại”']);
    expect(await shown('khiếu nại')).to.deep.equal([]);
  });

  it('tells other results although there are as many', async () => {
    const element = await lookup();
    const spoken = element.shadowRoot!.querySelector<HTMLElement>('[role=status]')!;
    for (const words of ['khai sinh', 'đất đai']) {
      element.query = words;
      while (!text(spoken)?.includes(words)) await frame();
    }
  });

  it('filters, counts what each choice would leave, and takes filters away again', async () => {
    const element = await lookup();
    await openFilters(element);
    const field = element.shadowRoot!.querySelector<HTMLSelectElement>('select#field')!;
    expect([...field.options].map((option) => text(option))).to.deep.equal([
      'Tất cả',
      'Đất đai (1)',
      'Hộ tịch (2)',
    ]);
    field.value = 'Đất đai';
    field.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(names(element)).to.have.length(1);
    all(element, '.filters button')[0]!.click();
    await element.updateComplete;
    expect(names(element)).to.have.length(3);
    expect(field.value).to.equal('');
  });

  it('shows the level that was announced, and says where none was', async () => {
    const element = await lookup();
    const badges = all(element, '.card .badge');
    // The list is the province's, the catalogue the commune's.
    expect(text(badges[0])).to.equal('Toàn trình (theo UBND tỉnh Mẫu)');
    expect(text(badges[1])).to.equal('Chưa công bố mức độ');
    await openFilters(element);
    const level = element.shadowRoot!.querySelector<HTMLSelectElement>('select#level')!;
    expect([...level.options].map((option) => text(option))).to.deep.equal([
      'Tất cả',
      'Toàn trình (theo UBND tỉnh Mẫu) (1)',
      'Chưa công bố mức độ (2)',
    ]);
  });

  it('says of each level whose it is, that it was converted, that it was made up', async () => {
    const own = { place: 'Xã Mẫu' };
    const lists = [
      aLevelList([{ code: '1.001193', level: '4' }], { ...own, scheme: 'vn-2011' }),
      aLevelList([{ code: '1.004884', level: 'full' }], own),
      aLevelList([{ code: '1.012756', level: '3' }], { scheme: 'vn-2011', illustration: true }),
    ];
    const element = await lookup(
      html`<dvc-procedure-lookup
        .catalog=${catalog}
        .levels=${lists}
        scheme="vn-2022"
      ></dvc-procedure-lookup>`,
    );
    expect(all(element, '.card .badge').map(text)).to.deep.equal([
      'Toàn trình (quy đổi từ Mức độ 4)',
      'Toàn trình',
      'Một phần (quy đổi từ Mức độ 3, minh họa)',
    ]);
  });

  it('filters by the levels that the cards show, from much online to little, each by whose it is', async () => {
    const many = aCatalog(
      ['1', '2', '3', '4', '5', '6'].map((digit) =>
        aRecord({ code: `1.00000${digit}`, name: `Việc ${digit}` }),
      ),
    );
    const lists = [
      aLevelList(
        [
          { code: '1.000001', level: '1' },
          { code: '1.000002', level: '4' },
        ],
        { scheme: 'vn-2011' },
      ),
      aLevelList([
        { code: '1.000003', level: 'full' },
        { code: '1.000004', level: 'lạ' },
      ]),
      aLevelList([{ code: '1.000005', level: '4' }], { scheme: 'vn-2011', illustration: true }),
      aLevelList([{ code: '1.000006', level: '4' }], { scheme: 'vn-2011', place: 'Xã Mẫu' }),
    ];
    const options = async (scheme: string | undefined) => {
      const element = await lookup(
        html`<dvc-procedure-lookup
          .catalog=${many}
          .levels=${lists}
          .scheme=${scheme}
        ></dvc-procedure-lookup>`,
      );
      await openFilters(element);
      const select = element.shadowRoot!.querySelector<HTMLSelectElement>('select#level')!;
      return { element, select, names: [...select.options].slice(1).map((option) => text(option)) };
    };
    expect((await options(undefined)).names).to.deep.equal([
      'Toàn trình (theo UBND tỉnh Mẫu) (1)',
      'Mức độ 4 (1)',
      'Mức độ 4 (theo UBND tỉnh Mẫu) (1)',
      'Mức độ 4 (minh họa) (1)',
      'Mức độ 1 (theo UBND tỉnh Mẫu) (1)',
      'Chưa rõ mức: “lạ” (1)',
    ]);
    const { element, select, names: converted } = await options('vn-2022');
    expect(converted).to.deep.equal([
      'Toàn trình (1)',
      'Toàn trình (theo UBND tỉnh Mẫu) (2)',
      'Toàn trình (minh họa) (1)',
      'Cung cấp thông tin (theo UBND tỉnh Mẫu) (1)',
      'Chưa rõ mức: “lạ” (1)',
    ]);
    select.selectedIndex = 2;
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(all(element, '.card .badge').map(text)).to.deep.equal([
      'Toàn trình (quy đổi từ Mức độ 4, theo UBND tỉnh Mẫu)',
      'Toàn trình (theo UBND tỉnh Mẫu)',
    ]);
  });

  it('offers to apply, and calls in force, exactly what the sheet does', async () => {
    const day = () => new Date('2026-11-23T05:00:00Z');
    const of = (code: string, record: Parameters<typeof aRecord>[0] = {}) =>
      aRecord({ code, name: `Việc ${code}`, tiers: [{ tier: 'commune' }], ...record });
    const old = { tiers: [{ tier: 'district' as const, validTo: '2025-06-30' }] };
    const places = aCatalog([
      of('1.000001', { validTo: '2021-12-31', replacedBy: '1.000009' }),
      of('1.000002', { validTo: '2025-06-30', ...old }),
      of('1.000003', { validFrom: '2027-01-01' }),
      of('1.000004', { filing: [{ channel: 'counter' }] }),
      of('1.000005', { filing: [{ channel: 'online' }], ...old }),
      of('1.000006', { applyUrl: 'https://rieng.example.gov.vn/' }),
      of('1.000007', { validTo: '2026-12-31' }),
      of('1.000008', { filing: [{ channel: 'counter' }] }),
    ]);
    const lists = [
      aLevelList([
        { code: '1.000006', level: 'full' },
        { code: '1.000008', level: 'partial' },
      ]),
    ];
    const element = await lookup(
      html`<dvc-procedure-lookup
        .catalog=${places}
        .levels=${lists}
        .clock=${day}
        apply-url="https://nop.example.gov.vn/?ma={code}"
      ></dvc-procedure-lookup>`,
    );
    const cards = all(element, '.card');
    const told = cards.map((card) => [
      card.dataset.code,
      text(card.querySelector<HTMLElement>('.standing') ?? undefined),
      card.querySelector('.actions a')?.getAttribute('href'),
    ]);
    expect(told).to.deep.equal([
      ['1.000004', undefined, undefined],
      ['1.000005', undefined, 'https://nop.example.gov.vn/?ma=1.000005'],
      ['1.000006', undefined, 'https://rieng.example.gov.vn/'],
      [
        '1.000007',
        'Thủ tục này chỉ còn áp dụng đến hết ngày 31/12/2026.',
        'https://nop.example.gov.vn/?ma=1.000007',
      ],
      // The sources disagree; the sheet has the room to say so.
      ['1.000008', undefined, undefined],
      ['1.000001', 'Thủ tục này đã được thay thế.', undefined],
      ['1.000002', 'Thủ tục này đã hết hiệu lực, ngày cuối cùng áp dụng là 30/06/2025.', undefined],
      ['1.000003', 'Thủ tục này áp dụng từ ngày 01/01/2027, hiện chưa có hiệu lực.', undefined],
    ]);
    expect(text(cards[1]), 'a tier that is gone').not.to.contain('Huyện');
    await openFilters(element);
    const tier = element.shadowRoot!.querySelector<HTMLSelectElement>('select#tier');
    expect([...(tier?.options ?? [])].map((option) => text(option))).to.not.include(
      'Huyện (trước 01/7/2025) (2)',
    );
    await expect(element).to.be.accessible();
  });

  it('calls a keyword a keyword, and only a name a name', async () => {
    const named = aCatalog([
      aRecord({
        code: '1.000001',
        name: 'Đăng ký tạm trú',
        keywords: ['thuê nhà'],
        plainNames: ['Giấy xanh lá'],
      }),
    ]);
    const found = async (query: string) => {
      const element = await lookup(
        html`<dvc-procedure-lookup .catalog=${named} .query=${query}></dvc-procedure-lookup>`,
      );
      return text(all(element, '.called')[0]);
    };
    expect(await found('thuê nhà')).to.equal('Tìm thấy qua từ khóa: thuê nhà');
    expect(await found('xanh lá')).to.equal('Còn gọi là: Giấy xanh lá');
  });

  it('does not say that no level was announced where a list could not be loaded', async () => {
    const element = await lookup(
      html`<dvc-procedure-lookup .catalog=${catalog} levels="/no/such-levels.json"></dvc-procedure-lookup>`,
    );
    expect(all(element, '.card .badge').map(text)).to.deep.equal(Array(3).fill('Chưa tải được mức độ'));
    expect(all(element, '.notice').map(text)).to.include(
      'Chưa tải được danh sách mức độ (such-levels.json), nên có thủ tục chưa hiện mức độ.',
    );
    all(element, '.card button')[0]!.click();
    const sheet = () => element.shadowRoot!.querySelector('dvc-procedure-detail')?.shadowRoot;
    while (!sheet()?.querySelector('.sheet')) await frame();
    expect(sheet()!.textContent).to.contain('such-levels.json').and.not.to.contain('chưa công bố');
  });

  it('shows a level that no scheme knows as unclear, never as another or as none', async () => {
    const odd = [aLevelList([{ code: '1.001193', level: 'siêu việt' }])];
    const element = await lookup(
      html`<dvc-procedure-lookup .catalog=${catalog} .levels=${odd}></dvc-procedure-lookup>`,
    );
    expect(text(all(element, '.card .badge')[0])).to.equal('Chưa rõ mức: “siêu việt”');
  });

  it('opens the procedure of a code typed in full', async () => {
    const element = await lookup();
    const opened: ProcedureOpenEvent[] = [];
    element.addEventListener('dvc-procedure-open', (event) => {
      event.preventDefault();
      opened.push(event);
    });
    await type(element, '1012756 H42');
    await sendKeys({ press: 'Enter' });
    expect(opened.map(({ code, from }) => [code, from])).to.deep.equal([['1.012756', 'code']]);
  });

  for (const typed of ['TTHC 1.012756', 'mã số 1.012756'])
    it(`opens the procedure of “${typed}”`, async () => {
      const element = await lookup();
      let opened: string | undefined;
      element.addEventListener('dvc-procedure-open', (event) => {
        event.preventDefault();
        opened = event.code;
      });
      await type(element, typed);
      await sendKeys({ press: 'Enter' });
      expect(opened).to.equal('1.012756');
    });

  it('says where to ask where nothing was found', async () => {
    const element = await lookup();
    expect(all(element, '.none a').map(text)).to.deep.equal([]);
    await type(element, 'xyzzy');
    while (all(element, '.none a').length === 0) await frame();
    expect(all(element, '.none a').map(text).join()).to.contain('Cổng Dịch vụ công quốc gia');
  });

  it('opens the sheet in place where the page names none, and comes back to the row', async () => {
    const element = await lookup();
    all(element, '.card button')[1]!.click();
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('dvc-procedure-detail')!.code).to.equal('1.004884');
    await element.updateComplete;
    expect(text(element.shadowRoot!.activeElement as HTMLElement)).to.equal('Quay lại kết quả tìm');
    (element.shadowRoot!.activeElement as HTMLElement).click();
    await element.updateComplete;
    await frame();
    expect(element.shadowRoot!.activeElement!.closest('li')!.textContent).to.contain('1.004884');
  });

  it('says that the data are a sample in the list, on paper, and in a sheet that is open in its place', async () => {
    const element = await lookup();
    await emulateMedia({ media: 'print' }).catch(() => undefined);
    const [label] = all(element, '.sample');
    expect(text(label)).to.contain('Dữ liệu mẫu');
    expect(label!.getBoundingClientRect().height).to.be.greaterThan(0);
    await emulateMedia({ media: 'screen' }).catch(() => undefined);
    all(element, '.card button')[0]!.click();
    const sheet = () => element.shadowRoot!.querySelector('dvc-procedure-detail')?.shadowRoot;
    while (!sheet()?.querySelector('.notice')) await frame();
    expect(text(sheet()!.querySelector<HTMLElement>('.notice')!)).to.contain('Dữ liệu mẫu');
  });

  it('links to the page of a procedure, and lets the page cancel', async () => {
    const element = await lookup(
      html`<dvc-procedure-lookup
        .catalog=${catalog}
        detail-url="/chi-tiet.html?ma={code}"
        apply-url="javascript:alert(1)//{code}"
      ></dvc-procedure-lookup>`,
    );
    const link = element.shadowRoot!.querySelector<HTMLAnchorElement>('.card a')!;
    expect(link.getAttribute('href')).to.equal('/chi-tiet.html?ma=1.001193');
    expect(all(element, 'a').some((each) => each.getAttribute('href')!.startsWith('javascript'))).to.equal(
      false,
    );
    element.addEventListener('dvc-procedure-open', (event) => event.preventDefault());
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    link.dispatchEvent(click);
    expect(click.defaultPrevented).to.equal(true);
  });

  it('walks from the box through the results with the arrow keys', async () => {
    const element = await lookup();
    element.focus();
    const at = () => element.shadowRoot!.activeElement;
    await sendKeys({ press: 'ArrowDown' });
    expect(at()!.closest('li')!.textContent).to.contain('1.001193');
    await sendKeys({ press: 'ArrowDown' });
    expect(at()!.closest('li')!.textContent).to.contain('1.004884');
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowUp' });
    expect(at()!.id).to.equal('words');
  });

  it('asks between siblings in plain words, which the arrow keys reach before the results', async () => {
    const away = aRecord({
      code: '1.003583',
      name: 'Đăng ký khai sinh lưu động',
      keywords: ['khai sinh tại nhà'],
    });
    const family = aCatalog([birth, { ...again, keywords: ['khai sinh lại'] }, away]);
    const element = await lookup(
      html`<dvc-procedure-lookup .catalog=${family} query="khai sinh"></dvc-procedure-lookup>`,
    );
    expect(all(element, '.siblings .way').map(text)).to.deep.equal([
      'Giấy khai sinh',
      'Khai sinh lại',
      'Khai sinh tại nhà',
    ]);
    element.focus();
    const at = () => element.shadowRoot!.activeElement;
    await sendKeys({ press: 'ArrowDown' });
    expect(text(at() as HTMLElement)).to.equal('Giấy khai sinh');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    expect(at()!.closest('.card')!.textContent).to.contain('1.001193');
  });

  it('empties the box with Escape', async () => {
    const element = await lookup();
    await type(element, 'khai');
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('input')!.value).to.equal('');
    expect(names(element)).to.have.length(3);
  });

  it('helps where nothing is found: tips, the desk’s telephone, the national portal, the page’s own words', async () => {
    const element = await lookup(
      html`<dvc-procedure-lookup .catalog=${catalog} query="qwerty zxcv" help-phone="0235 000 0000">
        <p slot="not-found">Hỏi ông Tư</p>
      </dvc-procedure-lookup>`,
    );
    expect(text(all(element, '.status')[0])).to.equal('Chưa tìm thấy thủ tục nào cho “qwerty zxcv”');
    expect(element.shadowRoot!.querySelector('a[href^="tel:"]')!.getAttribute('href')).to.equal(
      'tel:02350000000',
    );
    expect(element.shadowRoot!.querySelector('a[href="https://dichvucong.gov.vn"]')).not.to.equal(null);
    expect(element.shadowRoot!.querySelector('slot[name=not-found]')).not.to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('names the nearest there is, and opens it', async () => {
    const element = await lookup(
      html`<dvc-procedure-lookup
        .catalog=${catalog}
        query="khai truong quan nhau binh dan"
      ></dvc-procedure-lookup>`,
    );
    const nearest = all(element, '.none li button');
    expect(text(all(element, '#nearest')[0])).to.equal('Có thể bạn cần:');
    expect(text(nearest[0])).to.equal(birth.name);
    const opened: ProcedureOpenEvent[] = [];
    element.addEventListener('dvc-procedure-open', (event) => opened.push(event));
    nearest[0]!.click();
    await element.updateComplete;
    expect(opened.map(({ code, from }) => [code, from])).to.deep.equal([['1.001193', 'suggestion']]);
    expect(all(element, 'dvc-procedure-detail')).to.have.length(1);
  });

  it('where filters leave nothing, says that they did, keeps showing them and takes them away', async () => {
    const element = await lookup();
    await openFilters(element);
    const field = element.shadowRoot!.querySelector<HTMLSelectElement>('select#field')!;
    field.value = 'Đất đai';
    field.dispatchEvent(new Event('change'));
    await type(element, 'khai sinh');
    expect(names(element)).to.deep.equal([]);
    expect(text(all(element, '.status')[0])).to.equal('Không có thủ tục nào khớp với các mục lọc.');
    const select = element.shadowRoot!.querySelector<HTMLSelectElement>('select#field')!;
    expect(text(select.selectedOptions[0])).to.equal('Đất đai (0)');
    const buttons = (): HTMLElement[] => all(element, 'button').filter((button) => text(button) === 'Bỏ lọc');
    expect(buttons()).to.have.length(1);
    expect(all(element, '.none').map(text).join(' ')).not.to.contain('viết ngắn hơn');
    all(element, '.filter-button')[0]!.click();
    await element.updateComplete;
    expect(buttons()).to.have.length(1);
    all(element, '.none > button')[0]!.click();
    await element.updateComplete;
    expect(names(element)).to.have.length(2);
  });

  it('lists all at one letter, which asks for nothing yet', async () => {
    const element = await lookup();
    await type(element, 'x');
    expect(names(element)).to.have.length(3);
    expect(text(all(element, '.status')[0])).to.equal('Có 3 thủ tục');
  });

  it('says that its own search failed, and tries again when asked', async () => {
    const broken = Object.defineProperty({ ...catalog }, 'procedures', {
      configurable: true,
      get: () => {
        throw new Error('no procedures');
      },
    });
    const element = await lookup(html`<dvc-procedure-lookup .catalog=${broken}></dvc-procedure-lookup>`);
    Object.defineProperty(broken, 'procedures', { value: catalog.procedures });
    all(element, '.refusal button')[0]!.click();
    while (names(element).length === 0) await frame();
    await element.updateComplete;
    expect(names(element)).to.have.length(3);
  });

  it('reads a catalogue file that was handed over as it is', async () => {
    const file = aCatalogFile([birth, land]);
    const element = await lookup(html`<dvc-procedure-lookup .catalog=${file}></dvc-procedure-lookup>`);
    expect(names(element)).to.deep.equal([birth.name, land.name]);
  });

  it('shows eight at first, more on demand, and moves on to the first new one', async () => {
    const many = aCatalog(
      Array.from({ length: 25 }, (_, index) =>
        aRecord({ code: `1.00${String(1000 + index)}`, name: `Thủ tục số ${String(index)}` }),
      ),
    );
    const element = await lookup(html`<dvc-procedure-lookup .catalog=${many}></dvc-procedure-lookup>`);
    expect(names(element)).to.have.length(8);
    expect(text(await moreOf(element))).to.equal('Xem thêm 8 thủ tục');
    (await moreOf(element)).click();
    while (!element.shadowRoot!.activeElement) await frame();
    expect(names(element)).to.have.length(16);
    expect(element.shadowRoot!.activeElement.closest('li')!.textContent).to.contain('1.001008');
  });

  it('keeps the search in the address when the page wants it, and reads it from there', async () => {
    const before = location.href;
    history.replaceState(null, '', '?giu=1&q=%C4%91%E1%BA%A5t');
    const element = await lookup(
      html`<dvc-procedure-lookup .catalog=${catalog} sync-address></dvc-procedure-lookup>`,
    );
    expect(element.shadowRoot!.querySelector('input')!.value).to.equal('đất');
    await type(element, ' đai');
    expect(new URL(location.href).searchParams.get('q')).to.equal('đất đai');
    expect(new URL(location.href).searchParams.get('giu')).to.equal('1');
    history.replaceState(null, '', before);
  });

  describe('when somebody comes back', () => {
    const before = location.href;
    const many = aCatalog(
      Array.from({ length: 25 }, (_, index) =>
        aRecord({ code: `1.00${String(1000 + index)}`, name: `Thủ tục số ${String(index)}` }),
      ),
    );
    const opened = () =>
      lookup(
        html`<dvc-procedure-lookup
          .catalog=${many}
          sync-address
          detail-url="?ma={code}"
        ></dvc-procedure-lookup>`,
      );
    beforeEach(() => history.replaceState({ page: 7 }, '', before));
    afterEach(() => history.replaceState(null, '', before));

    it('shows as many rows as before, at the row that was opened', async () => {
      const left = await opened();
      left.addEventListener('dvc-procedure-open', (event) => event.preventDefault());
      (await moreOf(left)).click();
      while (names(left).length < 16) await frame();
      left.remove();
      expect(names(await opened())).to.have.length(16);

      const leaving = await opened();
      leaving.addEventListener('click', (event) => event.preventDefault());
      all(leaving, '.card .open')[12]!.click();
      leaving.remove();
      const back = await opened();
      await frame();
      const row = back.shadowRoot!.activeElement!.closest('li')!;
      expect(row.textContent).to.contain('1.001012');
      const { top, bottom } = row.getBoundingClientRect();
      expect(top >= 0 && bottom <= innerHeight, `${String(top)}–${String(bottom)}`).to.equal(true);
      // What the page itself keeps there stays.
      expect((history.state as { page: number }).page).to.equal(7);
    });

    it('from a sheet opened in place, goes back as the browser does, and forward again', async () => {
      const element = await lookup(
        html`<dvc-procedure-lookup .catalog=${many} sync-address></dvc-procedure-lookup>`,
      );
      const sheet = () => element.shadowRoot!.querySelector('dvc-procedure-detail');
      const before = history.length;
      all(element, '.card .open')[5]!.click();
      while (!element.shadowRoot!.querySelector('.back')) await frame();
      const oneMore = history.length;
      // A browser keeps fifty or a hundred, and the tests before have made some.
      expect(oneMore).to.be.within(Math.min(before + 1, 50), before + 1);
      expect(new URL(location.href).searchParams.get('ma')).to.equal('1.001005');
      all(element, '.back')[0]!.click();
      while (sheet()) await frame();
      // The very entry of the list: nothing new was added on the way back. A full history drops its oldest in its own time.
      expect(history.length).to.be.at.most(oneMore);
      expect(new URL(location.href).searchParams.get('ma')).to.equal(null);
      while (!element.shadowRoot!.activeElement) await frame();
      expect(element.shadowRoot!.activeElement.closest('li')!.textContent).to.contain('1.001005');
      history.forward();
      while (!sheet()) await frame();
      expect(sheet()!.code).to.equal('1.001005');
      history.back();
      while (sheet()) await frame();
    });

    it('stays where the person is when they follow a link to a place on the same page', async () => {
      const element = await opened();
      (await moreOf(element)).click();
      while (names(element).length < 16) await frame();
      const followed = new Promise((resolve) => {
        addEventListener('popstate', resolve, { once: true });
      });
      location.hash = 'main';
      await followed;
      await element.updateComplete;
      expect(names(element)).to.have.length(16);
    });

    it('begins anew where something else is asked, or what was kept cannot be', async () => {
      const element = await opened();
      (await moreOf(element)).click();
      // The focus goes to the first of the new rows; only then may it go elsewhere.
      while (!element.shadowRoot!.activeElement?.matches('.card .open')) await frame();
      await type(element, 'thủ tục');
      expect(names(element)).to.have.length(8);
      for (const shown of [-1, 0.5, 1e9, '16', null]) {
        history.replaceState({ 'dvc-procedure-lookup': { shown, code: 4 } }, '', before);
        expect(names(await opened()), String(shown)).to.have.length(8);
      }
      for (const state of [null, 'x', 3, { 'dvc-procedure-lookup': 'x' }]) {
        history.replaceState(state, '', before);
        expect(names(await opened())).to.have.length(8);
      }
    });
  });

  describe('when the code of a dossier is typed', () => {
    const CODE = 'H57.132-261126-00042';
    const tracking = (keepsAddress = false) =>
      lookup(
        html`<dvc-procedure-lookup
          .catalog=${catalog}
          track-url="#ma={code}"
          ?sync-address=${keepsAddress}
        ></dvc-procedure-lookup>`,
      );
    const before = location.href;
    afterEach(() => history.replaceState(null, '', before));

    it('leads to the page that follows it, by link and by Enter, and looks for no procedure', async () => {
      const element = await tracking();
      await type(element, CODE);
      while (!element.shadowRoot!.querySelector('a.way')) await frame();
      const link = all(element, 'a.way')[0] as HTMLAnchorElement;
      expect(link.hash).to.equal(`#ma=${CODE}`);
      expect(text(link)).to.contain(CODE);
      expect(text(all(element, '.status')[0])).to.contain('mã hồ sơ');
      expect(names(element)).to.have.length(0);
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'Enter' });
      while (location.hash === '') await frame();
      expect(location.hash).to.equal(`#ma=${CODE}`);
    });

    it('puts neither it nor the number of a person into the address', async () => {
      const element = await tracking(true);
      for (const number of [CODE, '001090000001', '0912 345 678']) {
        // In one, as pasted: WebKit refuses a script that writes an address too often.
        const box = element.shadowRoot!.querySelector('input')!;
        box.value = number;
        box.dispatchEvent(new InputEvent('input'));
        await element.updateComplete;
        expect(new URL(location.href).searchParams.get('q'), number).to.equal(null);
        element.reset();
        await element.updateComplete;
      }
      await type(element, '1.001193');
      expect(new URL(location.href).searchParams.get('q')).to.equal('1.001193');
    });

    it('takes words and codes of procedures for what they are', async () => {
      const element = await tracking();
      for (const words of ['khai sinh', '1.001193', '1.001193.000.00.00.H47', '123456']) {
        await type(element, words);
        expect(element.shadowRoot!.querySelector('a.way'), words).to.equal(null);
        element.reset();
        await element.updateComplete;
      }
    });

    it('finds nothing by it where no page follows dossiers', async () => {
      const element = await lookup();
      await type(element, CODE);
      expect(text(all(element, '.status')[0])).to.contain('Chưa tìm thấy');
    });
  });

  it('leaves the address alone unless the page wants it', async () => {
    const before = location.href;
    await type(await lookup(), 'khai sinh');
    expect(location.href).to.equal(before);
  });

  describe('with hostile words in every member', () => {
    const isHarmless = (element: ProcedureLookup, tags: readonly string[], words: string) => {
      expect(tagsIn(element), words).to.deep.equal(tags);
      for (const scheme of schemesOfLinks(element)) expect(scheme, words).to.match(/^(?:https?|tel):$/u);
    };

    /** Siblings, which are told apart by what people call them; the name of the last is hostile, too. */
    const asked = async (words: string) => {
      const family = [birth.name, again.name, 'Đăng ký khai sinh lưu động', `Khai sinh ${words}`].map(
        (name, at) => ({
          ...hostileRecord(words),
          code: `${words} ${String(at)}`,
          name,
          plainNames: [`giấy khai sinh ${String(at)} ${words}`],
          field: `${words} field ${String(at % 2)}`,
        }),
      );
      const element = await lookup(
        html`<dvc-procedure-lookup
          .catalog=${aCatalog(family, hostileHead(words))}
          .levels=${[
            hostileLevels(words, [
              { code: `${words} 0`, level: 'full' },
              { code: `${words} 1`, level: 'partial' },
            ]),
          ]}
          .helpPhone=${`0235 000 000 ${words}`}
          query="khai sinh"
        ></dvc-procedure-lookup>`,
      );
      await openFilters(element);
      await element.updateComplete;
      return element;
    };

    it('keeps them words, in cards, in filters and in the question between siblings', async () => {
      const tags = tagsIn(await asked(HARMLESS));
      for (const words of HOSTILE) {
        const element = await asked(words);
        isHarmless(element, tags, words);
        expect(
          all(element, '.siblings .way').filter(({ textContent }) => textContent.includes(words)),
          words,
        ).to.have.length(4);
        expect(
          all(element, '#field option').filter(({ textContent }) => textContent.includes(words)),
          words,
        ).to.have.length(2);
        expect(names(element), words).to.include(`Khai sinh ${words}`);
        expect(text(all(element, '.level')[0]), words).to.contain(`${words} 7`);
      }
      expect(isHacked()).to.equal(false);
    });

    it('keeps them words where it names the nearest there is, and where they are asked', async () => {
      const nearest = (words: string, query: string) =>
        lookup(
          html`<dvc-procedure-lookup
            .catalog=${aCatalog([{ ...hostileRecord(words), name: `${birth.name} ${words}` }], hostileHead(words))}
            .query=${query}
          ></dvc-procedure-lookup>`,
        );
      const tags = tagsIn(await nearest(HARMLESS, 'khai truong quan nhau binh dan'));
      const none = await nearest(HARMLESS, 'qwerty zxcv');
      for (const words of HOSTILE) {
        const element = await nearest(words, 'khai truong quan nhau binh dan');
        isHarmless(element, tags, words);
        expect(text(all(element, '.none li')[0]), words).to.equal(`${birth.name} ${words}`);
        const status = await lookup(
          html`<dvc-procedure-lookup
            .catalog=${catalog}
            .query=${`${words} qwerty zxcv`}
          ></dvc-procedure-lookup>`,
        );
        expect(all(status, '.status')[0]!.textContent, words).to.contain(`${words} qwerty zxcv`);
        expect(all(status, '.status *'), words).to.have.length(all(none, '.status *').length);
      }
      expect(isHacked()).to.equal(false);
    });
  });

  it('reads a catalogue written inside it, and keeps the page’s content where there is none', async () => {
    const element = await fixture<ProcedureLookup>(html`<dvc-procedure-lookup></dvc-procedure-lookup>`);
    expect(all(element, 'slot')).to.have.length(1);
    const script = document.createElement('script');
    script.type = 'application/json';
    script.append(
      JSON.stringify({
        formatVersion: 1,
        publisher: 'x',
        place: 'y',
        publishedOn: '2026-11-23',
        procedures: [land],
      }),
    );
    element.append(script);
    element.requestUpdate();
    while (names(element).length === 0) await frame();
    expect(names(element)).to.deep.equal([land.name]);
  });

  it('survives being moved, and fires nothing when the page sets the words', async () => {
    const element = await lookup();
    let fired = 0;
    for (const event of ['dvc-procedure-open', 'dvc-procedure-apply'])
      element.addEventListener(event, () => (fired += 1));
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(element);
    element.query = 'đất đai';
    while (names(element).length !== 1) await frame();
    expect(names(element)).to.deep.equal([land.name]);
    expect(fired).to.equal(0);
  });
});
