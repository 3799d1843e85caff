import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../components/catalog-coverage/catalog-coverage.js';
import '../../components/data-journey/data-journey.js';
import '../../components/doctor/doctor.js';
import '../../components/form-steps/form-steps.js';
import '../../components/level-badge/level-badge.js';
import '../../components/level-guide/level-guide.js';
import '../../components/outreach/outreach.js';
import '../../components/procedure-detail/procedure-detail.js';
import '../../components/procedure-lookup/procedure-lookup.js';
import '../../components/status-tracker/status-tracker.js';
import { aCatalog } from '../support/builders.js';
import { pageFacts } from '../support/page-facts.js';
import { aReceivingSystem, FORM, GATEWAY, NOW } from '../support/receiving-system.js';
import { waitUntil } from '../support/wait-until.js';

/** Each element, how to make it show content, and the parts that show last. One entry for each new one. */
const elements: Readonly<
  Record<
    string,
    {
      readonly markup: string;
      readonly set?: object;
      readonly last?: readonly string[];
      readonly followsWidth?: boolean;
    }
  >
> = {
  'dvc-level-badge': { markup: '<dvc-level-badge level="3"></dvc-level-badge>' },
  'dvc-level-guide': { markup: '<dvc-level-guide level="full"></dvc-level-guide>' },
  'dvc-catalog-coverage': {
    markup:
      '<dvc-catalog-coverage total="1463" by-tier="district:236 commune:103" by-level="4:1425"></dvc-catalog-coverage>',
  },
  'dvc-doctor': {
    markup: '<dvc-doctor></dvc-doctor>',
    set: { facts: pageFacts({ document: { hasViewport: false } }) },
    last: ['textarea'],
  },
  'dvc-form-steps': {
    markup: '<dvc-form-steps code="1.001193" device="shared"></dvc-form-steps>',
    set: {
      catalog: aCatalog(),
      form: FORM,
      clock: () => NOW,
      destination: 'gateway',
      gateway: GATEWAY,
      network: aReceivingSystem().network,
    },
    last: ['.bring', '.step-title', '.plan li'],
  },
  'dvc-procedure-detail': {
    markup: '<dvc-procedure-detail code="1.001193"></dvc-procedure-detail>',
    set: { catalog: aCatalog(), clock: () => new Date('2026-11-23T05:00:00Z') },
    // The code for paper comes when the browser has nothing better to do.
    last: ['.origin', '.qr svg'],
  },
  'dvc-data-journey': {
    markup: '<dvc-data-journey></dvc-data-journey>',
    last: ['[part="others"] li', '.actions button'],
  },
  'dvc-outreach': {
    markup: '<dvc-outreach code="1.001193" detail-url="/s.html?ma={code}"></dvc-outreach>',
    set: { catalog: aCatalog(), clock: () => new Date('2026-11-23T05:00:00Z') },
    last: ['.code svg', '.speech'],
    followsWidth: true,
  },
  'dvc-status-tracker': {
    markup: '<dvc-status-tracker device="shared"></dvc-status-tracker>',
    set: { gateway: GATEWAY, network: aReceivingSystem().network, clock: () => NOW },
    last: ['#factor'],
  },
  'dvc-procedure-lookup': {
    markup: '<dvc-procedure-lookup query="khai sinh"></dvc-procedure-lookup>',
    set: { catalog: aCatalog() },
    last: ['.card', '.none'],
  },
};

