import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { lookup } from '../../src/i18n/namespaces/lookup.js';
import { define } from '../../src/ui/define.js';
import { configure } from '../../src/ui/configure.js';
import { PortalElement } from '../../src/ui/portal-element.js';
import { RememberingLocalizer } from '../../src/ui/remembering-localizer.js';
import { waitUntil } from '../support/wait-until.js';

class Speaker extends PortalElement {
  override readonly i18n = new RememberingLocalizer(this, lookup);

  protected override renderContent(): TemplateResult {
    return html`<p>${this.i18n.t('also-called', { names: 'An' })}</p>
      <p>${this.i18n.t('also-called', { names: 'Bình' })}</p>`;
  }
}
define('dvc-test-speaker', Speaker);

const speak = (speaker: Speaker, who = 'An') => speaker.i18n.t('also-called', { names: who });

describe('the words of an element', () => {
  afterEach(() => configure({ messages: undefined }));

  it('are told apart by what is put into them', async () => {
    const speaker = await fixture<Speaker>(html`<dvc-test-speaker></dvc-test-speaker>`);
    const said = [...(speaker.shadowRoot?.querySelectorAll('p') ?? [])].map((one) => one.textContent);
    expect(said).to.deep.equal(['Còn gọi là: An', 'Còn gọi là: Bình']);
  });

  it('follow the language, there and back', async () => {
    const speaker = await fixture<Speaker>(html`<dvc-test-speaker></dvc-test-speaker>`);
    expect(speak(speaker)).to.equal('Còn gọi là: An');
    speaker.lang = 'en';
    await waitUntil(() => speak(speaker) === 'Also called: An', 'it speaks English');
    speaker.lang = 'vi';
    await waitUntil(() => speak(speaker) === 'Còn gọi là: An', 'it speaks Vietnamese again');
  });

  it('follow the page’s own words, there and back', async () => {
    const speaker = await fixture<Speaker>(html`<dvc-test-speaker></dvc-test-speaker>`);
    expect(speak(speaker)).to.equal('Còn gọi là: An');
    configure({ messages: { vi: { lookup: { 'also-called': 'Gọi là {{names}}' } } } });
    expect(speak(speaker)).to.equal('Gọi là An');
    configure({ messages: undefined });
    expect(speak(speaker)).to.equal('Còn gọi là: An');
  });

  it('stay right when very many were said', async () => {
    const speaker = await fixture<Speaker>(html`<dvc-test-speaker></dvc-test-speaker>`);
    for (let round = 0; round < 2; round += 1)
      for (let at = 0; at < 1000; at += 1)
        expect(speak(speaker, String(at))).to.equal(`Còn gọi là: ${String(at)}`);
  });
});
