import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGateway } from '../../scripts/gateway.mjs';
import { SAMPLE_FORM, SAMPLE_SUBMISSION } from './sample-form.mjs';

/* The reference gateway for tests: as a process of its own over HTTP, or inside the test's own process. */

/** A folder of its own with the sample form; what is started from it keeps everything below it. */
export async function gatewayFixture() {
  const { commands, load } = await buildGateway();
  const folder = mkdtempSync(join(tmpdir(), 'dvc-gateway-'));
  const forms = join(folder, 'forms');
  const state = join(folder, 'state');
  mkdirSync(forms);
  writeFileSync(join(forms, 'mau.json'), JSON.stringify(SAMPLE_FORM));
  const parts = await load();
  const options = () => ({ forms: parts.readForms(forms), perMinute: 1_000_000 });
  return {
    folder,
    forms,
    state,
    commands,
    parts,
    /** A gateway in this process, on a folder of its own below this one. */
    open: (name, more = {}) => parts.createGateway({ folder: join(folder, name), ...options(), ...more }),
    /** Brings a dossier to its result, in the state that `start` serves afterwards; gives what opens it. */
    async finish() {
      const gateway = parts.createGateway({ folder: state, ...options() });
      try {
        const { put, create, send } = requestsTo(gateway);
        const { dossier: code, secret } = await (await put(randomUUID())).json();
        const [file, bytes] = [randomUUID(), aPdf(3000)];
        await create(file, bytes.length);
        assert.equal((await send(file, 0, bytes)).status, 204);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const officer = { by: 'officer', actor: 'Cán bộ Mẫu', note: 'Mẫu', unit: 'Bộ phận mẫu' };
        for (const act of ['receive', 'process']) assert.ok(gateway.system.move(code, act, officer).ok);
        const result = { file, name: 'kết quả.pdf', size: bytes.length, sha256 };
        assert.ok(gateway.system.move(code, 'finish', officer, result).ok);
        assert.ok(gateway.system.move(code, 'hand-over', officer).ok);
        return { code, secret };
      } finally {
        gateway.close();
      }
    },
    /** Has an officer ask for a field and a paper of a dossier that `start` serves; gives what opens it. */
    async askForMore() {
      const gateway = parts.createGateway({ folder: state, ...options() });
      try {
        const { put, create, send } = requestsTo(gateway);
        const [id, bytes] = [randomUUID(), aPdf(900)];
        await create(id, bytes.length);
        assert.equal((await send(id, 0, bytes)).status, 204);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const file = { id, name: 'trang 1.pdf', size: bytes.length, sha256, paper: 'Giấy tờ mẫu' };
        const sent = await put(randomUUID(), { ...SAMPLE_SUBMISSION, files: [file] });
        const { dossier: code, secret } = await sent.json();
        const parts = [
          { kind: 'field', name: 'copies' },
          { kind: 'paper', name: 'Giấy tờ mẫu' },
        ];
        const officer = { by: 'officer', actor: 'Cán bộ Mẫu', note: 'Mẫu', parts };
        assert.ok(gateway.system.move(code, 'ask-supplement', officer).ok);
        return { code, secret };
      } finally {
        gateway.close();
      }
    },
    start: (words = [], env = {}) =>
      startGateway(commands, ['--state', state, '--forms', forms, ...words], env),
    command: (...words) => spawnSync(process.execPath, [commands, ...words], { encoding: 'utf8' }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs the gateway; resolves with its address once it listens. */
function startGateway(commands, words, env) {
  const child = spawn(process.execPath, [commands, 'serve', '--port', '0', ...words], {
    env: { ...process.env, DVC_PER_MINUTE: '1000000', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = linesOf(child.stdout);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the gateway ended with ${code}`)));
    void lines.next().then(({ value: url }) =>
      resolve({
        url,
        /** What it prints next. */
        nextLine: async () => (await lines.next()).value,
        /** When it has ended: its exit code. */
        ended,
        end(signal) {
          child.kill(signal);
          return ended;
        },
      }),
    );
  });
}

async function* linesOf(stream) {
  let text = '';
  for await (const chunk of stream) {
    text += chunk;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n')) {
      yield text.slice(0, at);
      text = text.slice(at + 1);
    }
  }
}

const TUS = { 'tus-resumable': '1.0.0' };

/**
 * The requests that tests make.
 * @param {(path: string, options?: object) => Promise<Response>} ask
 */
export const requestsOver = (ask) => ({
  ask,
  put: (id, submission = SAMPLE_SUBMISSION) =>
    ask(`/v1/submissions/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: typeof submission === 'string' ? submission : JSON.stringify(submission),
    }),
  create: (id, size, headers = {}) =>
    ask('/v1/uploads', {
      method: 'POST',
      headers: {
        ...TUS,
        'upload-length': String(size),
        'upload-metadata': `id ${Buffer.from(id).toString('base64')}`,
        ...headers,
      },
    }),
  send: (id, offset, bytes) =>
    ask(`/v1/uploads/${id}`, {
      method: 'PATCH',
      headers: { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      body: bytes,
    }),
  head: (id) => ask(`/v1/uploads/${id}`, { method: 'HEAD', headers: TUS }),
});

/** Requests to a gateway in this process. */
export const requestsTo = (gateway) =>
  requestsOver(async (path, options = {}) =>
    gateway.fetch(new Request(`http://gateway.test${path}`, { duplex: 'half', ...options }), options.env),
  );

export const aPdf = (size) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);
