import * as v from 'valibot';
import { count, day, localizedText, text, webAddress } from '../shared/data-schemas.js';
import { SPARED_STEPS } from './step-flow.js';
import { PRECISIONS } from './precisions.js';

/** Names of steps, groups, fields and choices: safe as keys, ids and parts of a path. */
const name = v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9-]{0,59}$/u));
/** A field by its name, or a part of one: `child`, `child.birth`. */
const path = v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9-]*(?:\.[a-z][a-zA-Z0-9-]*)?$/u));
const scalar = v.union([v.string(), v.number(), v.boolean()]);

/**
 * When something applies, as data: no text is ever run. Inside a repeated group a name means the field of the same
 * entry first, then one outside. Rules and computed values look back only: at fields that stand before them.
 */
export type Rule =
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule }
  | { readonly field: string; readonly is: string | number | boolean }
  | { readonly field: string; readonly in: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly filled: boolean }
  | { readonly field: string; readonly least: number }
  | { readonly field: string; readonly most: number };

export const ruleSchema: v.GenericSchema<unknown, Rule> = v.lazy(() =>
  v.union([
    v.strictObject({ all: v.array(ruleSchema) }),
    v.strictObject({ any: v.array(ruleSchema) }),
    v.strictObject({ not: ruleSchema }),
    v.strictObject({ field: path, is: scalar }),
    v.strictObject({ field: path, in: v.array(scalar) }),
    v.strictObject({ field: path, filled: v.boolean() }),
    v.strictObject({ field: path, least: v.number() }),
    v.strictObject({ field: path, most: v.number() }),
  ]),
);

/** A value worked out from others; shown, never typed. */
export const computedSchema = v.union([
  /** Sum of numbers; a group's field (`people.count`) is summed over its entries. */
  v.strictObject({ sum: v.pipe(v.array(path), v.minLength(1)) }),
  /** How many entries a repeated group has. */
  v.strictObject({ count: name }),
  v.strictObject({ copy: path }),
  /** Texts, one after the other. */
  v.strictObject({ join: v.pipe(v.array(path), v.minLength(1)), with: v.optional(v.string(), ' ') }),
]);
export type Computed = v.InferOutput<typeof computedSchema>;

const common = {
  name,
  label: localizedText,
  hint: v.exactOptional(localizedText),
  /** Number of the item on the official form. */
  item: v.exactOptional(text),
  required: v.optional(v.union([v.boolean(), ruleSchema]), false),
  when: v.exactOptional(ruleSchema),
  /** Not compared with the official form yet. */
  unverified: v.optional(v.boolean(), false),
};
const options = v.pipe(
  v.array(v.strictObject({ value: name, label: localizedText })),
  v.minLength(1),
  v.check((all) => new Set(all.map(({ value }) => value)).size === all.length, 'one label per value'),
);
const computed = v.exactOptional(computedSchema);

/** A field of a form. */
export const fieldSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('text'),
    ...common,
    shortest: v.exactOptional(count),
    longest: v.optional(count, 500),
    value: computed,
  }),
  v.strictObject({
    kind: v.literal('paragraph'),
    ...common,
    shortest: v.exactOptional(count),
    longest: v.optional(count, 5000),
  }),
  v.strictObject({
    kind: v.literal('number'),
    ...common,
    least: v.exactOptional(v.number()),
    most: v.exactOptional(v.number()),
    /** Takes no fraction. So do those that a fee counts, whether they say it or not. */
    whole: v.optional(v.boolean(), false),
    unit: v.exactOptional(localizedText),
    value: computed,
  }),
  /** Whole đồng. */
  v.strictObject({
    kind: v.literal('money'),
    ...common,
    least: v.exactOptional(count),
    most: v.exactOptional(count),
    value: computed,
  }),
  v.strictObject({
    kind: v.literal('date'),
    ...common,
    /** How exactly it must be known at least; more is always accepted. */
    precision: v.optional(v.picklist(PRECISIONS), 'day'),
  }),
  v.strictObject({ kind: v.literal('choice'), ...common, options }),
  v.strictObject({ kind: v.literal('choices'), ...common, options }),
  v.strictObject({ kind: v.literal('yes-no'), ...common }),
  v.strictObject({ kind: v.literal('phone'), ...common }),
  v.strictObject({ kind: v.literal('email'), ...common }),
  v.strictObject({ kind: v.literal('citizen-number'), ...common }),
  /** Answered by `name`, `birth`, `sex`, `number`, `address`, as far as `parts` names them. */
  v.strictObject({
    kind: v.literal('person'),
    ...common,
    parts: v.optional(
      v.pipe(v.array(v.picklist(['name', 'birth', 'sex', 'number', 'address'])), v.minLength(1)),
      ['name', 'birth', 'number', 'address'],
    ),
    /** How exactly the birth must be known at least. */
    precision: v.optional(v.picklist(PRECISIONS), 'year'),
  }),
  /** Answered by `text`, and by `province` and `commune` where they were chosen. */
  v.strictObject({ kind: v.literal('address'), ...common }),
  v.strictObject({
    kind: v.literal('attachment'),
    ...common,
    /** Most ids. The element joins what is chosen into one file, so that it never gives more than one. */
    most: v.optional(count, 10),
  }),
  /** Must be agreed to before anything is sent. */
  v.strictObject({ kind: v.literal('declaration'), ...common }),
  /** Only read. */
  v.strictObject({ kind: v.literal('information'), ...common }),
]);
export type Field = v.InferOutput<typeof fieldSchema>;
export type FieldKind = Field['kind'];

