import type { Fee } from '../catalog/procedure.js';
import { withoutLaw } from './law-words.js';
import { itemsOf } from './list-words.js';
import { besideUnit, changesSums, unitSaidIn } from './money-unit.js';
import { partQuote, withQuote, withWords } from './quoted-words.js';
import type { SheetProblemCode } from './sheet-problems.js';
import { textOf, type Cell } from './sheet.js';

/** A fee as far as the words of a cell tell it, and what should be looked at. */
export interface ReadFee {
  readonly fee: Fee;
  readonly code?: SheetProblemCode;
}

/** The province decides: its People's Council or Committee. Said beside “miễn phí”, that is what counts. */
const BY_PROVINCE =
  /hội đồng nhân dân|HĐND|(?:ủy|uỷ) ban nhân dân (?:cấp )?tỉnh|UBND (?:cấp )?tỉnh quy định/iu;
const FREE_WORDS =
  '\\(?(?:miễn (?:thu )?(?:phí|lệ phí)(?:,? ?(?:và )?lệ phí)?|không (?:thu|mất|phải nộp)(?: (?:phí|lệ phí|tiền)(?:,? (?:và )?lệ phí)?)?)\\)?';
/** Free for everybody, and nothing else. “Miễn lệ phí cho người …” frees some people only. */
const FREE = new RegExp(`^${FREE_WORDS}(?:(?:\\s*[.;,–-])?\\s*${FREE_WORDS})*\\s*[.;,]?$`, 'iu');
/** Articles say who is free. */
const ARTICLE = /(?<!\p{L})(?:điểm|khoản|điều) \S/iu;
/** A sentence that frees everybody, whatever the next one says. */
const BEGINS_FREE = new RegExp(`^${FREE_WORDS}(?:\\s*[.;]|$)`, 'iu');
/** May mean free, not prescribed or not known. */
const NOTHING = /^(?:không|không có|không quy định|chưa có|[-–—/x])\.?$/iu;
/** A sum of money: whole with its thousands apart, or a part of millions and thousands (`1,5 triệu`), and what follows. */
const MONEY =
  /(?<!\d[.,]?)(?:(\d+[.,]\d{1,2}(?=\s*(?:nghìn|ngàn|triệu|k)))|\d{1,3}([.,\s])\d{3}(?:\2\d{3})*|\d+)(?![.,]?\d)\s*(nghìn|ngàn|triệu|k)?(?:\s*(đồng|vnđ|vnd|đ|₫))?(?![\p{L}\d%])/giu;
const FACTORS: Readonly<Record<string, number>> = { nghìn: 1e3, ngàn: 1e3, k: 1e3, triệu: 1e6 };
/** Numbers of documents and of their parts, which are no money: `Thông tư số 85/2019/TT-BTC ngày 29/11/2019`. */
const DOCUMENT =
  /\d+(?:\.\d+)?\/(?:\d{4}\/)?[\p{Lu}][\p{Lu}\d-]*(?: (?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4})?|[KkĐđMm](?:hoản|iều|ục|iểm) \d+(?!\p{L})/gu;
/** What is done for a sum. */
const ACTS =
  'cấp|đăng ký|thay đổi|chứng thực|công chứng|thẩm định|xác nhận|kiểm tra|sát hạch|cung cấp|trích lục|sao';
/** To what it is done, or how that is counted. No word says when, for whom or on what condition. */
const THINGS =
  'mới|lại|đổi|bản|chính|trang|tờ|lần|lượt|việc|vụ|người|hồ sơ|trường hợp|hợp đồng|giao dịch|giấy|phép|chứng nhận|chứng chỉ|quyền|sử dụng|đất|nhà|ở|thửa|tài sản|chữ ký|văn bản|thông tin|kết quả|phiếu|thẻ|sổ|bộ|di chúc|thừa kế|xe|lái|biển số|phương tiện|lý lịch tư pháp|hộ tịch|khai sinh|khai tử|kết hôn|con nuôi|căn cước|hộ chiếu|cư trú|hộ|kinh doanh|doanh nghiệp|hợp tác xã|cơ sở|xây dựng|lao động|hoạt động|hành nghề';
