import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readJson, readText, root } from '../../scripts/files.mjs';

const { scripts } = readJson('package.json');

for (const [name, command] of Object.entries(scripts)) {
  test(`npm run ${name} has the scripts that it runs`, () => {
    for (const [file] of command.matchAll(/scripts\/[\w-]+\.mjs/gu)) {
      assert.ok(existsSync(join(root, file)), `${file} is missing`);
    }
  });
}

for (const guide of ['README.md', 'CONTRIBUTING.md', '.ci/run']) {
  test(`every command that ${guide} names exists`, () => {
    const named = [...readText(guide).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/gu)];
    assert.notEqual(named.length, 0);
    for (const [, run, short] of named) assert.ok(scripts[run ?? short], `npm run ${run ?? short}`);
  });
}