/** Fields that belong together; repeated, one entry for each person, plot or paper. */
export const groupSchema = v.strictObject({
  name,
  title: v.exactOptional(localizedText),
  when: v.exactOptional(ruleSchema),
  repeat: v.exactOptional(
    v.strictObject({ least: v.optional(count, 1), most: v.optional(count, 20), entry: localizedText }),
  ),
  fields: v.pipe(v.array(fieldSchema), v.minLength(1)),
});
export type FieldGroup = v.InferOutput<typeof groupSchema>;

/** What is asked on one screen. */
export const formStepSchema = v.strictObject({
  name,
  title: localizedText,
  intro: v.exactOptional(localizedText),
  when: v.exactOptional(ruleSchema),
  groups: v.pipe(v.array(groupSchema), v.minLength(1)),
});
export type FormStep = v.InferOutput<typeof formStepSchema>;

const feeLine = v.strictObject({
  label: localizedText,
  amount: count,
  times: v.exactOptional(path),
  copies: v.exactOptional(path),
  /** What each costs that comes after so many, the lowest first. */
  tiers: v.optional(
    v.pipe(
      v.array(v.strictObject({ after: v.pipe(count, v.minValue(1)), label: localizedText, amount: count })),
      v.check((all) => all.every(({ after }, at) => after > (all[at - 1]?.after ?? 0)), 'in rising order'),
    ),
    [],
  ),
  /** Most for one copy. */
  cap: v.exactOptional(v.strictObject({ label: localizedText, amount: count })),
  online: v.exactOptional(v.boolean()),
  when: v.exactOptional(ruleSchema),
});
export type FeeRule = v.InferOutput<typeof feeLine>;

/** What the application costs, worked out from the answers; absent where no source tells it. */
export const feesSchema = v.strictObject({
  /**
   * Whole đồng; `times` names a number, or a repeated group whose entries are counted, or a number in each of its entries
   * (`papers.pages`), and `copies` how many there are of each; `online` is where it holds only for what is filed online
   * (`true`) or only at the desk (`false`).
   */
  lines: v.array(feeLine),
  /** Percent of the full fee; 100 is an exemption. `online`: only for what is filed online. */
  reductions: v.optional(
    v.array(
      v.strictObject({
        label: localizedText,
        percent: v.pipe(v.number(), v.minValue(1), v.maxValue(100)),
        online: v.optional(v.boolean(), false),
        when: v.exactOptional(ruleSchema),
      }),
    ),
    [],
  ),
  /** The text that sets the fee. */
  source: v.strictObject({ name: text, url: v.exactOptional(webAddress) }),
});

/**
 * The form of a procedure (`formatVersion` 1). A member that is not known here is a fault: misspelt, it would say
 * nothing, and what was meant to be required would not be.
 */
export const formSchema = v.strictObject({
  /** Where editors find what a form may hold. */
  $schema: v.exactOptional(v.string()),
  formatVersion: v.literal(1),
  id: name,
  /** Changes with every change of the form; drafts remember it. */
  version: text,
  title: localizedText,
  /** Codes of the procedures that use it. */
  procedures: v.pipe(v.array(text), v.minLength(1)),
  /** Papers of their lists that are this very form, by their names there: whoever filled it in need not attach them. */
  papers: v.optional(v.array(text), []),
  /** The official form that this follows. */
  source: v.strictObject({
    name: text,
    url: v.exactOptional(webAddress),
    verifiedOn: v.exactOptional(day),
  }),
  steps: v.pipe(v.array(formStepSchema), v.minLength(1)),
  /** The field that asks to whom it goes; on paper it stands at the head. */
  addressee: v.exactOptional(name),
  fees: v.exactOptional(feesSchema),
  /** Steps of the application that this procedure does without, whatever its level. */
  without: v.optional(v.array(v.picklist(SPARED_STEPS)), []),
});
export type FormDefinition = v.InferOutput<typeof formSchema>;
