import { expect, fixture, html } from '@open-wc/testing';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import type { PartName } from '../../src/forms/asked-schema.js';
import { openBegunSupplements } from '../../src/ui/begun-supplements.js';
import { DATA_DELETION } from '../../src/ui/data-deletion.js';
import type { Device } from '../../src/ui/draft-store.js';
import { keptHere } from '../../src/ui/kept-here.js';
import { aTracker, askFor, pressOn, rootOf, says, textIn, typeInto } from '../support/drive-tracker.js';
import { fakeTimers, until } from '../support/fake-timers.js';
import { GATEWAY } from '../support/receiving-system.js';
import { emptyBrowser, found, raw, type RawRecord } from '../support/storage.js';
import { aTrackedDossier, LAST4, PDF, type TrackedSystem } from '../support/tracked.js';

/* What is typed of a supplement, over a reload: kept on one's own device for as long as it is asked for, and no longer. */

const PAPER = 'Giấy chứng sinh';
const PARTS: readonly PartName[] = [
  { kind: 'field', name: 'asker.name' },
  { kind: 'field', name: 'sex' },
  { kind: 'paper', name: PAPER },
];

const ask = (system: TrackedSystem, local: string, parts: readonly PartName[] = PARTS) =>
  system.move(local, 'ask-supplement', 'Sai tên', undefined, parts);

/** What is asked for is brought to the counter. */
const counter = (system: TrackedSystem) =>
  system.move('2026-11-09T11:00', 'take-supplement', undefined, undefined, undefined, {
    papers: [PAPER],
    kept: 'copy',
  });

async function asked(): Promise<TrackedSystem> {
  const system = await aTrackedDossier({ paper: PAPER });
  await ask(system, '2026-11-09T10:00');
  return system;
}

/** A visit to the page: finds the dossier and opens what is asked for. */
async function visit(system: TrackedSystem, device: Device = 'own'): Promise<StatusTracker> {
  const element = await fixture<StatusTracker>(aTracker(system, { device }));
  await askFor(element, system);
  await pressOn(element, 'Bổ sung ngay');
  await until(() => rootOf(element).querySelector('#supplement-note') !== null, 'the panel');
  await until(() => rootOf(element).querySelector('.panel .note') !== null, 'what is kept');
  return element;
}

const keptAre = (count: number) =>
  until(async () => (await raw.names('supplements')).length === count, `${String(count)} kept`);
/** Which writing of the one that is kept lies on the disk: each has a start of its own to its cipher. */
async function writing(): Promise<string> {
  const [name] = (await raw.names('supplements')) as string[];
  return String(((await raw.get('supplements', name!)) as RawRecord).iv);
}
/** Does something, and waits until what comes of it is written down. */
async function writes(act: () => Promise<void>): Promise<void> {
  const before = await writing();
  await act();
  await until(async () => (await writing()) !== before, 'that it is written down');
}
const valueOf = (element: StatusTracker, id: string) =>
  rootOf(element).querySelector<HTMLInputElement>(`#${id}`)?.value;
const sexOf = (element: StatusTracker) =>
  [...rootOf(element).querySelectorAll<HTMLInputElement>('.panel [type=radio]')].map(
    ({ checked }) => checked,
  );

/** Types into every field, as somebody does who is interrupted then. */
async function begin(element: StatusTracker): Promise<void> {
  typeInto(element, 'f-asker-name', 'Lê Văn Mới');
  rootOf(element).querySelector<HTMLInputElement>('#f-sex')!.click();
  typeInto(element, 'supplement-note', 'Xin nhận lại');
  await element.updateComplete;
}

/** Says that all is deleted, as any copy of the library does; gives what is to be waited for. */
function deletion(): readonly Promise<unknown>[] {
  const works: Promise<unknown>[] = [];
  const waitFor = (work: Promise<unknown>) => void works.push(work);
  document.dispatchEvent(Object.assign(new Event(DATA_DELETION), { over: Promise.resolve(), waitFor }));
  return works;
}

