import { expect, fixture, html } from '@open-wc/testing';
import decodeQR from 'qr/decode.js';
import '../../components/outreach/outreach.js';
import '../../components/portal/portal.js';
import type { Outreach } from '../../components/outreach/outreach.js';
import type { CatalogFile } from '../../src/catalog/procedure.js';
import type { LevelList } from '../../src/levels/level-list.js';
import { aCatalog, aLevelList, aRecord } from '../support/builders.js';
import { readDrawnCode } from '../support/drawn-code.js';
import { until } from '../support/fake-timers.js';

type Record = CatalogFile['procedures'][number];

const inside = (element: Outreach, selector: string): HTMLElement =>
  element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const words = (element: Outreach, selector = '.root'): string =>
  inside(element, selector).textContent.replace(/\s+/gu, ' ').trim();
function button(element: Outreach, name: string): HTMLElement {
  const found = [...element.shadowRoot!.querySelectorAll('button')].find(
    ({ textContent }) => textContent.trim() === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
}

async function open(
  record: Partial<Record> = {},
  {
    sample = false,
    levels = [],
    ...settings
  }: Partial<Outreach> & { sample?: boolean; levels?: readonly LevelList[] } = {},
): Promise<Outreach> {
  const element = Object.assign(document.createElement('dvc-outreach'), {
    code: '1.001193',
    catalog: aCatalog([aRecord(record)], { sample }),
    levels,
    detailUrl: 'https://xa-mau.example/s?ma={code}',
    clock: () => new Date('2026-11-23T05:00:00Z'),
    ...settings,
  });
  await fixture(html`<div>${element}</div>`);
  await until(
    () => Boolean(element.shadowRoot?.querySelector('canvas[height="1080"], .trouble')),
    'it shows the record, and its picture is drawn',
  );
  return element;
}

const WHOLE: Partial<Record> = {
  name: 'Thủ tục đăng ký khai sinh',
  plainNames: ['làm giấy khai sinh'],
  receivingAgency: 'Trung tâm Phục vụ hành chính công xã Mẫu',
  filing: [{ channel: 'counter' }, { channel: 'online' }],
  timeLimit: { value: 5, unit: 'working-day' },
  fees: [{ kind: 'known', amount: 8000 }],
  paperGroups: [{ papers: [{ name: 'Tờ khai' }, { name: 'Giấy chứng sinh' }] }],
};

describe('<dvc-outreach>', () => {
  it('follows the page to another catalogue at once', async () => {
    const element = await open(WHOLE);
    element.catalog = aCatalog([aRecord({ name: 'Thủ tục khác' })]);
    await until(() => words(element, '.A4').includes('Thủ tục khác'), 'the other record');
    expect(words(element)).not.to.contain('Thủ tục đăng ký khai sinh');
  });

  it('tells on poster and leaflet what the record tells, from when it is and where it comes from', async () => {
    const element = await open(WHOLE, {
      levels: [aLevelList()],
      office: 'Bộ phận một cửa',
      helpPhone: '0235 111 222',
      hours: 'Thứ Hai – Thứ Sáu',
    });
    for (const paper of ['.A4', '.A5'])
      for (const told of [
        'Thủ tục đăng ký khai sinh',
        'làm giấy khai sinh',
        'Mã thủ tục 1.001193',
        'Trung tâm Phục vụ hành chính công xã Mẫu',
        'Toàn trình',
        'Tờ khai',
        'Giấy chứng sinh',
        '8.000',
        '5 ngày làm việc',
        'xa-mau.example/s?ma=1.001193',
        'Bộ phận một cửa',
        '0235 111 222',
        'Thứ Hai – Thứ Sáu',
        'Lập ngày 23/11/2026',
        'Chưa ghi ngày kiểm chứng',
      ])
        expect(words(element, paper), paper).to.contain(told);
    expect(words(element)).not.to.contain('Dữ liệu mẫu');
    await expect(element).to.be.accessible();
  });

  it('says beside the cases on a sheet that some papers are for none of them', async () => {
    const groups = [{ case: 'Cấp lại', papers: [{ name: 'A' }] }];
    const beside = [{ papers: [{ name: 'B' }] }, ...groups];
    const [some, none] = [
      await open({ paperGroups: beside }),
      await open({ paperGroups: [...groups, ...groups] }),
    ];
    for (const paper of ['.A4', '.A5']) {
      expect(words(some, paper))
        .to.contain('Cấp lại')
        .and.to.contain('Còn nhóm không ghi trường hợp: ai cũng nên xem.');
      expect(words(none, paper)).to.contain('Cấp lại').and.not.to.contain('không ghi trường hợp');
    }
  });

  it('says that sample data are sample data on everything that leaves the page', async () => {
    const element = await open(WHOLE, { sample: true });
    expect(words(element, '.A4')).to.contain('Dữ liệu mẫu – không phải thông tin chính thức');
    expect(words(element, '.A5')).to.contain('Dữ liệu mẫu – không phải thông tin chính thức');
    expect(words(element, '.speech')).to.contain('dữ liệu mẫu');
  });

  it('leaves unknown what the record does not tell', async () => {
    const element = await open({ name: 'Việc lạ', filing: [], fees: [{ kind: 'unknown' }] });
    for (const paper of ['.A4', '.A5']) {
      expect(words(element, paper)).to.contain('Chưa rõ mức phí');
      expect(words(element, paper)).to.contain('Chưa công bố mức độ');
      expect(words(element, paper)).to.contain('Chưa rõ: dữ liệu không ghi');
    }
    expect(words(element, '.speech')).to.contain('bà con hỏi bộ phận một cửa');
  });

  it('says of a level that was made up that it was', async () => {
    const element = await open(WHOLE, { levels: [aLevelList(undefined, { illustration: true })] });
    expect(words(element, '.A4')).to.contain('Mức này chỉ để minh họa');
  });

  it('draws a code that leads to the sheet, the same in the picture', async () => {
    const element = await open(WHOLE);
    const address = 'https://xa-mau.example/s?ma=1.001193';
    expect(readDrawnCode(element.shadowRoot!.querySelector('.A4 svg.qr')!)).to.equal(address);
    expect(readDrawnCode(element.shadowRoot!.querySelector('.code svg')!)).to.equal(address);
    const canvas = element.shadowRoot!.querySelector('canvas')!;
    expect([canvas.width, canvas.height]).to.deep.equal([1080, 1080]);
    expect(decodeQR(canvas.getContext('2d')!.getImageData(0, 0, 1080, 1080))).to.equal(address);
  });

  it('has no code where the page names no sheet, and says so', async () => {
    const element = await open(WHOLE, { detailUrl: undefined });
    expect(element.shadowRoot!.querySelector('svg.qr')).to.equal(null);
    expect(words(element)).to.contain('Chưa có mã QR');
  });

  it('keeps to its pages with the longest names and lists, and says what it left out', async () => {
    const element = await open({
      ...WHOLE,
      name: 'Giao đất ở có thu tiền sử dụng đất '.repeat(27).trim(),
      receivingAgency: 'Văn phòng đăng ký đất đai, '.repeat(40),
      paperGroups: [
        {
          papers: [...Array(30).keys()].map((at) => ({
            name: `Giấy tờ chứng minh ${String(at)} `.repeat(12),
          })),
        },
      ],
    });
    const sheets = [...element.shadowRoot!.querySelectorAll('.sheet')];
    for (const sheet of sheets) expect(sheet.scrollHeight).to.be.at.most(sheet.clientHeight);
    expect(words(element, '.A4 .procedure')).to.match(/…$/u);
    expect(words(element, '.A4')).to.contain('… và 25 giấy tờ khác');
  });

  it('prints the sheet that was asked for, on its paper, and nothing else', async () => {
    const element = await open(WHOLE);
    const printed: (string | undefined)[] = [];
    const { print } = window;
    window.print = () => {
      const papers = element.shadowRoot!.querySelectorAll<HTMLElement>('[data-paper]');
      const rules = document.adoptedStyleSheets.map(({ cssRules }) => cssRules[0]?.cssText ?? '');
      printed.push(`${[...papers].map(({ dataset }) => dataset.paper).join()} ${rules.join()}`);
    };
    try {
      button(element, 'In tờ rơi A5').click();
      await until(() => printed.length === 1, 'the leaflet is printed');
      button(element, 'In áp phích A4').click();
      await until(() => printed.length === 2, 'the poster is printed');
    } finally {
      window.print = print;
    }
    expect(printed[0]).to.match(/^A5 @page \{ size: a5;/iu);
    expect(printed[1]).to.match(/^A4 @page \{ size: a4;/iu);
  });

  it('saves the picture and the code under names that say nothing of anybody', async () => {
    const element = await open(WHOLE);
    const saved: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(this.download);
    };
    try {
      button(element, 'Lưu ảnh vuông').click();
      button(element, 'Lưu mã QR').click();
      await until(() => saved.length === 2, 'both are saved');
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved.sort()).to.deep.equal(['anh-1.001193.png', 'ma-qr-1.001193.png']);
  });

  it('marks the words for the loudspeaker where the page may not copy them', async () => {
    const element = await open(WHOLE);
    const { writeText } = navigator.clipboard;
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    try {
      button(element, 'Chép lời đọc').click();
      await until(() => words(element).includes('Trình duyệt không cho chép'), 'it says so');
    } finally {
      navigator.clipboard.writeText = writeText;
    }
    navigator.clipboard.writeText = (text) => {
      expect(text).to.equal(words(element, '.speech'));
      return Promise.resolve();
    };
    try {
      button(element, 'Chép lời đọc').click();
      await until(() => words(element).includes('Đã chép lời đọc'), 'it is copied');
    } finally {
      navigator.clipboard.writeText = writeText;
    }
  });

  it('makes no poster of what nobody may use any more', async () => {
    const over = await open({ validTo: '2025-06-30' });
    expect(words(over)).to.contain('ngày cuối cùng áp dụng là 30/06/2025');
    expect(over.shadowRoot!.querySelector('.paper')).to.equal(null);
    const replaced = await open({ replacedBy: '1.004222' });
    expect(words(replaced)).to.contain('1.004222');
    expect(replaced.shadowRoot!.querySelector('.paper')).to.equal(null);
  });

  it('says of a code that the catalogue has not that there is nothing to print', async () => {
    const element = await open({}, { code: '9.999999' });
    expect(words(element)).to.contain('Không tìm thấy thủ tục có mã “9.999999”');
    await expect(element).to.be.accessible();
  });

  it('speaks English around sheets in English, and keeps the loudspeaker Vietnamese', async () => {
    const element = Object.assign(document.createElement('dvc-outreach'), {
      code: '1.001193',
      catalog: aCatalog([aRecord(WHOLE)]),
    });
    await fixture(html`<div lang="en">${element}</div>`);
    await until(() => Boolean(element.shadowRoot?.querySelector('.speech')), 'it shows the record');
    expect(words(element, '.A4')).to.contain('What to bring').and.to.contain('5 working days');
    expect(words(element, '.speech')).to.contain('Kính thưa bà con');
    expect(inside(element, '.speech').lang).to.equal('vi');
  });
});
