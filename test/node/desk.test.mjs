import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readJson, root } from '../../scripts/files.mjs';
import { importSource } from '../../scripts/import-source.mjs';
import { attribute, deskBrowser, formsOf, unescaped } from '../support/desk-browser.mjs';
import { aPdf, gatewayFixture, requestsOver } from '../support/gateway-process.mjs';

/* The officers' desk, as a browser without scripts uses it: pages, forms, a cookie. */

const require = createRequire(join(root, 'examples/gateway/package.json'));
const Database = require('better-sqlite3');
const { File, FormData, Response } = globalThis;
const { DOSSIER_ACTS } = await importSource('src/dossiers/dossier-states.ts');
const fixture = await gatewayFixture();
const BEGUN = Date.parse('2026-11-09T02:00:00Z');
const started = Date.now();
let gateway;
before(async () => {
  gateway = await fixture.parts.serveGateway({
    folder: join(fixture.folder, 'desk'),
    forms: fixture.parts.readForms(join(root, 'examples/commune/data/forms')),
    catalog: join(root, 'examples/commune/data/catalog.json'),
    port: 0,
    perMinute: 100_000,
    // A Monday in the middle of a quiet month, from when on time goes as it does.
    clock: () => new Date(BEGUN + Date.now() - started),
  });
});
after(async () => {
  await gateway.close();
  fixture.remove();
});

const { put } = requestsOver((path, options) => fetch(gateway.url + path, options));
const send = async (more = {}) =>
  (await put(randomUUID(), { ...readJson('examples/gateway/sample/submission.json'), ...more })).json();
const RECEPTION = ['tiep-nhan', 'mau-tiep-nhan'];
const PROCESSING = ['xu-ly', 'mau-xu-ly'];

const browser = (url = gateway.url) => deskBrowser(url);

test('nobody sees a dossier without signing in, and every page says that it is a sample', async () => {
  const { dossier } = await send();
  const { open, signIn } = browser();
  for (const path of [
    '/desk',
    '/desk?state=1',
    `/desk/dossiers/${dossier}`,
    `/desk/dossiers/${dossier}/files/x`,
  ]) {
    const { html } = await open(path);
    assert.match(html, /<h1>Đăng nhập<\/h1>/u);
    assert.doesNotMatch(html, /H00\.00/u);
    assert.match(html, /Hệ thống mẫu/u);
  }
  assert.equal((await signIn(['xu-ly', 'sai'])).status, 403);
  assert.doesNotMatch((await open('/desk')).html, /H00\.00/u);
  assert.match((await signIn(PROCESSING)).html, new RegExp(dossier, 'u'));
  assert.match((await open(`/desk/dossiers/${dossier}`)).html, /Hệ thống mẫu/u);
});

test('the cookie is for this desk alone, changes with the sign-in, and ends with the sign-out', async () => {
  const one = browser();
  const first = await one.ask('/desk');
  assert.match(first.headers.getSetCookie()[0], /^dvc-desk=[^;]+; Path=\/desk; HttpOnly; SameSite=Strict$/u);
  const before = one.cookie();
  await one.signIn(RECEPTION);
  const signedIn = one.cookie();
  assert.notEqual(before, signedIn);
  const [signOut] = formsOf((await one.open('/desk')).html);
  assert.match((await one.submit(signOut)).html, /<h1>Đăng nhập<\/h1>/u);
  for (const old of [before, signedIn]) {
    one.take(old);
    assert.match((await one.open('/desk')).html, /<h1>Đăng nhập<\/h1>/u);
  }
});

test('a form from elsewhere does nothing', async () => {
  const { dossier } = await send();
  const one = browser();
  await one.signIn(RECEPTION);
  const other = browser();
  await other.signIn(RECEPTION);
  const { hidden } = await other.formFor(dossier, 'receive');
  const form = await one.formFor(dossier, 'receive');
  for (const token of ['', 'x', hidden.token])
    assert.equal((await one.submit({ ...form, hidden: { ...form.hidden, token } })).status, 403);
  const evil = await one.ask(form.action, { method: 'POST', headers: { origin: 'https://evil.example' } });
  assert.equal(evil.status, 403);
  assert.match((await one.submit(form)).html, /Đã ghi: Tiếp nhận\./u);
});

test('each role is offered what the table of states lets it do, and is refused the rest', async () => {
  const { dossier } = await send();
  const [reception, processing] = [browser(), browser()];
  await reception.signIn(RECEPTION);
  await processing.signIn(PROCESSING);
  const offered = async ({ open }, code = dossier) =>
    formsOf((await open(`/desk/dossiers/${code}`)).html)
      .map(({ hidden }) => hidden.act)
      .filter(Boolean);
  assert.deepEqual(await offered(reception), [
    'receive',
    'refuse-reception',
    'ask-supplement',
    'ask-payment',
  ]);
  assert.deepEqual(await offered(processing), ['ask-supplement', 'ask-payment']);
  const free = await send(readJson('examples/gateway/sample/free-submission.json'));
  // No fee was worked out for it: then whoever asks for one says how much.
  assert.equal(free.fee, undefined);
  assert.deepEqual(await offered(processing, free.dossier), ['ask-supplement', 'ask-payment']);
  const form = await reception.formFor(dossier, 'receive');
  for (const act of [...Object.keys(DOSSIER_ACTS), 'nonsense', '']) {
    if (['receive', 'refuse-reception', 'ask-supplement', 'ask-payment'].includes(act)) continue;
    const { status, html } = await reception.submit(
      { ...form, hidden: { ...form.hidden, act } },
      { note: 'x' },
    );
    assert.equal(status, 409, act);
    assert.match(html, /role="alert"/u);
  }
  // Without a reason, although a browser would have asked for it.
  const refuse = await reception.formFor(dossier, 'refuse-reception');
  assert.match((await reception.submit(refuse, { note: ' ' })).html, /Hãy ghi lý do/u);
  // Sent twice: the second finds that something has changed.
  assert.equal((await reception.submit(form)).status, 200);
  assert.equal((await reception.submit(form)).status, 409);
  const history = gateway.gateway.database.act((tables) => tables.history(dossier));
  assert.deepEqual(
    history.map(({ act, actor, unit }) => [act, actor, unit]),
    [
      ['send', '', undefined],
      ['receive', 'Cán bộ Mẫu 1', 'Bộ phận Một cửa (mẫu)'],
    ],
  );
});

/** Bodies that are read by nobody before both are asked for: two requests that are really at once. */
function atOnce(bodies) {
  let asked = 0;
  let tellAll;
  const allAsked = new Promise((resolve) => (tellAll = resolve));
  return bodies.map(
    (body) =>
      new ReadableStream(
        {
          async pull(controller) {
            asked += 1;
            if (asked === bodies.length) tellAll();
            await allAsked;
            controller.enqueue(body);
            controller.close();
          },
        },
        { highWaterMark: 0 },
      ),
  );
}

