/* Figures, not tests: search quality and speed in Node, then from key press to rendered results in a slowed browser. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './setup.mjs';

ensureInstalled();
const cwd = fileURLToPath(new URL('..', import.meta.url));
for (const script of ['bench-search.mjs', 'build.mjs', 'bench-keystroke.mjs']) {
  const { status } = spawnSync(process.execPath, [`scripts/${script}`], { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
