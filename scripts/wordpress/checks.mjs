import assert from 'node:assert/strict';

/* What is written into WordPress, and what a visitor then sees of it. */

const LINK = '<a href="/thu-tuc">Danh sách thủ tục</a>';
const HOSTILE = 'https://keo-lua-dao.example';

/** Everything that an author could send along to harm those who read, or to have their papers sent elsewhere. */
const HOSTILE_ATTRIBUTES = `onclick="alert(1)" onmouseover="alert(2)" style="position:fixed" catalog="javascript:alert(3)" detail-url="//${HOSTILE.slice(8)}/{code}" apply-url="/\\\\${HOSTILE.slice(8)}" track-url="https:${HOSTILE.slice(6)}#{code}"`;
const options = {
  onclick: 'alert(1)',
  catalog: 'javascript:alert(3)',
  'detail-url': `${HOSTILE}/{code}`,
  'x" onmouseover="alert(2)': 'y',
  query: '"><img src=x onerror=alert(4)>',
};

const WAYS = {
  shortcode: `[dvc element="procedure-lookup" heading-level="3" sync-address]${LINK}[/dvc]`,
  tag: `<dvc-procedure-lookup heading-level="3">${LINK}</dvc-procedure-lookup>`,
  link: '<p><a data-dvc="procedure-lookup" data-heading-level="3" href="/thu-tuc">Danh sách thủ tục</a></p>',
  block:
    '<!-- wp:dvc-widgets/element {"element":"procedure-lookup","options":{"heading-level":"3"},"linkText":"Danh sách thủ tục","linkUrl":"/thu-tuc"} /-->',
};
const HOSTILE_WAYS = {
  shortcode: `[dvc element="procedure-lookup" ${HOSTILE_ATTRIBUTES} query="&quot;&gt;&lt;img src=x onerror=alert(4)&gt;"]<a href="javascript:alert(5)" onclick="alert(6)">Danh sách thủ tục</a>[/dvc]`,
  tag: `<dvc-procedure-lookup ${HOSTILE_ATTRIBUTES}><a href="javascript:alert(5)" onclick="alert(6)">Danh sách thủ tục</a></dvc-procedure-lookup>`,
  block: `<!-- wp:dvc-widgets/element ${JSON.stringify({ element: 'procedure-lookup', options, linkText: '<b onclick=alert(5)>x', linkUrl: 'javascript:alert(6)' })} /-->`,
};
const USERS = ['quan-tri', 'bien-tap', 'tac-gia'];
/** An administrator may write any markup in WordPress, so nothing is promised of what they type as it is. */
const isTrusted = (user, way) => user === 'quan-tri' && way === 'tag';

const friendly = USERS.flatMap((user) =>
  Object.entries(WAYS).map(([way, content]) => ({ name: `${way} by ${user}`, user, content })),
);
const hostile = USERS.flatMap((user) =>
  Object.entries(HOSTILE_WAYS)
    .filter(([way]) => !isTrusted(user, way))
    .map(([way, content]) => ({ name: `hostile ${way} by ${user}`, user, content })),
);
const KINDS = {
  name: 'addresses of this site and of the portal',
  user: 'tac-gia',
  content: `[dvc element="procedure-lookup" catalog="wp-content/uploads/dvc/catalog.json" detail-url="/chi-tiet?ma={code}&amp;tu=tim"][/dvc]
<dvc-form-steps code="1.001193" portal-url="https://dichvucong.gov.vn/?ma={code}" gateway="${HOSTILE}" assisted>${LINK}</dvc-form-steps>`,
};
const COMMENTED = {
  name: 'a comment of a guest',
  user: 'quan-tri',
  content: 'Bài viết.',
  comment: `<dvc-form-steps destination="gateway" gateway="${HOSTILE}">Nộp</dvc-form-steps> <a data-dvc="procedure-lookup" data-catalog="/x" href="https://xa.example">xem</a> [dvc element="procedure-lookup"][/dvc]`,
};
export const POSTS = [...friendly, ...hostile, KINDS, COMMENTED];

/** What is on a page that no author may bring there. */
const harm = (page) =>
  page.evaluate((foreign) => {
    const leadsAway = (value) =>
      URL.canParse(value, document.baseURI) && new URL(value, document.baseURI).host === foreign;
    const inside = [...document.querySelectorAll('main *')];
    return inside.flatMap((element) =>
      [...element.attributes]
        .filter(
          ({ name, value }) =>
            name.startsWith('on') ||
            /^\s*javascript:/iu.test(value) ||
            (element.localName.startsWith('dvc-') && (leadsAway(value) || name === 'style')) ||
            (element.localName === 'img' && value === 'x'),
        )
        .map(({ name, value }) => `<${element.localName} ${name}="${value}">`),
    );
  }, HOSTILE.slice(8));

