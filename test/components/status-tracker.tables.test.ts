import { expect, fixture } from '@open-wc/testing';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import calendar from '../../src/dossiers/calendar.json' with { type: 'json' };
import { findProcedure } from '../../src/ui/procedure-facts.js';
import { aCatalog, aCatalogFile, aRecord, type ProcedureRecord } from '../support/builders.js';
import { aTracker, askFor, pressOn, rootOf, says, textIn } from '../support/drive-tracker.js';
import { until } from '../support/fake-timers.js';
import { emptyBrowser } from '../support/storage.js';
import { aTrackedDossier, undated, type TrackedSystem } from '../support/tracked.js';

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

describe('a calendar on the tag', () => {
  beforeEach(emptyBrowser);

  it('tells the days off by which the date is explained', async () => {
    const system = await aTrackedDossier({ sent: '2026-11-09T09:00' });
    const name = { vi: 'Lễ hội của tỉnh' };
    serving(system, '/lich.json', () =>
      json({
        ...calendar,
        holidays: [...calendar.holidays, '2026-11-10'].sort(),
        reasons: [...calendar.reasons, { days: ['2026-11-10'], name, decision: 'Quyết định 1/QĐ-UBND' }],
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

  it('has its time, where only the holidays on the way are not known yet', async () => {
    const system = await aTrackedDossier({ sent: '2026-12-30T09:00' });
    const element = await onTag(system, {});
    await askFor(element, system);
    expect(textIn(element, '.due')).to.equal(
      'Thời hạn: 3 ngày làm việc Chưa tính được ngày, vì lịch nghỉ lễ của thời gian đó chưa công bố.',
    );
  });

  for (const [what, catalog] of [
    ['no catalogue is there', undefined],
    ['the procedure tells no time in numbers', withLimit({ published: 'Theo lịch hẹn' })],
    ['the catalogue has no such procedure', aCatalog([aRecord({ code: '2.000815' })])],
  ] as const)
    it(`says that none is fixed where ${what}`, async () => {
      const system = await aTrackedDossier();
      await undated(system);
      const element = await fixture<StatusTracker>(aTracker(system, { catalog }));
      await askFor(element, system);
      expect(textIn(element, '.due')).to.equal('Hẹn trả: không quy định');
    });
});

describe('what a catalogue tells of a filed procedure', () => {
  const { fetch: network } = window;
  afterEach(() => void (window.fetch = network));
  let files = 0;
  const anAddress = () =>
    `https://xa.example/theo-doi-${String((files += 1))}-${String(performance.now())}.json`;
  const timeLimit = { value: 3, unit: 'working-day' } as const;

  it('is its name and its time, from a catalogue or from the address of one', async () => {
    const expected = { name: 'Thủ tục đăng ký khai sinh', timeLimit };
    expect(await findProcedure(withLimit(timeLimit), '1.001193')).to.deep.equal(expected);
    window.fetch = () => Promise.resolve(json(aCatalogFile([aRecord({ timeLimit })])));
    expect(await findProcedure(anAddress(), '1.001193')).to.deep.equal(expected);
  });

  it('is nothing where it has none of this code, or did not come', async () => {
    expect(await findProcedure(withLimit(timeLimit), '9.999999')).to.equal(undefined);
    window.fetch = () => Promise.resolve(new Response('', { status: 404 }));
    expect(await findProcedure(anAddress(), '1.001193')).to.equal(undefined);
  });
});
