import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../components/procedure-detail/procedure-detail.js';
import type { ProcedureDetail } from '../../components/procedure-detail/procedure-detail.js';
import { aCatalog, aLevelList, aRecord, type ProcedureRecord } from '../support/builders.js';
import { until } from '../support/fake-timers.js';
import { aloudButtons, heard, markedText, pressAloud } from '../support/listen.js';
import { aVoice, standInVoices, type StandInVoice } from '../support/voices.js';

const VIETNAMESE = aVoice('vi-VN');
const ENGLISH = aVoice('en-US');

let speech: ReturnType<typeof standInVoices>;

const record = (overrides: Partial<ProcedureRecord> = {}) =>
  aRecord({
    name: 'Đăng ký khai sinh',
    competentAgency: 'UBND P. Minh Xuân, TP. Tuyên Quang',
    timeLimit: { value: 3, unit: 'working-day' },
    paperGroups: [{ papers: [{ name: 'Giấy chứng sinh' }, { name: 'Tờ khai' }] }],
    ...overrides,
  });

/** The sheet on a device with these voices, once all of it is there. */
async function sheet(voices: readonly StandInVoice[], overrides: Partial<ProcedureRecord> = {}, lang = 'vi') {
  speech = standInVoices(...voices);
  const parent = await fixture<HTMLElement>(
    html`<div lang=${lang}>
      <dvc-procedure-detail
        code="1.001193"
        .catalog=${aCatalog([record(overrides), record({ code: '2.000635', name: 'Đăng ký kết hôn' })])}
        .levels=${[aLevelList([{ code: '1.001193', level: '4' }], { scheme: 'vn-2011' })]}
        .clock=${() => new Date('2026-11-23T05:00:00Z')}
      ></dvc-procedure-detail>
    </div>`,
  );
  const detail = parent.firstElementChild as ProcedureDetail;
  await until(() => detail.shadowRoot?.querySelector('[part=provenance]') !== null, 'the whole sheet');
  const badge = () => detail.shadowRoot?.querySelector('dvc-level-badge')?.shadowRoot;
  await until(() => Boolean(badge()?.querySelector('.badge')), 'the level');
  return detail;
}

/** Fetched at the latest when the browser has nothing else to do; only then a button that is missing is none. */
const settled = async (detail: ProcedureDetail) => {
  await import('../../components/procedure-detail/sheet-aloud.js');
  await detail.updateComplete;
};

