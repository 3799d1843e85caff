import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FormSteps } from '../../components/form-steps/form-steps.js';
import { openDraftStore } from '../../src/ui/draft-store.js';
import type { FormSubmittedEvent, StepChangeEvent } from '../../src/ui/form-events.js';
import {
  aReceivingSystem,
  button,
  control,
  emptyBrowser,
  fillStep,
  FORM,
  FORM_WITHOUT_FEES,
  found,
  goTo,
  NOW,
  openSteps,
  press,
  ready,
  received,
  root,
  stepOf,
  textOf,
  tick,
  type,
  until,
  withoutHttps,
  type Opening,
} from '../support/harness/form-steps.js';
import { aPdf, catchSaved, choose } from '../support/papers.js';
import { readDrawnCode } from '../support/drawn-code.js';
import { watchListeners } from '../support/listeners.js';

const focused = (element: FormSteps) => root(element).activeElement;

/** The names of the steps that are ahead, as the first one tells them. */
const ahead = (element: FormSteps) =>
  [...root(element).querySelectorAll('.plan li')].map((item) => item.textContent.trim());

describe('<dvc-form-steps>', () => {
  beforeEach(emptyBrowser);

  describe('its steps', () => {
    const FILL = ['Trẻ', 'Người liên quan'];
    for (const [level, destination, expected] of [
      ['1', 'gateway', ['Đến nơi tiếp nhận']],
      ['2', 'gateway', [...FILL, 'Kiểm tra lại', 'In và mang theo', 'Đến nơi tiếp nhận']],
      [
        '3',
        'gateway',
        [...FILL, 'Giấy tờ đính kèm', 'Kiểm tra lại', 'Gửi', 'Giấy biên nhận', 'Đến nơi tiếp nhận'],
      ],
      [
        '4',
        'gateway',
        [...FILL, 'Giấy tờ đính kèm', 'Nhận kết quả', 'Kiểm tra lại', 'Gửi', 'Giấy biên nhận'],
      ],
      ['3', 'hand-off', [...FILL, 'Giấy tờ đính kèm', 'Kiểm tra lại', 'Nộp trên Cổng quốc gia']],
      ['4', 'hand-off', [...FILL, 'Giấy tờ đính kèm', 'Kiểm tra lại', 'Nộp trên Cổng quốc gia']],
      ['2', 'hand-off', [...FILL, 'Kiểm tra lại', 'In và mang theo', 'Đến nơi tiếp nhận']],
    ] as const)
      it(`follow level ${level} and destination ${destination}`, async () => {
        expect(ahead(await openSteps({ level, destination }))).to.deep.equal(expected);
      });

    it('are only information where no level was announced, and it says so', async () => {
      const element = await openSteps({ level: 'unheard-of' });
      expect(ahead(element)).to.deep.equal(['Đến nơi tiếp nhận']);
      await until(() => textOf(element).includes('chưa công bố mức độ'), 'it says why');
    });

    for (const [level, destination, where] of [
      ['3', 'gateway', 'gửi đến hệ thống tiếp nhận của nơi này'],
      ['3', 'hand-off', 'nộp trên Cổng Dịch vụ công quốc gia'],
      ['2', 'gateway', 'Trang này chỉ giúp bạn chuẩn bị, không gửi gì đi.'],
      ['1', 'hand-off', 'Trang này chỉ giúp bạn chuẩn bị, không gửi gì đi.'],
      ['unheard-of', 'gateway', 'Trang này chỉ giúp bạn chuẩn bị, không gửi gì đi.'],
    ] as const)
      it(`say of level ${level} and destination ${destination} where it goes, if anything goes`, async () => {
        expect(textOf(await openSteps({ level, destination }))).to.contain(where);
      });

    it('say at the end of what is only prepared here that nothing was sent, and keep nothing where nothing is typed', async () => {
      const element = await openSteps({ level: '1' });
      expect(textOf(element)).not.to.contain('Mang bản nháp');
      await goTo(element, 'Đến nơi tiếp nhận');
      await until(
        () => textOf(element).includes('Trang này chưa gửi gì đi'),
        'it says that nothing was sent',
      );
    });

    it('go to the national portal where a gateway was wanted and none is named', async () => {
      const element = await openSteps({ gateway: 'javascript:alert(1)' });
      expect(ahead(element)).to.include('Nộp trên Cổng quốc gia');
    });

    it('leave out what the form does without', async () => {
      const element = await openSteps({ form: { ...FORM, without: ['delivery', 'attach'] } });
      expect(ahead(element)).to.deep.equal([...FILL, 'Kiểm tra lại', 'Gửi', 'Giấy biên nhận']);
    });

    it('are none at all where a form would do without what is promised to everybody', async () => {
      for (const step of ['prepare', 'review', 'send', 'receipt']) {
        const element = await openSteps({ form: { ...FORM, without: [step] } });
        expect(textOf(element, '.refusal'), step).to.contain('Chưa mở được phần nộp hồ sơ');
      }
    });

    it('move focus to the heading, and tell the page which step it is and nothing else', async () => {
      const element = await openSteps();
      const changed = oneEvent<StepChangeEvent>(element, 'dvc-step-change');
      await press(element, 'Bắt đầu');
      const { step, kind } = await changed;
      expect([step, kind]).to.deep.equal(['fill:child', 'fill']);
      await until(() => focused(element)?.textContent === 'Trẻ', 'focus is on the heading');
      expect(textOf(element, '.progress')).to.equal('Bước 2 trên 8');
    });

    it('are each come back to after a reload', async () => {
      let element = await openSteps();
      for (const step of [...FILL, 'Giấy tờ đính kèm', 'Nhận kết quả', 'Kiểm tra lại']) {
        await goTo(element, step);
        await fillStep(element);
        await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
        element.remove();
        element = await openSteps();
        await until(() => stepOf(element) === step, `back at ${step}, not ${stepOf(element)}`);
      }
      await press(element, 'Sửa: Ngày sinh của trẻ');
      expect(control(element, 'Ngày sinh của trẻ').value).to.equal('05/03/2026');
    });

    it('can be gone back, with every answer as it was typed', async () => {
      const element = await openSteps();
      await goTo(element, 'Trẻ');
      await type(element, 'Họ tên trẻ', 'K’Brơi');
      await press(element, 'Quay lại');
      expect(stepOf(element)).to.equal('Chuẩn bị');
      await press(element, 'Bắt đầu');
      expect(control(element, 'Họ tên trẻ').value).to.equal('K’Brơi');
    });
  });

  describe('a field', () => {
    it('is never rewritten while somebody types, and tidied when they leave it', async () => {
      const element = await openSteps();
      await goTo(element, 'Trẻ');
      const box = control(element, 'Ngày sinh của trẻ');
      box.focus();
      for (const key of ['5', '/', '3', '/', '2', '0', '2', '6']) {
        await sendKeys({ press: key });
        await element.updateComplete;
      }
      expect(box.value).to.equal('5/3/2026');
      box.blur();
      await until(() => box.value === '05/03/2026', 'it is written as the form has it');
    });

    it('says what is wrong beside itself once it was left, and nothing before', async () => {
      const element = await openSteps();
      await goTo(element, 'Trẻ');
      const box = control(element, 'Ngày sinh của trẻ');
      box.value = '31/02/2026';
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await element.updateComplete;
      expect(root(element).querySelector('.error')).to.equal(null);
      box.dispatchEvent(new Event('change', { bubbles: true }));
      await element.updateComplete;
      expect(box.getAttribute('aria-invalid')).to.equal('true');
      const described = (box.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => root(element).getElementById(id)?.textContent);
      expect(described.join(' ')).to.contain('Lịch không có ngày này');
      await expect(element).to.be.accessible();
    });

    it('that is missing is told in a summary that takes focus and leads to it', async () => {
      const element = await openSteps();
      await goTo(element, 'Trẻ');
      await type(element, 'Ngày sinh của trẻ', 'hôm qua');
      await press(element, 'Tiếp tục');
      expect(stepOf(element)).to.equal('Trẻ');
      await until(() => focused(element)?.classList.contains('summary'), 'focus is on the summary');
      const lines = [...root(element).querySelectorAll('.summary li')].map((line) => line.textContent.trim());
      expect(lines).to.deep.equal([
        'Chưa điền “Họ tên trẻ”.',
        'Ngày sinh của trẻ: Chưa đọc được ngày. Hãy viết như 05/03/2001.',
      ]);
      await expect(element).to.be.accessible();
      root(element).querySelector<HTMLButtonElement>('.summary li:last-child button')?.click();
      await until(() => focused(element) === control(element, 'Ngày sinh của trẻ'), 'focus is in the field');
    });

    it('of a person that is missing altogether marks every box of it, until one is filled', async () => {
      const owner = { name: 'owner', kind: 'person', label: { vi: 'Chủ hộ' }, required: true };
      const groups = [{ name: 'who', fields: [{ ...owner, parts: ['name', 'birth', 'number'] }] }];
      const form = {
        ...(FORM_WITHOUT_FEES as typeof FORM),
        steps: [{ name: 'who', title: { vi: 'Chủ hộ' }, groups }],
      };
      const element = await openSteps({ form });
      await goTo(element, 'Chủ hộ');
      const marked = () =>
        [...root(element).querySelectorAll('.person input')].map((box) => box.getAttribute('aria-invalid'));
      expect(marked()).to.deep.equal(['false', 'false', 'false']);
      await press(element, 'Tiếp tục');
      await until(() => focused(element)?.classList.contains('summary'), 'focus is on the summary');
      expect(marked()).to.deep.equal(['true', 'true', 'true']);
      await expect(element).to.be.accessible();
      await type(element, 'Họ, chữ đệm, tên', 'Lê Thị Mẫu');
      expect(marked()[0]).to.equal('false');
    });

    it('that is only doubtful is said so, and holds nobody up', async () => {
      const element = await openSteps();
      await goTo(element, 'Trẻ');
      await type(element, 'Họ tên trẻ', 'Nguyễn 2');
      await type(element, 'Ngày sinh của trẻ', '01/01/2030');
      expect(textOf(element)).to.contain('Ngày này ở sau hôm nay');
      await press(element, 'Tiếp tục');
      expect(stepOf(element)).to.equal('Người liên quan');
    });

    it('comes and goes with the answer that it hangs on', async () => {
      const element = await openSteps();
      await goTo(element, 'Trẻ');
      expect(textOf(element)).not.to.contain('Nước nào');
      await tick(element, 'Có');
      await type(element, 'Nước nào', 'Lào');
      await tick(element, 'Không');
      expect(textOf(element)).not.to.contain('Nước nào');
      await tick(element, 'Có');
      expect(control(element, 'Nước nào').value).to.equal('Lào');
    });

    it('of an address names what a place of before is today, and changes it only when told to', async () => {
      const element = await openSteps();
      await goTo(element, 'Người liên quan');
      const written = 'Thôn 3, xã Tam Hiệp, huyện Núi Thành, tỉnh Quảng Nam';
      await until(() => textOf(element).includes('Tỉnh, thành phố hiện nay'), 'the lists are there');
      await type(element, 'Nơi cư trú', written);
      await until(
        () => textOf(element).includes('nay là Xã Núi Thành, Thành phố Đà Nẵng'),
        'it is recognised',
      );
      const chosen = (label: string) => control(element, label).value;
      expect(chosen('Tỉnh, thành phố hiện nay')).to.equal('');
      await expect(element).to.be.accessible();
      await press(element, 'Chọn Xã Núi Thành, Thành phố Đà Nẵng');
      expect(chosen('Tỉnh, thành phố hiện nay')).to.equal('Thành phố Đà Nẵng');
      expect(chosen('Xã, phường, đặc khu hiện nay')).to.equal('Xã Núi Thành');
      expect(control(element, 'Nơi cư trú').value).to.equal(written);
      await type(element, 'Nơi cư trú', 'chỗ cũ, không có trong danh sách nào');
      expect(textOf(element)).not.to.contain('nay là');
    });

    it('of a person is offered again where somebody is asked for twice', async () => {
      const element = await openSteps();
      await goTo(element, 'Người liên quan');
      const names = () =>
        [...root(element).querySelectorAll<HTMLInputElement>('.person input')].map(({ value }) => value);
      const [first] = root(element).querySelectorAll<HTMLInputElement>('.person input');
      first!.value = 'Lê Thị Mẹ';
      first!.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await element.updateComplete;
      await press(element, 'Điền giống “Mẹ”');
      expect(names()[3]).to.equal('Lê Thị Mẹ');
    });

    it('of a repeated group is added, summed and taken away again', async () => {
      const element = await openSteps();
      await goTo(element, 'Người liên quan');
      for (const count of ['2', '3']) {
        await press(element, 'Thêm: Bản sao');
        const boxes = [...root(element).querySelectorAll<HTMLInputElement>('.entry input')];
        await until(() => focused(element) === boxes.at(-1), 'focus is in the new entry');
        boxes.at(-1)!.value = count;
        boxes.at(-1)!.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await element.updateComplete;
      }
      expect(textOf(element, 'output')).to.equal('5');
      await press(element, 'Bỏ Bản sao 1');
      expect(textOf(element, 'output')).to.equal('3');
    });

    it('that a fee counts takes no fraction, and says so where it was typed', async () => {
      const element = await openSteps();
      await goTo(element, 'Người liên quan');
      await press(element, 'Thêm: Bản sao');
      await type(element, 'Số bản', '1,5');
      await tick(element, 'Tôi cam đoan');
      await press(element, 'Tiếp tục');
      await until(() => focused(element)?.classList.contains('summary'), 'focus is on the summary');
      const said = [...root(element).querySelectorAll('.summary li')].map(({ textContent }) =>
        textContent.replace(/\s+/gu, ' ').trim(),
      );
      expect(said).to.deep.equal(['Số bản: Hãy viết số nguyên.']);
      await type(element, 'Số bản', '2');
      await press(element, 'Tiếp tục');
      await until(() => stepOf(element) === 'Giấy tờ đính kèm', 'it goes on');
    });

    it('of a person says how exactly their birth must be known, and means it', async () => {
      const people = ['day', 'month', 'year'].map((precision) => ({
        name: precision,
        kind: 'person',
        label: { vi: precision },
        parts: ['birth'],
        precision,
      }));
      const steps = [{ name: 'who', title: { vi: 'Người' }, groups: [{ name: 'who', fields: people }] }];
      const element = await openSteps({ form: { ...(FORM_WITHOUT_FEES as typeof FORM), steps } });
      await goTo(element, 'Người');
      const hints = [...root(element).querySelectorAll('.person .hint')].map(
        ({ textContent }) => textContent,
      );
      expect(hints).to.deep.equal([
        'Ví dụ: 05/03/2001',
        'Ví dụ: 03/2001',
        'Ví dụ: 05/03/2001, hoặc chỉ năm 2001',
      ]);
    });

    it('shows every text of a definition as text', async () => {
      const hostile = '<img src=x onerror="window.hacked=1">${1}{{2}}<!--lit-->';
      const [step] = FORM.steps;
      const [group] = step.groups;
      const [field] = group.fields;
      const label = { vi: hostile };
      const form = {
        ...(FORM_WITHOUT_FEES as typeof FORM),
        title: label,
        source: { name: hostile },
        steps: [
          {
            ...step,
            title: label,
            intro: label,
            groups: [
              {
                ...group,
                title: label,
                fields: [
                  { ...field, label, hint: label },
                  { name: 'info', kind: 'information', label },
                  { name: 'pick', kind: 'choice', label, options: [{ value: 'a', label }] },
                ],
              },
            ],
          },
        ],
      };
      const element = await openSteps({ form, record: { name: hostile }, level: '2' });
      await press(element, 'Bắt đầu');
      await type(element, hostile, hostile);
      await press(element, 'Tiếp tục');
      expect(textOf(element)).to.contain(hostile);
      expect(root(element).querySelector('img')).to.equal(null);
      expect('hacked' in window).to.equal(false);
    });

    it('does not send the form of the page around it', async () => {
      const element = await openSteps();
      const around = document.createElement('form');
      let sent = 0;
      around.addEventListener('submit', (event) => {
        event.preventDefault();
        sent += 1;
      });
      element.before(around);
      around.append(element);
      await ready(element);
      await goTo(element, 'Trẻ');
      await fillStep(element);
      control(element, 'Họ tên trẻ').focus();
      await sendKeys({ press: 'Enter' });
      await until(() => stepOf(element) === 'Người liên quan', 'Enter goes on');
      expect(sent).to.equal(0);
    });
  });

  describe('what is typed', () => {
    it('is kept about delivery, too, before all of it is there', async () => {
      const element = await openSteps();
      await goTo(element, 'Nhận kết quả');
      await tick(element, 'Gửi bưu điện về địa chỉ');
      await type(element, 'Họ tên người nhận', 'Lê');
      await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
      element.remove();
      const again = await openSteps();
      await until(() => stepOf(again) === 'Nhận kết quả', 'the same step');
      expect(control(again, 'Họ tên người nhận').value).to.equal('Lê');
      expect(control(again, 'Gửi bưu điện về địa chỉ').checked).to.equal(true);
    });

    it('is kept of the helper, too, before the citizen agreed', async () => {
      const element = await openSteps({ assisted: true });
      await type(element, 'Họ tên người khai giúp', 'Phạm Văn Giúp');
      await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
      element.remove();
      const again = await openSteps({ assisted: true });
      await until(() => control(again, 'Họ tên người khai giúp').value === 'Phạm Văn Giúp', 'it is there');
      expect(control(again, /^Người dân đã nghe/u).checked).to.equal(false);
    });

    it('is kept while it is typed, says so, and is there after a reload, where the person was', async () => {
      const element = await openSteps();
      await goTo(element, 'Trẻ');
      await type(element, 'Họ tên trẻ', 'H’Hen Niê');
      await until(() => textOf(element, '.state').includes('Đã lưu trên máy này'), 'it says that it is kept');
      element.remove();
      const again = await openSteps();
      await until(() => stepOf(again) === 'Trẻ', 'the same step');
      expect(control(again, 'Họ tên trẻ').value).to.equal('H’Hen Niê');
      expect(textOf(again, '.note')).to.contain('Đã mở lại bản nháp');
      await expect(again).to.be.accessible();
    });

    it('is sent to no spelling service of the browser, in any box', async () => {
      const [step, ...steps] = FORM.steps;
      const why = { name: 'why', kind: 'paragraph', label: { vi: 'Lý do' } };
      const form = {
        ...FORM,
        steps: [{ ...step, groups: [...step.groups, { name: 'more', fields: [why] }] }, ...steps],
      };
      const element = await openSteps({ form, assisted: true });
      await type(element, 'Họ tên người khai giúp', 'Phạm Văn Giúp');
      await type(element, 'Chức vụ', 'Công chức');
      await tick(element, /đồng ý/u);
      let boxes = 0;
      for (const name of ['Chuẩn bị', 'Trẻ', 'Người liên quan', 'Nhận kết quả']) {
        await goTo(element, name);
        if (name === 'Nhận kết quả') await tick(element, 'Gửi bưu điện');
        for (const box of root(element).querySelectorAll<HTMLInputElement>('input[type=text], textarea')) {
          expect(box.spellcheck, box.id).to.equal(false);
          boxes += 1;
        }
        await fillStep(element);
      }
      expect(boxes).to.be.greaterThan(12);
    });

    it('is nowhere to be read on the disk', async () => {
      const element = await openSteps();
      await goTo(element, 'Trẻ');
      await type(element, 'Họ tên trẻ', 'Zacanary');
      await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
      expect(await found(['Zacanary'])).to.deep.equal([]);
    });

    it('stays when the element is moved in the page', async () => {
      const element = await openSteps();
      await goTo(element, 'Trẻ');
      await type(element, 'Họ tên trẻ', 'Mẫu');
      const box = document.createElement('div');
      element.after(box);
      box.append(element);
      await element.updateComplete;
      expect(stepOf(element)).to.equal('Trẻ');
      expect(control(element, 'Họ tên trẻ').value).to.equal('Mẫu');
      await type(element, 'Họ tên trẻ', 'Mẫu hai');
      await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept again');
    });

    it('is told apart where two windows have it, and can be taken over', async () => {
      const first = await openSteps();
      await goTo(first, 'Trẻ');
      await type(first, 'Họ tên trẻ', 'Của cửa sổ một');
      const second = await openSteps();
      await until(() => textOf(second).includes('đang mở ở cửa sổ khác'), 'the second one says so');
      expect(textOf(second, '.actions[part="actions"]')).not.to.contain('Bắt đầu');
      await press(second, 'Tiếp tục ở đây');
      await until(() => stepOf(second) === 'Trẻ', 'the second goes on');
      expect(control(second, 'Họ tên trẻ').value).to.equal('Của cửa sổ một');
      await until(() => textOf(first).includes('đang mở ở cửa sổ khác'), 'the first one knows');
    });

    it('says that a changed form must be looked at again, and what it no longer asks', async () => {
      const element = await openSteps();
      await goTo(element, 'Trẻ');
      await type(element, 'Họ tên trẻ', 'Tên cũ');
      await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
      element.remove();
      const [step, ...steps] = FORM.steps;
      const [group] = step.groups;
      const fields = group.fields.filter(({ name }) => name !== 'child');
      const form = {
        ...FORM,
        version: '2',
        steps: [{ ...step, groups: [{ ...group, fields }] }, ...steps],
      };
      const again = await openSteps({ form });
      await until(() => textOf(again).includes('đã đổi mẫu'), 'it says so');
      expect(textOf(again, '.note')).to.contain('Tên cũ');
    });

    it('can be deleted, after a question', async () => {
      const element = await openSteps();
      await goTo(element, 'Trẻ');
      await type(element, 'Họ tên trẻ', 'Mẫu');
      await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
      await press(element, 'Xóa bản nháp');
      await until(() => focused(element)?.textContent.trim() === 'Giữ lại', 'the safe answer has focus');
      await expect(element).to.be.accessible();
      await press(element, 'Xóa hết');
      await until(() => textOf(element).includes('Đã xóa hết'), 'it is gone');
      expect(stepOf(element)).to.equal('Chuẩn bị');
      element.remove();
      const again = await openSteps();
      expect(stepOf(again)).to.equal('Chuẩn bị');
      expect(textOf(again)).not.to.contain('mở lại');
    });
  });

  describe('on a shared computer', () => {
    it('ends with nothing left that the next person could read, or open', async () => {
      const element = await openSteps({ device: 'shared', code: '2.000635' });
      expect(textOf(element)).to.contain('Máy dùng chung');
      await goTo(element, 'Trẻ');
      await type(element, 'Họ tên trẻ', 'Zacanary');
      await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept for a reload');
      await press(element, 'Kết thúc');
      await until(() => textOf(element).includes('Đã xóa hết'), 'it says so');
      expect(stepOf(element)).to.equal('Chuẩn bị');
      expect(await found(['Zacanary', '2.000635'])).to.deep.equal([]);
      await goTo(element, 'Trẻ');
      expect(control(element, 'Họ tên trẻ').value).to.equal('');
    });

    it('asks whether somebody is there before it forgets, and goes on when they are', async () => {
      const element = await openSteps({ device: 'shared', idleMinutes: 0.002 });
      await goTo(element, 'Trẻ');
      await type(element, 'Họ tên trẻ', 'Mẫu');
      await until(() => textOf(element).includes('Bạn còn ở đó không?'), 'it asks');
      await until(() => focused(element)?.textContent.trim() === 'Tôi còn ở đây', 'the answer has focus');
      await expect(element).to.be.accessible();
      element.idleMinutes = 10;
      await press(element, 'Tôi còn ở đây');
      expect(textOf(element)).not.to.contain('Bạn còn ở đó không?');
      expect(control(element, 'Họ tên trẻ').value).to.equal('Mẫu');
    });

    it('keeps the draft for whoever stays or only reads, and for as long as it may still ask them', async () => {
      const minute = 60_000;
      let now = NOW.getTime();
      const opening = { device: 'shared', clock: () => new Date(now) } as const;
      let element = await openSteps(opening);
      const keptAt = (time: string) =>
        until(
          () => textOf(element, '.state').includes(`Đã lưu`) && textOf(element, '.state').includes(time),
          time,
        );
      const reopen = async (idleMinutes = 10) => {
        element.remove();
        element = await openSteps({ ...opening, idleMinutes });
      };
      await goTo(element, 'Trẻ');
      await type(element, 'Họ tên trẻ', 'Mẫu');
      await keptAt('09:00');
      now += 11 * minute;
      element.idleMinutes = 0.002;
      element.dispatchEvent(new Event('pointerdown'));
      await until(() => textOf(element).includes('Bạn còn ở đó không?'), 'it asks');
      element.idleMinutes = 10;
      now += minute;
      await press(element, 'Tôi còn ở đây');
      await keptAt('09:12');
      now += 12 * minute;
      await reopen();
      expect(stepOf(element)).to.equal('Trẻ');
      element.dispatchEvent(new Event('keydown'));
      await keptAt('09:24');
      now += 32 * minute;
      await reopen(30);
      expect(control(element, 'Họ tên trẻ').value).to.equal('Mẫu');
      now += 5 * minute;
      await reopen(1);
      expect(stepOf(element)).to.equal('Chuẩn bị');
    });

    it('asks whether somebody is there in front of a receipt, too: its secret is on it', async () => {
      const element = await openSteps({ device: 'shared' });
      await goTo(element, 'Giấy biên nhận');
      await until(() => root(element).querySelector('.receipt'), 'the receipt is shown');
      element.idleMinutes = 0.002;
      element.dispatchEvent(new Event('pointerdown'));
      await until(() => textOf(element).includes('Bạn còn ở đó không?'), 'it asks');
    });

    it('forgets everything when nobody answers', async () => {
      // The two minutes that a person has are told to the browser's timer; here they are over at once.
      const { setTimeout: real } = window;
      window.setTimeout = ((work: () => void, ms?: number) => real(work, ms === 120_000 ? 0 : ms)) as never;
      try {
        const element = await openSteps({ device: 'shared', idleMinutes: 0.002 });
        await goTo(element, 'Trẻ');
        await type(element, 'Họ tên trẻ', 'Zacanary');
        await until(() => textOf(element).includes('Đã xóa hết'), 'it forgets');
        expect(stepOf(element)).to.equal('Chuẩn bị');
        expect(await found(['Zacanary'])).to.deep.equal([]);
      } finally {
        window.setTimeout = real;
      }
    });
  });

  describe('sending', () => {
    it('goes on where the level that allowed it is not known any more, and sends nothing else', async () => {
      const system = aReceivingSystem();
      let isOffline = true;
      system.line = (request, go) => (isOffline ? Promise.reject(new TypeError('offline')) : go(request));
      const element = await openSteps({ network: system.network });
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Gửi hồ sơ');
      await until(() => textOf(element, '.state').includes('Đang chờ mạng'), 'it waits');
      element.remove();
      const again = await openSteps({ network: system.network, level: 'unheard-of' });
      await until(() => textOf(again, '.state').includes('Đang chờ mạng'), 'it still waits');
      expect(stepOf(again)).to.equal('Gửi');
      isOffline = false;
      window.dispatchEvent(new Event('online'));
      await received(again);
      again.remove();
      const back = await openSteps({ network: system.network, level: 'unheard-of' });
      await until(() => root(back).querySelector('.receipt'), 'the receipt is shown');
    });

    it('ends with a receipt that was compared with what was sent', async () => {
      const system = aReceivingSystem();
      const element = await openSteps({ network: system.network });
      await goTo(element, 'Kiểm tra lại');
      expect(textOf(element)).not.to.contain('Đã nộp');
      const submitted = oneEvent<FormSubmittedEvent>(element, 'dvc-form-submitted');
      await press(element, 'Gửi hồ sơ');
      const { dossier } = await submitted;
      await received(element);
      await until(() => root(element).querySelector('.receipt'), 'the receipt is shown');
      expect(textOf(element, '.state.received')).to.contain(`Đã nộp: Xã Mẫu nhận lúc 09:00, mã ${dossier}`);
      expect(textOf(element, '.receipt')).to.contain('đúng như những gì bạn gửi');
      expect(readDrawnCode(root(element).querySelector<SVGSVGElement>('.receipt .code svg')!)).to.equal(
        dossier,
      );
      const puts = system.asked.filter(({ method }) => method === 'PUT');
      expect(puts.length).to.equal(1);
      expect(JSON.parse(puts[0]!.body)).to.deep.include({
        procedure: '1.001193',
        answers: { child: 'Lê Thị Mẫu', born: '2026-03-05', true: true, copies: [] },
        delivery: { way: 'desk' },
      });
      await expect(element).to.be.accessible();
    });

    it('leaves nothing of what was typed behind, but the receipt', async () => {
      const element = await openSteps();
      await goTo(element, 'Giấy biên nhận');
      await received(element);
      const dossier = /H00\.00-\d{6}-\d{4}/u.exec(textOf(element, '.receipt'))?.[0];
      expect(dossier).to.be.a('string');
      element.remove();
      const again = await openSteps();
      await received(again);
      await until(() => root(again).querySelector('.receipt'), 'the receipt is shown');
      expect(textOf(again, '.receipt')).to.contain(dossier);
      await press(again, 'Nộp hồ sơ mới');
      await press(again, 'Xóa giấy biên nhận');
      await until(() => stepOf(again) === 'Chuẩn bị', 'it begins anew');
      await goTo(again, 'Trẻ');
      expect(control(again, 'Họ tên trẻ').value).to.equal('');
    });

    it('has a receipt on one’s own computer that says how long it stays, and goes only after a question', async () => {
      const element = await openSteps();
      await goTo(element, 'Giấy biên nhận');
      await received(element);
      await until(() => textOf(element, '.receipt-actions').includes('giữ trên máy này'), 'it says how long');
      expect(textOf(element, '.receipt-actions')).to.match(/được giữ trên máy này (?:7|30) ngày/u);
      for (const name of ['Nộp hồ sơ mới', 'Xóa giấy biên nhận']) {
        await press(element, name);
        expect(textOf(element, '.ask')).to.contain('mã bí mật');
        await until(() => focused(element)?.closest('.ask'), 'focus is on the question');
        await press(element, 'Giữ lại');
        expect(root(element).querySelector('.ask')).to.equal(null);
        expect(textOf(element, '.receipt')).to.contain('H00.00');
        await until(() => focused(element)?.textContent.trim() === 'Xóa giấy biên nhận', 'focus is back');
      }
      await expect(element).to.be.accessible();
      await press(element, 'Xóa giấy biên nhận');
      root(element).querySelector<HTMLElement>('.ask .danger')!.click();
      await until(() => stepOf(element) === 'Chuẩn bị', 'it is gone');
      expect(textOf(element)).to.contain('Đã xóa hết');
      element.remove();
      expect(stepOf(await openSteps())).to.equal('Chuẩn bị');
    });

    it('has a receipt that promises nothing where others come, and in a practice', async () => {
      for (const opening of [{ device: 'shared' }, { destination: 'practice' }] as const) {
        const element = await openSteps(opening);
        await goTo(element, 'Giấy biên nhận');
        await received(element);
        await until(() => root(element).querySelector('.receipt'), 'the receipt is shown');
        expect(textOf(element)).not.to.contain('Xóa giấy biên nhận').and.not.to.contain('được giữ trên máy');
        element.remove();
      }
    });

    it('is one dossier however often the button is pressed', async () => {
      const system = aReceivingSystem();
      const element = await openSteps({ network: system.network });
      await goTo(element, 'Kiểm tra lại');
      const send = button(element, 'Gửi hồ sơ');
      for (let times = 0; times < 5; times += 1) send.click();
      await received(element);
      const ids = system.asked.filter(({ method }) => method === 'PUT').map(({ path }) => path);
      expect(new Set(ids).size).to.equal(1);
    });

    it('is one dossier where two windows have it and cannot know of each other before they write', async () => {
      const locks = Object.getOwnPropertyDescriptor(Navigator.prototype, 'locks')!;
      Reflect.deleteProperty(Navigator.prototype, 'locks');
      try {
        const system = aReceivingSystem();
        const one = await openSteps({ network: system.network });
        await goTo(one, 'Kiểm tra lại');
        const other = await openSteps({ network: system.network });
        await goTo(other, 'Kiểm tra lại');
        button(one, 'Gửi hồ sơ').click();
        button(other, 'Gửi hồ sơ').click();
        const all = [one, other];
        await until(() => all.some((each) => root(each).querySelector('.state.received')), 'one is received');
        await until(
          () => all.some((each) => textOf(each).includes('đang mở ở cửa sổ khác')),
          'the other one is told',
        );
        const ids = system.asked.filter(({ method }) => method === 'PUT').map(({ path }) => path);
        expect(new Set(ids).size).to.equal(1);
      } finally {
        Object.defineProperty(Navigator.prototype, 'locks', locks);
      }
    });

    it('asks what became of it where the answer was lost, and does not send twice', async () => {
      const system = aReceivingSystem();
      let lost = 0;
      let isCut = true;
      system.line = async (request, go) => {
        if (request.method === 'GET' && isCut) throw new TypeError('cut off');
        const answer = await go(request);
        if (request.method === 'PUT' && lost++ === 0) throw new TypeError('cut off');
        return answer;
      };
      const element = await openSteps({ network: system.network });
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Gửi hồ sơ');
      await until(() => textOf(element, '.state').includes('Đang chờ mạng'), 'it says that it waits');
      expect(textOf(element, '.state')).to.contain('Chưa biết hồ sơ đã tới hay chưa');
      expect(textOf(element)).not.to.match(/Đã nộp|thất bại|Chưa tới|Chưa gửi|sẽ tự gửi/u);
      isCut = false;
      window.dispatchEvent(new Event('online'));
      await received(element);
      const [first, ...then] = system.asked.map(({ method }) => method);
      expect([first, ...new Set(then)]).to.deep.equal(['PUT', 'GET']);
    });

    it('goes on by itself once there is a network, also after a reload', async () => {
      const system = aReceivingSystem();
      let isOffline = true;
      system.line = (request, go) => (isOffline ? Promise.reject(new TypeError('offline')) : go(request));
      const element = await openSteps({ network: system.network });
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Gửi hồ sơ');
      await until(() => textOf(element, '.state').includes('Đang chờ mạng'), 'it waits');
      element.remove();
      const again = await openSteps({ network: system.network });
      await until(() => textOf(again, '.state').includes('Đang chờ mạng'), 'it still waits');
      isOffline = false;
      window.dispatchEvent(new Event('online'));
      await received(again);
      const ids = system.asked.map(({ path }) => path);
      expect(new Set(ids).size).to.equal(1);
    });

    it('tells to leave the tab open where others come, because it is sent from nowhere else', async () => {
      const system = aReceivingSystem();
      system.line = () => Promise.reject(new TypeError('offline'));
      const element = await openSteps({ network: system.network, device: 'shared' });
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Gửi hồ sơ');
      await until(() => textOf(element, '.state').includes('Đừng đóng thẻ này'), 'it says so');
      expect(textOf(element, '.state')).not.to.contain('sẽ tự gửi');
    });

    it('sends what waits from another page of the site, and tells of it', async () => {
      const system = aReceivingSystem();
      let isOffline = true;
      system.line = (request, go) => (isOffline ? Promise.reject(new TypeError('offline')) : go(request));
      const element = await openSteps({ network: system.network });
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Gửi hồ sơ');
      await until(() => textOf(element, '.state').includes('Đang chờ mạng'), 'it waits');
      element.remove();
      const other = await openSteps({ network: system.network, code: '2.000635' });
      await until(() => textOf(other, '.outbox').includes('khai sinh'), 'it is listed');
      await until(() => textOf(other, '.outbox').includes('Đang chờ mạng'), 'it waits there too');
      await expect(other).to.be.accessible();
      isOffline = false;
      window.dispatchEvent(new Event('online'));
      await until(() => textOf(other, '.outbox').includes('Đã nộp'), 'it is received');
      other.remove();
      const back = await openSteps({ network: system.network });
      await received(back);
    });

    it('is no success where the other side holds less', async () => {
      const system = aReceivingSystem();
      system.line = async (request, go) => {
        const answer = await go(request);
        const receipt = (await answer.json()) as { answers: number };
        return Response.json({ ...receipt, answers: receipt.answers - 1 }, answer);
      };
      const element = await openSteps({ network: system.network });
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Gửi hồ sơ');
      await until(() => textOf(element).includes('chưa nhận đủ'), 'it says so');
      expect(textOf(element, '.state')).to.contain('Chưa nộp xong');
      expect(textOf(element)).not.to.contain('Đã nộp');
    });

    it('can be stopped to mend something, and is then another submission', async () => {
      const system = aReceivingSystem();
      system.line = (request, go) =>
        request.method === 'PUT' ? Promise.reject(new TypeError('offline')) : go(request);
      const element = await openSteps({ network: system.network });
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Gửi hồ sơ');
      await until(() => textOf(element, '.state').includes('Đang chờ mạng'), 'it waits');
      await press(element, 'Dừng gửi để sửa');
      await until(() => stepOf(element) === 'Kiểm tra lại', 'back at the review');
      system.line = (request, go) => go(request);
      await press(element, 'Gửi hồ sơ');
      await received(element);
      const ids = system.asked.map(({ method, path }) => `${method} ${path}`);
      const first = ids[0]!.replace('PUT ', '');
      expect(ids).to.include(`DELETE ${first}`);
      expect(ids.at(-1)).not.to.contain(first);
    });

    it('that could not be stopped for sure stays as it is', async () => {
      const system = aReceivingSystem();
      system.line = () => Promise.reject(new TypeError('offline'));
      const element = await openSteps({ network: system.network });
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Gửi hồ sơ');
      await until(() => textOf(element, '.state').includes('Đang chờ mạng'), 'it waits');
      await press(element, 'Dừng gửi để sửa');
      await until(() => textOf(element).includes('Chưa dừng được'), 'it says so');
      expect(stepOf(element)).to.equal('Gửi');
    });

    /** Sent over a line that then lets nothing through; whether it arrived is not known here. */
    const sentIntoTheDark = async (arrives: boolean, settings: Opening = {}) => {
      const system = aReceivingSystem();
      system.line = async (request, go) => {
        if (arrives && request.method === 'PUT') await go(request);
        throw new TypeError('cut off');
      };
      const element = await openSteps({ network: system.network, ...settings });
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Gửi hồ sơ');
      await until(() => root(element).querySelector('.state.waiting'), 'it waits');
      return { system, element };
    };
    const UNSURE = 'chưa biết hồ sơ đã tới hay chưa';

    it('that may have arrived is not deleted with its draft: its receipt comes', async () => {
      const { system, element } = await sentIntoTheDark(true);
      await press(element, 'Xóa bản nháp');
      await press(element, 'Xóa hết');
      await until(() => textOf(element, '.ask').includes(UNSURE), 'it says why it is not deleted');
      await expect(element).to.be.accessible();
      element.remove();
      const again = await openSteps({ network: system.network });
      await until(() => root(again).querySelector('.state.waiting'), 'it is still there after a reload');
      await press(again, 'Xóa bản nháp');
      system.line = (request, go) => go(request);
      await press(again, 'Xóa hết');
      await received(again);
      expect(root(again).querySelector('.ask')).to.equal(null);
      expect(new Set(system.asked.map(({ path }) => path)).size).to.equal(1);
    });

    it('is taken back there before its draft is deleted here', async () => {
      const { system, element } = await sentIntoTheDark(false);
      await press(element, 'Xóa bản nháp');
      await press(element, 'Xóa hết');
      await until(() => textOf(element, '.ask').includes(UNSURE), 'it says why it is not deleted');
      system.line = (request, go) => go(request);
      root(element).querySelector<HTMLElement>('.ask .danger')!.click();
      await until(() => textOf(element).includes('Đã xóa hết'), 'it is gone');
      expect(textOf(element)).not.to.contain(UNSURE);
      const { method, path } = system.asked.at(-1)!;
      expect([method, path]).to.deep.equal(['DELETE', system.asked[0]!.path]);
    });

    it('on a computer that others use ends after a word that it may have arrived', async () => {
      const { element } = await sentIntoTheDark(true, { device: 'shared' });
      await press(element, 'Kết thúc');
      await until(() => textOf(element, '.ask').includes(UNSURE), 'it says so first');
      await press(element, 'Xóa hết');
      await until(() => textOf(element).includes('Đã xóa hết'), 'it is gone');
      await until(() => textOf(element, 'form').includes(UNSURE), 'and says so of what was sent');
      expect(stepOf(element)).to.equal('Chuẩn bị');
      expect(await found(['Mẫu'])).to.deep.equal([]);
    });

    it('tells which answers the other side does not take, in its own words', async () => {
      const system = aReceivingSystem();
      system.line = (request, go) =>
        request.method === 'PUT'
          ? Promise.resolve(
              Response.json(
                {
                  type: 'x',
                  title: '<b>raw</b>',
                  status: 422,
                  code: 'answers-invalid',
                  retryable: false,
                  errors: [{ pointer: '/answers/born', code: 'date-unreal' }],
                },
                { status: 422, headers: { 'dvc-contract': '1', 'content-type': 'application/problem+json' } },
              ),
            )
          : go(request);
      const element = await openSteps({ network: system.network });
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Gửi hồ sơ');
      await until(() => textOf(element).includes('không nhận hồ sơ này'), 'it says so');
      expect(textOf(element)).to.contain('Ngày sinh của trẻ: Lịch không có ngày này');
      expect(textOf(element)).not.to.contain('raw');
      await expect(element).to.be.accessible();
      await press(element, 'Sửa');
      expect(stepOf(element)).to.equal('Kiểm tra lại');
    });

    it('tells whom to ask where a reason has no words here', async () => {
      const system = aReceivingSystem();
      const body = {
        type: 'x',
        title: 'x',
        status: 422,
        code: 'answers-invalid',
        retryable: false,
        errors: [{ pointer: '/answers/born', code: 'of-next-year' }],
      };
      const headers = { 'dvc-contract': '1', 'content-type': 'application/problem+json' };
      system.line = (request, go) =>
        request.method === 'PUT'
          ? Promise.resolve(Response.json(body, { status: 422, headers }))
          : go(request);
      const element = await openSteps({ network: system.network });
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Gửi hồ sơ');
      await until(() => textOf(element).includes('không nhận hồ sơ này'), 'it says so');
      expect(textOf(element)).to.contain('Ngày sinh của trẻ: Hãy gọi nơi tiếp nhận');
      expect(textOf(element)).not.to.contain('of-next-year');
    });

    it('says that it may be the network or the other side where a browser tells no difference', async () => {
      const system = aReceivingSystem();
      // What a page is told of a request that the other side did not allow it.
      system.line = () => Promise.reject(new TypeError('Failed to fetch'));
      const element = await openSteps({ network: system.network });
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Gửi hồ sơ');
      await until(
        () => textOf(element, 'form').includes('mất mạng, hoặc hệ thống ở đó không nhận từ trang này'),
        'it says what is true',
      );
    });

    it('waits for the office, not for the network, where the office is busy', async () => {
      const system = aReceivingSystem();
      const headers = { 'dvc-contract': '1', 'content-type': 'application/problem+json' };
      const busy = { type: 'x', title: 'busy', status: 503, code: 'busy', retryable: true };
      system.line = () => Promise.resolve(Response.json(busy, { status: 503, headers }));
      const element = await openSteps({ network: system.network });
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Gửi hồ sơ');
      await until(() => textOf(element, '.state').includes('Đang chờ nơi tiếp nhận'), 'it says for whom');
      expect(textOf(element, '.state')).not.to.contain('mạng');
    });

    it('takes no login page of a network for an answer', async () => {
      const system = aReceivingSystem();
      system.line = () => Promise.resolve(new Response('<form>Đăng nhập</form>', { status: 200 }));
      const element = await openSteps({ network: system.network });
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Gửi hồ sơ');
      await until(() => textOf(element).includes('Mạng này đang bắt đăng nhập'), 'it says so');
    });
  });

  describe('the review', () => {
    it('shows every answer, and “change” comes back to it', async () => {
      const element = await openSteps();
      await goTo(element, 'Kiểm tra lại');
      expect(textOf(element)).to.contain('05/03/2026');
      await expect(element).to.be.accessible();
      await press(element, 'Sửa: Ngày sinh của trẻ');
      expect(stepOf(element)).to.equal('Trẻ');
      await until(() => focused(element) === control(element, 'Ngày sinh của trẻ'), 'focus is in the field');
      await type(element, 'Ngày sinh của trẻ', '06/03/2026');
      await press(element, 'Xong, về phần kiểm tra');
      await until(() => stepOf(element) === 'Kiểm tra lại', 'back at the review');
      expect(textOf(element)).to.contain('06/03/2026');
    });

    it('is come back to from a change after a reload, too', async () => {
      const element = await openSteps();
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Sửa: Ngày sinh của trẻ');
      await type(element, 'Ngày sinh của trẻ', '06/03/2026');
      element.remove();
      const again = await openSteps();
      await until(() => stepOf(again) === 'Trẻ', 'the same step');
      await press(again, 'Xong, về phần kiểm tra');
      await until(() => stepOf(again) === 'Kiểm tra lại', 'back at the review');
      expect(textOf(again)).to.contain('06/03/2026');
    });

    it('explains the fee line by line, and says where it is not known', async () => {
      const element = await openSteps();
      await goTo(element, 'Người liên quan');
      await fillStep(element);
      await press(element, 'Thêm: Bản sao');
      await type(element, 'Số bản', '2');
      await goTo(element, 'Kiểm tra lại');
      expect(textOf(element)).to.match(/Mỗi bản sao: 2 × 8\.000\s₫ = 16\.000\s₫/u);
      const other = await openSteps({ form: FORM_WITHOUT_FEES, code: '2.000635' });
      await goTo(other, 'Kiểm tra lại');
      expect(textOf(other)).to.contain('Chưa rõ mức phí');
    });

    for (const [level, destination, fee, ends] of [
      ['2', 'gateway', '8.000', 'Đến nơi tiếp nhận'],
      ['2', 'hand-off', '8.000', 'Đến nơi tiếp nhận'],
      ['3', 'hand-off', '4.000', undefined],
      ['3', 'gateway', '4.000', 'Đến nơi tiếp nhận'],
      ['3', 'practice', '4.000', 'Đến nơi tiếp nhận'],
    ] as const)
      it(`tells the fee of level ${level} and destination ${destination}, lower only where it is filed online`, async () => {
        const reductions = [{ label: { vi: 'Nộp trên mạng' }, percent: 50, online: true }];
        const form = { ...FORM, fees: { ...FORM.fees, reductions } };
        const element = await openSteps({
          level,
          destination,
          form,
          network: aReceivingSystem(form).network,
        });
        await goTo(element, 'Người liên quan');
        await fillStep(element);
        await press(element, 'Thêm: Bản sao');
        await type(element, 'Số bản', '1');
        await goTo(element, 'Kiểm tra lại');
        const total = new RegExp(`Cộng: ${fee}\\s₫`, 'u');
        expect(textOf(element)).to.match(total);
        if (!ends) return;
        await goTo(element, ends);
        await until(() => total.test(textOf(element)), 'it is told again at the end');
      });
  });

  describe('paying', () => {
    async function atPayment(network = aReceivingSystem().network) {
      const element = await openSteps({ network });
      await goTo(element, 'Người liên quan');
      await fillStep(element);
      await press(element, 'Thêm: Bản sao');
      await type(element, 'Số bản', '2');
      await goTo(element, 'Trả phí');
      return element;
    }

    it('waits until the other side has the money, and is never twice', async () => {
      const system = aReceivingSystem();
      const element = await atPayment(system.network);
      await until(() => textOf(element).includes('Trả ngay'), 'it can be paid');
      expect(textOf(element)).to.match(/16\.000\s₫/u);
      await press(element, 'Trả ngay');
      await until(() => textOf(element).includes('Chờ xác nhận'), 'it waits');
      // Whom it goes to stands with the code, where there is room beside it.
      expect(textOf(element, '.transfer')).to.contain('Người nhận: XA MAU').and.contain('Ngân hàng mẫu');
      root(element).querySelector<HTMLElement>('.transfer')!.style.width = '30em';
      const [drawn, told] = [...root(element).querySelector('.transfer')!.children].map((one) =>
        one.getBoundingClientRect(),
      );
      expect([told!.left > drawn!.right, told!.top < drawn!.bottom]).to.deep.equal([true, true]);
      const code = readDrawnCode(root(element).querySelector<SVGSVGElement>('.code svg')!);
      // A transfer of 16,000 đồng (704) in Việt Nam, as banks' readers part it.
      expect(code).to.match(/^000201010212.*53037045405160005802VN/u);
      await expect(element).to.be.accessible();
      await press(element, 'Hỏi lại xem đã nhận tiền chưa');
      await until(() => textOf(element).includes('Đã trả: nơi tiếp nhận xác nhận'), 'it is paid');
      await press(element, 'Tiếp tục');
      await until(() => stepOf(element) === 'Giấy biên nhận', 'the receipt follows');
      await until(() => textOf(element, '.receipt').includes('Đã trả: nơi tiếp nhận xác nhận'), 'it says so');
      expect(textOf(element, '.actions[part="actions"]')).not.to.contain('Trả phí');
    });

    it('that was opened is asked about after a reload, and never offered as new', async () => {
      const system = aReceivingSystem();
      const element = await atPayment(system.network);
      await until(() => textOf(element).includes('Trả ngay'), 'it can be paid');
      await press(element, 'Trả ngay');
      await until(() => textOf(element).includes('Chờ xác nhận'), 'it waits');
      element.remove();
      const again = await openSteps({ network: system.network });
      await until(() => textOf(again).includes('Đã trả: nơi tiếp nhận xác nhận'), 'it was asked');
      expect(textOf(again)).not.to.contain('Trả ngay');
    });

    it('is asked about when somebody comes back to the page from their bank', async () => {
      const element = await atPayment(aReceivingSystem().network);
      await until(() => textOf(element).includes('Trả ngay'), 'it can be paid');
      await press(element, 'Trả ngay');
      await until(() => textOf(element).includes('Chờ xác nhận'), 'it waits');
      document.dispatchEvent(new Event('visibilitychange'));
      await until(() => textOf(element).includes('Đã trả: nơi tiếp nhận xác nhận'), 'it was asked');
    });

    it('can be done later, from the receipt', async () => {
      const element = await atPayment();
      await press(element, 'Tiếp tục');
      await until(() => stepOf(element) === 'Giấy biên nhận', 'the receipt comes first');
      await press(element, 'Trả phí');
      await until(() => stepOf(element) === 'Trả phí', 'back to paying');
    });

    it('of one dossier says nothing of the next', async () => {
      const element = await atPayment();
      await until(() => textOf(element).includes('Trả ngay'), 'it can be paid');
      await press(element, 'Trả ngay');
      await until(() => textOf(element).includes('Chờ xác nhận'), 'it waits');
      await press(element, 'Hỏi lại xem đã nhận tiền chưa');
      await until(() => textOf(element).includes('Đã trả'), 'it is paid');
      await press(element, 'Nộp hồ sơ mới');
      await press(element, 'Xóa giấy biên nhận');
      await until(() => stepOf(element) === 'Chuẩn bị', 'it begins anew');
      await goTo(element, 'Người liên quan');
      await fillStep(element);
      await press(element, 'Thêm: Bản sao');
      await type(element, 'Số bản', '2');
      await goTo(element, 'Trả phí');
      await until(() => textOf(element).includes('Trả ngay'), 'it can be paid');
      expect(textOf(element)).not.to.contain('Đã trả');
    });

    it('leads to the page of the system that received, not of the one that shows it', async () => {
      const system = aReceivingSystem();
      system.line = async (request, go) => {
        const answer = await go(request);
        if (!request.url.endsWith('/payment')) return answer;
        return Response.json({ ...((await answer.json()) as object), redirect: '/nhan/pay/1' }, answer);
      };
      const element = await atPayment(system.network);
      await until(() => textOf(element).includes('Trả ngay'), 'it can be paid');
      await press(element, 'Trả ngay');
      await until(() => textOf(element).includes('Mở trang thanh toán'), 'there is a page');
      const link = [...root(element).querySelectorAll('a')].find(({ textContent }) =>
        textContent.includes('Mở trang thanh toán'),
      );
      expect(link?.href).to.equal('https://cong.example/nhan/pay/1');
    });

    it('does not ask to pay again where it is not known whether it was', async () => {
      const system = aReceivingSystem();
      const element = await atPayment(system.network);
      system.line = () => Promise.reject(new TypeError('offline'));
      await until(() => textOf(element).includes('Trả ngay'), 'it can be paid');
      await press(element, 'Trả ngay');
      await until(() => textOf(element).includes('Đừng trả lần hai'), 'it warns');
      // It never arrived there: once that is known, it can be paid.
      system.line = (request, go) => go(request);
      await press(element, 'Hỏi lại xem đã nhận tiền chưa');
      await until(() => textOf(element).includes('Trả ngay'), 'it can be paid');
      expect(textOf(element)).not.to.contain('không phải trả');
    });

    it('says that a busy system opened nothing, never that nothing is due', async () => {
      const system = aReceivingSystem();
      const element = await atPayment(system.network);
      await until(() => textOf(element).includes('Trả ngay'), 'it can be paid');
      system.line = () =>
        Promise.resolve(
          Response.json(
            { code: 'busy', status: 503, retryable: true },
            { status: 503, headers: { 'dvc-contract': '1', 'content-type': 'application/problem+json' } },
          ),
        );
      await press(element, 'Trả ngay');
      await until(() => textOf(element).includes('Bạn chưa trả gì'), 'it says so');
      expect(textOf(element)).not.to.contain('không phải trả');
      system.line = (request, go) => go(request);
      await press(element, 'Trả ngay');
      await until(() => textOf(element).includes('Chờ xác nhận'), 'it is open');
    });
  });

  describe('the delivery', () => {
    it('asks for what its way needs', async () => {
      const element = await openSteps();
      await goTo(element, 'Nhận kết quả');
      await press(element, 'Tiếp tục');
      await until(() => textOf(element, '.summary').includes('Bạn muốn nhận kết quả'), 'a way is asked for');
      await tick(element, 'Người khác lấy giúp');
      await type(element, 'Họ tên người nhận', 'Trần Văn Mẫu');
      await press(element, 'Tiếp tục');
      await until(() => textOf(element, '.summary').includes('Số định danh'), 'and who collects it');
      await expect(element).to.be.accessible();
      await type(element, 'Số định danh', '000190000001');
      await press(element, 'Tiếp tục');
      expect(stepOf(element)).to.equal('Kiểm tra lại');
    });

    it('is checked as the same fields of a form are: what cannot be is told beside it, what is unusual is taken', async () => {
      const system = aReceivingSystem();
      const element = await openSteps({ network: system.network });
      await goTo(element, 'Nhận kết quả');
      await tick(element, 'Gửi bưu điện về địa chỉ');
      const box = control(element, 'Số điện thoại người nhận');
      expect([box.inputMode, box.autocomplete]).to.deep.equal(['tel', 'tel']);
      await type(element, 'Họ tên người nhận', 'Lê Văn Mẫu');
      await type(element, 'Số điện thoại người nhận', '12');
      const said = () =>
        root(element).getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent;
      expect(said()).to.contain('Chưa đúng số điện thoại');
      await type(element, 'Địa chỉ nhận', 'Thôn Mẫu');
      await press(element, 'Tiếp tục');
      await until(() => focused(element)?.classList.contains('summary'), 'the summary has focus');
      expect(textOf(element, '.summary')).to.contain('Số điện thoại người nhận: Chưa đúng số điện thoại');
      await expect(element).to.be.accessible();
      await press(element, /^Số điện thoại người nhận:/u);
      await until(() => focused(element) === box, 'focus is in the field');
      await type(element, 'Số điện thoại người nhận', '+1 202 555 0100');
      expect(said()).to.contain('Đây là số nước ngoài');
      await press(element, 'Tiếp tục');
      await until(() => stepOf(element) === 'Kiểm tra lại', 'a number of abroad is taken');
      await press(element, 'Gửi hồ sơ');
      await received(element);
      const sent = system.asked.find(({ method }) => method === 'PUT');
      expect(JSON.parse(sent!.body)).to.deep.include({
        delivery: { way: 'post', name: 'Lê Văn Mẫu', phone: '+12025550100', address: 'Thôn Mẫu' },
      });
    });

    it('offers whom the form knows, and asks nothing of them twice', async () => {
      const element = await openSteps();
      await goTo(element, 'Người liên quan');
      const typeAt = async (at: number, text: string) => {
        const box = root(element).querySelectorAll<HTMLInputElement>('.person input')[at]!;
        box.value = text;
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await element.updateComplete;
      };
      await typeAt(0, 'Lê Thị Mẹ');
      await typeAt(1, '1990');
      await typeAt(2, '000190000001');
      await type(element, 'Nơi cư trú', 'Thôn Mẫu, Xã Mẫu');
      await fillStep(element);
      await goTo(element, 'Nhận kết quả');
      expect(textOf(element)).not.to.contain('Điền giống');
      await tick(element, 'Gửi bưu điện về địa chỉ');
      await press(element, 'Điền giống “Mẹ”');
      expect(control(element, 'Họ tên người nhận').value).to.equal('Lê Thị Mẹ');
      expect(control(element, 'Địa chỉ nhận').value).to.equal('Thôn Mẫu, Xã Mẫu');
      expect(textOf(element)).not.to.contain('Điền giống');
      await expect(element).to.be.accessible();
    });

    it('stands on the review with whom and where, and “change” comes back to it', async () => {
      const element = await openSteps();
      await goTo(element, 'Nhận kết quả');
      await tick(element, 'Người khác lấy giúp');
      await type(element, 'Họ tên người nhận', 'Trần Văn Mẫu');
      await type(element, 'Số định danh', '000190000001');
      await press(element, 'Tiếp tục');
      await until(() => stepOf(element) === 'Kiểm tra lại', 'the review');
      for (const words of ['Người khác lấy giúp', 'Trần Văn Mẫu', '000190000001'])
        expect(textOf(element)).to.contain(words);
      await press(element, 'Sửa: Nhận kết quả');
      expect(stepOf(element)).to.equal('Nhận kết quả');
      await tick(element, 'Gửi bưu điện về địa chỉ');
      await type(element, 'Số điện thoại người nhận', '0912345678');
      await type(element, 'Địa chỉ nhận', 'Thôn Mẫu, Xã Mẫu');
      await press(element, 'Xong, về phần kiểm tra');
      await until(() => stepOf(element) === 'Kiểm tra lại', 'back at the review');
      expect(textOf(element)).to.contain('Thôn Mẫu, Xã Mẫu');
      expect(textOf(element)).not.to.contain('000190000001');
    });

    it('that an older draft holds, and by which nobody could be reached, is not left out unsaid', async () => {
      const store = await openDraftStore('1.001193', 'own', () => NOW.getTime());
      await store!.write({
        schema: 1,
        procedure: '1.001193',
        form: { id: FORM.id, version: FORM.version },
        answers: { child: 'Lê Thị Mẫu', born: '05/03/2026', true: true },
        at: 'review',
        done: ['prepare', 'fill:child', 'fill:people', 'attach', 'delivery'],
        files: [],
        delivery: { way: 'post', name: 'Lê Văn Mẫu', phone: '12', address: 'Thôn Mẫu' },
        savedAt: NOW.getTime(),
      });
      const element = await openSteps();
      await until(() => stepOf(element) === 'Kiểm tra lại', 'the review');
      await press(element, 'Gửi hồ sơ');
      await until(() => textOf(element, '.summary').includes('Chưa đúng số điện thoại'), 'it is told');
      await press(element, /^Số điện thoại người nhận:/u);
      await until(
        () => focused(element) === control(element, 'Số điện thoại người nhận'),
        'the summary leads to it',
      );
    });
  });

  describe('the receipt', () => {
    const atReceipt = async (opening: Parameters<typeof openSteps>[0] = {}) => {
      const element = await openSteps(opening);
      await goTo(element, 'Giấy biên nhận');
      await received(element);
      await until(() => root(element).querySelector('.receipt'), 'the receipt is shown');
      return element;
    };

    it('says first which procedure it is of', async () => {
      const element = await atReceipt();
      expect(textOf(element, '.receipt dd')).to.equal('Thủ tục đăng ký khai sinh (1.001193)');
    });

    it('says right beside the secret that it is shown only here', async () => {
      const element = await atReceipt();
      const term = [...root(element).querySelectorAll('.receipt dt')].find(({ textContent }) =>
        textContent.startsWith('Mã bí mật'),
      );
      expect(term?.textContent).to.contain('Chỉ hiện ở đây: hãy ghi lại hoặc in ra');
      expect(term?.nextElementSibling?.textContent).to.match(/^[A-Z0-9-]{10,}$/u);
    });

    it('says how and where the result comes, and that a fee is not paid yet', async () => {
      const element = await openSteps();
      await goTo(element, 'Người liên quan');
      await fillStep(element);
      await press(element, 'Thêm: Bản sao');
      await type(element, 'Số bản', '2');
      await goTo(element, 'Nhận kết quả');
      await tick(element, 'Gửi bưu điện về địa chỉ');
      await type(element, 'Họ tên người nhận', 'Lê Văn Nhận');
      await type(element, 'Số điện thoại người nhận', '0912 345 678');
      await type(element, 'Địa chỉ nhận', 'Thôn Mẫu, Xã Mẫu');
      await goTo(element, 'Trả phí');
      await press(element, 'Tiếp tục');
      await until(() => root(element).querySelector('.receipt'), 'the receipt is shown');
      const term = [...root(element).querySelectorAll('.receipt dt')].find(
        ({ textContent }) => textContent.trim() === 'Nhận kết quả',
      );
      expect(term?.nextElementSibling?.textContent.trim()).to.equal(
        'Gửi bưu điện về địa chỉ: Lê Văn Nhận, Thôn Mẫu, Xã Mẫu',
      );
      // What somebody who finds the paper could call.
      expect(textOf(element, '.receipt')).not.to.contain('0912');
      expect(textOf(element, '.receipt')).to.contain('Phí này chưa trả');
      element.remove();
      await emptyBrowser();
      const free = await atReceipt();
      expect(textOf(free, '.receipt')).not.to.contain('Phí này chưa trả');
    });

    it('is printed on the paper that was chosen, and nothing of the page around it', async () => {
      const element = await atReceipt();
      const page = () => {
        const rules = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
        return rules.find((rule) => rule instanceof CSSPageRule)?.style.getPropertyValue('size');
      };
      await until(() => page() === 'a4', 'A4 comes first');
      await tick(element, 'A5');
      await until(() => page() === 'a5', 'A5');
      await tick(element, 'Cuộn 80 mm');
      await until(() => page()?.startsWith('80mm'), 'a roll');
      const [, length] = /^80mm (\d+)mm$/u.exec(page() ?? '') ?? [];
      expect(Number(length)).to.be.within(120, 400);
      expect(root(element).querySelector('.measured')).to.equal(null);
      element.remove();
      expect(page()).to.equal(undefined);
    });

    it('as a picture says all that it says on the screen', async () => {
      const element = await atReceipt();
      const saved = catchSaved();
      const { fillText } = CanvasRenderingContext2D.prototype;
      const drawn: string[] = [];
      CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
        drawn.push(text);
        fillText.call(this, text, ...place);
      };
      try {
        await press(element, 'Lưu thành ảnh');
        await until(() => saved.files.length === 1, 'it is saved');
      } finally {
        CanvasRenderingContext2D.prototype.fillText = fillText;
        saved.restore();
      }
      const picture = drawn.join(' ').replace(/\s+/gu, ' ');
      const said = [...root(element).querySelectorAll('.receipt :is(dt, dd, p:not(.note), li)')].map((one) =>
        one.textContent.replace(/\s+/gu, ' ').trim(),
      );
      expect(said.length).to.be.greaterThan(10);
      for (const words of said) expect(picture).to.contain(words);
    });

    it('gives no file away that would open it: the id of the submission does', async () => {
      const system = aReceivingSystem(FORM, { limitOf: () => ({ days: 3, unit: 'working-day' }) });
      const element = await atReceipt({ network: system.network });
      const id = system.asked.map(({ path }) => path).find((path) => path.includes('/submissions/'));
      const secret = id!.replace(/^.*\//u, '');
      expect(secret).to.match(/^[0-9a-f-]{36}$/u);
      const saved = catchSaved();
      try {
        await press(element, 'Thêm ngày hẹn vào lịch');
        await press(element, 'Lưu thành ảnh');
        await until(() => saved.files.length === 2, 'both are saved');
      } finally {
        saved.restore();
      }
      for (const { name, blob } of saved.files) {
        expect(name).not.to.contain(secret);
        // Lines of a calendar are folded, in the middle of whatever they hold.
        expect((await blob.text()).replace(/\r\n /gu, '')).not.to.contain(secret);
      }
      const [calendar] = saved.files;
      expect(await calendar!.blob.text()).to.match(/^UID:H00\.00-\d{6}-\d{4}@/mu);
      expect(root(element).innerHTML).not.to.contain(secret);
    });

    it('on a computer that others use warns of a file that stays there, and marks it', async () => {
      const element = await atReceipt({ device: 'shared' });
      expect(textOf(element, '.receipt-actions')).to.contain('Đây là máy dùng chung');
      element.remove();
      const own = await atReceipt();
      expect(textOf(own, '.receipt-actions')).not.to.contain('Đây là máy dùng chung');
    });

    it('leads to where the dossier is followed, with the code where no server sees it', async () => {
      const element = await atReceipt();
      expect(textOf(element, '.receipt-actions')).not.to.contain('Theo dõi');
      element.trackUrl = 'theo-doi.html#ma={code}';
      await element.updateComplete;
      const link = root(element).querySelector<HTMLAnchorElement>('.receipt-actions a');
      expect(new URL(link!.href).hash).to.match(/^#ma=H00\.00-\d{6}-\d{4}$/u);
      expect(new URL(link!.href).search).to.equal('');
    });
  });

  describe('handing off to the national portal', () => {
    const atHandOff = async (element: FormSteps) => {
      await goTo(element, 'Nộp trên Cổng quốc gia');
      await until(() => textOf(element).includes('Chưa có gì được gửi đi'), 'it is there');
    };

    for (const [what, opening, files, said, unsaid] of [
      [
        'answers and files',
        {},
        true,
        ['Phần đã điền và tệp đã chọn ở dưới đây', 'Chép từng dòng'],
        ['chưa có tệp', 'Điền tờ khai trên Cổng'],
      ],
      [
        'answers alone',
        {},
        false,
        ['Phần đã điền ở dưới đây', 'chưa có tệp giấy tờ nào', 'Chép từng dòng'],
        ['tệp đã chọn', 'Điền tờ khai trên Cổng'],
      ],
      [
        'files alone',
        { form: undefined },
        true,
        ['Tệp đã chọn ở dưới đây', 'Điền tờ khai trên Cổng'],
        ['Phần đã điền', 'Chép từng dòng'],
      ],
      [
        'nothing',
        { form: undefined },
        false,
        ['chưa điền gì và chưa có tệp nào', 'Điền tờ khai trên Cổng'],
        ['Phần đã điền', 'Chép từng dòng', 'ở dưới đây'],
      ],
    ] as const)
      it(`says of ${what} no more than that it is there, and what is still to be done at the portal`, async () => {
        const element = await openSteps({ destination: 'hand-off', ...opening });
        await goTo(element, 'Giấy tờ đính kèm');
        await until(() => root(element).querySelector('.wanted'), 'the papers are listed');
        if (files) choose(element, 'Giấy chứng sinh', aPdf());
        if (files) await until(() => textOf(element).includes('to-khai.pdf'), 'it is chosen');
        await goTo(element, 'Kiểm tra lại');
        await until(() => textOf(element).includes('chưa có tệp ở đây'), 'what has no file is said');
        expect(textOf(element)).not.to.contain('Vẫn gửi được');
        await atHandOff(element);
        for (const words of said) expect(textOf(element)).to.contain(words);
        for (const words of [...unsaid, 'Mọi thứ']) expect(textOf(element)).not.to.contain(words);
      });

    it('has a checklist for paper: which procedure, the papers to tick off, a line for the code', async () => {
      const papers = [{ name: 'Giấy chứng sinh', originals: 1, copies: 2 }, { name: 'Thẻ căn cước' }];
      const element = await openSteps({ destination: 'hand-off', record: { paperGroups: [{ papers }] } });
      await atHandOff(element);
      const ticks = [...root(element).querySelectorAll('.ticks li')].map((item) =>
        item.textContent.replace(/\s+/gu, ' ').trim(),
      );
      expect(ticks).to.deep.equal([
        'Giấy chứng sinh 1 bản chính, 2 bản sao',
        'Thẻ căn cước không ghi số bản',
      ]);
      const onPaper = [...root(element).querySelectorAll('.print-only')].map(
        ({ textContent }) => textContent,
      );
      expect(onPaper[0]).to.equal('Thủ tục đăng ký khai sinh (1.001193)');
      expect(onPaper[1]).to.match(/^Mã hồ sơ do Cổng cấp: …{30}$/u);
      await expect(element).to.be.accessible();
      await type(element, 'Mã hồ sơ do Cổng cấp', 'G22.99-251225-020175');
      expect(root(element).querySelectorAll('.print-only')[1]?.textContent).to.contain(
        'G22.99-251225-020175',
      );
    });

    it('says that what was filed at the portal is looked up there, with a link, and what the page here knows', async () => {
      const element = await openSteps({ destination: 'hand-off' });
      element.trackUrl = 'theo-doi.html#ma={code}';
      await atHandOff(element);
      const look = () =>
        [...root(element).querySelectorAll('a')].find(({ textContent }) =>
          textContent.includes('Mở Cổng để tra cứu'),
        )?.href;
      expect(look()).to.equal(undefined);
      await type(element, 'Mã hồ sơ do Cổng cấp', 'H57.132-260804-0583');
      expect(textOf(element)).to.contain('Hồ sơ nộp trên Cổng Dịch vụ công quốc gia thì tra cứu ở đó');
      expect(textOf(element)).to.contain('chỉ biết hồ sơ mà nơi tiếp nhận này đang giữ');
      expect(look()).to.equal('https://dichvucong.gov.vn/');
      await expect(element).to.be.accessible();
    });

    it('passes the noted code on to the page that follows it, and no other way', async () => {
      const element = await openSteps({ destination: 'hand-off' });
      element.trackUrl = 'theo-doi.html#ma={code}';
      await atHandOff(element);
      expect(textOf(element)).not.to.contain('Theo dõi hồ sơ này');
      await type(element, 'Mã hồ sơ do Cổng cấp', ' G22.99-251225-020175 ');
      const link = [...root(element).querySelectorAll('a')].find(({ textContent }) =>
        textContent.includes('Theo dõi hồ sơ này'),
      );
      expect(link?.href).to.match(/\/theo-doi\.html#ma=G22\.99-251225-020175$/u);
      element.trackUrl = 'javascript:alert("{code}")';
      await element.updateComplete;
      expect(textOf(element)).not.to.contain('Theo dõi hồ sơ này');
    });

    it('opens the portal at the procedure, by the page’s own template', async () => {
      const element = await openSteps({ destination: 'hand-off' });
      element.portalUrl = 'https://cong.example/thu-tuc?ma={code}';
      await atHandOff(element);
      const link = root(element).querySelector<HTMLAnchorElement>('a.primary');
      expect(link?.href).to.equal('https://cong.example/thu-tuc?ma=1.001193');
    });

    it('opens the portal at the page that the catalogue was read from, and shows the front page as well', async () => {
      const url = 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7';
      for (const [source, opened] of [
        [{ url }, url],
        // Another site than the portal is no place to file.
        [{ url: 'https://dichvucong.gov.vn.example/x' }, 'https://dichvucong.gov.vn/'],
      ] as const) {
        const element = await openSteps({ destination: 'hand-off', record: { source } });
        await atHandOff(element);
        expect(root(element).querySelector<HTMLAnchorElement>('a.primary')?.href).to.equal(opened);
        const hrefs = [...root(element).querySelectorAll('a')].map(({ href }) => href);
        expect(hrefs).to.include('https://dichvucong.gov.vn/');
        element.remove();
        await emptyBrowser();
      }
    });

    it('sends nothing, opens the portal, and has every answer ready to copy', async () => {
      const system = aReceivingSystem();
      const element = await openSteps({ destination: 'hand-off', network: system.network });
      await atHandOff(element);
      expect(textOf(element)).to.contain('Chưa có gì được gửi đi');
      const link = [...root(element).querySelectorAll('a')].find(({ textContent }) =>
        textContent.includes('Mở Cổng Dịch vụ công quốc gia'),
      );
      expect(link?.href).to.equal('https://dichvucong.gov.vn/');
      expect(link?.rel).to.contain('noopener');
      const { clipboard } = navigator;
      const writeText = clipboard.writeText.bind(clipboard);
      const copied: string[] = [];
      clipboard.writeText = (text) => Promise.resolve(void copied.push(text));
      try {
        await press(element, 'Chép: Họ tên trẻ');
        await until(() => textOf(element).includes('Đã chép'), 'it is seen');
        expect(button(element, 'Đã chép “Họ tên trẻ”.').textContent).to.contain('Đã chép');
        await press(element, 'Chép: Ngày sinh của trẻ');
        await until(() => textOf(element).includes('Đã chép “Ngày sinh của trẻ”'), 'it is told');
        expect(button(element, 'Đã chép “Ngày sinh của trẻ”.')).to.exist;
        expect(button(element, 'Chép: Họ tên trẻ')).to.exist;
        expect(copied).to.deep.equal(['Lê Thị Mẫu', '05/03/2026']);
      } finally {
        clipboard.writeText = writeText;
      }
      await expect(element).to.be.accessible();
      expect(system.asked).to.deep.equal([]);
    });

    it('doubts a code that looks like none of a portal, and keeps it all the same', async () => {
      const element = await openSteps({ destination: 'hand-off' });
      await atHandOff(element);
      const DOUBT = 'không giống mã hồ sơ';
      for (const [code, isDoubted] of [
        ['abc', true],
        ['javascript:alert(1)', true],
        ['H57.132-260804-0583', false],
        [' h57.132–260804–0583 ', false],
        ['000.00.19.H47-251225-0021', false],
      ] as const) {
        await type(element, 'Mã hồ sơ do Cổng cấp', code);
        await until(() => textOf(element).includes(`Đã ghi mã ${code.trim()}`), `${code} is kept`);
        expect(textOf(element).includes(DOUBT), code).to.equal(isDoubted);
      }
      await type(element, 'Mã hồ sơ do Cổng cấp', 'abc');
      await until(() => textOf(element).includes(DOUBT), 'it is doubted again');
      await expect(element).to.be.accessible();
    });

    it('keeps the code that the portal gave, and does not call it received', async () => {
      const element = await openSteps({ destination: 'hand-off' });
      await atHandOff(element);
      await type(element, 'Mã hồ sơ do Cổng cấp', ' G22.99-251225-020175 ');
      expect(textOf(element)).to.contain(
        'Đã ghi mã G22.99-251225-020175. Trang này không biết Cổng đã nhận hay chưa',
      );
      await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
      element.remove();
      const again = await openSteps({ destination: 'hand-off' });
      await until(() => textOf(again).includes('Mã hồ sơ do Cổng cấp'), 'the same step');
      expect(control(again, 'Mã hồ sơ do Cổng cấp').value).to.equal('G22.99-251225-020175');
    });
  });

  describe('with a helper', () => {
    it('needs the helper’s name and the citizen’s consent; both stand on the receipt', async () => {
      const system = aReceivingSystem();
      const element = await openSteps({ assisted: true, network: system.network });
      await press(element, 'Bắt đầu');
      await until(() => focused(element)?.classList.contains('summary'), 'the summary has focus');
      expect(control(element, /đồng ý/u).checked).to.equal(false);
      for (const label of ['Họ tên người khai giúp', 'Chức vụ', /đồng ý/u]) {
        const box = control(element, label);
        const said = root(element).getElementById(box.getAttribute('aria-describedby') ?? '');
        expect(said?.textContent).to.contain('Chưa điền');
      }
      await type(element, 'Họ tên người khai giúp', 'Phạm Văn Giúp');
      await type(element, 'Chức vụ', 'Công chức');
      await tick(element, /đồng ý/u);
      await expect(element).to.be.accessible();
      await goTo(element, 'Kiểm tra lại');
      for (const words of ['Phạm Văn Giúp', 'Công chức', 'đồng ý để người này khai giúp thủ tục'])
        expect(textOf(element, 'form')).to.contain(words);
      await press(element, 'Sửa: Đang khai giúp');
      await until(() => focused(element) === control(element, 'Họ tên người khai giúp'), 'focus is there');
      await press(element, 'Xong, về phần kiểm tra');
      await until(() => stepOf(element) === 'Kiểm tra lại', 'back at the review');
      await goTo(element, 'Giấy biên nhận');
      await received(element);
      await until(
        () => textOf(element, '.receipt').includes('Phạm Văn Giúp (Công chức)'),
        'the helper is named',
      );
      expect(JSON.parse(system.asked[0]!.body)).to.deep.include({
        helper: { name: 'Phạm Văn Giúp', role: 'Công chức', consent: true, procedures: ['1.001193'] },
      });
    });

    it('stands on the receipt with what the citizen agreed to', async () => {
      const element = await openSteps({ assisted: true });
      await type(element, 'Họ tên người khai giúp', 'Phạm Văn Giúp');
      await type(element, 'Chức vụ', 'Công chức');
      await tick(element, /đồng ý/u);
      await goTo(element, 'Giấy biên nhận');
      await received(element);
      await until(() => textOf(element, '.receipt').includes('Sự đồng ý của người dân'), 'it is there');
      expect(textOf(element, '.receipt')).to.contain(
        'đồng ý để người này khai giúp thủ tục: Thủ tục đăng ký khai sinh (1.001193)',
      );
    });

    it('reads every answer back to the citizen, who says whether it is right', async () => {
      const element = await openSteps({ assisted: true });
      await type(element, 'Họ tên người khai giúp', 'Phạm Văn Giúp');
      await type(element, 'Chức vụ', 'Công chức');
      await tick(element, /đồng ý/u);
      await goTo(element, 'Kiểm tra lại');
      await until(() => textOf(element).includes('Đọc lại cho người dân'), 'it can be read back');
      await press(element, 'Đọc lại cho người dân');
      expect(textOf(element, '.read-back')).to.contain('Ông/bà đã khai: Họ tên trẻ');
      await expect(element).to.be.accessible();
      await press(element, 'Đúng');
      await press(element, 'Sai');
      let read = '';
      while (!textOf(element, '.read-back').includes('Đã đọc hết')) {
        read += textOf(element, '.read-back');
        await press(element, 'Đúng');
      }
      expect(read).to.contain('Tự đến nơi tiếp nhận lấy');
      expect(textOf(element, '.read-back')).to.contain('1 dòng cần sửa');
      await press(element, 'Gửi hồ sơ');
      expect(stepOf(element)).to.equal('Kiểm tra lại');
      expect(textOf(element, '[role=alert]')).to.contain('nói “Sai” ở 1 dòng chưa sửa');
      await expect(element).to.be.accessible();
      await press(element, 'Sửa dòng bị nói sai: Ngày sinh của trẻ');
      await until(() => focused(element) === control(element, 'Ngày sinh của trẻ'), 'focus is there');
      await type(element, 'Ngày sinh của trẻ', '6/3/2026');
      await press(element, 'Xong, về phần kiểm tra');
      await until(() => stepOf(element) === 'Kiểm tra lại', 'back at the review');
      expect(textOf(element)).to.contain('0 dòng cần sửa');
      await press(element, 'Gửi hồ sơ');
      await received(element);
    });

    it('closes the citizen’s window once it is sent, and sends what was called wrong only when told twice', async () => {
      const { open } = window;
      let opened: Window | null = null;
      window.open = (...words) => (opened = open.apply(window, words));
      try {
        const element = await openSteps({ assisted: true });
        await type(element, 'Họ tên người khai giúp', 'Phạm Văn Giúp');
        await type(element, 'Chức vụ', 'Công chức');
        await tick(element, /đồng ý/u);
        await goTo(element, 'Kiểm tra lại');
        await until(() => textOf(element).includes('cửa sổ thứ hai'), 'it can be read back');
        await press(element, 'Đọc lại ở cửa sổ thứ hai');
        const citizen = opened as Window | null;
        // A browser may open no window of its own accord: then it is read back here.
        const heard = () => citizen?.document.body.textContent ?? textOf(element);
        expect(heard()).to.contain('Ông/bà đã khai: Họ tên trẻ');
        await press(element, 'Sai');
        if (citizen) expect(heard()).not.to.contain('chưa sửa');
        await press(element, 'Gửi hồ sơ');
        expect(stepOf(element)).to.equal('Kiểm tra lại');
        expect(citizen?.closed ?? false).to.equal(false);
        await press(element, 'Gửi hồ sơ');
        await until(() => citizen?.closed ?? true, 'the window is gone');
        await received(element);
      } finally {
        window.open = open;
      }
    });
  });

  describe('practice', () => {
    it('does every step with somebody invented, and nothing leaves the page or stays in it', async () => {
      const network = {
        fetch: () => {
          throw new Error('nothing may be asked');
        },
        timeout: () => new AbortController().signal,
      };
      const element = await openSteps({
        destination: 'practice',
        network,
        code: '2.000635',
        form: { ...FORM, procedures: ['2.000635'] },
      });
      expect(textOf(element)).to.contain('Không gửi gì đi, không lưu gì lại.');
      expect(textOf(element)).not.to.contain('được giữ trên máy');
      await press(element, 'Điền thử bằng người không có thật');
      await until(() => stepOf(element) === 'Trẻ', 'it is filled in');
      expect(textOf(element, '.practice-mark')).to.contain('ĐANG TẬP');
      await expect(element).to.be.accessible();
      await goTo(element, 'Nhận kết quả');
      expect(control(element, 'Tự đến nơi tiếp nhận lấy').checked).to.equal(true);
      await goTo(element, 'Trả phí');
      await until(() => textOf(element).includes('Trả ngay'), 'it can be paid');
      await press(element, 'Trả ngay');
      await until(() => textOf(element).includes('Chờ xác nhận'), 'it waits');
      await press(element, 'Tiếp tục');
      await until(() => root(element).querySelector('.receipt'), 'a receipt');
      expect(textOf(element, '.receipt')).to.contain('Hệ thống mẫu');
      expect(await found(['2.000635'])).to.deep.equal([]);
    });

    it('on the way of a real application leaves its draft as it was', async () => {
      const element = await openSteps();
      await goTo(element, 'Trẻ');
      await type(element, 'Họ tên trẻ', 'Lê Thị Thật');
      await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
      element.destination = 'practice';
      await until(() => stepOf(element) === 'Chuẩn bị', 'the practice begins');
      expect(textOf(element)).not.to.contain('Xóa bản nháp');
      await goTo(element, 'Giấy biên nhận');
      await press(element, 'Nộp hồ sơ mới');
      await until(() => stepOf(element) === 'Chuẩn bị', 'it begins anew');
      element.destination = 'gateway';
      await until(() => stepOf(element) === 'Trẻ', 'the draft is open again');
      expect(control(element, 'Họ tên trẻ').value).to.equal('Lê Thị Thật');
    });
  });

  describe('when it cannot be shown', () => {
    it('keeps the page’s own content while it has no code', async () => {
      const element = document.createElement('dvc-form-steps');
      element.innerHTML = '<a href="https://dichvucong.gov.vn">Cổng</a>';
      document.body.append(element);
      await element.updateComplete;
      expect(root(element).querySelector('slot')).to.exist;
      element.remove();
    });

    it('says that a form is broken, and shows nothing of half a form', async () => {
      const broken = { ...FORM, steps: [{ ...FORM.steps[0], groups: [] }] };
      const element = await openSteps({ form: broken });
      expect(textOf(element, '.refusal')).to.contain('Chưa mở được phần nộp hồ sơ');
      expect(root(element).querySelector('form')).to.equal(null);
      await expect(element).to.be.accessible();
    });

    it('says that a code is not in the catalogue', async () => {
      const element = await openSteps({ code: '9.999999' });
      expect(textOf(element, '.refusal')).to.contain('9.999999');
    });
  });

  describe('on a page without https', () => {
    let restore: () => void = () => undefined;
    beforeEach(() => (restore = withoutHttps()));
    afterEach(() => restore());

    it('says before the first question that it sends nothing, and at the end prints or goes back', async () => {
      const system = aReceivingSystem();
      const element = await openSteps({ network: system.network });
      await until(() => textOf(element, 'form').includes('không dùng https'), 'it says so');
      expect(textOf(element, 'form')).not.to.contain('Hồ sơ được gửi đến');
      // Without https nothing is locked away, so nothing is kept, and no days are promised.
      expect(textOf(element)).to.contain('Máy này không cho lưu').and.not.to.contain('được giữ trên máy này');
      await goTo(element, 'Kiểm tra lại');
      await press(element, 'Gửi hồ sơ');
      await until(() => stepOf(element) === 'Gửi', 'the step is there');
      expect(textOf(element, 'form')).to.contain('không dùng https');
      await expect(element).to.be.accessible();
      await until(() => textOf(element, '.paper').includes('Mẫu'), 'the form to print is there');
      expect(button(element, 'In tờ khai').disabled).to.equal(false);
      await press(element, 'Quay lại');
      await until(() => stepOf(element) === 'Kiểm tra lại', 'back at the review');
      expect(system.asked).to.deep.equal([]);
    });

    it('marks what it may not copy', async () => {
      const element = await openSteps({ destination: 'hand-off' });
      await goTo(element, 'Nộp trên Cổng quốc gia');
      await until(() => root(element).querySelector('.handed'), 'it is there');
      const copy = root(element).querySelector<HTMLElement>('.rows .quiet')!;
      const answer = copy.closest('div')!.querySelector('dd')!;
      const { getSelection } = window;
      let marked: Node | undefined;
      window.getSelection = () => ({ selectAllChildren: (node: Node) => (marked = node) }) as never;
      try {
        copy.click();
        await until(() => marked, 'it is marked');
      } finally {
        window.getSelection = getSelection;
      }
      expect(marked === answer).to.equal(true);
    });
  });

  it('speaks English, with the data as they are', async () => {
    const element = await openSteps({ lang: 'en' });
    await press(element, 'Begin');
    expect(stepOf(element)).to.equal('Child');
    expect(textOf(element, '.progress')).to.match(/Step 2 of 8/u);
  });

  it('lets go of everything it listens to when it is taken away', async () => {
    const watch = watchListeners();
    const system = aReceivingSystem();
    system.line = () => Promise.reject(new TypeError('offline'));
    const element = await openSteps({ network: system.network, clock: () => NOW });
    await goTo(element, 'Kiểm tra lại');
    await press(element, 'Gửi hồ sơ');
    await until(() => textOf(element, '.state').includes('Đang chờ mạng'), 'it waits');
    expect(watch.now()).not.to.deep.equal([]);
    element.remove();
    await element.updateComplete;
    watch.stop();
    expect(watch.now()).to.deep.equal([]);
  });
});
