import { expect, fixture } from '@open-wc/testing';
import { generate } from 'lean-qr';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import { problemBody } from '../../src/gateway/contract.js';
import { configure } from '../../src/ui/configure.js';
import {
  aTracker,
  askFor,
  buttonOf,
  pressOn,
  rootOf,
  says,
  textIn,
  typeInto,
} from '../support/drive-tracker.js';
import { fakeTimers, until } from '../support/fake-timers.js';
import { catchSaved } from '../support/papers.js';
import { emptyBrowser, found, raw } from '../support/storage.js';
import { openFollowed } from '../../src/ui/followed-dossiers.js';
import {
  aTrackedDossier,
  chooseOnline,
  LAST4,
  paidFor,
  PDF,
  retold,
  type TrackedSystem,
  ofBefore,
} from '../support/tracked.js';

const cut = () => Promise.reject(new TypeError('no network'));
const show = (system: TrackedSystem, settings: Partial<StatusTracker> = {}): Promise<StatusTracker> =>
  fixture<StatusTracker>(aTracker(system, settings));
/** Acts arrive, and their answers are lost, until the line is as it was. */
function loseActs(system: TrackedSystem): () => void {
  const { line } = system;
  system.line = async (request, go) => {
    if (!request.url.endsWith('/acts')) return line(request, go);
    await line(request, go);
    return cut();
  };
  return () => (system.line = line);
}
const bodies = ({ asked }: TrackedSystem, path: string) =>
  asked
    .filter((one) => one.path.endsWith(path))
    .map(({ body }) => JSON.parse(body) as Record<string, unknown>);

