import { expect, fixture } from '@open-wc/testing';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import { aTracker, askFor, pressOn, rootOf, textIn } from '../support/drive-tracker.js';
import { until } from '../support/fake-timers.js';
import { aloudButtons, heard, markedText, pressAloud } from '../support/listen.js';
import { emptyBrowser } from '../support/storage.js';
import { aTrackedDossier, type TrackedSystem } from '../support/tracked.js';
import { aVoice, standInVoices, type StandInVoice } from '../support/voices.js';

const VIETNAMESE = aVoice('vi-VN');
const REASON = 'Giấy chứng sinh mờ ở trang 2.';

let speech: ReturnType<typeof standInVoices>;

/** A dossier that waits for its applicant, on a device with these voices. */
async function shown(
  settings: Partial<StatusTracker> = {},
  voices: readonly StandInVoice[] = [VIETNAMESE],
  isAsked = true,
): Promise<{ readonly element: StatusTracker; readonly system: TrackedSystem }> {
  speech = standInVoices(...voices);
  const system = await aTrackedDossier();
  await system.move('2026-11-09T10:00', 'receive', undefined, 'Bộ phận Một cửa Xã Mẫu');
  if (isAsked) await system.move('2026-11-10T15:00', 'ask-supplement', REASON);
  const element = await fixture<StatusTracker>(aTracker(system, settings));
  await askFor(element, system);
  return { element, system };
}

describe('reading <dvc-status-tracker> aloud', () => {
  beforeEach(emptyBrowser);
  afterEach(() => {
    speech.restore();
  });

  it('is not offered where no voice of this device speaks the language', async () => {
    const { element } = await shown({}, [aVoice('vi-VN', { localService: false })]);
    await import('../../components/status-tracker/status-aloud.js');
    await element.updateComplete;
    expect(aloudButtons(element)).to.deep.equal([]);
  });

  it('reads where it is, who has it and what to do, by no name or code', async () => {
    const { element, system } = await shown();
    const said = (await heard(element, speech)).join(' ');
    expect(said).to.contain('Cần bạn bổ sung');
    expect(said).to.contain('Nơi tiếp nhận: UBND Xã Mẫu');
    expect(said).to.contain('Bổ sung những gì cơ quan yêu cầu: gửi ở đây, hoặc mang đến nơi tiếp nhận.');
    expect(said).to.contain(REASON);
    expect(said).to.contain('Các bước');
    expect(textIn(element)).to.contain(system.receipt.dossier);
    expect(said).not.to.contain(system.receipt.dossier);
    expect(textIn(element)).to.contain('Người nộp:');
    expect(said).not.to.contain('Người nộp:');
    await expect(element).to.be.accessible();
  });

  it('keeps what the office wrote to the person to itself on a shared computer', async () => {
    const { element } = await shown({ device: 'shared' });
    const said = (await heard(element, speech)).join(' ');
    expect(said).to.contain('Bổ sung những gì cơ quan yêu cầu: gửi ở đây, hoặc mang đến nơi tiếp nhận.');
    expect(textIn(element)).to.contain(REASON);
    expect(said).not.to.contain(REASON);
  });

  it('stops when another dossier is asked for, and reads that one', async () => {
    const { element, system } = await shown();
    await pressAloud(element, 'Đọc to');
    await speech.finish();
    expect(markedText()).not.to.equal('');
    await pressOn(element, 'Xem hồ sơ khác');
    await until(() => !speech.speaking, 'silence');
    expect(markedText()).to.equal('');
    expect(aloudButtons(element)).to.deep.equal([]);
    await askFor(element, system);
    expect(rootOf(element).querySelectorAll('.controls').length).to.equal(1);
    expect(await heard(element, speech)).not.to.have.length(0);
  });

  it('stops when it has moved on', async () => {
    const { element, system } = await shown({}, [VIETNAMESE], false);
    await pressAloud(element, 'Đọc to');
    await system.move('2026-11-11T08:00', 'process', undefined, 'Tư pháp – Hộ tịch');
    await pressOn(element, 'Cập nhật');
    await until(() => !speech.speaking, 'silence');
  });
});
