import { readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import ts from 'typescript';
import { ALONE, BUDGETS, fileFaults, FILES, LOADER, partOf, SOON } from './budgets.mjs';
import { conclude, filesBelow, root } from './files.mjs';

const PORTAL = 'elements/portal.js';

const folder = join(root, 'dist/cdn');

/** Static imports only: what is imported on demand is not loaded before it is needed. */
function staticImports(file) {
  const { statements } = ts.createSourceFile(
    file,
    readFileSync(join(folder, file), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  return statements
    .filter((statement) => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))
    .map(({ moduleSpecifier }) => moduleSpecifier?.text)
    .filter((path) => path?.startsWith('.'))
    .map((path) => posix.join(posix.dirname(file), path));
}

/** What a file fetches when it is needed; the languages that a page is not in come that way, too. */
function laterImports(file) {
  const found = readFileSync(join(folder, file), 'utf8').matchAll(/\bimport\(["'`](\.[^"'`]+)["'`]/gu);
  return [...found].map(([, path]) => posix.join(posix.dirname(file), path));
}

function closure(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of staticImports(file)) closure(next, seen);
  return seen;
}

const kilobytesOf = (files) =>
  [...files].reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(folder, file))).byteLength, 0) /
  1024;

const faults = [];
const later = [];
const rows = Object.entries(BUDGETS).map(([entry, budget]) => {
  const files = [...closure(entry, entry === ALONE ? new Set() : closure(LOADER))];
  const kilobytes = kilobytesOf(files);
  const onDemand = [...new Set([...closure(entry)].flatMap(laterImports))].filter(
    (file) => !files.includes(file),
  );
  if (onDemand.length > 0)
    later.push(
      `${entry}: ${onDemand.map((file) => `${partOf(file)} ${kilobytesOf([file]).toFixed(1)}`).join(', ')}`,
    );
  if (kilobytes > budget)
    faults.push(`${entry} loads ${kilobytes.toFixed(2)} KB, its budget is ${budget} KB`);
  const { parts, budget: whole } = SOON[entry] ?? { parts: [], budget: budget };
  const soon = onDemand.filter((file) => parts.includes(partOf(file)));
  if (soon.length !== parts.length) faults.push(`${entry} no longer fetches ${parts.join(', ')}`);
  const inAll = kilobytesOf(new Set([...files, ...soon.flatMap((file) => [...closure(file)])]));
  if (inAll > whole)
    faults.push(`${entry} loads ${inAll.toFixed(2)} KB by itself, its budget for that is ${whole} KB`);
  return {
    entry,
    'KB brotli': kilobytes.toFixed(2),
    budget,
    files: files.length,
    // As most pages embed it: inside the element that names catalogue and language for all.
    'with dvc-portal':
      entry === ALONE ? '' : kilobytesOf([...new Set([...files, ...closure(PORTAL)])]).toFixed(2),
    ...(parts.length > 0 && { 'with what it fetches by itself': inAll.toFixed(2), 'budget of that': whole }),
  };
});
console.table(rows);
console.log(
  'Not counted, because it is fetched when it is needed (KB brotli, without what each of them shares):',
);
for (const line of later) console.log(`  ${line}`);
const delivered = filesBelow('dist/cdn').map((file) => relative('dist/cdn', file));
faults.push(...fileFaults(Object.fromEntries(delivered.map((file) => [file, kilobytesOf([file])])), FILES));
conclude('size', faults, 'every budget is kept');
