import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import calendar from '../../src/dossiers/calendar.json' with { type: 'json' };
import { dueDate, isWorkingDay, nextDay } from '../../src/dossiers/deadline.js';
import type { DossierState } from '../../src/dossiers/dossier-states.js';
import { isPast, movedDueDate, pausesOf, type PausingRow } from '../../src/dossiers/moved-deadline.js';

const at = (local: string) => new Date(`${local}:00+07:00`);
const row = (act: string, local: string, state: DossierState): PausingRow => ({
  act,
  at: at(local).toISOString(),
  state,
});
const SENT = '2026-11-30T09:00';
const sent = row('send', SENT, 1);
const limit = { days: 3, unit: 'working-day' } as const;
const moved = (...rows: PausingRow[]) => movedDueDate(at(SENT), limit, [sent, ...rows], calendar);

describe('movedDueDate', () => {
  it('is the date on the receipt where nothing was waited for', () => {
    const { paused, ...due } = moved(row('receive', '2026-11-30T10:00', 2))!;
    expect(paused).to.equal(0);
    expect(due).to.deep.equal(dueDate(at(SENT), 3, 'working-day', calendar));
  });

  const cases: readonly [from: string, to: string, due: string, why: string][] = [
    ['2026-12-01T10:00', '2026-12-01T15:00', '2026-12-03', 'asked and given on one day'],
    ['2026-12-01T10:00', '2026-12-02T08:00', '2026-12-04', 'given on the next day'],
    ['2026-12-01T10:00', '2026-12-02T18:00', '2026-12-07', 'given after closing time'],
    ['2026-12-01T10:00', '2026-12-05T08:00', '2026-12-09', 'given on a Saturday, taken on Monday'],
    ['2026-11-30T09:10', '2026-12-01T09:00', '2026-12-04', 'asked before the reception'],
    ['2026-12-03T16:00', '2026-12-08T09:00', '2026-12-08', 'asked on the last day'],
    ['2026-12-04T08:00', '2026-12-08T09:00', '2026-12-03', 'asked when it was late already'],
  ];
  for (const [from, to, due, why] of cases)
    it(`is ${due} where something was ${why}`, () => {
      expect(moved(row('ask-supplement', from, 5), row('supplement', to, 4))?.on).to.equal(due);
    });

  it('adds up several pauses, and counts no day twice', () => {
    const twice = moved(
      row('ask-supplement', '2026-12-01T10:00', 5),
      row('supplement', '2026-12-01T18:00', 4),
      row('ask-payment', '2026-12-01T18:30', 6),
      row('pay', '2026-12-02T09:00', 4),
      row('pause', '2026-12-03T09:00', 8),
      row('resume', '2026-12-04T09:00', 4),
    );
    expect(twice).to.include({ on: '2026-12-07', days: 3, paused: 2 });
  });

  it('is nothing while the office waits, unless it was late before', () => {
    expect(moved(row('ask-supplement', '2026-12-01T10:00', 5))).to.equal(undefined);
    expect(moved(row('ask-supplement', '2026-12-04T10:00', 5))?.on).to.equal('2026-12-03');
  });

  it('is nothing where the calendar of the year is not known', () => {
    const rows = [row('pause', '2026-12-01T10:00', 8), row('resume', '2027-01-05T10:00', 4)];
    expect(moved(...rows)).to.equal(undefined);
  });

  it('takes what was stopped for good for no pause, and what happens meanwhile for none either', () => {
    expect(pausesOf([sent, row('stop', '2026-12-01T10:00', 8)])).to.deep.equal([]);
    const rows = [
      row('ask-supplement', '2026-12-01T10:00', 5),
      row('deliver', '2026-12-02T10:00', 5),
      row('withdraw', '2026-12-03T10:00', 7),
    ];
    expect(pausesOf(rows)).to.deep.equal([{ from: at('2026-12-01T10:00'), to: at('2026-12-03T10:00') }]);
  });

  it('leaves exactly the wanted number of days that count between the sending and the date', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 200 }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 }), fc.array(span, { maxLength: 4 }), (days, spans) => {
        // From a Monday in March, for some weeks without holidays; hours after it.
        let hour = 0;
        const start = Date.parse('2026-03-02T02:00:00Z');
        const rows = spans.flatMap(([gap, length]): PausingRow[] => {
          const from = new Date(start + (hour += gap % 20) * 3_600_000).toISOString();
          const to = new Date(start + (hour += length % 90) * 3_600_000).toISOString();
          return [
            { act: 'ask-supplement', at: from, state: 5 },
            { act: 'supplement', at: to, state: 4 },
          ];
        });
        const due = movedDueDate(new Date(start), { days, unit: 'working-day' }, rows, calendar)!;
        let between = 0;
        for (let day = '2026-03-02'; day < due.on; day = nextDay(day))
          if (isWorkingDay(nextDay(day), calendar)) between += 1;
        expect(between - due.paused).to.equal(days);
        expect(isWorkingDay(due.on, calendar)).to.equal(true);
      }),
    );
  });

  it('is past from the next day on', () => {
    const due = moved();
    expect([
      isPast(due, '2026-12-03'),
      isPast(due, '2026-12-04'),
      isPast(undefined, '2027-01-01'),
    ]).to.deep.equal([false, true, false]);
  });
});
