import { expect, nextFrame } from '@open-wc/testing';
import '../../components/level-guide/level-guide.js';

describe('an element that is not drawn yet', () => {
  it('shows what the page put inside until its words are there, then itself', async () => {
    const link = Object.assign(document.createElement('a'), { href: '/thu-tuc', textContent: 'Danh sách' });
    const guide = document.createElement('dvc-level-guide');
    guide.append(link);
    let wordsCome: (() => void) | undefined;
    guide.waitBeforeFirstRender(() => new Promise<void>((resolve) => (wordsCome = resolve)));
    document.body.append(guide);
    while (!wordsCome) await nextFrame();
    expect(guide.hasUpdated).to.equal(false);
    expect(link.getBoundingClientRect().height).to.be.above(0);
    wordsCome();
    await guide.updateComplete;
    expect(link.getClientRects()).to.have.length(0);
    expect(guide.shadowRoot!.querySelectorAll('.levels > li')).to.have.length.above(0);
    guide.remove();
  });
});
