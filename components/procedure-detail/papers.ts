import { html, nothing, type TemplateResult } from 'lit';
import { paperChecklist, type ChecklistGroup } from '../../src/catalog/paper-checklist.js';
import type { Procedure } from '../../src/catalog/procedure.js';
import { copiesWords, groupTitle, renderListNotes, renderRemarks } from '../../src/ui/paper-list.js';
import { inVietnamese, renderLink, renderSection, type Sheet, type Words } from './sheet.js';

/** Ticks live as long as the sheet is shown, never longer: the computer may be a shared one. */
export interface Ticks {
  readonly has: (key: string) => boolean;
  readonly onTick: (key: string, group: ChecklistGroup, ticked: boolean) => void;
}

/** Finds a paper again when newer data take the place of a copy. */
const keyOf = (code: string, group: ChecklistGroup, at: number): string =>
  [code, group.case, at, group.papers[at]?.name].join('\n');

/** How many papers of a group are there; of a list that is shorter than the source's, only of those written here. */
export function progressWords(
  i18n: Words,
  procedure: Procedure,
  group: ChecklistGroup,
  has: Ticks['has'],
): string {
  const done = group.papers.filter((_, at) => has(keyOf(procedure.code, group, at))).length;
  const isPart = paperChecklist(procedure).publishedCount !== undefined;
  return i18n.t(isPart ? 'papers.progress-here' : 'papers.progress', { done, count: group.papers.length });
}

/** The papers to bring, as a list to tick off, by case. */
export function renderPapers(sheet: Sheet, ticks: Ticks): TemplateResult | typeof nothing {
  const { i18n, procedure } = sheet;
  const list = paperChecklist(procedure);
  const { groups } = list;
  if (groups.length === 0) return nothing;
  return html`<div id="papers" tabindex="-1">
    ${renderSection(
      sheet,
      'papers',
      html`
        ${renderListNotes(i18n, list, procedure.source?.url ? renderLink(procedure.source.url, i18n.t('papers.full')) : nothing)}
        <p class="no-print">${i18n.t('papers.how')}</p>
        ${groups.map((group, index) => renderGroup(sheet, ticks, group, index, groups.length))}
      `,
      { part: 'papers' },
    )}
  </div>`;
}

function renderGroup(
  { i18n, procedure }: Sheet,
  { has, onTick }: Ticks,
  group: ChecklistGroup,
  index: number,
  count: number,
): TemplateResult {
  const title = groupTitle(i18n, group, index, count);
  const progress =
    group.papers.length > 0
      ? html`<span class="progress">${progressWords(i18n, procedure, group, has)}</span>`
      : nothing;
  return html`<div class="group" role="group" aria-label=${title ?? i18n.t('papers')}>
    <p class="case">
      ${title ? html`<b lang=${group.case === undefined ? nothing : 'vi'}>${title}</b>` : nothing}${progress}
    </p>
    <ul class="checklist">
      ${group.papers.map(
        (paper, at) =>
          html`<li>
            <label
              ><input
                type="checkbox"
                .checked=${has(keyOf(procedure.code, group, at))}
                @change=${(event: Event) =>
                  onTick(
                    keyOf(procedure.code, group, at),
                    group,
                    (event.currentTarget as HTMLInputElement).checked,
                  )}
              /><span
                >${inVietnamese(paper.name)} <span class="copies">${copiesWords(i18n, paper)}</span></span
              ></label
            >
          </li>`,
      )}
    </ul>
    ${renderRemarks(i18n, group)}
  </div>`;
}
