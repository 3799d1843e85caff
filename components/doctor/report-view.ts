import { html } from 'lit';
import type { Report } from '../../src/doctor/findings.js';
import { renderHeading } from '../../src/ui/heading.js';
import { checkIcon, dependsIcon, infoIcon } from '../../src/ui/icons.js';
import type { DoctorHost, DoctorWords } from './doctor-host.js';

function summaryOf(i18n: DoctorWords, { findings }: Report): string {
  const faults = findings.filter(({ isFault }) => isFault).length;
  if (faults > 0) return i18n.t('ill', { count: faults });
  return findings.length > 0 ? i18n.t('advised', { count: findings.length }) : i18n.t('well');
}

/**
 * What could be looked at, and what could not.
 * @param found what was found, drawn
 */
export function renderReport(host: DoctorHost, i18n: DoctorWords, report: Report, found: unknown): unknown {
  const { findings, unknowns } = report;
  const isWell = !findings.some(({ isFault }) => isFault);
  return html`<p class="summary ${isWell ? 'well' : 'ill'}">
      ${isWell ? checkIcon() : infoIcon()}<span>${summaryOf(i18n, report)}</span>
    </p>
    ${found}
    <section class="unknown">
      ${renderHeading(host.headingLevel + 1, i18n.t('unknown'))}
      <ul>
        ${unknowns.map(
          ({ code, params }) =>
            html`<li>${dependsIcon()}<span>${i18n.t(`unknown.${code}`, params)}</span></li>`,
        )}
      </ul>
    </section>`;
}
