import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { build } from 'esbuild';
import { readText, root } from '../../scripts/files.mjs';
import { finds, hostPages } from '../support/host-pages.mjs';

/* What the configurator writes for systems with a trap, put as it is into the page that has the trap. */

const made = mkdtempSync(join(tmpdir(), 'dvc-snippets-'));
after(() => rmSync(made, { recursive: true }));
const visit = hostPages({
  '/hosts/': join(root, 'examples/hosts'),
  '/cong/': join(root, 'examples/commune'),
  '/made/': made,
});

const LOOKUP = 'part=procedure-lookup&procedure-lookup.catalog=/data/catalog.json';
const BOTH =
  'part=procedure-lookup&part=form-steps&page.catalog=/data/catalog.json&page.levels=/data/levels.illustration.json&page.forms=/data/forms.json&page.destination=practice&page.device=shared&form-steps.code=1.001193';

/** The texts that the page shows for a system, by the heading above each. */
async function snippetFor(platform, choices = LOOKUP) {
  let texts;
  await visit(
    `/cong/nhung.html#${choices}&platform=${platform}&language=vi`,
    async (at) => {
      await at.locator('#pieces pre').first().waitFor();
      texts = await at
        .locator('#pieces .piece')
        .evaluateAll((all) =>
          all.map((one) => [one.querySelector('h3').textContent, one.querySelector('pre').textContent]),
        );
    },
    { viewport: { width: 1280, height: 900 } },
  );
  const of = (title) => {
    const found = texts.filter(([heading]) => heading.startsWith(title)).map(([, text]) => text);
    assert.ok(found.length > 0, `${title} is not among ${texts.map(([heading]) => heading).join()}`);
    return found.join('\n');
  };
  return of;
}

const HEAD = 'Dán vào phần head';
const BODY = 'Dán vào chỗ muốn hiện';

const OWN_SCRIPT = /<script\s[^>]*src="\/dvc\/[^>]*><\/script>/u;
const OWN_TAG = /<dvc-procedure-lookup[^]*<\/dvc-procedure-lookup\s*>/u;

/** The page of a system with these texts in the place of ours. */
function pageOf(file, head, body) {
  const page = readText(`examples/hosts/${file}`);
  assert.match(page, OWN_SCRIPT);
  assert.match(page, OWN_TAG);
  return page.replace(OWN_SCRIPT, () => head).replace(OWN_TAG, () => body);
}

const countSubmits = (at) =>
  at.evaluate(() => {
    window.submits = 0;
    window.addEventListener(
      'submit',
      (event) => {
        window.submits += 1;
        event.preventDefault();
      },
      true,
    );
  });
const submits = (at) => at.evaluate(() => window.submits);

test('WebForms: an application inside of the page’s own form goes on by Enter and sends nothing of the page', async () => {
  const of = await snippetFor('webforms', BOTH);
  await visit(pageOf('webforms.html', of(HEAD), of(BODY)), async (at) => {
    await finds(at);
    await countSubmits(at);
    await at.locator('dvc-procedure-lookup').getByRole('searchbox').press('Enter');
    const steps = at.locator('dvc-form-steps');
    await steps.locator('.step-title').waitFor();
    assert.equal(await steps.evaluate((one) => one.closest('form')?.id), 'aspnetForm');
    const title = await steps.locator('.step-title').innerText();
    await steps.locator('button.primary').press('Enter');
    await steps.locator('.step-title').filter({ hasNotText: title }).waitFor();

    await steps.locator('input').first().press('Enter');
    assert.equal(await submits(at), 0);
    await at.locator('#own').press('Enter');
    assert.equal(await submits(at), 1);
  });
});

test('Liferay: the script of the page and the box of a Web Content, which pages bring and take away', async () => {
  const of = await snippetFor('liferay');
  await visit(pageOf('liferay.html', of(HEAD), of(BODY)), async (at) => {
    await finds(at);
    await at.locator('#go').click();
    await finds(at);
  });
});

test('Liferay: the client extension, as the portal renders it', async () => {
  const of = await snippetFor('liferay');
  const lines = of('Liferay 7.4').split('\n');
  const value = (key) =>
    lines.find((line) => line.trimStart().startsWith(`${key}: `))?.replace(/^\s*\w+: /u, '');
  assert.equal(value('type'), 'customElement');
  const tag = value('htmlElementName');
  const properties = JSON.parse(value('properties')).map((one) => one.split(/=(.*)/su));
  const attributes = properties.map(([name, text]) => ` ${name}="${text}"`).join('');
  const scripts = JSON.parse(value('urls')).map((url) => `<script src="${url}"></script>`);
  const page = pageOf('liferay.html', scripts.join(''), `<${tag}${attributes}></${tag}>`);
  await visit(page, async (at) => {
    await finds(at);
    await at.locator('#go').click();
    await finds(at);
  });
});

test('SharePoint: the body of a web part, compiled and rendered under a strict policy', async () => {
  const of = await snippetFor('sharepoint');
  const [imports, method] = of('Phần thân của web part').split('\n\n');
  writeFileSync(
    join(made, 'part.ts'),
    `${imports}\nclass Part { domElement = document.getElementById('WebPartWPQ2')!;\n${method} }
     window.addEventListener('load', () => void new Part().render());`,
  );
  // What SharePoint has of its own.
  writeFileSync(
    join(made, 'sp-loader.ts'),
    `export const SPComponentLoader = {
       loadScript: (src: string) => new Promise((resolve, reject) => {
         const script = document.createElement('script');
         script.onload = resolve; script.onerror = reject; script.src = src;
         document.head.append(script);
       }),
     };`,
  );
  await build({
    entryPoints: [join(made, 'part.ts')],
    outfile: join(made, 'part.js'),
    bundle: true,
    alias: { '@microsoft/sp-loader': join(made, 'sp-loader.ts') },
    logLevel: 'error',
  });
  const page = readText('examples/hosts/sharepoint.html')
    .replace(OWN_SCRIPT, '')
    .replace('<script src="sharepoint-page.js"></script>', '<script src="/made/part.js"></script>')
    // Its own loader makes scripts of plain addresses.
    .replace(/; require-trusted-types-for 'script'; trusted-types [^"]*/u, '');
  await visit(page, async (at) => {
    await finds(at);
    await countSubmits(at);
    await at.locator('dvc-procedure-lookup').getByRole('searchbox').press('Enter');
    assert.equal(await submits(at), 0);
  });
});
