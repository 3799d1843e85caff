import { expect, fixture } from '@open-wc/testing';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import type { PartName } from '../../src/forms/asked-schema.js';
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
import { openActs } from '../../src/ui/open-acts.js';
import { until } from '../support/fake-timers.js';
import { GATEWAY } from '../support/receiving-system.js';
import { emptyBrowser, raw } from '../support/storage.js';
import { aTrackedDossier, chooseOnline, ofBefore, retold, type TrackedSystem } from '../support/tracked.js';

/* What was sent and not heard of, while the office and other devices went on. */

const FIRST = 'Giải thích lý do tạm trú';
const SECOND = 'Nộp thêm ảnh giấy khai sinh của con';
const TYPED = 'Tôi tạm trú để đi học';
const LOST = 'Những gì bạn đã gửi từ máy này không tới nơi tiếp nhận.';
const UNKNOWN = 'Chưa biết đã tới hay chưa';

const cut = () => Promise.reject(new TypeError('no network'));
const actsOf = ({ asked }: TrackedSystem) => asked.filter(({ path }) => path.endsWith('/acts'));
const keptAre = (count: number) =>
  until(async () => (await raw.names('acts')).length === count, `${String(count)} acts kept`);
const hasLeft = (element: StatusTracker) =>
  rootOf(element).querySelector<HTMLTextAreaElement>('#left-text')?.value;

async function shown(system: TrackedSystem): Promise<StatusTracker> {
  const element = await fixture<StatusTracker>(aTracker(system));
  await askFor(element, system);
  return element;
}

/** Acts go out and are lost, before the office has them or after; gives back the line. */
function lose(system: TrackedSystem, isHeard = false): () => void {
  const { line } = system;
  system.line = async (request, go) => {
    if (!request.url.endsWith('/acts')) return line(request, go);
    if (isHeard) await go(request);
    return cut();
  };
  return () => (system.line = line);
}

/** Answers the first request of the office, and the answer is lost. */
async function answered(
  parts: readonly PartName[] = [],
  isHeard = false,
  isOfBefore = false,
): Promise<readonly [TrackedSystem, StatusTracker, () => void]> {
  const system = await aTrackedDossier();
  if (isOfBefore) ofBefore(system);
  await system.move('2026-11-09T10:00', 'ask-supplement', FIRST, undefined, parts);
  const element = await shown(system);
  await pressOn(element, 'Bổ sung ngay');
  await until(() => rootOf(element).querySelector('#supplement-note') !== null, 'the panel');
  if (parts.length > 0) typeInto(element, 'f-child', TYPED);
  else typeInto(element, 'supplement-note', TYPED);
  const mend = lose(system, isHeard);
  await pressOn(element, 'Gửi bổ sung');
  await says(element, UNKNOWN);
  await keptAre(1);
  return [system, element, mend];
}

/** The counter takes what was asked for, and asks for something else. */
async function askedAnew(system: TrackedSystem, parts?: readonly PartName[]): Promise<void> {
  await system.move('2026-11-10T09:00', 'take-supplement', 'tại quầy');
  await system.move('2026-11-10T10:00', 'ask-supplement', SECOND, undefined, parts);
}

/** Nothing of the old went to the new request, which is there to be answered. */
async function isAskedForTheNew(system: TrackedSystem, element: StatusTracker, sent: number): Promise<void> {
  await says(element, LOST);
  expect(textIn(element, '#panel .quote')).to.equal(SECOND);
  expect(textIn(element, '.stage')).to.contain('Cần bạn bổ sung');
  expect(textIn(element)).not.to.contain(UNKNOWN).and.not.to.contain('Hỏi lại');
  expect(rootOf(element).querySelector('#supplement-note')?.matches(':disabled')).to.equal(false);
  await keptAre(0);
  expect(actsOf(system)).to.have.length(sent);
}

