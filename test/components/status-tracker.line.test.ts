import { expect, fixture } from '@open-wc/testing';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
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
import { aPdf } from '../support/papers.js';
import { emptyBrowser, raw } from '../support/storage.js';
import { pause } from '../../src/ui/pause.js';
import { aTrackedDossier, type TrackedSystem } from '../support/tracked.js';

/* A supplement with papers on a line that breaks while they go out. */

const actsOf = ({ asked }: TrackedSystem) => asked.filter(({ path }) => path.endsWith('/acts'));
const isClosed = (element: StatusTracker) =>
  rootOf(element).querySelector('#supplement-note')?.matches(':disabled');

/** A paper and a message, ready to be sent. */
async function ready(): Promise<readonly [TrackedSystem, StatusTracker]> {
  const system = await aTrackedDossier();
  await system.move('2026-11-09T10:00', 'ask-supplement', 'Thiếu trang 2');
  const element = await fixture<StatusTracker>(aTracker(system));
  await askFor(element, system);
  await pressOn(element, 'Bổ sung ngay');
  await until(() => rootOf(element).querySelector('.papers input[multiple]') !== null, 'the papers');
  typeInto(element, 'supplement-note', 'Trang 2');
  const input = rootOf(element).querySelector<HTMLInputElement>('.papers input[multiple]')!;
  const chosen = new DataTransfer();
  chosen.items.add(aPdf('trang-2.pdf'));
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await says(element, 'trang-2.pdf');
  return [system, element];
}

/** What becomes of the paper’s bytes on their way, until the line is as it was. */
function onPieces(system: TrackedSystem, answer: () => Promise<Response>): () => void {
  const { line } = system;
  system.line = (request, go) => (request.method === 'PATCH' ? answer() : line(request, go));
  return () => (system.line = line);
}
const cut = () => Promise.reject(new TypeError('no network'));

