import { expect } from 'chai';

interface StrictWindow extends Window {
  readonly violations: readonly unknown[];
}

/** What must be there once each element has shown itself, from all that the built page loads. */
const SHOWN: Readonly<Record<string, string>> = {
  'dvc-level-badge': 'button',
  'dvc-level-guide': 'h2, h3',
  'dvc-procedure-lookup': 'li mark, ol li',
  'dvc-procedure-detail': '[part~="summary"]',
  'dvc-catalog-coverage': 'svg, table',
};

describe('the built page under the strictest policy', function () {
  this.timeout(30_000);

  it('shows every element, with no report from the browser, Trusted Types enforced', async () => {
    const frame = document.createElement('iframe');
    frame.src = '/examples/csp/index.html';
    frame.width = '800';
    frame.height = '900';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    const page = frame.contentWindow as StrictWindow;
    for (const [tag, selector] of Object.entries(SHOWN)) {
      const element = page.document.querySelector(tag);
      expect(element, tag).not.to.equal(null);
      await until(() => element?.shadowRoot?.querySelector(selector), `${tag} shows ${selector}`);
    }
    // Something to do in each: what is loaded or rendered only then must keep the policy, too.
    const inside = (tag: string, selector: string) =>
      page.document.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>(selector);
    inside('dvc-level-badge', 'button')?.click();
    const box = inside('dvc-procedure-lookup', 'input') as HTMLInputElement;
    box.value = 'lam lai giay khai sinh';
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await until(() => inside('dvc-procedure-lookup', 'mark'), 'marked words');
    page.document.documentElement.lang = 'en';
    await until(
      () => inside('dvc-level-badge', 'button')?.textContent.includes('Level 4'),
      'the badge in English',
    );
    expect(page.violations).to.deep.equal([]);
    frame.remove();
  });
});

/** Looks again after every frame until something is there; the runner's time limit ends it. */
async function until(look: () => unknown, what: string): Promise<void> {
  for (let frame = 0; !look(); frame += 1) {
    if (frame > 1200) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
