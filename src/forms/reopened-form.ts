import type { Draft } from './draft.js';
import { openForm, screensOf, type FormState } from './form-state.js';
import type { FlowSituation } from './step-flow.js';

type Opened = Pick<FormState, 'form'>;

/** An application as a draft left it: what was answered, and the screen that is to be in view. */
export function reopenedForm({ form }: Opened, situation: FlowSituation, draft: Draft): FormState {
  const opened: FormState = { ...openForm(form, situation, draft.answers), done: draft.done };
  const { sending } = draft;
  // What is being sent is in view, and nothing else can be; where nothing is yet, nothing would begin there by itself.
  const at = sending ? (sending.receipt ? 'receipt' : 'send') : draft.at === 'send' ? 'review' : draft.at;
  return screensOf(opened).some(({ id }) => id === at)
    ? { ...opened, at, returnTo: sending ? undefined : draft.returnTo }
    : opened;
}

/** The same once it was received: nothing of what was typed, and what comes after the sending in view. */
export function receivedForm({ form, at }: FormState, situation: FlowSituation): FormState {
  const opened = openForm(form, situation);
  const screens = screensOf(opened);
  const after = screens[screens.findIndex(({ kind }) => kind === 'send') + 1];
  return { ...opened, at: after?.id ?? at };
}
