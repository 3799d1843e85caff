import * as v from 'valibot';
import { ACTOR_KINDS } from '../dossiers/dossier-states.js';
import { askedPartSchema, calledPartSchema } from '../forms/asked-schema.js';
import {
  answersSchema,
  countedDateSchema,
  dateAloneSchema,
  DELIVERY_WAYS,
  deliverySchema,
  receiptSchema,
  sentFileSchema,
} from '../forms/submission.js';
import { count } from '../shared/data-schemas.js';
import { paymentSchema } from './contract-schemas.js';

/* Following a dossier: what is asked, and what is answered. Everything goes in bodies, nothing in addresses. */

const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500));
const note = v.pipe(v.string(), v.trim(), v.maxLength(2000));
const uuid = sentFileSchema.entries.id;
/** A number of the national list; a state of another list is told as it stands, in its number or its words. */
const toldState = v.union([v.pipe(v.number(), v.safeInteger(), v.minValue(0)), line]);
const instant = v.pipe(v.string(), v.isoTimestamp());

/** `last4`: of the applicant's citizen number or telephone; `secret`: the ten signs on the receipt. */
export const FACTOR_KINDS = ['last4', 'secret'] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];

/** What somebody knows besides the code, as they typed it. */
export const factorSchema = v.object({
  kind: v.picklist(FACTOR_KINDS),
  value: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
});
export type Factor = v.InferOutput<typeof factorSchema>;

/** Work that was asked for by `work-needed`, done. */
export const workDoneSchema = v.object({
  /** As it was given. */
  challenge: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** A text by which SHA-256 of `challenge:nonce` begins with as many zero bits as were asked for. */
  nonce: v.pipe(v.string(), v.maxLength(40)),
});
export type WorkDone = v.InferOutput<typeof workDoneSchema>;

const opening = {
  /** Code of the dossier, as it was typed. */
  code: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  factor: factorSchema,
  work: v.exactOptional(workDoneSchema),
};

/** Asks where a dossier stands. */
export const trackingRequestSchema = v.object({
  ...opening,
  /** Version that the asker has; nothing but this is told where it is still the one. */
  known: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
});
export type TrackingRequest = v.InferOutput<typeof trackingRequestSchema>;

/** What the applicant may do; `deliver`: choose another way for the result to come. */
export const APPLICANT_ACTS = ['supplement', 'withdraw', 'deliver', 'rate'] as const;
export type ApplicantActKind = (typeof APPLICANT_ACTS)[number];

/** Each under an id that the client made, so that the same is done once. */
export const applicantActSchema = v.variant('kind', [
  /** What the office asks for: answers, papers that were uploaded beforehand, words. */
  v.object({
    kind: v.literal('supplement'),
    id: uuid,
    /** When that was asked for which this answers, as `asks` told it: it is taken for no other request, and not by itself. */
    asked: v.exactOptional(instant),
    note: v.exactOptional(note),
    /** By the names of the fields that are asked for, as their check keeps them. */
    answers: v.exactOptional(answersSchema),
    /** Each stands for a `paper` that is asked for, where any part is. */
    files: v.exactOptional(v.pipe(v.array(sentFileSchema), v.maxLength(50))),
  }),
  v.object({ kind: v.literal('withdraw'), id: uuid, note: v.exactOptional(note) }),
  v.object({ kind: v.literal('deliver'), id: uuid, delivery: deliverySchema }),
  v.object({
    kind: v.literal('rate'),
    id: uuid,
    stars: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
    note: v.exactOptional(note),
  }),
]);
export type ApplicantAct = v.InferOutput<typeof applicantActSchema>;

/** Does something with a dossier; only the receipt's secret opens this. */
export const actRequestSchema = v.object({ ...opening, act: applicantActSchema });
export type ActRequest = v.InferOutput<typeof actRequestSchema>;

/** Wants an act never to be done of which nobody heard whether it arrived; only the receipt's secret opens this. */
export const cancelRequestSchema = v.object({
  ...opening,
  /** Id of the act. */
  act: uuid,
});
export type CancelRequest = v.InferOutput<typeof cancelRequestSchema>;

/** Asks for the file of the result; only the receipt's secret opens this. */
export const resultRequestSchema = v.object({ ...opening });
export type ResultRequest = v.InferOutput<typeof resultRequestSchema>;

/** Where a dossier stands: its state, and what the state alone does not tell. */
export const standingSchema = v.object({
  /** A number of the national list; a state of another list as it stands, in its number or its words. */
  state: toldState,
  /** Where it goes on once what it waits for has come. */
  resumesIn: v.exactOptional(toldState),
  isFinal: v.exactOptional(v.boolean()),
});

/** What an act came to; given again for the same act. */
export const actDoneSchema = v.object({
  /** Id of the act. */
  act: uuid,
  kind: v.picklist(APPLICANT_ACTS),
  at: instant,
  standing: standingSchema,
});
export type ActDone = v.InferOutput<typeof actDoneSchema>;

/** The date on the receipt, moved by pauses; absent while the office waits and where no source gives a time. */
const dueSchema = v.union([
  v.object({
    ...countedDateSchema.entries,
    /** Days that did not count because the office waited. */
    paused: count,
  }),
  dateAloneSchema,
]);

