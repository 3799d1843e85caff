import { expect } from '@open-wc/testing';
import type { FormSteps } from '../../components/form-steps/form-steps.js';
import type { CatalogFile } from '../../src/catalog/procedure.js';
import {
  emptyBrowser,
  goTo,
  openSteps,
  press,
  root,
  textOf,
  until,
  type Opening,
} from '../support/harness/form-steps.js';
import { aPdf, choose } from '../support/papers.js';

const sample = (await (await fetch('/examples/commune/data/catalog.json')).json()) as CatalogFile;

/** The papers of a real procedure, in the application that tests fill in. */
function papersOf(code: string): NonNullable<Opening['record']> {
  const { paperGroups, papersPublished, papersShortened, source } = sample.procedures.find(
    (one) => one.code === code,
  )!;
  return { paperGroups, papersPublished, papersShortened, source };
}

const cases = (element: FormSteps) =>
  [...root(element).querySelectorAll<HTMLDetailsElement>('.case')].map((one) => ({
    title: one.querySelector('summary')!.textContent.trim(),
    text: one.textContent.replace(/\s+/gu, ' '),
    isOpen: one.open,
  }));

async function prepared(opening: Opening): Promise<FormSteps> {
  const element = await openSteps(opening);
  await until(() => root(element).querySelector('.bring'), 'the papers are told');
  return element;
}

async function onPaper<Seen>(look: () => Seen): Promise<Seen> {
  window.dispatchEvent(new Event('beforeprint'));
  const seen = look();
  window.dispatchEvent(new Event('afterprint'));
  await Promise.resolve();
  return seen;
}

