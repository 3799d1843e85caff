import { createServer } from 'node:http';
import sirv from 'sirv';

/**
 * Serves folders, and listeners of others, under paths of one port, without caching, so that a rebuilt file is seen at
 * once.
 * @param {({ path: string, folder: string, headers?: Record<string, string> }
 *   | { path: string, listener: import('node:http').RequestListener })[]} mounts the longest path first
 * @param {number} port 0 for any free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` ends without a slash
 */
export async function serve(mounts, port = 0) {
  const handlers = mounts.map(({ path, folder, listener, headers = {} }) => ({
    path,
    listener,
    handle:
      listener ??
      sirv(folder, {
        dev: true,
        setHeaders: (response) => {
          response.setHeader('X-Content-Type-Options', 'nosniff');
          for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
        },
      }),
  }));
  const server = createServer((request, response) => {
    const refuse = () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('404');
    };
    const mount = handlers.find(({ path }) => request.url?.startsWith(path));
    if (!mount) return refuse();
    // A listener knows its own path.
    if (mount.listener) return mount.listener(request, response);
    request.url = request.url.slice(mount.path.length - 1);
    return mount.handle(request, response, refuse);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