/** Somebody begins a supplement and leaves the page. */
async function typeAndLeave(system: TrackedSystem): Promise<void> {
  const element = await visit(system);
  await begin(element);
  await keptAre(1);
  element.remove();
}

const takeAtCounter = (system: TrackedSystem): Promise<void> =>
  system.move('2026-11-09T11:00', 'take-supplement', undefined, undefined, undefined, {
    papers: [PAPER],
    kept: 'copy',
  });

describe('dvc-status-tracker, of a supplement that was begun', () => {
  beforeEach(emptyBrowser);

  it('lets everything be deleted only once the last letters are written, so that none is written afterwards', async () => {
    const element = await visit(await asked());
    typeInto(element, 'supplement-note', 'Xin nhận lại');
    await Promise.all(deletion());
    expect(await raw.names('supplements')).to.have.length(1);
    // The whole of it, with a letter that was typed at that very moment.
    const other = await visit(await asked());
    typeInto(other, 'supplement-note', 'Thêm nữa');
    await keptHere.clear();
    expect(await raw.names('supplements')).to.deep.equal([]);
    await found(['Thêm nữa']);
    expect(await raw.names('supplements')).to.deep.equal([]);
  });

  it('has what was typed again after a reload, locked on the disk, and says what it has not', async () => {
    const system = await asked();
    const first = await visit(system);
    expect(textIn(first, '.panel .note'))
      .to.contain('được khóa và giữ trên máy này')
      .and.to.contain('Giấy tờ thì không')
      .and.not.to.contain('lần trước');
    await begin(first);
    await keptAre(1);
    first.remove();
    const second = await visit(system);
    await says(second, 'Đã lấy lại những gì bạn gõ lần trước.');
    expect(valueOf(second, 'f-asker-name')).to.equal('Lê Văn Mới');
    expect(valueOf(second, 'supplement-note')).to.equal('Xin nhận lại');
    expect(sexOf(second)).to.deep.equal([true, false]);
    expect(await found(['Lê Văn Mới', 'Xin nhận lại', system.receipt.dossier])).to.deep.equal([]);
    await expect(second).to.be.accessible();
  });

  for (const where of ['from the dossier', 'from the list', 'from the dossier on a later visit'])
    it(`goes with the dossier that is followed no more, let go of ${where}`, async () => {
      const system = await asked();
      const element = await visit(system);
      await pressOn(element, 'Theo dõi trên máy này');
      await says(element, 'Đang theo dõi trên máy này.');
      await begin(element);
      await keptAre(1);
      if (where === 'from the dossier') {
        typeInto(element, 'supplement-note', 'Chưa kịp ghi');
        await pressOn(element, 'Bỏ theo dõi trên máy này');
      } else if (where === 'from the dossier on a later visit') {
        element.remove();
        const later = await fixture<StatusTracker>(aTracker(system, { device: 'own' }));
        await askFor(later, system);
        await pressOn(later, 'Bỏ theo dõi trên máy này');
        await says(later, 'Đã bỏ khỏi máy này.');
      } else {
        await pressOn(element, 'Xem hồ sơ khác');
        await pressOn(element, /^Bỏ theo dõi /u);
      }
      await keptAre(0);
      await until(async () => (await raw.names('followed')).length === 0, 'that it is followed no more');
    });

  it('cannot be changed while it is on its way, nor while nobody knows whether it arrived', async () => {
    const system = await aTrackedDossier();
    await system.move('2026-11-09T10:00', 'ask-supplement', 'Thiếu trang 2');
    const element = await visit(system);
    typeInto(element, 'supplement-note', 'Đã gửi');
    const isClosed = () => rootOf(element).querySelector('#supplement-note')?.matches(':disabled');
    expect(isClosed()).to.equal(false);
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    system.line = async () => {
      await held;
      throw new TypeError('no network');
    };
    await pressOn(element, 'Gửi bổ sung');
    await until(() => isClosed() === true, 'that it is closed');
    letGo();
    await says(element, 'Chưa biết đã tới hay chưa');
    expect(isClosed()).to.equal(true);
    expect(valueOf(element, 'supplement-note')).to.equal('Đã gửi');
    system.line = (request, go) => go(request);
    await pressOn(element, 'Hỏi lại');
    await says(element, 'Nơi tiếp nhận đã nhận bổ sung');
  });

  it('keeps the last letters of who closes the page at once', async () => {
    const system = await asked();
    const first = await visit(system);
    typeInto(first, 'supplement-note', 'Một');
    typeInto(first, 'supplement-note', 'Một hai');
    first.remove();
    const second = await visit(system);
    await until(() => valueOf(second, 'supplement-note') === 'Một hai', 'the last letters');
  });

  it('forgets it once the office has it', async () => {
    const system = await asked();
    const element = await visit(system);
    await begin(element);
    await keptAre(1);
    const input = rootOf(element).querySelector<HTMLInputElement>('.papers input[multiple]')!;
    const chosen = new DataTransfer();
    chosen.items.add(new File([PDF], 'moi.pdf', { type: 'application/pdf' }));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await says(element, 'moi.pdf');
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'Nơi tiếp nhận đã nhận bổ sung');
    await keptAre(0);
  });

  it('forgets what was typed for a request that no longer stands, here and on the next visit', async () => {
    const system = await asked();
    await typeAndLeave(system);
    await system.supplement('2026-11-09T11:00', [PAPER], { 'asker.name': 'Khác', sex: 'female' });
    await ask(system, '2026-11-09T12:00');
    const second = await visit(system);
    expect(valueOf(second, 'supplement-note')).to.equal('');
    expect(valueOf(second, 'f-asker-name')).to.equal('');
    await keptAre(0);
    typeInto(second, 'supplement-note', 'Lần hai');
    await keptAre(1);
    second.remove();
    await system.supplement('2026-11-09T13:00', [PAPER], { 'asker.name': 'Khác', sex: 'female' });
    await askFor(await fixture<StatusTracker>(aTracker(system, { device: 'own' })), system);
    await keptAre(0);
  });

  it('tells who typed it on an earlier visit that it was taken at the counter meanwhile, with their words', async () => {
    const system = await asked();
    await typeAndLeave(system);
    await takeAtCounter(system);
    const second = await fixture<StatusTracker>(aTracker(system, { device: 'own' }));
    await askFor(second, system);
    await says(
      second,
      'Nơi tiếp nhận đã nhận bổ sung tại quầy. Những gì bạn gõ ở đây lần trước chưa được gửi.',
    );
    expect(valueOf(second, 'left-text')).to.contain('Lê Văn Mới').and.to.contain('Xin nhận lại');
    await until(() => rootOf(second).activeElement?.id === 'panel', 'the panel with the focus');
    await expect(second).to.be.accessible();
    await keptAre(0);
    await pressOn(second, 'Đóng');
    await until(() => rootOf(second).querySelector('#panel') === null, 'no panel');
    second.remove();
    const third = await fixture<StatusTracker>(aTracker(system, { device: 'own' }));
    await askFor(third, system);
    expect(textIn(third)).not.to.contain('chưa được gửi');
  });

  it('tells the same where the office has asked for something else since', async () => {
    const system = await asked();
    await typeAndLeave(system);
    await takeAtCounter(system);
    await ask(system, '2026-11-09T12:00');
    const second = await visit(system);
    await says(second, 'Những gì bạn gõ ở đây lần trước chưa được gửi.');
    expect(valueOf(second, 'left-text')).to.match(/Lê Văn Mới\nXin nhận lại$/u);
    expect(valueOf(second, 'supplement-note')).to.equal('');
    await expect(second).to.be.accessible();
  });

  it('does not say that nothing was sent where something was sent from elsewhere', async () => {
    const system = await asked();
    await typeAndLeave(system);
    await system.supplement('2026-11-09T11:00', [PAPER], { 'asker.name': 'Khác', sex: 'female' });
    const second = await fixture<StatusTracker>(aTracker(system, { device: 'own' }));
    await askFor(second, system);
    await says(
      second,
      'đã nhận bổ sung gửi qua mạng. Những gì bạn gõ ở đây lần trước có thể không nằm trong đó.',
    );
    expect(textIn(second, '#panel')).not.to.contain('chưa được gửi');
  });

  it('tells it also who follows the dossier here, once the office has been asked', async () => {
    const system = await asked();
    const first = await visit(system);
    await pressOn(first, 'Theo dõi trên máy này');
    await says(first, 'Đang theo dõi trên máy này.');
    await begin(first);
    await keptAre(1);
    first.remove();
    await takeAtCounter(system);
    const second = await fixture<StatusTracker>(aTracker(system, { device: 'own' }));
    await until(() => rootOf(second).querySelector('[part="followed"] button') !== null, 'the list');
    rootOf(second).querySelector<HTMLElement>('[part="followed"] button')!.click();
    await says(second, 'Những gì bạn gõ ở đây lần trước chưa được gửi.');
  });

  it('tells it to who types elsewhere on the page without taking them there', async () => {
    const system = await asked();
    await typeAndLeave(system);
    const page = await fixture<HTMLElement>(html`<div><input aria-label="Tìm" /></div>`);
    const second = aTracker(system, { device: 'own' });
    page.append(second);
    await askFor(second, system);
    await until(() => rootOf(second).activeElement?.matches('.stage') === true, 'where it stands');
    const elsewhere = page.querySelector('input')!;
    elsewhere.focus();
    const moved: EventTarget[] = [];
    second.addEventListener('focusin', ({ target }) => void moved.push(target!));
    await counter(system);
    // Nobody pressed anything: it looks by itself once the page is seen again.
    const timers = fakeTimers();
    try {
      document.dispatchEvent(new Event('visibilitychange'));
      timers.ring();
    } finally {
      timers.restore();
    }
    await says(second, 'Những gì bạn gõ ở đây lần trước chưa được gửi.');
    await until(
      () => textIn(second, 'p.visually-hidden[role="status"]').includes('lần trước chưa được gửi'),
      'that it is said',
    );
    await keptAre(0);
    expect(document.activeElement).to.equal(elsewhere);
    expect(moved).to.deep.equal([]);
  });

  it('tells it once closed to who opened something else before the office answered', async () => {
    const system = await asked();
    const first = await visit(system);
    await pressOn(first, 'Theo dõi trên máy này');
    await says(first, 'Đang theo dõi trên máy này.');
    await begin(first);
    await keptAre(1);
    first.remove();
    await counter(system);
    const second = await fixture<StatusTracker>(aTracker(system, { device: 'own' }));
    await until(() => rootOf(second).querySelector('[part="followed"] button') !== null, 'the list');
    const { line } = system;
    let answer!: () => void;
    const held = new Promise<void>((resolve) => (answer = resolve));
    system.line = async (request, go) => {
      await held;
      return line(request, go);
    };
    rootOf(second).querySelector<HTMLElement>('[part="followed"] button')!.click();
    await pressOn(second, 'Cách nhận kết quả');
    await until(() => rootOf(second).querySelector('#panel input') !== null, 'the form');
    answer();
    await until(() => textIn(second, '.stage').includes('chờ tiếp nhận'), 'the answer');
    await second.updateComplete;
    expect(rootOf(second).querySelector('#panel input') !== null).to.equal(true);
    await pressOn(second, 'Cách nhận kết quả');
    await says(second, 'Những gì bạn gõ ở đây lần trước chưa được gửi.');
    expect(valueOf(second, 'left-text')).to.contain('Xin nhận lại');
    await keptAre(0);
  });

  it('loses nothing of what was typed for it in another tab', async () => {
    const system = await asked();
    const one = await visit(system);
    const other = await visit(system);
    typeInto(one, 'f-asker-name', 'Lê Văn Mới');
    await keptAre(1);
    await writes(async () => {
      typeInto(other, 'supplement-note', 'Xin nhận lại');
      await until(() => valueOf(other, 'f-asker-name') === 'Lê Văn Mới', 'what the other tab has');
    });
    await writes(async () => {
      typeInto(one, 'f-asker-name', 'Lê Văn Khác');
      await until(() => valueOf(one, 'supplement-note') === 'Xin nhận lại', 'what the other tab has');
    });
    one.remove();
    other.remove();
    const later = await visit(system);
    await until(() => valueOf(later, 'supplement-note') === 'Xin nhận lại', 'what was typed in one');
    expect(valueOf(later, 'f-asker-name')).to.equal('Lê Văn Khác');
  });

  it('loses nothing of what is typed for it in two tabs in the same moment', async () => {
    const system = await asked();
    const tabs = [await visit(system), await visit(system)] as const;
    typeInto(tabs[0], 'f-asker-name', 'Lê Văn Mới');
    typeInto(tabs[1], 'supplement-note', 'Xin nhận lại');
    const store = await openBegunSupplements('own', () => system.clock().getTime());
    const kept = async () => {
      const gateway = new URL(GATEWAY, document.baseURI).href;
      return store!.find({ gateway, code: system.receipt.dossier, askedAt: undefined });
    };
    await until(async () => (await kept()) !== undefined, 'what one tab has');
    for (const tab of tabs) tab.remove();
    await until(async () => {
      const { note, answers } = (await kept())!;
      return note === 'Xin nhận lại' && answers['asker.name'] === 'Lê Văn Mới';
    }, 'what both have');
  });

  it('keeps what is typed where the office asks only while the page is open', async () => {
    const system = await aTrackedDossier({ paper: PAPER });
    const element = await fixture<StatusTracker>(aTracker(system, { device: 'own' }));
    await askFor(element, system);
    await ask(system, '2026-11-09T10:00');
    await pressOn(element, 'Cập nhật');
    await pressOn(element, 'Bổ sung ngay');
    await until(() => rootOf(element).querySelector('.panel .note') !== null, 'what is kept');
    typeInto(element, 'supplement-note', 'Một');
    await keptAre(1);
  });

  it('is left alone by who has only four digits', async () => {
    const system = await asked();
    await typeAndLeave(system);
    const outline = await fixture<StatusTracker>(aTracker(system, { device: 'own' }));
    await askFor(outline, system, LAST4);
    expect(textIn(outline)).not.to.contain('Xin nhận lại');
    outline.remove();
    await says(await visit(system), 'Đã lấy lại');
  });

  it('is deleted by a press', async () => {
    const system = await asked();
    const element = await visit(system);
    expect(textIn(element, '.panel .actions')).not.to.contain('Xóa những gì đã gõ');
    await begin(element);
    await keptAre(1);
    await pressOn(element, 'Xóa những gì đã gõ');
    await keptAre(0);
    expect(valueOf(element, 'supplement-note')).to.equal('');
    expect(valueOf(element, 'f-asker-name')).to.equal('');
    expect(sexOf(element)).to.deep.equal([false, false]);
  });

  it('is kept nowhere on a shared computer, and that is said', async () => {
    const system = await asked();
    const first = await visit(system, 'shared');
    expect(textIn(first, '.panel .note')).to.contain('Máy này không giữ gì');
    await begin(first);
    first.remove();
    const second = await visit(system, 'shared');
    expect(valueOf(second, 'supplement-note')).to.equal('');
    expect(await raw.names('supplements')).to.deep.equal([]);
    expect(await raw.names('draft-keys')).to.deep.equal([]);
    expect(await found(['Lê Văn Mới', 'Xin nhận lại'])).to.deep.equal([]);
  });

  it('says so where the browser keeps nothing', async () => {
    const system = await asked();
    const element = await visit(system);
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    try {
      await begin(element);
      await says(element, 'Máy này không giữ gì');
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
  });
});
