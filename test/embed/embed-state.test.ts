import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  DELIVERIES,
  firstState,
  LANGUAGES,
  PLATFORMS,
  safeAddress,
  safeOrigin,
  settle,
  THEMES,
  type WrittenState,
} from '../../src/embed/embed-state.js';
import { fromFragment, toFragment } from '../../src/embed/fragment.js';
import { policyOf, policyText } from '../../src/embed/policy.js';
import { readMarkup } from '../../src/embed/read-markup.js';
import { LONGEST_SNIPPET, readSnippet } from '../../src/embed/read-snippet.js';
import { writeSnippet, type Piece } from '../../src/embed/write-snippet.js';
import { RULES } from './rules.js';

const AROUND = {
  version: '1.2.3',
  integrity: { 'dvc.min.js': 'sha384-AAA', 'dvc.css': 'sha384-BBB' },
  title: 'Ô tìm',
};
const whole = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('\n\n');
const written = (state: WrittenState) => whole(writeSnippet(settle(state, RULES), RULES, AROUND));

/** Words that somebody may type or paste, among them those that mean something in what is written. */
const HOSTILE = [
  '"><script>alert(1)</script>',
  '</dvc-procedure-lookup><img src=x onerror=alert(1)>',
  '[/dvc][dvc element="level-badge"]',
  "');alert(1);//",
  '--dvc-accent: #aabbcc;',
  "\n@import url('/themes/dark.css');",
  '\nhtmlElementName: dvc-level-badge',
  'createElement("dvc-level-badge")',
  "define( 'DVC_WIDGETS_LANG', 'en' );",
  '<!-- dvc-widgets 1: dnn -->',
  '&quot;&amp;&#60;',
  '\\"\\u003c',
  '${x}`',
  'javascript:alert(1)',
  '\u2028\ufeff\u0000\ud800',
];
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(...HOSTILE),
  fc.tuple(fc.constantFrom(...HOSTILE), fc.string()).map((both) => both.join('')),
);
const addresses = fc.oneof(
  fc.constantFrom(
    '/data/a.json',
    'b.json?x=1&y="2"',
    'https://a.example/c.json',
    '//cdn.example/d',
    "/'[{code}]",
    "//'unsafe-inline'/",
    'https://*/c.json',
    'https://a.vn;report-uri/',
    'https://xãmẫu.vn/d.json',
    'HTTPS://A.EXAMPLE:8443/e',
  ),
  words,
);
const value = fc.oneof(words, addresses, fc.constantFrom('gateway', '3', '', '1.5'));
const names = [...new Set(Object.values(RULES).flatMap(({ attributes }) => Object.keys(attributes)))];
const options = fc.dictionary(fc.constantFrom(...names, '__proto__', 'onclick'), value);
const states: fc.Arbitrary<WrittenState> = fc.record({
  parts: fc.subarray([...Object.keys(RULES), 'portal', '__proto__']),
  shared: options,
  options: fc.dictionary(fc.constantFrom(...Object.keys(RULES)), options),
  theme: fc.constantFrom(...THEMES, 'x'),
  accent: fc.oneof(fc.constantFrom('', '#7a1f1f', '#FFEE99', '#a3cbff'), words),
  language: fc.constantFrom(...LANGUAGES),
  platform: fc.constantFrom(...PLATFORMS),
  delivery: fc.constantFrom(...DELIVERIES),
  base: addresses,
  frame: addresses,
  framedBy: addresses,
  link: fc.record({ href: addresses, text: words }),
});
const check = (act: (state: WrittenState) => void) => fc.assert(fc.property(states, act), { numRuns: 1500 });

