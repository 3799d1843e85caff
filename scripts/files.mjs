import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Paths below a folder of the project, with `/`, in order. */
export function filesBelow(folder, ending = '') {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export const readText = (path) => readFileSync(join(root, path), 'utf8');
export const readJson = (path) => JSON.parse(readText(path));

/** Prints what is wrong and ends with 1, or says that all is well. */
export function conclude(check, faults, seen) {
  if (faults.length > 0) {
    for (const fault of faults) console.error(`${check}: ${fault}`);
    process.exit(1);
  }
  console.log(`${check}: ${seen}`);
}
