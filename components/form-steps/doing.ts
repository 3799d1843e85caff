import { entriesOf, type Answer } from '../../src/forms/answers.js';
import { isOfOtherForm } from '../../src/forms/draft.js';
import type { FormDefinition } from '../../src/forms/form-definition.js';
import type { FormAction } from '../../src/forms/form-state.js';
import { tidyTyped, type TypedKind } from '../../src/forms/tidy-typed.js';
import type { Application } from '../../src/ui/application.js';
import { controlId, pathOf } from '../../src/ui/field-words.js';
import { StepChangeEvent } from '../../src/ui/form-events.js';
import type { Place } from '../../src/ui/place.js';
import { besideForm, type ToldProblems } from './told-problems.js';
import type { ToldStates } from './told-states.js';

interface DoingHost extends HTMLElement {
  readonly renderRoot: ParentNode;
  readonly updateComplete: Promise<unknown>;
  requestUpdate(): void;
  readonly assisted: boolean;
}

/** What a person does on the way: answers, goes on and back; and where their focus goes for it. */
export class Doing {
  constructor(
    private readonly host: DoingHost,
    private readonly application: Application,
    private readonly told: ToldProblems,
    private readonly states: ToldStates,
    /** Another step comes into view. */
    private readonly onStep: () => void,
  ) {}

  async do(action: FormAction): Promise<void> {
    const screen = this.application.do(action);
    if (!screen) {
      if (this.application.app?.errors.length) await this.focus('.summary');
      return;
    }
    this.told.clear();
    this.onStep();
    this.host.dispatchEvent(new StepChangeEvent(screen.id, screen.kind));
    await this.focusStep();
  }

  next(): void {
    const { screen, today } = this.application;
    const { errors = [] } = screen ? besideForm(this.application, screen, this.host.assisted) : {};
    this.told.hold(errors);
    if (errors.length === 0) return void this.do({ type: 'next', today });
    this.host.requestUpdate();
    void this.focus('.summary');
  }

  async change(screen: string, path?: string): Promise<void> {
    await this.do({ type: 'change', screen });
    if (path) await this.focusControl(path);
  }

  readonly answer = (place: Place, value: Answer | undefined): void => {
    // What is chosen is done; what is typed is done when the person leaves it.
    if (typeof value === 'string') this.told.enter(pathOf(place));
    else this.told.leave(pathOf(place));
    this.application.answer(place, value);
  };

  readonly leave = (place: Place, kind: TypedKind): void => {
    const value = this.application.typedAt(place);
    if (typeof value === 'string') {
      const tidied = tidyTyped(kind, value);
      if (tidied !== value) this.answer(place, tidied);
    }
    this.told.leave(pathOf(place));
    this.host.requestUpdate();
  };

  async addEntry(group: string): Promise<void> {
    await this.do({ type: 'add-entry', group });
    const last = entriesOf(this.application.app?.answers ?? {}, group).length;
    await this.focus(
      `#${CSS.escape(controlId(group))} .entry:nth-of-type(${String(last)}) :is(input, select, textarea)`,
    );
  }

  async removeEntry(group: string, at: number, said: string): Promise<void> {
    await this.do({ type: 'remove-entry', group, at });
    this.states.announce(said);
    // What was pressed is gone, or is the next one's by now.
    await this.focusControl(group);
  }

  async fillPractice(form: FormDefinition): Promise<void> {
    const { fillInvented } = await import('./practice.js');
    fillInvented(this.application, form);
    await this.do({ type: 'next', today: this.application.today });
  }

  /** Stops the sending to mend something; only where it is sure that no copy of it is taken any more. */
  async cancelSending(): Promise<void> {
    if (await this.application.takeBack()) this.mend();
  }

  retrySending(): void {
    this.states.again();
    this.application.retrySending();
    // What was pressed is gone while it is tried.
    void this.focusStep();
  }

  mend(): void {
    this.application.mend();
    void this.focusStep();
  }

  /** It cannot be taken as it is. */
  tellRefusal(): void {
    const { sendState, sending, app } = this.application;
    const isOld =
      sendState?.stage === 'refused' &&
      (sendState.code === 'form-changed' || sendState.code === 'applicant-missing');
    // The form of today is here already: to load the page again would lead back to the same refusal.
    if (isOld && isOfOtherForm(sending, app?.form)) this.mend();
    else void this.focus('.error-box');
  }

  fillPerson(place: Place, person: Readonly<Record<string, string>>): void {
    for (const [part, value] of Object.entries(person)) this.answer({ ...place, part }, value);
    void this.focusControl(pathOf({ ...place, part: 'name' }));
  }

  readonly focus = async (selector: string): Promise<void> => {
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  };

  focusStep(): Promise<void> {
    return this.focus('.step-title');
  }

  async focusControl(path: string): Promise<void> {
    await this.focus(`#${CSS.escape(controlId(path))}`);
    // With its question in view, not only its box.
    const control = this.host.renderRoot.querySelector(`#${CSS.escape(controlId(path))}`);
    control?.closest('.field')?.scrollIntoView({ block: 'nearest' });
  }
}
