import { PRECISIONS, type Precision } from './precisions.js';
import { isRealDay } from '../shared/clock.js';
import type { Problem } from '../shared/result.js';
import type { AnswerProblemCode } from './problems.js';

/**
 * What a person typed, as it is kept. A warning asks them to look again and never holds them up: papers do have
 * strange values.
 */
export type Typed<Value> =
  | {
      readonly ok: true;
      readonly value: Value;
      readonly warnings: readonly Problem<AnswerProblemCode>[];
    }
  | { readonly ok: false; readonly problem: Problem<AnswerProblemCode> };

const good = <Value>(value: Value, ...warnings: AnswerProblemCode[]): Typed<Value> => ({
  ok: true,
  value,
  warnings: warnings.map((code) => ({ code })),
});

const bad = (code: AnswerProblemCode, params?: Problem['params']): Typed<never> => ({
  ok: false,
  problem: params ? { code, params } : { code },
});

/**
 * One spelling of digits and signs (`０９１２` is `0912`, a dash of any length a hyphen), none of those that nobody sees,
 * one space between words.
 */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}−]/gu, '-')
    .trim()
    .replace(/\s+/gu, ' ');

/** All spaces but the line break, one by one: WebKit finds letters in `[^\S\n]` that are no spaces, and loses them. */
const SPACES = /[\t\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+/gu;

/**
 * A text of one line or more as it is kept: composed, spaces tidied, nothing else touched.
 * @param lines whether line breaks are part of it
 */
export function readText(text: string, lines = false): string {
  const composed = text.normalize('NFC').trim();
  return lines ? composed.replace(SPACES, ' ').replace(/ ?\n ?/gu, '\n') : composed.replace(/\s+/gu, ' ');
}

/** A name. One word, sixty letters, `K'Brơi` and `H'Hen Niê` are names; only digits are doubted. */
export function readName(text: string): Typed<string> {
  const name = readText(text);
  if (!/\p{L}/u.test(name)) return bad('name-empty');
  return /\p{N}/u.test(name) ? good(name, 'name-digits') : good(name);
}

/** Years that a living person's papers name; others are asked about, not refused. */
const EARLIEST_YEAR = 1880;

/**
 * A day typed as `dd/mm/yyyy`, or a month or a year where no more is known. Dots, dashes, spaces, nothing, and words
 * (`ngày 5 tháng 3 năm 2001`) part it as well.
 * @param least how exactly it must be known
 * @param today as `yyyy-mm-dd`; a later day is doubted
 * @returns `yyyy`, `yyyy-mm` or `yyyy-mm-dd`
 */
export function readDate(text: string, least: Precision, today: string): Typed<string> {
  const parts = plain(text)
    .toLowerCase()
    .replace(/ngày|ngay|tháng|thang|năm|nam|mùng|mồng|mung|mong/gu, ' ')
    .split(/[\s./-]+/u)
    .filter(Boolean);
  const joined = parts.join('');
  if (!/^\d+$/u.test(joined)) return bad('date-form');
  const [year = '', month, day] = datePartsOf(parts) ?? [];
  if (!year) return bad('date-form');
  if (year.length !== 4) return bad('date-year-short');
  const precision: Precision = day ? 'day' : month ? 'month' : 'year';
  if (PRECISIONS.indexOf(precision) < PRECISIONS.indexOf(least)) return bad(`date-needs-${least}`);
  const value = [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  if (!isRealDay(`${value}${'-01'.repeat(2 - PRECISIONS.indexOf(precision))}`)) return bad('date-unreal');
  if (value > today.slice(0, value.length)) return good(value, 'date-future');
  return Number(year) < EARLIEST_YEAR ? good(value, 'date-long-ago') : good(value);
}

/** `20010305` as `2001-03-05`; no day where it is shorter. */
const yearFirst = (digits: string): string =>
  `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;

/** Year, month and day of what was typed, in that order, as far as they are there. */
function datePartsOf(parts: readonly string[]): readonly string[] | undefined {
  if (parts.length > 3) return undefined;
  // Copied from a file or another form: year first.
  if (parts.length > 1 && parts[0]?.length === 4) return parts;
  if (parts.length > 1) return [...parts].reverse();
  const [digits = ''] = parts;
  // Year first, and nothing parts it: read the other way round it is a day of the Middle Ages.
  if (Number(digits.slice(4)) < EARLIEST_YEAR && isRealDay(yearFirst(digits))) return undefined;
  if (digits.length === 8) return [digits.slice(4), digits.slice(2, 4), digits.slice(0, 2)];
  if (digits.length === 6) return [digits.slice(2), digits.slice(0, 2)];
  return [digits];
}

/** What else is known of the owner of a number. */
export interface KnownOfPerson {
  /** `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
  readonly birth?: string | undefined;
  readonly sex?: 'male' | 'female' | undefined;
}

/**
 * A personal identification number: 12 digits. Place of birth registration (3), sex and century (1), year of birth
 * (2), any (6); there is no check digit, so all that can be said beyond the form is a doubt. Codes of provinces that
 * were merged stay in numbers for life.
 * Source: Nghị định 137/2015/NĐ-CP, Điều 13; Thông tư 07/2016/TT-BCA.
 * @param today as `yyyy-mm-dd`
 */
export function readCitizenNumber(text: string, known: KnownOfPerson, today: string): Typed<string> {
  const number = plain(text).replace(/[\s.-]/gu, '');
  if (!/^\d+$/u.test(number)) return bad('citizen-number-form');
  if (number.length === 9) return bad('citizen-number-old');
  if (number.length !== 12) return bad('citizen-number-length', { count: number.length });
  const sign = Number(number[3]);
  const year = String(1900 + 100 * Math.floor(sign / 2) + Number(number.slice(4, 6)));
  const sex = sign % 2 === 0 ? 'male' : 'female';
  const doubts: AnswerProblemCode[] = [];
  if (number.startsWith('000')) doubts.push('citizen-number-place');
  if (year > today.slice(0, 4)) doubts.push('citizen-number-future');
  if (known.birth && known.birth.slice(0, 4) !== year) doubts.push('citizen-number-birth');
  if (known.sex && known.sex !== sex) doubts.push('citizen-number-sex');
  return good(number, ...doubts);
}

/** A telephone number of Việt Nam as ten or eleven digits, another country's with its `+`. */
export function readPhone(text: string): Typed<string> {
  const bare = plain(text).replace(/[\s().-]/gu, '');
  const home = bare.replace(/^(?:\+|00)84\(?0?\)?/u, '0').replace(/^84(?=[35789]\d{8}$)/u, '0');
  if (/^0[35789]\d{8}$/u.test(home) || /^02\d{9}$/u.test(home)) return good(home);
  if (!home.startsWith('+84') && /^\+[1-9]\d{6,14}$/u.test(home)) return good(home, 'phone-foreign');
  return bad('phone-form');
}

export function readEmail(text: string): Typed<string> {
  const address = plain(text).replace(/\s/gu, '');
  const isAddress = address.length < 255 && /^[^@<>"',;]+@[^@<>"',;.]+(?:\.[^@<>"',;.]+)+$/u.test(address);
  return isAddress ? good(address) : bad('email-form');
}

