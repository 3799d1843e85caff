import type { Fee } from '../catalog/procedure.js';
import { itemsOf } from './list-words.js';
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
/** Free for everybody: the sentence ends there. “Miễn lệ phí cho người …” frees some people only. */
const FREE =
  /^\(?(?:miễn (?:thu )?(?:phí|lệ phí)(?:,? ?(?:và )?lệ phí)?|không (?:thu|mất|phải nộp)(?: (?:phí|lệ phí|tiền)(?:,? lệ phí)?)?)\)?(?:[.;]|$| \(Thông tư)/iu;
/** May mean free, not prescribed or not known. */
const NOTHING = /^(?:không|không có|không quy định|chưa có|[-–—/x])\.?$/iu;
/** A sum of money, with its thousands and what follows. */
const MONEY =
  /(\d{1,3}(?:[.,\s]\d{3})+|\d+)\s*(nghìn|ngàn|triệu|k)?(?:\s*(đồng|vnđ|vnd|đ|₫))?(?![\p{L}\d])/giu;
const FACTORS: Readonly<Record<string, number>> = { nghìn: 1e3, ngàn: 1e3, k: 1e3, triệu: 1e6 };
/** A sum that small has lost its thousands, or is in another currency. */
const LEAST_LIKELY = 1000;

/** Begins a fee whose kind the words alone would not tell: `Miễn phí – học sinh, sinh viên`. */
const KINDS: readonly (readonly [string, Fee['kind']])[] = [
  ['Miễn phí', 'free'],
  ['HĐND tỉnh quy định', 'by-province'],
  ['Chưa rõ', 'unknown'],
];
const DASH = ' – ';
const number = new Intl.NumberFormat('vi-VN');

/** Behind words that quote a rate whose time is over. */
const EXPIRED = ' [mức đã hết hạn]';
const FOREIGN = /\d\s*(USD|EUR)\b/u;

/** The fees in one cell, one a line. */
export function readFees(cell: Cell): readonly ReadFee[] {
  if (typeof cell === 'number') return [ofAmount(cell, undefined)];
  return itemsOf(textOf(cell)).map((item) => {
    if (!item.endsWith(EXPIRED)) return readFee(item);
    const { fee, ...rest } = readFee(item.slice(0, -EXPIRED.length));
    return { ...rest, fee: { ...fee, quotesExpiredRate: true } };
  });
}

function readFee(words: string): ReadFee {
  const [begin = '', ...rest] = words.split(DASH);
  const published = rest.join(DASH);
  const kind = KINDS.find(([name]) => name === begin)?.[1];
  if (kind && published) return { fee: { kind, currency: 'VND', published } };
  const own = sumsIn(begin);
  if (published && own.length === 1 && own[0]?.isWhole) return ofAmount(own[0].amount, published);
  return readWords(words);
}

function readWords(words: string): ReadFee {
  const asWords = (kind: Fee['kind'], code?: SheetProblemCode): ReadFee => ({
    fee: { kind, currency: FOREIGN.exec(words)?.[1] ?? 'VND', published: words },
    ...(code && { code }),
  });
  if (BY_PROVINCE.test(words)) return asWords('by-province');
  if (FREE.test(words)) return asWords('free');
  if (NOTHING.test(words)) return asWords('unknown', 'fee-none');
  const sums = sumsIn(words);
  const [sum] = sums;
  if (sums.length > 1) return asWords('unknown', 'fee-several');
  if (!sum) return asWords('unknown', 'fee-words');
  if (sum.amount === 0) return asWords('unknown', 'fee-zero');
  if (sum.amount < LEAST_LIKELY) return asWords('unknown', 'fee-small');
  return ofAmount(sum.amount, sum.isWhole ? undefined : words);
}

/** Sums of money: what says so (`đồng`), or has its thousands apart; other numbers are of laws and days. */
function sumsIn(words: string): readonly { readonly amount: number; readonly isWhole: boolean }[] {
  return [...words.matchAll(MONEY)].flatMap(([match, digits = '', factor, currency]) => {
    const isWhole = match.trim() === words.trim();
    const isApart = /^\d{1,3}(?:\.\d{3})+$/u.test(digits);
    const isSum = isWhole || isApart || currency !== undefined || factor !== undefined;
    const amount = Number(digits.replace(/[.,\s]/gu, '')) * (FACTORS[factor?.toLowerCase() ?? ''] ?? 1);
    return isSum && Number.isSafeInteger(amount) ? [{ amount, isWhole }] : [];
  });
}

/** @param published further words of the source */
function ofAmount(amount: number, published: string | undefined): ReadFee {
  const words = published === undefined ? {} : { published };
  if (Number.isSafeInteger(amount) && amount >= LEAST_LIKELY)
    return { fee: { kind: 'known', amount, currency: 'VND', ...words } };
  const printed = [number.format(amount), published].filter(Boolean).join(DASH);
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
  const sum = `${number.format(amount)} đồng`;
  const plain = published ?? (kind === 'known' ? sum : (KINDS.find(([, one]) => one === kind)?.[0] ?? ''));
  const [read, ...more] = readFees(plain);
  if (read && more.length === 0 && sameFee(read.fee, { ...fee, published: read.fee.published && published }))
    return plain;
  const begin = kind === 'known' ? sum : KINDS.find(([, one]) => one === kind)?.[0];
  return [begin, published].filter(Boolean).join(DASH);
}
