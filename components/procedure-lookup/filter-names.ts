/** What a list can be narrowed by. */
export const FILTERS = ['tier', 'field', 'level', 'audience'] as const;
export type Filter = (typeof FILTERS)[number];

/** One choice of a filter: what is sent, what is read, how many procedures it leaves. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly count: number;
}
