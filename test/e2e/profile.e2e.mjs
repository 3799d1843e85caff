import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { press, step, writeOnTag } from '../support/marriage-form.mjs';
import { doAct, file, officer, serveTracked, site, stage } from '../support/tracked-site.mjs';
import { launchWatchedProfile } from '../support/watched-browser.mjs';

/* What is in the files of a browser's own profile once it is closed: what somebody finds who gets at the disk. */

serveTracked();

/** Every way in which a text may stand in a file as it is: bytes of both encodings, and base64 at any offset. */
function shapesOf(text) {
  const plain = Buffer.from(text);
  const coded = [0, 1, 2].map((offset) => {
    const base64 = Buffer.concat([Buffer.alloc(offset), plain]).toString('base64');
    // The letters at both ends depend on what stands beside the text.
    return Buffer.from(base64.slice(offset === 0 ? 0 : 4, -4));
  });
  return [plain, Buffer.from(text, 'utf16le'), ...coded];
}

/** What the browser takes away while it is looked through is no longer there. */
function contentOf(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return Buffer.alloc(0);
  }
}

/** Files below a folder in which one of the texts stands. */
const filesWith = (folder, text) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => {
      const bytes = contentOf(file);
      return shapesOf(text).some((shape) => bytes.includes(shape));
    });

const newProfile = () => mkdtempSync(join(tmpdir(), 'dvc-profile-'));

test('on a shared computer nothing that was typed is in the files of the browser, before “Kết thúc” or after', async () => {
  const profile = newProfile();
  const typed = { 'Họ, chữ đệm, tên': 'Zacanarytyped', 'Số định danh cá nhân (căn cước)': '000197315982' };
  try {
    for (const isEnded of [false, true]) {
      const context = await launchWatchedProfile(profile);
      const page = await context.newPage();
      await writeOnTag(page, { level: '4', device: 'shared' });
      await page.goto(`${site.url}/nop-ho-so.html?ma=1.004873`);
      await step(page, 'Chuẩn bị');
      // What a page may keep in the open is found: otherwise the search below would find nothing anywhere.
      await page.evaluate(() => localStorage.setItem('seen', 'Zacanaryopen'));
      await press(page, 'Bắt đầu');
      for (const [label, text] of Object.entries(typed)) await page.getByLabel(label).fill(text);
      await page.getByText(/Đã lưu/u).waitFor();
      if (isEnded) {
        await press(page, 'Kết thúc');
        await page.locator('form').getByText('Đã xóa hết').waitFor();
      }
      await context.close();
      assert.notEqual(filesWith(profile, 'Zacanaryopen').length, 0);
      for (const text of Object.values(typed)) assert.deepEqual(filesWith(profile, text), []);
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** What the office wrote, and what its applicant began to answer. */
const REASON = 'Zacanaryreason';
const NOTE = 'Zacanarynote';

/** A dossier of which the office asks something. */
async function askedOf() {
  const { dossier, secret } = await file();
  await officer('tiep-nhan', (desk) => doAct(desk, dossier, 'Yêu cầu bổ sung giấy tờ', { note: REASON }));
  const bare = (text) => text.replace(/[^0-9A-Z]/giu, '');
  return { dossier, secret, codes: [dossier, bare(dossier)], others: [secret, bare(secret), REASON, NOTE] };
}

/** Opens it on a tracker, and writes a note to the office without sending it. */
async function answerIn(page, path, { dossier, secret }) {
  await page.goto(site.url + path);
  await page.getByLabel('Mã hồ sơ').waitFor();
  await page.evaluate(() => localStorage.setItem('seen', 'Zacanaryopen'));
  await page.getByLabel('Mã hồ sơ').pressSequentially(dossier);
  await page.getByLabel('Mã bí mật hoặc 4 số cuối').fill(secret);
  await press(page, 'Xem hồ sơ');
  await stage(page, 'Cần bạn bổ sung');
  await page.getByText(REASON).first().waitFor();
  await press(page, 'Bổ sung ngay');
  await page.getByLabel('Lời nhắn cho cơ quan').fill(NOTE);
}

test('at the counter nothing of a dossier is in the files of the browser, before the screen is cleared or after', async () => {
  const profile = newProfile();
  try {
    for (const isEnded of [false, true]) {
      const asked = await askedOf();
      const context = await launchWatchedProfile(profile);
      const page = await context.newPage();
      await answerIn(page, '/theo-doi-tai-quay.html', asked);
      await page.getByText(/Máy này không giữ gì/u).waitFor();
      if (isEnded) {
        await press(page, 'Kết thúc, xóa khỏi màn hình');
        await page.getByText('Đã xóa. Người sau không thấy gì của bạn.').first().waitFor();
      }
      await context.close();
      assert.notEqual(filesWith(profile, 'Zacanaryopen').length, 0);
      for (const text of [...asked.codes, ...asked.others])
        assert.deepEqual(filesWith(profile, text), [], text);
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('on one’s own computer a followed dossier is kept, and nothing but its code can be read in the files of the browser', async () => {
  const profile = newProfile();
  const asked = await askedOf();
  const visit = async (act) => {
    const context = await launchWatchedProfile(profile);
    await act(await context.newPage());
    await context.close();
  };
  try {
    await visit(async (page) => {
      await answerIn(page, '/theo-doi.html', asked);
      await page.getByText(/được khóa và giữ trên máy này/u).waitFor();
      await press(page, 'Theo dõi trên máy này');
      await page.getByText('Đang theo dõi trên máy này.').first().waitFor();
    });
    assert.notEqual(filesWith(profile, 'Zacanaryopen').length, 0);
    for (const text of asked.others) assert.deepEqual(filesWith(profile, text), [], text);
    // The browser's list of visited pages has the code, which is in the address; what the page keeps has it not.
    for (const text of asked.codes)
      for (const path of filesWith(profile, text))
        assert.match(path, /\/(?:History|Sessions|Top Sites|Shortcuts)\b[^/]*(?:\/[^/]+)?$/u);
    // It is there nevertheless.
    await visit(async (page) => {
      await page.goto(`${site.url}/theo-doi.html`);
      await page.getByRole('button', { name: new RegExp(`^Mở ${asked.dossier}`, 'u') }).click();
      await stage(page, 'Cần bạn bổ sung');
    });
    for (const text of asked.others) assert.deepEqual(filesWith(profile, text), [], text);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
