import { sha256 } from '../shared/sha256.js';
import type { StoredFile } from './accept-submission.js';
import { answerOf, problemAnswer } from './contract-answers.js';
import { CLIENT_ID, kindOfFile, LONGEST_FILE, readMetadata, TUS_VERSION } from './upload-rules.js';

interface Upload {
  readonly size: number;
  bytes: Uint8Array<ArrayBuffer>;
  stored: StoredFile | undefined;
}

const TUS = { 'tus-resumable': TUS_VERSION };

/** Takes files by tus 1.0 into a variable. */
export function createMemoryUploads() {
  const uploads = new Map<string, Upload>();

  function create(request: Request): Response {
    const { headers, url } = request;
    const id = readMetadata(headers.get('upload-metadata')).get('id') ?? '';
    const size = Number(headers.get('upload-length') ?? NaN);
    if (!CLIENT_ID.test(id) || !Number.isSafeInteger(size) || size < 0)
      return problemAnswer('invalid-request', TUS);
    if (size > LONGEST_FILE) return problemAnswer('too-large', TUS);
    if (size === 0) return problemAnswer('file-empty', TUS);
    if (uploads.has(id)) return problemAnswer('file-exists', TUS);
    uploads.set(id, { size, bytes: new Uint8Array(), stored: undefined });
    const location = `${new URL(url).pathname}/${id}`;
    return answerOf({ status: 201 }, { ...TUS, location });
  }

  async function append(request: Request, id: string, upload: Upload): Promise<Response> {
    const { headers } = request;
    if (headers.get('content-type') !== 'application/offset+octet-stream')
      return problemAnswer('invalid-request', TUS);
    if (Number(headers.get('upload-offset') ?? NaN) !== upload.bytes.byteLength)
      return problemAnswer('offset-differs', TUS);
    const more = new Uint8Array(await request.arrayBuffer());
    const offset = upload.bytes.byteLength + more.byteLength;
    if (offset > upload.size) return problemAnswer('too-large', TUS);
    const bytes = new Uint8Array(offset);
    bytes.set(upload.bytes);
    bytes.set(more, upload.bytes.byteLength);
    upload.bytes = bytes;
    if (offset === upload.size) {
      if (!kindOfFile(bytes)) {
        uploads.delete(id);
        return problemAnswer('file-kind', TUS);
      }
      upload.stored = { size: upload.size, sha256: await sha256(bytes.buffer) };
    }
    return answerOf({ status: 204 }, { ...TUS, 'upload-offset': String(offset) });
  }

  return {
    fileOf: (id: string): StoredFile | undefined => uploads.get(id)?.stored,
    /** @param id of the file; none where one is to be made */
    async answer(request: Request, id: string | undefined): Promise<Response> {
      const { method, headers } = request;
      const isKnown = id === undefined ? method === 'POST' : ['HEAD', 'PATCH', 'DELETE'].includes(method);
      if (!isKnown) return problemAnswer('method-unknown', { allow: id ? 'HEAD, PATCH, DELETE' : 'POST' });
      if (headers.get('tus-resumable') !== TUS_VERSION)
        return problemAnswer('version-unknown', { ...TUS, 'tus-version': TUS_VERSION });
      if (id === undefined) return create(request);
      const upload = uploads.get(id);
      if (!upload) return problemAnswer('not-found', TUS);
      if (method === 'PATCH') return append(request, id, upload);
      if (method === 'DELETE') {
        if (upload.stored) return problemAnswer('already-received', TUS);
        uploads.delete(id);
        return answerOf({ status: 204 }, TUS);
      }
      const [offset, length] = [upload.bytes.byteLength, upload.size].map(String);
      return answerOf(
        { status: 200 },
        { ...TUS, 'upload-offset': offset ?? '', 'upload-length': length ?? '' },
      );
    },
  };
}
