import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createGzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { buildGateway } from '../../scripts/gateway.mjs';
import { importSource } from '../../scripts/import-source.mjs';
import { SAMPLE_FORM, SAMPLE_SUBMISSION } from '../support/sample-form.mjs';

/* What a page asks of a receiving system, over real connections: cut, led astray, and without an end. */

const { createFormGateway } = await importSource('src/gateway/form-gateway.ts');
const { uploadFile } = await importSource('src/gateway/upload.ts');
const { parseForm } = await importSource('src/forms/index.ts');
const network = { fetch, timeout: (ms) => AbortSignal.timeout(ms) };
const OURS = { 'dvc-contract': '1', 'content-type': 'application/json' };

const closing = [];
after(() => Promise.all(closing.map((close) => close())));

/** Listens on a free port until the tests are over; gives the address. */
async function listen(server) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sockets = new Set();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  closing.push(
    () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(resolve);
      }),
  );
  return server.address().port;
}
const serve = async (listener) => `http://127.0.0.1:${await listen(createServer(listener))}`;

const id = randomUUID();
const RECEIPT = JSON.stringify({
  contract: 1,
  submission: id,
  dossier: 'H00.00-261123-0001',
  receivedAt: '2026-11-23T02:00:00.000Z',
  office: 'Xã Mẫu',
  procedure: '1.001193',
  answers: 4,
  content: '0'.repeat(64),
  files: [],
  secret: 'ABCDEFGHJK',
});

test('an answer that breaks off after any of its bytes is not known, and never a no', async () => {
  const head = Object.entries({ ...OURS, 'content-length': Buffer.byteLength(RECEIPT), connection: 'close' })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  const answer = Buffer.from(`HTTP/1.1 201 Created\r\n${head}\r\n${RECEIPT}`);
  let length = 0;
  const port = await listen(
    createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(answer.subarray(0, length)));
    }),
  );
  const gateway = createFormGateway(`http://127.0.0.1:${port}`, network);
  for (length = 0; length < answer.length; length += 1)
    assert.deepEqual(
      await gateway.send(id, SAMPLE_SUBMISSION),
      { kind: 'unknown', code: 'offline' },
      `${length}`,
    );
  assert.equal((await gateway.send(id, SAMPLE_SUBMISSION)).kind, 'received');
});

test('an answer that leads elsewhere is not followed: nobody else hears of it', async () => {
  const heard = [];
  const elsewhere = await serve((request, response) => {
    heard.push(request.url);
    response.writeHead(200, OURS).end(RECEIPT);
  });
  let status = 0;
  const url = await serve((request, response) => {
    response.writeHead(status, { ...OURS, location: elsewhere }).end();
  });
  const gateway = createFormGateway(url, network);
  for (status of [301, 302, 303, 307, 308])
    for (const sent of [
      await gateway.send(id, SAMPLE_SUBMISSION),
      await gateway.ask(id),
      await gateway.cancel(id),
    ])
      assert.deepEqual(sent, { kind: 'unknown', code: 'offline' });
  assert.deepEqual(heard, []);
});

test('an answer of a gigabyte, packed small, is let go long before', async () => {
  const zeros = Buffer.alloc(1024 * 1024);
  let isClosed;
  const closed = new Promise((resolve) => (isClosed = resolve));
  const url = await serve((request, response) => {
    response.writeHead(200, { ...OURS, 'content-encoding': 'gzip' });
    response.on('close', isClosed);
    let given = 0;
    const gigabyte = new Readable({
      read() {
        given += zeros.length;
        this.push(given > 1024 ** 3 ? null : zeros);
      },
    });
    gigabyte
      .pipe(createGzip())
      .on('error', () => undefined)
      .pipe(response);
  });
  const before = process.memoryUsage().rss;
  const asked = await createFormGateway(url, network).ask(id);
  assert.deepEqual(asked, { kind: 'unknown', code: 'broken-answer' });
  assert.ok(process.memoryUsage().rss - before < 200 * 1024 * 1024);
  await closed;
});

