import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { readJson, readText, root } from './files.mjs';

/*
 * The pages for webmasters beside their scripts, `dist/cdn/tools/`, so that whoever copies that folder has them: the
 * sample site's own, without what belongs to that site, and with addresses that hold wherever the folder lies. After the
 * scripts of those pages, before the delivery, which hashes all of it.
 */
const SITE = 'examples/commune';
const PAGES = ['nhung.html', 'bang-tinh.html', 'xem-thu.html', 'en/nhung.html', 'en/bang-tinh.html'];
const BESIDE = ['site.css', 'nhung.css', 'bang-tinh.css', 'xem-thu.css', 'icon.svg', 'data/mau-danh-muc.csv'];
const folder = join(root, 'dist/cdn/tools');
const { version } = readJson('package.json');

/** The text with each of these put in; the build fails where one has nothing to stand for. */
function changed(page, text, changes) {
  return changes.reduce((before, [pattern, after]) => {
    if (!pattern.test(before)) throw new Error(`${page} has nothing like ${pattern}`);
    return before.replace(pattern, after);
  }, text);
}

for (const page of PAGES) {
  const up = page.includes('/') ? '../' : '';
  const isPreview = page === 'xem-thu.html';
  const text = changed(page, readText(`${SITE}/${page}`), [
    [/(src|href)="\/dvc\/(tools\/)?/gu, (_, name, beside) => `${name}="${beside ? '' : '../'}${up}`],
    [/ – [^<]*(?=<\/title>)/u, ' – dvc-widgets'],
    ...(isPreview
      ? []
      : [
          [/<script type="module" src="[^"]*site\.js"><\/script>\s*/u, ''],
          [/<p class="sample">[^]*?<\/p>\s*/u, ''],
          [/<p class="brand">[^]*?<\/p>/u, '<p class="brand"><strong>dvc-widgets</strong></p>'],
          [/<nav [^]*?<\/nav>\s*/u, ''],
          [/(<footer [^]*?)<p>[^]*?<\/p>\s*/u, '$1'],
          [/ ·\s*<a href="\/storybook\/">Storybook<\/a>/u, ''],
          [/(?=<script type="module")/u, `<script defer src="${up}from-disk.js"></script>\n    `],
        ]),
    ...(page.endsWith('bang-tinh.html') ? [[/data\/(?=mau-danh-muc\.csv)/u, '']] : []),
  ]);
  mkdirSync(dirname(join(folder, page)), { recursive: true });
  writeFileSync(join(folder, page), text);
}
for (const file of BESIDE) cpSync(join(root, SITE, file), join(folder, basename(file)));

await build({
  entryPoints: [join(root, 'tools/from-disk.ts')],
  outdir: folder,
  bundle: true,
  minify: true,
  charset: 'utf8',
  logLevel: 'error',
  // From the disk no module runs.
  format: 'iife',
  target: 'es2020',
  banner: { js: `/*! dvc-widgets ${version} | MIT */` },
});
