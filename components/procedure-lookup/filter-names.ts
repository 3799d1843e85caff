/** What a list can be narrowed by. */
export const FILTERS = ['tier', 'field', 'level', 'audience'] as const;
export type Filter = (typeof FILTERS)[number];
