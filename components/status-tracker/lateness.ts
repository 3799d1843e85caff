import { html, nothing } from 'lit';
import { formatDay, formatInstant } from '../../src/i18n/format.js';
import { BASE_LANGUAGE, type Language } from '../../src/i18n/language.js';
import { copyText } from '../../src/ui/copy-text.js';
import { renderHeading } from '../../src/ui/heading.js';
import type { TrackerHost } from './late-host.js';
import type { Situation } from './view.js';

/** What somebody may ask for whose dossier is late, and the words for it: as the office reads them, and what they say. */
export function renderLateness(host: TrackerHost, { told }: Situation): unknown {
  const { i18n } = host;
  const { office, code, due } = told;
  const letter = (language: Language) => ({
    office,
    code,
    due: due ? formatDay(language, due.on) : '',
    today: formatInstant(language, host.now()),
  });
  const words = i18n.t('lateness.text', letter(BASE_LANGUAGE), BASE_LANGUAGE);
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
      <textarea id="lateness-text" rows="8" lang=${BASE_LANGUAGE} readonly .value=${words}></textarea>
    </div>
    ${
      i18n.language === BASE_LANGUAGE
        ? nothing
        : html`<p class="hint">${i18n.t('lateness.meaning')}</p>
            <p class="quote" lang=${i18n.language}>${i18n.t('lateness.text', letter(i18n.language))}</p>`
    }
    <p class="actions no-print">
      <button type="button" class="button primary" @click=${(event: Event) => void copy(event)}>
        ${i18n.t('lateness.copy')}
      </button>
    </p>
  </section>`;
}
