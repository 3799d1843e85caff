import * as v from 'valibot';
import { count, localizedText, text } from '../shared/data-schemas.js';
import { PRECISIONS } from './precisions.js';

/*
 * What an office asks for once more, as it is told: single fields and papers, by the labels that they had when they were
 * filed. Apart from what checks it, which nobody needs who only reads where a dossier is.
 */

export const PART_KINDS = ['field', 'paper'] as const;

/** A part by its kind and name: a field by its path (`child`, `child.birth`, `people.0.name`), a paper as it is called. */
export const partNameSchema = v.object({
  kind: v.picklist(PART_KINDS),
  name: v.pipe(text, v.maxLength(500)),
});
export type PartName = v.InferOutput<typeof partNameSchema>;

/** How a field is answered. Whatever the form worked out, declared or attached is no field that is asked for again. */
export const ASKED_TYPES = [
  'text',
  'paragraph',
  'number',
  'money',
  'date',
  'choice',
  'choices',
  'yes-no',
  'phone',
  'email',
  'citizen-number',
  'person',
  'address',
] as const;
const PERSON_PARTS = ['name', 'birth', 'sex', 'number', 'address'] as const;

export const askedFieldSchema = v.object({
  kind: v.literal('field'),
  name: partNameSchema.entries.name,
  label: localizedText,
  type: v.picklist(ASKED_TYPES),
  /** Where `type` is `person`: which part of one. */
  part: v.exactOptional(v.picklist(PERSON_PARTS)),
  options: v.exactOptional(v.array(v.object({ value: v.string(), label: localizedText }))),
  /** How exactly a day must be known at least. */
  precision: v.exactOptional(v.picklist(PRECISIONS)),
  shortest: v.exactOptional(count),
  longest: v.exactOptional(count),
  least: v.exactOptional(v.number()),
  most: v.exactOptional(v.number()),
  /** Takes no fraction. */
  whole: v.exactOptional(v.boolean()),
  unit: v.exactOptional(localizedText),
});
export type AskedField = v.InferOutput<typeof askedFieldSchema>;

export const askedPaperSchema = v.object({
  kind: v.literal('paper'),
  name: partNameSchema.entries.name,
  label: localizedText,
});

/** A part by what it is called alone: for a history, which tells nobody’s answers and asks for nothing. */
export const calledPartSchema = v.object({
  kind: partNameSchema.entries.kind,
  label: localizedText,
  /** Which part of a person. */
  part: v.exactOptional(v.picklist(PERSON_PARTS)),
});
export type CalledPart = v.InferOutput<typeof calledPartSchema>;

/** Something that is asked for, with all that is needed to ask for it, and nothing of what was answered before. */
export const askedPartSchema = v.variant('kind', [askedFieldSchema, askedPaperSchema]);
export type AskedPart = v.InferOutput<typeof askedPartSchema>;
