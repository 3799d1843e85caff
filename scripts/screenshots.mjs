/*
 * Pictures of stories for somebody to look at, which no test does: on a phone and at a desk, light and dark.
 * `npm run screenshots` takes every story, `npm run screenshots -- portal` those with “portal” in their id (a regular
 * expression), `--out FOLDER` puts them there.
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './setup.mjs';

ensureInstalled();

// Only now are the packages there that these need.
const { chromium } = await import('playwright-core');
const { ensureChromium } = await import('./browsers.mjs');
const { root } = await import('./files.mjs');
const { openStory, storyIds } = await import('./open-story.mjs');
const { serve } = await import('./static-server.mjs');
const { storybook } = await import('./run-storybook.mjs');

const WIDTHS = [360, 1280];
const THEMES = { light: 'default', dark: 'dark' };

const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
const out = values.out ?? mkdtempSync(join(tmpdir(), 'dvc-stories-'));
mkdirSync(out, { recursive: true });

storybook(['build', '--quiet', '--output-dir', 'storybook-static'], { CI: 'true' });
const wanted = new RegExp(positionals[0] ?? '', 'u');
const ids = storyIds().filter((id) => wanted.test(id));
if (ids.length === 0) {
  console.error(`No story has ${String(wanted)} in its id.`);
  process.exit(1);
}

const server = await serve([{ path: '/', folder: join(root, 'storybook-static') }]);
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
let failed = 0;
try {
  for (const id of ids)
    for (const width of WIDTHS)
      for (const [name, theme] of Object.entries(THEMES)) await take(id, width, name, theme);
} finally {
  await browser.close();
  await server.close();
}
console.log(`${String(ids.length)} stories, ${String(failed)} pictures not taken: ${out}`);
process.exit(failed === 0 ? 0 : 1);

async function take(id, width, name, theme) {
  // A browser of its own for each: what one story keeps on the computer is no business of the next.
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: name,
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    const trouble = await openStory(page, server.url, id, `theme:${theme}`);
    if (trouble) throw new Error(trouble);
    await page.screenshot({ path: join(out, `${id}.${String(width)}.${name}.png`), fullPage: true });
  } catch (error) {
    failed += 1;
    console.error(`${id} at ${String(width)} px, ${name}: ${String(error)}`);
  } finally {
    await context.close().catch(() => undefined);
  }
}
