import type { LevelEntry, LevelList, LevelListHead } from '../levels/level-list.js';
import type { IsoDate } from '../shared/clock.js';
import { normaliseCode } from '../shared/procedure-code.js';
import type { Result } from '../shared/result.js';
import type { Catalog } from './catalog.js';
import type { Procedure, Tier } from './procedure.js';
import { tiersOn } from './standing.js';

/** How many procedures there are, by tier and by level: published as such, or counted from a catalogue. */
export interface CoverageFigures {
  readonly total: number;
  /** By tier: `province`, `district`, `commune`, …, `unknown`; a procedure of two tiers counts in both. */
  readonly byTier: Readonly<Record<string, number>>;
  /** By level code; `unknown` for those that nobody announced. What is left of `total` is shown as not told. */
  readonly byLevel: Readonly<Record<string, number>>;
  /** Scheme of the level codes, e.g. `vn-2011`. */
  readonly scheme?: string | undefined;
  readonly publisher?: string | undefined;
  readonly publishedOn?: IsoDate | undefined;
  readonly source?: { readonly name?: string | undefined; readonly url?: string | undefined } | undefined;
  /** Some of it was made up to show how a page looks. */
  readonly illustration?: boolean | undefined;
  /** Counted here from a catalogue, which `publisher` published; nobody published these figures. */
  readonly counted?: boolean | undefined;
  /** Who announced the levels, where they were announced for another place. */
  readonly levelsBy?: readonly string[] | undefined;
}

/** What is known of levels: those of a place, on a day. */
export interface KnownLevels {
  readonly day: IsoDate;
  /** The level of a procedure as a place announced it. */
  readonly levelOf: (procedure: Procedure) =>
    | {
        readonly code: string;
        readonly list: Pick<LevelListHead, 'scheme' | 'illustration' | 'place' | 'publisher'>;
      }
    | undefined;
  /** What was announced for a procedure, as it was written, even where no scheme knows it. */
  readonly levelCodeOf: (procedure: Procedure) => string | undefined;
  /** The lists that they are from. */
  readonly levelLists: readonly LevelList[];
  /** Not all lists could be read: of a procedure without a level nothing can be told. */
  readonly isUnread: boolean;
}

/** What figures leave out, as a key of its own: known to be nobody's, or merely not told. */
export const UNKNOWN = 'unknown';
export const REST = 'rest';
/** Behind the code of a level that was made up. */
export const MADE_UP = '?';
/** Behind the code of a level that was announced, and that the scheme of its list does not have: it is no other level. */
export const UNCLEAR = '?!';

/** Counts a catalogue. A procedure without a level, or without a tier, counts as unknown: nothing is guessed. */
export function countCoverage(
  catalog: Catalog,
  { day, levelOf, levelCodeOf, levelLists, isUnread }: KnownLevels,
): CoverageFigures {
  const byTier: Record<string, number> = {};
  const byLevel: Record<string, number> = {};
  const schemes = new Set<string>();
  const levelsBy = new Set<string>();
  let illustration = false;
  // Those that only illustrate first: what another list says as well is that one's.
  const sorted = [...levelLists].sort((one, other) => Number(other.illustration) - Number(one.illustration));
  const unclearIn = new Map(
    sorted.flatMap((list) => list.entries.map((entry) => [entryOf(entry), list] as const)),
  );
  for (const procedure of catalog.procedures) {
    const tiers = new Set(tiersOn(procedure, day).map((held) => held.tier));
    for (const tier of tiers.size > 0 ? tiers : [UNKNOWN]) add(byTier, tier);
    const announced = levelOf(procedure);
    const code = announced?.code ?? levelCodeOf(procedure);
    if (code === undefined) {
      // What a missing list would have said is not told, rather than announced by nobody.
      if (!isUnread) add(byLevel, UNKNOWN);
      continue;
    }
    const list = announced?.list ?? unclearIn.get(entryOf({ code: procedure.code, level: code }));
    if (announced) schemes.add(announced.list.scheme);
    add(byLevel, code + (announced ? (announced.list.illustration ? MADE_UP : '') : UNCLEAR));
    illustration ||= list?.illustration === true;
    if (list && !list.illustration && list.place !== catalog.place) levelsBy.add(list.publisher);
  }
  const [scheme] = schemes.size === 1 ? schemes : [];
  const { publisher, publishedOn } = catalog;
  const total = catalog.procedures.length;
  const told = { scheme, publisher, publishedOn, illustration, counted: true, levelsBy: [...levelsBy] };
  return { total, byTier, byLevel, ...told };
}

