import { askableParts } from '../forms/askable-parts.js';
import { answersAfter, type AskedPart } from '../forms/asked-parts.js';
import type { Submission } from '../forms/submission.js';
import type { ReceivingOptions } from './receiving-options.js';
import type { ReceivingTables } from './receiving-tables.js';

/** What an officer may ask for of a dossier, as it stands: what was filed, and what came since. */
export function askableOf(
  tables: ReceivingTables,
  code: string,
  formOf: ReceivingOptions['formOf'],
): AskedPart[] {
  const kept = tables.submission(tables.dossier(code)?.submission ?? '');
  if (!kept?.receipt) return [];
  const { form, answers, files } = JSON.parse(kept.content) as Submission;
  const history = tables.history(code);
  const all = [...files, ...history.flatMap(({ files: later = [] }) => later)];
  return askableParts(form && formOf(form.id), answersAfter(answers, history), all);
}
