import type { TimeLimit, TimeUnit } from '../catalog/procedure.js';
import { withoutLaw } from './law-words.js';
import { partQuote, withQuote, withWords } from './quoted-words.js';
import type { SheetProblemCode } from './sheet-problems.js';
import { textOf, type Cell } from './sheet.js';

export interface ReadTime {
  readonly limit: TimeLimit;
  readonly code?: SheetProblemCode;
}

/** How each unit is written; the first spelling is ours. Those of working days go before that of days. */
const UNITS: readonly (readonly [TimeUnit, string, string])[] = [
  [
    'working-day',
    'ngày làm việc',
    '(?:ngày|ngay) ?làm ?vi[ệêẹ]c|ngay lam viec|ngày ?\\(?(?:ngày )?(?:làm vi[ệêẹ]c|l[./]?v)\\.?(?!\\p{L})\\)?',
  ],
  ['hour', 'giờ', 'giờ(?: ?\\(?làm việc\\)?)?'],
  ['day', 'ngày', 'ngày'],
  ['month', 'tháng', 'tháng'],
  ['year', 'năm', 'năm'],
];
const UNIT = `(?:${UNITS.map(([unit, , words]) => `(?<${nameOf(unit)}>${words})`).join('|')})(?!\\p{L})`;

/** `03 (ba) ngày`: the number in words. */
const IN_WORDS =
  '(?:\\((?:(?:không|một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|mốt|linh|lẻ|trăm) ?)+\\) ?)?';
const LIMIT = `(?<value>\\d{1,4}(?:[.,]\\d{1,2})?) ?${IN_WORDS}${UNIT}`;
/** What may stand before the number without saying anything else. */
const BEFORE =
  '(?:(?:trong|thời hạn|thời gian|giải quyết|xử lý|thực hiện|vòng|tối đa|chậm nhất|không quá|là)(?: ?: ?| )?)*';
/** What comes, and with it the time begins. The name of a paper is its own: only words that may speak of time end it. */
const PAPER =
  '(?:đơn|tờ khai|giấy|phiếu|yêu cầu|đề nghị)(?:[,;]? (?!(?:ngày|giờ|tháng|năm|tuần|phút|buổi|đối|với|cho|trường hợp|nếu|khi|trừ|riêng|hoặc|không|chưa|tối đa|thêm|cộng|kéo|gia|phức|còn|khác|giảm|nửa|rưỡi|gấp|sau|trước|làm|nghỉ|lễ|bổ|tăng|hẹn|thì|mà|nhưng|xác minh|công an|cơ quan|ủy|uỷ|ubnd|rút)(?!\\p{L}))\\p{L}+){0,40}';
const WHOSE = '(?:tổ chức|cá nhân|công dân|người (?:dân|nộp|yêu cầu)|doanh nghiệp|hộ gia đình)';
const FILE = `(?:(?:thành phần )?hồ sơ|hs)(?:,? (?:đầy đủ|đủ|và|hợp lệ|hoàn chỉnh|theo quy định(?: của pháp luật)?|của ${WHOSE}(?:(?:,| và|, và) ${WHOSE})*))*`;
const OFFICE = '(?:cơ quan|công an|(?:ủy|uỷ) ban|ubnd|bộ phận|trung tâm)';
/** From when the time counts, which is what a reader expects: `kể từ ngày nhận đủ hồ sơ hợp lệ`. */
const START =
  '(?:,? ?\\(? ?(?:(?:được )?(?:kể |tính )?từ|sau)(?: thời điểm)?(?: ngày| khi| lúc)?(?: làm việc tiếp theo(?: (?:ngày|khi|sau khi))?)?' +
  `(?: ${OFFICE}(?: \\p{L}+){0,8}?)?(?:(?: tiếp)? (?:nhận|nộp|thụ lý|có(?= đủ| đầy đủ))(?: được)?(?: đầy đủ| đủ)? ` +
  `(?:${FILE}|${PAPER})| (?:tiếp nhận|thụ lý))(?: ?\\))?)`;
