import { expect } from '@open-wc/testing';
import {
  control,
  emptyBrowser,
  goTo,
  openSteps,
  press,
  stepOf,
  textOf,
  type,
  until,
} from '../support/harness/form-steps.js';

describe('<dvc-form-steps> with far too much', () => {
  beforeEach(emptyBrowser);

  it('keeps a megabyte in one field, and says how long it is and how much is taken', async () => {
    const element = await openSteps();
    await goTo(element, 'Trẻ');
    // A megabyte as browsers keep it; WebKit lets no more than 524,287 letters into a box.
    const megabyte = 'Mẫu '.repeat(125_000).trim();
    await type(element, 'Họ tên trẻ', megabyte);
    await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept');
    await press(element, 'Tiếp tục');
    expect(textOf(element, '.summary')).to.contain('Dài 499.999 chữ; mẫu chỉ nhận 500');
    expect(stepOf(element)).to.equal('Trẻ');
    element.remove();
    const again = await openSteps();
    await until(() => stepOf(again) === 'Trẻ', 'it is opened again');
    expect(control(again, 'Họ tên trẻ').value.length).to.equal(megabyte.length);
    // WebKit keeps the next page waiting for the writing of so much that the last one left behind.
    again.remove();
    await emptyBrowser();
  });

  it('offers no more rows than the form takes', async () => {
    const element = await openSteps();
    await goTo(element, 'Người liên quan');
    for (let row = 0; row < 3; row += 1) await press(element, 'Thêm: Bản sao');
    expect(textOf(element)).not.to.contain('Thêm: Bản sao');
  });
});
