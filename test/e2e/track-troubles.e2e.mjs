import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { axeFaults } from '../../scripts/axe-in-page.mjs';
import { readJson } from '../../scripts/files.mjs';
import { serveSite } from '../../scripts/start.mjs';
import {
  serveTracked,
  citizen,
  doAct,
  file,
  leaveOut,
  officer,
  open,
  site,
  stage,
} from '../support/tracked-site.mjs';

/* A dossier that is followed while something goes wrong: lost answers, guesses, a line that breaks. */

serveTracked();

test('an act whose answer is lost is done once, and asked about until it is known', () =>
  citizen(async (page, { context, faults }) => {
    const receipt = await file();
    await officer('tiep-nhan', (desk) =>
      doAct(desk, receipt.dossier, 'Yêu cầu bổ sung giấy tờ', { note: 'Thiếu trang 2' }),
    );
    await open(page, receipt);
    await stage(page, 'Cần bạn bổ sung');
    let arrives = false;
    const ids = [];
    await context.route('**/v1/tracking/acts', async (route) => {
      ids.push(route.request().postDataJSON().act.id);
      // What arrives is answered, and nobody hears the answer.
      if (arrives) await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Bổ sung ngay' }).click();
    await page.getByLabel('Lời nhắn cho cơ quan').fill('Đã gửi lại');
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click();
    await page.getByText(/Chưa biết đã tới hay chưa/u).waitFor();
    arrives = true;
    await page.getByRole('button', { name: 'Hỏi lại', exact: true }).click();
    await page
      .getByText(/Nơi tiếp nhận đã nhận bổ sung/u)
      .first()
      .waitFor();
    assert.ok(ids.length > 2);
    assert.equal(new Set(ids).size, 1);
    await page.getByText('Đã có những gì').click();
    assert.equal(await page.locator('.history li', { hasText: 'Đã gửi lại' }).count(), 1);
    // The browser itself tells of each request that was cut.
    leaveOut(faults);
  }));

test('who guesses does work, sees why the page waits, and the receipt opens the dossier all the same', () =>
  citizen(async (page, { faults }) => {
    const receipt = await file();
    const worked = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/v1/tracking')) worked.push('work' in request.postDataJSON());
    });
    const words = page.getByText('Đang kiểm tra chống dò mã');
    for (let one = 0; one < 6; one += 1) {
      await open(page, receipt, `99${one}0`);
      await page.getByText('Không tìm thấy hồ sơ với hai thông tin này.').waitFor();
      // What was said for who does not see stays said until there is something new.
      assert.equal(await words.count(), one < 5 ? 0 : 1, `guess ${one}`);
      await page.goto('about:blank');
    }
    await open(page, receipt);
    await stage(page, 'Đã gửi, chờ tiếp nhận');
    // Five guesses, the sixth before its work and after, and the secret without any.
    assert.deepEqual(worked, [...Array(6).fill(false), true, false]);
    leaveOut(faults);
  }));

