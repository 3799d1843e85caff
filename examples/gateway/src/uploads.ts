import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { problemAnswer } from '../../../src/gateway/contract-answers.js';
import {
  CONTRACT,
  CONTRACT_HEADER,
  problemBody,
  RECEIVING_PROBLEMS,
  type ReceivingProblemCode,
} from '../../../src/gateway/contract.js';
import { CLIENT_ID, LONGEST_FILE, TUS_VERSION } from '../../../src/gateway/upload-rules.js';
import type { GatewayDatabase } from './database.js';
import type { FileFolder } from './file-folder.js';

/** Carries a problem through tus, which hands on the status and the body of what is thrown. */
class Refusal extends Error {
  readonly status_code: number;
  readonly body: string;
  constructor(code: ReceivingProblemCode) {
    super(code);
    this.status_code = problemBody(code).status;
    this.body = code;
  }
}

export interface UploadOptions {
  /** Address of the uploads, below the server. */
  readonly path: string;
  readonly database: GatewayDatabase;
  readonly folder: FileFolder;
  /** Called at each point where a process may die; for tests of just that. */
  readonly at?: ((point: string) => void) | undefined;
}

/** Takes files by tus 1.0. The client chooses the id, so that an answer that is lost leaves no orphan. */
export function createUploads({ path, database, folder, at = () => undefined }: UploadOptions) {
  const store = new FileStore({ directory: folder.directory });
  const begun = (id: string) =>
    store.getUpload(id).then(
      (upload) => upload,
      () => undefined,
    );

  /** What is whole is looked at, and noted under its id. */
  async function finish(id: string, who: string): Promise<void> {
    at('file-written');
    const file = await folder.read(id);
    if (!file) {
      await folder.drop(id);
      throw new Refusal('file-kind');
    }
    at('file-read');
    database.keepFile(id, file, who);
    at('file-kept');
  }

  /** Who asks, by request: tus hands the request on, and nothing else. */
  const askers = new WeakMap<object, string>();
  const server = new Server({
    path,
    datastore: store,
    maxSize: LONGEST_FILE,
    relativeLocation: true,
    disableTerminationForFinishedUploads: true,
    namingFunction: (_, metadata) => {
      const id = metadata?.id ?? '';
      if (!CLIENT_ID.test(id)) throw new Refusal('invalid-request');
      return id;
    },
    onUploadCreate: async (_, { id, size }) => {
      if (size === undefined) throw new Refusal('invalid-request');
      if (size === 0) throw new Refusal('file-empty');
      if (database.fileOf(id) || (await begun(id))) throw new Refusal('file-exists');
      if (!folder.hasRoomFor(size)) throw new Refusal('no-room');
      // Nothing else that a client may call its file is kept, and so nothing of it comes back in a header.
      return { metadata: { id } };
    },
    onUploadFinish: async (request, { id }) => {
      await finish(id, askers.get(request) ?? '');
      return {};
    },
  });

  return {
    /** @param who asks, for the audit */
    async handle(request: Request, id: string | undefined, who: string): Promise<Response> {
      // The package takes another version for a mistake in the request.
      if (request.headers.get('tus-resumable') !== TUS_VERSION)
        return problemAnswer('version-unknown', { ...TUS, 'tus-version': TUS_VERSION });
      if (id !== undefined && !CLIENT_ID.test(id)) return problemAnswer('not-found', TUS);
      // The process died between the last byte and the note of it; whoever asks where it stands has it noted now.
      if (request.method === 'HEAD' && id && !database.fileOf(id)) {
        const upload = await begun(id);
        if (upload?.size !== undefined && upload.offset === upload.size)
          await finish(id, who).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
          });
      }
      askers.set(request, who);
      const response = await server.handleWeb(request);
      if (response.status < 400) return marked(response);
      const code = codeOf(request.method, response.status, await response.text());
      // The disk may have filled up in the middle of a file.
      return problemAnswer(code === 'internal' && !folder.hasRoomFor(0) ? 'no-room' : code, TUS);
    },
    /** Drops what was begun and never finished, and what was finished and no dossier ever held. */
    async sweep(before: Date): Promise<number> {
      const orphans = database.dropOrphans(before);
      const old = (await folder.olderThan(before)).filter((id) => !database.fileOf(id));
      const ids = new Set([...orphans, ...old]);
      for (const id of ids) await folder.drop(id);
      return ids.size;
    },
  };
}

const TUS = { 'tus-resumable': TUS_VERSION };

/** The package's answer with the mark of the contract, and without its own “anybody may ask”. */
function marked(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set(CONTRACT_HEADER, String(CONTRACT));
  for (const name of [...headers.keys()]) if (name.startsWith('access-control-')) headers.delete(name);
  return new Response(response.body, { status: response.status, headers });
}

/** The contract's code for what the package says in words for developers. */
function codeOf(method: string, status: number, text: string): ReceivingProblemCode {
  if (Object.hasOwn(RECEIVING_PROBLEMS, text)) return text as ReceivingProblemCode;
  // Another request holds the file, e.g. one that the client has given up already.
  if (/abort|lock/u.test(text)) return 'in-progress';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 409) return 'offset-differs';
  if (status === 413) return 'too-large';
  if (status === 400 && method === 'DELETE') return 'already-received';
  return status >= 500 && status !== 501 ? 'internal' : 'invalid-request';
}
