import { expect } from '@open-wc/testing';
import { generate } from 'lean-qr';
import type { FormSteps } from '../../components/form-steps/form-steps.js';
import {
  atPapers,
  aReceivingSystem,
  control,
  emptyBrowser,
  fillStep,
  FORM,
  goTo,
  openSteps,
  press,
  received,
  root,
  stepOf,
  textOf,
  tick,
  type,
  until,
  withoutHttps,
  type TestSystem,
} from '../support/harness/form-steps.js';
import { aPdf, aPhoto, catchSaved, choose, paper, textIn } from '../support/papers.js';

const BIRTH = 'Giấy chứng sinh';

describe('<dvc-form-steps> with papers', () => {
  beforeEach(emptyBrowser);

  it('joins photos into one PDF on this computer, with the size before and after', async () => {
    const element = await atPapers();
    expect(textOf(element)).to.contain('Mỗi giấy tờ tối đa 20 MB');
    choose(element, BIRTH, await aPhoto('IMG_1.jpg'), await aPhoto('IMG_2.jpg'));
    await until(() => textIn(element, BIRTH).includes('2 trang'), 'two pages are one paper');
    expect(textIn(element, BIRTH)).to.match(/IMG_1\.pdf .* KB, đã làm nhỏ còn .* KB/u);
    // Neither photo told where it was taken.
    expect(textIn(element, BIRTH)).not.to.contain('vị trí');
    expect(paper(element, BIRTH).querySelectorAll('canvas').length).to.equal(2);
    await expect(element).to.be.accessible();
    await press(element, 'Bỏ trang 1');
    await until(() => textIn(element, BIRTH).includes('1 trang'), 'one page is left');
    await press(element, 'Xoay trang 1');
    await until(() => {
      const canvas = paper(element, BIRTH).querySelector('canvas');
      return canvas && canvas.height > canvas.width;
    }, 'the page stands upright');
    await press(element, /^Bỏ IMG_1/u);
    await until(() => !textIn(element, BIRTH).includes('1 trang'), 'nothing is left');
  });

  it('says at once what cannot be taken, and why', async () => {
    const element = await atPapers();
    for (const [file, words] of [
      [new File([], 'trong.pdf'), 'trống'],
      [new File(['<svg onload="alert(1)">'], 'anh.jpg'), 'không phải ảnh hay PDF'],
      [aPdf('khoa.pdf', '/Encrypt 5 0 R'), 'bị khóa (có mật khẩu hoặc hạn chế quyền)'],
      [new File([new Uint8Array([0xff, 0xd8, 0xff, 0, 1, 2])], 'hong.jpg'), 'Không đọc được'],
      [new File(['\0\0\0\x18ftypheic\0\0\0\0mif1heic'], 'IMG_9.HEIC'), 'kiểu HEIC'],
      [new File(['%PDF-1.4', new Uint8Array(20 * 1024 * 1024)], 'to.pdf'), 'lớn hơn 20 MB'],
    ] as const) {
      choose(element, BIRTH, file);
      await until(() => textIn(element, BIRTH).includes(words), `${file.name}: ${words}`);
      expect(textIn(element, BIRTH)).to.contain(file.name);
    }
    await expect(element).to.be.accessible();
  });

  it('is called by a name that turns no words around it, on the screen and in what is sent', async () => {
    const system = aReceivingSystem();
    const element = await atPapers({ network: system.network });
    choose(element, BIRTH, aPdf('giấy\u202efdp.exe\u2066.pdf'));
    await until(() => textIn(element, BIRTH).includes('giấyfdp.exe.pdf'), 'it is there');
    expect(textOf(element)).not.to.match(/\p{Bidi_C}/u);
    expect(paper(element, BIRTH).querySelector('.file bdi')?.textContent).to.equal('giấyfdp.exe.pdf');
    choose(element, BIRTH, new File([], 'trống\u202egpj.jpg'));
    await until(() => textIn(element, BIRTH).includes('trốnggpj.jpg'), 'what is wrong is told of it');
    expect(textOf(element)).not.to.match(/\p{Bidi_C}/u);
    await goTo(element, 'Nhận kết quả');
    await fillStep(element);
    await goTo(element, 'Kiểm tra lại');
    await press(element, 'Gửi hồ sơ');
    await received(element);
    const sent = system.asked.find(({ method }) => method === 'PUT')!;
    expect(sent.body).to.contain('giấyfdp.exe.pdf');
  });

  it('tells how many papers there may be before one is chosen, and takes none that is too many', async () => {
    const names = Array.from({ length: 51 }, (_, at) => `Giấy số ${String(at + 1)}.`);
    const element = await atPapers({
      record: { paperGroups: [{ papers: names.map((name) => ({ name })) }] },
    });
    expect(textOf(element)).to.contain('Một hồ sơ tối đa 50 giấy tờ');
    for (const name of names.slice(0, 50)) {
      choose(element, name, aPdf(`${name}pdf`));
      await until(() => textIn(element, name).includes(`${name}pdf`), `${name} is there`);
    }
    choose(element, names[50]!, aPdf('thua.pdf'));
    await until(() => textIn(element, names[50]!).includes('chưa thêm “thua.pdf”'), 'it is told');
    // One that is there already may still be another.
    choose(element, names[0]!, aPdf('khac.pdf'));
    await until(() => textIn(element, names[0]!).includes('khac.pdf'), 'it took its place');
  });

  it('doubts a page that is too dark or blurred to be read, and takes it all the same', async () => {
    const element = await atPapers();
    const dark = await aPhoto('toi.jpg', (context) => {
      context.fillStyle = '#1a1a1a';
      context.fillRect(0, 0, 1000, 750);
    });
    choose(element, BIRTH, dark);
    await until(() => textIn(element, BIRTH).includes('Trang 1 tối quá'), 'it is said');
    expect(textIn(element, BIRTH)).to.contain('Trang 1 bị nhòe');
    expect(textIn(element, BIRTH)).to.contain('toi.pdf');
  });

  it('takes what is chosen for the next paper while the last one is still being made', async () => {
    const element = await atPapers();
    choose(element, BIRTH, await aPhoto('IMG_1.jpg'), await aPhoto('IMG_2.jpg'));
    choose(element, 'Thẻ căn cước', await aPhoto('the.jpg'));
    choose(element, BIRTH, await aPhoto('IMG_3.jpg'));
    await until(() => textIn(element, BIRTH).includes('3 trang'), 'all pages of the one');
    await until(() => textIn(element, 'Thẻ căn cước').includes('1 trang'), 'and the other');
  });

  describe('that is still being made when the application is sent', () => {
    /** An application at its sending, with a paper whose bytes come when they are let go. */
    async function sentEarly() {
      const system = aReceivingSystem();
      const element = await atPapers({ network: system.network });
      const { arrayBuffer } = Blob.prototype;
      const bytes = await arrayBuffer.call(aPdf());
      let letGo: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      Blob.prototype.arrayBuffer = () => held.then(() => bytes);
      try {
        choose(element, BIRTH, aPdf());
        await until(() => textIn(element, BIRTH).includes('Đang xử lý'), 'it is being made');
      } finally {
        Blob.prototype.arrayBuffer = arrayBuffer;
      }
      await goTo(element, 'Nhận kết quả');
      await fillStep(element);
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Gửi hồ sơ');
      await until(() => stepOf(element) === 'Gửi', 'it is sent');
      return { element, system, letGo };
    }

    it('is sent with it', async () => {
      const { element, letGo } = await sentEarly();
      letGo();
      await received(element);
      await until(() => root(element).querySelector('.receipt'), 'the receipt is shown');
      expect(textOf(element, '.receipt')).to.contain(BIRTH);
    });

    it('is not called sent after a reload, which comes back to the review', async () => {
      const { element, system } = await sentEarly();
      element.remove();
      const again = await openSteps({ network: system.network });
      await until(() => stepOf(again) === 'Kiểm tra lại', 'the review');
      expect(system.asked).to.deep.equal([]);
      await press(again, 'Gửi hồ sơ');
      await received(again);
    });
  });

  it('loses no page without a word: what replaces a paper says so, what cannot be joined is told', async () => {
    const element = await atPapers();
    choose(element, BIRTH, aPdf('mot.pdf'), aPdf('hai.pdf'));
    await until(() => textIn(element, BIRTH).includes('“hai.pdf”'), 'the second is told');
    expect(textIn(element, BIRTH)).to.contain('mot.pdf').and.contain('Chọn tệp khác thay tệp này');
    expect(textIn(element, BIRTH)).not.to.contain('Thêm trang');
    choose(element, 'Thẻ căn cước', await aPhoto('the.jpg'));
    await until(() => textIn(element, 'Thẻ căn cước').includes('1 trang'), 'a page');
    expect(textIn(element, 'Thẻ căn cước')).to.contain('Thêm trang');
    choose(element, 'Thẻ căn cước', aPdf('ba.pdf'));
    await until(() => textIn(element, 'Thẻ căn cước').includes('“ba.pdf”'), 'the PDF is told');
    expect(textIn(element, 'Thẻ căn cước')).to.contain('1 trang');
    await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
    element.remove();
    const again = await openSteps();
    await until(() => root(again).querySelector('.file'), 'the papers are there again');
    await until(() => textIn(again, 'Thẻ căn cước').includes('Thêm trang'), 'and so is its page');
  });

  it('says so where a file cannot be read any more', async () => {
    const element = await atPapers();
    const gone = aPdf('the-nho.pdf');
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
    try {
      choose(element, BIRTH, gone);
      await until(() => textIn(element, BIRTH).includes('Không đọc được “the-nho.pdf”'), 'it is said');
    } finally {
      Blob.prototype.arrayBuffer = arrayBuffer;
    }
    expect(root(element).querySelectorAll('.file').length).to.equal(0);
  });

  it('shows whatever a file is called as text, and sends no name that is too long', async () => {
    const system = aReceivingSystem();
    const element = await atPapers({ network: system.network });
    const names = ['<img src=x onerror=alert(1)>.pdf', `${'x'.repeat(300)}.pdf`];
    for (const [at, name] of names.entries()) {
      const where = [BIRTH, 'Thẻ căn cước'][at]!;
      choose(element, where, aPdf(name));
      await until(() => textIn(element, where).includes(name.slice(0, 255)), 'its name is shown');
    }
    expect(root(element).querySelectorAll('img').length).to.equal(0);
    await goTo(element, 'Nhận kết quả');
    await fillStep(element);
    await goTo(element, 'Giấy biên nhận');
    await received(element);
  });

  it('shows nobody the pages of who was here before', async () => {
    const element = await atPapers({ device: 'shared' });
    choose(element, BIRTH, await aPhoto());
    await until(() => textIn(element, BIRTH).includes('1 trang'), 'it is there');
    await press(element, 'Kết thúc');
    await until(() => textOf(element).includes('Đã xóa hết'), 'it says so');
    await goTo(element, 'Giấy tờ đính kèm');
    await until(() => root(element).querySelector('.wanted'), 'the papers are listed');
    expect(root(element).querySelectorAll('canvas').length).to.equal(0);
    expect(textOf(element)).not.to.contain('IMG_1');
  });

  it('marks an identity card with what it is for, when asked to', async () => {
    const element = await atPapers();
    const card = 'Thẻ căn cước';
    choose(element, card, await aPhoto('the.jpg'));
    await until(() => textIn(element, card).includes('1 trang'), 'without a mark');
    const plain = paper(element, card).querySelector('canvas')!;
    await until(() => plain.width !== 300, 'it is drawn');
    const redness = (canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      let red = 0;
      for (let at = 0; at < data.length; at += 4) red += (data[at] ?? 0) - (data[at + 1] ?? 0);
      return red / (data.length / 4);
    };
    const before = redness(plain);
    await press(element, 'Bỏ the.pdf');
    await until(() => !textIn(element, card).includes('the.pdf'), 'it is gone');
    await tick(
      element,
      /In chữ mờ “Chỉ dùng nộp hồ sơ .*khai sinh.* \(1\.001193\)”.* Không in được lên tệp PDF/u,
    );
    choose(element, card, await aPhoto('the.jpg'));
    await until(() => textIn(element, card).includes('1 trang'), 'with a mark');
    const marked = paper(element, card).querySelector('canvas')!;
    await until(() => redness(marked) > before + 0.5, 'red words lie over it');
    await press(element, 'Bỏ the.pdf');
    await until(() => !textIn(element, card).includes('the.pdf'), 'it is gone');
    choose(element, card, aPdf('the-can-cuoc.pdf'));
    await until(() => textIn(element, card).includes('the-can-cuoc.pdf'), 'a PDF is taken');
    expect(textIn(element, card)).to.contain('Chữ mờ không in được lên tệp PDF');
    await tick(element, /In chữ mờ/u);
    choose(element, card, aPdf('khac.pdf'));
    await until(
      () => textIn(element, card).includes('khac.pdf'),
      'another one, without being asked for words',
    );
    expect(textIn(element, card)).not.to.contain('Chữ mờ không in được');
  });

  it('keeps papers through a reload, sends each whole, and shows their hashes on the receipt', async () => {
    const system = aReceivingSystem();
    const element = await atPapers({ network: system.network });
    choose(element, BIRTH, await aPhoto());
    await until(() => textIn(element, BIRTH).includes('1 trang'), 'it is there');
    await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
    element.remove();
    const again = await openSteps({ network: system.network });
    await until(() => root(again).querySelector('.file'), 'the paper is there again');
    await goTo(again, 'Nhận kết quả');
    await fillStep(again);
    await goTo(again, 'Kiểm tra lại');
    // By what it is called and how large it is, so that a wrong one is noticed; and what has no file.
    expect(textOf(again)).to.match(/Giấy chứng sinh: \S.*\.pdf \(\d+ KB\)/u);
    const missing = [...root(again).querySelectorAll('.reviewed .note li')].map((item) => item.textContent);
    expect(missing).to.deep.equal(['Thẻ căn cước']);
    await press(again, 'Gửi hồ sơ');
    await received(again);
    await until(() => root(again).querySelector('.receipt'), 'the receipt is shown');
    expect(textOf(again, '.receipt')).to.match(/Giấy chứng sinh, .* KB, mã kiểm tra SHA-256: [0-9a-f]{64}/u);
    const patches = system.asked.filter(({ method }) => method === 'PATCH');
    expect(patches.length).to.be.greaterThan(0);
  });

  describe('after a reload', () => {
    /** The papers of an application that was left with this one, and opened again. */
    async function reopened(...chosen: readonly File[]): Promise<FormSteps> {
      const system = aReceivingSystem();
      const element = await atPapers({ network: system.network });
      choose(element, BIRTH, ...chosen);
      await until(() => paper(element, BIRTH).querySelector('.file'), 'it is there');
      await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
      element.remove();
      const again = await openSteps({ network: system.network });
      await until(() => root(again).querySelector('.file'), 'the paper is there again');
      return again;
    }

    it('takes more pages for a paper that was begun, turns those and takes them away', async () => {
      const dark = await aPhoto('toi.jpg', (context) => {
        context.fillStyle = '#1a1a1a';
        context.fillRect(0, 0, 1000, 750);
      });
      const element = await reopened(await aPhoto('IMG_1.jpg'), dark);
      await until(() => textIn(element, BIRTH).includes('2 trang'), 'the pages are known again');
      expect(textIn(element, BIRTH)).to.contain('Trang 2 tối quá').and.to.contain('Thêm trang');
      expect(textIn(element, BIRTH)).not.to.contain('đã làm nhỏ');
      await expect(element).to.be.accessible();
      choose(element, BIRTH, await aPhoto('IMG_3.jpg'));
      await until(() => textIn(element, BIRTH).includes('3 trang'), 'one more');
      expect(textIn(element, BIRTH)).to.contain('IMG_1.pdf');
      await press(element, 'Bỏ trang 2');
      await until(() => textIn(element, BIRTH).includes('2 trang'), 'one less');
      expect(textIn(element, BIRTH)).not.to.contain('tối quá');
      await press(element, 'Xoay trang 1');
      await until(() => {
        const canvas = paper(element, BIRTH).querySelector('canvas');
        return canvas && canvas.height > canvas.width;
      }, 'the page stands upright');
    });

    it('loses no page where one is chosen before the others were looked up', async () => {
      const element = await reopened(await aPhoto('IMG_1.jpg'), await aPhoto('IMG_2.jpg'));
      choose(element, BIRTH, await aPhoto('IMG_3.jpg'));
      await until(() => textIn(element, BIRTH).includes('3 trang'), 'all three');
      expect(textIn(element, BIRTH)).to.contain('IMG_1.pdf');
    });

    it('leaves a PDF that came from elsewhere as it is, and says that another takes its place', async () => {
      const element = await reopened(aPdf('hop-dong.pdf'));
      choose(element, 'Thẻ căn cước', await aPhoto('the.jpg'));
      await until(() => textIn(element, 'Thẻ căn cước').includes('1 trang'), 'the turn of another comes');
      expect(textIn(element, BIRTH)).to.contain('Chọn tệp khác thay tệp này').and.not.contain('Thêm trang');
    });
  });

  it('goes on with an upload from where the line broke, and says how far it is', async () => {
    const system = aReceivingSystem();
    let cuts = 0;
    system.line = (request, go) => {
      if (request.method === 'PATCH' && cuts++ === 1) return Promise.reject(new TypeError('cut'));
      return go(request);
    };
    const element = await atPapers({ network: system.network });
    choose(element, BIRTH, await aPhoto('a.jpg'), await aPhoto('b.jpg'), await aPhoto('c.jpg'));
    await until(() => textIn(element, BIRTH).includes('3 trang'), 'three pages');
    await goTo(element, 'Nhận kết quả');
    await fillStep(element);
    await goTo(element, 'Kiểm tra lại');
    await press(element, 'Gửi hồ sơ');
    await until(() => textOf(element, '.state').includes('Đang chờ mạng'), 'it waits');
    // The application itself was not sent yet, and that is known.
    expect(textOf(element, '.state')).to.contain('sẽ tự gửi');
    expect(textOf(element)).to.contain('Chưa gửi được').and.not.to.contain('Chưa biết hồ sơ đã tới');
    await press(element, 'Thử lại ngay');
    await received(element);
    const asked = system.asked.filter(({ path }) => path.includes('uploads'));
    // Made once: the second try is told that it is there, and asks how much of it.
    const methods = asked.map(({ method }) => method);
    expect(methods.filter((method) => method !== 'PATCH')).to.deep.equal(['POST', 'POST', 'HEAD']);
    expect(methods.slice(0, 6)).to.deep.equal(['POST', 'PATCH', 'PATCH', 'POST', 'HEAD', 'PATCH']);
  });

  it('takes papers on a page without https, to be taken along', async () => {
    const restore = withoutHttps();
    try {
      const element = await atPapers({ destination: 'hand-off' });
      choose(element, BIRTH, await aPhoto());
      await until(() => textIn(element, BIRTH).includes('1 trang'), 'it is there');
    } finally {
      restore();
    }
  });

  it('has the papers ready to take along to the national portal', async () => {
    const element = await atPapers({ destination: 'hand-off' });
    choose(element, BIRTH, await aPhoto());
    await until(() => textIn(element, BIRTH).includes('1 trang'), 'it is there');
    await goTo(element, 'Nộp trên Cổng quốc gia');
    await until(() => textOf(element).includes('Giấy tờ đã chuẩn bị'), 'they are listed');
    const saved = catchSaved();
    try {
      await press(element, /^Lưu PDF, .* KB: Giấy chứng sinh/u);
      await until(() => saved.files.length > 0, 'it is saved');
    } finally {
      saved.restore();
    }
    const [file] = saved.files;
    expect(file?.name).to.equal('IMG_1.pdf');
    expect(await file?.blob.slice(0, 5).text()).to.equal('%PDF-');
  });

  it('takes the papers of a question beside the question', async () => {
    const [step] = FORM.steps;
    const field = { name: 'proof', kind: 'attachment', label: { vi: 'Bản chụp giấy tờ' }, required: true };
    const form = {
      ...FORM,
      steps: [{ ...step, groups: [...step.groups, { name: 'more', fields: [field] }] }],
    };
    const plain = Object.fromEntries(Object.entries(form).filter(([name]) => name !== 'fees'));
    const element = await openSteps({ form: plain, record: { paperGroups: [] } });
    await goTo(element, 'Trẻ');
    await fillStep(element);
    await until(() => root(element).querySelector('.wanted'), 'it can be chosen');
    await press(element, 'Tiếp tục');
    await until(() => textOf(element, '.summary').includes('Bản chụp giấy tờ'), 'it is asked for');
    choose(element, 'Bản chụp giấy tờ', aPdf());
    await until(() => textIn(element, 'Bản chụp giấy tờ').includes('to-khai.pdf'), 'it is there');
    await press(element, 'Tiếp tục');
    expect(stepOf(element)).to.equal('Giấy tờ đính kèm');
  });
});

