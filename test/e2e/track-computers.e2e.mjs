import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comesToHold, fillAll, press, step, writeOnTag } from '../support/marriage-form.mjs';
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

/* Whose computer it is: what stays on one’s own, and that nothing stays on one that others use. */

serveTracked();

test('the code that was typed is there after a reload, in the other language and behind the Back button', () =>
  citizen(async (page, { asked }) => {
    const { dossier } = await file();
    await page.goto(`${site.url}/theo-doi.html`);
    const box = (label) => page.getByLabel(label, { exact: true });
    await box('Mã hồ sơ').pressSequentially(dossier);
    await page.reload();
    await comesToHold(box('Mã hồ sơ'), dossier);
    await page.getByRole('link', { name: 'English' }).click();
    await comesToHold(box('Dossier code'), dossier);
    await page.getByRole('link', { name: 'Help', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Follow what you filed' }).waitFor();
    await page.goBack();
    await comesToHold(box('Dossier code'), dossier);
    for (const { url } of asked) assert.ok(!url.replace(/#.*$/u, '').includes(dossier), url);
  }));

test('on a shared computer nothing is left after “end”: not by Back, not by a reload', () =>
  citizen(async (page) => {
    const receipt = await file();
    await page.addInitScript(() => {
      new MutationObserver(() =>
        document.querySelector('dvc-status-tracker')?.setAttribute('device', 'shared'),
      ).observe(document, { childList: true, subtree: true });
    });
    await open(page, receipt);
    await stage(page, 'Đã gửi, chờ tiếp nhận');
    await page.getByRole('button', { name: 'Kết thúc, xóa khỏi màn hình' }).click();
    await page.getByText('Đã xóa.').first().waitFor();
    assert.equal(page.url().includes(receipt.dossier), false);
    await page.goto(`${site.url}/tro-giup.html`);
    await page.goBack();
    assert.equal(await page.getByLabel('Mã hồ sơ').inputValue(), '');
    await tellsNothingOf(page, receipt.dossier);
  }));

/** What somebody sees of a tracker, and what stands in its boxes. */
const shownIn = (page) =>
  page
    .locator('dvc-status-tracker')
    .evaluate(({ shadowRoot }) =>
      [
        shadowRoot.textContent,
        ...[...shadowRoot.querySelectorAll('input, textarea')].map(({ value }) => value),
      ].join(' '),
    );

async function tellsNothingOf(page, ...secrets) {
  const shown = await shownIn(page);
  assert.ok(shown.includes('Mã hồ sơ') || shown.includes('Dossier code'), shown);
  for (const secret of secrets) assert.equal(shown.includes(secret), false, secret);
}

for (const [how, leave] of Object.entries({
  'by “end”': async (page) => {
    await press(page, 'Kết thúc, xóa khỏi màn hình');
    await page.getByText('Đã xóa.').first().waitFor();
  },
  'by going elsewhere': () => undefined,
}))
  test(`at the counter what was left ${how} comes back by no button of the browser`, () =>
    citizen(async (page) => {
      const { dossier, secret } = await file();
      await page.goto(`${site.url}/tai-quay.html`);
      await page.goto(`${site.url}/theo-doi-tai-quay.html#ma=${dossier}`);
      await page.getByLabel('Mã bí mật hoặc 4 số cuối').fill(secret);
      await press(page, 'Xem hồ sơ');
      await stage(page, 'Đã gửi, chờ tiếp nhận');
      // A page that the browser puts aside whole is shown again just as it was when it was left.
      await page.evaluate(() => {
        window.addEventListener('pagehide', () => {
          const tracker = document.querySelector('dvc-status-tracker');
          void tracker.updateComplete.then(() =>
            sessionStorage.setItem('aside', tracker.shadowRoot.textContent),
          );
        });
      });
      await leave(page);
      const help = () => page.getByRole('heading', { name: 'Trợ giúp', exact: true }).waitFor();
      await page.getByRole('link', { name: 'Trợ giúp', exact: true }).click();
      await help();
      const aside = await page.evaluate(() => sessionStorage.getItem('aside'));
      assert.match(aside, /Mã hồ sơ/u);
      for (const told of [dossier, secret]) assert.equal(aside.includes(told), false, told);
      await page.evaluate(() => sessionStorage.clear());

      const empty = async () => {
        await page.getByLabel('Mã hồ sơ').waitFor();
        await tellsNothingOf(page, dossier, secret);
        assert.equal(page.url(), `${site.url}/theo-doi-tai-quay.html`);
      };
      await page.goBack();
      await empty();
      await page.goBack();
      await page.waitForURL(`${site.url}/tai-quay.html`);
      await page.goForward();
      await empty();
      await page.reload();
      await empty();
    }));

test('what is followed opens at once on the next visit, also where the gateway cannot be reached', () =>
  citizen(async (page, { context, faults }) => {
    const receipt = await file();
    await open(page, receipt);
    await stage(page, 'Đã gửi, chờ tiếp nhận');
    await page.getByRole('button', { name: 'Theo dõi trên máy này' }).click();
    await page.getByText('Đang theo dõi trên máy này.').first().waitFor();
    await context.route('**/v1/tracking', (route) => route.abort());
    await page.goto(`${site.url}/theo-doi.html`);
    await page.getByRole('button', { name: new RegExp(`^Mở ${receipt.dossier}`, 'u') }).click();
    await page.getByText(/chưa hỏi lại được/u).waitFor();
    await stage(page, 'Đã gửi, chờ tiếp nhận');
    leaveOut(faults);
  }));

/** How many things any place of this site holds in the browser. */
const keptIn = (page) =>
  page.evaluate(async () => {
    const count = async (name) => {
      const database = await new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const counts = [...database.objectStoreNames].map(
        (store) =>
          new Promise((resolve) => {
            const request = database.transaction(store).objectStore(store).count();
            request.onsuccess = () => resolve(request.result);
          }),
      );
      database.close();
      return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0);
    };
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const counts = await Promise.all(names.map(async (name) => [name, await count(name)]));
    return {
      texts: { ...localStorage, ...sessionStorage },
      stores: Object.fromEntries(counts.filter(([, held]) => held > 0)),
    };
  });

for (const [language, words] of Object.entries({
  vi: {
    helper: 'Họ tên người khai giúp',
    role: 'Chức vụ hoặc quan hệ',
    agreed: /Người dân đã nghe giải thích/u,
    next: 'Tiếp tục',
    papers: 'Giấy tờ đính kèm',
    delivery: 'Nhận kết quả',
    online: 'Nhận bản điện tử trên mạng',
    check: 'Kiểm tra lại',
    send: 'Gửi hồ sơ',
    receipt: 'Giấy biên nhận',
    track: 'Theo dõi hồ sơ này',
    factor: 'Mã bí mật hoặc 4 số cuối',
    show: 'Xem hồ sơ',
    sent: 'Đã gửi, chờ tiếp nhận',
    asked: 'Cần bạn bổ sung',
    supplement: 'Bổ sung ngay',
    note: 'Lời nhắn cho cơ quan',
    keepsNothing: /Máy này không giữ gì/u,
    follow: 'Theo dõi trên máy này',
    update: 'Cập nhật',
    end: 'Kết thúc, xóa khỏi màn hình',
    ended: 'Đã xóa. Người sau không thấy gì của bạn.',
  },
  en: {
    helper: 'Name of the helper',
    role: 'Position or relation',
    agreed: /agree/u,
    next: 'Continue',
    papers: 'Papers',
    delivery: 'How to get the result',
    online: 'Electronically, online',
    check: 'Check',
    send: 'Send the application',
    receipt: 'Receipt',
    track: 'Follow this dossier',
    factor: 'Secret code or last 4 digits',
    show: 'Show my dossier',
    sent: 'Sent, not yet received',
    asked: 'Something is asked of you',
    supplement: 'Send it now',
    note: 'Message to the office',
    keepsNothing: /This device keeps nothing/u,
    follow: 'Follow on this device',
    update: 'Update',
    end: 'End, clear the screen',
    ended: 'Cleared. The next person sees nothing of yours.',
  },
}))
  test(`from the receipt at the counter to the tracker, which keeps nothing on that computer: ${language}`, () =>
    citizen(
      async (page) => {
        await writeOnTag(page, { level: '4' });
        const home = language === 'en' ? `${site.url}/en` : site.url;
        await page.goto(`${home}/tai-quay.html?ma=1.004873`);
        await page.getByLabel(words.helper).fill('Cán bộ Mẫu');
        await page.getByLabel(words.role).fill('Công chức Mẫu');
        await page.getByRole('checkbox', { name: words.agreed }).check();
        await fillAll(page, language);
        await press(page, words.next);
        await step(page, words.papers);
        await press(page, words.next);
        await step(page, words.delivery);
        await page.getByRole('radio', { name: words.online }).check();
        await press(page, words.next);
        await step(page, words.check);
        await press(page, words.send);
        await step(page, words.receipt);
        const text = await page.locator('dvc-form-steps article').innerText();
        const [dossier] = /H00\.00-\d{6}-\d{4}/u.exec(text);
        const [secret] = /[0-9A-Z]{5}[ -]?[0-9A-Z]{5}(?=\s)/u.exec(text.replaceAll(dossier, ''));

        await page.getByRole('link', { name: words.track }).click();
        await page.waitForURL(`${home}/theo-doi-tai-quay.html#ma=${dossier}`);
        // What the page keeps of catalogues is written once they have come.
        await page.getByLabel(words.factor).waitFor();
        await page.waitForLoadState('networkidle');
        const before = await keptIn(page);
        await page.getByLabel(words.factor).fill(secret);
        await press(page, words.show);
        await stage(page, words.sent);
        await officer('tiep-nhan', (desk) =>
          doAct(desk, dossier, 'Yêu cầu bổ sung giấy tờ', { note: 'Thiếu trang 2' }),
        );
        await stage(page, words.asked);
        await press(page, words.supplement);
        await page.getByLabel(words.note).fill('Zacanary');
        await page.getByText(words.keepsNothing).waitFor();
        assert.equal(await page.getByRole('button', { name: words.follow }).count(), 0);

        await press(page, words.end);
        await page.getByText(words.ended).first().waitFor();
        assert.equal(page.url(), `${home}/theo-doi-tai-quay.html`);
        assert.deepEqual(await keptIn(page), before);
        // Neither Back nor a reload has it.
        await page.reload();
        await page.getByLabel(words.factor).waitFor();
        await tellsNothingOf(page, dossier, secret, 'Zacanary');
      },
      { language },
    ));
