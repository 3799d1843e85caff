import { fees } from './fees.mjs';
import { isShortened, paperGroups, unlikelyCounts } from './papers.mjs';
import { timeLimits } from './times.mjs';
import { known, trimmed } from './words.mjs';

const TIERS = { xa: 'commune', tinh: 'province', bo: 'ministry', khac: 'other' };
const AUDIENCES = { 'cong-dan': 'citizen', 'doanh-nghiep': 'business', 'to-chuc': 'organisation' };
const UNVERIFIED = { timeLimit: 'timeLimit', tiers: 'tiers', documents: 'papers', fees: 'fees' };
/** Last day of the district tier: law 72/2025/QH15 knows two tiers from 1 July 2025. */
const LAST_DISTRICT_DAY = '2025-06-30';
/** A file's name without its address helps nobody. */
const FILE_NAME = /\.(?:docx?|pdf|xlsx?)$/iu;
/** How the source dates a record whose day nobody wrote down. */
const MID_YEAR = '2026 (mid-year crawl)';
const CHANNEL_ORDER = ['counter', 'online', 'post'];

/**
 * One record of the source as a record of a catalogue file. What the source does not say is absent.
 * `tiersBefore2025` is left out: it is the collector's own knowledge, and the mark for unverified parts would fall
 * on the tiers of today as well, which the source does give.
 */
export function toProcedure(record) {
  const time = timeLimits(record);
  const fee = fees(record);
  const unlikely = unlikelyCounts(record);
  const isDayUnknown = record.sourceDate === MID_YEAR;
  return known({
    code: record.code,
    name: trimmed(record.name),
    keywords: record.keywords,
    field: trimmed(record.field),
    tiers: tiers(record),
    competentAgency: trimmed(record.agency),
    issuedBy: trimmed(record.issuedBy),
    provinceSpecific: record.specificToProvince || undefined,
    audience: record.audienceGroups?.map((group) => AUDIENCES[group]),
    audienceWords: record.audience,
    filing: CHANNEL_ORDER.filter((channel) => record.channels?.includes(channel)).map((channel) =>
      known({ channel, timeLimit: time.ofChannel(channel), fees: fee.ofChannel(channel) }),
    ),
    timeLimit: time.general,
    fees: fee.general,
    paperGroups: paperGroups(record),
    papersPublished: record.documentsPublished,
    papersShortened: isShortened(record) || undefined,
    forms: record.forms?.filter((name) => !FILE_NAME.test(name)).map((name) => ({ name })),
    legalBasis: record.legalBasis?.map((number) => ({ number })),
    decision: trimmed(record.decision),
    results: record.result,
    source: {
      name: 'Cổng Dịch vụ công quốc gia',
      url: record.source,
      collectedOn: isDayUnknown ? '2026' : record.sourceDate,
      via: record.sourceRepo,
    },
    otherSources: record.otherSources,
    note:
      [
        trimmed(record.note),
        ...unlikely.map((count) => `Nguồn ghi ${count} bản cho một giấy tờ; con số này có vẻ sai.`),
        isDayUnknown && 'Thu giữa năm 2026, không rõ ngày.',
      ]
        .filter(Boolean)
        .join(' ') || undefined,
    unverified: unverified(record, unlikely.length > 0),
  });
}

function tiers({ tiers: published, listedUnder }) {
  const today = published.map((tier) => ({ tier: TIERS[tier] }));
  // Such a record still says "cấp huyện" in its official name.
  return listedUnder === 'huyen' ? [...today, { tier: 'district', validTo: LAST_DISTRICT_DAY }] : today;
}

function unverified({ unverifiedFields, keywords }, countsUnlikely) {
  const parts = new Set(unverifiedFields.map((field) => UNVERIFIED[field]));
  if (countsUnlikely) parts.add('papers');
  // The words people use were written by the collectors.
  if (keywords?.length) parts.add('keywords');
  return [...parts].sort();
}
