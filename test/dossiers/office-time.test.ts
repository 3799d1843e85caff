import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { builtInCalendar as calendar } from '../../src/dossiers/built-in-calendar.js';
import type { WorkCalendar } from '../../src/dossiers/deadline.js';
import { estimateDue } from '../../src/dossiers/estimate-due.js';
import { dayAfterHours, officeTimeUntil } from '../../src/dossiers/office-time.js';
import { parseWorkCalendar } from '../../src/dossiers/work-calendar.js';

const at = (local: string) => new Date(`${local}:00+07:00`);

/* A slow model that shares nothing with the rules: it opens a diary and looks at each quarter of an hour. */
const QUARTER = 15 * 60_000;
const holidays = new Set(calendar.holidays);
const exchanged = new Set(calendar.workingWeekends);
const saturdays = fc.constantFrom(undefined, 'morning' as const, 'whole' as const);
const dayAt = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const midnight = (day: string) => Date.parse(`${day}T00:00:00+07:00`);

/** The day on which a quarter is worked; undefined where offices are closed. */
function workedAt(instant: number, open: WorkCalendar['saturdays']): string | undefined {
  const local = new Date(instant + 7 * 3_600_000);
  const day = local.toISOString().slice(0, 10);
  const hour = local.getUTCHours() + local.getUTCMinutes() / 60;
  const isMorning = hour >= 7 && hour < 11.5;
  const isAfternoon = hour >= 13.5 && hour < 17;
  if (exchanged.has(day)) return isMorning || isAfternoon ? day : undefined;
  if (local.getUTCDay() === 0 || holidays.has(day)) return undefined;
  if (local.getUTCDay() === 6 && open !== 'whole') return open === 'morning' && isMorning ? day : undefined;
  return isMorning || isAfternoon ? day : undefined;
}
/** The first day on or after one on which any quarter is worked. */
function openFrom(day: string, open: WorkCalendar['saturdays']): string {
  for (let one = midnight(day); ; one += QUARTER) {
    const found = workedAt(one, open);
    if (found !== undefined) return found;
  }
}

describe('working time until something is due', () => {
  const cases: readonly [now: string, due: string, told: string, why: string][] = [
    ['2026-11-16T09:00', '2026-11-19', 'left 3 6', 'in the middle of a week'],
    ['2026-11-19T09:00', '2026-11-19', 'left 0 6', 'today'],
    ['2026-11-19T16:01', '2026-11-19', 'left 0 0:59', 'in the last hour'],
    ['2026-11-19T16:59', '2026-11-19', 'left 0 0:01', 'in the last minute'],
    ['2026-11-19T17:00', '2026-11-19', 'left 0 0', 'today, in the minute in which offices close'],
    ['2026-11-19T12:00', '2026-11-19', 'left 0 3:30', 'in the break at noon'],
    ['2026-11-19T18:00', '2026-11-19', 'left 0 0', 'today, and offices are closed'],
    ['2026-11-20T09:00', '2026-11-19', 'late 0 2', 'since this morning'],
    ['2026-11-21T09:00', '2026-11-19', 'late 1 0', 'on a Saturday'],
    ['2026-11-25T07:00', '2026-11-20', 'late 1 0', 'over a weekend and a holiday'],
    ['2026-08-21T17:00', '2026-08-24', 'left 2 0', 'over a Saturday that is worked in exchange'],
  ];
  for (const [now, due, told, why] of cases)
    it(`is “${told}”: ${why}`, () => {
      const time = officeTimeUntil(due, at(now), calendar);
      const minutes = time?.minutes ? `:${String(time.minutes).padStart(2, '0')}` : '';
      expect(time && `${time.kind} ${String(time.days)} ${String(time.hours)}${minutes}`).to.equal(told);
    });

  it('is not told of a year whose holidays are not known', () => {
    expect(officeTimeUntil('2027-01-04', at('2026-12-30T09:00'), calendar)).to.equal(undefined);
    expect(officeTimeUntil('2025-12-30', at('2026-01-05T09:00'), calendar)).to.equal(undefined);
  });

  it('counts a Saturday morning where offices work then, and no more of it', () => {
    const open: WorkCalendar = { ...calendar, saturdays: 'morning' };
    expect(officeTimeUntil('2026-11-21', at('2026-11-20T17:30'), open)).to.deep.equal({
      kind: 'left',
      days: 1,
      hours: 0,
      minutes: 0,
    });
    expect(officeTimeUntil('2026-11-21', at('2026-11-21T07:00'), open)).to.deep.include({
      hours: 4,
      minutes: 30,
    });
    expect(officeTimeUntil('2026-11-21', at('2026-11-21T10:45'), open)).to.deep.include({
      hours: 0,
      minutes: 45,
    });
  });

  it('is what somebody counts who looks at every quarter of an hour', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 330 }),
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: 0, max: 95 }),
        saturdays,
        (from, ahead, quarter, open) => {
          const due = dayAt(from + ahead);
          const now = midnight(dayAt(from)) + quarter * QUARTER;
          const end = midnight(due) + 24 * 3_600_000;
          const quarters = new Map<string, number>();
          for (let one = Math.min(now, end); one < Math.max(now, end); one += QUARTER) {
            const found = workedAt(one, open);
            if (found !== undefined) quarters.set(found, (quarters.get(found) ?? 0) + 1);
          }
          const today = quarters.get(dayAt(from)) ?? 0;
          quarters.delete(dayAt(from));
          expect(officeTimeUntil(due, new Date(now), { ...calendar, saturdays: open })).to.deep.equal({
            kind: now < end ? 'left' : 'late',
            days: quarters.size,
            hours: Math.floor(today / 4),
            minutes: (today % 4) * 15,
          });
        },
      ),
    );
  });
});

