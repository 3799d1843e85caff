import { known } from './words.mjs';

const LEVELS = { 'thong-tin': 'information', 'mot-phan': 'partial', 'toan-trinh': 'full' };

/** The decisions that the source names by address: what they are called, and whose they are. */
const DECISIONS = [
  { in: '2770-QD-UBND-2025', name: 'Quyết định 2770/QĐ-UBND năm 2025', place: 'tỉnh Đồng Nai' },
  { in: '2808-QD-UBND-2025', name: 'Quyết định 2808/QĐ-UBND năm 2025', place: 'tỉnh Đồng Nai' },
  { in: '2914-QD-UBND-2025', name: 'Quyết định 2914/QĐ-UBND năm 2025', place: 'tỉnh Hà Tĩnh' },
  { in: '3851-QD-UBND-2025', name: 'Quyết định 3851/QĐ-UBND năm 2025', place: 'tỉnh Nghệ An' },
];

/** Levels that somebody published: a decision, an official name, a ward's page. Inferred ones are left out. */
export function publishedLevels(records) {
  return records
    .filter(({ onlineType, onlineTypeBasis }) => onlineType && !onlineTypeBasis.startsWith('inferred'))
    .map((record) => ({ code: record.code, level: LEVELS[record.onlineType], ...origin(record) }));
}

function origin({ code, onlineTypeBasis, onlineTypeSource, source }) {
  if (onlineTypeBasis === 'province-decision') {
    const decision = DECISIONS.find((candidate) => onlineTypeSource.includes(candidate.in));
    if (!decision) throw new Error(`${code}: no name is known for the decision at ${onlineTypeSource}`);
    return {
      source: { name: `${decision.name} của UBND ${decision.place}`, url: onlineTypeSource },
      note: `Mức do ${decision.place} công bố năm 2025; nơi khác có thể khác.`,
    };
  }
  if (onlineTypeBasis === 'official-name') {
    return {
      source: { name: 'Tên chính thức của thủ tục trên Cổng Dịch vụ công quốc gia', url: source },
      note: 'Mức ghi ngay trong tên thủ tục.',
    };
  }
  if (onlineTypeBasis.startsWith('ward-site')) {
    return known({
      source: { name: 'Trang thông tin phường Cầu Giấy, thành phố Hà Nội' },
      note: 'Trang của phường Cầu Giấy (Hà Nội) ghi dịch vụ 1.000894.01 là toàn trình; nơi khác có thể khác.',
    });
  }
  throw new Error(`${code}: unknown basis of a level: ${onlineTypeBasis}`);
}

/** The hand-kept levels of the sample commune, `{ "4": ["1.001193", …] }`, as entries in the order of the codes. */
export function illustrationLevels({ levels, note }) {
  return Object.entries(levels)
    .flatMap(([level, codes]) => codes.map((code) => ({ code, level, note })))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}
