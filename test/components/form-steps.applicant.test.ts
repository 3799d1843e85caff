import { expect } from '@open-wc/testing';
import type { FormSteps } from '../../components/form-steps/form-steps.js';
import { openDraftStore } from '../../src/ui/draft-store.js';
import {
  emptyBrowser,
  goTo,
  NOW,
  openSteps,
  press,
  received,
  root,
  stepOf,
  textOf,
  until,
  aReceivingSystem,
  type Opening,
} from '../support/harness/form-steps.js';
import { FORM } from '../support/receiving-system.js';

const WHO = 'Người nộp và nội dung đề nghị';

/** A system of a place whose procedure has no form: it is for another one. */
const elsewhere = () => aReceivingSystem({ ...FORM, procedures: ['9.999999'] });

/** A procedure without a form of its own, and without a list of its papers. */
const open = (opening: Opening = {}): Promise<FormSteps> =>
  openSteps({ form: undefined, record: { paperGroups: [] }, network: elsewhere().network, ...opening });

const ahead = (element: FormSteps): string[] =>
  [...root(element).querySelectorAll('.plan li')].map(({ textContent }) => textContent.trim());

describe('<dvc-form-steps> of a procedure without a form of its own', () => {
  beforeEach(emptyBrowser);

  it('asks who applies before anything is sent, and says that it is no official form', async () => {
    const element = await open();
    expect(ahead(element)).to.deep.equal([
      WHO,
      'Giấy tờ đính kèm',
      'Nhận kết quả',
      'Kiểm tra lại',
      'Gửi',
      'Giấy biên nhận',
    ]);
    await until(
      () => textOf(element).includes('Đây không phải mẫu chính thức của thủ tục'),
      'it says what the form is not',
    );
    await press(element, 'Bắt đầu');
    expect(stepOf(element)).to.equal(WHO);
    expect(textOf(element, 'form')).to.contain('nơi tiếp nhận có thể yêu cầu bạn nộp thêm mẫu chính thức');
    await press(element, 'Tiếp tục');
    await until(() => textOf(element, '.summary') !== '', 'it is told what is missing');
    expect(stepOf(element)).to.equal(WHO);
    for (const label of ['Người nộp hồ sơ', 'Số điện thoại', 'Nơi cư trú', 'Nội dung đề nghị'])
      expect(textOf(element, '.summary')).to.contain(label);
    expect(textOf(element, '.summary')).not.to.contain('Thư điện tử');
  });

  it('sends who applies, and is received by a system that takes nothing of nobody', async () => {
    const system = elsewhere();
    const element = await open({ network: system.network });
    await goTo(element, 'Giấy biên nhận');
    await received(element);
    const put = system.asked.find(({ method }) => method === 'PUT');
    const { form, answers } = JSON.parse(put?.body ?? '{}') as { form: { id: string }; answers: object };
    expect(form.id).to.equal('dvc:applicant');
    expect(answers).to.deep.equal({
      applicant: { name: 'Lê Thị Mẫu', number: '000190000001' },
      phone: '0912345678',
      address: { text: 'Thôn Mẫu, Xã Mẫu' },
      request: 'Nội dung mẫu',
    });
  });

  it('says that it is not known which papers are needed, and takes others', async () => {
    const element = await open();
    await goTo(element, 'Giấy tờ đính kèm');
    await until(() => root(element).querySelector('.wanted'), 'papers can be added');
    expect(textOf(element, 'form')).to.contain('Không rõ thủ tục này cần giấy tờ gì');
    expect(
      [...root(element).querySelectorAll('.paper-name')].map((one) => one.textContent.trim()),
    ).to.deep.equal(['Giấy tờ khác']);
  });

  it('says nothing of the kind where the papers are listed', async () => {
    const element = await open({ record: {} });
    await goTo(element, 'Giấy tờ đính kèm');
    await until(() => root(element).querySelector('.wanted'), 'the papers are listed');
    expect(textOf(element, 'form')).not.to.contain('Không rõ thủ tục này cần giấy tờ gì');
  });

  it('is practised with somebody invented', async () => {
    const element = await open({ destination: 'practice' });
    await press(element, 'Điền thử bằng người không có thật');
    await until(() => stepOf(element) === WHO, 'it is filled in');
    await goTo(element, 'Giấy biên nhận');
    await received(element);
  });

  for (const [what, opening] of [
    ['is handed over to the national portal, which knows who signs in', { destination: 'hand-off' }],
    ['is only printed and brought along', { level: '2' }],
    ['is only told', { level: '1' }],
  ] as const)
    it(`asks nobody who applies where it ${what}`, async () => {
      const element = await open(opening);
      expect(ahead(element)).not.to.include(WHO);
      await until(() => textOf(element).includes('Chưa có tờ khai điện tử'), 'it says that there is no form');
    });

  it('goes on with a draft of before it was asked, and asks it then', async () => {
    const store = await openDraftStore('1.001193', 'own', () => NOW.getTime());
    await store?.write({
      schema: 1,
      procedure: '1.001193',
      answers: {},
      at: 'review',
      done: ['prepare', 'delivery'],
      files: [],
      delivery: { way: 'desk' },
      savedAt: NOW.getTime(),
    });
    store?.shut();
    const system = elsewhere();
    const element = await open({ network: system.network });
    await until(() => stepOf(element) === 'Kiểm tra lại', 'it is where it was');
    await press(element, 'Gửi hồ sơ');
    await until(() => textOf(element, '.summary').includes('Nội dung đề nghị'), 'it is told what is missing');
    expect(system.asked).to.deep.equal([]);
  });
});
