import { html, nothing, type TemplateResult } from 'lit';
import { MENDERS, type Finding, type Report } from '../../src/doctor/findings.js';
import { renderHeading } from '../../src/ui/heading.js';
import { checkIcon, dependsIcon, infoIcon } from '../../src/ui/icons.js';
import type { DoctorHost, DoctorWords } from './doctor-host.js';
import { findingWords, unknownWords } from './sentences.js';

function summaryOf(i18n: DoctorWords, { findings }: Report): string {
  const faults = findings.filter(({ isFault }) => isFault).length;
  if (faults > 0) return i18n.t('ill', { count: faults });
  return findings.length > 0 ? i18n.t('advised', { count: findings.length }) : i18n.t('well');
}

function renderFinding(i18n: DoctorWords, finding: Finding): TemplateResult {
  const { what, fix } = findingWords((key, params) => i18n.t(key, params), finding);
  return html`<li class=${finding.isFault ? 'fault' : 'advice'}>
    <p class="what"><b class="mark">${i18n.t(finding.isFault ? 'fault' : 'advice')}</b> ${what}</p>
    <p class="fix">${fix}</p>
  </li>`;
}

/** What was found, by who can mend it, and what could not be looked at. */
export function renderReport(host: DoctorHost, i18n: DoctorWords, report: Report): unknown {
  const { findings, unknowns } = report;
  const isWell = !findings.some(({ isFault }) => isFault);
  return html`<p class="summary ${isWell ? 'well' : 'ill'}">
      ${isWell ? checkIcon() : infoIcon()}<span>${summaryOf(i18n, report)}</span>
    </p>
    ${MENDERS.map((mender) => {
      const own = findings.filter((finding) => finding.mender === mender);
      if (own.length === 0) return nothing;
      return html`<section>
        ${renderHeading(host.headingLevel + 1, i18n.t(`by.${mender}`))}
        <ul part="findings">
          ${own.map((finding) => renderFinding(i18n, finding))}
        </ul>
      </section>`;
    })}
    <section class="unknown">
      ${renderHeading(host.headingLevel + 1, i18n.t('unknown'))}
      <ul>
        ${unknowns.map(
          (unknown) =>
            html`<li>
              ${dependsIcon()}<span>${unknownWords((key, params) => i18n.t(key, params), unknown)}</span>
            </li>`,
        )}
      </ul>
    </section>`;
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
