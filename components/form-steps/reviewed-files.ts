import { html, nothing, type TemplateResult } from 'lit';
import { isFormItself } from '../../src/forms/filled-paper.js';
import { renderHeading } from '../../src/ui/heading.js';
import { infoIcon } from '../../src/ui/icons.js';
import type { LateHost } from './late-host.js';
import { changeButton } from './review.js';

/** On the review: each file by what it is for and what it is called, so that a wrong photo is noticed; then what has none. */
export function renderReviewedFiles({
  i18n,
  application,
  papers,
  headingLevel,
  change,
}: LateHost): TemplateResult {
  const { app, files, screens } = application;
  const sends = screens.some(({ kind }) => kind === 'send');
  // Where it is sent from here, the form that was filled in is no paper that is missing.
  const missing = papers()
    .map(({ name }) => name)
    .filter((name) => !(sends && isFormItself(app?.form, name)))
    .filter((name) => files.every(({ paper }) => paper !== name));
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
    ${
      missing.length > 0
        ? html`<div class="note">
            ${infoIcon()}
            <div>
              ${i18n.t('review.missing')}
              <ul class="list">
                ${missing.map((name) => html`<li lang="vi">${name}</li>`)}
              </ul>
            </div>
          </div>`
        : nothing
    }
    ${changeButton({ i18n, onChange: change }, i18n.t('review.files'), 'attach')}
  </section>`;
}
