import { known } from './words.mjs';

const LEVELS = { 'thong-tin': 'information', 'mot-phan': 'partial', 'toan-trinh': 'full' };

/**
 * Who announced levels, for which place and when: each is a list of its own. `knows` finds a record's announcement. Of
 * the decisions only the year is known; of the pages only when they were read.
 */
const ANNOUNCEMENTS = [
  decision('dong-nai-2770', '2770', 'tỉnh Đồng Nai'),
  decision('dong-nai-2808', '2808', 'tỉnh Đồng Nai'),
  decision('ha-tinh-2914', '2914', 'tỉnh Hà Tĩnh'),
  decision('nghe-an-3851', '3851', 'tỉnh Nghệ An'),
  {
    file: 'ten-thu-tuc',
    knows: ({ onlineTypeBasis }) => onlineTypeBasis === 'official-name',
    head: {
      publisher: 'Cổng Dịch vụ công quốc gia',
      place: 'Cả nước',
      source: { name: 'Tên chính thức của thủ tục', collectedOn: '2026-07-18' },
    },
    entry: ({ source }) => ({
      source: { name: 'Tên chính thức của thủ tục', url: source },
      note: 'Mức ghi ngay trong tên thủ tục.',
    }),
  },
  {
    file: 'cau-giay',
    knows: ({ onlineTypeBasis }) => onlineTypeBasis.startsWith('ward-site'),
    head: {
      publisher: 'Phường Cầu Giấy, thành phố Hà Nội',
      place: 'Phường Cầu Giấy, thành phố Hà Nội',
      source: { name: 'Trang thông tin phường Cầu Giấy', collectedOn: '2026' },
    },
    entry: () => ({ note: 'Trang của phường ghi dịch vụ 1.000894.01 là toàn trình.' }),
  },
];

function decision(file, number, place) {
  const knows = ({ onlineTypeSource = '' }) => onlineTypeSource.includes(`${number}-QD-UBND-2025`);
  return {
    file,
    knows,
    head: {
      publisher: `UBND ${place}`,
      place: place.replace('tỉnh', 'Tỉnh'),
      publishedOn: '2025',
      source: { name: `Quyết định ${number}/QĐ-UBND năm 2025 của UBND ${place}` },
    },
    entry: () => ({}),
  };
}

/**
 * Levels that somebody announced: a decision, an official name, a ward's page. Inferred ones are left out.
 * @returns {{ file: string, head: object, entries: object[] }[]} one list for each announcement
 */
export function announcedLevels(records) {
  const announced = records.filter(
    ({ onlineType, onlineTypeBasis }) => onlineType && !onlineTypeBasis.startsWith('inferred'),
  );
  const stranger = announced.find((record) => !ANNOUNCEMENTS.some(({ knows }) => knows(record)));
  if (stranger) throw new Error(`${stranger.code}: nobody is known to have announced its level`);
  return ANNOUNCEMENTS.map(({ file, knows, head, entry }) => {
    const own = announced.filter(knows);
    const url = own[0]?.onlineTypeSource;
    return {
      file: `levels/${file}.json`,
      head: { ...head, source: known({ ...head.source, url }) },
      entries: own.map((record) => ({
        code: record.code,
        level: LEVELS[record.onlineType],
        ...entry(record),
      })),
    };
  });
}

/** The hand-kept levels of the sample commune, `{ "4": ["1.001193", …] }`, as entries in the order of the codes. */
export function illustrationLevels({ levels, note }) {
  return Object.entries(levels)
    .flatMap(([level, codes]) => codes.map((code) => ({ code, level, note })))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}
