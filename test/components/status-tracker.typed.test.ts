import { expect, fixture } from '@open-wc/testing';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import { aTracker, askFor, pressOn, rootOf, says, textIn, typeInto } from '../support/drive-tracker.js';
import { until } from '../support/fake-timers.js';
import { emptyBrowser } from '../support/storage.js';
import { aTrackedDossier, LAST4, type TrackedSystem } from '../support/tracked.js';

/* What people put into the two boxes besides a code and what opens it. */

const asks = ({ asked }: TrackedSystem) => asked.filter(({ path }) => path.endsWith('/tracking'));

async function typed(system: TrackedSystem, code: string, factor: string): Promise<StatusTracker> {
  const element = await fixture<StatusTracker>(aTracker(system));
  await until(() => rootOf(element).querySelector('#code') !== null, 'the form');
  typeInto(element, 'code', code);
  typeInto(element, 'factor', factor);
  await pressOn(element, 'Xem hồ sơ');
  return element;
}

describe('dvc-status-tracker, of what is typed into its boxes', () => {
  beforeEach(emptyBrowser);

  for (const text of [
    'Xin chào anh chị, cho tôi hỏi hồ sơ khai sinh nộp hôm trước của gia đình tôi đã xong chưa ạ',
    'https://mau.example/theo-doi.html',
  ])
    it(`says in the box that there is no code in it, and asks nobody: ${text.slice(0, 12)}…`, async () => {
      const system = await aTrackedDossier();
      const element = await typed(system, text, LAST4);
      await says(element, 'Không thấy mã hồ sơ trong những gì đã nhập.');
      const box = rootOf(element).querySelector('#code')!;
      await until(() => rootOf(element).activeElement === box, 'the box has the focus');
      expect(box.getAttribute('aria-invalid')).to.equal('true');
      expect(asks(system)).to.deep.equal([]);
      await expect(element).to.be.accessible();
      await askFor(element, system);
      expect(textIn(element, '.stage')).to.equal('Đã gửi, chờ tiếp nhận');
    });

  for (const number of ['000190000001', '+84 912 345 678', '912345678'])
    it(`wants only four digits of a whole number, before anything is asked: ${number}`, async () => {
      const system = await aTrackedDossier();
      const element = await typed(system, system.receipt.dossier, number);
      await says(element, 'Hãy chỉ gõ 4 số cuối.');
      await until(() => rootOf(element).activeElement?.id === 'factor', 'the box has the focus');
      await pressOn(element, 'Xem hồ sơ');
      await until(() => textIn(element, '.busy') === '', 'the answer');
      await says(element, 'Hãy chỉ gõ 4 số cuối.');
      expect(asks(system)).to.deep.equal([]);
      await askFor(element, system, LAST4);
      expect(textIn(element, '.stage')).to.equal('Đã gửi, chờ tiếp nhận');
    });

  it('asks by ten digits only of who says once more that they are a secret', async () => {
    const system = await aTrackedDossier();
    const element = await typed(system, system.receipt.dossier, '0912.345.678');
    await says(element, 'Nếu đây là số điện thoại, hãy chỉ gõ 4 số cuối.');
    expect(asks(system)).to.deep.equal([]);
    await pressOn(element, 'Xem hồ sơ');
    await says(element, 'Không tìm thấy hồ sơ');
    expect(asks(system)).to.have.length(1);
    expect(asks(system)[0]?.body).to.contain('"0912345678"');
  });

  for (const digits of ['000', '00000', '1', '12 34 56', '00001901'])
    it(`wants four digits or a whole secret of who typed “${digits}”, before anything is asked`, async () => {
      const system = await aTrackedDossier();
      const element = await typed(system, system.receipt.dossier, digits);
      await says(element, 'Cần đúng 4 chữ số cuối, hoặc mã bí mật đủ 10 ký tự.');
      await until(() => rootOf(element).activeElement?.id === 'factor', 'the box has the focus');
      expect(asks(system)).to.deep.equal([]);
      await expect(element).to.be.accessible();
      await askFor(element, system, LAST4);
      expect(textIn(element, '.stage')).to.equal('Đã gửi, chờ tiếp nhận');
    });

  for (const [label, between] of [
    ['Mã bí mật ', '-'],
    ['Mã bí mật ', ' '],
    ['Mã bí mật (10 ký tự) ', '–'],
    ['mã bí mật: ', '-'],
    ['', '-'],
  ] as const)
    it(`takes a secret in two groups, as the counter prints it: “${label}…${between}…”`, async () => {
      const system = await aTrackedDossier();
      const element = await fixture<StatusTracker>(aTracker(system));
      const { secret } = system.receipt;
      await askFor(element, system, `${label}${secret.slice(0, 5)}${between}${secret.slice(5)}`);
      expect(textIn(element, '.applicant')).to.contain('Người nộp');
      expect(asks(system)).to.have.length(1);
    });

  for (const told of ['so cuoi la', 'cuoi la', 'so dt, last', '4 số cuối là'])
    it(`takes four digits with what they are called, and asks once: “${told} …”`, async () => {
      const system = await aTrackedDossier();
      const element = await fixture<StatusTracker>(aTracker(system));
      await askFor(element, system, `${told} ${LAST4}`);
      expect(textIn(element, '.stage')).to.equal('Đã gửi, chờ tiếp nhận');
      expect(asks(system)).to.have.length(1);
    });

  it('takes no part of a longer number for a secret', async () => {
    const system = await aTrackedDossier();
    const element = await typed(system, system.receipt.dossier, '00 19000 00001');
    await says(element, 'Hãy chỉ gõ 4 số cuối.');
    expect(asks(system)).to.deep.equal([]);
  });

  for (const label of ['Mã bí mật: ', 'Mã bí mật:', 'Mã bí mật ', 'Mã bí mật để xem chi tiết：  '])
    it(`takes a secret with what stands before it on the receipt: “${label}”`, async () => {
      const system = await aTrackedDossier();
      const element = await fixture<StatusTracker>(aTracker(system));
      await askFor(element, system, `${label}${system.receipt.secret} `);
      expect(textIn(element, '.applicant')).to.contain('Người nộp');
    });
});
