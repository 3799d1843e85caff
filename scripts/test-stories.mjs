import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { axeFaults } from './axe-in-page.mjs';
import { ensureChromium } from './browsers.mjs';
import { root } from './files.mjs';
import { openStory, storyIds } from './open-story.mjs';
import { serve } from './static-server.mjs';

/** Every story is looked at as it is, and narrow with the system's forced colours. */
const MODES = {
  plain: { viewport: { width: 1280, height: 900 } },
  'narrow, forced colours': { viewport: { width: 320, height: 900 }, forcedColors: 'active' },
};

/** Pages at once: as many as there are cores on the smallest machine. */
const PAGES = 2;

/** Whether something is asked of the Storybook itself, or of nobody. */
const isAtHome = (asked, url) => asked.startsWith(`${url}/`) || /^(?:data|blob|about):/u.test(asked);

async function faultsOf(browser, options, url, id) {
  // A browser of its own for each: what one story keeps on the computer is no business of the next.
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  // Storybook is read where there is no network, too.
  page.on('request', (request) => {
    if (!isAtHome(request.url(), url)) faults.push(`asks elsewhere: ${request.url()}`);
  });
  try {
    const outcome = await openStory(page, url, id);
    if (outcome) faults.push(outcome);
    faults.push(...(await axeFaults(page)));
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 1) faults.push(`scrolls sideways by ${overflow}px`);
  } catch (error) {
    faults.push(String(error));
  } finally {
    // What the browser has dropped by itself is closed.
    await context.close().catch(() => undefined);
  }
  return faults;
}

/**
 * Runs every story of the built Storybook in a browser, with axe, failing on any console message.
 * @param {(fault: string) => void} tell is told of every story that failed
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function testStories(tell) {
  const ids = storyIds();
  const server = await serve([{ path: '/', folder: join(root, 'storybook-static') }]);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
  const counts = { passed: 0, failed: 0 };
  try {
    for (const [mode, options] of Object.entries(MODES)) {
      const all = { ...options, locale: 'vi-VN', reducedMotion: 'reduce' };
      const queue = [...ids];
      const work = async () => {
        for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
          const faults = await faultsOf(browser, all, server.url, id);
          counts[faults.length > 0 ? 'failed' : 'passed'] += 1;
          if (faults.length > 0) tell(`story ${id} (${mode})\n    ${faults.join('\n    ')}`);
        }
      };
      await Promise.all(Array.from({ length: PAGES }, work));
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return counts;
}
