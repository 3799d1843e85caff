import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { builtInCalendar as calendar } from '../../src/dossiers/built-in-calendar.js';
import { dueDate, nextDay, startOf, type WorkCalendar } from '../../src/dossiers/deadline.js';
import { explainDue } from '../../src/dossiers/explain-due.js';
import { movedDueDate, type PausingRow } from '../../src/dossiers/moved-deadline.js';

const at = (local: string) => new Date(`${local}:00+07:00`);
const explain = (
  sent: string,
  limit: { days: number; unit: 'working-day' | 'day' },
  rows: readonly PausingRow[] = [],
  cutOffHour?: number,
) => explainDue(at(sent), movedDueDate(at(sent), limit, rows, calendar, cutOffHour)!, rows, calendar);
const row = (act: string, local: string, state: number): PausingRow => ({
  act,
  at: at(local).toISOString(),
  state,
});
const told = (explained: ReturnType<typeof explain>) =>
  explained?.lines.map(({ day, mark, nth }) => `${day.slice(8)} ${mark}${nth ? ` ${String(nth)}` : ''}`);

describe('a date, line by line', () => {
  it('tells each day, what it is and what decided it', () => {
    const explained = explain('2026-11-20T09:00', { days: 3, unit: 'working-day' })!;
    expect(told(explained)).to.deep.equal([
      '21 weekend',
      '22 weekend',
      '23 counted 1',
      '24 holiday',
      '25 counted 2',
      '26 counted 3',
    ]);
    expect(explained.lines[3]?.reason).to.deep.include({
      decision: 'Nghị quyết 28/2026/QH16, Điều 2',
    });
    expect(explained.startsLater).to.equal(undefined);
  });

  it('tells a Saturday that is worked in exchange', () => {
    const { lines } = explain('2026-08-21T09:00', { days: 1, unit: 'working-day' })!;
    expect(lines).to.have.length(1);
    expect(lines[0]).to.deep.include({ day: '2026-08-22', mark: 'counted', nth: 1 });
    expect(lines[0]?.reason?.decision).to.equal('Thông báo 9441/TB-BNV');
  });

  it('tells the days on which the office waited', () => {
    const rows = [row('ask-supplement', '2026-11-17T10:00', 5), row('supplement', '2026-11-19T08:00', 4)];
    expect(told(explain('2026-11-16T09:00', { days: 3, unit: 'working-day' }, rows))).to.deep.equal([
      '17 counted 1',
      '18 paused',
      '19 paused',
      '20 counted 2',
      '21 weekend',
      '22 weekend',
      '23 counted 3',
    ]);
  });

  it('tells why it does not begin on the day on which it came', () => {
    expect(explain('2026-11-19T17:00', { days: 1, unit: 'working-day' })).to.deep.include({
      received: '2026-11-19',
      start: '2026-11-20',
      startsLater: 'after-hour',
      cutOffHour: 17,
    });
    expect(explain('2026-11-21T09:00', { days: 1, unit: 'working-day' })).to.deep.include({
      start: '2026-11-23',
      startsLater: 'day-off',
    });
  });

  it('finds out that an office counts from three in the afternoon', () => {
    expect(explain('2026-11-19T15:10', { days: 0, unit: 'working-day' }, [], 15)).to.deep.include({
      on: '2026-11-20',
      startsLater: 'after-hour',
      cutOffHour: 15,
    });
  });

  it('takes the hour that the office tells, and looks for no other', () => {
    const due = { on: '2026-11-19', days: 0, unit: 'working-day', paused: 0 } as const;
    const came = at('2026-11-19T15:10');
    expect(explainDue(came, due, [], calendar)?.cutOffHour).to.equal(17);
    expect(explainDue(came, { ...due, cutOffHour: 15 }, [], calendar)).to.equal(undefined);
    expect(explainDue(came, { ...due, on: '2026-11-20', cutOffHour: 15 }, [], calendar)?.start).to.equal(
      '2026-11-20',
    );
  });

  it('tells a time in days that was over on a day off', () => {
    expect(told(explain('2026-11-16T09:00', { days: 5, unit: 'day' }))?.slice(-3)).to.deep.equal([
      '21 counted 5',
      '22 moved',
      '23 moved',
    ]);
  });

  it('tells nothing of a date that cannot be reckoned: the office’s own stands by itself', () => {
    const due = { on: '2026-12-25', days: 3, unit: 'working-day', paused: 0 } as const;
    expect(explainDue(at('2026-11-16T09:00'), due, [], calendar)).to.equal(undefined);
    expect(
      explainDue(at('2026-11-16T09:00'), { ...due, on: '2026-11-19', paused: 2 }, [], calendar),
    ).to.equal(undefined);
  });
});

describe('Saturdays', () => {
  const open = (saturdays: 'morning' | 'whole'): WorkCalendar => ({ ...calendar, saturdays });

  it('count where an office is open then, and not where a decision closes it', () => {
    expect(dueDate(at('2026-11-20T09:00'), 1, 'working-day', open('morning'))?.on).to.equal('2026-11-21');
    const closed = { ...open('whole'), holidays: [...calendar.holidays, '2026-11-21'] };
    expect(dueDate(at('2026-11-20T09:00'), 1, 'working-day', closed)?.on).to.equal('2026-11-23');
  });

  it('end at noon where only the morning is worked', () => {
    expect(startOf(at('2026-11-21T11:29'), open('morning'))).to.equal('2026-11-21');
    expect(startOf(at('2026-11-21T11:30'), open('morning'))).to.equal('2026-11-23');
    expect(startOf(at('2026-11-21T15:00'), open('whole'))).to.equal('2026-11-21');
  });
});

