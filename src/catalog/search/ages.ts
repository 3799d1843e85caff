/** Ages that a text is about, both ends included. */
export interface Ages {
  readonly least: number;
  readonly most: number;
}

const OLDEST = 150;

/** `dưới 14 tuổi`, `từ đủ 14 tuổi`, `trên 75 tuổi`, `75 tuổi trở lên`, `từ 6 đến 15 tuổi`. */
const LIMITS =
  /(?:(dưới|từ đủ|từ|trên|đủ)\s+)?(\d{1,3})(?:\s*(?:đến|-|–)\s*(?:dưới\s+)?(\d{1,3}))?\s+tuổi(\s+trở lên)?/iu;

/** The ages that a text names; undefined where it names none, or one that limits nothing. */
export function agesOf(text: string): Ages | undefined {
  const [, how, from, to, up] = LIMITS.exec(text) ?? [];
  if (from === undefined) return undefined;
  const age = Number(from);
  if (to !== undefined) return { least: age, most: Number(to) };
  if (how?.toLowerCase() === 'dưới') return { least: 0, most: age - 1 };
  return (how ?? up) === undefined ? undefined : { least: age, most: OLDEST };
}

/** Where somebody's age stands in a query, and the age in years. */
export interface SaidAge {
  readonly from: number;
  readonly to: number;
  readonly age: number;
}

/** @param words of a query, without accents: `82 tuổi`, `9 tháng tuổi`, `17t` */
export function findAge(words: readonly { readonly folded: string }[]): SaidAge | undefined {
  for (const [from, { folded }] of words.entries()) {
    const short = /^(\d{1,3})t(?:uoi)?$/u.exec(folded)?.[1];
    if (short !== undefined) return { from, to: from + 1, age: Number(short) };
    const next = words[from + 1]?.folded;
    const isMonths = next === 'thang';
    const to = isMonths ? from + 2 : from + 1;
    if (!/^\d{1,3}$/u.test(folded) || words[to]?.folded !== 'tuoi') continue;
    return { from, to: to + 1, age: isMonths ? Math.floor(Number(folded) / 12) : Number(folded) };
  }
  return undefined;
}
