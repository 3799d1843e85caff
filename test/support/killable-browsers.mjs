import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';

/**
 * A browser with a profile of its own, as a process that can be killed like a power cut would.
 * @typedef {object} KillableBrowser
 * @property {(url: string) => Promise<void>} goto
 * @property {(work: Function, given?: unknown) => Promise<any>} evaluate
 * @property {(work: Function, given?: unknown) => Promise<unknown>} waitFor until it gives something true
 * @property {(letter: string) => Promise<void>} press resolves once the page has taken the key
 * @property {() => Promise<void>} kill the whole of it, at once; resolves once it is gone
 */

/** Ends all processes of a browser at once, and waits for the first of them to be gone. */
async function killAll(child) {
  const gone = child.exitCode ?? child.signalCode ?? once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}

/** Starts a browser in a group of its own, so that all of it can be killed; gives where it can be spoken to. */
async function start(program, words) {
  const child = spawn(program, words, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await new Promise((resolve, reject) => {
    let told = '';
    child.once('exit', () => reject(new Error(`${program} did not start: ${told}`)));
    child.stderr.on('data', (data) => {
      told += data;
      const [, found] = /listening on (ws:\S+)/u.exec(told) ?? [];
      if (found) resolve(found);
    });
  });
  return { child, address };
}

/** @returns {Promise<KillableBrowser>} */
export async function startChromium(program, profile) {
  const { child, address } = await start(program, [
    '--headless',
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--no-first-run',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ]);
  const browser = await chromium.connectOverCDP(address);
  const page = await browser.contexts()[0].newPage();
  return {
    goto: async (url) => void (await page.goto(url)),
    evaluate: (work, given) => page.evaluate(work, given),
    waitFor: (work, given) => page.waitForFunction(work, given),
    press: (letter) => page.keyboard.press(letter),
    kill: () => killAll(child),
  };
}

/** A Firefox that was killed asks nothing, and opens nothing of before, when it is started again. */
const FIREFOX = {
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.startup.max_resumed_crashes': -1,
};

/** @returns {Promise<KillableBrowser>} */
export async function startFirefox(program, profile) {
  const lines = Object.entries(FIREFOX).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const words = [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    '--remote-debugging-port=0',
    'about:blank',
  ];
  const { child, address } = await start(program, words);
  const browser = await puppeteer.connect({
    browserWSEndpoint: `${address}/session`,
    protocol: 'webDriverBiDi',
  });
  const page = await browser.newPage();
  return {
    goto: async (url) => void (await page.goto(url)),
    evaluate: (work, given) => page.evaluate(work, given),
    waitFor: (work, given) => page.waitForFunction(work, {}, given),
    press: (letter) => page.keyboard.press(letter),
    kill: () => killAll(child),
  };
}
