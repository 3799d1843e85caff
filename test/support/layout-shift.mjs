import { MARKUP } from './host-pages.mjs';

/* How far what stands below an element moves while it comes: alone near the top of a page, over a slow line. */

/** The two scripts, and what is told with them that tags begin with. */
export const SCRIPTS = {
  'dvc.loader.min.js': 'type="module" src="/dvc/dvc.loader.min.js"',
  'dvc.min.js': 'defer src="/dvc/dvc.min.js"',
};

/** An element as a portal writes it: its tag, or an ordinary one that becomes it, or a tag with a beginning of its own. */
export const FORMS = {
  tag: (markup) => markup,
  link: (markup) => dataTag('a', markup, ' href="s.html"'),
  box: (markup) => dataTag('div', markup),
  // Here the tag is ours to write.
  'link with a prefix': (markup) => FORMS.link(markup),
  // As the notes in `dvc.css` say: it can't know the name.
  prefix: (markup) =>
    markup
      .replaceAll(/(<\/?)dvc-/gu, '$1xa-mau-')
      .replace(
        /^<[\w-]+/u,
        (begin) => `${begin} class="dvc-reserve${begin.endsWith('badge') ? '-badge' : ''}"`,
      ),
};

/** Whether the element's tag begins as the portal wants. */
export const hasPrefix = (form) => form.endsWith('prefix');

function dataTag(name, markup, more = '') {
  const [, element, attributes] = /^<dvc-([\w-]+)([^>]*)>/u.exec(markup);
  const data = attributes.replaceAll(/ ([\w-]+)=/gu, ' data-$1=');
  return `<${name} data-dvc="${element}"${data}${more}>Thủ tục hành chính</${name}>`;
}

const WATCH = `<script>
  window.shift = 0;
  const add = (entries) => {
    for (const { value, hadRecentInput } of entries) if (!hadRecentInput) window.shift += value;
  };
  window.watcher = new PerformanceObserver((list) => add(list.getEntries()));
  window.watcher.observe({ type: 'layout-shift', buffered: true });
  window.shiftSoFar = () => {
    add(window.watcher.takeRecords());
    return window.shift;
  };
</script>`;

/** A page with one element near its top, and text below it to a second screen. */
export const pageOf = (tag, form, script) => `<!doctype html><html lang="vi"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
  <link rel="stylesheet" href="/dvc/dvc.css">
  <script ${SCRIPTS[script]}${hasPrefix(form) ? ' data-prefix="xa-mau"' : ''}></script></head>
  <body>${WATCH}<h1>Thủ tục</h1><section>${FORMS[form](MARKUP[tag])}</section>
  ${'<p>Đoạn văn của trang, đứng sau phần tử và không được nhảy.</p>'.repeat(24)}</body></html>`;

const painted = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/**
 * Makes the line of a page slow without a clock: whatever comes after the page and its sheet comes only when everything
 * before it has been painted.
 * @returns ends once nothing more is asked for
 */
export async function slowLine(page) {
  const coming = new Set();
  const came = (request) => coming.delete(request);
  page.on('request', (request) => coming.add(request));
  page.on('requestfinished', came);
  page.on('requestfailed', came);
  await page.route(/\.(?:js|json)$|\/gateway/u, async (route) => {
    await painted(page);
    await route.continue();
  });
  return async () => {
    do await painted(page);
    while (coming.size > 0);
  };
}
