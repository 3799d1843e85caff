import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, test } from 'node:test';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build as esbuild } from 'esbuild';
import { rollup } from 'rollup';
import { build as vite } from 'vite';
import { root } from '../../scripts/files.mjs';
import { unpackPackage } from '../../scripts/pack.mjs';

/*
 * The package as it is sent, in a fresh project: unpacked from the tarball, beside nothing but the dependencies that it
 * declares. What the sources have and the tarball has not is missed here.
 */

// Bundlers and Node tell of files by their real paths.
const project = realpathSync(mkdtempSync(join(tmpdir(), 'dvc-project-')));
const installed = join(project, 'node_modules/dvc-widgets');
after(() => rmSync(project, { recursive: true }));

/** Makes a package of this project's own one of the fresh project. */
function install(name) {
  const place = join(project, 'node_modules', name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(realpathSync(join(root, 'node_modules', name)), place, 'junction');
}

function runIn(folder, command, words, options) {
  const { status, signal, stdout, stderr } = spawnSync(command, words, {
    cwd: folder,
    encoding: 'utf8',
    ...options,
  });
  assert.equal(status, 0, `${signal} ${stdout} ${stderr}`);
  return { stdout, stderr };
}

const paths = unpackPackage(installed);
writeFileSync(join(project, 'package.json'), '{ "name": "fresh", "private": true, "type": "module" }');
const packed = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
for (const name of Object.keys(packed.dependencies)) install(name);

test('the tarball holds what the package leads to, and nothing of its making', () => {
  const leads = [
    packed.customElements,
    packed['web-types'],
    packed.unpkg,
    ...Object.values(packed.bin),
    ...Object.values(packed.exports).flatMap((target) =>
      typeof target === 'string' ? target : Object.values(target),
    ),
  ].map((path) => path.replace(/^\.\//u, ''));
  for (const path of leads) {
    const [before, ...rest] = path.split('*');
    const fits =
      rest.length === 0
        ? (one) => one === path
        : (one) => one.startsWith(before) && one.endsWith(rest.at(-1));
    assert.ok(paths.some(fits), path);
  }
  for (const path of ['README.md', 'LICENSE', 'CHANGELOG.md', 'dist/llms.txt', 'dist/dvc-widgets.zip'])
    assert.ok(paths.includes(path), path);
  assert.deepEqual(
    paths.filter(
      (path) =>
        !/^(bin|dist|docs|examples)\/|^(README\.md|LICENSE|CHANGELOG\.md|package\.json)$/u.test(path) ||
        /(^|\/)(node_modules|\.built|\.state)\//u.test(path),
    ),
    [],
  );
});

test('what its pages lead to is in the tarball as well', () => {
  const missing = paths
    .filter((path) => path.endsWith('.md'))
    .flatMap((page) => {
      const links = readFileSync(join(installed, page), 'utf8').matchAll(
        /\]\((?!https?:|#)([^)#]+)[^)]*\)/gu,
      );
      return [...links].map(([, link]) => join(dirname(page), link));
    })
    .filter((path) => !existsSync(join(installed, path)));
  assert.deepEqual(missing, []);
});

/** Packages that the library imports; they are not looked at here. */
const LIBRARIES = Object.keys(packed.dependencies);
const DEPENDENCIES = new RegExp(`^(${LIBRARIES.join('|')})(/|$)`);

/** By each bundler: the chunks that it makes of a page, with what each imports at once. */
const bundlers = {
  rollup: async (file) => {
    const bundle = await rollup({
      input: file,
      onwarn: () => undefined,
      external: DEPENDENCIES,
      plugins: [nodeResolve()],
    });
    return (await bundle.generate({ format: 'es' })).output;
  },
  esbuild: async (file) => {
    const { metafile, outputFiles } = await esbuild({
      entryPoints: [file],
      bundle: true,
      outdir: join(project, 'out'),
      absWorkingDir: project,
      format: 'esm',
      external: LIBRARIES.flatMap((name) => [name, `${name}/*`]),
      write: false,
      metafile: true,
    });
    return outputFiles.map(({ path, text }) => {
      const fileName = relative(project, path);
      const { entryPoint, imports } = metafile.outputs[fileName];
      return {
        fileName,
        code: text,
        isEntry: entryPoint?.endsWith('page.js') === true,
        imports: imports.filter(({ kind }) => kind === 'import-statement').map((imported) => imported.path),
      };
    });
  },
  vite: async (file) => {
    const { output } = await vite({
      root: project,
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        minify: false,
        modulePreload: false,
        rolldownOptions: { input: file, external: DEPENDENCIES, preserveEntrySignatures: 'strict' },
      },
    });
    return output;
  },
};

/** All that a browser must load before the page's own module runs. */
function codeOf(chunks) {
  const seen = new Set();
  const collect = (chunk) => {
    if (!chunk || seen.has(chunk)) return;
    seen.add(chunk);
    for (const name of chunk.imports) collect(chunks.find(({ fileName }) => fileName === name));
  };
  collect(chunks.find(({ isEntry }) => isEntry));
  return [...seen].map(({ code }) => code).join('\n');
}

/** A page's own module, bundled. */
async function bundled(by, code) {
  const file = join(project, 'page.js');
  writeFileSync(file, code);
  return codeOf(await bundlers[by](file));
}

const names = readdirSync(join(installed, 'dist/define')).filter((name) => name.endsWith('.js'));

const register = (tag) => new RegExp(`define\\(["'\x60]${tag}["'\x60]`, 'u');

for (const name of names) {
  const tag = `dvc-${name.slice(0, -3)}`;
  for (const by of Object.keys(bundlers)) {
    test(`define/${name} registers <${tag}> through ${by}, elements/${name} registers nothing`, async () => {
      assert.match(await bundled(by, `import 'dvc-widgets/define/${name}';`), register(tag));
      const alone = await bundled(by, `export * from 'dvc-widgets/elements/${name}';`);
      assert.doesNotMatch(alone, register(tag));
    });
  }
}

const classOf = (name) => new RegExp(`class ${name}\\b|\\b${name} = class\\b`, 'u');

for (const by of Object.keys(bundlers)) {
  test(`through ${by}, one thing that is taken brings no other along`, async () => {
    const page = `import { LevelBadge } from 'dvc-widgets'; console.log(LevelBadge);`;
    const badge = await bundled(by, page);
    assert.match(badge, classOf('LevelBadge'));
    for (const other of ['ProcedureLookup', 'FormSteps', 'StatusTracker', 'CatalogCoverage'])
      assert.doesNotMatch(badge, classOf(other), other);
    // Imported for nothing, nothing is left.
    for (const entry of ['dvc-widgets', 'dvc-widgets/catalog.js', 'dvc-widgets/dossiers.js'])
      assert.doesNotMatch(await bundled(by, `import '${entry}';`), /\b(class|function)\b/u, entry);
  });
}

/** Every file that the exports of the package lead to. */
function entries() {
  return Object.entries(packed.exports)
    .filter(([path]) => path === '.' || (path.endsWith('.js') && !path.startsWith('./cdn')))
    .flatMap(([path, { default: file }]) => {
      if (!path.includes('*')) return [path];
      const folder = join(installed, file.split('*')[0]);
      return readdirSync(folder)
        .filter((name) => name.endsWith('.js'))
        .map((name) => path.replace('*.js', name));
    })
    .map((path) => `dvc-widgets${path.slice(1)}`);
}

test('every entry is imported in plain Node, where it does nothing and does not throw', () => {
  const all = entries();
  assert.ok(all.length > 20, all.join(' '));
  const code = `
    const before = Object.keys(globalThis);
    for (const entry of ${JSON.stringify(all)}) await import(entry);
    console.log(JSON.stringify(Object.keys(globalThis).filter((name) => !before.includes(name))));`;
  // Nothing is left that would keep the program from ending.
  const { stdout, stderr } = runIn(project, process.execPath, ['--input-type=module', '-e', code], {
    timeout: 60_000,
  });
  // Lit tells there that it was loaded, and stands in for what a page has; nothing of ours is there.
  assert.deepEqual(
    JSON.parse(stdout).filter((name) => !/^(lit|reactive|customElements$)/.test(name)),
    [],
  );
  assert.equal(stderr, '');
});

test('the types that are sent need nothing but what the package declares, and the framework', () => {
  for (const name of ['react', '@types/react', 'csstype']) install(name);
  cpSync(join(root, 'test/frameworks'), project, { recursive: true });
  // Every declaration is checked, those of the package too.
  const words = [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'react', '--skipLibCheck', 'false'];
  runIn(project, process.execPath, words);
});

test('the commands that are sent run in the fresh project', () => {
  const list = join(root, 'examples/commune/data/mau-danh-muc.csv');
  const command = join(installed, packed.bin['dvc-widgets']);
  runIn(project, process.execPath, [command, 'catalog', 'build', list]);
  assert.ok(existsSync(join(project, 'catalog.json')));
});
