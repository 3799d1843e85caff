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
  const port = await freePort();
  const webdriver = spawn(driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${number}` },
  });
  const leave = () => process.exit(1);
  const stop = () => {
    webdriver.kill();
    xvfb.kill();
    process.off('exit', stop).off('SIGINT', leave).off('SIGTERM', leave);
  };
  // However this process ends, no display and no browser may stay behind.
  process.once('exit', stop).once('SIGINT', leave).once('SIGTERM', leave);
  await answering(port);
  return { env: { DVC_WEBKIT_PORT: String(port), DVC_WEBKIT_BROWSER: miniBrowser }, stop };
}

async function answering(port) {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('WebKitWebDriver does not answer');
}
