import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { findWebKit } from './browsers.mjs';

/** A port that is free now. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts WebKitGTK's driver under a display of its own.
 * @returns {Promise<{ env: Record<string, string>, stop: () => void }>} variables that the test runner reads
 */
export async function startWebKit() {
  const webkit = findWebKit();
  if (!webkit) throw new Error('WebKitGTK is not here: install webkit2gtk-driver and xvfb');
  const { driver, display, miniBrowser } = webkit;
  // Xvfb picks a free display by itself and tells it on a file descriptor.
  const xvfb = spawn(display, ['-displayfd', '3', '-screen', '0', '1280x1024x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    xvfb.stdio[3].once('data', (data) => resolve(String(data).trim()));
    xvfb.once('exit', () => reject(new Error('Xvfb did not start')));
  });
  const started = [xvfb];
  const leave = () => process.exit(1);
  const stop = () => {
    for (const child of started) child.kill();
    process.off('exit', stop).off('SIGINT', leave).off('SIGTERM', leave);
  };
  // However this process ends, no display and no browser may stay behind.
  process.once('exit', stop).once('SIGINT', leave).once('SIGTERM', leave);
  const port = await startDriver(driver, { ...process.env, DISPLAY: `:${number}` }, started);
  return { env: { DVC_WEBKIT_PORT: String(port), DVC_WEBKIT_BROWSER: miniBrowser }, stop };
}

/** Takes another port where somebody took the first one between its choice and its use. */
async function startDriver(driver, env, started) {
  for (let ports = 0; ports < 5; ports += 1) {
    const port = await freePort();
    const webdriver = spawn(driver, [`--port=${port}`], { stdio: 'ignore', env });
    started.push(webdriver);
    if (await answers(webdriver, port)) return port;
    webdriver.kill();
  }
  throw new Error('WebKitWebDriver does not answer');
}

/** Whether this very driver answers there: one that finds its port taken ends by itself. */
async function answers(webdriver, port) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (webdriver.exitCode !== null) return false;
    try {
      const { value } = await (await fetch(`http://127.0.0.1:${port}/status`)).json();
      return value?.ready === true && webdriver.exitCode === null;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return false;
}
