/* Patterns of one note. What is told is a whole of its own: no part of a longer number is any of these. */

const YEAR = String.raw`(?:19|20)\d\d`;
const LEAP_YEAR = '(?:19|20)(?:[02468][048]|[13579][26])';
const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const MONTH = '(?:0?[1-9]|1[0-2])';
/** What stands between the parts of a date. */
const CUT = '[./-]';
/** Months are not all of thirty-one days. */
const NO_DAY = String.raw`(?!31${CUT}(?:0?[2469]|11)\b|30${CUT}0?2\b)`;
/** A day that is in the calendar, with the same sign between its parts. */
const DATE =
  String.raw`(?:${NO_DAY}(?!29${CUT}0?2${CUT}(?!${LEAP_YEAR}))` +
  String.raw`${DAY}(?:\.${MONTH}\.|-${MONTH}-|/${MONTH}/)${YEAR}` +
  String.raw`|(?!.{5}(?:(?:02|04|06|09|11)-31|02-30)|(?!${LEAP_YEAR}).{5}02-29)${YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))`;
/** A date, or from one to another: `15-16/11/2026`, `07/01/2026-09/01/2026`. Dates of dashes have spaces around the dash. */
const DATES =
  String.raw`(?<!\p{Nd}[./–-]?)(?:${NO_DAY}${DAY}(?:/${MONTH})?\s?[–-]\s?(?=${DAY}/)` +
  String.raw`|(?=\d\d?[./])${DATE}[–-](?=\d\d?[./]))?${DATE}(?![./–-]?\p{Nd})`;
/**
 * Codes of dossiers and of procedures: they are no secret, and are what somebody is told to look up. A dossier's has the
 * office before a day of these years, which no telephone number and no citizen number looks like.
 */
const DOSSIER = String.raw`(?<![\p{L}\p{Nd}.])(?=[\p{Nd}.]{0,12}\p{L}\p{Nd}\p{Nd})[\p{L}\p{Nd}.]{3,35}-(?:20)?(?:1[89]|[2-9]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\p{Nd}{4,7}(?![\p{L}\p{Nd}])`;
const PROCEDURE = String.raw`(?<![\p{L}\p{Nd}.])\p{Nd}\.\p{Nd}{6}\.\p{Nd}{3}\.\p{Nd}{2}\.\p{Nd}{2}\.\p{L}\p{Nd}{2}(?![\p{L}\p{Nd}])`;
/**
 * What people write between the groups of one number: spaces and any sign, or one dot. Other signs of a sentence only
 * between groups of three and more: pages and articles are counted with commas, and hours with colons.
 */
const SIGNS = String.raw`[^\p{L}\p{M}\p{Nd}.,:;%]*`;
const GAP = String.raw`${SIGNS}(?:\.\p{Cf}*|(?<=\p{Nd}{3}${SIGNS})[.,:;]${SIGNS}(?=\p{Nd}{3}))?`;
/** An end of a word, or a word that goes on after an amount: “đồng ý” and “đ/c” are none. */
const AFTER_UNIT = String.raw`(?=\s*(?:$|[,;:!?)]|\.\s*$|(?:vào|tại|cho|và|trước|để|tiền|bằng|theo|là|đã|chưa|còn|trong|từ|mỗi)(?!\p{L})))`;
/** Words that go on after an amount, and with which “đồng” makes no other word: “đồng sử dụng” and “đồng ký” are many. */
const AFTER_DONG =
  'vào|tại|cho|và|trước|để|tiền|bằng|theo|là|đã|chưa|còn|trong|từ|mỗi|ngày|tháng|năm|qua|lệ|phí|thuế|việt nam|của|do|hoặc|nhưng' +
  '|nếu|sau|khi|đến|nên|thì|nữa|này';
/** Money before any sign but those within a word, and before these words. */
const DONG = String.raw`đồng(?=\s*(?:$|[^\p{L}\p{M}\p{Nd}\p{Cf}\s-])|\s+(?:\p{Nd}|(?:${AFTER_DONG})(?!\p{L})))`;
const UNIT = String.raw`\s?(?:₫|VN[DĐ](?!\p{L})|${DONG}|đ${AFTER_UNIT}|(?<=\p{Nd})đ(?=\.\s))`;
const MONEY_WORD = String.raw`(?<=(?<!\p{L})(?:tiền|phí|thuế|phạt|giá|VN[DĐ]|₫)(?:\s+là)?[\s:]{0,3})`;
/** What has been written before a number of somebody's: then it is none of money, whatever follows. */
const OWNER = String.raw`(?<!(?:CMND|CCCD|CMT|ĐT|TK|số|danh|cước|chiếu|thoại|zalo|gọi)[\s:.]{0,3})`;
const DOTTED = String.raw`\d{0,2}(?:(?:\.\d{3})+(?:,\d\d?)?|(?:,\d{3})+(?:\.\d\d?)?)`;
/** Money in groups of three, which no telephone number and no citizen number begins like; or from one amount to another. */
const MONEY =
  String.raw`(?<!\p{Nd}(?:${SIGNS}\.?|[.,:;])|\+${SIGNS})${OWNER}(?!84\.[35789]\d\d\.)` +
  String.raw`(?:[1-9](?:\d{0,2}|\d?\.\d{3})\.\d{3}\s?[–-]\s?)?[1-9]${DOTTED}(?![.,]?\p{Nd})UNIT`;
const AMOUNT = `(?:${MONEY.replace('UNIT', UNIT)}|${MONEY_WORD}${MONEY.replace('UNIT', `(?!${GAP}\\p{Nd})`)})`;

const TOLD = new RegExp(`(${DATES}|${DOSSIER}|${PROCEDURE}|${AMOUNT})`, 'iu');
/** Before another name it is no money: “Đồng Văn A”, “Đồng Nai”. */
const SURNAME = /Đ\p{L}{3}$/u;
/**
 * Nine digits and more, in one row or in groups as people write them: citizen numbers, accounts, telephone numbers. It has
 * no upper end: of two numbers that stand side by side no part may stay.
 */
const NUMBER = new RegExp(String.raw`\p{Nd}(?:${GAP}\p{Nd}){8,}`, 'gu');

/** A note that somebody wrote freely, without the numbers that it may give away of others. */
export const maskNumbers = (note: string): string =>
  note
    .normalize('NFC')
    .split(TOLD)
    .map((part, at, { [at + 1]: next = '' }) =>
      at % 2 > 0 && !(SURNAME.test(part) && /^\s+\p{Lu}/u.test(next))
        ? part
        : part.replace(NUMBER, (found) => found.replace(/\p{Nd}/gu, '*')),
    )
    .join('');
