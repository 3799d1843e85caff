import { html, nothing, type TemplateResult } from 'lit';
import type { Contact, Contacts, Purpose } from '../../src/ui/page-contacts.js';
import type { JourneyWords } from './kept-list.js';

/** Files of public data, which are told in one sentence. */
const DATA = ['catalog', 'levels', 'thesaurus', 'schemes', 'tables'] as const;
/** What people do with a receiving system. */
const ACTS = ['send', 'follow', 'act'] as const;
const isData = (purpose: Purpose): purpose is (typeof DATA)[number] =>
  (DATA as readonly Purpose[]).includes(purpose);

/** What is sent there, sentence by sentence. */
function sentences(i18n: JourneyWords, purposes: readonly Purpose[]): string[] {
  const data = purposes.filter(isData);
  return purposes.flatMap((purpose) => {
    if (purpose === 'gateway')
      return [i18n.t('for.gateway'), ...ACTS.map((act) => i18n.t(`for.gateway.${act}`))];
    if (!isData(purpose)) return i18n.t(`for.${purpose}`);
    // All of them where the first would stand.
    return purpose === data[0]
      ? i18n.t('for.data', { what: data.map((one) => i18n.t(`for.${one}`)).join(', ') })
      : [];
  });
}

const stateOf = (i18n: JourneyWords, { isAsked, kind }: Contact): string =>
  i18n.t(isAsked ? 'contacts.asked' : kind === 'press' ? 'contacts.press' : 'contacts.not-asked');

const hostName = (i18n: JourneyWords, host: string): TemplateResult =>
  html`<span class="host" translate="no">${host}</span>${
      host === location.host ? html` <span class="quiet">(${i18n.t('contacts.here')})</span>` : nothing
    }`;

/** Every host that the elements turn to, and what is sent there. */
export const renderContacts = (i18n: JourneyWords, { ours }: Contacts): TemplateResult =>
  html`<ul class="list" part="contacts">
      ${ours.map(
        (contact) =>
          html`<li>
            <p class="what">${hostName(i18n, contact.host)}</p>
            <p class="state ${contact.isAsked ? 'asked' : ''}">${stateOf(i18n, contact)}</p>
            ${sentences(i18n, contact.purposes).map((words) => html`<p>${words}</p>`)}
          </li>`,
      )}
    </ul>
    <p class="quiet">${i18n.t('contacts.note')}</p>`;

/** What the page asks for by itself: no business of the elements, and told apart. */
export const renderOthers = (i18n: JourneyWords, { others }: Contacts, lost: number): TemplateResult =>
  html`<p>${i18n.t('others.note')}</p>
    ${
      others.length === 0
        ? html`<p class="nothing">${i18n.t('others.none')}</p>`
        : html`<ul class="list" part="others">
            ${others.map(
              ({ host, count }) =>
                html`<li>
                  <p>${hostName(i18n, host)}: ${i18n.t('others.count', { count })}</p>
                </li>`,
            )}
          </ul>`
    }
    ${lost > 0 ? html`<p class="note">${i18n.t('others.lost', { count: lost })}</p>` : nothing}
    <p class="quiet">${i18n.t('others.source')}</p>`;