describe('<dvc-form-steps> with papers that questions ask for', () => {
  beforeEach(emptyBrowser);

  /** A question for a paper of the same name as one on the procedure's list, and one for each copy. */
  const [child, people] = FORM.steps;
  const proof = { name: 'proof', kind: 'attachment', label: { vi: BIRTH }, required: true };
  const copy = { name: 'page', kind: 'attachment', label: { vi: 'Trang cần sao' } };
  const form = {
    ...Object.fromEntries(Object.entries(FORM).filter(([name]) => name !== 'fees')),
    steps: [
      { ...child, groups: [...child.groups, { name: 'more', fields: [proof] }] },
      {
        ...people,
        groups: people.groups.map((group) =>
          group.name === 'copies' ? { ...group, fields: [...group.fields, copy] } : group,
        ),
      },
    ],
  };

  async function atQuestion(system = aReceivingSystem(form)): Promise<FormSteps> {
    const element = await openSteps({ form, network: system.network });
    await goTo(element, 'Trẻ');
    await fillStep(element);
    await until(() => root(element).querySelector('.wanted'), 'it can be chosen');
    choose(element, BIRTH, aPdf('chung-sinh.pdf'));
    await until(() => textIn(element, BIRTH).includes('chung-sinh.pdf'), 'it is there');
    return element;
  }
  /** The answers and the files as they were sent. */
  const sentTo = (system: ReturnType<typeof aReceivingSystem>) => {
    const asked = system.asked.find(({ method, path }) => method === 'PUT' && path.includes('/submissions/'));
    return JSON.parse(asked?.body ?? '{}') as {
      answers: { proof: string[]; copies?: { page?: string[] }[] };
      files: { id: string; name: string }[];
    };
  };

  it('lists each once, says where it belongs, and takes another one there as the answer', async () => {
    const system = aReceivingSystem(form);
    const element = await atQuestion(system);
    await goTo(element, 'Giấy tờ đính kèm');
    await until(() => root(element).querySelector('.wanted'), 'the papers are listed');
    const named = [...root(element).querySelectorAll('.paper-name')].map((one) => one.textContent.trim());
    expect(named.filter((name) => name === BIRTH)).to.have.length(1);
    expect(textIn(element, BIRTH)).to.contain('Giấy này trả lời câu hỏi ở phần “Trẻ”');
    choose(element, BIRTH, aPdf('ban-moi.pdf'));
    await until(() => textIn(element, BIRTH).includes('ban-moi.pdf'), 'it is another one');
    await goTo(element, 'Kiểm tra lại');
    expect(textOf(element)).to.match(/Giấy chứng sinh ban-moi\.pdf/u);
    await goTo(element, 'Giấy biên nhận');
    const { answers, files } = sentTo(system);
    expect(files.map(({ name }) => name)).to.deep.equal(['ban-moi.pdf']);
    expect(answers.proof).to.deep.equal(files.map(({ id }) => id));
  });

  it('asks again for one that was taken away there', async () => {
    const element = await atQuestion();
    await goTo(element, 'Giấy tờ đính kèm');
    await press(element, 'Bỏ chung-sinh.pdf');
    await until(() => !textIn(element, BIRTH).includes('chung-sinh.pdf'), 'it is gone');
    await goTo(element, 'Kiểm tra lại');
    await press(element, 'Gửi hồ sơ');
    await until(() => textOf(element, '.summary').includes(BIRTH), 'it is missed');
  });

  it('keeps those of one entry apart from those of the next', async () => {
    const system = aReceivingSystem(form);
    const element = await atQuestion(system);
    await goTo(element, 'Người liên quan');
    await fillStep(element);
    await press(element, 'Thêm: Bản sao');
    await press(element, 'Thêm: Bản sao');
    const counts = [...root(element).querySelectorAll<HTMLInputElement>('.entry input:not([type=file])')];
    for (const [at, box] of counts.entries()) {
      box.value = String(at + 1);
      box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      box.dispatchEvent(new Event('change', { bubbles: true }));
    }
    const boxes = () => [...root(element).querySelectorAll<HTMLElement>('.wanted')];
    for (const [at, name] of ['mot.pdf', 'hai.pdf'].entries()) {
      const chosen = new DataTransfer();
      chosen.items.add(aPdf(name));
      const input = boxes()[at]!.querySelector<HTMLInputElement>('input[type=file]')!;
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await until(() => boxes()[at]!.textContent.includes(name), `${name} is there`);
    }
    expect(boxes()[0]!.textContent).to.contain('mot.pdf');
    await press(element, /^Bỏ Bản sao 1$/u);
    await until(() => boxes().length === 1, 'one is left');
    expect(boxes()[0]!.textContent).to.contain('hai.pdf');
    await goTo(element, 'Giấy biên nhận');
    const { answers, files } = sentTo(system);
    const ids = Object.fromEntries(files.map(({ id, name }) => [name, id]));
    expect(answers.copies?.map(({ page }) => page)).to.deep.equal([[ids['hai.pdf']]]);
  });
});

