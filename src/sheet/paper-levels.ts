import { signOf, type ListItem } from './list-words.js';

/** Of the papers below one is enough, so that it must be clear where they end. */
const CHOICE = /một trong/iu;

/** A line that says what the papers below it are for, `Một trong các giấy tờ sau:`. */
interface Level {
  /** Name of the group of its papers; undefined for the papers of no group. */
  readonly name: string | undefined;
  /** The sign before the line. */
  readonly sign: string;
  /** Signs of the lines directly below it. */
  readonly signs: Set<string>;
}

/** Whether a line says what the papers below it are for. */
export const isTitle = ({ text }: ListItem): boolean => text.endsWith(':');

/** The same of a line that is alone in its row: the sign of the next row tells, else it is a paper with a colon. */
export function isRowTitle(item: ListItem, next: ListItem | undefined): boolean {
  const sign = signOf(next?.line ?? '');
  return isTitle(item) && sign !== '' && sign !== signOf(item.line);
}

/** Whether it says that one of the papers below it is enough. */
export const isChoice = (item: ListItem): boolean => isTitle(item) && CHOICE.test(item.text);

/**
 * Follows the lines of a list of papers: which group each is of. A sign that was before outside a group ends it:
 * `- Tờ khai`, `- Một trong các giấy tờ sau:`, `+ Căn cước`, `+ Hộ chiếu`, `- Ảnh`.
 */
export class PaperLevels {
  /** The outermost first. */
  private levels: readonly Level[];

  /**
   * @param inCase name of the case that all of the papers are for
   * @param choices names of choices that there are already; they are added to
   */
  constructor(
    inCase: string | undefined,
    private readonly choices: Set<string>,
  ) {
    this.levels = [{ name: inCase, sign: '', signs: new Set() }];
  }

  /** The group that is open. */
  get name(): string | undefined {
    return this.levels.at(-1)?.name;
  }

  /** Whether nothing stands in the open group yet. */
  get isEmpty(): boolean {
    return this.levels.at(-1)?.signs.size === 0;
  }

  /**
   * Goes to the group of a paper.
   * @returns whether it may be of another one: a line without a sign below lines with one
   */
  take({ line }: ListItem): boolean {
    const sign = signOf(line);
    const { isEmpty } = this;
    this.close(sign);
    const own = this.levels.at(-1);
    const isUnsure = sign === '' && !isEmpty && own?.signs.has(sign) === false && this.levels.length > 1;
    own?.signs.add(sign);
    return isUnsure;
  }

  /** Opens a group, beside an open one whose line has the same sign. */
  open(item: ListItem): void {
    const sign = signOf(item.line);
    const beside = this.levels.findIndex((level, at) => at > 0 && level.sign === sign);
    if (beside > 0) this.levels = this.levels.slice(0, beside);
    else this.close(sign);
    this.levels.at(-1)?.signs.add(sign);
    const name = [this.name, item.text.replace(/\s*:$/u, '')].filter(Boolean).join(' – ');
    // Two choices in the same words are two: a paper of each is needed.
    let own = name;
    for (let count = 2; isChoice(item) && this.choices.has(own); count += 1)
      own = `${name} (${String(count)})`;
    if (isChoice(item)) this.choices.add(own);
    this.levels = [...this.levels, { name: own, sign, signs: new Set() }];
  }

  /** Ends the groups outside of which this sign was before. */
  private close(sign: string): void {
    if (this.isEmpty || this.levels.at(-1)?.signs.has(sign)) return;
    const outer = this.levels.map(({ signs }) => signs.has(sign)).lastIndexOf(true);
    if (outer >= 0) this.levels = this.levels.slice(0, outer + 1);
  }

  /** Reads a list, of whose groups none stays open. */
  within(read: () => void): void {
    const before = this.levels;
    read();
    this.levels = this.levels.filter((level) => before.includes(level));
  }
}
