import type { Receipt } from '../../forms/submission.js';
import { sha256 } from '../../shared/sha256.js';
import { TUS_VERSION } from '../upload-rules.js';
import {
  ask,
  demand,
  demandProblem,
  demandProblemHeader,
  demandStatus,
  put,
  type Answer,
  type ContractCase,
} from './ask.js';

type Target = Parameters<typeof ask>[0];

const TUS = { 'tus-resumable': TUS_VERSION };
const MORE_THAN_ANYBODY_TAKES = 2 ** 40;

/** A file of the kind that is taken, and that nobody else has. */
function aPdf(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  crypto.getRandomValues(bytes);
  bytes.set(new TextEncoder().encode('%PDF-1.7\n'));
  return bytes;
}

const create = (target: Target, id: string, size: number, headers: Readonly<Record<string, string>> = TUS) =>
  ask(target, 'POST', '/uploads', {
    headers: { ...headers, 'upload-length': String(size), 'upload-metadata': `id ${btoa(id)}` },
  });

const append = (target: Target, id: string, offset: number, bytes: Uint8Array<ArrayBuffer>) =>
  ask(target, 'PATCH', `/uploads/${id}`, {
    body: bytes,
    headers: { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
  });

const head = (target: Target, id: string) => ask(target, 'HEAD', `/uploads/${id}`, { headers: TUS });

function demandOffset({ response }: Answer, offset: number): void {
  const found = response.headers.get('upload-offset');
  demand(found === String(offset), `the offset is ${String(found)}, not ${String(offset)}`);
}

export const UPLOAD_CASES: readonly ContractCase[] = [
  {
    name: 'a file goes on where it was cut, and stands on the receipt as it was sent',
    async run(target) {
      const [id, bytes] = [target.newId(), aPdf(60_000)];
      const created = await create(target, id, bytes.length);
      demandStatus(created, 201);
      const location = created.response.headers.get('location') ?? '';
      demand(location.endsWith(`/uploads/${id}`), `it is not kept under the client’s id: ${location}`);
      for (const [from, to] of [
        [0, 20_001],
        [20_001, 60_000],
      ] as const) {
        const asked = await head(target, id);
        demandStatus(asked, 200);
        demandOffset(asked, from);
        demand(asked.response.headers.get('upload-length') === '60000', 'another length');
        const sent = await append(target, id, from, bytes.slice(from, to));
        demandStatus(sent, 204);
        demandOffset(sent, to);
      }
      demandOffset(await head(target, id), bytes.length);
      const file = { id, name: 'giấy.pdf', size: bytes.length, sha256: await sha256(bytes.buffer) };
      const answer = await put(target, target.newId(), { ...target.submission, files: [file] });
      demandStatus(answer, 201);
      const [stored] = (answer.json as Receipt).files;
      demand(stored?.sha256 === file.sha256 && stored.size === file.size, 'another file is on the receipt');
      return 'kept';
    },
  },
  {
    name: 'a file that is not the one that was announced is not taken with a submission',
    async run(target) {
      const [id, bytes] = [target.newId(), aPdf(1000)];
      await create(target, id, bytes.length);
      await append(target, id, 0, bytes);
      const file = { id, name: 'a.pdf', size: bytes.length, sha256: '0'.repeat(64) };
      const send = (one: object) =>
        put(target, target.newId(), { ...target.submission, files: [{ ...file, ...one }] });
      demandProblem(await send({}), 'file-differs');
      demandProblem(await send({ sha256: await sha256(bytes.buffer), size: 999 }), 'file-differs');
      return 'kept';
    },
  },
  {
    name: 'half a file is no file',
    async run(target) {
      const [id, bytes] = [target.newId(), aPdf(1000)];
      await create(target, id, bytes.length);
      await append(target, id, 0, bytes.slice(0, 500));
      const file = { id, name: 'a.pdf', size: 500, sha256: await sha256(bytes.slice(0, 500).buffer) };
      const answer = await put(target, target.newId(), { ...target.submission, files: [file] });
      demandProblem(answer, 'file-missing');
      return 'kept';
    },
  },
  {
    name: 'a piece that belongs elsewhere in the file changes nothing',
    async run(target) {
      const [id, bytes] = [target.newId(), aPdf(1000)];
      await create(target, id, bytes.length);
      demandStatus(await append(target, id, 0, bytes.slice(0, 400)), 204);
      for (const offset of [0, 399, 401, 1000])
        demandProblem(await append(target, id, offset, bytes.slice(0, 100)), 'offset-differs');
      demandOffset(await head(target, id), 400);
      demandStatus(await append(target, id, 400, bytes.slice(400)), 204);
      return 'kept';
    },
  },
  {
    name: 'more than was announced, or than is taken at all, is refused',
    async run(target) {
      demandProblem(await create(target, target.newId(), MORE_THAN_ANYBODY_TAKES), 'too-large');
      const [id, bytes] = [target.newId(), aPdf(1000)];
      await create(target, id, 500);
      demandProblem(await append(target, id, 0, bytes), 'too-large');
      return 'kept';
    },
  },
  {
    name: 'what holds nothing, or is no paper, is refused',
    async run(target) {
      demandProblem(await create(target, target.newId(), 0), 'file-empty');
      const [id, script] = [target.newId(), new TextEncoder().encode('<svg onload="alert(1)">')];
      await create(target, id, script.length);
      demandProblem(await append(target, id, 0, script), 'file-kind');
      return 'kept';
    },
  },
  {
    name: 'an id that somebody uses already gives nothing away, and is not used twice',
    async run(target) {
      const [id, bytes] = [target.newId(), aPdf(1000)];
      await create(target, id, bytes.length);
      await append(target, id, 0, bytes);
      demandProblem(await create(target, id, 1000), 'file-exists');
      const read = await ask(target, 'GET', `/uploads/${id}`, { headers: TUS });
      demandProblem(read, 'method-unknown');
      const removed = await ask(target, 'DELETE', `/uploads/${id}`, { headers: TUS });
      demandProblem(removed, 'already-received');
      demandOffset(await head(target, id), 1000);
      return 'kept';
    },
  },
  {
    name: 'an id that nobody made is not found, and ids are no paths',
    async run(target) {
      const unknown = await head(target, target.newId());
      demandProblemHeader(unknown.response, 'not-found');
      demandProblem(await append(target, target.newId(), 0, aPdf(10)), 'not-found');
      for (const id of ['../../etc/passwd', '', 'a/b', '.', target.newId().toUpperCase()])
        demandProblem(await create(target, id, 10), 'invalid-request');
      return 'kept';
    },
  },
  {
    name: 'a file that was begun can be given up',
    async run(target) {
      const id = target.newId();
      await create(target, id, 1000);
      demandStatus(await ask(target, 'DELETE', `/uploads/${id}`, { headers: TUS }), 204);
      demandProblemHeader((await head(target, id)).response, 'not-found');
      return 'kept';
    },
  },
  {
    name: 'another version of the upload protocol is told, with the one that is spoken',
    async run(target) {
      const answer = await create(target, target.newId(), 10, { 'tus-resumable': '0.2.0' });
      demandProblem(answer, 'version-unknown');
      demand((answer.response.headers.get('tus-version') ?? '').includes(TUS_VERSION), 'no Tus-Version');
      return 'kept';
    },
  },
];
