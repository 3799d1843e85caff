import { communesOf, type Places } from './places.js';
import { namedBy, namesOf, type Named, type Names } from './unit-names.js';

/** A commune of today. */
export interface Today extends Named {
  readonly commune: string;
  /** Provinces of before that it lies in, as far as they are told. */
  readonly provinces: readonly string[];
}

/** A commune of before 1 July 2025. */
export interface Before extends Named {
  readonly commune: string;
  readonly district: string;
  readonly province: string;
  readonly today: readonly string[];
}

/** A district, as there were until then. */
export interface District extends Named {
  readonly province: string;
  readonly communes: Names<Before>;
  /** What its communes became. */
  readonly today: readonly string[];
}

/** The units of one province by their names. */
export interface PlaceIndex {
  readonly today: Names<Today>;
  readonly districts: Names<District>;
  readonly before: Names<Before>;
}

const indexes = new WeakMap<Places, PlaceIndex>();

/** Made once for each file: an address is read again with every word that is typed. */
export function indexOf(places: Places): PlaceIndex {
  const index = indexes.get(places) ?? makeIndex(places);
  indexes.set(places, index);
  return index;
}

function makeIndex(places: Places): PlaceIndex {
  const districts = Object.entries(places.before).flatMap(([province, inProvince]) =>
    Object.entries(inProvince).map(([name, became]) => ({
      ...namedBy(name),
      province,
      communes: communesIn(name, province, became),
      today: Object.keys(became),
    })),
  );
  const today = communesOf(places).map((commune) => ({
    ...namedBy(commune),
    commune,
    provinces: districts.filter((one) => one.today.includes(commune)).map(({ province }) => province),
  }));
  return {
    today: namesOf(today),
    districts: namesOf(districts.map((one) => ({ ...one, communes: namesOf(one.communes) }))),
    before: namesOf(districts.flatMap(({ communes }) => communes)),
  };
}

/** The communes of a district; one that was split stands under several of today. */
function communesIn(
  district: string,
  province: string,
  became: Readonly<Record<string, readonly string[]>>,
): readonly Before[] {
  return [...new Set(Object.values(became).flat())].map((commune) => ({
    ...namedBy(commune),
    commune,
    district,
    province,
    today: Object.keys(became).filter((today) => became[today]?.includes(commune)),
  }));
}
