import * as v from 'valibot';
import { count, day, text, webAddress } from '../shared/data-schemas.js';

/*
 * The one definition of the catalogue file. TypeScript types are inferred from it, records are checked
 * with it, and `npm run build` writes `schemas/catalog.schema.json` from it.
 * Unknown members are accepted and dropped, so that a file made for a later version still reads.
 */

/** Tiers of government. The district tier was abolished on 1 July 2025 (law 72/2025/QH15). */
export const TIERS = ['commune', 'district', 'province', 'ministry', 'other'] as const;
/** Ways to file: at the counter, online, by post. */
export const CHANNELS = ['counter', 'online', 'post'] as const;
export const AUDIENCES = ['citizen', 'business', 'organisation'] as const;
export const TIME_UNITS = ['hour', 'day', 'working-day', 'month', 'year', 'same-day'] as const;
/** `by-province`: the source leaves the amount to the provincial People's Council. */
export const FEE_KINDS = ['known', 'free', 'by-province', 'unknown'] as const;
export const PAPER_KINDS = ['paper', 'remark'] as const;

/** How long the office has. Value and unit are absent when nobody can tell them; never guessed. */
export const timeLimitSchema = v.object({
  /** How many units; absent when the source tells none. */
  value: v.optional(v.pipe(v.number(), v.minValue(0))),
  /** Unit; absent when the source names none. */
  unit: v.optional(v.picklist(TIME_UNITS)),
  /** Hour from which what comes counts as of the next working day, where the source names one (“nhận sau 15 giờ…”). */
  cutOffHour: v.optional(count),
  /** The words of the source, kept beside the parsed value. */
  published: v.optional(text),
});

export const feeSchema = v.pipe(
  v.object({
    /** known: amount given. free: a source says free of charge. 0 in a source is "unknown". */
    kind: v.picklist(FEE_KINDS),
    /** In whole units of the currency. */
    amount: v.optional(count),
    /** Three letters; VND where nothing is said. */
    currency: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/u)), 'VND'),
    /** The words of the source, with their conditions. */
    published: v.optional(text),
    /** The words of the source quote a rate whose time is over. */
    quotesExpiredRate: v.optional(v.boolean()),
  }),
  v.check((fee) => fee.kind !== 'known' || (fee.amount ?? 0) > 0, 'amount > 0'),
);

export const filingSchema = v.object({
  channel: v.picklist(CHANNELS),
  /** Where it differs from the one of the procedure. */
  timeLimit: v.optional(timeLimitSchema),
  /** All fees of this channel, where they differ from those of the procedure. */
  fees: v.optional(v.array(feeSchema)),
  note: v.optional(text),
});

export const paperSchema = v.object({
  /** remark: a line of advice, not a paper. */
  kind: v.optional(v.picklist(PAPER_KINDS), 'paper'),
  /** Name of the paper, or the line of advice. */
  name: text,
  /** How many originals; absent when not told. */
  originals: v.optional(count),
  /** How many copies; absent when not told. */
  copies: v.optional(count),
  /** The office publishes a form for this paper. */
  hasForm: v.optional(v.boolean()),
});

export const paperGroupSchema = v.object({
  /** The case in which these papers are asked for. */
  case: v.optional(text),
  papers: v.array(paperSchema),
});

/** Where a record was read. */
export const provenanceSchema = v.object({
  name: v.optional(text),
  /** Page of the source; never passed off as a place to apply. */
  url: v.optional(webAddress),
  /** When it was read: a day, or the words of the collector when no day is known. */
  collectedOn: v.optional(text),
  /** Who collected it, where it was not read at the source. */
  via: v.optional(v.array(text)),
});

/** Parts of a record that may stand in `unverified`. */
export const UNVERIFIABLE = [
  'tiers',
  'timeLimit',
  'fees',
  'papers',
  'keywords',
  'plainNames',
  'steps',
] as const;

