import { expect } from 'chai';
import fc from 'fast-check';
import { RecordScanner } from '../../src/shared/record-scanner.js';

function scan(text: string, cuts: readonly number[] = []) {
  const scanner = new RecordScanner('list');
  const records: unknown[] = [];
  const points = [0, ...[...cuts].map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  for (let index = 1; index < points.length; index += 1) {
    for (const record of scanner.feed(text.slice(points[index - 1], points[index])))
      records.push(JSON.parse(record));
  }
  return { records, head: JSON.parse(scanner.head) as Record<string, unknown>, inList: scanner.isInList };
}

const file = fc.record({
  before: fc.jsonValue(),
  list: fc.array(fc.jsonValue(), { maxLength: 8 }),
  after: fc.jsonValue(),
});

describe('the record scanner', () => {
  it('finds what JSON.parse finds, wherever the text is cut', () => {
    fc.assert(
      fc.property(file, fc.array(fc.nat(), { maxLength: 6 }), fc.boolean(), (value, cuts, wide) => {
        const { records, head, inList } = scan(JSON.stringify(value, null, wide ? 2 : 0), cuts);
        const same = JSON.parse(JSON.stringify(value)) as typeof value;
        expect(records).to.deep.equal(same.list);
        expect(head).to.deep.equal({ ...same, list: [] });
        expect(inList).to.equal(false);
      }),
    );
  });

  it('is not led astray by brackets, commas and quotes inside texts, nor by a list of that name further in', () => {
    const value = { deep: { list: [1] }, text: 'list":[', list: ['],[{"', '\\', '\\"', { list: [[2], 3] }] };
    const { records, head } = scan(JSON.stringify(value));
    expect(records).to.deep.equal(value.list);
    expect(head).to.deep.equal({ ...value, list: [] });
  });

  it('gives the whole records of a text that breaks off', () => {
    const { records, inList, head } = scan('{"a":1,"list":[{"n":1},{"n":2},{"n":');
    expect(records).to.deep.equal([{ n: 1 }, { n: 2 }]);
    expect(inList).to.equal(true);
    expect(head).to.deep.equal({ a: 1, list: [] });
  });
});
