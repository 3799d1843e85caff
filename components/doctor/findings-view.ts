import { html, nothing, type TemplateResult } from 'lit';
import { MENDERS, type Finding, type Report } from '../../src/doctor/findings.js';
import { renderHeading } from '../../src/ui/heading.js';
import type { DoctorHost, DoctorWords } from './doctor-host.js';
import { findingWords } from './sentences.js';

function renderFinding(i18n: DoctorWords, finding: Finding): TemplateResult {
  const { what, fix } = findingWords((key, params) => i18n.t(key, params), finding, i18n.language);
  return html`<li class=${finding.isFault ? 'fault' : 'advice'}>
    <p class="what"><b class="mark">${i18n.t(finding.isFault ? 'fault' : 'advice')}</b> ${what}</p>
    <p class="fix">${fix}</p>
  </li>`;
}

/** What was found, by who can mend it. */
export function renderFindings(host: DoctorHost, i18n: DoctorWords, { findings }: Report): unknown {
  return MENDERS.map((mender) => {
    const own = findings.filter((finding) => finding.mender === mender);
    if (own.length === 0) return nothing;
    return html`<section>
      ${renderHeading(host.headingLevel + 1, i18n.t(`by.${mender}`))}
      <ul part="findings">
        ${own.map((finding) => renderFinding(i18n, finding))}
      </ul>
    </section>`;
  });
}

/** The message, to be copied or marked by hand. */
export function renderMessage(
  host: DoctorHost,
  i18n: DoctorWords,
  { message, told, copy }: { readonly message: string; readonly told: string; readonly copy: () => void },
): TemplateResult {
  return html`<section>
    ${renderHeading(host.headingLevel + 1, i18n.t('message'))}
    <label class="visually-hidden" for="message">${i18n.t('message.label')}</label>
    <textarea id="message" part="message" rows="10" readonly .value=${message}></textarea>
    <p class="actions no-print">
      <button type="button" class="button primary" @click=${copy}>${i18n.t('message.copy')}</button>
      <span role="status">${told}</span>
    </p>
  </section>`;
}
