import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transformSync } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import esbuild from 'rollup-plugin-esbuild';
import license from 'rollup-plugin-license';
import { slimLibraries } from './scripts/rollup-slim.mjs';

const { version, dependencies } = JSON.parse(
  readFileSync(new URL('./package.json', import.meta.url), 'utf8'),
);

/** Folders of `components/` that hold an element. */
const elements = readdirSync(new URL('./components', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const script = {
  target: 'es2022',
  define: { __DVC_VERSION__: JSON.stringify(version) },
  charset: 'utf8',
};
const source = [json({ namedExports: false, compact: true }), esbuild(script)];

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
 * Following a dossier answers an office with the parts that an application is filled in with. In chunks of their own these
 * would cost everybody who fills one in two kilobytes more, because small files compress worse. So the tracker has copies
 * of them, nearly all in the part that comes when somebody acts. Nothing is copied that is one for the whole page: words,
 * settings, what draws.
 */
const COPIED = [
  /[\\/]src[\\/](forms|gateway)[\\/]/,
  /[\\/]src[\\/]shared[\\/](clock|data-schemas|new-id|sha256)\.ts$/,
  /[\\/]src[\\/]ui[\\/](attach-part|code-picture|controls|delivery-fields|field-words|form-icons|idle-controller)\.ts$/,
  /[\\/]src[\\/]ui[\\/](link-template|national-portal|open-place|page-network|paper-bytes|paper-host|paper-pages|pay-part|photo|photo-pages|place|qr-camera|save-file|seal|told-limits|watermark)\.ts$/,
  /[\\/]node_modules[\\/](idb-keyval|valibot)[\\/]/,
  /[\\/]lit(-html)?[\\/](directives?[\\/])?(live|directive|ref|async-directive|directive-helpers)\.js$/,
];
const fileOf = (id) => id.split('?')[0];
/** What copies are made with, where they are no scripts. */
const LOADERS = { '.ts': 'ts', '.json': 'json' };

/**
 * @param mark what ids of the copies end with
 * @param owner files that get copies
 * @param copied what they get copies of
 */
const copiesFor = (mark, owner, copied) => ({
  name: `copies-for-${mark}`,
  async resolveId(source, importer = '') {
    if (!importer.endsWith(`?${mark}`) && !owner.test(importer)) return null;
    const found = await this.resolve(source, importer.replace(`?${mark}`, ''), { skipSelf: true });
    // One copy of each, whoever else has marked it.
    return found && copied.some((file) => file.test(fileOf(found.id)))
      ? `${fileOf(found.id)}?${mark}`
      : found;
  },
  load(id) {
    if (!id.endsWith(`?${mark}`)) return null;
    const code = readFileSync(fileOf(id), 'utf8');
    const loader = LOADERS[extname(fileOf(id))];
    return loader ? transformSync(code, { ...script, loader, format: 'esm' }).code : code;
  },
});

const copiesForTracker = copiesFor(
  'tracker',
  /[\\/]components[\\/]status-tracker[\\/]|[\\/]src[\\/](dossiers[\\/]|ui[\\/](tracking|tracking-trouble|begun-supplements|followed-dossiers|open-acts|sealed-list|dossier-tables)\.)/,
  COPIED,
);

/** The same for what tells where data go, which looks into the homes of drafts without filling one in. */
const copiesForJourney = copiesFor(
  'journey',
  /[\\/]components[\\/]data-journey[\\/]|[\\/]src[\\/]ui[\\/]kept-here\./,
  [/[\\/]src[\\/]ui[\\/](draft-lock|kept-days|open-place)\.ts$/],
);

/*
 * The same for the papers on the first step of an application: what is said of them on a sheet stays in the sheet's own
 * file, which nearly everybody loads. Its words are added twice under one name, and are the same.
 */
const copiesForPapers = copiesFor('papers', /[\\/]components[\\/]form-steps[\\/]paper-list\.ts$/, [
  /[\\/]src[\\/](ui[\\/]paper-list|i18n[\\/]namespaces[\\/]papers)\.ts$/,
  /[\\/]locales[\\/]vi[\\/]papers\.json$/,
]);

/** And for the doctor, which asks as elements over a catalogue do, and knows a script's options, and needs nothing else of theirs. */
const copiesForDoctor = copiesFor('doctor', /[\\/]src[\\/]ui[\\/]doctor[\\/]/, [
  /[\\/]src[\\/](embed[\\/]script-settings|ui[\\/](page-network|watch-page))\.ts$/,
]);

/** And for how it reads data, which nobody else who reads them shall notice. */
const copiesForReading = copiesFor('reading', /[\\/]src[\\/]ui[\\/]doctor[\\/]read-data\.ts$/, [
  /[\\/]src[\\/](catalog[\\/]parse-thesaurus|forms[\\/]form-index|levels[\\/]parse-level-schemes)\.ts$/,
  /[\\/]src[\\/](dossiers[\\/](parse-stages|stages|work-calendar)|shared[\\/](clock|data-schemas))\.ts$/,
  /[\\/]node_modules[\\/]valibot[\\/]/,
]);

/** And for reading an address: what it folds text with lies among what searches a catalogue, which no form needs. */
const copiesForAddress = copiesFor('address', /[\\/]src[\\/]forms[\\/]address-words\.ts$/, [
  /[\\/]src[\\/]shared[\\/]fold-text\.ts$/,
]);

/*
 * The loader has its own copy of what goes to the console, so that it is one file: a page that trusts it by its hash
 * (`'strict-dynamic'`) trusts what it puts into the page while it runs, and nothing that it would import before.
 */
const copiesForLoader = copiesFor('loader', /[\\/]components[\\/]autoload\.ts$/, [
  /[\\/]src[\\/]ui[\\/](not-loaded|report|start-doctor|version)\.ts$/,
]);

/*
 * And for what offices print and send round, which few pages have: what it shares with a sheet, with an application or with
 * the doctor stays in the files of those.
 */
const copiesForOutreach = copiesFor('outreach', /[\\/]components[\\/]outreach[\\/]/, [
  /[\\/]src[\\/]catalog[\\/](filing|loudspeaker|loudspeaker-facts|online-filing|outreach-facts|paper-checklist|standing)\.ts$/,
  /[\\/]src[\\/]ui[\\/](code-address|code-picture|copy-text|drawn-text|filing-words|level-face|link-template|page-controller|place-notices|print-code|save-file)\.ts$/,
  /[\\/]src[\\/](themes[\\/]default-theme|ui[\\/]styles[\\/]level-face\.styles)\.ts$/,
  /[\\/]src[\\/]i18n[\\/]namespaces[\\/](detail|common)\.ts$/,
  /[\\/]locales[\\/]vi[\\/](detail|common)\.json$/,
]);

/** For bundlers: modules with `lit` and the other dependencies left as imports. */
const modules = {
  input: {
    index: 'components/index.ts',
    all: 'components/all.ts',
    autoload: 'components/autoload.ts',
    catalog: 'src/catalog/index.ts',
    levels: 'src/levels/index.ts',
    forms: 'src/forms/index.ts',
    dossiers: 'src/dossiers/index.ts',
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

const LOADER = 'dvc.loader.min';

/** Elements over a catalogue. */
const OVER_DATA = ['catalog-coverage', 'form-steps', 'procedure-detail', 'procedure-lookup'];

/*
 * Left to itself, Rollup makes a chunk for each set of elements that share something: nine files for one element, which
 * compress worse and cost round trips. A few hold it all: what elements need (`core`), the badge that another shows, what
 * elements over a catalogue need (`data`), and what finds in it (`search`, apart from the box, because a cheap phone takes too
 * long to read both in one turn). Rows of results show a level without the badge, so what both need of it is for all.
 */
function chunkOf(id, { getModuleInfo }) {
  // One address, which many share: no file of its own.
  if (/[\\/]src[\\/]ui[\\/]national-portal\.ts$/.test(id)) return 'core';
  // Of what is kept on this computer, and deleted from it: nobody who only looks something up keeps anything.
  if (/[\\/]src[\\/](ui[\\/]data-deletion|shared[\\/]keep-times)\.ts$/.test(id)) return 'kept';
  const users = elementsThatNeed(id, getModuleInfo);
  const overData = OVER_DATA.filter((element) => users.has(element)).length;
  // Filling in a form, and following it, is for the few who go on, and posters are for offices; what these share decides nothing for all the others.
  const isFollowed = users.delete('status-tracker');
  users.delete('form-steps');
  users.delete('outreach');
  if (users.size >= 4 || (users.has('procedure-lookup') && users.has('level-badge'))) return 'core';
  if (users.has('level-badge')) return 'badge';
  // Who follows a dossier needs no catalogue at first.
  if (overData > 1) return isFollowed ? 'core' : 'data';
  if (users.has('procedure-lookup') && /[\\/](src[\\/]catalog|minisearch)[\\/]/.test(id)) return 'search';
  return undefined;
}

/** Elements whose static imports reach a module. */
function elementsThatNeed(id, getModuleInfo, seen = new Set(), found = new Set()) {
  if (seen.has(id)) return found;
  seen.add(id);
  const [, element] = /[\\/]components[\\/]([a-z-]+)[\\/]\1\.ts$/.exec(id) ?? [];
  if (element) found.add(element);
  for (const importer of getModuleInfo(id).importers) elementsThatNeed(importer, getModuleInfo, seen, found);
  return found;
}

/** What makes the code of a page small. @param compress what its minifier is told besides */
const smallWith = (compress) => [
  nodeResolve({ exportConditions: ['production', 'browser'] }),
  trustedTypesPolicy,
  slimLibraries,
  ...source,
  smallTemplates,
  terser({
    module: true,
    compress: { passes: 4, ecma: 2020, keep_fargs: false, unsafe_arrows: true, ...compress },
    format: { comments: false, quote_style: 2 },
  }),
];

/** Whose code pages load, and on what terms, in a file beside it: lines in each script are bytes that everybody loads. */
const licences = license({ thirdParty: { output: 'dist/cdn/LICENSES.txt' } });

/** For pages: one script, `dvc.loader.min.js`, that loads an element when its tag appears; shared parts are hashed chunks. */
const pages = {
  // What a part on demand shares with its element may lie in the element's own file.
  preserveEntrySignatures: 'allow-extension',
  input: {
    [LOADER]: 'components/autoload.ts',
    ...Object.fromEntries(elements.map((name) => [`elements/${name}`, `components/${name}/${name}.ts`])),
  },
  plugins: [
    // Before that of the tracker, whose files are among what it reads with.
    copiesForReading,
    copiesForTracker,
    copiesForJourney,
    copiesForPapers,
    copiesForAddress,
    copiesForDoctor,
    copiesForLoader,
    copiesForOutreach,
    valibotForForms,
    licences,
    // Functions are called rather than written in place: longer, but in files of this size it compresses better.
    ...smallWith({ inline: 0 }),
  ],
  output: {
    dir: 'dist/cdn',
    manualChunks: chunkOf,
    format: 'es',
    // Nobody gets at the objects of what is imported on demand.
    freeze: false,
    chunkFileNames: 'chunks/[name]-[hash].js',
  },
};

/** For pages that want one file; `scripts/build-delivery.mjs` makes it. */
export const oneScript = {
  entry: 'components/classic.ts',
  plugins: [copiesForReading, ...smallWith()],
  key: `dvc-widgets/${version}`,
};

export default [modules, pages];
