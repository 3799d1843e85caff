import { foldText } from '../shared/fold-text.js';
import { headingKind } from './row-numbers.js';
import type { Place } from './sheet-problems.js';

/** Whether words say that something is no longer in force. */
export const saysRepealed = (text: string): boolean =>
  /\b(?:bai bo|huy bo|het hieu luc)\b/u.test(foldText(text));

/** The same of a name, where “Hủy bỏ …” and “Bãi bỏ …” are what a procedure does, except in brackets. */
export const nameSaysRepealed = (name: string): boolean =>
  [...name.matchAll(/\(([^()]*)\)/gu)].some(([, words = '']) => saysRepealed(words));

/** Words of a list that has procedures in force as well. */
const saysInForce = (text: string): boolean => /\b(?:ban hanh|moi|sua doi|bo sung)\b/u.test(foldText(text));

/** The same of a decision, which may make known what is new as well: the procedure is more likely one of these. */
export const decisionRepeals = (text: string): boolean =>
  saysRepealed(text) && !/\b(?:moi|sua doi|bo sung)\b/u.test(foldText(text));

/** A line that stands alone: the heading of what is below it, or the title of the next table. */
export interface Title {
  readonly place: Place;
  readonly text: string;
}

/** Of a table as a whole. */
const TITLE = 'title';

/** Follows what is said above the rows of a sheet, and which of it says that they are no longer in force. */
export class RepealedParts {
  /** Kinds of headings, the outermost first: in the order in which they come. */
  private kinds: string[] = [];
  private open: { readonly title: Title; readonly kind: string } | undefined;

  /** What repeals the rows that are read now. */
  get current(): Title | undefined {
    return this.open?.title;
  }

  /** A table begins below these titles. */
  begin(titles: readonly Title[]): void {
    const title = titles.find(({ text }) => saysRepealed(text));
    this.kinds = [TITLE];
    this.open = title && { title, kind: TITLE };
  }

  /**
   * Takes a heading: one beside or above that which repeals ends its part, one within goes on.
   * @param number `II.`, be it in a cell of its own; empty for none
   * @param isField `Lĩnh vực …`, which may stand within a part where neither is numbered
   */
  read(title: Title, number: string, isField: boolean): void {
    const kind = headingKind(number) || (isField ? 'field' : 'plain');
    if (!this.kinds.includes(kind)) this.kinds.push(kind);
    const isWithin = this.open && this.kinds.indexOf(kind) > this.kinds.indexOf(this.open.kind);
    const repeals = saysRepealed(title.text);
    // The title of a list of new and of repealed procedures; its headings tell which are which.
    const tellsMore = this.open?.kind === TITLE && (repeals || saysInForce(title.text));
    if (!isWithin || tellsMore) this.open = repeals ? { title, kind } : undefined;
  }
}