test('an answer without an end is let go', async () => {
  let isClosed;
  const closed = new Promise((resolve) => (isClosed = resolve));
  const url = await serve((request, response) => {
    response.writeHead(200, OURS);
    response.on('close', isClosed);
    const write = () => {
      while (!response.destroyed && response.write(' '.repeat(16_384)));
      if (!response.destroyed) response.once('drain', write);
    };
    write();
  });
  assert.deepEqual(await createFormGateway(url, network).ask(id), { kind: 'unknown', code: 'broken-answer' });
  await closed;
});

test('a server that takes a request and never answers is given up, at the head and in the middle', async () => {
  let begins = false;
  const url = await serve((request, response) => {
    if (begins)
      response.writeHead(200, { ...OURS, 'content-length': RECEIPT.length }).write(RECEIPT.slice(0, 50));
  });
  const gateway = createFormGateway(url, { fetch, timeout: () => AbortSignal.timeout(50) });
  for (begins of [false, true])
    assert.deepEqual(await gateway.send(id, SAMPLE_SUBMISSION), { kind: 'unknown', code: 'timeout' });
});

test('a wish to wait that is told twice is none', async () => {
  const url = await serve((request, response) => {
    response.setHeader('retry-after', ['5', '500']);
    response.writeHead(503, OURS).end('{"code":"busy","retryable":true}');
  });
  const asked = await createFormGateway(url, network).ask(id);
  assert.deepEqual([asked.code, asked.retryable, asked.retryAfterMs], ['busy', true, undefined]);
});

/** Carries bytes to a port and back until so many have gone either way, then breaks the connection. */
const breakingLine = (port, budgetOf) =>
  listen(
    createTcpServer((socket) => {
      const other = connect(port, '127.0.0.1');
      let left = budgetOf();
      const end = () => {
        socket.destroy();
        other.destroy();
      };
      for (const [from, to] of [
        [socket, other],
        [other, socket],
      ]) {
        from.on('error', end);
        from.on('close', end);
        from.on('data', (data) => {
          to.write(data.subarray(0, Math.max(0, left)));
          left -= data.length;
          if (left <= 0) setImmediate(end);
        });
      }
    }),
  );

test('a file reaches the reference gateway over a line that breaks again and again: once, and byte for byte', async () => {
  const { createGateway, listenerOf } = await (await buildGateway()).load();
  const folder = mkdtempSync(join(tmpdir(), 'dvc-poor-line-'));
  const { form } = parseForm(SAMPLE_FORM);
  const gateway = createGateway({ folder, forms: [form], perMinute: 1_000_000 });
  closing.unshift(() => {
    gateway.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const port = await listen(createServer(listenerOf(gateway)));
  const files = [];
  let breaks = 0;
  for (const [at, size] of [1_000, 70_000, 200_000, 500_000].entries()) {
    const bytes = new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]));
    const file = {
      id: randomUUID(),
      name: `giấy ${at}.pdf`,
      size,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
    files.push(file);
    // From next to nothing to more than all of it: heads, bodies and answers are cut alike.
    const line = await breakingLine(port, () => {
      breaks += 1;
      return Math.floor(Math.random() ** 2 * (size + 8_000));
    });
    for (let tries = 0; ; tries += 1) {
      assert.ok(tries < 2000, `${size} bytes do not get through`);
      const url = `http://127.0.0.1:${line}`;
      const uploaded = await uploadFile(
        { id: file.id, bytes: bytes.buffer },
        url,
        network,
        () => performance.now(),
        () => undefined,
      );
      if (uploaded.kind === 'done') break;
      assert.equal(uploaded.kind, 'broken', uploaded.code);
    }
    assert.deepEqual(new Uint8Array(readFileSync(join(folder, 'files', file.id))), bytes);
  }
  // By chance, so how often is not said; that it did, again and again, is.
  assert.ok(breaks > files.length, `the line broke only ${breaks} times`);
  // A file and what is known of it, for each; nothing that belongs to nobody.
  const names = readdirSync(join(folder, 'files')).map((name) => name.replace(/\.json$/u, ''));
  assert.deepEqual([...new Set(names)].sort(), files.map((file) => file.id).sort());
  const sent = await createFormGateway(`http://127.0.0.1:${port}`, network).send(randomUUID(), {
    ...SAMPLE_SUBMISSION,
    files,
  });
  assert.deepEqual(sent.receipt?.files, files);
});
