/*
 * How good and how fast the search is: success@1, success@3, MRR and confidence by kind of query over the sample
 * catalogue, then build and search times at 284, 1,463 and 7,000 procedures. Fails when an aim of quality is missed.
 *   node scripts/bench-search.mjs [--misses] [--quality]
 */
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { conclude } from './files.mjs';
import { importSource } from './import-source.mjs';

/** Least share of the questions that are answered first, and among the first three. */
const AIMS = { first: 0.92, third: 0.98 };

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path) => JSON.parse(readFileSync(root + path, 'utf8'));
const { parseCatalog, createCatalogSearch, createCatalogSearchInSlices } =
  await importSource('src/catalog/index.ts');
const file = read('examples/commune/data/catalog.json');
const { catalog } = parseCatalog(file);

function quality(name, queries) {
  const search = createCatalogSearch(catalog);
  const rows = new Map();
  const misses = [];
  for (const { q, codes, kind } of queries) {
    const { hits, confidence } = search.search(q);
    const place = hits.findIndex(({ procedure }) => codes.includes(procedure.code)) + 1;
    for (const key of [kind, codes.length > 0 ? 'IN SCOPE' : 'OUT OF SCOPE']) {
      if (!rows.has(key))
        rows.set(key, { n: 0, first: 0, third: 0, reciprocal: 0, high: 0, several: 0, low: 0, none: 0 });
      const row = rows.get(key);
      row.n += 1;
      row.first += place === 1;
      row.third += place > 0 && place <= 3;
      row.reciprocal += place > 0 ? 1 / place : 0;
      row[confidence] += 1;
    }
    const isWrong = codes.length > 0 ? place !== 1 : confidence === 'high' || confidence === 'several';
    const first = hits[0]?.procedure;
    if (isWrong)
      misses.push(
        `${kind} | ${q} | ${codes.join(',')} at ${place} | ${confidence} | ${first?.code} ${first?.name.slice(0, 60)}`,
      );
  }
  console.log(`\n${name}: ${queries.length} queries`);
  console.table(
    Object.fromEntries(
      [...rows].map(([kind, { n, first, third, reciprocal, ...confidence }]) => [
        kind,
        { n, '@1': round(first / n), '@3': round(third / n), MRR: round(reciprocal / n), ...confidence },
      ]),
    ),
  );
  if (process.argv.includes('--misses')) console.log(misses.join('\n'));
  return judged(name, rows.get('IN SCOPE'), rows.get('OUT OF SCOPE'));
}

/** What of the aims was missed, in words; says of each whether it was met. */
function judged(name, answerable, others) {
  const shares = [
    ['success@1', answerable.first / answerable.n, AIMS.first],
    ['success@3', answerable.third / answerable.n, AIMS.third],
  ];
  const told = [
    ...shares.map(([what, share, aim]) => [
      share >= aim,
      `${what} is ${share.toFixed(3)}, the aim at least ${String(aim)}`,
    ]),
    [others.high === 0, `sure of ${String(others.high)} of ${String(others.n)} out of scope, the aim none`],
  ];
  for (const [isMet, words] of told) console.log(`${isMet ? 'met' : 'MISSED'}: ${words}`);
  return told.filter(([isMet]) => !isMet).map(([, words]) => `${name}: ${words}`);
}

const round = (number) => Math.round(number * 1000) / 1000;

/** The sample, repeated with other codes and a few other words, as large catalogues have them. */
function enlarge(size) {
  const pool = [...new Set(file.procedures.flatMap(({ name }) => name.split(/\s+/u)))];
  const procedures = Array.from({ length: size }, (_, at) => {
    const procedure = file.procedures[at % file.procedures.length];
    const code = `${1 + (at % 3)}.${String(100_000 + at)}`;
    if (at < file.procedures.length) return { ...procedure, code };
    const words = procedure.name.split(' ');
    const other = pool[(at * 7919) % pool.length];
    words.splice((at * 31) % words.length, 1, other, `${other}${at % 97}`);
    return { ...procedure, code, name: words.join(' ') };
  });
  return parseCatalog({ ...file, procedures }).catalog;
}

function percentile(times, share) {
  return round(
    times.sort((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))],
  );
}

/** Every state of the box while the queries are typed, each third key. */
function keystrokes(queries) {
  return queries.flatMap(({ q }) =>
    Array.from({ length: Math.ceil(q.length / 3) }, (_, at) => q.slice(0, at * 3 + 3)),
  );
}

async function speed(queries) {
  const table = {};
  for (const size of [284, 1463, 7000]) {
    const large = enlarge(size);
    const started = performance.now();
    const search = createCatalogSearch(large);
    const built = performance.now() - started;
    let sliceStart = performance.now();
    const slices = [];
    await createCatalogSearchInSlices(large, {
      sliceMs: 8,
      now: () => performance.now(),
      pause: async () => {
        slices.push(performance.now() - sliceStart);
        await setImmediate();
        sliceStart = performance.now();
      },
    });
    slices.push(performance.now() - sliceStart);
    const keys = keystrokes(queries);
    for (const key of keys.slice(0, 100)) search.search(key, { limit: 10 });
    const times = keys.map((key) => {
      const start = performance.now();
      for (const hit of search.search(key, { limit: 10 }).hits) void hit.matches;
      return performance.now() - start;
    });
    table[size] = {
      'build ms': round(built),
      'slice p95': percentile(slices, 0.95),
      'slice max': percentile(slices, 1),
      'key p50': percentile(times, 0.5),
      'key p95': percentile(times, 0.95),
      'key max': percentile(times, 1),
    };
  }
  console.log('\nTimes in milliseconds');
  console.table(table);
}

const queriesOf = (set) => read(`test/data/queries.${set}.json`).queries;
const faults = ['dev', 'validation', 'validation-2', 'validation-3'].flatMap((set) =>
  quality(set, queriesOf(set)),
);
if (!process.argv.includes('--quality')) await speed(queriesOf('dev'));
conclude('quality', faults, 'every aim is met');
