import { expect } from '@open-wc/testing';
import type { FormSteps } from '../../components/form-steps/form-steps.js';
import { configure } from '../../src/ui/configure.js';
import {
  aReceivingSystem,
  atPapers,
  emptyBrowser,
  goTo,
  textOf,
  until,
} from '../support/harness/form-steps.js';
import { aPdf, aPhoto, choose, paper, textIn } from '../support/papers.js';

const BIRTH = 'Giấy chứng sinh';
const CARD = 'Thẻ căn cước';

/** A receiving system that says this of itself; undefined: it does not say anything for now. */
function officeThatSays(about: object | undefined) {
  const office = { about, times: 0 };
  const system = aReceivingSystem();
  system.line = async (request, go) => {
    const answered = await go(request);
    if (!new URL(request.url).pathname.endsWith('/v1')) return answered;
    office.times += 1;
    if (!office.about) throw new TypeError('no network');
    const said = { ...((await answered.json()) as object), ...office.about };
    return new Response(JSON.stringify(said), { headers: answered.headers });
  };
  return { office, system };
}

const aPdfOf = (name: string, bytes: number) =>
  new File(['%PDF-1.4', new Uint8Array(bytes - 8)], name, { type: 'application/pdf' });

const says = (element: FormSteps, words: string) =>
  until(() => textOf(element).includes(words), `“${words}” is said`);

