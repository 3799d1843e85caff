import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../components/catalog-coverage/catalog-coverage.js';
import '../../components/data-journey/data-journey.js';
import '../../components/doctor/doctor.js';
import '../../components/portal/portal.js';
import '../../components/status-tracker/status-tracker.js';
import type { DataJourney } from '../../components/data-journey/data-journey.js';
import type { DataDeletedEvent } from '../../src/ui/journey-events.js';
import { keptHere, type KeptHere, type KeptHome } from '../../src/ui/kept-here.js';
import { openFollowed, type FollowedDossier } from '../../src/ui/followed-dossiers.js';
import { DraftLock } from '../../src/ui/draft-lock.js';
import { openDraftStore } from '../../src/ui/draft-store.js';
import { clearStoredCopies } from '../../src/ui/stored-copies.js';
import { pageNetwork } from '../../src/ui/page-network.js';
import { aDraft, aPaper, aSending } from '../support/application.js';
import { until } from '../support/fake-timers.js';
import { emptyBrowser, GATEWAY, openSteps, press, textOf, type } from '../support/harness/form-steps.js';
import { aTracker, textIn } from '../support/drive-tracker.js';
import { raw } from '../support/storage.js';
import { aTrackedDossier } from '../support/tracked.js';

const DAY = 24 * 3_600_000;
const SAVED = Date.parse('2026-11-23T02:00:00Z');

const words = (element: DataJourney, selector = '.root') =>
  [...element.shadowRoot!.querySelectorAll(selector)]
    .map(({ textContent }) => textContent.replace(/\s+/gu, ' ').trim())
    .join(' | ');
const rows = (element: DataJourney, part: 'kept' | 'contacts' | 'others') =>
  [...element.shadowRoot!.querySelectorAll(`[part="${part}"] li`)].map(({ textContent }) =>
    textContent.replace(/\s+/gu, ' ').trim(),
  );
const rowOf = (element: DataJourney, host: string) =>
  rows(element, 'contacts').find((row) => row.startsWith(host)) ?? '';

const countIn = (element: DataJourney) => Number(/tự giữ ít nhất (\d+) mục/u.exec(words(element))?.[1]);

const hasIn = (element: DataJourney, selector: string) =>
  element.shadowRoot?.querySelector(selector) !== null && element.hasUpdated;

async function shown(element: DataJourney): Promise<DataJourney> {
  await until(() => hasIn(element, '.actions'), 'it has looked');
  return element;
}
const open = async (settings: Partial<DataJourney> = {}): Promise<DataJourney> =>
  shown(await fixture<DataJourney>(Object.assign(document.createElement('dvc-data-journey'), settings)));

function button(element: DataJourney, name: string): HTMLElement {
  const found = [...element.shadowRoot!.querySelectorAll('button')].find(
    ({ textContent }) => textContent.trim() === name,
  );
  if (!found) throw new Error(`no button ${name} in: ${words(element)}`);
  return found;
}

async function deleteAll(element: DataJourney): Promise<DataDeletedEvent> {
  button(element, 'Xóa hết trên máy này').click();
  await until(() => hasIn(element, '.ask'), 'it asks first');
  const told = oneEvent<DataDeletedEvent>(element, 'dvc-data-deleted');
  button(element, 'Xóa hết').click();
  const event = await told;
  await until(() => hasIn(element, '.result'), 'it says what it came to');
  return event;
}

const FOLLOWED: FollowedDossier = {
  gateway: GATEWAY,
  code: 'H57.132-261116-0583',
  factor: { kind: 'secret', value: 'ABCDE12345' },
  tracked: {
    found: true,
    level: 0,
    version: '1',
    code: 'H57.132-261116-0583',
    office: 'UBND Xã Mẫu',
    sample: true,
    standing: { state: 4 },
    sentAt: '2026-11-16T02:00:00.000Z',
    acts: [],
  },
  at: SAVED,
};

