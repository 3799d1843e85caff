import { html, nothing, type TemplateResult } from 'lit';
import { answerAt, isFilled, type Answer, type Answers } from '../../src/forms/answers.js';
import type { Field } from '../../src/forms/form-definition.js';
import type { Precision } from '../../src/forms/precisions.js';
import type { TypedKind } from '../../src/forms/tidy-typed.js';
import { cardIcon } from '../../src/ui/form-icons.js';
import { renderChoice, renderOffer, renderSet, renderTyped, type Control } from '../../src/ui/controls.js';
import { pathOf } from '../../src/ui/field-words.js';
import { partLabel, type FormKey } from './view.js';
import type { FieldsView, KnownAnswer } from './fields-view.js';

/** Offers what was filled in elsewhere, while nothing is filled in here. */
export function renderReuse(
  { view, place, value }: Control<FieldsView>,
  kind: KnownAnswer['kind'],
  parts: readonly string[],
): unknown {
  if (isFilled(value)) return nothing;
  return view.known
    .filter((known) => known.kind === kind && known.field !== place.field)
    .map(({ label, value: known }) => {
      const taken = Object.entries(known).filter(([part]) => parts.includes(part));
      const answer: Answers = Object.fromEntries(taken);
      const [part = ''] = parts;
      return renderOffer(view, label, place, answer, kind === 'person' ? { ...place, part } : place);
    });
}

export const recordOf = (value: Answer | undefined): Answers =>
  typeof value === 'object' && !Array.isArray(value) ? (value as Answers) : {};

/** How each part of a person is typed. */
const PART_KINDS: Readonly<Record<string, TypedKind>> = {
  name: 'name',
  birth: 'birth',
  number: 'citizen-number',
  address: 'text',
};
const PART_HINTS: Readonly<Record<string, FormKey | undefined>> = {
  name: 'hint.name',
  number: 'hint.number',
  address: 'hint.address',
};

/** An example that is exact enough. */
export const dateHint = (precision: Precision) =>
  precision === 'day' ? 'hint.date' : precision === 'month' ? 'hint.date-month' : 'hint.date-year';

/** A person in parts, from a card, from elsewhere in the form, or typed. */
export function renderPerson(
  control: Control<FieldsView>,
  { parts, precision }: Extract<Field, { kind: 'person' }>,
): TemplateResult {
  const { view, place, value } = control;
  const person = recordOf(value);
  const { i18n } = view;
  const isMissing =
    control.required && !isFilled(value) && view.errors.some(({ path }) => path === pathOf(place));
  return renderSet(
    control,
    html`<div class="set-actions">
        ${
          parts.includes('number')
            ? html`<button type="button" class="quiet" @click=${() => view.onScan(place)}>
                ${cardIcon()}${i18n.t('scan')}
              </button>`
            : nothing
        }
        ${renderReuse(control, 'person', parts)}
      </div>
      ${parts.map((part) => {
        const hint = part === 'birth' ? dateHint(precision) : PART_HINTS[part];
        const at: Control<FieldsView> = {
          view,
          place: { ...place, part },
          label: partLabel(i18n, part),
          hint: hint && i18n.t(hint),
          required: control.required,
          value: answerAt(part, person),
          kind: PART_KINDS[part] ?? 'text',
          missing: isMissing,
        };
        return part === 'sex'
          ? renderChoice(at, [
              ['male', i18n.t('sex.male')],
              ['female', i18n.t('sex.female')],
            ])
          : renderTyped(at);
      })}`,
    'person',
  );
}
