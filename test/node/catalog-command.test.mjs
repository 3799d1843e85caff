import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root } from '../../scripts/files.mjs';
import { workbook } from '../support/sheets.mjs';

/* The command by which a webmaster makes a catalogue out of a spreadsheet, as they run it. */

const folder = mkdtempSync(join(tmpdir(), 'dvc-sheet-'));
after(() => rmSync(folder, { recursive: true }));

const file = (name, content) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const runAny = (...words) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/dvc-widgets.mjs'), ...words],
    { cwd: folder, encoding: 'utf8' },
  );
  return { status, told: stdout, refused: stderr };
};
const run = (...words) => runAny('catalog', ...words);
const WHOSE = ['--publisher', 'UBND xã Mẫu', '--place', 'Xã Mẫu', '--published-on', '01/07/2026'];

const good = file(
  'tot.xlsx',
  await workbook([
    ['Mã thủ tục', 'Tên thủ tục', 'Mức độ'],
    ['1.001193', 'Đăng ký khai sinh', 'Toàn trình'],
    ['1.000894', 'Đăng ký kết hôn', 'Mức độ 3'],
  ]),
);
const bad = file(
  'loi.csv',
  'Mã thủ tục;Tên thủ tục;Phí;Cột lạ\n1.001193;Đăng ký khai sinh;0;x\n;Xóa tạm trú;;\n',
);

test('a spreadsheet without a fault: the files are written, and 0', () => {
  const { status, told } = run('build', good, '--out', 'moi', ...WHOSE);
  assert.equal(status, 0, told);
  const catalog = JSON.parse(readFileSync(join(folder, 'moi/catalog.json')));
  assert.deepEqual(
    [catalog.publisher, catalog.publishedOn, catalog.procedures.length],
    ['UBND xã Mẫu', '2026-07-01', 2],
  );
  // A list speaks of one scheme.
  const lists = ['levels.json', 'levels-vn-2011.json'].map((name) =>
    JSON.parse(readFileSync(join(folder, 'moi', name))),
  );
  assert.deepEqual(
    lists.map(({ scheme, entries }) => [scheme, entries]),
    [
      ['vn-2022', [{ code: '1.001193', level: 'full' }]],
      ['vn-2011', [{ code: '1.000894', level: '3' }]],
    ],
  );
});

test('--index adds a search index of this very catalogue and its name, and nothing else changes', async () => {
  const { parseCatalog, readSearchIndex } = await import('../../dist/catalog.js');
  const textOf = (name) => readFileSync(join(folder, name), 'utf8');
  run('build', good, '--out', 'khong-chi-muc', ...WHOSE);
  assert.equal(existsSync(join(folder, 'khong-chi-muc/catalog.search.json')), false);
  const { status, told } = run('build', good, '--index', '--out', 'chi-muc', ...WHOSE);
  assert.equal(status, 0, told);
  assert.match(told, /Đã ghi chi-muc.catalog\.search\.json/u);
  const { searchIndex, ...rest } = JSON.parse(textOf('chi-muc/catalog.json'));
  assert.equal(searchIndex, 'catalog.search.json');
  assert.deepEqual(rest, JSON.parse(textOf('khong-chi-muc/catalog.json')));
  const { catalog, problems } = parseCatalog({ ...rest, searchIndex });
  assert.deepEqual(problems, []);
  assert.ok(readSearchIndex(JSON.parse(textOf('chi-muc/catalog.search.json')), catalog).ok);

  // To have one is no change of a procedure, and a spreadsheet has no use for its name.
  const compared = run('build', good, '--check', '--previous', 'chi-muc/catalog.json');
  assert.match(compared.told, /thêm 0, bỏ 0, sửa 0, giữ nguyên 2/u);
  assert.equal(run('export', 'chi-muc/catalog.json', '--out', 'lai.csv').status, 0);
  assert.doesNotMatch(textOf('lai.csv'), /search/u);
  run('build', 'lai.csv', '--out', 'lai', ...WHOSE);
  assert.equal(JSON.parse(textOf('lai/catalog.json')).searchIndex, undefined);
});

test('something is left out: the rest is written, each fault is told by row with its fix, and 1', () => {
  const { status, told } = run('build', bad, '--out', 'con', ...WHOSE);
  assert.equal(status, 1);
  assert.match(told, /\[Thiếu\] dòng 3: Thủ tục “Xóa tạm trú” không có mã.* Cách sửa: Điền mã/u);
  assert.match(told, /\[Xem lại\] dòng 2, cột C \(Phí\): Phí ghi “0”/u);
  assert.match(told, /\[Xem lại\] dòng 1, cột D \(Cột lạ\)/u);
  assert.ok(existsSync(join(folder, 'con/catalog.json')));
});

