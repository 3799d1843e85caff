import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { Messages } from '../../src/i18n/translator.js';
import { defineNamespace } from '../../src/i18n/namespace.js';
import { define } from '../../src/ui/define.js';
import { pause } from '../../src/ui/pause.js';
import { LocalizeController } from '../../src/ui/localize-controller.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { RememberingLocalizer } from '../../src/ui/remembering-localizer.js';
import { fakeTimers, until } from '../support/fake-timers.js';

/** A file of words whose line is broken until it is mended. */
class Line {
  asked = 0;
  isBroken = true;
  isHeld = false;
  hasAnswered = false;
  #held: Promise<void> | undefined;
  readonly load: () => Promise<{ readonly default: Messages }>;

  constructor(words: Messages) {
    this.load = async () => {
      this.asked += 1;
      this.isHeld = this.#held !== undefined;
      await this.#held;
      // Whoever waits for this sees what the element makes of it.
      void pause().then(() => (this.hasAnswered = true));
      if (this.isBroken) throw new TypeError('Failed to fetch');
      return { default: words };
    };
  }

  /** Keeps back what comes until what this returns is called. */
  hold(): () => void {
    this.hasAnswered = false;
    let answer = (): void => undefined;
    this.#held = new Promise((resolve) => (answer = resolve));
    return () => answer();
  }
}

let made = 0;

/** Each test has words and an element of its own: words that came once are there for good. */
function speaker(isRemembering = false) {
  made += 1;
  const first = new Line({ first: 'First' });
  const second = new Line({ second: 'Second' });
  const third = new Line({ third: 'Third' });
  first.isBroken = false;
  // The names of the library's own words are typed; these stand for them.
  const name = (which: string) => `${which}-${String(made)}` as 'common';
  const firstWords = defineNamespace(name('first'), { first: 'Một' }, { en: first.load });
  const secondWords = defineNamespace(name('second'), { second: 'Hai' }, { en: second.load });
  const thirdWords = defineNamespace(name('third'), { third: 'Ba' }, { en: third.load });
  const Localizer = isRemembering ? RememberingLocalizer : LocalizeController;
  class Speaker extends PortalElement {
    override readonly i18n = new Localizer<
      readonly [typeof firstWords, typeof secondWords],
      typeof thirdWords
    >(this, firstWords, secondWords);

    protected override renderContent(): TemplateResult {
      return html`${this.i18n.t('first')} ${this.i18n.t('second')} ${this.hasThird ? this.i18n.t('third') : 0}`;
    }

    hasThird = false;

    async useThird(): Promise<void> {
      await this.i18n.use(thirdWords);
      this.hasThird = true;
      this.requestUpdate();
    }
  }
  const tag = `dvc-test-lost-${String(made)}` as const;
  define(tag, Speaker);
  const element = new Speaker();
  return { element, second, third };
}

const said = (element: HTMLElement): string | undefined =>
  element.shadowRoot?.querySelector('.root')?.textContent.trim();
const spoken = (element: HTMLElement): string | null | undefined =>
  element.shadowRoot?.querySelector('.root')?.getAttribute('lang');
const lineIsBack = () => window.dispatchEvent(new Event('online'));

describe('an element whose words a line lost', () => {
  let page: HTMLElement;
  beforeEach(async () => {
    page = await fixture<HTMLElement>(html`<div lang="en"></div>`);
  });

  it('speaks one language at a time, and the asked one once the line is back', async () => {
    const { element, second } = speaker();
    page.append(element);
    await until(() => said(element) !== undefined, 'it is drawn');
    expect(said(element)).to.equal('Một Hai 0');
    expect(spoken(element)).to.equal('vi');
    second.isBroken = false;
    lineIsBack();
    await until(() => said(element) === 'First Second 0', 'English');
    expect(spoken(element)).to.equal('en');
  });

  it('speaks on in the language it has where a change of it is lost, and then changes', async () => {
    const { element, second } = speaker();
    page.lang = 'vi';
    page.append(element);
    await until(() => said(element) === 'Một Hai 0', 'Vietnamese');
    page.lang = 'en';
    await until(() => second.asked === 1, 'English is asked for');
    await element.updateComplete;
    expect(said(element)).to.equal('Một Hai 0');
    second.isBroken = false;
    lineIsBack();
    await until(() => said(element) === 'First Second 0', 'English');
  });

  for (const isRemembering of [false, true])
    it(`shows words of a later part in its own language once they come${isRemembering ? ', and forgets the others' : ''}`, async () => {
      const { element, second, third } = speaker(isRemembering);
      second.isBroken = false;
      page.append(element);
      await until(() => said(element) === 'First Second 0', 'English');
      await element.useThird();
      await until(() => said(element) === 'First Second Ba', 'the part is there');
      third.isBroken = false;
      lineIsBack();
      await until(() => said(element) === 'First Second Third', 'English all over');
    });

  it('stays in Vietnamese where that is asked for meanwhile, whatever comes then', async () => {
    const { element, second } = speaker();
    page.append(element);
    await until(() => said(element) === 'Một Hai 0', 'it is drawn');
    second.isBroken = false;
    const answer = second.hold();
    lineIsBack();
    await until(() => second.isHeld, 'it asks again');
    page.lang = 'vi';
    // Another element follows the same change after this one.
    const other = speaker().element;
    page.append(other);
    await until(() => said(other) === 'Một Hai 0', 'the change was seen');
    answer();
    await until(() => second.hasAnswered, 'English is there');
    await element.updateComplete;
    expect(said(element)).to.equal('Một Hai 0');
    lineIsBack();
    await element.updateComplete;
    expect(said(element)).to.equal('Một Hai 0');
  });

  describe('and never gets back', () => {
    let timers: ReturnType<typeof fakeTimers>;
    beforeEach(async () => {
      // What an earlier test left waiting is asked for now, and by nobody.
      lineIsBack();
      await pause();
      timers = fakeTimers();
    });
    afterEach(() => timers.restore());

    it('asks again and again by one timer for all of the page, twenty seconds apart at most', async () => {
      const all = [speaker(), speaker(), speaker()];
      page.append(...all.map(({ element }) => element));
      await until(() => all.every(({ element }) => said(element) !== undefined), 'they are drawn');
      for (let tries = 1; tries < 12; tries += 1) {
        await until(() => all.every(({ second }) => second.asked >= tries), `try ${String(tries)}`);
        await until(() => timers.asked.length > 0, 'a next try');
        expect(timers.asked).to.have.length(1);
        expect(timers.asked[0]).to.be.within(0, 20_000);
        for (const { element } of all) expect(said(element)).to.equal('Một Hai 0');
        expect(timers.ring()).to.equal(true);
      }
    });

    it('asks no more once it is taken out, and again once it is put in', async () => {
      const { element, second } = speaker();
      page.append(element);
      await until(() => timers.asked.length === 1, 'a next try');
      element.remove();
      const { asked } = second;
      lineIsBack();
      timers.ring();
      await pause();
      expect(second.asked).to.equal(asked);
      second.isBroken = false;
      page.append(element);
      await until(() => said(element) === 'First Second 0', 'English');
    });

    it('asks no more where it is taken out while it asks', async () => {
      const { element, second } = speaker();
      page.append(element);
      await until(() => timers.asked.length === 1, 'a next try');
      const answer = second.hold();
      timers.ring();
      await until(() => second.isHeld, 'it asks again');
      element.remove();
      answer();
      await until(() => second.hasAnswered, 'the line broke again');
      expect(timers.asked).to.have.length(0);
    });
  });
});
