import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rollup } from 'rollup';

/*
 * `dvc.min.js`: every element in one classic script, for pages that cannot have modules, whose AMD loader would take
 * what it finds for its own, or that want one hash to cover what they load. What is needed only sometimes (everyday
 * words, printing, English, reading photos) would be three times as much again: it stays in files beside the script,
 * `late/`, which use the code that is in it.
 *
 * Built in three turns: what is in the script; the late files, which tell what they take from it; the script again,
 * with those names handed out under one symbol, frozen. That is nothing that a script of the page could not import.
 */

const SHARED = 'dvc-shared:';
const FOLDER = 'late';
/** What has no state of its own costs less twice than handed out whole. */
const TWICE = [
  /[\\/]node_modules[\\/]valibot[\\/]/,
  /[\\/]src[\\/]shared[\\/]keep-times\./,
  /[\\/]src[\\/]catalog[\\/](filing|online-filing|standing)\./,
  /[\\/]src[\\/]themes[\\/]default-theme\./,
  /[\\/]src[\\/]ui[\\/](catalog-controller|code-address|filing-words|level-face|page-controller|place-notices)\./,
  /[\\/]src[\\/]ui[\\/]styles[\\/]level-face\.styles\./,
];

const numberIn = (source) => Number(source.slice(SHARED.length));

/** Everything that a module reaches by static imports. */
async function closureOf(entry, plugins) {
  const late = new Set();
  const bundle = await rollup({
    input: entry,
    plugins: [
      {
        name: 'late',
        async resolveDynamicImport(target, importer) {
          const { id } = await this.resolve(target, importer);
          late.add(id);
          return { id: `late:${id}`, external: true };
        },
      },
      ...plugins,
    ],
  });
  const within = new Set(bundle.watchFiles);
  await bundle.close();
  // Sorted: modules are found in another order every time, and the same sources must give the same bytes.
  return { within, late: [...late].filter((id) => !within.has(id)).toSorted() };
}

/**
 * @param {object} build
 * @param {string} build.entry what the script holds
 * @param {import('rollup').Plugin[]} build.plugins as for the other scripts of a page
 * @param {string} build.folder where the script goes
 * @param {string} build.key name of the symbol, with the version: two versions on a page share nothing
 */
export async function writeOneScript({ entry, plugins, folder, key }) {
  const { within, late } = await closureOf(entry, plugins);
  const isShared = (id) => within.has(id) && !TWICE.some((file) => file.test(id));
  const idOf = [...within].filter(isShared).toSorted();
  const numberOf = new Map(idOf.map((id, number) => [id, number]));

  const takeShared = {
    name: 'take-shared',
    async resolveId(source, importer, { custom }) {
      // Asked again by whoever looks a package up, it would call that package one of somebody else's.
      if (!importer || custom?.[SHARED]) return null;
      const found = await this.resolve(source, importer, { skipSelf: true, custom: { [SHARED]: true } });
      return found && isShared(found.id)
        ? { id: SHARED + String(numberOf.get(found.id)), external: true }
        : null;
    },
    renderChunk(code) {
      const from = (number) => `globalThis[Symbol.for(${JSON.stringify(key)})][${number}]`;
      const split = (names = '') =>
        names
          .split(',')
          .filter((name) => name.trim())
          .map((name) => name.trim().split(' as '));
      const taken = code
        .replace(/^import ["']dvc-shared:\d+["'];$/gmu, '')
        .replace(/^export \{([^}]*)\} from ["']dvc-shared:(\d+)["'];$/gmu, (_, names, number) => {
          const pairs = split(names).map(([name, as = name]) => [name, `shared_${number}_${name}`, as]);
          return (
            `const { ${pairs.map(([name, own]) => `${name}: ${own}`).join(', ')} } = ${from(number)};\n` +
            `export { ${pairs.map(([, own, as]) => `${own} as ${as}`).join(', ')} };`
          );
        })
        .replace(
          /^import (?:(\w+)|\* as (\w+))?,? ?(?:\{([^}]*)\})? ?from ["']dvc-shared:(\d+)["'];$/gmu,
          (_, whole, all, names, number) => {
            const parts = split(names).map(([name, as = name]) => `${name}: ${as}`);
            if (whole) parts.unshift(`default: ${whole}`);
            return `const ${all ?? `{ ${parts.join(', ')} }`} = ${from(number)};`;
          },
        );
      // Nor does a browser know what is called by the name of a package.
      const [lost] = /.*dvc-shared:.*|^(?:import|export)\b.* from ["'][^./].*$/mu.exec(taken) ?? [];
      if (lost) this.error(`not understood in a late file: ${lost}`);
      return { code: taken, map: null };
    },
  };
  const rest = await rollup({
    input: late,
    plugins: [takeShared, ...plugins],
    preserveEntrySignatures: 'allow-extension',
  });
  const names = new Map();
  const { output } = await rest.generate({
    format: 'es',
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: '[name]-[hash].js',
    plugins: [
      {
        name: 'names',
        generateBundle(_, files) {
          for (const { fileName, importedBindings = {} } of Object.values(files))
            for (const [source, bindings] of Object.entries(importedBindings)) {
              if (source.startsWith(SHARED))
                names.set(source, new Set([...(names.get(source) ?? []), ...bindings]));
              else if (!files[source]) this.error(`no page can import ${source}, as ${fileName} does`);
            }
        },
      },
    ],
  });
  await rest.close();
  mkdirSync(join(folder, FOLDER), { recursive: true });
  for (const { fileName, code } of output) writeFileSync(join(folder, FOLDER, fileName), code);

  const fileOf = new Map(output.map(({ facadeModuleId, fileName }) => [facadeModuleId, fileName]));
  const handOut = [...names]
    .toSorted(([one], [other]) => numberIn(one) - numberIn(other))
    .map(([source, bindings], at) => {
      const given = [...bindings]
        .toSorted()
        .map((name) => `${JSON.stringify(name)}: ${name === '*' ? `m${at}` : `m${at}.${name}`}`);
      return {
        head: `import * as m${at} from ${JSON.stringify(idOf[numberIn(source)])};`,
        body: `${numberIn(source)}: ${bindings.has('*') ? `m${at}` : `{ ${given.join(', ')} }`},`,
      };
    });
  const code = `${handOut.map(({ head }) => head).join('\n')}
    globalThis[Symbol.for(${JSON.stringify(key)})] = Object.freeze({ ${handOut.map(({ body }) => body).join('\n')} });
    export * from ${JSON.stringify(entry)};`;
  const script = await rollup({
    input: 'one-script',
    plugins: [
      {
        name: 'one-script',
        resolveId: (id) => (id === 'one-script' ? id : null),
        load: (id) => (id === 'one-script' ? code : null),
        async resolveDynamicImport(target, importer) {
          const { id } = await this.resolve(target, importer);
          const file = fileOf.get(id);
          return file ? { id: `./${FOLDER}/${file}`, external: 'relative' } : id;
        },
      },
      ...plugins,
    ],
  });
  await script.write({
    file: join(folder, 'dvc.min.js'),
    format: 'iife',
    name: 'dvcWidgets',
    inlineDynamicImports: true,
  });
  await script.close();
}
