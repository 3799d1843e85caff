import { html, nothing, type TemplateResult } from 'lit';
import type { ChecklistGroup, PaperChecklist } from '../catalog/paper-checklist.js';
import type { Paper } from '../catalog/procedure.js';
import type { papers } from '../i18n/namespaces/papers.js';
import { infoIcon } from './icons.js';
import type { LocalizeController } from './localize-controller.js';

/* What is said of the papers of a procedure, the same on its sheet and in an application. */

export type PaperWords = Pick<LocalizeController<readonly [typeof papers]>, 't'>;

/** Name of a group of papers: its case; undefined where it is the only one and names none. */
export const groupTitle = (
  i18n: PaperWords,
  { case: name }: ChecklistGroup,
  at: number,
  count: number,
): string | undefined => name ?? (count > 1 ? i18n.t('papers.group', { number: at + 1 }) : undefined);

/** How the groups are meant, where there are several; what no case is named for may concern everybody. */
export const groupsWords = (i18n: PaperWords, groups: readonly ChecklistGroup[]): string | undefined =>
  groups.length > 1
    ? i18n.t('papers.groups') + (groups.every((group) => group.case) ? '' : ` ${i18n.t('papers.nameless')}`)
    : undefined;

/**
 * What the list leaves out, and how its groups are meant; before the papers.
 * @param full leads to all of it
 */
export const renderListNotes = (
  i18n: PaperWords,
  { groups, lineCount, publishedCount, cutShort }: PaperChecklist,
  full: unknown,
): TemplateResult =>
  html`${
    publishedCount !== undefined || cutShort
      ? html`<p class="caution">
          ${
            publishedCount === undefined
              ? nothing
              : i18n.t('papers.shortened', { published: publishedCount, count: lineCount })
          }
          ${cutShort ? i18n.t('papers.cut') : nothing} ${full}
        </p>`
      : nothing
  }
  ${groups.length > 1 ? html`<p>${groupsWords(i18n, groups)}</p>` : nothing}`;

/** Lines of advice among the papers. */
export const renderRemarks = (
  i18n: PaperWords,
  { remarks }: ChecklistGroup,
): TemplateResult | typeof nothing =>
  remarks.length > 0
    ? html`<div class="remarks">
        <p><b>${infoIcon()} ${i18n.t('papers.remarks')}</b></p>
        ${remarks.map(({ name }) => html`<p lang="vi">${name}</p>`)}
      </div>`
    : nothing;

/** How many of a paper are asked for, and whether the office has a form for it. */
export function copiesWords(i18n: PaperWords, { originals = 0, copies = 0, hasForm }: Paper): string {
  const words = [
    originals > 0 ? i18n.t('papers.originals', { count: originals }) : '',
    copies > 0 ? i18n.t('papers.copies', { count: copies }) : '',
    originals + copies > 0 ? '' : i18n.t('papers.no-count'),
    hasForm ? i18n.t('papers.form') : '',
  ];
  return words.filter((word) => word !== '').join(', ');
}
