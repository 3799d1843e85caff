/** A sum below the rows; another part of the table may follow. */
const SUM = /^(?:tổng (?:cộng|số)|cộng:)/iu;
/** Who makes or gets the table, when and where. No law of a day: `Luật Hộ tịch, ngày 20 tháng 11 năm 2014`. */
const SIGNED =
  /^(?:người lập|thủ trưởng|nơi nhận)|^(?!luật|bộ luật|nghị|thông tư|quyết định|pháp lệnh)(?:[^,\d]{0,40}, )?ngày .*tháng .*năm[ \d.…]*(?:\n|$)/iu;
/** Advice below the table; among papers it stands within a procedure. */
const REMARK = /^(?:ghi chú:|lưu ý:)/iu;
/** On behalf of whom somebody signs. */
const ON_BEHALF = /^(?:(?:tm|kt|tl|tuq|q)\.|(?:tm|t\/m|k\/t)\s)\s*\p{L}/iu;
/** An office that signs. */
const OFFICE =
  /^(?:q\. ?)?(?:phó )?chủ tịch(?: ubnd| hđnd| [uủ][yỷ] ban nhân dân| hội đồng nhân dân)?(?: (?:xã|phường|thị trấn|đặc khu|tỉnh|thành phố))?/iu;

/** `CHỦ TỊCH`, `Phó Chủ tịch UBND xã Đồng Tâm`; no `Chủ tịch UBND xã ký giấy phép`, which tells what it does. */
function isOffice(text: string): boolean {
  const [first = ''] = text.split('\n');
  const office = OFFICE.exec(first)?.[0];
  if (office === undefined) return false;
  const rest = first.slice(office.length);
  return /^[\s.,:]*$/u.test(rest) || (rest.length < 30 && /^(?: \p{Lu}[\p{L}\d]*){1,4}[.,:]*$/u.test(rest));
}

const isSigned = (text: string): boolean => SIGNED.test(text) || ON_BEHALF.test(text);

/**
 * Whether a text that is alone in its row stands below a table or between two, and is no heading.
 * @param isNumbered a number stands before it: an office is a heading then
 */
export const isAside = (text: string, isNumbered: boolean): boolean =>
  SUM.test(text) || REMARK.test(text) || isSigned(text) || (!isNumbered && isOffice(text));

/** What the texts of a row without a code are, if they are no part of a procedure. */
export function asideIn(texts: readonly string[]): 'signature' | 'sum' | 'remark' | undefined {
  // Among other values an office is one as well.
  if (texts.length > 0 && texts.every((text) => isSigned(text) || isOffice(text))) return 'signature';
  if (texts.length > 3) return undefined;
  if (texts.some(isSigned)) return 'signature';
  if (texts.some((text) => SUM.test(text))) return 'sum';
  return texts.some((text) => REMARK.test(text)) ? 'remark' : undefined;
}
