import type { LocalizedText } from '../shared/localized-text.js';
import data from './stages.json' with { type: 'json' };

/** Where a dossier is for the person: in this order where all goes well, then what waits for them, then what ends it. */
export const STAGES = [
  /** On its way to the office, and not yet taken on by anybody. */
  'sent',
  'received',
  'processing',
  /** The result is there, and not yet in the person's hand. */
  'ready',
  'handed-over',
  'supplement',
  'payment',
  /** The office waits for somebody else. */
  'paused',
  'refused',
  'withdrawn',
  'stopped',
] as const;
export type Stage = (typeof STAGES)[number];

/** Stages in which a dossier waits for somebody, and goes on from where it was. */
export const WAITING: readonly (Stage | 'unknown')[] = ['supplement', 'payment', 'paused'];
/** Stages from which nothing more comes. */
export const OVER: readonly (Stage | 'unknown')[] = ['handed-over', 'refused', 'withdrawn', 'stopped'];

/** What states of a list mean for the citizen, as a province may publish it; see `stagesSchema`. */
export interface StageMap {
  readonly states: readonly {
    readonly state: string;
    readonly isFinal?: boolean | undefined;
    readonly name?: string | undefined;
    readonly stage: Stage;
    readonly words?: LocalizedText | undefined;
  }[];
}

/** Those of the national list. */
export const builtInStages = data as StageMap;

/** A state of some list, as an answer tells it. */
export type ToldState = number | string;

export interface ToldStanding {
  readonly state: ToldState;
  readonly resumesIn?: ToldState | undefined;
  readonly isFinal?: boolean | undefined;
}

/** Where a dossier is; `unknown` where no table knows the state, whose own words are then shown as they stand. */
export interface StageTold {
  readonly stage: Stage | 'unknown';
  /** Name of the state in its list; of an unknown one what the answer says. */
  readonly name: string;
  readonly words?: LocalizedText | undefined;
}

/** Finds out where a dossier is by its state. Spelling does not count: systems write one state in many ways. */
export function stageOf({ state, isFinal = false }: ToldStanding, { states }: StageMap): StageTold {
  const raw = String(state).normalize('NFC').trim();
  const fits = states.filter((one) => folded(one.state) === folded(raw));
  const found = fits.find((one) => (one.isFinal ?? false) === isFinal) ?? fits[0];
  if (!found) return { stage: 'unknown', name: raw };
  return { stage: found.stage, name: found.name ?? raw, words: found.words };
}

/** Whether nothing more is to come, by what the state means there; of one that no table knows only `isFinal` tells. */
export const isOver = (standing: ToldStanding, map: StageMap): boolean =>
  standing.isFinal === true || OVER.includes(stageOf(standing, map).stage);

/** Rows of a history with whether the office waited, by what each state means there. */
export const withWaiting = <Row extends { readonly state: ToldState }>(
  history: readonly Row[],
  map: StageMap,
): (Row & { readonly waits: boolean })[] =>
  history.map((row) => ({ ...row, waits: WAITING.includes(stageOf(row, map).stage) }));

const folded = (state: string): string => state.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