describe('<dvc-form-steps> with a citizen card', () => {
  beforeEach(emptyBrowser);

  /** A photo of a QR code. */
  const aCode = (text: string) =>
    aPhoto('the.jpg', (context) => {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, 1000, 750);
      context.fillStyle = '#000';
      const code = generate(text);
      const side = Math.floor(600 / code.size);
      for (let y = 0; y < code.size; y += 1)
        for (let x = 0; x < code.size; x += 1)
          if (code.get(x, y)) context.fillRect(200 + x * side, 70 + y * side, side, side);
    });

  async function scan(element: FormSteps, photo: File): Promise<void> {
    if (!root(element).querySelector('.scan'))
      root(element).querySelector<HTMLElement>('.set-actions button')?.click();
    await until(() => root(element).querySelector('.scan input'), 'a photo can be chosen');
    await until(
      () => root(element).activeElement?.closest('.scan'),
      'the focus goes there, however late it comes',
    );
    const input = root(element).querySelector<HTMLInputElement>('.scan input')!;
    const chosen = new DataTransfer();
    chosen.items.add(photo);
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  it('shows what it read, and fills it in only when told to', async () => {
    const element = await openSteps();
    await goTo(element, 'Người liên quan');
    await scan(element, await aCode('000190000001||Nguyễn Thị Mẫu|05031990|Nữ|Thôn Mẫu, Xã Mẫu|01012022'));
    await until(() => textOf(element, '.scan').includes('Đọc được từ thẻ'), 'it is read');
    expect(textOf(element, '.scan')).to.contain('Nguyễn Thị Mẫu');
    expect(textOf(element, '.scan')).to.contain('05/03/1990');
    expect(control(element, 'Họ, chữ đệm, tên').value).to.equal('');
    await expect(element).to.be.accessible();
    await press(element, 'Đúng, điền vào tờ khai');
    expect(control(element, 'Họ, chữ đệm, tên').value).to.equal('Nguyễn Thị Mẫu');
    expect(control(element, 'Số định danh cá nhân').value).to.equal('000190000001');
    expect(root(element).querySelector('.scan')).to.equal(null);
  });

  it('offers the address of the card where the form asks for one', async () => {
    const element = await openSteps();
    await goTo(element, 'Người liên quan');
    await scan(element, await aCode('000190000001||Nguyễn Thị Mẫu|05031990|Nữ|Thôn Mẫu, Xã Mẫu|01012022'));
    await until(() => textOf(element, '.scan').includes('Đọc được từ thẻ'), 'it is read');
    expect(root(element).querySelectorAll('.address .quiet').length).to.equal(0);
    await press(element, 'Đúng, điền vào tờ khai');
    const offer = root(element).querySelector<HTMLElement>('.address .quiet');
    expect(offer?.textContent.trim()).to.equal('Điền giống “Mẹ”');
    offer!.click();
    await element.updateComplete;
    expect(control(element, 'Nơi cư trú').value).to.equal('Thôn Mẫu, Xã Mẫu');
    expect(root(element).querySelectorAll('.address .quiet').length).to.equal(0);
  });

  it('says that a code is none of a card, or that there is none', async () => {
    const element = await openSteps();
    await goTo(element, 'Người liên quan');
    await scan(element, await aCode('https://example.com'));
    await until(() => textOf(element, '.scan').includes('không phải mã QR của thẻ'), 'it is another code');
    await scan(element, await aPhoto());
    await until(() => textOf(element, '.scan').includes('Chưa thấy mã QR'), 'there is none');
    await press(element, 'Đóng, tôi tự gõ');
    expect(root(element).querySelector('.scan')).to.equal(null);
  });

  it('leaves no camera on: not where it is closed while it asks, not where the person goes on', async () => {
    const { mediaDevices } = navigator;
    const original = mediaDevices.getUserMedia.bind(mediaDevices);
    const stream = () => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d')!;
      const made = canvas.captureStream();
      context.fillRect(0, 0, 9, 9);
      return made;
    };
    let given: MediaStream = stream();
    let allow: () => void = () => undefined;
    mediaDevices.getUserMedia = () => new Promise((resolve) => (allow = () => resolve(given)));
    const isLive = () => given.getTracks().some(({ readyState }) => readyState === 'live');
    try {
      const element = await openSteps();
      await goTo(element, 'Người liên quan');
      const openCamera = async () => {
        root(element).querySelector<HTMLElement>('.set-actions button')?.click();
        await until(() => root(element).querySelector('.scan input'), 'the box is open');
        await press(element, 'Dùng máy ảnh');
      };
      await openCamera();
      await press(element, 'Đóng, tôi tự gõ');
      allow();
      await until(() => !isLive(), 'it is let go of once it is allowed');
      given = stream();
      await openCamera();
      allow();
      await until(() => root(element).querySelector('.scan video'), 'the camera is on');
      await fillStep(element);
      await goTo(element, 'Giấy tờ đính kèm');
      await until(() => !isLive(), 'it is let go of');
    } finally {
      mediaDevices.getUserMedia = original;
    }
  });
});

