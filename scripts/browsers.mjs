import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const CHROMIUM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The first of these programs that is on PATH. */
export function onPath(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // not here; the next folder may have it
      }
    }
  }
  return undefined;
}

/** A Chrome or Chromium that is already on this machine, `CHROME_PATH` first. */
export function findChromium({ full = false } = {}) {
  if (process.env.CHROME_PATH && existsSync(process.env.CHROME_PATH)) return process.env.CHROME_PATH;
  const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser'];
  return (
    onPath(
      ...(full ? [] : ['chromium-headless-shell']),
      ...names,
      ...(full ? ['chromium-headless-shell'] : []),
    ) ?? CHROMIUM_PLACES.find((place) => existsSync(place))
  );
}

export const findFirefox = () => onPath('firefox-esr', 'firefox');

/** WebKitGTK needs its driver, its small browser and a display (Xvfb). */
export function findWebKit() {
  const driver = onPath('WebKitWebDriver');
  const display = onPath('Xvfb');
  if (!driver || !display) return undefined;
  const miniBrowser = [
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
  ].find((place) => existsSync(place));
  return miniBrowser && { driver, display, miniBrowser };
}

const APT = {
  chromium: ['chromium-headless-shell', 'chromium', 'fonts-liberation', 'fonts-noto-core'],
  engines: ['firefox-esr', 'webkit2gtk-driver', 'xvfb'],
};

/**
 * Installs with the system's package manager where that is allowed, one after the other: a name that this system does
 * not have makes `apt-get` refuse all that are asked for with it. What was got is told by looking for it.
 */
function install(packages) {
  const apt = onPath('apt-get');
  const isRoot = process.getuid?.() === 0;
  if (!apt || !isRoot) return;
  const run = (...words) => {
    try {
      execFileSync(apt, words, {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    } catch {
      // it has said why; the next one may do
    }
  };
  run('update');
  for (const name of packages) run('install', '-y', '--no-install-recommends', name);
}

const HOW_TO_GET_CHROMIUM = `
Không tìm thấy Chrome hoặc Chromium. Cài một trong hai, hoặc đặt CHROME_PATH, rồi chạy lại.
No Chrome or Chromium was found. Install one, or set CHROME_PATH, then run this again.
  Debian, Ubuntu:  sudo apt-get install chromium
  macOS:           brew install --cask google-chrome
  Windows:         winget install Google.Chrome
`;

/** The browser for tests: one that is there, else installed, else a clear message and exit code 1. */
export function ensureChromium() {
  if (!findChromium()) install(APT.chromium);
  const found = findChromium();
  if (!found) {
    console.error(HOW_TO_GET_CHROMIUM);
    process.exit(1);
  }
  return found;
}

/** Firefox and WebKitGTK; what is missing is installed where allowed, else it is an error. */
export function ensureAllEngines() {
  if (!findFirefox() || !findWebKit()) install(APT.engines);
  const found = { firefox: findFirefox(), webkit: findWebKit() };
  if (!found.firefox || !found.webkit) {
    console.error(
      'Firefox ESR or WebKitGTK (webkit2gtk-driver, xvfb) is missing and could not be installed.',
    );
    process.exit(1);
  }
  return found;
}