export const procedureSchema = v.object({
  /** Code as published, e.g. "1.001193" or "1.013791.H42". */
  code: text,
  /** Official name. */
  name: text,
  /** What people call it. */
  plainNames: v.optional(v.array(text), []),
  /** Words for the search. A result that was found by one says so, and calls it a keyword. */
  keywords: v.optional(v.array(text), []),
  /** Lĩnh vực. */
  field: v.optional(text),
  /** Tiers of government that settle it, each with its first and last day where it is not for always. */
  tiers: v.optional(
    v.array(v.object({ tier: v.picklist(TIERS), validFrom: v.optional(day), validTo: v.optional(day) })),
    [],
  ),
  /** Cơ quan thực hiện. */
  competentAgency: v.optional(text),
  /** Nơi tiếp nhận hồ sơ. */
  receivingAgency: v.optional(text),
  /** Agency that published the procedure. */
  issuedBy: v.optional(text),
  /** One province published it for itself. */
  provinceSpecific: v.optional(v.boolean()),
  /** Whom it is for, in three groups that a filter can use. */
  audience: v.optional(v.array(v.picklist(AUDIENCES)), []),
  /** Audience in the words of the source. */
  audienceWords: v.optional(v.array(text), []),
  /** Trình tự thực hiện, in order. */
  steps: v.optional(v.array(v.object({ name: v.optional(text), text })), []),
  /** Ways to file, each with its time and fee. */
  filing: v.optional(v.array(filingSchema), []),
  /** For every channel that has none of its own. */
  timeLimit: v.optional(timeLimitSchema),
  /** For every channel that has none of its own. */
  fees: v.optional(v.array(feeSchema)),
  /** Thành phần hồ sơ, by case; a group without a case is for everybody. */
  paperGroups: v.optional(v.array(paperGroupSchema), []),
  /** How many lines the source lists. */
  papersPublished: v.optional(count),
  /** Lines were left out or cut short ("…"). */
  papersShortened: v.optional(v.boolean()),
  /** Forms to fill in, with the address of the file where there is one. */
  forms: v.optional(v.array(v.object({ name: text, url: v.optional(webAddress) })), []),
  /** Căn cứ pháp lý. */
  legalBasis: v.optional(
    v.array(v.object({ number: text, title: v.optional(text), url: v.optional(webAddress) })),
    [],
  ),
  /** Decision that published the procedure. */
  decision: v.optional(text),
  /** Yêu cầu, điều kiện. */
  conditions: v.optional(v.array(text), []),
  /** Kết quả thực hiện. */
  results: v.optional(v.array(text), []),
  /** Codes of related procedures. */
  related: v.optional(v.array(text), []),
  /** Page that takes applications for this very procedure. */
  applyUrl: v.optional(webAddress),
  source: v.optional(provenanceSchema),
  otherSources: v.optional(v.array(webAddress), []),
  /** What a reader should know about this record. */
  note: v.optional(text),
  /** Parts filled in without a source that says so. */
  unverified: v.optional(v.array(v.picklist(UNVERIFIABLE)), []),
  /** Day on which the publisher last compared it with the source. */
  verifiedOn: v.optional(day),
  /** First day on which it can be used. */
  validFrom: v.optional(day),
  /** Last day on which it can be used. */
  validTo: v.optional(day),
  /** Earlier codes of this procedure. */
  formerCodes: v.optional(v.array(text), []),
  /** Code of the procedure that took its place. */
  replacedBy: v.optional(text),
});

/** Everything but the procedures, which are checked one by one so that one bad record harms no other. */
export const catalogHeadSchema = v.object({
  formatVersion: v.literal(1),
  /** Who is answerable for the file. */
  publisher: text,
  /** Commune, ward or province the file is for. */
  place: text,
  publishedOn: day,
  source: v.optional(provenanceSchema),
  /** Sample data; shown as such on every screen. */
  sample: v.optional(v.boolean(), false),
  /** Address of the file that spares indexing the texts for the search, relative to this one's, on the same server. */
  searchIndex: v.optional(text),
});

export const catalogSchema = v.object({
  ...catalogHeadSchema.entries,
  procedures: v.array(procedureSchema),
});

export type Tier = (typeof TIERS)[number];
export type Channel = (typeof CHANNELS)[number];
export type Audience = (typeof AUDIENCES)[number];
export type TimeUnit = (typeof TIME_UNITS)[number];
export type FeeKind = (typeof FEE_KINDS)[number];
export type TimeLimit = DeepReadonly<v.InferOutput<typeof timeLimitSchema>>;
export type Fee = DeepReadonly<v.InferOutput<typeof feeSchema>>;
export type Filing = DeepReadonly<v.InferOutput<typeof filingSchema>>;
export type Paper = DeepReadonly<v.InferOutput<typeof paperSchema>>;
export type PaperGroup = DeepReadonly<v.InferOutput<typeof paperGroupSchema>>;
export type Provenance = DeepReadonly<v.InferOutput<typeof provenanceSchema>>;
export type CatalogHead = DeepReadonly<v.InferOutput<typeof catalogHeadSchema>>;
/** The file as a publisher writes it, before defaults are filled in. */
export type CatalogFile = v.InferInput<typeof catalogSchema>;

/** One procedure (thủ tục hành chính) of a catalogue. */
export type Procedure = DeepReadonly<v.InferOutput<typeof procedureSchema>> & {
  /** `d.dddddd` when one can be read out of the published code; the key that other lists join on. */
  readonly normalisedCode: string | undefined;
};

export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;