describe('reading <dvc-procedure-detail> aloud', () => {
  afterEach(() => {
    speech.restore();
  });

  for (const [what, voices] of [
    ['no voice at all', []],
    ['voices of other languages alone', [ENGLISH, aVoice('fr-FR')]],
    ['a Vietnamese voice on a server alone', [aVoice('vi-VN', { localService: false, default: true })]],
  ] as const)
    it(`is not offered where there is ${what}`, async () => {
      const detail = await sheet(voices);
      await settled(detail);
      expect(aloudButtons(detail)).to.deep.equal([]);
    });

  it('is offered as soon as a voice comes, and no longer when it goes', async () => {
    const detail = await sheet([]);
    await settled(detail);
    expect(aloudButtons(detail)).to.deep.equal([]);
    speech.install(VIETNAMESE);
    await until(() => aloudButtons(detail).length > 0, 'the button');
    expect(aloudButtons(detail)).to.deep.equal(['Đọc to']);
    await expect(detail).to.be.accessible();
    speech.install();
    await until(() => aloudButtons(detail).length === 0, 'the button goes');
  });

  it('reads what is shown from the top to the end, by a voice of this device', async () => {
    const detail = await sheet([aVoice('vi-VN', { localService: false, name: 'far away' }), VIETNAMESE]);
    const said = await heard(detail, speech);
    expect(said.slice(0, 2)).to.deep.equal(['Mã thủ tục 1.001193', 'Đăng ký khai sinh']);
    expect(said).to.include.members([
      'Mức độ 4 (theo UBND tỉnh Mẫu)',
      '2 giấy tờ, xem danh sách',
      '3 ngày làm việc',
      // Short forms are read as they stand, and end no sentence.
      'UBND P. Minh Xuân, TP. Tuyên Quang',
      'Giấy chứng sinh',
      'Nguồn của thông tin',
    ]);
    expect(said.join(' ')).not.to.contain('In tờ này');
    expect(new Set(speech.spoken.map(({ voice }) => voice))).to.deep.equal(new Set([VIETNAMESE.name]));
    expect(aloudButtons(detail)).to.deep.equal(['Đọc to']);
    expect(markedText()).to.equal('');
  });

  it('marks the sentence that is read, goes on by itself, and moves nothing', async () => {
    const detail = await sheet([VIETNAMESE], { steps: [{ text: 'Nộp tại xã. Nhận tại nhà.' }] });
    await until(() => aloudButtons(detail).length > 0, 'the button');
    const box = () => {
      const { top, height } = detail.shadowRoot!.querySelector('.sheet')!.getBoundingClientRect();
      return { top: top + scrollY, height };
    };
    const before = box();
    await pressAloud(detail, 'Đọc to');
    expect(speech.saying).to.equal('Mã thủ tục 1.001193');
    expect(markedText()).to.equal('Mã thủ tục 1.001193');
    while (speech.saying !== 'Nộp tại xã.') await speech.finish();
    expect(markedText()).to.equal('Nộp tại xã.');
    await speech.finish();
    expect(markedText()).to.equal('Nhận tại nhà.');
    expect(box()).to.deep.equal(before);
  });

  it('marks the paragraph where a browser cannot mark words', async () => {
    const own = Object.getOwnPropertyDescriptor(CSS, 'highlights');
    Reflect.deleteProperty(CSS, 'highlights');
    try {
      const detail = await sheet([VIETNAMESE]);
      const marked = () =>
        [...detail.shadowRoot!.querySelectorAll('[data-dvc-aloud]')].map(({ textContent }) =>
          textContent.trim(),
        );
      await pressAloud(detail, 'Đọc to');
      await speech.finish();
      expect(marked()).to.deep.equal(['Đăng ký khai sinh']);
      await pressAloud(detail, 'Dừng');
      expect(marked()).to.deep.equal([]);
    } finally {
      if (own) Object.defineProperty(CSS, 'highlights', own);
    }
  });

  it('brings what is read into view, unless the person has scrolled away', async () => {
    // Whoever wants no glides gets none.
    const { matchMedia } = window;
    window.matchMedia = (query) => ({ matches: query.includes('reduced-motion') }) as MediaQueryList;
    const steps = Array.from({ length: 40 }, (_, at) => ({ text: `Việc thứ ${String(at)}.` }));
    const detail = await sheet([VIETNAMESE], { steps });
    const readTo = async (text: string) => {
      while (speech.saying !== text) await speech.finish();
      const [range] = [...(CSS.highlights.get('dvc-aloud') ?? [])];
      const { top, bottom } = (range as Range).getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    };
    await pressAloud(detail, 'Đọc to');
    expect(await readTo('Việc thứ 30.')).to.equal(true);
    expect(scrollY).to.be.greaterThan(0);
    window.scrollTo(0, 0);
    expect(await readTo('Việc thứ 35.')).to.equal(false);
    expect(scrollY).to.equal(0);
    window.matchMedia = matchMedia;
  });

  it('stops at once, and goes back to the beginning', async () => {
    const detail = await sheet([VIETNAMESE]);
    await pressAloud(detail, 'Đọc to');
    await speech.finish();
    expect(aloudButtons(detail)).to.deep.equal(['Tạm dừng', 'Dừng']);
    await pressAloud(detail, 'Dừng');
    expect(speech.speaking).to.equal(false);
    expect(markedText()).to.equal('');
    expect(aloudButtons(detail)).to.deep.equal(['Đọc to']);
    // Focus is where it was, on what is left.
    expect(detail.shadowRoot!.activeElement?.textContent.trim()).to.equal('Đọc to');
    await pressAloud(detail, 'Đọc to');
    expect(speech.saying).to.equal('Mã thủ tục 1.001193');
  });

  it('pauses, and goes on with the sentence that was broken off', async () => {
    const detail = await sheet([VIETNAMESE]);
    await pressAloud(detail, 'Đọc to');
    await speech.finish();
    await pressAloud(detail, 'Tạm dừng');
    expect(speech.speaking).to.equal(false);
    expect(markedText()).to.equal('Đăng ký khai sinh');
    await pressAloud(detail, 'Đọc tiếp');
    expect(speech.saying).to.equal('Đăng ký khai sinh');
  });

  it('is worked by keys alone, Escape among them', async () => {
    const detail = await sheet([VIETNAMESE]);
    await until(() => aloudButtons(detail).length > 0, 'the button');
    const { activeElement } = detail.shadowRoot!;
    expect(activeElement).to.equal(null);
    const button = [...detail.shadowRoot!.querySelectorAll('button')].find(
      ({ textContent }) => textContent.trim() === 'Đọc to',
    );
    button?.focus();
    await sendKeys({ press: 'Enter' });
    expect(speech.saying).to.equal('Mã thủ tục 1.001193');
    await sendKeys({ press: 'Escape' });
    expect(speech.speaking).to.equal(false);
    expect(aloudButtons(detail)).to.deep.equal(['Đọc to']);
  });

  for (const [what, leave] of [
    ['is taken out of the page', (detail: ProcedureDetail) => detail.remove()],
    ['is hidden', (detail: ProcedureDetail) => detail.toggleAttribute('hidden', true)],
    ['shows another procedure', (detail: ProcedureDetail) => (detail.code = '2.000635')],
    ['is left with its page', () => window.dispatchEvent(new PageTransitionEvent('pagehide'))],
  ] as const)
    it(`stops when it ${what}`, async () => {
      const detail = await sheet([VIETNAMESE]);
      await pressAloud(detail, 'Đọc to');
      await speech.finish();
      leave(detail);
      await until(() => !speech.speaking, 'silence');
      expect(markedText()).to.equal('');
    });

  it('leaves folded parts out until they are open', async () => {
    const conditions = [`Điều kiện thứ nhất. ${'Người yêu cầu có đủ giấy tờ. '.repeat(40)}`];
    const detail = await sheet([VIETNAMESE], { conditions });
    const folded = await heard(detail, speech);
    expect(folded).to.include('Yêu cầu, điều kiện');
    expect(folded).not.to.include('Điều kiện thứ nhất.');
    for (const details of detail.shadowRoot!.querySelectorAll('details')) details.open = true;
    expect(await heard(detail, speech)).to.include('Điều kiện thứ nhất.');
  });

  it('goes on where it was when something changes meanwhile', async () => {
    const detail = await sheet([VIETNAMESE]);
    await pressAloud(detail, 'Đọc to');
    while (speech.saying !== 'Đã có 0/2 giấy tờ') {
      expect(speech.speaking, 'the count is read').to.equal(true);
      await speech.finish();
    }
    detail.shadowRoot!.querySelector<HTMLInputElement>('.checklist input')!.click();
    await detail.updateComplete;
    await speech.finish();
    expect(speech.saying).to.equal('Giấy chứng sinh');
  });

  it('says so when the voice fails, and nothing where somebody else silenced it', async () => {
    const detail = await sheet([VIETNAMESE]);
    const said = () => detail.shadowRoot!.querySelector('.said')?.textContent.trim() ?? '';
    await pressAloud(detail, 'Đọc to');
    await speech.fail('synthesis-failed');
    expect(said()).to.equal('Máy này không đọc được. Hãy thử lại.');
    expect(aloudButtons(detail)).to.deep.equal(['Đọc to']);
    await pressAloud(detail, 'Đọc to');
    expect(said()).to.equal('');
    await speech.fail('interrupted');
    expect(said()).to.equal('');
    expect(aloudButtons(detail)).to.deep.equal(['Đọc to']);
  });

  describe('in English', () => {
    it('is read by an English voice, and what is Vietnamese by a Vietnamese one', async () => {
      const detail = await sheet([VIETNAMESE, ENGLISH], {}, 'en');
      await heard(detail, speech, 'Read aloud');
      const voiceOf = (part: string) => speech.spoken.find(({ text }) => text === part)?.lang;
      expect(voiceOf('Đăng ký khai sinh')).to.equal('vi-VN');
      expect(voiceOf('3 working days')).to.equal('en-US');
    });

    it('leaves out what is Vietnamese where no voice speaks it, and says so', async () => {
      const detail = await sheet([ENGLISH], {}, 'en');
      const said = await heard(detail, speech, 'Read aloud');
      expect(said).to.include('3 working days');
      expect(said).not.to.include('Đăng ký khai sinh');
      expect(detail.shadowRoot!.querySelector('.said')?.textContent).to.contain('no Vietnamese voice');
      await expect(detail).to.be.accessible();
    });

    it('is not offered where only a Vietnamese voice is', async () => {
      const detail = await sheet([VIETNAMESE], {}, 'en');
      await settled(detail);
      expect(aloudButtons(detail)).to.deep.equal([]);
    });
  });
});
