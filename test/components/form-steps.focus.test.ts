import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FormSteps } from '../../components/form-steps/form-steps.js';
import {
  button,
  control,
  emptyBrowser,
  fillStep,
  goTo,
  openSteps,
  press,
  root,
  stepOf,
  textOf,
  tick,
  type,
  until,
} from '../support/harness/form-steps.js';
import { aPhoto, choose, paper, textIn } from '../support/papers.js';

const focused = (element: FormSteps) => root(element).activeElement;

/** Presses as who has no pointer does. */
async function enter(element: FormSteps, name: string | RegExp): Promise<void> {
  button(element, name).focus();
  await sendKeys({ press: 'Enter' });
}

describe('the keyboard in <dvc-form-steps>', () => {
  beforeEach(emptyBrowser);

  it('goes on where it was once a button that was pressed is gone', async () => {
    const element = await openSteps();
    await goTo(element, 'Người liên quan');
    await fillStep(element);

    // An entry: the group is where one may be added again, and what is left of it is told.
    await press(element, 'Thêm: Bản sao');
    await press(element, 'Thêm: Bản sao');
    for (const left of [1, 0]) {
      await enter(element, 'Bỏ Bản sao 1');
      await until(
        () => textOf(element, 'p[role=status]') === `Đã bỏ Bản sao 1, còn ${String(left)}`,
        'it is told',
      );
      expect(focused(element)?.textContent).to.contain('Thêm: Bản sao');
    }

    // Somebody who is known: on to what is filled in.
    const [mother] = root(element).querySelectorAll<HTMLInputElement>('.person input');
    mother!.value = 'Lê Thị Mẹ';
    mother!.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await element.updateComplete;
    await enter(element, 'Điền giống “Mẹ”');
    await until(() => !textOf(element).includes('Điền giống'), 'nothing more is offered');
    expect((focused(element) as HTMLInputElement).value).to.equal('Lê Thị Mẹ');
    expect(focused(element)).not.to.equal(mother);

    // A paper: on to where another one is chosen.
    await goTo(element, 'Giấy tờ đính kèm');
    await until(() => root(element).querySelector('.wanted'), 'the papers are listed');
    const picker = () => paper(element, 'Giấy chứng sinh').querySelector('input[type=file]');
    for (const name of ['Bỏ IMG_1.pdf', 'Bỏ trang 1']) {
      choose(element, 'Giấy chứng sinh', await aPhoto('IMG_1.jpg'));
      await until(() => textIn(element, 'Giấy chứng sinh').includes('1 trang'), 'it is taken');
      await enter(element, name);
      await until(() => !textIn(element, 'Giấy chứng sinh').includes('IMG_1'), 'it is gone');
      expect(focused(element)).to.equal(picker());
    }

    // Whom the result is to reach.
    await goTo(element, 'Nhận kết quả');
    await tick(element, 'Gửi bưu điện về địa chỉ');
    await enter(element, 'Điền giống “Mẹ”');
    await until(() => !textOf(element).includes('Điền giống'), 'nothing more is offered');
    expect(focused(element)).to.equal(control(element, 'Họ tên người nhận'));
  });

  it('is back at the question whether to delete a draft once it is answered with no', async () => {
    const element = await openSteps();
    await goTo(element, 'Trẻ');
    await type(element, 'Họ tên trẻ', 'Mẫu');
    await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
    await enter(element, 'Xóa bản nháp');
    await until(() => focused(element)?.textContent.trim() === 'Giữ lại', 'the safe answer has focus');
    await sendKeys({ press: 'Enter' });
    await until(() => focused(element)?.textContent.trim() === 'Xóa bản nháp', 'back where it was asked');
    expect(stepOf(element)).to.equal('Trẻ');
  });
});
