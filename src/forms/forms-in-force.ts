import { APPLICANT_FORM } from './applicant-form.js';
import { isApplicantForm } from './applicant-form-id.js';
import type { FormDefinition } from './form-definition.js';

/**
 * The forms that a receiving system goes by: those of the place, and the built-in sheet of who applies for every
 * procedure that has none.
 * @param forms those of the place
 */
export const formsInForce = (forms: readonly FormDefinition[]) => ({
  /** The form of an id, whatever it is for. */
  formOf: (id: string): FormDefinition | undefined =>
    isApplicantForm({ id }) ? APPLICANT_FORM : forms.find((form) => form.id === id),
  /** The form that must be filled in for a procedure. */
  formFor: (procedure: string): FormDefinition =>
    forms.find(({ procedures }) => procedures.includes(procedure)) ?? APPLICANT_FORM,
});
