import { chromium } from 'playwright-core';
import { ensureChromium } from '../../scripts/browsers.mjs';

/*
 * Every journey runs against servers of this machine, so what asks anybody else is a request to a third party. Whoever
 * gets their browser here need not think of it: where a request left the machine, the whole file of tests fails.
 */

const AT_HOME =
  /^(?:blob:)?https?:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?(?:\/|$)|^(?:data|about|blob:null)/u;

const foreign = [];
// Not in a hook: one that fails would keep those after it from closing servers, and the run would never end.
process.on('exit', () => {
  if (foreign.length === 0) return;
  console.error(`A journey asked somebody else:\n${foreign.join('\n')}`);
  process.exitCode = 1;
});

/** Watches what the pages of a context ask, and their workers. */
function watched(context, invented) {
  context.on('request', (request) => {
    if (!AT_HOME.test(request.url()) && !invented?.test(request.url()))
      foreign.push(`${request.method()} ${request.url()}`);
  });
  return context;
}

const OPTIONS = () => ({ executablePath: ensureChromium(), args: ['--no-sandbox'] });

/**
 * A browser whose pages must stay on this machine, whatever a test does in them.
 * @param {RegExp} [invented] addresses of pages that the test makes up and answers itself
 */
export async function launchWatched(invented) {
  const browser = await chromium.launch(OPTIONS());
  const newContext = browser.newContext.bind(browser);
  // `newPage` makes a context by this, too.
  browser.newContext = async (...given) => watched(await newContext(...given), invented);
  return browser;
}

/** The same with a profile in this folder. */
export const launchWatchedProfile = async (folder) =>
  watched(await chromium.launchPersistentContext(folder, OPTIONS()));
