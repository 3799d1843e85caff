import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildGateway } from '../../scripts/gateway.mjs';
import { importSource } from '../../scripts/import-source.mjs';
import { aPdf } from '../support/gateway-process.mjs';
import { SAMPLE_FORM, SAMPLE_SUBMISSION } from '../support/sample-form.mjs';

/*
 * The process is killed in the middle of taking a submission, at moments drawn by a seed; then it is started again and
 * the client tries again, as a browser would. However it goes, there is one dossier for each submission. Every other one
 * brings a paper, whose upload is cut and goes on from where the system says that it stands.
 */

const KILLS = Number(process.env.DVC_KILLS ?? 1000);
const CONTROL_KILLS = Math.max(60, Math.round(KILLS / 8));
/** Latest kill, in times of what one submission takes on this machine at this moment. */
const LATEST_KILL = 2;
const WORKERS = 2;
const SEED = Number(process.env.DVC_SEED ?? 20261124);

/** Mulberry32: the same seed, the same moments. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function start(words) {
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DVC_PER_MINUTE: '1000000' },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    child.stdout.once('data', (line) =>
      resolve({
        url: String(line).trim(),
        kill: () => {
          child.kill('SIGKILL');
          return ended;
        },
      }),
    );
  });
}

/** Node's own request: it ends with an answer or with an error, however its server dies. */
const ask = (method, address, headers, body) =>
  new Promise((resolve, reject) => {
    const asking = request(address, { method, agent: false, headers });
    asking.once('error', reject).once('response', (response) => {
      let text = '';
      response
        .on('data', (chunk) => (text += chunk))
        .once('end', () => resolve({ status: response.statusCode, headers: response.headers, text }))
        .once('error', reject);
    });
    asking.end(body);
  });

const TUS = { 'tus-resumable': '1.0.0' };
/** Bytes of a paper; each of its pieces is a request, so that there are many moments to be killed in. */
const PAPER_BYTES = 60_000;
const PIECE_BYTES = 25_000;

/** Brings a paper to the system, from where it stands there; gives that place, or nothing where it is not known there. */
async function upload(url, { id, bytes }, isNew) {
  const at = `${url}/v1/uploads`;
  let offset;
  if (!isNew) {
    const found = await ask('HEAD', `${at}/${id}`, TUS);
    if (found.status === 200) offset = Number(found.headers['upload-offset']);
    else assert.equal(found.status, 404);
  }
  const from = offset;
  if (offset === undefined) {
    const metadata = `id ${Buffer.from(id).toString('base64')}`;
    const made = await ask('POST', at, {
      ...TUS,
      'content-length': '0',
      'upload-length': String(bytes.length),
      'upload-metadata': metadata,
    });
    assert.equal(made.status, 201, made.text);
    offset = 0;
  }
  while (offset < bytes.length) {
    const headers = {
      ...TUS,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    };
    const sent = await ask('PATCH', `${at}/${id}`, headers, bytes.subarray(offset, offset + PIECE_BYTES));
    assert.equal(sent.status, 204, sent.text);
    offset = Number(sent.headers['upload-offset']);
  }
  return from;
}

/** What one client sends, and how: the paper first, then what names it. */
function aSubmission(paper, content = SAMPLE_SUBMISSION) {
  const body = JSON.stringify({ ...content, files: paper ? [paper.told] : [] });
  return {
    id: randomUUID(),
    paper,
    /** How often it was tried, and where its paper stood when it was tried again. */
    stood: undefined,
    async send(url, isNew) {
      if (paper) this.stood = await upload(url, paper, isNew);
      const json = { 'content-type': 'application/json' };
      return ask('PUT', `${url}/v1/submissions/${this.id}`, json, body);
    },
  };
}

function aPaper() {
  const [id, bytes] = [randomUUID(), aPdf(PAPER_BYTES)];
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { id, bytes, told: { id, name: 'giấy tờ.pdf', size: bytes.length, sha256, paper: 'Giấy tờ mẫu' } };
}

/**
 * Kills a server again and again while it takes submissions; gives these, and the server that is left.
 * @param {(at: number) => object} make the submission of one round
 */
