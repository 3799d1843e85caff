import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { defineNamespace } from '../../src/i18n/namespace.js';
import { define } from '../../src/ui/define.js';
import { configure } from '../../src/ui/configure.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { RememberingLocalizer } from '../../src/ui/remembering-localizer.js';

const words = defineNamespace(
  'test-words',
  { hello: 'Chào {{who}}' },
  { en: () => Promise.resolve({ default: { hello: 'Hello {{who}}' } }) },
);

class Speaker extends PortalElement {
  override readonly i18n = new RememberingLocalizer(this, words);

  protected override renderContent(): TemplateResult {
    return html`${this.i18n.t('hello', { who: 'An' })} ${this.i18n.t('hello', { who: 'Bình' })}`;
  }
}
define('dvc-test-speaker', Speaker);

const speak = (speaker: Speaker, who = 'An') => speaker.i18n.t('hello', { who });
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the words of an element', () => {
  afterEach(() => configure({ messages: undefined }));

  it('are told apart by what is put into them', async () => {
    const speaker = await fixture<Speaker>(html`<dvc-test-speaker></dvc-test-speaker>`);
    expect(speaker.shadowRoot?.textContent).to.include('Chào An Chào Bình');
  });

  it('follow the language, there and back', async () => {
    const speaker = await fixture<Speaker>(html`<dvc-test-speaker></dvc-test-speaker>`);
    expect(speak(speaker)).to.equal('Chào An');
    speaker.lang = 'en';
    await settled();
    expect(speak(speaker)).to.equal('Hello An');
    speaker.lang = 'vi';
    await settled();
    expect(speak(speaker)).to.equal('Chào An');
  });

  it('follow the page’s own words, there and back', async () => {
    const speaker = await fixture<Speaker>(html`<dvc-test-speaker></dvc-test-speaker>`);
    expect(speak(speaker)).to.equal('Chào An');
    configure({ messages: { vi: { hello: 'Kính chào {{who}}' } } });
    expect(speak(speaker)).to.equal('Kính chào An');
    configure({ messages: undefined });
    expect(speak(speaker)).to.equal('Chào An');
  });

  it('stay right when very many were said', async () => {
    const speaker = await fixture<Speaker>(html`<dvc-test-speaker></dvc-test-speaker>`);
    for (let round = 0; round < 2; round += 1)
      for (let at = 0; at < 1000; at += 1) expect(speak(speaker, String(at))).to.equal(`Chào ${String(at)}`);
  });
});