/** Sheets that old portals, templates and plug-ins really carry, at their worst. */
const sheets: Readonly<Record<string, string>> = {
  'everything unset': '* { all: unset !important }',
  'everything initial': '* { all: initial !important }',
  'everything hidden': '* { visibility: hidden !important }',
  'nearly invisible': '[data-room] > * { opacity: 0.01 !important }',
  'two pixel type': '* { font-size: 2px !important }',
  'one pixel root': 'html { font-size: 1px } body { font: 1rem/1 serif }',
  'Bootstrap 3 root':
    'html { font-size: 10px } body { font: 14px/1.42857143 Helvetica, Arial; color: #333 } * { box-sizing: content-box } button, input { font: inherit; line-height: normal } svg { vertical-align: middle } h3 { font-size: 24px }',
  'right to left': '* { direction: rtl !important; unicode-bidi: bidi-override !important }',
  'no line height': '* { line-height: 0 !important }',
  'closed up letters': '* { letter-spacing: -3px !important; word-spacing: -9px !important }',
  'indented away': '* { text-indent: -9999px !important }',
  capitals: '* { text-transform: uppercase !important; font-variant: small-caps !important }',
  'no buttons, no pictures':
    'button, input, label, a, table, ol, li, h2, h3 { display: none !important } svg { display: none !important }',
  'no pointer':
    '* { pointer-events: none !important; user-select: none !important; cursor: none !important }',
  'no focus ring': '*, *:focus, *:focus-visible { outline: none !important; box-shadow: none !important }',
  'white on black': '* { color: white !important; background: black !important }',
  'text of no colour':
    '* { -webkit-text-fill-color: transparent !important; text-shadow: 0 0 9px red !important }',
  'never broken lines': '* { white-space: nowrap !important; word-break: break-all !important }',
  sideways: '[data-room] > * { writing-mode: vertical-rl !important; text-orientation: upright !important }',
  'centred italics': '* { text-align: center !important; font: italic 900 3px fantasy !important }',
  spinning:
    '@keyframes x { to { transform: rotate(1turn) scale(0) } } * { animation: x 1s infinite !important }',
  'elements not shown': '[data-room] > * { display: none !important }',
};

/** What a reader sees of a part; must be the same with and without the page's sheet. */
const WATCHED = [
  'backgroundColor',
  'color',
  'display',
  'direction',
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontVariantCaps',
  'fontWeight',
  'letterSpacing',
  'lineHeight',
  'opacity',
  'pointerEvents',
  'textAlign',
  'textIndent',
  'textShadow',
  'textTransform',
  'unicodeBidi',
  'userSelect',
  'visibility',
  'whiteSpace',
  'wordBreak',
  'wordSpacing',
  'writingMode',
  'webkitTextFillColor',
] as const;

const parts = (element: Element) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.root, .root *')];

function looks(element: Element): string[] {
  return parts(element).map((part, at) => {
    const style = getComputedStyle(part);
    const values = WATCHED.map((name) => `${name}:${style[name]}`);
    return `${String(at)} ${part.localName}.${part.getAttribute('class') ?? ''} ${values.join(';')}`;
  });
}

/** Parts whose text is wider than their box, or that have none; but for what is only there to be heard. */
const clipped = (element: Element) =>
  parts(element)
    .filter((part) => !part.closest('.visually-hidden'))
    .filter((part) => part instanceof HTMLElement && part.checkVisibility() && part.textContent.trim() !== '')
    .filter((part) => getComputedStyle(part).display !== 'inline')
    .filter((part) => part.scrollWidth > part.clientWidth + 1 || part.offsetHeight === 0)
    .map((part) => part.outerHTML.slice(0, 80));

const targets = (element: Element) =>
  parts(element)
    .filter((part) =>
      // A label counts where it is what is pressed: around a box or a choice.
      part.matches(
        'button, a, label:has(input), select, summary, input:not([type="radio"], [type="checkbox"])',
      ),
    )
    .filter((part) => part.checkVisibility());

async function show({
  markup,
  set,
  last = ['.root'],
}: (typeof elements)[string]): Promise<{ room: HTMLElement; element: HTMLElement }> {
  const room = document.createElement('div');
  room.setAttribute('data-room', '');
  room.innerHTML = markup;
  document.body.append(room);
  const element = room.firstElementChild as HTMLElement & { updateComplete: Promise<boolean> };
  Object.assign(element, set);
  await element.updateComplete;
  const isShown = () =>
    targets(element).length > 0 && last.every((part) => element.shadowRoot?.querySelector(part));
  await waitUntil(isShown, 'content is shown');
  return { room, element };
}

