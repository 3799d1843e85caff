import type { LocalizedText } from '../shared/localized-text.js';
import { answerAt, entriesOf, type Answers } from './answers.js';
import { keptAnswers } from './check-answers.js';
import type { FormDefinition } from './form-definition.js';
import { shownAnswers } from './shown-answers.js';

/** A question that asks for papers, where it applies. */
export interface AskedPaper {
  readonly field: string;
  /** Which one of a repeated group, from 0, and what one of them is called. */
  readonly entry?: { readonly group: string; readonly at: number; readonly label: LocalizedText };
  readonly label: LocalizedText;
  readonly step: LocalizedText;
  /** Ids of the files that the answer names: these are its papers, whatever they are called. */
  readonly files: readonly string[];
}

/**
 * The questions that ask for papers. A file belongs to the question whose answer names it, and to nothing else of the
 * same name: the receiving system looks at the answers, and at no label.
 */
export function askedPapers(form: FormDefinition, answers: Answers): AskedPaper[] {
  const kept = keptAnswers(form, answers);
  return shownAnswers(form, answers).flatMap((step) =>
    step.groups.flatMap(({ group, entry, rows }) => {
      const at = (entry ?? 1) - 1;
      const among = entry === undefined ? kept : entriesOf(kept, group.name)[at];
      return rows.flatMap(({ field }): AskedPaper[] => {
        if (field.kind !== 'attachment') return [];
        const answer = among && answerAt(field.name, among);
        const files: readonly unknown[] = Array.isArray(answer) ? answer : [];
        return [
          {
            field: field.name,
            ...(group.repeat && { entry: { group: group.name, at, label: group.repeat.entry } }),
            label: field.label,
            step: step.title,
            files: files.filter((id) => typeof id === 'string'),
          },
        ];
      });
    }),
  );
}
