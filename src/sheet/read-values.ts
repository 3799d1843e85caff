import * as v from 'valibot';
import { readDate } from '../forms/typed-values.js';
import { webAddress } from '../shared/data-schemas.js';
import type { ColumnId } from './columns.js';
import { readYesNo } from './choice-words.js';
import { valuesOf, type RowGroup } from './group-rows.js';
import { itemsOf, shortItemsOf } from './list-words.js';
import type { PlacedCell } from './row-reader.js';
import { problemAt, type Place, type SheetProblem, type SheetProblemCode } from './sheet-problems.js';
import { textOf } from './sheet.js';

const isAddress = (text: string): boolean => v.is(webAddress, text);

/** Reads the columns of one procedure into values; what cannot be one is told, and left out. */
export class ValueReader {
  constructor(
    readonly group: RowGroup,
    /** `yyyy-mm-dd`. */
    private readonly today: string,
    private readonly problems: SheetProblem[],
  ) {}

  tell(place: Place, code: SheetProblemCode, found?: string): undefined {
    this.problems.push(problemAt(place, code, found));
  }

  values(column: ColumnId): readonly PlacedCell[] {
    return valuesOf(this.group, column);
  }

  /** All that is said, in one line. */
  text(column: ColumnId): string | undefined {
    const texts = this.values(column).map(({ cell }) => textOf(cell).replace(/\n/gu, ' '));
    return [...new Set(texts)].join('; ') || undefined;
  }

  items(column: ColumnId): readonly { readonly text: string; readonly place: Place }[] {
    return this.values(column).flatMap(({ cell, place }) =>
      itemsOf(textOf(cell)).map((text) => ({ text, place })),
    );
  }

  texts(column: ColumnId): readonly string[] {
    return this.items(column).map(({ text }) => text);
  }

  shortTexts(column: ColumnId): readonly string[] {
    return [...new Set(this.values(column).flatMap(({ cell }) => shortItemsOf(textOf(cell))))];
  }

  /** The one value of a column; another one is told. */
  private single<Value>(column: ColumnId, read: (cell: PlacedCell) => Value | undefined): Value | undefined {
    let first: { readonly value: Value } | undefined;
    for (const placed of this.values(column)) {
      const value = read(placed);
      if (value === undefined) continue;
      if (first && first.value !== value) this.tell(placed.place, 'value-second', textOf(placed.cell));
      first ??= { value };
    }
    return first?.value;
  }

  address(column: ColumnId): string | undefined {
    return this.single(column, ({ cell, place }) => this.addressIn(textOf(cell), place));
  }

  addressIn(text: string, place: Place): string | undefined {
    return isAddress(text) ? text : this.tell(place, 'address-form', text);
  }

  day(column: ColumnId): string | undefined {
    return this.single(column, ({ cell, place }) => {
      if (cell instanceof Date) return cell.toISOString().slice(0, 10);
      // The number of a day since 1900, whose cell has lost its format: which day it is can be seen in the file only.
      if (typeof cell === 'number' && cell > 9999) return this.tell(place, 'day-number', textOf(cell));
      return this.dayIn(textOf(cell), place);
    });
  }

  dayIn(text: string, place: Place): string | undefined {
    const read = readDate(text, 'day', this.today);
    if (read.ok) return read.value;
    return this.tell(place, read.problem.code === 'date-unreal' ? 'day-unreal' : 'day-form', text);
  }

  count(column: ColumnId): number | undefined {
    return this.single(column, ({ cell, place }) => this.countIn(textOf(cell), place));
  }

  /** `01`, `1 bản`, `01 (một)`. */
  countIn(text: string, place: Place): number | undefined {
    const digits = /^0*(\d{1,6})\s*(?:\(\p{L}+\))?\s*(?:bản|bộ|tờ)?(?:\s+(?:chính|sao|gốc))?$/iu.exec(
      text,
    )?.[1];
    return digits === undefined ? this.tell(place, 'count-form', text) : Number(digits);
  }

  yesNo(column: ColumnId): boolean | undefined {
    return this.single(
      column,
      ({ cell, place }) => readYesNo(textOf(cell)) ?? this.tell(place, 'yes-no', textOf(cell)),
    );
  }
}
