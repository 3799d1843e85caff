import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applicationSite } from '../support/application-site.mjs';
import { step } from '../support/marriage-form.mjs';

/* Each level and each way from its first step to its last, on a phone, by keyboard alone, in both languages. */

const { visit, kept } = applicationSite();

/** Somebody without a pointer: Tab, Space, Enter and letters; nothing sticks out of the screen on the way. */
function byKeys(page) {
  /** What has focus, through shadow roots: its role and name. */
  const focused = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const root = element?.getRootNode();
      const label = element?.id && root.querySelector(`label[for="${element.id}"]`);
      const name = label || element?.closest('label') || element;
      return `${element?.tagName.toLowerCase() ?? ''} ${element?.getAttribute('aria-label') ?? name?.textContent ?? ''}`
        .replace(/\s+/gu, ' ')
        .trim();
    });
  const tabTo = async (wanted) => {
    for (let times = 0; times < 60; times += 1) {
      await page.keyboard.press('Tab');
      const now = await focused();
      assert.ok(!now.startsWith('body') || times > 0, 'focus was lost');
      if (wanted.test(now)) return;
    }
    assert.fail(`Tab never comes to ${wanted}; it is at ${await focused()}`);
  };
  const typeInto = async (wanted, text) => {
    await tabTo(wanted);
    await page.keyboard.type(text);
  };
  const press = async (key, wanted) => {
    await tabTo(wanted);
    await page.keyboard.press(key);
  };
  return {
    tabTo,
    typeInto,
    choose: (wanted) => press('Space', wanted),
    goOn: (wanted) => press('Enter', wanted),
    /** Waits until focus is at one of these; tells whether it is the last of them. */
    async isAt(...wanted) {
      for (let frames = 0; frames < 600; frames += 1) {
        const now = await focused();
        const at = wanted.findIndex((one) => one.test(now));
        if (at >= 0) return at === wanted.length - 1;
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      }
      return assert.fail(`focus never comes to ${wanted}; it is at ${await focused()}`);
    },
    async arrives(name) {
      await step(page, name);
      await page.waitForFunction(
        (wanted) =>
          document.querySelector('dvc-form-steps')?.shadowRoot?.activeElement?.textContent === wanted,
        name,
      );
      const { scrollWidth, clientWidth } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
      });
      assert.ok(scrollWidth <= clientWidth, `“${name}” is ${scrollWidth} px wide`);
    },
  };
}

/** What the steps, fields and buttons are called. */
const WORDS = {
  vi: {
    start: /^button Bắt đầu/u,
    next: /^button Tiếp tục/u,
    send: /^button Gửi hồ sơ/u,
    steps: {
      applicant: 'Người yêu cầu',
      person: 'Người được cấp giấy',
      status: 'Tình trạng hôn nhân',
      papers: 'Giấy tờ đính kèm',
      delivery: 'Nhận kết quả',
      review: 'Kiểm tra lại',
      print: 'In và mang theo',
      portal: 'Nộp trên Cổng quốc gia',
      receipt: 'Giấy biên nhận',
      go: 'Đến nơi tiếp nhận',
    },
    name: /Họ, chữ đệm, tên/u,
    number: /Số định danh/u,
    home: /^textarea Nơi cư trú/u,
    yes: /^input Có/u,
    phone: /Số điện thoại/u,
    born: /Ngày sinh/u,
    sex: /^input Nữ|^input Nam/u,
    people: /Dân tộc/u,
    nation: /Quốc tịch/u,
    single: /^input Chưa đăng ký kết hôn/u,
    marry: /^input Đăng ký kết hôn/u,
    whom: /Kết hôn với ai/u,
    declare: /^input Tôi cam đoan/u,
    online: /^input Nhận bản điện tử/u,
    printReceipt: /^button In giấy biên nhận/u,
    call: /^a .*Gọi hỏi trước/u,
    portal: /^a Mở Cổng Dịch vụ công quốc gia/u,
    copy: /^button Chép: /u,
    noted: /^input Mã hồ sơ do Cổng cấp/u,
    helper: /Họ tên người khai giúp/u,
    role: /Chức vụ/u,
    consent: /^input Người dân đã nghe/u,
    readBack: /^button Đọc lại cho người dân/u,
    right: /^button Đúng/u,
    close: /^button Đóng/u,
  },
  en: {
    start: /^button Begin/u,
    next: /^button Continue/u,
    send: /^button Send the application/u,
    steps: {
      applicant: 'Who applies',
      person: 'The person',
      status: 'Marital status',
      papers: 'Papers',
      delivery: 'How to get the result',
      review: 'Check',
      print: 'Print and bring',
      portal: 'File on the national portal',
      receipt: 'Receipt',
      go: 'Go to the office',
    },
    name: /Full name/u,
    number: /Personal identification number/u,
    home: /^textarea Residence/u,
    yes: /^input Yes/u,
    phone: /Telephone/u,
    born: /Date of birth/u,
    sex: /^input (?:Fem|M)ale/u,
    people: /Ethnicity/u,
    nation: /Nationality/u,
    single: /^input Never married/u,
    marry: /^input To marry/u,
    whom: /Marrying whom, and where/u,
    declare: /^input I declare/u,
    online: /^input Electronically, online/u,
    printReceipt: /^button Print the receipt/u,
    call: /^a .*Ask beforehand/u,
    portal: /^a Open the national portal/u,
    copy: /^button Copy: /u,
    noted: /^input Dossier code of the portal/u,
    helper: /Name of the helper/u,
    role: /Position or relation/u,
    consent: /^input The citizen was told/u,
    readBack: /^button Read back to the citizen/u,
    right: /^button Right/u,
    close: /^button Close/u,
  },
};