/*
 * The model keeps a diary of the whole year, every day of it looked up by itself: whether it is worked, and whether the
 * office waits on it. It then ticks days off one after the other. Nothing of the rules is used.
 */
describe('the reckoning, beside a slow model that ticks off a diary', () => {
  const HOUR = 3_600_000;
  const local = (instant: number) => new Date(instant + 7 * HOUR);
  const dayOf = (instant: number) => local(instant).toISOString().slice(0, 10);
  interface Wait {
    readonly from: number;
    readonly to: number;
  }

  const diary = (calendarOf: WorkCalendar) => {
    const year: string[] = [];
    for (let one = Date.UTC(2026, 0, 1); one < Date.UTC(2027, 0, 1); one += 24 * HOUR)
      year.push(new Date(one).toISOString().slice(0, 10));
    const isOpen = (day: string) => {
      const weekday = new Date(`${day}T00:00Z`).getUTCDay();
      if (calendarOf.workingWeekends.includes(day)) return true;
      if (calendarOf.holidays.includes(day) || weekday === 0) return false;
      return weekday < 6 || calendarOf.saturdays !== undefined;
    };
    /** Only its morning is worked: a Saturday by itself, and not one that is worked in exchange for a day off. */
    const isMorning = (day: string) =>
      calendarOf.saturdays === 'morning' &&
      new Date(`${day}T00:00Z`).getUTCDay() === 6 &&
      !calendarOf.workingWeekends.includes(day);
    return { year, isOpen, isMorning };
  };

  /** The day as of which something that came then is taken. */
  const takenOn = (instant: number, hour: number, { year, isOpen, isMorning }: ReturnType<typeof diary>) => {
    const day = dayOf(instant);
    const came = local(instant).getUTCHours() + local(instant).getUTCMinutes() / 60;
    const isInTime = isOpen(day) && came < (isMorning(day) ? 11.5 : hour);
    return isInTime ? day : year.find((one) => one > day && isOpen(one));
  };

  function slowDue(
    sent: number,
    { days, unit, hour }: { days: number; unit: 'working-day' | 'day'; hour: number },
    waits: readonly Wait[],
    book: ReturnType<typeof diary>,
  ): { on: string | undefined; paused: number } {
    const start = takenOn(sent, hour, book) ?? '';
    const counts = (day: string) => unit === 'day' || book.isOpen(day);
    const between = (after: string, upTo: string) =>
      book.year.filter((day) => day > after && day <= upTo && counts(day)).length;
    /** The open day on or after the one on which so many more days were ticked off. */
    const tick = (after: string, left: number) => {
      const last = left === 0 ? after : book.year.filter((day) => day > after && counts(day))[left - 1];
      return last === undefined ? undefined : book.year.find((day) => day >= last && book.isOpen(day));
    };
    let paused = 0;
    let place = start;
    let left = days;
    let on = tick(place, left);
    for (const { from, to } of waits) {
      if (on === undefined || dayOf(from) > on) break;
      const asked = dayOf(from) > place ? dayOf(from) : place;
      left = Math.max(0, left - between(place, asked));
      const end = takenOn(to, 17, book) ?? '2027';
      paused += between(asked, end);
      place = end > asked ? end : asked;
      on = tick(place, left);
    }
    return { on, paused };
  }

  const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 600 })), {
    maxLength: 3,
  });
  const limit = fc.record({
    days: fc.integer({ min: 0, max: 25 }),
    unit: fc.constantFrom('working-day' as const, 'day' as const),
    hour: fc.constantFrom(15, 17),
  });
  const saturdays = fc.constantFrom(undefined, 'morning' as const, 'whole' as const);

  it('gives the same date and the same pauses, and lines that add up to them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 14_000 }),
        limit,
        spans,
        saturdays,
        (halves, given, gaps, open) => {
          const sent = Date.UTC(2026, 0, 1) - 7 * HOUR + (halves * HOUR) / 2;
          let clock = sent;
          const waits = gaps.map(([gap, length]): Wait => {
            const from = (clock += (gap * HOUR) / 2);
            return { from, to: (clock += (length * HOUR) / 2) };
          });
          const rows = waits.flatMap(({ from, to }): PausingRow[] => [
            { act: 'ask-supplement', at: new Date(from).toISOString(), state: 5 },
            { act: 'supplement', at: new Date(to).toISOString(), state: 4 },
          ]);
          const open26 = { ...calendar, saturdays: open };
          const due = movedDueDate(new Date(sent), given, rows, open26, given.hour);
          const slow = slowDue(sent, given, waits, diary(open26));
          if (!due) {
            expect((slow.on ?? '2027') > '2026-12-01').to.equal(true);
            return;
          }
          expect({ on: due.on, paused: due.paused }).to.deep.equal(slow);

          const explained = explainDue(new Date(sent), due, rows, open26)!;
          const { lines, start } = explained;
          expect(lines.map(({ day }) => day)).to.deep.equal(
            lines.map((_, index) => {
              let day = start;
              for (let step = 0; step <= index; step += 1) day = nextDay(day);
              return day;
            }),
          );
          if (lines.length > 0) expect(lines.at(-1)?.day).to.equal(due.on);
          const marked = (mark: string) => lines.filter((line) => line.mark === mark).length;
          expect(marked('counted')).to.equal(given.days);
          expect(marked('paused')).to.equal(due.paused);
        },
      ),
      { numRuns: 300 },
    );
  });
});
