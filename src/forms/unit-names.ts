import { wordsOf, type Word } from './address-words.js';

/** Every kind of unit that there is or was, and ways to write it. */
const KINDS = {
  Tỉnh: ['Tỉnh', 'T'],
  'Thành phố': ['Thành phố', 'TP', 'T P'],
  Quận: ['Quận', 'Q'],
  Huyện: ['Huyện', 'H'],
  'Thị xã': ['Thị xã', 'TX', 'T X'],
  Phường: ['Phường', 'P', 'F'],
  Xã: ['Xã', 'X'],
  'Thị trấn': ['Thị trấn', 'TT', 'T T'],
  'Đặc khu': ['Đặc khu', 'ĐK'],
  /** No unit: a name behind it is that of a street. */
  Đường: ['Đường', 'Đ', 'Phố', 'Lộ'],
} as const;
export type Kind = keyof typeof KINDS;

export const PROVINCE_KINDS: readonly Kind[] = ['Tỉnh', 'Thành phố'];
export const DISTRICT_KINDS: readonly Kind[] = ['Quận', 'Huyện', 'Thị xã', 'Thành phố'];
export const COMMUNE_KINDS: readonly Kind[] = ['Phường', 'Xã', 'Thị trấn', 'Đặc khu'];

const keyOf = (words: readonly Word[]): string => words.map(({ key }) => key).join(' ');

const SPELLED = new Map(
  (Object.keys(KINDS) as Kind[]).flatMap((kind) =>
    KINDS[kind].map((spelling) => {
      const words = wordsOf(spelling);
      return [keyOf(words), { kind, words }] as const;
    }),
  ),
);

/** The kind written right before a word: as it is spelled, or without any accent (`Phượng Sơn` is no `phường`). */
function kindBefore(words: readonly Word[], end: number): { kind: Kind; from: number } | undefined {
  if (words[end]?.begins) return undefined;
  for (const length of [2, 1]) {
    const written = words.slice(Math.max(0, end - length), end);
    const spelled = SPELLED.get(keyOf(written));
    if (
      spelled?.words.length === length &&
      written.every(
        ({ accents, accented, begins }, at) =>
          (!accented || accents === spelled.words[at]?.accents) && (at === 0 || !begins),
      )
    )
      return { kind: spelled.kind, from: end - length };
  }
  return undefined;
}

/** A unit by its name without its kind. */
export interface Named {
  readonly words: readonly Word[];
  /** More than one where it became another. */
  readonly kinds: readonly Kind[];
}

export type Names<Unit extends Named> = ReadonlyMap<string, readonly Unit[]>;

/** Units by what their names have in common when accents are left out. */
export function namesOf<Unit extends Named>(units: readonly Unit[]): Names<Unit> {
  const names = new Map<string, Unit[]>();
  for (const unit of units) {
    const key = keyOf(unit.words);
    const same = names.get(key);
    if (same) same.push(unit);
    else names.set(key, [unit]);
  }
  return names;
}

/** Kind and name of a unit as it is officially written: `Xã Núi Thành`. */
export function namedBy(fullName: string): Named {
  const kind = (Object.keys(KINDS) as Kind[]).find((one) => fullName.startsWith(`${one} `));
  return { words: wordsOf(kind ? fullName.slice(kind.length) : fullName), kinds: kind ? [kind] : [] };
}

/** A unit with whose name some words end. */
export interface Ending<Unit extends Named> {
  readonly unit: Unit;
  /** Where it begins, its kind included. */
  readonly from: number;
  /** Whether every accent is as in its name; nothing is where accents were left out from here on. */
  readonly exact: boolean;
  /** The kind written with it: its own, another one, none. */
  readonly kind: 'own' | 'other' | 'none';
  /** Whether it stands by itself: a kind or a comma before it, so that it is no end of a longer name. */
  readonly apart: boolean;
}

/** Words of the longest name. */
const LONGEST = 6;

/**
 * Units with whose names the first words of an address end.
 * @param end how many words
 * @param kinds which may be written; behind another one (`đường Núi Thành`) the name is that of something else
 */
export function endingsOf<Unit extends Named>(
  words: readonly Word[],
  end: number,
  names: Names<Unit>,
  kinds: readonly Kind[],
): Ending<Unit>[] {
  const found: Ending<Unit>[] = [];
  for (let from = end - 1; from >= Math.max(0, end - LONGEST); from -= 1) {
    const written = words.slice(from, end);
    const before = kindBefore(words, from);
    if (before && !kinds.includes(before.kind)) continue;
    for (const unit of names.get(keyOf(written)) ?? []) {
      // `Tam, Hiệp` is not Tam Hiệp, but `Xuân Hương, Đà Lạt` is Xuân Hương - Đà Lạt.
      if (written.some(({ begins }, at) => at > 0 && begins && !unit.words[at]?.begins)) continue;
      // `12` may be anything; `P. 12` is a ward.
      if (!before && written.every(({ key }) => /^\d+$/u.test(key))) continue;
      const start = before?.from ?? from;
      found.push({
        unit,
        from: start,
        exact:
          words.slice(start).some((word) => word.accented) &&
          written.every(({ accents }, at) => accents === unit.words[at]?.accents),
        kind: before ? (unit.kinds.includes(before.kind) ? 'own' : 'other') : 'none',
        apart: before !== undefined || written[0]?.begins === true,
      });
    }
  }
  // The end of `Phương Liên - Trung Tự` is not Trung Tự.
  const longest = Math.max(...found.filter(({ apart }) => apart).map(({ unit }) => unit.words.length));
  return found.filter(({ unit, apart }) => !apart || unit.words.length === longest);
}
