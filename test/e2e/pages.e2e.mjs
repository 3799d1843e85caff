import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { citizen, file, PHONE, serveTracked, site } from '../support/tracked-site.mjs';

/* Every page of the sample site: it fits a phone and a desk at 400 %, and is worth its paper. */

serveTracked();

const PROCEDURE = /Thủ tục cấp Giấy xác nhận tình trạng hôn nhân/u;
const steps = {
  query: '?ma=1.004873',
  paper: { vi: [PROCEDURE, 'Chuẩn bị', 'Giấy tờ cần có'], en: [PROCEDURE, 'Get ready', 'Papers you need'] },
};
const list = {
  paper: {
    vi: [/Thủ tục hành chính|Tất cả thủ tục/u, 'Thủ tục đăng ký khai sinh'],
    en: [/Administrative procedures|All procedures/u, 'Thủ tục đăng ký khai sinh'],
  },
};
/** What is asked about, before there is an answer, is nothing for paper; the dossier that was told of is. */
const tracker = {
  opens: true,
  paper: { vi: ['Đã gửi, chờ tiếp nhận', 'Các bước'], en: ['Sent, not yet received', 'Steps'] },
};

/** Of each page how it is opened, and the headings that are on its paper. */
const PAGES = {
  'index.html': list,
  'thu-tuc.html': list,
  'chi-tiet.html': {
    query: '?ma=2.000815',
    paper: {
      vi: [/Chứng thực bản sao/u, 'Giấy tờ cần có', 'Nguồn của thông tin'],
      en: [/Chứng thực bản sao/u, 'Papers you need', 'Where this comes from'],
    },
  },
  'muc-do.html': {
    paper: {
      vi: ['Làm được trên mạng đến đâu?', 'Toàn trình', /Có bao nhiêu thủ tục/u],
      en: ['How much can be done online?', 'Fully online', /How many procedures/u],
    },
  },
  'nop-ho-so.html': steps,
  'tap-nop.html': steps,
  'chuan-bi.html': steps,
  'tai-quay.html': steps,
  'theo-doi.html': tracker,
  'theo-doi-tai-quay.html': tracker,
  'tro-giup.html': {
    paper: {
      vi: ['Trợ giúp', 'Nộp hồ sơ', 'Dữ liệu của bạn ở đâu, đi đâu?'],
      en: ['Help', 'Apply', 'Where is your data, and where does it go?'],
    },
  },
  'tuyen-truyen.html': {
    query: '?ma=1.001193',
    paper: { vi: [], en: [] },
    words: { vi: 'Mang theo giấy tờ gì', en: 'What to bring' },
  },
  'nhung.html': {
    paper: {
      vi: ['Tạo đoạn mã nhúng', /Lấy đoạn mã/u, 'Chính sách bảo mật (CSP)'],
      en: ['Make an embedding', /Take the snippet/u, 'Content Security Policy'],
    },
  },
  'bang-tinh.html': {
    paper: { vi: ['Bảng tính thành danh mục'], en: ['Spreadsheet to catalogue'] },
  },
  // As pages were made long ago.
  'legacy.html': { paper: { vi: ['Tra cứu thủ tục', 'Thủ tục đăng ký khai sinh'] } },
};

/** Shown by another page in a frame alone. */
const FRAMED = 'xem-thu.html';

const here = new URL('../../examples/commune/', import.meta.url);
const pages = ['', 'en/'].flatMap((folder) =>
  readdirSync(new URL(folder || '.', here))
    .filter((name) => name.endsWith('.html') && name !== FRAMED)
    .map((name) => ({ name, folder, language: folder ? 'en' : 'vi' })),
);

