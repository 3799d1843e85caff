import { expect } from '@open-wc/testing';
import { directiveOf, oursAmong } from '../../src/doctor/address-checks.js';
import { examine } from '../../src/doctor/examine.js';
import type { DataFaults, PageFacts } from '../../src/doctor/facts.js';
import { FINDING_CODES, type FindingCode } from '../../src/doctor/findings.js';
import { garbledWord } from '../../src/doctor/page-checks.js';
import { anElement, catalogAnswer, json, pageFacts } from '../support/page-facts.js';

const blocked = (directive: string) =>
  pageFacts({
    policy: { violations: [{ directive, blocked: 'https://xa-mau.example/x', present: directive }] },
  });
const answered = (answer: Parameters<typeof catalogAnswer>[0], address?: string) =>
  pageFacts({ addresses: [catalogAnswer(answer, address)] });
const told = (harm: DataFaults['harm']) =>
  pageFacts({
    addresses: [{ ...catalogAnswer(json()), faults: { harm, count: 2, said: { vi: 'Sai.', en: 'Wrong.' } } }],
  });
const element = (overrides: Parameters<typeof anElement>[0]) =>
  pageFacts({ elements: [anElement(overrides)] });

/** Each thing that is looked for, and a page that has nothing else. */
const PAGES: Readonly<Record<FindingCode, PageFacts>> = {
  'csp-connect': blocked('connect-src'),
  'csp-script': blocked('script-src-elem'),
  'csp-other': blocked('img-src'),
  'trusted-types': pageFacts({ policy: { needsTrustedTypes: true, allowsPolicy: false, isDrawn: false } }),
  'trusted-types-once': pageFacts({ policy: { needsTrustedTypes: true, allowsPolicy: false } }),
  'mixed-content': answered({ kind: 'unreachable' }, 'http://xa-mau.example/data/catalog.json'),
  'not-secure': pageFacts({ document: { isHttps: false, isSecure: false } }),
  unreachable: answered({ kind: 'unreachable' }),
  unreadable: answered({ kind: 'unreadable' }),
  slow: answered({ kind: 'slow' }),
  'not-found': answered(json({ status: 404 })),
  refused: answered(json({ status: 403 })),
  'server-error': answered(json({ status: 502 })),
  'web-page': answered(json({ type: 'text/html', isJson: false })),
  'not-json': answered(json({ isJson: false })),
  'wrong-type': answered(json({ type: 'image/png' })),
  'data-refused': told('all'),
  'data-left-out': told('part'),
  'data-unusual': told('none'),
  charset: pageFacts({ document: { charset: 'windows-1258', contentType: 'text/html' } }),
  'charset-apart': pageFacts({ document: { contentType: 'text/html; charset=windows-1258' } }),
  garbled: pageFacts({ document: { charset: 'windows-1252', garbled: 'Thá»§' } }),
  'file-failed': pageFacts({
    copies: { failed: [{ address: 'https://xa-mau.example/dvc/x.js', status: 404 }] },
  }),
  'two-scripts': pageFacts({ copies: { scripts: ['/a/dvc.min.js', '/b/dvc.min.js'] } }),
  'other-version': pageFacts({ copies: { others: [{ tag: 'dvc-portal', version: '0.0.9' }] } }),
  'tag-taken': pageFacts({ copies: { others: [{ tag: 'dvc-portal' }] } }),
  'not-defined': element({ isDefined: false, known: undefined }),
  'other-prefix': element({ isDefined: false, has: [], known: undefined, instead: 'xa-procedure-lookup' }),
  'no-elements': pageFacts({ elements: [] }),
  'data-elsewhere': element({ has: [], refused: ['catalog'] }),
  'lacks-catalog': element({ has: [] }),
  'lacks-code': element({ tag: 'dvc-procedure-detail' }),
  'lacks-forms': element({ tag: 'dvc-form-steps', has: ['catalog', 'code'] }),
  'lacks-gateway': element({ tag: 'dvc-status-tracker', has: [] }),
  'lacks-figures': element({ tag: 'dvc-catalog-coverage', has: [] }),
  'no-gap': element({ attributes: { 'detail-url': '/chi-tiet.html' } }),
  'gap-in-query': element({ attributes: { 'track-url': '/theo-doi.html?ma={code}#top' } }),
  'unknown-attribute': element({ attributes: { catalogue: '/data/catalog.json' } }),
  'unknown-value': element({ attributes: { device: 'shered' }, known: ['device'] }),
  'unknown-code': element({ lostCode: '9.999999' }),
  hidden: element({ hiding: { how: 'display', by: 'div#tab' } }),
  covered: element({ hiding: { how: 'covered', by: 'div.chat' } }),
  'calendar-ends': pageFacts({ calendars: [{ years: [2025, 2026], today: '2026-12-01' }] }),
  'no-reserve': element({ unreserved: 'dvc-reserve' }),
  viewport: pageFacts({ document: { hasViewport: false } }),
  'no-storage': pageFacts({ device: { stores: false, isPersistent: undefined } }),
  clock: pageFacts({ device: { minutesAhead: -95.4 } }),
  'old-browser': pageFacts({ device: { lacks: ['popover'] } }),
};
const codes = (facts: PageFacts) => examine(facts).findings.map(({ code }) => code);
const unknowns = (facts: PageFacts) => examine(facts).unknowns.map(({ code }) => code);