/** Largest number that is kept to its last digit, with any sign and comma. */
const LARGEST_NUMBER = 999_999_999_999_999;

/**
 * A number as Vietnamese write it (`1.500.000,5`); English signs are understood where they cannot be mistaken: nobody
 * writes 500 as `0.500`. What would be kept as another number than was typed is none.
 */
export function readNumber(text: string): Typed<number> {
  const bare = plain(text).replace(/\s/gu, '');
  const vietnamese = /^-?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?$/u.test(bare);
  const english = /^-?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?$/u.test(bare);
  if (!vietnamese && !english) return bad('number-form');
  const digits = vietnamese ? bare.replace(/\./gu, '').replace(',', '.') : bare.replace(/,/gu, '');
  // Adding 0 leaves no -0, which is no other number and is compared as one.
  const value = Number(digits) + 0;
  if (Math.abs(value) > LARGEST_NUMBER) return bad('too-large', { limit: LARGEST_NUMBER });
  const isExact = digits.replace(/^-?0*\.?0*|\./gu, '').length <= 15 && !String(value).includes('e');
  return isExact ? good(value) : bad('number-form');
}

/** Money in whole đồng: `1.500.000`, `1500000đ`, `1.500.000 đồng`. */
export function readMoney(text: string): Typed<number> {
  const amount = readNumber(plain(text).replace(/(?:đồng|dong|vnđ|vnd|đ|₫)\.?$/iu, ''));
  if (!amount.ok) return amount.problem.code === 'too-large' ? amount : bad('money-form');
  if (!Number.isSafeInteger(amount.value) || amount.value < 0) return bad('money-whole');
  return amount;
}
