import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import { openFollowed } from '../../src/ui/followed-dossiers.js';
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
import { until } from '../support/fake-timers.js';
import { aFollowedDossier } from '../support/followed.js';
import { catchSaved } from '../support/papers.js';
import { GATEWAY } from '../support/receiving-system.js';
import { emptyBrowser } from '../support/storage.js';
import { aTrackedDossier, retold, type TrackedSystem } from '../support/tracked.js';

/* Whoever presses by the keyboard stays where they were, or comes to what came of it; and hears that. */

const show = (system: TrackedSystem): Promise<StatusTracker> => fixture<StatusTracker>(aTracker(system));
const cut = () => Promise.reject(new TypeError('no network'));
const focused = (element: StatusTracker) => rootOf(element).activeElement;
const said = (element: StatusTracker) => textIn(element, 'p.visually-hidden[role="status"]');
const idle = (element: StatusTracker) =>
  until(() => rootOf(element).querySelector('.busy') === null, 'an answer');

/** By the keyboard alone. */
async function enter(element: StatusTracker, name: string | RegExp): Promise<HTMLElement> {
  let button: HTMLElement | undefined;
  await until(() => {
    try {
      button = buttonOf(element, name);
    } catch {
      button = undefined;
    }
    return button !== undefined;
  }, String(name));
  button!.focus();
  expect(focused(element)).to.equal(button);
  await sendKeys({ press: 'Enter' });
  return button!;
}
const isInView = (one: Element | null) => {
  const { top, bottom } = one!.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};
/** What went wrong has the focus, where it is seen. */
async function hasTrouble(element: StatusTracker): Promise<void> {
  await until(() => focused(element)?.id === 'trouble', 'the trouble has the focus');
  await until(() => isInView(focused(element)), 'it is in view');
  await expect(element).to.be.accessible();
}

const refusal = (code: string) =>
  Promise.resolve(new Response(JSON.stringify({ code }), { status: 409, headers: { 'dvc-contract': '1' } }));

/** The office asks for money, and nobody has opened a payment for it yet. */
async function unpaid(): Promise<readonly [TrackedSystem, StatusTracker]> {
  const system = await aTrackedDossier({ fee: true });
  await system.move('2026-11-09T10:00', 'ask-payment');
  retold(system, (text) => {
    const told = JSON.parse(text) as Record<string, unknown>;
    delete told.payment;
    return JSON.stringify(told);
  });
  const element = await show(system);
  await askFor(element, system);
  await pressOn(element, 'Nộp tiền');
  await until(() => focused(element)?.id === 'panel', 'the panel has the focus');
  return [system, element];
}

