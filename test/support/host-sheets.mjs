import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/files.mjs';
import { ensurePackages } from '../../scripts/setup.mjs';
import { TRAPS } from './host-traps.mjs';

/* Style sheets of frameworks, resets, plug-ins and systems that portals of communes have. */

/** Files of the packages in `examples/host-sheets/`. */
const PUBLISHED = [
  '@exampledev/new.css/new.css',
  '@picocss/pico/css/pico.min.css',
  '@primer/css/dist/primer.css',
  '@unocss/reset/tailwind.css',
  '@unocss/reset/tailwind-v4.css',
  'animate.css/animate.min.css',
  'bootstrap3/dist/css/bootstrap.min.css',
  'bootstrap4/dist/css/bootstrap.min.css',
  'bootstrap5/dist/css/bootstrap.min.css',
  'bootstrap5/dist/css/bootstrap.rtl.min.css',
  'bulma/css/bulma.min.css',
  'chota/dist/chota.min.css',
  'destyle.css/destyle.css',
  'element-theme-chalk/lib/index.css',
  'font-awesome/css/font-awesome.min.css',
  'foundation5/css/foundation.min.css',
  'foundation6/dist/css/foundation.min.css',
  'fullcalendar3/dist/fullcalendar.min.css',
  'github-markdown-css/github-markdown.css',
  'govuk-frontend/dist/govuk/govuk-frontend.min.css',
  'hack/dist/hack.css',
  'jquery-ui-dist/jquery-ui.min.css',
  'layui/dist/css/layui.css',
  'marx-css/css/marx.min.css',
  'materialize-css/dist/css/materialize.min.css',
  'milligram/dist/milligram.min.css',
  'mini.css/dist/mini-dark.min.css',
  'mini.css/dist/mini-default.min.css',
  'minireset.css/minireset.css',
  'missing.css/dist/missing.min.css',
  'modern-normalize/modern-normalize.css',
  'muicss/dist/css/mui.min.css',
  'mvp.css/mvp.css',
  'nes.css/css/nes.min.css',
  'normalize.css/normalize.css',
  'papercss/dist/paper.min.css',
  'picnic/picnic.min.css',
  'purecss/build/pure-min.css',
  'reset-css/reset.css',
  'ress/ress.css',
  'sakura.css/css/sakura.css',
  'sanitize.css/sanitize.css',
  'semantic-ui-css/semantic.min.css',
  'simpledotcss/simple.min.css',
  'skeleton-css/css/skeleton.css',
  'slick-carousel/slick/slick.css',
  'spectre.css/dist/spectre.min.css',
  'tachyons/css/tachyons.min.css',
  'terminal.css/dist/terminal.min.css',
  'the-new-css-reset/css/reset.css',
  'toastr/build/toastr.min.css',
  'tufte-css/tufte.min.css',
  'uikit/dist/css/uikit.min.css',
  'w3-css/w3.css',
  'water.css/out/dark.min.css',
  'water.css/out/light.min.css',
  'weui/dist/style/weui.min.css',
];

const ADDRESS = /@import[^;]+;|url\(\s*(?:"[^"]*"|'[^']*'|[^)]*)\s*\)/giu;

/** Without the pictures and fonts of others: they would be asked for, here of nobody, and refused by policies. */
const withoutFiles = (css) => css.replace(ADDRESS, (found) => (found.startsWith('url') ? 'none' : ''));

/**
 * All of them, by name; installs the packages where they are not there.
 * @returns {{ name: string, css: string }[]}
 */
export function hostSheets() {
  const folder = join(root, 'examples/host-sheets');
  const saying = 'Đang cài các bảng kiểu để thử… / Installing style sheets to try…';
  assert.ok(ensurePackages(folder, saying), 'the packages of style sheets could not be installed');
  return [
    ...PUBLISHED.map((name) => [name, readFileSync(join(folder, 'node_modules', name), 'utf8')]),
    ...Object.entries(TRAPS),
  ].map(([name, css]) => ({ name, css: withoutFiles(css) }));
}
