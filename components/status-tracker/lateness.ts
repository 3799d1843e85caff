import { html } from 'lit';
import { copyText } from '../../src/ui/copy-text.js';
import { renderHeading } from '../../src/ui/heading.js';
import type { TrackerHost } from './late-host.js';
import type { Situation } from './view.js';

/** What somebody may ask for whose dossier is late, and the words for it. */
export function renderLateness(host: TrackerHost, { told }: Situation): unknown {
  const { i18n } = host;
  const words = i18n.t('lateness.text', {
    office: told.office,
    code: told.code,
    due: told.due ? i18n.day(told.due.on) : '',
    today: i18n.instant(host.now()),
  });
  const copy = async ({ currentTarget }: Event) => {
    const panel = (currentTarget as HTMLElement).closest('#panel');
    const mark = () => panel?.querySelector('textarea')?.select();
    if (await copyText(words, mark)) host.announce(i18n.t('copied'));
  };
  return html`<section class="panel" id="panel" tabindex="-1">
    ${renderHeading(host.view().headingLevel + 1, i18n.t('lateness'), 'part-title')}
    <p>${i18n.t('lateness.rights')}</p>
    <div class="field">
      <label for="lateness-text">${i18n.t('lateness.label')}</label>
      <textarea id="lateness-text" rows="6" readonly .value=${words}></textarea>
    </div>
    <p class="actions no-print">
      <button type="button" class="button primary" @click=${(event: Event) => void copy(event)}>
        ${i18n.t('lateness.copy')}
      </button>
    </p>
  </section>`;
}