const FEE = 'mức|thu|phí|lệ phí';
const NAME = `(?:${FEE}|${ACTS}|${THINGS})`;
const NAMES = `${NAME}(?:(?:,? (?:và )?| ?/ ?)${NAME})*`;
/** What a sum is called: `Lệ phí:`, `Phí thẩm định`, `Cấp mới:`. */
const LABEL = new RegExp(`^(?:(?=${FEE}|${ACTS})${NAMES}(?: là)?)?\\s*:?$`, 'iu');
/** For what a sum is paid: `/bản`, `mỗi trường hợp`, `/giấy chứng nhận (cấp mới)`. */
const UNIT = new RegExp(`^(?:(?:cho )?(?:mỗi|một|từng) |/ ?)${NAMES}(?: ?\\(${NAMES}\\))?$`, 'iu');
/** The sum once more, in words: `(năm mươi nghìn đồng)`. */
const SPELT =
  /\((?:bằng chữ:? )?(?:(?:một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|không|mười|mươi|mốt|linh|lẻ|trăm|nghìn|ngàn|triệu|đồng|chẵn)[\s,.]*)+\)/giu;
/** The unit of a sum: `/01 lần`. */
const PER_ONE = /\/ ?0?1(?= )/gu;
/** `15.000,-đ` */
const NO_CENTS = /(?<=\d)[.,]-?(?=đ)/giu;
/** Money or a share, though no sum can be made of it: `1tr5`, `50.000,00 đồng`, `50%`. */
const SPEAKS_OF_MONEY = /\d\s*(?:đồng|vnđ|vnd|đ|₫|nghìn|ngàn|triệu|tỷ|tỉ|k|tr)(?!\p{L})|\d\s*%/iu;
const SAYS_UNIT = /\d\s*(?:nghìn|ngàn|triệu|k|đồng|vnđ|vnd|đ|₫)(?!\p{L})/iu;
/** A sum that small has lost its thousands, or is in another currency. */
const LEAST_LIKELY = 1000;

/** Begins a fee whose kind the words alone would not tell: `Miễn phí – học sinh, sinh viên`. */
const KINDS: readonly (readonly [string, Fee['kind']])[] = [
  ['Miễn phí', 'free'],
  ['HĐND tỉnh quy định', 'by-province'],
  ['Chưa rõ', 'unknown'],
];
const number = new Intl.NumberFormat('vi-VN');

/** Behind words that quote a rate whose time is over. */
const EXPIRED = ' [mức đã hết hạn]';
const FOREIGN = /\d\s*(USD|EUR)\b/u;

/**
 * The fees in one cell, one a line.
 * @param above what stands above the column, and what the sheet says of units; a unit in it (“Lệ phí (1.000 đồng)”, “Đơn vị
 *   tính: nghìn đồng”) makes bare numbers unknown, because people write whole sums under it as well
 */
export function readFees(cell: Cell, above = ''): readonly ReadFee[] {
  const hasUnit = changesSums(above) || changesSums(unitSaidIn(textOf(cell)) ?? '');
  if (typeof cell === 'number' && !hasUnit) return [ofAmount(cell, undefined)];
  return itemsOf(textOf(cell)).map((item) => {
    if (hasUnit && /\d/u.test(item) && !SAYS_UNIT.test(besideUnit(item)))
      return { fee: { kind: 'unknown', currency: 'VND', published: item }, code: 'fee-unit' };
    if (!item.endsWith(EXPIRED)) return readFee(item);
    const { fee, ...rest } = readFee(item.slice(0, -EXPIRED.length));
    return { ...rest, fee: { ...fee, quotesExpiredRate: true } };
  });
}

function readFee(words: string): ReadFee {
  const { begin, rest, isQuote } = partQuote(words);
  if (rest === undefined || rest === '') return readWords(words);
  const kind = KINDS.find(([name]) => name === begin)?.[1];
  if (kind) {
    const isSaid = kind !== 'free' || isQuote || freesAll(`${begin}; ${rest}`);
    return isSaid ? { fee: { kind, currency: 'VND', published: rest } } : unread(words);
  }
  const [sum, ...others] = sumsIn(begin);
  if (!sum || others.length > 0 || !isPlain(sum)) return readWords(words);
  // What a source says may lack the unit that stands before it.
  const published = sum.isWhole ? rest : withWords(begin, rest);
  if (isQuote || sum.amount < LEAST_LIKELY || explains(rest, sum.amount))
    return ofAmount(sum.amount, published);
  return unread(words);
}

/** Whether words behind a sum tell what it is paid for, or only say it again; not of another one, or who pays it. */
function explains(words: string, amount: number): boolean {
  if (sumsIn(words).length > 0) return readWords(words).fee.amount === amount;
  const plain = ended(withoutLaw(words));
  return LABEL.test(plain) || UNIT.test(plain);
}

/** Without the sign at the end of a sentence. */
const ended = (words: string): string => words.replace(/[\s.;,*]+$/u, '');

function asWords(words: string, kind: Fee['kind'], code?: SheetProblemCode): ReadFee {
  const currency = FOREIGN.exec(words)?.[1] ?? 'VND';
  return { fee: { kind, currency, published: words }, ...(code && { code }) };
}

