import { html, nothing, type TemplateResult } from 'lit';
import type { SearchMatch } from '../../src/catalog/catalog-search.js';
import type { Procedure } from '../../src/catalog/procedure.js';
import { renderHeading } from '../../src/ui/heading.js';
import { externalIcon } from '../../src/ui/icons.js';
import { leavesSite } from '../../src/ui/link-template.js';
import { nameSize } from '../../src/ui/name-size.js';
import { renderLevelFace, type LevelFace } from '../../src/ui/level-face.js';
import { markedText, type Range } from './marked-text.js';

/** A text other than the name by which a procedure was found. A keyword is no name, and is not called one. */
export type Alias = Omit<SearchMatch, 'in'> & { readonly in: 'plainName' | 'keyword' };

export const isAlias = (match: SearchMatch): match is Alias =>
  match.in === 'plainName' || match.in === 'keyword';

/** Words that are the same on every card. */
export interface CardWords {
  /** What stands before a text that the search matched, by what kind of text it is. */
  readonly called: Readonly<Record<Alias['in'], string>>;
  readonly details: string;
  readonly apply: string;
  readonly named: (action: string, name: string) => string;
}

export interface CardView {
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
  readonly words: CardWords;
  readonly onOpen: (event: Event) => void;
  readonly onApply: (event: Event) => void;
}

/** One procedure among the results: its name, its level, and what can be done next. */
export function renderCard(view: CardView): TemplateResult {
  const { procedure, words } = view;
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
            ${words.called[view.alias.in]}
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
          ? html`<a
              class="button"
              href=${view.detailUrl}
              aria-label=${words.named(words.details, procedure.name)}
              @click=${view.onOpen}
              >${words.details}</a
            >`
          : html`<button
              type="button"
              class="button open"
              aria-label=${words.named(words.details, procedure.name)}
              @click=${view.onOpen}
            >
              ${words.details}
            </button>`
      }
      ${
        view.applyUrl
          ? html`<a
              class="button"
              href=${view.applyUrl}
              aria-label=${words.named(words.apply, procedure.name)}
              @click=${view.onApply}
              >${words.apply}${leavesSite(view.applyUrl) ? externalIcon() : nothing}</a
            >`
          : nothing
      }
    </div>
  </li>`;
}