describe('dvc-status-tracker, of papers on a line that breaks', () => {
  beforeEach(emptyBrowser);

  it('says how much is there and that the office has nothing yet, and goes on by itself once there is a network', async () => {
    const [system, element] = await ready();
    const mend = onPieces(system, cut);
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'Đã gửi 0 trên 1 giấy tờ, đang chờ mạng.');
    expect(textIn(element, '#panel'))
      .to.contain('Bổ sung chưa tới cơ quan')
      .and.not.to.contain('Chưa biết đã tới hay chưa');
    await until(() => rootOf(element).activeElement?.id === 'act-said', 'the words with the focus');
    expect(actsOf(system)).to.deep.equal([]);
    expect(await raw.names('acts')).to.deep.equal([]);
    await expect(element).to.be.accessible();
    mend();
    window.dispatchEvent(new Event('online'));
    await says(element, 'Nơi tiếp nhận đã nhận bổ sung');
    expect(actsOf(system)).to.have.length(1);
    await until(
      async () => (await raw.names('supplements')).length === 0,
      'that what was typed is forgotten',
    );
  });

  it('goes on by itself after as long as the office asks for', async () => {
    const [system, element] = await ready();
    let refused = 0;
    const mend = onPieces(system, () => {
      refused += 1;
      return Promise.resolve(
        new Response(JSON.stringify({ code: 'busy', retryable: true }), {
          status: 503,
          headers: { 'dvc-contract': '1', 'retry-after': '900' },
        }),
      );
    });
    const timers = fakeTimers();
    try {
      await pressOn(element, 'Gửi bổ sung');
      await says(element, 'Đã gửi 0 trên 1 giấy tờ, đang chờ nơi tiếp nhận nhận tiếp.');
      expect(refused).to.equal(1);
      expect(timers.asked.some((ms) => ms >= 900_000 && ms <= 902_000)).to.equal(true);
      mend();
      await until(() => {
        timers.ring();
        return textIn(element, '#panel').includes('Nơi tiếp nhận đã nhận bổ sung');
      }, 'that it went on');
    } finally {
      timers.restore();
    }
    expect(actsOf(system)).to.have.length(1);
  });

  it('says that it waits where the element was taken out and put back while they went out', async () => {
    const [system, element] = await ready();
    let fail!: () => void;
    const held = new Promise<void>((resolve) => (fail = resolve));
    const begun = new Promise<void>((resolve) => {
      onPieces(system, async () => {
        resolve();
        await held;
        return cut();
      });
    });
    await pressOn(element, 'Gửi bổ sung');
    await begun;
    const page = element.parentElement!;
    element.remove();
    await pause();
    page.append(element);
    fail();
    await says(element, 'Đã gửi 0 trên 1 giấy tờ, đang chờ mạng.');
  });

  it('can be stopped and changed, and keeps the papers that are there', async () => {
    const [system, element] = await ready();
    const mend = onPieces(system, cut);
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'đang chờ mạng');
    expect(isClosed(element)).to.equal(true);
    await pressOn(element, 'Dừng gửi để sửa');
    await until(() => isClosed(element) === false, 'that it can be changed');
    await until(() => rootOf(element).activeElement?.id === 'panel', 'the panel with the focus');
    expect(textIn(element, '#panel')).to.contain('trang-2.pdf').and.not.to.contain('đang chờ mạng');
    typeInto(element, 'supplement-note', 'Trang 2, chụp lại');
    mend();
    window.dispatchEvent(new Event('online'));
    await element.updateComplete;
    expect(actsOf(system)).to.deep.equal([]);
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'Nơi tiếp nhận đã nhận bổ sung');
    expect(actsOf(system)).to.have.length(1);
    expect(actsOf(system)[0]?.body).to.contain('chụp lại');
  });

  it('goes on at a press, and leaves who is elsewhere on the page alone when it goes on by itself', async () => {
    const [system, element] = await ready();
    const mend = onPieces(system, cut);
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'đang chờ mạng');
    const code = buttonOf(element, 'Cập nhật');
    code.focus();
    const before = system.asked.length;
    window.dispatchEvent(new Event('online'));
    await until(() => system.asked.length > before, 'another try');
    await says(element, 'đang chờ mạng');
    expect(rootOf(element).activeElement).to.equal(code);
    mend();
    await pressOn(element, 'Gửi tiếp ngay');
    await says(element, 'Nơi tiếp nhận đã nhận bổ sung');
  });

  it('sends nothing any more for a dossier that was closed meanwhile', async () => {
    const [system, element] = await ready();
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let came: 'begun' | 'over' | undefined;
    const { line } = system;
    system.line = async (request, go) => {
      if (request.method !== 'PATCH') return line(request, go);
      came = 'begun';
      await held;
      const response = await line(request, go);
      came = 'over';
      return response;
    };
    await pressOn(element, 'Gửi bổ sung');
    await until(() => came === 'begun', 'that it is on its way');
    await pressOn(element, 'Xem hồ sơ khác');
    await askFor(element, system);
    letGo();
    await until(() => came === 'over', 'the rest of it');
    await pressOn(element, 'Cập nhật');
    await until(() => rootOf(element).querySelector('.busy') === null, 'an answer');
    expect(actsOf(system)).to.deep.equal([]);
  });

  it('forgets what was typed also where its answer was lost and asked about', async () => {
    const system = await aTrackedDossier();
    await system.move('2026-11-09T10:00', 'ask-supplement', 'Thiếu trang 2');
    const element = await fixture<StatusTracker>(aTracker(system));
    await askFor(element, system);
    await pressOn(element, 'Bổ sung ngay');
    await until(() => rootOf(element).querySelector('#supplement-note') !== null, 'the panel');
    typeInto(element, 'supplement-note', 'Đã gửi');
    await until(async () => (await raw.names('supplements')).length === 1, 'that it is kept');
    const { line } = system;
    system.line = (request, go) => (request.url.endsWith('/acts') ? cut() : go(request));
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'Chưa biết đã tới hay chưa');
    system.line = line;
    await pressOn(element, 'Hỏi lại');
    await says(element, 'Nơi tiếp nhận đã nhận bổ sung');
    await until(async () => (await raw.names('supplements')).length === 0, 'that it is forgotten');
  });
});
