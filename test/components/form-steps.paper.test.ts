import { expect } from '@open-wc/testing';
import type { FormSteps } from '../../components/form-steps/form-steps.js';
import { FORM_OF_OFFICE } from '../support/form-of-office.js';
import {
  emptyBrowser,
  fillStep,
  FORM,
  goTo,
  openSteps,
  root,
  textOf,
  tick,
  type,
  until,
  type Opening,
} from '../support/harness/form-steps.js';

const words = (node: Element | null | undefined) => node?.textContent.replace(/\s+/gu, ' ').trim();

async function onPaper(settings: Opening = {}, fill?: (element: FormSteps) => Promise<void>) {
  const element = await openSteps({ level: '2', ...settings });
  await goTo(element, 'Trẻ');
  await (fill ?? fillStep)(element);
  await goTo(element, 'In và mang theo');
  await until(() => root(element).querySelector('.paper'), 'the form is there');
  const paper = root(element).querySelector('.paper')!;
  const line = (question: string) =>
    [...paper.querySelectorAll('.lines > div')].find((one) => words(one)?.startsWith(question));
  return { element, paper, line };
}

const isDotted = (node: Element | null | undefined) =>
  node ? getComputedStyle(node).borderBottomStyle === 'dotted' : false;

describe('<dvc-form-steps> on paper', () => {
  beforeEach(emptyBrowser);

  it('can be printed by who has no printer', async () => {
    const { element } = await onPaper();
    expect(textOf(element, 'form')).to.contain('lưu thành PDF rồi mang tệp ra tiệm in');
  });

  it('is addressed to who settles it, names the procedure, and has room for place, day and signature', async () => {
    const { element, paper } = await onPaper({ record: { competentAgency: 'Ủy ban nhân dân cấp xã' } });
    expect(words(paper.querySelector('.paper-to'))).to.equal('Kính gửi: Ủy ban nhân dân cấp xã');
    // Of an agency the catalogue mostly knows the kind alone: which one is written by hand.
    expect(isDotted(paper.querySelector('.paper-to .fill'))).to.equal(true);
    expect(words(paper.querySelector('.paper-procedure'))).to.equal(
      'Thủ tục đăng ký khai sinh (mã thủ tục 1.001193)',
    );
    expect(words(paper.querySelector('.sign'))).to.match(
      /^…+, ngày …+ tháng …+ năm …+ NGƯỜI KHAI \(ký, ghi rõ họ tên\)$/u,
    );
    await expect(element).to.be.accessible();
  });

  it('has a dotted line where nobody knows to whom', async () => {
    const { paper } = await onPaper();
    expect(words(paper.querySelector('.paper-to'))).to.equal('Kính gửi:');
    expect(isDotted(paper.querySelector('.paper-to .fill'))).to.equal(true);
  });

  it('has what was answered, and where nothing was, lines to write on and boxes to tick', async () => {
    const { paper, line } = await onPaper();
    expect(words(line('Họ tên trẻ:'))).to.equal('Họ tên trẻ: Lê Thị Mẫu');
    const [empty] = line('Nơi cư trú:')!.querySelectorAll('dd');
    expect(isDotted(empty)).to.equal(true);
    // Who cannot see the dots is told, and paper does not say so.
    expect(words(empty)).to.equal('(chưa điền)');
    expect(empty?.querySelectorAll('.visually-hidden.no-print').length).to.equal(1);
    const boxes = [...line('Giới tính của trẻ:')!.querySelectorAll('.boxes > span:not(.no-print)')];
    expect(boxes.map(words)).to.deep.equal(['Nam', 'Nữ']);
    expect(line('Sinh ở nước ngoài? ')?.querySelectorAll('.box').length).to.equal(2);
    const declared = [...paper.querySelectorAll('p')].find((one) => words(one)?.endsWith('Tôi cam đoan'));
    expect(words(declared)).to.equal('✓ Tôi cam đoan');
  });

  it('is addressed as the form itself asks, once, with the numbers of the official form', async () => {
    const { paper, line } = await onPaper({ form: FORM_OF_OFFICE }, async (element) => {
      await type(element, 'Gửi cơ quan', 'Công an xã Mẫu');
      await type(element, 'Họ tên trẻ', 'Lê Thị Mẫu');
      await type(element, 'Ngày sinh của trẻ', '5/3/2026');
      await tick(element, 'Nữ');
    });
    expect(words(paper.querySelector('.paper-to'))).to.equal('Kính gửi: Công an xã Mẫu');
    expect(line('Gửi cơ quan') === undefined).to.equal(true);
    expect(words(line('1. Họ tên trẻ:'))).to.equal('1. Họ tên trẻ: Lê Thị Mẫu');
    expect(words(line('3. Mẹ – Họ, chữ đệm, tên:'))).to.contain('(chưa điền)');
    expect(words(line('Mẹ – Giới tính:'))).to.equal('Mẹ – Giới tính: Nữ');
    // More than a word is asked for.
    expect(line('Nội dung đề nghị:')?.querySelectorAll('dd.fill').length).to.equal(2);
  });

  it('names who helped, on the form and on the sheet for the national portal', async () => {
    const help = async (element: FormSteps) => {
      await type(element, 'Họ tên người khai giúp', 'Trần Văn Giúp');
      await type(element, 'Chức vụ hoặc quan hệ', 'cán bộ một cửa');
      await tick(element, /đồng ý để người này khai giúp/u);
    };
    const named = 'Người khai giúp: Trần Văn Giúp (cán bộ một cửa). Người dân đã đồng ý.';
    for (const [destination, level, last, sheet] of [
      ['gateway', '2', 'In và mang theo', '.paper'],
      ['hand-off', '4', 'Nộp trên Cổng quốc gia', '.handed'],
    ] as const) {
      const element = await openSteps({ destination, level, assisted: true });
      await help(element);
      await goTo(element, 'Kiểm tra lại');
      await goTo(element, last);
      await until(() => root(element).querySelector(sheet), 'the sheet is there');
      expect(words(root(element).querySelector(sheet))).to.contain(named);
      element.remove();
      await emptyBrowser();
    }
    const { paper } = await onPaper();
    expect(words(paper)).not.to.contain('Người khai giúp');
  });

  for (const [page, name, title, language] of [
    ['en', { vi: 'Tờ khai mẫu', en: 'Sample form' }, 'Sample form', null],
    ['en', { vi: 'Tờ khai mẫu' }, 'Tờ khai mẫu', 'vi'],
    ['vi', { vi: 'Tờ khai mẫu', en: 'Sample form' }, 'Tờ khai mẫu', null],
  ] as const)
    it(`is called “${title}” on a page in “${page}” where the form is called ${JSON.stringify(name)}`, async () => {
      const { element } = await onPaper({ form: { ...FORM, title: name } });
      element.parentElement!.lang = page;
      const now = { en: 'Print the form', vi: 'In tờ khai' }[page];
      await until(() => textOf(element).includes(now), 'the language is another');
      const shown = root(element).querySelector('.paper-title span');
      expect([shown?.textContent, shown?.getAttribute('lang') ?? null]).to.deep.equal([title, language]);
    });
});
