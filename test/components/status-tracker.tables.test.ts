import { expect, fixture } from '@open-wc/testing';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import { builtInCalendar as calendar } from '../../src/dossiers/built-in-calendar.js';
import { findProcedure } from '../../src/ui/procedure-facts.js';
import { aCatalog, aCatalogFile, aRecord, type ProcedureRecord } from '../support/builders.js';
import { aTracker, askFor, pressOn, rootOf, says, textIn } from '../support/drive-tracker.js';
import { fakeTimers, until } from '../support/fake-timers.js';
import { emptyBrowser } from '../support/storage.js';
import { builtInStages, type StageMap } from '../../src/dossiers/stages.js';
import { aTrackedDossier, retold, undated, type TrackedSystem } from '../support/tracked.js';

/* What a place gives beside the dossier itself: what states mean, days off, and how long a procedure takes. */

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });

/** Serves a file beside the receiving system. */
function serving(system: TrackedSystem, name: string, answer: () => Promise<Response> | Response): void {
  const { line } = system;
  system.line = async (request, go) => (request.url.endsWith(name) ? answer() : line(request, go));
}

/** A tracker with attributes, as a webmaster writes it. */
async function onTag(system: TrackedSystem, attributes: Record<string, string>): Promise<StatusTracker> {
  const element = aTracker(system);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return fixture<StatusTracker>(element);
}

/** What a webmaster is told meanwhile. */
async function toldWhile(act: () => Promise<void>): Promise<string> {
  const told: string[] = [];
  const { warn } = console;
  Object.assign(console, { warn: (...words: unknown[]) => void told.push(words.join(' ')) });
  try {
    await act();
    await until(() => told.length > 0, 'a word for the webmaster');
  } finally {
    Object.assign(console, { warn });
  }
  return told.join('\n');
}

const withLimit = (timeLimit: ProcedureRecord['timeLimit']) => aCatalog([aRecord({ timeLimit })]);

describe('a table of states on the tag', () => {
  beforeEach(emptyBrowser);

  it('says what a province’s own states mean', async () => {
    const system = await aTrackedDossier();
    serving(system, '/trang-thai.json', () =>
      json({ formatVersion: 1, states: [{ state: '1', stage: 'sent', words: { vi: 'Xã đã thấy hồ sơ' } }] }),
    );
    const element = await onTag(system, { stages: '/trang-thai.json' });
    await askFor(element, system);
    await says(element, 'Xã đã thấy hồ sơ');
  });

  for (const [what, answer, code] of [
    ['does not come', () => Promise.reject(new TypeError('no network')), 'offline'],
    [
      'is no JSON',
      () => new Response('{', { headers: { 'content-type': 'application/json' } }),
      'broken-json',
    ],
    ['has no states', () => json({ formatVersion: 1, states: [] }), 'stages-invalid'],
  ] as const)
    it(`leaves the built-in one where it ${what}, and says so to the webmaster`, async () => {
      const system = await aTrackedDossier();
      serving(system, '/trang-thai.json', answer);
      const told = await toldWhile(async () => {
        const element = await onTag(system, { stages: '/trang-thai.json' });
        await askFor(element, system);
        expect(textIn(element, '.stage')).to.equal('Đã gửi, chờ tiếp nhận');
      });
      expect(told, code).to.contain('/trang-thai.json');
    });
});