describe('<dvc-form-steps> and papers by case', () => {
  beforeEach(emptyBrowser);

  for (const level of ['1', '2', '3', '4'])
    it(`names the papers on the first step at level ${level}, and says no number of those that exclude each other`, async () => {
      const element = await prepared({ level, record: papersOf('1.013229') });
      const shown = cases(element);
      expect(shown.map(({ title }) => title)).to.deep.equal([
        '1) Đối với công trình không theo tuyến',
        '2) Đối với công trình theo tuyến',
        '3) Đối với công trình tôn giáo',
        '4) Đối với công trình tín ngưỡng',
      ]);
      expect(shown[1]?.text).to.contain('phương án tuyến').and.to.contain('1 bản chính, 1 bản sao');
      expect(textOf(element, '.bring')).to.contain('chỉ chuẩn bị nhóm đúng với trường hợp của bạn');
      expect(textOf(element)).not.to.match(/cần \d+ giấy tờ/u);
      // A long list begins with the names of its cases.
      expect(shown.some(({ isOpen }) => isOpen)).to.equal(false);
      await expect(element).to.be.accessible();
    });

  it('says of a shortened list how long the source’s is, and no number of its own', async () => {
    const element = await prepared({ record: papersOf('1.001193') });
    const bring = textOf(element, '.bring');
    expect(bring).to.contain('Nguồn liệt kê 33 dòng; ở đây rút gọn còn 8.');
    expect(bring)
      .to.contain('Trường hợp trẻ em bị bỏ rơi thì phải có biên bản')
      .and.to.contain('Giấy chứng sinh');
    expect(bring).not.to.match(/cần \d+ giấy tờ/u);
    expect(root(element).querySelector<HTMLAnchorElement>('.bring .caution a')?.href).to.match(
      /^https:\/\/dichvucong\.gov\.vn\//u,
    );
  });

  it('says how many papers there are where that is known', async () => {
    const element = await prepared({});
    expect(textOf(element, '.bring')).to.contain('Thủ tục này cần 2 giấy tờ');
    expect(textOf(element, '.bring')).to.contain('Thẻ căn cước không ghi số bản');
  });

  it('says that papers are not known where the data have none, and what the source lists', async () => {
    let element = await prepared({ record: { paperGroups: [] } });
    expect(textOf(element, '.bring')).to.contain('Chưa rõ cần giấy tờ gì');
    element.remove();
    element = await prepared({ record: { paperGroups: [], papersPublished: 4 } });
    expect(textOf(element, '.bring')).to.contain('Nguồn liệt kê 4 dòng; ở đây chưa có danh sách');
  });

  it('leads to the sheet where the page has one, and to the source where it has none', async () => {
    const element = await prepared({ record: { source: { url: 'https://nguon.example/thu-tuc' } } });
    const link = () => root(element).querySelector<HTMLAnchorElement>('.bring a')?.href;
    expect(link()).to.equal('https://nguon.example/thu-tuc');
    const portal = document.createElement('dvc-portal');
    await import('../../components/portal/portal.js');
    portal.detailUrl = 'https://trang.example/to#ma={code}';
    element.replaceWith(portal);
    portal.append(element);
    await until(() => link() === 'https://trang.example/to#ma=1.001193', 'it leads to the sheet');
  });

  it('keeps remarks apart from papers, on the first step and on the checklist', async () => {
    const element = await prepared({ destination: 'hand-off', record: papersOf('1.004222') });
    const told = cases(element)[0];
    expect(told?.text).to.match(/xã về địa điểm phương tiện.*Lưu ý.*được khai thác trong căn cước điện tử/u);
    await goTo(element, 'Nộp trên Cổng quốc gia');
    await until(() => root(element).querySelector('.ticks'), 'the checklist is there');
    expect(textOf(element)).to.contain('chỉ chuẩn bị nhóm đúng với trường hợp của bạn');
    const ticked = [...root(element).querySelectorAll('.ticks li')].map(({ textContent }) => textContent);
    expect(ticked.length).to.equal(9);
    expect(ticked.join()).not.to.contain('được khai thác trong căn cước điện tử');
    expect(await onPaper(() => cases(element).every(({ isOpen }) => isOpen))).to.equal(true);
    expect(cases(element).some(({ isOpen }) => isOpen)).to.equal(false);
  });

  it('asks for papers by case, and misses only those of a case that something was attached for', async () => {
    const element = await prepared({ record: papersOf('1.013229') });
    await goTo(element, 'Giấy tờ đính kèm');
    await until(() => root(element).querySelector('.wanted'), 'the papers are listed');
    expect(cases(element).map(({ isOpen }) => isOpen)).to.deep.equal([false, false, false, false]);
    await goTo(element, 'Kiểm tra lại');
    await until(() => textOf(element).includes('Tùy trường hợp'), 'it depends');
    expect(textOf(element)).not.to.contain('Những giấy tờ sau chưa có tệp');
    expect(cases(element).length).to.equal(4);
    await press(element, 'Sửa: Giấy tờ đính kèm');
    await until(() => root(element).querySelector('.wanted'), 'the papers are listed again');
    choose(element, 'phương án tuyến', aPdf());
    await until(() => textOf(element).includes('to-khai.pdf'), 'it is chosen');
    expect(cases(element).map(({ isOpen }) => isOpen)).to.deep.equal([false, true, false, false]);
    await expect(element).to.be.accessible();
    await press(element, 'Xong, về phần kiểm tra');
    await until(() => textOf(element).includes('Những giấy tờ sau chưa có tệp'), 'the other one is missed');
    expect(textOf(element, '.reviewed .note')).to.contain('2) Đối với công trình theo tuyến');
    expect(textOf(element, '.reviewed .note'))
      .to.contain('mục đích sử dụng đất')
      .and.not.to.contain('tôn giáo');
    expect(cases(element).map(({ title }) => title[0])).to.deep.equal(['1', '3', '4']);
    await expect(element).to.be.accessible();
  });

  it('speaks English of them where the page does, and leaves their names as they are', async () => {
    const element = await prepared({ lang: 'en', record: papersOf('1.013229') });
    await until(
      () => textOf(element, '.bring').includes('only the group for your case'),
      'it speaks English',
    );
    expect(cases(element)[0]?.title).to.equal('1) Đối với công trình không theo tuyến');
  });
});
