import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CONTRACT,
  CONTRACT_HEADER,
  problemBody,
  type ReceivingProblemCode,
} from '../../../src/gateway/contract.js';
import type { GatewayDatabase } from './database.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
/** What a file may be, by its first bytes and not by its name. */
const KINDS: readonly [kind: string, begins: readonly number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** A problem in the shape in which tus hands it on. */
const problem = (code: ReceivingProblemCode) => {
  const body = problemBody(code);
  return { status_code: body.status, body: JSON.stringify(body) };
};

/**
 * Takes files by tus 1.0. The client chooses the id, so that an answer that is lost leaves no orphan; a file is kept
 * under that id and never under its own name, in a folder that nothing is served from.
 */
export function createUploads(folder: string, path: string, maxSize: number, database: GatewayDatabase) {
  const directory = join(folder, 'files');
  mkdirSync(directory, { recursive: true });
  const store = new FileStore({ directory });
  const exists = (id: string) =>
    store.getUpload(id).then(
      () => true,
      () => false,
    );
  const drop = (id: string) =>
    Promise.all([id, `${id}.json`].map((name) => rm(join(directory, name), { force: true })));

  const server = new Server({
    path,
    datastore: store,
    maxSize,
    relativeLocation: true,
    disableTerminationForFinishedUploads: true,
    namingFunction: (_, metadata) => {
      const id = metadata?.id ?? '';
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- tus reads status and body of what is thrown
      if (!UUID.test(id)) throw problem('invalid-request');
      return id;
    },
    onUploadCreate: async (_, upload) => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- see above
      if (database.fileOf(upload.id) || (await exists(upload.id))) throw problem('file-exists');
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- see above
      if (!upload.size) throw problem('file-empty');
      return {};
    },
    onUploadFinish: async (_, upload) => {
      const file = join(directory, upload.id);
      const kind = await kindOf(file);
      if (!kind) {
        await drop(upload.id);
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- see above
        throw problem('file-kind');
      }
      database.keepFile(upload.id, { size: upload.size ?? 0, sha256: await hashOf(file) }, kind);
      return {};
    },
  });

  return {
    async handle(request: Request): Promise<Response> {
      const response = await server.handleWeb(request);
      const { status } = response;
      const headers = new Headers(response.headers);
      headers.set(CONTRACT_HEADER, String(CONTRACT));
      // Who may ask is said in one place, and not by the package's own "anybody".
      for (const name of [...headers.keys()]) if (name.startsWith('access-control-')) headers.delete(name);
      if (status < 400) return new Response(response.body, { status, headers });
      const text = await response.text();
      headers.delete('content-length');
      headers.set('content-type', 'application/problem+json');
      // The package's own words are for developers; the contract's codes are for clients.
      const body = text.startsWith('{') ? text : JSON.stringify(problemBody(codeOf(status)));
      return new Response(body, { status, headers });
    },
    file: (id: string) => join(directory, id),
    drop,
  };
}

function codeOf(status: number): ReceivingProblemCode {
  if (status === 404 || status === 410) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 405) return 'method-unknown';
  if (status === 409) return 'file-differs';
  return status >= 500 ? 'internal' : 'invalid-request';
}

async function kindOf(file: string): Promise<string | undefined> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return KINDS.find(([, begins]) => begins.every((byte, at) => buffer[at] === byte))?.[0];
  } finally {
    await handle.close();
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