describe('a table of states of a province’s own', () => {
  beforeEach(emptyBrowser);

  /** The national one, with other meanings. */
  const withStages = (...states: StageMap['states']): StageMap => ({
    states: [
      ...states,
      ...builtInStages.states.filter(({ state }) => !states.some((one) => one.state === state)),
    ],
  });
  /** After how long it looks again by itself, as things stand; only what takes longer than an answer. */
  const nextLooks = (): number[] => {
    const timers = fakeTimers();
    try {
      document.dispatchEvent(new Event('visibilitychange'));
      return timers.asked.filter((ms) => ms > 10_000);
    } finally {
      timers.restore();
    }
  };

  for (const [what, told, looks] of [
    ['asks no more by itself for what is over by its words', '"state":"Đã trả tại xã"', 0],
    ['asks on where a number that ends elsewhere goes on here', '"state":10', 1],
    ['asks on where nobody knows what a state means', '"state":"Chuyển liên thông"', 1],
  ] as const)
    it(what, async () => {
      const system = await aTrackedDossier();
      retold(system, (text) => text.replace(/"state":1\b/u, told));
      const stages = withStages(
        { state: 'Đã trả tại xã', stage: 'handed-over' },
        { state: '10', stage: 'processing' },
      );
      const element = await fixture<StatusTracker>(aTracker(system, { stages }));
      await askFor(element, system);
      expect(nextLooks()).to.have.length(looks);
    });

  it('is obeyed also where it comes after the answer', async () => {
    const system = await aTrackedDossier();
    retold(system, (text) => text.replace(/"state":1\b/u, '"state":10'));
    let come = (): void => undefined;
    const late = new Promise<Response>((resolve) => {
      come = () => {
        resolve(json({ formatVersion: 1, ...withStages({ state: '10', stage: 'processing' }) }));
      };
    });
    serving(system, '/trang-thai.json', () => late);
    const element = await onTag(system, { stages: '/trang-thai.json' });
    await askFor(element, system);
    expect(textIn(element, '.stage')).to.equal('Đã trả kết quả');
    const timers = fakeTimers();
    try {
      come();
      await says(element, 'Đang xử lý');
      await until(() => timers.asked.some((ms) => ms >= 48_000), 'the plan of a next look');
    } finally {
      timers.restore();
    }
  });

  it('tells in which states an estimate waits', async () => {
    const system = await aTrackedDossier();
    await system.move('2026-11-09T10:00', 'receive');
    await system.move('2026-11-10T08:00', 'ask-supplement', 'Thiếu trang 2');
    await system.move('2026-11-11T08:00', 'supplement', 'Đã gửi');
    await undated(system);
    retold(system, (text) => text.replaceAll(/"state":5\b/gu, '"state":"Chờ bà con"'));
    const catalog = withLimit({ value: 5, unit: 'working-day' });
    const stages = withStages({ state: 'Chờ bà con', stage: 'supplement' });
    const element = await fixture<StatusTracker>(aTracker(system, { catalog, stages }));
    await askFor(element, system);
    await says(element, 'Ước tính: khoảng 17/11/2026');
    await pressOn(element, 'Ước tính thế nào');
    await says(element, 'cơ quan chờ, không tính');
  });
});

describe('a calendar on the tag', () => {
  beforeEach(emptyBrowser);

  it('tells the days off by which the date is explained', async () => {
    const system = await aTrackedDossier({ sent: '2026-11-09T09:00' });
    const name = { vi: 'Lễ hội của tỉnh' };
    serving(system, '/lich.json', () =>
      json({
        ...calendar,
        holidays: [...calendar.holidays, '2026-11-10'].sort(),
        reasons: [
          ...(calendar.reasons ?? []),
          { days: ['2026-11-10'], name, decision: 'Quyết định 1/QĐ-UBND' },
        ],
      }),
    );
    // The office reckons by the same days.
    const { line } = system;
    system.line = async (request, go) => {
      const response = await line(request, go);
      if (!request.url.endsWith('/tracking')) return response;
      const text = (await response.text()).replace('"on":"2026-11-12"', '"on":"2026-11-13"');
      return new Response(text, { headers: { 'dvc-contract': '1' } });
    };
    const element = await onTag(system, { calendar: '/lich.json' });
    await askFor(element, system);
    await says(element, 'Hẹn trả: 13/11/2026');
    await pressOn(element, 'Ngày hẹn tính thế nào');
    await says(element, 'Lễ hội của tỉnh (Quyết định 1/QĐ-UBND)');
  });

  const wordsOf = async (element: StatusTracker) => {
    await pressOn(element, 'Ngày hẹn tính thế nào');
    return textIn(element, '.calendar');
  };

  it('is told with what it was made from and until when it reaches', async () => {
    const system = await aTrackedDossier();
    const element = await fixture<StatusTracker>(aTracker(system));
    await askFor(element, system);
    expect(await wordsOf(element))
      .to.contain('lịch năm 2026, theo Thông báo 9441/TB-BNV; Công văn 12729/VPCP-KGVX;')
      .and.to.contain('Cập nhật ngày 26/11/2026. Sau năm 2026: ngày nghỉ chưa được biết.');
  });

  it('is told with the day and the address of its decision, where it has them', async () => {
    const system = await aTrackedDossier();
    const [decision, url] = ['Quyết định 2/QĐ-UBND', 'https://example.gov.vn/2'];
    const own = { ...calendar, source: [{ decision, issuedOn: '2025-12-01', url }], asOf: undefined };
    const element = await fixture<StatusTracker>(aTracker(system, { calendar: own }));
    await askFor(element, system);
    expect(await wordsOf(element))
      .to.contain('theo Quyết định 2/QĐ-UBND ngày 01/12/2025.')
      .and.not.to.contain('Cập nhật');
    const link = rootOf(element).querySelector('.calendar a');
    expect([link?.getAttribute('href'), link?.textContent]).to.deep.equal([
      url,
      'Quyết định 2/QĐ-UBND ngày 01/12/2025',
    ]);
  });

  it('is said to name no source where it names none', async () => {
    const system = await aTrackedDossier();
    const { years, holidays, workingWeekends } = calendar;
    const own = { years: [...years, 2027], holidays, workingWeekends };
    const element = await fixture<StatusTracker>(aTracker(system, { calendar: own }));
    await askFor(element, system);
    expect(await wordsOf(element)).to.equal(
      'Ngày nghỉ và ngày làm bù: lịch năm 2026, 2027. Lịch không ghi nguồn. Sau năm 2027: ngày nghỉ chưa được biết.',
    );
  });

  it('leaves the built-in one where it is of no use, and says so to the webmaster', async () => {
    const system = await aTrackedDossier();
    serving(system, '/lich.json', () => json({ holidays: 'none' }));
    const told = await toldWhile(async () => {
      const element = await onTag(system, { calendar: '/lich.json' });
      await askFor(element, system);
      expect(textIn(element, '.due')).to.contain('Hẹn trả: 12/11/2026');
    });
    expect(told).to.contain('/lich.json');
  });
});

