import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { readdirSync, readFileSync } from 'node:fs';
import esbuild from 'rollup-plugin-esbuild';
import { ADVICE, slimI18next } from './scripts/rollup-slim-i18next.mjs';

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

/** For bundlers: modules with `lit` and the other dependencies left as imports. */
const modules = {
  input: {
    index: 'components/index.ts',
    all: 'components/all.ts',
    autoload: 'components/autoload.ts',
    catalog: 'src/catalog/index.ts',
    levels: 'src/levels/index.ts',
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

/** For pages: one script, `dvc.js`, that loads an element when its tag appears; shared parts are hashed chunks. */
const pages = {
  input: {
    dvc: 'components/autoload.ts',
    ...Object.fromEntries(elements.map((name) => [`elements/${name}`, `components/${name}/${name}.ts`])),
  },
  plugins: [
    nodeResolve({ exportConditions: ['production', 'browser'] }),
    trustedTypesPolicy,
    slimI18next,
    ...source,
    terser({
      module: true,
      compress: { passes: 3, ecma: 2020, pure_funcs: ADVICE },
      format: { comments: false },
    }),
  ],
  output: {
    dir: 'dist/cdn',
    format: 'es',
    chunkFileNames: 'chunks/[name]-[hash].js',
    banner: `/*! dvc-widgets ${version} | MIT | lit BSD-3-Clause, i18next MIT, minisearch MIT, valibot MIT */`,
  },
};

export default [modules, pages];
