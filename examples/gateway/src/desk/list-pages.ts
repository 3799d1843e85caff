import { html } from 'hono/html';
import type { DossierState } from '../../../../src/dossiers/dossier-states.js';
import { tokenField, type Html, type PageFrame } from './page.js';
import { WORDS } from './words.js';

/** Dossiers on one page of a list. */
export const PAGE_SIZE = 50;

/** Which dossiers are shown: all, those in one state, or those whose code has these signs in it; and which of the pages. */
export interface Wanted {
  readonly state?: DossierState | undefined;
  readonly code?: string | undefined;
  /** Page of what is still to be done, from 1; the first by default. */
  readonly page?: number | undefined;
  /** Page of what is over. */
  readonly ended?: number | undefined;
}

/** One page of a list. */
export interface ListPart<Item> {
  readonly items: readonly Item[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** How many there are on all of its pages. */
  readonly total: number;
}

/** A page of a list; the last where there are no longer so many: a link of yesterday leads somewhere, too. */
export function partOf<Item>(all: readonly Item[], wanted = 1): ListPart<Item> {
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const page = Math.min(wanted, pages);
  const items = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return { items, page, pages, total: all.length };
}

/** The number of a page, as an address or a form has it; whatever is none is not there. */
export const pageIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,5}$/u.test(text) ? Number(text) : undefined;

/** Where a list with this filter and these pages is, for a link that works alone. */
export function listAddress({ desk }: Pick<PageFrame, 'desk'>, { state, page = 1, ended }: Wanted): string {
  const query = new URLSearchParams({
    ...(state !== undefined && { state: String(state) }),
    ...(page > 1 && { page: String(page) }),
    ...(ended !== undefined && { ended: String(ended) }),
  });
  return query.size > 0 ? `${desk}?${query.toString()}` : desk;
}

/**
 * Which page of a list it is, and the ways to the others: links where an address says all of it, a form where a code was
 * sought, which stands in no address.
 * @param list whose page changes; that of the other list stays
 * @param name what the list is called
 */
export function pagesOf(
  frame: PageFrame,
  wanted: Wanted,
  list: 'page' | 'ended',
  { page, pages, total, items }: ListPart<unknown>,
  name: string,
): Html | '' {
  if (pages === 1) return '';
  const first = (page - 1) * PAGE_SIZE + 1;
  const ways = [
    ...(page > 1 ? [{ to: 1, words: WORDS.pageFirst }] : []),
    ...(page > 1 ? [{ to: page - 1, words: WORDS.pageBefore }] : []),
    ...(page < pages ? [{ to: page + 1, words: WORDS.pageNext }] : []),
    ...(page < pages ? [{ to: pages, words: WORDS.pageLast }] : []),
  ];
  const told = html`<p>
    ${WORDS.pageOf(page, pages)} · ${WORDS.rows(first, first + items.length - 1, total)}
  </p>`;
  if (wanted.code !== undefined)
    return html`<nav aria-label="${WORDS.pagesOf(name)}">
      ${told}
      <form class="pages" method="post" action="${frame.desk}/search">
        ${tokenField(frame.session)}
        <input type="hidden" name="code" value="${wanted.code}" />
        ${others(wanted, list)}
        ${ways.map(
          ({ to, words }) => html`<button class="plain" name="${list}" value="${to}">${words}</button>`,
        )}
      </form>
    </nav>`;
  return html`<nav aria-label="${WORDS.pagesOf(name)}">
    ${told}
    <p class="pages">
      ${ways.map(
        ({ to, words }) =>
          html`<a href="${listAddress(frame, { ...wanted, [list]: to })}${list === 'ended' ? '#ended' : ''}"
            >${words}</a
          >`,
      )}
    </p>
  </nav>`;
}

/** The page of the other list, which stays as it is. */
function others(wanted: Wanted, list: 'page' | 'ended'): Html | '' {
  const other = list === 'page' ? 'ended' : 'page';
  const page = wanted[other];
  return page === undefined ? '' : html`<input type="hidden" name="${other}" value="${page}" />`;
}