describe('what is embedded', () => {
  it('settles to one form, whatever it was', () => {
    check((state) => {
      const settled = settle(state, RULES);
      expect(settle(settled, RULES)).to.deep.equal(settled);
    });
  });

  it('goes into an address and comes back the same', () => {
    check((state) => {
      const settled = settle(state, RULES);
      const fragment = toFragment(settled);
      // As an address keeps it.
      const { hash } = new URL(`https://a.example/#${fragment}`);
      expect(fromFragment(hash, RULES)).to.deep.equal(settled);
    });
  });

  it('is written for every system and read again as the same, with nothing left out', () => {
    check((state) => {
      const settled = settle(state, RULES);
      const read = readSnippet(written(state), RULES);
      expect(read).to.deep.equal({ state: settled, left: [] });
    });
  });

  it('becomes no markup but its own: a browser finds the same elements and attributes in it, and nothing else', () => {
    check((state) => {
      const settled = settle(state, RULES);
      const pieces = writeSnippet(settled, RULES, AROUND).filter(({ kind }) => kind === 'body');
      for (const { text, part = '' } of pieces) {
        const { body } = new DOMParser().parseFromString(text, 'text/html');
        const all = [...body.querySelectorAll('*')];
        const own = all.filter(({ localName }) => localName !== 'a' || settled.platform === 'data');
        expect(own.length).to.equal(1);
        expect(all.every((one) => [...one.attributes].every(({ name }) => !name.startsWith('on')))).to.equal(
          true,
        );
        expect(body.querySelector('a')?.textContent).to.equal(settled.link.text);
        const told = (name: string) => own[0]?.getAttribute(name) ?? own[0]?.getAttribute(`data-${name}`);
        for (const [name, given] of Object.entries(settled.options[part] ?? {}))
          if (settled.platform === 'html') expect(told(name)).to.equal(given);
      }
    });
  });

  it('keeps its accent where an option holds what a comment of a style sheet begins with', () => {
    const state: WrittenState = {
      ...firstState,
      platform: 'liferay',
      accent: '#7a1f1f',
      shared: { catalog: '&quot;&amp;&#60;', 'help-phone': 'https://*/c.json' },
    };
    expect(readSnippet(written(state), RULES)).to.deep.equal({ state: settle(state, RULES), left: [] });
  });

  it('is nothing where a fragment or a text names no element', () => {
    expect(fromFragment('#theme=dark', RULES)).to.equal(undefined);
    expect(fromFragment('#part=__proto__', RULES)).to.equal(undefined);
    expect(readSnippet('<p>Xin chào</p>', RULES)).to.equal(undefined);
  });

  it('takes addresses of pages and files only', () => {
    const kept = ['/a', 'a/b?c={code}#d', 'https://a.example/x', '//a.example/x'];
    expect(kept.map(safeAddress)).to.deep.equal(kept);
    const refused = [
      'javascript:alert(1)',
      'JAVASCRIPT:x',
      'data:text/html,x',
      'file:///a',
      'a b',
      '\\\\host',
      "//'unsafe-inline'/",
      '//*/',
      'https://*/c.json',
      'https://a.vn;report-uri/',
      'https://somebody:secret@b.vn/x',
      '',
    ];
    expect(refused.map(safeAddress)).to.deep.equal(refused.map(() => undefined));
  });

  it('knows a server by the beginning of an address alone, and only one that is named whole', () => {
    expect(safeOrigin('HTTPS://Cong.Example:8443/trang?x=1')).to.equal('https://cong.example:8443');
    const none = ['cong.example', '//cong.example', '/trang', 'https://*', 'https://a;b', 'javascript:x', ''];
    expect(none.map(safeOrigin)).to.deep.equal(none.map(() => undefined));
  });

  it('has no accent that cannot be read', () => {
    const accentOf = (accent: string, theme: string) =>
      settle({ ...firstState, accent, theme }, RULES).accent;
    expect(accentOf('#7A1F1F', 'default')).to.equal('#7a1f1f');
    expect(accentOf('#ffee99', 'default')).to.equal('');
    expect(accentOf('#ffee99', 'dark')).to.equal('#ffee99');
    expect(accentOf('#7a1f1f', 'high-contrast')).to.equal('');
  });
});