test('a form that is sent twice at once is done once, and the other is told that the dossier moved on', async () => {
  const { dossier } = await send();
  const [reception, one] = [browser(), browser()];
  await reception.signIn(RECEPTION);
  await one.signIn(PROCESSING);
  await reception.act(dossier, 'receive');
  await reception.act(dossier, 'process');
  const file = new File([aPdf(500)], 'ket-qua.pdf', { type: 'application/pdf' });
  for (const [act, more] of [
    ['forward', { unit: 'Bộ phận địa chính – xây dựng (mẫu)' }],
    ['finish', { file }],
  ]) {
    const { action, hidden } = await one.formFor(dossier, act);
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...hidden, ...more })) form.append(name, value);
    const encoded = new Response(form);
    const headers = { 'content-type': encoded.headers.get('content-type'), cookie: one.cookie() };
    const bytes = new Uint8Array(await encoded.arrayBuffer());
    const answers = await Promise.all(
      atOnce([bytes, bytes]).map((body) =>
        gateway.gateway.fetch(
          new Request(gateway.url + action, { method: 'POST', headers, body, duplex: 'half' }),
        ),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409], act);
    const html = await answers.find(({ status }) => status === 409).text();
    assert.match(html, /role="alert"[^>]*>\s*Hồ sơ vừa có thay đổi khác/u, act);
    const history = gateway.gateway.database.act((tables) => tables.history(dossier));
    assert.equal(history.filter((row) => row.act === act).length, 1);
    // The page that says so shows what it is by now, and goes on from there.
    assert.equal(
      html.split('<li').length,
      (await one.open(`/desk/dossiers/${dossier}`)).html.split('<li').length,
    );
  }
});

test('what was written for an act that is refused stays, and can be copied where the act is offered no more', async () => {
  const { dossier } = await send();
  const [reception, one] = [browser(), browser()];
  await reception.signIn(RECEPTION);
  await one.signIn(PROCESSING);
  const early = await one.formFor(dossier, 'ask-supplement');
  const page = (await one.open(`/desk/dossiers/${dossier}`)).html;
  const [part, other] = [...page.matchAll(/name="part"\s+value="([^"]+)"/gu)].map(([, value]) =>
    unescaped(value),
  );
  await reception.act(dossier, 'receive');
  const note = 'Thiếu <b>giấy</b> "gốc"\nvà bản sao';
  const refused = await one.submit(early, { note, part });
  assert.match(refused.html, /role="alert"[^>]*>\s*Hồ sơ vừa có thay đổi khác/u);
  const openOnes = [...refused.html.matchAll(/<details open>[\s\S]*?<\/details>/gu)].map(([open]) => open);
  assert.equal(openOnes.length, 1);
  assert.equal(noteIn(openOnes[0]), note);
  const box = (value) =>
    [...openOnes[0].matchAll(/<input[^>]*type="checkbox"[^>]*>/gu)].find(
      ([tag]) => attribute(tag, 'value') === value,
    );
  assert.match(box(part)[0], /\schecked\s/u);
  assert.doesNotMatch(box(other)[0], /\schecked\s/u);
  await reception.act(dossier, 'process');
  await one.act(dossier, 'pause', { note: 'Chờ' });
  const gone = await one.submit(early, { note });
  assert.doesNotMatch(gone.html, /<details open>/u);
  assert.match(gone.html, /Những gì vừa ghi chưa được lưu/u);
  assert.equal(noteIn(/<textarea id="typed"[\s\S]*?<\/textarea>/u.exec(gone.html)[0]), note);
  await one.act(dossier, 'resume');
  const file = new File(['<svg'], 'ket-qua.pdf', { type: 'application/pdf' });
  const wrong = await one.act(dossier, 'finish', { file, note });
  assert.match(wrong.html, /Tệp kết quả phải là PDF/u);
  assert.equal(noteIn(/<details open>[\s\S]*?<\/details>/u.exec(wrong.html)[0]), note);
});
/** A line break right behind the tag is none of the text. */
const noteIn = (html) =>
  unescaped(/<textarea[^>]*>\n?([\s\S]*?)<\/textarea>/u.exec(html)[1]).replaceAll('\r', '');

test('what was done is told once, and only where it was done', async () => {
  const [{ dossier }, another] = [await send(), await send()];
  const { open, signIn, formFor, ask } = browser();
  await signIn(RECEPTION);
  const told = async (path) => /role="status"[^>]*>([^<]*)/u.exec((await open(path)).html)?.[1];
  const at = (code) => `/desk/dossiers/${code}`;
  assert.equal(await told(`${at(dossier)}?done=finish`), undefined);
  const { action, hidden } = await formFor(dossier, 'receive');
  const body = new FormData();
  for (const [name, value] of Object.entries(hidden)) body.append(name, value);
  const { status, headers } = await ask(action, { method: 'POST', body });
  assert.deepEqual([status, headers.get('location')], [303, at(dossier)]);
  assert.equal(await told(at(another.dossier)), undefined);
  assert.equal(await told(at(dossier)), 'Đã ghi: Tiếp nhận.');
  assert.equal(await told(at(dossier)), undefined);
});