describe('a dossier without a date of the office', () => {
  beforeEach(emptyBrowser);

  it('is given an estimate by the time of its procedure, and it is called one', async () => {
    const system = await aTrackedDossier();
    await undated(system);
    const catalog = withLimit({ value: 5, unit: 'working-day' });
    const element = await fixture<StatusTracker>(aTracker(system, { catalog }));
    await askFor(element, system);
    await says(element, 'Ước tính: khoảng 16/11/2026');
    const due = textIn(element, '.due');
    expect(due).to.contain('không phải lời hẹn').and.not.to.contain('Hẹn trả');
    await pressOn(element, 'Ước tính thế nào');
    const lines = [...rootOf(element).querySelectorAll('.sum li.counted')];
    expect(lines).to.have.length(5);
    expect(textIn(element, '[part="reckoning"]'))
      .to.contain('Thời hạn 5 ngày làm việc')
      .and.to.contain('ngày thứ 5')
      .and.to.contain('Vậy ước tính khoảng 16/11/2026. Đây không phải lời hẹn')
      .and.not.to.contain('hẹn trả');
    // No promise was made, so none is broken.
    system.now('2026-11-30T09:00');
    await pressOn(element, 'Cập nhật');
    await until(() => rootOf(element).querySelector('.busy') === null, 'an answer');
    expect(textIn(element, '.head')).not.to.contain('Trễ').and.not.to.contain('quá ngày hẹn');
  });

  for (const [value, unit, day, words] of [
    [8, 'hour', '10/11/2026', '8 giờ làm việc'],
    [1, 'month', '09/12/2026', '1 tháng'],
  ] as const)
    it(`is given the reckoning of an estimate by a time of ${words} in one line`, async () => {
      const system = await aTrackedDossier();
      await undated(system);
      const element = await fixture<StatusTracker>(aTracker(system, { catalog: withLimit({ value, unit }) }));
      await askFor(element, system);
      await says(element, `Ước tính: khoảng ${day}`);
      await pressOn(element, 'Ước tính thế nào');
      expect(textIn(element, '[part="reckoning"]')).to.contain(words).and.to.contain(`khoảng ${day}`);
      expect(rootOf(element).querySelector('.sum')).to.equal(null);
    });

  for (const [value, unit, sent, year] of [
    [5, 'working-day', '2026-12-28T09:00', 2027],
    [2, 'month', '2026-11-09T09:00', 2027],
    [16, 'hour', '2026-12-31T09:00', 2027],
    [14, 'month', '2026-11-09T09:00', 2027],
    [1, 'day', '2027-03-01T09:00', 2027],
    [1, 'day', '2028-03-01T09:00', 2028],
    [5, 'working-day', '2025-12-29T09:00', 2025],
  ] as const)
    it(`says that the days off of ${String(year)} are not known, of ${String(value)} ${unit} from ${sent}`, async () => {
      const system = await aTrackedDossier({ sent });
      await undated(system);
      retold(system, (text) => text.replace(/"limit":\{[^}]*\},/u, ''));
      const element = await fixture<StatusTracker>(aTracker(system, { catalog: withLimit({ value, unit }) }));
      await askFor(element, system);
      await says(element, `Chưa ước tính được ngày: ngày nghỉ lễ năm ${String(year)} chưa được biết.`);
      expect(textIn(element, '.due'))
        .to.contain('cơ quan chưa hẹn ngày')
        .and.not.to.match(/khoảng \d/u);
      expect(rootOf(element).querySelector('[part="reckoning"]')).to.equal(null);
    });

  it('has its time, where only the holidays on the way are not known yet', async () => {
    const system = await aTrackedDossier({ sent: '2026-12-30T09:00' });
    const element = await onTag(system, {});
    await askFor(element, system);
    expect(textIn(element, '.due')).to.equal(
      'Thời hạn: 3 ngày làm việc Chưa tính được ngày, vì trang chưa có lịch nghỉ lễ của thời gian đó.',
    );
  });

  for (const [way, act, day] of [
    ['on the network', 'send', '12/11/2026'],
    ['on paper', 'register', '18/11/2026'],
  ] as const)
    it(`is given the estimate of the way in which it was filed: ${way}`, async () => {
      const system = await aTrackedDossier();
      await undated(system);
      retold(system, (text) => text.replace('"act":"send"', `"act":"${act}"`));
      const catalog = aCatalog([
        aRecord({
          timeLimit: { value: 20, unit: 'working-day' },
          filing: [
            { channel: 'online', timeLimit: { value: 3, unit: 'working-day' } },
            { channel: 'counter', timeLimit: { value: 7, unit: 'working-day' } },
          ],
        }),
      ]);
      const element = await fixture<StatusTracker>(aTracker(system, { catalog }));
      await askFor(element, system);
      await says(element, `Ước tính: khoảng ${day}`);
    });

  const perCounter = aCatalog([
    aRecord({ filing: [{ channel: 'counter', timeLimit: { value: 7, unit: 'working-day' } }] }),
  ]);
  for (const [what, catalog, words] of [
    ['no catalogue is there', undefined, 'cơ quan chưa hẹn ngày'],
    ['its time is in words', withLimit({ published: 'Theo lịch hẹn' }), 'cơ quan chưa hẹn ngày'],
    ['its time is that of another way', perCounter, 'cơ quan chưa hẹn ngày'],
    ['no such procedure is known', aCatalog([aRecord({ code: '2.000815' })]), 'cơ quan chưa hẹn ngày'],
    ['its record tells no time', aCatalog([aRecord()]), 'cơ quan chưa hẹn ngày'],
    ['its record says that none is fixed', withLimit({ published: 'Không quy định.' }), 'không quy định'],
  ] as const)
    it(`says that ${words} where ${what}`, async () => {
      const system = await aTrackedDossier();
      await undated(system);
      const element = await fixture<StatusTracker>(aTracker(system, { catalog }));
      await askFor(element, system);
      await until(
        () => textIn(element, '.due') === `Hẹn trả: ${words}`,
        `“${words}” instead of “${textIn(element, '.due')}”`,
      );
    });

  it('promises no new date where there never was one', async () => {
    const system = await aTrackedDossier();
    await system.move('2026-11-09T10:00', 'receive');
    await system.move('2026-11-10T08:00', 'ask-supplement', 'Thiếu trang 2');
    const told = async () => {
      const element = await fixture<StatusTracker>(aTracker(system));
      await askFor(element, system);
      return textIn(element, '.head');
    };
    expect(await told())
      .to.contain('ngày hẹn sẽ tính lại')
      .and.to.contain('Thời hạn dừng lại cho đến khi bạn bổ sung');
    retold(system, (text) => text.replace(/"limit":\{[^}]*\},/u, ''));
    expect(await told())
      .to.contain('Hẹn trả: cơ quan chưa hẹn ngày')
      .and.to.contain('Bổ sung những gì cơ quan yêu cầu: gửi ở đây, hoặc mang đến nơi tiếp nhận.')
      .and.not.to.contain('tính lại')
      .and.not.to.contain('dừng lại');
  });
});

describe('what a catalogue tells of a filed procedure', () => {
  const { fetch: network } = window;
  afterEach(() => void (window.fetch = network));
  let files = 0;
  const anAddress = () =>
    `https://xa.example/theo-doi-${String((files += 1))}-${String(performance.now())}.json`;
  const timeLimit = { value: 3, unit: 'working-day' } as const;
  const filed = { procedure: '1.001193', history: [] };

  it('is its name and its time, from a catalogue or from the address of one', async () => {
    const expected = { name: 'Thủ tục đăng ký khai sinh', timeLimit, isUntimed: false };
    expect(await findProcedure(withLimit(timeLimit), filed)).to.deep.equal(expected);
    window.fetch = () => Promise.resolve(json(aCatalogFile([aRecord({ timeLimit })])));
    expect(await findProcedure(anAddress(), filed)).to.deep.equal(expected);
  });

  it('is nothing where it has none of this code, or did not come', async () => {
    expect(await findProcedure(withLimit(timeLimit), { ...filed, procedure: '9.999999' })).to.equal(
      undefined,
    );
    window.fetch = () => Promise.resolve(new Response('', { status: 404 }));
    expect(await findProcedure(anAddress(), filed)).to.equal(undefined);
  });
});