describe('dvc-status-tracker', () => {
  beforeEach(emptyBrowser);
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  describe('asking', () => {
    it('says what is missing, and goes there', async () => {
      const element = await show(await aTrackedDossier());
      await pressOn(element, 'Xem hồ sơ');
      await says(element, 'Hãy nhập mã hồ sơ.');
      await until(() => rootOf(element).activeElement?.id === 'code', 'the box');
      typeInto(element, 'code', 'H00.00-261109-0001');
      await pressOn(element, 'Xem hồ sơ');
      await until(() => rootOf(element).querySelector('#factor-error') !== null, 'what is missing');
      expect(textIn(element, '#factor-error')).to.contain('mã bí mật hoặc 4 số cuối');
    });

    it('gives one answer for a wrong code and a wrong number, and keeps what was typed', async () => {
      const system = await aTrackedDossier();
      const element = await show(system);
      await askFor(element, system, '9999');
      const wrongNumber = textIn(element, '.warning');
      expect(wrongNumber).to.contain('Không tìm thấy hồ sơ');
      typeInto(element, 'code', 'H99.99-000000-0000');
      await pressOn(element, 'Xem hồ sơ');
      await until(() => rootOf(element).querySelector('.busy') === null, 'an answer');
      expect(textIn(element, '.warning')).to.equal(wrongNumber);
      expect(rootOf(element).querySelector<HTMLInputElement>('#code')?.value).to.equal('H99.99-000000-0000');
    });

    it('points to the national portal for a code of its shape that is not known here', async () => {
      const system = await aTrackedDossier();
      const element = await show(system);
      const ask = async (code: string) => {
        typeInto(element, 'code', code);
        typeInto(element, 'factor', '9999');
        await pressOn(element, 'Xem hồ sơ');
        await until(() => rootOf(element).querySelector('.busy') === null, 'an answer');
        await says(element, 'Không tìm thấy hồ sơ');
      };
      await ask('h57.132 – 260804 – 0583');
      expect(textIn(element, '.warning')).to.contain('hãy tra cứu trên Cổng');
      const link = rootOf(element).querySelector<HTMLAnchorElement>('.warning a');
      expect(link?.href).to.equal('https://dichvucong.gov.vn/');
      await expect(element).to.be.accessible();
      await ask('ABC-12');
      expect(rootOf(element).querySelector('.warning a') === null).to.equal(true);
    });

    it('begins with the code of a link’s fragment, also of one that comes later, and writes nothing there', async () => {
      const system = await aTrackedDossier();
      history.replaceState(null, '', `#ma=${system.receipt.dossier}&bimat=${system.receipt.secret}`);
      const element = await show(system);
      const code = () => rootOf(element).querySelector<HTMLInputElement>('#code')?.value;
      expect(code()).to.equal(system.receipt.dossier);
      expect(rootOf(element).querySelector<HTMLInputElement>('#factor')?.value).to.equal('');
      location.hash = '#ma=H57.132-260804-0583';
      await until(() => code() === 'H57.132-260804-0583', 'the code of the other link');
      await askFor(element, system);
      expect(location.href).not.to.contain(system.receipt.secret);
    });

    it('reads the code on a photographed receipt', async () => {
      const system = await aTrackedDossier();
      const element = await show(system);
      await pressOn(element, 'Quét mã trên biên nhận');
      await until(() => rootOf(element).querySelector('.scan input') !== null, 'the scanner');
      const canvas = document.createElement('canvas');
      generate(system.receipt.dossier).toCanvas(canvas, { scale: 8 } as never);
      const big = document.createElement('canvas');
      big.width = big.height = 400;
      const context = big.getContext('2d')!;
      context.fillStyle = '#fff';
      context.fillRect(0, 0, 400, 400);
      context.imageSmoothingEnabled = false;
      context.drawImage(canvas, 40, 40, 320, 320);
      const blob = await new Promise<Blob>((resolve) => big.toBlob((made) => resolve(made!)));
      const input = rootOf(element).querySelector<HTMLInputElement>('.scan input')!;
      const chosen = new DataTransfer();
      chosen.items.add(new File([blob], 'bien-nhan.png', { type: 'image/png' }));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change'));
      await until(
        () => rootOf(element).querySelector<HTMLInputElement>('#code')?.value === system.receipt.dossier,
        'the code in its box',
      );
    });

    it('works first where the gateway wants that, says so, and then shows the dossier', async () => {
      const system = await aTrackedDossier();
      const element = await show(system);
      for (let one = 0; one < 5; one += 1) await askFor(element, system, '9999');
      typeInto(element, 'factor', LAST4);
      await pressOn(element, 'Xem hồ sơ');
      await says(element, 'Đang kiểm tra chống dò mã');
      await says(element, 'Đã gửi, chờ tiếp nhận');
      expect(bodies(system, '/tracking').at(-1)).to.have.property('work');
    });

    it('says how long it works where that is minutes, and stops for who has the secret after all', async () => {
      const system = await aTrackedDossier();
      const element = await show(system);
      const { line } = system;
      const demand = { ...problemBody('work-needed'), work: { challenge: 'x', bits: 22 } };
      const headers = { 'dvc-contract': '1' };
      system.line = () => Promise.resolve(new Response(JSON.stringify(demand), { status: 429, headers }));
      typeInto(element, 'code', system.receipt.dossier);
      typeInto(element, 'factor', LAST4);
      await pressOn(element, 'Xem hồ sơ');
      await says(element, 'khoảng 7 phút');
      system.line = line;
      await pressOn(element, 'Dừng lại');
      await until(() => rootOf(element).activeElement?.id === 'factor', 'the box for the secret');
      expect(rootOf(element).querySelector('.busy, .warning')).to.equal(null);
      expect(rootOf(element).querySelector<HTMLInputElement>('#code')?.value).to.equal(
        system.receipt.dossier,
      );
      await askFor(element, system);
      expect(textIn(element, '.stage')).to.equal('Đã gửi, chờ tiếp nhận');
    });

    it('says when it may be tried again where it is refused', async () => {
      const system = await aTrackedDossier();
      const element = await show(system);
      system.line = () =>
        Promise.resolve(
          new Response(JSON.stringify({ code: 'too-many-requests', retryable: true }), {
            status: 429,
            headers: { 'dvc-contract': '1', 'retry-after': '600' },
          }),
        );
      await askFor(element, system);
      expect(textIn(element, '.warning')).to.contain('Thử lại từ 09:10 ngày 09/11/2026');
    });

    it('says when it may be tried again where something before the system says so', async () => {
      const system = await aTrackedDossier();
      const element = await show(system);
      system.line = () =>
        Promise.resolve(new Response('<h1>Bảo trì</h1>', { status: 503, headers: { 'retry-after': '600' } }));
      await askFor(element, system);
      const warning = textIn(element, '.warning');
      expect(warning).to.contain('Nơi tiếp nhận đang bận. Thử lại từ 09:10 ngày 09/11/2026');
    });

    for (const [code, line, words] of [
      ['offline', cut, 'Chưa có mạng'],
      ['gate', () => Promise.resolve(new Response('<html>')), 'Mạng này đòi đăng nhập'],
      [
        'stranger',
        () => Promise.resolve(new Response('<html>', { status: 403 })),
        'Nơi khác đã trả lời thay nơi tiếp nhận; có thể mạng này đòi đăng nhập',
      ],
    ] as const)
      it(`says what is wrong with the line: ${code}`, async () => {
        const system = await aTrackedDossier();
        const element = await show(system);
        system.line = line;
        await askFor(element, system);
        expect(textIn(element, '.warning')).to.contain(words);
      });
  });

  describe('a clock of the computer that is wrong', () => {
    const DAY_MS = 86_400_000;
    for (const days of [7, -40])
      it(`makes nothing late and nothing old where the system tells its own: ${String(days)} days`, async () => {
        const system = await aTrackedDossier();
        await system.move('2026-11-09T10:00', 'receive');
        const clock = () => new Date(system.clock().getTime() + days * DAY_MS);
        const element = await show(system, { clock });
        await askFor(element, system);
        expect(textIn(element, '.head')).to.contain('Còn 3 ngày làm việc');
        expect(textIn(element)).to.contain('Nơi tiếp nhận trả lời lúc 10:00 ngày 09/11/2026');
        await pressOn(element, 'Cập nhật');
        await says(element, 'Nơi tiếp nhận trả lời lúc 10:00 ngày 09/11/2026');
      });

    it('is gone by where the system tells none', async () => {
      const system = await aTrackedDossier();
      const element = await show(system, { clock: () => new Date(system.clock().getTime() + 7 * DAY_MS) });
      system.line = async (request, go) => {
        const response = await go(request);
        const { now, ...told } = (await response.json()) as Record<string, unknown>;
        expect(now).to.equal(system.clock().toISOString());
        return new Response(JSON.stringify(told), response);
      };
      await askFor(element, system);
      expect(textIn(element)).to.contain('Nơi tiếp nhận trả lời lúc 09:00 ngày 16/11/2026');
    });
  });

  describe('the answer', () => {
    it('tells first where it is, who has it, until when, and what to do', async () => {
      const system = await aTrackedDossier();
      await system.move('2026-11-09T10:00', 'receive', undefined, 'Bộ phận một cửa');
      await system.move('2026-11-10T08:00', 'process', undefined, 'Tư pháp – Hộ tịch');
      const element = await show(system);
      await askFor(element, system);
      const head = textIn(element, '.head');
      for (const words of [
        'Đang xử lý',
        'UBND Xã Mẫu',
        'Đang ở: Tư pháp – Hộ tịch',
        'Hẹn trả: 12/11/2026',
        'Còn 2 ngày làm việc',
        'Không cần làm gì',
        'Người nộp: L** V** M**',
      ])
        expect(head).to.contain(words);
      expect(textIn(element, '.path .done .step-name')).to.equal('Đã gửi | Tiếp nhận');
      expect(textIn(element, '[aria-current] .step-name')).to.equal('Giải quyết');
      expect(rootOf(element).activeElement?.className).to.equal('stage');
    });

    it('is the outline for four digits, and asks for the secret where something is to be done', async () => {
      const system = await aTrackedDossier();
      await system.move('2026-11-09T10:00', 'ask-supplement', 'Thiếu trang 2');
      const element = await show(system);
      await askFor(element, system, LAST4);
      expect(textIn(element, '.head')).to.contain('Cần bạn bổ sung').and.not.to.contain('Thiếu trang 2');
      expect(rootOf(element).querySelector('.history')).to.equal(null);
      await pressOn(element, 'Nhập mã bí mật');
      await until(() => rootOf(element).activeElement?.id === 'factor', 'the box for the secret');
      expect(rootOf(element).querySelector<HTMLInputElement>('#code')?.value).to.equal(
        system.receipt.dossier,
      );
    });

    it('tells what is sent from what is received', async () => {
      const system = await aTrackedDossier();
      const element = await show(system);
      await askFor(element, system);
      expect(textIn(element, '.head'))
        .to.contain('Đã gửi, chờ tiếp nhận')
        .and.to.contain('chờ cơ quan tiếp nhận');
      await system.move('2026-11-09T10:00', 'receive');
      await pressOn(element, 'Cập nhật');
      await says(element, 'Đã được tiếp nhận');
      expect(textIn(element, '[role="status"]')).to.contain('Đã cập nhật: Đã được tiếp nhận');
    });

    for (const [who, factor] of [
      ['has the receipt', undefined],
      ['has four digits', LAST4],
    ] as const)
      it(`does not say to who ${who} that the office works on what it has paused`, async () => {
        const system = await aTrackedDossier();
        await system.move('2026-11-09T10:00', 'receive');
        await system.move('2026-11-10T15:00', 'pause', 'Chờ xác minh');
        const element = await show(system);
        await askFor(element, system, factor);
        expect(textIn(element, '.stage')).to.equal('Đang tạm dừng');
        expect(textIn(element, '.now-words')).to.equal(
          'Không cần làm gì. Cơ quan đang tạm dừng, chưa giải quyết tiếp.',
        );
        await system.move('2026-11-11T08:00', 'resume');
        await pressOn(element, 'Cập nhật');
        await says(element, 'Cơ quan đang giải quyết.');
      });

    it('says that it is late, by how much, and has the question ready', async () => {
      const system = await aTrackedDossier();
      await system.move('2026-11-09T10:00', 'receive');
      await system.move('2026-11-10T08:00', 'process');
      system.now('2026-11-17T09:00');
      const element = await show(system);
      await askFor(element, system);
      expect(textIn(element, '.head')).to.contain('Trễ 2 ngày làm việc');
      expect(textIn(element, '.path')).to.contain('quá hẹn 12/11/2026').and.not.to.contain('dự kiến');
      expect(textIn(element, '.foot')).to.contain('Nơi tiếp nhận trả lời lúc 09:00 ngày 17/11/2026');
      await pressOn(element, 'Soạn câu hỏi');
      await until(() => rootOf(element).querySelector('#lateness-text') !== null, 'the question');
      const words = rootOf(element).querySelector<HTMLTextAreaElement>('#lateness-text')!.value;
      for (const part of [system.receipt.dossier, '12/11/2026', '17/11/2026', 'UBND Xã Mẫu'])
        expect(words).to.contain(part);
    });

    it('lets the date be reckoned day by day', async () => {
      const system = await aTrackedDossier({ sent: '2026-11-20T17:30' });
      const element = await show(system);
      await askFor(element, system);
      await pressOn(element, 'Ngày hẹn tính thế nào');
      const sum = textIn(element, '[part="reckoning"]');
      expect(sum).to.contain('Tới từ 17 giờ trở đi nên tính từ ngày làm việc kế tiếp, 23/11/2026');
      expect(sum).to.contain('Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16, Điều 2)');
      expect(textIn(element, '.sum .counted')).to.contain('ngày thứ 3');
    });

    it('counts nothing of a date that the office gave alone', async () => {
      const system = await aTrackedDossier();
      retold(system, (text) =>
        JSON.stringify({ ...(JSON.parse(text) as object), due: { on: '2026-11-16', paused: 0 } }),
      );
      const element = await show(system);
      await askFor(element, system);
      expect(textIn(element, '.due')).to.contain('Hẹn trả: 16/11/2026');
      await pressOn(element, 'Ngày hẹn tính thế nào');
      expect(textIn(element, '[part="reckoning"] p')).to.equal('Ngày do cơ quan hẹn.');
      expect(textIn(element, '[part="reckoning"]')).not.to.match(/\d/u);
    });

    it('shows a state that nobody knows as it stands', async () => {
      const system = await aTrackedDossier();
      system.line = async (request, go) => {
        const text = await (await go(request)).text();
        return new Response(text.replace('"state":1}', '"state":"Liên thông thuế"}'), {
          headers: { 'dvc-contract': '1' },
        });
      };
      const element = await show(system);
      await askFor(element, system);
      expect(textIn(element, '.stage')).to.equal('Trạng thái: Liên thông thuế');
      expect(textIn(element, '.now')).to.contain('gọi nơi tiếp nhận');
      expect(textIn(element, '.path')).to.contain('chưa rõ đã tới chưa').and.not.to.contain('không tới');
    });

    it('is told in the words of a province’s own table', async () => {
      const system = await aTrackedDossier();
      const stages = { states: [{ state: '1', stage: 'sent', words: { vi: 'Xã đã thấy hồ sơ' } }] } as const;
      const element = await show(system, { stages });
      await askFor(element, system);
      expect(textIn(element, '.stage')).to.equal('Xã đã thấy hồ sơ');
    });

    it('masks names and numbers that a system let through', async () => {
      const system = await aTrackedDossier();
      await system.move('2026-11-09T10:00', 'ask-supplement', 'Gọi 0912 345 678');
      system.line = async (request, go) => {
        const text = await (await go(request)).text();
        const leaked = text.replaceAll('**** *** ***', '0912 345 678').replace('L** V** M**', 'Lê Văn Mẫu');
        return new Response(leaked, { headers: { 'dvc-contract': '1' } });
      };
      const element = await show(system);
      await askFor(element, system);
      expect(textIn(element)).not.to.contain('Lê Văn Mẫu').and.not.to.contain('345');
    });

    it('fires one event, without a code', async () => {
      const system = await aTrackedDossier();
      const element = await show(system);
      const fired: Record<string, unknown>[] = [];
      element.addEventListener('dvc-dossier-found', ({ stage, level }) => fired.push({ stage, level }));
      await askFor(element, system);
      expect(fired).to.deep.equal([{ stage: 'sent', level: 1 }]);
    });

    it('speaks English where the page does', async () => {
      const system = await aTrackedDossier();
      const element = aTracker(system);
      element.lang = 'en';
      await fixture(element);
      await askFor(element, system);
      expect(textIn(element, '.stage')).to.equal('Sent, not yet received');
    });
  });

  describe('looking again by itself', () => {
    it('asks only whether something is new, later each time, and not while nobody sees it', async () => {
      const system = await aTrackedDossier();
      const element = await show(system);
      await askFor(element, system);
      const timers = fakeTimers();
      try {
        document.dispatchEvent(new Event('visibilitychange'));
        const [first = 0] = timers.asked;
        expect(first).to.be.within(48_000, 72_000);
        timers.ring();
        // Beside it only what waits for an answer that is slow to come.
        const next = () => timers.asked.find((ms) => ms > 10_000);
        await until(() => next() !== undefined, 'the next look');
        expect(next()).to.be.within(96_000, 144_000);
        expect(bodies(system, '/tracking').at(-1)).to.have.property('known');
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
        await until(() => timers.asked.length === 0, 'the end of looking');
      } finally {
        Reflect.deleteProperty(document, 'visibilityState');
        timers.restore();
      }
    });

    const streams = ({ asked }: TrackedSystem) =>
      asked.filter(({ path }) => path.endsWith('/changes')).length;
    const seenAs = (state: 'hidden' | 'visible') => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };

    it('shows a change at once where the system tells of them, and listens only while somebody sees it', async () => {
      const system = await aTrackedDossier({ tellsChanges: true });
      const element = await show(system);
      await askFor(element, system);
      await until(() => streams(system) === 1, 'the stream');
      await system.move('2026-11-09T10:00', 'receive');
      await says(element, 'Đã được tiếp nhận');
      try {
        seenAs('hidden');
        await system.move('2026-11-10T08:00', 'process');
        seenAs('visible');
        await says(element, 'Đang xử lý');
        await until(() => streams(system) === 2, 'the stream once more');
      } finally {
        Reflect.deleteProperty(document, 'visibilityState');
      }
      expect(bodies(system, '/tracking')).to.have.length(3);
      await system.move('2026-11-10T09:00', 'stop', 'Mẫu');
      await says(element, 'Đã dừng, không giải quyết tiếp');
      element.remove();
      expect(streams(system)).to.equal(2);
    });

    it('goes by its plan where the line lets no stream through, and tries once more when the network is back', async () => {
      const system = await aTrackedDossier({ tellsChanges: true });
      const element = await show(system);
      system.line = (request, go) => (request.url.endsWith('/changes') ? cut() : go(request));
      await askFor(element, system);
      await until(() => streams(system) === 1, 'the stream');
      const timers = fakeTimers();
      try {
        document.dispatchEvent(new Event('visibilitychange'));
        await until(() => streams(system) === 2, 'the stream once more');
        await until(() => timers.asked.some((ms) => ms >= 48_000 && ms <= 72_000), 'the plan');
        // Others wait for answers that are slow to come.
        await until(() => bodies(system, '/tracking').length === 2 || !timers.ring(), 'a look');
        await until(() => bodies(system, '/tracking').length === 2, 'its question');
        await until(() => timers.asked.some((ms) => ms >= 96_000 && ms <= 144_000), 'the next look');
        expect(streams(system)).to.equal(2);
      } finally {
        timers.restore();
      }
    });

    it('keeps what was known where the line broke, and says of when it is', async () => {
      const system = await aTrackedDossier();
      const element = await show(system);
      await askFor(element, system);
      system.line = cut;
      system.now('2026-11-09T11:00');
      await pressOn(element, 'Cập nhật');
      await says(element, 'Thông tin lúc 09:00 ngày 09/11/2026, chưa hỏi lại được');
      expect(textIn(element, '.stage')).to.equal('Đã gửi, chờ tiếp nhận');
    });
  });

  describe('acts', () => {
    const supplement = async () => {
      const system = await aTrackedDossier();
      await system.move('2026-11-09T10:00', 'receive');
      await system.move('2026-11-10T08:00', 'ask-supplement', 'Thiếu trang 2');
      const element = await show(system);
      await askFor(element, system);
      expect(textIn(element, '.head')).to.contain('Thiếu trang 2');
      await pressOn(element, 'Bổ sung ngay');
      await until(() => rootOf(element).querySelector('#supplement-note') !== null, 'the panel');
      return [system, element] as const;
    };

    it('sends words and papers that were asked for', async () => {
      const [system, element] = await supplement();
      await pressOn(element, 'Gửi bổ sung');
      await says(element, 'Hãy viết lời nhắn hoặc chọn giấy tờ.');
      typeInto(element, 'supplement-note', 'Gửi lại trang 2');
      const input = rootOf(element).querySelector<HTMLInputElement>('.papers input[multiple]')!;
      const chosen = new DataTransfer();
      chosen.items.add(new File([PDF], 'trang-2.pdf', { type: 'application/pdf' }));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await says(element, 'trang-2.pdf');
      await pressOn(element, 'Gửi bổ sung');
      await says(element, 'Nơi tiếp nhận đã nhận bổ sung');
      await says(element, 'Đã được tiếp nhận');
      const [{ act }] = bodies(system, '/acts') as [{ act: { files: readonly object[]; note: string } }];
      expect(act.note).to.equal('Gửi lại trang 2');
      expect(act.files).to.have.length(1);
    });

    it('does an act once whose answer was lost, under one id, and never guesses', async () => {
      const [system, element] = await supplement();
      typeInto(element, 'supplement-note', 'Đã gửi');
      const hearAgain = loseActs(system);
      await pressOn(element, 'Gửi bổ sung');
      await says(element, 'Chưa biết đã tới hay chưa');
      expect((buttonOf(element, 'Gửi bổ sung') as HTMLButtonElement).disabled).to.equal(true);
      hearAgain();
      await pressOn(element, 'Hỏi lại');
      await says(element, 'Nơi tiếp nhận đã nhận bổ sung');
      const ids = new Set(bodies(system, '/acts').map(({ act }) => (act as { id: string }).id));
      expect([...ids]).to.have.length(1);
    });

    for (const code of ['busy', 'in-progress', 'internal'])
      it(`does not know what came of an act whose answer was lost where the next answer is “${code}”`, async () => {
        const [system, element] = await supplement();
        typeInto(element, 'supplement-note', 'Đã gửi');
        const { line } = system;
        let sent = 0;
        system.line = async (request, go) => {
          if (!request.url.endsWith('/acts')) return go(request);
          sent += 1;
          // The first arrives, and its answer is lost; then the system can say nothing of it for a while.
          if (sent === 1) await go(request);
          if (sent === 1) return cut();
          return new Response(JSON.stringify({ code, retryable: true }), {
            status: 503,
            headers: { 'dvc-contract': '1' },
          });
        };
        const isAtIt = code === 'in-progress';
        await pressOn(element, 'Gửi bổ sung');
        await says(element, isAtIt ? 'đã có yêu cầu này và đang làm' : 'Chưa biết đã tới hay chưa');
        await pressOn(element, 'Hỏi lại');
        await until(() => sent === 3, 'that it was asked about');
        await says(element, isAtIt ? 'đã có yêu cầu này và đang làm' : 'Chưa biết đã tới hay chưa');
        expect(textIn(element, '.panel')).not.to.contain('Không làm được');
        system.line = line;
        await pressOn(element, 'Hỏi lại');
        await says(element, 'Nơi tiếp nhận đã nhận bổ sung');
        const ids = new Set(bodies(system, '/acts').map(({ act }) => (act as { id: string }).id));
        expect([...ids]).to.have.length(1);
      });

    it('says of a system that was busy the first time that it did not take it', async () => {
      const [system, element] = await supplement();
      typeInto(element, 'supplement-note', 'Đã gửi');
      const { line } = system;
      system.line = (request, go) =>
        request.url.endsWith('/acts')
          ? Promise.resolve(
              new Response(JSON.stringify({ code: 'busy', retryable: true }), {
                status: 503,
                headers: { 'dvc-contract': '1' },
              }),
            )
          : line(request, go);
      await pressOn(element, 'Gửi bổ sung');
      await says(element, 'Không làm được: nơi tiếp nhận đang bận');
    });

    it('tells after a reload what became of an act whose answer was lost, and a second one is refused', async () => {
      const [system, element] = await supplement();
      const stale = await show(system);
      await askFor(stale, system);
      await pressOn(stale, 'Bổ sung ngay');
      await until(() => rootOf(stale).querySelector('#supplement-note') !== null, 'the panel');
      typeInto(element, 'supplement-note', 'Đã gửi');
      const hearAgain = loseActs(system);
      await pressOn(element, 'Gửi bổ sung');
      await says(element, 'Chưa biết đã tới hay chưa');
      element.remove();
      hearAgain();

      const later = await show(system);
      await askFor(later, system);
      expect(textIn(later, '.head')).to.contain('Đã được tiếp nhận');
      expect(() => buttonOf(later, 'Bổ sung ngay')).to.throw();
      await pressOn(later, 'Đã có những gì');
      await says(later, 'Bổ sung hồ sơ');
      // Whoever has the old answer on the screen does not do it again.
      typeInto(stale, 'supplement-note', 'Lần hai');
      await pressOn(stale, 'Gửi bổ sung');
      await says(stale, 'hồ sơ không còn ở bước làm được việc này');
    });

    it('asks after a reload about the very act whose answer was lost, and then forgets it', async () => {
      const [system, element] = await supplement();
      ofBefore(system);
      typeInto(element, 'supplement-note', 'Đã gửi');
      const hearAgain = loseActs(system);
      await pressOn(element, 'Gửi bổ sung');
      await says(element, 'Chưa biết đã tới hay chưa');
      element.remove();
      expect(await raw.names('acts')).to.have.length(1);
      expect(await found(['Đã gửi', system.receipt.dossier])).to.deep.equal([]);
      hearAgain();
      const before = bodies(system, '/acts').length;
      const later = await show(system);
      await askFor(later, system);
      await says(later, 'Nơi tiếp nhận đã nhận bổ sung');
      expect(bodies(system, '/acts')).to.have.length(before + 1);
      const ids = new Set(bodies(system, '/acts').map(({ act }) => (act as { id: string }).id));
      expect([...ids]).to.have.length(1);
      await until(async () => (await raw.names('acts')).length === 0, 'that it is forgotten');
    });

    it('asks about a withdrawal of before a reload only when it is pressed', async () => {
      const system = await aTrackedDossier();
      const element = await show(system);
      await askFor(element, system);
      const { line } = system;
      system.line = (request, go) => (request.url.endsWith('/acts') ? cut() : go(request));
      await pressOn(element, 'Rút hồ sơ');
      await until(() => rootOf(element).querySelector('.danger') !== null, 'the question');
      rootOf(element).querySelector<HTMLElement>('.button.danger')!.click();
      await says(element, 'Chưa biết đã tới hay chưa');
      element.remove();
      system.line = line;
      const before = bodies(system, '/acts').length;
      const later = await show(system);
      await askFor(later, system);
      await says(later, 'Chưa biết đã tới hay chưa');
      expect(bodies(system, '/acts')).to.have.length(before);
      rootOf(later).querySelector<HTMLElement>('.panel .danger')!.click();
      await says(later, 'Đã rút');
    });

    it('keeps no act on a shared computer', async () => {
      const system = await aTrackedDossier();
      await system.move('2026-11-09T10:00', 'ask-supplement', 'Thiếu trang 2');
      const element = await show(system, { device: 'shared' });
      await askFor(element, system);
      await pressOn(element, 'Bổ sung ngay');
      await until(() => rootOf(element).querySelector('#supplement-note') !== null, 'the panel');
      typeInto(element, 'supplement-note', 'Đã gửi');
      loseActs(system);
      await pressOn(element, 'Gửi bổ sung');
      await says(element, 'Chưa biết đã tới hay chưa');
      expect(await raw.names('acts')).to.deep.equal([]);
      expect(await found(['Đã gửi'])).to.deep.equal([]);
    });

    it('withdraws only after it was confirmed', async () => {
      const system = await aTrackedDossier();
      const element = await show(system);
      await askFor(element, system);
      const acted: string[] = [];
      element.addEventListener('dvc-dossier-acted', ({ act }) => acted.push(act));
      await pressOn(element, 'Rút hồ sơ');
      await says(element, 'Rút rồi không lấy lại được');
      await pressOn(element, 'Không rút');
      expect(bodies(system, '/acts')).to.deep.equal([]);
      await pressOn(element, 'Rút hồ sơ');
      await until(() => rootOf(element).querySelector('.danger') !== null, 'the question');
      rootOf(element).querySelector<HTMLElement>('.button.danger')!.click();
      await says(element, 'Đã rút');
      expect(acted).to.deep.equal(['withdraw']);
    });

    it('changes how the result comes', async () => {
      const system = await aTrackedDossier();
      const element = await show(system);
      await askFor(element, system);
      await pressOn(element, 'Cách nhận kết quả');
      await says(element, 'Đang chọn: Tự đến nơi tiếp nhận lấy');
      await pressOn(element, 'Lưu cách nhận');
      const way = '#f--delivery-way';
      expect(rootOf(element).querySelector(`${way}-error`)).not.to.equal(null);
      rootOf(element).querySelector<HTMLInputElement>(way)!.click();
      await element.updateComplete;
      await pressOn(element, 'Lưu cách nhận');
      await says(element, 'Nơi tiếp nhận đã ghi cách nhận mới');
    });

    it('pays what the system fixed, and asks it whether the money came', async () => {
      const system = await aTrackedDossier({ fee: true });
      await system.move('2026-11-09T10:00', 'ask-payment');
      const element = await show(system);
      await askFor(element, system);
      await pressOn(element, 'Nộp tiền');
      await says(element, 'chưa báo đã nhận tiền');
      expect(textIn(element, '.panel')).to.contain(`Nội dung: ${system.receipt.dossier}`);
      await system.move('2026-11-09T11:00', 'pay').catch(() => undefined);
      await system.system.fetch(
        `https://cong.example/nhan/v1/submissions/${system.receipt.submission}/payment`,
        {
          method: 'POST',
        },
      );
      await pressOn(element, /^Hỏi lại xem/u);
      await says(element, 'Đã trả: nơi tiếp nhận xác nhận');
    });

    it('is called paid once the money came, though the office’s state still asks for it', async () => {
      const system = await aTrackedDossier({ fee: true });
      await system.move('2026-11-09T10:00', 'ask-payment');
      const element = await show(system);
      await askFor(element, system);
      await pressOn(element, 'Nộp tiền');
      await says(element, 'chưa báo đã nhận tiền');
      expect(textIn(element, '.stage')).to.equal('Cần bạn nộp tiền');
      paidFor(system);
      await pressOn(element, 'Cập nhật');
      await says(element, 'Tiền đã nhận, cơ quan sẽ làm tiếp');
      expect(textIn(element, '.stage')).to.equal('Đã nộp tiền, chờ làm tiếp');
      expect(textIn(element, '.due')).to.equal('Ngày hẹn sẽ tính lại khi cơ quan làm tiếp.');
      expect(textIn(element, '[role="status"]')).to.contain('Đã nộp tiền, chờ làm tiếp');
    });

    it('does not say to pay once more to whoever is not told how the payment stands', async () => {
      const system = await aTrackedDossier({ fee: true });
      await system.move('2026-11-09T10:00', 'ask-payment');
      const element = await show(system);
      await askFor(element, system, LAST4);
      expect(textIn(element, '.now-words')).to.contain('Nộp tiền, nếu bạn chưa nộp.');
    });

    it('rates what is over, once', async () => {
      const system = await aTrackedDossier();
      await system.move('2026-11-09T10:00', 'withdraw');
      const element = await show(system);
      await askFor(element, system);
      await pressOn(element, 'Đánh giá việc phục vụ');
      await until(() => rootOf(element).querySelector('[name="stars"]') !== null, 'the stars');
      rootOf(element).querySelector<HTMLInputElement>('[name="stars"]')!.click();
      await element.updateComplete;
      await pressOn(element, 'Gửi đánh giá');
      await says(element, 'Cảm ơn bạn');
      expect(bodies(system, '/acts').at(-1)?.act).to.include({ kind: 'rate', stars: 5 });
    });

    it('masks the name of a result’s file, also where the system did not', async () => {
      const system = await aTrackedDossier({ delivery: { way: 'online' } });
      await system.move('2026-11-09T10:00', 'receive');
      await system.move('2026-11-10T08:00', 'process');
      await system.finish('2026-11-11T08:00', 'TEN.pdf');
      system.line = async (request, go) => {
        const { headers, body } = await go(request);
        if (!request.url.endsWith('/tracking')) return new Response(body, { headers });
        const text = await new Response(body).text();
        return new Response(text.replace('TEN.pdf', 'CCCD 001 199 012 345.pdf'), { headers });
      };
      const element = await show(system);
      await askFor(element, system);
      await pressOn(element, 'Tải kết quả');
      await says(element, 'CCCD *** *** *** ***.pdf');
      expect(textIn(element)).not.to.contain('012');
    });

    it('hands the result over byte for byte, with its hash and what its signature says', async () => {
      const system = await aTrackedDossier({ delivery: { way: 'online' } });
      await system.move('2026-11-09T10:00', 'receive');
      await system.move('2026-11-10T08:00', 'process');
      await system.finish('2026-11-11T08:00', '../ket qua.pdf');
      const element = await show(system);
      await askFor(element, system);
      const saved = catchSaved();
      try {
        await pressOn(element, 'Tải kết quả');
        await says(element, /[0-9a-f]{64}/u);
        await pressOn(element, 'Tải về máy');
        await says(element, 'đủ từng byte');
        expect(textIn(element, '.panel')).to.contain('không thấy chữ ký số');
        expect(saved.files.map(({ name }) => name)).to.deep.equal(['.._ket qua.pdf']);
        expect(await saved.files[0]!.blob.arrayBuffer()).to.deep.equal(PDF);
        system.line = async (request, go) => {
          const { headers } = await go(request);
          return new Response('%PDF-khác', { headers });
        };
        await pressOn(element, 'Tải về máy');
        await says(element, 'không khớp với dấu');
        expect(saved.files).to.have.length(1);
      } finally {
        saved.restore();
      }
    });

    it('says so where the result is ready and its file is not there yet', async () => {
      const system = await aTrackedDossier();
      await system.move('2026-11-09T10:00', 'receive');
      await system.move('2026-11-10T08:00', 'process');
      await system.move('2026-11-11T08:00', 'finish');
      await chooseOnline(system);
      const element = await show(system);
      await askFor(element, system);
      expect(textIn(element, '.stage')).to.equal('Đã có kết quả');
      expect(textIn(element, '.now-words')).to.contain('nơi tiếp nhận chưa đưa tệp lên');
    });

    it('prints what was folded away, and folds it again', async () => {
      const system = await aTrackedDossier();
      await system.move('2026-11-09T10:00', 'receive');
      const element = await show(system);
      await askFor(element, system);
      const folded = () => [...rootOf(element).querySelectorAll('details')].map(({ open }) => open);
      expect(folded()).to.deep.equal([false, false]);
      window.dispatchEvent(new Event('beforeprint'));
      expect(folded()).to.deep.equal([true, true]);
      window.dispatchEvent(new Event('afterprint'));
      expect(folded()).to.deep.equal([false, false]);
    });

    it('gives a reminder of the date', async () => {
      const system = await aTrackedDossier();
      const element = await show(system);
      await askFor(element, system);
      const saved = catchSaved();
      try {
        await pressOn(element, 'Thêm ngày hẹn vào lịch');
        await until(() => saved.files.length > 0, 'the file');
        expect(await saved.files[0]!.blob.text()).to.contain('DTSTART;VALUE=DATE:20261112');
      } finally {
        saved.restore();
      }
    });
  });

  describe('on one’s own computer', () => {
    it('keeps nothing until the person wants it; then opens at once, also without a network', async () => {
      const system = await aTrackedDossier();
      const first = await show(system);
      await askFor(first, system);
      expect(await raw.names('followed')).to.deep.equal([]);
      await says(first, 'Theo dõi trên máy này');
      await pressOn(first, 'Theo dõi trên máy này');
      await says(first, 'Đang theo dõi trên máy này');
      first.remove();
      system.line = cut;
      const later = await show(system);
      await says(later, 'Hồ sơ đang theo dõi');
      await pressOn(later, /^Mở /u);
      await says(later, 'Thông tin lúc 09:00 ngày 09/11/2026, chưa hỏi lại được');
      expect(textIn(later, '.stage')).to.equal('Đã gửi, chờ tiếp nhận');
      await until(() => rootOf(later).querySelector('[part="more"]') !== null, 'the rest');
      await pressOn(later, 'Bỏ theo dõi trên máy này');
      await until(async () => (await raw.names('followed')).length === 0, 'that it is forgotten');
    });

    it('says that thirty are followed, and what to do, where one more is wanted', async () => {
      const system = await aTrackedDossier();
      const followed = await openFollowed('own', () => system.clock().getTime());
      for (let one = 0; one < 30; one += 1) {
        const code = `X-${String(one)}`;
        const at = system.clock().getTime();
        await followed?.keep({
          gateway: 'https://khac.example/nhan',
          code,
          factor: { kind: 'last4', value: '0001' },
          tracked: {
            ...{ found: true, level: 0, version: '1', office: 'Xã Mẫu', sample: true, acts: [] },
            ...{ code, standing: { state: 4 }, sentAt: '2026-11-09T02:00:00.000Z' },
          },
          at,
        });
      }
      const element = await show(system);
      await askFor(element, system);
      await pressOn(element, 'Theo dõi trên máy này');
      await says(element, /đang theo dõi 30 hồ sơ, không thêm được nữa.*bỏ theo dõi một hồ sơ/u);
    });

    it('shows nothing of it beside another system, which is never sent what opens it', async () => {
      const system = await aTrackedDossier();
      const first = await show(system);
      await askFor(first, system);
      await says(first, 'Theo dõi trên máy này');
      await pressOn(first, 'Theo dõi trên máy này');
      await says(first, 'Đang theo dõi trên máy này');
      first.remove();
      const other = await show(system, { gateway: 'https://khac.example/nhan' });
      const own = await show(system);
      await says(own, 'Hồ sơ đang theo dõi');
      expect(textIn(other)).not.to.contain('Hồ sơ đang theo dõi');
      expect(await raw.names('followed')).to.have.length(1);
    });
  });

  it('says of when it is what is shown while a slow line has not answered yet', async () => {
    const system = await aTrackedDossier();
    const first = await show(system);
    await askFor(first, system);
    await pressOn(first, 'Theo dõi trên máy này');
    await says(first, 'Đang theo dõi trên máy này');
    first.remove();
    system.line = () => new Promise(() => undefined);
    const later = await show(system);
    await says(later, 'Hồ sơ đang theo dõi');
    await pressOn(later, /^Mở /u);
    await says(later, 'Nơi tiếp nhận trả lời lúc 09:00 ngày 09/11/2026. Đang hỏi nơi tiếp nhận');
  });

  describe('on a shared computer', () => {
    it('keeps nothing at all, and “end” leaves nothing on the screen, in the address or on the disk', async () => {
      const system = await aTrackedDossier();
      history.replaceState(null, '', `#ma=${system.receipt.dossier}`);
      const element = await show(system, { device: 'shared' });
      await askFor(element, system);
      expect(() => buttonOf(element, 'Theo dõi trên máy này')).to.throw();
      await pressOn(element, 'Kết thúc, xóa khỏi màn hình');
      await says(element, 'Đã xóa');
      const { dossier, secret } = system.receipt;
      expect(textIn(element)).not.to.contain(dossier);
      expect(rootOf(element).querySelector<HTMLInputElement>('#code')?.value).to.equal('');
      expect(location.href).not.to.contain(dossier);
      expect(await found([dossier, secret])).to.deep.equal([]);
      expect(await raw.names('followed')).to.deep.equal([]);
    });

    it('shows nothing to who comes back with the Back button', async () => {
      const system = await aTrackedDossier();
      const element = await show(system, { device: 'shared' });
      await askFor(element, system);
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      await element.updateComplete;
      expect(textIn(element)).not.to.contain(system.receipt.dossier);
    });

    it('lets no browser remember what was typed', async () => {
      const element = await show(await aTrackedDossier(), { device: 'shared' });
      for (const box of rootOf(element).querySelectorAll('input'))
        expect(box.getAttribute('autocomplete'), box.id).to.equal('off');
    });
  });

  it('leaves the page’s own content where no receiving system is set', async () => {
    configure({});
    const element = await fixture<StatusTracker>(
      '<dvc-status-tracker><a href="https://dichvucong.gov.vn">Tra cứu</a></dvc-status-tracker>',
    );
    expect(rootOf(element).querySelector('form')).to.equal(null);
    expect(rootOf(element).querySelector('slot')?.assignedElements()).to.have.length(1);
  });
});
