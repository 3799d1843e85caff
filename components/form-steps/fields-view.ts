import type { Answers } from '../../src/forms/answers.js';
import type { AnswerProblem } from '../../src/forms/check-answers.js';
import type { Place } from '../../src/ui/place.js';
import type { Control, ControlView } from '../../src/ui/controls.js';
import { problemWords } from '../../src/ui/field-words.js';
import type { Words } from './view.js';

export interface FieldsView extends ControlView {
  readonly i18n: Words;
  readonly headingLevel: number;
  /** As typed; what is shown. */
  readonly typed: Answers;
  /** As kept; what rules look at. */
  readonly kept: Answers;
  readonly onAdd: (group: string) => void;
  /** @param said that it is gone, for who cannot see it */
  readonly onRemove: (group: string, at: number, said: string) => void;
  /** Answers that were given elsewhere in this form, to offer them where the same may be asked again. */
  readonly known: readonly KnownAnswer[];
  /** Opens what reads a citizen card into a person. */
  readonly onScan: (place: Place) => void;
  /** Names of places; undefined while they are on their way, and where they do not come. */
  readonly addressHelp: AddressPart | undefined;
  /** Chooses or photographs the papers of a question. */
  readonly renderFiles: (place: Place, label: string) => unknown;
}

/** An address as it was written, and what was chosen beside it. */
export interface WrittenAddress {
  readonly text: string;
  readonly province: string;
  readonly commune: string;
}

/** Helps with an address that somebody writes. */
export interface AddressPart {
  /**
   * Reads what somebody wrote, once they have left it.
   * @param province that they chose beside it
   */
  read(path: string, text: string, province: string): Promise<void>;
  render(control: Control<FieldsView>, written: WrittenAddress): unknown;
}

/** A person or an address that was filled in already. */
export interface KnownAnswer {
  readonly kind: 'person' | 'address';
  readonly field: string;
  readonly label: string;
  readonly value: Answers;
}

/** The same words, far from the question: with it. */
export function summaryWords(i18n: Words, problem: AnswerProblem, label: string): string {
  const words = problemWords(i18n, problem, label);
  return words.includes(label) ? words : i18n.t('errors.line', { label, problem: words });
}