describe('dvc-status-tracker, by the keyboard', () => {
  beforeEach(emptyBrowser);

  it('stays at the button that looks again, and says that nothing is new', async () => {
    const system = await aTrackedDossier();
    const element = await show(system);
    await askFor(element, system);
    for (const [local, time] of [
      ['2026-11-09T10:15', '10:15'],
      ['2026-11-09T10:20', '10:20'],
    ] as const) {
      system.now(local);
      const button = await enter(element, 'Cập nhật');
      await until(() => said(element).includes(time), 'the answer');
      expect(said(element)).to.equal(`Nơi tiếp nhận trả lời lúc ${time} ngày 09/11/2026.`);
      expect(focused(element)).to.equal(button);
    }
    await system.move('2026-11-09T10:30', 'receive');
    await enter(element, 'Cập nhật');
    await until(() => said(element) === 'Đã cập nhật: Đã được tiếp nhận', 'what is new');
  });

  it('comes to what went wrong, where nobody answers who looks again', async () => {
    const system = await aTrackedDossier();
    const element = await show(system);
    await askFor(element, system);
    system.line = cut;
    await enter(element, 'Cập nhật');
    await hasTrouble(element);
    await enter(element, 'Cập nhật');
    await hasTrouble(element);
  });

  it('comes to what went wrong, where no dossier is found and where nobody answers', async () => {
    const system = await aTrackedDossier();
    const element = await show(system);
    await askFor(element, system, '9999');
    await hasTrouble(element);
    system.line = cut;
    typeInto(element, 'factor', system.receipt.secret);
    await sendKeys({ press: 'Enter' });
    await until(() => textIn(element, '#trouble').includes('Chưa có mạng'), 'no network');
    await hasTrouble(element);
  });

  it('asks once, however often it is pressed while it is asked', async () => {
    const system = await aTrackedDossier();
    const element = await show(system);
    await askFor(element, system);
    const { line } = system;
    let answer!: () => void;
    const held = new Promise<void>((resolve) => (answer = resolve));
    system.line = async (request, go) => {
      await held;
      return line(request, go);
    };
    const before = system.asked.length;
    const button = await enter(element, 'Cập nhật');
    await until(() => system.asked.length > before, 'the question');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    await sendKeys({ press: 'Enter' });
    answer();
    await idle(element);
    expect(system.asked.length).to.equal(before + 1);
    expect(focused(element)).to.equal(button);
  });

  it('stays at one button that follows a dossier and lets it go', async () => {
    const system = await aTrackedDossier();
    const element = await show(system);
    await askFor(element, system);
    const button = await enter(element, 'Theo dõi trên máy này');
    await until(() => said(element) === 'Đang theo dõi trên máy này.', 'that it is followed');
    expect(focused(element)).to.equal(button);
    await enter(element, 'Bỏ theo dõi trên máy này');
    await until(() => said(element) === 'Đã bỏ khỏi máy này.', 'that it is not');
    expect(focused(element)).to.equal(button);
  });

  it('goes back to what opened the scanner', async () => {
    const element = await show(await aTrackedDossier());
    await until(() => rootOf(element).querySelector('#code') !== null, 'the form');
    await enter(element, 'Quét mã trên biên nhận');
    await enter(element, 'Đóng');
    await until(() => focused(element) === buttonOf(element, 'Quét mã trên biên nhận'), 'the opener');
    expect(rootOf(element).querySelector('.scan')).to.equal(null);
  });

  it('lets one dossier of the list go by each press, and comes to the list, then to the form', async () => {
    const system = await aTrackedDossier();
    const store = await openFollowed('own', Date.now);
    for (const nth of ['1', '2', '3'])
      await store!.keep(
        aFollowedDossier({
          gateway: new URL(GATEWAY, document.baseURI).href,
          code: `H57.132-261116-000${nth}`,
          at: Date.now(),
        }),
      );
    const element = await show(system);
    const entries = () => rootOf(element).querySelectorAll('.followed li').length;
    await until(() => entries() === 3, 'the list');
    await enter(element, /^Bỏ theo dõi /u);
    await sendKeys({ press: 'Enter' });
    await until(() => focused(element)?.id === 'followed', 'the list has the focus');
    await sendKeys({ press: 'Enter' });
    expect(entries()).to.equal(2);
    expect(said(element)).to.equal('Đã bỏ khỏi máy này.');
    // A second press of two in a row is for one that has moved up meanwhile.
    buttonOf(element, /^Bỏ theo dõi /u).dispatchEvent(new MouseEvent('click', { detail: 2 }));
    await enter(element, /^Bỏ theo dõi /u);
    await until(() => entries() === 1, 'one is left');
    await enter(element, /^Bỏ theo dõi /u);
    await until(() => focused(element)?.id === 'code', 'the form has the focus');
    expect(entries()).to.equal(0);
  });

  it('stays at the button that fetches a result', async () => {
    const system = await aTrackedDossier({ delivery: { way: 'online' } });
    await system.move('2026-11-09T10:00', 'receive');
    await system.move('2026-11-10T08:00', 'process');
    await system.finish('2026-11-11T15:00');
    const element = await show(system);
    await askFor(element, system);
    const saved = catchSaved();
    try {
      await pressOn(element, 'Tải kết quả');
      await until(() => focused(element)?.id === 'panel', 'the panel has the focus');
      const button = await enter(element, 'Tải về máy');
      await says(element, 'đủ từng byte');
      expect(focused(element)).to.equal(button);
    } finally {
      saved.restore();
    }
  });

  for (const [what, answer, words] of [
    ['what is to be paid', undefined, 'chưa báo đã nhận tiền'],
    ['the words that nobody was asked', cut, 'Đừng trả lần hai'],
    ['the words that it could not be opened', () => refusal('busy'), 'Bạn chưa trả gì'],
    ['the words that there is nothing to pay', () => refusal('nothing-to-pay'), 'không phải trả trên mạng'],
  ] as const)
    it(`comes from the button that opens a payment, and goes by that, to ${what}`, async () => {
      const [system, element] = await unpaid();
      const { line } = system;
      if (answer)
        system.line = (request, go) => (request.url.endsWith('/payment') ? answer() : line(request, go));
      await enter(element, 'Trả ngay');
      await until(() => said(element).includes(words), 'that it is said');
      await until(() => focused(element)?.id === 'panel', 'the panel has the focus');
      expect(textIn(element, '#panel')).to.contain(words);
      expect(isInView(focused(element))).to.equal(true);
      await expect(element).to.be.accessible();
    });

  it('leaves who went elsewhere meanwhile where they are, once a payment is open', async () => {
    const [system, element] = await unpaid();
    const { line } = system;
    let answer!: () => void;
    const held = new Promise<void>((resolve) => (answer = resolve));
    system.line = async (request, go) => {
      await held;
      return line(request, go);
    };
    await enter(element, 'Trả ngay');
    const elsewhere = buttonOf(element, 'Cập nhật');
    elsewhere.focus();
    answer();
    await until(() => said(element).includes('chưa báo đã nhận tiền'), 'that it is said');
    await until(() => rootOf(element).querySelector('#panel .transfer') !== null, 'the payment');
    expect(focused(element)).to.equal(elsewhere);
  });

  it('stays at the button that asks for the money, and hears whether anybody was asked', async () => {
    const system = await aTrackedDossier({ fee: true });
    await system.move('2026-11-09T10:00', 'ask-payment');
    const element = await show(system);
    await askFor(element, system);
    await pressOn(element, 'Nộp tiền');
    await until(() => focused(element)?.id === 'panel', 'the panel has the focus');
    const { line } = system;
    system.now('2026-11-09T11:05');
    const asked = 'Đã hỏi lúc 11:05: nơi tiếp nhận chưa báo đã nhận tiền.';
    for (const [how, words] of [
      [line, asked],
      [cut, 'Chưa hỏi được: chưa có mạng, hoặc nơi tiếp nhận chưa trả lời.'],
      [line, asked],
    ] as const) {
      system.line = how;
      const button = await enter(element, 'Hỏi lại xem đã nhận tiền chưa');
      await until(() => said(element) === words, words);
      expect(textIn(element, '.panel')).to.contain(words).and.to.contain('Số tài khoản');
      expect(focused(element)).to.equal(button);
    }
    await expect(element).to.be.accessible();
  });
});
