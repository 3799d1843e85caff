/** No definition of a site can have this id: names of forms hold no colon. */
export const APPLICANT_FORM_ID = 'dvc:applicant';

/** Whether a form is the built-in sheet of who applies, and not one of the procedure's own. */
export const isApplicantForm = (form: { readonly id: string } | undefined): boolean =>
  form?.id === APPLICANT_FORM_ID;
