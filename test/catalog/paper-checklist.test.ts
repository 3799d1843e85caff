import { expect } from 'chai';
import { paperChecklist } from '../../src/catalog/paper-checklist.js';
import { aProcedure } from '../support/builders.js';

describe('paper checklist', () => {
  it('tells papers from remarks and counts both as lines of the source', () => {
    const list = paperChecklist(
      aProcedure({
        paperGroups: [
          { case: 'Nộp', papers: [{ name: 'x' }, { kind: 'remark', name: 'y' }] },
          { papers: [] },
          { papers: [{ name: 'z' }] },
        ],
      }),
    );
    expect(list.groups.map(({ papers, remarks }) => [papers.length, remarks.length])).to.eql([
      [1, 1],
      [1, 0],
    ]);
    expect([list.paperCount, list.lineCount]).to.eql([2, 3]);
  });

  it('tells how many lines the source has only where it has more', () => {
    const paperGroups = [{ papers: [{ name: 'x' }] }];
    expect(paperChecklist(aProcedure({ paperGroups, papersPublished: 33 })).publishedCount).to.equal(33);
    expect(paperChecklist(aProcedure({ paperGroups, papersPublished: 1 })).publishedCount).to.equal(
      undefined,
    );
    expect(paperChecklist(aProcedure({ papersPublished: 7 })).publishedCount).to.equal(7);
    expect(paperChecklist(aProcedure({ paperGroups, papersShortened: true })).cutShort).to.equal(true);
  });
});
