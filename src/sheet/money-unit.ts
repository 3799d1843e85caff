/** A unit in which a bare number would be another sum than it says: thousands, millions, another currency, a share. */
const OTHER_THAN_DONG =
  /10?0?[.,\s]?000|ngh[iì]n|ngàn|ngan dong|triệu|trieu dong|tỷ|ty dong|(?<!\p{L})(?:tỉ|ngh?đ|tr\.?đ)(?!\p{L})|USD|EUR|%/iu;
const SAID_AS = '(?:đơn vị (?:tính|tiền(?: tệ)?)|don vi tinh|[đd]vt)(?!\\p{L})';
const SUM = '[(\\s]*(?:\\d|ngh|ng[àa]n|tri[ệe]u|t[ỷỉ]|đồng|dong|vn[đd]|usd|eur|%|tr\\.?đ|ngđ)';
/** “Đơn vị: Triệu Phong” is an agency; “Đơn vị: triệu đồng” is none. */
const AGENCY_OR_SUM =
  '(?:đơn vị|don vi)(?=\\s*:?\\s*(?:[\\d.,\\s]*|nghìn |ngàn |triệu |t[ỷỉ] )(?:đồng|vnđ|vnd)\\s*(?:[/).;,]|$))';
/** `Đơn vị tính: 1.000 đồng`, with the brackets around it. */
const STATEMENT = new RegExp(
  `\\(?(?<!\\p{L})(?:${SAID_AS}(?:\\s*(?:là|[:=–-])|(?=${SUM}))|${AGENCY_OR_SUM})[^\\n)]*\\)?`,
  'iu',
);
/** The words alone, whose unit stands in the next cell or below. */
const LABEL = new RegExp(`^\\(?(?:${SAID_AS}|đơn vị|don vi)\\s*:?$`, 'iu');
const UNIT_COLUMN = new RegExp(`^${SAID_AS}`, 'iu');

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

/** What the cells of a row say of units, and what else they say. */
export function partUnits(texts: readonly string[]): {
  readonly said: readonly string[];
  readonly rest: readonly string[];
} {
  const said: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at] ?? '';
    const pair = LABEL.test(text) ? `${text.replace(/\s*:?$/u, ':')} ${texts[at + 1] ?? ''}` : undefined;
    const unit = unitSaidIn(pair ?? text);
    if (unit === undefined) rest.push(text);
    else if (pair !== undefined) {
      said.push(unit.trim());
      at += 1;
    } else {
      said.push(unit.trim());
      const more = besideUnit(text);
      if (/[\p{L}\d]/u.test(more)) rest.push(more);
    }
  }
  return { said, rest };
}