describe('a time in hours', () => {
  const cases: readonly [string, number, string][] = [
    ['2026-11-19T09:00', 4, '2026-11-19'],
    ['2026-11-19T15:00', 4, '2026-11-20'],
    ['2026-11-20T16:00', 8, '2026-11-23'],
    ['2026-11-21T09:00', 1, '2026-11-23'],
    ['2026-11-19T18:00', 0, '2026-11-19'],
  ];
  for (const [from, hours, day] of cases)
    it(`of ${String(hours)} from ${from} ends on ${day}`, () => {
      expect(dayAfterHours(at(from), hours, calendar)).to.equal(day);
    });

  it('ends with the quarter by which so many were worked, as somebody ticks them off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 330 * 96 }),
        fc.integer({ min: 0, max: 60 * 4 }),
        saturdays,
        (quarter, wanted, open) => {
          const from = midnight(dayAt(0)) + quarter * QUARTER;
          let on = openFrom(new Date(from + 7 * 3_600_000).toISOString().slice(0, 10), open);
          for (let one = from, left = wanted; left > 0; one += QUARTER) {
            const found = workedAt(one, open);
            if (found === undefined) continue;
            on = found;
            left -= 1;
          }
          const own = { ...calendar, saturdays: open };
          const told = dayAfterHours(new Date(from), wanted / 4, own);
          // Nothing is told beyond the year whose days off are known.
          expect(told).to.equal(on < '2027' ? on : undefined);
        },
      ),
    );
  });
});

