import type { FormDefinition } from './form-definition.js';

/**
 * Whether a paper that a procedure asks for is the form itself, so that it need not be attached once it was sent. Only
 * where the form says so, or is called just that: a longer name may mean another form, or one for each person.
 * @param paper its name on the list of the procedure
 */
export const isFormItself = (
  form: Pick<FormDefinition, 'title' | 'papers'> | undefined,
  paper: string,
): boolean => form !== undefined && (paper === form.title.vi || form.papers.includes(paper));
