import { shorten } from '../shared/shorten.js';
import { effectiveFilings, filingsDiffer, isSame } from './filing.js';
import { paperChecklist } from './paper-checklist.js';
import type { Channel, Fee, Procedure, TimeLimit } from './procedure.js';

/** How much a sheet has room for: letters of a text, lines of a list. */
export interface Room {
  readonly name: number;
  readonly agency: number;
  readonly papers: number;
  readonly paper: number;
}

/** What holds for a way to file; for all of them without a channel. */
export interface ByWay<Value> {
  readonly channel?: Channel;
  readonly value: Value | undefined;
}

export type PapersToBring =
  | { readonly kind: 'unknown' }
  /** A source lists some, and none of them is here. */
  | { readonly kind: 'untold'; readonly count: number }
  | {
      readonly kind: 'by-case';
      readonly count: number;
      readonly cases: readonly string[];
      /** There is a group besides for which no case is named. */
      readonly hasNameless: boolean;
      readonly groups: number;
    }
  | {
      readonly kind: 'list';
      readonly papers: readonly string[];
      /** Papers that there is no room for. */
      readonly more: number;
      /** Lines of the source, where it lists more than there are here. */
      readonly published: number | undefined;
    };

/** The papers of a record, as many as a sheet has room for; that there are more is told. */
export function papersToBring(procedure: Procedure, room: Room): PapersToBring {
  const { groups, paperCount, publishedCount } = paperChecklist(procedure);
  if (paperCount === 0)
    return publishedCount === undefined ? { kind: 'unknown' } : { kind: 'untold', count: publishedCount };
  if (groups.length > 1) {
    const cases = groups.map((group) => group.case).filter((name) => name !== undefined);
    return {
      kind: 'by-case',
      count: paperCount,
      groups: groups.length,
      cases: cases.slice(0, room.papers).map((name) => shorten(name, room.paper)),
      hasNameless: cases.length > 0 && cases.length < groups.length,
    };
  }
  const papers = groups.flatMap((group) => group.papers.map(({ name }) => name));
  return {
    kind: 'list',
    papers: papers.slice(0, room.papers).map((name) => shorten(name, room.paper)),
    more: Math.max(papers.length - room.papers, 0),
    published: publishedCount,
  };
}

/** The time for each way to file, or once where it is the same for all. */
export function timesByWay(procedure: Procedure): readonly ByWay<TimeLimit>[] {
  const filings = effectiveFilings(procedure);
  if (filingsDiffer(filings, 'timeLimit'))
    return filings.map(({ channel, timeLimit }) => ({ channel, value: timeLimit }));
  return [{ value: filings.length > 0 ? filings[0]?.timeLimit : procedure.timeLimit }];
}

/** The fees for each way to file, or once where they are the same for all. */
export function feesByWay(procedure: Procedure): readonly ByWay<readonly Fee[]>[] {
  const filings = effectiveFilings(procedure);
  if (filingsDiffer(filings, 'fees')) return filings.map(({ channel, fees }) => ({ channel, value: fees }));
  const fees = filings.length > 0 ? filings[0]?.fees : procedure.fees;
  return [{ value: fees?.filter((fee, at) => fees.findIndex((other) => isSame(fee, other)) === at) }];
}
