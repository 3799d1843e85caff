import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Imports a TypeScript source of the library in plain Node, without a build beforehand.
 * @param {string} path from the project's root, e.g. `src/catalog/index.ts`
 * @returns {Promise<any>} its exports
 */
export async function importSource(path) {
  const folder = await mkdtemp(join(root, 'node_modules/.dvc-source-'));
  const outfile = join(folder, 'source.mjs');
  try {
    await build({
      entryPoints: [join(root, path)],
      outfile,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
