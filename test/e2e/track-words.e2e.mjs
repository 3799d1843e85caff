import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { axeFaults } from '../../scripts/axe-in-page.mjs';
import { readJson } from '../../scripts/files.mjs';
import { aPdf } from '../support/gateway-process.mjs';
import { fillAll, press, step, writeOnTag } from '../support/marriage-form.mjs';
import {
  serveTracked,
  citizen,
  doAct,
  file,
  leaveOut,
  MONDAY,
  officer,
  onMonday,
  open,
  PHONE,
  site,
  stage,
  update,
} from '../support/tracked-site.mjs';
import { unmarkedVietnamese, VIETNAMESE_LETTERS } from '../support/vietnamese-words.mjs';

/* The tracker in English, by keys alone, in forced colours, and what the help page says of it. */

serveTracked();

/** What is called so in every language: a law by its number. */
const NAMES = ['118/2025/NĐ-CP', 'QĐ-TTg'];
/** Every word of the tracker that is Vietnamese is said to be. */
const isAllEnglish = async (page) =>
  assert.deepEqual(
    await page.locator('dvc-status-tracker').evaluate(unmarkedVietnamese, [NAMES, VIETNAMESE_LETTERS]),
    [],
  );

// On that Monday: the date is reckoned, with its reasons, only in a year whose holidays are known.
test('in English, from the home page to the result, with the officers on another screen', () =>
  onMonday(() =>
    citizen(
      async (page, { asked }) => {
        await writeOnTag(page, { level: '4' });
        await page.goto(`${site.url}/en/index.html`);
        await page
          .getByRole('searchbox', { name: 'What do you need to do?' })
          .pressSequentially('giay xac nhan doc than');
        await page
          .getByRole('link', { name: /cấp Giấy xác nhận tình trạng hôn nhân/u })
          .first()
          .click();
        await page.getByRole('link', { name: /^Apply/u }).click();
        await step(page, 'Get ready');
        await fillAll(page, 'en');
        await press(page, 'Continue');
        await step(page, 'Papers');
        await press(page, 'Continue');
        await step(page, 'How to get the result');
        await page.getByRole('radio', { name: 'Electronically, online' }).check();
        await press(page, 'Continue');
        await step(page, 'Check');
        await press(page, 'Send the application');
        await step(page, 'Receipt');
        const text = await page.locator('dvc-form-steps article').innerText();
        const [dossier] = /H00\.00-\d{6}-\d{4}/u.exec(text);
        const [secret] = /[0-9A-Z]{5}[ -]?[0-9A-Z]{5}(?=\s)/u.exec(text.replaceAll(dossier, ''));

        await page.getByRole('link', { name: 'Follow this dossier' }).click();
        await page.waitForURL(/\/en\/theo-doi\.html/u);
        await page.getByLabel('Secret code or last 4 digits').fill(secret);
        await press(page, 'Show my dossier');
        await stage(page, 'Sent, not yet received');
        await page.getByText('How the date is reckoned').waitFor();
        await isAllEnglish(page);
        const result = aPdf(5000);
        await officer('tiep-nhan', async (desk) => {
          await doAct(desk, dossier, 'Tiếp nhận');
          await stage(page, 'Received');
          await doAct(desk, dossier, 'Yêu cầu bổ sung giấy tờ', { note: 'Thiếu trang 2' });
          await stage(page, 'Something is asked of you');
        });
        await page.getByText('What has happened').click();
        await isAllEnglish(page);
        await press(page, 'Send it now');
        await page.getByLabel('Message to the office').fill('Gửi lại trang 2');
        await press(page, 'Send it');
        await stage(page, 'Received');
        await officer('tiep-nhan', (desk) => doAct(desk, dossier, 'Chuyển xử lý'));
        await stage(page, 'Being processed');
        await page
          .getByText(/Bộ phận chuyên môn/u)
          .first()
          .waitFor();
        await isAllEnglish(page);
        await officer('xu-ly', (desk) => doAct(desk, dossier, 'Có kết quả', { result }));
        await stage(page, 'The result is ready');
        await press(page, 'Download the result');
        const download = page.waitForEvent('download');
        await press(page, 'Download');
        assert.deepEqual(readFileSync(await (await download).path()), result);
        await isAllEnglish(page);
        for (const { url } of asked) assert.ok(!url.includes(secret.replace(/[ -]/u, '')), url);
      },
      { language: 'en' },
    ),
  ));

for (const [language, heading, link] of [
  ['vi', 'Theo dõi hồ sơ đã nộp', 'trang Theo dõi'],
  ['en', 'Follow what you filed', 'Track'],
])
  test(`the help page tells how a dossier is followed, in the words of the tracker, and leads there: ${language}`, () =>
    citizen(
      async (page, { path }) => {
        await page.goto(site.url + path.replace('theo-doi', 'tro-giup'));
        const card = page.locator('.card', { has: page.getByRole('heading', { name: heading }) });
        const words = await card.innerText();
        const { 'do.ask-late': button } = readJson(`locales/${language}/tracker.json`);
        assert.ok(words.includes(button), button);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
        await card.getByRole('link', { name: link, exact: true }).click();
        await page.waitForURL(site.url + path);
        await page.locator('dvc-status-tracker').getByRole('textbox').first().waitFor();
      },
      { language },
    ));

