import { expect } from 'chai';
import fc from 'fast-check';
import { AUDIENCES, TIERS } from '../../src/catalog/procedure.js';
import { readQuery, writeQuery } from '../../src/catalog/query.js';

const some = (choices: readonly string[]) => fc.option(fc.constantFrom(...choices), { nil: undefined });
const text = fc.string({ unit: 'grapheme', maxLength: 200 });

describe('a query in an address', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(
        text,
        some(TIERS),
        fc.option(text, { nil: undefined }),
        some(['1', 'full', 'unknown']),
        some(AUDIENCES),
        (words, tier, field, level, audience) => {
          const query = { words, tier, field: field === '' ? undefined : field, level, audience } as never;
          expect(
            readQuery(new URLSearchParams(writeQuery(query, new URLSearchParams()).toString())),
          ).to.deep.equal(query);
        },
      ),
    );
  });

  it('leaves the other parameters of the page alone', () => {
    const address = writeQuery({ words: 'khai sinh' }, new URLSearchParams('trang=2&tier=commune'));
    expect(address.toString()).to.equal('trang=2&q=khai+sinh');
  });

  it('drops filters that it does not know', () => {
    expect(readQuery(new URLSearchParams('q=x&tier=kingdom&audience=__proto__'))).to.deep.equal({
      words: 'x',
      tier: undefined,
      field: undefined,
      level: undefined,
      audience: undefined,
    });
  });
});
