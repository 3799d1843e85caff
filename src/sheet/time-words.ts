import type { TimeLimit, TimeUnit } from '../catalog/procedure.js';
import type { SheetProblemCode } from './sheet-problems.js';
import { textOf, type Cell } from './sheet.js';

export interface ReadTime {
  readonly limit: TimeLimit;
  readonly code?: SheetProblemCode;
}

const UNITS: readonly (readonly [string, TimeUnit])[] = [
  ['ngày làm việc', 'working-day'],
  ['ngày', 'day'],
  ['giờ', 'hour'],
  ['tháng', 'month'],
  ['năm', 'year'],
];
const UNIT_WORDS = Object.fromEntries(UNITS.map(([word, unit]) => [unit, word]));

/** A number and its unit; what stands in brackets between them spells out the number: `03 (ba) ngày`. */
const LIMIT = /(\d+(?:[.,]\d+)?)\s*(?:\([^()\d]*\)\s*)?(ngày làm việc|ngày|giờ|tháng|năm)(?![\p{L}])/giu;
/** What may stand before the number without saying anything else. */
const BEFORE = /^(?:(?:trong |thời hạn |tối đa |chậm nhất |không quá |không quá |là )*)$/iu;
const SAME_DAY = /^(?:ngay )?trong ngày(?! làm việc tiếp)|^trả (?:kết quả )?ngay|^giải quyết ngay/iu;
/** “Nhận sau 15 giờ thì trả ngày làm việc tiếp theo”. */
const CUT_OFF =
  /(?:nhận|nộp|đến|hồ sơ)[^.;]{0,40}? sau (\d{1,2})(?: giờ|h)[^.;]*ngày (?:làm việc )?(?:tiếp theo|hôm sau|sau)/iu;
const DASH = ' – ';

/**
 * A time limit in the words of a cell. Several limits stay words: which of them counts depends on the case.
 * @param header what stands above the column; it may name the unit (“Thời hạn (ngày làm việc)”)
 */
export function readTime(cell: Cell, header = ''): ReadTime | undefined {
  const words = textOf(cell).replace(/\n+/gu, '; ');
  if (!words) return undefined;
  if (/^\d+(?:[.,]\d+)?$/u.test(words)) {
    const unit = unitIn(header);
    const value = toNumber(words);
    return unit ? { limit: { value, unit } } : { limit: { published: words }, code: 'time-unit' };
  }
  const [begin = '', ...rest] = words.split(DASH);
  if (rest.length > 0 && begin === 'Theo nguồn') return { limit: { published: rest.join(DASH) } };
  const own = rest.length > 0 ? wholeLimit(begin) : undefined;
  if (own) return { limit: { ...own, ...cutOffIn(words), published: rest.join(DASH) } };
  const whole = wholeLimit(words);
  if (whole) return { limit: whole };
  if (SAME_DAY.test(words)) return { limit: { unit: 'same-day', ...cutOffIn(words), published: words } };
  return readSentence(words);
}

/** Words that are a limit and nothing else. */
function wholeLimit(words: string): TimeLimit | undefined {
  if (/^(?:ngay )?trong ngày$/iu.test(words)) return { unit: 'same-day' };
  const [match, value = '', unit = ''] = [...words.matchAll(LIMIT)][0] ?? [];
  if (match?.trim() !== words.trim()) return undefined;
  return { value: toNumber(value), unit: unitOf(unit) };
}

function readSentence(words: string): ReadTime {
  const limits = [...words.matchAll(LIMIT)];
  const [first] = limits;
  // Times of day and dates of laws are no limits; where there is more than one number, people have to read.
  if (
    first &&
    limits.length === 1 &&
    BEFORE.test(words.slice(0, first.index)) &&
    !/\d/u.test(words.slice(first.index + first[0].length))
  )
    return { limit: { value: toNumber(first[1] ?? ''), unit: unitOf(first[2] ?? ''), published: words } };
  return { limit: { published: words }, code: 'time-words' };
}

const toNumber = (digits: string): number => Number(digits.replace(',', '.'));
const unitOf = (word: string): TimeUnit => UNITS.find(([name]) => name === word.toLowerCase())?.[1] ?? 'day';

function unitIn(header: string): TimeUnit | undefined {
  const bracket = /\(([^()]*)\)/u.exec(header)?.[1] ?? '';
  return UNITS.find(([word]) => bracket.toLowerCase().includes(word))?.[1];
}

function cutOffIn(words: string): { readonly cutOffHour?: number } {
  const hour = CUT_OFF.exec(words)?.[1];
  return hour === undefined ? {} : { cutOffHour: Number(hour) };
}

/** A limit in words from which `readTime` makes the same limit. */
export function timeWords(limit: TimeLimit): string {
  const { value, unit, published } = limit;
  const short =
    unit === 'same-day'
      ? 'Trong ngày'
      : value !== undefined && unit !== undefined
        ? `${String(value).replace('.', ',')} ${UNIT_WORDS[unit] ?? ''}`
        : '';
  const plain = published ?? short;
  const read = readTime(plain)?.limit;
  if (read && sameLimit(read, limit)) return plain;
  return [short || 'Theo nguồn', published].filter(Boolean).join(DASH);
}

const sameLimit = (one: TimeLimit, other: TimeLimit): boolean =>
  one.value === other.value &&
  one.unit === other.unit &&
  one.cutOffHour === other.cutOffHour &&
  one.published === other.published;