describe('the doctor of a page', () => {
  it('finds nothing where nothing is wrong, and says even then what it cannot know', () => {
    expect(codes(pageFacts())).to.deep.equal([]);
    expect(unknowns(pageFacts())).to.deep.equal(['elsewhere']);
  });

  for (const code of FINDING_CODES)
    it(`finds ${code}, and nothing else`, () => expect(codes(PAGES[code])).to.deep.equal([code]));

  it('takes what people may write for right', () => {
    expect(
      codes(
        pageFacts({
          elements: [
            anElement({
              attributes: {
                'detail-url': '/chi-tiet.html?ma={code}',
                'track-url': '/theo-doi.html#ma={code}',
                'portal-url': 'https://dichvucong.gov.vn',
                'data-id': '1',
                'aria-label': 'Tìm',
                class: 'x',
              },
            }),
          ],
          addresses: [
            catalogAnswer(json({ type: '' })),
            catalogAnswer(json({ type: 'text/plain' }), 'http://127.0.0.1/a'),
          ],
          device: { minutesAhead: 4.9 },
        }),
      ),
    ).to.deep.equal([]);
  });

  it('names a mistyped option of the script as it stands in its tag', () => {
    const script = anElement({
      tag: 'script',
      attributes: { gatewy: 'https://xa-mau.example', catalog: '/c.json' },
      known: ['catalog', 'gateway'],
    });
    expect(
      examine(pageFacts({ elements: [anElement(), script] })).findings.map(({ code, params }) => [
        code,
        params,
      ]),
    ).to.deep.equal([['unknown-attribute', { tag: 'script', names: 'data-gatewy' }]]);
  });

  it('takes for a value what is a choice, and tells the choices of what is none', () => {
    const badge = (attributes: Record<string, string>) =>
      element({
        tag: 'dvc-level-badge',
        attributes,
        known: ['level', 'kind', 'theme'],
        choices: { level: ['3', '4'], kind: ['full'] },
      });
    expect(codes(badge({ level: ' 4 ', kind: '', theme: 'dark' }))).to.deep.equal([]);
    expect(examine(badge({ level: '5', kind: 'full' })).findings.map(({ params }) => params)).to.deep.equal([
      { tag: 'dvc-level-badge', name: 'level', value: '5', choices: '3, 4' },
    ]);
    const script = anElement({ tag: 'script', attributes: { device: 'x' }, known: ['device'] });
    expect(examine(pageFacts({ elements: [anElement(), script] })).findings[0]!.params.name).to.equal(
      'data-device',
    );
  });

  it('tells of data that did not come as they should that alone', () => {
    const faults = { harm: 'all', count: 1, said: { vi: 'Sai.' } } as const;
    expect(
      codes(pageFacts({ addresses: [{ ...catalogAnswer(json({ status: 404 })), faults }] })),
    ).to.deep.equal(['not-found']);
  });

  it('calls an element what the page calls it', () => {
    const written = 'xa-mau-procedure-lookup';
    const { findings, unknowns: left } = examine(element({ has: [], written, isFolded: true }));
    expect([...findings, ...left].flatMap(({ params }) => params.tag ?? [])).to.deep.equal([
      written,
      written,
    ]);
  });

  it('does not say that there is no element where one was meant', () => {
    expect(
      codes(element({ tag: 'data-dvc="procedurelookup"', isDefined: false, known: undefined })),
    ).to.deep.equal(['not-defined']);
  });

  for (const [today, isTold] of [
    ['2026-11-30', false],
    ['2026-12-01', true],
    ['2026-12-31', true],
    ['2027-01-01', true],
    ['2031-06-01', true],
  ] as const)
    it(`${isTold ? 'tells' : 'does not tell'} on ${today} that a calendar ends with 2026`, () => {
      const { findings } = examine(pageFacts({ calendars: [{ years: [2026, 2025], today }] }));
      expect(findings.map(({ code, params }) => [code, params])).to.deep.equal(
        isTold ? [['calendar-ends', { year: 2026, next: 2027 }]] : [],
      );
    });

  it('asks for a receiving system only where applications go to one', () => {
    const form = (...has: string[]) =>
      codes(element({ tag: 'dvc-form-steps', has: ['catalog', 'code', 'forms', ...has] }));
    expect(form()).to.deep.equal([]);
    expect(form('destination=gateway')).to.deep.equal(['lacks-gateway']);
    expect(form('destination=gateway', 'gateway')).to.deep.equal([]);
  });

  it('tells one cause once: what a policy blocked is not called unreachable, what has nothing to show is not called hidden', () => {
    const connect = { directive: 'connect-src', blocked: 'https://xa-mau.example/data/catalog.json' };
    expect(
      codes(
        pageFacts({
          policy: { violations: [connect, connect] },
          addresses: [catalogAnswer({ kind: 'blocked' })],
        }),
      ),
    ).to.deep.equal(['csp-connect']);
    expect(codes(element({ has: [], hiding: { how: 'size', by: 'dvc-procedure-lookup' } }))).to.deep.equal([
      'lacks-catalog',
    ]);
    const twice = anElement({ has: [] });
    expect(codes(pageFacts({ elements: [twice, twice] }))).to.deep.equal(['lacks-catalog']);
  });

  it('puts what does not work before what could be better', () => {
    expect(codes(pageFacts({ document: { hasViewport: false }, device: { stores: false } }))).to.deep.equal([
      'no-storage',
      'viewport',
    ]);
  });

  it('says everything that it could not find out', () => {
    const facts = pageFacts({
      document: { contentType: undefined, frames: 2 },
      policy: { isComplete: false },
      addresses: [
        { name: 'forms', address: 'https://xa-mau.example/forms/{code}.json' },
        { name: 'gateway', address: 'https://xa-mau.example/gateway/v1', answer: json() },
      ],
      elements: [anElement({ isFolded: true })],
      device: { minutesAhead: undefined, isPersistent: false },
    });
    expect(codes(facts)).to.deep.equal([]);
    expect(unknowns(facts)).to.deep.equal([
      'before',
      'page-headers',
      'clock',
      'gap',
      'folded',
      'frames',
      'short-storage',
      'sending',
      'elsewhere',
    ]);
  });

  it('knows Vietnamese that was read in a wrong encoding from Vietnamese, French and Portuguese', () => {
    const wrongly = (text: string) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
    for (const word of ['Thủ tục', 'Đăng ký', 'Ước', 'Hồ sơ', 'trường'])
      expect(garbledWord(wrongly(word)), word).to.be.a('string');
    expect(garbledWord(new TextDecoder().decode(new Uint8Array([0x54, 0xe1, 0x21])))).to.be.a('string');
    for (const text of [
      'Thủ tục đăng ký khai sinh',
      'ĐĂNG KÝ HỘ TỊCH Ã',
      'São João, Ângela',
      'l’élève à Đà Nẵng “á»”'.slice(0, 18),
    ])
      expect(garbledWord(text), text).to.equal(undefined);
  });

  it('hears of a policy only what is ours, and quotes the directive as it stands', () => {
    const told = (url: string) => ({ directive: 'connect-src', blocked: url });
    const ours = oursAmong(
      [
        told('https://xa-mau.example/data/catalog.json'),
        told('https://xa-mau.example'),
        told('https://xa-mau.example/dvc/chunks/core.js'),
        told('https://ads.example/track.js'),
        told('inline'),
        told(''),
      ],
      {
        addresses: ['https://xa-mau.example/data/catalog.json'],
        folders: ['https://xa-mau.example/dvc/'],
      },
    );
    expect(ours.map(({ blocked: url }) => url)).to.deep.equal([
      'https://xa-mau.example/data/catalog.json',
      'https://xa-mau.example',
      'https://xa-mau.example/dvc/chunks/core.js',
    ]);
    const policy = "default-src 'none'; connect-src 'self' https://a.example; script-src 'self'";
    expect(directiveOf(policy, 'connect-src')).to.equal("connect-src 'self' https://a.example");
    expect(directiveOf(policy, 'img-src')).to.equal(undefined);
  });
});
