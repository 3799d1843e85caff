import { CONTRACT, CONTRACT_HEADER, RESULT_HASH_HEADER } from '../../../src/gateway/contract.js';
import type { KeptResult } from '../../../src/gateway/receiving-tables.js';
import type { FileFolder } from './file-folder.js';

/** A file as something to keep; the guards see to it that no browser takes it for a page of this site. */
export function fileAnswer(
  files: FileFolder,
  { file, name, size, sha256 }: Pick<KeptResult, 'file' | 'name' | 'size' | 'sha256'>,
  kind = 'application/pdf',
): Response {
  return new Response(files.stream(file), {
    headers: {
      [CONTRACT_HEADER]: String(CONTRACT),
      [RESULT_HASH_HEADER]: sha256,
      'content-type': kind,
      'content-length': String(size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/gu, escape)}`,
    },
  });
}

const escape = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
