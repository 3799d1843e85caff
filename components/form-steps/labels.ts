import type { FormState } from '../../src/forms/form-state.js';
import { HELPER } from '../../src/forms/helper-draft.js';
import { shownAnswers } from '../../src/forms/shown-answers.js';
import { deliveryLabel } from '../../src/ui/delivery-fields.js';
import { rowLabel, type Words } from './view.js';

/** What is asked beside the form, of the delivery and the helper, in words. */
export function besideLabel(i18n: Words, place: string, part: string): string {
  if (place === HELPER) return i18n.t(part === 'consent' ? 'assisted.agreed' : `assisted.${part as 'name'}`);
  return deliveryLabel(i18n, part);
}

/** Where a path leads beside the form: `.delivery.phone`. */
const besideOf = (path: string): readonly [place: string, part: string] | undefined => {
  const [before, place, part] = path.split('.');
  return before === '' && part !== undefined ? [`.${place ?? ''}`, part] : undefined;
};

/** What the person was asked at a path, in words. */
export function labelOf(i18n: Words, { form, answers }: FormState, path: string): string {
  const beside = besideOf(path);
  if (beside) return besideLabel(i18n, ...beside);
  if (!form) return path;
  const rows = shownAnswers(form, answers).flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  const row = rows.find((one) => one.path === path);
  if (row) return rowLabel(i18n, row);
  const [name] = path.split('.');
  const groups = form.steps.flatMap((step) => step.groups);
  const entry = groups.find((group) => group.repeat && group.name === name)?.repeat?.entry;
  const field = groups.flatMap(({ fields }) => fields).find((one) => one.name === name);
  const label = entry ?? field?.label;
  return label ? i18n.text(label) : path;
}

/** Id of the screen that asks for an answer. */
export function screenOf({ form }: FormState, path: string): string | undefined {
  const beside = besideOf(path);
  if (beside) return beside[0] === HELPER ? 'prepare' : 'delivery';
  const [name] = path.split('.');
  const step = form?.steps.find(({ groups }) =>
    groups.some(({ name: group, repeat, fields }) =>
      repeat ? group === name : fields.some((field) => field.name === name),
    ),
  );
  return step && `fill:${step.name}`;
}
