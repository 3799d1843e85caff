import {
  feesByWay,
  papersToBring,
  timesByWay,
  type ByWay,
  type Room,
} from '../../src/catalog/outreach-facts.js';
import { paperChecklist } from '../../src/catalog/paper-checklist.js';
import type { Fee, Procedure, TimeLimit } from '../../src/catalog/procedure.js';
import { DISTRICTS_ENDED, isAtPastDistrict, tiersOn } from '../../src/catalog/standing.js';
import { shorten } from '../../src/shared/shorten.js';
import { feesInLine, timeWords } from '../../src/ui/filing-words.js';
import { agencyOf, type OutreachRecord } from './record.js';

/** A fact in words. */
export interface Line {
  readonly words: string;
  /** Words of the data, which are Vietnamese in whatever language the sheet is. */
  readonly isVietnamese?: boolean;
}

const NO_ROOM: Room = { name: 0, agency: 0, papers: 0, paper: 0 };

type Part = Procedure['unverified'][number];

/** Says behind a fact that no source confirms it. */
const marked = ({ i18n, procedure }: OutreachRecord, words: string, part: Part): string =>
  procedure.unverified.includes(part) ? `${words} (${i18n.t('unverified')})` : words;

const withWay = <Value>(
  { i18n }: OutreachRecord,
  { channel, value }: ByWay<Value>,
  words: (value: Value | undefined) => string,
): string => (channel ? `${i18n.t(`channel.${channel}`)}: ${words(value)}` : words(value));

/** Ways with the same words stand once. */
const each = (lines: readonly string[]): readonly string[] => [...new Set(lines)];

export const feeLines = (record: OutreachRecord): readonly string[] =>
  each(
    feesByWay(record.procedure).map((way) =>
      marked(
        record,
        withWay(record, way, (fees: readonly Fee[] = []) => feesInLine(record, fees)),
        'fees',
      ),
    ),
  );

/** Why a fee or its lack is to be asked about. */
export function feeCaution({ i18n, procedure }: OutreachRecord): string | undefined {
  const fees = feesByWay(procedure).flatMap(({ value = [] }) => value);
  if (fees.some((fee) => fee.quotesExpiredRate)) return i18n.t('fee.expired');
  const isClear = fees.length > 0 && fees.every(({ kind }) => kind === 'known' || kind === 'free');
  return isClear ? undefined : i18n.t('fee.ask');
}

export const timeLines = (record: OutreachRecord, { paper }: Room): readonly string[] =>
  each(
    timesByWay(record.procedure).map((way) =>
      marked(
        record,
        withWay(
          record,
          way,
          (time?: TimeLimit) =>
            timeWords(record, time) ?? shorten(time?.published ?? record.i18n.t('unknown'), paper),
        ),
        'timeLimit',
      ),
    ),
  );

/** The office that takes the papers; where the record names one that is gone, why nobody can say. */
export function whereLines(record: OutreachRecord, room: Room): readonly Line[] {
  const { i18n, procedure, today } = record;
  if (isAtPastDistrict(procedure, today))
    return [{ words: i18n.t('where.district', { day: i18n.day(DISTRICTS_ENDED) }) }];
  const agency = agencyOf(record);
  if (agency) return [{ words: shorten(agency, room.agency), isVietnamese: true }];
  const tiers = tiersOn(procedure, today).map(({ tier }) => i18n.t(`tier.${tier}`));
  return [
    {
      words:
        tiers.length > 0
          ? marked(record, i18n.t('where.tiers', { tiers: tiers.join('; ') }), 'tiers')
          : i18n.t('unknown'),
    },
  ];
}

export interface PaperWords {
  /** What is said of all of them. */
  readonly said: string | undefined;
  readonly names: readonly string[];
  /** What is said below the names. */
  readonly rest: readonly string[];
}

export function paperWords(record: OutreachRecord, room: Room): PaperWords {
  const { i18n, procedure } = record;
  const papers = papersToBring(procedure, room);
  const mark = procedure.unverified.includes('papers') ? [`(${i18n.t('unverified')})`] : [];
  switch (papers.kind) {
    case 'unknown':
      return { said: i18n.t('unknown'), names: [], rest: [] };
    case 'untold':
      return { said: i18n.t('sheet.untold', { count: papers.count }), names: [], rest: mark };
    case 'by-case':
      return {
        said: i18n.t('sheet.by-case', { count: papers.count, groups: papers.groups }),
        names: papers.cases,
        rest: [...(papers.hasNameless ? [i18n.t('sheet.nameless')] : []), ...mark],
      };
    default:
      return {
        said: undefined,
        names: papers.papers,
        rest: [
          ...(papers.more > 0 ? [i18n.t('sheet.more', { count: papers.more })] : []),
          ...(papers.published ? [i18n.t('sheet.source-lines', { count: papers.published })] : []),
          ...mark,
        ],
      };
  }
}

/** How many papers, where there is no room for their names. */
export function paperSum(record: OutreachRecord): string {
  const { i18n, procedure } = record;
  const { groups, paperCount, publishedCount } = paperChecklist(procedure);
  if (paperCount === 0) return paperWords(record, NO_ROOM).said ?? i18n.t('unknown');
  const sum =
    groups.length > 1
      ? i18n.t('bring.grouped', { count: paperCount, groups: groups.length })
      : i18n.t('bring.papers', { count: paperCount });
  const more =
    publishedCount === undefined ? '' : ` · ${i18n.t('sheet.source-lines', { count: publishedCount })}`;
  return marked(record, sum + more, 'papers');
}

/** Where all of it comes from, and of which day it is. */
export function provenance({ i18n, place, procedure, today }: OutreachRecord): string {
  const { catalog } = place;
  const { source = catalog.source, verifiedOn } = procedure;
  const day = source?.collectedOn;
  return [
    ...(source?.name
      ? [
          day
            ? i18n.t('sheet.from', { source: source.name, day: i18n.day(day) })
            : i18n.t('sheet.from.undated', { source: source.name }),
        ]
      : []),
    i18n.t('sheet.catalog', { publisher: catalog.publisher, day: i18n.day(catalog.publishedOn) }),
    verifiedOn ? i18n.t('sheet.verified', { day: i18n.day(verifiedOn) }) : i18n.t('sheet.not-verified'),
    i18n.t('sheet.made', { day: i18n.day(today) }),
  ].join(' ');
}
