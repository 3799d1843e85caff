import { expect } from '@open-wc/testing';
import type { FormSteps } from '../../components/form-steps/form-steps.js';
import {
  atPapers,
  emptyBrowser,
  FORM,
  goTo,
  root,
  textOf,
  tick,
  until,
} from '../support/harness/form-steps.js';
import { aPdf, aPhoto, choose, paper, textIn, withPlace } from '../support/papers.js';

const FILLED = 'Bạn đã điền ở trên, không cần đính kèm.';

describe('<dvc-form-steps> with a list that asks for the form that was filled in', () => {
  beforeEach(emptyBrowser);

  const record = {
    paperGroups: [
      {
        papers: [
          { name: 'Tờ khai mẫu' },
          { name: 'Tờ khai mẫu của từng người' },
          { name: 'Mẫu TK-01 (nếu nộp trực tiếp)' },
          { name: 'Giấy chứng sinh' },
        ],
      },
    ],
  };
  const form = { ...FORM, papers: ['Mẫu TK-01 (nếu nộp trực tiếp)'] };

  it('says that it need not be attached, of the paper called so and of those that the form names', async () => {
    const element = await atPapers({ record, form });
    const told = [...root(element).querySelectorAll('.wanted')].map((box) => [
      box.querySelector('.paper-name')?.textContent.trim(),
      box.textContent.includes(FILLED),
    ]);
    expect(told).to.deep.equal([
      ['Tờ khai mẫu', true],
      ['Tờ khai mẫu của từng người', false],
      ['Mẫu TK-01 (nếu nộp trực tiếp)', true],
      ['Giấy chứng sinh', false],
      ['Giấy tờ khác', false],
    ]);
    await expect(element).to.be.accessible();
  });

  it('takes it all the same', async () => {
    const element = await atPapers({ record, form });
    choose(element, 'Mẫu TK-01', await aPhoto('to-khai.jpg'));
    await until(() => textIn(element, 'Mẫu TK-01').includes('1 trang'), 'it is taken');
  });

  it('does not miss it in the review', async () => {
    const element = await atPapers({ record, form });
    await goTo(element, 'Kiểm tra lại');
    const missing = [...root(element).querySelectorAll('.reviewed .list li')].map(({ textContent }) =>
      textContent.trim(),
    );
    expect(missing).to.deep.equal(['Tờ khai mẫu của từng người', 'Giấy chứng sinh']);
  });

  it('says nothing of it where the form goes nowhere from here: the portal has its own', async () => {
    const element = await atPapers({ record, form, destination: 'hand-off' });
    expect(textOf(element)).not.to.contain(FILLED);
    await goTo(element, 'Kiểm tra lại');
    expect(textOf(element)).to.contain('Mẫu TK-01');
  });
});

describe('<dvc-form-steps> with papers of which nobody knows what they show', () => {
  beforeEach(emptyBrowser);
  const watermarks = (element: FormSteps) =>
    [...root(element).querySelectorAll('.wanted')].flatMap((box) =>
      box.textContent.includes('In chữ mờ') ? [box.querySelector('.paper-name')?.textContent.trim()] : [],
    );

  it('offers faint words on identity papers and on what somebody adds, and on nothing else', async () => {
    const element = await atPapers();
    expect(watermarks(element)).to.deep.equal(['Thẻ căn cước', 'Giấy tờ khác']);
  });

  it('prints them on what is added', async () => {
    const element = await atPapers({ record: { paperGroups: [{ papers: [{ name: 'Giấy chứng sinh' }] }] } });
    await tick(element, /In chữ mờ/u);
    choose(element, 'Giấy tờ khác', await aPhoto('ho-chieu.jpg'));
    await until(() => textIn(element, 'Giấy tờ khác').includes('1 trang'), 'it is taken');
    const page = paper(element, 'Giấy tờ khác').querySelector('canvas')!;
    const isRed = () => {
      const { data } = page.getContext('2d')!.getImageData(0, 0, page.width, page.height);
      return data.some((_, at) => at % 4 === 0 && (data[at] ?? 0) > (data[at + 1] ?? 0) + 40);
    };
    await until(() => page.width !== 300 && isRed(), 'red words lie over it');
  });
});

describe('<dvc-form-steps> with photos that tell where they were taken', () => {
  beforeEach(emptyBrowser);
  const GONE = 'Đã bỏ thông tin vị trí trong ảnh.';

  it('says that this is gone, and says it of no other', async () => {
    const element = await atPapers();
    choose(element, 'Giấy chứng sinh', await withPlace(await aPhoto('o-nha.jpg')));
    choose(element, 'Thẻ căn cước', await aPhoto('the.jpg'));
    await until(() => textIn(element, 'Thẻ căn cước').includes('1 trang'), 'both are taken');
    expect(textIn(element, 'Giấy chứng sinh')).to.contain(GONE);
    expect(textIn(element, 'Thẻ căn cước')).not.to.contain(GONE);
  });
});

describe('<dvc-form-steps> with files that no phone has room for', () => {
  beforeEach(emptyBrowser);
  const { arrayBuffer } = Blob.prototype;
  afterEach(() => {
    Blob.prototype.arrayBuffer = arrayBuffer;
  });

  it('tells what is wrong with them without reading them', async () => {
    const element = await atPapers();
    let most = 0;
    Blob.prototype.arrayBuffer = function (this: Blob) {
      most = Math.max(most, this.size);
      return arrayBuffer.call(this);
    };
    const film = new File(['\0\0\0\x18ftypmp42', new Uint8Array(1_000_000)], 'phim.mp4', {
      type: 'video/mp4',
    });
    choose(element, 'Giấy chứng sinh', film);
    await until(() => textIn(element, 'Giấy chứng sinh').includes('không phải ảnh hay PDF'), 'it says so');
    const book = new File(['%PDF-1.7\n', new Uint8Array(20 * 1024 * 1024)], 'sach.pdf', {
      type: 'application/pdf',
    });
    choose(element, 'Thẻ căn cước', book);
    await until(() => textIn(element, 'Thẻ căn cước').includes('lớn hơn 20 MB'), 'it says so');
    expect(most).to.be.within(1, 16);
  });
});

describe('<dvc-form-steps> with a file that is dropped', () => {
  beforeEach(emptyBrowser);

  /** Drops a file there; tells whether the browser would open it in place of the page. */
  function drop(target: Element, file: File): boolean {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    const [over, dropped] = ['dragover', 'drop'].map((kind) =>
      target.dispatchEvent(
        new DragEvent(kind, { dataTransfer, bubbles: true, composed: true, cancelable: true }),
      ),
    );
    return over === true || dropped === true;
  }

  it('takes it in its box, and keeps the page where it misses it', async () => {
    const element = await atPapers();
    expect(drop(root(element).querySelector('.step-title')!, aPdf('lac.pdf'))).to.equal(false);
    expect(drop(element, aPdf('lac.pdf'))).to.equal(false);
    expect(textOf(element)).not.to.contain('lac.pdf');
    expect(drop(paper(element, 'Giấy chứng sinh').querySelector('.actions')!, aPdf('vao.pdf'))).to.equal(
      false,
    );
    await until(() => textIn(element, 'Giấy chứng sinh').includes('vao.pdf'), 'it is taken');
    await goTo(element, 'Nhận kết quả');
    // Where no file is wanted, the page keeps out of it.
    expect(drop(element, aPdf('lac.pdf'))).to.equal(true);
  });
});
