/** How exactly a day is known. Older people often know only the year of their birth. */
export const PRECISIONS = ['year', 'month', 'day'] as const;
export type Precision = (typeof PRECISIONS)[number];
