import { expect } from 'chai';
import { withFilesOf } from '../../src/forms/attached-files.js';

const ONE = '0b0e7f1e-9a0b-4c1d-8e2f-3a4b5c6d7e8f';
const OTHER = '1b0e7f1e-9a0b-4c1d-8e2f-3a4b5c6d7e8f';

describe('answers that name files', () => {
  it('lose those that are not there, also in groups, and nothing else', () => {
    const answers = {
      papers: [ONE, OTHER],
      children: [
        { name: 'Mẫu', papers: [OTHER] },
        { name: OTHER, kinds: ['a', 'b'], is: true, count: 3 },
      ],
      note: OTHER,
    };
    expect(withFilesOf(answers, [ONE])).to.deep.equal({
      papers: [ONE],
      children: [
        { name: 'Mẫu', papers: [] },
        { name: OTHER, kinds: ['a', 'b'], is: true, count: 3 },
      ],
      note: OTHER,
    });
    expect(withFilesOf(answers, [ONE, OTHER])).to.deep.equal(answers);
  });
});
