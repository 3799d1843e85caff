import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, statfsSync } from 'node:fs';
import { open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { CLIENT_ID, kindOfFile } from '../../../src/gateway/upload-rules.js';
import type { KeptFile } from './database.js';

/** The database comes first: files never take the last of the disk. Bytes. */
const RESERVE = 64 * 1024 * 1024;

/**
 * The folder that files are kept in, each under the id that its client made and never under its own name. Nothing is
 * served from it.
 */
export function openFileFolder(folder: string, freeBytes = () => freeBytesOf(folder)) {
  const directory = join(folder, 'files');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const pathOf = (id: string) => {
    if (!CLIENT_ID.test(id)) throw new Error('an id that is no id');
    return join(directory, id);
  };
  return {
    directory,
    hasRoomFor: (bytes: number) => freeBytes() > bytes + RESERVE,
    /** Takes a file and what tus notes beside it away. */
    drop: (id: string) =>
      Promise.all([pathOf(id), `${pathOf(id)}.json`].map((path) => rm(path, { force: true }))),
    /** Size, hash and kind of a file as it lies on the disk; nothing where it is of no kind that is taken. */
    async read(id: string): Promise<KeptFile | undefined> {
      const file = await open(pathOf(id));
      try {
        const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
        const kind = kindOfFile(buffer);
        if (!kind) return undefined;
        // What stands on a receipt must outlive a power cut.
        await file.sync();
        return { ...(await sizeAndHashOf(pathOf(id))), kind };
      } finally {
        await file.close();
      }
    },
    /** The bytes of a file. */
    stream: (id: string): ReadableStream<Uint8Array> =>
      Readable.toWeb(createReadStream(pathOf(id))) as ReadableStream<Uint8Array>,
    /** Keeps bytes that came another way than by an upload; they outlive a power cut as one does. */
    async write(id: string, bytes: Uint8Array): Promise<number> {
      await writeFile(pathOf(id), bytes, { flag: 'wx', flush: true });
      return bytes.byteLength;
    },
    /** Ids of files that were last written before an instant. */
    async olderThan(before: Date): Promise<string[]> {
      const ids = (await readdir(directory)).filter((name) => CLIENT_ID.test(name));
      const isOld = await Promise.all(ids.map(async (id) => (await stat(pathOf(id))).mtime < before));
      return ids.filter((_, at) => isOld[at]);
    },
  };
}

export type FileFolder = ReturnType<typeof openFileFolder>;

export async function sizeAndHashOf(path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    hash.update(chunk);
  }
  return { size, sha256: hash.digest('hex') };
}

function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
