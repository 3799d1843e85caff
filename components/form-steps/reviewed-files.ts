import { html, type TemplateResult } from 'lit';
import { isFormItself } from '../../src/forms/filled-paper.js';
import { renderHeading } from '../../src/ui/heading.js';
import type { LateHost } from './late-host.js';
import { changeButton } from './review.js';

/** On the review: each file by what it is for and what it is called, so that a wrong photo is noticed; then what has none. */
export function renderReviewedFiles({
  i18n,
  application,
  paperList,
  headingLevel,
  change,
}: LateHost): TemplateResult {
  const { app, files, screens } = application;
  const sends = screens.some(({ kind }) => kind === 'send');
  // Where it is sent from here, the form that was filled in is no paper that is missing.
  const hasFile = (name: string): boolean =>
    (sends && isFormItself(app?.form, name)) || files.some(({ paper }) => paper === name);
  return html`<section class="reviewed">
    ${renderHeading(headingLevel(), i18n.t('review.files'), 'group-title')}
    ${
      files.length === 0
        ? html`<p>${i18n.t('review.no-files')}</p>`
        : html`<ul class="list">
            ${files.map(({ paper, name, size }) => {
              const file = i18n.t('review.file', { name, size: i18n.number(Math.ceil(size / 1024)) });
              return html`<li>${paper === undefined ? file : `${paper}: ${file}`}</li>`;
            })}
          </ul>`
    }
    ${paperList((list) => list.renderMissing(hasFile, sends))}
    ${changeButton({ i18n, onChange: change }, i18n.t('review.files'), 'attach')}
  </section>`;
}
