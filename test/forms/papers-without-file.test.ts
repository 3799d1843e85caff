import { expect } from '@open-wc/testing';
import { paperChecklist } from '../../src/catalog/paper-checklist.js';
import { papersWithoutFile } from '../../src/forms/papers-without-file.js';
import { aProcedure } from '../support/builders.js';

/** Cases as `name: papers`; without a name for everybody. */
const look = (groups: readonly (readonly [name: string, papers: string])[], files: string) => {
  const paperGroups = groups.map(([name, papers]) => ({
    ...(name && { case: name }),
    papers: papers.split(' ').map((paper) => ({ name: paper })),
  }));
  const list = paperChecklist(aProcedure({ paperGroups })).groups;
  const { missing, depends } = papersWithoutFile(list, (name) => files.split(' ').includes(name));
  const words = (of: typeof missing) =>
    of.map(({ at, names }) => `${String(at)}:${names.join('+')}`).join(' ');
  return [words(missing), words(depends)];
};

describe('papers without a file', () => {
  for (const [what, groups, files, missing, depends] of [
    ['of a list for everybody are missing', [['', 'a b']], 'a', '0:b', ''],
    ['of a list of one case are missing', [['x', 'a b']], '', '0:a+b', ''],
    [
      'of several cases depend on whose case it is',
      [
        ['x', 'a'],
        ['y', 'b c'],
      ],
      '',
      '',
      '0:a 1:b+c',
    ],
    [
      'of the case that something was attached for are missing',
      [
        ['x', 'a'],
        ['y', 'b c'],
      ],
      'c',
      '1:b',
      '0:a',
    ],
    [
      'for everybody are missing beside cases',
      [
        ['', 'a'],
        ['y', 'b'],
      ],
      '',
      '0:a',
      '1:b',
    ],
    [
      'are none where all have one',
      [
        ['x', 'a'],
        ['y', 'b'],
      ],
      'a b',
      '',
      '',
    ],
  ] as const)
    it(what, () => expect(look(groups, files)).to.deep.equal([missing, depends]));
});
