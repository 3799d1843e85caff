import type { Answer, Level } from '../levels/level-scheme.js';
import { answerOf } from '../levels/schemes.js';
import type { Procedure } from './procedure.js';

/** What is known of filing online. Two sources tell of it, and they may contradict each other. */
export interface OnlineFiling {
  /** `depends`: nobody tells. `disputed`: one says yes, the other no; nobody here knows better. */
  readonly answer: Answer | 'disputed';
  /** What the announced level says; `depends` where there is none. */
  readonly level: Answer;
  /** What the ways to file of the record say; `depends` where it names none. */
  readonly ways: Answer;
}

/** A level, and whether it was made up. */
export interface LevelEvidence {
  readonly level: Level;
  readonly list: { readonly illustration: boolean };
}

/** Weighs what is known. A level that was made up to show a page says nothing of a real procedure. */
export function onlineFiling(
  { filing, applyUrl }: Pick<Procedure, 'filing' | 'applyUrl'>,
  announced: LevelEvidence | undefined,
): OnlineFiling {
  const level = announced && !announced.list.illustration ? answerOf(announced.level, 'submit') : 'depends';
  const isOnline = applyUrl !== undefined || filing.some(({ channel }) => channel === 'online');
  const ways = isOnline ? 'yes' : filing.length > 0 ? 'no' : 'depends';
  const answer = level === 'depends' ? ways : ways === 'depends' || ways === level ? level : 'disputed';
  return { answer, level, ways };
}
