import { html, nothing, type TemplateResult } from 'lit';
import { answerAt, entriesOf, type Answer, type Answers } from '../../src/forms/answers.js';
import { applies, isRequired } from '../../src/forms/check-answers.js';
import type { Field, FieldGroup, FormStep } from '../../src/forms/form-definition.js';
import { compute, holds } from '../../src/forms/rules.js';
import { writtenNumber } from '../../src/forms/tidy-typed.js';
import type { Place } from '../../src/ui/place.js';
import { plusIcon, warningIcon } from '../../src/ui/form-icons.js';
import { renderHeading } from '../../src/ui/heading.js';
import { closeIcon, infoIcon } from '../../src/ui/icons.js';
import { renderAddress } from './address.js';
import {
  renderChoice,
  renderChoices,
  renderDeclaration,
  renderTyped,
  type Control,
} from '../../src/ui/controls.js';
import { controlId, pathOf, problemWords } from '../../src/ui/field-words.js';
import type { FieldsView } from './fields-view.js';
import { dateHint, renderPerson } from './person.js';

/** Everything that one step of a form asks. */
export function renderFormStep(view: FieldsView, { intro, groups }: FormStep): TemplateResult {
  return html`${intro ? html`<p>${view.i18n.text(intro)}</p>` : nothing}
  ${groups
    .filter(({ when }) => when === undefined || holds(when, view.kept))
    .map((group) => (group.repeat ? renderRepeated(view, group) : renderGroup(view, group)))}`;
}

function renderGroup(view: FieldsView, { title, fields }: FieldGroup): TemplateResult {
  const content = fields.map((field) => renderField(view, field));
  if (!title) return html`<div class="group">${content}</div>`;
  return html`<section class="group">
    ${renderHeading(view.headingLevel, view.i18n.text(title), 'group-title')} ${content}
  </section>`;
}

function renderRepeated(view: FieldsView, group: FieldGroup): TemplateResult {
  const { i18n } = view;
  const { least = 0, most = 0, entry: label = { vi: '' } } = group.repeat ?? {};
  const kept = entriesOf(view.kept, group.name);
  const typed = entriesOf(view.typed, group.name);
  const problems = view.errors.filter(({ path }) => path === group.name);
  return html`<section class="group" id=${controlId(group.name)} tabindex="-1">
    ${group.title ? renderHeading(view.headingLevel, i18n.text(group.title), 'group-title') : nothing}
    ${problems.map((problem) => html`<p class="error">${warningIcon()} ${problemWords(i18n, problem, i18n.text(label))}</p>`)}
    ${typed.map((_, at) => {
      const words = { label: i18n.text(label), number: at + 1 };
      return html`<div class="entry" role="group" aria-label=${i18n.t('entry', words)}>
        <p class="entry-head">
          <b>${i18n.t('entry', words)}</b>
          ${
            typed.length > least
              ? html`<button
                  type="button"
                  class="quiet"
                  @click=${() =>
                    view.onRemove(
                      group.name,
                      at,
                      i18n.t('entry.removed', { ...words, left: typed.length - 1 }),
                    )}
                  aria-label=${i18n.t('entry.remove', words)}
                >
                  ${closeIcon()}
                </button>`
              : nothing
          }
        </p>
        ${group.fields.map((field) => renderField(view, field, { group: group.name, at }, typed[at], kept[at]))}
      </div>`;
    })}
    ${
      typed.length < most
        ? html`<button type="button" class="button" @click=${() => view.onAdd(group.name)}>
            ${plusIcon()}${i18n.t('entry.add', { label: i18n.text(label) })}
          </button>`
        : nothing
    }
  </section>`;
}

function renderField(
  view: FieldsView,
  field: Field,
  entry?: Place['entry'],
  typed: Answers = view.typed,
  kept?: Answers,
): unknown {
  const { i18n } = view;
  if (!applies(field, view.kept, kept)) return nothing;
  const label = i18n.text(field.label);
  if (field.kind === 'information') return html`<p class="note">${infoIcon()} <span>${label}</span></p>`;
  const place: Place = { field: field.name, ...(entry && { entry }) };
  const required = isRequired(field, view.kept, kept);
  const hint = field.hint && i18n.text(field.hint);
  const value = answerAt(field.name, typed);
  if ('value' in field) return renderComputed(view, field, place, compute(field.value, view.kept, kept));
  const control: Control<FieldsView> = { view, place, label, hint, required, value, kind: field.kind };
  switch (field.kind) {
    case 'choice':
      return renderChoice(
        control,
        field.options.map((option) => [option.value, i18n.text(option.label)]),
      );
    case 'choices':
      return renderChoices(
        control,
        field.options.map((option) => [option.value, i18n.text(option.label)]),
      );
    case 'yes-no':
      return renderChoice(control, [
        ['true', i18n.t('yes')],
        ['false', i18n.t('no')],
      ]);
    case 'declaration':
      return renderDeclaration(control);
    case 'person':
      return renderPerson(control, field);
    case 'address':
      return renderAddress(control);
    case 'attachment':
      return view.renderFiles(place, label);
    case 'date':
      return renderTyped({ ...control, hint: hint ?? i18n.t(dateHint(field.precision)) });
    case 'citizen-number':
      return renderTyped({ ...control, hint: hint ?? i18n.t('hint.number') });
    case 'number':
      return renderTyped({ ...control, label: field.unit ? `${label} (${i18n.text(field.unit)})` : label });
    default:
      return renderTyped(control);
  }
}

function renderComputed(
  view: FieldsView,
  field: Field,
  place: Place,
  value: Answer | undefined,
): TemplateResult {
  const id = controlId(pathOf(place));
  const unit = field.kind === 'number' && field.unit ? ` ${view.i18n.text(field.unit)}` : '';
  const text =
    typeof value === 'number' ? writtenNumber(value) + unit : typeof value === 'string' ? value : '';
  return html`<div class="field">
    <span class="label" id="${id}-label"
      >${view.i18n.text(field.label)} <span class="optional">(${view.i18n.t('computed')})</span></span
    >
    <output id=${id} aria-labelledby="${id}-label">${text === '' ? '–' : text}</output>
  </div>`;
}
