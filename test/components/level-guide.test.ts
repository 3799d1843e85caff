import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../components/level-guide/level-guide.js';
import '../../components/portal/portal.js';
import type { LevelGuide } from '../../components/level-guide/level-guide.js';
import { builtInSchemes } from '../../src/levels/schemes.js';

const words = (node: Node | null | undefined) =>
  node?.textContent?.replace(/\s+/gu, ' ').replaceAll('\u00a0', ' ').trim() ?? '';
const all = (guide: Element, selector: string) =>
  [...guide.shadowRoot!.querySelectorAll(selector)].map(words);
const levels = (guide: Element) => all(guide, '.levels > li :is(h3, h4, h5, h6)');
const card = (guide: Element, at: number) => words(guide.shadowRoot!.querySelectorAll('.levels > li')[at]);
const radios = (guide: Element) => [...guide.shadowRoot!.querySelectorAll<HTMLInputElement>('input')];

describe('<dvc-level-guide>', () => {
  it('tells the newest wording first', async () => {
    const guide = await fixture<LevelGuide>(html`<dvc-level-guide></dvc-level-guide>`);
    expect(levels(guide)).to.deep.equal(['Cung cấp thông tin', 'Một phần', 'Toàn trình']);
    await expect(guide).to.be.accessible();
  });

  it('tells how many trips each of the four levels leaves', async () => {
    const guide = await fixture<LevelGuide>(html`<dvc-level-guide scheme="vn-2011"></dvc-level-guide>`);
    expect(levels(guide)).to.deep.equal(['Mức độ 1', 'Mức độ 2', 'Mức độ 3', 'Mức độ 4']);
    expect(all(guide, '.trips')).to.deep.equal([
      'Đến nơi tiếp nhận: 1 hoặc 2 lần',
      'Đến nơi tiếp nhận: 1 hoặc 2 lần',
      'Đến nơi tiếp nhận: 1 lần',
      'Không phải đến, hoặc đến 1 lần',
    ]);
    await expect(guide).to.be.accessible();
  });

  it('tells who does what where', async () => {
    const guide = await fixture<LevelGuide>(html`<dvc-level-guide scheme="vn-2011"></dvc-level-guide>`);
    expect(card(guide, 1)).to.contain('Nộp hồ sơ Tại nơi tiếp nhận, hoặc gửi bưu điện');
    expect(card(guide, 2)).to.contain('Nộp hồ sơ Ở nhà, qua mạng');
    expect(card(guide, 2)).to.contain('Trả phí (nếu có) Tại nơi tiếp nhận');
    expect(card(guide, 3)).to.contain('Nhận kết quả Ở nhà, hoặc đến nhận');
    expect(card(guide, 0)).to.contain('Mang theo giấy tờ');
    expect(card(guide, 3)).to.contain('Gửi kèm ảnh chụp');
  });

  it('tells what differs from procedure to procedure as such, and never as sure', async () => {
    const guide = await fixture<LevelGuide>(html`<dvc-level-guide></dvc-level-guide>`);
    expect(card(guide, 0)).to.contain('Lấy mẫu đơn Tùy thủ tục');
    expect(card(guide, 1))
      .to.contain('Đến nơi tiếp nhận mấy lần: tùy thủ tục')
      .and.to.contain('Trả phí (nếu có) Tùy thủ tục')
      .and.to.contain('Nhận kết quả Tùy thủ tục')
      .and.not.to.match(/\d lần/u);
  });

  it('changes the wording by keyboard', async () => {
    const guide = await fixture<LevelGuide>(html`<dvc-level-guide></dvc-level-guide>`);
    radios(guide)
      .find((radio) => radio.checked)
      ?.focus();
    await sendKeys({ press: 'ArrowUp' });
    await guide.updateComplete;
    expect(levels(guide)).to.contain('Mức độ 4');
    expect(guide.shadowRoot?.activeElement).to.have.property('checked', true);
    await sendKeys({ press: 'ArrowDown' });
    await guide.updateComplete;
    expect(levels(guide)).to.contain('Toàn trình');
  });

  it('says how the law stands, and that matching the wordings is custom', async () => {
    const guide = await fixture<LevelGuide>(html`<dvc-level-guide></dvc-level-guide>`);
    expect(words(guide.shadowRoot)).to.contain('hết hiệu lực từ 01/7/2026');
    expect(words(guide.shadowRoot)).to.contain('theo thông lệ, không có văn bản quy định');
    expect(card(guide, 0)).to.contain('Cách gọi cũ: Mức độ 1').and.to.contain('Cách gọi cũ: Mức độ 2');
    expect(card(guide, 2)).to.contain('Cách gọi cũ: Mức độ 4').and.not.to.contain('Mức độ 3');
  });

  it('promises no time and no papers of its own', async () => {
    const guide = await fixture<LevelGuide>(html`<dvc-level-guide></dvc-level-guide>`);
    expect(words(guide.shadowRoot)).to.contain('thời gian giải quyết không theo mức');
    expect(words(guide.shadowRoot)).not.to.match(/\d+ ngày/u);
  });

  it('tells of each level when it can be sent and from when the days run, without a number of them', async () => {
    const guide = await fixture<LevelGuide>(html`<dvc-level-guide scheme="vn-2011"></dvc-level-guide>`);
    for (const at of [0, 1]) {
      expect(card(guide, at)).to.contain('Bao lâu').and.to.contain('chỉ nhận giấy tờ trong giờ làm việc');
      expect(card(guide, at)).not.to.contain('ngày nghỉ');
    }
    for (const at of [2, 3])
      expect(card(guide, at))
        .to.contain('Gửi được cả buổi tối và ngày nghỉ')
        .and.to.contain('không phải từ lúc bạn gửi');
    expect(words(guide.shadowRoot)).not.to.match(/\d+ ngày/u);
  });

  it('leaves open when it can be sent where a level leaves open whether it is sent online', async () => {
    const [scheme] = builtInSchemes;
    const unsure = { ...scheme!.levels[0]!, depends: ['submit'] };
    const portal = await fixture(
      html`<dvc-portal .schemes=${[{ ...scheme, levels: [unsure] }]}>
        <dvc-level-guide></dvc-level-guide>
      </dvc-portal>`,
    );
    const guide = portal.querySelector('dvc-level-guide')!;
    await guide.updateComplete;
    expect(card(guide, 0)).to.contain('ngoài giờ làm việc được không: tùy thủ tục');
  });

  it('points out a level, in its own wording and in the other', async () => {
    const guide = await fixture<LevelGuide>(html`<dvc-level-guide level="4"></dvc-level-guide>`);
    const current = () => words(guide.shadowRoot!.querySelector('[aria-current]'));
    expect(current()).to.contain('Mức độ 4').and.to.contain('Mức bạn đang xem');
    guide.scheme = 'vn-2022';
    await guide.updateComplete;
    expect(current()).to.contain('Toàn trình');
    await expect(guide).to.be.accessible();
  });

  it('says that it does not know a level', async () => {
    const guide = await fixture<LevelGuide>(html`<dvc-level-guide level="9"></dvc-level-guide>`);
    expect(words(guide.shadowRoot)).to.contain('Chưa rõ mức “9”');
    expect(levels(guide)).to.have.length(3);
  });

  it('tells the schemes of a portal instead of the built-in ones', async () => {
    const scheme = { ...builtInSchemes[1]!, id: 'vn-2027', standing: { vi: 'Đang có hiệu lực.' } };
    const portal = await fixture(
      html`<dvc-portal .schemes=${[scheme]}><dvc-level-guide></dvc-level-guide></dvc-portal>`,
    );
    const guide = portal.querySelector('dvc-level-guide')!;
    await guide.updateComplete;
    expect(words(guide.shadowRoot!.querySelector('.standing'))).to.contain('Đang có hiệu lực.');
    expect(radios(guide)).to.deep.equal([]);
    expect(words(guide.shadowRoot)).not.to.contain('thông lệ');
  });

  describe('with schemes of several times', () => {
    const plain = { ...builtInSchemes[1]!, standing: undefined };
    const next = {
      ...plain,
      id: 'vn-2027',
      name: { vi: 'Cách gọi 2027', en: 'Wording of 2027' },
      validFrom: '2027-01-01',
      validTo: undefined,
    };
    const mappings = [{ from: 'vn-2022', to: 'vn-2027', pairs: { full: 'full' } }];
    const guideOn = async (instant: string, schemes: readonly unknown[], scheme?: string) => {
      const portal = await fixture(
        html`<dvc-portal .schemes=${schemes} .mappings=${mappings}>
          <dvc-level-guide .clock=${() => new Date(instant)} .scheme=${scheme}></dvc-level-guide>
        </dvc-portal>`,
      );
      const guide = portal.querySelector('dvc-level-guide')!;
      await guide.updateComplete;
      return guide;
    };
    const choice = (guide: Element) => all(guide, 'fieldset label');
    const chosen = (guide: Element) => radios(guide).find((radio) => radio.checked)?.value;
    const law = (guide: Element) => words(guide.shadowRoot!.querySelector('.standing'));
    const dayBefore = '2026-12-31T12:00+07:00';
    // Midnight in Việt Nam, still the day before in Europe.
    const firstDay = '2027-01-01T00:00+07:00';

    it('shows one of a later day as to come, and takes it for the newest from its first day on', async () => {
      const before = await guideOn(dayBefore, [plain, next]);
      expect(chosen(before)).to.equal('vn-2022');
      expect(choice(before)[0]).to.match(/^Cách gọi mới: /u);
      expect(choice(before)[1]).to.equal('Cách gọi sắp áp dụng: Cách gọi 2027');
      expect(card(before, 2)).to.contain('Cách gọi sắp áp dụng: Toàn trình');
      await expect(before).to.be.accessible();
      const after = await guideOn(firstDay, [plain, next]);
      expect(chosen(after)).to.equal('vn-2027');
      expect(choice(after)[0]).to.match(/^Cách gọi cũ: /u);
      expect(choice(after)[1]).to.equal('Cách gọi mới: Cách gọi 2027');
    });

    it('tells from when to when each holds, and that it has not begun or is over', async () => {
      const over = await guideOn(dayBefore, [plain, next]);
      expect(law(over)).to.match(
        /từ ngày 15\/0?8\/2022 đến hết ngày 30\/0?6\/2026\. Nay không còn hiệu lực\.$/u,
      );
      const coming = await guideOn(dayBefore, [plain, next], 'vn-2027');
      expect(law(coming)).to.match(/Có hiệu lực từ ngày 0?1\/0?1\/2027\. Hiện chưa áp dụng\.$/u);
      const begun = await guideOn(firstDay, [plain, next], 'vn-2027');
      expect(law(begun)).to.match(/Có hiệu lực từ ngày 0?1\/0?1\/2027\.$/u);
      const lastDay = await guideOn('2026-06-30T23:59+07:00', [plain, next]);
      expect(law(lastDay)).not.to.contain('Nay không còn hiệu lực');
      const noStart = await guideOn(dayBefore, builtInSchemes, 'vn-2011');
      expect(law(noStart)).to.match(/Có hiệu lực đến hết ngày 14\/0?8\/2022\. Nay không còn hiệu lực\./u);
    });

    it('tells no time where the scheme has none, and shows the first where all are to come', async () => {
      const timeless = await guideOn(dayBefore, [{ ...next, validFrom: undefined }]);
      expect(law(timeless)).to.contain('Căn cứ').and.not.to.contain('hiệu lực');
      const all = await guideOn(dayBefore, [next, { ...next, id: 'vn-2030', validFrom: '2030-01-01' }]);
      expect(chosen(all)).to.equal('vn-2027');
      expect(law(all)).to.contain('Hiện chưa áp dụng.');
    });
  });

  it('fits the outline of the page', async () => {
    const guide = await fixture<LevelGuide>(html`<dvc-level-guide heading-level="4"></dvc-level-guide>`);
    expect(guide.shadowRoot!.querySelectorAll('h4')).to.have.length(1);
    expect(guide.shadowRoot!.querySelectorAll('h5')).to.have.length(3);
  });

  it('speaks English where the page does', async () => {
    const page = await fixture(html`<div lang="en"><dvc-level-guide></dvc-level-guide></div>`);
    const guide = page.querySelector('dvc-level-guide')!;
    await guide.updateComplete;
    expect(levels(guide)).to.deep.equal(['Information only', 'Partly online', 'Fully online']);
  });

  it('fits 320 px, and targets are large enough for a finger', async () => {
    const narrow = document.createElement('div');
    narrow.style.width = '320px';
    const guide = document.createElement('dvc-level-guide');
    narrow.append(guide);
    document.body.append(narrow);
    await guide.updateComplete;
    await nextFrame();
    expect(guide.scrollWidth).to.be.at.most(320);
    for (const label of guide.shadowRoot!.querySelectorAll('label')) {
      expect(label.offsetHeight).to.be.at.least(44);
    }
    narrow.remove();
  });
});