describe('dvc-status-tracker, of a supplement that was not heard of', () => {
  beforeEach(emptyBrowser);

  for (const which of ['the system', 'a system of before'])
    it(`answers nothing that ${which} asked for since, after a reload, and shows its words`, async () => {
      const [system, element, mend] = await answered([], false, which !== 'the system');
      const sent = actsOf(system).length;
      element.remove();
      await askedAnew(system);
      mend();
      const later = await shown(system);
      await isAskedForTheNew(system, later, sent);
      await until(() => hasLeft(later) === TYPED, 'what was typed');
      await expect(later).to.be.accessible();
      typeInto(later, 'supplement-note', 'Đây là ảnh');
      await pressOn(later, 'Gửi bổ sung');
      await says(later, 'Nơi tiếp nhận đã nhận bổ sung lúc');
      expect(actsOf(system).at(-1)?.body).to.contain('Đây là ảnh').and.not.to.contain(TYPED);
    });

  it('does not put an old number over a newer one that another device sent', async () => {
    const parts = [{ kind: 'field', name: 'child' }] as const;
    const [system, element, mend] = await answered(parts);
    const sent = actsOf(system).length;
    element.remove();
    await system.supplement('2026-11-09T11:00', [], { child: 'Máy khác' });
    await system.move('2026-11-10T10:00', 'ask-supplement', SECOND, undefined, parts);
    mend();
    const later = await shown(system);
    await isAskedForTheNew(system, later, sent);
    expect(textIn(later, '#panel')).to.contain('Nơi tiếp nhận đã nhận bổ sung gửi qua mạng.');
    await until(() => hasLeft(later)?.includes(TYPED) === true, 'what was typed');
  });

  it('is let go of on a page that was left open, once it sees that something else is asked for', async () => {
    const [system, element, mend] = await answered();
    const sent = actsOf(system).length;
    await askedAnew(system);
    mend();
    const again = buttonOf(element, 'Hỏi lại');
    again.focus();
    await pressOn(element, 'Cập nhật');
    await isAskedForTheNew(system, element, sent);
    expect(hasLeft(element)).to.equal(TYPED);
    await expect(element).to.be.accessible();
  });

  it('is refused by the office where the page has not seen yet that something else is asked for', async () => {
    const [system, element, mend] = await answered();
    await askedAnew(system);
    mend();
    await pressOn(element, 'Hỏi lại');
    await says(element, SECOND);
    await until(() => hasLeft(element) === TYPED, 'what was typed');
    expect(textIn(element, '#panel .quote')).to.equal(SECOND);
    expect(textIn(element, '.stage')).to.contain('Cần bạn bổ sung');
    await keptAre(0);
  });

  it('is known by its id where it had come, and nothing is asked for any more', async () => {
    const [system, element, mend] = await answered([], true);
    const sent = actsOf(system).length;
    mend();
    await pressOn(element, 'Cập nhật');
    await says(element, 'Nơi tiếp nhận đã nhận bổ sung lúc');
    expect(textIn(element)).not.to.contain(UNKNOWN);
    await keptAre(0);
    expect(actsOf(system)).to.have.length(sent);
  });

  it('is known by its id while something else is open, told once, and an event says so', async () => {
    const [, element, mend] = await answered([], true);
    const done: string[] = [];
    element.addEventListener('dvc-dossier-acted', ({ act }) => done.push(act));
    mend();
    await pressOn(element, 'Cách nhận kết quả');
    await says(element, 'Còn một việc chưa biết');
    await pressOn(element, 'Cập nhật');
    await until(() => !textIn(element).includes('Còn một việc chưa biết'), 'nothing unknown');
    await until(
      () => textIn(element, '[role="status"]').includes('Nơi tiếp nhận đã nhận bổ sung lúc'),
      'the announcement',
    );
    await keptAre(0);
    await pressOn(element, 'Cập nhật');
    await until(() => rootOf(element).querySelector('.busy') === null, 'an answer');
    expect(done).to.deep.equal(['supplement']);
  });

  it('claims nothing of one that does not tell what it answers, and sends it by a press alone', async () => {
    const system = await aTrackedDossier();
    await system.move('2026-11-09T10:00', 'ask-supplement', FIRST);
    const kept = await openActs('own', () => system.clock().getTime());
    const act = { kind: 'supplement', id: crypto.randomUUID(), note: TYPED } as const;
    await kept?.keep({ gateway: new URL(GATEWAY, document.baseURI).href, code: system.receipt.dossier, act });
    const element = await shown(system);
    await says(element, UNKNOWN);
    expect(textIn(element)).not.to.contain('không còn chờ').and.not.to.contain('không tới');
    await keptAre(1);
    expect(actsOf(system)).to.have.length(0);
    await pressOn(element, 'Hỏi lại');
    await says(element, 'Nơi tiếp nhận đã nhận bổ sung lúc');
    expect(actsOf(system)[0]?.body).to.contain(TYPED);
    await keptAre(0);
  });

  for (const [when, isOfBefore] of [
    ['before a reload, at a system of before', true],
    ['while it is sent once more', false],
  ] as const)
    it(`gives back what was typed where the counter took it ${when}`, async () => {
      const [system, element, mend] = await answered([{ kind: 'field', name: 'child' }], false, isOfBefore);
      mend();
      element.remove();
      const take = () => system.move('2026-11-10T09:00', 'take-supplement', 'tại quầy');
      const { line } = system;
      if (isOfBefore) await take();
      else
        system.line = async (request, go) => {
          if (request.url.endsWith('/acts')) await take();
          return line(request, go);
        };
      const later = await shown(system);
      await says(later, LOST);
      expect(textIn(later, '#panel')).to.contain('Nơi tiếp nhận đã nhận bổ sung tại quầy.');
      await until(() => /^.+: Tôi tạm trú để đi học$/u.test(hasLeft(later) ?? ''), 'what was typed');
      await expect(later).to.be.accessible();
      await pressOn(later, 'Đóng');
      await until(() => rootOf(later).querySelector('#panel') === null, 'no panel');
      await keptAre(0);
    });

  it('is not taken for what another device sent, and its own words are shown', async () => {
    const [system, element, mend] = await answered();
    mend();
    await system.supplement('2026-11-09T11:00', ['Trang 2']);
    await pressOn(element, 'Cập nhật');
    await says(element, LOST);
    expect(textIn(element, '#panel')).not.to.contain('Nơi tiếp nhận đã nhận bổ sung lúc');
    expect(hasLeft(element)).to.equal(TYPED);
  });

  it('quotes what was asked for, and not what the counter wrote since', async () => {
    const [system, element, mend] = await answered([], false, true);
    mend();
    await system.move('2026-11-10T09:00', 'take-supplement', 'tại quầy');
    await pressOn(element, 'Cập nhật');
    await says(element, 'tại quầy');
    await says(element, UNKNOWN);
    expect(textIn(element, '#panel .quote')).to.equal(FIRST);
  });
});

