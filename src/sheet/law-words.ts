const DOCUMENT =
  '(?:thông tư(?: liên tịch)?|nghị định|nghị quyết|quyết định|luật|pháp lệnh|tt|nđ|nq|qđ) ?(?:số:? ?)?\\d+(?:\\.\\d+)?/(?:\\d{4}/)?\\p{L}[\\p{L}\\d]*(?:-\\p{L}+)*';
const DAY = '(?:,? (?:ngày )?\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|,? ngày \\d{1,2} tháng \\d{1,2} năm \\d{4})';
const BODY = ' của (?:chính phủ|thủ tướng chính phủ|quốc hội|(?:bộ trưởng )?bộ tài chính)';
/** What a circular on fees is called. */
const TITLE =
  ' quy định(?: về)? mức thu(?:,? (?:chế độ thu|miễn|nộp|quản lý|sử dụng|và|phí|lệ phí))*(?: \\p{L}+){0,14}(?=\\s*(?:[).;]|$))';
const ARTICLES = '(?:(?:điểm|khoản|điều|mục) [\\p{L}\\d]+,? (?:của )?)*';
const ONE = `${ARTICLES}${DOCUMENT}${DAY}?(?:${BODY})?(?:${TITLE})?`;
const LAW = new RegExp(
  `(?<!\\p{L})(?:(?:theo|căn cứ|thực hiện|quy định|tại|của) )*${ONE}(?:(?:,|;| và) (?:(?:theo|tại) )?${ONE})*`,
  'giu',
);

/** A text without the documents of the law that it names by their numbers: `theo Thông tư 85/2019/TT-BTC của Bộ Tài chính`. */
export const withoutLaw = (words: string): string =>
  words
    .replace(LAW, '')
    .replace(/\(\s*\)/gu, '')
    .trim();
