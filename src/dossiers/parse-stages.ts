import * as v from 'valibot';
import { faultOf } from '../shared/data-faults.js';
import { localizedText, text } from '../shared/data-schemas.js';
import type { Problem, Result } from '../shared/result.js';
import { STAGES, type StageMap } from './stages.js';

/** What states of a list mean for the citizen, as a province may publish it. */
export const stagesSchema = v.object({
  formatVersion: v.literal(1),
  /** Which list it is, and who gave it out. */
  source: v.exactOptional(text),
  states: v.pipe(
    v.array(
      v.object({
        /** As it stands in an answer: a number, or the words of the system. */
        state: text,
        /** Only for a dossier that ended in this state. */
        isFinal: v.exactOptional(v.boolean()),
        /** Name in the list. */
        name: v.exactOptional(text),
        stage: v.picklist(STAGES),
        /** Plain words for it, where the element's own do not fit. */
        words: v.exactOptional(localizedText),
      }),
    ),
    v.minLength(1),
  ),
});
/** Checks a table of stages that a province keeps instead of the built-in one, `data/stages.json` of the package. Never throws. */
export function parseStages(json: unknown): Result<StageMap, Problem<'stages-invalid'>> {
  const result = v.safeParse(stagesSchema, json, { abortEarly: true });
  return result.success
    ? { ok: true, value: result.output }
    : { ok: false, problem: { code: 'stages-invalid', params: faultOf(result.issues[0]) } };
}