const deliver = async (element: StatusTracker, way: string) => {
  await pressOn(element, 'Cách nhận kết quả');
  await pressOn(element, way);
  await pressOn(element, 'Lưu cách nhận');
  await says(element, UNKNOWN);
};
const DESK = 'Tự đến nơi tiếp nhận lấy';
const ways = async (system: TrackedSystem): Promise<readonly string[]> => {
  await system.move('2026-11-10T10:00', 'receive');
  const element = await shown(system);
  await pressOn(element, 'Cách nhận kết quả');
  await says(element, 'Đang chọn: ');
  return [textIn(element, '#panel')];
};

describe('dvc-status-tracker, of a delivery that was not heard of', () => {
  beforeEach(emptyBrowser);

  /** Chosen here and lost, and chosen otherwise on another device. */
  async function passed(isHeard = false): Promise<readonly [TrackedSystem, StatusTracker, number]> {
    const system = await aTrackedDossier();
    const element = await shown(system);
    const mend = lose(system, isHeard);
    await deliver(element, DESK);
    await keptAre(1);
    mend();
    element.remove();
    await chooseOnline(system);
    const sent = actsOf(system).length;
    return [system, await shown(system), sent];
  }

  it('does not override by itself what another device chose since, and is dropped for good', async () => {
    const [system, later, sent] = await passed();
    await says(later, 'Sau đó nơi tiếp nhận đã ghi: Nhận bản điện tử trên mạng.');
    expect(actsOf(system)).to.have.length(sent);
    await expect(later).to.be.accessible();
    await pressOn(later, 'Bỏ');
    await until(() => rootOf(later).querySelector('#panel') === null, 'no panel');
    await says(later, 'Đã bỏ cách nhận chọn lần trước.');
    await keptAre(0);
    expect(actsOf(system)).to.have.length(sent);
    expect((await ways(system)).join()).to.contain('Đang chọn: Nhận bản điện tử');
  });

  it('is sent again by who wants that', async () => {
    const [, later] = await passed();
    await pressOn(later, 'Gửi lại');
    await says(later, /đã ghi cách nhận mới lúc [^.]*: Tự đến nơi tiếp nhận lấy\./u);
    await keptAre(0);
  });

  it('is known by its id where it had come before the other', async () => {
    const [system, later, sent] = await passed(true);
    await says(later, 'Nơi tiếp nhận đã ghi cách nhận mới');
    await keptAre(0);
    expect(actsOf(system)).to.have.length(sent);
  });

  it('goes on by itself where nothing else was chosen since', async () => {
    const system = await aTrackedDossier();
    const element = await shown(system);
    const mend = lose(system);
    await deliver(element, DESK);
    await keptAre(1);
    mend();
    element.remove();
    await says(await shown(system), /đã ghi cách nhận mới lúc [^.]*: Tự đến nơi tiếp nhận lấy\./u);
  });

  it('is looked for before it is asked about again, and replaces nothing that was noted since', async () => {
    const system = await aTrackedDossier();
    const element = await shown(system);
    const mend = lose(system);
    await deliver(element, DESK);
    mend();
    await chooseOnline(system);
    const sent = actsOf(system).length;
    await pressOn(element, 'Hỏi lại');
    await says(element, 'Sau đó nơi tiếp nhận đã ghi: Nhận bản điện tử trên mạng.');
    await until(() => rootOf(element).activeElement?.id === 'act-said', 'the focus on what is said');
    expect(actsOf(system)).to.have.length(sent);
    await keptAre(1);
  });

  it('is told by a system of before, which tells no ids, where it had come', async () => {
    const system = await aTrackedDossier();
    ofBefore(system);
    const element = await shown(system);
    const mend = lose(system, true);
    await deliver(element, DESK);
    await keptAre(1);
    mend();
    element.remove();
    const later = await shown(system);
    await says(later, /đã ghi cách nhận mới lúc [^.]*: Tự đến nơi tiếp nhận lấy\./u);
    await keptAre(0);
  });

  it('is dropped in doubt where a system of before noted a way since, whoever chose it', async () => {
    const system = await aTrackedDossier();
    ofBefore(system);
    const element = await shown(system);
    const mend = lose(system, true);
    await deliver(element, DESK);
    await keptAre(1);
    mend();
    element.remove();
    await chooseOnline(system);
    const sent = actsOf(system).length;
    const later = await shown(system);
    await pressOn(later, 'Bỏ');
    await says(later, 'Không rõ cách nhận chọn lần trước đã tới nơi tiếp nhận hay chưa.');
    expect(textIn(later)).not.to.contain('Chưa thấy cách nhận');
    await keptAre(0);
    expect(actsOf(system)).to.have.length(sent);
  });

  it('is told as received to who drops it, where the row of it is from before ids', async () => {
    const system = await aTrackedDossier();
    retold(system, (text) => text.replaceAll(/,"id":"[^"]*"|"id":"[^"]*",/gu, ''));
    const element = await shown(system);
    const mend = lose(system, true);
    await deliver(element, DESK);
    await keptAre(1);
    mend();
    element.remove();
    await chooseOnline(system);
    const later = await shown(system);
    await pressOn(later, 'Bỏ');
    await says(later, /đã ghi cách nhận mới lúc [^.]*: Tự đến nơi tiếp nhận lấy\./u);
    expect(textIn(later)).not.to.contain('Chưa thấy cách nhận');
    await keptAre(0);
  });

  it('is told beside a withdrawal that was not heard of either, and neither is forgotten', async () => {
    const system = await aTrackedDossier();
    const element = await shown(system);
    const mend = lose(system);
    await deliver(element, DESK);
    await pressOn(element, 'Rút hồ sơ');
    await says(element, 'Còn một việc chưa biết đã tới nơi tiếp nhận hay chưa: Cách nhận kết quả.');
    await until(() => rootOf(element).querySelector('#panel .danger') !== null, 'the question');
    rootOf(element).querySelector<HTMLElement>('#panel .danger')!.click();
    await says(element, UNKNOWN);
    await keptAre(2);
    element.remove();
    mend();
    await chooseOnline(system);
    const later = await shown(system);
    await says(later, 'Còn một việc chưa biết');
    await expect(later).to.be.accessible();
    const isWithdrawal = textIn(later, '#panel').includes('Lần trước bạn đã bấm rút hồ sơ');
    await pressOn(later, isWithdrawal ? 'Không rút' : 'Bỏ');
    await keptAre(1);
    await pressOn(later, /^Xem việc: /u);
    await pressOn(later, isWithdrawal ? 'Bỏ' : 'Không rút');
    await keptAre(0);
    expect(textIn(later)).not.to.contain('Còn một việc');
    expect((await ways(system)).join()).to.contain('Đang chọn: Nhận bản điện tử');
  });
});
