import * as v from 'valibot';

/*
 * The one definition of the catalogue file. TypeScript types are inferred from it, records are checked
 * with it, and `npm run build` writes `schemas/catalog.schema.json` from it.
 * Unknown members are accepted and dropped, so that a file made for a later version still reads.
 */

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const day = v.pipe(v.string(), v.isoDate(), v.description('A calendar day, yyyy-mm-dd.'));
/** Links lead to web pages only; anything else (javascript:, data:) makes the record invalid. */
const webAddress = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s<>"']+$/iu), v.maxLength(2048));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Tiers of government. The district tier was abolished on 1 July 2025 (law 72/2025/QH15). */
export const TIERS = ['commune', 'district', 'province', 'ministry', 'other'] as const;
/** Ways to file: at the counter, online, by post. */
export const CHANNELS = ['counter', 'online', 'post'] as const;
export const AUDIENCES = ['citizen', 'business', 'organisation'] as const;
export const TIME_UNITS = ['hour', 'day', 'working-day', 'month', 'year', 'same-day'] as const;
/** `by-province`: the source leaves the amount to the provincial People's Council. */
export const FEE_KINDS = ['known', 'free', 'by-province', 'unknown'] as const;
export const PAPER_KINDS = ['paper', 'remark'] as const;

export const timeLimitSchema = v.pipe(
  v.object({
    value: v.optional(
      v.pipe(v.number(), v.minValue(0), v.description('How many units; absent when the source tells none.')),
    ),
    unit: v.optional(
      v.pipe(v.picklist(TIME_UNITS), v.description('Unit; absent when the source names none.')),
    ),
    published: v.optional(
      v.pipe(text, v.description('The words of the source, kept beside the parsed value.')),
    ),
  }),
  v.description(
    'How long the office has. Value and unit are absent when nobody can tell them; never guessed.',
  ),
);

export const feeSchema = v.pipe(
  v.object({
    kind: v.pipe(
      v.picklist(FEE_KINDS),
      v.description('known: amount given. free: a source says free of charge. 0 in a source is "unknown".'),
    ),
    amount: v.optional(v.pipe(v.number(), v.minValue(0), v.description('In whole units of the currency.'))),
    currency: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/u)), 'VND'),
    published: v.optional(v.pipe(text, v.description('The words of the source, with their conditions.'))),
    quotesExpiredRate: v.optional(
      v.pipe(v.boolean(), v.description('The words of the source quote a rate whose time is over.')),
    ),
  }),
  v.check((fee) => fee.kind !== 'known' || (fee.amount ?? 0) > 0, 'fee-without-amount'),
);

export const filingSchema = v.object({
  channel: v.picklist(CHANNELS),
  timeLimit: v.optional(timeLimitSchema),
  fees: v.optional(v.array(feeSchema)),
  note: v.optional(text),
});

export const paperSchema = v.object({
  kind: v.optional(
    v.pipe(v.picklist(PAPER_KINDS), v.description('remark: a line of advice, not a paper.')),
    'paper',
  ),
  name: text,
  originals: v.optional(v.pipe(count, v.description('How many originals; absent when not told.'))),
  copies: v.optional(v.pipe(count, v.description('How many copies; absent when not told.'))),
  hasForm: v.optional(v.pipe(v.boolean(), v.description('The office publishes a form for this paper.'))),
});

export const paperGroupSchema = v.object({
  case: v.optional(v.pipe(text, v.description('The case in which these papers are asked for.'))),
  papers: v.array(paperSchema),
});

export const provenanceSchema = v.object({
  name: v.optional(text),
  url: v.optional(webAddress),
  collectedOn: v.optional(
    v.pipe(
      text,
      v.description('When it was read: a day, or the words of the collector when no day is known.'),
    ),
  ),
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
  code: v.pipe(text, v.description('Code as published, e.g. "1.001193" or "1.013791.H42".')),
  name: v.pipe(text, v.description('Official name.')),
  plainNames: v.optional(v.pipe(v.array(text), v.description('What people call it.')), []),
  keywords: v.optional(v.array(text), []),
  field: v.optional(v.pipe(text, v.description('Lĩnh vực.'))),
  tiers: v.optional(
    v.array(v.object({ tier: v.picklist(TIERS), validFrom: v.optional(day), validTo: v.optional(day) })),
    [],
  ),
  competentAgency: v.optional(text),
  receivingAgency: v.optional(text),
  issuedBy: v.optional(text),
  provinceSpecific: v.optional(v.boolean()),
  audience: v.optional(v.array(v.picklist(AUDIENCES)), []),
  audienceWords: v.optional(v.pipe(v.array(text), v.description('Audience in the words of the source.')), []),
  steps: v.optional(v.array(v.object({ name: v.optional(text), text })), []),
  filing: v.optional(
    v.pipe(v.array(filingSchema), v.description('Ways to file, each with its time and fee.')),
    [],
  ),
  timeLimit: v.optional(
    v.pipe(timeLimitSchema, v.description('For every channel that has none of its own.')),
  ),
  fees: v.optional(v.pipe(v.array(feeSchema), v.description('For every channel that has none of its own.'))),
  paperGroups: v.optional(v.array(paperGroupSchema), []),
  papersPublished: v.optional(v.pipe(count, v.description('How many lines the source lists.'))),
  papersShortened: v.optional(v.pipe(v.boolean(), v.description('Lines were left out or cut short ("…").'))),
  forms: v.optional(v.array(v.object({ name: text, url: v.optional(webAddress) })), []),
  legalBasis: v.optional(
    v.array(v.object({ number: text, title: v.optional(text), url: v.optional(webAddress) })),
    [],
  ),
  decision: v.optional(v.pipe(text, v.description('Decision that published the procedure.'))),
  conditions: v.optional(v.array(text), []),
  results: v.optional(v.array(text), []),
  related: v.optional(v.pipe(v.array(text), v.description('Codes of related procedures.')), []),
  applyUrl: v.optional(webAddress),
  source: v.optional(provenanceSchema),
  otherSources: v.optional(v.array(webAddress), []),
  note: v.optional(text),
  unverified: v.optional(
    v.pipe(
      v.array(v.picklist(UNVERIFIABLE)),
      v.description('Parts filled in without a source that says so.'),
    ),
    [],
  ),
  verifiedOn: v.optional(day),
  validFrom: v.optional(day),
  validTo: v.optional(day),
  formerCodes: v.optional(v.pipe(v.array(text), v.description('Earlier codes of this procedure.')), []),
  replacedBy: v.optional(v.pipe(text, v.description('Code of the procedure that took its place.'))),
});

/** Everything but the procedures, which are checked one by one so that one bad record harms no other. */
export const catalogHeadSchema = v.object({
  formatVersion: v.literal(1),
  publisher: text,
  place: text,
  publishedOn: day,
  source: v.optional(provenanceSchema),
  sample: v.optional(
    v.pipe(v.boolean(), v.description('Sample data; shown as such on every screen.')),
    false,
  ),
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
