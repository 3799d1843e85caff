import { posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { conclude, filesBelow, readText } from './files.mjs';

/** Where code lies, and fewer files than which mean that the check looked in the wrong place. */
const LEAST_FILES = { src: 250, components: 100, stories: 15, test: 90, tools: 12 };

/** From the ground up; a file imports from its own layer and those before it. */
const LAYERS = [
  /^src\/shared\//,
  /^src\/levels\//,
  /^src\/doctor\//,
  /^src\/catalog\//,
  /^src\/forms\//,
  /^src\/dossiers\//,
  /^src\/sheet\//,
  /^src\/gateway\//,
  /^src\/(i18n|themes)\//,
  /^src\/embed\//,
  /^src\/ui\//,
  /^components\//,
  /^(stories|test|tools)\//,
];

/** Who may import which package. */
const PACKAGES = {
  i18next: /^src\/i18n\/translator\.ts$/,
  lit: /^(src\/ui|components|stories|test)\//,
  minisearch: /^src\/catalog\/(search\/|catalog-search\.ts$)/,
  valibot: /^src\/(catalog|dossiers|forms|gateway|levels|shared|sheet)\//,
  qr: /^src\/ui\//,
  'lean-qr': /^src\/ui\//,
  'idb-keyval': /^src\/ui\//,
  fflate: /^src\/sheet\//,
  papaparse: /^src\/sheet\//,
  'read-excel-file': /^src\/sheet\//,
  saxen: /^src\/sheet\//,
};

const LIBRARY = /^(src|components)\//;
/** The words belong to the one layer that gives them out. */
const WORDS = { folder: /^locales\//, readers: /^src\/i18n\// };
/** Entry points of the package: the only files that gather and re-export. */
const BARREL = /^(src\/[a-z]+\/index|components\/(index|all|autoload|classic))\.ts$/;
const DEFINER = /^components\/([a-z-]+)\/\1\.ts$/;

const layerOf = (file) => LAYERS.findIndex((pattern) => pattern.test(file));

/** What a source imports, in every way there is. */
function importsOf(text) {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/**
 * What is wrong with a set of sources.
 * @param {ReadonlyMap<string, string>} sources text by path
 */
export function faultsIn(sources) {
  const faults = [];
  const graph = new Map();
  for (const [file, text] of sources) {
    const targets = [];
    for (const specifier of importsOf(text)) {
      if (!specifier.startsWith('.')) {
        const name = specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/');
        const allowed = PACKAGES[name];
        if (LIBRARY.test(file) && !allowed?.test(file))
          faults.push(`${file} may not import the package ${name}`);
        continue;
      }
      if (!/\.(js|json)$/.test(specifier)) faults.push(`${file} imports ${specifier} without its extension`);
      const target = posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts');
      targets.push(target);
      if (LIBRARY.test(file)) {
        if (WORDS.folder.test(target) ? !WORDS.readers.test(file) : !LIBRARY.test(target))
          faults.push(`${file} may not import ${target}`);
      }
      if (layerOf(target) > layerOf(file)) faults.push(`${file} imports upwards: ${target}`);
      if (target.endsWith('.json')) continue;
      if (!sources.has(target)) faults.push(`${file} imports ${specifier}, which is not there`);
      if (LIBRARY.test(file) && !BARREL.test(file)) {
        if (BARREL.test(target)) faults.push(`${file} imports the barrel ${target}`);
        const [from, to] = [file, target].map((path) => /^components\/([a-z-]+)\//.exec(path)?.[1]);
        if (to && from !== to && !DEFINER.test(target)) {
          faults.push(`${file} imports another element not by its define file: ${target}`);
        }
      }
    }
    graph.set(file, targets);
  }
  return [...faults, ...cyclesIn(graph)];
}

function cyclesIn(graph) {
  const cycles = [];
  const done = new Set();
  const visit = (file, path) => {
    if (path.includes(file)) {
      cycles.push(`cycle: ${[...path.slice(path.indexOf(file)), file].join(' -> ')}`);
      return;
    }
    if (done.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = Object.keys(LEAST_FILES).map((folder) => [folder, filesBelow(folder, '.ts')]);
  const files = found.flatMap(([, inFolder]) => inFolder);
  const faults = faultsIn(new Map(files.map((file) => [file, readText(file)])));
  for (const [folder, { length }] of found)
    if (length < LEAST_FILES[folder]) faults.push(`saw only ${length} files in ${folder}`);
  conclude('boundaries', faults, `${files.length} files`);
}