const END = '(?:\\s*/ ?(?:0?1 )?hồ sơ)?(?: theo quy định(?: của pháp luật)?)?\\s*[.;,]?';
const BARE_LIMIT = new RegExp(`^${LIMIT}$`, 'iu');

const RECEIVED = `(?: ${OFFICE}(?:, tổ chức)?)?(?: (?:tiếp )?nhận(?: được)?(?: đầy đủ| đủ)? (?:yêu cầu|${FILE})| tiếp nhận)`;
const SAME_DAY = `(?:(?:(?:trả(?: kết quả)?|giải quyết) ngay)(?:(?: sau)? khi(?=${RECEIVED}))?|(?:(?:giải quyết|trả|trả kết quả) )?(?:ngay )?trong ngày)(?: làm việc)?(?:${RECEIVED})?`;
const NEXT_DAY =
  '(?:,? mà không(?: thể)? giải quyết(?: được)? ngay(?: được)?)?,? (?:thì )?(?:(?:được )?(?:trả|hẹn trả|giải quyết|trả kết quả) )?(?:vào |trong |sang )?ngày (?:làm việc )?(?:tiếp theo|kế tiếp|hôm sau|sau)';
const CAME_LATE = (hour: string) =>
  `(?:(?:nếu|đối với|trường hợp|hồ sơ) )*(?:(?:tiếp nhận|nhận|nộp|đến)(?: được)?(?: hồ sơ| yêu cầu)? )?sau (?<${hour}>\\d{1,2}) ?(?:giờ|h)(?: ?00)?`;
/** “Nhận sau 15 giờ thì trả ngày làm việc tiếp theo”. */
const CUT_OFF = CAME_LATE('late') + NEXT_DAY;
/** The same the other way round: “hoặc trong ngày làm việc tiếp theo, nếu tiếp nhận yêu cầu sau 15 giờ”. */
const LATE = `(?:[.;,]? \\(?${CUT_OFF}\\)?|,? hoặc${NEXT_DAY},? ${CAME_LATE('later')})?`;
const ONE_LIMIT = new RegExp(`^${BEFORE}${LIMIT}${START}?${LATE}${END}$`, 'iu');
const ONE_DAY = new RegExp(`^${SAME_DAY}${START}?${LATE}[.;]?$`, 'iu');
const CUT_OFF_ALONE = new RegExp(`^${CUT_OFF}\\.?$`, 'iu');
/** “Cần xác minh thì tối đa 23 ngày”: up to when the limit before it may be put off. */
const EXTENSION = new RegExp(
  `^(?:(?:nếu|khi|trường hợp|hồ sơ) )*(?:(?:cần|phải|phức tạp|xác minh),? ?)+(?:thì )?(?:(?:tối đa|không quá) )+${LIMIT}\\.?$`,
  'iu',
);
const START_ALONE = new RegExp(`^${START}\\.?$`, 'iu');
const NO_LIMIT = 'Theo nguồn';

/**
 * A time limit in the words of a cell, where they say one and nothing else that could change it. Several limits stay words:
 * which of them counts depends on the case.
 * @param header what stands above the column; it may name the unit (“Thời hạn (ngày làm việc)”)
 */
export function readTime(cell: Cell, header = ''): ReadTime | undefined {
  const words = textOf(cell).replace(/\n+/gu, '; ');
  if (!words) return undefined;
  const unit = unitIn(header);
  if (/^\d+(?:[.,]\d+)?$/u.test(words))
    return unit
      ? { limit: { value: toNumber(words), unit } }
      : { limit: { published: words }, code: 'time-unit' };
  const { begin, rest, isQuote } = partQuote(words);
  if (rest !== undefined && begin === NO_LIMIT) return { limit: { published: rest } };
  const limit =
    rest === undefined
      ? // A line may be broken where it was too long for its column.
        (wholeLimit(words) ?? wholeLimit(textOf(cell).replace(/\n+/gu, ' ')))
      : explained(begin, rest, isQuote);
  // Days below “(ngày làm việc)” may be either.
  const isOther = unit === 'working-day' && limit?.unit === 'day' && !isQuote;
  return limit && !isOther ? { limit } : { limit: { published: words }, code: 'time-words' };
}