test('what officers do is what the applicant sees, up to the file of the result', async () => {
  const receipt = await send({ delivery: { way: 'online' } });
  const { dossier: code } = receipt;
  const track = (path = '', more = {}) =>
    fetch(`${gateway.url}/v1/tracking${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, factor: { kind: 'secret', value: receipt.secret }, ...more }),
    });
  const [reception, processing] = [browser(), browser()];
  await reception.signIn(RECEPTION);
  await processing.signIn(PROCESSING);
  await reception.act(code, 'receive');
  await reception.act(code, 'process');
  await processing.act(code, 'forward', { unit: 'Bộ phận địa chính – xây dựng (mẫu)' });
  await processing.act(code, 'ask-supplement', { note: 'Thiếu <b>trang 2</b> & chữ ký' });
  const asked = await (await track()).json();
  assert.equal(asked.asks.note, 'Thiếu <b>trang 2</b> & chữ ký');
  assert.equal(asked.holder, 'Bộ phận địa chính – xây dựng (mẫu)');
  const act = { id: randomUUID(), kind: 'supplement', note: 'Đã ký ạ <script>' };
  assert.equal((await track('/acts', { act })).status, 201);
  const { html } = await processing.open(`/desk/dossiers/${code}`);
  assert.match(html, /Thiếu &lt;b&gt;trang 2&lt;\/b&gt; &amp; chữ ký/u);
  assert.match(html, /Đã ký ạ &lt;script&gt;/u);
  assert.doesNotMatch(html, /<script/u);

  const wrong = new File(['<html>'], 'ket-qua.pdf', { type: 'application/pdf' });
  assert.match((await processing.act(code, 'finish', { file: wrong })).html, /phải là PDF/u);
  const bytes = aPdf(2000);
  const file = new File([bytes], 'Kết quả 001 199 012 345.pdf', { type: 'application/pdf' });
  assert.match((await processing.act(code, 'finish', { file })).html, /Đã ghi: Có kết quả\./u);
  const { result, standing } = await (await track()).json();
  assert.equal(standing.state, 9);
  assert.equal(result.name, 'Kết quả *** *** *** ***.pdf');
  const given = await track('/result');
  assert.deepEqual(Buffer.from(await given.arrayBuffer()), bytes);
  assert.equal(given.headers.get('dvc-sha256'), createHash('sha256').update(bytes).digest('hex'));
  await reception.act(code, 'hand-over');
  assert.equal((await (await track()).json()).standing.state, 10);
  assert.match((await reception.open(`/desk/dossiers/${code}`)).html, /không có việc nào/u);
});

/** A procedure whose papers and time the catalogue of the sample tells. */
const PROCEDURE = '1.004194';
/** The page on which an officer writes down what was brought, and its form. */
async function newPaper(one, procedure = PROCEDURE) {
  const { html } = await one.open(`/desk/new?procedure=${procedure}`);
  const form = formsOf(html).find(({ action }) => action.endsWith('/new'));
  const papers = [...html.matchAll(/<input[^>]*name="paper"[^>]*>/gsu)].map(([tag]) =>
    attribute(tag, 'value'),
  );
  const due = attribute(/<input[^>]*name="due"[^>]*>/su.exec(html)?.[0] ?? '', 'value');
  return { form, papers, due, html };
}
const BROUGHT = {
  name: ' Hoàng Thị  Mẫu',
  phone: '0900 000 123',
  number: '',
  address: '',
  others: '',
  delivery: 'desk',
};
const lookUp = async (code, factor, url = gateway.url) =>
  (
    await fetch(`${url}/v1/tracking`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, factor }),
    })
  ).json();
/** The same day of the week after: a working day where the first is one and no holidays are near. */
const dayAfter = (day) => new Date(Date.parse(day) + 7 * 86_400_000).toISOString().slice(0, 10);
const codesIn = (html) => ({
  code: /H00\.00-\d{6}-\d{4}/u.exec(html)?.[0],
  secret: /[0-9A-Z]{5} [0-9A-Z]{5}/u.exec(html)?.[0],
});

test('what is brought on paper is registered by an officer, and followed by the receipt that is printed', async () => {
  const [reception, processing] = [browser(), browser()];
  await reception.signIn(RECEPTION);
  await processing.signIn(PROCESSING);
  assert.match((await reception.open('/desk')).html, /Ghi nhận hồ sơ giấy/u);
  const { form, papers, due } = await newPaper(reception);
  assert.ok(papers.length > 1);
  const fields = { ...BROUGHT, due, paper: [papers[0]], others: ' Sổ hộ khẩu cũ \n\n' };
  const { status, html } = await reception.submit(form, fields);
  assert.equal(status, 200);
  const { code, secret } = codesIn(html);
  for (const words of [papers[0], 'Sổ hộ khẩu cũ', 'Hoàng Thị Mẫu', 'Cán bộ Mẫu 1'])
    assert.ok(unescaped(html).includes(words), words);
  assert.ok(!unescaped(html).includes(papers[1]));

  const told = await lookUp(code, { kind: 'secret', value: secret });
  assert.deepEqual(told.standing, { state: 2 });
  assert.deepEqual(
    [told.procedure, told.applicant, told.holder],
    [PROCEDURE, 'H** T** M**', 'Bộ phận Một cửa (mẫu)'],
  );
  assert.equal(told.due.on, due);
  assert.deepEqual(
    told.history.map(({ act, by, state, parts }) => [act, by, state, parts?.map(({ label }) => label.vi)]),
    [
      ['register', 'officer', 1, [papers[0], 'Sổ hộ khẩu cũ']],
      ['receive', 'officer', 2, undefined],
    ],
  );
  assert.equal((await lookUp(code, { kind: 'last4', value: '0123' })).level, 0);
  assert.deepEqual(await lookUp(code, { kind: 'last4', value: '0000' }), { found: false });
  const history = gateway.gateway.database.act((tables) => tables.history(code));
  assert.deepEqual(
    history.map(({ actor }) => actor),
    ['Cán bộ Mẫu 1', 'Cán bộ Mẫu 1'],
  );

  // It goes the way of any other, by the same table.
  assert.match((await reception.act(code, 'process')).html, /Đã ghi: Chuyển xử lý/u);
  assert.match((await processing.act(code, 'finish')).html, /Đã ghi: Có kết quả/u);
  assert.match((await reception.act(code, 'hand-over')).html, /Đã ghi: Trả kết quả/u);
  assert.match((await reception.open('/desk')).html, new RegExp(code, 'u'));
  assert.deepEqual(gateway.gateway.database.faults(), []);
});

test('a form of a dossier on paper that is sent twice is one dossier, and another content is refused', async () => {
  const one = browser();
  await one.signIn(RECEPTION);
  const { form, papers, due } = await newPaper(one);
  const count = () => gateway.gateway.database.dossiers().length;
  const before = count();
  const first = codesIn((await one.submit(form, { ...BROUGHT, due })).html);
  const again = codesIn((await one.submit(form, { ...BROUGHT, due })).html);
  assert.deepEqual(again, first);
  const other = await one.submit(form, { ...BROUGHT, due, name: 'Người Khác' });
  assert.equal(other.status, 409);
  assert.match(other.html, /đã được ghi nhận với nội dung khác/u);
  // Papers and date stand on the receipt, which would not be the one of this form.
  const [paper] = papers;
  for (const wrong of [{ paper }, { others: 'Sổ hộ khẩu' }, { due: '' }, { due: dayAfter(due) }]) {
    const refused = await one.submit(form, { ...BROUGHT, due, ...wrong });
    assert.equal(refused.status, 409, JSON.stringify(wrong));
    assert.match(refused.html, /đã được ghi nhận với nội dung khác/u);
  }
  assert.equal(count(), before + 1);

  const promised = await newPaper(one);
  const fields = { ...BROUGHT, due: dayAfter(due), paper: [paper] };
  const own = codesIn((await one.submit(promised.form, fields)).html);
  assert.deepEqual(codesIn((await one.submit(promised.form, fields)).html), own);
  assert.equal((await one.submit(promised.form, { ...fields, due })).status, 409);
});

test('what cannot be right of a dossier on paper is said, and what was typed stays', async () => {
  const one = browser();
  await one.signIn(RECEPTION);
  const { form, papers } = await newPaper(one);
  for (const [wrong, words] of [
    [{ name: ' ' }, /Họ và tên người nộp: hãy ghi vào/u],
    [{ phone: '' }, /Số điện thoại: hãy ghi vào/u],
    [{ phone: '12' }, /không phải số điện thoại/u],
    [{ number: '123456789' }, /chứng minh nhân dân cũ/u],
    [{ due: '2020-01-02' }, /hãy chọn một ngày làm việc/u],
    [{ due: 'khi nào xong' }, /hãy chọn một ngày làm việc/u],
  ]) {
    const typed = { ...BROUGHT, address: 'Thôn <Mẫu>', paper: papers[1], ...wrong };
    const { status, html } = await one.submit(form, typed);
    assert.equal(status, 409);
    assert.match(html, /role="alert"/u);
    assert.match(html, words);
    assert.ok(html.includes('Thôn &lt;Mẫu&gt;'));
    const [ticked] = [...html.matchAll(/<input[^>]*name="paper"[^>]*checked[^>]*>/gsu)];
    assert.equal(attribute(ticked[0], 'value'), papers[1]);
    assert.equal(formsOf(html).find(({ action }) => action.endsWith('/new')).hidden.id, form.hidden.id);
  }
});

test('the date of a dossier on paper is the catalogue’s, the office’s own, or none', async () => {
  const one = browser();
  await one.signIn(RECEPTION);
  const dueAfter = async (due) => {
    const { form } = await newPaper(one);
    const { code, secret } = codesIn((await one.submit(form, { ...BROUGHT, due })).html);
    const told = await lookUp(code, { kind: 'secret', value: secret });
    return told.due ?? told.limit;
  };
  const { due: proposed } = await newPaper(one);
  const later = dayAfter(proposed);
  assert.equal((await dueAfter(proposed)).on, proposed);
  assert.equal((await dueAfter(later)).on, later);
  assert.equal(await dueAfter(''), undefined);
});

/** An office with days off of its own, at an instant; hands over to `use` who takes dossiers in there. */
async function officeWith(name, calendar, now, use) {
  const office = await fixture.parts.serveGateway({
    folder: join(fixture.folder, name),
    forms: gateway.gateway.forms,
    catalog: join(root, 'examples/commune/data/catalog.json'),
    port: 0,
    calendar,
    clock: () => new Date(now),
  });
  try {
    const one = browser(office.url);
    await one.signIn(RECEPTION);
    const register = async (due) => {
      const { form } = await newPaper(one);
      return (await one.submit(form, { ...BROUGHT, due })).html;
    };
    const dueOf = async (html) => {
      const { code, secret } = codesIn(html);
      return (await lookUp(code, { kind: 'secret', value: secret }, office.url)).due;
    };
    await use({ one, register, dueOf });
  } finally {
    await office.close();
  }
}
const CALENDAR = readJson('src/dossiers/calendar.json');

test('an office that is open on Saturdays counts them, and may promise one', async () => {
  const thursday = '2026-11-12T02:00:00Z';
  const worked = [];
  for (const saturdays of [undefined, 'whole'])
    await officeWith(
      `saturdays ${saturdays}`,
      { ...CALENDAR, ...(saturdays && { saturdays }) },
      thursday,
      async (at) => {
        const html = await at.register('2026-11-14');
        if (saturdays) assert.equal((await at.dueOf(html)).on, '2026-11-14');
        else assert.match(html, /hãy chọn một ngày làm việc/u);
        assert.match(await at.register('2026-11-15'), /hãy chọn một ngày làm việc/u);
        const { due: counted } = await newPaper(at.one);
        worked.push(counted);
      },
    );
  assert.ok(worked[1] < worked[0], worked.join());
});

test('where the days off are not known yet, the office’s own date is kept, and its desk says why none is proposed', async () => {
  await officeWith(
    'beyond',
    { ...CALENDAR, years: [2026] },
    '2026-12-30T02:00:00Z',
    async ({ one, register, dueOf }) => {
      const { due, html } = await newPaper(one);
      assert.equal(due, '');
      assert.match(html, /chưa có lịch nghỉ lễ/u);
      for (const closed of ['2027-01-09', '2027-01-10', '2026-12-29', '2099-01-05'])
        assert.match(await register(closed), /hãy chọn một ngày làm việc/u, closed);
      const kept = await register('2027-01-08');
      assert.match(kept, /08\/01\/2027/u);
      assert.deepEqual(await dueOf(kept), {
        ...{ on: '2027-01-08', days: 9, unit: 'day', from: '2026-12-31', skipped: [], paused: 0 },
      });
      const { code } = codesIn(kept);
      assert.match((await one.open(`/desk/dossiers/${code}`)).html, /08\/01\/2027/u);
    },
  );
});

test('where the days off are not known yet, the desk and the receipt tell the time, as the person is told it', async () => {
  await officeWith(
    'limit',
    { ...CALENDAR, years: [2026] },
    '2026-12-30T02:00:00Z',
    async ({ one, register }) => {
      const receipt = await register('');
      const time = /Thời hạn: [1-9]\d* ngày làm việc/u;
      assert.match(receipt, time);
      assert.match(receipt, /Chưa tính được ngày, vì trang chưa có lịch nghỉ lễ của thời gian đó/u);
      assert.ok(!receipt.includes('Không có ngày hẹn'));
      const { code } = codesIn(receipt);
      const rowOf = async () =>
        (await one.open('/desk')).html.split('<tr>').find((row) => row.includes(code)) ?? '';
      assert.match(await rowOf(), time);
      assert.match((await one.open(`/desk/dossiers/${code}`)).html, time);
      const { html } = await one.open(`/desk/dossiers/${code}`);
      const ask = formsOf(html).find(({ hidden }) => hidden.act === 'ask-supplement');
      await one.submit(ask, { note: 'Thiếu trang 2' });
      assert.match(await rowOf(), /Đang chờ, chưa có ngày hẹn/u);
    },
  );
});

test('days off that are broken stop the start, and it is said in which file and where', () => {
  const file = join(fixture.folder, 'calendar.json');
  const serve = (text) => {
    writeFileSync(file, text);
    const state = join(fixture.folder, 'never');
    const args = [fixture.commands, 'serve', '--port', '0', '--state', state, '--calendar', file];
    return spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 60_000 });
  };
  const { status, stderr } = serve(JSON.stringify({ ...CALENDAR, holidays: ['2/9/2027'] }));
  assert.equal(status, 1);
  assert.ok(stderr.includes(file) && stderr.includes('holidays'), stderr);
  assert.equal(serve('{').status, 1);
  assert.ok(serve('{').stderr.includes(file));
});

test('only who takes dossiers in registers them, and no receipt but one on paper is shown', async () => {
  const [reception, processing] = [browser(), browser()];
  await reception.signIn(RECEPTION);
  await processing.signIn(PROCESSING);
  assert.doesNotMatch((await processing.open('/desk')).html, /Ghi nhận hồ sơ giấy/u);
  assert.equal((await processing.open('/desk/new')).status, 403);
  const { form } = await newPaper(reception);
  const [{ hidden }] = formsOf((await processing.open('/desk')).html);
  const asOther = { ...form, hidden: { ...form.hidden, token: hidden.token } };
  assert.equal((await processing.submit(asOther, { ...BROUGHT, due: '' })).status, 403);
  assert.equal(
    (await reception.submit({ ...form, hidden: { ...form.hidden, token: 'x' } }, BROUGHT)).status,
    403,
  );
  const { dossier, secret } = await send();
  const { status, html } = await reception.open(`/desk/dossiers/${dossier}/receipt`);
  assert.equal(status, 403);
  assert.ok(!html.includes(secret) && !html.includes(`${secret.slice(0, 5)} ${secret.slice(5)}`));
  const { code } = codesIn((await reception.submit(form, { ...BROUGHT, due: '' })).html);
  assert.equal((await processing.open(`/desk/dossiers/${code}/receipt`)).status, 403);
  assert.match((await browser().open('/desk/new')).html, /<h1>Đăng nhập<\/h1>/u);
  // No page can send it as if it came online.
  const sent = await put(randomUUID(), {
    ...readJson('examples/gateway/sample/submission.json'),
    form: { id: 'ho-so-giay', version: '1' },
    answers: { person: { name: 'Người Lạ' }, phone: '0900000000' },
  });
  assert.equal((await sent.json()).code, 'form-unknown');
});

test('a result that is to come online is not finished without its file, nor handed over', async () => {
  const [reception, processing] = [browser(), browser()];
  await reception.signIn(RECEPTION);
  await processing.signIn(PROCESSING);
  const file = new File([aPdf(600)], 'ket-qua.pdf', { type: 'application/pdf' });
  const brought = async (delivery) => {
    const { dossier: code, secret } = await send({ delivery });
    await reception.act(code, 'receive');
    await reception.act(code, 'process');
    const track = (path = '', more = {}) =>
      fetch(`${gateway.url}/v1/tracking${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code, factor: { kind: 'secret', value: secret }, ...more }),
      });
    const deliver = async (way) =>
      (await track('/acts', { act: { id: randomUUID(), kind: 'deliver', delivery: { way } } })).status;
    const told = async () => (await track()).json();
    return { code, track, deliver, told };
  };
  const fileField = async ({ open }, code) =>
    /<input[^>]*name="file"[^>]*>/su.exec((await open(`/desk/dossiers/${code}`)).html)?.[0];
  const without = /role="alert"[^>]*>\s*Người dân nhận kết quả trực tuyến\. Hãy đính kèm tệp/u;

  const online = await brought({ way: 'online' });
  assert.match(await fileField(processing, online.code), /\brequired\b/u);
  const refused = await processing.act(online.code, 'finish');
  assert.equal(refused.status, 409);
  assert.match(refused.html, without);
  assert.equal((await online.told()).standing.state, 4);
  await processing.act(online.code, 'finish', { file });
  assert.equal((await online.track('/result')).status, 200);
  // It is there: the next act takes none in its place.
  assert.equal(await fileField(reception, online.code), undefined);
  await reception.act(online.code, 'hand-over', { file: new File([aPdf(900)], 'khac.pdf') });
  assert.equal((await online.told()).result.name, 'ket-qua.pdf');

  const changed = await brought({ way: 'desk' });
  assert.doesNotMatch(await fileField(processing, changed.code), /required/u);
  await processing.act(changed.code, 'finish');
  assert.equal((await changed.told()).standing.state, 9);
  assert.equal(await changed.deliver('online'), 201);
  assert.match(await fileField(reception, changed.code), /\brequired\b/u);
  assert.match((await reception.act(changed.code, 'hand-over')).html, without);
  const wrong = new File(['<html>'], 'ket-qua.pdf', { type: 'application/pdf' });
  assert.match((await reception.act(changed.code, 'hand-over', { file: wrong })).html, /phải là PDF/u);
  assert.match((await reception.act(changed.code, 'hand-over', { file })).html, /Đã ghi: Trả kết quả\./u);
  assert.equal((await changed.told()).result.name, 'ket-qua.pdf');
  assert.equal((await changed.track('/result')).status, 200);

  // Whoever comes for it after all says so: then nothing but the paper is needed.
  const fetched = await brought({ way: 'desk' });
  await processing.act(fetched.code, 'finish');
  await fetched.deliver('online');
  await fetched.deliver('desk');
  await reception.act(fetched.code, 'hand-over');
  assert.equal((await fetched.told()).standing.state, 10);
});

