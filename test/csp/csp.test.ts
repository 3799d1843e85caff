import { expect } from 'chai';
import { goTo, press, root, textOf, until } from '../support/drive-form.js';
import { aPhoto, choose, paper } from '../support/papers.js';

interface StrictWindow extends Window {
  readonly violations: unknown[];
}

/** What must be there once each element has shown itself, from all that the built page loads. */
const SHOWN = {
  'dvc-level-badge': 'button',
  'dvc-level-guide': 'h2, h3',
  'dvc-form-steps': '.step-title',
  'dvc-procedure-lookup': 'li mark, ol li',
  'dvc-procedure-detail': '[part~="summary"]',
  'dvc-catalog-coverage': 'svg, table',
  'dvc-status-tracker': '#factor',
  // What it tries to find out makes the browser report nothing where nothing is wrong.
  'dvc-doctor': '.summary',
  'dvc-data-journey': '[part~="contacts"] li',
  'dvc-outreach': 'canvas[height="1080"]',
} as const;
type Shown = keyof typeof SHOWN;

describe('the built page under the strictest policy', function () {
  this.timeout(60_000);

  let frame: HTMLIFrameElement;
  let page: StrictWindow;
  /** The element as a person meets it once it has shown something. */
  async function shown<Tag extends Shown>(tag: Tag): Promise<HTMLElementTagNameMap[Tag]> {
    const element = page.document.querySelector(tag);
    expect(element, tag).not.to.equal(null);
    const selector = SHOWN[tag];
    await until(() => element?.shadowRoot?.querySelector(selector), `${tag} shows ${selector}`);
    return element!;
  }

  beforeEach(async () => {
    frame = document.createElement('iframe');
    frame.src = '/examples/csp/index.html';
    frame.width = '800';
    frame.height = '900';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    page = frame.contentWindow as StrictWindow;
  });
  // No report from the browser, whatever was done.
  afterEach(() => {
    const { violations } = page;
    frame.remove();
    expect(violations).to.deep.equal([]);
  });

  it('hears of what the policy forbids, so that its silence below says something', async () => {
    const picture = page.document.createElement('img');
    picture.alt = '';
    picture.src = '/icon.png';
    page.document.body.append(picture);
    await until(() => page.violations.length, 'a report');
    page.violations.length = 0;
  });

  it('shows every element, and changes its language', async () => {
    for (const tag of Object.keys(SHOWN) as Shown[]) await shown(tag);
    // Something to do in each: what is loaded or rendered only then must keep the policy, too.
    const badge = (await shown('dvc-level-badge')).shadowRoot!.querySelector('button')!;
    badge.click();
    const lookup = (await shown('dvc-procedure-lookup')).shadowRoot!;
    const box = lookup.querySelector('input')!;
    box.value = 'lam lai giay khai sinh';
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await until(() => lookup.querySelector('mark'), 'marked words');
    page.document.documentElement.lang = 'en';
    await until(() => badge.textContent.includes('Level 4'), 'the badge in English');
  });

  it('opens the filters, narrows by one, and opens a sheet in place of the list, which is printed', async () => {
    const lookup = (await shown('dvc-procedure-lookup')).shadowRoot!;
    lookup.querySelector<HTMLElement>('.filter-button')!.click();
    await until(() => lookup.querySelector('select'), 'the filters are open');
    const select = lookup.querySelector<HTMLSelectElement>('select')!;
    select.value = [...select.options].at(-1)!.value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => lookup.querySelector('.filters button'), 'a filter is set');
    lookup.querySelector<HTMLElement>('.card .open')!.click();
    const sheet = () => lookup.querySelector('dvc-procedure-detail')?.shadowRoot;
    await until(() => sheet()?.querySelector('.actions button'), 'a sheet is open in the lookup');
    // Its parts further down come by themselves.
    await until(() => sheet()?.querySelectorAll('details').length, 'the rest of the sheet');
    let printed = 0;
    page.print = () => {
      page.dispatchEvent(new Event('beforeprint'));
      printed += 1;
      page.dispatchEvent(new Event('afterprint'));
    };
    sheet()!.querySelector<HTMLElement>('.actions button')!.click();
    await until(() => printed, 'the sheet is printed');
    expect(sheet()!.querySelector('.qr svg path')).not.to.equal(null);
  });

  it('shows the table of the figures, and the other wording of the levels', async () => {
    const coverage = (await shown('dvc-catalog-coverage')).shadowRoot!;
    const isInSight = () => coverage.querySelector('table')!.getBoundingClientRect().width > 1;
    expect(isInSight()).to.equal(false);
    coverage.querySelector<HTMLElement>('figure > button')!.click();
    await until(isInSight, 'the table is in sight');
    const guide = (await shown('dvc-level-guide')).shadowRoot!;
    const before = guide.querySelector('.standing')!.textContent;
    const other = guide.querySelector<HTMLInputElement>('input[type=radio]:not(:checked)')!;
    other.click();
    await until(() => guide.querySelector('.standing')!.textContent !== before, 'the other wording');
    expect(guide.querySelectorAll('.level .steps svg').length).to.be.greaterThan(0);
  });

  it('tells what is on this computer, and deletes it', async () => {
    const journey = (await shown('dvc-data-journey')).shadowRoot!;
    await until(() => journey.querySelector('.delete'), 'copies of the catalogue are there');
    journey.querySelector<HTMLElement>('.delete')!.click();
    await until(() => journey.querySelector('.ask'), 'it asks first');
    journey.querySelector<HTMLElement>('.ask .danger')!.click();
    await until(() => journey.querySelector('.result'), 'it says what it came to');
    expect(journey.querySelector('.result')!.textContent).to.contain('Đã xóa hết');
  });

  it('brings an application to its receipt, with all that is only loaded on the way', async () => {
    const steps = await shown('dvc-form-steps');
    await press(steps, 'Điền thử bằng người không có thật');
    await goTo(steps, 'Giấy tờ đính kèm');
    await until(() => root(steps).querySelector('.wanted'), 'the papers are listed');
    const name = root(steps).querySelector('.wanted .paper-name')!.textContent.trim();
    choose(steps, name, await aPhoto('a.jpg'), await aPhoto('b.jpg'));
    await until(() => paper(steps, name).textContent.includes('2 trang'), 'two photos are one paper');
    await goTo(steps, 'Giấy biên nhận');
    await until(() => root(steps).querySelector('.receipt svg'), 'a receipt with its code');
    expect(textOf(steps, '.receipt')).to.contain('Hệ thống mẫu');
  });
});

describe('a page whose policy does not name us', function () {
  this.timeout(60_000);

  it('keeps in sight what it put inside each tag', async () => {
    const frame = document.createElement('iframe');
    frame.src = '/examples/csp/refused.html';
    frame.width = '800';
    frame.height = '900';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    const { document: page } = frame.contentWindow!;
    const tall = (element: Element) => element.getBoundingClientRect().height > 0;
    // The doctor puts its findings there: see `test/e2e/doctor.e2e.mjs`.
    const others = (Object.keys(SHOWN) as Shown[]).filter((tag) => tag !== 'dvc-doctor');
    for (const tag of others) {
      const element = page.querySelector(tag)!;
      await until(
        () => element.shadowRoot && (element.hasUpdated || element.shadowRoot.querySelector('slot')),
        tag,
      );
      // Where a browser does not know such policies, the element itself is there.
      if ('trustedTypes' in window) expect(tall(element.querySelector('a')!), tag).to.equal(true);
    }
    expect(tall(page.querySelector('#beside')!)).to.equal(true);
    frame.remove();
  });
});
