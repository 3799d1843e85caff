import { addressWords, type Word } from './address-words.js';
import { indexOf, type Before, type District, type PlaceIndex, type Today } from './place-index.js';
import type { Places } from './places.js';
import { provinceEnding } from './province-list.js';
import { COMMUNE_KINDS, DISTRICT_KINDS, endingsOf, type Ending, type Named } from './unit-names.js';

/** One way to understand an address. Names are those of the lists, which may differ from what was written. */
export type AddressReading =
  | { readonly era: 'today'; readonly commune: string }
  /** From before 1 July 2025; `today` is what became of the commune. */
  | {
      readonly era: 'before';
      readonly commune: string;
      readonly district: string;
      readonly province: string;
      readonly today: readonly string[];
    };

export interface ReadAddress {
  /** Code of the province of today. */
  readonly province: string;
  /** Communes of today, at least one. Several are a question to the person, and no order tells which is likelier. */
  readonly candidates: readonly string[];
  /** Each candidate comes from one of these. */
  readonly readings: readonly AddressReading[];
}

/** More candidates than this are no question any more, but a list. */
const MOST_CANDIDATES = 5;

/**
 * Finds the commune in an address of either shape: `xã Núi Thành, TP Đà Nẵng`, or `xã Tam Hiệp, huyện Núi Thành, tỉnh
 * Quảng Nam`. Kinds may be left out where commas part the names; accents may be missing or wrong, but where they fit one
 * name exactly, no other is meant. Whatever can be understood in several ways gives all of them.
 * @param places of the province that the address names, or that was chosen beside it
 * @returns undefined where no commune is recognised for sure, or another province is named
 */
export function readAddress(text: string, places: Places): ReadAddress | undefined {
  const words = addressWords(text);
  const province = provinceEnding(words);
  if (province && province.unit.code !== places.province) return undefined;
  const readings = readingsOf(words, province, indexOf(places));
  const candidates = [
    ...new Set(readings.flatMap((one) => (one.era === 'today' ? [one.commune] : one.today))),
  ];
  if (candidates.length === 0 || candidates.length > MOST_CANDIDATES) return undefined;
  return { province: places.province, candidates, readings };
}

type ProvinceEnding = NonNullable<ReturnType<typeof provinceEnding>>;

function readingsOf(
  words: readonly Word[],
  province: ProvinceEnding | undefined,
  index: PlaceIndex,
): readonly AddressReading[] {
  // `TP Cà Mau` is the town: the province of that name was none, and goes without saying.
  if (!province || province.kind === 'other') return readingsAt(words, words.length, index);
  const readings = readingsAt(words, province.from, index, province.unit);
  if (readings.length > 0) return readings;
  // `TP Huế, Thừa Thiên Huế`: one province under two names.
  const again = provinceEnding(words.slice(0, province.from));
  return again?.unit.code === province.unit.code && again.kind !== 'other'
    ? readingsAt(words, again.from, index, province.unit)
    : [];
}

/** What the words before the province can mean; `end` is how many. */
function readingsAt(
  words: readonly Word[],
  end: number,
  index: PlaceIndex,
  province?: ProvinceEnding['unit'],
): readonly AddressReading[] {
  const districts = endingsOf(words, end, index.districts, DISTRICT_KINDS).filter(
    ({ unit }) => !province?.former || unit.province === province.before,
  );
  const today = bestOf(
    endingsOf(words, end, index.today, COMMUNE_KINDS).filter(({ kind, apart }) => kind !== 'other' && apart),
  );

  const inDistrict = districts.flatMap((district) =>
    endingsOf(words, district.from, district.unit.communes, COMMUNE_KINDS)
      .filter(({ apart }) => apart)
      .map((commune) => ({ commune, district })),
  );
  const old = bestPair(inDistrict, province?.before);
  if (old.length > 0) {
    // `Tam Tiến, Núi Thành, Đà Nẵng` may be the commune Tam Tiến of the district, or a Tam Tiến in the commune.
    const isOpen = !province?.former && old.every(({ commune }) => commune.kind === 'none');
    return [...old.map(({ commune }) => beforeOf(commune.unit)), ...(isOpen ? today.map(todayOf) : [])];
  }

  // `phường Sài Gòn, quận 1`: districts are still written with communes of today.
  const mixed = districts.flatMap((district) =>
    endingsOf(words, district.from, index.today, COMMUNE_KINDS).filter(
      ({ unit, kind, apart }) => kind !== 'other' && apart && district.unit.today.includes(unit.commune),
    ),
  );
  if (mixed.length > 0) return bestOf(mixed).map(todayOf);

  // `Hải Châu, Đà Nẵng` may be the ward, or the district with its ward left out.
  const alone = (districts.length > 0 ? today.filter(({ kind }) => kind === 'own') : today).filter(
    ({ unit: { provinces } }) =>
      !province?.former || provinces.length === 0 || provinces.includes(province.before),
  );
  if (alone.length > 0 && !province?.former) return alone.map(todayOf);
  const withoutDistrict = endingsOf(words, end, index.before, COMMUNE_KINDS).filter(
    ({ unit, kind }) => kind === 'own' && (!province?.former || unit.province === province.before),
  );
  const left = firstFilled(withoutDistrict, [
    ({ unit }) => unit.province === province?.before,
    ({ exact }) => exact,
  ]);
  return [...left.map(({ unit }) => beforeOf(unit)), ...alone.map(todayOf)];
}

const todayOf = ({ unit }: Ending<Today>): AddressReading => ({ era: 'today', commune: unit.commune });

const beforeOf = ({ commune, district, province, today }: Before): AddressReading => ({
  era: 'before',
  commune,
  district,
  province,
  today,
});

/** The ones with exactly these accents, where there are any. */
const bestOf = <Unit extends Named>(found: readonly Ending<Unit>[]): readonly Ending<Unit>[] =>
  firstFilled(found, [({ exact }) => exact]);

interface Pair {
  readonly commune: Ending<Before>;
  readonly district: Ending<District>;
}

/** The province as it is written decides first; accents before kinds, since many communes became wards of one name. */
const bestPair = (found: readonly Pair[], province: string | undefined): readonly Pair[] =>
  firstFilled(found, [
    ({ district }) => district.unit.province === province,
    ({ commune }) => commune.exact,
    ({ district }) => district.exact,
    ({ commune }) => commune.kind !== 'other',
    ({ district }) => district.kind !== 'other',
  ]);

/** What is left after each test that anything passes. */
const firstFilled = <Found>(
  found: readonly Found[],
  tests: readonly ((one: Found) => boolean)[],
): readonly Found[] =>
  tests.reduce((left, test) => {
    const passed = left.filter(test);
    return passed.length > 0 ? passed : left;
  }, found);
