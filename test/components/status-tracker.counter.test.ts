import { expect, fixture } from '@open-wc/testing';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import type { PartName } from '../../src/forms/asked-schema.js';
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
import { until } from '../support/fake-timers.js';
import { emptyBrowser } from '../support/storage.js';
import { aTrackedDossier, LAST4, retold, type TrackedSystem } from '../support/tracked.js';

/* What may be brought to the office instead of being sent, and what of it the history tells. */

async function shown(system: TrackedSystem, factor?: string): Promise<StatusTracker> {
  const element = await fixture<StatusTracker>(aTracker(system));
  await askFor(element, system, factor);
  return element;
}

describe('dvc-status-tracker, of what is brought to the counter', () => {
  beforeEach(emptyBrowser);
  afterEach(() => configure({ helpPhone: undefined }));

  for (const [who, factor] of [
    ['has the receipt', undefined],
    ['has four digits', LAST4],
  ] as const)
    it(`says to who ${who} that what is asked for may be brought there`, async () => {
      configure({ helpPhone: '1022' });
      const system = await aTrackedDossier();
      await system.move('2026-11-09T10:00', 'ask-supplement', 'Thiếu trang 2');
      const element = await shown(system, factor);
      expect(textIn(element, '.now-words')).to.contain('gửi ở đây, hoặc mang đến nơi tiếp nhận.');
      expect(textIn(element, '.now')).to.contain('Gọi 1022');
      await expect(element).to.be.accessible();
    });

  it('says where, and what to tell there, beside the boxes in which it is sent', async () => {
    const system = await aTrackedDossier();
    await system.move('2026-11-09T10:00', 'ask-supplement', 'Thiếu trang 2');
    const element = await shown(system);
    await pressOn(element, 'Bổ sung ngay');
    await says(element, `Hoặc đến nơi tiếp nhận, UBND Xã Mẫu: nói mã hồ sơ ${system.receipt.dossier}`);
    await expect(element).to.be.accessible();
  });

  describe('while somebody fills it in', () => {
    const PARTS: readonly PartName[] = [
      { kind: 'field', name: 'asker.name' },
      { kind: 'field', name: 'sex' },
    ];
    async function filling(): Promise<readonly [TrackedSystem, StatusTracker]> {
      const system = await aTrackedDossier();
      await system.move('2026-11-09T10:00', 'ask-supplement', 'Sai tên', undefined, PARTS);
      const element = await shown(system);
      await pressOn(element, 'Bổ sung ngay');
      await until(() => rootOf(element).querySelector('#f-asker-name') !== null, 'the panel');
      rootOf(element).querySelector<HTMLElement>('#f-sex')!.click();
      typeInto(element, 'supplement-note', 'Mong sớm có giấy');
      typeInto(element, 'f-asker-name', 'Lê Văn Mới');
      return [system, element];
    }
    const left = (element: StatusTracker) =>
      rootOf(element).querySelector<HTMLTextAreaElement>('#left-text')?.value.split('\n');
    const typed = ['Người yêu cầu – Họ, chữ đệm, tên: Lê Văn Mới', 'Mong sớm có giấy'];

    it('says that it was taken in, with what was typed to be copied, and goes there', async () => {
      const [system, element] = await filling();
      await system.move('2026-11-09T15:00', 'take-supplement', 'Đã nhận', undefined, PARTS);
      // As it is looked at by itself: whoever types presses nothing.
      buttonOf(element, 'Cập nhật').click();
      await says(
        element,
        'Nơi tiếp nhận đã nhận bổ sung tại quầy. Những gì bạn vừa điền ở đây chưa được gửi.',
      );
      expect(left(element)).to.deep.equal(typed);
      expect(rootOf(element).querySelector('#f-asker-name')).to.equal(null);
      await until(() => rootOf(element).activeElement?.id === 'panel', 'the panel has the focus');
      await expect(element).to.be.accessible();
      await pressOn(element, 'Đóng');
      await until(() => rootOf(element).activeElement?.className === 'stage', 'where it is');
      expect(rootOf(element).querySelector('#panel')).to.equal(null);
    });

    it('says so, too, where something else is asked for at once, until that is sent', async () => {
      const [system, element] = await filling();
      await system.move('2026-11-09T15:00', 'take-supplement', 'Đã nhận', undefined, PARTS);
      await system.move('2026-11-09T16:00', 'ask-supplement', 'Còn thiếu', undefined, [
        { kind: 'field', name: 'child' },
      ]);
      buttonOf(element, 'Cập nhật').click();
      await says(element, 'Nơi tiếp nhận đã nhận bổ sung tại quầy.');
      expect(left(element)).to.deep.equal(typed);
      typeInto(element, 'f-child', 'Lê Thị Mới');
      await pressOn(element, 'Gửi bổ sung');
      await until(() => textIn(element, '.done').includes('đã nhận bổ sung'), 'that it was sent');
      expect(left(element)).to.equal(undefined);
    });

    it('says that it is waited for no more where the dossier is stopped', async () => {
      const [system, element] = await filling();
      await system.move('2026-11-09T15:00', 'stop', 'Hết hạn bổ sung');
      buttonOf(element, 'Cập nhật').click();
      await says(element, 'Cơ quan không còn chờ phần bổ sung này nữa.');
      expect(left(element)).to.deep.equal(typed);
    });

    it('says nothing of the kind to who has filled in nothing', async () => {
      const system = await aTrackedDossier();
      await system.move('2026-11-09T10:00', 'ask-supplement', 'Sai tên', undefined, PARTS);
      const element = await shown(system);
      await pressOn(element, 'Bổ sung ngay');
      await until(() => rootOf(element).querySelector('#f-asker-name') !== null, 'the panel');
      await system.move('2026-11-09T15:00', 'take-supplement', 'Đã nhận', undefined, PARTS);
      await pressOn(element, 'Cập nhật');
      await says(element, 'Đã gửi, chờ tiếp nhận');
      await until(() => rootOf(element).querySelector('#panel') === null, 'no panel');
    });
  });

  it('says where it may be paid, where the office takes money, until it is paid', async () => {
    const system = await aTrackedDossier({ fee: true });
    await system.move('2026-11-09T10:00', 'ask-payment');
    const element = await shown(system);
    expect(textIn(element, '.now-words')).to.contain('Nộp tiền ở đây, hoặc tại nơi tiếp nhận.');
    await pressOn(element, 'Nộp tiền');
    await says(element, `Hoặc đến nơi tiếp nhận, UBND Xã Mẫu: nói mã hồ sơ ${system.receipt.dossier}`);
    expect(textIn(element, '.panel')).to.contain('Số tiền phải trả: 8.000');
    await expect(element).to.be.accessible();

    await system.move('2026-11-09T11:00', 'take-payment');
    await pressOn(element, 'Cập nhật');
    await says(element, 'Đã gửi, chờ tiếp nhận');
    expect(textIn(element)).not.to.contain('Hoặc đến nơi tiếp nhận');
    await pressOn(element, 'Đã có những gì');
    expect(textIn(element, '.history')).to.contain('Nhận tiền tại nơi tiếp nhận');
  });

  it('does not say that money is taken there where the office does not say so', async () => {
    const system = await aTrackedDossier({ fee: true });
    await system.move('2026-11-09T10:00', 'ask-payment');
    retold(system, (text) => text.replace(',"counter":true', ''));
    const element = await shown(system);
    expect(textIn(element, '.now-words')).to.equal('Nộp tiền. Thời hạn dừng lại cho đến khi nhận được tiền.');
    await pressOn(element, 'Nộp tiền');
    await says(element, 'chưa báo đã nhận tiền');
    expect(textIn(element)).not.to.contain('Hoặc đến nơi tiếp nhận');
  });

  it('does not tell who has never paid that their money is waited for', async () => {
    const system = await aTrackedDossier({ fee: true });
    await system.move('2026-11-09T10:00', 'ask-payment');
    const element = await shown(system);
    await pressOn(element, 'Nộp tiền');
    await says(element, 'Số tài khoản');
    expect(textIn(element, '.panel'))
      .to.contain('Nơi tiếp nhận chưa báo đã nhận tiền. Nếu bạn đã trả rồi, đừng trả lần hai')
      .and.not.to.contain('Chờ xác nhận');
  });

  for (const [what, act, note, words] of [
    ['was taken at the counter', 'take-payment', undefined, 'Đã trả: nơi tiếp nhận xác nhận đã nhận 8.000'],
    ['is owed no more', 'stop', 'Không đủ điều kiện', 'Lần thanh toán này đã hết hạn.'],
  ] as const)
    it(`invites nobody to pay what ${what} since it was last asked about`, async () => {
      const system = await aTrackedDossier({ fee: true });
      await system.move('2026-11-09T09:30', 'receive');
      await system.move('2026-11-09T10:00', 'ask-payment');
      const element = await shown(system);
      await pressOn(element, 'Nộp tiền');
      await pressOn(element, 'Hỏi lại xem đã nhận tiền chưa');
      await until(() => textIn(element, '[role="status"]') !== '', 'the answer');
      expect(textIn(element, '.panel')).to.contain('Số tài khoản');
      await system.move('2026-11-09T11:00', act, note);
      await pressOn(element, 'Cập nhật');
      await says(element, words);
      expect(textIn(element, '.panel')).not.to.contain('Số tài khoản').and.not.to.contain('lần hai');
      expect(rootOf(element).querySelector('.panel .transfer')).to.equal(null);
    });

  it('tells in the history what was taken in and what of it was kept, with numbers masked', async () => {
    const system = await aTrackedDossier();
    await system.move('2026-11-09T10:00', 'ask-supplement', 'Thiếu trang 2');
    const brought = { papers: ['Giấy số 001 199 012 345'], kept: 'original' } as const;
    await system.move(
      '2026-11-09T15:00',
      'take-supplement',
      'Gọi 0912 345 678',
      undefined,
      undefined,
      brought,
    );
    // A system that masks nothing: the element does so once more.
    retold(system, (text) =>
      text.replaceAll('*** *** ***', '199 012 345').replaceAll('**** *** ***', '0912 345 678'),
    );
    const element = await shown(system);
    expect(textIn(element, '.stage')).to.equal('Đã gửi, chờ tiếp nhận');
    expect(() => buttonOf(element, 'Bổ sung ngay')).to.throw();
    await pressOn(element, 'Đã có những gì');
    const told = textIn(element, '.history');
    expect(told)
      .to.contain('Nhận bổ sung tại nơi tiếp nhận')
      .and.to.contain('Cơ quan, 15:00')
      .and.to.contain('Giấy tờ đã nhận:')
      .and.to.contain('Nơi tiếp nhận giữ bản chính.')
      .and.not.to.contain('Cán bộ Mẫu 1');
    for (const digits of ['012', '345', '678']) expect(told).not.to.contain(digits);
  });
});