/** From the first question to the last. */
async function fillIn(page, words, { typeInto, choose, goOn, tabTo, arrives }) {
  const hasFocus = (holds, wanted) => page.waitForFunction(holds, wanted);
  await arrives(words.steps.applicant);
  await typeInto(words.name, 'K’Brơi');
  await typeInto(words.number, '000190000001');
  await typeInto(words.home, 'Thôn Mẫu');
  await choose(words.yes);
  await typeInto(words.phone, '0912345678');
  await page.keyboard.press('Enter');
  await arrives(words.steps.person);
  // Something was forgotten: Enter in a field tries to go on, and the summary has focus.
  await typeInto(words.born, '31/02/1990');
  await page.keyboard.press('Enter');
  await hasFocus(() =>
    document.querySelector('dvc-form-steps')?.shadowRoot?.activeElement?.classList.contains('summary'),
  );
  await tabTo(new RegExp(`^button ${words.born.source}`, 'u'));
  await page.keyboard.press('Enter');
  await hasFocus(
    () => document.querySelector('dvc-form-steps')?.shadowRoot?.activeElement?.value === '31/02/1990',
  );
  await page.keyboard.press('Control+A');
  await page.keyboard.type('05/03/1990');
  await choose(words.sex);
  await typeInto(words.people, 'Kinh');
  await typeInto(words.nation, 'Việt Nam');
  await page.keyboard.press('Enter');
  await arrives(words.steps.status);
  await choose(words.single);
  await choose(words.marry);
  await typeInto(words.whom, 'Lê Văn Mẫu, Xã Mẫu');
  await choose(words.declare);
  await goOn(words.next);
}

/** What the gateway keeps of the dossier whose receipt is shown. */
const keptOf = async (page) =>
  kept(/H00\.00-\d{6}-\d{4}/u.exec(await page.locator('dvc-form-steps article').innerText())[0]);

for (const [language, words] of Object.entries(WORDS)) {
  const { steps, next } = words;
  const inWords = language === 'vi' ? 'in Vietnamese' : 'in English';

  for (const level of ['1', '2', '3', '4'])
    test(`level ${level}, ${inWords}, on a phone by keyboard alone: from the first step to the last, with focus always somewhere`, () =>
      visit({ level, language }, async (page) => {
        const keys = byKeys(page);
        const { tabTo, choose, goOn, arrives } = keys;
        await goOn(words.start);
        if (level === '1') {
          await arrives(steps.go);
          return tabTo(words.call);
        }
        await fillIn(page, words, keys);
        if (level === '2') {
          await arrives(steps.review);
          await goOn(next);
          await arrives(steps.print);
          await goOn(next);
          return arrives(steps.go);
        }
        await arrives(steps.papers);
        await goOn(next);
        if (level === '4') {
          await arrives(steps.delivery);
          await choose(words.online);
          await goOn(next);
        }
        await arrives(steps.review);
        await goOn(words.send);
        await arrives(steps.receipt);
        await tabTo(words.printReceipt);
        const { answers, delivery } = await keptOf(page);
        assert.match(JSON.stringify(answers), /K’Brơi/u);
        if (level === '4') return assert.equal(delivery.way, 'online');
        await goOn(next);
        return arrives(steps.go);
      }));

  test(`handed off, ${inWords}, on a phone by keyboard alone: to the portal, with every answer to copy and a place for its code`, () =>
    visit({ level: '4', language, settings: { destination: 'hand-off' } }, async (page) => {
      const keys = byKeys(page);
      const { tabTo, typeInto, goOn, arrives } = keys;
      await goOn(words.start);
      await fillIn(page, words, keys);
      await arrives(steps.papers);
      await goOn(next);
      await arrives(steps.review);
      await goOn(next);
      await arrives(steps.portal);
      await tabTo(words.portal);
      await tabTo(words.copy);
      await typeInto(words.noted, 'H57.132-260804-0999');
      await page.locator('dvc-form-steps .note', { hasText: 'H57.132-260804-0999' }).waitFor();
    }));

  test(`with a helper, ${inWords}, on a phone by keyboard alone: with consent, read back line by line, received`, () =>
    visit({ level: '3', language, settings: { assisted: '' } }, async (page) => {
      const keys = byKeys(page);
      const { typeInto, choose, goOn, arrives, isAt } = keys;
      await typeInto(words.helper, 'Phạm Văn Giúp');
      await typeInto(words.role, 'Công chức');
      await choose(words.consent);
      await goOn(words.start);
      await fillIn(page, words, keys);
      await arrives(steps.papers);
      await goOn(next);
      await arrives(steps.review);
      await goOn(words.readBack);
      // Focus waits at each line, and in the end where it is closed.
      await isAt(words.right);
      for (;;) {
        await page.keyboard.press('Enter');
        if (await isAt(words.right, words.close)) break;
      }
      await page.keyboard.press('Enter');
      await arrives(steps.review);
      await goOn(words.send);
      await arrives(steps.receipt);
      assert.deepEqual((await keptOf(page)).helper.name, 'Phạm Văn Giúp');
    }));
}
