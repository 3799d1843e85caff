import { expect } from '@open-wc/testing';
import type { FormSteps } from '../../components/form-steps/form-steps.js';
import {
  aReceivingSystem,
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
  type,
  until,
  type TestSystem,
} from '../support/harness/form-steps.js';

const focused = (element: FormSteps) => root(element).activeElement;

/** What was told to who cannot see it, one after the other. */
function listen(element: FormSteps): { readonly told: readonly string[] } {
  const region = root(element).querySelector('p[role=status]')!;
  const told: string[] = [];
  new MutationObserver(() => told.push(region.textContent.trim())).observe(region, {
    characterData: true,
    childList: true,
    subtree: true,
  });
  return { told };
}

const PROBLEM = { 'dvc-contract': '1', 'content-type': 'application/problem+json' };
const problem = (code: string, status: number, retryable: boolean, more: object = {}) =>
  Promise.resolve(
    Response.json({ type: 'x', title: 'x', status, code, retryable, ...more }, { status, headers: PROBLEM }),
  );

const offline = () => Promise.reject(new TypeError('offline'));

/** Sent over a line, and what was told from the press on. */
async function sent(line: TestSystem['line'], form: unknown = FORM) {
  const system = aReceivingSystem(form);
  const element = await openSteps({ network: system.network });
  await goTo(element, 'Kiểm tra lại');
  system.line = line;
  const { told } = listen(element);
  await press(element, 'Gửi hồ sơ');
  return { system, element, told };
}

describe('who cannot see <dvc-form-steps>', () => {
  beforeEach(emptyBrowser);

  describe('is told how the sending stands:', () => {
    it('that it waits, and again only when somebody asks, not with every try', async () => {
      const { system, element, told } = await sent(offline);
      await until(() => told.length > 0, 'it is told');
      expect(told).to.deep.equal(['Đang chờ mạng. Chưa biết hồ sơ đã tới hay chưa, đang hỏi lại.']);
      const tries = system.asked.length;
      window.dispatchEvent(new Event('online'));
      await until(
        () => system.asked.length > tries && root(element).querySelector('.state.waiting'),
        'it was tried once more by itself',
      );
      expect(told.length).to.equal(1);
      system.line = () => problem('busy', 503, true);
      await press(element, 'Thử lại ngay');
      expect(focused(element)?.textContent).to.equal('Gửi');
      await until(() => told.length === 2, 'what changed is told');
      expect(told[1]).to.contain('Đang chờ nơi tiếp nhận.');
    });

    it('that less is there than was sent', async () => {
      const { told } = await sent(async (request, go) => {
        const answer = await go(request);
        const receipt = (await answer.json()) as { answers: number };
        return Response.json({ ...receipt, answers: receipt.answers - 1 }, answer);
      });
      await until(() => told.length > 0, 'it is told');
      expect(told[0]).to.contain('chưa nhận đủ, nên chưa tính là đã nộp');
    });

    it('that it is not taken, and focus is where it says why', async () => {
      const { element, told } = await sent((request, go) =>
        request.method === 'PUT'
          ? problem('answers-invalid', 422, false, {
              errors: [{ pointer: '/answers/born', code: 'date-unreal' }],
            })
          : go(request),
      );
      await until(() => focused(element)?.classList.contains('error-box'), 'focus is there');
      expect(told).to.deep.equal(['Nơi tiếp nhận không nhận hồ sơ này']);
      expect(focused(element)?.textContent).to.contain('Ngày sinh của trẻ: Lịch không có ngày này');
      await expect(element).to.be.accessible();
      await press(element, 'Sửa');
      await until(() => stepOf(element) === 'Kiểm tra lại', 'it can be mended');
      await until(() => focused(element)?.textContent === 'Kiểm tra lại', 'focus is on the heading');
    });

    it('that it was received', async () => {
      const { element, told } = await sent((request, go) => go(request));
      await received(element);
      await until(() => told.some((words) => words.startsWith('Đã nộp: Xã Mẫu')), 'it is told');
    });
  });

  it('hears how a payment stands as it is shown, never that it waits where it does not', async () => {
    const system = aReceivingSystem();
    const element = await openSteps({ network: system.network });
    await goTo(element, 'Người liên quan');
    await fillStep(element);
    await press(element, 'Thêm: Bản sao');
    await type(element, 'Số bản', '2');
    await goTo(element, 'Trả phí');
    await until(() => textOf(element).includes('Trả ngay'), 'it can be paid');
    const said = () => textOf(element, 'p[role=status]');
    const ask = async (name: string, words: RegExp) => {
      await press(element, name);
      await until(() => words.test(said()), `${words.source}, not ${said()}`);
      expect(textOf(element, 'form')).to.contain(said());
    };
    system.line = () => problem('busy', 503, true);
    await ask('Trả ngay', /^Nơi tiếp nhận chưa mở được việc trả tiền/u);
    system.line = offline;
    await ask('Trả ngay', /^Chưa hỏi được nơi tiếp nhận/u);
    const as =
      (state: string): TestSystem['line'] =>
      async (request, go) => {
        const answer = await go(request);
        return Response.json({ ...((await answer.json()) as object), state }, answer);
      };
    system.line = (request, go) => go(request);
    await ask('Hỏi lại xem đã nhận tiền chưa', /^Bạn có thể trả ngay/u);
    system.line = as('waiting');
    await ask('Trả ngay', /^Chờ xác nhận/u);
    system.line = as('expired');
    await ask('Hỏi lại xem đã nhận tiền chưa', /^Lần thanh toán này đã hết hạn/u);
  });

  it('hears of a practice that it is one, and nothing of it once another application begins', async () => {
    const element = await openSteps({ destination: 'practice' });
    const { told } = listen(element);
    await press(element, 'Điền thử bằng người không có thật');
    await until(() => stepOf(element) === 'Trẻ', 'it is filled in');
    await goTo(element, 'Kiểm tra lại');
    await press(element, 'Gửi hồ sơ');
    await until(() => told.some((words) => words.includes('Đã nộp')), 'it is told');
    expect(told.at(-1)).to.match(/^ĐANG TẬP – không có gì được gửi\. Đã nộp/u);
    await press(element, 'Nộp hồ sơ mới');
    await until(() => stepOf(element) === 'Chuẩn bị', 'another one begins');
    await until(() => textOf(element, 'p[role=status]') === '', 'nothing is said of the one before');
  });

  it('is led to the review, not round in a circle, where the form changed on the way', async () => {
    const changed = { ...FORM, version: '2' };
    const { system, element } = await sent((request, go) => go(request), changed);
    await until(() => textOf(element).includes('Hãy tải lại trang'), 'it says that the form changed');
    expect(focused(element)?.classList.contains('error-box')).to.equal(true);
    element.remove();
    const again = await openSteps({ network: system.network, form: changed });
    await until(() => stepOf(again) === 'Kiểm tra lại', 'the review of the form of today');
    await until(() => textOf(again, '.note').includes('đã đổi mẫu'), 'it says why');
    await until(() => focused(again)?.textContent === 'Kiểm tra lại', 'focus is on the heading');
    await press(again, 'Gửi hồ sơ');
    await received(again);
  });
});
