import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readText, root } from '../../scripts/files.mjs';

/* The list of faults names tests; each of them must be there. */

const guide = readText('docs/faults.md');
const rows = [...guide.matchAll(/^\| ([A-Z][a-z ]+) (\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gmu)].map(
  ([, area, number, fault, gets, proof]) => ({ area, number: Number(number), fault, gets, proof }),
);
const named = ({ proof }) =>
  [...proof.matchAll(/`([^`]+)`: `([^`]+)`/gu)].map(([, file, title]) => ({ file, title }));

/** Shorter parts of a title that is made for each row of a table would be found anywhere. */
const LEAST_PART = 15;

/** Titles in a file of tests, or names of cases of the contract; of a title that is made, its parts. */
function titlesIn(file) {
  const text = readText(file);
  // Besides those of a call: the first word of a row, and the name of a case.
  const begin = file.startsWith('test/') ? /(?:\b(?:describe|it|test)\(\s*|^ {4}\[)/u : /^ {4}name: /u;
  const whole = [...text.matchAll(new RegExp(`${begin.source}'((?:[^'\\\\\n]|\\\\.)+)'`, 'gmu'))];
  const made = [...text.matchAll(/\b(?:describe|it|test)\(\s*`([^`]+)`/gu)];
  return {
    whole: new Set(whole.map(([, title]) => title)),
    parts: made.flatMap(([, title]) => title.split(/\$\{[^}]*\}/u)),
  };
}

test('every line is told in full, and they are numbered without a gap', () => {
  const lines = guide.match(/^\| (?!No\.|---).*$/gmu);
  assert.ok(rows.length >= 70, String(rows.length));
  assert.equal(rows.length, lines.length);
  const last = new Map();
  for (const { area, number } of rows) {
    assert.equal(number, (last.get(area) ?? 0) + 1, `${area} ${number}`);
    last.set(area, number);
  }
});

test('every line names a test, or says why there is none', () => {
  for (const row of rows)
    assert.ok(
      named(row).length > 0 || /^(?:Does not apply|Not done|Not tested),? .*because .+\.$/u.test(row.proof),
      `${row.area} ${row.number}: ${row.proof}`,
    );
});

test('every test that is named is there, by its file and its title', () => {
  const files = new Map();
  for (const row of rows)
    for (const { file, title } of named(row)) {
      const what = `${row.area} ${row.number}: ${file}: ${title}`;
      assert.ok(/^(?:test|src\/gateway\/contract-cases)\//u.test(file) && existsSync(join(root, file)), what);
      if (!files.has(file)) files.set(file, titlesIn(file));
      const { whole, parts } = files.get(file);
      const isPart = title.length >= LEAST_PART && parts.some((part) => part.includes(title));
      assert.ok(whole.has(title) || isPart, what);
    }
});
