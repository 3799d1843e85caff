import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE, openDatabase } from './database.js';
import { sizeAndHashOf } from './file-folder.js';

/** Copies everything of a gateway that may be running. The copy is whole, or not there. */
export async function backUp(state: string, to: string): Promise<void> {
  if (!existsSync(join(state, DATABASE_FILE))) throw new Error(`${state} holds no gateway`);
  if (isUsed(to)) throw new Error(`${to} holds something; give each copy a folder of its own`);
  const partial = `${to}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  const database = openDatabase(state);
  try {
    database.act(({ audit }) => audit({ who: 'operator', act: 'back-up', subject: '*', status: 200 }));
    await database.backup(join(partial, DATABASE_FILE));
  } finally {
    database.close();
  }
  // Files are written once and never changed: whatever the database names by now is whole.
  const files = join(state, 'files');
  if (existsSync(files)) cpSync(files, join(partial, 'files'), { recursive: true });
  rmSync(to, { recursive: true, force: true });
  renameSync(partial, to);
}

/** Puts a copy where a gateway will be started. Nothing is there before the copy was found to be whole. */
export async function restore(from: string, state: string): Promise<void> {
  if (!existsSync(join(from, DATABASE_FILE))) throw new Error(`${from} holds no copy`);
  if (isUsed(state)) throw new Error(`${state} holds something; move it away first`);
  const partial = `${state}.partial`;
  rmSync(partial, { recursive: true, force: true });
  // Whoever could read the copy on the way here: nobody else reads what is made of it.
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  cpSync(from, partial, { recursive: true });
  const faults = await faultsOf(partial).catch((error: unknown) => [String(error)]);
  if (faults.length > 0) {
    rmSync(partial, { recursive: true, force: true });
    throw new Error(`the copy is damaged: ${faults.join('; ')}`);
  }
  rmSync(state, { recursive: true, force: true });
  renameSync(partial, state);
}

/** What is wrong with what a gateway keeps: with its database, and with every file that a dossier holds. */
export async function faultsOf(state: string): Promise<string[]> {
  if (!existsSync(join(state, DATABASE_FILE))) throw new Error(`${state} holds no gateway`);
  const database = openDatabase(state);
  try {
    const faults = database.faults();
    for (const { id, size, sha256, isAttached } of database.files()) {
      const path = join(state, 'files', id);
      const found = existsSync(path) ? await sizeAndHashOf(path) : undefined;
      if (found?.size === size && found.sha256 === sha256) continue;
      // A file that no dossier holds may be taken away at any time; its note goes with it.
      if (isAttached) faults.push(`the file ${id} is ${found ? 'damaged' : 'missing'}`);
      else database.forgetFile(id);
    }
    return faults;
  } finally {
    database.close();
  }
}

const isUsed = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0;
