/*
 * Search quality and speed in Node, then from key press to rendered results in a slowed browser. Fails when an aim of
 * quality is missed. Of speed it says which aims are met: a busy machine misses them without anybody's fault, so they
 * fail it only where that is asked for.
 *   npm run bench [-- --strict-speed]
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './setup.mjs';

ensureInstalled();
const cwd = fileURLToPath(new URL('..', import.meta.url));
const strict = process.argv.filter((argument) => argument === '--strict-speed');
/** Runs a script to its end; tells whether all was well. */
const isWell = (script, ...options) =>
  spawnSync(process.execPath, [`scripts/${script}`, ...options], { cwd, stdio: 'inherit' }).status === 0;
// The speed is told also where an aim of quality is missed.
const isGood = isWell('bench-search.mjs');
const isFast = isWell('build.mjs') && isWell('bench-keystroke.mjs', ...strict);
process.exit(isGood && isFast ? 0 : 1);
