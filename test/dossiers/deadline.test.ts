import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import calendar from '../../src/dossiers/calendar.json' with { type: 'json' };
import { dueDate, isWorkingDay } from '../../src/dossiers/deadline.js';

const at = (local: string) => new Date(`${local}:00+07:00`);

describe('dueDate', () => {
  const cases: readonly [
    received: string,
    days: number,
    unit: 'working-day' | 'day',
    due: string,
    why: string,
  ][] = [
    ['2026-11-16T09:00', 3, 'working-day', '2026-11-19', 'Monday morning, three days on'],
    ['2026-11-16T17:00', 3, 'working-day', '2026-11-20', 'after closing counts as the next day'],
    ['2026-11-27T09:00', 1, 'working-day', '2026-11-30', 'over a weekend'],
    ['2026-11-28T09:00', 1, 'working-day', '2026-12-01', 'what comes on a Saturday came on Monday'],
    ['2026-02-13T09:00', 1, 'working-day', '2026-02-23', 'over Tết'],
    ['2026-04-24T09:00', 5, 'working-day', '2026-05-06', 'over two holidays'],
    ['2026-11-16T09:00', 5, 'day', '2026-11-23', 'days may not end on a weekend'],
    ['2026-11-23T09:00', 4, 'day', '2026-11-27', 'days count all days'],
    ['2026-11-23T09:00', 0, 'working-day', '2026-11-23', 'the same day'],
    [
      '2026-11-23T23:30',
      0,
      'working-day',
      '2026-11-25',
      'at night it is the next working day, here after a holiday',
    ],
  ];
  for (const [received, days, unit, due, why] of cases) {
    it(`${received} + ${String(days)} ${unit} is ${due}: ${why}`, () => {
      expect(dueDate(at(received), days, unit, calendar)?.on).to.equal(due);
    });
  }

  it('counts from the hour that is ruled for it, and tells that hour and that it passed', () => {
    const before = dueDate(at('2026-11-25T14:59'), 0, 'working-day', calendar, 15)!;
    expect([before.on, before.cutOffHour, before.startsLater]).to.deep.equal(['2026-11-25', 15, undefined]);
    const after = dueDate(at('2026-11-25T15:00'), 0, 'working-day', calendar, 15)!;
    expect([after.on, after.cutOffHour, after.startsLater]).to.deep.equal(['2026-11-26', 15, 'after-hour']);
    const off = dueDate(at('2026-11-28T09:00'), 0, 'working-day', calendar)!;
    expect([off.on, off.cutOffHour, off.startsLater]).to.deep.equal(['2026-11-30', undefined, 'day-off']);
  });

  it('tells first day and days off, so that a person can count along', () => {
    expect(dueDate(at('2026-11-26T09:00'), 3, 'working-day', calendar)).to.deep.equal({
      on: '2026-12-01',
      days: 3,
      unit: 'working-day',
      from: '2026-11-27',
      skipped: ['2026-11-28', '2026-11-29'],
    });
  });

  it('says nothing of a year whose holidays it does not know', () => {
    expect(dueDate(at('2026-12-30T09:00'), 5, 'working-day', calendar)).to.equal(undefined);
    expect(dueDate(at('2025-12-30T09:00'), 1, 'working-day', calendar)).to.equal(undefined);
  });

  it('counts a weekend that is worked', () => {
    const worked = { ...calendar, workingWeekends: ['2026-11-28'] };
    expect(isWorkingDay('2026-11-28', worked)).to.equal(true);
    expect(dueDate(at('2026-11-27T09:00'), 1, 'working-day', worked)?.on).to.equal('2026-11-28');
  });

  it('always ends on a working day, as many working days on as were asked', () => {
    const hours = fc.integer({ min: 0, max: 340 * 24 });
    fc.assert(
      fc.property(hours, fc.integer({ min: 0, max: 15 }), (hour, days) => {
        const received = new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000);
        const due = dueDate(received, days, 'working-day', calendar);
        if (!due) return;
        expect(isWorkingDay(due.on, calendar)).to.equal(true);
        let counted = 0;
        for (let day = new Date(`${due.from}T00:00:00Z`); days > 0; day.setUTCDate(day.getUTCDate() + 1)) {
          const name = day.toISOString().slice(0, 10);
          if (name > due.on) break;
          if (isWorkingDay(name, calendar)) counted += 1;
        }
        expect(counted).to.equal(days);
      }),
    );
  });
});
