import { askedPapers } from '../../src/forms/asked-papers.js';
import type { PaperQuestion } from '../../src/ui/paper-host.js';
import type { LateHost } from './late-host.js';

/** The questions that ask for papers, in words. */
export function paperQuestions({ i18n, application }: LateHost): PaperQuestion[] {
  const { form, answers } = application.app ?? {};
  if (!form || !answers) return [];
  return askedPapers(form, answers).map(({ field, entry, label, step, files }) => ({
    place: { field, ...(entry && { entry: { group: entry.group, at: entry.at } }) },
    label: i18n.text(label),
    where: i18n.t('attach.belongs', {
      step: entry
        ? `${i18n.text(step)}, ${i18n.t('entry', { label: i18n.text(entry.label), number: entry.at + 1 })}`
        : i18n.text(step),
    }),
    files,
  }));
}