/** What of papers that were brought stays at the office. */
export const KEPT_PAPERS = ['original', 'copy'] as const;
export type KeptPaper = (typeof KEPT_PAPERS)[number];

/** What was done with it, without the name of anybody who did it. */
export const trackedRowSchema = v.object({
  /** `send` or `register`, an act of the table of states, or one of the applicant’s. */
  act: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/u)),
  at: instant,
  /** Where it stood afterwards. */
  state: toldState,
  by: v.picklist(ACTOR_KINDS),
  /** Id of the applicant’s act, as it was sent: whoever heard no answer to it sees that it was done. */
  id: v.exactOptional(uuid),
  /** Long numbers in it are masked. */
  note: v.exactOptional(v.string()),
  /** The unit that has had it since. */
  unit: v.exactOptional(v.string()),
  /** What was brought on paper, was asked for, or of that, what was handed in: by what it is called, and never what was answered. */
  parts: v.exactOptional(v.array(calledPartSchema)),
  /** What of the papers that were brought stays at the office, where it was written down. */
  kept: v.exactOptional(v.picklist(KEPT_PAPERS)),
  /** How many papers came where none were ticked. */
  papers: v.exactOptional(count),
});
export type TrackedRow = v.InferOutput<typeof trackedRowSchema>;

/** The result as a file. */
export const resultFileSchema = v.object({
  name: line,
  size: count,
  sha256: sentFileSchema.entries.sha256,
  issuedAt: instant,
});
export type ResultFile = v.InferOutput<typeof resultFileSchema>;

/**
 * The time of the system as it answers: dates are reckoned by it, for the clock of a computer may be wrong. It is no part of
 * what `version` changes with.
 */
const answeredAt = { now: v.exactOptional(instant) };

const outline = {
  found: v.literal(true),
  ...answeredAt,
  /** Changes with everything that is told; to be given back as `known`. */
  version: v.string(),
  code: line,
  /** Who received it. */
  office: line,
  /** Nothing that this system receives reaches an office. */
  sample: v.boolean(),
  standing: standingSchema,
  sentAt: instant,
  /** When the office took it on; until then it is only sent. */
  receivedAt: v.exactOptional(instant),
  due: v.exactOptional(dueSchema),
  /** The time that the office has, where no date can be worked out: the days off on the way are not known yet. */
  limit: v.exactOptional(v.unwrap(receiptSchema.entries.limit)),
  /** Changes are told as they come, by `/v1/tracking/changes`. */
  changes: v.exactOptional(v.literal(true)),
};

/** No such code, or not with this factor. */
export const notFoundSchema = v.object({ found: v.literal(false) });
/** Nothing has changed since the version that the asker has. */
export const unchangedSchema = v.object({
  found: v.literal(true),
  unchanged: v.literal(true),
  version: v.string(),
  ...answeredAt,
});
/** What the code and four digits open: how far it is, and nothing about whom or what. */
export const trackedOutlineSchema = v.object({ ...outline, level: v.literal(0), acts: v.tuple([]) });
/** What the receipt's secret opens. */
export const trackedDetailsSchema = v.object({
  ...outline,
  level: v.literal(1),
  procedure: line,
  submission: uuid,
  /** First letters only: `N** T** M**`. */
  applicant: v.exactOptional(v.string()),
  /** The unit that has it now. */
  holder: v.exactOptional(v.string()),
  history: v.array(trackedRowSchema),
  /** What the office waits for. */
  asks: v.exactOptional(
    v.variant('kind', [
      v.object({
        kind: v.literal('supplement'),
        at: instant,
        note: v.string(),
        /** The fields and papers that are asked for; absent where only the note says what. */
        parts: v.exactOptional(v.array(askedPartSchema)),
      }),
      v.object({
        kind: v.literal('payment'),
        at: instant,
        note: v.exactOptional(v.string()),
        /** It may be paid at the office’s counter as well. */
        counter: v.exactOptional(v.literal(true)),
      }),
    ]),
  ),
  payment: v.exactOptional(paymentSchema),
  /** How the result will come, without names and addresses. */
  delivery: v.exactOptional(v.picklist(DELIVERY_WAYS)),
  /**
   * Acts are known by their ids: the history tells them, a supplement to another request than it names is refused, and
   * `/v1/tracking/cancel` makes sure that an act is never done.
   */
  cancels: v.exactOptional(v.literal(true)),
  /** What the applicant may do now. */
  acts: v.array(v.picklist(APPLICANT_ACTS)),
  result: v.exactOptional(resultFileSchema),
});
/** Where a dossier stands; one answer for a code that there is not and for a factor that is wrong. */
export const trackedSchema = v.union([
  notFoundSchema,
  unchangedSchema,
  trackedOutlineSchema,
  trackedDetailsSchema,
]);

export type TrackedOutline = v.InferOutput<typeof trackedOutlineSchema>;
export type TrackedDetails = v.InferOutput<typeof trackedDetailsSchema>;
/** What is answered to a `TrackingRequest`. */
export type Tracked = v.InferOutput<typeof trackedSchema>;
