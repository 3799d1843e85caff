import { html, nothing, type TemplateResult } from 'lit';
import type { Procedure } from '../../src/catalog/procedure.js';
import { renderOpenLink, type RelatedLinks } from './open-link.js';
import { inVietnamese, renderLink, renderList, renderSection, type DetailKey, type Sheet } from './sheet.js';

/** Texts longer than this, and lists with more lines, wait behind their heading. */
const LONG_TEXT = 900;
const LONG_LIST = 4;

/** Everything after the papers. What the data do not hold is named in one line instead of empty headings. */
export function renderSections(sheet: Sheet, related: RelatedLinks): TemplateResult {
  const { i18n, procedure } = sheet;
  const absent = (['steps', 'results', 'conditions', 'forms', 'legalBasis'] as const).filter(
    (member) => procedure[member].length === 0,
  );
  return html`
    ${renderSteps(sheet)} ${renderTexts(sheet, 'results', procedure.results)}
    ${renderTexts(sheet, 'conditions', procedure.conditions)} ${renderForms(sheet)}
    ${
      procedure.audienceWords.length > 0
        ? renderSection(
            sheet,
            'audience',
            renderList(procedure.audienceWords.map((words) => inVietnamese(words))),
          )
        : nothing
    }
    ${renderLegalBasis(sheet)} ${renderRelated(sheet, related)}
    ${
      absent.length > 0
        ? html`<p class="absent">
            ${i18n.t('absent', { parts: absent.map((member) => i18n.t(`part.${member}`)).join(', ') })}
          </p>`
        : nothing
    }
  `;
}

const isLong = (texts: readonly string[]) => texts.join('').length > LONG_TEXT;

function renderSteps(sheet: Sheet): TemplateResult | typeof nothing {
  const { steps } = sheet.procedure;
  if (steps.length === 0) return nothing;
  return renderSection(
    sheet,
    'steps',
    html`<ol class="steps">
      ${steps.map(
        (step) =>
          html`<li lang="vi">
            ${step.name ? html`<p><b>${step.name}</b></p>` : nothing}
            <p class="long-text">${step.text}</p>
          </li>`,
      )}
    </ol>`,
    { part: 'steps', folded: isLong(steps.map((step) => step.text)) },
  );
}

function renderTexts(
  sheet: Sheet,
  title: DetailKey & ('results' | 'conditions'),
  texts: readonly string[],
): TemplateResult | typeof nothing {
  if (texts.length === 0) return nothing;
  const list = renderList(texts.map((text) => html`<span lang="vi" class="long-text">${text}</span>`));
  return renderSection(sheet, title, list, { folded: isLong(texts) });
}

function renderForms(sheet: Sheet): TemplateResult | typeof nothing {
  const { forms } = sheet.procedure;
  if (forms.length === 0) return nothing;
  return renderSection(
    sheet,
    'forms',
    renderList(forms.map((form) => renderLink(form.url, form.name, 'target'))),
  );
}

function renderLegalBasis(sheet: Sheet): TemplateResult | typeof nothing {
  const { legalBasis } = sheet.procedure;
  if (legalBasis.length === 0) return nothing;
  const list = renderList(
    legalBasis.map(
      (text: Procedure['legalBasis'][number]) =>
        html`${renderLink(text.url, text.number, 'target')}${text.title ? html` – ${inVietnamese(text.title)}` : nothing}`,
    ),
  );
  return renderSection(sheet, 'legal-basis', list, {
    folded: legalBasis.length > LONG_LIST,
    count: legalBasis.length,
  });
}

function renderRelated(sheet: Sheet, links: RelatedLinks): TemplateResult | typeof nothing {
  const { i18n, place, procedure } = sheet;
  if (procedure.related.length === 0) return nothing;
  const items = procedure.related.map((code) => {
    const found = place.catalog.byCode(code);
    return found ? renderOpenLink(found.code, found.name, links) : i18n.t('related.absent', { code });
  });
  return renderSection(sheet, 'related', renderList(items));
}