describe('<dvc-form-steps> with a draft to carry home', () => {
  beforeEach(emptyBrowser);

  /** Saves what is typed as a file, and what opens it. */
  async function carry(element: FormSteps) {
    root(element).querySelector<HTMLElement>('.carry summary')?.click();
    await until(() => textOf(element).includes('Lưu thành tệp'), 'it can be saved');
    const saved = catchSaved();
    try {
      await press(element, 'Lưu thành tệp');
      await until(() => saved.files[0] && root(element).querySelector('.phrase'), 'a file and its phrase');
    } finally {
      saved.restore();
    }
    return { file: saved.files[0]!.blob, phrase: textOf(element, '.phrase') };
  }

  /** Chooses a file that was saved, and types its phrase. */
  async function open(element: FormSteps, file: Blob, phrase: string) {
    const details = root(element).querySelector<HTMLDetailsElement>('.carry')!;
    if (!details.open) details.querySelector('summary')?.click();
    await until(() => textOf(element).includes('Mở tệp bản nháp'), 'it can be opened');
    const box = control(element, 'Gõ câu mở khóa');
    box.value = phrase;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const input = root(element).querySelector<HTMLInputElement>('.carry input[type=file]')!;
    const chosen = new DataTransfer();
    chosen.items.add(new File([file], 'x.dvc'));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  for (const settings of [{ device: 'own' }, { device: 'shared' }, { level: '2' }] as const)
    it(`offers it from every step that is filled in: ${JSON.stringify(settings)}`, async () => {
      const element = await openSteps(settings);
      // Before anything is typed there is nothing to take along; one that was brought can be opened.
      expect(textOf(element, '.carry')).to.equal('Mở bản nháp từ máy khác');
      await goTo(element, 'Trẻ');
      expect(root(element).querySelector('.carry')).to.equal(null);
      for (const step of ['Trẻ', 'Người liên quan']) {
        await goTo(element, step);
        await fillStep(element);
        expect(textOf(element, '.carry'), step).to.equal('Mang bản nháp sang máy khác');
      }
      await press(element, 'Quay lại');
      await press(element, 'Quay lại');
      expect(stepOf(element)).to.equal('Chuẩn bị');
      expect(textOf(element, '.carry')).to.equal('Mang bản nháp sang máy khác');
    });

  it('offers none where nothing is typed, or nobody is real', async () => {
    for (const settings of [{ level: '1' }, { destination: 'practice' }] as const)
      expect(root(await openSteps(settings)).querySelector('.carry')).to.equal(null);
  });

  it('offers none without https, where nothing can be locked and no lock opened', async () => {
    const restore = withoutHttps();
    try {
      const element = await openSteps({ destination: 'hand-off' });
      expect(root(element).querySelectorAll('.carry').length).to.equal(0);
      await goTo(element, 'Trẻ');
      await type(element, 'Họ tên trẻ', 'Mẫu');
      expect(root(element).querySelectorAll('.carry').length).to.equal(0);
    } finally {
      restore();
    }
  });

  it('shows no phrase for a file that was not made', async () => {
    const element = await openSteps();
    await goTo(element, 'Trẻ');
    await type(element, 'Họ tên trẻ', 'Mẫu');
    root(element).querySelector<HTMLElement>('.carry summary')?.click();
    await until(() => textOf(element).includes('Lưu thành tệp'), 'it can be saved');
    const { deriveKey } = SubtleCrypto.prototype;
    try {
      const isLocking = new Promise<void>((resolve) => {
        SubtleCrypto.prototype.deriveKey = () => {
          resolve();
          return new Promise(() => undefined);
        };
      });
      await press(element, 'Lưu thành tệp');
      await isLocking;
      element.requestUpdate();
      await element.updateComplete;
      expect(textOf(element, '.phrase')).to.equal('');
    } finally {
      SubtleCrypto.prototype.deriveKey = deriveKey;
    }
  });

  it('says so where the file cannot be read', async () => {
    const element = await openSteps();
    root(element).querySelector<HTMLElement>('.carry summary')?.click();
    await until(() => textOf(element).includes('Mở tệp bản nháp'), 'it can be opened');
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
    try {
      const input = root(element).querySelector<HTMLInputElement>('.carry input[type=file]')!;
      const chosen = new DataTransfer();
      chosen.items.add(new File(['x'], 'x.dvc'));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await until(() => textOf(element, '.carry').includes('Không đọc được tệp này'), 'it is said');
    } finally {
      Blob.prototype.arrayBuffer = arrayBuffer;
    }
  });

  it('locks it in a file with a phrase, and opens it on another computer', async () => {
    const element = await openSteps();
    await goTo(element, 'Trẻ');
    await type(element, 'Họ tên trẻ', 'Lê Mang Về');
    // Opening one here would take the place of what is typed here.
    expect(textOf(element)).not.to.contain('Mở tệp bản nháp');
    const { file, phrase } = await carry(element);
    await expect(element).to.be.accessible();
    expect(phrase.split(' ').length).to.equal(6);
    expect(await file.text()).not.to.contain('Mang Về');
    element.remove();
    await emptyBrowser();

    const other = await openSteps();
    await open(other, file, 'sai câu mở khóa');
    await until(() => textOf(other).includes('Câu mở khóa không đúng'), 'a wrong phrase opens nothing');
    await open(other, file, phrase.toUpperCase());
    await until(() => stepOf(other) === 'Trẻ' && textOf(other).includes('Đã mở lại'), 'it is open');
    expect(control(other, 'Họ tên trẻ').value).to.equal('Lê Mang Về');
    await until(() => textOf(other).includes('Xóa bản nháp'), 'it is kept here too');
  });

  /** At the question for a child's name, typed in by somebody who helps. */
  async function helped(): Promise<FormSteps> {
    const element = await openSteps({ assisted: true });
    await type(element, 'Họ tên người khai giúp', 'Phạm Văn Giúp');
    await type(element, 'Chức vụ', 'Công chức');
    await tick(element, /đồng ý/u);
    await goTo(element, 'Trẻ');
    await fillStep(element);
    return element;
  }

  /** Sends it, and gives what the other side got. */
  it('of another procedure is not taken for one of this, and says so', async () => {
    const element = await openSteps({ code: '2.000635', form: { ...FORM, procedures: ['2.000635'] } });
    await goTo(element, 'Trẻ');
    await type(element, 'Họ tên trẻ', 'Lê Thị Khác');
    const { file, phrase } = await carry(element);
    element.remove();
    const other = await openSteps();
    await open(other, file, phrase);
    await until(() => textOf(other, '.carry .error').includes('bản nháp của thủ tục khác'), 'it is said');
    expect(stepOf(other)).to.equal('Chuẩn bị');
    await expect(other).to.be.accessible();
  });

  async function sentFrom(element: FormSteps, system: TestSystem) {
    await goTo(element, 'Giấy biên nhận');
    await received(element);
    await until(() => root(element).querySelector('.receipt'), 'the receipt is shown');
    return JSON.parse(system.asked.find(({ method }) => method === 'PUT')!.body) as object;
  }

  it('names nobody who helped where it was begun to whoever goes on with it alone', async () => {
    const element = await helped();
    const { file, phrase } = await carry(element);
    element.remove();
    await emptyBrowser();
    const system = aReceivingSystem();
    const home = await openSteps({ network: system.network });
    await open(home, file, phrase);
    await until(() => stepOf(home) === 'Trẻ', 'it is open');
    await type(home, 'Họ tên trẻ', 'Lê Thị Khác');
    expect(await sentFrom(home, system)).not.to.have.property('helper');
    expect(textOf(home, '.receipt')).not.to.contain('Phạm Văn Giúp');
  });

  it('asks for consent anew where somebody else helps', async () => {
    const element = await helped();
    const { file, phrase } = await carry(element);
    element.remove();
    await emptyBrowser();
    const desk = await openSteps({ assisted: true });
    await open(desk, file, phrase);
    await until(() => stepOf(desk) === 'Trẻ', 'it is open');
    await goTo(desk, 'Kiểm tra lại');
    await press(desk, 'Gửi hồ sơ');
    await until(() => textOf(desk, '.summary').includes('Sự đồng ý của người dân'), 'it is asked for');
  });

  it('that nobody helps with any more on the same computer names nobody either', async () => {
    const element = await helped();
    const system = aReceivingSystem();
    element.network = system.network;
    element.device = 'shared';
    await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
    element.assisted = false;
    await until(() => textOf(element).includes('Đã mở lại'), 'it is open again');
    expect(await sentFrom(element, system)).not.to.have.property('helper');
  });
});