describe('<dvc-form-steps> and how large papers may be', () => {
  beforeEach(emptyBrowser);
  afterEach(() => configure({ portalFileMb: undefined }));

  it('keeps to what the receiving system says that it takes, and says whose limit it is', async () => {
    const { office, system } = officeThatSays({
      office: 'Xã Suối Mẫu',
      maxFileBytes: 3_722_445,
      maxFiles: 1,
    });
    const element = await atPapers({ network: system.network });
    await says(element, 'Đây là mức mà Xã Suối Mẫu nhận.');
    expect(office.times).to.equal(1);
    expect(textOf(element)).to.contain('Mỗi giấy tờ tối đa 3,5 MB.').and.contain('tối đa 1 giấy tờ');
    choose(element, BIRTH, aPdfOf('to.pdf', 3.56 * 1024 * 1024));
    await until(() => textIn(element, BIRTH).includes('“to.pdf” lớn hơn 3,5 MB'), 'it is too large');
    choose(element, BIRTH, aPdfOf('vua.pdf', 3.54 * 1024 * 1024));
    await until(() => paper(element, BIRTH).querySelector('.file'), 'it is taken');
    choose(element, CARD, aPdf('hai.pdf'));
    await until(
      () => textIn(element, CARD).includes('tối đa 1 giấy tờ nên chưa thêm “hai.pdf”'),
      'one is enough',
    );
    await expect(element).to.be.accessible();
  });

  it('makes photos smaller than usual before it refuses them, and says which were too large for all that', async () => {
    const photo = await aPhoto('IMG_7.jpg');
    const sizeIn = (element: FormSteps) => {
      const [, kilobytes] = /đã làm nhỏ còn ([\d.]+) KB/u.exec(textIn(element, BIRTH)) ?? [];
      return Number(kilobytes?.replace('.', '')) * 1024;
    };
    const usual = await atPapers();
    choose(usual, BIRTH, photo);
    await until(() => sizeIn(usual) > 0, 'it is taken');
    const most = Math.round(sizeIn(usual) * 0.85);
    usual.remove();
    await emptyBrowser();
    const { system } = officeThatSays({ office: 'Xã Suối Mẫu', maxFileBytes: most });
    const element = await atPapers({ network: system.network });
    await says(element, 'Đây là mức mà Xã Suối Mẫu nhận.');
    choose(element, BIRTH, photo);
    await until(() => sizeIn(element) > 0, 'it is taken here, too');
    expect(sizeIn(element)).to.be.at.most(most);
    const many = Array.from({ length: 4 }, () => photo);
    choose(element, BIRTH, new File([photo], 'IMG_8.jpg', { type: 'image/jpeg' }), ...many);
    await until(() => textIn(element, BIRTH).includes('nên chưa thêm “IMG_8.jpg”'), 'too much is too much');
    expect(textIn(element, BIRTH)).to.contain('1 trang');
    await expect(element).to.be.accessible();
  });

  it('says that there are too many papers once it is told how many are taken, and again on the review', async () => {
    const { office, system } = officeThatSays(undefined);
    const element = await atPapers({ network: system.network });
    await says(element, 'Chưa hỏi được nơi tiếp nhận');
    choose(element, BIRTH, aPdf('mot.pdf'));
    await until(() => paper(element, BIRTH).querySelector('.file'), 'it is taken');
    choose(element, CARD, aPdf('hai.pdf'));
    await until(() => paper(element, CARD).querySelector('.file'), 'so is the other');
    expect(textOf(element)).not.to.contain('nơi nhận chỉ nhận');
    office.about = { office: 'Xã Suối Mẫu', maxFiles: 1 };
    choose(element, CARD, aPdf('ba.pdf'));
    await says(element, 'Hồ sơ đang có 2 giấy tờ, nơi nhận chỉ nhận 1.');
    await expect(element).to.be.accessible();
    await goTo(element, 'Kiểm tra lại');
    await says(element, 'Hồ sơ đang có 2 giấy tờ, nơi nhận chỉ nhận 1.');
  });

  it('never takes more than it can keep and send, however much the receiving system takes', async () => {
    const { system } = officeThatSays({ office: 'Xã Mẫu', maxFileBytes: 10 ** 12, maxFiles: 5000 });
    const element = await atPapers({ network: system.network });
    await says(element, 'Đây là mức mà Xã Mẫu nhận.');
    expect(textOf(element)).to.contain('Mỗi giấy tờ tối đa 20 MB.').and.contain('tối đa 50 giấy tờ');
  });

  it('says that the receiving system was not heard, and tells of a paper that turns out too large', async () => {
    const { office, system } = officeThatSays(undefined);
    const element = await atPapers({ network: system.network });
    await says(element, 'Chưa hỏi được nơi tiếp nhận nhận tệp lớn đến đâu');
    expect(textOf(element)).to.contain('Mỗi giấy tờ tối đa 20 MB.');
    office.about = { office: 'Xã Mẫu', maxFileBytes: 500 * 1024 };
    choose(element, BIRTH, aPdfOf('to.pdf', 600 * 1024));
    await says(element, 'Mỗi giấy tờ tối đa 500 KB.');
    await until(
      () => textIn(element, BIRTH).includes('“to.pdf” lớn hơn 500 KB'),
      'it is told beside the paper',
    );
  });

  it('says that nobody tells how large a file the national portal takes', async () => {
    const element = await atPapers({ destination: 'hand-off' });
    expect(textOf(element))
      .to.contain('Mỗi giấy tờ tối đa 20 MB.')
      .and.contain('Không rõ Cổng Dịch vụ công quốc gia nhận tệp lớn đến đâu');
  });

  it('keeps to what the page says that the national portal takes, on its tag or for all of it', async () => {
    configure({ portalFileMb: 6 });
    const element = await atPapers({ destination: 'hand-off' });
    expect(textOf(element)).to.contain('Mỗi giấy tờ tối đa 6 MB.').and.contain('theo trang này');
    element.setAttribute('portal-file-mb', '0.5');
    await element.updateComplete;
    expect(textOf(element)).to.contain('Mỗi giấy tờ tối đa 512 KB.').and.not.contain('Không rõ');
    choose(element, BIRTH, aPdfOf('to.pdf', 513 * 1024));
    await until(() => textIn(element, BIRTH).includes('“to.pdf” lớn hơn 512 KB'), 'it is too large');
    element.setAttribute('portal-file-mb', 'nhiều');
    await element.updateComplete;
    expect(textOf(element)).to.contain('Không rõ Cổng Dịch vụ công quốc gia nhận tệp lớn đến đâu');
  });

  it('asks nobody where nothing is sent from here', async () => {
    const { office, system } = officeThatSays({ maxFileBytes: 1 });
    const element = await atPapers({ destination: 'hand-off', network: system.network });
    await goTo(element, 'Kiểm tra lại');
    expect([office.times, system.asked.length]).to.deep.equal([0, 0]);
  });
});
