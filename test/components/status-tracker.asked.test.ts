import { expect, fixture } from '@open-wc/testing';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import type { PartName } from '../../src/forms/asked-schema.js';
import { aTracker, askFor, pressOn, rootOf, says, textIn, typeInto } from '../support/drive-tracker.js';
import { until } from '../support/fake-timers.js';
import { emptyBrowser } from '../support/storage.js';
import { aTrackedDossier, PDF, type TrackedSystem } from '../support/tracked.js';

const PAPER = 'Giấy chứng sinh';
const PARTS: readonly PartName[] = [
  { kind: 'field', name: 'asker.name' },
  { kind: 'field', name: 'born' },
  { kind: 'field', name: 'sex' },
  { kind: 'paper', name: PAPER },
];

/** A dossier of which these were asked for, with the panel open. */
async function asked(
  parts: readonly PartName[] = PARTS,
  paper = PAPER,
): Promise<readonly [TrackedSystem, StatusTracker]> {
  const system = await aTrackedDossier({ paper });
  await system.move('2026-11-09T10:00', 'ask-supplement', 'Sai tên, mờ trang 2', undefined, parts);
  const element = await fixture<StatusTracker>(aTracker(system));
  await askFor(element, system);
  await open(element);
  return [system, element];
}

async function open(element: StatusTracker): Promise<void> {
  await pressOn(element, 'Bổ sung ngay');
  await until(() => rootOf(element).querySelector('#supplement-note') !== null, 'the panel');
}

const acts = ({ asked: all }: TrackedSystem) =>
  all
    .filter(({ path }) => path.endsWith('/acts'))
    .map(({ body }) => (JSON.parse(body) as { act: Record<string, unknown> }).act);

const labels = (element: StatusTracker) =>
  [...rootOf(element).querySelectorAll<HTMLInputElement>('.panel input, .panel textarea')]
    .filter(({ type }) => type !== 'file')
    .map((input) => input.labels?.[0]?.textContent.replace(/\s+/gu, ' ').trim());

