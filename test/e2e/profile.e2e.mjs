import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { serveSite } from '../../scripts/start.mjs';
import { press, step, writeOnTag } from '../support/marriage-form.mjs';
import { launchWatchedProfile } from '../support/watched-browser.mjs';

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

/** Files below a folder in which one of the texts stands. */
const filesWith = (folder, text) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return shapesOf(text).some((shape) => bytes.includes(shape));
    });

test('on a shared computer nothing that was typed is in the files of the browser, before “Kết thúc” or after', async () => {
  const server = await serveSite(0);
  const profile = mkdtempSync(join(tmpdir(), 'dvc-profile-'));
  const open = () => launchWatchedProfile(profile);
  const typed = { 'Họ, chữ đệm, tên': 'Zacanarytyped', 'Số định danh cá nhân (căn cước)': '000197315982' };
  try {
    for (const isEnded of [false, true]) {
      const context = await open();
      const page = await context.newPage();
      await writeOnTag(page, { level: '4', device: 'shared' });
      await page.goto(`${server.url}/nop-ho-so.html?ma=1.004873`);
      await step(page, 'Chuẩn bị');
      // What a page may keep in the open is found: otherwise the search below would find nothing anywhere.
      await page.evaluate(() => localStorage.setItem('seen', 'Zacanaryopen'));
      await press(page, 'Bắt đầu');
      for (const [label, text] of Object.entries(typed)) await page.getByLabel(label).fill(text);
      await page.getByText(/Đã lưu/u).waitFor();
      if (isEnded) {
        await press(page, 'Kết thúc');
        await page.locator('form').getByText('Đã xoá hết').waitFor();
      }
      await context.close();
      assert.notEqual(filesWith(profile, 'Zacanaryopen').length, 0);
      for (const text of Object.values(typed)) assert.deepEqual(filesWith(profile, text), []);
    }
  } finally {
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