test('a wrong result is taken back with a reason: its file is nobody’s from then on, and another is needed', async () => {
  const [reception, processing] = [browser(), browser()];
  await reception.signIn(RECEPTION);
  await processing.signIn(PROCESSING);
  const { dossier: code, secret } = await send({ delivery: { way: 'online' } });
  const track = (path = '') =>
    fetch(`${gateway.url}/v1/tracking${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, factor: { kind: 'secret', value: secret } }),
    });
  const told = async () => (await track()).json();
  await reception.act(code, 'receive');
  await reception.act(code, 'process');
  await processing.act(code, 'finish', { file: new File([aPdf(700)], 'cua-nguoi-khac.pdf') });
  const wrong = gateway.gateway.database.act((tables) => tables.result(code)).file;
  assert.equal((await track('/result')).status, 200);
  assert.match((await processing.act(code, 'take-back')).html, /Hãy ghi lý do/u);
  assert.equal((await track('/result')).status, 200);
  const note = 'Tệp của hồ sơ khác';
  assert.match((await processing.act(code, 'take-back', { note })).html, /Đã ghi: Rút lại kết quả\./u);
  assert.equal((await track('/result')).status, 404);
  assert.equal((await processing.open(`/desk/dossiers/${code}/files/${wrong}`)).status, 404);
  const { standing, result, history, acts } = await told();
  assert.deepEqual([standing, result], [{ state: 4 }, undefined]);
  assert.ok(acts.includes('withdraw'));
  const { act, by, note: said, state } = history.at(-1);
  assert.deepEqual([act, by, said, state], ['take-back', 'officer', note, 4]);
  // Done anew: the file that was wrong is not taken for the new one.
  assert.match((await processing.act(code, 'finish')).html, /Hãy đính kèm tệp kết quả/u);
  const right = aPdf(900);
  await processing.act(code, 'finish', { file: new File([right], 'dung.pdf') });
  assert.equal((await told()).result.name, 'dung.pdf');
  assert.deepEqual(Buffer.from(await (await track('/result')).arrayBuffer()), right);
  await reception.act(code, 'hand-over');
  const late = await reception.open(`/desk/dossiers/${code}`);
  assert.ok(!formsOf(late.html).some(({ hidden }) => hidden.act === 'take-back'));
});

test('an officer sees what is paid, and all that is needed to hand the result over', async () => {
  const ways = [
    [
      { way: 'post', name: 'Trần Thị Mẫu', phone: '0900000000', address: 'Thôn 1, <b>Xã Mẫu</b>' },
      'Gửi bưu điện – Trần Thị Mẫu – 0900000000 – Thôn 1, &lt;b&gt;Xã Mẫu&lt;/b&gt;',
    ],
    [
      { way: 'other-person', name: 'Lê Văn Mẫu', number: '001000000001' },
      'Người khác lấy giúp – Lê Văn Mẫu – 001000000001',
    ],
  ];
  const one = browser();
  await one.signIn(RECEPTION);
  for (const [delivery, words] of ways) {
    const { dossier } = await send({ delivery });
    assert.ok((await one.open(`/desk/dossiers/${dossier}`)).html.includes(words), words);
  }

  const { dossier, submission, fee } = await send();
  assert.ok(fee.total > 0);
  const page = async () => (await one.open(`/desk/dossiers/${dossier}`)).html;
  const mayAsk = (html) => formsOf(html).some(({ hidden }) => hidden.act === 'ask-payment');
  const before = await page();
  assert.match(before, /7\.000 đồng – chưa nộp trực tuyến/u);
  assert.equal(mayAsk(before), true);
  const ask = (path) => fetch(gateway.url + path, { method: 'POST', redirect: 'manual' });
  const { redirect } = await (await ask(`/v1/submissions/${submission}/payment`)).json();
  assert.match(await page(), /7\.000 đồng – đang chờ ngân hàng xác nhận/u);
  await ask(redirect);
  const after = await page();
  assert.match(after, /7\.000 đồng – đã nộp/u);
  assert.equal(mayAsk(after), false);
});

test('a paper of the procedure that never came can be ticked', async () => {
  const { dossier, procedure } = await send();
  const { procedures } = readJson('examples/commune/data/catalog.json');
  const papers = procedures
    .find(({ code }) => code === procedure)
    .paperGroups.flatMap((group) => group.papers)
    .filter(({ kind = 'paper' }) => kind === 'paper');
  assert.ok(papers.length > 0);
  const one = browser();
  await one.signIn(RECEPTION);
  const { html } = await one.open(`/desk/dossiers/${dossier}`);
  for (const { name } of papers) assert.ok(unescaped(html).includes(name), name);
});

test('papers come as files that no browser opens as a page, and only with their dossier', async () => {
  const requests = requestsOver((path, options) => fetch(gateway.url + path, options));
  const [id, bytes] = [randomUUID(), aPdf(700)];
  await requests.create(id, bytes.length);
  await requests.send(id, 0, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { id, name: 'giấy "1"\u202E.pdf', size: bytes.length, sha256 };
  const { dossier } = await send({ files: [file] });
  const other = await send();
  const one = browser();
  await one.signIn(PROCESSING);
  const given = await one.ask(`/desk/dossiers/${dossier}/files/${id}`);
  assert.deepEqual(Buffer.from(await given.arrayBuffer()), bytes);
  assert.match(given.headers.get('content-disposition'), /^attachment; filename\*=UTF-8''gi%E1%BA%A5y/u);
  assert.equal(given.headers.get('content-security-policy'), "default-src 'none'; sandbox");
  assert.equal(given.headers.get('x-content-type-options'), 'nosniff');
  assert.equal((await one.ask(`/desk/dossiers/${other.dossier}/files/${id}`)).status, 404);
  assert.equal((await one.ask(`/desk/dossiers/${dossier}/files/${randomUUID()}`)).status, 404);
});

test('the list is filtered by state, says what is late in words, and asks for no script', async () => {
  const one = browser();
  await one.signIn(RECEPTION);
  const { dossier } = await send();
  await one.act(dossier, 'refuse-reception', { note: 'Mẫu' });
  const refused = await one.open('/desk?state=3');
  assert.match(refused.html, new RegExp(dossier, 'u'));
  assert.doesNotMatch((await one.open('/desk?state=4')).html, new RegExp(dossier, 'u'));
  assert.match((await one.open('/desk?state=nonsense')).html, new RegExp(dossier, 'u'));
  const policy = refused.headers.get('content-security-policy');
  assert.match(policy, /default-src 'none'.*style-src 'self'/u);
  assert.doesNotMatch(policy, /script-src|unsafe/u);
  assert.equal((await one.ask('/desk/desk.css')).headers.get('content-type'), 'text/css; charset=utf-8');
});

test('a dossier is sought by its code or a part of it, and what was typed stands in no address and no log', async () => {
  const one = browser();
  await one.signIn(RECEPTION);
  const { dossier } = await send();
  await send();
  const page = async () =>
    formsOf((await one.open('/desk')).html).find(({ action }) => /search/u.test(action));
  const seek = async (code) => one.submit(await page(), { code });
  for (const typed of [dossier, ` ${dossier.toLowerCase().replaceAll('-', ' – ')} `, dossier.slice(-8)])
    assert.match((await seek(typed)).html, new RegExp(`<h1>${dossier}`, 'u'), typed);
  const many = await seek('H00');
  assert.equal(many.status, 200);
  assert.match(many.html, /value="H00"/u);
  assert.ok(many.html.split('class="code"').length > 2);
  for (const typed of ['Lê Văn Mẫu', '001090000001', '---', '<b>']) {
    const { status, html } = await seek(typed);
    assert.equal(status, 200);
    assert.match(html, /Không có hồ sơ nào có mã như vậy/u, typed);
    assert.doesNotMatch(html, /class="code"|<b>"/u);
  }
  const answer = await one.ask((await page()).action, {
    method: 'POST',
    body: new URLSearchParams({ ...(await page()).hidden, code: '001090000001' }),
  });
  assert.equal(answer.headers.get('location'), null);
  const { action } = await page();
  assert.equal(action, '/desk/search');
  assert.equal((await one.submit({ action, hidden: { token: 'x' } }, { code: dossier })).status, 403);
  assert.equal((await one.ask('/desk/search')).headers.get('location'), '/desk');
  assert.match((await browser().submit({ action, hidden: {} }, { code: dossier })).html, /<h1>Đăng nhập/u);
  const database = new Database(join(fixture.folder, 'desk', 'gateway.sqlite'), { readonly: true });
  const logged = database.prepare('SELECT * FROM audit').all();
  database.close();
  assert.ok(logged.some(({ act, who }) => act === 'search' && who === 'Cán bộ Mẫu 1'));
  assert.doesNotMatch(JSON.stringify(logged), /001090000001|Lê Văn Mẫu/u);
});

test('the list begins with what is late, goes by the date, and folds away what is over', async () => {
  let now = Date.parse('2026-11-02T02:00:00Z');
  const office = fixture.open('order', {
    forms: gateway.gateway.forms,
    catalog: join(root, 'examples/commune/data/catalog.json'),
    clock: () => new Date(now),
  });
  const ask = async (path, options = {}) => office.fetch(new Request(`http://gateway.test${path}`, options));
  const { put: hand } = requestsOver(ask);
  const submission = {
    ...readJson('examples/gateway/sample/submission.json'),
    delivery: { way: 'desk' },
  };
  const file = async (...acts) => {
    now += 24 * 3_600_000;
    const { dossier } = await (await hand(randomUUID(), submission)).json();
    for (const act of acts)
      assert.ok(office.system.move(dossier, act, { by: 'officer', actor: 'Mẫu', note: 'Mẫu' }).ok, act);
    return dossier;
  };
  const late = await file('receive', 'process');
  const laterLate = await file('receive');
  const over = await file('refuse-reception');
  const overLast = await file('receive', 'stop');
  const ready = await file('receive', 'process', 'finish');
  now += 20 * 24 * 3_600_000;
  const waits = await file('receive', 'ask-supplement');
  const soon = await file('receive');
  const start = await ask('/desk');
  const cookieOf = (response) => response.headers.getSetCookie()[0].split(';')[0];
  const [form] = formsOf(await start.text());
  const signedIn = await ask('/desk/sign-in', {
    method: 'POST',
    headers: { cookie: cookieOf(start) },
    body: new URLSearchParams({ ...form.hidden, officer: RECEPTION[0], password: RECEPTION[1] }),
  });
  const codesIn = (html) => [...html.matchAll(/class="code"><a[^>]*>([^<]+)</gu)].map(([, code]) => code);
  const list = await (await ask('/desk', { headers: { cookie: cookieOf(signedIn) } })).text();
  const [open, ended] = list.split('<details');
  assert.deepEqual(codesIn(open), [late, laterLate, soon, waits, ready]);
  assert.deepEqual(codesIn(ended), [overLast, over]);
  assert.match(open, /5 hồ sơ đang giải quyết,\s*<span class="late">2 quá hạn/u);
  assert.match(ended, /^ class="ended" id="ended" ?>\s*<summary>Đã kết thúc: 2 hồ sơ/u);
  const refused = await (await ask('/desk?state=3', { headers: { cookie: cookieOf(signedIn) } })).text();
  assert.match(refused, /<details class="ended" id="ended" open>/u);
  office.close();
});

test('what waits too long is late, and what was done in time is not late afterwards', async () => {
  let now = Date.parse('2026-11-23T02:00:00Z');
  const late = fixture.open('late', {
    forms: gateway.gateway.forms,
    catalog: join(root, 'examples/commune/data/catalog.json'),
    clock: () => new Date(now),
  });
  const ask = async (path, options = {}) => late.fetch(new Request(`http://gateway.test${path}`, options));
  const one = requestsOver(ask);
  const submission = {
    ...readJson('examples/gateway/sample/submission.json'),
    delivery: { way: 'desk' },
  };
  const codes = [];
  for (let at = 0; at < 2; at += 1)
    codes.push((await (await one.put(randomUUID(), submission)).json()).dossier);
  for (const act of ['receive', 'process', 'finish'])
    late.system.move(codes[1], act, { by: 'officer', actor: 'Mẫu' });
  now += 20 * 86_400_000;
  const start = await ask('/desk');
  const [form] = formsOf(await start.text());
  const cookieOf = (response) => response.headers.getSetCookie()[0].split(';')[0];
  const signedIn = await ask('/desk/sign-in', {
    method: 'POST',
    headers: { cookie: cookieOf(start) },
    body: new URLSearchParams({ ...form.hidden, officer: RECEPTION[0], password: RECEPTION[1] }),
  });
  const list = await (await ask('/desk', { headers: { cookie: cookieOf(signedIn) } })).text();
  const rows = list.split('<tr>').filter((row) => row.includes('H00.00'));
  assert.match(
    rows.find((row) => row.includes(codes[0])),
    /quá hạn/u,
  );
  assert.doesNotMatch(
    rows.find((row) => row.includes(codes[1])),
    /quá hạn/u,
  );
  late.close();
});

test('an officer ticks what is to come, and sees it beside what was there before', async () => {
  const { create, send: sendBytes } = requestsOver((path, options) => fetch(gateway.url + path, options));
  const upload = async (paper, name) => {
    const [id, bytes] = [randomUUID(), aPdf(400)];
    await create(id, bytes.length);
    await sendBytes(id, 0, bytes);
    return { id, name, size: 400, sha256: createHash('sha256').update(bytes).digest('hex'), paper };
  };
  const paper = 'Giấy <chứng> sinh';
  const old = await upload(paper, 'cu.pdf');
  const receipt = await send({ files: [old] });
  const { dossier: code } = receipt;
  const one = browser();
  await one.signIn(RECEPTION);
  const boxes = [
    ...(await one.open(`/desk/dossiers/${code}`)).html.matchAll(/<input[^>]*name="part"[^>]*>/gu),
  ];
  const values = boxes.map(([tag]) => attribute(tag, 'value'));
  assert.ok(values.includes(`paper:${paper}`), values.join());
  const sample = readJson('examples/gateway/sample/submission.json').answers;
  const field = values.find((value) => value.startsWith('field:') && value.endsWith('.name'));
  const [person] = field.slice('field:'.length).split('.');
  const note = 'Sai tên, mờ trang 2';
  const refused = await one.act(code, 'ask-supplement', { note, part: ['field:khong-co', field] });
  assert.equal(refused.status, 409);
  assert.match(refused.html, /không có mục hay giấy tờ vừa đánh dấu/u);
  const asked = await one.act(code, 'ask-supplement', { note, part: [field, `paper:${paper}`] });
  assert.match(
    asked.html,
    /Đã ghi: Yêu cầu bổ sung giấy tờ\..*Cần bổ sung: [^<]+; Giấy &lt;chứng&gt; sinh/su,
  );

  const fresh = await upload(paper, 'moi.pdf');
  const name = field.slice('field:'.length);
  const acted = await fetch(`${gateway.url}/v1/tracking/acts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code,
      factor: { kind: 'secret', value: receipt.secret },
      act: { id: randomUUID(), kind: 'supplement', answers: { [name]: 'Tên <Mới> Mẫu' }, files: [fresh] },
    }),
  });
  assert.equal(acted.status, 201, await acted.clone().text());
  const { html } = await one.open(`/desk/dossiers/${code}`);
  const [table] = /<table>.*?<\/table>/su.exec(html);
  const cells = [...table.matchAll(/<t[dh](?: [^>]*)?>(.*?)<\/t[dh]>/gsu)].map(([, cell]) =>
    unescaped(cell.replaceAll(/<\/?a[^>]*>/gu, '')).trim(),
  );
  assert.deepEqual(cells.slice(0, 3), ['Được yêu cầu', 'Trước đó', 'Đã bổ sung']);
  assert.deepEqual(cells.slice(4), [sample[person].name, 'Tên <Mới> Mẫu', paper, 'cu.pdf', 'moi.pdf']);
  assert.match(html.slice(0, html.indexOf('<ol class="history">')), /Tên &lt;Mới&gt; Mẫu/u);
  for (const { id } of [old, fresh]) assert.ok(table.includes(`/files/${id}`));
  assert.equal((await one.ask(`/desk/dossiers/${code}/files/${fresh.id}`)).status, 200);
});

/** A dossier on paper that reception has just taken in, and who follows it. */
async function onPaper(one) {
  const { form, papers, due } = await newPaper(one);
  const { code, secret } = codesIn((await one.submit(form, { ...BROUGHT, due, paper: [papers[0]] })).html);
  return { code, papers, told: () => lookUp(code, { kind: 'secret', value: secret }) };
}
const rowsOf = (code) => gateway.gateway.database.act((tables) => tables.history(code));

test('what was asked for and is brought to the counter is taken in there, and the dossier goes on', async () => {
  const [reception, processing] = [browser(), browser()];
  await reception.signIn(RECEPTION);
  await processing.signIn(PROCESSING);
  const { code, papers, told } = await onPaper(reception);
  const [, asked, other] = papers;
  await reception.act(code, 'process');
  await processing.act(code, 'ask-supplement', { note: 'Còn thiếu', part: [`paper:${asked}`] });
  assert.deepEqual((await told()).standing, { state: 5, resumesIn: 4 });
  // Only who stands at the counter takes in what is brought there.
  assert.equal(await processing.formFor(code, 'take-supplement'), undefined);
  const form = await reception.formFor(code, 'take-supplement');
  const page = unescaped((await reception.open(`/desk/dossiers/${code}`)).html);
  assert.ok(page.includes(`value="paper:${asked}"`));
  for (const [fields, words] of [
    [{}, /Hãy đánh dấu hoặc ghi những gì đã nhận/u],
    [{ papers: ' \n ' }, /Hãy đánh dấu hoặc ghi những gì đã nhận/u],
    [{ part: [`paper:${other}`] }, /không có mục hay giấy tờ vừa đánh dấu/u],
  ]) {
    const refused = await reception.submit(form, fields);
    assert.equal(refused.status, 409);
    assert.match(refused.html, words);
  }
  const taken = {
    part: [`paper:${asked}`],
    papers: ' Đơn viết tay\n',
    kept: 'original',
    note: 'Số 001 199 012 345',
  };
  const done = await reception.submit(form, taken);
  assert.match(done.html, /Đã ghi: Nhận bổ sung tại nơi tiếp nhận\./u);
  assert.match(done.html, /Cơ quan giữ: bản chính/u);
  // Sent twice it is done once.
  assert.equal((await reception.submit(form, taken)).status, 409);
  const rows = rowsOf(code).filter(({ act }) => act === 'take-supplement');
  assert.equal(rows.length, 1);
  assert.deepEqual([rows[0].actor, rows[0].by, rows[0].state], ['Cán bộ Mẫu 1', 'officer', 4]);

  const { standing, history, asks, due } = await told();
  assert.deepEqual(standing, { state: 4 });
  assert.equal(asks, undefined);
  assert.ok(due, 'its time goes on');
  const row = history.at(-1);
  assert.deepEqual([row.act, row.kept, row.note], ['take-supplement', 'original', 'Số *** *** *** ***']);
  assert.deepEqual(
    row.parts.map(({ label }) => label.vi),
    [asked, 'Đơn viết tay'],
  );
  assert.equal('actor' in row, false);
  // From where nothing is waited for it is refused by the table.
  const process = await reception.open(`/desk/dossiers/${code}`);
  assert.doesNotMatch(process.html, /value="take-supplement"/u);
  const hidden = { ...form.hidden, seen: String(rowsOf(code).length) };
  assert.match(
    (await reception.submit({ ...form, hidden }, taken)).html,
    /không làm được ở trạng thái hiện tại/u,
  );
  assert.match((await processing.act(code, 'finish')).html, /Đã ghi: Có kết quả/u);
});

test('a fee that nobody worked out is asked for by its amount, and taken at the counter', async () => {
  const [reception, processing] = [browser(), browser()];
  await reception.signIn(RECEPTION);
  await processing.signIn(PROCESSING);
  const { code, told } = await onPaper(reception);
  const form = await reception.formFor(code, 'ask-payment');
  for (const amount of ['', '0', '-5', 'năm mươi', '50.5', '1,5', '99999999999999']) {
    const refused = await reception.submit(form, { amount });
    assert.equal(refused.status, 409, amount);
    assert.match(refused.html, /Số tiền phải là số đồng chẵn/u, amount);
  }
  assert.equal((await told()).payment, undefined);
  assert.match((await reception.submit(form, { amount: '50.000 đ' })).html, /50\.000 đồng – đang chờ/u);
  const waiting = await told();
  assert.deepEqual(waiting.standing, { state: 6, resumesIn: 2 });
  assert.deepEqual([waiting.payment.amount, waiting.payment.state], [50_000, 'waiting']);
  assert.equal(waiting.payment.transfer.purpose, code);
  assert.deepEqual([waiting.asks.kind, waiting.asks.counter], ['payment', true]);

  assert.equal(await processing.formFor(code, 'take-payment'), undefined);
  assert.match((await reception.open(`/desk/dossiers/${code}`)).html, /đã thu đủ 50\.000 đồng/u);
  const take = await reception.formFor(code, 'take-payment');
  assert.match((await reception.submit(take)).html, /50\.000 đồng – đã nộp/u);
  assert.equal((await reception.submit(take)).status, 409);
  const paid = await told();
  assert.deepEqual([paid.standing, paid.payment.state], [{ state: 2 }, 'paid']);
  assert.deepEqual(
    paid.history.slice(-2).map(({ act, by }) => [act, by]),
    [
      ['ask-payment', 'officer'],
      ['take-payment', 'officer'],
    ],
  );
  assert.deepEqual(rowsOf(code).at(-1).actor, 'Cán bộ Mẫu 1');
  assert.equal(await reception.formFor(code, 'ask-payment'), undefined);
});

test('a fee that was worked out is the amount, whatever a form says', async () => {
  const { dossier, submission, fee } = await send();
  const one = browser();
  await one.signIn(RECEPTION);
  const form = await one.formFor(dossier, 'ask-payment');
  const refused = await one.submit(form, { amount: String(fee.total + 1) });
  assert.match(refused.html, /đúng mức phí/u);
  assert.equal(
    gateway.gateway.database.act((tables) => tables.payment(submission)),
    undefined,
  );
  await one.submit(form);
  assert.match((await one.act(dossier, 'take-payment')).html, /7\.000 đồng – đã nộp/u);
  const kept = gateway.gateway.database.act((tables) => tables.payment(submission));
  assert.deepEqual([kept.amount, kept.state], [fee.total, 'paid']);
});
