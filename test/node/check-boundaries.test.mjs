import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsIn } from '../../scripts/check-boundaries.mjs';

const violations = {
  'the library imports an element upwards': {
    'src/ui/a.ts': "import type { X } from '../../components/x/x.js';",
    'components/x/x.ts': '',
  },
  'the domain imports the glue': { 'src/levels/a.ts': "export * from '../ui/b.js';", 'src/ui/b.ts': '' },
  'the domain imports Lit': { 'src/catalog/a.ts': "import { html } from 'lit';" },
  'a second file imports i18next': { 'src/i18n/b.ts': "import i18next from 'i18next';" },
  'an element imports another element’s class': {
    'components/a/a.element.ts': "import '../b/b.element.js';",
    'components/b/b.element.ts': '',
  },
  'something inside imports a barrel': {
    'components/a/a.element.ts': "import '../../src/levels/index.js';",
    'src/levels/index.ts': '',
  },
  'two files import each other': {
    'src/shared/a.ts': "import { b } from './b.js';",
    'src/shared/b.ts': "const a = () => import('./a.js');",
  },
  'the library imports a test': { 'src/ui/a.ts': "import '../../test/b.js';", 'test/b.ts': '' },
  'an unknown package': { 'components/a/a.ts': "import 'left-pad';" },
};

for (const [what, files] of Object.entries(violations)) {
  test(`the check finds: ${what}`, () => {
    assert.notEqual(faultsIn(new Map(Object.entries(files))).length, 0);
  });
}

test('the check lets the right direction pass', () => {
  const files = {
    'src/shared/a.ts': '',
    'src/catalog/b.ts': "import { a } from '../shared/a.js'; import * as v from 'valibot';",
    'components/c/c.element.ts': "import { html } from 'lit'; import '../d/d.js';",
    'components/d/d.ts': "import type { B } from '../../src/catalog/b.js';",
  };
  assert.deepEqual(faultsIn(new Map(Object.entries(files))), []);
});