/** What can be seen of a page, through shadow roots, and what of it is not as it should be. */
const look = (page) =>
  page.evaluate(async () => {
    // What follows the size of the page, or its paper, does so with the next frame.
    for (let frames = 0; frames < 2; frames += 1) await new Promise((go) => requestAnimationFrame(go));
    const within = (root) =>
      [...root.querySelectorAll('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? within(one.shadowRoot) : []),
      ]);
    const all = within(document).filter(
      (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0,
    );
    const named = (one) =>
      `${one.localName} “${(one.textContent || one.id).replace(/\s+/gu, ' ').trim().slice(0, 40)}” in ${one.getRootNode().host?.localName ?? 'the page'}`;
    const { clientWidth: edge, scrollWidth } = document.documentElement;
    // What only readers of screens are told has no room of its own, and a link to skip stands beside the page until it has focus.
    const isSeen = (one) => one.closest('.skip') === null && one.clientWidth !== 1;
    const isBeyond = (one) => {
      const { left, right } = one.getBoundingClientRect();
      return right > edge + 1 || left < -1;
    };
    // A text box goes along with what is typed, and lines of code are not broken where somebody can move them.
    const isMoved = (one) =>
      one.matches('input, textarea, select') || (one.matches('pre') && !window.matchMedia('print').matches);
    const isCut = (one) =>
      !isMoved(one) &&
      getComputedStyle(one).overflowX !== 'visible' &&
      one.clientWidth > 0 &&
      one.scrollWidth > one.clientWidth + 1;
    // A level is words there, and so is the way to what is on the same paper, without a frame.
    const isButton = (one) =>
      one.localName === 'button' &&
      one.getRootNode().host?.localName !== 'dvc-level-badge' &&
      parseFloat(getComputedStyle(one).borderTopWidth) > 0;
    const isForScreens = (one) =>
      isButton(one) ||
      one.matches('select, input:is([type=file], [type=color], [type=range])') ||
      (one.type === 'search' && !one.value);
    return {
      isWider: scrollWidth > edge,
      beyond: all.filter((one) => isSeen(one) && isBeyond(one)).map(named),
      cut: all.filter((one) => isSeen(one) && isCut(one)).map(named),
      forScreens: all.filter(isForScreens).map(named),
      h1: all.filter(({ localName }) => localName === 'h1').length,
    };
  });

async function fits(page, width, height) {
  await page.setViewportSize({ width, height });
  const { isWider, beyond, cut, h1 } = await look(page);
  assert.deepEqual(
    { isWider, beyond, cut, h1 },
    { isWider: false, beyond: [], cut: [], h1: 1 },
    `at ${width} px`,
  );
}

const heading = (page, name) =>
  page
    .getByRole('heading', { name, exact: typeof name === 'string' })
    .first()
    .waitFor();

/** Opens a dossier on a page that follows one. */
async function openDossier(page, address) {
  const { dossier, secret } = await file();
  await page.goto(`${address}#ma=${dossier}`);
  await page.getByLabel(/^(?:Mã bí mật hoặc 4 số cuối|Secret code or last 4 digits)$/u).fill(secret);
  await page.getByRole('button', { name: /^(?:Xem hồ sơ|Show my dossier)$/u }).click();
}

for (const [folder, language, missing] of [
  ['', 'vi', /Không tìm thấy thủ tục/u],
  ['en/', 'en', /1\.999999/u],
])
  test(`has one main heading where nobody knows the procedure: ${folder}chi-tiet.html`, () =>
    citizen(
      async (page) => {
        await page.goto(`${site.url}/${folder}chi-tiet.html?ma=1.999999`);
        await heading(page, missing);
        await fits(page, PHONE.width, PHONE.height);
      },
      { language },
    ));

for (const { name, folder, language } of pages)
  test(`fits a phone and 400 %, has one main heading, and is worth its paper: ${folder}${name}`, () =>
    citizen(
      async (page) => {
        const { query = '', opens = false, paper, words } = PAGES[name];
        const address = `${site.url}/${folder}${name}${query}`;
        if (opens) {
          await page.goto(address);
          await heading(page, /^(?:Theo dõi hồ sơ|Follow your application)$/u);
          await fits(page, 320, 256);
          await openDossier(page, address);
        } else await page.goto(address);
        for (const one of paper[language]) await heading(page, one);
        if (words) await page.getByText(words[language]).first().waitFor({ state: 'attached' });
        assert.equal(await page.evaluate(() => document.documentElement.lang), language);
        assert.match(await page.title(), /.+ – Xã Mẫu/u);
        await fits(page, PHONE.width, PHONE.height);
        // A desk of 1280 × 1024 at 400 %.
        await fits(page, 320, 256);

        await page.setViewportSize({ width: 720, height: 1000 });
        await page.emulateMedia({ media: 'print' });
        for (const one of paper[language]) await heading(page, one);
        if (words) await page.getByText(words[language]).first().waitFor();
        const { forScreens, beyond, cut } = await look(page);
        assert.deepEqual({ forScreens, beyond, cut }, { forScreens: [], beyond: [], cut: [] }, 'on paper');
      },
      { language },
    ));
