import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsIn } from '../../scripts/check-boundaries.mjs';

const UP = /imports upwards/u;
const PACKAGE = /may not import the package/u;
const violations = {
  'the library imports an element, if only its type': [
    {
      'src/ui/a.ts': "import type { X } from '../../components/x/x.js';",
      'components/x/x.ts': '',
    },
    UP,
  ],
  'the domain imports the glue': [
    { 'src/levels/a.ts': "export * from '../ui/b.js';", 'src/ui/b.ts': '' },
    UP,
  ],
  'the domain imports the gateway': [
    { 'src/catalog/a.ts': "import { b } from '../gateway/b.js';", 'src/gateway/b.ts': '' },
    UP,
  ],
  'an import on demand points up': [
    { 'src/shared/a.ts': "export const b = () => import('../catalog/b.js');", 'src/catalog/b.ts': '' },
    UP,
  ],
  'the domain imports Lit': [{ 'src/catalog/a.ts': "import { html } from 'lit';" }, PACKAGE],
  'the domain imports a part of Lit': [
    { 'src/catalog/a.ts': "import { when } from 'lit/directives/when.js';" },
    PACKAGE,
  ],
  'a second file imports i18next': [{ 'src/i18n/b.ts': "import i18next from 'i18next';" }, PACKAGE],
  'an element imports i18next': [{ 'components/a/a.ts': "import type { i18n } from 'i18next';" }, PACKAGE],
  'an element searches by itself': [{ 'components/a/a.ts': "import MiniSearch from 'minisearch';" }, PACKAGE],
  'an element parses by itself': [{ 'components/a/a.ts': "export * from 'valibot';" }, PACKAGE],
  'an unknown package': [{ 'components/a/a.ts': "import 'left-pad';" }, PACKAGE],
  'a package with a scope': [{ 'components/a/a.ts': "import { Task } from '@lit/task';" }, /@lit\/task/u],
  'an element imports another element’s class': [
    { 'components/a/a.element.ts': "import '../b/b.element.js';", 'components/b/b.element.ts': '' },
    /not by its define file/u,
  ],
  'something inside imports a barrel': [
    { 'components/a/a.element.ts': "import '../../src/levels/index.js';", 'src/levels/index.ts': '' },
    /imports the barrel/u,
  ],
  'something inside imports all elements': [
    { 'components/a/a.element.ts': "import '../all.js';", 'components/all.ts': '' },
    /imports the barrel/u,
  ],
  'two files import each other': [
    {
      'src/shared/a.ts': "import { b } from './b.js';",
      'src/shared/b.ts': "const a = () => import('./a.js');",
    },
    /cycle: src\/shared\/a\.ts -> src\/shared\/b\.ts -> src\/shared\/a\.ts/u,
  ],
  'three files go round': [
    {
      'src/ui/a.ts': "export * from './b.js';",
      'src/ui/b.ts': "export * from './c.js';",
      'src/ui/c.ts': "import type { A } from './a.js';",
    },
    /cycle/u,
  ],
  'the library imports a test': [{ 'src/ui/a.ts': "import '../../test/b.js';", 'test/b.ts': '' }, UP],
  'the library imports a story': [
    { 'components/a/a.ts': "import '../../stories/b.js';", 'stories/b.ts': '' },
    UP,
  ],
  'the library imports data of an example': [
    { 'src/catalog/a.ts': "import data from '../../examples/commune/data/catalog.json';" },
    /may not import examples/u,
  ],
  'an element reads words by itself': [
    { 'components/a/a.ts': "import words from '../../locales/vi/common.json';" },
    /may not import locales/u,
  ],
  'a file that is not there': [{ 'src/ui/a.ts': "import './gone.js';" }, /is not there/u],
  'a path without its extension': [{ 'src/ui/a.ts': "import './b';", 'src/ui/b.ts': '' }, /extension/u],
};

for (const [what, [files, message]] of Object.entries(violations)) {
  test(`the check finds: ${what}`, () => {
    assert.match(faultsIn(new Map(Object.entries(files))).join('\n'), message);
  });
}

test('the check lets the right direction pass', () => {
  const files = {
    'src/shared/a.ts': '',
    'src/catalog/b.ts': "import { a } from '../shared/a.js'; import * as v from 'valibot';",
    'components/c/c.element.ts': "import { html } from 'lit'; import '../d/d.js';",
    'src/i18n/words.ts': "import words from '../../locales/vi/common.json';",
    'stories/e.ts': "import '../components/c/c.element.js'; import '../examples/commune/data/catalog.json';",
    'components/d/d.ts': "import type { B } from '../../src/catalog/b.js';",
  };
  assert.deepEqual(faultsIn(new Map(Object.entries(files))), []);
});