/** What is painted of each of these: the contrast of its letters and of its edge to the ground, and how it looks. */
const paintOf = (page, selector) =>
  page.locator('dvc-status-tracker').evaluate((element, wanted) => {
    const channels = (color) => (color.match(/[\d.]+/gu) ?? []).map(Number);
    const isSeen = (color) => channels(color)[3] !== 0;
    const light = (color) => {
      const [red, green, blue] = channels(color).map((value) => {
        const part = value / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
      const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const ground = (at) => {
      for (let node = at; node; node = node.parentElement ?? node.getRootNode().host) {
        const { backgroundColor } = getComputedStyle(node);
        if (isSeen(backgroundColor)) return backgroundColor;
      }
      return 'rgb(0, 0, 0)';
    };
    return [...element.shadowRoot.querySelectorAll(wanted)].map((node) => {
      const { color, fontWeight, borderTopColor, borderTopWidth, borderTopStyle, backgroundColor } =
        getComputedStyle(node);
      const around = ground(node.parentElement);
      const edge =
        borderTopStyle === 'none' || borderTopWidth === '0px' ? 1 : contrast(borderTopColor, around);
      return {
        text: node.textContent.trim(),
        hasIcon: node.querySelector('svg') !== null,
        letters: contrast(color, ground(node)),
        /** Of its shape to what is around it: by an edge, or by its own ground. */
        shape: Math.max(edge, isSeen(backgroundColor) ? contrast(backgroundColor, around) : 1),
        look: [color, backgroundColor, borderTopColor, borderTopStyle, borderTopWidth, fontWeight].join(),
      };
    });
  }, selector);

for (const colorScheme of ['light', 'dark'])
  test(`in forced colours, ${colorScheme}, the stage, how far it is, and what is late or waits are told apart`, () =>
    onMonday((goOn) =>
      citizen(
        async (page, { faults }) => {
          await page.clock.setFixedTime(MONDAY);
          const receipt = await file();
          const { dossier } = receipt;
          await open(page, receipt);
          await stage(page, 'Đã gửi, chờ tiếp nhận');
          const head = async (words) => {
            const [[name], [box], [now], others] = await Promise.all(
              ['.stage', '.head', '.now', '.facts li'].map((one) => paintOf(page, one)),
            );
            assert.equal(name.text, words);
            assert.ok(name.letters >= 7, `the stage: ${name.letters}`);
            assert.ok(box.shape >= 3 && now.shape >= 3, `the boxes: ${box.shape}, ${now.shape}`);
            for (const { text, letters } of others) assert.ok(letters >= 7, `${text}: ${letters}`);
            const [icon] = await paintOf(page, '.now-title');
            assert.ok(icon.hasIcon && icon.letters >= 7);
          };
          await head('Đã gửi, chờ tiếp nhận');
          await officer('tiep-nhan', async (desk) => {
            await doAct(desk, dossier, 'Tiếp nhận');
            await stage(page, 'Đã được tiếp nhận');
            await head('Đã được tiếp nhận');
            const [[done], [current], [expected]] = await Promise.all(
              ['.done', ':not(.done)[aria-current]', '.expected'].map((one) =>
                paintOf(page, `.path ${one} .dot`),
              ),
            );
            for (const [name, dot] of Object.entries({ done, current, expected })) {
              assert.ok(dot.letters >= 4.5, `${name}, its sign: ${dot.letters}`);
              assert.ok(dot.shape >= 3, `${name}, its shape: ${dot.shape}`);
            }
            assert.equal(new Set([done.look, current.look, expected.look]).size, 3, 'two look alike');
            assert.deepEqual([done.hasIcon, current.hasIcon, expected.hasIcon], [true, false, false]);
            // By words too, for whom no shape says anything.
            const when = (await paintOf(page, '.path .step-when')).map(({ text }) => text);
            assert.match(when.join(' | '), /đang ở đây.*dự kiến/iu);
            const beside = await page.locator('dvc-status-tracker .time').innerText();
            goOn(14 * 86_400_000);
            await update(page);
            await page.locator('dvc-status-tracker .is-late').waitFor();
            const [late] = await paintOf(page, '.is-late');
            assert.ok(late.letters >= 7, `what is late: ${late.letters}`);
            assert.match(late.text, /^(?:Trễ|Đã quá)/u);
            assert.notEqual(late.text, beside);
            await head('Đã được tiếp nhận');
            goOn(0);
            await doAct(desk, dossier, 'Yêu cầu bổ sung giấy tờ', { note: 'Thiếu trang 2' });
          });
          await stage(page, 'Cần bạn bổ sung');
          await head('Cần bạn bổ sung');
          const [button] = await paintOf(page, '.now .button');
          assert.ok(button.letters >= 4.5 && button.shape >= 3, JSON.stringify(button));
          leaveOut(faults);
        },
        { options: { forcedColors: 'active', colorScheme } },
      ),
    ));

test('by keys alone, in English, on a wide screen', () =>
  citizen(
    async (page, { path }) => {
      const receipt = await file();
      await page.goto(`${site.url}${path}#ma=${receipt.dossier}`);
      await page.getByLabel('Secret code or last 4 digits').focus();
      await page.keyboard.type(receipt.secret.toLowerCase());
      await page.keyboard.press('Enter');
      await page
        .locator('dvc-status-tracker')
        .getByRole('heading', { name: 'Sent, not yet received' })
        .waitFor();
      assert.deepEqual(await axeFaults(page), []);
      await page.emulateMedia({ media: 'print' });
      await page.getByText(`Dossier ${receipt.dossier}`).waitFor();
      assert.equal(await page.getByRole('button', { name: 'Another dossier' }).isVisible(), false);
    },
    { language: 'en', options: { viewport: { width: 1280, height: 900 } } },
  ));