const unclear = (words: string): ReadFee => asWords(words, 'unknown', 'fee-unclear');

/** Words that change what stands before them. */
const unread = (words: string): ReadFee =>
  BY_PROVINCE.test(words) ? asWords(words, 'by-province') : unclear(words);

const freesAll = (words: string): boolean => !ARTICLE.test(words) && FREE.test(withoutLaw(words));

function readWords(words: string): ReadFee {
  if (BY_PROVINCE.test(words)) return asWords(words, 'by-province');
  if (freesAll(words)) return asWords(words, 'free');
  if (BEGINS_FREE.test(words)) return unclear(words);
  const sums = sumsIn(words);
  const [sum] = sums;
  if (NOTHING.test(words)) return asWords(words, 'unknown', 'fee-none');
  if (!sum) return SPEAKS_OF_MONEY.test(words) ? unclear(words) : asWords(words, 'unknown', 'fee-words');
  if (sums.length > 1) return asWords(words, 'unknown', 'fee-several');
  if (sum.amount === 0) return asWords(words, 'unknown', 'fee-zero');
  if (sum.amount < LEAST_LIKELY) return asWords(words, 'unknown', 'fee-small');
  if (!isPlain(sum)) return unclear(words);
  return ofAmount(sum.amount, sum.isWhole ? undefined : words);
}

interface Sum {
  readonly amount: number;
  /** There is nothing else. */
  readonly isWhole: boolean;
  readonly before: string;
  readonly after: string;
}

/** Everything beside a sum, documents apart, was understood: before it a name, behind it a unit. */
function isPlain({ before, after }: Sum): boolean {
  const unit = ended(besideUnit(after.replace(SPELT, '')));
  return LABEL.test(before.trim()) && (unit === '' || UNIT.test(unit));
}

/** Sums of money: what says so (`đồng`), or has its thousands apart; other numbers are of laws and days. */
function sumsIn(written: string): readonly Sum[] {
  const words = withoutLaw(written).replace(DOCUMENT, '…').replace(PER_ONE, '/').replace(NO_CENTS, '');
  return [...words.matchAll(MONEY)].flatMap(([match, part, , factor, currency], at, all) => {
    const isWhole = match.trim() === written.trim();
    const digits = /^[\d.,\s]*\d/u.exec(match)?.[0] ?? '';
    const isApart = /^\d{1,3}(?:\.\d{3})+$/u.test(digits);
    const isSum = isWhole || isApart || currency !== undefined || factor !== undefined;
    // `1,250 triệu` may be one million and a quarter, or a thousand times that.
    if (factor !== undefined && part === undefined && !/^\d+$/u.test(digits)) return [];
    const times = FACTORS[factor?.toLowerCase() ?? ''] ?? 1;
    const amount = Math.round(Number(part?.replace(',', '.') ?? digits.replace(/[.,\s]/gu, '')) * times);
    const start = all[at]?.index ?? 0;
    const [before, after] = [words.slice(0, start), words.slice(start + match.length)];
    return isSum && Number.isSafeInteger(amount) ? [{ amount, isWhole, before, after }] : [];
  });
}

/** @param published further words of the source */
function ofAmount(amount: number, published: string | undefined): ReadFee {
  const words = published === undefined ? {} : { published };
  if (Number.isSafeInteger(amount) && amount >= LEAST_LIKELY)
    return { fee: { kind: 'known', amount, currency: 'VND', ...words } };
  const printed = withWords(number.format(amount), published);
  const code = amount === 0 ? 'fee-zero' : 'fee-small';
  return { fee: { kind: 'unknown', currency: 'VND', published: printed }, code };
}

const sameFee = (one: Fee, other: Fee): boolean =>
  one.kind === other.kind &&
  one.amount === other.amount &&
  one.currency === other.currency &&
  one.published === other.published;

/** A fee in words from which `readFees` makes the same fee. */
export function feeWords(fee: Fee): string {
  if (fee.quotesExpiredRate) return feeWords({ ...fee, quotesExpiredRate: undefined }) + EXPIRED;
  const { kind, amount = 0, published } = fee;
  const isSame = (words: string): boolean => {
    const [read, ...more] = readFees(words);
    const isOne = read !== undefined && more.length === 0;
    return isOne && sameFee(read.fee, { ...fee, published: read.fee.published && published });
  };
  const begin =
    kind === 'known' ? `${number.format(amount)} đồng` : (KINDS.find(([, one]) => one === kind)?.[0] ?? '');
  const plain = published ?? begin;
  if (isSame(plain)) return plain;
  const explained = withWords(begin, published);
  return isSame(explained) ? explained : withQuote(begin, published);
}