/** A limit, and behind the dash what a source says of it. */
function explained(begin: string, rest: string, isQuote: boolean): TimeLimit | undefined {
  const own = wholeLimit(begin);
  if (isQuote) return own && { ...own, published: rest };
  if (!own || own.published !== undefined) return undefined;
  const cutOff = CUT_OFF_ALONE.exec(rest)?.groups;
  const isClear =
    cutOff !== undefined || START_ALONE.test(rest) || EXTENSION.test(rest) || withoutLaw(rest) === '';
  return isClear ? { ...own, ...hourOf(cutOff), published: rest } : undefined;
}

/** Words that are one limit and what is always said beside it. */
function wholeLimit(words: string): TimeLimit | undefined {
  const plain = withoutLaw(words);
  const day = ONE_DAY.exec(plain);
  if (day) {
    const isBare = /^(?:ngay )?trong ngày$/iu.test(words);
    return { unit: 'same-day', ...hourOf(day.groups), ...(!isBare && { published: words }) };
  }
  const groups = ONE_LIMIT.exec(plain)?.groups;
  if (!groups) return undefined;
  const limit = { value: toNumber(groups.value ?? ''), unit: unitOf(groups), ...hourOf(groups) };
  // Hours are those of the office; whoever reads it should see that the source says so.
  const isBare = BARE_LIMIT.test(words) && !(limit.unit === 'hour' && /việc/iu.test(words));
  return isBare ? limit : { ...limit, published: words };
}

const toNumber = (digits: string): number => Number(digits.replace(',', '.'));
function hourOf(groups: Readonly<Record<string, string | undefined>> = {}): { readonly cutOffHour?: number } {
  const hour = groups.late ?? groups.later;
  return hour === undefined ? {} : { cutOffHour: Number(hour) };
}

/** A group of an expression has no dash in its name. */
function nameOf(unit: TimeUnit): string {
  return unit.replace('-', '_');
}
const unitOf = (groups: Readonly<Record<string, string | undefined>>): TimeUnit | undefined =>
  UNITS.find(([unit]) => groups[nameOf(unit)] !== undefined)?.[0];

/** `(ngày làm việc)`, `(số ngày)`; not `(giờ/ngày)`. */
function unitIn(header: string): TimeUnit | undefined {
  const [, bracket = ''] = /\(((?:[^()]|\([^()]*\))*)\)/u.exec(header) ?? [];
  const words = bracket.replace(/^(?:(?:số|theo|tính theo|tính bằng|đơn vị(?: tính)?:?|đvt:?) )+/iu, '');
  return wholeLimit(`1 ${words}`)?.unit;
}

/** A limit in words from which `readTime` makes the same limit. */
export function timeWords(limit: TimeLimit): string {
  const { value, unit, cutOffHour: hour, published } = limit;
  const own = UNITS.find(([name]) => name === unit)?.[1];
  const short =
    unit === 'same-day'
      ? 'Trong ngày'
      : value !== undefined && own !== undefined
        ? `${String(value).replace('.', ',')} ${own}`
        : '';
  const isSame = (words: string): boolean => {
    const read = readTime(words)?.limit;
    return read !== undefined && sameLimit(read, limit);
  };
  const plain = published ?? short;
  if (isSame(plain)) return plain;
  if (!short) return withWords(NO_LIMIT, published);
  const explainedWords = withWords(short, published);
  if (isSame(explainedWords)) return explainedWords;
  const late = hour === undefined ? '' : `; nhận sau ${String(hour)} giờ thì trả ngày làm việc tiếp theo`;
  return withQuote(short + late, published);
}

const sameLimit = (one: TimeLimit, other: TimeLimit): boolean =>
  one.value === other.value &&
  one.unit === other.unit &&
  one.cutOffHour === other.cutOffHour &&
  one.published === other.published;