test('nothing can be made, or the command is wrong: nothing is written, and 2', () => {
  for (const [words, reason] of [
    [['build', bad, '--out', 'khong'], /Chưa có cơ quan công bố/u],
    [['build', file('x.xls', '<html>'), '--out', 'khong'], /không phải bảng tính/u],
    [['build', 'khong-co.xlsx'], /Không mở được khong-co.xlsx/u],
    [['build', bad, '--previous', bad], /không phải JSON/u],
    [['build', bad, '--column', 'Cột lạ=vớ vẩn'], /Không có cột “Cột lạ=vớ vẩn”. Các cột: .*Mã thủ tục/u],
    [['build', bad, '--nothing'], /--nothing[^]*Cách dùng/u],
    [['build'], /Cách dùng: npx dvc-widgets catalog build/u],
    [['do'], /Cách dùng/u],
  ]) {
    const { status, told, refused } = run(...words);
    assert.equal(status, 2, words.join(' '));
    assert.match(told + refused, reason);
  }
  assert.equal(existsSync(join(folder, 'khong')), false);
});

test('--check writes nothing; --column says what a column is; --lang en says it in English', () => {
  const { status, told } = run(
    'build',
    bad,
    '--check',
    '--out',
    'kiem',
    '--column',
    'Cột lạ=Ghi chú',
    '--lang',
    'en',
    ...WHOSE,
  );
  assert.equal(status, 1);
  assert.equal(existsSync(join(folder, 'kiem')), false);
  assert.match(told, /\[Left out\] row 3: The procedure “Xóa tạm trú” has no code/u);
  assert.doesNotMatch(told, /Cột lạ/u);
});

test('what is only to be known is counted, and shown with --all', () => {
  const noted = file(
    'ghi-chu.csv',
    'Ghi chú quan trọng: chỉ nhận buổi sáng\nMã thủ tục,Tên thủ tục\n1.001193,Khai sinh\n',
  );
  const short = run('build', noted, '--check', ...WHOSE);
  assert.match(short.told, /Nên xem lại: 0\.\nĐể biết: 1 \(thêm --all/u);
  assert.doesNotMatch(short.told, /chỉ nhận buổi sáng/u);
  const all = run('build', noted, '--check', '--all', ...WHOSE);
  assert.match(all.told, /\[Để biết\] dòng 1: .*chỉ nhận buổi sáng/u);
  assert.doesNotMatch(all.told, /thêm --all/u);
  assert.doesNotMatch(run('build', good, '--check', ...WHOSE).told, /thêm --all/u);
});

test('--previous tells what changed, and whose it is', () => {
  run('build', good, '--out', 'truoc', ...WHOSE);
  const { told } = run('build', bad, '--check', '--previous', 'truoc/catalog.json');
  assert.match(told, /So với tệp trước: thêm 0, bỏ 1, sửa 1, giữ nguyên 0\./u);
  assert.match(told, / {2}- Bỏ 1\.000894 – Đăng ký kết hôn/u);
  assert.match(told, / {6}Phí, lệ phí: thêm “0”/u);
  assert.match(told, /UBND xã Mẫu · Xã Mẫu/u);
});

test('export makes a spreadsheet of a catalogue, from which build makes the catalogue again', () => {
  const sample = join(root, 'examples/commune/data/catalog.json');
  assert.equal(run('export', sample, '--out', 'bang.csv').status, 0);
  const { status, told } = run('build', 'bang.csv', '--check', '--previous', sample);
  assert.equal(status, 0);
  assert.match(told, /thêm 0, bỏ 0, sửa 0, giữ nguyên 284/u);
});

test('without a command, and with --help, all commands are listed, in Vietnamese first', () => {
  const both = /Cách dùng[^]*catalog build[^]*contract URL/u;
  const asked = runAny('--help');
  assert.deepEqual([asked.status, asked.refused], [0, '']);
  assert.match(asked.told, both);
  for (const words of [[], ['do'], ['--nothing']]) {
    const { status, told, refused } = runAny(...words);
    assert.deepEqual([status, told], [2, ''], words.join(' '));
    assert.match(refused, both);
  }
  assert.match(runAny('--help', '--lang', 'en').told, /Usage[^]*catalog build[^]*contract URL/u);
  const contract = runAny('contract', '--help');
  assert.equal(contract.status, 0);
  assert.match(contract.told, /--submission/u);
});