describe('a snippet', () => {
  const lookup: WrittenState = {
    ...firstState,
    options: { 'procedure-lookup': { catalog: '/data/catalog.json' } },
    link: { href: '/thu-tuc', text: 'Danh sách' },
  };

  it('is the tag with a link inside, and one script that is checked as a whole', () => {
    expect(written({ ...lookup, delivery: 'alone', language: 'vi' })).to.equal(
      [
        '<!-- dvc-widgets 1.2.3: html -->',
        '<link rel="stylesheet" href="/dvc/dvc.css" integrity="sha384-BBB" crossorigin="anonymous">',
        '<script defer src="/dvc/dvc.min.js" integrity="sha384-AAA" crossorigin="anonymous" data-lang="vi"></script>',
        '',
        '<dvc-procedure-lookup catalog="/data/catalog.json">',
        '  <a href="/thu-tuc">Danh sách</a>',
        '</dvc-procedure-lookup>',
      ].join('\n'),
    );
  });

  it('tells an address of another server in the tag of the script where the element would not take it', () => {
    const catalog = 'https://data.example/catalog.json';
    const text = written({ ...lookup, platform: 'data', options: { 'procedure-lookup': { catalog } } });
    expect(text).to.contain(`data-catalog="${catalog}"></script>`);
    expect(text).to.contain('<a data-dvc="procedure-lookup" href="/thu-tuc">Danh sách</a>');
  });

  it('is a page of its own and a frame where no script may be pasted', () => {
    const state = {
      ...lookup,
      platform: 'iframe',
      frame: 'https://own.example/a.html?x="1"',
      framedBy: 'https://cong.example/b',
    };
    const [page, frame] = writeSnippet(settle(state, RULES), RULES, AROUND);
    const { body: shown } = new DOMParser().parseFromString(frame?.text ?? '', 'text/html');
    const iframe = shown.querySelector('iframe');
    expect(iframe?.src).to.equal('https://own.example/a.html?x=%221%22');
    expect(iframe?.title).to.equal(AROUND.title);
    // It may run scripts and open tabs, and never lead the page around it elsewhere.
    expect(iframe?.getAttribute('sandbox')).to.contain('allow-scripts').and.not.contain('top-navigation');
    expect(iframe?.getAttribute('allow')).not.to.contain('camera');
    expect(shown.querySelector('a')?.href).to.equal(iframe?.src);
    expect(shown.querySelector('script')).to.equal(null);
    const whole = new DOMParser().parseFromString(page?.text ?? '', 'text/html');
    expect(whole.compatMode).to.equal('CSS1Compat');
    expect(whole.title).to.equal(AROUND.title);
    expect(whole.querySelector('script[defer]')?.getAttribute('data-framed-by')).to.equal(
      'https://cong.example',
    );
    expect(whole.querySelector('dvc-procedure-lookup')?.getAttribute('catalog')).to.equal(
      '/data/catalog.json',
    );
    expect(policyText(policyOf(settle(state, RULES), RULES))).to.contain(
      "frame-ancestors 'self' https://cong.example",
    );
    const filing = { ...state, parts: ['form-steps'] };
    expect(written(filing)).to.contain('allow="camera; clipboard-write"');
  });

  it('says shared settings once', () => {
    const parts = ['procedure-lookup', 'form-steps'];
    const text = written({ ...lookup, parts });
    expect(text.match(/catalog=/gu)?.length).to.equal(1);
    expect(text).to.contain(
      '<script type="module" src="/dvc/dvc.loader.min.js" data-catalog="/data/catalog.json">',
    );
  });

  it('sets every colour that follows from an accent, in the light only where the theme changes by itself', () => {
    const text = written({ ...lookup, accent: '#7a1f1f', theme: 'auto' });
    expect(text).to.match(
      /prefers-color-scheme: light[^]*html:root \{\s+--dvc-accent: #7a1f1f;\s+--dvc-accent-hover: #/u,
    );
    expect(text).to.contain('href="/dvc/themes/auto.css"');
  });

  it('needs of a policy its scripts, its styles and the servers of its data, and no link that is only followed', () => {
    const state = settle(
      {
        ...lookup,
        parts: ['form-steps', 'procedure-detail'],
        base: 'https://CDN.example/dvc/1/',
        accent: '#7a1f1f',
        options: {
          'form-steps': {
            gateway: 'https://nhan.example:8443/v1',
            'portal-url': 'https://dichvucong.gov.vn/{code}',
          },
          'procedure-detail': { 'outreach-url': 'https://to-roi.example/{code}' },
        },
      },
      RULES,
    );
    expect(policyText(policyOf(state, RULES))).to.equal(
      [
        'script-src https://cdn.example',
        "style-src https://cdn.example 'self'",
        "connect-src 'self' https://nhan.example:8443",
        "trusted-types dvc-widgets 'allow-duplicates'",
      ].join(';\n'),
    );
  });
});

describe('a policy', () => {
  it('allows servers by their plain names and nothing else, whatever address was written', () => {
    const plain = /^(?:'self'|(?:https?:\/\/)?(?:[a-z\d.-]+|\[[\da-f:.]+\])(?::\d+)?)$/u;
    check((state) => {
      for (const { directive, sources } of policyOf(settle(state, RULES), RULES))
        if (directive !== 'trusted-types') for (const source of sources) expect(source).to.match(plain);
    });
  });
});

describe('reading a snippet', () => {
  const read = (text: string) => readSnippet(text, RULES);

  it('reads what people wrote by hand', () => {
    const found = read(`
      <script type="module" src=https://cdn.example/dvc/dvc.loader.min.js?v=2 data-catalog='/d.json' DATA-LANG=en></script>
      <div class="box"><DVC-Procedure-Lookup sync-address heading-level=3>
        <a href="/ds">Danh sách &amp; tìm</a>`);
    expect(found?.left).to.deep.equal([]);
    expect(found?.state.options).to.deep.equal({
      'procedure-lookup': { catalog: '/d.json', 'sync-address': '', 'heading-level': '3' },
    });
    expect(found?.state).to.deep.include({
      base: 'https://cdn.example/dvc/',
      language: 'en',
      platform: 'html',
    });
    expect(found?.state.link).to.deep.equal({ href: '/ds', text: 'Danh sách & tìm' });
  });

  it('reads a portal around, and a recipe in single quotes', () => {
    const inPortal = read(
      '<dvc-portal catalog="/c.json" theme="dark" lang="vi"><dvc-form-steps assisted></dvc-form-steps></dvc-portal>',
    );
    expect(inPortal?.state.options).to.deep.equal({ 'form-steps': { catalog: '/c.json', assisted: '' } });
    expect(inPortal?.state).to.deep.include({ theme: 'dark', language: 'vi' });
    const inProgram = read(
      "const element = document.createElement('dvc-procedure-lookup');\n element.setAttribute('catalog', '/it\\'s.json');",
    );
    expect(inProgram?.state.options).to.deep.equal({ 'procedure-lookup': { catalog: "/it's.json" } });
    expect(inProgram?.state.platform).to.equal('sharepoint');
  });

  it('tells what it leaves out', () => {
    const found = read(
      `<script src="/dvc/dvc.min.js" data-forms="/f.json" data-base="/x"></script><dvc-unknown></dvc-unknown>
       <dvc-level-badge onclick="alert(1)" level="4"></dvc-level-badge>
       <dvc-form-steps gateway="javascript:alert(1)" destination="moon" catalog="/1.json"></dvc-form-steps>
       <dvc-procedure-lookup catalog="/2.json"></dvc-procedure-lookup><style>
       :root { --dvc-accent: #ffff00; }</style>`.replace(':root {', ':root {\n'),
    );
    const said = found?.left.map(({ code, params }) =>
      `${code} ${params.part} ${params.name}`.replace('  ', ' '),
    );
    expect(said?.sort()).to.deep.equal(
      [
        'not-kept data-base',
        'element-unknown dvc-unknown',
        'option-unknown level-badge onclick',
        'value-unusable form-steps gateway',
        'value-unusable form-steps destination',
        'option-unused forms',
        'value-differs form-steps catalog',
        'value-unusable --dvc-accent',
      ].sort(),
    );
  });

  it('reads an accent however its rule is laid out, and names every other thing that a rule sets', () => {
    const styled = (style: string) => {
      const found = read(`<style>${style}</style><dvc-level-badge></dvc-level-badge>`);
      return [
        found?.state.accent,
        ...(found?.left.map(({ code, params }) => `${code} ${params.name}`) ?? []),
      ];
    };
    expect(styled(':root { --dvc-accent: #7a1f1f; }')).to.deep.equal(['#7a1f1f']);
    expect(styled(':root{color:red;--dvc-accent:#7A1F1F}')).to.deep.equal(['#7a1f1f']);
    expect(styled('/* xã */:root { --dvc-accent:\n #711; }')).to.deep.equal(['#771111']);
    expect(styled(':root { --dvc-accent: darkred; }')).to.deep.equal(['', 'value-unusable --dvc-accent']);
    expect(styled(':root { --dvc-accent: #7a1f1f; --dvc-reserve: 20rem; }')).to.deep.equal([
      '#7a1f1f',
      'not-kept --dvc-reserve',
    ]);
    expect(styled('a { --dvc-accent: #7a1f1f } b { --dvc-accent: #1f1f7a }')).to.deep.equal([
      '#7a1f1f',
      'value-differs --dvc-accent',
    ]);
    // A colour that does not follow from the accent is somebody's own.
    expect(styled(':root { --dvc-accent: #7a1f1f; --dvc-focus: #000000; }')).to.deep.equal([
      '#7a1f1f',
      'not-kept --dvc-focus',
    ]);
    expect(
      styled('/* :root { --dvc-accent: #7a1f1f; } */ a::after { content: "{ --dvc-accent: #7a1f1f;" }'),
    ).to.deep.equal(['']);
    expect(read('<dvc-level-badge><style>:root { --dvc-accent: #7a1f1f; }</style>')?.state.accent).to.equal(
      '#7a1f1f',
    );
  });

  it('reads tags that a page calls otherwise, wherever its script stands, and says that the name is not kept', () => {
    const found =
      read(`<xa-mau-portal theme="dark"><xa-mau-procedure-lookup catalog="/c.json"></xa-mau-procedure-lookup>
      </xa-mau-portal><script defer src="/dvc/dvc.min.js" data-prefix="xa-mau"></script>`);
    expect(found?.state.options).to.deep.equal({ 'procedure-lookup': { catalog: '/c.json' } });
    expect(found?.state.theme).to.equal('dark');
    expect(found?.left).to.deep.equal([{ code: 'not-kept', params: { name: 'data-prefix', part: '' } }]);
  });

  it('tells which addresses it could not use, and does not take another in silence', () => {
    const found = read(
      `<script src="javascript:x/dvc.min.js" data-lang="fr" data-levels="data:,x"></script>
       <iframe data-dvc-frame src="java script:1"></iframe>
       <script src="/dvc/dvc.frame.min.js" data-framed-by="cong.example"></script>
       <dvc-portal theme="neon"></dvc-portal>
       <dvc-procedure-lookup detail-url="https://{code}/"><a href="javascript:alert(1)">x</a></dvc-procedure-lookup>`,
    );
    expect(found?.left.map(({ code, params }) => `${code} ${params.name}`).sort()).to.deep.equal(
      [
        'value-unusable src',
        'value-unusable lang',
        'value-unusable levels',
        'value-unusable data-framed-by',
        'value-unusable theme',
        'value-unusable detail-url',
        'value-unusable href',
      ].sort(),
    );
  });

  describe('names what an element holds or is called besides', () => {
    const lost = (text: string) =>
      read(text)?.left.map(({ code, params }) => `${code} ${params.part}${params.name}`) ?? [];
    const link = '<a href="/t">Thủ tục</a>';

    it('other tags and words beside the link, and words without one', () => {
      expect(
        lost(
          `<dvc-procedure-lookup><form action="/tim"><input name=q></form><p>Gọi 0235</p>${link}</dvc-procedure-lookup>`,
        ),
      ).to.deep.equal(['not-kept <form>', 'not-kept <input>', 'not-kept <p>', 'not-kept “Gọi 0235”']);
      expect(lost('[dvc element="level-badge" level="4"]Mức độ 4[/dvc]')).to.deep.equal([
        'not-kept “Mức độ 4”',
      ]);
      expect(
        lost('<div data-dvc="level-badge"><div class="x"><br></div>\n<p>Sau</p></div><p>Trang</p>'),
      ).to.deep.equal(['not-kept <div>', 'not-kept <br>', 'not-kept <p>', 'not-kept “Sau”']);
      expect(lost(`<dvc-level-badge>${'x '.repeat(100)}</dvc-level-badge>`)).to.deep.equal([
        `not-kept “${'x '.repeat(30)}…”`,
      ]);
    });

    it('a link that differs, by its address or its words, and what a link says beside its address', () => {
      const lookup = `<dvc-procedure-lookup>${link}</dvc-procedure-lookup>`;
      const badge = (inner: string) => lost(`${lookup}<dvc-level-badge>${inner}</dvc-level-badge>`);
      expect(badge(link)).to.deep.equal([]);
      expect(badge('<a href="/khac">Khác</a>')).to.deep.equal(['not-kept <a href="/khac">Khác</a>']);
      expect(badge('<a href="/t">Khác</a>')).to.deep.equal(['not-kept “Khác”']);
      expect(lost(`${lookup}<a data-dvc="level-badge" href="/khac">Khác</a>`)).to.deep.equal([
        'not-kept <a href="/khac">Khác</a>',
      ]);
      expect(badge('<a href="/t" class="nut" target="_blank"><b>Thủ</b> tục</a>')).to.deep.equal([
        'not-kept class="nut"',
        'not-kept target="_blank"',
        'not-kept <b>',
      ]);
      const unclosed = read('<dvc-procedure-lookup><a href="/t">Thủ tục</dvc-procedure-lookup><p>Trang</p>');
      expect(unclosed?.state.link.text).to.equal('Thủ tục');
      expect(unclosed?.left).to.deep.equal([]);
    });

    it('what any tag may be called, the ending of a version, and data inside or beside it', () => {
      expect(lost('<dvc-level-badge id="tim" class="to" hidden></dvc-level-badge>')).to.deep.equal([
        'not-kept id="tim"',
        'not-kept class="to"',
        'not-kept hidden',
      ]);
      expect(lost('<dvc-portal class="to"><dvc-level-badge></dvc-level-badge></dvc-portal>')).to.deep.equal([
        'not-kept class="to"',
      ]);
      expect(lost('<dvc-level-badge-v2 href="/x"></dvc-level-badge-v2>')).to.deep.equal([
        'not-kept <dvc-level-badge-v2>',
        'option-unknown level-badgehref',
      ]);
      const data = '<script type="application/json" data-dvc="levels">{"a": "<p>"}</script>';
      expect(lost(`<dvc-level-badge>${data}</dvc-level-badge>`)).to.deep.equal(['not-kept <script>']);
      expect(lost(`<dvc-portal>${data}<dvc-level-badge></dvc-level-badge></dvc-portal>`)).to.deep.equal([
        'not-kept <script data-dvc="levels">',
      ]);
    });

    it('and nothing of the page around: outside, behind a tag that nobody closed, and our own scripts', () => {
      expect(
        lost(`<h1>Trang</h1>${link}[dvc element="level-badge"] chữ <p>Gọi</p>
          [dvc element="procedure-lookup"]${link}[/dvc] <p id="x">Sau</p>`),
      ).to.deep.equal([]);
      expect(
        lost(
          `<dvc-level-badge>${link}<script src="/dvc/dvc.loader.min.js"></script></dvc-level-badge><p>Sau</p>`,
        ),
      ).to.deep.equal([]);
    });
  });

  it('takes a script beside the page for what it is', () => {
    const found = read('<script defer src="dvc.min.js"></script><dvc-level-badge></dvc-level-badge>');
    expect(found?.state.base).to.equal('./');
    expect(found?.left).to.deep.equal([]);
  });

  it('ends with a million characters of anything, and says that they are too many', () => {
    const MILLION = 1_000_000;
    const fill = (text: string) => text.repeat(Math.ceil(MILLION / text.length)).slice(0, MILLION);
    const tag = '<dvc-level-badge ';
    for (const text of [
      tag + fill(' '),
      tag + fill('/ '),
      tag + fill('=" '),
      tag + fill('x\n'),
      fill(`${tag}x${'\n'.repeat(9)}`),
      fill('\n'),
      `<style>${fill('\n\t')}`,
      fill('[dvc '),
      fill('<!--'),
      fill('</script '),
    ]) {
      expect(readMarkup(text).length).to.be.at.most(text.length);
      expect(read(text)).to.equal(undefined);
    }
    // As many as are read: an unknown attribute each, a blank line each, a line of a recipe each.
    const names = Array.from({ length: 60_000 }, (_, at) => `x${String(at)}`).join(' ');
    for (const text of [
      `${tag}${names}>`,
      `<style>${'\n'.repeat(LONGEST_SNIPPET)}`.slice(0, LONGEST_SNIPPET),
      `<style>${'/*'.repeat(LONGEST_SNIPPET)}`.slice(0, LONGEST_SNIPPET),
      `<style>"${'\\"'.repeat(LONGEST_SNIPPET)}`.slice(0, LONGEST_SNIPPET),
      `<style>{--dvc-${'a'.repeat(LONGEST_SNIPPET)}`.slice(0, LONGEST_SNIPPET),
      '\n'.repeat(LONGEST_SNIPPET),
      `createElement('dvc-level-badge')\n${'setAttribute("'.repeat(30_000)}`,
    ]) {
      expect(text.length).to.be.at.most(LONGEST_SNIPPET);
      read(text);
    }
    expect(read(`${tag}${names}>`)?.left.length).to.equal(60_000);
  });

  it('reads any text to its end', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<', '</', '<!--', '-->', '>', '"', "'", '=', '[dvc', ']', '<a', ' ', 'x', '&#x;'),
          { maxLength: 60 },
        ),
        (parts) => {
          const text = parts.join('');
          expect(readMarkup(text).length).to.be.at.most(text.length);
          expect(() => read(text)).not.to.throw();
        },
      ),
    );
  });
});