/** Puts away what elements put away, through their own homes. */
async function keepSomething(): Promise<void> {
  const own = (await openDraftStore('1.001193', 'own', () => SAVED))!;
  await own.write(aDraft({ savedAt: SAVED }));
  await own.writeFile(crypto.randomUUID(), aPaper(100));
  const sent = (await openDraftStore('1.004873', 'own', () => SAVED))!;
  await sent.write(aDraft({ procedure: '1.004873', savedAt: SAVED, sending: aSending() }));
  const shared = (await openDraftStore('1.001193', 'shared', () => SAVED))!;
  await shared.write(aDraft({ savedAt: SAVED }));
  const followed = (await openFollowed('own', () => SAVED))!;
  await followed.keep(FOLLOWED);
}

const home = (kept: Partial<KeptHere>, after: Partial<KeptHere> = {}): KeptHome => {
  let here: KeptHere = { things: [], unread: 'none', ...kept };
  return {
    read: () => Promise.resolve(here),
    clear: () => {
      here = { things: [], unread: 'none', ...after };
      return Promise.resolve();
    },
  };
};

describe('<dvc-data-journey>', () => {
  beforeEach(async () => {
    await emptyBrowser();
    await clearStoredCopies();
  });

  describe('on this computer', () => {
    it('says that there is nothing, and offers no deletion', async () => {
      const journey = await open();
      expect(words(journey)).to.contain('Công cụ thủ tục không giữ gì của bạn trong trình duyệt này.');
      expect(() => button(journey, 'Xóa hết trên máy này')).to.throw();
      await expect(journey).to.be.accessible();
    });

    it('counts what the rest of the site keeps, without reading, naming or deleting it', async () => {
      // eslint-disable-next-line no-restricted-syntax -- as the rest of a site does
      const ofTheSite = localStorage;
      ofTheSite.setItem('gio-hang', 'bi-mat');
      sessionStorage.setItem('phien', 'bi-mat');
      document.cookie = 'nguoi=bi-mat';
      try {
        const before = countIn(await open());
        expect(before).to.be.greaterThan(2);
        ofTheSite.removeItem('gio-hang');
        const journey = await open();
        expect(countIn(journey)).to.equal(before - 1);
        expect(words(journey)).not.to.match(/gio-hang|phien|nguoi|bi-mat/u);
        await keptHere.clear();
        expect(sessionStorage.getItem('phien')).to.equal('bi-mat');
      } finally {
        ofTheSite.removeItem('gio-hang');
        sessionStorage.removeItem('phien');
        document.cookie = 'nguoi=; max-age=0';
      }
    });

    it('counts what elements keep, and says until when', async () => {
      await keepSomething();
      const journey = await open();
      expect(rows(journey, 'kept')).to.deep.equal([
        '1 đơn đang điền hoặc giấy biên nhận Giữ đến 23/12/2026.',
        '1 đơn còn chờ gửi hoặc chờ biên nhận Giữ đến 23/12/2026.',
        '1 đơn điền theo kiểu máy dùng chung Đóng thẻ, hoặc ít phút không ai dùng, là không ai mở được nữa. Phần còn khóa trên đĩa hết hạn sau 24/11/2026.',
        '1 giấy tờ đính kèm Giữ và xóa cùng đơn của nó.',
        '1 hồ sơ đang theo dõi Giữ đến 21/02/2027.',
      ]);
      await expect(journey).to.be.accessible();
    });

    it('never shows what is in it', async () => {
      await keepSomething();
      const journey = await open();
      expect(words(journey)).not.to.match(/Lê Văn Mẫu|1\.001193|H57|giấy\.pdf/u);
    });

    it('tells the earliest and the latest day of several', async () => {
      const first = Date.parse('2026-12-01T00:00:00Z');
      const journey = await open({
        home: home({ things: [{ kind: 'followed', count: 2, first, last: first + 3 * DAY }] }),
      });
      expect(rows(journey, 'kept')[0]).to.contain(
        'Giữ đến 01/12/2026 (sớm nhất) hoặc 04/12/2026 (muộn nhất).',
      );
    });

    it('counts saved copies of public data apart from what is the person’s own', async () => {
      await fixture(
        html`<dvc-catalog-coverage catalog="/examples/commune/data/catalog.json"></dvc-catalog-coverage>`,
      );
      await until(async () => (await keptHere.read()).things.length > 0, 'the copy is saved');
      const journey = await open();
      expect(rows(journey, 'kept').join()).to.match(/^1 bản lưu dữ liệu công khai \([\d.,]+ [KM]B\)/u);
      expect(words(journey)).to.contain('Công cụ thủ tục không giữ gì của bạn trong trình duyệt này.');
    });

    it('looks again when asked', async () => {
      const journey = await open();
      await keepSomething();
      button(journey, 'Xem lại').click();
      await until(() => rows(journey, 'kept').length === 5, 'what was kept meanwhile is there');
    });

    it('says that it has looked again, where it was silent before', async () => {
      const journey = await open();
      const said = journey.shadowRoot!.querySelector('[role="status"]')!;
      expect(said.textContent).to.equal('');
      button(journey, 'Xem lại').click();
      await until(() => said.textContent === 'Đã xem lại.', 'it says so in the same place');
    });

    it('says so where the browser lets nobody look, and promises nothing', async () => {
      const journey = await open({ home: home({ unread: 'all' }) });
      expect(words(journey)).to.contain('không xem được ở đây có gì');
      expect(words(journey)).not.to.contain('Công cụ thủ tục không giữ gì');
    });

    it('says so where a part could not be looked into', async () => {
      const journey = await open({ home: home({ unread: 'some' }) });
      expect(words(journey)).to.contain('bảng này có thể thiếu');
      expect(words(journey)).not.to.contain('Công cụ thủ tục không giữ gì');
    });

    it('finds out by itself that the browser lets nobody look', async () => {
      const { transaction } = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException('', 'SecurityError');
      };
      try {
        expect((await keptHere.read()).unread).to.equal('all');
        await keptHere.clear();
      } finally {
        IDBDatabase.prototype.transaction = transaction;
      }
    });

    it('says what holds on a shared computer, by attribute or by the portal', async () => {
      expect(words(await open({ device: 'shared' }))).to.contain('Máy dùng chung:');
      const portal = await fixture(
        html`<dvc-portal device="shared"><dvc-data-journey></dvc-data-journey></dvc-portal>`,
      );
      expect(words(await shown(portal.querySelector('dvc-data-journey')!))).to.contain('Máy dùng chung:');
    });
  });

  describe('deleting', () => {
    it('asks first, warns of what is still to be sent, and keeps everything on second thoughts', async () => {
      await keepSomething();
      const journey = await open();
      button(journey, 'Xóa hết trên máy này').click();
      await until(() => hasIn(journey, '.ask:focus'), 'the question has the focus');
      expect(words(journey, '.ask')).to.contain('1 đơn còn chờ').and.to.contain('không rút hồ sơ');
      await expect(journey).to.be.accessible();
      button(journey, 'Giữ lại').click();
      await until(() => hasIn(journey, '.delete:focus'), 'the focus is back');
      expect(rows(journey, 'kept').length).to.equal(5);
    });

    it('deletes all of it, keys too, and says so', async () => {
      await keepSomething();
      sessionStorage.setItem('of-the-page', 'stays');
      const journey = await open();
      const { isComplete } = await deleteAll(journey);
      expect(isComplete).to.equal(true);
      expect(words(journey, '.result')).to.contain(
        'Đã xóa hết những gì công cụ thủ tục giữ trong trình duyệt này.',
      );
      await until(() => hasIn(journey, '.result:focus'), 'the result has the focus');
      for (const place of ['drafts', 'draft-files', 'draft-keys', 'followed'] as const)
        expect(await raw.names(place), place).to.deep.equal([]);
      expect(Object.keys(sessionStorage)).to.deep.equal(['of-the-page']);
    });

    it('keeps the result and the focus on it for whoever goes to another tab and comes back', async () => {
      let looked: Promise<KeptHere> | undefined;
      const kept = home({ things: [{ kind: 'paper', count: 2 }] });
      const read = () => (looked = kept.read());
      const journey = await open({ home: { ...kept, read } });
      await deleteAll(journey);
      await until(() => hasIn(journey, '.result:focus'), 'the result has the focus');
      looked = undefined;
      document.dispatchEvent(new Event('visibilitychange'));
      expect((await looked!).things).to.deep.equal([]);
      await journey.updateComplete;
      expect(hasIn(journey, '.result:focus')).to.equal(true);
      button(journey, 'Xem lại').click();
      await until(() => !hasIn(journey, '.result'), 'the next act takes it away');
    });

    it('takes the result away once another tab has kept something, and loses no focus', async () => {
      let here: KeptHere = { things: [{ kind: 'paper', count: 2 }], unread: 'none' };
      const journey = await open({
        home: {
          read: () => Promise.resolve(here),
          clear: () => Promise.resolve(void (here = { things: [], unread: 'none' })),
        },
      });
      await deleteAll(journey);
      await until(() => hasIn(journey, '.result:focus'), 'the result has the focus');
      here = { things: [{ kind: 'paper', count: 1 }], unread: 'none' };
      document.dispatchEvent(new Event('visibilitychange'));
      await until(() => hasIn(journey, '.again:focus'), 'the focus stands beside');
      expect(hasIn(journey, '.result')).to.equal(false);
    });

    it('says that something is left where it is, and what', async () => {
      const left = { things: [{ kind: 'paper', count: 2 }] } as const;
      const journey = await open({ home: home(left, left) });
      const { isComplete } = await deleteAll(journey);
      expect(isComplete).to.equal(false);
      expect(words(journey, '.result')).to.contain('Chưa xóa được hết.');
      expect(rows(journey, 'kept')[0]).to.contain('2 giấy tờ đính kèm');
    });

    it('is not sure where part of it cannot be looked into', async () => {
      const journey = await open({
        home: home({ things: [{ kind: 'paper', count: 2 }] }, { unread: 'some' }),
      });
      expect((await deleteAll(journey)).isComplete).to.equal(false);
      expect(words(journey, '.result')).to.contain('Không chắc đã xóa hết');
    });

    it('empties the form that is being filled in on the page, which writes nothing down again', async () => {
      const steps = await openSteps();
      await press(steps, 'Bắt đầu');
      await type(steps, 'Họ tên trẻ', 'Lê Thị Mẫu');
      await until(() => textOf(steps, '.state').includes('Đã lưu'), 'it is kept');
      const journey = await open();
      expect(rows(journey, 'kept')[0]).to.contain('1 đơn đang điền');
      await deleteAll(journey);
      await until(() => textOf(steps).includes('Đã xóa hết'), 'the form says so');
      expect(textOf(steps)).not.to.contain('Lê Thị Mẫu');
      expect(await raw.names('drafts')).to.deep.equal([]);
    });

    it('takes the followed dossiers off the tracker of the page', async () => {
      const system = await aTrackedDossier();
      await keepSomething();
      const tracker = await fixture<HTMLElementTagNameMap['dvc-status-tracker']>(aTracker(system));
      await until(() => textIn(tracker, '.followed') !== '', 'a dossier is followed');
      await deleteAll(await open());
      await until(() => textIn(tracker, '.followed') === '', 'none is followed any more');
    });

    it('asks the tab that has a draft open to let go of it, and takes it only then', async () => {
      await keepSomething();
      const told: string[] = [];
      const lock = new DraftLock(
        'own:1.001193',
        () => Promise.resolve(void told.push('asked')),
        () => told.push('lost'),
      );
      await lock.take();
      await deleteAll(await open());
      expect(told).to.deep.equal(['asked', 'lost']);
      await lock.release();
      expect(await raw.names('drafts')).to.deep.equal([]);
    });

    it('takes a draft from a tab that does not answer', async () => {
      await keepSomething();
      let isLost = false;
      const held = navigator.locks
        .request('dvc-draft:own:1.001193', () => new Promise(() => undefined))
        .catch(() => (isLost = true));
      const journey = await open();
      await deleteAll(journey);
      await held;
      expect(isLost).to.equal(true);
      expect(await raw.names('drafts')).to.deep.equal([]);
    });
  });

  describe('where things are sent', () => {
    const GATEWAY_HOST = 'tiep-nhan.xa.example';

    it('tells each host from attributes alone, what is sent there, and that nothing was yet', async () => {
      const journey = await open({
        catalog: 'https://du-lieu.xa.example/catalog.json',
        forms: 'https://du-lieu.xa.example/{code}.json',
        gateway: `https://${GATEWAY_HOST}/gateway`,
        applyUrl: 'https://nop.xa.example/?ma={code}',
      });
      expect(rowOf(journey, 'du-lieu.xa.example'))
        .to.contain('Chưa liên lạc')
        .and.to.contain('Tải dữ liệu công khai: danh mục thủ tục.')
        .and.to.contain('Máy chủ biết đó là thủ tục nào');
      expect(rowOf(journey, GATEWAY_HOST)).to.contain('Hệ thống tiếp nhận hồ sơ.');
      expect(rowOf(journey, 'nop.xa.example')).to.contain('Chỉ mở khi bạn bấm');
      expect(rowOf(journey, 'dichvucong.gov.vn')).to.contain('không được gửi kèm');
    });

    it('tells those of the portal, of page-wide settings and of other elements', async () => {
      const page = await fixture(
        html`<div>
          <dvc-status-tracker gateway="https://${GATEWAY_HOST}/gateway" device="shared"></dvc-status-tracker>
          <dvc-portal catalog="https://du-lieu.xa.example/a.json" levels="https://b.xa.example/1.json /2.json"
            ><dvc-data-journey></dvc-data-journey
          ></dvc-portal>
        </div>`,
      );
      const journey = await shown(page.querySelector('dvc-data-journey')!);
      expect(rowOf(journey, GATEWAY_HOST)).to.contain('Hệ thống tiếp nhận');
      expect(rowOf(journey, 'du-lieu.xa.example')).to.contain('danh mục thủ tục');
      expect(rowOf(journey, 'b.xa.example')).to.contain('danh sách mức độ');
      expect(rowOf(journey, location.host)).to.contain('danh sách mức độ');
    });

    it('says that a host was asked once an element has', async () => {
      await fixture(
        html`<dvc-catalog-coverage
          catalog="/examples/commune/data/catalog.json?asked"
        ></dvc-catalog-coverage>`,
      );
      const journey = await open();
      await until(
        () => rowOf(journey, `${location.host} (chính trang này)`).includes('Đã liên lạc từ khi mở trang'),
        'it was asked',
      );
      expect(rowOf(journey, location.host)).to.contain('danh mục thủ tục');
    });

    it('says of the receiving system on the same host only what was asked of it', async () => {
      await pageNetwork.fetch('/examples/commune/data/forms.json', {});
      const journey = await open({ gateway: '/gateway' });
      const ofGateway = () =>
        rows(journey, 'contacts').find((row) => row.includes('Hệ thống tiếp nhận')) ?? 'not told';
      expect(ofGateway()).to.contain('Chưa liên lạc');
      await pageNetwork.fetch('/gateway/v1/limits', {});
      button(journey, 'Xem lại').click();
      await until(() => ofGateway().includes('Đã liên lạc'), 'it was asked');
    });

    it('tells a host that an element asked and that no setting names any more', async () => {
      // Refused by the browser: no such port is ever open. That it was tried is told.
      await pageNetwork.fetch('http://127.0.0.1:9/x', {}).catch(() => undefined);
      expect(rowOf(await open(), '127.0.0.1:9'))
        .to.contain('Đã liên lạc')
        .and.to.contain('không còn ghi');
    });

    it('counts what the doctor asks like what other elements ask', async () => {
      const page = await fixture(
        html`<div>
          <dvc-status-tracker gateway="http://127.0.0.1:1/gateway" device="shared"></dvc-status-tracker>
          <dvc-doctor></dvc-doctor>
        </div>`,
      );
      const doctor = page.querySelector('dvc-doctor')!;
      await until(
        () => doctor.shadowRoot!.querySelector('.summary') !== null,
        'the doctor has looked at the page',
      );
      const journey = await open();
      expect(rowOf(journey, '127.0.0.1:1')).to.contain('Đã liên lạc').and.to.contain('Hệ thống tiếp nhận');
      expect(rowOf(journey, location.host)).to.contain('Đã liên lạc');
    });

    it('says how many the browser did not note, and the same again where it is moved in the page', async () => {
      const Native = window.PerformanceObserver;
      /** A browser whose list is full: it says so with the first that it tells, to whoever begins to listen. */
      class Full {
        readonly #tell: PerformanceObserverCallback;
        constructor(tell: PerformanceObserverCallback) {
          this.#tell = tell;
        }
        observe(): void {
          const list = { getEntries: () => [] } as unknown as PerformanceObserverEntryList;
          const told: readonly unknown[] = [list, this, { droppedEntriesCount: 3 }];
          queueMicrotask(() => void Reflect.apply(this.#tell, undefined, told));
        }
        disconnect(): void {
          // Nothing goes on.
        }
      }
      window.PerformanceObserver = Full as unknown as typeof PerformanceObserver;
      try {
        const journey = await open();
        const said = () => /bỏ không ghi \d+ lần/u.exec(words(journey))?.[0];
        await until(() => said() !== undefined, 'it says so');
        expect(said()).to.equal('bỏ không ghi 3 lần');
        const place = journey.parentElement!;
        for (let times = 0; times < 2; times += 1) {
          journey.remove();
          place.append(journey);
          await Promise.resolve();
          await journey.updateComplete;
        }
        expect(said()).to.equal('bỏ không ghi 3 lần');
      } finally {
        window.PerformanceObserver = Native;
      }
    });

    it('lists what the page itself asks apart, with how often', async () => {
      const elsewhere = new URL('/icon-of-page.png', location.href);
      elsewhere.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
      const journey = await open();
      for (const search of ['?1', '?2']) {
        elsewhere.search = search;
        await new Promise((resolve) => {
          const picture = new Image();
          picture.onload = picture.onerror = resolve;
          picture.src = elsewhere.href;
        });
      }
      await until(
        () => rows(journey, 'others').some((row) => row === `${elsewhere.host}: 2 lần`),
        `${elsewhere.host} is among ${rows(journey, 'others').join()}`,
      );
      expect(rowOf(journey, elsewhere.host)).to.equal('');
      expect(
        rows(journey, 'others').some((row) => row.startsWith(`${location.host} (chính trang này)`)),
      ).to.equal(true);
    });

    it('says that a page for practice sends nothing', async () => {
      expect(words(await open({ destination: 'practice' }))).to.contain('đơn tập không được gửi đi đâu');
    });
  });

  it('says that there is no network, and takes it back when there is', async () => {
    const journey = await open();
    const network = (isThere: boolean) => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, value: isThere });
      window.dispatchEvent(new Event(isThere ? 'online' : 'offline'));
    };
    try {
      network(false);
      await until(() => words(journey).includes('Đang không có mạng'), 'it says so');
      network(true);
      await until(() => !words(journey).includes('Đang không có mạng'), 'it takes it back');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('speaks English', async () => {
    const page = await fixture(html`<div lang="en"><dvc-data-journey></dvc-data-journey></div>`);
    const journey = await shown(page.querySelector('dvc-data-journey')!);
    expect(words(journey))
      .to.contain('Where is your data, and where does it go?')
      .and.to.contain('The procedure tools keep nothing of yours in this browser.');
    await expect(journey).to.be.accessible();
  });
});
