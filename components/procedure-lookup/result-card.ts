import { html, nothing, type TemplateResult } from 'lit';
import type { SearchMatch } from '../../src/catalog/catalog-search.js';
import type { Procedure } from '../../src/catalog/procedure.js';
import { renderHeading } from '../../src/ui/heading.js';
import { externalIcon } from '../../src/ui/icons.js';
import { leavesSite } from '../../src/ui/link-template.js';
import { nameSize } from '../../src/ui/name-size.js';
import { renderLevelFace, type LevelFace } from '../../src/ui/level-face.js';
import type { ListWords } from './list-words.js';
import { markedText, type Range } from './marked-text.js';

/** A text other than the name by which a procedure was found. A keyword is no name, and is not called one. */
export type Alias = Omit<SearchMatch, 'in'> & { readonly in: 'plainName' | 'keyword' };

export const isAlias = (match: SearchMatch): match is Alias =>
  match.in === 'plainName' || match.in === 'keyword';

/** What stands before a text that the search matched, by what kind of text it is. */
const CALLED = { plainName: 'also-called', keyword: 'found-by' } as const;
/** The text itself stands behind, marked. */
const NOTHING = { names: '', words: '' };

export interface CardView {
  readonly i18n: ListWords;
  readonly procedure: Procedure;
  readonly level: LevelFace;
  /** Since when or until when it can be used; undefined where it simply can. */
  readonly standing: string | undefined;
  readonly isOver: boolean;
  readonly headingLevel: number;
  /** Stretches of the name that the search matched. */
  readonly nameRanges: readonly Range[];
  /** Everyday name or keyword that the search matched, where the name itself says it otherwise. */
  readonly alias: Alias | undefined;
  readonly facts: readonly unknown[];
  readonly detailUrl: string | undefined;
  readonly applyUrl: string | undefined;
  readonly onOpen: (event: Event) => void;
  readonly onApply: (event: Event) => void;
}

/** One procedure among the results: its name, its level, and what can be done next. */
export function renderCard(view: CardView): TemplateResult {
  const { procedure, i18n } = view;
  const [details, apply] = [i18n.t('details'), i18n.t('apply')];
  const forThis = (action: string) => i18n.t('for', { action, name: procedure.name });
  // Words of the data are Vietnamese whatever the language of the page.
  const name = html`<span lang="vi">${markedText(procedure.name, view.nameRanges)}</span>`;
  return html`<li class="card" part="result" data-code=${procedure.code}>
    ${renderHeading(
      view.headingLevel,
      view.detailUrl ? html`<a class="open" href=${view.detailUrl} @click=${view.onOpen}>${name}</a>` : name,
      nameSize(procedure.name),
    )}
    ${
      view.alias
        ? html`<p class="called">
            ${i18n.t(CALLED[view.alias.in], NOTHING)}
            <span lang="vi">${markedText(view.alias.text, view.alias.ranges)}</span>
          </p>`
        : nothing
    }
    ${view.standing ? html`<p class="standing ${view.isOver ? 'over' : ''}">${view.standing}</p>` : nothing}
    <p class="facts">${view.facts.map((fact) => html`<span>${fact}</span>`)}</p>
    <p class="level"><span class="badge ${view.level.tone}">${renderLevelFace(view.level)}</span></p>
    <div class="actions">
      ${
        view.detailUrl
          ? html`<a class="button" href=${view.detailUrl} aria-label=${forThis(details)} @click=${view.onOpen}
              >${details}</a
            >`
          : html`<button
              type="button"
              class="button open"
              aria-label=${forThis(details)}
              @click=${view.onOpen}
            >
              ${details}
            </button>`
      }
      ${
        view.applyUrl
          ? html`<a class="button" href=${view.applyUrl} aria-label=${forThis(apply)} @click=${view.onApply}
              >${apply}${leavesSite(view.applyUrl) ? externalIcon() : nothing}</a
            >`
          : nothing
      }
    </div>
  </li>`;
}