function choose(element: StatusTracker): void {
  const input = rootOf(element).querySelector<HTMLInputElement>('.papers input[multiple]')!;
  const chosen = new DataTransfer();
  chosen.items.add(new File([PDF], 'moi.pdf', { type: 'application/pdf' }));
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Types, and leaves the field. */
function fill(element: StatusTracker, id: string, text: string): void {
  typeInto(element, id, text);
  rootOf(element).querySelector(`#${id}`)!.dispatchEvent(new Event('change'));
}

describe('dvc-status-tracker, of what an office ticked', () => {
  beforeEach(emptyBrowser);

  it('asks for just these: one labelled control each, one upload for each paper, and no old answer', async () => {
    const [, element] = await asked();
    expect(labels(element)).to.deep.equal([
      'Ngày sinh của trẻ',
      'Nam',
      'Nữ',
      'Người yêu cầu – Họ, chữ đệm, tên',
      'Lời nhắn cho cơ quan (không bắt buộc)',
    ]);
    expect(textIn(element, '.panel .paper-name')).to.equal(PAPER);
    expect(textIn(element, '.panel')).not.to.contain('Giấy tờ khác');
    for (const input of rootOf(element).querySelectorAll<HTMLInputElement>('.panel [type=text]'))
      expect(input.value).to.equal('');
    expect(textIn(element)).not.to.contain('Lê Văn Mẫu').and.not.to.contain('05/03/2026');
    expect(textIn(element, '.panel')).to.contain('Vì an toàn, những gì đã khai trước đây không hiện lại');
  });

  it('says what is missing or wrong before anything is sent, at the field and by the button', async () => {
    const [system, element] = await asked();
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'Chưa gửi. Hãy xem lại: Ngày sinh của trẻ; Giới tính của trẻ; Người yêu cầu');
    expect(textIn(element, '.panel [role="alert"]')).to.contain(PAPER);
    await until(() => rootOf(element).activeElement?.id === 'f-born', 'the first of them');
    fill(element, 'f-born', '30/2/2026');
    await says(element, 'Lỗi: ');
    expect(rootOf(element).querySelector('#f-born')?.getAttribute('aria-invalid')).to.equal('true');
    expect(textIn(element, '#f-born-error')).not.to.equal('');
    expect(acts(system)).to.deep.equal([]);
  });

  it('sends the answers as the form keeps them, and the papers under their names, once', async () => {
    const [system, element] = await asked();
    fill(element, 'f-born', '6 tháng 3 năm 2026');
    rootOf(element).querySelector<HTMLInputElement>('#f-sex')!.click();
    fill(element, 'f-asker-name', ' Lê  Văn Mới ');
    await element.updateComplete;
    expect(rootOf(element).querySelector<HTMLInputElement>('#f-born')?.value).to.equal('06/03/2026');
    choose(element);
    await says(element, 'moi.pdf');
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'Nơi tiếp nhận đã nhận bổ sung');
    await says(element, 'Đã gửi, chờ tiếp nhận');
    const [act, ...more] = acts(system) as { answers: object; files: { paper: string; name: string }[] }[];
    expect(more).to.deep.equal([]);
    expect(act?.answers).to.deep.equal({
      born: '2026-03-06',
      sex: 'male',
      'asker.name': 'Lê Văn Mới',
    });
    expect(act?.files.map(({ paper, name }) => [paper, name])).to.deep.equal([[PAPER, 'moi.pdf']]);
  });

  it('tells in the history what was asked for and what was sent, by name and never what was answered', async () => {
    const [system, element] = await asked();
    fill(element, 'f-born', '06/03/2026');
    rootOf(element).querySelector<HTMLInputElement>('#f-sex')!.click();
    fill(element, 'f-asker-name', 'Lê Văn Mới');
    choose(element);
    await says(element, 'moi.pdf');
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'Nơi tiếp nhận đã nhận bổ sung');
    await system.move('2026-11-09T11:00', 'ask-supplement', 'Còn thiếu trang 3');
    await system.supplement('2026-11-09T12:00', ['Trang 3']);
    const rows = () =>
      [...rootOf(element).querySelectorAll('.history li:not(.list li)')].map(({ textContent }) =>
        textContent.replace(/\s+/gu, ' ').trim(),
      );
    await pressOn(element, 'Cập nhật');
    await until(() => rows().length === 5, 'the whole history');
    const parts = ['Ngày sinh của trẻ', 'Giới tính của trẻ', 'Người yêu cầu – Họ, chữ đệm, tên', PAPER];
    const listed = (row: string | undefined, words: string) => {
      expect(row).to.contain(words);
      for (const part of parts) expect(row).to.contain(part);
    };
    const [free, freely, answered, ticked] = rows();
    listed(ticked, 'Đã yêu cầu:');
    listed(answered, 'Đã gửi bổ sung:');
    expect(freely).to.contain('Còn thiếu trang 3').and.not.to.contain('Đã yêu cầu');
    expect(free).to.contain('Kèm 1 giấy tờ.').and.not.to.contain('Đã gửi bổ sung:');
    for (const value of ['06/03/2026', '2026-03-06', 'Lê Văn Mới', 'moi.pdf', 'cu.pdf'])
      expect(textIn(element, '[part="history"]')).not.to.contain(value);
  });

  it('asks for no papers where only fields were ticked, and for no fields where only papers were', async () => {
    const [, fields] = await asked([{ kind: 'field', name: 'abroad' }]);
    expect(labels(fields)).to.deep.equal(['Có', 'Không', 'Lời nhắn cho cơ quan (không bắt buộc)']);
    expect(rootOf(fields).querySelector('.panel .papers')).to.equal(null);
    const [, papers] = await asked([{ kind: 'paper', name: PAPER }]);
    expect(labels(papers)).to.deep.equal(['Lời nhắn cho cơ quan (không bắt buộc)']);
    expect(textIn(papers, '.panel')).not.to.contain('Vì an toàn');
  });

  it('masks the name of a paper, and sends it under that', async () => {
    const name = 'CCCD 001090000001';
    const [system, element] = await asked([{ kind: 'paper', name }], name);
    expect(textIn(element, '.panel .paper-name')).to.equal('CCCD ************');
    choose(element);
    await says(element, 'moi.pdf');
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'Nơi tiếp nhận đã nhận bổ sung');
    expect(JSON.stringify(acts(system))).to.contain('CCCD ************');
  });

  it('says at the field what the receiving system finds wrong', async () => {
    const [system, element] = await asked([{ kind: 'field', name: 'born' }]);
    fill(element, 'f-born', '06/03/2026');
    const { line } = system;
    system.line = (request, go) =>
      request.url.endsWith('/acts')
        ? Promise.resolve(
            new Response(
              JSON.stringify({
                code: 'answers-invalid',
                retryable: false,
                errors: [{ pointer: '/act/answers/born', code: 'date-unreal' }],
              }),
              { status: 422, headers: { 'dvc-contract': '1' } },
            ),
          )
        : line(request, go);
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'Không làm được');
    expect(textIn(element, '#f-born-error')).not.to.equal('');
    expect(textIn(element, '.panel')).to.contain('không khớp với yêu cầu bổ sung');
  });

  it('begins anew where the office asks once more for something else', async () => {
    const [system, element] = await asked([{ kind: 'field', name: 'born' }]);
    fill(element, 'f-born', '06/03/2026');
    await pressOn(element, 'Gửi bổ sung');
    await says(element, 'Nơi tiếp nhận đã nhận bổ sung');
    await system
      .move('2026-11-10T10:00', 'ask-supplement', 'Còn thiếu', undefined, [
        { kind: 'field', name: 'country' },
      ])
      .then(
        () => expect.fail('a field that does not apply may be asked for'),
        () => undefined,
      );
    await system.move('2026-11-10T10:00', 'ask-supplement', 'Còn thiếu', undefined, [
      { kind: 'field', name: 'child' },
    ]);
    await pressOn(element, 'Cập nhật');
    await says(element, 'Còn thiếu');
    await until(() => rootOf(element).querySelector('#f-child') !== null, 'the other field');
    expect(rootOf(element).querySelector('#f-born')).to.equal(null);
    fill(element, 'f-child', 'Lê Thị Mới');
    await pressOn(element, 'Gửi bổ sung');
    await until(() => acts(system).length === 2, 'the second answer');
    expect(acts(system)[1]?.answers).to.deep.equal({ child: 'Lê Thị Mới' });
  });

  for (const when of ['after', 'before'] as const)
    it(`asks for the next thing of who answered, reloaded, and was asked again ${when} the reload`, async () => {
      const [system, first] = await asked([{ kind: 'field', name: 'born' }]);
      fill(first, 'f-born', '06/03/2026');
      const { line } = system;
      system.line = async (request, go) => {
        await go(request);
        throw new TypeError('no network');
      };
      await pressOn(first, 'Gửi bổ sung');
      await says(first, 'Chưa biết đã tới hay chưa');
      first.remove();
      system.line = line;
      const askAgain = () =>
        system.move('2026-11-10T10:00', 'ask-supplement', 'Còn thiếu', undefined, [
          { kind: 'field', name: 'child' },
        ]);
      if (when === 'before') await askAgain();
      const later = await fixture<StatusTracker>(aTracker(system));
      await askFor(later, system);
      if (when === 'after') {
        await says(later, 'Nơi tiếp nhận đã nhận bổ sung');
        await askAgain();
        await pressOn(later, 'Cập nhật');
      }
      await says(later, 'Còn thiếu');
      await until(() => rootOf(later).querySelector('#f-child') !== null, 'what is asked for now');
      fill(later, 'f-child', 'Lê Thị Mới');
      await pressOn(later, 'Gửi bổ sung');
      await says(later, 'Nơi tiếp nhận đã nhận bổ sung');
      expect(acts(system).at(-1)?.answers).to.deep.equal({ child: 'Lê Thị Mới' });
    });
});
