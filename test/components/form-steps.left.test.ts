import { expect } from '@open-wc/testing';
import type { FormSteps } from '../../components/form-steps/form-steps.js';
import { pause } from '../../src/ui/pause.js';
import {
  aReceivingSystem,
  emptyBrowser,
  found,
  goTo,
  openSteps,
  press,
  root,
  stepOf,
  textOf,
  tick,
  type,
  type Opening,
  until,
} from '../support/harness/form-steps.js';
import { aPdf, choose } from '../support/papers.js';

const HIDDEN = 'còn đang được gửi';

describe('<dvc-form-steps> where nobody is any more while something is sent', () => {
  // The two minutes that a person has are told to the browser's timer; here they are over at once.
  const { setTimeout: real } = window;
  beforeEach(emptyBrowser);
  afterEach(() => {
    window.setTimeout = real;
  });

  /** Sent from a computer that others use, over a line that then lets nothing through; and nobody answers any more. */
  async function left(
    then: (request: Request, go: (one: Request) => Promise<Response>) => Promise<Response>,
    {
      before = () => Promise.resolve(),
      ...opening
    }: Opening & { before?: (one: FormSteps) => Promise<void> } = {},
  ) {
    const system = aReceivingSystem();
    system.line = then;
    const element = await openSteps({ network: system.network, device: 'shared', ...opening });
    if (opening.assisted) {
      await type(element, 'Họ tên người khai giúp', 'Phạm Văn Giúp');
      await type(element, 'Chức vụ', 'Công chức');
      await tick(element, /đồng ý/u);
    }
    await goTo(element, 'Trẻ');
    await type(element, 'Họ tên trẻ', 'Zacanary');
    await type(element, 'Ngày sinh của trẻ', '5/3/2026');
    await before(element);
    await goTo(element, 'Kiểm tra lại');
    await press(element, 'Gửi hồ sơ');
    await until(() => system.asked.length > 0, 'it is sent');
    window.setTimeout = ((work: () => void, ms?: number) => real(work, ms === 120_000 ? 0 : ms)) as never;
    element.idleMinutes = 0.002;
    element.dispatchEvent(new Event('pointerdown'));
    await until(() => textOf(element, '.ask').includes(HIDDEN), 'it is hidden');
    return { system, element };
  }

  /** It arrives, and nothing comes back of it. */
  const unheard = async (request: Request, go: (one: Request) => Promise<Response>) => {
    if (request.method === 'PUT') await go(request);
    throw new TypeError('cut off');
  };

  const goesOn = (element: FormSteps) => {
    element.idleMinutes = 10;
    window.setTimeout = real;
    window.dispatchEvent(new Event('online'));
  };

  it('says so where the other side holds only a part of it, which is no sending any more', async () => {
    const { system, element } = await left(unheard);
    system.line = async (request, go) => {
      const answer = await go(request);
      const receipt = (await answer.json()) as Record<string, unknown>;
      return new Response(JSON.stringify({ ...receipt, answers: 0 }), answer);
    };
    goesOn(element);
    await until(() => textOf(element, '.ask').includes('mới nhận được một phần'), 'it is said');
    expect(textOf(element, '.ask')).not.to.contain(HIDDEN);
    expect(textOf(element, '.ask')).to.contain('chưa tính là đã nộp');
    expect(textOf(element)).not.to.contain('khai sinh').and.not.to.contain('Zacanary');
    await expect(element).to.be.accessible();
  });

  it('goes on out of sight, and then leaves its code and nothing else', async () => {
    const { system, element } = await left(unheard);
    expect(textOf(element)).not.to.contain('khai sinh').and.not.to.contain('Zacanary');
    expect(root(element).querySelectorAll('form').length).to.equal(0);
    await expect(element).to.be.accessible();
    // Where "Tôi còn ở đây" stood, nothing opens it again.
    expect(
      [...root(element).querySelectorAll('button')].map(({ textContent }) => textContent.trim()),
    ).to.deep.equal(['Kết thúc']);
    system.line = (request, go) => go(request);
    goesOn(element);
    await until(() => textOf(element, 'form').includes('Đã xóa hết'), 'all of it is gone');
    expect(textOf(element, 'form')).to.match(/Đã nộp: Xã Mẫu nhận lúc 09:00, mã H00\.00-261124-0001/u);
    expect(stepOf(element)).to.equal('Chuẩn bị');
    expect(root(element).querySelectorAll('.receipt').length).to.equal(0);
    expect(await found(['Zacanary', '2.000635', '1.001193'])).to.deep.equal([]);
    // Once, and not taken back.
    const methods = system.asked.map(({ method }) => method);
    expect(methods.filter((method) => method === 'PUT').length).to.equal(1);
    expect(methods).not.to.include('DELETE');
    // The next person's first step is a page without it.
    await press(element, 'Bắt đầu');
    expect(textOf(element)).not.to.contain('H00.00');
  });

  it('is sent once there is a network, where nothing of it was sent before', async () => {
    const { system, element } = await left(() => Promise.reject(new TypeError('offline')));
    system.line = (request, go) => go(request);
    goesOn(element);
    await until(() => textOf(element, 'form').includes('Đã nộp'), 'it was received');
    expect(textOf(element, 'form')).to.contain('Đã xóa hết');
  });

  it('is not broken off in the middle of being sent', async () => {
    let arrive = (): void => undefined;
    const { element } = await left(async (request, go) => {
      await new Promise<void>((resolve) => (arrive = resolve));
      return go(request);
    });
    element.idleMinutes = 10;
    window.setTimeout = real;
    arrive();
    await until(() => textOf(element, 'form').includes('mã H00.00-261124-0001'), 'its code is left');
  });

  it('is forgotten, too, where it was not taken, and says that it was not', async () => {
    const { system, element } = await left(unheard);
    system.line = () =>
      Promise.resolve(
        Response.json(
          { code: 'cancelled', status: 410, retryable: false },
          { status: 410, headers: { 'dvc-contract': '1', 'content-type': 'application/problem+json' } },
        ),
      );
    goesOn(element);
    await until(() => textOf(element, 'form').includes('Đã xóa hết'), 'it is gone');
    expect(textOf(element, 'form')).to.contain('Nơi tiếp nhận không nhận hồ sơ này');
    expect(await found(['Zacanary'])).to.deep.equal([]);
  });

  it('closes the window in which the citizen was read to', async () => {
    // A window of the page, where the test can look into it: browsers that are driven open no other.
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const second = frame.contentWindow!;
    Object.defineProperty(second, 'close', { value: () => frame.remove() });
    const { open } = window;
    window.open = () => second;
    try {
      await left(unheard, {
        assisted: true,
        before: async (element) => {
          await goTo(element, 'Kiểm tra lại');
          await until(() => textOf(element).includes('Đọc lại ở cửa sổ thứ hai'), 'it can be read');
          await press(element, 'Đọc lại ở cửa sổ thứ hai');
          await until(() => second.document.body.textContent.includes('Zacanary'), 'it is read');
        },
      });
      expect(frame.isConnected).to.equal(false);
    } finally {
      window.open = open;
      frame.remove();
    }
  });

  it('says that it could not be sent, and of nobody that they refused it, where the papers were lost here', async () => {
    const { system, element } = await left(() => Promise.reject(new TypeError('offline')), {
      before: async (one) => {
        await goTo(one, 'Giấy tờ đính kèm');
        await until(() => root(one).querySelector('.wanted'), 'the papers are listed');
        choose(one, 'Giấy chứng sinh', aPdf('giay.pdf'));
        await until(() => textOf(one).includes('giay.pdf'), 'it is chosen');
      },
    });
    // Taken out by a page that shows another tab, and put in again: what opened the papers is gone by then.
    const home = element.parentElement!;
    element.remove();
    await pause();
    home.append(element);
    system.line = (request, go) => go(request);
    goesOn(element);
    await until(() => textOf(element, 'form').includes('Đã xóa hết'), 'it is gone');
    expect(textOf(element, 'form')).to.contain('Không gửi được hồ sơ này');
    expect(textOf(element, 'form')).not.to.contain('không nhận');
  });

  it('is opened by no reload', async () => {
    const { element } = await left(unheard);
    element.remove();
    window.setTimeout = real;
    const again = await openSteps({ device: 'shared' });
    expect(stepOf(again)).to.equal('Chuẩn bị');
    expect(textOf(again)).not.to.contain('Zacanary');
    expect(sessionStorage.length).to.equal(0);
  });

  it('can be ended by whoever finds it, after a word that it may have arrived', async () => {
    const { element } = await left(unheard);
    element.idleMinutes = 10;
    await press(element, 'Kết thúc');
    await until(
      () => textOf(element, '.ask').includes('chưa biết hồ sơ đã tới hay chưa'),
      'it says so first',
    );
    await press(element, 'Giữ lại');
    await until(() => textOf(element, '.ask').includes(HIDDEN), 'it is still hidden');
    await press(element, 'Kết thúc');
    await until(() => textOf(element, 'form').includes('Đã xóa hết'), 'it is gone');
    await until(
      () => textOf(element, 'form').includes('chưa biết hồ sơ đã tới hay chưa'),
      'what is not known is said',
    );
    expect(textOf(element)).not.to.contain('không nhận hồ sơ này');
    expect(await found(['Zacanary'])).to.deep.equal([]);
  });
});
