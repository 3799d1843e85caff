import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { after, before, test } from 'node:test';
import { readJson, root } from '../../scripts/files.mjs';
import { gatewayFixture } from '../support/gateway-process.mjs';
import { FREE_SUBMISSION, GENERAL_SUBMISSION, SAMPLE_SUBMISSION } from '../support/sample-form.mjs';

/* The command by which an integrator tries a system of their own, as they run it. */

const fixture = await gatewayFixture();
const file = (name, content) => {
  const path = join(fixture.folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const submission = file('submission.json', SAMPLE_SUBMISSION);
const free = file('free.json', FREE_SUBMISSION);
/** What the place handles beyond what it has a form for. */
const CATALOG = new URL('../../examples/commune/data/catalog.json', import.meta.url).pathname;
const general = file('general.json', GENERAL_SUBMISSION);
let gateway;
let finished;
let asked;
before(async () => {
  finished = file('finished.json', await fixture.finish());
  asked = file('asked.json', await fixture.askForMore());
  // Who is tried through somebody else asks from an address of their own: wrong guesses are counted by address.
  gateway = await fixture.start(['--proxies', '1', '--catalog', CATALOG]);
});
after(async () => {
  await gateway.end('SIGTERM');
  fixture.remove();
});

/** Not in this process’s turn: the servers that it asks may be here. */
function run(...words) {
  const child = spawn(process.execPath, [join(root, readJson('package.json').bin['dvc-widgets']), ...words]);
  let out = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (out += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out })));
}

/** Serves for one test. */
async function serving(listener, use) {
  const server = createServer(listener);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

let behindOne = 0;
/** The gateway behind somebody who changes its answers. */
const behind = (change) => {
  const address = `192.0.2.${(behindOne += 1)}`;
  return async (request, response) => {
    let body = Buffer.alloc(0);
    for await (const chunk of request) body = Buffer.concat([body, chunk]);
    const headers = { ...request.headers, 'x-forwarded-for': address };
    for (const name of ['host', 'connection', 'content-length']) delete headers[name];
    const answer = await fetch(gateway.url + request.url, {
      method: request.method,
      headers,
      ...(body.length > 0 && { body }),
    });
    if (answer.headers.get('content-type') === 'text/event-stream') {
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      // Whoever listens goes away in the middle.
      return void pipeline(Readable.fromWeb(answer.body), response).catch(() => undefined);
    }
    const changed = change(
      { status: answer.status, headers: new Headers(answer.headers), text: await answer.text() },
      request,
    );
    changed.headers.delete('content-length');
    response.writeHead(changed.status, Object.fromEntries(changed.headers)).end(changed.text);
  };
};

test('a system that keeps to all of it passes', async () => {
  const sent = ['--submission', submission, '--free', free, '--general', general];
  const words = [...sent, '--finished', finished, '--asked', asked];
  const { code, out } = await run('contract', gateway.url, ...words);
  assert.equal(code, 0, out);
  assert.match(out, /\n\d\d kept, 0 broken, 0 not tried\n$/u);
});

test('what could not be tried is said, and is no fault', async () => {
  const { code, out } = await run('contract', `${gateway.url}/`, '--submission', free);
  assert.equal(code, 0, out);
  assert.match(out, /– a payment is opened once/u);
  assert.match(out, /, 0 broken, [1-9]\d* not tried/u);
});

for (const [what, change, found] of [
  [
    'takes a repeated submission for a new one',
    (answer, { method }) => (method === 'PUT' && answer.status === 200 ? { ...answer, status: 201 } : answer),
    /✗ the same submission again gives the same receipt, and one dossier\n {4}the status is 201, not 200/u,
  ],
  [
    'loses an answer',
    (answer, { method }) =>
      method === 'PUT' ? { ...answer, text: answer.text.replace('"answers":5', '"answers":3') } : answer,
    /✗ a submission is answered by a receipt[^\n]*\n {4}answers are missing/u,
  ],
  [
    'lets the payer choose the amount',
    (answer, { url }) =>
      url.endsWith('/payment') ? { ...answer, text: answer.text.replace('16000', '1') } : answer,
    /✗ a payment is opened once[^\n]*\n {4}the amount is 1/u,
  ],
  [
    'changes a result on its way',
    (answer, { url }) =>
      url.endsWith('/result') && answer.status === 200 ? { ...answer, text: 'x' } : answer,
    /✗ a result is given out byte for byte[^\n]*\n {4}it has 1 bytes/u,
  ],
  [
    'forgets the mark of the contract',
    (answer) => {
      answer.headers.delete('dvc-contract');
      return answer;
    },
    /\n0 kept, \d\d broken, 0 not tried/u,
  ],
])
  test(`a system that ${what} is found out, and the command fails`, async () => {
    const { code, out } = await serving(behind(change), (url) =>
      run(
        'contract',
        url,
        '--submission',
        submission,
        '--free',
        free,
        '--general',
        general,
        '--finished',
        finished,
        '--asked',
        asked,
      ),
    );
    assert.equal(code, 1, out);
    assert.match(out, found);
  });

test('a page that is no system at all breaks every case, and not the command', async () => {
  const { code, out } = await serving(
    (request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    (url) => run('contract', url, '--submission', submission),
  );
  assert.equal(code, 1);
  assert.match(out, /\n0 kept, \d\d broken, 4 not tried/u);
});

test('a system that is not there is no success', async () => {
  const url = await serving(
    () => undefined,
    (address) => Promise.resolve(address),
  );
  const { code, out } = await run('contract', url, '--submission', submission);
  assert.equal(code, 1);
  assert.match(out, /\n0 kept,/u);
});

test('without what it needs, the command says what it needs', async () => {
  for (const words of [
    [],
    ['contract'],
    ['contract', gateway.url],
    ['contract', 'not an address', '--submission', submission],
    ['contract', 'ftp://example.test', '--submission', submission],
    ['contract', gateway.url, '--submission', join(fixture.folder, 'nowhere.json')],
    ['contract', gateway.url, '--submission', file('broken.json', '{')],
    ['contract', gateway.url, '--submission', submission, '--unknown'],
  ]) {
    const { code, out } = await run(...words);
    assert.equal(code, 2, words.join(' '));
    assert.notEqual(out, '');
  }
});