/**
 * @param {{ browser: import('playwright-core').Browser, url: string, posts: Record<string, { id: number, content: string }>,
 *   password: string, php: (name: string) => string }} site
 * @returns {[string, () => Promise<void>][]} what is checked, in order; the last ones take the plugin out
 */
export function checksOf({ browser, url, posts, password, php }) {
  /** Opens a post as a visitor; a message box, an exception or a word of ours in the console fails it. */
  async function visit(name, act) {
    const page = await browser.newPage({ locale: 'vi-VN' });
    const faults = [];
    page.on('dialog', (dialog) => {
      faults.push(`a message box: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
    page.on('request', (request) => {
      if (!/^(?:data|blob):/u.test(request.url()) && !request.url().startsWith(url))
        faults.push(`asked for ${request.url()}`);
    });
    try {
      await page.goto(`${url}/?p=${String(posts[name].id)}`);
      await act(page);
    } finally {
      await page.close();
    }
    assert.deepEqual(faults, []);
  }
  const finds = async (page) => {
    await page.locator('main').getByRole('searchbox').pressSequentially('lam lai giay khai sinh');
    await page.locator('main dvc-procedure-lookup .card').first().filter({ hasText: 'khai sinh' }).waitFor();
  };

  return [
    ...friendly.map(({ name }) => [
      `${name}: shows itself, finds, and keeps its link`,
      () =>
        visit(name, async (page) => {
          await finds(page);
          await page.getByRole('searchbox', { name: 'Bạn cần làm thủ tục gì?' }).waitFor();
          const element = page.locator('main dvc-procedure-lookup');
          assert.equal(await element.getAttribute('heading-level'), '3');
          assert.equal(await element.locator('> a, > p > a').first().getAttribute('href'), '/thu-tuc');
        }),
    ]),
    ...hostile.map(({ name }) => [
      `${name}: shows itself, and nothing hostile is left`,
      () =>
        visit(name, async (page) => {
          await finds(page);
          assert.deepEqual(await harm(page), []);
          await page.locator('main dvc-procedure-lookup').dispatchEvent('click');
        }),
    ]),
    [
      KINDS.name,
      () =>
        visit(KINDS.name, async (page) => {
          await finds(page);
          const read = (tag, names) =>
            page
              .locator(`main ${tag}`)
              .evaluate((element, wanted) => wanted.map((name) => element.getAttribute(name)), names);
          assert.deepEqual(await read('dvc-procedure-lookup', ['catalog', 'detail-url']), [
            `${url}/wp-content/uploads/dvc/catalog.json`,
            '/chi-tiet?ma={code}&tu=tim',
          ]);
          assert.deepEqual(await read('dvc-form-steps', ['code', 'portal-url', 'gateway', 'assisted']), [
            '1.001193',
            'https://dichvucong.gov.vn/?ma={code}',
            null,
            '',
          ]);
        }),
    ],
    [
      `${COMMENTED.name}: no element, no option`,
      () =>
        visit(COMMENTED.name, async (page) => {
          await page.getByText('xem', { exact: true }).first().waitFor();
          assert.equal(await page.locator('body :is([data-dvc], dvc-form-steps)').count(), 0);
        }),
    ],
    [
      'the block in the editor: valid, named, with its attributes',
      async () => {
        const context = await browser.newContext({ locale: 'vi-VN' });
        try {
          const page = await context.newPage();
          await page.goto(`${url}/wp-login.php`);
          await page.fill('#user_login', 'quan-tri');
          await page.fill('#user_pass', password);
          await page.click('#wp-submit');
          await page.waitForURL(/wp-admin/u);
          await page.goto(
            `${url}/wp-admin/post.php?post=${String(posts['block by quan-tri'].id)}&action=edit`,
          );
          const block = page.locator('[data-type="dvc-widgets/element"]');
          await block.getByText('Ô tìm thủ tục').first().waitFor();
          assert.match(await block.innerText(), /heading-level="3"/u);
          assert.equal(await block.getByText('invalid').count(), 0);
        } finally {
          await context.close();
        }
      },
    ],
    [
      'the plugin taken out: nothing of it is left',
      async () => assert.deepEqual(JSON.parse(php('remove.php')), []),
    ],
    [
      'the plugin taken out: a raw tag still is its link',
      () =>
        visit('tag by tac-gia', (page) =>
          page.getByRole('link', { name: 'Danh sách thủ tục' }).click({ trial: true }),
        ),
    ],
  ];
}
