import { expect } from 'chai';
import { paperChecklist } from '../../src/catalog/paper-checklist.js';
import { parseCatalog } from '../../src/catalog/parse-catalog.js';
import type { CatalogFile, Procedure } from '../../src/catalog/procedure.js';

function withPapers(members: Partial<CatalogFile['procedures'][number]>): Procedure {
  const { catalog } = parseCatalog({
    formatVersion: 1,
    publisher: 'a',
    place: 'b',
    publishedOn: '2026-11-01',
    procedures: [{ code: '1.000001', name: 'c', ...members }],
  });
  const [procedure] = catalog.procedures;
  if (!procedure) throw new Error('the record was left out');
  return procedure;
}

describe('paper checklist', () => {
  it('tells papers from remarks and counts both as lines of the source', () => {
    const list = paperChecklist(
      withPapers({
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
    expect(paperChecklist(withPapers({ paperGroups, papersPublished: 33 })).publishedCount).to.equal(33);
    expect(paperChecklist(withPapers({ paperGroups, papersPublished: 1 })).publishedCount).to.equal(
      undefined,
    );
    expect(paperChecklist(withPapers({ papersPublished: 7 })).publishedCount).to.equal(7);
    expect(paperChecklist(withPapers({ paperGroups, papersShortened: true })).cutShort).to.equal(true);
  });
});
