import { expect } from '@open-wc/testing';
import type { OfficeLimit } from '../../src/catalog/office-limit.js';
import {
  aReceivingSystem,
  emptyBrowser,
  FORM,
  goTo,
  openSteps,
  press,
  received,
  root,
  stepOf,
  until,
  type Opening,
} from '../support/harness/form-steps.js';

/** As the national database words it for what civil status gives back the same day. */
const SAME_DAY = {
  days: 0,
  unit: 'working-day',
  cutOffHour: 15,
  published: 'Trong ngày; nhận sau 15 giờ thì trả ngày làm việc tiếp theo',
} as const;

/** What the receipt says of the date, for what came at a time in Việt Nam. */
async function dueOf(
  local: string,
  limit: OfficeLimit | undefined,
  { isAlone = false, ...opening }: Opening & { readonly isAlone?: boolean } = {},
): Promise<string> {
  const clock = () => new Date(`${local}:00+07:00`);
  const system = aReceivingSystem(FORM, { clock, limitOf: () => limit });
  if (isAlone)
    system.line = async (request, go) => {
      const response = await go(request);
      if (request.method !== 'PUT') return response;
      const receipt = (await response.json()) as { due: { on: string } };
      return new Response(JSON.stringify({ ...receipt, due: { on: receipt.due.on } }), response);
    };
  const element = await openSteps({ network: system.network, clock, ...opening });
  if (opening.destination === 'practice') {
    await press(element, 'Điền thử bằng người không có thật');
    await until(() => stepOf(element) === 'Trẻ', 'it is filled in');
  }
  await goTo(element, 'Giấy biên nhận');
  await received(element);
  await until(() => root(element).querySelector('.receipt'), 'the receipt is shown');
  const term = [...root(element).querySelectorAll('.receipt dt')].find(({ textContent }) =>
    textContent.includes('Ngày hẹn trả'),
  );
  return term?.nextElementSibling?.textContent.replace(/\s+/gu, ' ').trim() ?? '';
}

describe('the date on the receipt of <dvc-form-steps>', () => {
  beforeEach(emptyBrowser);

  it('is the same day until a minute before the hour that the source names', async () => {
    const due = await dueOf('2026-11-25T14:59', SAME_DAY);
    expect(due).to.match(/^25\/11\/2026 \(trả trong ngày; thời hạn công bố:/u);
    expect(due).to.contain(`“${SAME_DAY.published}”`);
  });

  it('is the next working day from that hour on, and says why', async () => {
    expect(await dueOf('2026-11-25T15:00', SAME_DAY)).to.match(
      /^26\/11\/2026 \(trả trong ngày; nhận từ 15 giờ trở đi nên tính như nhận vào ngày làm việc kế tiếp;/u,
    );
  });

  it('is over a weekend where the hour has passed on a Friday', async () => {
    expect(await dueOf('2026-11-27T15:00', SAME_DAY)).to.match(/^30\/11\/2026 /u);
  });

  it('begins at closing time where the source names no hour', async () => {
    const limit = { days: 3, unit: 'working-day' } as const;
    expect(await dueOf('2026-11-16T15:00', limit)).to.equal(
      '19/11/2026 (3 ngày làm việc, tính từ 17/11/2026)',
    );
  });

  it('says that it came after office hours, or on a day off', async () => {
    const limit = { days: 1, unit: 'working-day' } as const;
    expect(await dueOf('2026-11-18T17:00', limit)).to.equal(
      '20/11/2026 (1 ngày làm việc, tính từ 20/11/2026; nhận sau giờ làm việc nên tính như nhận vào ngày làm việc kế tiếp)',
    );
  });

  it('of what came on a day off begins with the next working day, and says so', async () => {
    expect(await dueOf('2026-11-28T09:00', SAME_DAY)).to.match(
      /^30\/11\/2026 \(trả trong ngày; nhận vào ngày nghỉ nên tính như nhận vào ngày làm việc kế tiếp;/u,
    );
  });

  it('follows in practice the time that the catalogue tells', async () => {
    const timeLimit = { unit: 'same-day', cutOffHour: 15 } as const;
    expect(
      await dueOf('2026-11-25T15:00', undefined, { destination: 'practice', record: { timeLimit } }),
    ).to.match(/^26\/11\/2026 \(trả trong ngày; nhận từ 15 giờ trở đi/u);
  });

  it('is told alone where the office told no days with it', async () => {
    const limit = { days: 3, unit: 'working-day' } as const;
    expect(await dueOf('2026-11-16T15:00', limit, { isAlone: true })).to.equal('19/11/2026');
  });

  it('cannot be told where only the holidays of that year are not known: the time is', async () => {
    expect(await dueOf('2026-12-30T09:00', { days: 5, unit: 'working-day' })).to.equal(
      'Trong 5 ngày làm việc; chưa biết ngày nào, vì lịch nghỉ lễ của năm đó chưa công bố hoặc chưa có ở đây. Hãy hỏi nơi tiếp nhận.',
    );
  });

  it('is not known where no source tells a time, and that is said in other words', async () => {
    expect(await dueOf('2026-12-30T09:00', undefined)).to.equal('Chưa rõ thời hạn. Hãy hỏi nơi tiếp nhận.');
  });
});
