import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../components/level-badge/level-badge.js';
import '../../components/portal/portal.js';
import type { LevelBadge } from '../../components/level-badge/level-badge.js';

const inside = (element: Element, selector: string) =>
  element.shadowRoot?.querySelector<HTMLElement>(selector);
const text = (element: Element, selector: string) =>
  inside(element, selector)?.textContent.replace(/\s+/gu, ' ').trim();

describe('<dvc-level-badge>', () => {
  it('names each level of the scheme of 2011', async () => {
    for (const level of ['1', '2', '3', '4']) {
      const badge = await fixture<LevelBadge>(html`<dvc-level-badge level=${level}></dvc-level-badge>`);
      expect(text(badge, '.badge')).to.equal(`Mức độ ${level}`);
    }
  });

  it('names each kind of the wording of 2022', async () => {
    for (const [kind, name] of [
      ['information', 'Cung cấp thông tin'],
      ['partial', 'Một phần'],
      ['full', 'Toàn trình'],
    ] as const) {
      const badge = await fixture<LevelBadge>(html`<dvc-level-badge kind=${kind}></dvc-level-badge>`);
      expect(text(badge, '.badge')).to.equal(name);
    }
  });

  it('says that nothing was announced, and shows words it does not know', async () => {
    const none = await fixture<LevelBadge>(html`<dvc-level-badge></dvc-level-badge>`);
    expect(text(none, '.badge')).to.equal('Chưa công bố mức độ');
    const odd = await fixture<LevelBadge>(html`<dvc-level-badge level="5"></dvc-level-badge>`);
    expect(text(odd, '.badge')).to.equal('Chưa rõ mức: “5”');
  });

  it('converts to another scheme on request and says that it did', async () => {
    const badge = await fixture<LevelBadge>(
      html`<dvc-level-badge level="4" scheme="vn-2022"></dvc-level-badge>`,
    );
    expect(text(badge, '.badge')).to.equal('Toàn trình (quy đổi từ Mức độ 4)');
    inside(badge, 'button')?.click();
    await badge.updateComplete;
    expect(text(badge, '.explanation')).to.contain('Quy đổi theo thông lệ từ “Mức độ 4”');
  });

  it('does not say that nothing was announced where the list was not loaded', async () => {
    const badge = await fixture<LevelBadge>(html`<dvc-level-badge unread></dvc-level-badge>`);
    expect(text(badge, '.badge')).to.equal('Chưa tải được mức độ');
  });

  it('says whose level it is, of when and for where, and never more than is known', async () => {
    for (const [attributes, said] of [
      [{ publishedOn: '2026-07-01' }, 'UBND tỉnh Mẫu công bố ngày 01/07/2026, áp dụng tại: Tỉnh Mẫu.'],
      [{ publishedOn: '2025-07' }, 'UBND tỉnh Mẫu công bố tháng 07/2025, áp dụng tại: Tỉnh Mẫu.'],
      [{ publishedOn: '2025' }, 'UBND tỉnh Mẫu công bố năm 2025, áp dụng tại: Tỉnh Mẫu.'],
      [{ readOn: '2026' }, 'UBND tỉnh Mẫu công bố, chưa rõ ngày; đọc năm 2026. Áp dụng tại: Tỉnh Mẫu.'],
    ] as const) {
      const badge = await fixture<LevelBadge>(
        html`<dvc-level-badge
          kind="full"
          elsewhere
          publisher="UBND tỉnh Mẫu"
          place="Tỉnh Mẫu"
          .announcedOn=${'publishedOn' in attributes ? attributes.publishedOn : undefined}
          .readOn=${'readOn' in attributes ? attributes.readOn : undefined}
        ></dvc-level-badge>`,
      );
      expect(text(badge, '.badge')).to.equal('Toàn trình (theo UBND tỉnh Mẫu)');
      inside(badge, 'button')?.click();
      await badge.updateComplete;
      expect(text(badge, '.explanation')).to.contain(said);
      badge.illustration = true;
      await badge.updateComplete;
      expect(text(badge, '.explanation'), 'nobody announced what was made up').not.to.contain('công bố ngày');
    }
  });

  it('takes a code for what its own scheme says, where several schemes have it', async () => {
    const level = { code: 'full', rank: 1, tone: 'full', abilities: ['read'], meaning: { vi: 'x' } } as const;
    const schemes = ['cu', 'moi'].map((id) => ({
      id,
      name: { vi: id },
      law: { vi: id },
      levels: [{ ...level, name: { vi: `Toàn trình ${id}` } }],
    }));
    const portal = await fixture(
      html`<dvc-portal .schemes=${schemes}
        ><dvc-level-badge level="full" level-scheme="moi"></dvc-level-badge
      ></dvc-portal>`,
    );
    const badge = portal.querySelector('dvc-level-badge')!;
    await badge.updateComplete;
    expect(text(badge, '.badge')).to.equal('Toàn trình moi');
  });

  it('says of what differs from procedure to procedure that it does', async () => {
    const badge = await fixture<LevelBadge>(html`<dvc-level-badge kind="partial"></dvc-level-badge>`);
    inside(badge, 'button')?.click();
    await badge.updateComplete;
    expect(text(badge, '.explanation'))
      .to.contain('Trả phí trên mạng: tùy thủ tục')
      .and.to.contain('Nhận kết quả tại nhà: tùy thủ tục')
      .and.not.to.contain('chưa được');
  });

  it('loses nothing that was announced when it shows the level in another wording', async () => {
    for (const [level, kept] of [
      ['2', 'Tải mẫu đơn'],
      ['4', 'Trả phí trên mạng'],
    ] as const) {
      const badge = await fixture<LevelBadge>(
        html`<dvc-level-badge level=${level} scheme="vn-2022"></dvc-level-badge>`,
      );
      inside(badge, 'button')?.click();
      await badge.updateComplete;
      const told = text(badge, '.explanation');
      expect(told).to.contain(kept).and.to.contain('Nghị định 43/2011');
      expect(told).not.to.contain(`${kept}:`);
      expect(told).not.to.contain('không phải đến nơi tiếp nhận');
    }
  });

  it('opens by keyboard, closes with Escape and keeps the focus', async () => {
    const badge = await fixture<LevelBadge>(html`<dvc-level-badge level="3"></dvc-level-badge>`);
    badge.focus();
    await sendKeys({ press: 'Enter' });
    await badge.updateComplete;
    expect(inside(badge, 'button')?.getAttribute('aria-expanded')).to.equal('true');
    expect(text(badge, '.explanation')).to.contain('Trả phí trên mạng: chưa được');
    await expect(badge).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await badge.updateComplete;
    expect(inside(badge, '.explanation')).to.equal(null);
    expect(badge.shadowRoot?.activeElement).to.equal(inside(badge, 'button'));
  });

  it('is big enough for a thumb in whatever size the page wants its text', async () => {
    const badge = await fixture<LevelBadge>(html`<dvc-level-badge level="3"></dvc-level-badge>`);
    for (const size of ['10px', '16px', '24px']) {
      badge.style.setProperty('--dvc-font-size', size);
      expect(inside(badge, 'button')!.getBoundingClientRect().height, size).to.be.at.least(44);
    }
  });

  it('closes when the person presses elsewhere', async () => {
    const badge = await fixture<LevelBadge>(html`<dvc-level-badge level="3"></dvc-level-badge>`);
    inside(badge, 'button')?.click();
    await badge.updateComplete;
    await sendMouse({ type: 'click', position: [700, 500] });
    await badge.updateComplete;
    expect(inside(badge, 'button')?.getAttribute('aria-expanded')).to.equal('false');
  });

  describe('the explanation', () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

    async function opened(around: HTMLElement): Promise<LevelBadge> {
      const badge = around.querySelector('dvc-level-badge')!;
      await badge.updateComplete;
      inside(badge, 'button')?.click();
      await badge.updateComplete;
      return badge;
    }
    const boxes = (badge: LevelBadge) => {
      const [panel, face] = ['.explanation', '.badge'].map((part) =>
        inside(badge, part)!.getBoundingClientRect(),
      );
      return { panel: panel!, face: face! };
    };
    /** A page with so many pixels above the badge and below it. */
    async function aPage(above: number, below: number): Promise<HTMLElement> {
      const page = await fixture<HTMLElement>(
        html`<div>
          <p></p>
          <dvc-level-badge level="3"></dvc-level-badge>
          <p></p>
        </div>`,
      );
      const [first, last] = page.querySelectorAll('p');
      first!.style.height = `${String(above)}px`;
      last!.style.height = `${String(below)}px`;
      return page;
    }

    it('goes with its badge when the page, or a part of it, is scrolled', async () => {
      const around = await fixture<HTMLElement>(html`<div></div>`);
      const part = await aPage(200, 600);
      part.style.height = '300px';
      part.style.overflow = 'auto';
      around.append(part);
      around.style.height = '3000px';
      const badge = await opened(part);
      const gap = () => {
        const { panel, face } = boxes(badge);
        return Math.round(panel.top - face.bottom);
      };
      const before = gap();
      expect(before).to.be.within(0, 10);
      part.scrollTop = 150;
      await frame();
      await frame();
      expect(gap()).to.equal(before);
      scrollTo(0, 120);
      await frame();
      await frame();
      expect(gap()).to.equal(before);
      scrollTo(0, 0);
    });

    it('closes with Escape wherever the focus is', async () => {
      const badge = await opened(await aPage(0, 900));
      (document.activeElement as HTMLElement | null)?.blur();
      await sendKeys({ press: 'Escape' });
      await badge.updateComplete;
      expect(inside(badge, '.explanation')).to.equal(null);
    });

    it('stands above where the page ends, whole', async () => {
      const badge = await opened(await aPage(2000, 0));
      const { panel, face } = boxes(badge);
      expect(panel.bottom).to.be.at.most(face.top);
      const { scrollHeight, clientHeight } = inside(badge, '.explanation')!;
      expect(scrollHeight).to.be.at.most(clientHeight + 1);
    });

    it('stays inside a narrow page', async () => {
      const page = await aPage(0, 900);
      page.style.textAlign = 'right';
      const { panel } = boxes(await opened(page));
      expect(panel.left).to.be.at.least(0);
      expect(panel.right).to.be.at.most(document.documentElement.clientWidth);
    });
  });

  it('follows the language around it', async () => {
    const around = await fixture<HTMLElement>(html`<div><dvc-level-badge level="2"></dvc-level-badge></div>`);
    const badge = around.querySelector('dvc-level-badge')!;
    around.lang = 'en';
    await expectEventually(() => text(badge, '.badge'), 'Level 2');
    around.lang = 'fr';
    await expectEventually(() => text(badge, '.badge'), 'Mức độ 2');
  });

  it('takes a level set before it was defined, and survives being moved', async () => {
    const badge = document.createElement('dvc-level-badge');
    badge.level = '1';
    const first = await fixture<HTMLElement>(html`<div></div>`);
    first.append(badge);
    await badge.updateComplete;
    document.body.append(badge);
    badge.level = '2';
    await badge.updateComplete;
    expect(text(badge, '.badge')).to.equal('Mức độ 2');
    badge.remove();
  });
});

/** Waits for a change that arrives with a fetched file, one render at a time. */
async function expectEventually(read: () => string | undefined, wanted: string): Promise<void> {
  for (let turn = 0; turn < 200 && read() !== wanted; turn += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  expect(read()).to.equal(wanted);
}
