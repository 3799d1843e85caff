import { expect } from '@open-wc/testing';
import type { FormSteps } from '../../components/form-steps/form-steps.js';
import { aloudButtons, heard, markedText, pressAloud } from '../support/listen.js';
import {
  emptyBrowser,
  openSteps,
  press,
  received,
  root,
  stepOf,
  textOf,
  tick,
  type,
  until,
  type Opening,
} from '../support/harness/form-steps.js';
import { aPdf, choose } from '../support/papers.js';
import { aVoice, standInVoices, type StandInVoice } from '../support/voices.js';

const VIETNAMESE = aVoice('vi-VN');

let speech: ReturnType<typeof standInVoices>;

const opened = (
  opening: Opening = {},
  voices: readonly StandInVoice[] = [VIETNAMESE],
): Promise<FormSteps> => {
  speech = standInVoices(...voices);
  return openSteps(opening);
};

/** Nothing of it stands anywhere in what the library says by itself. */
const TYPED = {
  child: 'Zacanary',
  mother: 'Wolfhild',
  asker: 'Quokka',
  home: 'Yttrium',
  file: 'jabberwocky',
  number: '000190000001',
} as const;

/** Answers everything that is asked, and keeps what is read of each step on the way to the last one. */
async function heardOnTheWay(element: FormSteps, last: string): Promise<Map<string, readonly string[]>> {
  const said = new Map<string, readonly string[]>();
  for (;;) {
    const step = stepOf(element);
    if (step === 'Trẻ') {
      await type(element, 'Họ tên trẻ', TYPED.child);
      await type(element, 'Ngày sinh của trẻ', '5/3/2026');
    }
    if (step === 'Người liên quan') {
      const person = (label: string) =>
        [...root(element).querySelectorAll('fieldset.person')].find((set) =>
          set.querySelector('legend')?.textContent.startsWith(label),
        );
      for (const [label, name] of [
        ['Mẹ', TYPED.mother],
        ['Người yêu cầu', TYPED.asker],
      ] as const) {
        for (const [at, text] of [
          [0, name],
          [-1, TYPED.number],
        ] as const) {
          const box = [...(person(label)?.querySelectorAll('input') ?? [])].at(at)!;
          box.value = text;
          box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
          box.dispatchEvent(new Event('change', { bubbles: true }));
        }
      }
      await type(element, 'Nơi cư trú', `${TYPED.home}, Xã Phú Xuân, Huyện Quốc Oai, Hà Nội`);
      await tick(element, 'Tôi cam đoan');
    }
    if (step === 'Giấy tờ đính kèm') {
      await until(() => root(element).querySelector('.wanted'), 'the papers');
      choose(element, 'Giấy tờ khác', aPdf(`${TYPED.file}.pdf`));
      await until(() => root(element).querySelector('.file'), 'the file');
      choose(element, 'Thẻ căn cước', new File([''], `${TYPED.file}-2.pdf`));
      await until(() => root(element).querySelector('.wanted .error'), 'why the other is not taken');
    }
    if (step === 'Giấy biên nhận') await received(element);
    said.set(step, await heard(element, speech));
    if (step === last) return said;
    await goOn(element, step);
  }
}

/** Goes one step on; sending goes on by itself. */
async function goOn(element: FormSteps, before: string): Promise<void> {
  if (before === 'Nhận kết quả') await tick(element, 'Tự đến nơi tiếp nhận lấy');
  if (before !== 'Gửi') await press(element, /^(?:Bắt đầu|Tiếp tục|Gửi hồ sơ)$/u);
  await until(
    () => stepOf(element) !== before && stepOf(element) !== 'Gửi',
    `leaves “${before}”: ${textOf(element, '.summary')}`,
  );
}

