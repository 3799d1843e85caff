/*
 * Compares what was built with the public interface of the last release, `docs/api.json`: each difference must stand in the
 * changelog.
 *   node scripts/check-api.mjs [--write]
 * With --write it takes what was built for the next comparison: once for each release.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiChanges, newestRelease, untoldChanges } from './api/api-changes.mjs';
import { publicApi } from './api/public-api.mjs';
import { conclude, readJson, readText, root } from './files.mjs';

const FILE = 'docs/api.json';
const api = await publicApi();
const changelog = readText('CHANGELOG.md');
const release = newestRelease(changelog);
const known = existsSync(join(root, FILE)) ? readJson(FILE) : { release, api };
const changes = apiChanges(known.api, api);
const faults = untoldChanges(changes, changelog, known.release);
const names = Object.values(api).reduce((total, group) => total + Object.keys(group).length, 0);
if (names < 600) faults.push(`saw only ${names} names`);
if (process.argv.includes('--write')) {
  if (faults.length === 0)
    writeFileSync(join(root, FILE), `${JSON.stringify({ release, api }, undefined, 2)}\n`);
} else if (known.release !== release)
  faults.push(`${release ?? 'no release'} is the newest one of CHANGELOG.md: npm run api`);
conclude(
  'api',
  faults,
  `${names} names, ${changes.length} changed since ${known.release ?? 'the beginning'}`,
);
