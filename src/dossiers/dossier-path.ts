import { stageOf, WAITING, type Stage, type StageMap, type ToldStanding, type ToldState } from './stages.js';

/** The way of every dossier that goes well. */
export const PATH = ['sent', 'received', 'processing', 'ready', 'handed-over'] as const;
export type PathStage = (typeof PATH)[number];

export interface PathStep {
  readonly stage: PathStage;
  /** `unclear`: nobody knows whether it was reached. */
  readonly standing: 'done' | 'current' | 'expected' | 'not-reached' | 'unclear';
  /** When it was reached, ISO 8601; absent where nobody told. */
  readonly at?: string | undefined;
}

/** What is known of a dossier to draw its way. */
export interface Travelled {
  readonly standing: ToldStanding;
  readonly sentAt: string;
  readonly receivedAt?: string | undefined;
  readonly history?: readonly { readonly at: string; readonly state: ToldState }[] | undefined;
}

const placeOf = (stage: Stage | 'unknown'): number => (PATH as readonly string[]).indexOf(stage);

/**
 * The steps of a dossier: done, current and expected, with the day on which each was reached. A dossier that waits stands
 * where it waits; one that ended on the way reaches nothing more; of one in an unknown state only what is past is told.
 */
export function dossierPath(
  { standing, sentAt, receivedAt, history = [] }: Travelled,
  map: StageMap,
): PathStep[] {
  const { stage } = stageOf(standing, map);
  const reached = new Map<number, string>([[0, sentAt]]);
  if (receivedAt !== undefined) reached.set(1, receivedAt);
  for (const { at, state } of history) {
    const place = placeOf(stageOf({ state }, map).stage);
    if (place <= 0) continue;
    if (!reached.has(place)) reached.set(place, at);
    // It went back: what lies beyond is still to be reached.
    for (const beyond of reached.keys()) if (beyond > place) reached.delete(beyond);
  }
  const furthest = Math.max(...reached.keys());
  const resumes = placeOf(
    WAITING.includes(stage) ? stageOf({ state: standing.resumesIn ?? '' }, map).stage : stage,
  );
  const isOn = WAITING.includes(stage) || placeOf(stage) >= 0;
  const beyond = isOn ? 'expected' : stage === 'unknown' ? 'unclear' : 'not-reached';
  const at = resumes >= 0 ? resumes : furthest;
  const isAtEnd = at === PATH.length - 1;
  return PATH.map((one, place) => ({
    stage: one,
    standing: place < at || (place === at && (!isOn || isAtEnd)) ? 'done' : place === at ? 'current' : beyond,
    at: reached.get(place),
  }));
}
