import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildGateway } from '../../scripts/gateway.mjs';
import { importSource } from '../../scripts/import-source.mjs';
import { SAMPLE_FORM, SAMPLE_SUBMISSION } from '../support/sample-form.mjs';

/*
 * The process is killed in the middle of taking a submission, at moments drawn by a seed; then it is started again and
 * the client tries again, as a browser would. However it goes, there is one dossier for each submission.
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
const put = (url, id, body) =>
  new Promise((resolve, reject) => {
    const sending = request(`${url}/v1/submissions/${id}`, {
      method: 'PUT',
      agent: false,
      headers: { 'content-type': 'application/json' },
    });
    sending.once('error', reject).once('response', (response) => {
      let text = '';
      response
        .on('data', (chunk) => (text += chunk))
        .once('end', () => resolve({ status: response.statusCode, text }))
        .once('error', reject);
    });
    sending.end(body);
  });

/** Kills a server again and again while it takes submissions; gives their ids and the server that is left. */
async function killAgainAndAgain(words, kills, seed, body) {
  const random = randomFrom(seed);
  const ids = [];
  const answers = [];
  let server = await start(words);
  let others = 0;
  const putWhole = async (id) => {
    const response = await put(server.url, id, body);
    assert.ok(response.status < 300, `seed ${seed}: ${response.status} ${response.text}`);
    return response.text;
  };
  /** How long one takes that nothing happens to, by a server that has had one before, as the one that is killed has. */
  const measure = async () => {
    others += 1;
    const begun = performance.now();
    await putWhole(randomUUID());
    return performance.now() - begun;
  };
  await measure();
  let typical = await measure();
  for (let at = 0; at < kills; at += 1) {
    const id = randomUUID();
    ids.push(id);
    const sent = put(server.url, id, body).then(
      ({ text }) => text,
      () => undefined,
    );
    await new Promise((resolve) => setTimeout(resolve, random() * LATEST_KILL * typical));
    await server.kill();
    const heard = await sent;
    server = await start(words);
    answers.push({ heard, after: await putWhole(id) });
    // What else this machine does in a moment changes how long it takes.
    typical = typical * 0.7 + (await measure()) * 0.3;
  }
  return { ids, answers, server, others };
}

test(`${KILLS} kills in the middle of sending give one dossier each, nothing lost or altered (seed ${SEED})`, async () => {
  const { commands } = await buildGateway();
  const { contentOf, countAnswers } = await importSource('src/forms/submission.ts');
  const { sha256 } = await importSource('src/shared/sha256.ts');
  const content = await sha256(contentOf(SAMPLE_SUBMISSION));
  const work = async (worker) => {
    const folder = mkdtempSync(join(tmpdir(), 'dvc-kills-'));
    const forms = join(folder, 'forms');
    mkdirSync(forms);
    writeFileSync(join(forms, 'mau.json'), JSON.stringify(SAMPLE_FORM));
    const words = [commands, 'serve', '--port', '0', '--state', folder, '--forms', forms];
    const kills = Math.ceil(KILLS / WORKERS);
    const { ids, answers, server, others } = await killAgainAndAgain(
      words,
      kills,
      SEED + worker,
      JSON.stringify(SAMPLE_SUBMISSION),
    );
    const dossiers = new Set();
    let interrupted = 0;
    for (const [at, id] of ids.entries()) {
      const { heard, after } = answers[at];
      // Whoever heard an answer before the kill hears the same one ever after.
      if (heard) assert.equal(heard, after);
      else interrupted += 1;
      const kept = await (await fetch(`${server.url}/v1/submissions/${id}`)).json();
      assert.equal(JSON.stringify(kept), after);
      assert.deepEqual(
        [kept.submission, kept.answers, kept.content],
        [id, countAnswers(SAMPLE_SUBMISSION.answers), content],
      );
      dossiers.add(kept.dossier);
    }
    assert.equal(dossiers.size, kills);
    await server.kill();
    const list = join(folder, 'list.csv');
    spawnSync(process.execPath, [commands, 'export', '--state', folder, '--to', list]);
    const rows = readFileSync(list, 'utf8').trim().split('\r\n').length - 1;
    assert.equal(rows, kills + others);
    rmSync(folder, { recursive: true, force: true });
    return interrupted;
  };
  const interrupted = await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));
  const sum = interrupted.reduce((total, one) => total + one, 0);
  // Kills that all came too late, or all too early, would prove nothing.
  assert.ok(sum > KILLS * 0.1 && sum < KILLS, `${sum} of ${KILLS} were interrupted`);
});

test(`the same kills find out about a gateway that remembers a request after its dossier`, async () => {
  await buildGateway();
  const folder = mkdtempSync(join(tmpdir(), 'dvc-control-'));
  const split = fileURLToPath(new URL('../support/split-gateway.mjs', import.meta.url));
  const { ids, server, others } = await killAgainAndAgain([split, folder], CONTROL_KILLS, SEED, '{}');
  const dossiers = Number(await (await fetch(`${server.url}/count`)).text());
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
  const twice = dossiers - ids.length - others;
  assert.ok(twice >= CONTROL_KILLS * 0.05, `only ${twice} of ${CONTROL_KILLS} were there twice`);
});
