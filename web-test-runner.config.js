import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { ensureChromium, findFirefox } from './scripts/browsers.mjs';
import { countingReporter } from './scripts/counting-reporter.mjs';
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
  // It presses all keys of a text before it lets go of any, so the second space would be lost: one key at a time.
  const { sendKeys } = launcher;
  launcher.sendKeys = async (session, keys) => {
    for (const key of keys) await sendKeys.call(launcher, session, [key]);
  };
  // The launcher names itself after its browser program when it starts; people know the engine.
  Object.defineProperty(launcher, 'name', { get: () => 'WebKitGTK', set() {} });
  return launcher;
};

const ENGINES = { chromium, firefox, webkit };

export default {
  files: process.env.DVC_TEST_FILES?.split(' ') ?? 'test/**/*.test.ts',
  nodeResolve: { exportConditions: ['development', 'browser'] },
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'esnext',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  middleware: [strictCsp],
  browsers: (process.env.DVC_ENGINES ?? 'chromium').split(' ').map((engine) => ENGINES[engine]()),
  concurrentBrowsers: 1,
  // A limit for what never ends, not a measure: an engine that shares its machine with others may take long.
  testFramework: { config: { timeout: 60_000 } },
  testsFinishTimeout: 600_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [
    defaultReporter({ reportTestProgress: true }),
    ...(process.env.DVC_TEST_REPORT ? [countingReporter(process.env.DVC_TEST_REPORT)] : []),
  ],
};