describe('reading <dvc-form-steps> aloud', () => {
  beforeEach(emptyBrowser);
  afterEach(() => {
    speech.restore();
  });

  it('is not offered where no voice of this device speaks the language', async () => {
    const element = await opened({}, [aVoice('en-US'), aVoice('vi-VN', { localService: false })]);
    await until(() => root(element).querySelector('.bring'), 'the papers');
    await import('../../components/form-steps/step-aloud.js');
    expect(aloudButtons(element)).to.deep.equal([]);
  });

  it('reads what is ahead, and the papers that are asked for', async () => {
    const element = await opened();
    await until(() => root(element).querySelector('.bring'), 'the papers');
    const said = await heard(element, speech);
    expect(said[0]).to.equal('Chuẩn bị');
    expect(said).to.include.members(['Bạn sẽ làm các bước sau:', 'Trẻ', 'Kiểm tra lại', 'Giấy chứng sinh']);
    expect(said.join(' ')).not.to.contain('Bắt đầu');
  });

  it('reads questions, choices and help of each step, and what is wrong, and marks where it is', async () => {
    const element = await opened();
    await press(element, 'Bắt đầu');
    await pressAloud(element, 'Đọc to');
    expect(markedText()).to.equal('Trẻ');
    await speech.finish();
    expect(speech.saying).to.equal('Họ tên trẻ');
    expect(markedText()).to.equal('Họ tên trẻ');
    await speech.finishAll();
    const said = speech.spoken.map(({ text }) => text);
    expect(said).to.include.members(['Ví dụ: 05/03/2001', 'Giới tính của trẻ (không bắt buộc)', 'Nam', 'Nữ']);
    await press(element, 'Tiếp tục');
    await until(() => root(element).querySelector('.summary'), 'what is missing');
    expect((await heard(element, speech)).join(' ')).to.contain('Chưa điền “Họ tên trẻ”.');
  });

  it('reads a question that comes up while it is read', async () => {
    const element = await opened();
    await press(element, 'Bắt đầu');
    await pressAloud(element, 'Đọc to');
    while (!speech.saying?.startsWith('Sinh ở nước ngoài?')) await speech.finish();
    const [yes] = [...root(element).querySelectorAll<HTMLLabelElement>('label.choice')].filter(
      ({ textContent }) => textContent.trim() === 'Có',
    );
    yes?.click();
    await element.updateComplete;
    await speech.finishAll();
    expect(speech.spoken.at(-1)?.text).to.equal('Nước nào');
  });

  it('is offered on every step, and never reads what somebody typed or chose', async () => {
    const element = await opened();
    const said = await heardOnTheWay(element, 'Giấy biên nhận');
    expect([...said.keys()]).to.include.members([
      'Chuẩn bị',
      'Trẻ',
      'Người liên quan',
      'Giấy tờ đính kèm',
      'Nhận kết quả',
      'Kiểm tra lại',
      'Giấy biên nhận',
    ]);
    expect(textOf(element)).to.contain('Giấy biên nhận');
    for (const [step, words] of said) {
      expect(words.length, step).to.be.greaterThan(0);
      for (const secret of Object.values(TYPED)) expect(words.join(' '), step).not.to.contain(secret);
    }
    const receipt = root(element).querySelectorAll('.receipt dd');
    for (const { textContent } of receipt)
      expect(said.get('Giấy biên nhận')?.join(' ')).not.to.contain(textContent.trim());
  });

  for (const [what, opening, last, words] of [
    [
      'how it goes on at the national portal',
      { destination: 'hand-off' },
      'Nộp trên Cổng quốc gia',
      'Tìm thủ tục có mã 1.001193.',
    ],
    ['what to take along', { level: '2' }, 'Đến nơi tiếp nhận', 'Mang theo giấy tờ bản chính'],
  ] as const)
    it(`reads ${what}, and nothing of what was filled in for that`, async () => {
      const element = await opened(opening);
      const said = await heardOnTheWay(element, last);
      expect(said.get(last)?.join(' ')).to.contain(words);
      for (const [step, read] of said)
        for (const secret of Object.values(TYPED)) expect(read.join(' '), step).not.to.contain(secret);
    });

  it('stops at the next step, where it is offered again', async () => {
    const element = await opened();
    await pressAloud(element, 'Đọc to');
    await press(element, 'Bắt đầu');
    await until(() => !speech.speaking, 'silence');
    expect(markedText()).to.equal('');
    expect(aloudButtons(element)).to.deep.equal(['Đọc to']);
    expect((await heard(element, speech))[0]).to.equal('Trẻ');
  });

  it('is offered to whoever comes back to a step in the middle', async () => {
    const element = await opened();
    await press(element, 'Bắt đầu');
    await type(element, 'Họ tên trẻ', TYPED.child);
    await until(() => textOf(element, '.state').startsWith('Đã lưu'), 'it is kept');
    element.remove();
    const again = await openSteps();
    await until(() => stepOf(again) === 'Trẻ', 'the step');
    expect((await heard(again, speech)).join(' ')).not.to.contain(TYPED.child);
  });

  it('stops while a shared computer asks whether somebody is there', async () => {
    const element = await opened({ device: 'shared', idleMinutes: 0.002 });
    await press(element, 'Bắt đầu');
    await pressAloud(element, 'Đọc to');
    await type(element, 'Họ tên trẻ', TYPED.child);
    await until(() => root(element).querySelector('.ask'), 'the question');
    await until(() => !speech.speaking, 'silence');
  });
});
