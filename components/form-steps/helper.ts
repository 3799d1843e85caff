import { html, type TemplateResult } from 'lit';
import { HELPER, type HelperDraft } from '../../src/forms/helper-draft.js';
import { renderDeclaration, renderTyped, type Control } from '../../src/ui/controls.js';
import type { FieldsView } from './fields-view.js';
import { besideLabel } from './labels.js';
import type { LateHost } from './late-host.js';
import { renderReviewedBeside } from './review.js';

/** Who types for the citizen, and that the citizen agreed to it. */
export function renderHelper(view: FieldsView, helper: HelperDraft, procedure: string): TemplateResult {
  const { i18n } = view;
  const control = (part: keyof HelperDraft, kind: Control['kind']): Control => ({
    view,
    place: { field: HELPER, part },
    label: part === 'consent' ? i18n.t('assisted.consent', { procedure }) : besideLabel(i18n, HELPER, part),
    hint: undefined,
    required: true,
    value: helper[part],
    kind,
  });
  return html`<fieldset class="field person">
    <legend>${i18n.t('assisted')}</legend>
    <p>${i18n.t('assisted.intro')}</p>
    ${renderTyped(control('name', 'name'))} ${renderTyped(control('role', 'text'))}
    ${renderDeclaration(control('consent', 'declaration'))}
  </fieldset>`;
}

/** The same on the review. */
export function renderReviewedHelper(
  { i18n, application, headingLevel, change }: LateHost,
  procedure: string,
): TemplateResult {
  const { name, role, consent } = application.helper;
  return renderReviewedBeside(
    { i18n, headingLevel: headingLevel(), onChange: change },
    {
      title: i18n.t('assisted'),
      screen: 'prepare',
      path: `${HELPER}.name`,
      terms: [
        [besideLabel(i18n, HELPER, 'name'), name],
        [besideLabel(i18n, HELPER, 'role'), role],
        [
          besideLabel(i18n, HELPER, 'consent'),
          consent ? i18n.t('assisted.consent', { procedure }) : i18n.t('not-answered'),
        ],
      ],
    },
  );
}
