import { expect, fixture } from '@open-wc/testing';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import { aTracker, askFor, pressOn, rootOf, says, textIn, typeInto } from '../support/drive-tracker.js';
import { until } from '../support/fake-timers.js';
import { catchSaved } from '../support/papers.js';
import { emptyBrowser } from '../support/storage.js';
import { aTrackedDossier, SIGNED_PDF, type TrackedSystem } from '../support/tracked.js';

const show = (system: TrackedSystem): Promise<StatusTracker> => fixture<StatusTracker>(aTracker(system));
/** What was sent with each act. */
const acts = ({ asked }: TrackedSystem) =>
  asked
    .filter(({ path }) => path.endsWith('/acts'))
    .map(({ body }) => (JSON.parse(body) as { readonly act: Record<string, unknown> }).act);
const choose = async (element: StatusTracker, selector: string) => {
  await until(() => rootOf(element).querySelector(selector) !== null, selector);
  rootOf(element).querySelector<HTMLElement>(selector)!.click();
  await element.updateComplete;
};

describe('what a person may want of a followed dossier', () => {
  beforeEach(emptyBrowser);

  it('is chosen once more by who opens it again: the way by which the result comes', async () => {
    const system = await aTrackedDossier();
    const element = await show(system);
    await askFor(element, system);
    const open = () => pressOn(element, 'Cách nhận kết quả');
    const save = async () => {
      await pressOn(element, 'Lưu cách nhận');
      await until(() => textIn(element, '.panel').includes('đã ghi cách nhận mới'), 'that it was noted');
    };
    await open();
    await pressOn(element, 'Nhận bản điện tử trên mạng');
    await save();
    expect(rootOf(element).querySelector('.panel input')).to.equal(null);
    await open();
    await open();
    await until(() => rootOf(element).querySelector('.panel input') !== null, 'the form once more');
    expect(textIn(element, '.panel')).not.to.contain('đã ghi cách nhận mới');
    expect(rootOf(element).querySelector('.panel input:checked')).to.equal(null);
    await pressOn(element, 'Tự đến nơi tiếp nhận lấy');
    await save();
    const [first, second] = acts(system);
    expect([first?.kind, second?.kind]).to.deep.equal(['deliver', 'deliver']);
    expect(first?.id).not.to.equal(second?.id);
    expect([first?.delivery, second?.delivery]).to.deep.equal([{ way: 'online' }, { way: 'desk' }]);
  });

  it('cannot be changed while nobody knows whether it arrived, and is told by its name once that is known', async () => {
    const system = await aTrackedDossier();
    const element = await show(system);
    await askFor(element, system);
    await pressOn(element, 'Cách nhận kết quả');
    await pressOn(element, 'Nhận bản điện tử trên mạng');
    const { line } = system;
    system.line = (request, go) =>
      request.url.endsWith('/acts') ? Promise.reject(new TypeError('no network')) : go(request);
    await pressOn(element, 'Lưu cách nhận');
    await says(element, 'Chưa biết đã tới hay chưa');
    const ways = [...rootOf(element).querySelectorAll('.panel input')];
    expect(ways).not.to.deep.equal([]);
    expect(ways.filter((way) => !way.matches(':disabled'))).to.deep.equal([]);
    await pressOn(element, 'Tự đến nơi tiếp nhận lấy');
    system.line = line;
    await pressOn(element, 'Hỏi lại');
    await says(element, /đã ghi cách nhận mới lúc [^.]*: Nhận bản điện tử trên mạng\./u);
    expect(new Set(acts(system).map(({ delivery }) => JSON.stringify(delivery)))).to.deep.equal(
      new Set(['{"way":"online"}']),
    );
  });

  it('says that the address of a delivery is not kept before it is sent, and nothing of it where none is typed', async () => {
    const system = await aTrackedDossier();
    const element = await show(system);
    await askFor(element, system);
    await pressOn(element, 'Cách nhận kết quả');
    await pressOn(element, 'Gửi bưu điện về địa chỉ');
    await says(element, 'Những gì bạn gõ ở đây không được giữ');
    await pressOn(element, 'Tự đến nơi tiếp nhận lấy');
    await until(() => !textIn(element, '.panel').includes('không được giữ'), 'nothing is typed');
  });

  it('keeps the reason of a withdrawal as it was sent, while nobody knows whether it arrived', async () => {
    const system = await aTrackedDossier();
    const element = await show(system);
    await askFor(element, system);
    await pressOn(element, 'Rút hồ sơ');
    await until(() => rootOf(element).querySelector('#act-note') !== null, 'the reason');
    expect(rootOf(element).querySelector('#act-note')?.matches(':disabled')).to.equal(false);
    system.line = (request, go) =>
      request.url.endsWith('/acts') ? Promise.reject(new TypeError('no network')) : go(request);
    await choose(element, '#panel .danger');
    await says(element, 'Chưa biết đã tới hay chưa');
    expect(rootOf(element).querySelector('#act-note')?.matches(':disabled')).to.equal(true);
  });

  it('has words of its own for each act: a reason is no comment', async () => {
    const system = await aTrackedDossier();
    const element = await show(system);
    await askFor(element, system);
    await pressOn(element, 'Rút hồ sơ');
    await until(() => rootOf(element).querySelector('#act-note') !== null, 'the reason');
    typeInto(element, 'act-note', 'Chuyển đi nơi khác');
    await choose(element, '.button.danger');
    await says(element, 'Nơi tiếp nhận đã ghi việc rút hồ sơ');
    await pressOn(element, 'Đánh giá việc phục vụ');
    await until(() => rootOf(element).querySelector('[name="stars"]') !== null, 'the stars');
    expect(rootOf(element).querySelector<HTMLTextAreaElement>('#act-note')?.value).to.equal('');
    await choose(element, '[name="stars"]');
    await pressOn(element, 'Gửi đánh giá');
    await says(element, 'Cảm ơn bạn');
    const [withdrawn, rated] = acts(system);
    expect(withdrawn).to.include({ kind: 'withdraw', note: 'Chuyển đi nơi khác' });
    expect(rated).to.have.property('kind', 'rate');
    expect(rated).not.to.have.property('note');
  });

  for (const [language, title] of [
    ['vi', 'Hẹn trả kết quả hồ sơ'],
    ['en', 'Result of dossier'],
  ] as const)
    it(`reminds of the day, however the result comes, at an hour when people are awake: ${language}`, async () => {
      const system = await aTrackedDossier({ delivery: { way: 'online' } });
      const element = aTracker(system);
      element.lang = language;
      await fixture<StatusTracker>(element);
      await askFor(element, system);
      const saved = catchSaved();
      try {
        await pressOn(element, /^(?:Thêm ngày hẹn vào lịch|Add the date to my calendar)$/u);
        await until(() => saved.files.length > 0, 'the file');
        const text = await saved.files[0]!.blob.text();
        expect(text).to.contain(`SUMMARY:${title} ${system.receipt.dossier}`);
        expect(text).to.contain('TRIGGER:-PT16H');
      } finally {
        saved.restore();
      }
    });

  it('ends with a signed result: what its signatures say, and that nobody has verified them', async () => {
    const system = await aTrackedDossier({ delivery: { way: 'online' } });
    await system.move('2026-11-09T10:00', 'receive');
    await system.move('2026-11-10T08:00', 'process');
    await system.finish('2026-11-11T15:00', 'ket-qua.pdf', SIGNED_PDF);
    const element = await show(system);
    await askFor(element, system);
    const saved = catchSaved();
    try {
      await pressOn(element, 'Tải kết quả');
      await pressOn(element, 'Tải về máy');
      await says(element, 'đủ từng byte');
      expect(await saved.files[0]!.blob.arrayBuffer()).to.deep.equal(SIGNED_PDF);
    } finally {
      saved.restore();
    }
    const told = [...rootOf(element).querySelectorAll('.panel .list li')].map(
      ({ textContent }) => textContent,
    );
    expect(told).to.deep.equal([
      'Trong tệp có chữ ký số ghi: UBND Xã Mẫu (adbe.pkcs7.detached), lúc 14:30 ngày 11/11/2026.',
      'Trong tệp có chữ ký số ghi: không ghi tên.',
    ]);
    expect(textIn(element, '.panel'))
      .to.contain('Trang chỉ đọc chữ ký ghi gì, không kiểm tra chữ ký.')
      .and.not.to.contain('không thấy chữ ký số');
    await expect(element).to.be.accessible();
  });
});