async function killAgainAndAgain(words, kills, seed, make) {
  const random = randomFrom(seed);
  const rounds = [];
  let server = await start(words);
  let others = 0;
  const sendWhole = async (submission, isNew) => {
    const response = await submission.send(server.url, isNew);
    assert.ok(response.status < 300, `seed ${seed}: ${response.status} ${response.text}`);
    return response.text;
  };
  /** How long one takes that nothing happens to, by a server that has had one before, as the one that is killed has. */
  const measure = async (at) => {
    others += 1;
    const other = make(at);
    const begun = performance.now();
    await sendWhole(other, true);
    return performance.now() - begun;
  };
  await measure(0);
  // With a paper and without one.
  const typical = [await measure(0), await measure(1)];
  for (let at = 0; at < kills; at += 1) {
    const submission = make(at);
    const sent = submission.send(server.url, true).then(
      ({ text }) => text,
      () => undefined,
    );
    await new Promise((resolve) => setTimeout(resolve, random() * LATEST_KILL * typical[at % 2]));
    await server.kill();
    const heard = await sent;
    server = await start(words);
    rounds.push({ submission, heard, after: await sendWhole(submission, false) });
    // What else this machine does in a moment changes how long it takes.
    const now = await measure(at + 1);
    typical[(at + 1) % 2] = typical[(at + 1) % 2] * 0.7 + now * 0.3;
  }
  return { rounds, server, others };
}

test(`${KILLS} kills in the middle of sending give one dossier each, nothing lost or altered (seed ${SEED})`, async () => {
  const { commands } = await buildGateway();
  const { contentOf, countAnswers } = await importSource('src/forms/submission.ts');
  const { sha256 } = await importSource('src/shared/sha256.ts');
  const work = async (worker) => {
    const folder = mkdtempSync(join(tmpdir(), 'dvc-kills-'));
    const forms = join(folder, 'forms');
    mkdirSync(forms);
    writeFileSync(join(forms, 'mau.json'), JSON.stringify(SAMPLE_FORM));
    const words = [commands, 'serve', '--port', '0', '--state', folder, '--forms', forms];
    const kills = Math.ceil(KILLS / WORKERS);
    const { rounds, server, others } = await killAgainAndAgain(words, kills, SEED + worker, (at) =>
      aSubmission(at % 2 === 0 ? aPaper() : undefined),
    );
    const dossiers = new Set();
    let interrupted = 0;
    let cut = 0;
    for (const { submission, heard, after } of rounds) {
      const { id, paper, stood } = submission;
      // Whoever heard an answer before the kill hears the same one ever after.
      if (heard) assert.equal(heard, after);
      else interrupted += 1;
      if (stood > 0 && stood < PAPER_BYTES) cut += 1;
      const kept = await (await fetch(`${server.url}/v1/submissions/${id}`)).json();
      assert.equal(JSON.stringify(kept), after);
      const files = paper ? [paper.told] : [];
      const content = await sha256(contentOf({ ...SAMPLE_SUBMISSION, files }));
      assert.deepEqual(
        [kept.submission, kept.answers, kept.content, kept.files],
        [id, countAnswers(SAMPLE_SUBMISSION.answers), content, files],
      );
      // Not only what is said of it: what lies there is what was sent.
      if (paper)
        assert.ok(readFileSync(join(folder, 'files', paper.id)).equals(paper.bytes), `paper of ${id}`);
      dossiers.add(kept.dossier);
    }
    assert.equal(dossiers.size, kills);
    await server.kill();
    const list = join(folder, 'list.csv');
    spawnSync(process.execPath, [commands, 'export', '--state', folder, '--to', list]);
    const rows = readFileSync(list, 'utf8').trim().split('\r\n').length - 1;
    assert.equal(rows, kills + others);
    rmSync(folder, { recursive: true, force: true });
    return { interrupted, cut };
  };
  const done = await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));
  const sum = (what) => done.reduce((total, one) => total + one[what], 0);
  // Kills that all came too late, or all too early, would prove nothing.
  const interrupted = sum('interrupted');
  assert.ok(interrupted > KILLS * 0.1 && interrupted < KILLS, `${interrupted} of ${KILLS} were interrupted`);
  const cut = sum('cut');
  // One in thirteen does; a quick run may meet none.
  assert.ok(
    cut >= Math.floor(KILLS / 50) - 1,
    `only ${cut} of ${KILLS} found a paper that had stopped in the middle`,
  );
});

test(`the same kills find out about a gateway that remembers a request after its dossier`, async () => {
  await buildGateway();
  const folder = mkdtempSync(join(tmpdir(), 'dvc-control-'));
  const split = fileURLToPath(new URL('../support/split-gateway.mjs', import.meta.url));
  const { rounds, server, others } = await killAgainAndAgain([split, folder], CONTROL_KILLS, SEED, () =>
    aSubmission(),
  );
  const dossiers = Number(await (await fetch(`${server.url}/count`)).text());
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
  const twice = dossiers - rounds.length - others;
  assert.ok(twice >= CONTROL_KILLS * 0.05, `only ${twice} of ${CONTROL_KILLS} were there twice`);
});
