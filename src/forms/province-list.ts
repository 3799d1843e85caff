import type { IsoDate } from '../shared/clock.js';
import { addressWords, wordsOf, type Word } from './address-words.js';
import data from './places/provinces.json' with { type: 'json' };
import { endingsOf, namedBy, namesOf, PROVINCE_KINDS, type Ending, type Named } from './unit-names.js';

/** A province or centrally run city, as it is on a day. */
export interface Province {
  /** Of today's list. Codes were used again for other units, so answers keep names. */
  readonly code: string;
  /** `Đà Nẵng` */
  readonly name: string;
  /** `Thành phố Đà Nẵng` */
  readonly fullName: string;
  /** Whether its kind was only read in a second-hand source. */
  readonly unverified: boolean;
}

interface KindSince {
  readonly kind: string;
  readonly from: IsoDate;
  readonly by?: string | undefined;
  readonly unverified?: boolean | undefined;
}

/** The provinces on a day, in Vietnamese order; none before 1 July 2025, when there were others. */
export function provincesOn(day: IsoDate): readonly Province[] {
  return data.provinces.flatMap(({ code, name, kinds }) => {
    const since: readonly KindSince[] = kinds;
    const current = since.filter(({ from }) => from <= day).at(-1);
    return current
      ? [{ code, name, fullName: `${current.kind} ${name}`, unverified: current.unverified ?? false }]
      : [];
  });
}

/** A name by which a province is or was known. */
interface ProvinceName extends Named {
  readonly code: string;
  /** The province of before 1 July 2025 that had this name: `Tỉnh Quảng Nam`. */
  readonly before: string;
  /** Whether no province has this name any more. */
  readonly former: boolean;
}

const NAMES: readonly ProvinceName[] = data.provinces.flatMap(({ code, name, kinds, before }) => {
  const today = wordsOf(name);
  return before.flatMap(({ name: fullName, also }) => {
    const unit = namedBy(fullName);
    const former = fullName !== `${unit.kinds[0] ?? ''} ${name}`;
    const all = former
      ? unit.kinds
      : [...unit.kinds, ...kinds.flatMap(({ kind }) => namedBy(`${kind} ${name}`).kinds)];
    return [former ? unit.words : today, ...also.map(wordsOf)].map((words) => ({
      code,
      before: fullName,
      former,
      words,
      // What is called a province can be nothing else.
      kinds: [...all, 'Tỉnh' as const],
    }));
  });
});

const BY_NAME = namesOf(NAMES);

/** The province with whose name the words of an address end. */
export function provinceEnding(words: readonly Word[]): Ending<ProvinceName> | undefined {
  const found = endingsOf(words, words.length, BY_NAME, PROVINCE_KINDS);
  // The longest: `Thừa Thiên Huế` ends with Huế.
  return found.at(-1) ?? shortened(words);
}

/** `Q. Nam`: first letters for all words but the last, where one name alone can be meant. */
function shortened(words: readonly Word[]): Ending<ProvinceName> | undefined {
  const meant = NAMES.filter((name) => {
    const written = words.slice(-name.words.length);
    return (
      written.length === name.words.length &&
      written.every(({ key }, at) => {
        const full = name.words[at]?.key ?? '';
        return key === full || (at < written.length - 1 && key.length === 1 && full.startsWith(key));
      })
    );
  });
  const [unit] = meant;
  if (!unit || meant.some(({ before }) => before !== unit.before)) return undefined;
  // Under its full name, so that a kind before it and what stands before that are read as everywhere.
  const [begins, ...rest] = unit.words;
  const from = words.length - unit.words.length;
  const full = begins ? [{ ...begins, begins: words[from]?.begins ?? false }, ...rest] : [];
  return endingsOf([...words.slice(0, from), ...full], words.length, BY_NAME, PROVINCE_KINDS).find(
    (ending) => ending.unit === unit,
  );
}

/** The province that an address belongs to. */
export interface FoundProvince {
  /** Of the province of today. */
  readonly code: string;
  /** The one that was written, where it became part of another: `Tỉnh Quảng Nam`. */
  readonly former?: string;
}

/**
 * The province with whose name of today or of before an address ends, however it is written: `tỉnh Quảng Nam`,
 * `TP.HCM`, `Q. Nam`. Undefined where it names none.
 */
export function provinceIn(text: string): FoundProvince | undefined {
  const unit = provinceEnding(addressWords(text))?.unit;
  return unit && { code: unit.code, ...(unit.former && { former: unit.before }) };
}
