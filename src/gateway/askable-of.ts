import { askableParts } from '../forms/askable-parts.js';
import { answersAfter } from '../forms/asked-parts.js';
import type { AskedPart } from '../forms/asked-schema.js';
import { LONGEST_LINE, type Submission } from '../forms/submission.js';
import type { ReceivingOptions } from './receiving-options.js';
import type { ReceivingTables } from './receiving-tables.js';

/** What an officer may ask for of a dossier, as it stands: what was filed, what came since, and papers that never came. */
export function askableOf(
  tables: ReceivingTables,
  code: string,
  { formOf, papersOf }: Pick<ReceivingOptions, 'formOf' | 'papersOf'>,
): AskedPart[] {
  const kept = tables.submission(tables.dossier(code)?.submission ?? '');
  if (!kept?.receipt) return [];
  const { form, answers, files, procedure } = JSON.parse(kept.content) as Submission;
  const history = tables.history(code);
  const wanted = (papersOf?.(procedure) ?? [])
    .filter((name) => name.length <= LONGEST_LINE)
    .map((name) => ({ name }));
  const all = [...files, ...history.flatMap(({ files: later = [] }) => later), ...wanted];
  return askableParts(form && formOf(form.id), answersAfter(answers, history), all);
}
