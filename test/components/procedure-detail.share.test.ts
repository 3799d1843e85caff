import { expect, fixture, html } from '@open-wc/testing';
import '../../components/portal/portal.js';
import '../../components/procedure-detail/procedure-detail.js';
import type { ProcedureDetail } from '../../components/procedure-detail/procedure-detail.js';
import { aCatalog, aRecord } from '../support/builders.js';
import { until } from '../support/fake-timers.js';

const ADDRESS = 'https://xa-mau.example/s?ma=1.001193';

const find = (element: ProcedureDetail, tag: 'a' | 'button', name: string): HTMLElement | undefined =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>(tag)].find(
    ({ textContent }) => textContent.trim() === name,
  );
const status = (element: ProcedureDetail): string =>
  element.shadowRoot!.querySelector('.actions [role="status"]')!.textContent.trim();

async function open(outreachUrl?: string): Promise<ProcedureDetail> {
  const portal = await fixture(
    html`<dvc-portal detail-url="https://xa-mau.example/s?ma={code}"></dvc-portal>`,
  );
  const element = Object.assign(document.createElement('dvc-procedure-detail'), {
    code: '1.001193',
    catalog: aCatalog([aRecord()]),
    outreachUrl,
  });
  portal.append(element);
  await until(
    () => element.shadowRoot !== null && find(element, 'button', 'Chia sẻ') !== undefined,
    'the sheet can be shared',
  );
  return element;
}

/** What the browser can do, for one test. */
function browser({ share, copy }: { share?: () => Promise<void>; copy?: () => Promise<void> }): string[] {
  const asked: string[] = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      writeText: (text: string) => {
        asked.push(`copy ${text}`);
        return copy?.() ?? Promise.reject(new Error('not allowed'));
      },
    },
  });
  if (share)
    Object.defineProperty(navigator, 'share', {
      configurable: true,
      value: ({ url = '' }: ShareData) => {
        asked.push(`share ${url}`);
        return share();
      },
    });
  return asked;
}

describe('<dvc-procedure-detail>: handed on', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
    Reflect.deleteProperty(navigator, 'share');
  });

  it('hands its address to the apps of the device where the browser can', async () => {
    const asked = browser({ share: () => Promise.resolve() });
    const element = await open();
    find(element, 'button', 'Chia sẻ')!.click();
    await until(() => asked.length === 1, 'the device is asked');
    expect(asked).to.deep.equal([`share ${ADDRESS}`]);
    expect(status(element)).to.equal('');
  });

  it('copies nothing for whoever closed the choice of apps', async () => {
    const asked = browser({
      share: () => Promise.reject(new DOMException('closed', 'AbortError')),
      copy: () => Promise.resolve(),
    });
    const element = await open();
    find(element, 'button', 'Chia sẻ')!.click();
    await until(() => asked.length === 1, 'the device is asked');
    await element.updateComplete;
    expect(asked).to.deep.equal([`share ${ADDRESS}`]);
    expect(status(element)).to.equal('');
  });

  it('copies its address where the device has no choice of apps, and says so', async () => {
    const asked = browser({
      share: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
      copy: () => Promise.resolve(),
    });
    const element = await open();
    find(element, 'button', 'Chia sẻ')!.click();
    await until(() => status(element) !== '', 'it says what was done');
    expect(asked).to.deep.equal([`share ${ADDRESS}`, `copy ${ADDRESS}`]);
    expect(status(element)).to.contain('Đã chép địa chỉ');
    await expect(element).to.be.accessible();
  });

  it('shows its address, marked to be copied by hand, where nothing else works', async () => {
    browser({ share: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
    const element = await open();
    find(element, 'button', 'Chia sẻ')!.click();
    await until(() => element.shadowRoot!.activeElement !== null, 'the address is there');
    const field = element.shadowRoot!.querySelector<HTMLInputElement>('.address')!;
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).to.equal(ADDRESS);
    expect(status(element)).to.contain('Trình duyệt không cho chép');
    await expect(element).to.be.accessible();
  });

  it('leads to poster and leaflet only where the page names them', async () => {
    expect(find(await open(), 'a', 'Áp phích, tờ rơi')).to.equal(undefined);
    const link = find(await open('/tuyen-truyen.html?ma={code}'), 'a', 'Áp phích, tờ rơi');
    expect(link?.getAttribute('href')).to.equal('/tuyen-truyen.html?ma=1.001193');
    expect(find(await open('javascript:alert(1)'), 'a', 'Áp phích, tờ rơi')).to.equal(undefined);
  });
});
