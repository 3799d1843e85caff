import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { builtInCalendar } from '../../src/dossiers/built-in-calendar.js';
import { dueDate, type WorkCalendar } from '../../src/dossiers/deadline.js';
import { promisedDate } from '../../src/dossiers/promised-date.js';

describe('promisedDate()', () => {
  const at = (text: string) => new Date(text);
  const cases: readonly [received: string, on: string, days: number | undefined, why: string][] = [
    ['2026-11-26T02:00:00Z', '2026-11-26', 0, 'the same day'],
    ['2026-11-26T02:00:00Z', '2026-11-27', 1, 'the next day'],
    ['2026-11-26T02:00:00Z', '2026-11-30', 2, 'a weekend lies in between'],
    ['2026-11-26T02:00:00Z', '2026-11-28', undefined, 'offices are closed'],
    ['2026-11-26T02:00:00Z', '2026-11-25', undefined, 'it is past'],
    ['2026-11-26T11:00:00Z', '2026-11-26', undefined, 'the day is over for papers that come now'],
    ['2026-11-26T02:00:00Z', '2093-03-03', undefined, 'it is too far away'],
    ['2026-11-26T02:00:00Z', '2027-01-09', undefined, 'it is a Saturday of a year that is not known'],
    ['2026-11-26T02:00:00Z', '2027-01-10', undefined, 'it is a Sunday of a year that is not known'],
    ['2027-01-11T02:00:00Z', '2027-01-08', undefined, 'it is past in a year that is not known'],
    ['2026-11-26T02:00:00Z', 'khi nào xong', undefined, 'it is no day'],
  ];
  for (const [received, on, days, why] of cases)
    it(`is ${days === undefined ? 'none' : `${String(days)} working days`} where ${why}`, () => {
      expect(promisedDate(at(received), on, builtInCalendar)?.days).to.equal(days);
    });

  it('keeps the day beyond the years that the calendar knows, without a reckoning', () => {
    expect(promisedDate(at('2026-11-26T02:00:00Z'), '2027-01-08', builtInCalendar)).to.deep.equal({
      on: '2027-01-08',
      days: 43,
      unit: 'day',
      from: '2026-11-27',
      skipped: [],
    });
    const open: WorkCalendar = { ...builtInCalendar, saturdays: 'morning' };
    expect(promisedDate(at('2026-11-26T02:00:00Z'), '2027-01-09', open)?.on).to.equal('2027-01-09');
  });

  it('gives back the days by which a date was worked out', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 300 });
    fc.assert(
      fc.property(minutes, fc.nat({ max: 60 }), (minute, days) => {
        const received = new Date(Date.parse('2026-01-02T00:00:00Z') + minute * 60_000);
        const due = dueDate(received, days, 'working-day', builtInCalendar);
        fc.pre(due !== undefined);
        expect(promisedDate(received, due.on, builtInCalendar)).to.deep.equal(due);
      }),
    );
  });
});
