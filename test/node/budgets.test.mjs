import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileFaults, FILES } from '../../scripts/budgets.mjs';
import { filesBelow } from '../../scripts/files.mjs';

/* Every file that is delivered has a limit. */

test('a chunk goes by its name, whatever its hash, and each of that name is held to it', () => {
  const rules = { 'core-*.js': 14, 'dvc.css': 1 };
  assert.deepEqual(fileFaults({ 'chunks/core-Bssjjlzi.js': 13.9, 'dvc.css': 1 }, rules), []);
  assert.deepEqual(
    fileFaults({ 'chunks/core-Bssjjlzi.js': 13, 'chunks/core-a_b-c123.js': 15, 'dvc.css': 0.4 }, rules),
    ['chunks/core-a_b-c123.js is 15.00 KB, its limit is 14 KB'],
  );
});

test('a file without a limit, one that is too heavy and a limit without a file are told', () => {
  assert.deepEqual(fileFaults({ 'dvc.css': 1.2, 'tools/new.js': 0.1 }, { 'dvc.css': 1, 'gone.js': 3 }), [
    'dvc.css is 1.20 KB, its limit is 1 KB',
    'tools/new.js has no limit of its own: give tools/new.js one',
    'gone.js has a limit and is not there',
  ]);
});

test('what was built is in the table, file by file', () => {
  const light = Object.fromEntries(filesBelow('dist/cdn').map((file) => [file.slice('dist/cdn/'.length), 0]));
  assert.ok(Object.keys(light).length > 100);
  assert.deepEqual(fileFaults(light, FILES), []);
});