async function withSheet(css: string, run: () => Promise<void> | void): Promise<void> {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
  try {
    await nextFrame();
    await run();
  } finally {
    sheet.remove();
    await nextFrame();
  }
}

for (const [tag, example] of Object.entries(elements)) {
  describe(`<${tag}> on a page whose style sheet says`, () => {
    if (example.followsWidth) {
      // Some of these sheets take its margin from the page.
      before(() => (document.body.style.margin = '0'));
      after(() => (document.body.style.margin = ''));
    }
    for (const [name, css] of Object.entries(sheets)) {
      it(`${name}: looks as it did`, async () => {
        const { room, element } = await show(example);
        const before = looks(element);
        expect(before).to.have.length.greaterThan(3);
        await withSheet(css, async () => {
          // Some sheets push it out of the window, where not everything is laid out.
          const isLaidOut = () => targets(element).every((target) => target.offsetHeight > 0);
          if (!isLaidOut()) room.style.cssText = 'position: fixed !important; inset: 0 !important';
          await waitUntil(isLaidOut, 'laid out');
          expect(looks(element)).to.deep.equal(before);
          expect(clipped(element)).to.deep.equal([]);
          expect(element.offsetHeight).to.be.greaterThan(20);
          for (const target of targets(element)) {
            const { width, height } = target.getBoundingClientRect();
            expect(Math.min(width, height), target.outerHTML.slice(0, 80)).to.be.at.least(44);
          }
        });
        room.remove();
      });
    }

    it('no focus ring: shows where the keyboard is', async () => {
      const { room, element } = await show(example);
      await withSheet(sheets['no focus ring'] ?? '', async () => {
        const before = document.createElement('button');
        room.prepend(before);
        before.focus();
        await sendKeys({ press: 'Tab' });
        let focused = element.shadowRoot!.activeElement!;
        while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(focused);
        expect(outlineStyle).to.equal('solid');
        expect(Number.parseFloat(outlineWidth)).to.be.at.least(2);
      });
      room.remove();
    });

    it('a reader’s text spacing: follows it, and clips nothing', async () => {
      const { room, element } = await show(example);
      const spacing =
        '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }';
      await withSheet(spacing, () => {
        const root = element.shadowRoot!.querySelector('.root')!;
        const { letterSpacing, wordSpacing, lineHeight, fontSize } = getComputedStyle(root);
        const size = Number.parseFloat(fontSize);
        expect(Number.parseFloat(letterSpacing)).to.be.closeTo(size * 0.12, 0.01);
        expect(Number.parseFloat(wordSpacing)).to.be.closeTo(size * 0.16, 0.01);
        expect(Number.parseFloat(lineHeight)).to.be.at.least(size * 1.5 - 0.01);
        expect(clipped(element)).to.deep.equal([]);
      });
      room.remove();
    });

    it('a reading aid that sets a class on the page: follows it', async () => {
      const { room, element } = await show(example);
      await withSheet('.airy * { letter-spacing: 0.12em !important }', async () => {
        document.body.classList.add('airy');
        await new Promise(requestAnimationFrame);
        const { letterSpacing, fontSize } = getComputedStyle(element.shadowRoot!.querySelector('.root')!);
        document.body.classList.remove('airy');
        expect(Number.parseFloat(letterSpacing)).to.be.closeTo(Number.parseFloat(fontSize) * 0.12, 0.01);
      });
      room.remove();
    });

    it('a width, a margin, `hidden`: obeys the page', async () => {
      const { room, element } = await show(example);
      await withSheet(`${tag} { width: 321px; max-width: none; margin-top: 7px }`, () => {
        expect(element.getBoundingClientRect().width).to.equal(321);
        expect(getComputedStyle(element).marginTop).to.equal('7px');
      });
      element.hidden = true;
      expect(element.offsetHeight).to.equal(0);
      room.remove();
    });
  });
}
