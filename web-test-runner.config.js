import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { ensureChromium, findFirefox } from './scripts/browsers.mjs';
import { strictCsp } from './scripts/strict-csp.mjs';

const chromium = () =>
  chromeLauncher({
    launchOptions: {
      executablePath: ensureChromium(),
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
    },
  });

/** One page at a time: a second one is a background tab, whose timers sleep. */
const firefox = () => {
  const launcher = chromeLauncher({
    puppeteer,
    concurrency: 1,
    launchOptions: { browser: 'firefox', executablePath: findFirefox() },
  });
  launcher.name = 'Firefox';
  return launcher;
};

/** WebKitGTK's own driver, started by `scripts/test.mjs` under a display of its own. */
const webkit = () => {
  const launcher = webdriverLauncher({
    automationProtocol: 'webdriver',
    hostname: '127.0.0.1',
    port: Number(process.env.DVC_WEBKIT_PORT),
    path: '/',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: process.env.DVC_WEBKIT_BROWSER, args: ['--automation'] },
    },
  });
  launcher.name = 'WebKitGTK';
  return launcher;
};

/** Writes how many tests passed and failed, in every browser, for the one line of counts. */
const countingReporter = (file) => ({
  onTestRunFinished({ sessions }) {
    const counts = { passed: 0, failed: 0 };
    const add = (suite) => {
      for (const test of suite.tests) counts[test.passed ? 'passed' : 'failed'] += 1;
      suite.suites.forEach(add);
    };
    for (const session of sessions) {
      if (session.testResults) add(session.testResults);
      // A file that could not be loaded ran no test; that is a failure.
      if (session.errors.length > 0 || !session.testResults) counts.failed += 1;
    }
    writeFileSync(file, JSON.stringify(counts));
  },
});

export default {
  files: 'test/**/*.test.ts',
  nodeResolve: { exportConditions: ['development', 'browser'] },
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'esnext',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  middleware: [strictCsp],
  browsers: process.env.DVC_ALL_ENGINES ? [chromium(), firefox(), webkit()] : [chromium()],
  concurrentBrowsers: 1,
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 600_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [
    defaultReporter({ reportTestProgress: true }),
    ...(process.env.DVC_TEST_REPORT ? [countingReporter(process.env.DVC_TEST_REPORT)] : []),
  ],
};