/** A level of a whole procedure, however its code is written. */
const entryOf = ({ code, level }: Pick<LevelEntry, 'code' | 'level'>): string =>
  `${normaliseCode(code) ?? code}\n${level}`;

function add(counts: Record<string, number>, key: string): void {
  counts[key] = (Object.hasOwn(counts, key) ? (counts[key] ?? 0) : 0) + 1;
}

export interface CoverageTrouble {
  readonly code: 'not-figures' | 'more-than-total';
  readonly params: { path: string };
}

/** Reads published figures, or tells where they cannot be right. */
export function parseCoverage(json: unknown): Result<CoverageFigures, CoverageTrouble> {
  const refuse = (code: CoverageTrouble['code'], path: string) =>
    ({ ok: false, problem: { code, params: { path } } }) as const;
  if (!isRecord(json)) return refuse('not-figures', '');
  const { total, byTier = {}, byLevel = {}, source } = json;
  if (!isCount(total)) return refuse('not-figures', 'total');
  if (!isCounts(byTier)) return refuse('not-figures', 'byTier');
  if (!isCounts(byLevel)) return refuse('not-figures', 'byLevel');
  // Tiers may overlap, so each is held against the total by itself; a procedure has one level only.
  if (Object.values(byTier).some((count) => count > total)) return refuse('more-than-total', 'byTier');
  if (sum(byLevel) > total) return refuse('more-than-total', 'byLevel');
  return {
    ok: true,
    value: {
      total,
      byTier,
      byLevel,
      scheme: textOf(json.scheme),
      publisher: textOf(json.publisher),
      publishedOn: textOf(json.publishedOn),
      source: isRecord(source) ? { name: textOf(source.name), url: textOf(source.url) } : undefined,
      illustration: json.illustration === true,
    },
  };
}

/** Reads counts as an attribute writes them: `province:1124 district:236`. Anything else gives undefined. */
export function parseCounts(words: string | undefined): Readonly<Record<string, number>> | undefined {
  const pairs = (words ?? '').split(/[\s,]+/u).filter(Boolean);
  const counts = pairs.map((pair) => /^([^:]+):(\d+)$/u.exec(pair));
  if (counts.includes(null)) return undefined;
  return Object.fromEntries(counts.map((found) => [found?.[1] ?? '', Number(found?.[2])]));
}

/** One bar of the chart, one row of its table. */
export interface Share {
  /** Tier or level code, `unknown` or `rest`. */
  readonly key: string;
  readonly count: number;
  /** In per cent of the total, to one decimal. */
  readonly percent: number;
}

/** The order in which tiers are shown. Written out here: the checks of the catalogue file are not wanted for it. */
export const TIER_ORDER: readonly Tier[] = ['commune', 'district', 'province', 'ministry', 'other'];

/**
 * Counts as shares of the total: first the keys of `order`, then any others, then the unknown, and last what the
 * counts leave of the total.
 */
export function sharesOf(
  counts: Readonly<Record<string, number>>,
  total: number,
  order: readonly string[],
): readonly Share[] {
  const place = (key: string) => (key === UNKNOWN ? Infinity : order.indexOf(key) + 1 || order.length + 1);
  const rows = Object.entries(counts).map(([key, count]) => ({ key, count }));
  rows.sort((one, other) => place(one.key) - place(other.key) || 0);
  const rest = Math.max(0, total - sum(counts));
  if (rest > 0) rows.push({ key: REST, count: rest });
  return rows.map((row) => ({ ...row, percent: percentOf(row.count, total) }));
}

export const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, count) => all + count, 0);

/** Some is never told as none, nor nearly all as all. */
function percentOf(count: number, total: number): number {
  if (total === 0 || count === 0) return 0;
  if (count >= total) return 100;
  return Math.min(Math.max(Math.round((count / total) * 1000) / 10, 0.1), 99.9);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isCounts = (value: unknown): value is Record<string, number> =>
  isRecord(value) && Object.values(value).every(isCount);
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
