/**
 * A unit in which a bare number would be another sum than it says: thousands, millions, another currency, a share. `nđ`
 * among other words is a decree.
 */
const OTHER_THAN_DONG =
  /10?0?[.,\s]?000|ngh[iì]n|ngàn|ngan d|triệu|trieu d|tỷ|ty dong|(?<!\p{L})(?:tỉ|k\.?đ|ngh?\.? ?đ(?:ồng)?|tr\.? ?(?:đ(?:ồng)?|dong))(?!\p{L})|\(\s*k\s*\)|(?:^|[(:])\s*n\.?đ\s*(?:[)/]|$)|USD|EUR|%/imu;
const TIMES = '(?:(?:x ?)?1[.,\\s]?000|ngh[iì]n|ng[aà]n|tri[eệ]u|t[yỷỉ]|ngh?\\.?|n\\.?|tr\\.?|k\\.?)';
const CURRENCY = '(?:đồng|dong|đ|vn[đd])(?!\\p{L})';
const SAID_AS = '(?:đơn vị (?:tính|tiền(?: tệ)?)|don vi tinh|[đd]\\.? ?v\\.? ?t(?:ính|inh)?\\.?)(?!\\p{L})';
const SUM = '[(\\s]*(?:\\d|x ?1|ngh|ng[àa]n|tri[ệe]u|t[ỷỉ]|đồng|dong|vn[đd]|usd|eur|%|tr\\.?đ|ng\\.?đ)';
/** `Lệ phí tính bằng nghìn đồng`. */
const RECKONED_IN = `(?:tính|tinh) (?:bằng|bang|theo) (?=${TIMES} ?${CURRENCY})`;
/** “Đơn vị: Triệu Phong” is an agency; “Đơn vị: triệu đồng” is none. */
const AGENCY_OR_SUM = `(?:đơn vị|don vi|đv|dv)(?=\\s*:?\\s*(?:(?:[\\d.,\\s]*|${TIMES} ?)${CURRENCY}|ngh[iì]n|ngàn)\\s*(?:[/).;,]|$))`;
/** `Đơn vị tính: 1.000 đồng`, with the brackets around it. */
const STATEMENT = new RegExp(
  `\\(?(?<!\\p{L})(?:${SAID_AS}(?:\\s*(?:là|[:=–-])|(?=${SUM}))|${AGENCY_OR_SUM}|${RECKONED_IN})[^\\n)]*\\)?`,
  'iu',
);
/** The words alone, whose unit stands in the next cell or below. */
const LABEL = new RegExp(`^\\(?(?:${SAID_AS}|đơn vị|don vi|đv|dv)\\s*:?$`, 'iu');
const UNIT_COLUMN = new RegExp(`^${SAID_AS}`, 'iu');
/** A unit and nothing else: `(nghìn đồng)`, `1.000đ`; of letters alone, and of đồng itself, only in brackets: `(K)`. */
const UNIT_ALONE = new RegExp(
  `^(?:\\(? ?(?:${TIMES} ?${CURRENCY}|ngh[iì]n|ngàn|x ?1[.,\\s]?000)(?: ?/[\\p{L} ]+)? ?\\)?|\\( ?(?:${CURRENCY}|k|usd|eur|%) ?\\))$`,
  'iu',
);

/** Whether a bare number in this unit would be another sum. Takes any words: what a column is called, or a statement. */
export const changesSums = (words: string): boolean => OTHER_THAN_DONG.test(words);

/** Whether the cells below a name of a column are units: `ĐVT`. */
export const isUnitColumn = (header: string): boolean => UNIT_COLUMN.test(header);

/** The words of a text that say in which unit sums are. */
export const unitSaidIn = (text: string): string | undefined => STATEMENT.exec(text)?.[0];

/** What a text says besides the unit. */
export const besideUnit = (text: string): string =>
  text
    .replace(STATEMENT, ' ')
    .replace(/^[\s:;,–-]+|[\s:;,–-]+$/gu, '')
    .trim();

/** Whether a cell is a unit and nothing else. `1.000 đồng` may be a sum as well. */
export const isUnitAlone = (text: string, mayBeSum: boolean): boolean =>
  UNIT_ALONE.test(text) && (mayBeSum || !/\d/u.test(text));

/** Whether a row between a header and its first procedure says units only, one a column: `(1.000 đồng)`, `(ngày)`. */
export const isRowOfUnits = (texts: readonly string[]): boolean =>
  texts.every((text) => isUnitAlone(text, true) || /^\(.*\)$/u.test(text));

/**
 * What the cells of a row say of units, and what else they say.
 * @param noSums no cell of the row is a sum, so that `1.000 đồng` is a unit
 */
export function partUnits(
  texts: readonly string[],
  noSums: boolean,
): {
  readonly said: readonly string[];
  readonly rest: readonly string[];
} {
  const said: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at] ?? '';
    const pair = LABEL.test(text) ? `${text.replace(/\s*:?$/u, ':')} ${texts[at + 1] ?? ''}` : undefined;
    const unit = unitSaidIn(pair ?? text) ?? (isUnitAlone(text, noSums) ? text : undefined);
    if (unit === undefined) rest.push(text);
    else if (pair !== undefined) {
      said.push(unit.trim());
      at += 1;
    } else {
      said.push(unit.trim());
      const more = unit === text ? '' : besideUnit(text);
      if (/[\p{L}\d]/u.test(more)) rest.push(more);
    }
  }
  return { said, rest };
}
