import { expect } from 'chai';
import { officeLimit } from '../../src/catalog/office-limit.js';
import type { TimeLimit } from '../../src/catalog/procedure.js';
import { aProcedure } from '../support/builders.js';

describe('the time that an office has', () => {
  const cases: readonly [timeLimit: TimeLimit, expected: ReturnType<typeof officeLimit>, why: string][] = [
    [{ value: 3, unit: 'working-day' }, { days: 3, unit: 'working-day' }, 'working days'],
    [{ value: 20, unit: 'day' }, { days: 20, unit: 'day' }, 'days'],
    [{ unit: 'same-day' }, { days: 0, unit: 'working-day' }, 'the same day'],
    [
      { unit: 'same-day', cutOffHour: 15, published: 'nhận sau 15 giờ thì ngày làm việc tiếp theo' },
      {
        days: 0,
        unit: 'working-day',
        cutOffHour: 15,
        published: 'nhận sau 15 giờ thì ngày làm việc tiếp theo',
      },
      'the hour that the source names, and its words',
    ],
    [{ value: 7.5, unit: 'working-day' }, undefined, 'no halves of days'],
    [{ value: 0, unit: 'working-day' }, undefined, 'nothing is done in no time'],
    [{ value: 2, unit: 'month' }, undefined, 'no months'],
    [{ value: 8, unit: 'hour' }, undefined, 'no hours'],
    [{ published: 'Theo mô tả' }, undefined, 'no words'],
  ];
  for (const [timeLimit, expected, why] of cases)
    it(`is ${JSON.stringify(expected)} for ${JSON.stringify(timeLimit)}: ${why}`, () => {
      expect(officeLimit(aProcedure({ timeLimit }))).to.deep.equal(expected);
    });

  it('is the one of the way that goes online, where that has one of its own', () => {
    const procedure = aProcedure({
      timeLimit: { value: 20, unit: 'working-day' },
      filing: [
        { channel: 'counter', timeLimit: { value: 27, unit: 'working-day' } },
        { channel: 'online', timeLimit: { value: 17, unit: 'working-day' } },
      ],
    });
    expect(officeLimit(procedure)?.days).to.equal(17);
    expect(officeLimit(aProcedure())).to.equal(undefined);
  });
});
