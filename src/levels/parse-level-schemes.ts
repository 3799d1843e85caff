import * as v from 'valibot';
import { cleanData } from '../shared/clean-data.js';
import { faultOf } from '../shared/data-faults.js';
import { count, day, localizedText, text } from '../shared/data-schemas.js';
import type { Problem } from '../shared/result.js';
import { ABILITIES, TONES, type LevelMapping, type LevelScheme } from './level-scheme.js';

/** One level of a scheme. */
export const levelSchema = v.pipe(
  v.object({
    /** As lists write it, e.g. `4` or `full`. */
    code: text,
    /** Order within the scheme; more is more online. */
    rank: count,
    /** How it is coloured and pictured, from little to all online. */
    tone: v.picklist(TONES),
    name: localizedText,
    /** One plain sentence: what it means for the person. */
    meaning: localizedText,
    /** What a person can do online for every procedure of this level. */
    abilities: v.array(v.picklist(ABILITIES)),
    /** What differs from procedure to procedure: told as such, never as sure. */
    depends: v.exactOptional(v.array(v.picklist(ABILITIES))),
    /** Trips to an office that remain: at least, at most. Absent where it differs from procedure to procedure. */
    trips: v.exactOptional(
      v.pipe(
        v.tuple([count, count]),
        v.check(([least, most]) => least <= most, 'least <= most'),
      ),
    ),
  }),
  v.check(
    ({ abilities, depends = [] }) => !depends.some((ability) => abilities.includes(ability)),
    'abilities and depends apart',
  ),
);

/** A set of names for levels, in force for a time. */
export const levelSchemeSchema = v.object({
  /** Short name that level lists refer to, e.g. `vn-2022`. */
  id: text,
  name: localizedText,
  /** The legal text that defines it. */
  law: localizedText,
  validFrom: v.exactOptional(day),
  /** Last day in force. */
  validTo: v.exactOptional(day),
  /** What a reader should know of its standing today. */
  standing: v.exactOptional(localizedText),
  levels: v.pipe(
    v.array(levelSchema),
    v.minLength(1),
    v.check((levels) => isUnique(levels.map(({ code }) => code)), 'one level per code'),
    v.check((levels) => isUnique(levels.map(({ rank }) => rank)), 'one level per rank'),
  ),
});

/** How levels of one scheme are customarily read in another; displays say that it was used. */
export const levelMappingSchema = v.object({
  from: text,
  to: text,
  /** From the codes of one scheme to those of the other. */
  pairs: v.record(text, text),
});

export const levelSchemesFileSchema = v.object({
  schemes: v.array(levelSchemeSchema),
  mappings: v.optional(v.array(levelMappingSchema), []),
});

export interface ParsedLevelSchemes {
  readonly schemes: readonly LevelScheme[];
  readonly mappings: readonly LevelMapping[];
  readonly problems: readonly Problem[];
}

/**
 * Checks the level schemes that a portal keeps instead of the built-in ones: `{ schemes: […], mappings: […] }`, as in
 * `schemes.json`. A bad scheme or mapping is left out and named, the others stay. Never throws.
 */
export function parseLevelSchemes(json: unknown): ParsedLevelSchemes {
  const problems: Problem[] = [];
  const { schemes: listed, mappings: mapped = [] } = (
    typeof json === 'object' && json !== null ? cleanData(json) : {}
  ) as Record<string, unknown>;
  if (!Array.isArray(listed)) return { schemes: [], mappings: [], problems: [{ code: 'no-records' }] };

  // What is no list is looked at as if it were the one item of it: it must not be dropped without a word.
  const keep = <Value>(list: unknown, code: string, schema: v.GenericSchema<unknown, Value>): Value[] =>
    [list].flat().flatMap((item, index) => {
      const result = v.safeParse(schema, item, { abortEarly: true });
      if (result.success) return [result.output];
      problems.push({ code, params: { index, ...faultOf(result.issues[0]) } });
      return [];
    });

  const schemes = keep<LevelScheme>(listed, 'scheme-invalid', levelSchemeSchema).filter(
    ({ id }, index, all) => all.findIndex((other) => other.id === id) === index,
  );
  const knows = (id: string, codes: readonly string[]) => {
    const scheme = schemes.find((candidate) => candidate.id === id);
    return codes.every((code) => scheme?.levels.some((level) => level.code === code));
  };
  const mappings = keep<LevelMapping>(mapped, 'mapping-invalid', levelMappingSchema).filter(
    ({ from, to, pairs }, index) => {
      const isKnown = knows(from, Object.keys(pairs)) && knows(to, Object.values(pairs));
      if (!isKnown) problems.push({ code: 'mapping-unknown', params: { index, from, to } });
      return isKnown;
    },
  );
  return { schemes, mappings, problems };
}

const isUnique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