test('behind the address of somebody who guesses, people work for a moment without a word from them, and get in', () =>
  citizen(async (page, { faults }) => {
    // A gateway of its own: the others would work as well.
    const own = await serveSite(0);
    try {
      const url = `${own.url}/gateway/v1`;
      const send = (path, method, body) =>
        fetch(url + path, {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      const sent = await send(
        `/submissions/${randomUUID()}`,
        'PUT',
        readJson('examples/gateway/sample/submission.json'),
      );
      const { dossier, secret } = await sent.json();
      const statuses = [];
      for (let one = 0; one < 40; one += 1) {
        const factor = { kind: 'last4', value: String(3000 + one) };
        const { status } = await send('/tracking', 'POST', { code: `H00.00-261102-${1000 + one}`, factor });
        statuses.push(status);
      }
      assert.deepEqual([statuses[0], statuses.at(-1)], [200, 429]);
      const digits = String(readJson('examples/gateway/sample/submission.json').answers.phone).slice(-4);
      for (const factor of [secret, digits]) {
        const asked = [];
        page.on('request', (request) => {
          if (request.url().endsWith('/v1/tracking')) asked.push('work' in request.postDataJSON());
        });
        await page.goto(`${own.url}/theo-doi.html#ma=${dossier}`);
        await page.reload();
        await page.getByLabel('Mã bí mật hoặc 4 số cuối').fill(factor);
        // What changes is asked for without work: where that is wanted, the plan goes on instead.
        const listens = page.waitForResponse((answer) => answer.url().endsWith('/v1/tracking/changes'));
        await page.getByRole('button', { name: 'Xem hồ sơ', exact: true }).click();
        await stage(page, 'Đã gửi, chờ tiếp nhận');
        assert.equal((await listens).status(), 429);
        // It was asked for work and did it; nobody pressed anything twice.
        assert.deepEqual(asked.slice(0, 2), [false, true]);
        page.removeAllListeners('request');
      }
    } finally {
      await own.close();
    }
    leaveOut(faults);
  }));

test('where the rest does not come, what matters first is there, and the rest can be fetched once more', () =>
  citizen(async (page, { context, faults }) => {
    const receipt = await file();
    const rest = /\/chunks\/late-[^/]*\.js$/u;
    await context.route(rest, (route) => route.abort());
    await open(page, receipt);
    await stage(page, 'Đã gửi, chờ tiếp nhận');
    await page.getByText('Chưa tải được phần này.').first().waitFor();
    assert.deepEqual(await axeFaults(page), []);
    await context.unroute(rest);
    await page.getByRole('button', { name: 'Thử lại' }).first().click();
    await page.getByText('Đã có những gì').waitFor();
    leaveOut(faults);
  }));

test('who only looks fetches nothing of what is done with a dossier; where that does not come, it can be fetched once more', () =>
  citizen(async (page, { context, faults }) => {
    const receipt = await file();
    const fetched = [];
    page.on('request', (request) => fetched.push(request.url()));
    const acting = /\/chunks\/acting-[^/]*\.js$/u;
    await context.route(acting, (route) => route.abort());
    await open(page, receipt);
    await page.getByText('Đã có những gì').click();
    await page.getByText('Người nộp, ').waitFor();
    assert.ok(fetched.some((url) => /\/chunks\/late-/u.test(url)));
    assert.deepEqual(
      fetched.filter((url) => acting.test(url)),
      [],
    );
    await page.getByRole('button', { name: 'Rút hồ sơ' }).click();
    await page.getByText('Chưa tải được phần này.').waitFor();
    assert.deepEqual(await axeFaults(page), []);
    await context.unroute(acting);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByText('Rút hồ sơ này?').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement?.id), 'panel');
    leaveOut(faults);
  }));

test('what was typed for a request that is over is lost by no line that breaks before it is shown', () =>
  citizen(async (page, { context, faults }) => {
    const receipt = await file();
    let wanted;
    await officer('tiep-nhan', async (desk) => {
      await desk.goto(`${site.url}/gateway/desk/dossiers/${receipt.dossier}`);
      const box = desk.locator('[name="part"][value^="paper:"]').first();
      wanted = (await box.getAttribute('value')).slice('paper:'.length);
      await doAct(desk, receipt.dossier, 'Yêu cầu bổ sung giấy tờ', { note: 'Còn thiếu', ticks: [wanted] });
    });
    const begin = async () => {
      await open(page, receipt);
      await page.getByRole('button', { name: 'Bổ sung ngay' }).click();
      await page.getByLabel('Lời nhắn cho cơ quan').waitFor();
    };
    await begin();
    await page.getByLabel('Lời nhắn cho cơ quan').fill('Mai tôi mang bản chính');
    await page.getByRole('button', { name: 'Xem hồ sơ khác' }).click();
    await page.getByLabel('Mã hồ sơ').fill(receipt.dossier);
    await begin();
    // So it is on the disk.
    await page.getByText('Đã lấy lại những gì bạn gõ lần trước.').waitFor();
    await officer('tiep-nhan', (desk) =>
      doAct(desk, receipt.dossier, 'Nhận bổ sung tại nơi tiếp nhận', { ticks: [wanted], kept: 'bản chính' }),
    );
    const acting = /\/chunks\/acting-[^/]*\.js$/u;
    await context.route(acting, (route) => route.abort());
    await page.reload();
    await open(page, receipt);
    await page.getByText('Chưa tải được phần này.').waitFor();
    await context.unroute(acting);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByText('Những gì bạn gõ ở đây lần trước chưa được gửi.').first().waitFor();
    assert.equal(await page.getByLabel('Những gì bạn đã gõ').inputValue(), 'Mai tôi mang bản chính');
    leaveOut(faults);
  }));
