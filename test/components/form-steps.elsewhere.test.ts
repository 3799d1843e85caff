import { expect } from '@open-wc/testing';
import type { FormSteps } from '../../components/form-steps/form-steps.js';
import {
  aReceivingSystem,
  atPapers,
  button,
  control,
  emptyBrowser,
  fillStep,
  goTo,
  openSteps,
  press,
  received,
  root,
  stepOf,
  textOf,
  type,
  until,
  type TestSystem,
} from '../support/harness/form-steps.js';
import { aPdf, choose, textIn } from '../support/papers.js';

const ELSEWHERE = 'đang mở ở cửa sổ khác';
const BIRTH = 'Giấy chứng sinh';

const boxes = (element: FormSteps) => [
  ...root(element).querySelectorAll<HTMLElement>('form :is(input, select, textarea)'),
];
const isLocked = (element: FormSteps) => boxes(element).every((box) => box.matches(':disabled'));
const takeOvers = (element: FormSteps) =>
  [...root(element).querySelectorAll('button')].filter(
    ({ textContent }) => textContent.trim() === 'Tiếp tục ở đây',
  );

/** Filled in, with a paper, and nothing left but to send it. */
async function atReview(system: TestSystem): Promise<FormSteps> {
  const element = await atPapers({ network: system.network });
  choose(element, BIRTH, aPdf());
  await until(() => textIn(element, BIRTH).includes('to-khai.pdf'), 'it is there');
  await goTo(element, 'Nhận kết quả');
  await fillStep(element);
  await goTo(element, 'Kiểm tra lại');
  return element;
}

/** Takes over in another window what this one has. */
async function takenFrom(first: FormSteps, system?: TestSystem): Promise<FormSteps> {
  const second = await openSteps(system ? { network: system.network } : {});
  await until(() => textOf(second).includes(ELSEWHERE), 'the other window says so');
  await press(second, 'Tiếp tục ở đây');
  await until(() => textOf(first).includes(ELSEWHERE), 'this one knows');
  await first.updateComplete;
  return second;
}

describe('<dvc-form-steps> whose draft another window has', () => {
  beforeEach(emptyBrowser);

  it('takes nothing that would be lost, can be read, and says so beside its buttons too', async () => {
    const first = await openSteps();
    await goTo(first, 'Trẻ');
    await type(first, 'Họ tên trẻ', 'Của cửa sổ một');
    expect(isLocked(first)).to.equal(false);
    const second = await takenFrom(first);
    expect(isLocked(first)).to.equal(true);
    expect(control(first, 'Họ tên trẻ').value).to.equal('Của cửa sổ một');
    // At the head of the page and at its foot, where somebody looks for the way on.
    expect(takeOvers(first).length).to.equal(2);
    expect(root(first).querySelector('form')!.contains(takeOvers(first)[1]!)).to.equal(true);
    const names = [...root(first).querySelectorAll('form button')].map(({ textContent }) =>
      textContent.trim(),
    );
    for (const name of ['Tiếp tục', 'Quay lại', 'Xóa bản nháp']) expect(names).not.to.include(name);

    await until(() => stepOf(second) === 'Trẻ', 'the other one goes on');
    await type(second, 'Họ tên trẻ', 'Của cửa sổ hai');
    takeOvers(first)[1]!.click();
    await until(() => textOf(first).includes('Đã mở lại bản nháp'), 'it says what it shows now');
    expect(control(first, 'Họ tên trẻ').value).to.equal('Của cửa sổ hai');
    expect(isLocked(first)).to.equal(false);
    await until(() => root(first).activeElement?.matches('.step-title'), 'focus is at the step');
    await until(() => isLocked(second), 'now the other one is locked');
  });

  it('says nothing any more of a sending that goes on there', async () => {
    const system = aReceivingSystem();
    const first = await atReview(system);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    system.line = async (request, go) => {
      if (request.method === 'PATCH') await held;
      return go(request);
    };
    await press(first, 'Gửi hồ sơ');
    await until(() => textOf(first).includes('Đang gửi giấy tờ'), 'it is being sent');
    const second = await takenFrom(first, system);
    expect(textOf(first)).not.to.contain('Đang gửi');
    await until(() => stepOf(second) === 'Gửi', 'it goes on there');
    letGo();
    await received(second);
    expect(textOf(first)).to.contain(ELSEWHERE);
    expect(system.asked.filter(({ method }) => method === 'PUT').length).to.equal(1);
  });
});

describe('papers of <dvc-form-steps> that are on their way', () => {
  beforeEach(emptyBrowser);

  it('can be stopped to mend something: nothing of the application was sent yet', async () => {
    const system = aReceivingSystem();
    const element = await atReview(system);
    const signals: AbortSignal[] = [];
    system.line = (request, go) => {
      if (request.method !== 'PATCH') return go(request);
      signals.push(request.signal);
      return new Promise<Response>((_, reject) =>
        request.signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
      );
    };
    await press(element, 'Gửi hồ sơ');
    await until(() => signals.length > 0, 'bytes are on their way');
    await until(() => textOf(element).includes('Dừng gửi để sửa'), 'there is a way to stop');
    await expect(element).to.be.accessible();
    await press(element, 'Dừng gửi để sửa');
    await until(() => stepOf(element) === 'Kiểm tra lại', 'back at the review');
    await until(() => signals[0]!.aborted, 'the bytes on their way are given up');
    expect(signals.length).to.equal(1);
    expect(system.asked.some(({ method }) => method === 'PUT')).to.equal(false);
    system.line = (request, go) => go(request);
    await press(element, 'Gửi hồ sơ');
    await received(element);
  });

  it('are still sent where it is not sure that nothing arrived, and it says so', async () => {
    const system = aReceivingSystem();
    const first = await atReview(system);
    system.line = (request, go) => {
      if (request.method === 'PATCH') return new Promise<Response>(() => undefined);
      return request.method === 'DELETE' ? Promise.reject(new TypeError('cut off')) : go(request);
    };
    await press(first, 'Gửi hồ sơ');
    await until(() => textOf(first).includes('Đang gửi giấy tờ'), 'it is being sent');
    first.remove();
    // After a reload nobody knows any more what had left before it.
    const again = await openSteps({ network: system.network });
    await until(() => textOf(again).includes('Dừng gửi để sửa'), 'there is a way to stop');
    await press(again, 'Dừng gửi để sửa');
    await until(() => textOf(again).includes('Chưa dừng được'), 'it says so');
    expect(stepOf(again)).to.equal('Gửi');
    expect(button(again, 'Dừng gửi để sửa')).to.exist;
  });
});