describe('an estimate', () => {
  const received = at('2026-11-16T09:00');
  const estimate = (time: Parameters<typeof estimateDue>[1]) => estimateDue(received, time, [], calendar);

  it('is reckoned from what the record tells', () => {
    expect(estimate({ value: 3, unit: 'working-day' })).to.equal('2026-11-19');
    expect(estimate({ value: 2.5, unit: 'working-day' })).to.equal('2026-11-19');
    expect(estimate({ value: 5, unit: 'day' })).to.equal('2026-11-23');
    expect(estimate({ value: 8, unit: 'hour' })).to.equal('2026-11-17');
    expect(estimate({ value: 1, unit: 'month' })).to.equal('2026-12-16');
    expect(estimate({ unit: 'same-day' })).to.equal('2026-11-16');
    expect(estimateDue(at('2026-01-31T09:00'), { value: 1, unit: 'month' }, [], calendar)).to.equal(
      '2026-03-02',
    );
  });

  it('in months ends on the day of the same number, the last of a shorter month, or the next that is worked', () => {
    // A calendar on the wall, leaf by leaf; its last days of months are tried as often as all the others together.
    const leaves = Array.from({ length: 800 }, (_, n) => dayAt(n));
    const names = [...new Set(leaves.map((day) => day.slice(0, 7)))];
    const isLast = (day: string, n: number) => n < 300 && day.slice(8) > '28';
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...leaves.slice(0, 300)), fc.constantFrom(...leaves.filter(isLast))),
        fc.integer({ min: 0, max: 95 }),
        fc.integer({ min: 1, max: 8 }),
        saturdays,
        (day, quarter, months, open) => {
          const received = midnight(day) + quarter * QUARTER;
          // Taken as of the first day of which a quarter is still to be worked.
          let one = received;
          while (workedAt(one, open) === undefined) one += QUARTER;
          const start = workedAt(one, open)!;
          const month = names[names.indexOf(start.slice(0, 7)) + months]!;
          const days = leaves.filter((leaf) => leaf.startsWith(month));
          const end = days.filter((leaf) => leaf.slice(8) <= start.slice(8)).at(-1)!;
          const on = end < '2027' ? openFrom(end, open) : end;
          const own = { ...calendar, saturdays: open };
          const told = estimateDue(new Date(received), { value: months, unit: 'month' }, [], own);
          // Nothing is told beyond the year whose days off are known.
          expect(told).to.equal(on < '2027' ? on : undefined);
        },
      ),
      // From a month of 31 days into one of 30, neither end of which is a day off.
      { numRuns: 300, examples: [['2026-08-31', 36, 1, undefined]] },
    );
  });

  it('is none where nobody tells a time, the calendar ends, or the office waits', () => {
    expect(estimate({})).to.equal(undefined);
    expect(estimate({ value: 3 })).to.equal(undefined);
    expect(estimate({ value: 1, unit: 'year' })).to.equal(undefined);
    expect(estimate({ value: 0, unit: 'working-day' })).to.equal(undefined);
    expect(estimate({ value: 9999, unit: 'hour' })).to.equal(undefined);
    const waits = [{ act: 'pause', at: received.toISOString(), state: 8 }];
    expect(estimateDue(received, { value: 3, unit: 'day' }, waits, calendar)).to.equal(undefined);
    // It went on; only for days it is told how a pause moves a time.
    const went = [...waits, { act: 'go-on', at: at('2026-11-17T09:00').toISOString(), state: 4 }];
    expect(estimateDue(received, { value: 3, unit: 'day' }, went, calendar)).not.to.equal(undefined);
    for (const unit of ['hour', 'month'] as const)
      for (const rows of [waits, went])
        expect(estimateDue(received, { value: 3, unit }, rows, calendar), unit).to.equal(undefined);
  });
});

describe('a calendar of a province', () => {
  it('is read with what decided its days', () => {
    expect(parseWorkCalendar(calendar)).to.deep.equal({ ok: true, value: calendar });
    const { reasons = [], source = [], asOf } = calendar;
    const told = new Set(reasons.flatMap(({ days }) => days));
    expect([...calendar.holidays, ...calendar.workingWeekends].filter((day) => !told.has(day))).to.deep.equal(
      [],
    );
    expect(reasons.filter(({ decision = '' }) => !/\d/u.test(decision))).to.deep.equal([]);
    // Each decision of a day is among what the whole was made from, to its number.
    const numberOf = (decision: string) => /[\d]+(?:\/[\dA-ZĐ-]+)+/u.exec(decision)?.[0];
    const sources = source.map(({ decision }) => numberOf(decision));
    expect(new Set(reasons.map(({ decision = '' }) => numberOf(decision)))).to.deep.equal(new Set(sources));
    expect(asOf).to.match(/^\d{4}-\d{2}-\d{2}$/u);
  });

  for (const [why, json] of [
    ['no object', null],
    ['a day that there is not', { ...calendar, holidays: ['2026-02-30'] }],
    ['no years', { ...calendar, years: [] }],
    ['a source that is no decision', { ...calendar, source: [{ url: 'https://example.gov.vn' }] }],
    ['a source that leads nowhere', { ...calendar, source: [{ decision: '1/QĐ', url: 'javascript:0' }] }],
    ['a day as of which there is none', { ...calendar, asOf: 'hôm nay' }],
    ['Saturdays of another kind', { ...calendar, saturdays: 'sometimes' }],
  ] as const)
    it(`is refused and named: ${why}`, () => {
      const parsed = parseWorkCalendar(json);
      expect(parsed.ok || parsed.problem.code).to.equal('calendar-invalid');
    });
});
