import { build } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './files.mjs';
import { ensurePackages } from './setup.mjs';

const folder = join(root, 'examples/gateway');
/** What tests and the sample site take of it. */
const PARTS = ['server', 'app', 'csv', 'seed', 'database', 'network-address'];

/** Installs what the gateway needs, apart from the library: whoever only works on elements need not compile SQLite. */
function ensureGatewayInstalled() {
  const saying = 'Đang cài cổng tiếp nhận mẫu… / Installing the reference gateway…';
  if (!ensurePackages(folder, saying)) throw new Error('the reference gateway could not be installed');
}

/**
 * Makes the gateway ready to run.
 * @returns {Promise<{ commands: string, load: () => Promise<any> }>} the program, and its parts for this process
 */
export async function buildGateway() {
  ensureGatewayInstalled();
  const outdir = join(folder, '.built');
  await build({
    entryPoints: ['commands', ...PARTS].map((name) => join(folder, `src/${name}.ts`)),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // Shared parts once; the native module and its like stay where npm put them.
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  const load = async () => {
    const parts = PARTS.map((name) => import(pathToFileURL(join(outdir, `${name}.mjs`)).href));
    return Object.assign({}, ...(await Promise.all(parts)));
  };
  return { commands: join(outdir, 'commands.mjs'), load };
}
