import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../components/catalog-coverage/catalog-coverage.js';
import '../../components/level-badge/level-badge.js';
import '../../components/level-guide/level-guide.js';
import '../../components/portal/portal.js';
import type { LevelBadge } from '../../components/level-badge/level-badge.js';
import { Portal } from '../../components/portal/portal.js';
import type { MessageOverrides } from '../../src/i18n/page-words.js';
import { builtInSchemes } from '../../src/levels/schemes.js';
import { configure } from '../../src/ui/configure.js';
import { define } from '../../src/ui/define.js';
import { aSchemesFile } from '../support/builders.js';
import { waitUntil } from '../support/wait-until.js';

const name = (badge: Element) => badge.shadowRoot?.querySelector('.badge')?.textContent.trim();
const badgeIn = (around: Element, at = 0) => around.querySelectorAll<LevelBadge>('dvc-level-badge')[at]!;

/** Elements inside a portal render in a turn of their own. */
async function shownIn(around: Element, at = 0): Promise<LevelBadge> {
  const badge = badgeIn(around, at);
  await badge.updateComplete;
  return badge;
}

/** A change goes portal, store, element: each renders once. */
async function settled(badge: LevelBadge): Promise<void> {
  await nextFrame();
  await badge.updateComplete;
}

describe('<dvc-portal>', () => {
  afterEach(() => configure({ scheme: undefined, messages: undefined }));

  it('tells its settings to the elements inside', async () => {
    const portal = await fixture<Portal>(
      html`<dvc-portal scheme="vn-2022"
        ><p><dvc-level-badge level="4"></dvc-level-badge></p
      ></dvc-portal>`,
    );
    expect(name(await shownIn(portal))).to.equal('Toàn trình (quy đổi từ Mức độ 4)');
    await expect(portal).to.be.accessible();
  });

  describe('with a file of level schemes', () => {
    const own = aSchemesFile();
    const at = (json: unknown) => URL.createObjectURL(new Blob([JSON.stringify(json)]));
    const inPortal = async (schemes: unknown) => {
      const portal = await fixture<Portal>(
        html`<dvc-portal schemes=${schemes}><dvc-level-badge level="4"></dvc-level-badge></dvc-portal>`,
      );
      return { portal, badge: await shownIn(portal) };
    };

    it('names levels as the file does', async () => {
      const { badge } = await inPortal(at(own));
      await waitUntil(() => name(badge) === 'Nộp mạng');
    });

    it('converts a level as the mappings of the file say, and says that it did', async () => {
      const file = {
        schemes: [...builtInSchemes, ...own.schemes],
        mappings: [{ from: 'vn-2022', to: 'xa-mau', pairs: { full: '4' } }],
      };
      const portal = await fixture<Portal>(
        html`<dvc-portal schemes=${at(file)} scheme="xa-mau"
          ><dvc-level-badge level="full"></dvc-level-badge><dvc-level-badge level="partial"></dvc-level-badge
          ><dvc-level-guide scheme="vn-2022"></dvc-level-guide
        ></dvc-portal>`,
      );
      const badge = await shownIn(portal);
      await waitUntil(() => name(badge) === 'Nộp mạng (quy đổi từ Toàn trình)');
      expect(name(await shownIn(portal, 1)), 'not mapped').to.equal('Một phần');
      const guide = portal.querySelector('dvc-level-guide')!;
      await guide.updateComplete;
      const also = [...guide.shadowRoot!.querySelectorAll('.also')].map((list) => list.textContent);
      expect(also[2]).to.contain('Nộp mạng').and.to.contain('Mức độ 4');
      expect(also[1]).not.to.contain('Nộp mạng');
    });

    it('converts as the built-in mappings say where the file has none', async () => {
      const portal = await fixture<Portal>(
        html`<dvc-portal .schemes=${builtInSchemes} .mappings=${[]} scheme="vn-2022"
          ><dvc-level-badge level="4"></dvc-level-badge
        ></dvc-portal>`,
      );
      expect(name(await shownIn(portal))).to.equal('Toàn trình (quy đổi từ Mức độ 4)');
      portal.mappings = [{ from: 'vn-2011', to: 'vn-2022', pairs: { 4: 'partial' } }];
      await settled(badgeIn(portal));
      expect(name(badgeIn(portal))).to.equal('Một phần (quy đổi từ Mức độ 4)');
    });

    it('names them by the built-in schemes where the file is of no use, and tells the webmaster', async () => {
      const { warn } = console;
      const told: unknown[] = [];
      Object.assign(console, { warn: (...words: unknown[]) => void told.push(words.join(' ')) });
      const { badge } = await inPortal(at({ schemes: 'none' }));
      await waitUntil(() => told.length > 0).finally(() => Object.assign(console, { warn }));
      expect(name(badge)).to.equal('Mức độ 4');
      expect(String(told[0])).to.contain('blob:');
    });

    it('takes other schemes later, and never those of the address before', async () => {
      const { portal, badge } = await inPortal(at(own));
      portal.schemes = undefined;
      await settled(badge);
      expect(name(badge)).to.equal('Mức độ 4');
      portal.schemes = at(own);
      await waitUntil(() => name(badge) === 'Nộp mạng');
    });
  });

  it('tells every setting under its attribute', async () => {
    const portal = await fixture<Portal>(
      html`<dvc-portal
        catalog="/c.json"
        levels="/l.json"
        detail-url="/d?{code}"
        apply-url="/a?{code}"
        track-url="/t#{code}"
        forms="/f/{code}.json"
        destination="gateway"
        gateway="/g"
        device="shared"
        help-phone="0235 000"
        ><dvc-level-badge></dvc-level-badge
      ></dvc-portal>`,
    );
    expect(badgeIn(portal).settings).to.deep.equal({
      catalog: '/c.json',
      levels: '/l.json',
      detailUrl: '/d?{code}',
      applyUrl: '/a?{code}',
      trackUrl: '/t#{code}',
      forms: '/f/{code}.json',
      destination: 'gateway',
      gateway: '/g',
      device: 'shared',
      helpPhone: '0235 000',
      scheme: undefined,
      messages: undefined,
    });
  });

  it('follows a change, and a setting that is taken back', async () => {
    const portal = await fixture<Portal>(
      html`<dvc-portal><dvc-level-badge level="4"></dvc-level-badge></dvc-portal>`,
    );
    const badge = badgeIn(portal);
    portal.scheme = 'vn-2022';
    await settled(badge);
    expect(name(badge)).to.equal('Toàn trình (quy đổi từ Mức độ 4)');
    portal.removeAttribute('scheme');
    portal.scheme = undefined;
    await settled(badge);
    expect(name(badge)).to.equal('Mức độ 4');
  });

  it('reaches elements that were there before its code', async () => {
    const around = await fixture<HTMLElement>(
      html`<dvc-late-portal scheme="vn-2022"><dvc-level-badge level="3"></dvc-level-badge></dvc-late-portal>`,
    );
    const badge = await shownIn(around);
    expect(name(badge)).to.equal('Mức độ 3');
    define('dvc-late-portal', class extends Portal {});
    await settled(badge);
    expect(name(badge)).to.equal('Một phần (quy đổi từ Mức độ 3)');
  });

  it('keeps two portals of one page apart', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <dvc-portal scheme="vn-2022"><dvc-level-badge level="2"></dvc-level-badge></dvc-portal>
        <dvc-portal><dvc-level-badge level="2"></dvc-level-badge></dvc-portal>
      </div>`,
    );
    expect(name(await shownIn(page, 0))).to.equal('Cung cấp thông tin (quy đổi từ Mức độ 2)');
    expect(name(await shownIn(page, 1))).to.equal('Mức độ 2');
  });

  it('adds to the portal around it, and follows that one', async () => {
    const outer = await fixture<Portal>(
      html`<dvc-portal scheme="vn-2022">
        <dvc-portal help-phone="0235 111"><dvc-level-badge level="4"></dvc-level-badge></dvc-portal>
      </dvc-portal>`,
    );
    const badge = await shownIn(outer);
    expect(name(badge)).to.equal('Toàn trình (quy đổi từ Mức độ 4)');
    expect(badge.settings.helpPhone).to.equal('0235 111');
    outer.scheme = undefined;
    await settled(badge);
    expect(name(badge)).to.equal('Mức độ 4');
  });

  it('adds to what the page configured', async () => {
    configure({ scheme: 'vn-2022' });
    const portal = await fixture<Portal>(
      html`<dvc-portal help-phone="1"><dvc-level-badge level="4"></dvc-level-badge></dvc-portal>`,
    );
    const badge = await shownIn(portal);
    expect(name(badge)).to.equal('Toàn trình (quy đổi từ Mức độ 4)');
    configure({ scheme: 'vn-2011' });
    await settled(badge);
    expect(name(badge)).to.equal('Mức độ 4');
  });

  it('gives the page’s own words to the elements inside only', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <dvc-portal .messages=${{ vi: { levels: { 'badge.unknown': 'Hỏi bộ phận một cửa' } } }}
          ><dvc-level-badge></dvc-level-badge
        ></dvc-portal>
        <dvc-level-badge></dvc-level-badge>
      </div>`,
    );
    expect(name(await shownIn(page, 0))).to.equal('Hỏi bộ phận một cửa');
    expect(name(await shownIn(page, 1))).to.equal('Chưa công bố mức độ');
  });

  it('shows hostile words of a page as text, whatever is in them', async () => {
    for (const words of [
      '<img src=x onerror="window.harmed=1">',
      '{{constructor}} {{__proto__.toString}} $t(levels:badge.unknown) ${7*7}',
      '<!--lit-part--> \u202e\u0000 đảo ngược',
      'dài '.repeat(2500),
    ]) {
      const page = await fixture<Portal>(
        html`<dvc-portal .messages=${{ vi: { levels: { 'badge.unknown': words } } }}
          ><dvc-level-badge></dvc-level-badge
        ></dvc-portal>`,
      );
      const badge = await shownIn(page);
      expect(badge.shadowRoot!.querySelectorAll('img')).to.have.length(0);
      const shown = name(badge)!;
      expect(shown).not.to.contain('undefined');
      expect(shown, words.slice(0, 40)).to.contain(
        words.includes('{{') ? '${7*7}' : words.trim().slice(0, 60),
      );
      expect('harmed' in window).to.equal(false);
    }
  });

  it('leaves out words that are no text, and tells the webmaster of all that nobody will see', async () => {
    const told: string[] = [];
    const { warn } = console;
    Object.assign(console, { warn: (...words: unknown[]) => void told.push(words.join(' ')) });
    try {
      const messages = {
        vi: {
          guide: { title: 5, stepz: 'Thế', steps: { a: 'b' } },
          'guide.title': 'Thế',
          lokup: {},
          levels: null,
        },
        fr: { guide: { title: 'Niveaux' } },
      } as unknown as MessageOverrides;
      const page = await fixture<HTMLElement>(
        html`<dvc-portal .messages=${messages}><dvc-level-guide></dvc-level-guide></dvc-portal>`,
      );
      const guide = page.querySelector<LevelBadge>('dvc-level-guide')!;
      await guide.updateComplete;
      expect(guide.shadowRoot?.textContent).to.contain('Thủ tục làm trên mạng được đến đâu?');
      await waitUntil(() => told.length > 0, 'the webmaster is told');
    } finally {
      Object.assign(console, { warn });
    }
    expect(told.join(' ')).to.contain(
      'vi.guide.title, vi.guide.stepz, vi.guide.steps, vi.guide.title, vi.lokup, vi.levels, fr.',
    );
  });

  it('changes a word where the page means it, and nowhere else', async () => {
    const messages: MessageOverrides = {
      vi: {
        guide: { title: 'Mức nào là gì?', steps: 'Làm thế này' },
        levels: { 'mark.illustration': 'ví dụ' },
        coverage: { total_other: 'Tất cả {{total}} việc' },
      },
    };
    const page = await fixture<HTMLElement>(
      html`<dvc-portal .messages=${messages}>
        <dvc-level-guide></dvc-level-guide>
        <dvc-catalog-coverage total="3" by-level="4:3"></dvc-catalog-coverage>
        <dvc-level-badge level="4" illustration></dvc-level-badge>
        <div lang="en"><dvc-level-guide></dvc-level-guide></div>
      </dvc-portal>`,
    );
    const of = async (selector: string) => {
      const element = page.querySelector<LevelBadge>(selector)!;
      await element.updateComplete;
      return element.shadowRoot!.textContent.replace(/\s+/gu, ' ');
    };
    expect(await of('dvc-level-guide'))
      .to.contain('Mức nào là gì?')
      .and.to.contain('Làm thế này');
    // The chart has words of the same name, which stay as they are.
    expect(await of('dvc-catalog-coverage'))
      .to.contain('Có bao nhiêu thủ tục')
      .and.to.contain('Tất cả 3 việc')
      .and.not.to.contain('Mức nào là gì?');
    expect(await of('dvc-level-badge')).to.contain('Mức độ 4 (ví dụ)');
    // Words in Vietnamese are not put into a page in English.
    expect(await of('[lang=en] dvc-level-guide')).to.contain('How much can I do online?');
  });

  it('lets go of elements that leave, and takes in those that come', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <dvc-portal scheme="vn-2022"><dvc-level-badge level="4"></dvc-level-badge></dvc-portal>
        <p></p>
      </div>`,
    );
    const badge = badgeIn(page);
    const portal = page.querySelector('dvc-portal')!;
    page.querySelector('p')!.append(badge);
    await settled(badge);
    expect(name(badge)).to.equal('Mức độ 4');
    portal.append(badge);
    await settled(badge);
    expect(name(badge)).to.equal('Toàn trình (quy đổi từ Mức độ 4)');
    portal.remove();
    document.body.append(badge);
    await settled(badge);
    expect(name(badge)).to.equal('Mức độ 4');
    badge.remove();
  });

  it('leaves the layout and the looks of the page’s own content alone', async () => {
    const row = await fixture<HTMLElement>(
      html`<div>
        <style>
          .row {
            display: flex;
          }
          .row > * > * {
            flex: 1;
          }
          .row p {
            color: rgb(1, 2, 3);
            margin: 7px;
          }
        </style>
        <div class="row">
          <dvc-portal theme="dark"
            ><p>một</p>
            <p>hai</p></dvc-portal
          >
        </div>
      </div>`,
    );
    const [one, two] = row.querySelectorAll('p') as unknown as [HTMLElement, HTMLElement];
    expect(one.offsetTop).to.equal(two.offsetTop);
    expect(two.offsetLeft).to.be.greaterThan(one.offsetLeft);
    expect(getComputedStyle(one).color).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(one).marginTop).to.equal('7px');
  });

  it('gives its theme to what is inside, and `auto` follows the reader’s system', async () => {
    const portal = await fixture<Portal>(
      html`<dvc-portal theme="dark"><dvc-level-badge level="4" plain></dvc-level-badge></dvc-portal>`,
    );
    const badge = await shownIn(portal);
    const ground = () => getComputedStyle(badge.shadowRoot!.querySelector('.badge')!).backgroundColor;
    const dark = ground();
    portal.theme = undefined;
    await portal.updateComplete;
    const light = ground();
    expect(light).not.to.equal(dark);
    portal.theme = 'auto';
    await portal.updateComplete;
    for (const colorScheme of ['dark', 'light'] as const) {
      // Where the engine cannot be told, what it says of itself is followed all the same.
      await emulateMedia({ colorScheme }).catch(() => undefined);
      expect(ground()).to.equal(matchMedia('(prefers-color-scheme: dark)').matches ? dark : light);
    }
  });

  it('can be hidden by the page', async () => {
    const portal = await fixture<Portal>(html`<dvc-portal hidden><p>một</p></dvc-portal>`);
    expect(portal.querySelector('p')!.offsetHeight).to.equal(0);
  });
});
